"""Scan plain text: what detection finds in it, by line."""

from collections.abc import Callable, Iterator
from typing import Final

from spanveil.cli._scan_findings import Findings, Place
from spanveil.redaction.detection import Detector, TooManyHits

_PIECE: Final = 32_768
"""Characters that are looked at in one go, so that a log of any size stays within the detector's
limits for one text."""
_OVERLAP: Final = 4_096
"""Characters of the piece before that are looked at again: a private key takes several lines."""
_CLASS: Final = "log_text"


def scan_text(
    file: str, text: str, detector: Detector, findings: Findings, advance: Callable[[int], object]
) -> None:
    """Add what stands in a text.

    Args:
        file: The input, as it was named.
        text: Its content.
        detector: Finds entities and secrets.
        findings: What is found is added.
        advance: Called with how many bytes were looked at.
    """
    first_line = 1
    counted = 0
    for start, size in _pieces(text):
        begin = max(0, start - _OVERLAP)
        first_line += text.count("\n", counted, begin)
        counted = max(counted, begin)
        piece = text[begin : start + size]
        for offset, end, entity in _found(piece, detector):
            if begin + end > start:  # or else it was counted with the piece before
                line = first_line + piece.count("\n", 0, offset)
                findings.add(Place(file, f"line {line}", _CLASS), end - offset, {entity: 1})
        advance(len(text[start : start + size].encode("utf-8", "replace")))


def _found(piece: str, detector: Detector) -> Iterator[tuple[int, int, str]]:
    try:
        for one in detector.find(piece):
            yield one.start, one.end, one.entity
    except TooManyHits:
        place = 0
        for line in piece.splitlines(keepends=True):
            yield from _found_in_line(line, place, detector)
            place += len(line)


def _found_in_line(line: str, place: int, detector: Detector) -> Iterator[tuple[int, int, str]]:
    try:
        for one in detector.find(line):
            yield place + one.start, place + one.end, one.entity
    except TooManyHits:
        yield place, place + len(line), "UNSCANNED"


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Yield where pieces of whole lines start, and how long they are."""
    start = 0
    while start < len(text):
        end = min(len(text), start + _PIECE)
        if end < len(text):
            newline = text.rfind("\n", start, end)
            # A line that is longer than a piece is one piece.
            if newline < 0:
                newline = text.find("\n", end)
            end = len(text) if newline < 0 else newline + 1
        yield start, end - start
        start = end
