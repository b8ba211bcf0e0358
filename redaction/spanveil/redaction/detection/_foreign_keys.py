"""Secrets beside the word for them in scripts of which the scanner, which reads ASCII, sees nothing."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from spanveil.redaction._entities import SECRET
from spanveil.redaction.detection._finding import Finding
from spanveil.redaction.detection._letters import are_drawn_letters
from spanveil.redaction.detection._native_secrets import native_passwords
from spanveil.redaction.detection._scanner import TooManyHits, max_hits
from spanveil.redaction.detection._talk import spoken
from spanveil.redaction.detection._values import (
    is_chosen,
    is_joined,
    is_passphrase,
    is_placeholder,
    is_random,
)


def _listed(text: str) -> frozenset[str]:
    return frozenset(part.strip() for part in text.split("/"))


_PASSWORDS: Final = _listed(
    "парол/пасворд/кодовая фраза/κωδικός/κωδικο/συνθηματικό/密码/密碼/口令/パスワード/暗証番号/비밀번호/비번/암호/"
    "mật khẩu/የይለፍ ቃል/รหัสผ่าน/पासवर्ड/কূটশব্দ/পাসওয়ার্ড/كلمة المرور/كلمة السر/رمز عبور/گذرواژه/סיסמה/סיסמא/"
    "лозинка/парола/пароли/гасло/құпия сөз/գաղտնաբառ/პაროლი/fjalëkalim/şifreniz/wlan-schlüssel/"
    "wlan schlüssel/netzwerkschlüssel/clé wifi/clé wi-fi/contraseña/salasõna/hasło/lösenord/"
    "kľúč/סיסמת/גישה/รหัส wifi/비밀 번호/合言葉/口令码/通行码/"
    "slaptažodis/lykilorð/jelszó/phrase secrète/mật mã/"
    "패스워드/パスコード/パスフレーズ/พาสเวิร์ด/باسورد/پسورد/پاسورد/پاس ورڈ/كلمه المرور/كلمه السر/लॉगिन कोड/पासकोड/"
    "કૂટશબ્દ/પાસવર્ડ/கடவுச்சொல்/పాస్‌వర్డ్/ಪಾಸ್‌ವರ್ಡ್/പാസ്‌വേഡ്/ਪਾਸਵਰਡ/ពាក្យសម្ងាត់/စကားဝှက်/ລະຫັດຜ່ານ/нууц \u04af\u0433/құпиясөз/лозинк/parolas\u0131/parolan\u0131z/"
    "رمز جدید/رمز وای/pwは/passは/passwordは/password是/password为/password為/pwd是/密码password/pw는/pw은"
)
_KEYS: Final = _listed(
    "секретный ключ/ключ api/токен/ключ доступа/ключ апи/密钥/密鑰/令牌/秘密鍵/トークン/apiキー/비밀키/토큰/clé/schlüssel/مفتاح/מפתח"
)
_CODES: Final = _listed(
    "пин-код/пін-код/пинкод/пин код/ваш код/твой код/код входа/код доступа/код для входа/одноразовый код/"
    "su código/tu código/seu código/código de un solo uso/código de confirmação/código de confirmación/"
    "doğrulama kod/güvenlik kod/giriş kod/ellenőrző kód/overovací kód/ověřovací kód/"
    "动态码/动态密码/校验码/短信码/ワンタイムパスワード/セキュリティコード/보안코드/보안 코드/mã otp/mã pin/รหัส otp/"
    "κωδικός επαλήθευσης/קוד חד פעמי/كود التحقق/验证码/驗證碼/認証コード/確認コード/暗証番号/인증번호/인증 코드/код подтверждения/код безопасности/"
    "código de verificación/código de verificação/código de segurança/código de seguridad/código de acceso/código de desbloqueo/código de desbloqueio/code d'accès/"
    "code de vérification/code de sécurité/bestätigungscode/mã xác/رمز التحقق/קוד אימות/"
    "код домофона/код от домофона/код подъезда/код от подъезда/код двери/код от двери/код ворот/код от ворот/код сейфа/код от сейфа/код сигнализации/"
    "код на вратата/код за вратата/门禁码/门禁密码/開門密碼/开门密码/도어락 번호/현관 번호/공동현관/オートロック/玄関の番号/"
    "קוד הכניסה/קוד לדלת/קוד הבניין/كود الباب/كود البوابة/رمز الباب/κωδικός της πόρτας/รหัสประตู/mã cửa/mã cổng/"
    "домофон/门锁密码/门锁码/开门码/保险柜密码/保险箱密码/門のコード/ドアのコード/ドアコード/解錠コード/金庫の番号/현관 비밀번호/현관비밀번호/도어락 비밀번호/"
    "код из смс/код из sms/код по смс/пришёл код/пришел код/код пришёл/код пришел/смс код/смс-код/sms-код/прийшов код/код з смс/"
    "кодът ви/код за потвърждение/код за вход/код за потврда/קוד האימות/קוד הזיהוי/קוד הגישה/کد تایید/کد تأیید/کد ورود/رمز یکبار/ওটিপি/যাচাই কোড/सत्यापन कोड/ओटीपी/"
    "belépési kód/megerősítő kód/staðfestingarkóð/растау коды/код тасдиқ/დადასტურების კოდი/հաստատման կոդ/"
    "резервный код/резервные коды/код восстановления/резервний код/备用码/备份码/恢复码/バックアップコード/リカバリーコード/복구 코드/백업 코드"
)


# Words of one who logs in, beside which a password is known by its look
_LOGINS: Final = _listed(
    "вход/войти/логин/увійти/вхід/σύνδεση/συνδε/登录/登錄/登入/ログイン/サインイン/로그인/تسجيل الدخول/התחבר/लॉगिन/เข้าสู่ระบบ/đăng nhập/"
    "přihlá/giriş/déverrouill/кіру/մուտք/შესვლა/pieslēg"
)


def _by_character() -> dict[str, dict[str, list[tuple[str, int]]]]:
    """Return the words by a character that few others have, and by the one before it.

    With each is how far into it that character stands; before one that begins a word is nothing.
    """
    by: dict[str, dict[str, list[tuple[str, int]]]] = {}
    for word in sorted(_PASSWORDS | _KEYS | _CODES | _LOGINS, key=len, reverse=True):
        offset = max(n for n, char in enumerate(word) if not char.isascii())
        before = word[offset - 1] if offset else ""
        by.setdefault(word[offset], {}).setdefault(before, []).append((word, offset))
    return by


_WORDS: Final = _by_character()
# The rest of the word and what its sentence puts between, then a sign, then what is in ASCII.
_VALUE: Final = re.compile(
    r"(?:(?<=[a-z])[a-z\u00c0-\u024f]{1,14}(?=\s?[:=]|\s[A-Za-z0-9])|[^\x00-\x7f]{0,24})(?:(?:\s[^\W\d]{1,16}){1,5}?(?=\s?[:=\uff1a]|\s(?:ist|lautet|est|es|\u00e8|\u00e9|\u00e4r|er|je|jest|to|l\u00e0|la|\u044d\u0442\u043e|\u0431\u044b\u043b|\u0454|\u0435|\u03b5\u03af\u03bd\u03b1\u03b9|\u0647\u064a|\u0647\u0648|\u05d4\u05d9\u05d0|\u05d4\u05d5\u05d0|\u0939\u0948|\u0e04\u0e37\u0e2d)\s))?[^!-~\n]{0,40}(?:(?:[A-Za-z]{2,12}\s){1,3}|[(][^()\n]{1,20}[)])?"
    r"(?P<sign>[:=-]|l[a\u00e0]\s|(?:is|ist|lautet|est|es|\u00e8|\u00e9|\u00e4r|er|je|jest|to)\s)?[^!-~\n]{0,8}(?P<quote>[\"'`(\[]{0,2})(?P<value>[!-&(-~]{4,256})"
)


_OTHER_HALF: Final = re.compile(r"(?<=[0-9]{3})[ -][0-9]{3,4}(?![\w-])")


def foreign_secrets(text: str, characters: frozenset[str]) -> Iterator[Finding]:
    """Yield what stands beside one of the words.

    Args:
        text: The text.
        characters: Those of the text that are not ASCII.

    Raises:
        TooManyHits: Past ``max_hits``.
    """
    if characters.isdisjoint(_WORDS):
        return
    left = max_hits(len(text))
    for place in _places(text, characters.intersection(_WORDS)):
        word, end = _word_at(text, place)
        if not word:
            continue
        left -= 1
        if left < 0:
            raise TooManyHits
        if word in _LOGINS:
            yield from spoken(text, end - len(word), end)
            continue
        told = _told(text, word, end)
        if told is not None:
            yield told
            if word in _PASSWORDS:
                yield from native_passwords(text, told.end)
        elif word in _PASSWORDS:
            native = list(native_passwords(text, end))
            yield from native or spoken(text, end - len(word), end)


def _told(text: str, word: str, end: int) -> Finding | None:
    """Return what stands in ASCII beside a word, if it is a secret."""
    match = _VALUE.match(text, end)
    if match is None:
        return None
    value = (
        match["value"].rstrip(".,;:!?)]\"'`")
        if not match["quote"]
        else match["value"].rstrip("\"'`),.;" + ("]" if "[" in match["quote"] else ""))
    )
    if not _is_secret(word, value, bool(match["sign"] or match["quote"])):
        return None
    start = match.start("value")
    stop = start + len(value)
    if word in _CODES and (half := _OTHER_HALF.match(text, stop)):
        stop = half.end()
    while start > end and "\u00c0" <= text[start - 1] < "\u0250":
        start -= 1  # `Çilek1453!`
    return Finding(start, stop, SECRET, 0.75)


def _places(text: str, characters: Iterable[str]) -> list[int]:
    """Return where characters stand in a text, in order."""
    places: list[int] = []
    for character in characters:
        place = text.find(character)
        while place >= 0:
            places.append(place)
            place = text.find(character, place + 1)
    places.sort()
    return places


def _word_at(text: str, place: int) -> tuple[str, int]:
    """Return the longest word around a character, and where it ends."""
    by_before = _WORDS[text[place]]
    longest, end = "", 0
    for before in ("", text[place - 1 : place].lower()):
        for word, offset in by_before.get(before, ()):
            start = place - offset
            if len(word) > len(longest) and (
                start >= 0 and text[start : start + len(word)].lower() == word
            ):
                longest, end = word, start + len(word)
    return longest, end


def _is_secret(word: str, value: str, told: bool) -> bool:
    if is_placeholder(value) or len(value) < 4:
        return False
    if word in _CODES and (digits := value.strip("#*")).isdigit():
        return len(digits) <= 8
    if word in _PASSWORDS:
        return (
            is_chosen(value)
            or is_joined(value)
            or is_passphrase(value)
            or are_drawn_letters(value)
            or (told and len(value) >= 6 and not value.isalpha() and any(map(str.isdigit, value)))
        )
    return is_random(value, 12, 3.0)
