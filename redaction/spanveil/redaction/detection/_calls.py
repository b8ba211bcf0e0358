"""Secrets among the arguments of a call that logs in, connects or encrypts."""

import re
from collections.abc import Iterator
from typing import Final

from spanveil.redaction._entities import SECRET
from spanveil.redaction.detection._finding import Confirm, Finding
from spanveil.redaction.detection._letters import are_drawn_letters
from spanveil.redaction.detection._scanner import Anchor
from spanveil.redaction.detection._shapes import grade
from spanveil.redaction.detection._values import (
    is_chosen,
    is_drawn_word,
    is_joined,
    is_passphrase,
    is_placeholder,
    is_random,
    is_strong,
)

# The end of the function's name; then whether a plain word may be the password.
_NAMES: Final = (
    *(
        ("connect(", True),
        ("login(", True),
        ("_bind(", True),
        ("uth(", True),
        ("redentials(", True),
        ("redentials.new(", True),
        ("redentials::new(", True),
        (".basic(", True),
    ),
    *(
        ("redential(", True),
        ("onnection(", True),
        ("_open(", True),
        ("RunAs(", True),
        ("mysqli(", True),
        ("PDO(", True),
    ),
    *(
        ("thentication(", False),
        ("equelize(", False),
        ("Password(", False),
        ("_user(", False),
        ("_password(", False),
        ("FTP(", False),
        ("begin(", False),
        ("encrypt(", False),
        ("AUTHENTICATION(", False),
    ),
    *(
        (name, False)
        for name in (
            *(
                "database(",
                "__construct(",
                "passwd(",
                "dduser(",
                "ddUser(",
                "reateUser(",
                "uthenticate(",
            ),
            *(
                "ignIn(",
                "ign_in(",
                "log_in(",
                "ogIn(",
                "LogOn(",
                "logon(",
                "ogonUser(",
                "setpass(",
                "set_pass(",
            ),
            *("nprotect(", "decrypt(", "unseal(", "unlock(", "Login("),
        )
    ),
    *(
        (name, False)
        for name in (
            "PasswordAuthenticationToken(",
            "pw_set(",
            "CreateAsync(",
            "PasswordAsync(",
            "AndPassword(",
            "BytesToKey(",
            "ignInWithEmailAndPassword(",
        )
    ),
    *(("Hmac(", False), ("run(", False), ("HMAC(", False), ("ecrypt(", False)),
)
# A call that takes a key or a token, whatever it is called: only what is drawn is one.
_KEYED: Final = (
    *("HMAC256(", "HMAC384(", "HMAC512(", "hexdigest(", "JWT.encode(", "JWT.decode(", "hmac.New("),
    *("SignedString(", "signWith(", "FromBase64String(", "OAuthHandler(", "OAuth1(", "OAuth2("),
    *(
        "Bot(",
        "Twilio(",
        ".basic(",
        "SecretKey(",
        "PrivateKey(",
        "ApiKey(",
        "APIKey(",
        "AccessToken(",
    ),
    *(
        "Token(",
        "Secret(",
        "SecretBox(",
        "createSecretKey(",
        "CookieStore(",
        "FilesystemStore(",
        "configure(",
        "initialize(",
        "init(",
        "setApiKey(",
        "Client(",
        "ClientV2(",
        "Deepgram(",
        "Realtime(",
        "from_slice(",
    ),
)
# A call whose only argument is the secret
_SINGLE: Final = (
    *("Hash::make(", "ieParser(", "metricKey(data: ", "GenerateFromPassword(", "scryptSync("),
    *("pbkdf2Sync(", "crypto.pbkdf2(", "crypto.scrypt(", "PBKDF2("),
)
_ARGUMENT: Final = re.compile(
    r"\s{0,4}(?:[\w.$]{1,24}\s?[:=]\s?)?(?:(?:\[\])?[\w.]{1,24}\()?(?:[bBrRuUfN@]?\\{0,7}\"([^\"\\\n]{0,256})\\{0,7}\"|[bBrRuUfN@]?\\{0,7}'([^'\\\n]{0,256})\\{0,7}'"
    r"|([^\s\"',()][^\"',()\n]{0,79}(?:\([^()\n]{0,40}\))?))\)?(?:\.\w{2,16}\([\"'\w.-]{0,24}\))?\)?\s{0,4}"
)
# An argument that is named, and names where to and who
_PLACE: Final = re.compile(
    r"\s{0,4}(?:dsn|host(?:name)?|server|database|db(?:name)?|service(?:_name)?|ur[il]|user(?:name)?|schema|sid|driver|endpoint|region|account|warehouse|role)\s?[:=]"
)
_DRAWN: Final = re.compile(r"(?:[\w-]{6}\.[\w-]{6}:)?[A-Za-z0-9+/=_:-]{20,512}")
_HEXADECIMAL: Final = re.compile(r"[0-9a-f]{24,256}")
_ONLY: Final = re.compile(r"\s{0,2}[bu]?[\"']([^\"'\\\n]{6,128})[\"']\s{0,2}\)")
_LITERAL: Final = 140
_OPENED: Final = re.compile(r"\"([^\"\\\n]{4,128})$")
_MAX_ARGUMENTS: Final = 8
_CONST: Final = re.compile(r"CURLOPT_(?:PROXY)?USERPWD,\s?[\"'][^\"':\n]{1,64}:([^\"'\n]{3,128})")


