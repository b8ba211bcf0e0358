"""Exporters for the configured sinks: OTLP as OpenTelemetry ships it."""

from opentelemetry.sdk.trace.export import SpanExporter

from spanveil.config import SinkConfig


def span_exporter(sink: SinkConfig) -> SpanExporter:
    """Return the OTLP exporter of a sink. Transports are imported where they are used.

    What the sink leaves open is decided by the standard ``OTEL_EXPORTER_OTLP_*`` variables.
    """
    headers = {name: value.get_secret_value() for name, value in sink.headers.items()} or None
    endpoint = None if sink.endpoint is None else str(sink.endpoint).rstrip("/")
    if sink.protocol == "grpc":
        from opentelemetry.exporter.otlp.proto.grpc.trace_exporter import (
            OTLPSpanExporter as GrpcSpanExporter,
        )

        insecure = None if sink.endpoint is None else sink.endpoint.scheme == "http"
        return GrpcSpanExporter(endpoint=endpoint, insecure=insecure, headers=headers)
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import (
        OTLPSpanExporter as HttpSpanExporter,
    )

    url = None if endpoint is None else f"{endpoint}/v1/traces"
    return HttpSpanExporter(endpoint=url, headers=headers)
