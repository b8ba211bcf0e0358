"""How much a text may have its confirmations do, so that one written to be slow is refused.

Most rules look at so little that the number of their hits bounds them. A key that may have a
secret beside it is read in a dozen layouts, and a text of nothing but such keys has one in five
characters. Work is counted, never time: the same text is refused on every machine.
"""

import threading
from collections.abc import Callable
from typing import Final

from spanveil.redaction.detection._scanner import TooManyHits

_FREE: Final = 24_576
_FOR_A_CHARACTER: Final = 8
BLOCK: Final = 64
"""How many characters a stretch has."""
A_KEY: Final = 64
"""What a key costs that may have a secret beside it.

The densest list of them that people write, `pin=1234` in each line, takes eight units for a
character; an environment full of secrets takes two.
"""

A_ROW: Final = 4
"""What a row of a table or a member of a list costs, beside its characters."""


class _Work(threading.local):
    """What is left for the text that a thread scans; any amount before its first."""

    left: float = float("inf")
    # What was found out about stretches of the text, so that each is looked at once
    known: dict[tuple[str, int], bool] | None = None
    ends: dict[int, int] | None = None


_WORK: Final = _Work()


def begin_work(length: int) -> None:
    """Give a text its share of work.

    Args:
        length: Of the text, in characters.
    """
    _WORK.left = _FREE + _FOR_A_CHARACTER * length
    _WORK.known = {}
    _WORK.ends = {}


def spend(units: int) -> None:
    """Take from what is left.

    Raises:
        TooManyHits: If that much is not left.
    """
    _WORK.left -= units
    if _WORK.left < 0:
        raise TooManyHits


def block_of(place: int) -> int:
    """Return where the stretch of a text begins that a place lies in."""
    return place & -BLOCK


def known(kind: str, block: int, find: Callable[[], bool]) -> bool:
    """Return what is known about a stretch of the text that is scanned, found out once.

    Args:
        kind: What is asked.
        block: Where the stretch begins.
        find: Finds it out.
    """
    answers = _WORK.known
    if answers is None:
        return find()
    answer = answers.get((kind, block))
    if answer is None:
        answer = answers[kind, block] = find()
    return answer


def is_new(kind: str, place: int) -> bool:
    """Say whether a stretch or a word of the text is looked at for the first time.

    Args:
        kind: What it is looked at for.
        place: Where it begins.
    """
    answers = _WORK.known
    if answers is None:
        return True
    if (kind, place) in answers:
        return False
    answers[kind, place] = True
    return True


def told_ends() -> dict[int, int]:
    """Return where the values end that sentences tell, by the labels of the text that is scanned.

    Words of context and labels ask for the same ones. It is for the asker to fill.
    """
    ends = _WORK.ends
    return {} if ends is None else ends


def spend_row(length: int) -> None:
    """Take what it costs to read one more row of a table, or one more member of a list.

    Read once a row never costs what its characters give; a text in which many heads claim the same
    rows is refused.

    Args:
        length: Of the row, in characters.

    Raises:
        TooManyHits: If that much is not left.
    """
    spend(A_ROW + value_cost(length))


def value_cost(length: int) -> int:
    """Return what it costs to read a value: its characters cost a sixteenth of a unit each."""
    return length >> 4
