"""Where a part of a name that was found stands alone, elsewhere in the text."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Set
from itertools import accumulate
from typing import Final

from spanveil.redaction.detection._finding import Finding
from spanveil.redaction.detection._spelling import UPPER

SURE: Final = 0.6
"""From this score on it is said of somebody that they are one."""
_AGAIN: Final = 0.45
_MAX_NAMES: Final = 64
_FEW: Final = 16
"""So many names are sooner looked for one by one than in all capitalised runs."""
_LONG: Final = 25
"""A word of so many letters goes on behind a match of ``NAME``."""
_MAX_LETTERS: Final = 66
"""More than ``_ALONE`` reads of a name and behind it."""
# It begins with the capital, which is found much sooner than a place behind which one may stand.
_ALONE: Final = re.compile(
    rf"[{UPPER}](?<![\w@.-].)(?>[a-z]{{2,64}}+(?![\w@-])|[^\W\d_]{{2,64}}+(?![\w@-]))"
)


def named_again(
    text: str,
    runs: list[tuple[int, str]],
    people: list[Finding],
    tells: Callable[[str], bool],
) -> Iterator[Finding]:
    """Find a person's first or last name alone, elsewhere in the text.

    Args:
        text: The text.
        runs: Where each match of ``NAME`` in it begins, and what it holds.
        people: Who was found in it.
        tells: Says whether a part of a name tells who it is where it stands alone.
    """
    spans = sorted({one[:2] for one in people if one[3] >= SURE})
    alone: dict[str, int] = {}  # how often at least, in what is found
    last = 0
    for start, end in spans:
        for word in text[start:end].split():
            name = word.strip(".,'\"")
            if name in alone:
                alone[name] += start >= last
            elif tells(name):
                if len(alone) == _MAX_NAMES:
                    return
                alone[name] = int(start >= last)
        last = max(last, end)
    if not alone:
        return
    starts = [start for start, _ in spans]
    ends = [*accumulate((end for _, end in spans), max)]

    def is_found(start: int, end: int) -> bool:
        index = bisect_right(starts, start) - 1
        return index >= 0 and end <= ends[index]

    few = len(alone) <= _FEW
    places = _each_place(alone, text) if few else _places_of(alone.keys(), text, runs, is_found)
    for start, end in places:
        if not is_found(start, end):
            yield Finding(start, end, "PERSON", _AGAIN)


def _each_place(names: dict[str, int], text: str) -> Iterator[tuple[int, int]]:
    """Yield where some names stand alone, looking for one after the other.

    Args:
        names: Names, and of how many places of each nobody wants to know.
        text: The text.
    """
    for name, count in names.items():
        start = text.find(name) if text.count(name) > count else -1
        while start >= 0:
            found = _ALONE.match(text, start)
            if found and found[0] == name:
                yield found.span()
            start = text.find(name, start + len(name))


def _places_of(
    names: Set[str],
    text: str,
    runs: Iterable[tuple[int, str]],
    is_found: Callable[[int, int], bool],
) -> Iterator[tuple[int, int]]:
    """Yield where names stand alone, some of these places twice.

    They stand in capitalised runs, or behind what no run begins behind.

    Args:
        names: Names.
        text: The text.
        runs: Where each match of ``NAME`` in it begins, and what it holds.
        is_found: Says of which places nobody wants to know.
    """
    for begin, run in runs:
        if len(run) < _LONG:
            if run.isalpha():
                if run not in names:
                    continue
            elif "'" not in run and "\u2019" not in run and names.isdisjoint(run.split()):
                continue
        end = begin + len(run)
        if is_found(begin, end):
            continue
        for match in _ALONE.finditer(text, begin, end + _MAX_LETTERS):
            if match.start() >= end:
                break
            if match[0] in names:
                yield match.span()
    for sign in "/'\u2019":
        place = text.find(sign)
        while place >= 0:
            found = _ALONE.match(text, place + 1)
            if found and found[0] in names:
                yield found.span()
            place = text.find(sign, place + 1)
