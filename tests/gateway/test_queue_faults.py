"""A disk that fails in one place holds up nothing else, at work and at the start."""

import asyncio
import logging
import os
import secrets
import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from spanveil.config import Config
from spanveil.gateway import PayloadError, Signal
from spanveil.gateway._adoption import adopt_left_behind
from spanveil.gateway._fair import Room
from spanveil.gateway._queue import DurableQueue, Entry
from spanveil.gateway._queue_file import _FAILURES, NewBatch, QueueFile, Stored
from spanveil.gateway._queue_open import QueueUnusable
from spanveil.gateway._stats import Stats
from tests.gateway.test_damaged_batch import _BATCHES, _DAMAGED, damaged_queue


def failure_of_disk() -> sqlite3.OperationalError:
    """Return what SQLite raises where the operating system answers EIO."""
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_READ
    return error


class FailingDisk:
    """A real connection, on whose disk the pages of some batches' deliveries cannot be read."""

    def __init__(self, connection: sqlite3.Connection, bad: Iterable[int]) -> None:
        self.connection = connection
        self.bad = set(bad)
        self.deletes = 0

    def execute(self, statement: str, values: Any = ()) -> sqlite3.Cursor:
        if statement.startswith("DELETE FROM batch"):
            self.deletes += 1
            if values[0] in self.bad:
                raise failure_of_disk()
        return self.connection.execute(statement, values)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.connection, name)


def batch(body: bytes = b"x", sinks: tuple[str, ...] = ("a",)) -> NewBatch:
    return NewBatch(Signal.TRACES, "tag", 1, 0.0, body, sinks)


def ids(file: QueueFile) -> list[int]:
    return [stored.id for stored in file.pending()]


@pytest.fixture
def file(tmp_path: Path) -> Any:
    file = QueueFile(tmp_path / "queue-0.sqlite3")
    yield file
    file.close()


def test_a_delivery_that_cannot_be_forgotten_now_keeps_no_batch_out(file: QueueFile) -> None:
    stored = file.write([batch()] * 4, [])
    disk = FailingDisk(file._writer, [stored[1].id])
    file._writer = disk  # type: ignore[assignment]
    done = [(one.id, "a") for one in stored]
    (new,) = file.write([batch(b"new")], done)
    assert file.unforgotten == [(stored[1].id, "a")]
    assert file.stuck == 0
    assert ids(file) == [stored[1].id, new.id]
    assert file.body(new.id) == b"new"
    disk.bad.clear()
    assert file.write([], file.unforgotten) == []
    assert file.unforgotten == []
    assert ids(file) == [new.id]


def test_a_disk_that_fails_everywhere_is_not_asked_for_each_delivery(file: QueueFile) -> None:
    stored = file.write([batch()] * 40, [])
    done = [(one.id, "a") for one in stored]
    disk = FailingDisk(file._writer, range(30))
    file._writer = disk  # type: ignore[assignment]
    file.write([batch()], done)
    assert disk.deletes == 1 + _FAILURES
    assert sorted(file.unforgotten) == done
    for _ in range(6):  # those that were not tried come first, so that each has its turn
        file.write([], file.unforgotten)
    assert sorted(number for number, _ in file.unforgotten) == [n for n, _ in done if n < 30]


def test_a_write_that_the_disk_refuses_is_refused(file: QueueFile) -> None:
    class Full(FailingDisk):
        def execute(self, statement: str, values: Any = ()) -> sqlite3.Cursor:
            if statement.startswith("INSERT"):
                raise failure_of_disk()
            return self.connection.execute(statement, values)

    (stored,) = file.write([batch()], [])
    file._writer = Full(file._writer, [])  # type: ignore[assignment]
    with pytest.raises(sqlite3.OperationalError):
        file.write([batch()], [(stored.id, "a")])
    assert ids(file) == [stored.id]


