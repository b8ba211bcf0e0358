"""A long request lets others pass, and is accepted whole all the same."""

import gzip
import secrets
import threading
import time
import urllib.request
from typing import Any

import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from spanveil.gateway import Signal
from spanveil.gateway._otlp_json import encode
from tests.gateway.conftest import wait
from tests.gateway.processes import PATIENCE

SPANS = 300


def spans(name: str, number: int) -> ExportTraceServiceRequest:
    request = ExportTraceServiceRequest()
    scope = request.resource_spans.add().scope_spans.add()
    for _ in range(number):
        span = scope.spans.add(name="chat")
        span.attributes.add(key="gen_ai.request.model").value.string_value = name
        text = f"ask {secrets.token_hex(4)}@mail.example about {secrets.token_hex(4)}"
        span.attributes.add(key="gen_ai.input.messages").value.string_value = text * 4
    return request


def bodies(request: Any) -> dict[str, tuple[bytes, dict[str, str]]]:
    binary = request.SerializeToString()
    kind = "application/x-protobuf"
    return {
        "plain": (binary, {"Content-Type": kind}),
        "gzip": (gzip.compress(binary), {"Content-Type": kind, "Content-Encoding": "gzip"}),
        "json": (encode(request), {"Content-Type": "application/json"}),
    }


@pytest.fixture
def tokens() -> dict[str, str]:
    return {name: secrets.token_urlsafe(24) for name in ("noisy", "other", "quiet")}


@pytest.fixture
def gateway(configured: Any, running: Any, http_sink: Any, tokens: dict[str, str]) -> Any:
    named = [{"name": name, "token": token} for name, token in tokens.items()]
    return running(configured(http_sink, receivers={"tokens": named}))


class Endless:
    """A pipeline whose long requests have steps without end, until they are told to come to one."""

    def __init__(self, gateway: Any) -> None:
        self.config = gateway.worker.intake.pipeline.config
        self._pipeline = gateway.worker.intake.pipeline
        self._end = threading.Event()
        gateway.worker.intake.pipeline = self

    def end(self) -> None:
        self._end.set()

    def redact(self, signal: Signal, body: bytes, *, stream: str, **how: Any) -> Any:
        deadline = time.monotonic() + PATIENCE  # so that a gateway without turns fails the test
        while stream != "quiet" and not self._end.is_set() and time.monotonic() < deadline:
            how["pause"]()
        return self._pipeline.redact(signal, body, stream=stream, **how)


class Clients:
    """Send as one client or another, and note in which order the answers come."""

    def __init__(self, gateway: Any, tokens: dict[str, str]) -> None:
        self._url = f"{gateway.http}/v1/traces"
        self._tokens = tokens
        self.answered: list[str] = []
        self._threads: list[threading.Thread] = []

    def send(self, name: str, body: bytes, headers: dict[str, str]) -> None:
        headers = headers | {"Authorization": f"Bearer {self._tokens[name]}"}
        request = urllib.request.Request(self._url, body, headers)  # noqa: S310
        with urllib.request.urlopen(request, timeout=2 * PATIENCE) as answer:  # noqa: S310
            assert answer.status == 200
        self.answered.append(name)

    def start(self, *what: Any) -> None:
        self._threads.append(threading.Thread(target=self.send, args=what))
        self._threads[-1].start()

    def join(self) -> None:
        for thread in self._threads:
            thread.join()


@pytest.mark.parametrize("coding", ["plain", "gzip", "json"])
@pytest.mark.parametrize("small", ["plain", "gzip"])
def test_a_small_request_is_answered_before_a_long_one_of_another_client_that_came_first(
    coding: str, small: str, gateway: Any, tokens: dict[str, str], http_sink: Any
) -> None:
    clients, endless = Clients(gateway, tokens), Endless(gateway)
    admission = gateway.worker.intake._admission
    for name in ("noisy", "other"):
        clients.start(name, *bodies(spans(name, SPANS))[coding])
    wait(lambda: len(admission._under_way) == 2)  # both are in the middle of it
    for _ in range(3):
        clients.send("quiet", *bodies(spans("quiet", 1))[small])
    assert clients.answered == ["quiet"] * 3
    endless.end()
    clients.join()
    assert sorted(clients.answered) == ["noisy", "other", *["quiet"] * 3]
    http_sink.wait(lambda: len(http_sink.spans()) >= 2 * SPANS + 3)
    assert len(http_sink.spans()) == 2 * SPANS + 3  # whole, and nothing twice
    assert gateway.worker.stats.get("otelcol_receiver_accepted_spans") == 2 * SPANS + 3
    assert not http_sink.wire.count(b"@mail.example")


