"""Whatever an application puts into a span: bounded, never exported raw, and never raised."""

import json
import logging
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opentelemetry.exporter.otlp.proto.common.trace_encoder import encode_spans
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import Event, ReadableSpan, SpanLimits, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor, SpanExporter, SpanExportResult
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import Link, SpanContext, SpanKind, Status, StatusCode

from spanveil.context import KeyRing, RequestContext, bind
from spanveil.processors import Counters, RedactingSpanExporter, SpanRedactor, TenantSpanProcessor

TEXT = "Alice Example has a rare illness, and no insurance at all"


def nested(depth: int, leaf: str) -> str:
    return '{"a":' * depth + json.dumps(leaf) + "}" * depth


CYCLE: dict[str, Any] = {"text": TEXT}
CYCLE["self"] = [CYCLE]


class Unprintable:
    def __str__(self) -> str:
        raise OSError(TEXT)

    __repr__ = __str__


VALUES: dict[str, Any] = {
    "megabyte": TEXT * 32_000,
    "megabyte of JSON": json.dumps([{"role": "user", "content": TEXT}] * 16_000),
    "deep JSON": nested(10_000, TEXT),
    "deep but closed early": "[" * 10_000 + TEXT,
    "JSON in JSON in JSON": json.dumps(json.dumps(json.dumps({"a": TEXT}))),
    "lone surrogate": TEXT + "\ud800",
    "NUL": TEXT + "\0",
    "bytes": TEXT.encode("utf-16"),
    "invalid UTF-8": b"\xff\xfe" + TEXT.encode(),
    "huge integer": int.from_bytes(TEXT.encode(), "big"),
    "NaN": float("nan"),
    "infinity": float("-inf"),
    "a thousand parts": [TEXT] * 1_000,
    "mixed": [TEXT, 1, None, {"a": TEXT.encode(), TEXT: [TEXT]}],
    "surrogate in JSON": json.dumps({"a\ud800": TEXT + "\udfff"}),
    "number beyond floats": '{"a": 1e999, "b": "' + TEXT + '"}',
}
KEYS = {
    "unknown": "app.note",
    "safe": "gen_ai.request.model",
    "number": "gen_ai.usage.input_tokens",
    "prompt": "gen_ai.input.messages",
    "identifier": "user.id",
    "hostile": TEXT + "\ud800",
}


class Output:
    """The serialized form of what was exported, and what the exporter said."""

    def __init__(self) -> None:
        self.memory = InMemorySpanExporter()
        self.counters = Counters()
        self.exporter = RedactingSpanExporter(self.memory, SpanRedactor(counters=self.counters))

    @property
    def wire(self) -> bytes:
        serialized: bytes = encode_spans(self.memory.get_finished_spans()).SerializeToString()
        return serialized

    def assert_clean(self) -> None:
        views = self.wire, self.wire.replace(b"\0", b"")
        assert not any(word in view for view in views for word in (b"Alice", b"illness"))


@pytest.fixture
def output() -> Output:
    return Output()


