"""Other readings of a text: what stands there once it is decoded.

A view is a decoded text that knows where in the original each stretch of it came from, so that a
finding in a view covers the encoded run. Each view is tried only where a cheap test says that it
would differ. What was percent-encoded or put into base64 more than once is read to the last.
"""

import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Final

from spanveil.redaction.detection._encoded_runs import decoded_runs
from spanveil.redaction.detection._finding import Finding

Scan = Callable[[str], Iterable[Finding]]

# Each begins with the very character, which is found sooner than a repetition of it.
_UNICODE: Final = re.compile(r"\\\\{0,30}(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2}))")
_OCTAL: Final = re.compile(r"\\\\{0,7}[0-3][0-7]{2}(?:\\{1,8}[0-3][0-7]{2}){2,}")
# What was encoded more than once has the sign itself encoded as often.
_PERCENT: Final = re.compile(r"%(?:25)*[0-9A-Fa-f]{2}(?:%(?:25)*[0-9A-Fa-f]{2})*")
_AGAIN: Final = re.compile("%(?:25)+(?=[0-9A-Fa-f]{2})")
# A letter of UTF-16 or UTF-32 beyond its first byte; what was redacted is a longer run.
_NUL: Final = re.compile(r"(?<!\x00)(?:\x00|\x00{3})(?!\x00)")
# RFC 2045, section 6.7, and RFC 2047, section 4.2
_QUOTED: Final = re.compile(r"=(?:\r?\n|(?:\\r)?\\n|[0-9A-F]{2}(?:=[0-9A-F]{2}){0,200})")
_QUOTED_SIGNS: Final = ("=3D", "=C3=", "-printable")
_ENCODED_WORD: Final = re.compile(r"=\?[\w-]{2,24}\?[qQ]\?([!->@-~]{1,200})\?=")
_ENTITY: Final = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});")
_NON_ASCII: Final = re.compile(r"[^\x00-\x7f]+")
_AROUND: Final = 128
# Letters of other scripts that look like Latin ones (Unicode TR 39, confusables.txt, a part).
_CONFUSABLE: Final = dict(
    zip(
        "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0430\u0435\u043e\u0440\u0441\u0443\u0445"
        "\u0455\u0456\u0458\u0501\u051b\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf\u03bd\u03c1",
        "ABEKMHOPCTYXaeopcyxsijdqABEZHIKMNOPTYXovp",
        strict=True,
    )
)  # fmt: skip


_Change = tuple[int, int, str]
"""A stretch of a text, and how it reads."""


class _View:
    """A text, and for each piece of it where it begins and which stretch it came from."""

    __slots__ = ("_copied", "_ends", "_offsets", "_size", "_starts", "text")

    def __init__(self) -> None:
        self.text = ""
        self._size = 0
        self._offsets: list[int] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._copied: list[bool] = []

    def add(self, start: int, end: int, size: int, copied: bool) -> None:
        """Note a piece of ``size`` characters that came from a stretch of the text."""
        self._offsets.append(self._size)
        self._starts.append(start)
        self._ends.append(end)
        self._copied.append(copied)
        self._size += size

    def original(self, finding: Finding) -> Finding:
        """Return where in the text a finding stands."""
        first = bisect_right(self._offsets, finding.start) - 1
        last = bisect_right(self._offsets, finding.end - 1) - 1
        start, end = self._starts[first], self._ends[last]
        if self._copied[first]:
            start += finding.start - self._offsets[first]
        if self._copied[last]:
            end = self._starts[last] + finding.end - self._offsets[last]
        return Finding(start, end, finding.entity, finding.score)


def scan_views(text: str, shadow: bytes, characters: frozenset[str], scan: Scan) -> list[Finding]:
    """Return what a scan finds in the decoded views of a text, as stretches of the text.

    Args:
        text: The text.
        shadow: The same as ASCII of the same length.
        characters: Those of the text that are not ASCII.
        scan: Returns what stands in a view.

    Raises:
        TooManyHits: If there are more encoded runs than can be looked into, or a view has too many.
    """
    found: list[Finding] = []
    for changes in _changes(text, characters):
        if (view := _view(text, changes)) is not None:
            found += [view.original(f) for f in scan(view.text) if f.end > f.start]
    found += decoded_runs(text, shadow, scan)
    return found


