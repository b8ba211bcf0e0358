"""Dates as people write them."""

import re
from collections.abc import Iterable
from typing import Final

from spanveil.redaction.detection._finding import Finding

_MONTH: Final = r"[A-Za-z\u00c0-\u017f]{3,10}"
DATE: Final = (
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:T\d\d:[\d:.]{2,13}(?:Z|[+-]\d\d:?\d\d)?)?"
    "|(?:19|20)\\d\\d[\u5e74\ub144] ?\\d{1,2}[\u6708\uc6d4] ?\\d{1,2}[\u65e5\uc77c]?"
    r"|\d{1,2}[-/. ]\d{1,2}[-/. ]\d{2,4}"
    rf"|\d{{1,2}}(?:st|nd|rd|th|\.|er)?[-. /]{{1,2}}(?:of |de )?{_MONTH}\.?(?: de|,)?[-. /,]{{1,2}}\d{{2,4}}"
    rf"|{_MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|(?:19|20)\d{{6}}"
)
"""A date in any usual form, as a regular expression; only beside a word that says whose it is."""

OLD: Final = re.compile(
    r"(?<![\w/.-])(?:\d{1,2}([/.-])\d{1,2}\1(?:19\d\d|200\d)|(?:19\d\d|200\d)([/-])\d{1,2}\2\d{1,2})"
    r"(?![\w/-])(?!\.\d)(?![ T,]{1,2}\d{1,2}:)",
    re.ASCII,
)
_MONTHS: Final = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_YEAR: Final = r"(?:19\d\d|200\d)(?![\w.:-])(?! \d{1,2}:)"
OLD_WITH_MONTH: Final = re.compile(
    rf"(?<![\w/.-])(?i:(?:\d{{1,2}}(?:st|nd|rd|th)?[ .-]{{1,2}}(?:of )?(?:{_MONTHS})[a-z]{{0,6}}\.?[ ,.-]{{1,2}}"
    rf"|(?:{_MONTHS})[a-z]{{0,6}}\.? \d{{1,2}}(?:st|nd|rd|th)?,? )){_YEAR}",
    re.ASCII,
)
OLD_WITH_MONTH_START: Final = (
    rf"(?:^|[^0-9A-Za-z_/.-])(?i:[0-9]{{1,2}}(?:st|nd|rd|th)?[ .-]{{1,2}}(?:of )?(?:{_MONTHS})"
    rf"|(?:{_MONTHS})[a-z]{{0,6}}[.]? [0-9]{{1,2}}(?:st|nd|rd|th)?,? (?:19|200))"
)
_CONSTANTS: Final = frozenset({"1970-01-01", "1900-01-01", "2006-01-02", "2000-01-01"})


def old_date(text: str, match: re.Match[str]) -> Iterable[Finding]:
    """Find a date that is old enough to be one of birth, and no instant of a log."""
    if match[0] in _CONSTANTS:
        return ()
    return (Finding(match.start(), match.end(), "DATE_TIME", 0.4),)
