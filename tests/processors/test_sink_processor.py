"""The sinks' own batch processor gets spans without a view, and so must never let one out raw."""

from collections.abc import Callable
from typing import Any

import pytest
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import ReadableSpan, SpanProcessor, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.sampling import ALWAYS_OFF

from spanveil.context import KeyRing, RequestContext, bind
from spanveil.processors import RedactingSpanExporter, SpanRedactor, protect
from spanveil.processors._sink_processor import SinkSpanProcessor
from tests.processors.canaries import Canaries
from tests.processors.test_span_guard import Wire
from tests.processors.traces import plant, resource


class Writes(SpanProcessor):
    """Write to an ended span, which the next one reads."""

    def __init__(self, raw: str) -> None:
        self.raw = raw

    def on_end(self, span: ReadableSpan) -> None:
        span._name = self.raw


def sink_of(wire: Wire, ring: KeyRing) -> SinkSpanProcessor:
    return SinkSpanProcessor(RedactingSpanExporter(wire, SpanRedactor(key_ring=ring)))


def nothing(_: SinkSpanProcessor, __: Wire, ___: TracerProvider) -> None:
    pass


def other_exporter(sink: SinkSpanProcessor, wire: Wire, _: TracerProvider) -> None:
    sink._batch_processor._exporter = wire


def patched_on_end(sink: SinkSpanProcessor, wire: Wire, _: TracerProvider) -> None:
    sink.on_end = lambda span: wire.export([span]) and None  # type: ignore[method-assign]


def one_more(_: SinkSpanProcessor, wire: Wire, provider: TracerProvider) -> None:
    provider.add_span_processor(SimpleSpanProcessor(wire))


def a_list(_: SinkSpanProcessor, wire: Wire, provider: TracerProvider) -> None:
    multi: Any = provider._active_span_processor
    multi._span_processors = [*multi._span_processors]
    provider.get_tracer("t").start_span("warms up").end()
    multi._span_processors.append(SimpleSpanProcessor(wire))


MEDDLING: dict[str, Callable[[SinkSpanProcessor, Wire, TracerProvider], None]] = {
    "nothing": nothing,
    "another exporter is put in": other_exporter,
    "its on_end is replaced": patched_on_end,
    "one more processor comes": one_more,
    "a list in place of the tuple": a_list,
}


@pytest.mark.parametrize("meddling", MEDDLING)
def test_no_canary_leaves(
    meddling: str, tag_keys: KeyRing, canaries: Canaries, acme: RequestContext
) -> None:
    wire = Wire()
    provider = TracerProvider(resource=resource(canaries), shutdown_on_exit=False)
    protection = protect(provider)
    sink = sink_of(wire, tag_keys)
    provider.add_span_processor(sink)
    provider.get_tracer("t").start_span("before").end()
    MEDDLING[meddling](sink, wire, provider)
    with bind(acme):
        plant(provider, canaries)
    provider.force_flush()
    assert wire.spans >= 2
    assert canaries.found(wire.bytes) == []
    assert tag_keys.tag("acme").text.encode() in wire.bytes
    assert "events.processor_failed" not in protection.counters.snapshot()
    provider.shutdown()


def test_what_another_processor_writes_reaches_the_sink_redacted(
    tag_keys: KeyRing, canaries: Canaries, acme: RequestContext
) -> None:
    wire = Wire()
    provider = TracerProvider(resource=Resource({}), shutdown_on_exit=False)
    protect(provider)
    provider.add_span_processor(Writes(f"call {canaries['written']} about the loan"))
    provider.add_span_processor(sink_of(wire, tag_keys))
    with bind(acme):
        provider.get_tracer("t").start_span("plan").end()
    provider.force_flush()
    assert wire.spans == 1
    assert b"plan" not in wire.bytes
    assert canaries.found(wire.bytes) == []
    provider.shutdown()


def test_unsampled_spans_stay(tag_keys: KeyRing) -> None:
    wire = Wire()
    provider = TracerProvider(sampler=ALWAYS_OFF, resource=Resource({}), shutdown_on_exit=False)
    protect(provider)  # its self-test sends an unsampled span as well
    provider.add_span_processor(sink_of(wire, tag_keys))
    protect(provider)
    provider.get_tracer("t").start_span("s").end()
    provider.force_flush()
    assert wire.spans == 0
    provider.shutdown()
