"""Removing fields from a carrier, which the OpenTelemetry setter interface cannot do."""

from collections.abc import Collection
from typing import Any


def remove_fields(carrier: Any, fields: Collection[str]) -> None:
    """Remove fields, in any case, from a mapping, gRPC metadata, or a list of pairs.

    The OpenTelemetry specification (context API, propagators, "Fields") tells users to clear a
    carrier's fields before it is used again. Clients copy headers to the next hop, so it is done on
    every injection.
    """
    if isinstance(carrier, list):
        carrier[:] = [item for item in carrier if _name(item) not in fields]
        return
    keys = getattr(carrier, "keys", None)
    if keys is None:
        return
    delete_all = getattr(carrier, "delete_all", None)  # grpc.aio.Metadata
    for key in [key for key in list(keys()) if _lower(key) in fields]:
        if delete_all is not None:
            if key in carrier:
                delete_all(key)
        elif key in carrier:
            del carrier[key]


def _name(item: Any) -> str:
    return _lower(item[0]) if isinstance(item, tuple) and item else ""


def _lower(name: object) -> str:
    if isinstance(name, bytes):
        name = name.decode("latin-1")
    return name.lower() if isinstance(name, str) else ""
