"""A batch that cannot be read is a counted loss, and holds up no other."""

import asyncio
import logging
import random
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from spanveil.config import Config
from spanveil.gateway import Signal, _delivery
from spanveil.gateway._auth import Stream
from spanveil.gateway._compression import compress
from spanveil.gateway._delivery import Delivery
from spanveil.gateway._intake import Request
from spanveil.gateway._queue_file import NewBatch, QueueFile, Stored
from spanveil.gateway._queue_open import is_damage
from spanveil.gateway._sinks import make_sink
from spanveil.gateway._stats import Stats
from tests.gateway.processes import PATIENCE

_PAGE = 16_384
_BATCHES = 5
_DAMAGED = 2


def spans(name: str, count: int = 3) -> bytes:
    message = ExportTraceServiceRequest()
    scope = message.resource_spans.add().scope_spans.add()
    for _ in range(count):
        scope.spans.add(name=name, trace_id=b"t" * 16, span_id=b"s" * 8)
    return message.SerializeToString()


def body_over_pages(name: str) -> bytes:
    """Return a request in gzip that takes several pages, each found by its content."""
    message = ExportTraceServiceRequest.FromString(spans(name))
    noise = random.Random(name).randbytes(3 * _PAGE)  # noqa: S311 - it must not compress
    message.resource_spans[0].scope_spans[0].spans[0].attributes.add(
        key="noise"
    ).value.bytes_value = noise
    return compress(message.SerializeToString())


def damaged_queue(
    path: Path, policy: str, *, can_delete: bool, sinks: tuple[str, ...] = ("sink-0",)
) -> None:
    """Make a queue in which a batch's chain of pages leads nowhere (SQLite file format, 1.6).

    Where a page in the middle is damaged SQLite still finds the rest by its pointer map and can
    delete the batch; where it is the row that names the first page, it cannot.
    """
    bodies = [body_over_pages(f"batch {number}") for number in range(_BATCHES)]
    file = QueueFile(path)
    batches = [
        NewBatch(Signal.TRACES, "tag", 3, time.time(), body, sinks, policy) for body in bodies
    ]
    file.write(batches, [])
    file.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    data, body = bytearray(path.read_bytes()), bodies[_DAMAGED]
    if can_delete:  # an overflow page begins with the number of the next
        place = data.index(body[_PAGE : _PAGE + 64]) // _PAGE * _PAGE
    else:  # what of a body is in the row ends with the number of the first
        start = data.index(body[:64])
        inside = next(n for n in range(len(body)) if data[start + n] != body[n])
        place = start + inside
    assert 0 < int.from_bytes(data[place : place + 4], "big") <= len(data) // _PAGE
    data[place : place + 4] = bytes(4)
    path.write_bytes(data)


