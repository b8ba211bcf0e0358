"""The guard holds whatever is registered, in whichever order and way."""

import copy
import json
import pickle
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from opentelemetry import trace
from opentelemetry.context import Context
from opentelemetry.exporter.otlp.proto.common.trace_encoder import encode_spans
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import (
    ConcurrentMultiSpanProcessor,
    ReadableSpan,
    Span,
    SpanProcessor,
    SynchronousMultiSpanProcessor,
    TracerProvider,
)
from opentelemetry.sdk.trace.export import (
    BatchSpanProcessor,
    SimpleSpanProcessor,
    SpanExporter,
    SpanExportResult,
)

from spanveil.config import Config, ConfigError, GuardConfig
from spanveil.context import KeyRing, RequestContext, bind
from spanveil.processors import Protection, UnguardedError, protect
from spanveil.redaction import Redactor
from tests.processors.canaries import Canaries
from tests.processors.traces import plant, resource


class Wire(SpanExporter):
    """The serialized form of everything that an exporter was given."""

    def __init__(self) -> None:
        self.bytes = b""
        self.spans = 0

    def export(self, spans: Any) -> SpanExportResult:
        self.spans += len(spans)
        self.bytes += encode_spans(spans).SerializeToString()
        for span in spans:
            with suppress(TypeError):  # the SDK's own method knows no bytes
                self.bytes += span.to_json().encode()
        return SpanExportResult.SUCCESS

    def shutdown(self) -> None:
        pass


class AtStart(SpanProcessor):
    """Export from ``on_start``, as Logfire does for pending spans."""

    def __init__(self, wire: Wire) -> None:
        self.wire = wire

    def on_start(self, span: Span, parent_context: Context | None = None) -> None:
        self.wire.export([span._readable_span()])
        self.wire.export([span])
        assert span.attributes is not None
        self.wire.bytes += repr([*span.attributes.items(), span.name, span]).encode()


class AtEnding(AtStart):
    on_start = SpanProcessor.on_start

    def _on_ending(self, span: Span) -> None:
        super().on_start(span)


class KeepsTheLiveSpan(SpanProcessor):
    def __init__(self, wire: Wire) -> None:
        self.wire = wire
        self.kept: list[Span] = []

    def on_start(self, span: Span, parent_context: Context | None = None) -> None:
        self.kept.append(span)

    def on_end(self, span: ReadableSpan) -> None:
        kept = self.kept.pop()
        self.wire.export([kept])
        self.wire.bytes += repr(
            [kept._attributes, kept._events, kept._links, kept._status, kept._name]
        ).encode()


class Unfreezes(SpanProcessor):
    """Write to an ended span, as older Traceloop and OpenInference processors do."""

    def __init__(self, wire: Wire, raw: str) -> None:
        self.wire = wire
        self.raw = raw

    def on_end(self, span: ReadableSpan) -> None:
        span._attributes._immutable = False  # type: ignore[union-attr]
        span._attributes["note.added"] = self.raw  # type: ignore[index]
        span._name = self.raw
        self.wire.export([span])


class CopiesAround(SpanProcessor):
    def __init__(self, wire: Wire) -> None:
        self.wire = wire

    def on_end(self, span: ReadableSpan) -> None:
        self.wire.export([copy.copy(span), copy.deepcopy(span)])
        self.wire.bytes += repr(vars(span)).encode() + repr(span.__reduce_ex__(4)).encode()
        with suppress(TypeError):  # the SDK's resource holds a lock
            self.wire.bytes += pickle.dumps(span)
        self.wire.bytes += json.dumps(dict(span.attributes or {})).encode()


def batch(wire: Wire) -> BatchSpanProcessor:
    return BatchSpanProcessor(wire)


def edits_the_tuple(provider: TracerProvider, processor: SpanProcessor) -> None:
    """Register as OpenLIT does, around the public method."""
    multi = provider._active_span_processor
    multi._span_processors = (processor, *multi._span_processors)


def replaces_methods(provider: TracerProvider, processor: SpanProcessor) -> None:
    """Hook an innocent processor on the instance, as Traceloop does."""
    innocent = SimpleSpanProcessor(Wire())
    innocent.on_start = processor.on_start  # type: ignore[method-assign]
    innocent.on_end = processor.on_end  # type: ignore[method-assign]
    innocent._on_ending = processor._on_ending  # type: ignore[method-assign]
    innocent.force_flush = processor.force_flush  # type: ignore[method-assign]
    provider.add_span_processor(innocent)


