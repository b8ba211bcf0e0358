"""How much a word looks like a password by its letters, digits and signs alone."""

import re
from typing import Final, Literal

from spanveil.redaction.detection._values import (
    is_chosen,
    is_documented,
    is_passphrase,
    is_placeholder,
    is_random,
    turns,
)

Grade = Literal[0, 1, 2, 3]
"""3 a password wherever it stands, 2 near any talk of an account, 1 where such talk points at it."""

_SHORTEST: Final = 7
_LONGEST: Final = 40
_SIGNS: Final = "!#$%&*?@^~+"
_SIGNED: Final = re.compile(rf"[{_SIGNS}]")
_PLAIN: Final = re.compile(r"[A-Za-z0-9!#$%&*?@^~+._-]{7,40}")
# Nobody's address, file or version has it, and no language joins a word and a number so.
_SURE: Final = re.compile(
    r"[A-Za-z0-9]{0,20}[A-Za-z]{3}[0-9]{0,6}(?:!{1,2}[0-9]{2,6}[A-Za-z]?|!![0-9])"
    r"|(?=(?:[A-Za-z]{1,5}[0-9]{1,2}){3})[A-Za-z0-9]{7,24}[!#$?@]{1,2}"
)
_DOUBLED: Final = re.compile(r"[A-Za-z0-9]{0,20}[A-Za-z]{3}[0-9]{0,4}([!#$%&*?@])\1[0-9]{1,6}")
_LED: Final = re.compile(r"[!#$%&*?@.][a-z]{3,20}[0-9]{1,4}[A-Z]{2,4}")
_ENDED: Final = re.compile(
    r"(?=[A-Za-z]{0,12}[0-9][A-Za-z]|[A-Za-z]{4})[A-Za-z0-9]{3,20}[0-9]{2,4}[#$%^&*~@]{1,2}"
)
# A word, a sign and a number: a password, or a version, a reference to an issue, an inner class
_SIMPLE: Final = re.compile(
    r"[A-Za-z]{4,20}[@#$*?&%^~+!][0-9]{1,4}|[A-Za-z]{4,20}[0-9]{1,4}[!?]{1,2}"
)
# A version, an issue of a repository, somebody in a chat
_REFERRING: Final = re.compile(r"[a-z]{1,40}[@~]|[a-z]{1,40}#[0-9]{3}|[a-z-]{1,40}#[0-9]{2}$")
# `Otter1984`, `CopperLadder42`, `otter_Maple_7`, `Otter-Maple-42`
_JOINED: Final = re.compile(
    r"(?:[A-Z][a-z]{3,15}){1,3}[0-9]{2,4}|[A-Za-z][a-z]{2,14}(?:[-_.][A-Za-z][a-z]{0,14}){0,4}[-_.][0-9]{1,4}"
    r"|[a-z]{4,16}[0-9]{2,6}(?:_[0-9]{1,4})?|[A-Z][a-z]{3,15}[0-9]{2,4}(?:[a-z]|_[0-9]{1,4})?|[a-z]{3,8}[0-9]{2}[a-z]{2,8}\\.[0-9]{1,4}"
)
_DRAWN: Final = re.compile(r"(?:[a-z0-9]{4,6}-){2,5}[a-z0-9]{4,6}")
# Products, protocols, versions and machines, whose names are a word and a number
_THINGS: Final = re.compile(
    r"(?:windows|win|office|microsoft|outlook|python|java|node|mysql|postgres|sql|oauth|auth|saml|fido|covid|ubuntu|debian|centos|rhel|"
    r"http|https|ipv|sha|md|base|utf|rsa|aes|hmac|argon|bcrypt|pbkdf|version|ver|release|build|issue|ticket|chapter|section|page|table|figure|"
    r"step|line|row|item|level|user|test|room|floor|unit|port|server|host|node|worker|web|app|db|prod|staging|dev|gpt|claude|llama|model|"
    r"gemini|iphone|chrome|firefox|safari|edge|opera|android|ios|macos|galaxy|pixel|xbox|playstation|surface|boeing|airbus|route|exit|gate|terminal|team|group|area|zone|case|"
    r"error|code|float|uint|status|vlan|eth|usb|type|class|phase|stage|part|vol|volume|log|backup|img|image|file|doc|report|invoice|order|ref|id|v|q|fy)"
    r"[-_.]?[0-9]",
    re.IGNORECASE,
)
_HEXADECIMAL: Final = re.compile("[0-9a-f]{6,64}")
_CAMEL: Final = re.compile(
    r"[A-Za-z]?[a-z]{1,20}(?:[A-Z]{1,4}[a-z]{1,20}){0,8}[A-Z]{0,4}[0-9]{1,4}"
)
_VERSION: Final = re.compile(r"[A-Za-z-]{1,24}[-_]?v?[0-9]{1,4}\.[0-9]|[0-9]{4}-[0-9]{2}")
# A domain, a file, an address, a symbol of a linker, what is percent-encoded, a version of a package
_NO_WORD: Final = re.compile(
    r"\.[A-Za-z]{2}|@[A-Za-z]{2,24}-?[A-Za-z]{0,24}$|^[a-z]{1,24}@[a-z]|@@?[A-Z]{3,40}_|%[0-9A-Fa-f]{2}.{0,40}%[0-9A-Fa-f]{2}|[~+-]?[0-9]{1,3}\.[0-9]{1,3}\.|^_[A-Z_]|0-9|a-z|#[A-Za-z]|^[0-9]{4,40}[^A-Za-z0-9]|&[A-Za-z]{2}|\$[A-Z][a-z]"
)
_LETTER: Final = re.compile("[A-Za-z]")
_VOWEL: Final = re.compile("[aeiouy]")


