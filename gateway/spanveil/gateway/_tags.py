"""Which of the reserved attributes of a stream are believed.

A tenant's tag is minted by the service that verified the tenant. On the wire anybody can write one,
so that it is believed only from a stream that is authenticated and configured as trusted, and even
there it labels and spreads load: it never selects a looser profile.
"""

from typing import Any

from spanveil.config import ERROR_ATTRIBUTE, RESERVED_PREFIX, is_random_id
from spanveil.context import CONFLICT, UNSCOPED, TenantTag
from spanveil.gateway._anyvalue import scalar


class TagPolicy:
    """What one sink sees in the place of a tenant's tag.

    Args:
        attribute: The attribute that carries the tag.
        sink_key: If given, tags are re-keyed with it, at least 32 bytes.
    """

    def __init__(self, attribute: str, sink_key: bytes | None = None) -> None:
        self.attribute = attribute
        self._sink_key = sink_key

    def is_reserved(self, key: str) -> bool:
        """Say whether a key belongs to Spanveil."""
        return key.startswith(RESERVED_PREFIX) or key == self.attribute

    def is_ours(self, key: str, value: object) -> bool:
        """Say whether the SDK's part of Spanveil wrote an attribute, on a trusted stream.

        Its random ids and its mark of an item that it had to blank carry nothing of a tenant.
        """
        return (key == ERROR_ATTRIBUTE and value is True) or is_random_id(key, value)

    def believed(self, value: object) -> str | None:
        """Return the tag that a trusted stream carries, ``None`` for anything that is no tag."""
        if value in (UNSCOPED, CONFLICT):
            return str(value)
        try:
            return TenantTag.parse(value).text if isinstance(value, str) else None
        except ValueError:
            return None

    def of(self, pairs: Any) -> str | None:
        """Return the tag that a list of ``KeyValue`` on a trusted stream carries.

        Two that differ are no tenant, as where the SDK's processors find two.
        """
        found = {
            tag
            for pair in pairs
            if pair.key == self.attribute and (tag := self.believed(scalar(pair.value))) is not None
        }
        return found.pop() if len(found) == 1 else CONFLICT if found else None

    def for_one(self, tag: str) -> "TagPolicy":
        """Return the policy for a batch whose one tag was believed when it came in."""
        return _OneTag(self.attribute, self._sink_key, tag)

    def is_tenant(self, tag: str | None) -> bool:
        """Say whether a believed tag names a tenant."""
        return tag not in (None, "", UNSCOPED, CONFLICT)

    def shown(self, tag: str) -> str:
        """Return what the sink sees of a believed tag."""
        if self._sink_key is None or tag in (UNSCOPED, CONFLICT):
            return tag
        return TenantTag.parse(tag).alias(self._sink_key).text


class _OneTag(TagPolicy):
    """What stands in the batch may be the alias that the sink knows; the tag itself is known."""

    def __init__(self, attribute: str, sink_key: bytes | None, tag: str) -> None:
        super().__init__(attribute, sink_key)
        self._tag = tag

    def of(self, pairs: Any) -> str | None:
        return self._tag if any(pair.key == self.attribute for pair in pairs) else None