PROCESSORS: dict[str, Callable[[Wire, Canaries], SpanProcessor]] = {
    "batch": lambda wire, _: batch(wire),
    "simple": lambda wire, _: SimpleSpanProcessor(wire),
    "exports at start": lambda wire, _: AtStart(wire),
    "exports while ending": lambda wire, _: AtEnding(wire),
    "keeps the live span": lambda wire, _: KeepsTheLiveSpan(wire),
    "unfreezes": lambda wire, canaries: Unfreezes(wire, canaries.prose("added")),
    "copies": lambda wire, _: CopiesAround(wire),
}
WAYS: dict[str, Callable[[TracerProvider, SpanProcessor], None]] = {
    "registers": lambda provider, processor: provider.add_span_processor(processor),
    "edits the tuple": edits_the_tuple,
    "replaces methods": replaces_methods,
}


@pytest.fixture
def protection(tag_keys: KeyRing) -> Protection:
    return protect()


def scoped_trace(provider: TracerProvider, canaries: Canaries, bound: RequestContext) -> None:
    with bind(bound):
        plant(provider, canaries)
    provider.force_flush()


@pytest.mark.parametrize("processor", PROCESSORS)
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("multi", "before"),
    [
        (SynchronousMultiSpanProcessor, True),
        (SynchronousMultiSpanProcessor, False),
        (ConcurrentMultiSpanProcessor, True),
    ],
)
def test_no_processor_reads_a_canary(
    processor: str,
    way: str,
    before: bool,
    multi: Callable[[], Any],
    tag_keys: KeyRing,
    canaries: Canaries,
    acme: RequestContext,
) -> None:
    wire, other = Wire(), Wire()
    provider = TracerProvider(
        resource=resource(canaries), active_span_processor=multi(), shutdown_on_exit=False
    )
    if not before:
        protection = protect(provider)
    WAYS[way](provider, PROCESSORS[processor](wire, canaries))
    provider.add_span_processor(SimpleSpanProcessor(other))
    if before:
        protection = protect(provider)
    scoped_trace(provider, canaries, acme)
    assert wire.spans >= 1
    assert canaries.found(wire.bytes + other.bytes) == []
    assert tag_keys.tag("acme").text.encode() in other.bytes
    assert "events.processor_failed" not in protection.counters.snapshot()


@pytest.mark.parametrize("processor", PROCESSORS)
def test_without_spanveil_each_of_them_exports_canaries(
    processor: str, canaries: Canaries, acme: RequestContext
) -> None:
    if processor == "unfreezes":
        pytest.skip("the SDK's own name field has no guard to show")
    wire = Wire()
    provider = TracerProvider(resource=resource(canaries), shutdown_on_exit=False)
    provider.add_span_processor(PROCESSORS[processor](wire, canaries))
    try:
        scoped_trace(provider, canaries, acme)
    except TypeError:
        assert processor == "copies"  # the SDK's spans cannot be copied
        return
    assert len(canaries.found(wire.bytes)) > 5


def test_a_provider_made_later_is_guarded(
    protection: Protection, canaries: Canaries, acme: RequestContext, tag_keys: KeyRing
) -> None:
    class Derived(TracerProvider):
        def __init__(self) -> None:
            super().__init__(resource=resource(canaries), shutdown_on_exit=False)

    wire = Wire()
    provider = Derived()
    provider.add_span_processor(batch(wire))
    scoped_trace(provider, canaries, acme)
    assert canaries.found(wire.bytes) == []
    assert tag_keys.tag("acme").text.encode() in wire.bytes


def test_a_provider_that_a_library_keeps_to_itself_is_found(
    tag_keys: KeyRing, canaries: Canaries, acme: RequestContext
) -> None:
    wire = Wire()
    hidden = [TracerProvider(resource=resource(canaries), shutdown_on_exit=False)]
    hidden[0].add_span_processor(SimpleSpanProcessor(wire))
    tracer = hidden[0].get_tracer("handed out before")
    protect()
    with bind(acme):
        tracer.start_span(canaries.prose("name")).end()
        plant(hidden[0], canaries)
    assert wire.spans == 2
    assert canaries.found(wire.bytes) == []


def test_a_span_that_was_started_before_is_guarded_at_its_end(
    tag_keys: KeyRing, canaries: Canaries
) -> None:
    wire = Wire()
    provider = TracerProvider(resource=Resource({}), shutdown_on_exit=False)
    provider.add_span_processor(SimpleSpanProcessor(wire))
    span = provider.get_tracer("t").start_span(canaries.prose("name"))
    protect(provider)
    span.end()
    assert wire.spans == 1
    assert canaries.found(wire.bytes) == []


