"""Where the expressions for names and places can begin, from one pass over a text.

Tried at every character, those expressions cost more than everything else that detection does. Each
has a shorter one in front, *where it can begin*, and Hyperscan finds all of those at once. A start
is a superset: an expression never matches where it has no start (held by a differential test).
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from spanveil.redaction.detection._scanner import Anchor, HyperscanScanner, TooManyHits

_NON_ASCII: Final = re.compile(r"[^\x00-\x7f]+")


class Starts:
    """Find where each of several expressions can begin.

    Args:
        expressions: One for each; bounded, over ASCII classes. It matches from a place of the
            expression's match, or from the character before it.
    """

    def __init__(self, expressions: Sequence[str]) -> None:
        self._count = len(expressions)
        anchors = [Anchor(expression, expression=True) for expression in expressions]
        try:
            self._scanner: HyperscanScanner | None = HyperscanScanner(anchors)
        except ImportError:
            self._scanner = None

    def of(self, text: str) -> list[list[int] | None]:
        """Return for each expression where it can begin, in order; ``None`` for everywhere.

        It is everywhere without Hyperscan, and in a text with more starts than anybody writes.
        """
        if self._scanner is None:
            return [None] * self._count
        places: list[list[int] | None] = [[] for _ in range(self._count)]
        try:
            hits = self._scanner.scan(class_shadow(text))
        except TooManyHits:
            return [None] * self._count
        for index, start in hits:
            places[index].append(start)  # type: ignore[union-attr]
        return places


def find_from(
    pattern: re.Pattern[str], text: str, starts: list[int] | None
) -> Iterator[re.Match[str]]:
    """Yield what ``pattern.finditer`` yields, trying only at the starts and one behind each."""
    if starts is None:
        yield from pattern.finditer(text)
        return
    match, last = pattern.match, 0
    for start in starts:
        if start >= last and (found := match(text, start)):
            yield found
            last = found.end()
        if start + 1 >= last and (found := match(text, start + 1)):
            yield found
            last = found.end()


def class_shadow(text: str) -> bytes:
    """Return a text as ASCII of the same length, each other character as one of its class."""
    if not text.isascii():
        text = _NON_ASCII.sub(_classes, text)
    return text.encode()


def _classes(run: re.Match[str]) -> str:
    return "".join(map(_class, run[0]))


@lru_cache(maxsize=4096)
def _class(char: str) -> str:
    if char.isdecimal():
        return "1"
    if char.isupper():
        return "Q"
    if char.isalpha():
        return "q"
    if char.isspace():
        return " "
    if char == "\u2019":
        return "'"
    return "_" if char.isalnum() else "\x7f"
