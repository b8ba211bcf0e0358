"""The lines of a text that was written into a JSON string."""

import re
from typing import Final

# Bounded: without a bound a text of backslashes alone takes the square of its length.
_ESCAPES: Final = re.compile(r"\\\\{0,30}[nrt]")


def lines_of(text: str) -> str:
    """Return a text with line breaks for escaped ones, in as many characters: offsets stay."""
    return _ESCAPES.sub(_space_out, text) if "\\" in text else text


def _space_out(match: re.Match[str]) -> str:
    return " " * (len(match[0]) - 1) + "\n"