def call_rules() -> list[tuple[Anchor, Confirm]]:
    """Return the rules, each with the anchor that it needs."""
    rules = [
        (Anchor(name), _call(len(name), plain=plain, words=plain or "assword" in name))
        for name, plain in _NAMES
    ]
    rules += [(Anchor(name), _keyed(len(name))) for name in _KEYED]
    rules += [(Anchor(name), _single(len(name))) for name in _SINGLE]
    rules += [(Anchor(name), _sole(len(name))) for name in (".auth(", ":auth(", ">auth(")]
    rules += [(Anchor(name), _read_so) for name in ('".toCharArray(',)]
    return [*rules, (Anchor("CURLOPT_"), _curl)]


def _call(length: int, *, plain: bool, words: bool) -> Confirm:
    def confirm(text: str, start: int) -> Iterator[Finding]:
        place, literals, number = start + length, 0, 0
        while number < _MAX_ARGUMENTS and (match := _ARGUMENT.match(text, place)):
            group = match.lastindex or 3
            if group != 3:
                value = match[group]
                # the word after a user's name, by what a call that logs in takes
                bare = plain and literals in {1, 2} and len(value) >= 8 and value.isalpha()
                if _is_argument(
                    value,
                    number,
                    bare=(bare and value.islower()) or (words and is_passphrase(value)),
                ) and not _PLACE.match(text, place):
                    yield Finding(*match.span(group), SECRET, 0.75)
                literals += 1
            number += 1
            place = match.end()
            if text[place : place + 1] != ",":
                return
            place += 1

    return confirm


def _is_argument(value: str, number: int, *, bare: bool) -> bool:
    if is_placeholder(value) or len(value) < 6:
        return False
    if number == 0:
        return (is_random(value, 36, 3.8) and "/" not in value) or (
            value.isalnum() and is_random(value, 32, 3.2)
        )
    if " " in value:
        return any(map(str.isdigit, value)) and not any(char in value for char in ":,.()=%")
    if is_joined(value) or are_drawn_letters(value):
        return True
    return bare or (
        is_chosen(value) and not value.isdigit() and "=" not in value[:-2].replace("==", "")
    )


def _keyed(length: int) -> Confirm:
    def confirm(text: str, start: int) -> Iterator[Finding]:
        place = start + length
        for _ in range(_MAX_ARGUMENTS):
            match = _ARGUMENT.match(text, place)
            if match is None:
                return
            group = match.lastindex or 3
            value = match[group]
            drawn = group != 3 and _DRAWN.fullmatch(value) and is_random(value, 20, 3.2)
            if drawn and not is_placeholder(value) and not _is_words(value):
                yield Finding(*match.span(group), SECRET, 0.75)
            place = match.end()
            if text[place : place + 1] != ",":
                return
            place += 1

    return confirm


def _is_words(value: str) -> bool:
    """Say whether a value is put together of words: a name in code or of a file."""
    return value.islower() and not _HEXADECIMAL.fullmatch(value)


def _single(length: int) -> Confirm:
    def confirm(text: str, start: int) -> Iterator[Finding]:
        match = _ARGUMENT.match(text, start + length)
        group = match.lastindex or 3 if match else 3
        if match and group != 3 and len(match[group]) >= 6 and not is_placeholder(match[group]):
            yield Finding(*match.span(group), SECRET, 0.75)

    return confirm


def _sole(length: int) -> Confirm:
    """Return a rule for the only argument of a call that logs in: `jedis.auth("…")`."""

    def confirm(text: str, start: int) -> Iterator[Finding]:
        match = _ONLY.match(text, start + length)
        if (
            match
            and not is_placeholder(match[1])
            and (is_drawn_word(match[1]) or is_joined(match[1]) or is_passphrase(match[1]))
        ):
            yield Finding(*match.span(1), SECRET, 0.75)

    return confirm


def _read_so(text: str, start: int) -> Iterator[Finding]:
    """Judge a literal that is taken apart letter by letter, as libraries want a password."""
    begin = max(0, start - _LITERAL)
    match = _OPENED.search(text[begin:start])
    if match is None or is_placeholder(match[1]):
        return
    if grade(match[1]) or is_joined(match[1]) or is_passphrase(match[1]) or is_strong(match[1]):
        yield Finding(begin + match.start(1), start, SECRET, 0.7)


def _curl(text: str, start: int) -> Iterator[Finding]:
    match = _CONST.match(text, start)
    if match and not is_placeholder(match[1]):
        yield Finding(*match.span(1), SECRET, 0.85)
