"""How sure it is that capitalised words are a name: by what asked for one, and by the lists."""

from typing import Final

from spanveil.redaction.detection._gazetteer import fold
from spanveil.redaction.detection._name_runs import (
    ends_as_family,
    holds_no_name,
    is_a_word,
    is_no_part,
    is_spelled_as_a_thing,
)
from spanveil.redaction.detection._name_words import HEADS_OF_NUMBERS, NameWords
from spanveil.redaction.detection._things import FAMILY_TAILS, HEADS, TAILS
from spanveil.redaction.detection._word_marks import (
    COMMON,
    ENGLISH,
    FAMILY,
    GIVEN,
    KNOWN,
    PRODUCT,
    ROLE,
    USUAL,
    WORD,
)

UNSURE: Final = 0.3
"""What is a name only if something else nearby is personal too."""
THING_SCORE: Final = 0.2
"""What is spelled as a person and known as a thing, and a person only beside something personal."""
_PART: Final = 3
"""How sure it is that a name follows what asks for a part of one."""
BOTS: Final = frozenset({
    "alexa", "bard", "bixby", "claude", "clippy", "copilot", "cortana", "eliza", "gemini", "jarvis", "siri", "watson",
})  # fmt: skip
"""Whom people greet as they greet people."""
_DETERMINERS: Final = frozenset(
    {
        "le",
        "la",
        "les",
        "il",
        "el",
        "los",
        "las",
        "das",
        "der",
        "die",
        "het",
        "de",
        "os",
        "as",
        "o",
        "a",
        "your",
        "the",
    }
)
"""What begins a team's name behind a greeting: `Cordialement, Le service client`."""
_POSSESSIVE: Final = ("'s", "\u2019s")


