"""The keys behind tenant tags: one that makes new tags, older ones to look tags up."""

import base64
import binascii
import re
import threading
from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b
from typing import Final, NoReturn, Self, final

from spanveil.context._errors import DevelopmentKeyRefused, KeyRingError
from spanveil.context._membership import check_id
from spanveil.context._tag import DIGEST_BYTES, TenantTag

_MIN_KEY_BYTES: Final = 32
_MAX_CACHED_TENANTS: Final = 65_536
_KEY_ID: Final = re.compile(r"[a-z0-9]{1,16}", re.ASCII)
_HOW_TO_SET: Final = (
    'set SPANVEIL_TAG_KEYS, for example to "k1:$(openssl rand -base64 32)", '
    "or SPANVEIL_MODE=development on a developer's machine"
)
DEVELOPMENT_KEY_ID: Final = "dev"
# Published on purpose: whoever has this source can compute the tags that it makes. Hence its
# refusal elsewhere.
_DEVELOPMENT_KEY: Final = b"spanveil development key; everybody knows it, so it hides nothing"


class _TagCache(dict[str, TenantTag]):
    """The tags of the tenants seen lately; past the limit the one that came first goes."""

    __slots__ = ("_lock", "_make")

    def __init__(self, make: Callable[[str], TenantTag]) -> None:
        super().__init__()
        self._make = make
        self._lock = threading.Lock()

    def __missing__(self, tenant_id: str) -> TenantTag:
        tag = self._make(tenant_id)
        with self._lock:
            if len(self) >= _MAX_CACHED_TENANTS:
                del self[next(iter(self))]
            self[tenant_id] = tag
        return tag


@final
class KeyRing:
    """Keyed pseudonyms for tenants, with rotation.

    To rotate, put the new key first and keep the old ones behind it for as long as telemetry made
    under them is kept. Key material is in no repr, error or pickle.

    Args:
        keys: Key id and key (at least 32 random bytes), the current one first.
        mode: `development` admits the published development key.

    Raises:
        KeyRingError: No keys, a duplicate or malformed id, or a weak key.
        DevelopmentKeyRefused: The development key outside development mode.
    """

    __slots__ = ("_current", "_roots", "_tag_keys", "tag")

    tag: Callable[[str], TenantTag]
    """Return the tenant's tag under the current key; it raises `ValueError` for an unusable id.

    This runs for every span, so it is the cache's own look-up and not a method around it.
    """

    def __init__(self, keys: Iterable[tuple[str, bytes]], *, mode: str = "production") -> None:
        roots: dict[str, bytes] = {}
        for position, (key_id, key) in enumerate(keys, start=1):
            _check_key(position, key_id, key, roots, mode)
            # One length for any key: BLAKE2b takes a key of at most 64 bytes (RFC 7693 section
            # 2.1).
            roots[key_id] = blake2b(key, person=b"spanveil.root").digest()
        if not roots:
            raise KeyRingError(f"there are no tag keys: {_HOW_TO_SET}")
        self._roots = roots
        self._tag_keys = {key_id: _derive(root, "tag") for key_id, root in roots.items()}
        self._current = next(iter(roots))
        self.tag = _TagCache(lambda tenant_id: self._made(self._current, tenant_id)).__getitem__

    @classmethod
    def from_text(cls, text: str, *, mode: str = "production") -> Self:
        """Read `id:base64,id:base64`, the current key first, as SPANVEIL_TAG_KEYS holds it.

        Raises:
            KeyRingError: The text is malformed; the message names the entry by position only.
        """
        return cls(_parse(text), mode=mode)

    @classmethod
    def development(cls, *, mode: str = "production") -> Self:
        """Return the ring of the published development key.

        Raises:
            DevelopmentKeyRefused: `mode` is not `development`.
        """
        return cls([(DEVELOPMENT_KEY_ID, _DEVELOPMENT_KEY)], mode=mode)

    @classmethod
    def configured(cls, text: str | None, *, mode: str = "production") -> Self | None:
        """Return the ring that a process is configured with.

        Args:
            text: What SPANVEIL_TAG_KEYS holds; `None` if it is not set.
            mode: In `development`, the published key stands in for one that is not set.

        Returns:
            The ring, or `None` if no key is configured. Who cannot do without one calls
            `from_text("")`, whose error says what to set.

        Raises:
            KeyRingError: The text is malformed.
        """
        if text is not None:
            return cls.from_text(text, mode=mode)
        return cls.development(mode=mode) if mode == "development" else None

    @property
    def key_ids(self) -> tuple[str, ...]:
        """The ids of the live keys, the current one first."""
        return tuple(self._roots)

    def tags(self, tenant_id: str) -> tuple[TenantTag, ...]:
        """Return the tenant's tags under every live key, the current one first.

        These are what an operator searches for after a rotation.
        """
        return tuple(self._made(key_id, tenant_id) for key_id in self._roots)

    def subkey(self, purpose: str, *, key_id: str | None = None) -> bytes:
        """Derive 32 bytes for one purpose, such as `pseudonym` or `sink:shared`.

        Args:
            purpose: Names the use; two purposes share nothing.
            key_id: The key to derive from; the current one if not given.

        Raises:
            KeyRingError: The ring has no such key, or the purpose is empty.
        """
        if not purpose:
            raise KeyRingError("a subkey needs a purpose")
        root = self._roots.get(self._current if key_id is None else key_id)
        if root is None:
            raise KeyRingError("the ring has no key of that id")
        return _derive(root, f"subkey:{purpose}")[:32]

    def _made(self, key_id: str, tenant_id: str) -> TenantTag:
        check_id(tenant_id, "tenant_id")
        # "surrogatepass": an id with a lone surrogate is still one tenant's, and must not end in an
        # error.
        mac = blake2b(
            tenant_id.encode("utf-8", "surrogatepass"),
            key=self._tag_keys[key_id],
            digest_size=DIGEST_BYTES,
            person=b"spanveil.tag",
        )
        return TenantTag(key_id, mac.digest())

    def __repr__(self) -> str:
        return f"KeyRing(key_ids={list(self._roots)})"

    def __reduce_ex__(self, _protocol: object) -> NoReturn:
        raise TypeError("a KeyRing cannot be pickled or copied: it holds keys")


