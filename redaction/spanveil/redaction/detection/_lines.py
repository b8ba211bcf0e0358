"""The lines of a text that was written into a JSON string."""

import re
from collections.abc import Iterator
from typing import Final

# Bounded: without a bound a text of backslashes alone takes the square of its length.
_ESCAPES: Final = re.compile(r"\\\\{0,30}[nrt]")
_BREAK: Final = re.compile(r"\n|\\\\{0,30}[nrt]")


def lines_of(text: str) -> str:
    """Return a text with line breaks for escaped ones, in as many characters: offsets stay."""
    # Most backslashes stand before a quote.
    if "\\" in text and ("\\n" in text or "\\t" in text or "\\r" in text):
        return _ESCAPES.sub(_space_out, text)
    return text


def lines_behind(text: str, offset: int) -> Iterator[str]:
    """Yield the lines from a place on, as they are read: most tables end soon.

    Each is as long as what it stands for without the last character of its break.
    """
    while match := _BREAK.search(text, offset):
        yield text[offset : match.start()] + " " * (len(match[0]) - 1)
        offset = match.end()
    yield text[offset:]


def _space_out(match: re.Match[str]) -> str:
    return " " * (len(match[0]) - 1) + "\n"