@pytest.mark.parametrize("can_delete", [True, False])
def test_a_damaged_page_costs_its_batch_and_no_other(
    can_delete: bool,
    http_sink: Any,
    configured: Callable[..., Config],
    running: Callable[[Config], Any],
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    path = tmp_path / "queue" / "queue-0.sqlite3"
    config = configured(http_sink)
    damaged_queue(path, "of an older version", can_delete=can_delete)
    with caplog.at_level(logging.ERROR, "spanveil.gateway"):
        gateway = running(config)
        http_sink.wait(lambda: len(http_sink.spans()) == 3 * (_BATCHES - 1))
        http_sink.wait(
            lambda: gateway.worker.stats.get("spanveil_queue_lost_items", exporter="sink-0") == 3
        )
    assert gateway.worker.stats.get("spanveil_queue_lost_items", data_type="traces") == 3
    (record,) = [record for record in caplog.records if "lost batch" in record.message]
    assert str(path) in record.message
    assert "DatabaseError" in record.message
    assert "batch 2" not in record.message
    # New ones are stored, although what was lost cannot be deleted.
    body = spans("after")
    for _ in range(2):
        gateway.call(_accepted(gateway, body))
        time.sleep(0.05)
    http_sink.wait(lambda: len(http_sink.spans()) == 3 * (_BATCHES + 1))

    def stuck() -> float:
        gateway.worker.snapshot()
        return float(gateway.worker.stats.get("spanveil_queue_faults", cause="DamagedPage"))

    http_sink.wait(lambda: stuck() == (not can_delete))
    http_sink.wait(lambda: gateway.worker._deliveries["sink-0"].waiting == 0)
    gateway.stop()
    file = QueueFile(path)
    assert [one.id for one in file.pending()] == ([] if can_delete else [_DAMAGED + 1])
    file.close()


async def _accepted(gateway: Any, body: bytes) -> None:
    await gateway.worker.intake.accept(Request(Signal.TRACES, body, Stream("test"), "grpc"))


def test_what_cannot_be_deleted_leaves_its_pages_to_nobody(tmp_path: Path) -> None:
    path = tmp_path / "queue-0.sqlite3"
    damaged_queue(path, "", can_delete=False, sinks=("a", "b"))
    file = QueueFile(path)
    before = list(file.pending())
    with pytest.raises(sqlite3.DatabaseError) as caught:
        file.body(before[_DAMAGED].id)
    assert is_damage(caught.value)
    done = [(stored.id, sink) for stored in before for sink in ("a", "b")]
    new = [NewBatch(Signal.TRACES, "tag", 3, 0.0, body_over_pages("new"), ("a",))]
    stored = file.write(new, done)
    assert file.stuck == 1
    for number in range(2):
        batch = NewBatch(Signal.TRACES, "tag", 3, 0.0, body_over_pages(f"new {number}"), ("a",))
        new.append(batch)
        stored += file.write([batch], [])
    assert [file.body(one.id) for one in stored] == [batch.body for batch in new]
    left = {one.id: one.sinks for one in file.pending()}
    assert left == {before[_DAMAGED].id: ("b",)} | {one.id: ("a",) for one in stored}
    file.close()


@pytest.mark.parametrize(
    "fault", [OSError("x"), sqlite3.OperationalError("disk I/O error"), KeyError(7)]
)
def test_a_batch_that_is_never_read_is_given_up(
    fault: Exception,
    http_sink: Any,
    configured: Callable[..., Config],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(_delivery, "_READ_AGAIN", 0.01)
    monkeypatch.setattr(_delivery, "_MAX_READS", 3)
    reads: list[int] = []
    done: list[int] = []
    lost: list[tuple[int, str, str]] = []

    async def read(stored: Stored) -> bytes:
        reads.append(stored.id)
        if stored.id == 2:
            raise fault
        return compress(spans(f"batch {stored.id}"))

    async def deliver() -> Stats:
        stats = Stats()
        delivery = Delivery(
            make_sink(configured(http_sink).gateway.sinks[0]),
            read,
            lambda stored, sink: done.append(stored.id),
            lambda stored, sink, cause: lost.append((stored.id, sink, cause)),
            stats,
        )
        for number in (1, 2, 3):
            delivery.put(Stored(number, Signal.TRACES, "tag", 3, time.time(), 600, ("sink-0",)))
        delivery.start()
        async with asyncio.timeout(PATIENCE):
            while not lost or len(done) < 2:
                await asyncio.sleep(0.01)
        assert delivery.waiting == 0
        assert delivery.is_up
        await delivery.stop()
        return stats

    stats = asyncio.run(deliver())
    assert lost == [(2, "sink-0", type(fault).__name__)]
    assert sorted(done) == [1, 3]
    assert reads.count(2) == 3
    assert len(http_sink.spans()) == 6
    assert stats.get("spanveil_queue_lost_items", exporter="sink-0") == 3


def test_a_batch_that_is_no_gzip_holds_up_none_that_goes_with_it(
    http_sink: Any,
    configured: Callable[..., Config],
    running: Callable[[Config], Any],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setattr(_delivery, "_READ_AGAIN", 0.01)
    monkeypatch.setattr(_delivery, "_MAX_READS", 3)
    file = QueueFile(tmp_path / "queue" / "queue-0.sqlite3")
    good = compress(spans("good"))
    for body in (good, good[:-9] + b"\xff" * 9, good):
        file.write([NewBatch(Signal.TRACES, "tag", 3, time.time(), body, ("sink-0",), "old")], [])
    file.close()
    gateway = running(configured(http_sink))
    http_sink.wait(lambda: len(http_sink.spans()) == 6)
    http_sink.wait(lambda: gateway.worker.stats.get("spanveil_queue_lost_items") == 3)
    http_sink.wait(lambda: gateway.worker._deliveries["sink-0"].waiting == 0)
