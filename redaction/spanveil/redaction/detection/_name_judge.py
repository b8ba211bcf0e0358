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
from spanveil.redaction.detection._name_runs import (
    MAY_LEAD,
    PARTICLE_ENDS,
    behind_roles,
    ends_as_family,
    holds_no_name,
    initials,
    is_a_word,
    is_no_part,
    is_spelled_as_a_thing,
    particles,
    trigger,
    trim,
    without,
    without_words,
)
from spanveil.redaction.detection._name_words import HEADS_OF_NUMBERS, NameWords
from spanveil.redaction.detection._no_town import is_no_town
from spanveil.redaction.detection._places import PLACE_WORD, TOWN_LEADS, may_be_place
from spanveil.redaction.detection._things import (
    FAMILY_TAILS,
    HEADS,
    TAILS,
    acts_as_a_person,
    is_a_noun_next,
    is_in_a_list_of_things,
    names_a_thing,
)
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

UNSURE: Final = 0.3
"""What is a name only if something else nearby is personal too."""
_THING: Final = 0.2
"""What is spelled as a person and known as a thing, and a person only beside something personal."""
_PART: Final = 3
"""How sure it is that a name follows what asks for a part of one."""
_LANGUAGES: Final = frozenset({"Thai", "Lao", "Georgian"})
"""Those that are spelled as a part of a name is, and are in no list."""
_OF: Final = frozenset({"de", "del", "di", "da", "do", "du"})
"""What stands between an abbreviation and the name of whom it is."""
_BOTS: Final = frozenset({
    "alexa", "bard", "bixby", "claude", "clippy", "copilot", "cortana", "eliza", "gemini", "jarvis", "siri", "watson",
})  # fmt: skip
"""Whom people greet as they greet people."""
_ARTICLES: Final = frozenset({" a ", "\na ", "(a ", "an ", "a "})
# In Portuguese the article of a woman's name.
_NO_ARTICLE: Final = re.compile(
    r"\b(?:sou|com|para|pra|que|foi|e|por|de|chama|ligue|falar|pela) a $"
)
# A first name alone as a signature, or as somebody is spoken to: `\n\nHelen, can you …`.
_LETTER_BEGINS: Final = re.compile(r"\n\n$")
_IN_A_LETTER: Final = re.compile(
    r"(?:[ ]{0,2}(?:\n|$|\")|[,!] ?\n|, (?:can|could|would|will|please|pls|thanks|thank|do|did|have|are|any|how|what|when|where|just|let|here|see|as|i|I|we|you|it|the|your|my)\b)"
)
_IS: Final = re.compile(
    r" (?:was|is|has|had|did|does|said|told|came|called|never|keeps|kept|promised|won't|didn't|isn't|wasn't)\b"
)
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
_KEY_ENDS: Final = re.compile(r"\\{0,7}\"\s{0,3}:")
_POSSESSIVE: Final = ("'s", "\u2019s")
_NUMBER: Final = re.compile(r"[ ]\d")
_NOT_PLAIN: Final = MAY_LEAD | JOINS | ROLE
"""What may have to be taken off a name, or joins two words of it."""
_NO_PLACE: Final = WORD | PRODUCT | GIVEN


class Judge(NameWords):
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
        lower = value.lower()
        marks = self._marks(lower.split("-")) if "-" in value else [mark or self._folded(lower)]
        return self._named(text, begin, value, [value], marks)

    def place(self, text: str, begin: int, end: int) -> tuple[int, int] | None:
        """Return what may be a place of some capitalised words behind a word like `in`."""
        value = text[begin:end]
        if value in _LANGUAGES:
            return None
        known = self._mark
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
                return self._named(text, begin, value, words, [first, last])
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
            words = [word for word in words if word[0].isupper()]
            parts = [part for word in words for part in word.lower().strip(".").split("-")]
            if not parts:
                return None
            marks = self._marks(parts)
        return self._named(text, begin, value, words, marks)

    def _named(
        self, text: str, begin: int, value: str, words: list[str], marks: list[int]
    ) -> Finding | None:
        """Judge a trimmed run by its capitalised words and the marks of their parts."""
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
        if sure is not None and (score := self._by_trigger(sure, words, marks, any_is)):
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
        if len(words) > 1:
            score = self._by_lists(value, words, marks, any_is, each_is)
            if score == UNSURE and acts_as_a_person(text, end):
                score = 0.5
        else:
            score = self._alone(text, begin, value, words[0], marks[0], sure)
        if not score or names_a_thing(text, begin, end):
            return None
        if is_in_a_list_of_things(text, begin):
            score = _THING
        return Finding(begin, end, "PERSON", score)

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
        return 0 if word.lower() in _BOTS else 0.85 if mark & KNOWN else 0.6

    def _by_lists(
        self, value: str, words: list[str], marks: list[int], any_is: int, each_is: int
    ) -> float:
        """Return how sure it is that some capitalised words are a name, 0 if they are none."""
        head, tail = marks[0], marks[-1]
        lower, last = value.lower(), words[-1].lower()
        if lower in self._things or (len(words) > 2 and self._holds_a_thing(lower)):
            return _THING
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

    def _alone(
        self, text: str, begin: int, value: str, word: str, mark: int, sure: int | None
    ) -> float:
        """Return how sure it is that a given name inside a sentence is meant, 0 for a usual word."""
        if not mark & KNOWN or mark & COMMON or value.isupper() or word.lower() in _BOTS:
            return 0
        if text[begin - 3 : begin].lower() in _ARTICLES and not _NO_ARTICLE.search(
            text, max(0, begin - 12), begin
        ):
            return 0  # `a Margarita`
        if self._is_a_thing_with_title(text, begin, value):
            return 0  # `peach Melba`
        end = begin + len(value)
        acts = acts_as_a_person(text, end)
        if not mark & GIVEN:
            # `by Miller`, `Miller was born`
            alone = text[begin - 1 : begin] == "(" and text[end : end + 1] == ")"
            told = sure is not None and not mark & ENGLISH
            return UNSURE if acts or told or alone else 0
        if mark & FAMILY and len(word.strip(".").partition("-")[0]) <= 4 and not acts:
            return UNSURE if sure is not None else 0
        if acts:
            return UNSURE if mark & (PRODUCT | ENGLISH) else 0.6
        if is_a_noun_next(text, end, self.is_english):
            return 0
        inside = begin > 0 and text[begin - 1] == " " and text[begin - 2] not in ".!?:|\n"
        if _NUMBER.match(text, end):
            return 0  # `Halle 4`
        if mark & (PRODUCT | ENGLISH | SELDOM):
            return UNSURE if inside else 0
        if text[begin - 1 : begin] == "(" and text[end : end + 1] == ")":
            return UNSURE
        if (
            not inside
            and _IN_A_LETTER.match(text, end)
            and _LETTER_BEGINS.search(text, max(0, begin - 2), begin)
        ):
            return 0.5
        if not inside and (not begin or text[begin - 1] in "\n\"'") and _IS.match(text, end):
            return UNSURE
        return 0.5 if inside else 0

    def _holds_a_thing(self, lower: str) -> bool:
        """Say whether some words begin or end with a thing that is spelled as people are."""
        parts = lower.split()
        return {" ".join(parts[:2]), " ".join(parts[-2:])} & self._things != set()

    def _names_a_thing(self, words: list[str], first: int) -> bool:
        """Say whether the first word is a product or a town: `Berlin Buzzwords`."""
        if first & PRODUCT and not first & GIVEN:
            return True
        return not first & KNOWN and words[0] in self._places
