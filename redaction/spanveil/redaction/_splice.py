"""How to make a redacted JSON text from the one it was made of, without holding either.

A splice is a list of stretches to copy and of markers among them. It holds offsets and markers,
so that it tells nothing without the very text that it was made for.
"""

import json
import re
from array import array
from collections.abc import Sequence
from typing import Final, NamedTuple

from spanveil.redaction._json import looks_like_container, parse_container, write
from spanveil.redaction._marker import is_marked_key, is_marker, marker_spans

_TOKEN: Final = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[{}\[\],:]|[^\s{}\[\],:"]+', re.DOTALL)
_MAX_ENTRIES: Final = 10**5
_CHARACTER: Final = re.compile(r"\\u[0-9a-fA-F]{4}|\\.|[^\\]", re.DOTALL)
_PIECE_BYTES: Final = 16


_Piece = tuple[int, int, str]
"""A stretch of a token that stays, and the marker that follows it."""


class Splice(NamedTuple):
    """Stretches of a text to copy, and what stands between them.

    Attributes:
        rewritten: The offsets are those of the text once it is written compactly.
        length: Of that text, behind which ``marks`` is put.
        starts: Where each stretch starts.
        ends: One past its end.
        marks: The markers, one after another.
    """

    rewritten: bool
    length: int
    starts: "array[int]"
    ends: "array[int]"
    marks: str

    def of(self, text: str) -> str:
        """Return what the text becomes; it must be the one that the splice was made for."""
        if self.rewritten:
            text = write(parse_container(text))
        whole = text + self.marks
        return "".join(map(whole.__getitem__, map(slice, self.starts, self.ends)))

    def size(self) -> int:
        """Return about how many bytes this takes."""
        return _PIECE_BYTES * len(self.starts) + len(self.marks)


class _Pieces:
    """A splice that is being made."""

    def __init__(self, length: int) -> None:
        self._length = length
        self._starts = array("L")
        self._ends = array("L")
        self._marks: list[str] = []
        self._marked = length
        self._open = (0, 0)

    def keep(self, start: int, end: int) -> None:
        """Add a stretch of the text."""
        first, last = self._open
        if last != start:
            self._close()
            first = start
        self._open = (first, end)

    def mark(self, mark: str) -> None:
        """Add a marker."""
        self._close()
        self._starts.append(self._marked)
        self._marked += len(mark)
        self._ends.append(self._marked)
        self._marks.append(mark)
        self._open = (self._open[1], self._open[1])

    def _close(self) -> None:
        first, last = self._open
        if first < last:
            self._starts.append(first)
            self._ends.append(last)

    def made(self, *, rewritten: bool) -> Splice:
        """Return the splice."""
        self._close()
        return Splice(rewritten, self._length, self._starts, self._ends, "".join(self._marks))


def join_splices(parts: Sequence[tuple[Splice, int]], commas: Sequence[int]) -> Splice:
    """Return the splice of a text in which others stand one after another.

    Args:
        parts: Each splice, and where what it was made for stands; none is ``rewritten``.
        commas: Where the commas between them stand.
    """
    last, start = parts[-1]
    pieces = _Pieces(start + last.length)
    for index, (splice, offset) in enumerate(parts):
        if index:
            pieces.keep(commas[index - 1], commas[index - 1] + 1)
        for begin, end in zip(splice.starts, splice.ends, strict=True):
            if begin < splice.length:
                pieces.keep(offset + begin, offset + end)
            else:
                pieces.mark(splice.marks[begin - splice.length : end - splice.length])
    return pieces.made(rewritten=False)


def make_splice(text: str, shown: str) -> Splice | None:
    """Return the splice from a JSON text to a redacted one.

    Args:
        text: A JSON object or array.
        shown: The same, written compactly, with markers for some strings, parts of strings, keys
            and numbers.

    Returns:
        The splice; ``None`` if ``shown`` has anything else that ``text`` does not have.
    """
    made = _between(text, shown, rewritten=False)
    if made is None:
        compact = write(parse_container(text))
        made = None if compact == text else _between(compact, shown, rewritten=True)
    return made


def _between(text: str, shown: str, *, rewritten: bool) -> Splice | None:
    pieces = _Pieces(len(text))
    place = 0  # in `shown`, which has no spaces between its tokens
    for one in _TOKEN.finditer(text):
        token, start = one[0], one.start()
        if shown.startswith(token, place):
            pieces.keep(start, one.end())
            place += len(token)
            continue
        other = _TOKEN.match(shown, place)
        if other is None:
            return None
        place = other.end()
        for begin, end, mark in _pieces(token, other[0]):
            pieces.keep(start + begin, start + end)
            if mark:
                pieces.mark(mark)
    made = pieces.made(rewritten=rewritten)
    return made if _makes(made, text, shown) else None


def _makes(splice: Splice, text: str, shown: str) -> bool:
    return splice._replace(rewritten=False).of(text) == shown


def _pieces(old: str, new: str) -> list[_Piece]:
    """Return the stretches of a token that stay, each with the marker after it."""
    inner = new[1:-1]
    if old[:1] != '"' and is_marker(inner):
        return [(0, 0, new)]  # a number
    if is_marked_key(inner, _MAX_ENTRIES):
        return [(0, 1, inner), (len(old) - 1, len(old), "")]
    return _around_markers(old, new) or _in_nested(old, new)


def _around_markers(old: str, new: str) -> list[_Piece]:
    """Return the stretches of a string with markers in it, empty if it differs otherwise too."""
    pieces: list[_Piece] = []
    place, last = 0, 0
    for start, end in marker_spans(new):
        found = old.find(new[last:start], place)
        if found < 0:
            return []
        place = found + start - last
        pieces.append((found, place, new[start:end]))
        last = end
    found = len(old) - len(new) + last
    if found < place or not old.endswith(new[last:]):
        return []
    return [*pieces, (found, len(old), "")]


def _in_nested(old: str, new: str) -> list[_Piece]:
    """Return the stretches of a string that is JSON itself, such as a tool call's arguments."""
    was, shown = json.loads(old), json.loads(new)
    made = _between(was, shown, rewritten=False) if looks_like_container(was) else None
    if made is None:
        return []
    places = [match.start() for match in _CHARACTER.finditer(old, 1, len(old) - 1)]
    places.append(len(old) - 1)
    if len(places) != len(was) + 1:  # a surrogate pair is written as two
        return []
    pieces: list[_Piece] = [(0, 1, "")]
    for start, end in zip(made.starts, made.ends, strict=True):
        if start < made.length:
            pieces.append((places[start], places[end], ""))
        else:
            mark = made.marks[start - made.length : end - made.length]
            pieces.append((*pieces[-1][1:2] * 2, json.dumps(mark)[1:-1]))
    return [*pieces, (len(old) - 1, len(old), "")]
