"""A service whose sink keeps the OTLP that it got, as plain values."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any

from opentelemetry.exporter.otlp.proto.common.trace_encoder import encode_spans
from opentelemetry.proto.common.v1.common_pb2 import AnyValue
from opentelemetry.proto.trace.v1.trace_pb2 import ResourceSpans, Span
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor, SpanExporter, SpanExportResult

from spanveil.config import Config, SinkConfig
from spanveil.context import KeyRing, RequestContext, bind
from spanveil.processors import RedactingSpanExporter, SpanRedactor, TenantSpanProcessor


class Wire(SpanExporter):
    """Encode as every OTLP exporter does, and keep the messages."""

    def __init__(self) -> None:
        self.received: list[ResourceSpans] = []

    def export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:
        self.received.extend(encode_spans(spans).resource_spans)
        return SpanExportResult.SUCCESS

    @property
    def last(self) -> dict[str, Any]:
        """The attributes of the newest span."""
        return _attributes(self.received[-1].scope_spans[-1].spans[-1])


def _attributes(span: Span) -> dict[str, Any]:
    return {a.key: plain(a.value) for a in span.attributes if not a.key.startswith("spanveil.")}


def plain(value: AnyValue) -> Any:
    """Return an OTLP value as Python's own."""
    kind = value.WhichOneof("value")
    if kind is None:
        return None
    if kind == "array_value":
        return [plain(item) for item in value.array_value.values]
    if kind == "kvlist_value":
        return {item.key: plain(item.value) for item in value.kvlist_value.values}
    return getattr(value, kind)


class Service:
    """One tenant's service behind one sink.

    Args:
        ring: The tag keys.
        tenant: Bound while spans are made; ``None`` for work that lost its tenant.
        profile: The sink's profile.
        resource: The service's resource.
    """

    def __init__(
        self,
        ring: KeyRing,
        tenant: RequestContext | None,
        profile: str = "shared",
        resource: Mapping[str, str] | None = None,
    ) -> None:
        self.wire = Wire()
        redactor = SpanRedactor(Config(), SinkConfig(profile=profile), ring)
        self.provider = TracerProvider(resource=Resource(resource or {}), shutdown_on_exit=False)
        self.provider.add_span_processor(TenantSpanProcessor(ring))
        exporter = RedactingSpanExporter(self.wire, redactor)
        self.provider.add_span_processor(SimpleSpanProcessor(exporter))
        self._tenant = tenant

    def bound(self) -> AbstractContextManager[object]:
        return nullcontext() if self._tenant is None else bind(self._tenant)

    def send(self, key: str, value: Any) -> str:
        """Export one span with one attribute, and return what the sink got, as text."""
        with self.bound():
            self.provider.get_tracer("svc").start_span("op", attributes={key: value}).end()
        return repr(self.wire.last)
