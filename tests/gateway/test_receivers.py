"""The receivers against the OTLP specification; each test names its number on the checklist.

1 codings, 2 ports and services, 3-4 size limits, 5-9 answers, 10-12 refusals, 13-16 HTTP, 17-20
payloads. (17 to 19 have more tests in test_otlp_json.py.)
"""

import contextlib
import gzip
import http.client
import itertools
import json
import os
import re
import socket
import time
import zlib
from collections.abc import Callable
from typing import Any

import grpc
import pytest
import zstandard
from google.rpc import error_details_pb2, status_pb2  # type: ignore[import-untyped]
from grpc_health.v1 import health_pb2, health_pb2_grpc
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from opentelemetry.proto.collector.logs.v1.logs_service_pb2 import ExportLogsServiceRequest
from opentelemetry.proto.collector.metrics.v1.metrics_service_pb2 import (
    ExportMetricsServiceRequest,
)
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import (
    ExportTraceServiceRequest,
    ExportTraceServiceResponse,
)

from spanveil.gateway import Signal
from spanveil.gateway._otlp_json import encode
from spanveil.gateway._signals import SIGNALS
from tests.gateway.conftest import wait
from tests.gateway.processes import PATIENCE

PROTOBUF, JSON = "application/x-protobuf", "application/json"
CANARY = "Jane Roe asked for her balance of today"


def traces(text: str = CANARY, spans: int = 1) -> ExportTraceServiceRequest:
    request = ExportTraceServiceRequest()
    scope = request.resource_spans.add().scope_spans.add()
    for _ in range(spans):
        span = scope.spans.add(name="chat", trace_id=os.urandom(16), span_id=os.urandom(8), kind=3)
        span.attributes.add(key="gen_ai.input.messages").value.string_value = text
    return request


def logs() -> ExportLogsServiceRequest:
    request = ExportLogsServiceRequest()
    record = request.resource_logs.add().scope_logs.add().log_records.add()
    record.body.string_value = CANARY
    return request


def metrics() -> ExportMetricsServiceRequest:
    request = ExportMetricsServiceRequest()
    metric = request.resource_metrics.add().scope_metrics.add().metrics.add(name="requests")
    metric.sum.data_points.add(as_int=1).attributes.add(key="user").value.string_value = CANARY
    return request


REQUESTS: dict[Signal, Callable[[], Any]] = {
    Signal.TRACES: traces,
    Signal.LOGS: logs,
    Signal.METRICS: metrics,
}


