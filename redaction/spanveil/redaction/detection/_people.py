"""Names of people and places: by key, by trigger word, by form, by gazetteer.

No model: a name is taken for one because of what stands beside it, or because census or GeoNames
know a part of it. Each kind of evidence has its score, so that a profile can ask for more.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from typing import Final

from spanveil.redaction.detection._finding import Finding
from spanveil.redaction.detection._gazetteer import Gazetteer
from spanveil.redaction.detection._lines import lines_of
from spanveil.redaction.detection._name_fields import field_rules
from spanveil.redaction.detection._name_judge import Judge
from spanveil.redaction.detection._places import LEADS_TO_PLACE, address_rules, in_places
from spanveil.redaction.detection._scanner import Anchor
from spanveil.redaction.detection._spelling import NAME, UPPER
from spanveil.redaction.detection._triggers import OWN, OWN_ANCHOR

Confirm = Callable[[str, int], Iterable[Finding]]

_LOWER_NAME: Final = re.compile(
    r"[^\W\d_]{2,20}(?: (?!(?:and|but|from|i|in|is|at|my|on|with|the|of|to|you|please|can|here|calling)\b)[^\W\d_]{2,20}){0,2}"
)
_SURE: Final = 0.6
_AGAIN: Final = 0.45
_MAX_NAMES: Final = 64
_FEW: Final = 16
"""So many names are sooner looked for one by one than among all capitalised words."""
# It begins with the capital, which is found much sooner than a place behind which one may stand.
_ALONE: Final = re.compile(rf"[{UPPER}](?<![\w@.-].)[^\W\d_]{{2,64}}(?![\w@-])")
# It begins with the plus, which is found much sooner than any letter before it.
_PLUS: Final = re.compile(r"\+(?<=[^\W\d_]\+)(?=[^\W\d_a-z])")
# Separators, tags and at most a few small words, then groups of digits.
_CONTACT: Final = re.compile(
    r"(?:[\s,|;:/()<>'\"-]|(?<![^\W\d_])[^\W\d_]{1,5}(?![^\W\d_])){1,16}?"
    r"(?<![\w.])(\(?[0-9]{2,4}\)?(?:[ .-][0-9]{2,5}){1,4}|[0-9]{8,11})(?![\w-])(?!\.[0-9])"
)


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
        own = (Anchor(OWN_ANCHOR, expression=True), _own_name)
        return [own, *address_rules(), *field_rules(self._judge.knows)]

    def find(self, text: str, known: Iterable[Finding] = ()) -> list[Finding]:
        """Return the names that have no anchor, overlapping ones included.

        Args:
            text: The text.
            known: What the rules found in it.
        """
        text = lines_of(text)
        if "+" in text:
            text = _PLUS.sub(" ", text)
        runs = [(match.start(), match[0]) for match in NAME.finditer(text)]
        found: list[Finding] = []
        places: list[Finding] = []
        judge = self._judge.judge
        for begin, run in runs:
            if finding := judge(text, begin, run):
                (places if finding.entity == "LOCATION" else found).append(finding)
        people = [finding for finding in (*known, *found) if finding.entity == "PERSON"]
        if people:
            found += places
            found += self._places_near_people(text, runs)
            found += self._named_again(text, people)
        else:
            found += [place for place in places if _is_led_to(text, place.start)]
        found += _numbers_beside(text, (*known, *found))
        return [finding for finding in found if finding.end - finding.start > 1]

    def _named_again(self, text: str, people: list[Finding]) -> Iterator[Finding]:
        """Find a person's first or last name alone, elsewhere in the text."""
        spans = sorted({(one.start, one.end) for one in people if one.score >= _SURE})
        seen: dict[str, int] = {}  # how often at least, in what is found
        last = 0
        for start, end in spans:
            for word in text[start:end].split():
                name = word.strip(".,'\"")
                seen[name] = seen.get(name, 0) + (start >= last)
            last = max(last, end)
        alone = {name: count for name, count in seen.items() if self._judge.tells(name)}
        if not alone or len(alone) > _MAX_NAMES:
            return
        starts = [start for start, _ in spans]
        ends = [*accumulate((end for _, end in spans), max)]
        for start, end in _places_of(alone, text):
            index = bisect_right(starts, start) - 1
            if index < 0 or end > ends[index]:  # else it is a part of what is found
                yield Finding(start, end, "PERSON", _AGAIN)

    def _places_near_people(self, text: str, runs: list[tuple[int, str]]) -> Iterator[Finding]:
        for match in in_places(text, runs):
            if span := self._judge.place(text, *match.span(1)):
                yield Finding(*span, "LOCATION", 0.5)


def _places_of(names: dict[str, int], text: str) -> Iterator[tuple[int, int]]:
    """Yield where names stand alone.

    Args:
        names: Names, and of how many places of each nobody wants to know.
        text: The text.
    """
    if len(names) > _FEW:
        for match in _ALONE.finditer(text):
            if match[0] in names:
                yield match.span()
        return
    for name, count in names.items():
        start = text.find(name) if text.count(name) > count else -1
        while start >= 0:
            found = _ALONE.match(text, start)
            if found and found[0] == name:
                yield found.span()
            start = text.find(name, start + len(name))


def _numbers_beside(text: str, found: Iterable[Finding]) -> Iterator[Finding]:
    """Find a phone number in no form of its own that stands right behind a person or an e-mail."""
    for end in {f.end for f in found if f.entity in {"PERSON", "EMAIL_ADDRESS"}}:
        match = _CONTACT.match(text, end)
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
