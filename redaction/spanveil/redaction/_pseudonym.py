"""Keyed pseudonyms: equal values stay equal, and nobody without the key can tell which value."""

import base64
import hmac
import re
from collections.abc import Callable, Sequence
from functools import cache
from hashlib import blake2b
from itertools import product
from typing import Final

from spanveil.redaction._base32 import ALPHABET, base32_of_many

_PSEUDONYM: Final = re.compile(r"ps1_[a-z2-7]{26}", re.ASCII)
_DIGEST_BYTES: Final = 11
"""88 bits: two values in 2^44 fall together (birthday bound)."""

_CHECK_BYTES: Final = 5
"""40 bits that only the key's holder can write; with the digest 26 base32 characters."""

_LOW: Final = 68
_MANY: Final = 8
"""So many pseudonyms are written together sooner than one by one."""
_LOW_BITS: Final = 2**_LOW - 1


@cache
def _triples() -> tuple[str, ...]:
    """Return all texts of three characters, for 15 bits at a time."""
    return tuple(map("".join, product(ALPHABET, repeat=3)))


class Pseudonymizer:
    """Turn identifiers into pseudonyms with keyed BLAKE2b (RFC 7693, section 2.9).

    Args:
        key: At least 16 bytes. Pseudonyms can be joined only where the key is the same.

    Raises:
        ValueError: If the key is too short.
    """

    __slots__ = ("_check", "_key", "_kinds", "_triples")

    def __init__(self, key: bytes) -> None:
        if len(key) < 16:
            raise ValueError("a pseudonym key has at least 16 bytes")
        self._key = blake2b(key, digest_size=32).digest()
        self._check = blake2b(key=self._key, digest_size=_CHECK_BYTES, person=b"check")
        self._kinds: dict[str, Callable[[str], str]] = {}
        self._triples = _triples()

    def __call__(self, kind: str, value: str) -> str:
        """Return the pseudonym of a value.

        Args:
            kind: What the value identifies (a content class). The same text as a user and as a host
                gets two pseudonyms.
            value: The identifier; a lone surrogate counts as the three bytes that it would be.
        """
        return self.of(kind)(value)

    def of(self, kind: str) -> Callable[[str], str]:
        """Return what makes the pseudonyms of one kind."""
        one = self._kinds.get(kind)
        if one is None:
            one = self._kinds[kind] = self._of(kind)  # a content class: there are few
        return one

    def _of(self, kind: str) -> Callable[[str], str]:
        started = self._started(kind)
        made, checked = self.made, self._checked

        def pseudonym(value: str) -> str:
            if value.startswith("ps1_") and made(value):
                return value
            mac = started()
            mac.update(value.encode() if value.isascii() else _wide(value))
            return checked(mac.digest())

        return pseudonym

    def all_of(self, kind: str) -> Callable[[Sequence[str]], list[str]]:
        """Return what makes many pseudonyms of one kind, as ``of`` makes each, in less time."""
        pseudonym, started, checked = self.of(kind), self._started(kind), self._check.copy

        def pseudonyms(values: Sequence[str]) -> list[str]:
            whole = "\0".join(values)
            ones = _wide(whole).split(b"\0")
            if len(values) < _MANY or len(ones) != len(values) or "ps1_" in whole:
                return [pseudonym(value) for value in values]
            digests: list[bytes] = []
            for one in ones:
                mac = started()
                mac.update(one)
                digest = mac.digest()
                check = checked()
                check.update(digest)
                digests.append(digest + check.digest())
            return ["ps1_" + text for text in base32_of_many(digests)]

        return pseudonyms

    def _started(self, kind: str) -> Callable[[], blake2b]:
        # A copy of a keyed state costs a third of a new one.
        return blake2b(key=self._key, digest_size=_DIGEST_BYTES, person=kind.encode()[:16]).copy

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
        # Base32 of 16 bytes: 26 characters of 5 bits, the last two bits zero. The first twelve, and
        # of the other fourteen three at a time; a small integer is faster than a large one.
        number = int.from_bytes(digest + check.digest(), "big")
        high, low, of = number >> _LOW, (number & _LOW_BITS) << 2, self._triples
        return (
            "ps1_"
            f"{of[high >> 45]}{of[high >> 30 & 32767]}{of[high >> 15 & 32767]}{of[high & 32767]}"
            f"{of[low >> 55]}{of[low >> 40 & 32767]}{of[low >> 25 & 32767]}{of[low >> 10 & 32767]}"
            f"{ALPHABET[low >> 5 & 31]}{ALPHABET[low & 31]}"
        )

    def __repr__(self) -> str:
        return "Pseudonymizer(...)"


def is_pseudonym(text: str) -> bool:
    """Say whether a text has a pseudonym's form."""
    return text.startswith("ps1_") and _PSEUDONYM.fullmatch(text) is not None


def _wide(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
