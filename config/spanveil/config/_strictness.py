"""What rules are applied with, without the models that they are read with."""

import re
from enum import StrEnum
from typing import Final

from spanveil.config._vocabulary import Treatment

_STRICTNESS: Final = {treatment: rank for rank, treatment in enumerate(Treatment)}


def stricter(one: Treatment, other: Treatment) -> Treatment:
    """Return the treatment that lets less through."""
    return max(one, other, key=_STRICTNESS.__getitem__)


class Action(StrEnum):
    """What a rule does with the keys that it names."""

    KEEP = "keep"
    REDACT = "redact"
    CLASSIFY = "classify"


def key_matcher(pattern: str) -> re.Pattern[str]:
    """Compile a key pattern; the expression is linear, since each segment ends at a dot.

    >>> bool(key_matcher("app.*.note").fullmatch("app.7.note"))
    True
    """
    if pattern == "**":
        return re.compile(r".+", re.DOTALL)
    body, rest = (pattern[:-3], r"(?:\..+)") if pattern.endswith(".**") else (pattern, "")
    segments = (r"[^.]+" if part == "*" else re.escape(part) for part in body.split("."))
    return re.compile(r"\.".join(segments) + rest, re.DOTALL)
