"""How many parts a request may have: what is over a limit is turned away and counted by cause."""

import gzip
from collections.abc import Callable
from typing import Any

import grpc
import pytest
from opentelemetry.proto.collector.logs.v1.logs_service_pb2 import ExportLogsServiceRequest
from opentelemetry.proto.collector.metrics.v1.metrics_service_pb2 import (
    ExportMetricsServiceRequest,
)
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from spanveil.config import Config, RequestLimits
from spanveil.gateway import PayloadError, Signal
from spanveil.gateway._core import Core
from spanveil.gateway._signals import SIGNALS
from spanveil.gateway._tags import TagPolicy
from spanveil.redaction import Redactor
from tests.gateway.processes import PATIENCE
from tests.gateway.test_receivers import Client

LIMITS = RequestLimits()
KEYS = LIMITS.max_attributes + 1
MANY = LIMITS.max_events + 1
REQUESTS: dict[Signal, Any] = {
    Signal.TRACES: ExportTraceServiceRequest,
    Signal.LOGS: ExportLogsServiceRequest,
    Signal.METRICS: ExportMetricsServiceRequest,
}


def export(gateway: Any, request: Any, signal: Signal) -> Any:
    with grpc.insecure_channel(gateway.grpc) as channel:
        call: Any = channel.unary_unary(
            f"/{SIGNALS[signal].service}/Export",
            request_serializer=REQUESTS[signal].SerializeToString,
            response_deserializer=SIGNALS[signal].response.FromString,
        )
        return call(request, timeout=PATIENCE)


def filled(pairs: Any, number: int) -> None:
    for index in range(number):
        pairs.add(key=f"retry.{index}").value.int_value = index


def traces() -> tuple[Any, Any]:
    """Return a request with one good span, and another span to fill."""
    request = ExportTraceServiceRequest()
    scope = request.resource_spans.add().scope_spans.add()
    scope.spans.add(name="chat")
    return request, scope.spans.add(name="chat")


def logs() -> tuple[Any, Any]:
    request = ExportLogsServiceRequest()
    scope = request.resource_logs.add().scope_logs.add()
    scope.log_records.add().body.string_value = "started"
    return request, scope.log_records.add()


def metrics() -> tuple[Any, Any]:
    request = ExportMetricsServiceRequest()
    scope = request.resource_metrics.add().scope_metrics.add()
    scope.metrics.add(name="requests").sum.data_points.add(as_int=1)
    metric = scope.metrics.add(name="retries")
    metric.gauge.data_points.add(as_int=1)
    return request, metric


def nested(*values: Any) -> None:
    """Put 101,000 values each into some, in lists of lists."""
    for value in values:
        for _ in range(101):
            inner = value.array_value.values.add().array_value.values
            for _ in range(999):
                inner.add()


Made = tuple[Any, Any]
OVER: list[tuple[str, Signal, Callable[[], Made], Callable[[Any], object], int]] = [
    ("max_attributes", Signal.TRACES, traces, lambda it: filled(it.attributes, KEYS), 1),
    ("max_attributes", Signal.LOGS, logs, lambda it: filled(it.attributes, KEYS), 1),
    (
        "max_attributes",
        Signal.METRICS,
        metrics,
        lambda it: filled(it.gauge.data_points.add().attributes, KEYS),
        2,
    ),
    (
        "max_attributes",
        Signal.METRICS,
        metrics,
        lambda it: filled(it.gauge.data_points[0].exemplars.add().filtered_attributes, KEYS),
        1,
    ),
    ("max_attributes", Signal.METRICS, metrics, lambda it: filled(it.metadata, KEYS), 1),
    (
        "max_attributes",
        Signal.TRACES,
        traces,
        lambda it: filled(it.events.add(name="retry").attributes, KEYS),
        1,
    ),
    (
        "max_attributes",
        Signal.TRACES,
        traces,
        lambda it: filled(it.links.add().attributes, KEYS),
        1,
    ),
    ("max_events", Signal.TRACES, traces, lambda it: [it.events.add() for _ in range(MANY)], 1),
    ("max_links", Signal.TRACES, traces, lambda it: [it.links.add() for _ in range(MANY)], 1),
    ("max_values", Signal.LOGS, logs, lambda it: nested(it.body, it.body), 1),
    (
        "max_values",
        Signal.TRACES,
        traces,
        lambda it: nested(it.attributes.add(key="a").value, it.attributes.add(key="b").value),
        1,
    ),
]


@pytest.mark.parametrize(
    ("limit", "signal", "make", "fill", "items"), OVER, ids=[str(number) for number in range(11)]
)
def test_an_item_over_a_limit_is_rejected_alone_and_counted(
    limit: str,
    signal: Signal,
    make: Callable[[], Made],
    fill: Callable[[Any], object],
    items: int,
    configured: Any,
    running: Any,
    http_sink: Any,
) -> None:
    gateway = running(configured(http_sink))
    request, item = make()
    fill(item)
    answer = export(gateway, request, signal)
    assert getattr(answer.partial_success, SIGNALS[signal].rejected) == items
    http_sink.wait(lambda: http_sink.received)
    stats = gateway.worker.stats
    assert stats.get("spanveil_rejected_items", cause=limit) == items
    assert stats.get(f"otelcol_receiver_accepted_{SIGNALS[signal].counted}") == 1