def _derive(root: bytes, purpose: str) -> bytes:
    return blake2b(
        purpose.encode("utf-8", "surrogatepass"), key=root, person=b"spanveil.derive"
    ).digest()


def _check_key(position: int, key_id: str, key: bytes, known: dict[str, bytes], mode: str) -> None:
    # A malformed id is not quoted: whoever swapped id and key has put the key there.
    if not isinstance(key_id, str) or not _KEY_ID.fullmatch(key_id):
        raise KeyRingError(f"tag key {position}: its id must be 1 to 16 characters of a-z and 0-9")
    if key_id in known:
        raise KeyRingError(f"tag key {position}: its id is used before")
    if not isinstance(key, bytes) or len(key) < _MIN_KEY_BYTES:
        raise KeyRingError(f"tag key {position}: the key must have at least {_MIN_KEY_BYTES} bytes")
    if len(set(key)) < 8:
        raise KeyRingError(f"tag key {position}: the key is not random")
    if mode != "development" and key == _DEVELOPMENT_KEY:
        raise DevelopmentKeyRefused(
            f"the shared development key hides nothing and is refused here: {_HOW_TO_SET}"
        )


def _parse(text: str) -> Iterator[tuple[str, bytes]]:
    if not text.strip():
        return
    for position, entry in enumerate(text.split(","), start=1):
        key_id, colon, encoded = entry.strip().partition(":")
        if not colon:
            raise KeyRingError(f"tag key {position}: expected id:base64")
        key = _decoded(encoded)
        if key is None:
            raise KeyRingError(f"tag key {position}: the key is not valid base64")
        yield key_id, key


def _decoded(encoded: str) -> bytes | None:
    standard = encoded.replace("-", "+").replace("_", "/").rstrip("=")
    try:
        return base64.b64decode(standard + "=" * (-len(standard) % 4), validate=True)
    except (binascii.Error, ValueError):
        return None
