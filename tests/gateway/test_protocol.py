"""The rest of the OTLP specification, and the table of it in docs/otlp.md."""

import ast
import random
import re
import secrets
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import grpc
import pytest
from google.protobuf.json_format import Parse
from google.rpc import error_details_pb2, status_pb2  # type: ignore[import-untyped]
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import (
    ExportTraceServiceRequest,
    ExportTraceServiceResponse,
)

from spanveil.gateway import Signal
from spanveil.gateway._auth import Stream
from spanveil.gateway._intake import Request
from spanveil.gateway._pipeline import Pipeline
from tests.gateway.conftest import serving, wait
from tests.gateway.processes import PATIENCE
from tests.gateway.test_receivers import JSON, PROTOBUF, Client, exported, refused, traces

ROOT = Path(__file__).parents[2]


def accept(gateway: Any, body: bytes) -> None:
    request = Request(Signal.TRACES, body, Stream("test"), "grpc")
    gateway.call(gateway.worker.intake.accept(request))


def metric(gateway: Any, name: str, **labels: str) -> float:
    return float(gateway.worker.stats.get(name, **labels))


@pytest.fixture
def gateway(configured: Any, running: Any, http_sink: Any) -> Any:
    return running(configured(http_sink))


def table() -> dict[int, str]:
    """Return the level of each number in the table."""
    text = (ROOT / "docs" / "otlp.md").read_text("utf-8")
    rows = re.findall(r"^\| (\d+) \| (MUST|SHOULD|MAY) \|", text, re.MULTILINE)
    return {int(number): level for number, level in rows}


def covered() -> dict[int, list[str]]:
    """Return the names of the tests for each number."""
    tests: dict[int, list[str]] = {}
    for path in sorted(Path(__file__).parent.glob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef):
                match = re.match(r"test_checklist_((?:\d+_)+)", node.name)
                for number in match[1].split("_")[:-1] if match else ():
                    tests.setdefault(int(number), []).append(node.name)
    return tests


def test_every_must_of_the_table_has_a_test_and_every_test_a_row() -> None:
    levels, tests = table(), covered()
    assert sorted(levels) == list(range(1, 33))
    assert [number for number in levels if number not in tests and levels[number] != "MAY"] == []
    assert set(tests) <= set(levels)


def test_checklist_5_an_answer_is_small_whatever_came(gateway: Any) -> None:
    request = traces(spans=20_000)
    for span in request.resource_spans[0].scope_spans[0].spans:
        span.trace_id = b"of no length that there is"
    body = request.SerializeToString()
    answer = exported(gateway, body)
    assert ExportTraceServiceResponse.FromString(answer).partial_success.rejected_spans == 20_000
    assert len(answer) < 1200
    long = b'{"resourceSpans":' + b'{"a":' * 50_000
    assert len(Client(gateway).send(long, content_type=JSON)[2]) < 1200