def test_a_multi_processor_of_the_users_own(
    tag_keys: KeyRing, canaries: Canaries, acme: RequestContext
) -> None:
    class Reversed(SynchronousMultiSpanProcessor):
        def on_end(self, span: ReadableSpan) -> None:
            for processor in reversed(self._span_processors):
                processor.on_end(span)

    wire = Wire()
    provider = TracerProvider(
        resource=resource(canaries),
        active_span_processor=Reversed(),  # type: ignore[no-untyped-call]
        shutdown_on_exit=False,
    )
    provider.add_span_processor(SimpleSpanProcessor(wire))
    protect(provider)
    scoped_trace(provider, canaries, acme)
    assert wire.spans == 1
    assert canaries.found(wire.bytes) == []


class Slotted(SpanProcessor):
    """A multi-processor whose class cannot be changed."""

    __slots__ = ("inner",)

    def __init__(self, inner: SpanProcessor) -> None:
        self.inner = inner

    def __setattr__(self, name: str, value: object) -> None:
        if name == "__class__":
            raise TypeError("fixed")
        object.__setattr__(self, name, value)

    def on_end(self, span: ReadableSpan) -> None:
        self.inner.on_end(span)


def test_what_cannot_be_guarded_is_refused_or_silenced(
    fresh_globals: None, tag_keys: KeyRing, canaries: Canaries
) -> None:
    wire = Wire()
    strange: Any = Slotted(SimpleSpanProcessor(wire))
    provider = TracerProvider(active_span_processor=strange, shutdown_on_exit=False)
    with pytest.raises(ConfigError, match="Slotted"):
        protect(provider)
    provider._active_span_processor = SynchronousMultiSpanProcessor()  # type: ignore[no-untyped-call]
    protection = protect()
    later = TracerProvider(active_span_processor=strange, shutdown_on_exit=False)
    later.get_tracer("t").start_span(canaries.prose("name")).end()
    assert wire.bytes == b""
    assert protection.counters.snapshot()["events.unguarded"] == 1


def test_isinstance_and_introspection_go_on_working(protection: Protection) -> None:
    """Phoenix and Arize look at the processors and their exporters."""
    provider = TracerProvider(shutdown_on_exit=False)
    processor = SimpleSpanProcessor(Wire())
    provider.add_span_processor(processor)
    multi = provider._active_span_processor
    assert isinstance(multi, SynchronousMultiSpanProcessor)
    assert type(multi).__name__ == "SynchronousMultiSpanProcessor"
    assert multi._span_processors == (processor,)


class Reader(SpanProcessor):
    """Read as processors do that decide by a span's attributes."""

    def __init__(self) -> None:
        self.read: list[Any] = []

    def on_start(self, span: Span, parent_context: Context | None = None) -> None:
        span.set_attribute("app.written", "started")
        assert span.is_recording()
        assert isinstance(span, Span)
        assert trace.get_current_span(trace.set_span_in_context(span)) is span

    def on_end(self, span: ReadableSpan) -> None:
        attributes = span.attributes
        assert attributes is not None
        self.read = [
            attributes.get("gen_ai.request.model"),
            attributes.get("note"),
            attributes.get("absent"),
            "note" in attributes,
            "absent" in attributes,
            attributes.get("app.written"),
            len(attributes) == len(list(attributes)),
            span.instrumentation_scope.name if span.instrumentation_scope else None,
            isinstance(span, ReadableSpan),
        ]


def test_a_processor_reads_safe_facts_and_what_it_wrote(
    protection: Protection, acme: RequestContext
) -> None:
    reader = Reader()
    provider = TracerProvider(shutdown_on_exit=False)
    provider.add_span_processor(reader)
    with bind(acme):
        facts = {"gen_ai.request.model": "gpt-4o", "note": "Alice Example is very ill today"}
        provider.get_tracer("my.scope").start_span("s", attributes=facts).end()
    assert "events.processor_failed" not in protection.counters.snapshot()
    assert reader.read[0] == "gpt-4o"
    assert str(reader.read[1]).startswith("[redacted:")
    assert reader.read[2:] == [None, True, False, "started", True, "my.scope", True]


def test_one_redaction_serves_all_who_read(protection: Protection, acme: RequestContext) -> None:
    wires = [Wire() for _ in range(4)]
    provider = TracerProvider(shutdown_on_exit=False)
    for wire in wires:
        provider.add_span_processor(SimpleSpanProcessor(wire))
    with bind(acme):
        provider.get_tracer("t").start_span("s").end()
    assert [wire.spans for wire in wires] == [1] * 4
    assert protection.counters.snapshot()["events.items"] == 1


