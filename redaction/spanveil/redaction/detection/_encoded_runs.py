"""Texts that stand in base64 or in hexadecimal digits within a text, and what is found in them."""

import re
from binascii import a2b_base64
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from spanveil.redaction.detection._finding import Finding
from spanveil.redaction.detection._scanner import TooManyHits, shadow_of

Scan = Callable[[str], Iterable[Finding]]

_BASE64: Final = re.compile(r"[A-Za-z0-9+/_-]{20,}={0,2}", re.ASCII)
# One letter for every character of such a run, so that a run is found as a literal is.
_IN_RUN: Final = bytes(
    ord("a") if (chr(code).isalnum() and code < 128) or chr(code) in "+/_-" else ord(" ")
    for code in range(256)
)
_RUN: Final = b"a" * 20
_HEX: Final = re.compile(r"(?:[0-9a-fA-F]{2})+")
_HEX_BYTES: Final = re.compile(rb"[0-9a-fA-F]{24}")
_SHOWN: Final = 256
# A superset of what is printable in UTF-8 and may be cut: a test that raises nothing costs less.
_TEXTUAL: Final = re.compile(
    rb"(?:[\t\n\r\x20-\x7e]|[\xc2-\xf4][\x80-\xbf]{1,3}){0,256}+[\x00-\xff]{0,3}"
)
_TO_STANDARD: Final = bytes.maketrans(b"-_", b"+/")
_BEGINNING: Final = 24
_MAX_RUNS: Final = 2_000
"""More texts in base64 than anybody writes into one value."""
_LAST_LINE: Final = re.compile(r"[A-Za-z0-9+/]+={0,2}", re.ASCII)
_WIDE: Final = 4
_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")
"""How a text of UTF-16 says in which order its bytes stand."""
_PREFIX: Final = b"0x"
_LINE: Final = 40
_NEXT_LINE: Final = re.compile(r"(?:\r?\n|(?:\\r)?\\n)(?=[A-Za-z0-9+/])", re.ASCII)


def decoded_runs(text: str, shadow: bytes, scan: Scan) -> Iterator[Finding]:
    """Yield each run that holds something sensitive once it is decoded, whole.

    Args:
        text: The text.
        shadow: The same as ASCII of the same length.
        scan: Returns what stands in a decoded text.

    Raises:
        TooManyHits: If there are more encoded texts than can be looked into.
    """
    count = past = 0
    for start, end in _runs(shadow):
        if start < past:
            continue  # a line of the run before
        begin = start + 2 if shadow[start : start + 2].lower() == _PREFIX else start
        # The beginning alone tells an image, a hash or an identifier from a text.
        if end - begin > _BEGINNING and not _may_be_text(shadow[begin : begin + _BEGINNING]):
            continue
        match = _BASE64.match(text, begin)
        if match is None:
            continue
        last, body = _joined(text, match)
        decoded = _decode(body.rstrip("="))
        if not decoded:
            continue
        past = last
        count += 1
        if count > _MAX_RUNS:
            raise TooManyHits
        best = max(scan(decoded), key=lambda f: f.score, default=None)
        if best is None:
            # A text may be encoded again and again: each time it is a quarter shorter.
            best = next(decoded_runs(decoded, shadow_of(decoded), scan), None)
        if best is not None:
            yield Finding(start, last, best.entity, best.score)


def _joined(text: str, match: re.Match[str]) -> tuple[int, str]:
    """Return where a run ends, and the run without the ends of its lines (RFC 2045, section 6.8)."""
    end, length = match.end(), len(match[0])
    lines = [match[0]]
    while length >= _LINE and not length % 4 and (ends := _NEXT_LINE.match(text, end)):
        line = _LAST_LINE.match(text, ends.end())
        if line is None or len(line[0]) > length:
            break
        lines.append(line[0])
        end = line.end()
        if len(line[0]) < length:
            break
    return end, "".join(lines)


def _decode(body: str) -> str:
    return _from_hex(body) if _HEX.fullmatch(body) else _from_base64(body)


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
    if raw[1::2].count(0) > _WIDE or raw[::2].count(0) > _WIDE:
        return True
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
    if b"\0" in raw[:_WIDE] or raw[:2] in _MARKS:
        raw = _narrowed(raw)
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


def _narrowed(raw: bytes) -> bytes:
    """Return a text of UTF-16 as UTF-8, and nothing for what is none."""
    order = "utf-16-be" if raw[:1] == b"\0" or raw[:2] == _MARKS[1] else "utf-16-le"
    size = len(raw) - len(raw) % 2
    return raw[:size].decode(order, "replace").lstrip("\ufeff").encode("utf-8", "replace")
