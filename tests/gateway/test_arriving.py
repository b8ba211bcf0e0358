"""Requests over gRPC that never arrive whole take bounded room, and none from those that do."""

import base64
import contextlib
import threading
import time
from pathlib import Path
from typing import Any

import grpc
import pytest
from google.rpc import error_details_pb2, status_pb2  # type: ignore[import-untyped]

from spanveil.gateway._arriving import _AT_ONCE
from tests.gateway.conftest import wait
from tests.gateway.processes import Process, request
from tests.gateway.raw_http2 import CHECK, EXPORT, Answer, RawHttp2
from tests.gateway.test_receivers import exported, traces
from tests.ports import free_port

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


def told_when(answer: Answer) -> int:
    """Return the seconds after which a client that was turned away may come again."""
    delay = error_details_pb2.RetryInfo()
    assert rich(answer.headers).details[0].Unpack(delay)
    return int(delay.retry_delay.seconds)


def accepted(gateway: Any) -> bool:
    """Send a whole request as OTLP clients do, which come again where there was no room.

    It stands for one that is here at once, also where a busy machine takes its time for it.
    """
    body = traces("x" * 10_000).SerializeToString()
    for _ in range(20):
        try:
            return exported(gateway, body) == b""
        except grpc.RpcError as error:
            call: Any = error
            if call.code() is not grpc.StatusCode.RESOURCE_EXHAUSTED:
                raise
    return False


LIMITS = {"max_request_bytes": 20_000, "max_arriving_bytes": 80_000}


@pytest.fixture
def small(configured: Any, running: Any, http_sink: Any) -> Any:
    return running(configured(http_sink, receivers=LIMITS, shutdown_timeout=0.2))


@pytest.mark.parametrize("path", [EXPORT, CHECK])
def test_checklist_11_slow_bodies_are_bounded_together_and_told_when_to_come_back(
    small: Any, path: str
) -> None:
    with contextlib.ExitStack() as stack:
        port = small.worker.grpc_port
        peers = [stack.enter_context(RawHttp2(port)) for _ in range(4)]
        for peer in peers * 3:
            half_sent(peer, path)

        def answers() -> list[Answer]:
            for peer in peers:
                peer.look(0)
            return [one for peer in peers for one in peer.answers.values() if one.has_ended]

        # One client may hold as much as it leaves to others: two of the four there is room for.
        wait(lambda: len(answers()) == 10)
        assert [answer.headers["grpc-status"] for answer in answers()] == ["8"] * 10
        assert [told_when(answer) for answer in answers()] == [1] * 10
        name = "too many requests are arriving"
        stats = small.worker.stats
        assert stats.get("spanveil_refused_requests", reason=name, transport="grpc") == 10
        assert accepted(small)


@pytest.mark.parametrize("path", [EXPORT, CHECK])
def test_checklist_11_a_slow_body_has_its_time_and_no_more(
    configured: Any, running: Any, http_sink: Any, path: str
) -> None:
    gateway = running(configured(http_sink, receivers={"timeout": 1}, shutdown_timeout=0.2))
    with RawHttp2(gateway.worker.grpc_port) as peer:
        begin = time.monotonic()
        answer = peer.wait(half_sent(peer, path))
        assert time.monotonic() - begin >= 0.9
    assert answer.headers["grpc-status"] == "14"
    assert told_when(answer) == 1
    assert gateway.worker.stats.get("spanveil_refused_requests", transport="grpc") == 1


def test_a_body_under_way_is_taken_by_a_gateway_that_lets_go(
    configured: Any, running: Any, http_sink: Any
) -> None:
    gateway = running(configured(http_sink, shutdown_timeout=60))
    body = traces().SerializeToString()
    with RawHttp2(gateway.worker.grpc_port) as peer:
        stream = peer.call()
        peer.message(stream, body[:10], len(body))
        # The first answer of health tells that the call before it is known.
        peer.send(health := peer.call(CHECK), bytes(5), end=True)
        assert peer.wait(health).headers["grpc-status"] == "0"
        stopping = threading.Thread(target=gateway.stop)
        stopping.start()
        wait(lambda: peer.look(0) and peer.goaways)
        peer.send(stream, body[10:], end=True)
        assert peer.wait(stream).headers["grpc-status"] == "0"
    stopping.join()
    assert len(http_sink.spans()) == 1


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
        assert accepted(small)


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
        refused = 'spanveil_refused_requests{code="RESOURCE_EXHAUSTED"'
        for number in range(1, 9):
            for peer in peers * 3:
                half_sent(peer, size=6 * _MIB, promised=8 * _MIB)
            # All but those with room: two, and two more if the time of the first ones is over.
            wait(lambda: process.metric(refused) >= 12 * number - 4)  # noqa: B023 - called here
        # 576 MiB were sent. What is held is what there is room for, and what came in a moment, of
        # which the C library's arenas, one for each of gRPC's threads, keep what a flood left.
        assert resident(process) - before < 400 * _MIB
    with grpc.insecure_channel(address) as channel:
        call: Any = channel.unary_unary(EXPORT)
        assert call(request(2)[1], timeout=10) == b""
