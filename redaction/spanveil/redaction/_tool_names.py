"""Names of tools in calls: code gave them, but a model writes them, and can make one up."""

from functools import cache
from itertools import pairwise
from typing import Final

from spanveil.config import is_key_word, judged_once, split_words
from spanveil.redaction._shape import is_token

_MAX_WORDS: Final = 6
_MEMO_ENTRIES: Final = 4096


def is_tool_name(text: str) -> bool:
    """Say whether a text is what code calls a tool.

    At least half of its words are words of code, which leaves room for what a tool is about; no
    other word is a given name, and no two others stand side by side, as in a full name.

    >>> [is_tool_name(t) for t in ("get_weather", "book_ferry", "notify_alice", "alice_smith_hiv")]
    [True, True, False, False]
    """
    return _is_known(text)


def _judge(text: str) -> bool:
    words = split_words(text)
    if not is_token(text) or not 0 < len(words) <= _MAX_WORDS:
        return False
    known = [word.isdigit() or is_key_word(word) for word in words]
    return (
        2 * sum(known) >= len(known)
        and all(one or other for one, other in pairwise(known))
        and not any(word in _given() for word, fits in zip(words, known, strict=True) if not fits)
    )


_is_known: Final = judged_once(_judge, _MEMO_ENTRIES)


@cache
def _given() -> frozenset[str]:
    from importlib.resources import files  # it takes longer to import than this module

    source = files("spanveil.redaction.detection") / "data" / "given.txt"
    lines = source.read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