def test_checklist_10_12_a_fault_of_ours_is_not_the_clients_loss(
    gateway: Any, http_sink: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    canary = secrets.token_hex(8)

    def fail(*args: object, **named: object) -> None:
        raise RuntimeError(canary)

    monkeypatch.setattr(Pipeline, "redact", fail)
    body = traces(canary).SerializeToString()
    code, rich = refused(gateway, body)
    assert code is grpc.StatusCode.UNAVAILABLE
    assert rich.details[0].Unpack(error_details_pb2.RetryInfo())
    status, headers, answer = Client(gateway).send(body)
    assert status == 503
    assert int(headers["retry-after"]) >= 1
    assert canary.encode() not in answer + str(rich).encode()
    assert metric(gateway, "spanveil_redaction_errors", cause="RuntimeError") == 2
    assert not http_sink.received


@pytest.mark.parametrize("content_type", [PROTOBUF, JSON])
@pytest.mark.parametrize("expected", [400, 401, 404, 405, 413, 503])
def test_checklist_15_every_error_has_a_status_in_its_body(
    expected: int, content_type: str, configured: Any, running: Any, http_sink: Any
) -> None:
    token = secrets.token_urlsafe(24)
    receivers: dict[str, Any] = {"max_request_bytes": 4000}
    if expected == 401:
        receivers["tokens"] = [{"name": "app", "token": token}]
    gateway = running(configured(http_sink, receivers=receivers))
    if expected == 503:
        gateway.worker.intake.is_closing = True
    bad: dict[int, dict[str, Any]] = {
        400: {"body": b"\xff"},
        404: {"path": "/v1/nothing"},
        405: {"method": "PUT"},
        413: {"body": b" " * 5000},
    }
    status, headers, body = Client(gateway).send(
        **{"body": b"", "content_type": content_type, **bad.get(expected, {})}
    )
    assert (status, headers["content-type"]) == (expected, content_type)
    if content_type == JSON:
        parsed = Parse(body, status_pb2.Status())
    else:
        parsed = status_pb2.Status.FromString(body)
    assert parsed.message
    assert parsed.code != grpc.StatusCode.OK.value[0]


def test_checklist_20_a_resource_whose_items_all_went_is_not_sent(
    gateway: Any, http_sink: Any
) -> None:
    request = ExportTraceServiceRequest()
    for trace_id in (b"of no length", secrets.token_bytes(16)):
        scope = request.resource_spans.add().scope_spans.add()
        scope.scope.name = f"scope.of.{len(trace_id)}"
        scope.spans.add(name="chat", trace_id=trace_id, span_id=secrets.token_bytes(8))
    request.resource_spans[1].scope_spans.add().spans.add(name="chat", trace_id=b"no")
    exported(gateway, request.SerializeToString())
    http_sink.wait(lambda: http_sink.received)
    sent = ExportTraceServiceRequest.FromString(http_sink.received[0][1])
    (of_resource,) = sent.resource_spans
    assert [scope.scope.name for scope in of_resource.scope_spans] == ["scope.of.16"]


@pytest.mark.parametrize("concurrency", [1, 3])
@pytest.mark.parametrize("kind", ["grpc", "http"])
def test_checklist_21_as_many_requests_are_under_way_as_configured(
    kind: str, concurrency: int, request: Any, configured: Any, running: Any
) -> None:
    sink = request.getfixturevalue(f"{kind}_sink")
    most = 0
    under_way = 0
    lock = threading.Lock()
    gate = threading.Event()
    accepts = sink.next_fault

    def counting() -> Any:
        nonlocal most, under_way
        with lock:
            under_way += 1
            most = max(most, under_way)
        gate.wait(PATIENCE)
        with lock:
            under_way -= 1
        return accepts()

    sink.next_fault = counting
    gateway = running(
        configured({"url": sink.url, "concurrency": concurrency, "timeout": PATIENCE})
    )
    for _ in range(9):  # too large to go together
        accept(gateway, traces(secrets.token_hex(40_000), 2).SerializeToString() + _heavy())
    sink.wait(lambda: most == concurrency)
    time.sleep(0.3)  # in which more would come
    gate.set()
    sink.wait(lambda: len(sink.spans()) == 9 * 2 + 9 * 600)
    assert most == concurrency


def _heavy() -> bytes:
    """Spans that stay larger than what would be sent together, also in gzip."""
    request = ExportTraceServiceRequest()
    spans = request.resource_spans.add().scope_spans.add().spans
    for _ in range(600):
        ids = {"trace_id": secrets.token_bytes(16), "span_id": secrets.token_bytes(8)}
        span = spans.add(name="chat", parent_span_id=secrets.token_bytes(8), **ids)
        link_ids = {"trace_id": secrets.token_bytes(16), "span_id": secrets.token_bytes(8)}
        for _ in range(4):
            span.links.add(**link_ids)
    return request.SerializeToString()


def test_checklist_26_grpc_waits_as_long_as_unavailable_says(
    grpc_sink: Any, configured: Any, running: Any
) -> None:
    grpc_sink.script = [(grpc.StatusCode.UNAVAILABLE, 0.7)]
    gateway = running(configured(grpc_sink))
    begin = time.monotonic()
    accept(gateway, traces().SerializeToString())
    grpc_sink.wait(lambda: len(grpc_sink.spans()) == 1)
    assert time.monotonic() - begin >= 0.7


def test_checklist_26_back_off_grows_with_full_jitter_up_to_its_ceiling(
    grpc_sink: Any, configured: Any, running: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[float, float]] = []

    def uniform(low: float, high: float) -> float:
        asked.append((low, high))
        return 0.0

    monkeypatch.setattr(random, "uniform", uniform)
    grpc_sink.script = [(grpc.StatusCode.UNAVAILABLE, None)] * 6
    retry = {"initial": 1.0, "maximum": 8.0}
    gateway = running(configured({"url": grpc_sink.url, "retry": retry}))
    accept(gateway, traces().SerializeToString())
    grpc_sink.wait(lambda: len(grpc_sink.spans()) == 1)
    assert asked == [(0, ceiling) for ceiling in (1.0, 2.0, 4.0, 8.0, 8.0, 8.0)]


@pytest.mark.parametrize("kind", ["grpc", "http"])
def test_checklist_9_a_sinks_warning_is_a_success(
    kind: str, request: Any, configured: Any, running: Any
) -> None:
    sink = request.getfixturevalue(f"{kind}_sink")
    response = ExportTraceServiceResponse()
    response.partial_success.error_message = "consider a newer version"
    sink.response = response.SerializeToString()
    gateway = running(configured(sink))
    accept(gateway, traces(spans=4).SerializeToString())
    sink.wait(lambda: metric(gateway, "otelcol_exporter_sent_spans") == 4)
    assert sink.attempts == 1
    assert metric(gateway, "spanveil_sink_rejected_items") == 0


def test_checklist_29_connections_are_kept_alive(configured: Any, running: Any) -> None:
    ports: set[int] = set()
    count = 0

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            nonlocal count
            self.rfile.read(int(self.headers["Content-Length"]))
            ports.add(self.client_address[1])
            count += 1
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = serving(server)
    try:
        url = f"http://127.0.0.1:{server.server_address[1]}"
        gateway = running(configured({"name": "one", "url": url, "concurrency": 1}))
        for number in range(1, 6):
            accept(gateway, traces().SerializeToString())
            sent = "otelcol_exporter_sent_spans"
            wait(lambda: metric(gateway, sent) == number)  # noqa: B023 - called here
        gateway.stop()
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
    assert count == 5
    assert len(ports) == 1


def test_checklist_31_a_lost_answer_repeats_a_delivery_and_loses_nothing(
    configured: Any, running: Any
) -> None:
    received: list[bytes] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            received.append(self.rfile.read(int(self.headers["Content-Length"])))
            if len(received) == 1:  # taken, and the answer is lost
                self.close_connection = True
                return
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = serving(server)
    try:
        url = f"http://127.0.0.1:{server.server_address[1]}"
        gateway = running(configured({"name": "one", "url": url}))
        accept(gateway, traces(spans=2).SerializeToString())
        wait(lambda: metric(gateway, "otelcol_exporter_sent_spans") == 2)
        gateway.stop()
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
    assert len(received) == 2
    assert received[0] == received[1]
    assert metric(gateway, "spanveil_sink_retries") == 1
