"""Sending a recorded trace through the real pipeline, with its own ids and times."""

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from opentelemetry import trace
from opentelemetry.context import Context
from opentelemetry.sdk.trace import ReadableSpan, SpanLimits, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.sdk.trace.id_generator import IdGenerator
from opentelemetry.sdk.trace.sampling import ALWAYS_ON
from opentelemetry.trace import Link, NonRecordingSpan, SpanContext, SpanKind, Status, StatusCode

from spanveil.config import Config
from spanveil.context import KeyRing, bind
from spanveil.processors import Counters, RedactingSpanExporter, SpanRedactor, TenantSpanProcessor
from spanveil.testing._canary import make_canaries
from spanveil.testing._snapshot import attributes_of


@dataclass(frozen=True, slots=True)
class RecordedSpan:
    """What a recording says of one span."""

    trace_id: int
    span_id: int
    parent_id: int
    name: str
    kind: SpanKind
    start: int
    end: int
    status: Status
    attributes: dict[str, Any]
    events: tuple[tuple[str, int, dict[str, Any]], ...]
    links: tuple[tuple[int, int, dict[str, Any]], ...]


def from_sdk(span: ReadableSpan) -> RecordedSpan:
    """Read a span of the SDK."""
    context, parent = span.get_span_context(), span.parent
    return RecordedSpan(
        trace_id=context.trace_id if context else 0,
        span_id=context.span_id if context else 0,
        parent_id=parent.span_id if parent else 0,
        name=span.name,
        kind=span.kind,
        start=span.start_time or 0,
        end=span.end_time or 0,
        status=span.status,
        attributes=dict(span.attributes or {}),
        events=tuple((e.name, e.timestamp, dict(e.attributes or {})) for e in span.events),
        links=tuple(
            (link.context.trace_id, link.context.span_id, dict(link.attributes or {}))
            for link in span.links
        ),
    )


def from_otlp(request: Any) -> Iterator[RecordedSpan]:
    """Read the spans of an OTLP export."""
    for resource in request.resource_spans:
        for scoped in resource.scope_spans:
            for span in scoped.spans:
                yield RecordedSpan(
                    trace_id=int.from_bytes(span.trace_id),
                    span_id=int.from_bytes(span.span_id),
                    parent_id=int.from_bytes(span.parent_span_id),
                    name=span.name,
                    # OTLP counts kinds from 1, with 0 for "unspecified".
                    kind=SpanKind(max(span.kind - 1, 0)),
                    start=span.start_time_unix_nano,
                    end=span.end_time_unix_nano,
                    status=Status(StatusCode(span.status.code)),
                    attributes=attributes_of(span.attributes),
                    events=tuple(
                        (e.name, e.time_unix_nano, attributes_of(e.attributes)) for e in span.events
                    ),
                    links=tuple(
                        (
                            int.from_bytes(link.trace_id),
                            int.from_bytes(link.span_id),
                            attributes_of(link.attributes),
                        )
                        for link in span.links
                    ),
                )


def redacted(spans: Sequence[RecordedSpan], config: Config | None) -> list[RecordedSpan]:
    """Return what a sink would get of the spans, in their order.

    They run as spans of one tenant, since without one the strict profile would hold, through the
    processor and the exporter of a service. The sink is the first of the configuration.
    """
    config = config or Config()
    keys = KeyRing([("k1", secrets.token_bytes(32))])
    counters, exporter, ids = Counters(), InMemorySpanExporter(), _Ids()
    provider = TracerProvider(
        sampler=ALWAYS_ON, id_generator=ids, span_limits=_unlimited(), shutdown_on_exit=False
    )
    provider.add_span_processor(TenantSpanProcessor(keys, counters))
    redactor = SpanRedactor(config, config.sinks[0], keys, counters)
    provider.add_span_processor(SimpleSpanProcessor(RedactingSpanExporter(exporter, redactor)))
    tracer = provider.get_tracer("spanveil.testing")
    with bind(make_canaries("replay")[0].context):
        for span in spans:
            ids.use(span.trace_id, span.span_id)
            _replay(tracer, span)
    provider.shutdown()
    return [from_sdk(span) for span in exporter.get_finished_spans()]


def _replay(tracer: trace.Tracer, span: RecordedSpan) -> None:
    parent = Context()
    if span.parent_id:
        remote = SpanContext(span.trace_id, span.parent_id, is_remote=False)
        parent = trace.set_span_in_context(NonRecordingSpan(remote), parent)
    live = tracer.start_span(
        span.name,
        parent,
        span.kind,
        span.attributes,
        [
            Link(SpanContext(trace_id, span_id, is_remote=True), attributes)
            for trace_id, span_id, attributes in span.links
        ],
        span.start,
    )
    for name, time, attributes in span.events:
        live.add_event(name, attributes, time)
    live.set_status(span.status)
    live.end(span.end)


class _Ids(IdGenerator):
    """Gives out the recorded ids."""

    def use(self, trace_id: int, span_id: int) -> None:
        self._trace_id, self._span_id = trace_id, span_id

    def generate_trace_id(self) -> int:
        return self._trace_id

    def generate_span_id(self) -> int:
        return self._span_id


def _unlimited() -> SpanLimits:
    unset = SpanLimits.UNSET
    return SpanLimits(
        max_span_attributes=unset,
        max_events=unset,
        max_links=unset,
        max_event_attributes=unset,
        max_link_attributes=unset,
        max_attribute_length=unset,
    )
