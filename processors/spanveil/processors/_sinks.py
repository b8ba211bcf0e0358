"""Exporters for the configured sinks: OTLP as OpenTelemetry ships it, for the three signals."""

from importlib import import_module
from typing import Any, Final

from opentelemetry.sdk._logs.export import LogRecordExporter
from opentelemetry.sdk.metrics.export import MetricExporter
from opentelemetry.sdk.trace.export import SpanExporter

from spanveil.config import SinkConfig

_EXPORTERS: Final = {
    "traces": ("trace_exporter", "OTLPSpanExporter"),
    "logs": ("_log_exporter", "OTLPLogExporter"),
    "metrics": ("metric_exporter", "OTLPMetricExporter"),
}


def span_exporter(sink: SinkConfig) -> SpanExporter:
    """Return the OTLP exporter of a sink's traces.

    What the sink leaves open is decided by the standard ``OTEL_EXPORTER_OTLP_*`` variables.
    """
    exporter: SpanExporter = _exporter(sink, "traces")
    return exporter


def log_exporter(sink: SinkConfig) -> LogRecordExporter:
    """Return the OTLP exporter of a sink's logs."""
    exporter: LogRecordExporter = _exporter(sink, "logs")
    return exporter


def metric_exporter(sink: SinkConfig) -> MetricExporter:
    """Return the OTLP exporter of a sink's metrics."""
    exporter: MetricExporter = _exporter(sink, "metrics")
    return exporter


def _exporter(sink: SinkConfig, signal: str) -> Any:
    module, name = _EXPORTERS[signal]
    transport = "grpc" if sink.protocol == "grpc" else "http"
    # Imported where it is used: each transport costs a start-up some 100 ms.
    exporter = getattr(
        import_module(f"opentelemetry.exporter.otlp.proto.{transport}.{module}"), name
    )
    headers = {key: value.get_secret_value() for key, value in sink.headers.items()} or None
    endpoint = None if sink.endpoint is None else str(sink.endpoint).rstrip("/")
    if sink.protocol == "grpc":
        insecure = None if sink.endpoint is None else sink.endpoint.scheme == "http"
        return exporter(endpoint=endpoint, insecure=insecure, headers=headers)
    url = None if endpoint is None else f"{endpoint}/v1/{signal}"
    return exporter(endpoint=url, headers=headers)