def _changes(text: str, characters: frozenset[str]) -> Iterator[Iterator[_Change]]:
    if "\\u" in text or "\\x" in text:
        yield _decoded(text, _UNICODE, _code_point)
    if "%" in text:
        yield _decoded(text, _PERCENT, _percent)
    if "\\0" in text or "\\1" in text:
        yield _decoded(text, _OCTAL, _octal)
    if "\x00" in text:
        yield _decoded(text, _NUL, _nothing)
    if "=" in text:
        if any(map(text.__contains__, _QUOTED_SIGNS)):
            yield _decoded(text, _QUOTED, _quoted)
        if "=?" in text:
            yield _decoded(text, _ENCODED_WORD, _encoded_word)
    if "&" in text:
        yield _decoded(text, _ENTITY, _entity)
    if any(_look(char) != char for char in characters):
        yield _looks(text)


def _code_point(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code else ""  # the other byte of a letter of UTF-16


def _percent(match: re.Match[str]) -> str:
    return bytes.fromhex(_AGAIN.sub("", match[0]).replace("%", "")).decode("utf-8", "replace")


def _octal(match: re.Match[str]) -> str:
    codes = match[0].replace("\\", " ").split()
    return bytes(int(code, 8) for code in codes).decode("utf-8", "replace")


def _nothing(match: re.Match[str]) -> str:
    return ""


def _quoted(match: re.Match[str]) -> str:
    encoded = match[0].replace("=", "")
    if encoded[:1] in {"\r", "\n", "\\"}:
        return ""  # a line that was broken
    return bytes.fromhex(encoded).decode("utf-8", "replace")


def _encoded_word(match: re.Match[str]) -> str:
    return _QUOTED.sub(_quoted, match[1].replace("_", " "))


def _entity(match: re.Match[str]) -> str:
    return html.unescape(match[0])


def _decoded(
    text: str, pattern: re.Pattern[str], decode: Callable[[re.Match[str]], str]
) -> Iterator[_Change]:
    for match in pattern.finditer(text):
        yield match.start(), match.end(), decode(match)


def _looks(text: str) -> Iterator[_Change]:
    """Yield the characters that look like others, or like nothing."""
    for run in _NON_ASCII.finditer(text):
        for index, char in enumerate(run[0], run.start()):
            if (shown := _look(char)) != char:
                yield index, index + 1, shown


def _view(text: str, changes: Iterable[_Change]) -> _View | None:
    """Return a text as it reads with changes made, ``None`` if there are none.

    Only what stands around a change can read otherwise than the text itself, so that nothing else
    is in the view.
    """
    view = _View()
    pieces: list[str] = []

    def copy(start: int, end: int) -> None:
        if start < end:
            pieces.append(text[start:end])
            view.add(start, end, end - start, True)

    last = -1
    for start, end, decoded in changes:
        if last < 0:
            copy(max(0, start - _AROUND), start)
        elif start - last > 2 * _AROUND:
            copy(last, last + _AROUND)
            pieces.append("\n")
            view.add(last + _AROUND, last + _AROUND, 1, False)
            copy(start - _AROUND, start)
        else:
            copy(last, start)
        pieces.append(decoded)
        view.add(start, end, len(decoded), False)
        last = end
    if last < 0:
        return None
    copy(last, min(len(text), last + _AROUND))
    view.text = "".join(pieces)
    return view


@lru_cache(maxsize=4096)
def _look(char: str) -> str:
    if char in _CONFUSABLE:
        return _CONFUSABLE[char]
    category = unicodedata.category(char)
    if category in {"Cf", "Mn"} or char in "\u115f\u1160\ufe0f":
        return ""
    if category == "Nd":
        return str(unicodedata.digit(char))
    if category == "Pd":
        return "-"
    if category in {"Zs", "Zl", "Zp"}:
        return " "
    folded = unicodedata.normalize("NFKC", char)
    return folded if folded.isascii() else char
