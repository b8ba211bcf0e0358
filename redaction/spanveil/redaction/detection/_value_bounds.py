"""Where the value of a key ends, and whether the next key begins instead."""

import re
from typing import Final

# Base64 may end with the sign that ends a key, and a password may have it in its middle.
_NEXT_KEY: Final = re.compile(
    r"[a-z][a-z0-9]{0,15}(?:_[a-z0-9]{1,16}){1,6}\s=\s|(?:[a-z][a-z_.-]{0,39}|[A-Z][A-Z0-9_.-]{0,39}|[A-Z]?[a-z]{1,20}(?:[A-Z][a-z]{1,20}){1,3})[0-9]?\s?=[^=\s<]"
    r"|[\w.-]{1,40}\s?:(?:\s|$)|[A-Za-z_.-]{1,40}\s?=(?:\s|$)"
)
_CUT: Final = re.compile(r"&(?=[\w.-]{1,40}=)|,(?=$|[\w.-]{1,40}[=:])")


def begins_next(text: str, match: re.Match[str]) -> bool:
    """Say whether what follows a key is the key of the next line."""
    return "\n" in match["sep"] and _NEXT_KEY.match(text, match.end("sep")) is not None


def bounds(text: str, match: re.Match[str]) -> tuple[int, int, bool]:
    """Return where a value stands, without what only follows it, and whether it is quoted."""
    group = match.lastgroup or "b"
    start, end = match.span(group)
    if group != "b":
        return start, end, True
    joined = text.find("&", start, end) >= 0 or text.find(",", start, end) >= 0
    cut = _CUT.search(text, start, end) if joined else None
    end = cut.start() if cut else end
    while end > start and text[end - 1] in ".,:!?)}]|":
        if text[end - 1] in "!?" and not text[end : end + 1].isspace():
            break
        end -= 1
    return start, end, False
