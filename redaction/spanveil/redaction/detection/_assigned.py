"""Secrets that a telling key assigns: in configuration, code, headers, queries and sentences."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from spanveil.redaction._entities import SECRET
from spanveil.redaction.detection._finding import Finding
from spanveil.redaction.detection._scanner import Anchor
from spanveil.redaction.detection._values import (
    Strength,
    is_chosen,
    is_random,
    is_secret,
    judge_key,
    unwrapped,
)

Confirm = Callable[[str, int], Iterator[Finding]]

_ANCHORS: Final = (
    "pass", "pwd", "secret", "token", "key", "cred", "cookie", "session", "sessid", "auth", "pin", "otp", "cvv", "cvc",
    "dsn", "psk", "pw", "jwt", "bearer", "_pat", "sid=", "signature", "salt", "connectionstring",
    "ime code", "ion code", "ity code", "gin code", "ess code", "arm code", "oor code", "gate code", "ock code", "sms code", "2fa code", "ion_code", "ity_code", "auth_code",
    # the word for a password in other languages
    "contrase", "clave", "senha", "wachtwoord", "kennwort", "has?o", "haslo", "heslo", "parola", "l?senord", "losenord",
    "salasana", "adgangskode", "?ifre", "sifre",
)  # fmt: skip
_BACK: Final = re.compile(r"[A-Za-z0-9_.-]{0,40}", re.ASCII)
_REST: Final = re.compile(r"[\w.-]{0,32}")
# The word before a bare `key`: `the api key is`.
_WORD_BEFORE: Final = re.compile(r"[ ]([A-Za-z0-9_-]{2,20})", re.ASCII)
_BARE: Final = frozenset({"key", "keys"})
_Q: Final = r"\\{0,7}[\"'`]"
_LEAD: Final = (
    # a scheme, the name of a digest, or a look-up whose default follows
    r"(?:(?:Bearer|Basic|Token|ApiKey|Digest|bearer|basic|token)\s{1,3}|(?:sha(?:1|256|512)|v[01])=)?"
    # or the function that reads its bytes, or how a router wrote it (Cisco's types 0 to 9)
    rf"(?:(?:Buffer\.from|(?:bytes\.|bytearray\.)?fromhex|(?:\w{{1,16}}\.)?(?:b64decode|unhexlify|DecodeString)|atob)"
    rf"\(\s{{0,2}}(?=[bB]?{_Q})|[\w.]{{1,30}}\(\s{{0,2}}{_Q}[\w.-]{{1,40}}{_Q}\s{{0,2}},\s{{0,2}})?"
    r"(?:[0-9]\s(?=\S{8}))?"
    # an environment variable whose default follows
    rf"(?:(?:<%=\s?)?[\w.\[\]'\"]{{1,60}}\s(?:\|\||\?\?|or)\s(?={_Q}))?"
    rf"(?:[bBfFrRuU]{{1,2}}(?={_Q}))?"
)
# All that `\s` stands for, one by one: a class of its own is looked up twice as soon as a category.
_SPACE: Final = r"\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_TAKEN: Final = (
    r"(?:\\{0,7}\"(?:(?:Bearer|Basic|Token|ApiKey)\s{1,3})?(?P<d>[^\"\\\n]{1,2048})"
    r"|\\{0,7}'(?:(?:Bearer|Basic|Token|ApiKey)\s{1,3})?(?P<s>[^'\\\n]{1,2048})"
    rf"|`(?P<t>[^`\n]{{1,2048}})|(?P<b>[^{_SPACE}\"'`\\<>;]{{1,2048}}))"
)
_VALUE: Final = re.compile(
    rf"(?:{_Q})?\]?\)?"
    r"(?P<sep>:\s?[&A-Za-z][\w.&<>\[\]|?]{0,30}\s?=\s{0,2}(?=[\"'`])|\s{0,4}(?:=>|:=|==?|::?)\s{0,4}|\s(?:string|str|String)\s?=\s?|\s{1,3}(?:is|was|ist|est|es|lautet)\s{1,3}(?:now\s|set\sto\s)?:?\s?"
    r"|\s{0,3},\s{0,3}(?=\\{0,7}[\"'])|\s{1,4}(?=\\{0,7}[\"'`])|(?:\s[^<>\n]{0,60})?>\s{0,8}|\s{1,3}(?=[^\s:=]))"
    + _LEAD
    + _TAKEN
)
# `{"name": "DB_PASS", "value": "…"}`, `<add key="…" value="…"/>`, `variable "…" { default = "…" }`
_NAMED: Final = re.compile(
    rf"{_Q}?\s{{0,3}}(?::\s{{0,3}}\{{|[,{{]|>\s{{0,3}}<)?(?:\s|\\{{1,7}}[nrt]){{0,20}}(?:-\s)?"
    rf"(?:{_Q}\w{{1,16}}{_Q}\s?:\s?{_Q}{_Q}\s?,\s{{0,3}})?{_Q}?"
    r"(?:value|val|default|content|text|string|plaintext)"
    rf"{_Q}?\s{{0,3}}[=:>]\s{{0,3}}" + _TAKEN,
    re.IGNORECASE,
)
# `the password for the office is "…"`, `password (temporary): …`
_SPOKEN: Final = re.compile(
    r"(?:\sto\s{1,2}|(?:\s[A-Za-z'()/-]{1,16},?){1,6}(?:\s(?:is|are|was|to|it's)\s{0,2}:?\s{0,2}|\s?[:=]\s{0,2}))"
    + _TAKEN
)
# `passphrase: kettle borrows lantern 7`, to the end of the line and no sentence.
_PHRASE: Final = re.compile(
    r"\s{0,3}[:=][ ]{1,3}"
    r"(?![^\n]{0,160}\b(?:an?|and|are|at|be|been|can|do|for|if|in|is|it|may|must|no|none|not|of|on|or|should|that|the|"
    r"this|to|was|will|with|you|your)\b)"
    r"(?P<b>(?:[A-Za-z0-9]{2,16}[ -]){2,11}[A-Za-z0-9]{1,16})[ \t]{0,4}(?=$|[\r\n]|\\{1,7}[nr])",
    re.IGNORECASE,
)
# Base64 may end with the sign that ends a key.
_NEXT_KEY: Final = re.compile(
    r"[\w.-]{1,40}\s?(?:=[^=\s<]|:(?:\s|$))|[A-Za-z_.-]{1,40}\s?=(?:\s|$)"
)
_AS: Final = r"\s(?:as|is|for|=)\s(?:the\s|my\s|your\s|our\s|a\s|an\s)?(?:[\w-]{1,16}\s){0,2}$"
_USE: Final = re.compile(_AS)
_USED_AS: Final = re.compile(r"([^\s\"'`]{6,256})[\"'`]?" + _AS)
_USER_BEFORE: Final = re.compile(
    r"\b(?:user(?:name)?|login|usr|uid|account|email)\b", re.IGNORECASE
)
_CUT: Final = re.compile(r"&(?=[\w.-]{1,40}=)|,(?=$|[\w.-]{1,40}[=:])")
_ASSIGNMENT: Final = re.compile(r"[A-Za-z][A-Za-z0-9_ ]{1,40}=[^=]", re.ASCII)
_AROUND: Final = 60


def assigned_rules() -> list[tuple[Anchor, Confirm]]:
    """Return a rule for each part of a key that tells."""
    return [(Anchor(word, caseless=True), _keyed(len(word))) for word in _ANCHORS]


def _keyed(length: int) -> Confirm:
    def confirm(text: str, start: int) -> Iterator[Finding]:
        end = start + length
        while text[end - 1 : end] in {"=", ":"}:
            end -= 1
        before = _BACK.match(text[max(0, start - 40) : start][::-1])
        rest = _REST.match(text, end)
        if before is None or rest is None:
            return
        key_start, key_end = start - before.end(), rest.end()
        key = text[key_start:key_end].strip(".-")
        if text[key_start - 1 : key_start] == "\\" and key[:1] in {"n", "r", "t"}:
            key = key[1:]
        while text[key_end - 1] in ".-" and key_end > end:
            key_end -= 1
        strength = judge_key(key)
        if strength == "none" and key.lower() in _BARE:
            word = _WORD_BEFORE.match(text[max(0, key_start - 24) : key_start][::-1])
            strength = judge_key(f"{word[1][::-1]}_{key}") if word else "none"
        if strength != "none":
            yield from _secret_beside(text, strength, key_start, key_end)

    return confirm


def _secret_beside(
    text: str, strength: Strength, key_start: int, key_end: int
) -> Iterator[Finding]:
    """Yield the secret that a key assigns, names or is said to be, if it does."""
    if strength == "password" and (match := _PHRASE.match(text, key_end)):
        yield Finding(*match.span("b"), SECRET, 0.75)
        return
    if match := _VALUE.match(text, key_end):
        found = _judge(text, strength, key_start, match)
        if found is None and match["sep"].isspace():
            found = _said(text, strength, match)
        if found is not None:
            yield found
            return
    if match := _NAMED.match(text, key_end):
        start, end, quoted = _bounds(text, match)
        if is_secret(strength, text[start:end], quoted=quoted, assigned=True):
            yield Finding(start, end, SECRET, 0.85)
            return
    if match := _SPOKEN.match(text, key_end):
        start, end, quoted = _bounds(text, match)
        if _is_said(strength, text[start:end], quoted):
            yield Finding(start, end, SECRET, 0.8)
            return
    begin = max(0, key_start - 2 * _AROUND)
    before = text[begin:key_start]
    # Without such a word the whole would be tried from each character to each.
    if _USE.search(before) and (match := _USED_AS.search(before)):
        start, end = (begin + place for place in match.span(1))
        if _is_said(strength, text[start:end], False):
            yield Finding(start, end, SECRET, 0.75)


def _judge(text: str, strength: Strength, key_start: int, match: re.Match[str]) -> Finding | None:
    separator = match["sep"]
    if not separator.strip() and match["b"] and not text.startswith("--", key_start):
        return None  # words that follow a key by chance
    start, end, quoted = _bounds(text, match)
    if "\n" in separator and not quoted and _NEXT_KEY.match(text, start):
        return None  # nothing is assigned, and the next line begins
    value = text[start:end]
    if not quoted and strength == "token" and _ASSIGNMENT.match(value):
        return None  # another key, which is judged by itself
    inner = unwrapped(value)
    start, value = start + value.find(inner), inner
    end = start + len(inner)
    with_user = strength == "password" and bool(
        _USER_BEFORE.search(text, max(0, key_start - _AROUND), key_start)
    )
    # A key's `word: Word` in a type or a schema is quoted or not; a random value needs no quotes.
    assigned = "=" in separator or with_user
    if is_secret(strength, value, quoted=quoted, assigned=assigned):
        return Finding(start, end, SECRET, 0.85)
    return None


def _said(text: str, strength: Strength, match: re.Match[str]) -> Finding | None:
    """Judge the word after a key in a sentence: `user bob and password 8npq4gTx`."""
    start, end, quoted = _bounds(text, match)
    return (
        Finding(start, end, SECRET, 0.75) if _is_said(strength, text[start:end], quoted) else None
    )


def _is_said(strength: Strength, value: str, quoted: bool) -> bool:
    if not is_secret(strength, value, quoted=quoted, assigned=False):
        return False
    if strength in {"password", "pin"}:
        return strength == "pin" or is_chosen(value)
    return is_random(value, 16, 3.0)


def _bounds(text: str, match: re.Match[str]) -> tuple[int, int, bool]:
    """Return where a value stands, without what only follows it, and whether it is quoted."""
    group = match.lastgroup or "b"
    start, end = match.span(group)
    if group != "b":
        return start, end, True
    joined = text.find("&", start, end) >= 0 or text.find(",", start, end) >= 0
    cut = _CUT.search(text, start, end) if joined else None
    end = cut.start() if cut else end
    while end > start and text[end - 1] in ".,:!?)}]|":
        if text[end - 1] in "!?" and not text[end : end + 1].isspace():
            break
        end -= 1
    return start, end, False
