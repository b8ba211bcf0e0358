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

_ESCAPED: Final = re.compile(r"\\u([0-9a-f]{4})")
_NON_ASCII: Final = re.compile(r"[^\x00-\x7f]+")


class Starts:
    r"""Find where each of several expressions can begin.

    Args:
        expressions: For each its beginnings; bounded, without look-around but ``\b``, and of two
            matches of one beginning with one end the first must be the one. A character that is
            not ASCII stands for all of its class, and no class holds ``\s``.
    """

    def __init__(self, expressions: Sequence[tuple[str, ...]]) -> None:
        self._count = len(expressions)
        self._slots = [slot for slot, some in enumerate(expressions) for _ in some]
        anchors = [
            Anchor(_over_shadow(beginning), expression=True)
            for some in expressions
            for beginning in some
        ]
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
            hits = self._scanner.scan(_shadow(text).encode())
        except TooManyHits:
            return [None] * self._count
        slots = self._slots
        for index, start in hits:
            places[slots[index]].append(start)  # type: ignore[union-attr]
        return places


def find_from(
    pattern: re.Pattern[str], text: str, starts: list[int] | None
) -> Iterator[re.Match[str]]:
    """Yield what ``pattern.finditer`` yields, trying only where it can begin."""
    if starts is None:
        yield from pattern.finditer(text)
        return
    match, last = pattern.match, 0
    for start in starts:
        if start >= last and (found := match(text, start)):
            yield found
            last = found.end()


def _shadow(text: str) -> str:
    """Return a text as ASCII of the same length, each other character as one of its class."""
    return text if text.isascii() else _NON_ASCII.sub(_classes, text)


def _over_shadow(expression: str) -> str:
    """Return an expression that finds in shadows what the expression finds in texts."""
    expression = _shadow(_ESCAPED.sub(_unescape, expression))
    return expression.replace(r"\s", r"[\s\x1c-\x1f]")  # four separators that Python calls space


def _unescape(escape: re.Match[str]) -> str:
    return chr(int(escape[1], 16))


def _classes(run: re.Match[str]) -> str:
    return "".join(map(_class, run[0]))


@lru_cache(maxsize=4096)
def _class(char: str) -> str:
    if char.isdecimal():
        return "1"
    if char.isupper() and char < "\u0530":  # as far as names look for capitals
        return "Q"
    if char.isalpha():
        return "q"
    if char.isspace():
        return " "
    if char == "\u2019":
        return "'"
    return "_" if char.isalnum() else "\x7f"