def grade(value: str) -> Grade:
    """Say how much a word looks like a password.

    Args:
        value: The word, without what stands around it.
    """
    if not _SHORTEST <= len(value) <= _LONGEST or _PLAIN.fullmatch(value) is None:
        return 0
    if _LED.fullmatch(value):
        return 2
    signs = set(_SIGNED.findall(value))
    if len(_LETTER.findall(value)) < 3 or not any(map(str.isdigit, value)):
        return 1 if not signs and is_passphrase(value) else 0
    if _NO_WORD.search(value) or is_placeholder(value) or is_documented(value):
        return 0
    if not signs:
        return 1 if _may_be(value) else 0
    if _SURE.fullmatch(value):
        return 3
    if _SIMPLE.fullmatch(value):
        return 0 if _THINGS.match(value) or _REFERRING.match(value) else 1
    if signs <= {"+", "~"}:
        return 0  # base64, and versions of packages
    mixed = any(map(str.isupper, value)) and any(map(str.islower, value))
    if mixed and len(signs) > 1 and is_random(value, 10, 3.0):
        return 3
    if value[0] in "@#$!":
        return 0  # somebody's name, a heading, a variable, what is negated
    if mixed or _DOUBLED.fullmatch(value) or _ENDED.fullmatch(value):
        return 2 if is_chosen(value) else 0
    return 1 if is_chosen(value) else 0


def _may_be(value: str) -> bool:
    """Say whether a word without a sign may be a password."""
    if _THINGS.match(value) or _VERSION.match(value) or _HEXADECIMAL.fullmatch(value):
        return False
    if _JOINED.fullmatch(value):
        return True
    if _DRAWN.fullmatch(value):
        return len([part for part in value.split("-") if _VOWEL.search(part) is None]) > 1
    if not is_random(value, 8, 2.7) or value.isupper() or _CAMEL.fullmatch(value):
        return False
    mixed = any(map(str.isupper, value)) and any(map(str.islower, value))
    if not value.isalnum():
        return mixed and len(value) >= 10 and value.count("-") == 1
    return (mixed and len(value) >= 10) or turns(value) >= 2
