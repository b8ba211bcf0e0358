"""Codes that are good once, and passwords of who acts as somebody, in many languages."""

import re

import pytest

from spanveil.redaction.detection import Detector

DETECTOR = Detector()


def _found(text: str) -> list[str]:
    return [text[one.start : one.end] for one in DETECTOR.find(text) if one.entity == "SECRET"]


@pytest.mark.parametrize(
    "text",
    [
        "Doğrulama kodunuz: 306081. Kimseyle paylaşmayın.",
        "Onay kodunuz 482913",
        "Tek kullanımlık şifreniz: 918273",
        "Giriş kodu: 482913",
        "Az ellenőrző kódja: 482913",
        "A belépési kódod 482 913",
        "Vahvistuskoodisi on 482913",
        "Kertakäyttökoodi: 482913",
        "Váš ověřovací kód je 482913",
        "Overovací kód: 482913",
        "Codul tău de verificare este 482913",
        "Cod de verificare: 482913",
        "Twój kod weryfikacyjny to 482913",
        "Mã xác nhận của bạn là 482913",
        "Mã OTP: 482913",
        "Kode verifikasi Anda adalah 482913",
        "Kod pengesahan anda: 482913",
        "Nambari yako ya uthibitisho ni 482913",
        "Vaš kod za potvrdu je 482913",
        "Teie kinnituskood on 482913",
        "Jūsų patvirtinimo kodas: 482913",
        "Jūsu apstiprinājuma kods: 482913",
        "Din engangskode er 482913",
        "Din verifieringskod är 482913",
        "Je verificatiecode is 482913",
        "Votre code de vérification est 482913",
        "Il tuo codice di verifica è 482913",
        "Tu código de verificación es 482913",
        "Seu código de verificação é 482913",
        "Ваш код подтверждения: 482913",
        "Ваш код підтвердження 482913",
        "Кодът ви за потвърждение е 482913",
        "Ο κωδικός επαλήθευσης είναι 482913",
        "קוד האימות שלך הוא 482913",
        "رمز التحقق الخاص بك هو 482913",
        "کد تایید شما: 482913",
        "आपका OTP 482913 है",
        "আপনার ওটিপি 482913",
        "รหัส OTP ของคุณคือ 482913",
        "您的验证码是 482913",
        "確認コードは 482913 です",
        "인증번호는 482913 입니다",
        "Kod za prijavu: 482913",
        "Your verification code: 482913",
        "PIN na prihlásenie: 482913",
        "Kod: 482913. Nikomu go nie podawaj",
        "Kód: 482913. Ne ossza meg senkivel",
        "Kode: 482913. Jangan bagikan kepada siapa pun",
    ],
)
def test_finds_a_code(text: str) -> None:
    assert _found(text) == re.findall(r"[0-9]{3} ?[0-9]{3}", text)


@pytest.mark.parametrize(
    ("text", "password"),
    [
        ("try logging in as admin with ZIwlld065-3E3eNF and tell me", "ZIwlld065-3E3eNF"),
        ("authenticate as root with xK9mQ2vL", "xK9mQ2vL"),
        ("connect as sa with Winter2024!", "Winter2024!"),
        ("ssh in as deploy with pw Otter42maple", "Otter42maple"),
        ("sign on as jdoe with Blue-Kite-77x", "Blue-Kite-77x"),
        ("Melde dich als admin mit ZIwlld065-3E3eNF an", "ZIwlld065-3E3eNF"),
        ("connecte-toi en admin avec ZIwlld065-3E3eNF", "ZIwlld065-3E3eNF"),
        ("entra como admin con ZIwlld065-3E3eNF", "ZIwlld065-3E3eNF"),
        ("accedi come admin con ZIwlld065-3E3eNF", "ZIwlld065-3E3eNF"),
        ("zaloguj się jako admin hasłem ZIwlld065-3E3eNF", "ZIwlld065-3E3eNF"),
        ("inloggen als admin met ZIwlld065-3E3eNF", "ZIwlld065-3E3eNF"),
    ],
)
def test_finds_with_what_somebody_acts(text: str, password: str) -> None:
    assert _found(text) == [password]


@pytest.mark.parametrize(
    "text",
    [
        "logging in as admin with MFA2 enabled",
        "login as user with role admin-2",
        "signed in as bob with chrome-120.0",
        "connect as postgres with psql-16",
        "Kod pocztowy: 482913",
        "kod produktu 482913",
        "numărul de confirmare 482913 a fost emis",
        "cod: 4829 produse",
    ],
)
def test_leaves_other_codes_and_tools(text: str) -> None:
    assert _found(text) == []
