"""Exported spans as plain data that is the same in every run."""

from collections.abc import Iterable
from typing import Any


def snapshot_of(requests: Iterable[Any]) -> list[dict[str, Any]]:
    """Return the spans of export requests, in order of their start, without ids and times.

    Parents and links are named by the position of the span in the list, or `None` if it is not
    there.
    """
    spans = [
        (scoped.scope.name, span)
        for request in requests
        for resource in request.resource_spans
        for scoped in resource.scope_spans
        for span in scoped.spans
    ]
    spans.sort(key=lambda pair: (pair[1].start_time_unix_nano, pair[1].end_time_unix_nano))
    position = {span.span_id: index for index, (_, span) in enumerate(spans)}
    return [
        {
            "name": span.name,
            "scope": scope,
            "kind": span.kind,
            "status": {"code": span.status.code, "message": span.status.message},
            "parent": position.get(span.parent_span_id),
            "attributes": attributes_of(span.attributes),
            "events": [
                {"name": event.name, "attributes": attributes_of(event.attributes)}
                for event in span.events
            ],
            "links": [
                {"span": position.get(link.span_id), "attributes": attributes_of(link.attributes)}
                for link in span.links
            ],
        }
        for scope, span in spans
    ]


def attributes_of(attributes: Iterable[Any]) -> dict[str, Any]:
    """Return OTLP key-value pairs as a dictionary, sorted by key."""
    found = {pair.key: value_of(pair.value) for pair in attributes}
    return dict(sorted(found.items()))


def value_of(value: Any) -> Any:
    """Return an OTLP `AnyValue` as plain data."""
    kind = value.WhichOneof("value")
    held: Any = getattr(value, kind) if kind else None
    if kind == "array_value":
        return [value_of(item) for item in held.values]
    if kind == "kvlist_value":
        return attributes_of(held.values)
    return held
