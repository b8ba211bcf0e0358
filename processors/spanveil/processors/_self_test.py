"""Canaries through the real providers: a process whose guard does not hold does not run."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from opentelemetry._logs import LogRecord
from opentelemetry.exporter.otlp.proto.common._log_encoder import encode_logs
from opentelemetry.exporter.otlp.proto.common.metrics_encoder import encode_metrics
from opentelemetry.exporter.otlp.proto.common.trace_encoder import encode_spans
from opentelemetry.sdk._logs import (
    LoggerProvider,
    LogRecordProcessor,
    ReadableLogRecord,
    ReadWriteLogRecord,
)
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics._internal.measurement import Measurement
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace import ReadableSpan, Span, SpanProcessor, TracerProvider, _Span
from opentelemetry.sdk.util.instrumentation import InstrumentationScope
from opentelemetry.trace import Link, SpanContext, Status, StatusCode, TraceFlags, TraceState

from spanveil.processors._guards import choke_point
from spanveil.processors._log_view import SELF_TEST

_NAME: Final = "spanveil.self_test"


class UnguardedError(RuntimeError):
    """The self-test saw a canary, so that telemetry would leave this process unredacted.

    Args:
        position: Where it stood, such as ``span.attributes.value``.
    """

    def __init__(self, position: str) -> None:
        self.position = position
        super().__init__(
            f"the start-up self-test saw a canary unredacted at {position}: refusing to export. "
            "Something in this process reaches the providers by a way that the guard does not "
            "cover, or this OpenTelemetry SDK is newer than this release knows"
        )


class _Canaries:
    """One secret for each position of one signal."""

    def __init__(self, signal: str) -> None:
        self._signal = signal
        self._secrets: dict[str, str] = {}

    def __call__(self, position: str) -> str:
        letters = "".join(secrets.choice("bcdfghjklmnpqrstvwxz") for _ in range(16))
        self._secrets[position] = letters
        return f"nobody called {letters} writes from {letters}@self-test.invalid"

    def refuse_if_in(self, wire: bytes) -> None:
        for position, letters in self._secrets.items():
            if letters.encode() in wire:
                raise UnguardedError(f"{self._signal}.{position}")


def check_traces(provider: TracerProvider) -> None:
    """Send a span through a provider's processors.

    It is not sampled, so that the processors which export it leave it out.

    Raises:
        UnguardedError: A processor could read a canary, or saw no tag.
    """
    canaries = _Canaries("span")
    with _span_probe(provider) as probe:
        span = _canary_span(provider, canaries)
        span.start()
        span.add_event(canaries("event.name"), {"note": canaries("event.attribute")})
        span.set_status(Status(StatusCode.ERROR, canaries("status")))
        span.end()
    if not probe.seen:
        raise UnguardedError("span: a processor that was just added was not called")
    for wire in probe.seen:
        canaries.refuse_if_in(wire)


class _SpanProbe(SpanProcessor):
    """See what any processor can see, as an exporter would encode it."""

    def __init__(self) -> None:
        self.seen: list[bytes] = []

    def on_start(self, span: Span, parent_context: object = None) -> None:
        self.seen.append(encode_spans([span._readable_span()]).SerializeToString())

    def on_end(self, span: ReadableSpan) -> None:
        self.seen.append(encode_spans([span]).SerializeToString())
        self.seen.append(span.to_json().encode())


@contextmanager
def _span_probe(provider: TracerProvider) -> Iterator[_SpanProbe]:
    probe, processors = _SpanProbe(), choke_point(provider)
    # Not by the provider, whose method may do more: Phoenix drops its own exporter there.
    processors.add_span_processor(probe)
    try:
        yield probe
    finally:
        with processors._lock:
            kept = tuple(one for one in processors._span_processors if one is not probe)
            processors._span_processors = kept


def _canary_span(provider: TracerProvider, canaries: _Canaries) -> Span:
    state = TraceState([("self-test", canaries("trace_state"))])
    context = SpanContext(1, 1, False, TraceFlags(TraceFlags.DEFAULT), state)
    return _Span(
        canaries("name"),
        context,
        resource=provider.resource,
        attributes={
            "gen_ai.input.messages": canaries("attributes.content"),
            "note": canaries("attributes.value"),
            "map": {"a": [canaries("attributes.nested")]},
            "raw": canaries("attributes.bytes").encode(),
            canaries("attributes.key"): 1,
        },
        links=[Link(SpanContext(2, 2, True), {"note": canaries("link.attribute")})],
        span_processor=choke_point(provider),
        limits=provider._span_limits,
        instrumentation_scope=InstrumentationScope(canaries("scope.name"), ""),
    )


def check_logs(provider: LoggerProvider) -> None:
    """Send a log record through a provider's processors.

    Redacting exporters leave it out; one of another make exports it, redacted.

    Raises:
        UnguardedError: A processor could read a canary.
    """
    canaries, processors, probe = _Canaries("log"), choke_point(provider), _LogProbe()
    record = ReadWriteLogRecord(
        LogRecord(
            body={"a": [canaries("body")]},
            attributes={"note": canaries("attributes.value"), canaries("attributes.key"): 1},
            event_name=canaries("event_name"),
            severity_text=canaries("severity_text"),
        ),
        resource=provider.resource,
        instrumentation_scope=InstrumentationScope(canaries("scope.name"), ""),
    )
    vars(record)[SELF_TEST] = True
    processors.add_log_record_processor(probe)
    try:
        processors.on_emit(record)
    finally:
        with processors._lock:
            kept = tuple(one for one in processors._log_record_processors if one is not probe)
            processors._log_record_processors = kept
    if not probe.seen:
        raise UnguardedError("log: a processor that was just added was not called")
    for wire in probe.seen:
        canaries.refuse_if_in(wire)


class _LogProbe(LogRecordProcessor):
    """See what any processor can see, as an exporter would encode it."""

    def __init__(self) -> None:
        self.seen: list[bytes] = []

    def on_emit(self, log_record: ReadWriteLogRecord) -> None:
        resource: Any = log_record.resource
        readable = ReadableLogRecord(
            log_record.log_record, resource, log_record.instrumentation_scope
        )
        self.seen.append(encode_logs([readable]).SerializeToString())

    def shutdown(self) -> None:
        """Do nothing."""

    def force_flush(self, timeout_millis: int = 30_000) -> bool:
        return True


def check_metrics(provider: MeterProvider) -> None:
    """Add a reader to a provider, and measure for it alone.

    Raises:
        UnguardedError: The reader could read a canary.
    """
    canaries, consumer = _Canaries("metric"), choke_point(provider)
    reader = InMemoryMetricReader()
    provider.add_metric_reader(reader)
    try:
        meter = provider.get_meter(_NAME)
        counter: Any = meter.create_counter(_NAME, description=canaries("description"))
        attributes = {"note": canaries("attributes.value"), canaries("attributes.key"): 1}
        reader.collect()
        if hasattr(counter, "instrumentation_scope"):  # not where metrics are disabled
            measurement = Measurement(1, 1, counter, {}, attributes)  # type: ignore[arg-type]
            consumer._reader_storages[reader].consume_measurement(measurement, True)
        data = reader.get_metrics_data()
    finally:
        provider.remove_metric_reader(reader)
    if data is not None:
        canaries.refuse_if_in(encode_metrics(data).SerializeToString())
