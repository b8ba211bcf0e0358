"""What stands beside people: what makes an unsure name sure, a phone number, a date of birth."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from typing import Final

from spanveil.redaction.detection._finding import Finding
from spanveil.redaction.detection._name_scores import UNSURE

_NEAR: Final = 100
_FEW: Final = 8
"""For so many unsure names all findings are sooner looked through than sorted."""
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
    r"\(?(?:19|20)\d\d ?- ?(?:19|20)\d\d$|(?:19|20)\d\d([-/. ])(?:0?\d|1[0-2])\1[0-3]?\d$|[0-3]?\d([-/. ])(?:0?\d|1[0-2])\2(?:19|20)\d\d$"
)
_ZIP: Final = re.compile(r"\b[A-Z]{2}\s{1,2}\d{5}-\d{4}$")
"""The long postal code of the United States, behind the state."""
# As minutes and lists of heirs have it: `Ada Byron (10.12.15)`
_BORN: Final = re.compile(
    r" [(\[](?:\*|b\. ?)? ?((?:0?[1-9]|[12]\d|3[01])([./-])(?:0?[1-9]|[12]\d|3[01])\2(?:19\d\d|200\d|\d\d))[)\],;]"
)
_OPENS: Final = frozenset({" (", " ["})
"""What stands behind somebody, before such a date."""


def confirmed(found: list[Finding], all_found: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the names that are sure, and of the others those that something personal stands near."""
    unsure = sum([one[3] <= UNSURE for one in found])
    if not unsure:
        yield from found
        return
    is_near = _near_one(all_found) if unsure <= _FEW else _near_many(all_found)
    for one in found:
        if one[3] > UNSURE:
            yield one
        elif is_near(one[0] - _NEAR, one[1] + _NEAR):
            yield Finding(one[0], one[1], one[2], 0.5)


def _near_one(found: Iterable[Finding]) -> Callable[[int, int], bool]:
    """Return what says whether something personal stands between two places, without preparation."""
    return lambda first, last: any(
        one[0] <= last and one[1] >= first and _is_personal(one) for one in found
    )


def _near_many(found: Iterable[Finding]) -> Callable[[int, int], bool]:
    """Return what says the same, sooner where it is asked often."""
    near = sorted([(one[0], one[1]) for one in found if _is_personal(one)])
    starts = [start for start, _ in near]
    ends = [*accumulate([end for _, end in near], max)]

    def is_near(first: int, last: int) -> bool:
        index = bisect_right(starts, last) - 1
        return index >= 0 and ends[index] >= first

    return is_near


def _is_personal(one: Finding) -> bool:
    return (one[3] > 0.7 or one[2] != "PERSON") and one[2] not in _NOT_PERSONAL


def beside_people(
    text: str, known: Iterable[Finding], found: Iterable[Finding]
) -> Iterator[Finding]:
    """Find the numbers and dates in no form of their own that stand right beside people."""
    people: set[int] = set()  # where they end
    starts: set[int] = set()
    ends: set[int] = set()
    for some in (known, found):
        for one in some:
            if one[2] == "PERSON":
                people.add(one[1])
            elif one[2] == "EMAIL_ADDRESS":
                starts.add(one[0])
                ends.add(one[1])
    yield from _numbers_beside(text, starts, people | ends)
    if "(" in text or "[" in text:
        for end in people:
            if text[end : end + 2] in _OPENS and (match := _BORN.match(text, end)):
                yield Finding(*match.span(1), "DATE_TIME", 0.45)


def _numbers_beside(text: str, starts: Iterable[int], ends: Iterable[int]) -> Iterator[Finding]:
    """Find a phone number in no form of its own: right behind a person or an e-mail, or before one.

    Args:
        text: The text.
        starts: Where e-mails begin.
        ends: Where people and e-mails end.
    """
    for start in starts:
        before = text[max(0, start - 6) : start].rstrip(" \n")
        if before[-1:] not in _PARTING or not before[:-1].rstrip(" ")[-1:].isdigit():
            continue  # as before most: the search is dear
        match = _BEFORE_CONTACT.search(text, max(0, start - 28), start)
        if match and not _DATE.match(match[1]) and 8 <= sum(map(str.isdigit, match[1])) <= 12:
            yield Finding(*match.span(1), "PHONE_NUMBER", 0.45)
    for end in ends:
        match = _CONTACT.match(text, end)
        if match and _ZIP.search(text, match.start(1) - 4, match.end(1)):
            continue
        if match and not _DATE.match(match[1]) and 8 <= sum(map(str.isdigit, match[1])) <= 12:
            yield Finding(*match.span(1), "PHONE_NUMBER", 0.45)
