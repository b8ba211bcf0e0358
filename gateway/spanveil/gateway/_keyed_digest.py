"""Names for what may not be remembered itself."""

import secrets
from collections.abc import Callable
from hashlib import blake2b
from typing import Final

_DIGEST: Final = 16
_KEY: Final = 32


def keyed_digest() -> Callable[[bytes], bytes]:
    """Return a digest of 128 bits under a key of its own (BLAKE2b, RFC 7693), for one memory.

    Nobody finds two inputs with one digest, nor learns an input from its digest, without the key,
    which is random and never leaves the process.
    """
    started = blake2b(digest_size=_DIGEST, key=secrets.token_bytes(_KEY)).copy

    def digest(data: bytes) -> bytes:
        mac = started()
        mac.update(data)
        return mac.digest()

    return digest
