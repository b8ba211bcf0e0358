"""Canaries: one secret for each position, and a search that looks into encodings too."""

import base64
import binascii
import json
import re
import secrets
from collections.abc import Iterable
from urllib.parse import unquote_to_bytes

_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{16,}={0,2}")
_ESCAPED = re.compile(rb'"(?:[^"\\]|\\.)*"')


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
    for quoted in _ESCAPED.findall(wire):
        if b"\\u" in quoted:
            try:
                yield str(json.loads(quoted)).lower().encode("utf-8", "replace")
            except ValueError:
                continue
    for run in _BASE64.findall(wire):
        for start in range(4):
            piece = run[start:].rstrip(b"=").replace(b"-", b"+").replace(b"_", b"/")
            try:
                yield base64.b64decode(piece + b"=" * (-len(piece) % 4)).lower()
            except (binascii.Error, ValueError):
                continue
