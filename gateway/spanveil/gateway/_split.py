"""Cut a request into requests that fit a sink's size limit, without looking into the items."""

from collections.abc import Iterator
from typing import Any, Final

from spanveil.gateway._envelope import request_class
from spanveil.gateway._signals import SIGNALS, Signal, count

_OVERHEAD: Final = 24
"""Tags and lengths of one item and the messages around it, at most."""


def count_items(signal: Signal, body: bytes) -> int:
    """Return how many spans, data points or log records a request has."""
    item_class = SIGNALS[signal].item
    raw_items = [
        raw
        for of_resource in request_class().FromString(body).resources
        for of_scope in of_resource.scopes
        for raw in of_scope.items
    ]
    if signal is not Signal.METRICS:
        return len(raw_items)
    return sum(count(signal, item_class.FromString(raw)) for raw in raw_items)


def split(signal: Signal, body: bytes, limit: int) -> Iterator[bytes]:
    """Yield requests of at most ``limit`` bytes that together hold the items of one.

    An item that is too large by itself comes alone and over the limit: the caller counts and drops
    it (OTLP specification: a client must not send over its limit).

    Args:
        signal: Which request it is.
        body: A serialized ``Export<Signal>ServiceRequest``.
        limit: Bytes of one serialized request.
    """
    if len(body) <= limit:
        yield body
        return
    current: Any = request_class()()
    size = 0
    for of_resource in request_class().FromString(body).resources:
        for of_scope in of_resource.scopes:
            target: Any = None
            around = _around(of_resource, of_scope)
            for raw in of_scope.items:
                more = len(raw) + _OVERHEAD + (around if target is None else 0)
                if size and size + more > limit:
                    yield current.SerializeToString()
                    current, size, target = request_class()(), 0, None
                    more = len(raw) + _OVERHEAD + around
                if target is None:
                    target = _open(current, of_resource, of_scope)
                target.items.append(raw)
                size += more
    if size:
        yield current.SerializeToString()


def _around(of_resource: Any, of_scope: Any) -> int:
    headers = (of_resource.resource, of_resource.schema_url, of_scope.scope, of_scope.schema_url)
    return sum(len(header) for header in headers) + 2 * _OVERHEAD


def _open(request: Any, of_resource: Any, of_scope: Any) -> Any:
    outer = request.resources.add()
    inner = outer.scopes.add()
    for source, target, name in ((of_resource, outer, "resource"), (of_scope, inner, "scope")):
        for field in (name, "schema_url"):
            if source.HasField(field):
                setattr(target, field, getattr(source, field))
    return inner
