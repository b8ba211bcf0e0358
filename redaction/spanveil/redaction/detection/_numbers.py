"""Runs of digits that say by their form alone what they are: cards, phones, social security."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from spanveil.redaction.detection import _checksums as check
from spanveil.redaction.detection._finding import Finding

NUMBERS: Final = re.compile(
    r"(?<![A-Za-z0-9_+(])(?<!\d[.,-])[+(]{0,2}\d(?:[ .()/\u2011\u2010-]{0,3}\d){8,22}"
    r"(?![A-WYZa-wyz0-9_]|[xX](?![0-9]))(?!\.\d)",
    re.ASCII,
)
_EXTENSION: Final = re.compile(r" ?(?:ext\.?|x|extension|#) ?\d{1,6}", re.IGNORECASE)
_US_PHONE: Final = re.compile(
    r"(?:\+?1[ .-]?)?(?:\([2-9]\d{2}\)[ .-]?|[2-9]\d{2}[ .-])[2-9]\d{2}[ .-]\d{4}"
)
_LOOSE_US_PHONE: Final = re.compile(r"(?:\+?1[.-])?(?:\(\d{3}\) ?|\d{3}[.-])\d{3}[.-]\d{4}")
_TRUNK_PHONE: Final = re.compile(r"\(?0\d{1,5}\)?(?:[ /-]\(?\d{1,8}\)?){1,5}|\(0\d{1,5}\)\d{5,8}")
_INTERNATIONAL: Final = re.compile(r"(?:\+|00)[1-9]\d{0,2}[ .-]?\(?\d(?:[ .()/-]{0,3}\d){5,13}")
_SSN: Final = re.compile(r"(?<!\d)(?!000|666)(\d{3})([- ])(?!00)(\d{2})\2(?!0000)(\d{4})(?!\d)")
_SSN_DIGITS: Final = re.compile(r"(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}")
_NHS: Final = re.compile(r"\d{3}([ -])\d{3}\1\d{4}")
_DATEISH: Final = re.compile(
    r"(?:19|20)\d\d[-/. ]\d{1,2}[-/. ]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d"
)
_CARD_GROUPS: Final = re.compile(
    r"\d{12,19}|\d{4}([ -])\d{4}\1\d{4}\1\d{1,7}|\d{4}([ -])\d{6}\2\d{4,5}|\d{4}([ -])(?:\d{4}\3){3}\d{3}"
)
_CARD_IIN: Final = re.compile(
    r"4(?:\d{12}|\d{15}|\d{18})$|5[1-5]\d{14}$|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}$"
    r"|3[47]\d{13}$|3(?:0[0-5]|[689]\d)\d{11}$|6(?:011|5\d\d|4[4-9]\d)\d{12,15}$"
    r"|35(?:2[89]|[3-8]\d)\d{12}$|62\d{14,17}$|(?:50|5[6-9]|6\d)\d{10,17}$"
)
_CARD_RUN: Final = re.compile(r"\d{13,19}")
_ssn_by_text: dict[int, bool] = {}  # whether the last text by its hash mentions the word


def number(text: str, match: re.Match[str]) -> Iterable[Finding]:
    """Judge a run of digits and separators."""
    start, end = match.span()
    value = match[0]
    if value.isdigit() and value[0] != "0":
        return _plain(text, start, end, value)
    while value[0] == "(" and value.count("(") > value.count(")"):
        start += 1
        value = value[1:]
    digits = value if value.isdigit() else "".join(filter(str.isdigit, value))
    if _DATEISH.match(value):
        return ()
    if 13 <= len(digits) <= 19 and _is_card(value, digits):
        return (Finding(start, end, "CREDIT_CARD", 1.0),)
    if len(digits) == 9 and _SSN.fullmatch(value):
        return (Finding(start, end, "US_ITIN" if value[0] == "9" else "US_SSN", 0.85),)
    if len(digits) == 10 and _NHS.fullmatch(value) and check.nhs(digits):
        # a phone's form too, and one in eleven is right
        return (Finding(start, end, "UK_NHS", 0.76),)
    if _is_grouped_aadhaar(value, digits):
        return (Finding(start, end, "IN_AADHAAR", 0.9),)
    if _is_phone(value, digits):
        return (_phone(text, start, end),)
    if len(value) == 9 and _SSN_DIGITS.fullmatch(value) and _mentions_ssn(text):
        return (Finding(start, end, "US_SSN", 0.5),)  # a column of a table whose head says so
    return _parts(text, start, end) if len(digits) > 9 and " " in value else ()


def _plain(text: str, start: int, end: int, digits: str) -> Iterable[Finding]:
    """Judge digits without separators: all other kinds have some, or begin with a zero."""
    if 13 <= len(digits) <= 19:
        return (Finding(start, end, "CREDIT_CARD", 1.0),) if _is_card(digits, digits) else ()
    if len(digits) == 9 and _SSN_DIGITS.fullmatch(digits) and _mentions_ssn(text):
        return (Finding(start, end, "US_SSN", 0.5),)  # a column of a table whose head says so
    return ()


def _mentions_ssn(text: str) -> bool:
    """Say whether a text has the word, looked for once in a text however many numbers it holds."""
    key = hash(text)  # kept by the text itself, and keyed: the text is not
    mentions = _ssn_by_text.get(key)
    if mentions is None:
        _ssn_by_text.clear()
        mentions = _ssn_by_text[key] = "ssn" in text or "SSN" in text
    return mentions


def _is_grouped_aadhaar(value: str, digits: str) -> bool:
    grouped = len(digits) == 12 and len(value) == 14 and value[4:5] in " -"
    return grouped and digits[0] in "23456789" and check.verhoeff(digits)


def _is_phone(value: str, digits: str) -> bool:
    if value.startswith(("+", "00")) and _INTERNATIONAL.fullmatch(value):
        return True
    if _US_PHONE.fullmatch(value):
        return True
    if _LOOSE_US_PHONE.fullmatch(value):
        return True
    return len(digits) in range(9, 13) and _TRUNK_PHONE.fullmatch(value) is not None


def _parts(text: str, start: int, end: int) -> Iterator[Finding]:
    """Look into a run of numbers that only spaces separate."""
    for pattern, entity in (
        (_SSN, "US_SSN"),
        (_US_PHONE, "PHONE_NUMBER"),
        (_INTERNATIONAL, "PHONE_NUMBER"),
    ):
        for match in pattern.finditer(text, start, end):
            yield Finding(*match.span(), entity, 0.6)
    for match in _CARD_RUN.finditer(text, start, end):
        if _is_card(match[0], match[0]):
            yield Finding(*match.span(), "CREDIT_CARD", 1.0)


def _phone(text: str, start: int, end: int) -> Finding:
    extension = _EXTENSION.match(text, end)
    return Finding(start, extension.end() if extension else end, "PHONE_NUMBER", 0.75)


def _is_card(value: str, digits: str) -> bool:
    return (
        _CARD_IIN.match(digits) is not None
        and _CARD_GROUPS.fullmatch(value) is not None
        and check.luhn(digits)
    )
