"""What may be somebody's number behind or before a label, whatever registry issued it."""

import re
from typing import Final

_UPPER: Final = "A-Z\u00c0-\u00de"
_OTHER: Final = "\u0391-\u03a9\u0410-\u042f"
"""Capitals of scripts in which a document's series is written: Greek and Cyrillic."""
_GROUP: Final = r"(?=[A-Z]{0,8}[0-9])[A-Z0-9]{1,36}+"
_NO_PREFIX: Final = (
    r"(?!(?:NO(?! ?\d{3} ?\d{3} ?\d{3}(?!\d))|NR|ID|IS|NUM|OF|REF|CODE|NUMBER)[^A-Z]|N[^A-Z-])"
)
VALUE: Final = re.compile(
    rf"(?<![A-Za-z0-9_@.-])(?:[{_OTHER}]{{1,4}}[-./ ]?(?:\u2116 ?)?(?=[0-9]))?"
    rf"(?:{_NO_PREFIX}[{_UPPER}]{{1,6}}[-./ ]){{0,4}}{_GROUP}"
    rf"(?:[-./ ](?:[A-Z][-./ ])?{_GROUP}){{0,7}}(?:\([0-9A-Z]\)|[-/][A-Z]{{1,4}}(?![A-Za-z])| (?:LP|SC|CB|OR|PT|TJ|CH|BE|PD)(?![A-Za-z]))?(?![A-Za-z0-9_@]|-[a-z]|\.[0-9])"
    r"|(?<![A-Za-z0-9_@.-])(?:[a-z]{1,4}-?[0-9]{5,14}[a-z]?|[0-9]{6,14}-?[ac-jl-rt-z])(?![A-Za-z0-9_@.-])"
)
_BACK: Final = 40
_LONGEST_PREFIX: Final = 28
_DATE: Final = re.compile(
    r"(?:19|20)\d\d[-/.]\d\d?[-/.]\d\d?(?!\d)|\d\d?[-/.]\d\d?[-/.](?:19|20)?\d\d$|(?:0[1-9]|1[0-2])/(?:19|20)\d\d$"
)
_FRACTION: Final = re.compile(r"\d{1,24}[.]\d{1,24}|\d{1,3}(?:[.]\d{1,3}){3}")
_VERSION: Final = re.compile(r"\d{1,4}(?:[.]\d{1,4}){1,3}")
_THOUSANDS: Final = re.compile(r"\d{1,3}(?:[.]\d{3}){2,3}")
_THING: Final = re.compile(
    r"(?:INV|ORD|ORDER|PO|SO|TKT|TICKET|JIRA|INC|REQ|SKU|CVE|RFC|ISO|BUG|RMA|GTIN|EAN|ISBN|PLC|DOI|"
    r"TXN|TRX|PMT|PAY|DHL|UPS|LOT|BATCH|BUILD)[-_. ]?[0-9]"
    r"|(?:UTC|GMT|HTTP|SHA|MD|UTF|CH|V|REV|RC|PR)[-_. ]?(?:[^0-9]{0,3}[0-9]){1,5}(?![-./ ]?[0-9A-Z])"
)
"""The number of an order, a ticket or a part, or a name of technology."""
_MIXED: Final = re.compile(
    r"(?=(?:[A-Z]{1,5}[0-9]{1,2}){2}|(?:[0-9]{1,2}[A-Z]{1,5}){2})[A-Z0-9]{6,12}"
)
"""Of letters and digits by turns, as no word, version or model is: `C1EEA2U`."""
_UUID: Final = re.compile(r"[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-")
_BELOW: Final = re.compile(
    r"[^\n]{0,80}(?:\r?\n[ \t]{0,8}[=~*_#-]{0,80}[ \t]{0,8}){2,4}[>*_`\"'-]{0,3} ?"
)
_ALONE: Final = re.compile(r"[ \t.*_`\"']{0,8}(?:\r?\n|\Z)")
_LEAST_DIGITS: Final = 4
_LEAST: Final = 5


def value_before(text: str, end: int) -> tuple[int, int] | None:
    """Return the value of capitals, digits and signs that ends somewhere."""
    begin, least = end, max(0, end - _BACK)
    if text[end - 1].islower() and text[end - 2 : end - 1].isdigit():
        begin -= 1
    while begin > least and (
        text[begin - 1].isdigit() or text[begin - 1].isupper() or text[begin - 1] in "-./ ()"
    ):
        begin -= 1
    for value in VALUE.finditer(text, begin, end):
        if value.end() == end:
            return value.span()
    return None


def value_start(text: str, least: int, digit: int) -> int:
    """Return where a value may begin at the soonest whose first digit stands somewhere."""
    start, least = digit, max(least, digit - _LONGEST_PREFIX)
    while start > least and (text[start - 1] in "-./ \u2116" or text[start - 1].isupper()):
        start -= 1
    while text[start] in "-./ \u2116":
        start += 1
    return start if start < digit or not text[digit - 1].isalpha() else max(least, digit - 5)


def is_identifier(value: str) -> bool:
    """Say whether a value of capitals, digits and signs may be an identifier, and no measure."""
    if value.isdigit():
        return len(value) >= _LEAST
    digits = sum(map(str.isdigit, value))
    if digits < _LEAST_DIGITS and _MIXED.fullmatch(value):
        return True
    if digits < _LEAST_DIGITS or sum(map(str.isalnum, value)) < _LEAST:
        return False
    if _THING.match(value) or _DATE.match(value) or _UUID.match(value):
        return False
    if "." in value and digits < 11:
        if _THOUSANDS.fullmatch(value):
            return True
        return not _FRACTION.fullmatch(value) and not _VERSION.fullmatch(value)
    return True


def is_below(between: str, text: str, end: int) -> bool:
    """Say whether a value stands alone in a line below its label, as below a heading.

    Args:
        between: What stands from the label to the value.
        text: The text.
        end: Where the value ends.
    """
    return _BELOW.fullmatch(between) is not None and _ALONE.match(text, end) is not None