class Client:
    """A plain HTTP client: what goes over the wire is what the test says."""

    def __init__(self, gateway: Any) -> None:
        self.port = gateway.worker.http_port

    def send(
        self,
        body: bytes,
        path: str = "/v1/traces",
        method: str = "POST",
        content_type: str | None = PROTOBUF,
        **headers: str,
    ) -> tuple[int, dict[str, str], bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        if content_type is not None:
            named["Content-Type"] = content_type
        try:
            connection.request(method, path, body, named)
            answer = connection.getresponse()
            found = {name.lower(): value for name, value in answer.getheaders()}
            return answer.status, found, answer.read()
        finally:
            connection.close()


@pytest.fixture
def gateway(configured: Any, running: Any, http_sink: Any) -> Any:
    return running(configured(http_sink))


@pytest.fixture
def small(configured: Any, running: Any, http_sink: Any) -> Any:
    return running(configured(http_sink, receivers={"max_request_bytes": 20_000}))


def exported(gateway: Any, body: bytes, signal: Signal = Signal.TRACES, **how: Any) -> bytes:
    with grpc.insecure_channel(
        gateway.grpc, options=[("grpc.max_send_message_length", -1)]
    ) as channel:
        call: Any = channel.unary_unary(f"/{SIGNALS[signal].service}/Export")
        return bytes(call(body, timeout=PATIENCE, **how))


def refused(gateway: Any, body: bytes, **how: Any) -> tuple[grpc.StatusCode, Any]:
    with pytest.raises(grpc.RpcError) as error:
        exported(gateway, body, **how)
    call: Any = error.value
    details = dict(call.trailing_metadata() or ()).get("grpc-status-details-bin", b"")
    return call.code(), status_pb2.Status.FromString(details)


CODINGS: dict[str, Callable[[bytes], bytes]] = {
    "identity": bytes,
    "gzip": gzip.compress,
    "deflate": zlib.compress,
    "zstd": zstandard.compress,
}


@pytest.mark.parametrize("signal", list(Signal))
def test_checklist_1_13_http_takes_every_coding_and_encoding(
    gateway: Any, http_sink: Any, signal: Signal
) -> None:
    for coding, content_type in itertools.product(CODINGS, (PROTOBUF, JSON)):
        message = REQUESTS[signal]()
        body = message.SerializeToString() if content_type == PROTOBUF else encode(message)
        status, headers, answer = Client(gateway).send(
            CODINGS[coding](body),
            f"/v1/{signal}",
            content_type=content_type,
            Content_Encoding=coding,
        )
        assert (status, headers["content-type"]) == (200, content_type)
        assert answer == (b"" if content_type == PROTOBUF else b"{}")
    sent = f"otelcol_exporter_sent_{SIGNALS[signal].counted}"
    http_sink.wait(lambda: gateway.worker.stats.get(sent) == 8)
    assert {found for found, _ in http_sink.received} == {signal}
    assert CANARY.encode() not in http_sink.wire


@pytest.mark.parametrize("signal", list(Signal))
@pytest.mark.parametrize(
    "compression", [grpc.Compression.NoCompression, grpc.Compression.Gzip, grpc.Compression.Deflate]
)
def test_checklist_1_2_grpc_takes_every_signal_plain_and_compressed(
    gateway: Any, http_sink: Any, signal: Signal, compression: grpc.Compression
) -> None:
    body = REQUESTS[signal]().SerializeToString()
    assert exported(gateway, body, signal, compression=compression) == b""
    http_sink.wait(lambda: len(http_sink.received) == 1)
    assert CANARY.encode() not in http_sink.wire


def test_checklist_2_the_default_ports_are_the_registered_ones_on_loopback() -> None:
    from spanveil.config import Config

    receivers = Config().gateway.receivers
    assert (receivers.grpc, receivers.http) == ("127.0.0.1:4317", "127.0.0.1:4318")


@pytest.mark.parametrize("coding", list(CODINGS))
def test_checklist_3_4_http_over_the_limit_is_413_also_inside_a_bomb(
    small: Any, coding: str
) -> None:
    body = CODINGS[coding](traces("x" * 50_000_000).SerializeToString())
    try:
        status, headers, _ = Client(small).send(body, Content_Encoding=coding)
    except (BrokenPipeError, ConnectionResetError):
        assert coding == "identity"  # the answer may cross the rest of a body nobody reads
        return
    assert status == 413
    assert "retry-after" not in headers


def test_checklist_3_4_http_counts_a_chunked_body(small: Any) -> None:
    with socket.create_connection(("127.0.0.1", small.worker.http_port), timeout=PATIENCE) as raw:
        raw.sendall(
            b"POST /v1/traces HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-protobuf\r\n"
            b"Transfer-Encoding: chunked\r\n\r\n"
        )
        answer = b""
        try:
            for _ in range(10):
                raw.sendall(b"2000\r\n" + bytes(0x2000) + b"\r\n")
            raw.sendall(b"0\r\n\r\n")
            answer = raw.recv(4096)
        except (BrokenPipeError, ConnectionResetError):
            return
        assert b" 413 " in answer


@pytest.mark.parametrize("compression", [grpc.Compression.NoCompression, grpc.Compression.Gzip])
def test_checklist_3_4_grpc_over_the_limit_is_resource_exhausted_without_a_delay(
    small: Any, compression: grpc.Compression
) -> None:
    code, status = refused(
        small, traces("x" * 50_000_000).SerializeToString(), compression=compression
    )
    assert code is grpc.StatusCode.RESOURCE_EXHAUSTED
    assert not status.details


def test_checklist_6_7_an_empty_request_succeeds_with_an_empty_answer(gateway: Any) -> None:
    assert exported(gateway, b"") == b""
    assert Client(gateway).send(b"")[::2] == (200, b"")
    assert Client(gateway).send(b"{}", content_type=JSON)[::2] == (200, b"{}")


def test_checklist_8_9_items_that_cannot_be_redacted_are_a_partial_success(
    gateway: Any, http_sink: Any
) -> None:
    request = traces(spans=3)
    request.resource_spans[0].scope_spans[0].spans[1].trace_id = b"no trace id has this length"
    body = request.SerializeToString()
    over_http = ExportTraceServiceResponse.FromString(Client(gateway).send(body)[2])
    over_grpc = ExportTraceServiceResponse.FromString(exported(gateway, body))
    for response in (over_http, over_grpc):
        assert response.partial_success.rejected_spans == 1
        assert "could not be redacted" in response.partial_success.error_message
    answer = Client(gateway).send(encode(request), content_type=JSON)
    assert json.loads(answer[2])["partialSuccess"]["rejectedSpans"] == "1"
    http_sink.wait(lambda: len(http_sink.spans()) == 6)


def test_checklist_10_undecodable_data_is_invalid_argument(gateway: Any) -> None:
    code, status = refused(gateway, b"\xff\xff\xff")
    assert code is grpc.StatusCode.INVALID_ARGUMENT
    detail = error_details_pb2.BadRequest()
    assert status.details[0].Unpack(detail)


def test_checklist_11_12_back_pressure_carries_a_delay(
    configured: Any, running: Any, http_sink: Any
) -> None:
    http_sink.always = (503, {})
    gateway = running(configured(http_sink, queue={"max_bytes": 2**20}, shutdown_timeout=0.2))
    status = 200
    deadline = time.monotonic() + PATIENCE
    while status == 200 and time.monotonic() < deadline:
        body = b"".join(traces(os.urandom(8).hex(), 500).SerializeToString() for _ in range(4))
        status, headers, answer = Client(gateway).send(body)
    assert status == 503
    assert int(headers["retry-after"]) >= 1
    assert status_pb2.Status.FromString(answer).code == grpc.StatusCode.UNAVAILABLE.value[0]
    code, rich = refused(gateway, body)
    assert code is grpc.StatusCode.UNAVAILABLE
    delay = error_details_pb2.RetryInfo()
    assert rich.details[0].Unpack(delay)
    assert delay.retry_delay.seconds >= 1


def test_checklist_13_other_methods_paths_and_types(gateway: Any) -> None:
    client = Client(gateway)
    assert client.send(b"", method="GET")[0] == 405
    assert client.send(b"", method="PUT")[1]["allow"] == "POST"
    assert client.send(b"", "/v1/profiles")[0] == 404
    assert client.send(b"", content_type="text/plain")[0] == 415
    assert client.send(b"", content_type=None)[0] == 415
    assert client.send(b"", Content_Encoding="br")[0] == 400


def test_checklist_14_parameters_of_the_content_type_are_tolerated(gateway: Any) -> None:
    status, headers, _ = Client(gateway).send(b"{}", content_type="Application/JSON; charset=utf-8")
    assert (status, headers["content-type"]) == (200, JSON)


@pytest.mark.parametrize("content_type", [PROTOBUF, JSON])
@pytest.mark.parametrize("coding", ["", "gzip"])
def test_checklist_15_errors_are_a_status_in_the_encoding_of_the_request(
    gateway: Any, content_type: str, coding: str
) -> None:
    headers = {"Content_Encoding": coding} if coding else {}
    status, found, body = Client(gateway).send(b"\xff", content_type=content_type, **headers)
    assert (status, found["content-type"]) == (400, content_type)
    if content_type == JSON:
        document = json.loads(body)
        assert (document["code"], document["details"][0]["@type"].rpartition(".")[2]) == (
            3,
            "BadRequest",
        )
    else:
        parsed = status_pb2.Status.FromString(body)
        assert (parsed.code, len(parsed.details)) == (3, 1)


def test_checklist_19_unknown_protobuf_fields_travel(gateway: Any, http_sink: Any) -> None:
    unknown = b"\x98\x7d\x05"
    exported(gateway, traces().SerializeToString() + unknown)
    http_sink.wait(lambda: http_sink.received)
    assert http_sink.received[0][1].endswith(unknown)


def test_grpc_health_says_serving_and_then_not(gateway: Any) -> None:
    with grpc.insecure_channel(gateway.grpc) as channel:
        stub: Any = health_pb2_grpc.HealthStub(channel)
        for service in ("", SIGNALS[Signal.LOGS].service):
            request = health_pb2.HealthCheckRequest(service=service)
            assert (
                stub.Check(request, timeout=PATIENCE).status
                == health_pb2.HealthCheckResponse.SERVING
            )


def test_a_slow_head_and_a_slow_body_are_cut_off(
    configured: Any, running: Any, http_sink: Any
) -> None:
    gateway = running(configured(http_sink, receivers={"timeout": 0.5}))
    head = b"POST /v1/traces HTTP/1.1\r\nHost:"
    body = b" x\r\nContent-Type: application/x-protobuf\r\nContent-Length: 100\r\n\r\nhalf"
    for opening in (head, head + body):
        # Less than the time that a request has if nobody says otherwise.
        address = ("127.0.0.1", gateway.worker.http_port)
        with socket.create_connection(address, timeout=20) as raw:
            raw.sendall(opening)
            answer = raw.recv(4096)
            assert not answer or b" 503 " in answer


def test_an_endless_head_is_cut_off(gateway: Any) -> None:
    with socket.create_connection(("127.0.0.1", gateway.worker.http_port), timeout=PATIENCE) as raw:
        raw.sendall(b"POST /v1/traces HTTP/1.1\r\n")
        with pytest.raises((BrokenPipeError, ConnectionResetError)):
            raw.sendall((b"X-Header: " + b"x" * 4000 + b"\r\n") * 5000)


@pytest.mark.parametrize(
    "field", [b"X-Trailer: " + b"x" * 4000 + b"\r\n", b"x" * 4000], ids=["many", "one"]
)
def test_endless_trailers_are_cut_off(gateway: Any, field: bytes) -> None:
    head = b"POST /v1/traces HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-protobuf\r\n"
    with socket.create_connection(("127.0.0.1", gateway.worker.http_port), timeout=PATIENCE) as raw:
        raw.sendall(head + b"Transfer-Encoding: chunked\r\n\r\n0\r\nX-First: ")
        with pytest.raises((BrokenPipeError, ConnectionResetError)):
            raw.sendall(field * 5000)


def test_an_endless_head_behind_a_request_under_way_is_cut_off(
    configured: Any, running: Any, http_sink: Any
) -> None:
    http_sink.delay = PATIENCE
    gateway = running(configured(http_sink, queue={"directory": None}))
    body = traces().SerializeToString()
    first = (
        b"POST /v1/traces HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-protobuf\r\n"
        b"Content-Length: %d\r\n\r\n" % len(body)
    )
    with socket.create_connection(("127.0.0.1", gateway.worker.http_port), timeout=PATIENCE) as raw:
        raw.sendall(first + body + b"POST /v1/traces HTTP/1.1\r\n")
        http_sink.wait(lambda: http_sink.attempts)
        with pytest.raises((BrokenPipeError, ConnectionResetError)):
            raw.sendall((b"X-Header: " + b"x" * 4000 + b"\r\n") * 5000)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (b"Content-Length: 0\r\nTransfer-Encoding: chunked", 400),
        (b"Content-Length: 0\r\nContent-Length: 36", 400),
        (b"Content-Length: +0", 400),
        (b"Content-Length : 36", 400),
        (b"Transfer-Encoding: chunked, identity", 400),
        (b"Transfer-Encoding: xchunked", 400),
        (b"Transfer-Encoding: gzip, chunked", 501),
        (b"X: y\r\n Transfer-Encoding: chunked", 400),
    ],
)
def test_a_body_whose_end_is_in_doubt_is_refused_with_all_behind_it(
    gateway: Any, fields: bytes, expected: int
) -> None:
    head = b"POST /v1/traces HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-protobuf\r\n"
    behind = b"0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n"
    with socket.create_connection(("127.0.0.1", gateway.worker.http_port), timeout=PATIENCE) as raw:
        raw.sendall(head + fields + b"\r\n\r\n" + behind)
        answer = b""
        while piece := raw.recv(65536):
            answer += piece
    assert re.findall(rb"HTTP/1.1 (\d+)", answer) == [str(expected).encode()]


