"""Canaries: one secret for each position, and a search that looks into encodings too."""

import base64
import binascii
import re
import secrets
from collections.abc import Iterable
from urllib.parse import unquote_to_bytes

_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{16,}={0,2}")
_ESCAPE = re.compile(rb"\\u([0-9a-fA-F]{4})")


class Canaries(dict[str, str]):
    """Position to secret. A secret is made when its position is first named."""

    def __missing__(self, position: str) -> str:
        # Letters only, so that the text that carries it is prose and never a token of the profile.
        secret = "".join(secrets.choice("bcdfghjklmnpqrstvwxz") for _ in range(14))
        self[position] = secret
        return secret

    def prose(self, position: str) -> str:
        """Return a text as a user writes it, with the position's secret in it."""
        return f"my doctor is {self[position]}, mail {self[position]}@leak.example"

    def encoded(self, position: str) -> dict[str, str]:
        """Return texts by form, each with a secret that can be read only after decoding."""
        texts = {
            form: self.prose(f"{position}_{form}") for form in ("base64", "percent", "unicode")
        }
        escaped = "".join(f"\\u{ord(letter):04x}" for letter in texts["unicode"])
        return {
            "base64": base64.b64encode(texts["base64"].encode()).decode(),
            "percent": "".join(f"%{byte:02X}" for byte in texts["percent"].encode()),
            "unicode": f'{{"q": "{escaped}"}}',
        }

    def found(self, wire: bytes) -> list[str]:
        """Return the positions whose secret can be read in these bytes, encodings included."""
        views = list(_views(wire))
        return sorted(
            position
            for position, secret in self.items()
            if any(secret.encode() in view for view in views)
        )


def _views(wire: bytes) -> Iterable[bytes]:
    yield wire.lower()
    yield unquote_to_bytes(wire).lower()
    yield wire.replace(b"\0", b"").lower()  # UTF-16
    yield _ESCAPE.sub(lambda match: chr(int(match[1], 16)).encode("utf-8", "replace"), wire).lower()
    for run in _BASE64.findall(wire):
        for start in range(4):
            piece = run[start:].rstrip(b"=").replace(b"-", b"+").replace(b"_", b"/")
            try:
                yield base64.b64decode(piece + b"=" * (-len(piece) % 4)).lower()
            except (binascii.Error, ValueError):
                continue