@pytest.fixture(autouse=True)
def no_error_is_logged(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """The OTLP encoder logs what it cannot encode, with the value."""
    with caplog.at_level(logging.WARNING, "opentelemetry.exporter"):
        yield
    # An SDK before 1.45 says, without the value, that it cannot decode bytes.
    records = [one for one in caplog.get_records("call") if one.name != "opentelemetry.attributes"]
    assert records == []


def traced(output: Output, ring: KeyRing) -> TracerProvider:
    limits = SpanLimits(max_span_attributes=SpanLimits.UNSET)
    provider = TracerProvider(resource=Resource({}), span_limits=limits, shutdown_on_exit=False)
    provider.add_span_processor(TenantSpanProcessor(ring))
    provider.add_span_processor(SimpleSpanProcessor(output.exporter))
    return provider


@pytest.mark.filterwarnings("ignore::UserWarning")
@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("value", VALUES)
def test_hostile_values(
    key: str, value: str, output: Output, ring: KeyRing, acme: RequestContext
) -> None:
    tracer = traced(output, ring).get_tracer("t")
    attributes = {KEYS[key]: VALUES[value]}
    with bind(acme):
        span = tracer.start_span("s", attributes=attributes)
        span.add_event("e", attributes)
        span.add_link(SpanContext(1, 2, False), attributes)
        span.end()
    output.assert_clean()
    assert len(output.wire) < 100_000 + 200 * 16_000, "the size is bounded by the structure"
    assert output.counters.snapshot()["events.items"] == 1


def hand_made(**fields: Any) -> ReadableSpan:
    """A span that no tracer has cleaned, as a processor or a replay tool makes it."""
    defaults = {"name": "s", "context": SpanContext(1, 2, False), "resource": Resource({})}
    return ReadableSpan(**{**defaults, **fields})


HAND_MADE: dict[str, Callable[[], ReadableSpan]] = {
    "cyclic map": lambda: hand_made(attributes={"app.note": CYCLE}),
    "cyclic map under a content key": lambda: hand_made(
        attributes={"gen_ai.input.messages": [CYCLE]}
    ),
    "cyclic list under a safe key": lambda: hand_made(
        attributes={"gen_ai.request.model": [CYCLE, [CYCLE]]}
    ),
    "an object as a value": lambda: hand_made(attributes={"app.note": Unprintable()}),
    "an object as a key": lambda: hand_made(attributes={Unprintable(): TEXT}),
    "an integer as a key": lambda: hand_made(attributes={1: TEXT}),
    "attributes of a wrong type": lambda: hand_made(attributes=TEXT),
    "an object as the name": lambda: hand_made(name=Unprintable()),
    "no name": lambda: hand_made(name=None),
    "surrogates in names": lambda: hand_made(
        name=TEXT + "\ud800", events=[Event(TEXT + "\udfff", {"\ud800": TEXT})]
    ),
    "a text as a time": lambda: hand_made(start_time=TEXT, end_time=-1),
    "a text as an event's time": lambda: hand_made(events=[Event("e", {}, TEXT)]),  # type: ignore[arg-type]
    "a text as an event": lambda: hand_made(events=[TEXT]),
    "a text as a status": lambda: hand_made(status=TEXT),
    "a text as a link": lambda: hand_made(links=[TEXT]),
    "a link without a context": lambda: hand_made(
        links=[Link(None, {"a": TEXT})]  # type: ignore[arg-type]
    ),
    "no context": lambda: hand_made(context=None, attributes={"a": TEXT}),
    "a text as the context": lambda: hand_made(context=TEXT),
    "a text as the kind": lambda: hand_made(kind=TEXT),
    "a text as the resource": lambda: hand_made(resource=TEXT),
    "a text as the scope": lambda: hand_made(instrumentation_scope=TEXT),
}


@pytest.mark.parametrize("case", HAND_MADE)
def test_spans_that_no_tracer_has_cleaned(case: str, output: Output) -> None:
    good = hand_made(name="chat")
    assert output.exporter.export([HAND_MADE[case](), good]) is SpanExportResult.SUCCESS
    spans = output.memory.get_finished_spans()
    assert spans[-1].name == "chat", "one bad span does not cost the others"
    wire = b"".join(
        encode_spans([span]).SerializeToString() for span in spans if span.context is not None
    )
    assert b"Alice" not in wire
    assert not any("Alice" in str(vars(span)) for span in spans)


ANY_VALUE = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.binary(max_size=40)
    | st.text(max_size=40)
    | st.just(TEXT)
    | st.text(max_size=8).map(lambda text: text + TEXT + text)
    | st.just(nested(3, TEXT)),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(list(KEYS.values())) | st.text(min_size=1), ANY_VALUE, max_size=6
    ),
    st.text() | st.just(TEXT),
)
def test_any_value(attributes: Mapping[str, Any], text: str) -> None:
    output = Output()
    span = hand_made(
        name=text + TEXT,
        attributes=attributes,
        events=[Event(text + TEXT, attributes)],
        links=[Link(SpanContext(3, 4, True), attributes)],
        status=Status(StatusCode.ERROR, text + TEXT),
        kind=SpanKind.CLIENT,
    )
    assert output.exporter.export([span]) is SpanExportResult.SUCCESS
    output.assert_clean()


class BrokenExporter(SpanExporter):
    def export(self, spans: Any) -> SpanExportResult:
        raise ConnectionError(TEXT)

    def shutdown(self) -> None:
        raise ConnectionError(TEXT)

    def force_flush(self, timeout_millis: int = 30_000) -> bool:
        raise ConnectionError(TEXT)


class BrokenRing:
    def tag(self, tenant_id: str) -> Any:
        raise KeyError(tenant_id)


def test_a_broken_exporter_and_a_broken_key_ring_go_unnoticed(
    acme: RequestContext, caplog: pytest.LogCaptureFixture
) -> None:
    counters = Counters()
    exporter = RedactingSpanExporter(BrokenExporter(), SpanRedactor(counters=counters))
    provider = TracerProvider(resource=Resource({}), shutdown_on_exit=False)
    provider.add_span_processor(TenantSpanProcessor(BrokenRing(), counters))  # type: ignore[arg-type]
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    with bind(acme), provider.get_tracer("t").start_as_current_span("s"):
        pass
    assert provider.force_flush() in (True, False)
    assert exporter.force_flush() is False
    provider.shutdown()
    counts = counters.snapshot()
    assert counts["events.tagging_failed"] == 1
    assert counts["events.unscoped"] == 1
    assert counts["events.export_failed"] == 3
    assert TEXT not in caplog.text