def test_who_asks_before_sending_what_is_too_large_is_not_told_to_go_on(small: Any) -> None:
    head = b"POST /v1/traces HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-protobuf\r\n"
    with socket.create_connection(("127.0.0.1", small.worker.http_port), timeout=PATIENCE) as raw:
        raw.sendall(head + b"Expect: 100-continue\r\nContent-Length: 20001\r\n\r\n")
        assert raw.recv(4096).startswith(b"HTTP/1.1 413 ")


def test_a_body_in_many_small_chunks_arrives(gateway: Any, http_sink: Any) -> None:
    body = traces("x" * 30_000).SerializeToString()
    chunks = [b"1\r\n%c\r\n" % one for one in body]
    head = b"POST /v1/traces HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-protobuf\r\n"
    with socket.create_connection(("127.0.0.1", gateway.worker.http_port), timeout=PATIENCE) as raw:
        raw.sendall(head + b"Transfer-Encoding: chunked\r\n\r\n")
        raw.sendall(b"".join(chunks) + b"0\r\nX-Trailer: x\r\n\r\n")
        assert b" 200 " in raw.recv(4096)
    http_sink.wait(lambda: http_sink.spans())


def test_grpc_connections_are_limited_and_those_that_say_nothing_end(
    configured: Any, running: Any, http_sink: Any
) -> None:
    gateway = running(configured(http_sink, receivers={"max_connections": 3, "timeout": 1}))
    address = ("127.0.0.1", gateway.worker.grpc_port)
    with contextlib.ExitStack() as stack:
        silent = [
            stack.enter_context(socket.create_connection(address, timeout=20)) for _ in range(3)
        ]
        assert ended(stack.enter_context(socket.create_connection(address, timeout=20)))
        assert all(ended(one) for one in silent)  # within the time that a connection is given
    assert exported(gateway, b"", wait_for_ready=True) == b""


