"""The fixed text that stands where a value stood.

A marker names a class and a length and nothing else. It is recognised when it is met again, so that
redacting twice (in the SDK and in a gateway) changes nothing.
"""

import re
from typing import Final

DROPPED: Final = "[redacted]"
"""What ``Treatment.DROP`` writes: not even the length survives."""

_MAX_SHOWN: Final = 9_999_999
_MARKER: Final = re.compile(r"\[redacted(?::[a-z_]{1,24}(?::[0-9]{1,7})?)?\]", re.ASCII)
_MARKED_KEY: Final = re.compile(r"\[redacted:key:[0-9]{1,7}\](?:#[0-9]{1,5})?", re.ASCII)


def marker(kind: str, length: int | None = None) -> str:
    """Return the marker for a value.

    Args:
        kind: A content class, or ``key``, ``name`` or ``bytes`` for positions that have none.
        length: The value's size in characters (bytes for ``bytes``); shown up to 9,999,999.

    >>> marker("prompt", 120)
    '[redacted:prompt:120]'
    """
    if length is None:
        return f"[redacted:{kind}]"
    return f"[redacted:{kind}:{min(length, _MAX_SHOWN)}]"


def is_marker(text: str) -> bool:
    """Say whether a text is exactly one marker, and so carries nothing."""
    return text.startswith("[redacted") and _MARKER.fullmatch(text) is not None


def is_marked_key(key: str) -> bool:
    """Say whether a key is one that ``unique_key`` made."""
    return key.startswith("[redacted:key:") and _MARKED_KEY.fullmatch(key) is not None


def unique_key(key: str, taken: dict[str, object]) -> str:
    """Return the marker for a key, numbered where ``taken`` has it already.

    >>> unique_key("alice@example.com", {"[redacted:key:17]": 1})
    '[redacted:key:17]#2'
    """
    base = marker("key", len(key))
    name, number = base, 1
    while name in taken:
        number += 1
        name = f"{base}#{number}"
    return name
