"""Attribute keys: the words of code stay, any other word of a key could be somebody's name.

Instrumentations and applications put identifiers into keys (``quota.acme-corp``), where no
treatment of the value reaches them. Word by word, so that the rest of the key still says what it
counts, and so that the words by which a key is judged are there when it is judged again.
"""

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from spanveil.config import CatalogueField, is_code_name, is_key_word
from spanveil.redaction._marker import is_marked_key, marker
from spanveil.redaction._policy import RULE_ORIGIN
from spanveil.redaction._shape import is_plain_key

if TYPE_CHECKING:
    from spanveil.config import Profile

_MAX_WORDS: Final = 8
_MAX_LENGTH: Final = 128
_MAX_SEGMENT: Final = 32
_MEMO_ENTRIES: Final = 8192
_MARKED: Final = re.compile(r"\[redacted:key:[0-9]{1,2}0{0,5}\]")
_WORD: Final = re.compile(rf"{_MARKED.pattern}|[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")


def shown_key(key: str, field: CatalogueField, profile: "Profile", entries: int) -> str | None:
    """Return an attribute's key as a profile shows it.

    Args:
        key: The key.
        field: What is known of it. An exact row of the catalogue vouches for a key.
        profile: The profile.
        entries: How many attributes stand beside it.

    Returns:
        The key as it is or with markers in it; ``None`` if a marker must stand for it.
    """
    if field.pattern == key or is_marked_key(key, entries):
        return key
    if profile.keys == "known" and not field.conventions.startswith(RULE_ORIGIN):
        return known_key(key, matched=bool(field.pattern))
    return key if is_plain_key(key) else None


def known_key(key: str, *, matched: bool) -> str | None:
    """Return a key with a marker for each run of words that are not of code.

    Args:
        key: The key.
        matched: Whether a wildcard row of the catalogue names it, which vouches for its length.

    Returns:
        The key, or ``None`` if nothing of it may be shown.

    >>> [known_key(k, matched=False) for k in ("retry.count", "quota.AliceSmith.max", "acme-corp")]
    ['retry.count', 'quota.[redacted:key:10].max', None]
    """
    return _known(key, matched) if len(key) <= _MAX_LENGTH else None


@lru_cache(_MEMO_ENTRIES)
def _known(key: str, matched: bool) -> str | None:
    bare = _MARKED.sub("x", key)
    if not is_plain_key(bare):
        return None
    if key is bare and is_code_name(key):
        return key
    segments = [_segment(segment, matched) for segment in key.split(".")]
    if all(is_marked_key(segment, 0) for segment in segments):
        return None
    if not matched and sum(len(_WORD.findall(segment)) for segment in segments) > _MAX_WORDS:
        return None
    return ".".join(segments)


def _segment(segment: str, matched: bool) -> str:
    shown = _without_names(segment)
    # A row is matched by short segments alone, also when the key comes a second time.
    return shown if not matched or len(shown) <= _MAX_SEGMENT else marker("key", len(segment))


def _without_names(segment: str) -> str:
    pieces: list[str] = []
    start = last = 0  # of the run of unknown words, which begins where `start` is not `last`
    for word in _WORD.finditer(segment):
        known = is_marked_key(word[0], 0) or is_key_word(word[0])
        if known:
            if start < last:
                pieces.append(marker("key", last - start))
            pieces.append(segment[last : word.end()])
            start = last = word.end()
        else:
            if start == last:
                pieces.append(segment[last : word.start()])
                start = word.start()
            last = word.end()
    if start < last:
        pieces.append(marker("key", last - start))
    return "".join(pieces) + segment[last:]
