"""The attributes that only Spanveil writes, and the forms by which its own are known."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

RESERVED_PREFIX: Final = "spanveil."
"""Attribute keys that only Spanveil writes; the tag's attribute is one too, whatever its key."""

ERROR_ATTRIBUTE: Final = "spanveil.error"
"""``True`` on an item whose redaction failed and of which only ids, times and kind are left."""

RANDOM_IDS: Final[Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {
        "spanveil.egress.trace_id": re.compile(r"[0-9a-f]{32}", re.ASCII),
        "spanveil.request_id": re.compile(
            r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", re.ASCII
        ),
    }
)
"""What the propagation boundary records on a client span, so that an operator can match a third
party's log to it: a UUID of version 4 (RFC 9562) and a trace id (W3C Trace Context). An application
could write there too, so only the form of a random id may pass."""


def is_random_id(key: str, value: object) -> bool:
    """Say whether an attribute is an id that the propagation boundary made.

    >>> is_random_id("spanveil.egress.trace_id", "0af7651916cd43dd8448eb211c80319c")
    True
    """
    form = RANDOM_IDS.get(key)
    return form is not None and isinstance(value, str) and form.fullmatch(value) is not None
