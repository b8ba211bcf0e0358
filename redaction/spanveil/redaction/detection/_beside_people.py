"""What stands beside people: what makes an unsure name sure, a phone number, a date of birth."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Final

from spanveil.redaction.detection._finding import Finding
from spanveil.redaction.detection._name_judge import UNSURE

_NEAR: Final = 100
_NOT_PERSONAL: Final = frozenset({"SECRET", "URL", "IP_ADDRESS", "MAC_ADDRESS", "CRYPTO", "UUID"})
"""What telemetry holds that is about nobody."""
# Separators, tags and at most a few small words, then groups of digits. What is white space stands
# here sign by sign, and all separators so in one table, which is sooner asked.
_SPACES: Final = "".join(filter(str.isspace, map(chr, range(0x3001))))
_BETWEEN: Final = rf"(?:[{_SPACES},|;:/()<>'\"-]|[^\W\d_]{{1,5}}+(?![^\W\d_]))"
# Behind a letter no word begins. Then first that digits stand there at all: all but few places are
# soon refused so.
_CONTACT: Final = re.compile(
    rf"(?:(?<![^\W\d_])|(?![^\W\d_]))(?={_BETWEEN}{{1,16}}+\(?[0-9]){_BETWEEN}{{1,16}}?"
    r"(?<![\w.])(\(?[0-9]{2,4}\)?(?:[ .-][0-9]{2,5}){1,4}|[0-9]{8,11})(?![\w-])(?!\.[0-9])"
)
_BEFORE_CONTACT: Final = re.compile(
    r"(?:^|[\n|,;\u2022\u00b7]) ?(\(?[0-9]{2,5}\)?(?:[ .-][0-9]{2,5}){1,4}|[0-9]{8,11}) ?[|,;\u2022\u00b7/] ?$"
)
_PARTING: Final = frozenset("|,;\u2022\u00b7/")
"""What stands behind such a number."""
_DATE: Final = re.compile(
    r"(?:19|20)\d\d([-/. ])(?:0?\d|1[0-2])\1[0-3]?\d$|[0-3]?\d([-/. ])(?:0?\d|1[0-2])\2(?:19|20)\d\d$"
)
# As minutes and lists of heirs have it: `Ada Byron (10.12.15)`
_BORN: Final = re.compile(
    r" [(\[](?:\*|b\. ?)? ?((?:0?[1-9]|[12]\d|3[01])([./-])(?:0?[1-9]|[12]\d|3[01])\2(?:19\d\d|200\d|\d\d))[)\],;]"
)
_HAS_CONTACT: Final = frozenset({"PERSON", "EMAIL_ADDRESS"})


def confirmed(found: list[Finding], all_found: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the names that are sure, and of the others those that something personal stands near."""
    if not [one for one in found if one[3] <= UNSURE]:
        yield from found
        return
    near = sorted(
        [
            (start, end)
            for start, end, entity, score in all_found
            if (score > 0.7 or entity != "PERSON") and entity not in _NOT_PERSONAL
        ]
    )
    starts = [start for start, _ in near]
    ends = [*accumulate([end for _, end in near], max)]
    for one in found:
        if one.score > UNSURE:
            yield one
            continue
        index = bisect_right(starts, one.start + _NEAR) - 1
        if index >= 0 and ends[index] + _NEAR >= one.end:
            yield Finding(one.start, one.end, one.entity, 0.5)


def numbers_beside(
    text: str, known: Iterable[Finding], found: Iterable[Finding]
) -> Iterator[Finding]:
    """Find a phone number in no form of its own that stands right behind a person or an e-mail."""
    for start in {f[0] for some in (known, found) for f in some if f[2] == "EMAIL_ADDRESS"}:
        if _PARTING.isdisjoint(text[max(0, start - 3) : start]):
            continue  # as before most
        match = _BEFORE_CONTACT.search(text, max(0, start - 28), start)
        if match and not _DATE.match(match[1]) and 8 <= sum(map(str.isdigit, match[1])) <= 12:
            yield Finding(*match.span(1), "PHONE_NUMBER", 0.45)
    for end in {f[1] for some in (known, found) for f in some if f[2] in _HAS_CONTACT}:
        match = _CONTACT.match(text, end)
        if match and not _DATE.match(match[1]) and 8 <= sum(map(str.isdigit, match[1])) <= 12:
            yield Finding(*match.span(1), "PHONE_NUMBER", 0.45)


def born_beside(text: str, known: Iterable[Finding], found: Iterable[Finding]) -> Iterator[Finding]:
    """Find the date that stands in brackets right behind a person, old or with a year of two digits."""
    if " (" not in text and " [" not in text:
        return
    for end in {end for some in (known, found) for _, end, kind, _ in some if kind == "PERSON"}:
        if text[end : end + 2] in {" (", " ["} and (match := _BORN.match(text, end)):
            yield Finding(*match.span(1), "DATE_TIME", 0.45)
