"""The opaque name under which telemetry knows a tenant."""

import base64
import re
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Final, Self

UNSCOPED: Final = "unscoped"
"""In place of a tag: no tenant was bound."""

CONFLICT: Final = "conflict"
"""In place of a tag: two carriers name different tenants, which is treated as no tenant."""

DIGEST_BYTES: Final = 16
_VERSION: Final = "st1"
_KEY_ID: Final = re.compile(r"[a-z0-9]{1,16}", re.ASCII)
# RFC 4648 base32 without padding: 128 bits are 26 characters, the last of which carries 3 bits and
# 2 zero bits.
_TEXT: Final = re.compile(r"st1_([a-z0-9]{1,16})_([a-z2-7]{25}[aeimquy4])", re.ASCII)


@dataclass(frozen=True, slots=True)
class TenantTag:
    """A keyed pseudonym of a tenant.

    The same tenant and key give the same tag, and only the key leads back.

    Attributes:
        key_id: Which key of the ring made it, `[a-z0-9]{1,16}`.
        digest: 128 bits of a keyed BLAKE2b (RFC 7693).
        text: The form that telemetry carries: `st1_<key id>_<26 characters of base32>`.
    """

    key_id: str
    digest: bytes
    text: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Raise `ValueError` for a key id or a digest of the wrong form."""
        if not _KEY_ID.fullmatch(self.key_id):
            raise ValueError("a key id is 1 to 16 characters of a-z and 0-9")
        if len(self.digest) != DIGEST_BYTES:
            raise ValueError(f"a tag's digest has {DIGEST_BYTES} bytes")
        encoded = base64.b32encode(self.digest).decode("ascii").rstrip("=").lower()
        object.__setattr__(self, "text", f"{_VERSION}_{self.key_id}_{encoded}")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the tag that was written in exactly this form.

        Another case, spaces and padding are refused.

        Raises:
            ValueError: The text is not a tag; the message does not quote it.
        """
        match = _TEXT.fullmatch(text) if isinstance(text, str) else None
        if match is None:
            raise ValueError("not a tenant tag: expected st1_<key id>_<26 characters of base32>")
        return cls(match[1], base64.b32decode(match[2].upper() + "======"))

    def alias(self, sink_key: bytes) -> Self:
        """Return the tag under which one sink knows the tenant.

        Two sinks' records cannot be joined by their aliases.

        Args:
            sink_key: At least 32 bytes, one for each sink, as `KeyRing.subkey` derives.

        Raises:
            ValueError: The key is too short.
        """
        if len(sink_key) < 32:
            raise ValueError("a sink key has at least 32 bytes")
        # BLAKE2b takes a key of at most 64 bytes (RFC 7693 section 2.1); hashing first takes one of
        # any length.
        key = blake2b(sink_key).digest()
        mac = blake2b(
            self.text.encode("ascii"), key=key, digest_size=DIGEST_BYTES, person=b"spanveil.alias"
        )
        return type(self)(self.key_id, mac.digest())

    def __str__(self) -> str:
        return self.text
