"""The attributes that only Spanveil writes."""

import re
from collections.abc import Mapping
from typing import Any, Final

_PREFIX: Final = "spanveil."
# What the propagation boundary records on a client span, so that an operator can match a third
# party's log to it. An application could write there too, so only the form of a random id passes.
_RANDOM_IDS: Final = {
    "spanveil.egress.trace_id": re.compile(r"[0-9a-f]{32}", re.ASCII),
    "spanveil.request_id": re.compile(
        r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", re.ASCII
    ),
}
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

    @staticmethod
    def random_ids(attributes: Mapping[str, Any] | None) -> dict[str, str]:
        """Return the ids that the propagation boundary made for one call to a third party.

        They have the form of a UUID of version 4 (RFC 9562) or of a trace id (W3C Trace Context).
        """
        found: dict[str, str] = {}
        for key, form in _RANDOM_IDS.items():
            value = (attributes or {}).get(key)
            if isinstance(value, str) and form.fullmatch(value):
                found[key] = value
        return found
