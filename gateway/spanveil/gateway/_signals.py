"""The three signals of OTLP: what carries them and what one item of each is."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from google.protobuf.message import Message
from opentelemetry.proto.collector.logs.v1 import logs_service_pb2 as logs_service
from opentelemetry.proto.collector.metrics.v1 import metrics_service_pb2 as metrics_service
from opentelemetry.proto.collector.trace.v1 import trace_service_pb2 as trace_service
from opentelemetry.proto.logs.v1.logs_pb2 import LogRecord
from opentelemetry.proto.metrics.v1.metrics_pb2 import Metric
from opentelemetry.proto.trace.v1.trace_pb2 import Span


class Signal(StrEnum):
    """A signal, named as in the paths of OTLP/HTTP (``/v1/<signal>``)."""

    TRACES = "traces"
    METRICS = "metrics"
    LOGS = "logs"


@dataclass(frozen=True, slots=True)
class SignalSpec:
    """What the OTLP schema says of one signal.

    Attributes:
        service: Full name of the gRPC service that has the method ``Export``.
        request: ``Export<Signal>ServiceRequest``.
        response: ``Export<Signal>ServiceResponse``.
        item: The message that is redacted as a whole: a span, a metric or a log record.
        rejected: The field of ``partial_success`` that counts.
        counted: How the Collector's own metrics call the items.
        engine: What the engine calls the signal.
    """

    service: str
    request: type[Any] = field(repr=False)
    response: type[Any] = field(repr=False)
    item: type[Any] = field(repr=False)
    rejected: str
    counted: str
    engine: str


SIGNALS: Final[dict[Signal, SignalSpec]] = {
    Signal.TRACES: SignalSpec(
        "opentelemetry.proto.collector.trace.v1.TraceService",
        trace_service.ExportTraceServiceRequest,
        trace_service.ExportTraceServiceResponse,
        Span,
        "rejected_spans",
        "spans",
        "span",
    ),
    Signal.METRICS: SignalSpec(
        "opentelemetry.proto.collector.metrics.v1.MetricsService",
        metrics_service.ExportMetricsServiceRequest,
        metrics_service.ExportMetricsServiceResponse,
        Metric,
        "rejected_data_points",
        "metric_points",
        "metric",
    ),
    Signal.LOGS: SignalSpec(
        "opentelemetry.proto.collector.logs.v1.LogsService",
        logs_service.ExportLogsServiceRequest,
        logs_service.ExportLogsServiceResponse,
        LogRecord,
        "rejected_log_records",
        "log_records",
        "log",
    ),
}

_DATA: Final = ("gauge", "sum", "histogram", "exponential_histogram", "summary")


def data_points(metric: Any) -> Any:
    """Return the data points of a metric, whatever its kind."""
    kind = metric.WhichOneof("data")
    return getattr(metric, kind).data_points if kind in _DATA else ()


def count(signal: Signal, item: Message) -> int:
    """Return how many items OTLP counts in one message: a metric counts as its data points."""
    return len(data_points(item)) if signal is Signal.METRICS else 1


def export_response(signal: Signal, rejected: int = 0, message: str = "") -> Any:
    """Return the answer to an accepted request.

    ``partial_success`` stays unset unless something is to be said (OTLP specification, "Full
    Success" and "Partial Success").
    """
    spec = SIGNALS[signal]
    response = spec.response()
    if rejected or message:
        setattr(response.partial_success, spec.rejected, rejected)
        response.partial_success.error_message = message
    return response
