"""Keyed pseudonyms: equal values stay equal, and nobody without the key can tell which value."""

import base64
import hmac
import re
from hashlib import blake2b
from typing import Final

_PSEUDONYM: Final = re.compile(r"ps1_[a-z2-7]{26}", re.ASCII)
_DIGEST_BYTES: Final = 11
"""88 bits: two values in 2^44 fall together (birthday bound)."""

_CHECK_BYTES: Final = 5
"""40 bits that only the key's holder can write; with the digest 26 base32 characters."""

_ALPHABET: Final = "abcdefghijklmnopqrstuvwxyz234567"  # RFC 4648, section 6, in lower case
_PAIRS: Final = tuple(first + second for first in _ALPHABET for second in _ALPHABET)
_SHIFTS: Final = tuple(range(120, -10, -10))


class Pseudonymizer:
    """Turn identifiers into pseudonyms with keyed BLAKE2b (RFC 7693, section 2.9).

    Args:
        key: At least 16 bytes. Pseudonyms can be joined only where the key is the same.

    Raises:
        ValueError: If the key is too short.
    """

    __slots__ = ("_check", "_key", "_kinds")

    def __init__(self, key: bytes) -> None:
        if len(key) < 16:
            raise ValueError("a pseudonym key has at least 16 bytes")
        self._key = blake2b(key, digest_size=32).digest()
        self._check = blake2b(key=self._key, digest_size=_CHECK_BYTES, person=b"check")
        self._kinds: dict[str, blake2b] = {}

    def __call__(self, kind: str, value: str) -> str:
        """Return the pseudonym of a value.

        Args:
            kind: What the value identifies (a content class). The same text as a user and as a host
                gets two pseudonyms.
            value: The identifier; a lone surrogate counts as the three bytes that it would be.
        """
        if self.made(value):
            return value
        # A copy of a keyed state costs a third of a new one.
        started = self._kinds.get(kind)
        if started is None:
            person = kind.encode()[:16]
            started = blake2b(key=self._key, digest_size=_DIGEST_BYTES, person=person)
            self._kinds[kind] = started  # a content class: there are few
        mac = started.copy()
        mac.update(value.encode("utf-8", "surrogatepass"))
        return self._checked(mac.digest())

    def made(self, text: str) -> bool:
        """Say whether a text is a pseudonym made with this key.

        Whoever types a pseudonym's form cannot write its check, so that what they type is content.
        A pseudonym of another key is one too: a second redactor pseudonymises it again.
        """
        if not is_pseudonym(text):
            return False
        raw = base64.b32decode(text[4:].upper() + "======")
        return hmac.compare_digest(self._checked(raw[:_DIGEST_BYTES]), text)

    def _checked(self, digest: bytes) -> str:
        check = self._check.copy()
        check.update(digest)
        # Base32 of 16 bytes: 26 characters of 5 bits, the last two bits zero.
        number = int.from_bytes(digest + check.digest(), "big") << 2
        return "ps1_" + "".join([_PAIRS[number >> shift & 1023] for shift in _SHIFTS])

    def __repr__(self) -> str:
        return "Pseudonymizer(...)"


def is_pseudonym(text: str) -> bool:
    """Say whether a text has a pseudonym's form."""
    return text.startswith("ps1_") and _PSEUDONYM.fullmatch(text) is not None
