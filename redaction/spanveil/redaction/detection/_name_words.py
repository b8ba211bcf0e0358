"""What the word lists say of a value that is no run in a sentence: beside a key, or in a field."""

from collections.abc import Iterable
from typing import Final

from spanveil.redaction.detection._gazetteer import Gazetteer, RareNames, fold
from spanveil.redaction.detection._name_runs import ends_as_family, is_a_word
from spanveil.redaction.detection._things import FAMILY_TAILS, TAILS
from spanveil.redaction.detection._word_marks import (
    COMMON,
    ENGLISH,
    FAMILY,
    GIVEN,
    KNOWN,
    MONTH,
    PRODUCT,
    SELDOM,
    USUAL,
    WORD,
    marks_of,
)

HEADS_OF_NUMBERS: Final = ("-nr", "-nummer", "-no", "-id", "-code", "-number", "-kod")
"""What ends the label of a number: `SV-Nummer`."""


def _parts(value: str) -> list[str]:
    return value.replace("-", " ").split(" ")


class NameWords:
    """The lists, and what they say of a value.

    Args:
        gazetteer: The word lists.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._places = gazetteer.places
        self._things = gazetteer.things
        self._rare = RareNames.shipped()
        self._mark = marks_of(gazetteer).get

    def knows(self, value: str) -> bool:
        """Say whether a value beside a bare ``name`` may be a person's."""
        lower = value.lower()
        marks = self._marks(_parts(lower))
        if len(marks) == 1:
            return bool(marks[0] & GIVEN) and not marks[0] & (PRODUCT | ENGLISH)
        if lower in self._things or lower.rpartition(" ")[2] in TAILS:
            return False
        if any(mark & WORD and not mark & MONTH for mark in marks):
            return False
        # `Desk Lamp`, and no `Grace Young`
        return not all(map(is_a_word, marks)) and not (
            marks[-1] & ENGLISH and not marks[-1] & FAMILY and not marks[0] & GIVEN
        )

    def is_thing(self, value: str) -> bool:
        """Say whether a value consists of words that are no names: `Finance Team`."""
        lower = value.lower()
        if lower in self._things or lower.endswith(HEADS_OF_NUMBERS):
            return True
        marks = self._marks(_parts(lower))
        if marks[0] & GIVEN and len(marks) > 1:
            return False
        last = lower.rpartition(" ")[2]
        return (last in TAILS and last not in FAMILY_TAILS) or all(map(is_a_word, marks))

    def is_named(self, value: str) -> bool:
        """Say whether a value without quotes beside a role may be a person's name."""
        words = _parts(value.lower())
        marks = self._marks(words)
        if value.isupper() and not any(mark & KNOWN for mark in marks):
            return False
        if len(words) == 1:
            return marks[0] & KNOWN != 0 or fold(words[0]) in self._rare
        return True

    def is_reversed(self, family: str, given: str) -> bool:
        """Say whether two words are a family name and a given name."""
        first, second = self._marks((family.lower(), given.split()[0].lower()))
        if not second & GIVEN or second & (COMMON | PRODUCT) or first & (WORD | PRODUCT):
            return False
        rare = first & FAMILY or fold(family.lower()) in self._rare or family.isupper()
        rare = rare or family.startswith(("O'", "O\u2019", "Mc"))
        return bool(rare) and not (first & ENGLISH and second & ENGLISH)

    def are_surely_reversed(self, family: str, given: str) -> bool:
        """Say whether a family name and a given name are hardly anything else, wherever they stand."""
        if family.isupper() or family in self._places or given in self._places:
            return False
        words = given.split()
        if len(words) > 1 and self._mark(words[1].lower(), 0) & (GIVEN | FAMILY) != GIVEN:
            return False  # the next of a list
        if len(words) > 2 or self._mark(family.lower(), 0) & (ENGLISH | PRODUCT | USUAL | GIVEN):
            return False
        return self.is_surely_given(words[0], alone=True)

    def is_lower_town(self, words: str) -> bool:
        """Say whether words in lower case are a town of the lists, and no words of prose."""
        if not words.islower() or words.title() not in self._places:
            return False
        return not all(map(self.is_english, words.split()))

    def may_be_name(self, word: str) -> bool:
        """Say whether a single word where somebody is named may be a name."""
        mark = self._mark(word.lower(), 0) or self._folded(word.lower())
        if (
            mark & (USUAL | PRODUCT)
            or word.isupper()
            or (word in self._places and not mark & KNOWN)
        ):
            return False
        return not mark & ENGLISH or mark & KNOWN != 0

    def is_given(self, word: str) -> bool:
        """Say whether a word in lower case is a usual given name, and no word of prose."""
        mark = self._mark(word, 0)
        return mark & GIVEN != 0 and not mark & (SELDOM | USUAL | PRODUCT)

    def is_surely_given(self, name: str, *, alone: bool = False) -> bool:
        """Say whether a word is a given name and hardly anything else.

        Args:
            name: The word, in any case.
            alone: Whether nothing else tells it, so that it must be one that many have.
        """
        mark = self._mark(name.lower(), 0)
        if not mark & GIVEN or mark & (ENGLISH | PRODUCT | USUAL):
            return False
        return not alone or not mark & SELDOM

    def are_towns(self, *names: str) -> bool:
        """Say whether all of some words are towns as well."""
        return all(name in self._places for name in names)

    def is_lower_name(self, words: list[str]) -> bool:
        """Say whether two words in lower case are a given name and a family name."""
        first, second = self._marks(words[:2])
        if not first & GIVEN or first & (ENGLISH | WORD) or second & (ENGLISH | WORD):
            return False
        if second & FAMILY or fold(words[1]) in self._rare or ends_as_family(fold(words[1])):
            return True
        return not second and not first & SELDOM

    def _folded(self, lower: str) -> int:
        """Return the marks of a word in no list without its accents."""
        return 0 if lower.isascii() else self._mark(fold(lower), 0)

    def _marks(self, words: Iterable[str]) -> list[int]:
        return [self._mark(word, 0) or self._folded(word) for word in words]

    def marks(self, word: str) -> int:
        """Return the marks of a word in lower case, accents aside where no list has them."""
        return self._mark(word, 0) or self._folded(word)

    def is_english(self, word: str) -> bool:
        """Say whether a word in lower case is one of English, and no name."""
        return self._mark(word, 0) & (ENGLISH | WORD) != 0

    def is_lead(self, word: str) -> bool:
        """Say whether a word in lower case is one of English, and no given name as well."""
        return self.is_english(word) and not self._mark(word, 0) & GIVEN

    def tells(self, name: str) -> bool:
        """Say whether a part of a name tells who it is where it stands alone."""
        if len(name) < 3 or not (name.isalpha() and name[0].isupper()):
            return False
        mark = self._mark(name.lower(), 0)
        if mark & USUAL or (mark & ENGLISH and not mark & KNOWN):
            return False
        return not mark & PRODUCT or mark & GIVEN != 0