def ended(connection: socket.socket) -> bool:
    try:
        while connection.recv(4096):
            continue
    except TimeoutError:
        return False
    except ConnectionResetError:
        return True
    return True


def test_bodies_that_never_end_are_bounded_together(
    configured: Any, running: Any, http_sink: Any
) -> None:
    receivers = {"max_request_bytes": 20_000, "max_arriving_bytes": 100_000}
    gateway = running(configured(http_sink, receivers=receivers))
    head = b"POST /v1/traces HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-protobuf\r\n"
    opening = head + b"Content-Length: 20000\r\n\r\n" + b"x" * 19_000
    with contextlib.ExitStack() as stack:
        connections: list[socket.socket] = []
        arriving = gateway.worker._receivers.http._arriving
        for number in range(4):
            address = ("127.0.0.1", gateway.worker.http_port)
            one = stack.enter_context(socket.create_connection(address, timeout=PATIENCE))
            connections.append(one)
            one.sendall(opening)
            if number < 3:
                wait(lambda: arriving.used == 19_000 * (number + 1))  # noqa: B023 - called here
        # Of 100,000 bytes there is as much left for others as one client holds.
        connections[3].sendall(b"x" * 1000)
        answer = connections[3].recv(4096).lower()
        assert b" 503 " in answer
        assert b"retry-after: 1" in answer
    wait(lambda: arriving.used == 0)
    assert Client(gateway).send(traces("x" * 15_000).SerializeToString())[0] == 200


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.binary(min_size=1, max_size=400), st.booleans())
def test_hostile_http_never_breaks_the_server(gateway: Any, noise: bytes, has_head: bool) -> None:
    head = b"POST /v1/logs HTTP/1.1\r\nHost: x\r\n" if has_head else b""
    with socket.create_connection(("127.0.0.1", gateway.worker.http_port), timeout=PATIENCE) as raw:
        raw.sendall(head + noise)
        raw.shutdown(socket.SHUT_WR)
        raw.recv(65536)
    assert Client(gateway).send(b"")[0] == 200


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.binary(max_size=300),
    st.sampled_from([PROTOBUF, JSON]),
    st.sampled_from([*CODINGS, ""]),
    st.sampled_from(list(Signal)),
)
def test_hostile_bodies_get_an_answer_and_pass_nothing(
    gateway: Any, http_sink: Any, body: bytes, content_type: str, coding: str, signal: Signal
) -> None:
    headers = {"Content_Encoding": coding} if coding else {}
    status, _, _ = Client(gateway).send(body, f"/v1/{signal}", content_type=content_type, **headers)
    assert status in (200, 400, 413)
