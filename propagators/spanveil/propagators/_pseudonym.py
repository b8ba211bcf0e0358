"""Keyed pseudonyms for body fields."""

import base64
from hashlib import blake2b
from typing import Final

from spanveil.context import KeyRing, current

_BYTES: Final = 16


class Pseudonyms:
    """Make pseudonyms that one class of destinations can recognise and nobody else can join.

    Args:
        key_ring: Where the keys come from; without one there are no pseudonyms.
    """

    __slots__ = ("_keys", "_ring")

    def __init__(self, key_ring: KeyRing | None) -> None:
        self._ring = key_ring
        self._keys: dict[str, bytes] = {}

    def of(self, destination_class: str, field: str, value: str) -> str | None:
        """Return the pseudonym of a field's value for one class, ``None`` without a key.

        Equal values of two tenants, two fields or two classes have different pseudonyms.
        """
        if self._ring is None:
            return None
        key = self._keys.get(destination_class)
        if key is None:
            key = self._keys[destination_class] = self._ring.subkey(f"body:{destination_class}")
        bound = current()
        tenant = (bound.tenant_id if bound else None) or ""
        mac = blake2b(key=key, digest_size=_BYTES, person=b"spanveil.body")
        # Lengths in front: no two triples give the same bytes.
        for part in (tenant, field, value):
            data = part.encode("utf-8", "surrogatepass")
            mac.update(len(data).to_bytes(8, "big") + data)
        return "sv_" + base64.b32encode(mac.digest()).decode("ascii").rstrip("=").lower()
