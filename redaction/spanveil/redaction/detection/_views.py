"""Other readings of a text: what stands there once it is decoded.

A view is a decoded text that knows where in the original each stretch of it came from, so that a
finding in a view covers the encoded run. Each view is tried only where a cheap test says that it
would differ, and each is one level deep.
"""

import html
import re
import unicodedata
from binascii import a2b_base64
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Final

from spanveil.redaction.detection._finding import Finding
from spanveil.redaction.detection._scanner import TooManyHits

Scan = Callable[[str], Iterable[Finding]]

# Each begins with the very character, which is found sooner than a repetition of it.
_UNICODE: Final = re.compile(r"\\\\{0,30}(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2}))")
_PERCENT: Final = re.compile(r"%[0-9A-Fa-f]{2}(?:%[0-9A-Fa-f]{2})*")
_ENTITY: Final = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});")
_BASE64: Final = re.compile(r"[A-Za-z0-9+/_-]{20,}={0,2}", re.ASCII)
# One letter for every character of such a run, so that a run is found as a literal is.
_IN_RUN: Final = bytes(
    ord("a") if (chr(code).isalnum() and code < 128) or chr(code) in "+/_-" else ord(" ")
    for code in range(256)
)
_RUN: Final = b"a" * 20
_HEX: Final = re.compile(r"(?:[0-9a-fA-F]{2})+")
_HEX_BYTES: Final = re.compile(rb"[0-9a-fA-F]{24}")
_NON_ASCII: Final = re.compile(r"[^\x00-\x7f]+")
_SHOWN: Final = 256
# A superset of what is printable in UTF-8 and may be cut: a test that raises nothing costs less.
_TEXTUAL: Final = re.compile(
    rb"(?:[\t\n\r\x20-\x7e]|[\xc2-\xf4][\x80-\xbf]{1,3}){0,256}+[\x00-\xff]{0,3}"
)
_TO_STANDARD: Final = bytes.maketrans(b"-_", b"+/")
_BEGINNING: Final = 24
_AROUND: Final = 128
_MAX_RUNS: Final = 2_000
"""More texts in base64 than anybody writes into one value."""
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
    found += _decoded_runs(text, shadow, scan)
    return found


def _changes(text: str, characters: frozenset[str]) -> Iterator[Iterator[_Change]]:
    if "\\u" in text or "\\x" in text:
        yield _decoded(text, _UNICODE, _code_point)
    if "%" in text:
        yield _decoded(text, _PERCENT, _percent)
    if "&" in text:
        yield _decoded(text, _ENTITY, _entity)
    if any(_look(char) != char for char in characters):
        yield _looks(text)


def _code_point(match: re.Match[str]) -> str:
    return chr(int(match[1] or match[2], 16))


def _percent(match: re.Match[str]) -> str:
    return bytes.fromhex(match[0].replace("%", "")).decode("utf-8", "replace")


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


def _decoded_runs(text: str, shadow: bytes, scan: Scan) -> Iterator[Finding]:
    count = 0
    for start, end in _runs(shadow):
        # The beginning alone tells an image, a hash or an identifier from a text.
        if end - start > _BEGINNING and not _may_be_text(shadow[start : start + _BEGINNING]):
            continue
        match = _BASE64.match(text, start)
        if match is None:
            continue
        body = match[0].rstrip("=")
        decoded = _from_hex(body) if _HEX.fullmatch(body) else _from_base64(body)
        if not decoded:
            continue
        count += 1
        if count > _MAX_RUNS:
            raise TooManyHits
        best = max(scan(decoded), key=lambda f: f.score, default=None)
        if best is not None:
            yield Finding(match.start(), match.end(), best.entity, best.score)


def _runs(shadow: bytes) -> Iterator[tuple[int, int]]:
    """Yield where a run of base64 or hex begins and ends."""
    marked = shadow.translate(_IN_RUN)
    start = marked.find(_RUN)
    while start >= 0:
        end = marked.find(b" ", start)
        if end < 0:
            end = len(marked)
        yield start, end
        start = marked.find(_RUN, end)


def _may_be_text(beginning: bytes) -> bool:
    """Say whether the first characters of a run may be those of an encoded text."""
    raw = a2b_base64(beginning.translate(_TO_STANDARD))
    return _TEXTUAL.fullmatch(raw) is not None or _HEX_BYTES.fullmatch(beginning) is not None


def _from_base64(run: str) -> str:
    encoded = run.encode().translate(_TO_STANDARD)
    try:
        if len(run) > _BEGINNING and not _printable(a2b_base64(encoded[:_BEGINNING])):
            return ""
        size = len(encoded)
        return _printable(a2b_base64(encoded[: size - (size % 4 == 1)] + b"=" * (-size % 4)))
    except ValueError:
        return ""


def _from_hex(run: str) -> str:
    return _printable(bytes.fromhex(run))


def _printable(raw: bytes) -> str:
    if not _TEXTUAL.fullmatch(raw, 0, _SHOWN):
        return ""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start < len(raw) - 3:  # more than a character cut in two
            return ""
        text = raw[: error.start].decode("utf-8")
    shown = text[:_SHOWN]
    return (
        text if shown.isprintable() or all(c.isprintable() or c in "\r\n\t" for c in shown) else ""
    )
