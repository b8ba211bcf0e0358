"""Whether a capitalised run is a person or a place: by what stands before it, by form, by lists.

Detection asks this of every capitalised run of a text, so each run is taken apart once, each of its
words looked up once, and what decides most runs is asked first.
"""

import re
from itertools import repeat
from typing import Final

from spanveil.redaction.detection._finding import Finding
from spanveil.redaction.detection._gazetteer import Gazetteer
from spanveil.redaction.detection._places import PLACE_WORD, may_be_place
from spanveil.redaction.detection._triggers import TRIGGERS
from spanveil.redaction.detection._word_marks import (
    COMMON,
    FAMILY,
    GIVEN,
    JOINS,
    KNOWN,
    MONTH,
    PRODUCT,
    TITLE,
    USUAL,
    WORD,
    marks_of,
)

_BEFORE: Final = 40
_GAP: Final = " \n\t.:,;=-'\"(><"
_EDGES: Final = "\\\"'([{"
_NONE: Final = repeat(0)
"""The marks of a word in no list, for ``map``."""

_SPLIT: Final = re.compile("[ -]")
_NAMED_AFTER: Final = frozenset({
    "academy", "award", "celebration", "center", "centre", "college", "conference", "fellowship",
    "foundation", "fund", "institute", "laboratory", "lecture", "medal", "museum", "prize",
    "scholarship", "school", "symposium", "university", "workshop",
})  # fmt: skip
"""The last word of what is named after somebody, whom everybody may know."""
_IS_NAMED_AFTER: Final = re.compile(
    r"(?<!['\u2019]s) (?:algorithm|conjecture|equations?|fellowships?|filters?|paradox|theorem)\b"
)
_MAY_LEAD: Final = USUAL | TITLE | MONTH
_TELLS_NOTHING: Final = USUAL | PRODUCT
_NO_PLACE: Final = WORD | PRODUCT | GIVEN


def _by_last_word() -> dict[str, tuple[bool | None, dict[str, bool]]]:
    """Return for each last word of a trigger what it says alone, and what with words before it."""
    table: dict[str, tuple[bool | None, dict[str, bool]]] = {}
    for phrase, sure in TRIGGERS.items():
        before, _, last = phrase.rpartition(" ")
        alone, longer = table.get(last, (None, {}))
        if before:
            longer[before] = sure
        else:
            alone = sure
        table[last] = alone, longer
    return table


_TRIGGERS: Final = _by_last_word()


