"""Identifiers of letters and digits that say by their form alone what they are."""

import re
from collections.abc import Iterator
from typing import Final

from spanveil.redaction._entities import SECRET
from spanveil.redaction.detection import _checksums as check
from spanveil.redaction.detection._finding import Finding

CODES: Final = re.compile(
    r"(?<![A-Za-z0-9_])(?:"
    r"(?P<iban>[A-Z]{2}\d{2}(?=[ -]?[A-Z0-9])[A-Z0-9 -]{10,40}[A-Z0-9])"
    r"|(?P<nino>[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D])(?![A-Za-z0-9])"
    r"|(?P<pan>[A-Z]{3}[ABCFGHLJPT][A-Z]\d{4}[A-Z])(?![A-Za-z0-9])"
    r"|(?P<cf>[A-Z]{6}\d{2}[ABCDEHLMPRST]\d{2}[A-Z]\d{3}[A-Z])(?![A-Za-z0-9])"
    r"|(?P<nie>[XYZ]-?\d{7}-?[A-Z])(?![A-Za-z0-9])"
    r"|(?P<fin>[STFGM]\d{7}[A-Z])(?![A-Za-z0-9])"
    r"|(?P<dea>[ABFGMPR][A-Z]\d{7})(?![A-Za-z0-9])"
    r"|(?P<dvla>[A-Z]{5}\d[0156]\d[0-3]\d\d[A-Z9]{2}\d[A-Z]{2})(?![A-Za-z0-9])"
    r"|(?P<bot>[MNO][A-Za-z0-9_-]{23,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,40})(?![A-Za-z0-9])"
    r"|(?P<wif>[KL][1-9A-HJ-NP-Za-km-z]{51}|5[HJK][1-9A-HJ-NP-Za-km-z]{49})(?![A-Za-z0-9]))",
    re.ASCII,
)  # fmt: skip
CHE: Final = re.compile(
    r"(?<![A-Za-z0-9_])CHE[ -]?(\d{3})(\.?)(\d{3})\2(\d{3})(?![A-Za-z0-9_])", re.ASCII
)
NIF: Final = re.compile(r"(?<![A-Za-z0-9])(\d{8})-?([A-HJ-NP-TV-Z])(?![A-Za-z0-9])", re.ASCII)
HETU: Final = re.compile(r"(?<![A-Za-z0-9-])\d{6}[-+A-FU-Y]\d{3}[0-9A-Y](?![A-Za-z0-9-])", re.ASCII)
COIN: Final = re.compile(
    r"(?<![A-Za-z0-9])(?:[13][1-9A-HJ-NP-Za-km-z]{25,34}|bc1[02-9ac-hj-np-z]{11,71}"
    r"|0x[0-9a-fA-F]{40})(?![A-Za-z0-9])",
    re.ASCII,
)
MYSQL: Final = re.compile(r"(?<![\w*])\*[0-9A-F]{40}(?![0-9A-Za-z])", re.ASCII)
_ENTITIES: Final = {
    "pan": ("IN_PAN", 0.7),
    "cf": ("IT_FISCAL_CODE", 0.7),
    "fin": ("SG_NRIC_FIN", 0.7),
    "dvla": ("UK_DRIVING_LICENCE", 0.7),
    "bot": (SECRET, 0.8),
}
_NO_NINO: Final = frozenset({"BG", "GB", "NK", "KN", "TN", "NT", "ZZ"})


def code(text: str, match: re.Match[str]) -> Iterator[Finding]:
    """Judge an identifier of capitals and digits."""
    kind, start, value = match.lastgroup or "", match.start(), match[0]
    if kind == "iban":
        if end := check.iban_length(value):
            yield Finding(start, start + end, "IBAN_CODE", 1.0)
    elif kind == "wif":
        if any(map(str.isdigit, value)) and check.base58check(value):
            yield Finding(*match.span(), SECRET, 1.0)
    elif kind == "nie":
        if check.spanish_id(value.replace("-", "")):
            yield Finding(*match.span(), "ES_NIE", 0.8)
    elif kind == "dea":
        if check.dea(value):
            yield Finding(*match.span(), "MEDICAL_LICENSE", 0.6)
    elif kind == "nino":
        if value[:2] not in _NO_NINO:
            yield Finding(*match.span(), "UK_NINO", 0.8)
    elif kind in _ENTITIES:
        yield Finding(*match.span(), *_ENTITIES[kind])


def che(text: str, match: re.Match[str]) -> Iterator[Finding]:
    """Judge a Swiss enterprise's number (UID, eCH-0097) by its points, or by its check digit."""
    if match[2] or check.swiss_uid(match[1] + match[3] + match[4]):
        yield Finding(*match.span(), "NATIONAL_ID", 0.8)


def nif(text: str, match: re.Match[str]) -> Iterator[Finding]:
    """Judge a Spanish NIF by its letter."""
    if check.spanish_id(match[1] + match[2]):
        yield Finding(*match.span(), "ES_NIF", 0.8)


def hetu(text: str, match: re.Match[str]) -> Iterator[Finding]:
    """Judge a Finnish personal identity code by its date and its last character."""
    if check.finnish_id(match[0]):
        yield Finding(*match.span(), "FI_PERSONAL_IDENTITY_CODE", 0.8)


def coin(text: str, match: re.Match[str]) -> Iterator[Finding]:
    """Judge an address of a crypto-currency."""
    value = match[0]
    if value.startswith("0x"):
        valid = True
    else:
        valid = check.bech32(value) if value.startswith("bc1") else check.base58check(value)
    if valid:
        yield Finding(*match.span(), "CRYPTO", 1.0)


def mysql(text: str, match: re.Match[str]) -> Iterator[Finding]:
    """Take MySQL's double SHA-1 of a password for one."""
    yield Finding(*match.span(), SECRET, 0.8)
