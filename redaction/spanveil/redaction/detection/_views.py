"""Other readings of a text: what stands there once it is decoded.

A view is a decoded text with, for each of its characters, the stretch of the original that it came
from, so that a finding in a view covers the encoded run. Each view is tried only where a cheap test
says that it would differ, and each is one level deep.
"""

import base64
import binascii
import html
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from spanveil.redaction.detection._finding import Finding

Scan = Callable[[str], Iterable[Finding]]

_UNICODE: Final = re.compile(r"\\{1,31}u([0-9a-fA-F]{4})|\\{1,31}x([0-9a-fA-F]{2})")
_PERCENT: Final = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_ENTITY: Final = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});")
_BASE64: Final = re.compile(r"(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{20,}={0,2}", re.ASCII)
_HEX: Final = re.compile(r"(?:[0-9a-fA-F]{2})+")
_ODD: Final = re.compile(
    "[\u00a0\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u2000-\u200f\u2010-\u2015\u2028-\u202f\u205f-\u206f"
    "\u0370-\u03ff\u0400-\u052f\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u3000\ufe00-\ufe0f\ufeff\uff00-\uffef"
    "\U0001d400-\U0001d7ff\U000e0000-\U000e0fff]"
)
_AROUND: Final = 128
_MAX_RUNS: Final = 200
_MAX_RUN: Final = 200_000
# Letters of other scripts that look like Latin ones (Unicode TR 39, confusables.txt, a part).
_CONFUSABLE: Final = dict(
    zip(
        "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0430\u0435\u043e\u0440\u0441\u0443\u0445"
        "\u0455\u0456\u0458\u0501\u051b\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf\u03bd\u03c1",
        "ABEKMHOPCTYXaeopcyxsijdqABEZHIKMNOPTYXovp",
        strict=True,
    )
)  # fmt: skip


class _View(NamedTuple):
    text: str
    starts: list[int]
    ends: list[int]


def scan_views(text: str, scan: Scan) -> list[Finding]:
    """Return what a scan finds in the decoded views of a text, as stretches of the text."""
    found: list[Finding] = []
    for view in _views(text):
        found += [
            Finding(view.starts[f.start], max(view.ends[f.start : f.end]), f.entity, f.score)
            for f in scan(view.text)
            if f.end > f.start
        ]
    found += _runs(text, scan)
    return found


def _views(text: str) -> Iterator[_View]:
    if "\\u" in text or "\\x" in text:
        yield from _decoded(text, _UNICODE, _code_point)
    if "%" in text:
        yield from _decoded(text, _PERCENT, _percent)
    if "&" in text:
        yield from _decoded(text, _ENTITY, _entity)
    if not text.isascii() and _ODD.search(text):
        yield _plain(text)


def _code_point(match: re.Match[str]) -> str:
    return chr(int(match[1] or match[2], 16))


def _percent(match: re.Match[str]) -> str:
    return bytes.fromhex(match[0].replace("%", "")).decode("utf-8", "replace")


def _entity(match: re.Match[str]) -> str:
    return html.unescape(match[0])


def _decoded(
    text: str, pattern: re.Pattern[str], decode: Callable[[re.Match[str]], str]
) -> Iterator[_View]:
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []

    def copy(start: int, end: int) -> None:
        pieces.append(text[start:end])
        starts.extend(range(start, end))
        ends.extend(range(start + 1, end + 1))

    last = -1
    for match in pattern.finditer(text):
        start, end = match.span()
        # Only what stands around an encoded run can read otherwise than the text itself.
        if last < 0:
            copy(max(0, start - _AROUND), start)
        elif start - last > 2 * _AROUND:
            copy(last, last + _AROUND)
            pieces.append("\n")
            starts.append(last + _AROUND)
            ends.append(last + _AROUND)
            copy(start - _AROUND, start)
        else:
            copy(last, start)
        decoded = decode(match)
        pieces.append(decoded)
        starts.extend([start] * len(decoded))
        ends.extend([end] * len(decoded))
        last = end
    if last >= 0:
        copy(last, min(len(text), last + _AROUND))
        yield _View("".join(pieces), starts, ends)


def _plain(text: str) -> _View:
    """Return the text as it looks: no invisible characters, look-alikes as what they look like."""
    chars: list[str] = []
    starts: list[int] = []
    for index, char in enumerate(text):
        shown = char if char.isascii() else _look(char)
        chars.append(shown)
        starts += [index] * len(shown)
    return _View("".join(chars), starts, [start + 1 for start in starts])


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


def _runs(text: str, scan: Scan) -> Iterator[Finding]:
    count = 0
    for match in _BASE64.finditer(text):
        run = match[0]
        if len(run) > _MAX_RUN:
            continue
        decoded = _from_hex(run) if _HEX.fullmatch(run) else _from_base64(run)
        if not decoded:
            continue
        count += 1
        if count > _MAX_RUNS:
            return
        best = max(scan(decoded), key=lambda f: f.score, default=None)
        if best is not None:
            yield Finding(match.start(), match.end(), best.entity, best.score)


def _from_base64(run: str) -> str:
    plain = run.rstrip("=").replace("-", "+").replace("_", "/")
    try:
        # The beginning alone tells an image or a hash from a text.
        if not _printable(base64.b64decode(plain[:24])):
            return ""
        return _printable(
            base64.b64decode(plain[: len(plain) - (len(plain) % 4 == 1)] + "=" * (-len(plain) % 4))
        )
    except (binascii.Error, ValueError):
        return ""


def _from_hex(run: str) -> str:
    return _printable(bytes.fromhex(run))


def _printable(raw: bytes) -> str:
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start < len(raw) - 3:  # more than a character cut in two
            return ""
        text = raw[: error.start].decode("utf-8")
    return text if text and all(c.isprintable() or c in "\r\n\t" for c in text[:256]) else ""
