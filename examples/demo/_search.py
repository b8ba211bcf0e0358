"""Find canaries in bytes, also where they were escaped, encoded or cut on the way."""

import base64
import binascii
import html
import re
import urllib.parse
from collections.abc import Callable, Iterable
from typing import Final

from examples.demo._canaries import Canary

# Encodings nest: a tool's JSON inside a message's JSON inside an attribute's JSON, base64 in that.
_MAX_DEPTH: Final = 4
_MAX_VIEWS: Final = 256
_JSON_ESCAPE: Final = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))", re.DOTALL)
_BASE64_RUN: Final = re.compile(r"[A-Za-z0-9+/_-]{12,}={0,2}")
_HEX_RUN: Final = re.compile(r"[0-9a-fA-F]{16,}")
_CONTROL: Final = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}


def _unescape_json(text: str) -> str:
    def replace(match: re.Match[str]) -> str:
        code, char = match.groups()
        return chr(int(code, 16)) if code else _CONTROL.get(char, char)

    return _JSON_ESCAPE.sub(replace, text)


def _decode_base64(text: str) -> str:
    decoded = []
    for run in _BASE64_RUN.findall(text):
        standard = run.rstrip("=").replace("-", "+").replace("_", "/")
        # What stands before the run may belong to its alphabet: try each of the four alignments.
        for offset in range(4):
            part = standard[offset:]
            part = part[: len(part) - (len(part) % 4 == 1)]
            padded = part + "=" * (-len(part) % 4)
            decoded.append(base64.b64decode(padded).decode("utf-8", "replace"))
    return "\n".join(decoded)


def _decode_hex(text: str) -> str:
    decoded = []
    for run in _HEX_RUN.findall(text):
        for part in (run, run[1:]):  # a digit that happens to stand before shifts the pairs
            even = part[: len(part) - len(part) % 2]
            decoded.append(binascii.unhexlify(even).decode("utf-8", "replace"))
    return "\n".join(decoded)


_DECODERS: Final[tuple[Callable[[str], str], ...]] = (
    _unescape_json,
    urllib.parse.unquote_plus,
    html.unescape,
    _decode_base64,
    _decode_hex,
)


def _views(text: str) -> list[str]:
    """Return the text and everything that it decodes to, breadth first and bounded."""
    seen = {text: None}  # a dict keeps the order
    level = [text]
    for _ in range(_MAX_DEPTH):
        decoded = (decode(view) for view in level for decode in _DECODERS)
        level = [view for view in dict.fromkeys(decoded) if view and view not in seen]
        seen.update(dict.fromkeys(level))
        if not level or len(seen) >= _MAX_VIEWS:
            break
    return list(seen)


def find(data: bytes | str, canaries: Iterable[Canary]) -> list[Canary]:
    """Return the canaries of which a telling part stands in the data.

    Looks at the data as it is and after undoing JSON escapes, percent-encoding, HTML entities,
    base64 (standard and URL alphabet, any alignment) and hex, nested up to four deep; letter case
    is ignored.
    """
    text = data.decode("utf-8", "replace") if isinstance(data, bytes) else data
    views = [view.casefold() for view in _views(text)]
    return [
        canary
        for canary in canaries
        if any(fragment.casefold() in view for fragment in canary.fragments for view in views)
    ]
