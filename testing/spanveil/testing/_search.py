"""Recognising canaries, also where something encoded them on the way."""

import base64
import gzip
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import quote

from google.protobuf.message import Message

from spanveil.testing._canary import TenantCanaries

_MAX_INFLATED: Final = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True, order=True)
class Word:
    """A word to look for: whose it is, which field's, and the word."""

    owner: str
    field: str
    text: str


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """A word that was found, without the word."""

    path: str
    owner: str
    field: str

    def __str__(self) -> str:
        whose = f"tenant {self.owner}'s {self.field}" if self.owner else self.field
        return f"{self.path} holds {whose}"


class Finder:
    """Looks for words in text, bytes and messages.

    Args:
        words: What to look for. Each is found as it is, in any case; and in base64, hexadecimal,
            percent-encoding and `\\u` escapes.
    """

    def __init__(self, words: Iterable[Word]) -> None:
        self._exact: dict[str, Word] = {}
        self._folded: dict[str, Word] = {}
        for word in words:
            data = word.text.encode("utf-8", "surrogatepass")
            self._exact.update(dict.fromkeys(_base64_forms(data), word))
            forms = (
                word.text,
                data.hex(),
                "".join(f"%{byte:02x}" for byte in data),
                "".join(f"\\u{ord(character):04x}" for character in word.text),
                quote(word.text),
            )
            self._folded.update({form.lower(): word for form in forms})

    @classmethod
    def of(cls, tenants: Iterable[TenantCanaries]) -> "Finder":
        """Return a finder of everything that is recognisable of these tenants."""
        return cls(
            Word(tenant.label, name, text)
            for tenant in tenants
            for name, text in tenant.words.items()
        )

    def find(self, value: str | bytes) -> set[Word]:
        """Return the words in a text, or in bytes, compressed or not."""
        texts = [value] if isinstance(value, str) else list(_texts(value))
        found: set[Word] = set()
        for text in texts:
            folded = text.lower()
            found |= {word for form, word in self._folded.items() if form in folded}
            found |= {word for form, word in self._exact.items() if form in text}
        return found

    def hits(self, value: object, path: str) -> set[Hit]:
        """Return where words are inside a message, mapping, sequence, text or bytes."""
        return {
            Hit(where, word.owner, word.field)
            for where, leaf in self._leaves(value, path)
            for word in self.find(leaf)
        }

    def _leaves(self, value: Any, path: str) -> Iterator[tuple[str, str | bytes]]:
        if isinstance(value, str | bytes):
            yield path, value
        elif isinstance(value, Message):
            yield from self._message(value, path)
        elif isinstance(value, Mapping):
            for key, item in value.items():
                yield f"{path} key", str(key)
                yield from self._leaves(item, f"{path}[{self.shown(str(key))}]")
        elif isinstance(value, Sequence):
            for index, item in enumerate(value):
                yield from self._leaves(item, f"{path}[{index}]")
        elif value is not None:
            yield path, str(value)

    def _message(self, message: Message, path: str) -> Iterator[tuple[str, str | bytes]]:
        for descriptor, value in message.ListFields():
            inner = f"{path}.{descriptor.name}" if path else descriptor.name
            if isinstance(value, str | bytes | int | float | Message):
                yield from self._leaves(value, inner)
                continue
            for index, item in enumerate(value):
                key = getattr(item, "key", None)
                name = self.shown(key) if isinstance(key, str) else str(index)
                yield from self._leaves(item, f"{inner}[{name}]")

    def shown(self, name: str) -> str:
        """Return a name for a message, or a stand-in for one that must not be shown."""
        return "<a name that is a canary>" if self.find(name) else repr(name[:80])


def _texts(data: bytes) -> Iterator[str]:
    yield data.decode("latin-1")
    inflated = _inflated(data)
    if inflated is not None:
        yield inflated.decode("latin-1")


def _inflated(data: bytes) -> bytes | None:
    if data[:2] == b"\x1f\x8b":
        wbits = zlib.MAX_WBITS | 16
    elif data[:1] == b"\x78":
        wbits = zlib.MAX_WBITS
    else:
        return None
    try:
        return zlib.decompressobj(wbits).decompress(data, _MAX_INFLATED)
    except (zlib.error, gzip.BadGzipFile):
        return None


def _base64_forms(data: bytes) -> Iterator[str]:
    """Yield what base64 makes of the bytes at each of the three places where they can start."""
    for shift in range(3):
        encoded = base64.b64encode(b"\x00" * shift + data).decode("ascii").rstrip("=")
        # The characters at both ends depend on what stands around.
        form = encoded[(0, 2, 3)[shift] : len(encoded) - 1]
        yield form
        yield form.replace("+", "-").replace("/", "_")
