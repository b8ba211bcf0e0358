"""Real clients against a real gateway with real sinks."""

from collections.abc import Callable
from typing import Any

import pytest
from opentelemetry._logs import LogRecord
from opentelemetry.exporter.otlp.proto.grpc._log_exporter import (
    OTLPLogExporter as GrpcLogExporter,
)
from opentelemetry.exporter.otlp.proto.grpc.metric_exporter import (
    OTLPMetricExporter as GrpcMetricExporter,
)
from opentelemetry.exporter.otlp.proto.grpc.trace_exporter import (
    OTLPSpanExporter as GrpcSpanExporter,
)
from opentelemetry.exporter.otlp.proto.http import Compression
from opentelemetry.exporter.otlp.proto.http._log_exporter import (
    OTLPLogExporter as HttpLogExporter,
)
from opentelemetry.exporter.otlp.proto.http.metric_exporter import (
    OTLPMetricExporter as HttpMetricExporter,
)
from opentelemetry.exporter.otlp.proto.http.trace_exporter import (
    OTLPSpanExporter as HttpSpanExporter,
)
from opentelemetry.sdk._logs import LoggerProvider
from opentelemetry.sdk._logs.export import SimpleLogRecordProcessor
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import PeriodicExportingMetricReader
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.trace import Status, StatusCode

from spanveil.gateway import Signal
from tests.gateway.processes import PATIENCE

CANARY = "Jane Roe asked about her loan"
SAFE_RESOURCE = Resource({"service.name": "shop"})


def exporters(gateway: Any, transport: str) -> tuple[Any, Any, Any]:
    if transport == "grpc":
        how: dict[str, Any] = {"endpoint": gateway.grpc, "insecure": True, "timeout": PATIENCE}
        return GrpcSpanExporter(**how), GrpcLogExporter(**how), GrpcMetricExporter(**how)
    compression = {"gzip": Compression.Gzip, "deflate": Compression.Deflate}.get(
        transport, Compression.NoCompression
    )
    how = {"compression": compression, "timeout": PATIENCE}
    return (
        HttpSpanExporter(f"{gateway.http}/v1/traces", **how),
        HttpLogExporter(f"{gateway.http}/v1/logs", **how),
        HttpMetricExporter(f"{gateway.http}/v1/metrics", **how),
    )


def send_all_signals(spans: Any, logs: Any, metrics: Any) -> None:
    tracers = TracerProvider(resource=SAFE_RESOURCE)
    tracers.add_span_processor(SimpleSpanProcessor(spans))
    with tracers.get_tracer("shop").start_as_current_span("chat gpt-4o") as span:
        span.set_attribute("gen_ai.request.model", "gpt-4o")
        span.set_attribute("gen_ai.input.messages", CANARY)
        span.add_event("note", {"text": CANARY})
        span.set_status(Status(StatusCode.ERROR, CANARY))
    tracers.shutdown()
    loggers = LoggerProvider(resource=SAFE_RESOURCE)
    loggers.add_log_record_processor(SimpleLogRecordProcessor(logs))
    loggers.get_logger("shop").emit(LogRecord(body={"said": CANARY}, attributes={"n": 1}))
    loggers.shutdown()
    meters = MeterProvider([PeriodicExportingMetricReader(metrics)], SAFE_RESOURCE)
    meters.get_meter("shop").create_counter("requests").add(1, {"user": CANARY})
    meters.shutdown()


@pytest.mark.parametrize("transport", ["grpc", "http", "gzip", "deflate"])
@pytest.mark.parametrize("on_disk", [True, False])
def test_the_python_sdk_sends_all_signals_through(
    transport: str,
    on_disk: bool,
    grpc_sink: Any,
    http_sink: Any,
    configured: Callable[..., Any],
    running: Callable[..., Any],
) -> None:
    queue = {} if on_disk else {"directory": None}
    gateway = running(configured(grpc_sink, http_sink, queue=queue))
    send_all_signals(*exporters(gateway, transport))
    for sink in (grpc_sink, http_sink):
        sink.wait(lambda sink=sink: len(sink.received) >= 3)
        assert {signal for signal, _ in sink.received} == set(Signal)
        assert CANARY.encode() not in sink.wire
        (span,) = sink.spans()
        attributes = {pair.key: pair.value.string_value for pair in span.attributes}
        assert attributes["gen_ai.request.model"] == "gpt-4o"
        assert attributes["gen_ai.input.messages"].startswith("[redacted")
        assert span.name == "chat gpt-4o"
