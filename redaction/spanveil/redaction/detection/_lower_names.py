"""Names and towns that nobody capitalises in a chat, behind a person's own words."""

import re
from collections.abc import Iterator
from typing import Final

from spanveil.redaction.detection._finding import Confirm, Finding
from spanveil.redaction.detection._name_words import NameWords
from spanveil.redaction.detection._scanner import Anchor
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

_LOWER_NAME: Final = re.compile(
    r"[^\W\d_]{2,20}(?: (?!(?:and|but|from|i|in|is|at|my|on|with|the|of|to|you|please|can|here|calling)\b)[^\W\d_]{2,20}){0,2}"
)
# What stands behind a name with which somebody introduces themselves, and behind few other words.
_AFTER_OWN: Final = re.compile(r"(?:[,!]|[.](?= |$)| (?:and|from|here|calling|btw|by the way)\b|$)")
_ON: Final = re.compile(r"(?: back)? (?:on|at|under) [+(0-9]")


class LowerNames:
    """Find names in lower case.

    Args:
        words: The word lists.
    """

    def __init__(self, words: NameWords) -> None:
        self._words = words

    def rules(self) -> list[tuple[Anchor, Confirm]]:
        """Return the rules, each with the words that a name or a town follows."""
        return [
            (Anchor(OWN_ANCHOR, expression=True), self._own_name),
            (Anchor(LIVES_ANCHOR, expression=True), self._lower_town),
            (Anchor(CALLED_ANCHOR, expression=True), self._called),
        ]

    def _own_name(self, text: str, start: int) -> Iterator[Finding]:
        """Find the name in `my name is ada lovelace`, which nobody capitalises in a chat."""
        match = OWN.match(text, start)
        lower = _LOWER_NAME.match(text, match.end()) if match else None
        if match is None or lower is None or not lower[0].islower():
            return
        words = lower[0].split()
        if match[0].lower().strip() in OWN_LOOSE:
            if len(words) > 1 and self._words.is_lower_name(words):
                yield Finding(
                    lower.start(), lower.start() + len(" ".join(words[:2])), "PERSON", 0.6
                )
            elif _AFTER_OWN.match(text, lower.start() + len(words[0])) and (
                self._words.is_surely_given(words[0], alone=True)
            ):
                yield Finding(lower.start(), lower.start() + len(words[0]), "PERSON", 0.5)
        elif not self._words.is_english(words[0]) or self._words.is_given(words[0]):
            yield Finding(*lower.span(), "PERSON", 0.7)

    def _called(self, text: str, start: int) -> Iterator[Finding]:
        """Find the name in `call pavlos diallo back`, or in `ring hamza on 020 …`."""
        start += not text[start].isalnum()
        match = CALLED.match(text, start) or CALLED.match(text, start + 1)
        if match and match[0].islower() and self._words.is_lower_name([match[1], match[2]]):
            yield Finding(match.start(1), match.end(2), "PERSON", 0.55)
            return
        match = RING.match(text, start)
        if match and _ON.match(text, match.end()) and self._words.is_surely_given(match[1]):
            yield Finding(*match.span(1), "PERSON", 0.5)

    def _lower_town(self, text: str, start: int) -> Iterator[Finding]:
        """Find the town in `i live in swansea`, which nobody capitalises in a chat."""
        match = LIVES.match(text, start)
        if match is None or text[start - 1 : start].isalpha():
            return
        words = text[match.end() : match.end() + 40].split(" ")[:3]
        for count in range(len(words), 0, -1):
            town = " ".join(words[:count]).rstrip(".,!?;:)\"'\n")
            if self._words.is_lower_town(town):
                yield Finding(match.end(), match.end() + len(town), "LOCATION", 0.5)
                return
