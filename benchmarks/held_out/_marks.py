"""Labels that travel inside a text while it is put together, whatever escapes it on the way."""

import re
from typing import Final, NamedTuple

_OPEN, _MIDDLE, _CLOSE = "\ue000", "\ue001", "\ue002"
_PARTS: Final = re.compile(
    r"(?:\\+ue000|\ue000)([A-Z_]+)(?:\\+ue001|\ue001)(.*?)(?:\\+ue002|\ue002)", re.DOTALL
)


class Labelled(NamedTuple):
    """A text and what of it is sensitive.

    Attributes:
        text: The text.
        spans: ``(start, end, type)`` in code points.
    """

    text: str
    spans: list[tuple[int, int, str]]


def mark(entity: str, value: str) -> str:
    """Return a value that carries its label."""
    return f"{_OPEN}{entity}{_MIDDLE}{value}{_CLOSE}"


def unmark(text: str) -> Labelled:
    """Take the labels out of a text; JSON may have escaped them meanwhile, several times over."""
    pieces: list[str] = []
    spans: list[tuple[int, int, str]] = []
    length = last = 0
    for match in _PARTS.finditer(text):
        pieces += [text[last : match.start()], match[2]]
        start = length + match.start() - last
        length = start + len(match[2])
        spans.append((start, length, match[1]))
        last = match.end()
    return Labelled("".join([*pieces, text[last:]]), spans)