class Judge:
    """Judge capitalised runs.

    Args:
        gazetteer: The word lists.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._places = gazetteer.places
        self._mark = marks_of(gazetteer).get

    def judge(self, text: str, begin: int, value: str) -> Finding | None:
        """Say what a capitalised run holds of a name.

        Args:
            text: The text.
            begin: Where the run begins.
            value: The run, a match of ``NAME``.
        """
        lower = value.lower()
        if " " in value:
            return self._several(text, begin, value, lower)
        mark = self._mark(lower, 0)
        if mark & USUAL:
            return None
        if may_be_place(value) and PLACE_WORD.fullmatch(value):
            return Finding(begin, begin + len(value), "LOCATION", 0.5)
        marks = [self._mark(part, 0) for part in lower.split("-")] if "-" in value else [mark]
        return self._named(text, begin, value, [value], marks)

    def knows(self, value: str) -> bool:
        """Say whether a value beside a bare ``name`` may be a person's."""
        marks = [self._mark(word, 0) for word in _SPLIT.split(value.lower())]
        if len(marks) == 1:
            return bool(marks[0] & GIVEN)
        return not any(mark & WORD and not mark & MONTH for mark in marks)

    def tells(self, name: str) -> bool:
        """Say whether a part of a name tells who it is where it stands alone."""
        if len(name) < 3 or not (name.isalpha() and name[0].isupper()):
            return False
        return not self._mark(name.lower(), 0) & _TELLS_NOTHING

    def place(self, text: str, begin: int, end: int) -> tuple[int, int] | None:
        """Return what may be a place of some capitalised words behind a word like `in`."""
        value = text[begin:end]
        marks = [self._mark(word.strip(".,'"), 0) for word in value.lower().split()]
        first, last = _trim(marks)
        if first >= last:
            return None
        if last - first < len(marks):
            words = value.split()
            value, offset = _without(value, words[:first], words[last:])
            begin += offset
        marks = [self._mark(word, 0) for word in value.lower().split()]
        if any(mark & _NO_PLACE for mark in marks) or all(mark & COMMON for mark in marks):
            return None
        return begin, begin + len(value)

    def _several(self, text: str, begin: int, value: str, lower: str) -> Finding | None:
        """Judge a run of several words."""
        if may_be_place(value) and PLACE_WORD.fullmatch(value):
            return Finding(begin, begin + len(value), "LOCATION", 0.5)
        words = value.split()
        known = self._mark
        marks = [*map(known, lower.replace(".", "").split(), _NONE)]
        if marks[0] & _MAY_LEAD or marks[-1] & USUAL:
            first, last = _trim(marks)
            if first >= last:
                return None
            if last - first < len(marks):
                value, offset = _without(value, words[:first], words[last:])
                begin += offset
                words, marks = words[first:last], marks[first:last]
        any_is = 0
        for mark in marks:
            any_is |= mark
        if any_is & JOINS or "-" in value or "'" in value or "\u2019" in value:
            words = [word for word in words if word[0].isupper()]
            parts = [part for word in words for part in word.lower().strip(".").split("-")]
            if not parts:
                return None
            marks = [known(part, 0) for part in parts]
        return self._named(text, begin, value, words, marks)

    def _named(
        self, text: str, begin: int, value: str, words: list[str], marks: list[int]
    ) -> Finding | None:
        """Judge a trimmed run by its capitalised words and the marks of their parts."""
        any_is = each_is = marks[0]
        for mark in marks:
            any_is |= mark
            each_is &= mark
        sure = None if each_is & USUAL else _trigger(text, begin)
        if sure is not None and (score := self._by_trigger(sure, words, marks, any_is)):
            return Finding(begin, begin + len(value), "PERSON", score)
        if value in self._places:
            return Finding(begin, begin + len(value), "LOCATION", 0.6)
        if len(words) > 1:
            score = self._by_lists(value, words, marks, any_is, each_is)
        else:
            score = _given_alone(text, begin, value, words[0], marks[0])
        if not score or _IS_NAMED_AFTER.match(text, begin + len(value)):
            return None
        return Finding(begin, begin + len(value), "PERSON", score)

    def _by_trigger(self, sure: bool, words: list[str], marks: list[int], any_is: int) -> float:
        """Return how sure it is that words behind a trigger are a name, 0 if that is not said."""
        first = marks[0]
        if len(words) == 1:
            if first & (PRODUCT | COMMON) or words[0].isupper():
                return 0
        elif not sure and (marks[-1] & COMMON or self._names_a_thing(words, first)):
            return 0  # left to the judgement by form
        if any_is & KNOWN:
            return 0.85
        return 0.6 if len(words) > 1 or (sure and not first & PRODUCT) else 0

    def _by_lists(
        self, value: str, words: list[str], marks: list[int], any_is: int, each_is: int
    ) -> float:
        """Return how sure it is that some capitalised words are a name, 0 if they are none."""
        head, tail = marks[0], marks[-1]
        if (
            words[-1].lower() in _NAMED_AFTER
            or self._names_a_thing(words, head)
            or (value.isupper() and not each_is & KNOWN)
        ):
            return 0
        if any_is & (WORD | PRODUCT) and _holds_no_name(marks):
            return 0
        first = head & GIVEN and (not tail & COMMON or tail & FAMILY)
        last = tail & FAMILY and (not head & COMMON or head & GIVEN)
        if first or last:
            return 0 if each_is & COMMON else 0.8
        if head & GIVEN and not head & COMMON:
            return 0.5  # `Leena Master`
        return 0 if any_is & COMMON else _by_spelling(value, words, any_is)

    def _names_a_thing(self, words: list[str], first: int) -> bool:
        """Say whether the first word is a product or a town: `Berlin Buzzwords`."""
        return not first & KNOWN and (first & PRODUCT != 0 or words[0] in self._places)