@pytest.mark.parametrize("can_delete", [True, False])
def test_a_damaged_batch_of_a_queue_that_is_taken_over_is_lost_alone(
    can_delete: bool,
    http_sink: Any,
    configured: Callable[..., Config],
    running: Callable[[Config], Any],
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    config = configured(http_sink)
    path = tmp_path / "queue" / "queue-3.sqlite3"
    damaged_queue(path, "of an older version", can_delete=can_delete)
    with caplog.at_level(logging.INFO, "spanveil.gateway"):
        gateway = running(config)
        http_sink.wait(lambda: len(http_sink.spans()) == 3 * (_BATCHES - 1))
    stats = gateway.worker.stats
    assert stats.get("spanveil_queue_lost_items", exporter="sink-0", data_type="traces") == 3
    (record,) = [record for record in caplog.records if "lost batch" in record.message]
    assert f"lost batch {_DAMAGED + 1} of queue {path}" in record.message
    assert "DatabaseError" in record.message
    assert f"took over {_BATCHES - 1} batches" in caplog.text
    gateway.stop()
    # What is damaged is put aside, and neither read nor counted again.
    assert not list(path.parent.glob("queue-3.sqlite3"))
    assert (path.parent / "queue-3.sqlite3.damaged").exists()
    gateway = running(config)
    assert gateway.worker.stats.get("spanveil_queue_lost_items") == 0
    gateway.stop()
    assert len(http_sink.spans()) == 3 * (_BATCHES - 1)


def test_what_cannot_be_moved_now_waits_for_the_next_start(
    file: QueueFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "queue-2.sqlite3"
    left = QueueFile(path)
    left.write([batch(b"one"), batch(b"two"), batch(b"three")], [])
    left.close()
    stats = Stats()
    read = QueueFile.body

    def fails_on_the_second(queue: QueueFile, number: int) -> bytes:
        if number == 2 and queue is not file:
            raise failure_of_disk()
        return read(queue, number)

    with monkeypatch.context() as patch:
        patch.setattr(QueueFile, "body", fails_on_the_second)
        adopt_left_behind(file, 1, stats)
    assert [file.body(number) for number in ids(file)] == [b"one", b"three"]
    assert path.exists()
    with monkeypatch.context() as patch:
        patch.setattr(QueueFile, "has_room", lambda queue: False)
        adopt_left_behind(file, 1, stats)
    assert path.exists()
    assert [file.body(number) for number in ids(file)] == [b"one", b"three"]
    full = FailingDisk(file._writer, [])
    full.execute = _refuse  # type: ignore[method-assign]
    writer, file._writer = file._writer, full  # type: ignore[assignment]
    adopt_left_behind(file, 1, stats)
    file._writer = writer
    assert path.exists()
    adopt_left_behind(file, 1, stats)
    assert [file.body(number) for number in ids(file)] == [b"one", b"three", b"two"]
    assert [one.name for one in tmp_path.glob("queue-2*")] == []
    assert stats.get("spanveil_queue_lost_items") == 0


def _refuse(statement: str, values: Any = ()) -> sqlite3.Cursor:
    raise sqlite3.OperationalError("database or disk is full")


class SmallDisk:
    """What `os.statvfs` says of a disk that holds a directory and nothing else."""

    def __init__(self, directory: Path, blocks: int) -> None:
        self.directory = directory
        self.blocks = blocks
        self.fullest = 0

    def __call__(self, path: object) -> Any:
        assert path == self.directory
        used = sum(file.stat().st_size for file in self.directory.iterdir())
        self.fullest = max(self.fullest, used)
        free = max(0, self.blocks - used // 4096)
        return SimpleNamespace(f_frsize=4096, f_blocks=self.blocks, f_bavail=free, f_flag=0)


def test_a_full_disk_takes_again_when_what_it_held_is_delivered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = SmallDisk(tmp_path, 1024)
    monkeypatch.setattr(os, "statvfs", disk)

    async def fill(queue: DurableQueue) -> int:
        for number in range(1000):
            entry = Entry(Signal.TRACES, "tag", 1, secrets.token_bytes(20_000), ("sink",))
            try:
                await queue.put([entry])
            except PayloadError:
                return number
        pytest.fail("never full")

    async def run() -> list[int]:
        stored: list[Stored] = []
        file = QueueFile(tmp_path / "queue-0.sqlite3")
        queue = DurableQueue(file, Room(2**30, 1.0), stored.append)
        taken = []
        for _ in range(3):
            taken.append(await fill(queue))
            assert queue.faults["NoRoom"] >= 1
            # What a log takes that fills the disk, no deletion and no move into the table can have.
            assert disk.fullest <= 1024 * 4096
            while stored:
                queue.done(stored.pop(), "sink")
            while file._reader.execute("SELECT count(*) FROM batch").fetchall() != [(0,)]:
                await asyncio.sleep(0.01)
        await queue.close()
        return taken

    assert min(asyncio.run(run())) > 40


def test_a_queue_on_a_full_disk_is_opened_and_not_called_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "queue-0.sqlite3"
    file = QueueFile(path)
    (stored,) = file.write([batch()], [])
    file.close()
    connect = sqlite3.connect

    class Full(FailingDisk):
        def execute(self, statement: str, values: Any = ()) -> sqlite3.Cursor:
            if statement.startswith("PRAGMA user_version ="):
                error = sqlite3.OperationalError("database or disk is full")
                error.sqlite_errorcode = sqlite3.SQLITE_FULL
                raise error
            return self.connection.execute(statement, values)

    def full(*where: Any, **how: Any) -> Any:
        return Full(connect(*where, **how), [])

    monkeypatch.setattr(sqlite3, "connect", full)
    file = QueueFile(path)
    assert ids(file) == [stored.id]
    file.close()
    with pytest.raises(QueueUnusable, match="a disk with room"):
        QueueFile(tmp_path / "queue-1.sqlite3")
