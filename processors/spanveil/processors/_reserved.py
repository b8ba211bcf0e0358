"""The attributes that only Spanveil writes."""

from collections.abc import Mapping
from typing import Any, Final

_PREFIX: Final = "spanveil."
ERROR_ATTRIBUTE: Final = "spanveil.error"
"""Set on an item whose redaction failed and of which only ids, times and kind are left."""


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
        return key.startswith(_PREFIX) or key == self._tag_attribute

    def without(self, attributes: Mapping[str, Any] | None) -> dict[str, Any]:
        """Return the attributes that are the application's to write."""
        return {k: v for k, v in (attributes or {}).items() if not self.covers(k)}
