"""Values made fit to show: one line, cut, with what was planted marked."""

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from examples.demo._canaries import Canary

# C0 and C1 controls: a terminal would obey them.
_UNPRINTABLE: Final = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
_ELLIPSIS: Final = "…"
_MARKER_START: Final = "[redacted"


class Segment(NamedTuple):
    """A part of a text, and whether it is a planted canary."""

    text: str
    planted: bool


def one_line(text: str) -> str:
    """Replace runs of control characters, line ends among them, by one blank."""
    return _UNPRINTABLE.sub(" ", text)


def segments(text: str, canaries: Iterable[Canary]) -> list[Segment]:
    """Split a text at the canaries that stand in it as they were planted."""
    pattern = "|".join(re.escape(canary.value) for canary in canaries)
    parts = re.split(f"({pattern})", text) if pattern else [text]
    return [Segment(part, index % 2 == 1) for index, part in enumerate(parts) if part]


def excerpt(text: str, canaries: Sequence[Canary], width: int) -> str:
    """Cut a text to a width, choosing the part with the first canary or marker if there is one."""
    text = one_line(text)
    if len(text) <= width:
        return text
    marks = (*(canary.value for canary in canaries), _MARKER_START)
    found = [text.find(mark) for mark in marks]
    first = min((position for position in found if position >= 0), default=0)
    start = max(0, min(first - width // 4, len(text) - width))
    end = start + width
    head = _ELLIPSIS if start else ""
    tail = _ELLIPSIS if end < len(text) else ""
    return head + text[start + len(head) : end - len(tail)] + tail