def test_what_a_processor_raises_stays_with_it(protection: Protection) -> None:
    class Broken(SpanProcessor):
        def on_start(self, span: Span, parent_context: Context | None = None) -> None:
            raise OSError

        def on_end(self, span: ReadableSpan) -> None:
            raise OSError

    wire = Wire()
    provider = TracerProvider(shutdown_on_exit=False)
    provider.add_span_processor(Broken())
    provider.add_span_processor(SimpleSpanProcessor(wire))
    provider.get_tracer("t").start_span("s").end()
    assert wire.spans == 1
    assert protection.counters.snapshot()["events.processor_failed"] == 2


@pytest.mark.parametrize("method", ["attributes", "name", "text", "_treat"])
@pytest.mark.parametrize("processor", PROCESSORS)
def test_no_processor_reads_a_canary_when_redaction_raises(
    method: str,
    processor: str,
    protection: Protection,
    canaries: Canaries,
    acme: RequestContext,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def raising(*_: Any, **__: Any) -> Any:
        raise ArithmeticError

    wire = Wire()
    provider = TracerProvider(resource=resource(canaries), shutdown_on_exit=False)
    provider.add_span_processor(PROCESSORS[processor](wire, canaries))
    monkeypatch.setattr(Redactor, method, raising)
    scoped_trace(provider, canaries, acme)
    assert canaries.found(wire.bytes) == []


class ReadsTheCurrentSpan(SpanProcessor):
    """Get hold of a span by another way than a hook's argument."""

    def __init__(self) -> None:
        self.seen = b""

    def on_end(self, span: ReadableSpan) -> None:
        recorded: Any = trace.get_current_span()
        self.seen += repr([recorded._name, recorded._attributes, recorded._status]).encode()
        self.seen += repr([event.attributes for event in recorded._events]).encode()


@pytest.mark.parametrize("strict", [True, False])
def test_strict_mode_redacts_the_recorded_span_itself(
    strict: bool, tag_keys: KeyRing, canaries: Canaries, acme: RequestContext
) -> None:
    wire, sly = Wire(), ReadsTheCurrentSpan()
    protect(config=Config(guard=GuardConfig(strict=strict)))
    provider = TracerProvider(shutdown_on_exit=False)
    provider.add_span_processor(sly)
    provider.add_span_processor(SimpleSpanProcessor(wire))
    with bind(acme):
        span = provider.get_tracer("t").start_span(canaries.prose("name"))
        with trace.use_span(span):
            span.set_attribute("note", canaries.prose("value"))
            span.add_event("e", {"note": canaries.prose("event")})
            span.end()
    assert canaries.found(sly.seen) == ([] if strict else ["event", "name", "value"])
    assert canaries.found(wire.bytes) == []
    assert tag_keys.tag("acme").text.encode() in wire.bytes


class TestSelfTest:
    def test_it_refuses_and_silences_when_redaction_does_nothing(
        self, tag_keys: KeyRing, canaries: Canaries, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from spanveil.processors._span import SpanRedactor

        wire = Wire()
        provider = TracerProvider(shutdown_on_exit=False)
        provider.add_span_processor(SimpleSpanProcessor(wire))
        with monkeypatch.context() as broken:
            broken.setattr(SpanRedactor, "__call__", lambda _, span: span)
            with pytest.raises(UnguardedError, match=r"span\.trace_state|span\.name") as refused:
                protect(provider)
        assert refused.value.position.startswith("span.")
        provider.get_tracer("t").start_span(canaries.prose("name")).end()
        assert wire.bytes == b""

    def test_it_names_the_position(
        self, tag_keys: KeyRing, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from spanveil.processors import _span as module

        monkeypatch.setattr(module, "_status", lambda _redactor, status, *_: status)
        with pytest.raises(UnguardedError, match=r"at span\.status:"):
            protect(TracerProvider(shutdown_on_exit=False))

    def test_it_leaves_nothing_behind(self, tag_keys: KeyRing) -> None:
        wire = Wire()
        provider = TracerProvider(shutdown_on_exit=False)
        processor = SimpleSpanProcessor(wire)
        provider.add_span_processor(processor)
        protection = protect(provider)
        assert provider._active_span_processor._span_processors == (processor,)
        assert wire.spans == 0
        assert protection.counters.snapshot() == {}


def test_after_shutdown_the_classes_are_the_sdks_own(tag_keys: KeyRing) -> None:
    original = TracerProvider.__init__
    provider = TracerProvider(shutdown_on_exit=False)
    protection = protect(provider)
    assert type(provider._active_span_processor) is not SynchronousMultiSpanProcessor
    protection.shutdown()
    assert type(provider._active_span_processor) is SynchronousMultiSpanProcessor
    assert TracerProvider.__init__ is original
