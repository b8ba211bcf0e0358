"""Remember what detection found, never what it looked at.

Agents send the whole conversation with every call, so that almost every text has been scanned
before. An entry is a keyed hash of the text and the places of what was found in it; with the key
drawn for each process and the tenant in the hash, an entry tells nobody anything, also not by the
time that a look-up takes, and one tenant's texts cannot be probed by another.
"""

import secrets
import threading
from collections import OrderedDict
from hashlib import blake2b
from typing import Final

from spanveil.redaction.detection import Finding

MIN_CHARS: Final = 16
"""A shorter text is scanned sooner than hashed and looked up."""

_ENTRY_BYTES: Final = 160
_FINDING_BYTES: Final = 96


class Memo:
    """A bounded, least-recently-used memory of findings.

    Args:
        max_bytes: The bound on all entries together, as an estimate.
    """

    def __init__(self, max_bytes: int) -> None:
        self._max_bytes = max_bytes
        self._bytes = 0
        self._entries: OrderedDict[bytes, tuple[Finding, ...]] = OrderedDict()
        self._key = secrets.token_bytes(32)
        self._lock = threading.Lock()
        self.hits = 0
        self.misses = 0

    def key(self, tenant: str, field: str, text: str) -> bytes:
        """Return the entry's name: a MAC over who, in which field, and what."""
        mac = blake2b(key=self._key, digest_size=16)
        for part in (tenant, field):
            raw = part.encode("utf-8", "surrogatepass")
            mac.update(len(raw).to_bytes(4, "big") + raw)
        mac.update(text.encode("utf-8", "surrogatepass"))
        return mac.digest()

    def get(self, key: bytes) -> tuple[Finding, ...] | None:
        """Return what was found, or ``None`` if the text is new."""
        with self._lock:
            found = self._entries.get(key)
            if found is None:
                self.misses += 1
                return None
            self._entries.move_to_end(key)
            self.hits += 1
            return found

    def put(self, key: bytes, found: tuple[Finding, ...]) -> None:
        """Remember a completed result; one that ran out of budget must not come here."""
        with self._lock:
            if key in self._entries:
                return
            self._entries[key] = found
            self._bytes += _size(found)
            while self._bytes > self._max_bytes and self._entries:
                _, dropped = self._entries.popitem(last=False)
                self._bytes -= _size(dropped)

    def __len__(self) -> int:
        return len(self._entries)

    def __repr__(self) -> str:
        return f"Memo({len(self)} entries, {self._bytes} bytes)"


def _size(found: tuple[Finding, ...]) -> int:
    return _ENTRY_BYTES + _FINDING_BYTES * len(found)
