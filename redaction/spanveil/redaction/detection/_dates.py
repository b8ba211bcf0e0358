"""Dates as people write them."""

import re
from collections.abc import Iterable
from typing import Final

from spanveil.redaction.detection._finding import Finding

# A month's name in any script: with the marks of its vowels, which are no letters.
_MONTH: Final = r"[A-Za-z\u00c0-\u024f\u0370-\u085f\u0900-\u10ff\u1780-\u17d2\u1e00-\u1fff][a-z\u00c0-\u024f\u0370-\u085f\u0900-\u10ff\u1780-\u17d2\u1e00-\u1fff]{2,13}"
# Japan's years count from an emperor's accession, Taiwan's from the republic.
_ERA: Final = "(?:\u660e\u6cbb|\u5927\u6b63|\u662d\u548c|\u5e73\u6210|\u4ee4\u548c|\u6c11\u570b)"
DATE: Final = (
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:T\d\d:[\d:.]{2,13}(?:Z|[+-]\d\d:?\d\d)?)?"
    "|(?:19|20)\\d\\d[\u5e74\ub144] ?\\d{1,2}[\u6708\uc6d4] ?\\d{1,2}[\u65e5\uc77c]?"
    f"|{_ERA} ?(?:\\d{{1,3}}|\u5143)\u5e74 ?\\d{{1,2}}\u6708 ?\\d{{1,2}}\u65e5?"
    f"|(?:(?-i:[MTSHR])|{_ERA})\\d{{1,2}}[./]\\d{{1,2}}[./]\\d{{1,2}}"
    # Latvia, Lithuania and Kazakhstan begin with the year and a word for it
    rf"|(?:19|20)\d\d(?:\.? gada| m\.| \u0436\u044b\u043b\u0493\u044b|ko|\.)? (?:\d{{1,2}}\.? ?{_MONTH}|{_MONTH} \d{{1,2}}(?: ?d\.)?)"
    # Hungary writes a point behind each part, and Vietnam the word for it before each
    rf"|(?:19|20)\d\d\. ?(?:\d{{1,2}}\.|{_MONTH}\.?) ?\d{{1,2}}"
    r"|\d{1,2} th\u00e1ng \d{1,2},? n\u0103m \d{4}"
    r"|\d{1,2}[-/. ]\d{1,2}[-/. ]\d{2,4}|\d{1,2}\. \d{1,2}\. \d{4}|\d{1,2} [-/.] \d{1,2} [-/.] \d{2,4}"
    r"|\d{1,2}(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\d{2,4}"
    # the months of the Hijra that are two words
    r"|\d{1,2} [\u0621-\u064a]{3,8} (?:\u0627\u0644)?[\u0621-\u064a]{3,9} \d{4}"
    rf"|\d{{1,2}}(?:st|nd|rd|th|\.|er|\u00ba|\u00b0|-\u0433\u043e)?[-. /]{{1,2}}(?:of |de |ng |d['\u2019]|\u0e40\u0e14\u0e37\u0e2d\u0e19 ?)?(?:{_MONTH}|[\u0e01-\u0e2e]{{1,2}}[\u0e31-\u0e3a]?\.[\u0e01-\u0e2e])\.?(?: de|,| \u0e1e\.\u0e28\.| \u0e04\.\u0e28\.| del)?[-. /,]{{1,2}}\d{{2,4}}"
    r"(?: (?:\u0440\u043e\u043a\u0443|\u0433\u043e\u0434\u0430|\u0433\u043e\u0434\u0438\u043d\u0430|\u0440\.|\u0433\.))?"
    rf"|{_MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|(?:19|20)\d{{6}}|\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
)
"""A date in any usual form, as a regular expression; only beside a word that says whose it is."""

_TENTH: Final = "[\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341]{1,3}"
SPELT: Final = (
    # in English, from the day or from the month
    r"(?:(?:(?:twenty|thirty)[ -])?[a-z]{3,11}(?:st|nd|rd|th) (?:of )?{month}|{month} (?:the )?(?:(?:twenty|thirty)[ -])?[a-z]{3,11}(?:st|nd|rd|th)),? "
    r"(?:nineteen(?: hundred)?(?: and)?|two thousand(?: and)?|twenty)(?:[ -][a-z]{3,9}){0,2}".replace(
        "{month}",
        "(?:january|february|march|april|may|june|july|august|september|october|november|december)",
    )
    # in Spanish and in German
    + r"|[a-zé]{3,12}(?: y (?:un|uno))? de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre) (?:de|del) (?:(?:19|20)\d\d|mil novecientos(?: [a-zé]{3,12}(?: y [a-z]{3,6})?)?|dos mil(?: [a-zé]{3,12})?)"
    r"|[a-z\u00e4\u00f6\u00fc\u00df]{4,24}(?:ten|te) (?:januar|j\u00e4nner|februar|m\u00e4rz|april|mai|juni|juli|august|september|oktober|november|dezember) (?:(?:19|20)\d\d|neunzehnhundert[a-z\u00fc\u00f6\u00e4\u00df]{0,24}|zweitausend[a-z\u00fc\u00f6\u00e4\u00df]{0,24})"
    # in the numerals of Chinese
    f"|(?:[\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u3007\u25cb\u96f6]{{4}}|{_ERA}(?:{_TENTH}|\u5143))\u5e74{_TENTH}\u6708{_TENTH}\u65e5"
    # in the calendar of the Jews, whose numerals are letters
    r"|[\u05d0-\u05ea]{1,2}['\"\u05f3\u05f4]?[\u05d0-\u05ea]? \u05d1?(?:\u05ea\u05e9\u05e8\u05d9|\u05d7\u05e9\u05d5\u05d5\u05df|\u05d7\u05e9\u05d5\u05df|\u05db\u05e1\u05dc\u05d5|\u05d8\u05d1\u05ea|\u05e9\u05d1\u05d8|\u05d0\u05d3\u05e8|\u05e0\u05d9\u05e1\u05df|\u05d0\u05d9\u05d9\u05e8|\u05e1\u05d9\u05d5\u05d5\u05df|\u05e1\u05d9\u05d5\u05df|\u05ea\u05de\u05d5\u05d6|\u05d0\u05d1|\u05d0\u05dc\u05d5\u05dc)"
    r"(?: \u05d1?[\u05d0\u05d1]['\u05f3])? (?:\u05d4['\u05f3])?\u05ea[\u05d0-\u05ea]{1,3}[\"\u05f4][\u05d0-\u05ea]"
)
"""A date in words or in letters; only beside a word for a birth."""

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
