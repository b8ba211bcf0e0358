"""Keys that their whole form tells, without a mark at the start: seeds of accounts, tokens of three parts, groups of base32."""

import re
from collections.abc import Iterator
from typing import Final

from spanveil.redaction._entities import SECRET
from spanveil.redaction.detection._finding import Finding
from spanveil.redaction.detection._values import UUID, entropy, is_documented

# The seed of an account of Stellar: version 18 << 3, 32 bytes, a checksum, in base32 (SEP-23)
_STELLAR: Final = re.compile("S[A-D][A-Z2-7]{54}")
_BASE32: Final = re.compile("(?=[A-Z]{0,40}[2-7])[A-Z2-7]{28,64}")
_MADE_FROM: Final = re.compile(
    r"(?<![a-z])(?:totp|hotp|otp|2fa|mfa|authenticator|base32|secret|seed|private|signs? with|enter|scan)(?![a-z])",
    re.IGNORECASE,
)
# The key of an account of Solana and the signature of a transaction are 64 bytes in base58 both.
_KEYPAIR: Final = re.compile("[1-9A-HJ-NP-Za-km-z]{86,88}")
_OF_WALLET: Final = re.compile(
    r"(?<![a-z])(?:phantom|solflare|backpack|keypair|wallet|export(?:s|ed)?|import(?:s|ed)?|private|secret|seed|restore|recover)(?![a-z])",
    re.IGNORECASE,
)
_OF_TRANSACTION: Final = re.compile(
    r"(?<![a-z])(?:signatures?|sig|tx|txn|txid|transactions?|confirm\w{0,4}|explorer)(?![a-z])",
    re.IGNORECASE,
)
# Webex ends a token with its cluster and its organisation.
_WEBEX: Final = re.compile(rf"[A-Za-z0-9_-]{{60,72}}_[A-Z][A-Z0-9]{{3}}_{UUID}")
# Asana begins a token with the person's and the token's number.
_ASANA: Final = re.compile(r"(?<![\w/.-])[0-2]/(?:[0-9]{10,20}/)?[0-9]{10,20}:$")
_HEXADECIMAL: Final = re.compile("[0-9a-f]{32}")
# An identifier of this form names a thing, unless its mark is one of access and somebody hands it on.
_ULID: Final = re.compile(
    r"(?!chat|stat|cat|feat|seat)[a-z]{1,4}(?:at|pat|rt|tok|key|sk)_01[0-9A-Z]{24}"
)
_HANDED: Final = re.compile(r"token|api[ _-]?key|secret|credential", re.IGNORECASE)
_AROUND: Final = 60
_FEWEST: Final = 3.4

# With what stands around it, so that words that only begin or end in four letters are passed over
_FOUR: Final = b" aaaa aaaa aaaa aaaa "
_GROUPS: Final = re.compile(
    r"(?<![\w-])(?:(?:[a-z2-7]{4}[ ]){3,15}[a-z2-7]{4}|(?:[A-Z2-7]{4}[ ]){3,15}[A-Z2-7]{4})(?![\w-])"
)
_MIXED: Final = re.compile(r"(?=[a-zA-Z]{0,3}[2-7])(?=[2-7]{0,3}[a-zA-Z])\w{4}")
_MEASURE: Final = re.compile("[2-7]{2}(?:[kmgt]b|[mnu]s|px|pt|em|th|nd|rd|hz|fs)", re.IGNORECASE)
_BEYOND_HEXADECIMAL: Final = re.compile("[g-zG-Z]")
_FEWEST_GROUPED: Final = 3.1
_FEW_GROUPS: Final = 6
_LEAST_BEYOND: Final = 3
_TYPED: Final = re.compile(
    r"key|code|secret|scan|\bqr\b|otp|2fa|mfa|authent|manual|by hand|\bapp\b|setup|clave|schl\u00fcssel|cl\u00e9|chave|chiave|sleutel|nyckel|klucz",
    re.IGNORECASE,
)
_TYPED_NEAR: Final = 80
_LONGEST_ULID: Final = 36


def whole_form(text: str, start: int, end: int) -> Finding | None:
    """Return the key that a run of letters, digits and hyphens is by its whole form, if it is one.

    Args:
        text: The text.
        start: Where the run begins.
        end: Where it ends.
    """
    length = end - start
    if length == 32 and text[start - 1 : start] == ":":
        lead = _ASANA.search(text, max(0, start - 48), start)
        if lead and _HEXADECIMAL.fullmatch(text, start, end):
            return Finding(lead.start(), end, SECRET, 0.85)
        return None
    if length < _LONGEST_ULID and _ULID.fullmatch(text, start, end):
        handed = _HANDED.search(text, max(0, start - _AROUND), start)
        return Finding(start, end, SECRET, 0.65) if handed else None
    if length > 90:
        whole = _WEBEX.fullmatch(text, start, end)
        return Finding(start, end, SECRET, 0.9) if whole else None
    if length >= 86 and _KEYPAIR.fullmatch(text, start, end):
        around = text[max(0, start - _AROUND) : start] + " " + text[end : end + _AROUND]
        told = _OF_WALLET.search(around) and not _OF_TRANSACTION.search(around)
        return Finding(start, end, SECRET, 0.75) if told else None
    return None


def in_capitals(text: str, start: int, end: int) -> Finding | None:
    """Return the key in base32 that a run of capitals and digits is, if it is one.

    Args:
        text: The text.
        start: Where the run begins.
        end: Where it ends.
    """
    if _BASE32.fullmatch(text, start, end) is None:
        return None
    value = text[start:end]
    if text[start - 1 : start] in {"/", "+", "."} or is_documented(value):
        return None
    if entropy(value) < _FEWEST:
        return None
    if _STELLAR.fullmatch(value):
        return Finding(start, end, SECRET, 0.9)
    if _MADE_FROM.search(text, max(0, start - _AROUND), start):
        return Finding(start, end, SECRET, 0.7)
    return None


def grouped_keys(text: str, marked: bytes) -> Iterator[Finding]:
    """Yield keys in base32 that are written in groups of four to be typed: `etc6 zu5w o5i3 evm2`.

    Args:
        text: The text.
        marked: The same with an ``a`` for each letter and digit, and spaces for all else.
    """
    marked = b" %b " % marked  # the space before a group stands where the group does in the text
    place = marked.find(_FOUR)
    while place >= 0:
        match = _GROUPS.match(text, place)
        if match is None:
            place = marked.find(_FOUR, place + 1)
            continue
        if _is_typed(text, match):
            yield Finding(*match.span(), SECRET, 0.75)
        place = marked.find(_FOUR, match.end())


def _is_typed(text: str, match: re.Match[str]) -> bool:
    groups = match[0].split(" ")
    mixed = sum(
        _MIXED.fullmatch(group) is not None and _MEASURE.fullmatch(group) is None
        for group in groups
    )
    if mixed * 4 < len(groups) or mixed < 2:
        return False  # words of four letters
    beyond = len(_BEYOND_HEXADECIMAL.findall(match[0]))
    if beyond < _LEAST_BEYOND or entropy("".join(groups)) < _FEWEST_GROUPED:
        return False
    return (
        len(groups) >= _FEW_GROUPS
        or _TYPED.search(text, max(0, match.start() - _TYPED_NEAR), match.start()) is not None
    )
