"""The fixed text that stands where a value stood.

A marker names a kind and a length of two significant digits, and nothing else. It is
recognised when it is met again, so that redacting twice (in the SDK and in a gateway) changes
nothing. What is recognised is closed: a text
that merely looks like a marker, with a word of somebody's choice in it, is content.
"""

import re
from collections.abc import Container
from functools import lru_cache
from typing import Final

from spanveil.config import ContentClass
from spanveil.redaction._entities import ENTITIES

DROPPED: Final = "[redacted]"
"""What ``Treatment.DROP`` writes: not even the length survives."""

_MAX_SHOWN: Final = 9_900_000
_MAX_REMEMBERED: Final = 8_192
_KINDS: Final = frozenset(
    {*ContentClass, "bytes", "name", "number", "text", "truncated", "unscanned"}
    | {entity.lower() for entity in ENTITIES}
)
_MARKER_SOURCE: Final = r"\[redacted(?::([a-z_]{1,32})(?::[0-9]{1,2}0{0,5})?)?\]"
_MARKER: Final = re.compile(_MARKER_SOURCE, re.ASCII)
_MARKED_KEY: Final = re.compile(r"\[redacted:key:[0-9]{1,2}0{0,5}\](?:#([0-9]{1,5}))?", re.ASCII)


@lru_cache(_MAX_REMEMBERED)
def marker(kind: str, length: int | None = None) -> str:
    """Return the marker for a value.

    Args:
        kind: A content class, an entity type in lower case, or ``bytes``, ``name``, ``number``,
            ``text``, ``truncated``, ``unscanned`` for what has none.
        length: The value's size in characters (bytes for ``bytes``); shown with two significant
            digits, so that a marker's form that somebody types has no room for an identifier.

    >>> marker("prompt", 120)
    '[redacted:prompt:120]'
    >>> marker("prompt", 4155551)
    '[redacted:prompt:4100000]'
    """
    if length is None:
        return f"[redacted:{kind}]"
    return f"[redacted:{kind}:{_rounded(length)}]"


def _rounded(length: int) -> int:
    length = min(length, _MAX_SHOWN)
    unit = int("1" + "0" * max(0, len(str(length)) - 2))
    return length // unit * unit


def is_marker(text: str) -> bool:
    """Say whether a text is exactly one marker, and so carries nothing.

    >>> [is_marker(t) for t in ("[redacted:prompt:4]", "[redacted:my_secret:4]")]
    [True, False]
    """
    if not text.startswith("[redacted"):
        return False
    match = _MARKER.fullmatch(text)
    return match is not None and (match[1] is None or match[1] in _KINDS)


def marker_spans(text: str) -> list[tuple[int, int]]:
    """Return where markers stand in a text."""
    if "[redacted" not in text:
        return []
    found = _MARKER.finditer(text)
    return [match.span() for match in found if match[1] is None or match[1] in _KINDS]


def is_marked_key(key: str, entries: int) -> bool:
    """Say whether a key is one that ``KeyMarkers`` made for a mapping of that many entries."""
    if not key.startswith("[redacted:key:"):
        return False
    match = _MARKED_KEY.fullmatch(key)
    return match is not None and int(match[1] or 0) <= entries


class KeyMarkers:
    """Markers for the keys of one mapping, numbered so that no two entries fall together."""

    __slots__ = ("_used",)

    def __init__(self) -> None:
        self._used: dict[str, int] = {}

    def name(self, key: str, taken: Container[str]) -> str:
        """Return the marker for a key.

        >>> KeyMarkers().name("alice@example.com", {"[redacted:key:17]": 1})
        '[redacted:key:17]#2'
        """
        base = marker("key", len(key))
        while True:
            # Counting on from the last number keeps a mapping of n such keys linear in n.
            number = self._used[base] = self._used.get(base, 0) + 1
            name = base if number == 1 else f"{base}#{number}"
            if name not in taken:
                return name
