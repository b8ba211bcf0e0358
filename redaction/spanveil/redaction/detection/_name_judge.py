"""Whether a capitalised run is a person or a place: by what stands before it, by form, by lists.

Detection asks this of every capitalised run of a text, so each run is taken apart once, each of its
words looked up once, and what decides most runs is asked first.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import repeat
from typing import Final

from spanveil.redaction.detection._finding import Finding
from spanveil.redaction.detection._gazetteer import fold
from spanveil.redaction.detection._lone_names import LoneNames
from spanveil.redaction.detection._name_runs import (
    MAY_LEAD,
    PARTICLE_ENDS,
    behind_roles,
    ends_as_family,
    initials,
    is_a_word,
    particles,
    trigger,
    trim,
    without,
    without_words,
)
from spanveil.redaction.detection._name_scores import THING_SCORE, UNSURE
from spanveil.redaction.detection._no_town import is_no_town
from spanveil.redaction.detection._spelling import PARTICLES
from spanveil.redaction.detection._things import (
    TAILS,
    acts_as_a_person,
    is_a_noun_next,
    is_in_a_list_of_things,
    names_a_thing,
)
from spanveil.redaction.detection._towns import PLACE_WORD, TOWN_LEADS, may_be_place
from spanveil.redaction.detection._word_marks import (
    COMMON,
    ENGLISH,
    FAMILY,
    GIVEN,
    JOINS,
    KNOWN,
    PRODUCT,
    ROLE,
    SELDOM,
    TITLE,
    USUAL,
    WORD,
)

_NONE: Final = repeat(0)
"""The marks of a word in no list, for ``map``."""

_LANGUAGES: Final = frozenset({"Thai", "Lao", "Georgian"})
"""Those that are spelled as a part of a name is, and are in no list."""
_OF: Final = frozenset({"de", "del", "di", "da", "do", "du"})
"""What stands between an abbreviation and the name of whom it is."""
_KEY_ENDS: Final = re.compile(r"\\{0,7}\"\s{0,3}:")
_NOT_PLAIN: Final = MAY_LEAD | JOINS | ROLE
"""What may have to be taken off a name, or joins two words of it."""
_MAY_BE_ELSE: Final = ~(GIVEN | FAMILY | KNOWN | SELDOM)
"""What says of a word that it may be something else than a name."""
_NO_PLACE: Final = WORD | PRODUCT | GIVEN


class Judge(LoneNames):
    """Judge capitalised runs.

    Args:
        gazetteer: The word lists.
    """

    def judge(self, text: str, runs: Iterable[tuple[int, str]]) -> Iterator[Finding]:
        """Yield what capitalised runs hold of names, in order.

        Args:
            text: The text.
            runs: Where each match of ``NAME`` in it begins, and what it holds.
        """
        known = self._mark
        for begin, value in runs:
            if value[-1] == "s" and value[-2:-1] in "'\u2019":
                value = value[:-2]
            if " " in value:
                finding = self._several(text, begin, value)
            elif (mark := known(value.lower(), 0)) & USUAL:
                continue  # as most runs of prose are: no name
            else:
                finding = self._one(text, begin, value, mark)
            before = text[begin - 3 : begin]
            if (before[1:] == ". " or before in PARTICLE_ENDS) and (
                first := initials(text, begin)
            ) is not None:
                finding = self._behind_initials(text, begin, value, finding, first)
            if finding is not None:
                yield finding

    def _behind_initials(
        self, text: str, begin: int, value: str, finding: Finding | None, first: int
    ) -> Finding | None:
        """Judge a run behind initials: `T. Okonkwo`, `J. van der Meer`."""
        if finding is not None and finding.entity == "PERSON":
            return Finding(first, *finding[1:]) if finding.start == begin else finding
        words = value.split()
        if len(words) > 2 or value.isupper() or any(len(word) < 3 for word in words):
            return None
        if words[-1].lower() in TAILS and len(words) > 1:
            return None
        mark = self._mark(words[0].lower(), 0) or self._folded(words[0].lower())
        if mark & (USUAL | PRODUCT) or value in self._places:
            return None
        if mark & FAMILY or self._is_rare(words[0]) or ends_as_family(fold(words[0].lower())):
            end = begin + len(value)
            if names_a_thing(text, begin, end):
                return None
            return Finding(first, end, "PERSON", UNSURE if mark & ENGLISH else 0.5)
        if not mark and len(words) == 1 and words[0].isalpha():
            return Finding(first, begin + len(value), "PERSON", UNSURE)
        return None

    def _one(self, text: str, begin: int, value: str, mark: int) -> Finding | None:
        """Judge a run of one word, which is no usual one."""
        if mark & ENGLISH and not mark & KNOWN and value not in self._places:
            return None
        if may_be_place(value) and PLACE_WORD.fullmatch(value):
            return Finding(begin, begin + len(value), "LOCATION", 0.5)
        if (
            value.isupper()
            and value not in self._places
            and text[begin - 3 : begin] not in PARTICLE_ENDS
        ):
            return None  # an abbreviation, and a name only behind what is a part of it
        lower = value.lower()
        marks = self._marks(lower.split("-")) if "-" in value else [mark or self._folded(lower)]
        return self._named(text, begin, value, [value], marks)

    def place(self, text: str, begin: int, end: int) -> tuple[int, int] | None:
        """Return what may be a place of some capitalised words behind a word like `in`."""
        value = text[begin:end]
        if value in _LANGUAGES:
            return None
        known = self._mark
        lead = known(value.partition(" ")[0].lower(), 0)
        if lead & _NO_PLACE and not lead & MAY_LEAD:
            return None  # somebody, most often: nothing is taken off before them
        marks = [known(word.strip(".,'"), 0) for word in value.lower().split()]
        first, last = trim(marks)
        if first >= last or (value.isupper() and len(value) < 5):
            return None
        if last - first < len(marks):
            words = value.split()
            value, offset = without(value, words[:first], words[last:])
            begin += offset
        marks = [self._mark(word, 0) for word in value.lower().split()]
        if any(mark & _NO_PLACE for mark in marks) or all(mark & COMMON for mark in marks):
            return None
        known_upper = value.isupper() and value.title() in self._places
        if value not in self._places and not known_upper and is_no_town(text, begin, value):
            return None
        if all(map(is_a_word, marks)) and value not in self._places:
            return None
        return begin, begin + len(value)

    def _several(self, text: str, begin: int, value: str) -> Finding | None:
        """Judge a run of several words."""
        words = value.split()
        known = self._mark
        if len(words) > 3 and words[1] in _OF and words[0].isupper() and len(words[0]) > 2:
            value = value[len(words[0]) :].lstrip()[len(words[1]) :].lstrip()
            return self._several(text, text.index(value, begin), value)  # `DPI de Ana Ruiz`
        if len(words) == 2:
            one, other = words
            first, last = known(one.lower(), 0), known(other.lower(), 0)
            if (
                not (first | last) & _NOT_PLAIN
                and one.isalpha()
                and other.isalpha()
                and one not in TOWN_LEADS
                and ((first and last) or value.isascii())
            ):  # as most are: nothing is to be taken off or apart
                name = (
                    first & KNOWN != 0
                    and not (first | last) & _MAY_BE_ELSE
                    and len(one) > 1
                    and value.istitle()
                    and (last != 0 or other.lower() not in TAILS)
                )
                return self._named(text, begin, value, words, [first, last], name=name)
        if words[0] in TOWN_LEADS and PLACE_WORD.fullmatch(value):
            return Finding(begin, begin + len(value), "LOCATION", 0.5)
        lower = value.lower()
        marks = [*map(known, lower.replace(".", "").split(), _NONE)]
        if 0 in marks and not lower.isascii():
            marks = self._marks(lower.replace(".", "").split())
        if marks[0] & MAY_LEAD or marks[-1] & USUAL:
            first, last = trim(marks)
            if first >= last:
                return None
            if last - first < len(marks):
                value, offset = without(value, words[:first], words[last:])
                begin += offset
                words, marks = words[first:last], marks[first:last]
        if (
            marks[0] & (ROLE | TITLE)
            and lower not in self._things
            and (first := behind_roles(marks))
        ):
            value, offset = without(value, words[:first], [])
            begin += offset
            words, marks = words[first:], marks[first:]
        if len(words) > 2:
            value, offset, words, marks = without_words(value, words, marks)
            begin += offset
        any_is = 0
        for mark in marks:
            any_is |= mark
        if any_is & JOINS or "-" in value or "'" in value or "\u2019" in value:
            if any_is & JOINS and len(words) > 2 and (joined := self._joined(words, marks)):
                plain, words = joined
                if plain in self._places:
                    return Finding(begin, begin + len(value), "LOCATION", 0.6)
            words = [word for word in words if word[0].isupper()]
            parts = [part for word in words for part in word.lower().strip(".").split("-")]
            if not parts:
                return None
            marks = self._marks(parts)
        return self._named(text, begin, value, words, marks)

    def _joined(self, words: list[str], marks: list[int]) -> tuple[str, list[str]] | None:
        """Return a run with its particles in lower case, and its words without them.

        Belgium, Italy and the Philippines write them with a capital: `Sjoerd De Smet`.

        Args:
            words: The words of the run.
            marks: Their marks.
        """
        inner = {
            place
            for place in range(1, len(words) - 1)
            if words[place].istitle()
            and marks[place] & JOINS
            and not marks[place] & KNOWN
            and words[place].lower() in PARTICLES
        }
        if not inner:
            return None
        plain = [word.lower() if place in inner else word for place, word in enumerate(words)]
        return " ".join(plain), [word for word in plain if word[0].isupper()]

    def _named(
        self,
        text: str,
        begin: int,
        value: str,
        words: list[str],
        marks: list[int],
        *,
        name: bool = False,
    ) -> Finding | None:
        """Judge a trimmed run by its capitalised words and the marks of their parts.

        Args:
            text: The text.
            begin: Where the run begins.
            value: What it holds.
            words: Its capitalised words.
            marks: The marks of their parts.
            name: Whether these are two, spelled as names are, the first one a name and neither
                anything else, so that less has to be asked.
        """
        if len(marks) == 2:
            any_is, each_is = marks[0] | marks[1], marks[0] & marks[1]
        else:
            any_is = each_is = marks[0]
            for mark in marks:
                any_is |= mark
                each_is &= mark
        end = begin + len(value)
        sure = None if each_is & USUAL else trigger(text, begin)
        if (
            sure is None
            and text[begin - 3 : begin] in PARTICLE_ENDS
            and (first := particles(text, begin)) < begin
            and trigger(text, first)
        ):
            return Finding(first, end, "PERSON", 0.6)
        if sure is not None and text[begin - 1 : begin] == '"' and _KEY_ENDS.match(text, end):
            return None  # the next key: `"salutation": "Ms.", "firstName": …`
        if sure is not None and (
            score := (0.85 if sure or marks[0] & GIVEN or marks[1] & FAMILY else 0)
            if name
            else self._by_trigger(sure, words, marks, any_is)
        ):
            if sure and self._is_a_thing_with_title(text, begin, value):
                return None
            if not sure and names_a_thing(text, begin, end):
                agent = score > 0.5 and len(words) > 1 and text.endswith("agent ", 0, begin)
                if not agent or any_is & (PRODUCT | ENGLISH):
                    return None  # a program, most often
            return Finding(begin, end, "PERSON", score)
        if value in self._places:
            if names_a_thing(text, begin, end) or is_a_noun_next(text, end, self.is_english):
                return None
            return Finding(begin, end, "LOCATION", 0.6)
        if name and (any_is & GIVEN or marks[1] & FAMILY):
            score = 0.6 if marks[1] & GIVEN else 0.8
        elif len(words) > 1:
            score = self._by_lists(value, words, marks, any_is, each_is)
            if score == UNSURE and acts_as_a_person(text, end):
                score = 0.5
        else:
            score = self._alone(text, begin, value, words[0], marks[0], sure)
        if not score or names_a_thing(text, begin, end):
            return None
        if is_in_a_list_of_things(text, begin):
            score = THING_SCORE
        return Finding(begin, end, "PERSON", score)