class NameScores(NameWords):
    """The lists, and how sure a name is by them.

    Args:
        gazetteer: The word lists.
    """

    def _by_trigger(self, sure: int, words: list[str], marks: list[int], any_is: int) -> float:
        """Return how sure it is that words behind a trigger are a name, 0 if that is not said."""
        first = marks[0]
        if len(words) == 1:
            return self._single_by_trigger(sure, words[0], first)
        value = " ".join(words)
        if not sure and (value.lower() in self._things or words[-1].lower() in TAILS):
            return 0  # left to the judgement by form
        is_english = is_a_word(any_is) and all(map(is_a_word, marks))
        if is_english and not (sure and first & GIVEN and marks[-1] & FAMILY):
            return 0
        if sure < 2 and not first & GIVEN and is_no_part(marks[-1]):
            return 0  # `Regards, Acme Notifications`
        if not sure and value.isupper() and len(words[-1]) < 5 and not marks[-1]:
            return 0  # `NIK KTP`
        if not sure and (marks[-1] & COMMON or self._names_a_thing(words, first)):
            return 0  # left to the judgement by form
        if any_is & KNOWN:
            return 0.85 if sure or first & GIVEN or marks[-1] & FAMILY else 0
        if not sure and any_is & ENGLISH and any(map(is_no_part, marks)):
            return 0
        return 0.6 if sure else UNSURE if value.isupper() else 0.5

    def _is_a_thing_with_title(self, text: str, begin: int, value: str) -> bool:
        """Say whether a title is part of what something is called: `Dr. Pepper`."""
        title = text[max(0, begin - 8) : begin].lower().split()
        name = value.lower()
        name = name[:-2] if name.endswith(_POSSESSIVE) else name
        return name in self._things or (bool(title) and f"{title[-1]} {name}" in self._things)

    def _single_by_trigger(self, sure: int, word: str, mark: int) -> float:
        """Return how sure it is that a word behind a trigger is a name."""
        if word.isupper() or word.lower() in _DETERMINERS or (mark & ROLE and not mark & KNOWN):
            return 0  # `Sehr geehrte Kundin`
        if mark & PRODUCT and not ((sure and mark & GIVEN) or (sure > 1 and mark & FAMILY)):
            return 0
        if "-" in word and word.lower().endswith(HEADS_OF_NUMBERS):
            return 0  # `SV-Nummer`
        if mark & (COMMON | ENGLISH):
            if sure == _PART and mark & COMMON:
                return 0  # `surname Field`
            return 0.6 if (sure and mark & GIVEN) or (sure > 1 and mark & FAMILY) else 0
        if not sure:
            return 0.6 if mark & GIVEN else 0.5 if mark & FAMILY else 0
        return 0 if word.lower() in BOTS else 0.85 if mark & KNOWN else 0.6

    def _by_lists(
        self, value: str, words: list[str], marks: list[int], any_is: int, each_is: int
    ) -> float:
        """Return how sure it is that some capitalised words are a name, 0 if they are none."""
        head, tail = marks[0], marks[-1]
        lower, last = value.lower(), words[-1].lower()
        if lower in self._things or (len(words) > 2 and self._holds_a_thing(lower)):
            return THING_SCORE
        if (
            (last in TAILS and not (head & GIVEN and last in FAMILY_TAILS))
            or words[0].lower() in HEADS
            or self._names_a_thing(words, head)
            or (value.isupper() and not each_is & KNOWN and not self._is_upper_name(words, marks))
            or is_spelled_as_a_thing(words, marks)
        ):
            return 0
        if any_is & (WORD | PRODUCT) and holds_no_name(marks):
            return 0
        if each_is & ENGLISH:
            return UNSURE if head & GIVEN and tail & FAMILY and not each_is & COMMON else 0
        if any_is & ENGLISH and any(map(is_no_part, marks)):
            # `Leena Master`, but not `Golden Smith`
            if head & GIVEN and not head & (ENGLISH | PRODUCT | FAMILY):
                return 0.5
            return UNSURE if tail & FAMILY and not tail & (ENGLISH | PRODUCT) else 0
        if len(words) == 2 and len(words[0]) == 2 and words[0][1] == ".":
            family = tail & FAMILY or self._is_rare(words[1]) or ends_as_family(fold(last))
            if tail & (ENGLISH | PRODUCT | USUAL) or words[1] in self._places:
                return 0
            return 0.5 if family else UNSURE  # `L. Kwon`
        if len(words) == 3 and len(words[1].strip(".")) == 1 and not (head | tail) & ENGLISH:
            return 0.6  # `Faina D. Yefremova`
        reversed_ = tail & GIVEN and not tail & (COMMON | PRODUCT | ENGLISH) and len(words) == 2
        if reversed_ and (head & KNOWN or self._is_rare(words[0]) or self._is_rare(words[-1])):
            return 0.6  # `Szabó Anna`
        if head & PRODUCT and not tail & KNOWN:
            return UNSURE
        by_first = head & GIVEN and (not tail & COMMON or tail & FAMILY)
        by_last = tail & FAMILY and (not head & (COMMON | ENGLISH) or head & GIVEN)
        if by_first or by_last:
            return 0 if each_is & COMMON else self._by_parts(words, head, tail)
        if head & GIVEN and not head & COMMON:
            return 0.5  # `Leena Master`
        return 0 if any_is & COMMON else self._by_spelling(value, words, any_is)

    def _by_parts(self, words: list[str], head: int, tail: int) -> float:
        """Return how sure it is that a given name or a family name is part of a name."""
        if head & GIVEN or (head and tail & FAMILY):
            return 0.8
        if self._is_rare(words[0]):
            return 0.6
        # a family name behind what is in no list
        lone = not tail & (ENGLISH | PRODUCT) and words[-1] not in self._places
        return 0.5 if tail & FAMILY and lone and len(words[0]) > 3 else UNSURE

    def _is_upper_name(self, words: list[str], marks: list[int]) -> bool:
        """Say whether words in capitals are a given name and a rare family name."""
        given = marks[0] & GIVEN and not marks[0] & (ENGLISH | PRODUCT)
        return bool(given) and len(words) == 2 and self._is_rare(words[-1])

    def _is_rare(self, word: str) -> bool:
        return fold(word.lower()) in self._rare

    def _by_spelling(self, value: str, words: list[str], any_is: int) -> float:
        """Return how sure it is that words of which the short lists say little are a name."""
        if any(word.isupper() for word in words if len(word) > 2) or len(words) > 4:
            return 0
        plain = [fold(part) for word in words for part in word.lower().strip(".").split("-")]
        if not plain[-1].isascii():
            return 0.6  # a script that writes names with capitals, and little else
        if any_is & KNOWN:
            return 0.6 if plain[-1] in self._rare or ends_as_family(plain[-1]) else UNSURE
        known = [word for word in plain if word in self._rare]
        if known and (len(known) > 1 or plain[-1] in self._rare):
            return 0.5 if len(known) == len(plain) else UNSURE
        return 0.5 if ends_as_family(plain[-1]) else UNSURE

    def _holds_a_thing(self, lower: str) -> bool:
        """Say whether some words begin or end with a thing that is spelled as people are."""
        parts = lower.split()
        return {" ".join(parts[:2]), " ".join(parts[-2:])} & self._things != set()

    def _names_a_thing(self, words: list[str], first: int) -> bool:
        """Say whether the first word is a product or a town: `Berlin Buzzwords`."""
        if first & PRODUCT and not first & GIVEN:
            return True
        return not first & KNOWN and words[0] in self._places
