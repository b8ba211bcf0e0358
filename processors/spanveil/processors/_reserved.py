"""The attributes that only Spanveil writes."""

from collections.abc import Mapping
from typing import Any

from spanveil.config import ERROR_ATTRIBUTE, RANDOM_IDS, RESERVED_PREFIX, is_random_id

__all__ = ["ERROR_ATTRIBUTE", "Reserved"]


class Reserved:
    """Leave out what an application put under a key of Spanveil's.

    A reader must be able to trust these keys wherever they stand, so they are taken from resources,
    scopes, events and links as well: a backend may show an inherited attribute as the item's own.

    Args:
        tag_attribute: The key of the tenant tag.
    """

    __slots__ = ("_tag_attribute",)

    def __init__(self, tag_attribute: str) -> None:
        self._tag_attribute = tag_attribute

    def covers(self, key: str) -> bool:
        """Say whether only Spanveil writes this key."""
        return key.startswith(RESERVED_PREFIX) or key == self._tag_attribute

    def without(self, attributes: Mapping[str, Any] | None) -> dict[str, Any]:
        """Return the attributes that are the application's to write."""
        return {k: v for k, v in (attributes or {}).items() if not self.covers(k)}

    @staticmethod
    def random_ids(attributes: Mapping[str, Any] | None) -> dict[str, str]:
        """Return the ids that the propagation boundary made for one call to a third party."""
        return {
            key: attributes[key]
            for key in RANDOM_IDS
            if attributes and is_random_id(key, attributes.get(key))
        }