def _holds_no_name(marks: list[int]) -> bool:
    """Say whether one of some words, before a family name, is a word that is no name."""
    tail = marks[-1]
    return any(
        # A product, and no given name before a family name.
        mark & WORD or (mark & PRODUCT and (not mark & GIVEN or tail & _TELLS_NOTHING))
        for mark in (marks[:-1] if marks[0] & GIVEN else marks)
    )


def _by_spelling(value: str, words: list[str], any_is: int) -> float:
    """Return how sure it is that words of which the lists say little are a name."""
    if any(word.isupper() for word in words if len(word) > 2):
        return 0
    if any_is & KNOWN or not value.isascii():
        return 0.6
    plain = all(w[1:].islower() or "-" in w or "'" in w for w in words if len(w) > 3)
    return 0.45 if len(words) <= 4 and plain else 0


def _given_alone(text: str, begin: int, value: str, word: str, mark: int) -> float:
    """Return how sure it is that a given name inside a sentence is meant, 0 for a usual word."""
    if not mark & GIVEN or mark & (COMMON | PRODUCT) or value.isupper():
        return 0
    if mark & FAMILY and len(word.strip(".").partition("-")[0]) <= 4:
        return 0
    return 0.5 if begin > 0 and text[begin - 1] == " " and text[begin - 2] not in ".!?\n" else 0


def _trigger(text: str, begin: int) -> bool | None:
    """Say whether a name must or may follow the words before a place, ``None`` for neither."""
    head = text[begin - _BEFORE if begin > _BEFORE else 0 : begin].rstrip(_GAP)
    words = head.rsplit(None, 1)
    entry = _TRIGGERS.get(words[-1].strip(_EDGES).lower()) if words else None
    if entry is None:
        return None
    sure, longer = entry
    if sure or not longer:
        return sure
    words = [word.strip(_EDGES) for word in head.lower().rsplit(None, 3)[-3:-1]]
    said = [longer.get(" ".join(words[i:])) for i in range(len(words))]
    return True if True in said else False if False in said else sure


def _trim(marks: list[int]) -> tuple[int, int]:
    """Return which words of a run are left without those at its ends that are no part of a name."""
    first, last = 0, len(marks)
    while first < last and marks[first] & _MAY_LEAD and _leads(marks, first, last):
        first += 1
    while first < last and marks[last - 1] & USUAL and _trails(marks, first, last):
        last -= 1
    return first, last


def _leads(marks: list[int], first: int, last: int) -> int | bool:
    """Say whether the first of some words is no part of the name that they hold."""
    mark = marks[first]
    if last - first == 2:
        if mark & MONTH and marks[first + 1] & FAMILY:
            return marks[first + 1] & COMMON  # `June Dodd`
        if mark & TITLE and not mark & GIVEN:
            return True  # `Madame Dupuy`
    return mark & WORD or (last - first > 2 and mark & COMMON and not mark & GIVEN)


def _trails(marks: list[int], first: int, last: int) -> int | bool:
    """Say whether the last of some words is no part of the name that they hold."""
    mark = marks[last - 1]
    if last - first == 2 and marks[first] & GIVEN and mark & WORD:
        return False  # `Leena Master`
    return mark & WORD or (last - first > 2 and mark & COMMON and not mark & FAMILY)


def _without(value: str, first: list[str], last: list[str]) -> tuple[str, int]:
    """Return a run without words at its ends, and where in the run that begins."""
    kept = value
    for word in first:
        kept = kept[len(word) :].lstrip()
    begin = len(value) - len(kept)
    for word in reversed(last):
        kept = kept[: -len(word)].rstrip()
    return kept, begin
