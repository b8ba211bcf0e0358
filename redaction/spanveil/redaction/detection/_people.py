"""Names of people and places: by key, by trigger word, by form, by gazetteer.

No model: a name is taken for one because of what stands beside it, or because census or GeoNames
know a part of it. Each kind of evidence has its score, so that a profile can ask for more.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from spanveil.redaction.detection._finding import Finding
from spanveil.redaction.detection._gazetteer import Gazetteer
from spanveil.redaction.detection._lines import lines_of
from spanveil.redaction.detection._name_fields import field_rules
from spanveil.redaction.detection._places import (
    IN_PLACE,
    IN_PLACE_START,
    LEADS_TO_PLACE,
    PLACE_WORD,
    address_rules,
    may_be_place,
)
from spanveil.redaction.detection._scanner import Anchor
from spanveil.redaction.detection._spelling import NAME, NAME_START, UPPER
from spanveil.redaction.detection._starts import Starts, find_from
from spanveil.redaction.detection._triggers import OWN, OWN_ANCHOR, TRIGGERS

Confirm = Callable[[str, int], Iterator[Finding]]

_LOWER_NAME: Final = re.compile(
    r"[^\W\d_]{2,20}(?: (?!(?:and|but|from|i|in|is|at|my|on|with|the|of|to|you|please|can|here|calling)\b)[^\W\d_]{2,20}){0,2}"
)
_MAX_NAMES: Final = 64
_ALONE: Final = re.compile(rf"(?<![\w@.-])[{UPPER}][^\W\d_]{{2,64}}(?![\w@-])")
_BEFORE: Final = 40
_SPACED: Final = re.compile(r"\S+")
# It begins with the plus, which is found much sooner than any letter before it.
_PLUS: Final = re.compile(r"\+(?<=[^\W\d_]\+)(?=[^\W\d_a-z])")
_MONTHS: Final = frozenset({"april", "may", "june", "august"})
# Separators, tags and at most a few small words, then groups of digits.
_CONTACT: Final = re.compile(
    r"(?:[\s,|;:/()<>'\"-]|(?<![^\W\d_])[^\W\d_]{1,5}(?![^\W\d_])){1,16}?"
    r"(?<![\w.])(\(?[0-9]{2,4}\)?(?:[ .-][0-9]{2,5}){1,4}|[0-9]{8,11})(?![\w-])(?!\.[0-9])"
)
_EDGES: Final = "\\\"'([{"

_LAST_OF_TRIGGERS: Final = frozenset(phrase.rpartition(" ")[2] for phrase in TRIGGERS)


class People:
    """Find names of people and places.

    Args:
        gazetteer: The word lists.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._given, self._family = gazetteer.given, gazetteer.family
        self._places = gazetteer.places
        self._words, self._products = gazetteer.words, gazetteer.products
        self._common = gazetteer.common
        self._starts = Starts([(NAME_START,), (IN_PLACE_START,)])
        self._usual = gazetteer.common | gazetteer.products | gazetteer.words
        self._no_place = gazetteer.words | gazetteer.products | gazetteer.given

    @classmethod
    def shipped(cls) -> "People":
        """Return the finder with the lists that the package ships."""
        return cls(Gazetteer.shipped())

    def rules(self) -> list[tuple[Anchor, Confirm]]:
        """Return the rules that have an anchor: addresses, keys, a person's own words."""
        own = (Anchor(OWN_ANCHOR, expression=True), _own_name)
        return [own, *address_rules(), *field_rules(self._knows)]

    def find(self, text: str, known: Iterable[Finding] = ()) -> list[Finding]:
        """Return the names that have no anchor, overlapping ones included.

        Args:
            text: The text.
            known: What the rules found in it.
        """
        text = lines_of(text)
        if "+" in text:
            text = _PLUS.sub(" ", text)
        capitals, near = self._starts.of(text)
        found: list[Finding] = []
        places: list[Finding] = []
        for finding in self._by_form(text, capitals):
            (places if finding.entity == "LOCATION" else found).append(finding)
        people = [finding for finding in (*known, *found) if finding.entity == "PERSON"]
        if people:
            found += places
            found += self._places_near_people(text, near)
        else:
            found += [place for place in places if _is_led_to(text, place.start)]
        found += self._named_again(text, people, capitals)
        found += _numbers_beside(text, (*known, *found))
        return [finding for finding in found if finding.end - finding.start > 1]

    def _named_again(
        self, text: str, found: list[Finding], starts: list[int] | None
    ) -> Iterator[Finding]:
        """Find a person's first or last name alone, elsewhere in the text."""
        names = {
            word.strip(".,'\"")
            for finding in found
            if finding.score >= 0.6
            for word in text[finding.start : finding.end].split()
        }
        alone = {name for name in names if name[:1].isupper() and self._tells(name.lower())}
        if alone and len(alone) <= _MAX_NAMES:
            for match in find_from(_ALONE, text, starts):
                if match[0] in alone:
                    yield Finding(*match.span(), "PERSON", 0.45)

    def _tells(self, name: str) -> bool:
        usual = name in self._words or name in self._common or name in self._products
        return len(name) > 2 and name.isalpha() and not usual

    def _knows(self, value: str) -> bool:
        words = re.split(r"[ -]", value.lower())
        if len(words) == 1:
            return words[0] in self._given
        return not any(word in self._words and word not in _MONTHS for word in words)

    def _by_form(self, text: str, starts: list[int] | None) -> Iterator[Finding]:
        for match in find_from(NAME, text, starts):
            lower = match[0].lower()
            if lower in self._words or lower in self._common:
                continue
            if may_be_place(match[0]) and PLACE_WORD.fullmatch(match[0]):
                yield Finding(*match.span(), "LOCATION", 0.5)
                continue
            begin, end = match.span()
            if " " in lower:
                begin, end = self._trim(text, begin, end)
            elif lower.strip(".,'") in self._words:
                continue
            if begin < end and (finding := self._judge(text, begin, end)):
                yield finding

    def _judge(self, text: str, begin: int, end: int) -> Finding | None:
        """Judge a capitalised run."""
        value = text[begin:end]
        words = [word for word in value.split() if word[0].isupper()]
        if triggered := self._by_trigger(text, begin, end, words):
            return triggered
        if value in self._places:
            return Finding(begin, end, "LOCATION", 0.6)
        parts = [part for word in words for part in word.lower().strip(".").split("-")]
        if len(words) < 2:
            return self._alone(text, begin, end, parts[0])
        score = self._by_gazetteer(value, words, parts)
        return Finding(begin, end, "PERSON", score) if score else None

    def _by_trigger(self, text: str, begin: int, end: int, words: list[str]) -> Finding | None:
        """Judge a capitalised run by the words before it."""
        bare = text[max(0, begin - _BEFORE) : begin].rstrip(" \n\t.:,;=-'\"(><").lower()
        last = bare.rsplit(None, 3)[-3:]
        if not last or last[-1].strip(_EDGES) not in _LAST_OF_TRIGGERS:
            return None
        before = [word.strip(_EDGES) for word in last]
        phrases = (" ".join(before[i:]) for i in range(len(before)))
        sure = [TRIGGERS[phrase] for phrase in phrases if phrase in TRIGGERS]
        if not sure or (len(words) == 1 and words[0].isupper()):
            return None
        parts = [part for word in words for part in word.lower().strip(".,").split("-")]
        if len(words) == 1 and (parts[0] in self._products or parts[0] in self._common):
            return None
        if all(part in self._common or part in self._words for part in parts):
            return None
        known = any(part in self._given or part in self._family for part in parts)
        thing = parts[-1] in self._common or self._names_a_thing(words, parts)
        if len(words) > 1 and thing and not any(sure):
            return None  # left to the judgement by form
        if known or (any(sure) and parts[0] not in self._products) or len(words) > 1:
            return Finding(begin, end, "PERSON", 0.85 if known else 0.6)
        return None

    def _alone(self, text: str, begin: int, end: int, name: str) -> Finding | None:
        """Judge a given name that stands alone: in the middle of a sentence, and no usual word."""
        if name not in self._given or name in self._common or name in self._products:
            return None
        if text[begin:end].isupper() or (name in self._family and len(name) <= 4):
            return None
        inside = begin > 0 and text[begin - 1] == " " and text[begin - 2] not in ".!?\n"
        return Finding(begin, end, "PERSON", 0.5) if inside else None

    def _by_gazetteer(self, value: str, words: list[str], parts: list[str]) -> float:
        """Return how sure it is that some capitalised words are a name, 0 if they are none."""
        given, family, common = self._given, self._family, self._common
        if self._names_a_thing(words, parts):
            return 0
        if value.isupper() and not all(p in given or p in family for p in parts):
            return 0
        inner = parts[:-1] if parts[0] in given else parts
        if any(word in self._words or self._is_product(word, parts) for word in inner):
            return 0
        first = parts[0] in given and not (parts[-1] in common and parts[-1] not in family)
        last = parts[-1] in family and not (parts[0] in common and parts[0] not in given)
        if first or last:
            return 0 if all(part in common for part in parts) else 0.8
        if parts[0] in given and parts[0] not in common:
            return 0.5  # `Leena Master`
        if not common.isdisjoint(parts) or any(word.isupper() for word in words if len(word) > 2):
            return 0
        if any(part in given or part in family for part in parts) or not value.isascii():
            return 0.6
        plain = all(w[1:].islower() or "-" in w or "'" in w for w in words if len(w) > 3)
        return 0.45 if len(words) <= 4 and plain else 0

    def _names_a_thing(self, words: list[str], parts: list[str]) -> bool:
        """Say whether the first word is a product or a town: `Grafana Tempo`, `Berlin Buzzwords`."""
        first = parts[0]
        if first in self._given or first in self._family:
            return False
        return first in self._products or words[0] in self._places

    def _is_product(self, word: str, parts: list[str]) -> bool:
        """Say whether a word is a product here, and no given name before a family name."""
        if word not in self._products:
            return False
        return word not in self._given or parts[-1] in self._usual

    def _trim(self, text: str, start: int, end: int) -> tuple[int, int]:
        """Drop words at the ends of a capitalised run that are no part of a name."""
        plain = [word.strip(".,'") for word in text[start:end].lower().split()]
        if not self._leads(plain) and not self._trails(plain):
            return start, end
        words = [(m.start(), m.end()) for m in _SPACED.finditer(text, start, end)]
        first, last = 0, len(plain)
        while first < last and self._leads(plain[first:last]):
            first += 1
        while first < last and self._trails(plain[first:last]):
            last -= 1
        return (words[first][0], words[last - 1][1]) if first < last else (start, start)

    def _leads(self, words: list[str]) -> bool:
        """Say whether the first of some words is no part of the name that they hold."""
        word, long = words[0], len(words) > 2
        if word in _MONTHS and len(words) == 2 and words[1] in self._family:
            return words[1] in self._common  # `June Dodd`
        if len(words) == 2 and TRIGGERS.get(word) and word not in self._given:
            return True  # `Madame Dupuy`
        return word in self._words or (long and word in self._common and word not in self._given)

    def _trails(self, words: list[str]) -> bool:
        """Say whether the last of some words is no part of the name that they hold."""
        word, long = words[-1], len(words) > 2
        if len(words) == 2 and words[0] in self._given and word in self._words:
            return False  # `Leena Master`
        return word in self._words or (long and word in self._common and word not in self._family)

    def _places_near_people(self, text: str, starts: list[int] | None) -> Iterator[Finding]:
        for match in find_from(IN_PLACE, text, starts):
            begin, end = self._trim(text, *match.span(1))
            words = text[begin:end].lower().split()
            if words and self._no_place.isdisjoint(words) and not self._common.issuperset(words):
                yield Finding(begin, end, "LOCATION", 0.5)


def _numbers_beside(text: str, found: Iterable[Finding]) -> Iterator[Finding]:
    """Find a phone number in no form of its own that stands right behind a person or an e-mail."""
    for finding in found:
        if finding.entity not in {"PERSON", "EMAIL_ADDRESS"}:
            continue
        match = _CONTACT.match(text, finding.end)
        if match and 8 <= sum(map(str.isdigit, match[1])) <= 12:
            yield Finding(*match.span(1), "PHONE_NUMBER", 0.45)


def _own_name(text: str, start: int) -> Iterator[Finding]:
    """Find the name in `my name is ada lovelace`, which nobody capitalises in a chat."""
    match = OWN.match(text, start)
    lower = _LOWER_NAME.match(text, match.end()) if match else None
    if lower and lower[0].islower():
        yield Finding(*lower.span(), "PERSON", 0.7)


def _is_led_to(text: str, start: int) -> bool:
    """Say whether the words before a place say that it is one."""
    return LEADS_TO_PLACE.search(text, max(0, start - 24), start) is not None