def test_a_small_request_in_gzip_wakes_no_thread(gateway: Any, tokens: dict[str, str]) -> None:
    clients, pipeline, threads = Clients(gateway, tokens), gateway.worker.intake.pipeline, []

    class Noting:
        config = pipeline.config

        def redact(self, signal: Signal, body: bytes, **how: Any) -> Any:
            threads.append(threading.current_thread().name)
            return pipeline.redact(signal, body, **how)

    gateway.worker.intake.pipeline = Noting()
    clients.send("quiet", *bodies(spans("quiet", 1))["gzip"])
    alike = ExportTraceServiceRequest.FromString(spans("quiet", 1).SerializeToString() * 500)
    body, headers = bodies(alike)["gzip"]
    assert len(body) < 8 * 1024 < len(alike.SerializeToString())
    clients.send("quiet", body, headers)
    assert [name.startswith("spanveil-redact") for name in threads] == [False, True]


def test_a_stream_has_one_long_request_under_way(
    gateway: Any, tokens: dict[str, str], http_sink: Any
) -> None:
    clients, endless = Clients(gateway, tokens), Endless(gateway)
    admission = gateway.worker.intake._admission
    long = bodies(spans("noisy", SPANS))["plain"]
    for _ in range(3):
        clients.start("noisy", *long)
    wait(lambda: len(admission._long) == 2)
    clients.start("other", *bodies(spans("other", SPANS))["plain"])
    wait(lambda: len(admission._under_way) == 2)  # which the flood has left a place for
    assert len(admission._long) == 2
    clients.send("quiet", *bodies(spans("quiet", 1))["gzip"])
    assert clients.answered == ["quiet"]
    endless.end()
    clients.join()
    http_sink.wait(lambda: len(http_sink.spans()) >= 4 * SPANS + 1)


def test_a_stop_lets_a_long_request_come_to_its_end(
    gateway: Any, tokens: dict[str, str], http_sink: Any
) -> None:
    intake = gateway.worker.intake
    clients, endless = Clients(gateway, tokens), Endless(gateway)
    for name in ("noisy", "other"):
        clients.start(name, *bodies(spans(name, SPANS))["plain"])
    wait(lambda: len(intake._admission._under_way) == 2)

    async def close() -> None:
        endless.end()
        intake.close()  # waits for the threads, with nobody to give them a turn

    gateway.call(close())
    clients.join()
    assert sorted(clients.answered) == ["noisy", "other"]
    assert gateway.worker.stats.get("otelcol_receiver_accepted_spans") == 2 * SPANS


def test_no_signal_is_left_out(gateway: Any) -> None:
    """Every signal's walk pauses: between items, and between the lists of one item."""
    for signal in Signal:
        pauses: list[None] = []
        body = _many(signal)
        gateway.worker.intake.pipeline.redact(
            signal, body, trusted=True, stream="noisy", pause=lambda seen=pauses: seen.append(None)
        )
        assert len(pauses) > 100


def _many(signal: Signal) -> bytes:
    from opentelemetry.proto.collector.logs.v1.logs_service_pb2 import ExportLogsServiceRequest
    from opentelemetry.proto.collector.metrics.v1.metrics_service_pb2 import (
        ExportMetricsServiceRequest,
    )

    if signal is Signal.TRACES:
        request: Any = ExportTraceServiceRequest()
        span = request.resource_spans.add().scope_spans.add().spans.add()
        for _ in range(100):
            span.events.add()
    elif signal is Signal.LOGS:
        request = ExportLogsServiceRequest()
        scope = request.resource_logs.add().scope_logs.add()
        for _ in range(100):
            scope.log_records.add()
    else:
        request = ExportMetricsServiceRequest()
        metric = request.resource_metrics.add().scope_metrics.add().metrics.add(name="requests")
        for _ in range(100):
            metric.gauge.data_points.add()
    return bytes(request.SerializeToString())
