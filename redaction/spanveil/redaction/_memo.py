"""Remember what became of texts, never the texts.

Agents send the whole conversation with every call, so that almost every text has been scanned
before. An entry's name is a keyed hash of the text; what it holds is where something was found and
what stands there instead. With the key drawn for each process and the tenant in the hash, a name
tells nobody anything, also not by the time that a look-up takes, and one tenant's texts cannot be
probed by another.
"""

import threading
from collections import OrderedDict
from hashlib import blake2b
from typing import Final

MIN_CHARS: Final = 16
"""A shorter text is scanned sooner than hashed and looked up."""

_ENTRY_BYTES: Final = 160
_MAX_TENANTS: Final = 4_096


class Memo:
    """A bounded, least-recently-used memory.

    Args:
        max_bytes: The bound on all entries together, as an estimate.
    """

    def __init__(self, max_bytes: int) -> None:
        from secrets import token_bytes  # with `random`, which an import must not cost

        self._max_bytes = max_bytes
        self._bytes = 0
        self._entries: OrderedDict[bytes, tuple[object, int]] = OrderedDict()
        self._key = token_bytes(32)
        self._started: dict[str, blake2b] = {}
        self._lock = threading.Lock()
        self.hits = 0
        self.misses = 0

    def mac(self, tenant: str, *scope: str) -> blake2b:
        """Return a MAC over who and in which scope, to be updated with what.

        Args:
            tenant: The opaque tag of the tenant.
            scope: Whatever else decides what becomes of a text.
        """
        # A copy of a keyed state costs a third of a new one.
        started = self._started.get(tenant)
        if started is None:
            started = blake2b(key=self._key, digest_size=16)
            started.update(_framed(tenant))
            if len(self._started) >= _MAX_TENANTS:
                self._started.clear()
            self._started[tenant] = started
        mac = started.copy()
        for part in scope:
            mac.update(_framed(part))
        return mac

    def get(self, name: bytes) -> object:
        """Return what is remembered under a name, ``None`` if that is nothing."""
        with self._lock:
            entry = self._entries.get(name)
            if entry is None:
                self.misses += 1
                return None
            self._entries.move_to_end(name)
            self.hits += 1
            return entry[0]

    def put(self, name: bytes, what: object, size: int) -> None:
        """Remember a completed result; one that ran out of budget must not come here.

        Args:
            name: The entry's name, from ``mac``.
            what: The result, which nobody changes any more.
            size: About how many bytes it takes, beside what every entry takes.
        """
        size += _ENTRY_BYTES
        with self._lock:
            if name in self._entries:
                return
            self._entries[name] = what, size
            self._bytes += size
            while self._bytes > self._max_bytes and self._entries:
                _, (_, dropped) = self._entries.popitem(last=False)
                self._bytes -= dropped

    def __len__(self) -> int:
        return len(self._entries)

    def __repr__(self) -> str:
        return f"Memo({len(self)} entries, {self._bytes} bytes)"


def _framed(part: str) -> bytes:
    raw = part.encode("utf-8", "surrogatepass")
    return len(raw).to_bytes(4, "big") + raw
