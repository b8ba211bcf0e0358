"""OTLP trace data as rows of text: one shape for what was recorded and for what arrived."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from opentelemetry.exporter.otlp.proto.common.trace_encoder import encode_spans
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.common.v1.common_pb2 import AnyValue, KeyValue
from opentelemetry.proto.trace.v1.trace_pb2 import ResourceSpans, Span, Status
from opentelemetry.sdk.trace import ReadableSpan

from spanveil.config import Catalogue, ContentClass

SPAN_NAME: Final = "span name"
STATUS_CODE: Final = "status.code"
_NAME: Final = "name"  # the catalogue is about keys, and a name has none


@dataclass(frozen=True, slots=True)
class Field:
    """One string-bearing place of a span.

    Attributes:
        path: Where it is, such as ``event 0: exception.message``.
        content_class: What the field holds; for an attribute, what Spanveil's catalogue says.
        text: The value as text; structured values as JSON.
    """

    path: str
    content_class: str
    text: str


@dataclass(frozen=True, slots=True)
class SpanRows:
    """One span (or one resource) as rows.

    Attributes:
        id: The span id in hex, or ``resource``.
        parent_id: The parent's, empty for a root.
        trace_id: The trace id in hex.
        start: Nanoseconds since the epoch.
        nanoseconds: The span's duration.
        fields: By path.
    """

    id: str
    parent_id: str
    trace_id: str
    start: int
    nanoseconds: int
    fields: dict[str, Field]

    def text(self, path: str) -> str | None:
        """Return the text of a field, ``None`` where there is none."""
        field = self.fields.get(path)
        return None if field is None else field.text


RESOURCE_ID: Final = "resource"


def _plain(value: AnyValue) -> Any:
    match value.WhichOneof("value"):
        case None:
            return None
        case "array_value":
            return [_plain(item) for item in value.array_value.values]
        case "kvlist_value":
            return {pair.key: _plain(pair.value) for pair in value.kvlist_value.values}
        case "bytes_value":
            return value.bytes_value.decode("utf-8", "replace")
        case kind:
            return getattr(value, kind)


def _text(value: AnyValue) -> str:
    plain = _plain(value)
    return plain if isinstance(plain, str) else json.dumps(plain, ensure_ascii=False)


def _attributes(prefix: str, attributes: Iterable[KeyValue]) -> Iterator[Field]:
    for pair in attributes:
        content_class = Catalogue.shipped().classify(pair.key).content_class
        yield Field(f"{prefix}{pair.key}", content_class.value, _text(pair.value))


def _span_fields(span: Span) -> Iterator[Field]:
    yield Field(SPAN_NAME, _NAME, span.name)
    yield from _attributes("", span.attributes)
    for index, event in enumerate(span.events):
        yield Field(f"event {index} name", _NAME, event.name)
        yield from _attributes(f"event {index}: ", event.attributes)
    for index, link in enumerate(span.links):
        if link.trace_state:
            yield Field(f"link {index} trace state", "trace state", link.trace_state)
        yield from _attributes(f"link {index}: ", link.attributes)
    if span.trace_state:
        yield Field("trace state", "trace state", span.trace_state)
    yield Field(STATUS_CODE, ContentClass.SAFE.value, Status.StatusCode.Name(span.status.code))
    if span.status.message:
        yield Field("status.message", ContentClass.EXCEPTION_TEXT.value, span.status.message)


def _rows(group: ResourceSpans) -> Iterator[SpanRows]:
    resource = {field.path: field for field in _attributes("", group.resource.attributes)}
    yield SpanRows(RESOURCE_ID, "", "", 0, 0, resource)
    for scope_spans in group.scope_spans:
        scope = [
            Field("scope name", ContentClass.SAFE.value, scope_spans.scope.name),
            Field("scope version", ContentClass.SAFE.value, scope_spans.scope.version),
            *_attributes("scope: ", scope_spans.scope.attributes),
        ]
        for span in scope_spans.spans:
            yield SpanRows(
                span.span_id.hex(),
                span.parent_span_id.hex(),
                span.trace_id.hex(),
                span.start_time_unix_nano,
                span.end_time_unix_nano - span.start_time_unix_nano,
                {field.path: field for field in (*_span_fields(span), *scope)},
            )


def recorded_request(spans: Sequence[ReadableSpan]) -> bytes:
    """Serialize spans as any OTLP exporter would, so that both sides are read the same way."""
    serialized: bytes = encode_spans(spans).SerializeToString()
    return serialized


def read_rows(requests: Iterable[bytes]) -> dict[str, SpanRows]:
    """Parse serialized export requests; the rows are in the requests' order, by id."""
    rows: dict[str, SpanRows] = {}
    for body in requests:
        request = ExportTraceServiceRequest.FromString(body)
        for group in request.resource_spans:
            rows.update((row.id, row) for row in _rows(group))
    return rows
