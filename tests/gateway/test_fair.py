"""Fairness between tags: order, room, and a flood through a real gateway."""

import secrets
import threading
import time
from collections import Counter
from dataclasses import dataclass
from typing import Any

import grpc
from hypothesis import given
from hypothesis import strategies as st
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from spanveil.context import TenantTag
from spanveil.gateway import PayloadError, Signal
from spanveil.gateway._auth import Stream
from spanveil.gateway._fair import FairBacklog, Room
from spanveil.gateway._intake import Request
from spanveil.gateway._signals import SIGNALS
from tests.gateway.conftest import wait
from tests.gateway.processes import PATIENCE


@dataclass(frozen=True)
class Piece:
    tag: str
    size: int
    number: int


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 3_000_000)), max_size=40))
def test_everything_comes_out_once_in_order_within_a_tag(pieces: list[tuple[str, int]]) -> None:
    backlog: FairBacklog[Piece] = FairBacklog()
    put = [Piece(tag, size, number) for number, (tag, size) in enumerate(pieces)]
    for piece in put:
        backlog.put(piece)
    out = [backlog.get() for _ in range(len(backlog))]
    assert sorted(out, key=lambda piece: piece.number) == put
    for tag in "abc":
        assert [p for p in out if p.tag == tag] == [p for p in put if p.tag == tag]


def test_a_flood_does_not_come_before_a_later_tag() -> None:
    backlog: FairBacklog[Piece] = FairBacklog()
    for number in range(1000):
        backlog.put(Piece("noisy", 100_000, number))
    backlog.put(Piece("quiet", 100_000, 0))
    first = [backlog.get().tag for _ in range(6)]
    assert "quiet" in first


def test_tags_get_equal_bytes_whatever_the_size_of_their_batches() -> None:
    backlog: FairBacklog[Piece] = FairBacklog()
    for number in range(2000):
        backlog.put(Piece("large", 200_000, number))
        backlog.put(Piece("small", 10_000, number))
    served: Counter[str] = Counter()
    for _ in range(1000):
        piece = backlog.get()
        served[piece.tag] += piece.size
    assert 0.8 < served["large"] / served["small"] < 1.25


def test_one_tag_never_takes_all_the_room() -> None:
    room = Room(1000, 1.0)
    while room.admits("noisy", 10):
        room.take("noisy", 10)
    assert room.used == 500
    assert room.admits("quiet", 200)
    room.take("noisy", -500)
    assert room.used == 0


def test_a_tenants_flood_leaves_the_others_alone(
    configured: Any, running: Any, http_sink: Any
) -> None:
    token = secrets.token_urlsafe(24)
    http_sink.delay = 0.02
    gateway = running(
        configured(
            {"url": http_sink.url, "concurrency": 1},
            receivers={"tokens": [{"name": "app", "token": token, "trusted": True}]},
            queue={"max_bytes": 2**20},
            shutdown_timeout=0.2,
        )
    )
    noisy, quiet = (TenantTag("k1", secrets.token_bytes(16)).text for _ in range(2))
    sent: Counter[str] = Counter()
    refused: Counter[str] = Counter()
    stop = threading.Event()

    def send(tag: str, spans: int, pause: float) -> None:
        with grpc.insecure_channel(gateway.grpc) as channel:
            call: Any = channel.unary_unary(f"/{SIGNALS[Signal.TRACES].service}/Export")
            while not stop.is_set():
                try:
                    call(
                        _request(tag, spans),
                        metadata=(("authorization", f"Bearer {token}"),),
                        timeout=PATIENCE,
                    )
                except grpc.RpcError:
                    refused[tag] += 1
                sent[tag] += 1
                time.sleep(pause)

    threads = [threading.Thread(target=send, args=(noisy, 400, 0.0)) for _ in range(3)]
    threads.append(threading.Thread(target=send, args=(quiet, 1, 0.05)))
    for thread in threads:
        thread.start()
    try:
        wait(lambda: sent[quiet] > 8 and sent[noisy] > 40)
    finally:
        stop.set()
        for thread in threads:
            thread.join()
    assert refused[quiet] == 0

    def delivered() -> int:
        return sum(
            pair.value.string_value == quiet
            for span in http_sink.spans()
            for pair in span.attributes
        )

    http_sink.wait(lambda: delivered() == sent[quiet])


def test_a_full_share_is_the_noisy_tenants_alone_and_the_others_come_out_in_turn(
    configured: Any, running: Any, http_sink: Any
) -> None:
    """By counts and by the order in the sink's output, so that no clock decides."""
    http_sink.always = (503, {})
    sink = {"name": "one", "url": http_sink.url, "concurrency": 1}
    gateway = running(configured(sink, queue={"max_bytes": 4 * 2**20}))
    noisy, *others = (TenantTag("k1", secrets.token_bytes(16)).text for _ in range(4))
    refused: Counter[str] = Counter()
    accepted: Counter[str] = Counter()

    def send(tag: str, spans: int) -> bool:
        stream = Stream("app", trusted=True)
        request = Request(Signal.TRACES, _request(tag, spans), stream, "grpc")
        try:
            gateway.call(gateway.worker.intake.accept(request))
        except PayloadError as error:
            refused[tag] += spans if error.retry_after else 10**6
            return False
        accepted[tag] += spans
        return True

    for _ in range(500):
        if not send(noisy, 1000):
            break
    assert refused[noisy] == 1000
    for tag in others * 4:
        send(tag, 10)
    assert {tag: refused[tag] for tag in others} == dict.fromkeys(others, 0)
    http_sink.always = None
    http_sink.wait(lambda: len(http_sink.spans()) >= accepted.total())
    order = [pair.value.string_value for span in http_sink.spans() for pair in span.attributes]
    assert Counter(order) == accepted  # nothing lost, nothing twice
    last = max(len(order) - 1 - order[::-1].index(tag) for tag in others)
    ahead = Counter(order[:last])[noisy]
    # A turn of the flood is 256 KiB of what is stored: at most what was under way, and one turn
    # for each that the others needed, come before the last of the others.
    assert ahead < accepted[noisy] / 2


def _request(tag: str, spans: int) -> bytes:
    message = ExportTraceServiceRequest()
    scope = message.resource_spans.add().scope_spans.add()
    for _ in range(spans):
        span = scope.spans.add(
            name="chat", span_id=secrets.token_bytes(8), trace_id=secrets.token_bytes(16)
        )
        span.attributes.add(key="spanveil.tenant").value.string_value = tag
    return message.SerializeToString()