def test_an_item_at_the_limits_goes_through(configured: Any, running: Any, http_sink: Any) -> None:
    gateway = running(configured(http_sink))
    request, span = traces()
    filled(span.attributes, LIMITS.max_attributes)
    for _ in range(LIMITS.max_events):
        span.events.add(name="retry")
        span.links.add()
    assert not export(gateway, request, Signal.TRACES).HasField("partial_success")
    http_sink.wait(lambda: len(http_sink.spans()) == 2)


@pytest.mark.parametrize("where", ["resource", "scope"])
@pytest.mark.parametrize("signal", list(Signal))
def test_a_resource_or_a_scope_over_the_limit_takes_its_items_along(
    signal: Signal, where: str, configured: Any, running: Any, http_sink: Any
) -> None:
    gateway = running(configured(http_sink))
    request, _ = {Signal.TRACES: traces, Signal.LOGS: logs, Signal.METRICS: metrics}[signal]()
    of = getattr(request, f"resource_{'spans' if signal is Signal.TRACES else signal}")
    good = of.add()
    good.CopyFrom(of[0])
    scopes = getattr(of[0], f"scope_{'spans' if signal is Signal.TRACES else signal}")
    scopes.add().CopyFrom(scopes[0])
    if where == "resource":
        filled(of[0].resource.attributes, KEYS)
    else:  # the second one, after a good one
        filled(scopes[1].scope.attributes, KEYS)
    answer = export(gateway, request, signal)
    assert getattr(answer.partial_success, SIGNALS[signal].rejected) == 4
    stats = gateway.worker.stats
    assert stats.get("spanveil_rejected_items", cause="max_attributes") == 4
    assert stats.get(f"otelcol_receiver_accepted_{SIGNALS[signal].counted}") == 2


@pytest.mark.parametrize("signal", list(Signal))
@pytest.mark.parametrize("what", ["resources", "scopes", "items"])
def test_a_request_over_a_limit_is_refused_whole_however_small_it_is_in_gzip(
    signal: Signal, what: str, configured: Any, running: Any, http_sink: Any
) -> None:
    gateway = running(configured(http_sink))
    most = getattr(LIMITS, f"max_{what}")
    empty = {
        "resources": b"\x0a\x00" * (most + 1),
        "scopes": _message(b"\x12\x00" * (most + 1)),
        "items": _message(b"\x12" + _sized(b"\x12\x00" * (most + 1))),
    }[what]
    body = gzip.compress(empty)
    assert len(body) < 2_000
    status, _, answer = Client(gateway).send(body, f"/v1/{signal}", Content_Encoding="gzip")
    assert status == 400
    assert f"more than {most} {what}".encode() in answer
    stats = gateway.worker.stats
    assert stats.get("spanveil_refused_requests", reason=f"max_{what}") == 1


def _message(data: bytes) -> bytes:
    return b"\x0a" + _sized(data)


def _sized(data: bytes) -> bytes:
    size, length = len(data), bytearray()
    while size > 0x7F:
        length.append(size & 0x7F | 0x80)
        size >>= 7
    return bytes((*length, size)) + data


def test_limits_are_the_operators_to_set(configured: Any, running: Any, http_sink: Any) -> None:
    gateway = running(configured(http_sink, limits={"max_attributes": 2, "max_items": 3}))
    request, span = traces()
    filled(span.attributes, 3)
    assert export(gateway, request, Signal.TRACES).partial_success.rejected_spans == 1
    for _ in range(2):
        request.resource_spans[0].scope_spans[0].spans.add()
    with pytest.raises(grpc.RpcError) as refused:
        export(gateway, request, Signal.TRACES)
    error: Any = refused.value
    assert error.code() is grpc.StatusCode.INVALID_ARGUMENT


def test_a_batch_of_the_queue_is_not_lost_to_narrower_limits() -> None:
    narrow = Config.model_validate({"gateway": {"limits": {"max_attributes": 1, "max_items": 1}}})
    core = Core(Redactor(), TagPolicy("spanveil.tenant"), limits=narrow.gateway.limits)
    request, span = traces()
    filled(span.attributes, 3)
    body = request.SerializeToString()
    assert core.redact_again(Signal.TRACES, body, "").items == 2
    with pytest.raises(PayloadError):
        core.redact(Signal.TRACES, body)


def test_a_flood_of_unknown_fields_is_discarded_without_a_look() -> None:
    request, span = traces()
    flood = b"\xfa\x7f\x00" * 1_025  # field 2047, an empty text that would stay
    span.MergeFromString(flood)
    outcome = Core(Redactor(), TagPolicy("spanveil.tenant")).redact(
        Signal.TRACES, request.SerializeToString()
    )
    assert outcome.items == 2
    assert outcome.discarded == 1_025
