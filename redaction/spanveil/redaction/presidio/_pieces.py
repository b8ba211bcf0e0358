"""The pieces of a text outside which a pattern cannot match, found by a sign that each holds."""

from collections.abc import Iterator
from typing import Any

import regex


class Pieces:
    """Find pieces.

    Args:
        sign: What each piece holds, as a pattern.
        before: What a piece holds before it, as a pattern of one class of characters, repeated. The
            sign is of that class.
        behind: The same for what follows; it takes whatever ``before`` takes.
    """

    def __init__(self, sign: str, before: str, behind: str) -> None:
        self._sign: Any = regex.compile(sign)
        self._before: Any = regex.compile(f"(?r){before}")  # read backwards
        self._behind: Any = regex.compile(behind)

    def of(self, text: str) -> Iterator[tuple[int, str]]:
        """Yield where each piece starts, and the piece."""
        end = 0
        while (sign := self._sign.search(text, end)) is not None:
            start = self._before.match(text, end, sign.start()).start()
            end = self._behind.match(text, sign.end()).end()
            yield start, text[start:end]
