"""Secrets that a telling key assigns: in configuration, code, headers, queries and sentences."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from spanveil.redaction.detection._bare_keys import of_bare
from spanveil.redaction.detection._beside_key import secret_beside
from spanveil.redaction.detection._containers import OPENING, contained, holds_many, listed
from spanveil.redaction.detection._credential_keys import Strength, judge_key
from spanveil.redaction.detection._finding import Confirm, Finding
from spanveil.redaction.detection._scanner import Anchor

_ANCHORS: Final = (
    "pass", "pwd", "secret", "token", "key", "cred", "cookie", "session", "sessid", "auth", "pin", "otp", "cvv", "cvc",
    "dsn", "psk", "pw", "jwt", "bearer", "_pat", "sid=", "sid:", "sid\"", "signature", "salt", "connectionstring",
    "verifier", "geslo", "lozinka", "jelsz", "mdp", "geheim", "kata sandi", "kata laluan", "community", "wifi", "seed", "licen",
    "p/w:", "_basic", "jeton", "chave", "chiave", "llave", "csrf", "xsrf", "pepper", "combo", "combination", " puk", "kek:", "kek=", "_sk=", "_sk:", "_sk\"", "security answer", "security word", "secret answer", "psw\"", "psw=", "psw:", "tok=", "pswd", "encrypt\"", "encrypt:", "encrypt =", "wif:", "importprivkey", "secure: ", "mfa code", "code word", "codeword",
    "ime code", "ion code", "ity code", "gin code", "ess code", "arm code", "oor code", "gate code", "ock code", "sms code", "2fa code", "mfa_code", "2fa_code", "ing code", "tup code", "ery code", "reset code", "try code", "appkey", "access\"", "refresh\"", "access\\\"", "refresh\\\"", "magic word", "safe word", "biscuit", "macaroon", "honeycomb-team", "device_code", "ion_code", "ity_code", "auth_code",
    # the word for a password in other languages
    "kodeord", "wagwoord", "salas?na", "nenosiri", "pasahitza", "fjal?kalim", "lykilor", "palabra clave", "contrase", "clave", "senha", "wachtwoord", "kennwort", "has?o", "haslo", "heslo", "parol", "l?senord", "losenord", "parool", "contrasinal",
    "salasana", "adgangskode", "?ifre", "sifre",
)  # fmt: skip
_BACK: Final = re.compile(r"[A-Za-z0-9_.-]{0,40}", re.ASCII)
_REST: Final = re.compile(r"(?:\w|[.-](?=\w)){0,32}")
_BRIEF: Final = 2
_DRAWN: Final = re.compile(r"[0-9]{1,8}[A-Za-z]")
_BARE: Final = frozenset({"key", "keys"})


def assigned_rules() -> list[tuple[Anchor, Confirm]]:
    """Return a rule for each part of a key that tells."""
    return [(Anchor(word, caseless=True), _keyed(word)) for word in _ANCHORS]


def _keyed(word: str) -> Confirm:
    length = len(word.rstrip('=:"'))
    brief = length <= _BRIEF

    def confirm(text: str, start: int) -> Iterable[Finding]:
        end = start + length
        if brief and _DRAWN.match(text, end):
            return ()  # two letters of a wallet's address or of base64
        before = _BACK.match(text[start - 40 if start > 40 else 0 : start][::-1])
        rest = _REST.match(text, end)
        if before is None or rest is None:
            return ()
        key_start, key_end = start - before.end(), rest.end()
        key = text[key_start:key_end].strip(".-")
        last = text[key_start - 1 : key_start]
        if last == "\\" and key[:1] in {"n", "r", "t"}:
            key = key[1:]
        while text[key_end - 1] in ".-" and key_end > end:
            key_end -= 1
        if last == ":" and "arn:" in text[max(0, key_start - 90) : key_start]:
            return ()  # a kind of resource in the name of one
        strength, many = _told_by(key)
        if strength == "none" and key.lower() in _BARE:
            strength = of_bare(text, key, key_start, key_end)
        # Two keys of three tell nothing, and no hits are more.
        if strength == "none" and not many:
            return ()
        return _beside(text, strength, key, key_start, key_end)

    return confirm


@lru_cache(maxsize=4096)
def _told_by(key: str) -> tuple[Strength, bool]:
    """Return what a key says, and whether it names several secrets."""
    return judge_key(key), holds_many(key)


def _beside(
    text: str, strength: Strength, key: str, key_start: int, key_end: int
) -> Iterator[Finding]:
    """Yield the secrets beside a key, in its list or map, and in the list below it."""
    if strength != "none":
        yield from secret_beside(text, strength, key, key_start, key_end)
    if opening := OPENING.match(text, key_end):
        many: Strength = "token" if strength == "none" else strength
        yield from contained(text, many, key, opening.end())
    if text.find("\n", key_end, key_end + 4) >= 0:
        yield from listed(text, strength, key_end)
