"""Names of people and places: by key, by trigger word, by form, by gazetteer.

No model: a name is taken for one because of what stands beside it, or because census or GeoNames
know a part of it. Each kind of evidence has its score, so that a profile can ask for more.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Set
from itertools import accumulate
from typing import Final

from spanveil.redaction.detection._characters import foreign_characters
from spanveil.redaction.detection._finding import Finding
from spanveil.redaction.detection._gatherings import gathering_rules
from spanveil.redaction.detection._gazetteer import Gazetteer
from spanveil.redaction.detection._introductions import introduction_rules
from spanveil.redaction.detection._lines import lines_of
from spanveil.redaction.detection._living import living_rules
from spanveil.redaction.detection._name_fields import field_rules
from spanveil.redaction.detection._name_judge import UNSURE, Judge
from spanveil.redaction.detection._name_shapes import shape_rules, without_lead
from spanveil.redaction.detection._native import native, told_rules
from spanveil.redaction.detection._places import LANGUAGES, LEADS_TO_PLACE, address_rules, in_places
from spanveil.redaction.detection._records import record_rules
from spanveil.redaction.detection._scanner import Anchor
from spanveil.redaction.detection._spelling import NAME, UPPER
from spanveil.redaction.detection._streets import street_rules
from spanveil.redaction.detection._triggers import (
    CALLED,
    CALLED_ANCHOR,
    LIVES,
    LIVES_ANCHOR,
    OWN,
    OWN_ANCHOR,
    OWN_LOOSE,
    RING,
)

Confirm = Callable[[str, int], Iterable[Finding]]

_LOWER_NAME: Final = re.compile(
    r"[^\W\d_]{2,20}(?: (?!(?:and|but|from|i|in|is|at|my|on|with|the|of|to|you|please|can|here|calling)\b)[^\W\d_]{2,20}){0,2}"
)
# What stands behind a name with which somebody introduces themselves, and behind few other words.
_AFTER_OWN: Final = re.compile(r"(?:[,!]|[.](?= |$)| (?:and|from|here|calling|btw|by the way)\b|$)")
_ON: Final = re.compile(r"(?: back)? (?:on|at|under) [+(0-9]")
_SURE: Final = 0.6
_AGAIN: Final = 0.45
_SOMEBODYS: Final = re.compile(
    r"\b(?:I|I'm|I've|my|me|we|our|he|she|his|her|hers|him|they|their|born|lives?|living|lived|resid\w{2,5}|moved|moving|grew|hometown|family|wife|husband|mother|father"
    r"|parents|son|daughter|sister|brother|friend|customer|client|patient|passenger|tenant|employee|candidate|student|guest|user|resident|staff|visiting|stay\w{0,3}|wohn\w{1,3}|lebe\w{0,2}|ich|wir|mein\w{0,2}"
    r"|habit\w{1,3}|viv\w{1,3}|vivo|j'|je|nous|mon|soy|estoy|yo|abito|sono|mio|mia|moro|mora|meu|minha|woon\w{0,2}|ik|mijn|jag|jeg|mitt|mieszka\w{0,2}|jestem|bydl\w{1,2})\b(?:(?![.!?][ \n]).){0,60}$",
    re.IGNORECASE,
)
_MAX_NAMES: Final = 64
_NEAR: Final = 100
_NOT_PERSONAL: Final = frozenset({"SECRET", "URL", "IP_ADDRESS", "MAC_ADDRESS", "CRYPTO", "UUID"})
"""What telemetry holds that is about nobody."""
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
# It begins with the plus, which is found much sooner than any letter before it.
_PLUS: Final = re.compile(r"\+(?<=[^\W\d_]\+)(?=[^\W\d_a-z])")
# Separators, tags and at most a few small words, then groups of digits. What is white space stands
# here sign by sign, and all separators so in one table, which is sooner asked.
_SPACES: Final = "".join(filter(str.isspace, map(chr, range(0x3001))))
_BETWEEN: Final = rf"(?:[{_SPACES},|;:/()<>'\"-]|[^\W\d_]{{1,5}}+(?![^\W\d_]))"
# Groups of most countries; of Chile, Russia and Cameroon, India, Nepal, Japan, Belgium, Indonesia
_REACHED: Final = (
    r"\(?[0-9]{2,4}\)?(?:[ .-][0-9]{2,5}){1,4}|[0-9]{8,11}|[5-9][ -][0-9]{2,4}(?:[ -][0-9]{2,4}){1,3}|[6-9][0-9]{4} [0-9]{5}"
    r"|9[0-9]{2}-[0-9]{7}|\(0[0-9]{1,3}\)[0-9]{3,4}-[0-9]{4}|0[0-9]{1,3}/[0-9]{2,3}(?:[. ][0-9]{2,3}){1,3}|08[0-9]{10}|0[0-9]{2} [0-9]{2} 9[0-9]{4}-[0-9]{4}"
)
# Behind a letter no word begins. Then first that digits stand there at all: all but few places are
# soon refused so.
_CONTACT: Final = re.compile(
    rf"(?:(?<![^\W\d_])|(?![^\W\d_]))(?={_BETWEEN}{{1,16}}+\(?[0-9]){_BETWEEN}{{1,16}}?"
    rf"(?<![\w.])({_REACHED})(?![\w-])(?!\.[0-9])"
)
_BEFORE_CONTACT: Final = re.compile(
    rf"(?:^|[\n|,;\u2022\u00b7]) ?(\(?[0-9]{{2,5}}\)?(?:[ .-][0-9]{{2,5}}){{1,4}}|{_REACHED}) ?[|,;\u2022\u00b7/] ?$"
)
_PARTING: Final = frozenset("|,;\u2022\u00b7/")
"""What stands behind such a number."""
_DATE: Final = re.compile(
    r"(?:19|20)\d\d([-/. ])(?:0?\d|1[0-2])\1[0-3]?\d$|[0-3]?\d([-/. ])(?:0?\d|1[0-2])\2(?:19|20)\d\d$"
)
# As minutes and lists of heirs have it: `Ada Byron (10.12.15)`
_BORN: Final = re.compile(
    r" [(\[](?:\*|b\. ?)? ?((?:0?[1-9]|[12]\d|3[01])([./-])(?:0?[1-9]|[12]\d|3[01])\2(?:19\d\d|200\d|\d\d))[)\],;]"
)
_HAS_CONTACT: Final = frozenset({"PERSON", "EMAIL_ADDRESS"})


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

    def rules(self) -> list[tuple[Anchor, Confirm]]:
        """Return the rules that have an anchor: addresses, keys, a person's own words."""
        own = (Anchor(OWN_ANCHOR, expression=True), self._own_name)
        lived = (Anchor(LIVES_ANCHOR, expression=True), self._lower_town)
        called = (Anchor(CALLED_ANCHOR, expression=True), self._called)
        return [
            own,
            lived,
            called,
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
        found = [*_confirmed(found, (*known, *found))]
        # By place, not by name, which takes twice as long and is asked of all findings.
        people = [finding for finding in (*known, *found) if finding[2] == "PERSON"]
        if people:
            found += places
            found += self._places_near_people(text, runs)
            found += self._named_again(text, runs, people)
        else:
            # A passport speaks of somebody as a name does.
            told = any(one.entity == "US_PASSPORT" and one.score >= _SURE for one in known)
            found += [place for place in places if _is_led_to(text, place.start, told=told)]
        found += _numbers_beside(text, known, found)
        found += _born_beside(text, known, found)
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

    def _own_name(self, text: str, start: int) -> Iterator[Finding]:
        """Find the name in `my name is ada lovelace`, which nobody capitalises in a chat."""
        match = OWN.match(text, start)
        lower = _LOWER_NAME.match(text, match.end()) if match else None
        if match is None or lower is None or not lower[0].islower():
            return
        words = lower[0].split()
        if match[0].lower().strip() in OWN_LOOSE:
            if len(words) > 1 and self._judge.is_lower_name(words):
                yield Finding(
                    lower.start(), lower.start() + len(" ".join(words[:2])), "PERSON", 0.6
                )
            elif _AFTER_OWN.match(text, lower.start() + len(words[0])) and (
                self._judge.is_surely_given(words[0], alone=True)
            ):
                yield Finding(lower.start(), lower.start() + len(words[0]), "PERSON", 0.5)
        elif not self._judge.is_english(words[0]) or self._judge.is_given(words[0]):
            yield Finding(*lower.span(), "PERSON", 0.7)

    def _called(self, text: str, start: int) -> Iterator[Finding]:
        """Find the name in `call pavlos diallo back`, or in `ring hamza on 020 …`."""
        start += not text[start].isalnum()
        match = CALLED.match(text, start) or CALLED.match(text, start + 1)
        if match and match[0].islower() and self._judge.is_lower_name([match[1], match[2]]):
            yield Finding(match.start(1), match.end(2), "PERSON", 0.55)
            return
        match = RING.match(text, start)
        if match and _ON.match(text, match.end()) and self._judge.is_surely_given(match[1]):
            yield Finding(*match.span(1), "PERSON", 0.5)

    def _lower_town(self, text: str, start: int) -> Iterator[Finding]:
        """Find the town in `i live in swansea`, which nobody capitalises in a chat."""
        match = LIVES.match(text, start)
        if match is None or text[start - 1 : start].isalpha():
            return
        words = text[match.end() : match.end() + 40].split(" ")[:3]
        for count in range(len(words), 0, -1):
            town = " ".join(words[:count]).rstrip(".,!?;:)\"'\n")
            if self._judge.is_lower_town(town):
                yield Finding(match.end(), match.end() + len(town), "LOCATION", 0.5)
                return

    def _named_again(
        self, text: str, runs: list[tuple[int, str]], people: list[Finding]
    ) -> Iterator[Finding]:
        """Find a person's first or last name alone, elsewhere in the text."""
        spans = sorted({one[:2] for one in people if one[3] >= _SURE})
        alone: dict[str, int] = {}  # how often at least, in what is found
        tells = self._judge.tells
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

    def _places_near_people(self, text: str, runs: list[tuple[int, str]]) -> Iterator[Finding]:
        for match in in_places(text, runs):
            span = self._judge.place(text, *match.span(1))
            if span and text[slice(*span)] not in LANGUAGES:
                yield Finding(*span, "LOCATION", 0.5)


def _confirmed(found: list[Finding], all_found: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the names that are sure, and of the others those that something personal stands near."""
    if not [one for one in found if one[3] <= UNSURE]:
        yield from found
        return
    near = sorted(
        [
            (start, end)
            for start, end, entity, score in all_found
            if (score > 0.7 or entity != "PERSON") and entity not in _NOT_PERSONAL
        ]
    )
    starts = [start for start, _ in near]
    ends = [*accumulate([end for _, end in near], max)]
    for one in found:
        if one.score > UNSURE:
            yield one
            continue
        index = bisect_right(starts, one.start + _NEAR) - 1
        if index >= 0 and ends[index] + _NEAR >= one.end:
            yield Finding(one.start, one.end, one.entity, 0.5)


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


def _numbers_beside(
    text: str, known: Iterable[Finding], found: Iterable[Finding]
) -> Iterator[Finding]:
    """Find a phone number in no form of its own that stands right behind a person or an e-mail."""
    for start in {f[0] for some in (known, found) for f in some if f[2] == "EMAIL_ADDRESS"}:
        if _PARTING.isdisjoint(text[max(0, start - 3) : start]):
            continue  # as before most
        match = _BEFORE_CONTACT.search(text, max(0, start - 28), start)
        if match and not _DATE.match(match[1]) and 8 <= sum(map(str.isdigit, match[1])) <= 12:
            yield Finding(*match.span(1), "PHONE_NUMBER", 0.45)
    for end in {f[1] for some in (known, found) for f in some if f[2] in _HAS_CONTACT}:
        match = _CONTACT.match(text, end)
        if match and not _DATE.match(match[1]) and 8 <= sum(map(str.isdigit, match[1])) <= 12:
            yield Finding(*match.span(1), "PHONE_NUMBER", 0.45)


def _born_beside(
    text: str, known: Iterable[Finding], found: Iterable[Finding]
) -> Iterator[Finding]:
    """Find the date that stands in brackets right behind a person, old or with a year of two digits."""
    if " (" not in text and " [" not in text:
        return
    for end in {end for some in (known, found) for _, end, kind, _ in some if kind == "PERSON"}:
        if text[end : end + 2] in {" (", " ["} and (match := _BORN.match(text, end)):
            yield Finding(*match.span(1), "DATE_TIME", 0.45)


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
