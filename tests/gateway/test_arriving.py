"""Requests over gRPC that never arrive whole take bounded room, and none from those that do."""

import base64
import contextlib
import time
from pathlib import Path
from typing import Any

import grpc
import pytest
from google.rpc import error_details_pb2, status_pb2  # type: ignore[import-untyped]

from spanveil.gateway._arriving import _AT_ONCE
from tests.gateway.processes import Process, free_port, request
from tests.gateway.raw_http2 import CHECK, EXPORT, RawHttp2
from tests.gateway.test_receivers import exported, traces

_MIB = 2**20


def rich(headers: dict[str, str]) -> Any:
    details = headers.get("grpc-status-details-bin", "")
    return status_pb2.Status.FromString(base64.b64decode(details + "=" * (-len(details) % 4)))


def resident(process: Process) -> int:
    text = Path(f"/proc/{process.process.pid}/status").read_text()
    return int(text.partition("VmRSS:")[2].split()[0]) * 1024


def half_sent(
    peer: RawHttp2, path: str = EXPORT, size: int = 19_000, promised: int = 20_000
) -> int:
    stream = peer.call(path)
    peer.message(stream, bytes(size), promised)
    return stream


@pytest.fixture
def small(configured: Any, running: Any, http_sink: Any) -> Any:
    limits = {"max_request_bytes": 20_000, "max_arriving_bytes": 80_000, "timeout": 3}
    return running(configured(http_sink, receivers=limits, shutdown_timeout=0.2))


@pytest.mark.parametrize("path", [EXPORT, CHECK])
def test_checklist_11_slow_bodies_are_bounded_together_and_told_when_to_come_back(
    small: Any, path: str
) -> None:
    begin = time.monotonic()
    with contextlib.ExitStack() as stack:
        port = small.worker.grpc_port
        peers = [stack.enter_context(RawHttp2(port)) for _ in range(4)]
        calls = [(peer, half_sent(peer, path)) for peer in peers for _ in range(3)]
        answers = [peer.wait(stream) for peer, stream in calls]
    codes = [answer.headers["grpc-status"] for answer in answers]
    # One client may hold as much as it leaves to others: two of the four that there is room for.
    assert sorted(codes) == ["14"] * 2 + ["8"] * 10
    for answer in answers:
        delay = error_details_pb2.RetryInfo()
        assert rich(answer.headers).details[0].Unpack(delay)
        assert delay.retry_delay.seconds == 1
    assert time.monotonic() - begin < 6  # those with room had their time, and no more
    name = "too many requests are arriving"
    stats = small.worker.stats
    assert stats.get("spanveil_refused_requests", reason=name, transport="grpc") == 10
    assert exported(small, traces("x" * 10_000).SerializeToString()) == b""


def test_a_slow_body_that_arrives_is_taken(small: Any, http_sink: Any) -> None:
    body = traces().SerializeToString()
    with RawHttp2(small.worker.grpc_port) as peer:
        stream = peer.call()
        peer.message(stream, body[:10], len(body))
        time.sleep(2 * _AT_ONCE)
        peer.send(stream, body[10:], end=True)
        assert peer.wait(stream).headers["grpc-status"] == "0"
    http_sink.wait(lambda: http_sink.spans())


def test_whole_requests_pass_while_others_take_all_the_room_there_is(small: Any) -> None:
    with RawHttp2(small.worker.grpc_port) as peer:
        for _ in range(2):
            half_sent(peer)
        time.sleep(1.2 * _AT_ONCE)
        assert exported(small, traces("x" * 10_000).SerializeToString()) == b""


def test_who_shows_no_token_sends_no_body(configured: Any, running: Any, http_sink: Any) -> None:
    tokens = [{"name": "app", "token": "x" * 20}]
    gateway = running(configured(http_sink, receivers={"tokens": tokens}))
    with RawHttp2(gateway.worker.grpc_port) as peer:
        stream = peer.call()
        assert peer.wait(stream).headers["grpc-status"] == "16"


def test_a_call_without_a_message_is_refused_and_one_that_is_left_is_not(small: Any) -> None:
    with RawHttp2(small.worker.grpc_port) as peer:
        stream = peer.call()
        peer.send(stream, b"", end=True)
        assert peer.wait(stream).headers["grpc-status"] == "3"
        half_sent(peer)
        time.sleep(0.2)
    time.sleep(2 * _AT_ONCE)
    assert small.worker.stats.get("spanveil_refused_requests") == 1


def test_health_is_told_to_all_though_one_reads_nothing(small: Any) -> None:
    from grpc_health.v1 import health_pb2, health_pb2_grpc

    state = health_pb2.HealthCheckResponse
    with RawHttp2(small.worker.grpc_port, window=0) as deaf:
        for _ in range(3):
            stream = deaf.call("/grpc.health.v1.Health/Watch")
            deaf.message(stream, b"")
        with grpc.insecure_channel(small.grpc) as channel:
            stub: Any = health_pb2_grpc.HealthStub(channel)
            watch = stub.Watch(health_pb2.HealthCheckRequest(), timeout=10)
            assert next(watch).status == state.SERVING
            small.call(tell(small, "a reason"))
            assert next(watch).status == state.NOT_SERVING
            small.call(tell(small, ""))
            assert next(watch).status == state.SERVING
            watch.cancel()
            with pytest.raises(grpc.RpcError) as refused:
                stub.Check(health_pb2.HealthCheckRequest(service="x"), timeout=5)
            call: Any = refused.value
            assert call.code() is grpc.StatusCode.NOT_FOUND


async def tell(gateway: Any, failure: str) -> None:
    gateway.worker._self_test.failure = failure
    gateway.worker._tell_health()


def test_memory_of_bodies_that_never_end_is_bounded(launch: Any, http_sink: Any) -> None:
    address = f"127.0.0.1:{free_port()}"
    receivers = {
        "grpc": address,
        "http": f"127.0.0.1:{free_port()}",
        "max_request_bytes": 8 * _MIB,
        "max_arriving_bytes": 32 * _MIB,
    }
    process = launch(http_sink.url, receivers=receivers, shutdown_timeout=0.2)
    process.wait_ready()
    with contextlib.ExitStack() as stack:
        before = resident(process)
        port = int(address.rpartition(":")[2])
        peers = [stack.enter_context(RawHttp2(port)) for _ in range(4)]
        for _ in range(5):
            for peer in peers * 5:
                half_sent(peer, size=6 * _MIB, promised=8 * _MIB)
            time.sleep(2 * _AT_ONCE)
        # 600 MiB were sent. What is held is what there is room for, and what came in a moment, of
        # which the C library's arenas, one for each of gRPC's threads, keep what a flood left.
        assert resident(process) - before < 400 * _MIB
        assert process.metric('spanveil_refused_requests{code="RESOURCE_EXHAUSTED"') > 90
    with grpc.insecure_channel(address) as channel:
        call: Any = channel.unary_unary(EXPORT)
        assert call(request(2)[1], timeout=10) == b""
