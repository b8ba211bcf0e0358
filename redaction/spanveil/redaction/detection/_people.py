"""Names of people and places: by key, by trigger word, by form, by gazetteer.

No model: a name is taken for one because of what stands beside it, or because census or GeoNames
know a part of it. Each kind of evidence has its score, so that a profile can ask for more.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from spanveil.redaction.detection._beside_people import beside_people, confirmed
from spanveil.redaction.detection._characters import foreign_characters
from spanveil.redaction.detection._finding import Confirm, Finding
from spanveil.redaction.detection._gatherings import gathering_rules
from spanveil.redaction.detection._gazetteer import Gazetteer
from spanveil.redaction.detection._introductions import introduction_rules
from spanveil.redaction.detection._lines import lines_of
from spanveil.redaction.detection._living import living_rules
from spanveil.redaction.detection._lower_names import LowerNames
from spanveil.redaction.detection._name_fields import field_rules
from spanveil.redaction.detection._name_judge import Judge
from spanveil.redaction.detection._name_shapes import shape_rules, without_lead
from spanveil.redaction.detection._named_again import SURE, named_again
from spanveil.redaction.detection._native import native, told_rules
from spanveil.redaction.detection._nobody import is_nobody
from spanveil.redaction.detection._places import address_rules
from spanveil.redaction.detection._records import record_rules
from spanveil.redaction.detection._scanner import Anchor
from spanveil.redaction.detection._spelling import NAME
from spanveil.redaction.detection._streets import street_rules
from spanveil.redaction.detection._towns import LANGUAGES, LEADS_TO_PLACE, in_places

_SOMEBODYS: Final = re.compile(
    r"\b(?:I|I'm|I've|my|me|we|our|he|she|his|her|hers|him|they|their|born|lives?|living|lived|resid\w{2,5}|moved|moving|grew|hometown|family|wife|husband|mother|father"
    r"|parents|son|daughter|sister|brother|friend|customer|client|patient|passenger|tenant|employee|candidate|student|guest|user|resident|staff|visiting|stay\w{0,3}|wohn\w{1,3}|lebe\w{0,2}|ich|wir|mein\w{0,2}"
    r"|habit\w{1,3}|viv\w{1,3}|vivo|j'|je|nous|mon|soy|estoy|yo|abito|sono|mio|mia|moro|mora|meu|minha|woon\w{0,2}|ik|mijn|jag|jeg|mitt|mieszka\w{0,2}|jestem|bydl\w{1,2})\b(?:(?![.!?][ \n]).){0,60}$",
    re.IGNORECASE,
)
_SENTENCE: Final = frozenset({". ", "! ", "? "})
# It begins with the plus, which is found much sooner than any letter before it.
_PLUS: Final = re.compile(r"\+(?<=[^\W\d_]\+)(?=[^\W\d_a-z])")
_FOR: Final = re.compile(r"\b(?:for|of|by|from|with|to|under|guest|patient|passenger) $")


class People:
    """Find names of people and places.

    Args:
        gazetteer: The word lists.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._judge = Judge(gazetteer)

    @classmethod
    def shipped(cls) -> "People":
        """Return the finder with the lists that the package ships."""
        return cls(Gazetteer.shipped())

    def somebody(self, text: str, found: list[Finding]) -> list[Finding]:
        """Return findings without those of people that tell of nobody."""
        marks = self._judge.marks
        return [
            one
            for one in found
            if one[2] != "PERSON"
            or not is_nobody(text[one[0] : one[1]], marks, acts=_acts(text, one[0], one[1]))
        ]

    def rules(self) -> list[tuple[Anchor, Confirm]]:
        """Return the rules that have an anchor: addresses, keys, a person's own words."""
        return [
            *LowerNames(self._judge).rules(),
            *address_rules(),
            *street_rules(),
            *told_rules(),
            *living_rules(self._judge.is_lower_town),
            *record_rules(),
            *introduction_rules(self._judge.is_thing),
            *shape_rules(self._judge.may_be_name, self._judge.is_named, self._judge.is_lower_name),
            *gathering_rules(self._judge.is_thing, self._judge.may_be_name, self._judge.is_named),
            *field_rules(
                self._judge.knows,
                self._judge.is_thing,
                self._judge.is_named,
                self._judge.is_english,
            ),
        ]

    def find(
        self, text: str, known: Iterable[Finding] = (), characters: Iterable[str] | None = None
    ) -> list[Finding]:
        """Return the names that have no anchor, overlapping ones included.

        Args:
            text: The text.
            known: What the rules found in it.
            characters: Those of the text that are not ASCII; looked for in it if ``None``.
        """
        text = lines_of(text)
        if "+" in text:
            text = _PLUS.sub(" ", text)
        runs = [(match.start(), match[0]) for match in NAME.finditer(text)]
        found: list[Finding] = []
        places: list[Finding] = []
        for finding in self._judge.judge(text, runs):
            (places if finding[2] == "LOCATION" else found).append(finding)
        if ", " in text:
            for begin, run in runs:
                if text.startswith(", ", begin + len(run)):
                    lead = 0
                    if " " in run and not run.isupper():
                        lead = without_lead(run, self._judge.is_lead)
                        if not lead:
                            continue
                    found += self._reversed(text, begin + lead, run[lead:])
        found += native(text, foreign_characters(text) if characters is None else characters)
        known = tuple(known)
        found = self.somebody(text, found)
        found = [*confirmed(found, (*known, *found))]
        # By place, not by name, which takes twice as long and is asked of all findings.
        people = [finding for finding in (*known, *found) if finding[2] == "PERSON"]
        if people:
            found += places
            found += self._places_near_people(text, runs)
            found += named_again(text, runs, people, self._judge.tells)
        else:
            # A passport speaks of somebody as a name does.
            told = any(one.entity == "US_PASSPORT" and one.score >= SURE for one in known)
            found += [place for place in places if _is_led_to(text, place.start, told=told)]
        found += beside_people(text, known, found)
        return [finding for finding in found if finding[1] - finding[0] > 1]

    def _reversed(self, text: str, begin: int, family: str) -> Iterator[Finding]:
        """Find the name in `GARCIA, Matthew`, which stands so at the begin of a line or of a field."""
        given = NAME.match(text, begin + len(family) + 2)
        if given is None or not self._judge.is_reversed(family, given[0]):
            return
        before, after = text[max(0, begin - 2) : begin], text[given.end() : given.end() + 1]
        alone = not before.strip(" \t") or before.strip()[-1:] in ":|\"'>-*(;"
        if not alone and _FOR.search(text, max(0, begin - 6), begin):
            alone = self._judge.tells(family) and self._judge.is_surely_given(given[0])
            alone = alone and not self._judge.are_towns(family, given[0])
        if before[-1:] == " " and self._judge.are_surely_reversed(family, given[0]):
            yield Finding(begin, given.end(), "PERSON", 0.6)
            return
        if alone and (
            family.isupper()
            or after in ("", "\n", "(", ";", "|", '"', "'", ".", ")", "\\")
            or text.startswith(
                (
                    " (",
                    " -",
                    ", DOB",
                    ", dob",
                    ", born",
                    ", aged",
                    ", passport",
                    ", ID",
                    " was ",
                    " born",
                ),
                given.end(),
            )
        ):
            yield Finding(begin, given.end(), "PERSON", 0.7)

    def _places_near_people(self, text: str, runs: list[tuple[int, str]]) -> Iterator[Finding]:
        for match in in_places(text, runs):
            span = self._judge.place(text, *match.span(1))
            if span and text[slice(*span)] not in LANGUAGES:
                yield Finding(*span, "LOCATION", 0.5)


def _acts(text: str, start: int, end: int) -> bool:
    """Say whether a word begins a sentence and a word in lower case follows it."""
    begins = start == 0 or text[start - 1] == "\n" or text[max(0, start - 2) : start] in _SENTENCE
    return begins and text[end : end + 1] == " " and text[end + 1 : end + 2].islower()


def _is_led_to(text: str, start: int, *, told: bool) -> bool:
    """Say whether the words before a place say that it is one, and that it is somebody's.

    Args:
        text: The text.
        start: Where the place begins.
        told: Whether the text speaks of somebody in any case.
    """
    if LEADS_TO_PLACE.search(text, max(0, start - 24), start) is None:
        return False
    return told or _SOMEBODYS.search(text, max(0, start - 80), start) is not None
