"""The durable queue: redacted batches, on disk before they are acknowledged."""

import asyncio
import logging
import queue
import sqlite3
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Final

from spanveil.gateway._compression import compress
from spanveil.gateway._errors import overloaded
from spanveil.gateway._fair import Room
from spanveil.gateway._queue_file import QueueFile
from spanveil.gateway._queue_open import QueueUnusable
from spanveil.gateway._queue_place import GONE, READ_ONLY
from spanveil.gateway._queue_rows import NewBatch, Stored
from spanveil.gateway._signals import Signal

_LOG = logging.getLogger("spanveil.gateway")
_COALESCED: Final = 1024 * 1024
"""Small requests of one tag that wait together become one batch of about this many bytes: requests
are protobuf messages, and two of them one after the other are one."""
_COMMIT: Final = 8 * 2**20
"""Bytes that one transaction takes, so that the one before it does not wait for a flood."""
_RETRY_AFTER_FULL: Final = 5.0
_RETRY_AFTER_FAULT: Final = 2.0
_IDLE: Final = 1.0
_UNWRITABLE: Final = "the queue cannot be written"
_CAUSES: Final = {GONE: "Gone", READ_ONLY: "ReadOnly"}


@dataclass(frozen=True, slots=True)
class Entry:
    """Redacted items for some sinks; ``body`` is a request, not compressed.

    ``policy`` names what they were redacted by.
    """

    signal: Signal
    tag: str
    items: int
    body: bytes = field(repr=False)
    sinks: tuple[str, ...]
    policy: str = ""

    @property
    def size(self) -> int:
        """Bytes before compression, which is more than what will be kept."""
        return len(self.body)


class _Put:
    __slots__ = ("entries", "future")

    def __init__(self, entries: Sequence[Entry], future: "asyncio.Future[None]") -> None:
        self.entries = entries
        self.future = future


class DurableQueue:
    """Batches between receivers and sinks.

    Args:
        file: Where they are kept.
        room: The quota.
        on_stored: Called on the event loop with each batch that is on disk, also with those that an
            earlier run left.

    Attributes:
        faults: Writes that failed, by cause.
        failure: Why nothing can be kept now, ``""`` if it can.
    """

    def __init__(self, file: QueueFile, room: Room, on_stored: Callable[[Stored], None]) -> None:
        self._file = file
        self._room = room
        self._on_stored = on_stored
        self._loop = asyncio.get_running_loop()
        self._inbox: queue.SimpleQueue[_Put | tuple[int, str] | None] = queue.SimpleQueue()
        self._sinks_left: dict[int, tuple[Stored, set[str]]] = {}
        self._reader = ThreadPoolExecutor(1, "spanveil-queue-reader")
        self.faults: Counter[str] = Counter()
        self.failure = ""
        for stored in file.pending():
            self._remember(stored)
        self._thread = threading.Thread(target=self._write, name="spanveil-queue", daemon=True)
        self._thread.start()

    @property
    def batches(self) -> int:
        """Batches that some sink has not got yet."""
        return len(self._sinks_left)

    async def put(self, entries: Sequence[Entry]) -> None:
        """Return when all entries are on disk.

        Raises:
            PayloadError: There is no room, or the disk refuses (``UNAVAILABLE`` with a delay).
        """
        need: Counter[str] = Counter()
        for entry in entries:
            need[entry.tag] += entry.size
        if not all(self._room.admits(tag, size) for tag, size in need.items()):
            raise overloaded("the queue is full", _RETRY_AFTER_FULL)
        for tag, size in need.items():
            self._room.take(tag, size)
        try:
            future: asyncio.Future[None] = self._loop.create_future()
            future.add_done_callback(_seen)
            self._inbox.put(_Put(entries, future))
            # Shielded: a client that hangs up must not leave the accounting half done.
            await asyncio.shield(future)
        finally:
            for tag, size in need.items():
                self._room.take(tag, -size)

    async def body(self, stored: Stored) -> bytes:
        """Return a batch's body, redacted and in gzip."""
        return await self._loop.run_in_executor(self._reader, self._file.body, stored.id)

    def done(self, stored: Stored, sink: str) -> None:
        """Forget a delivery. Written soon; a crash before that repeats the delivery."""
        entry = self._sinks_left.get(stored.id)
        if entry is not None:
            entry[1].discard(sink)
            if not entry[1]:
                del self._sinks_left[stored.id]
                self._room.take(stored.tag, -stored.size)
        self._inbox.put((stored.id, sink))

    def lost(self, stored: Stored, sink: str, cause: str) -> None:
        """Give up a batch that cannot be read, and say so.

        Args:
            stored: The batch.
            sink: Who does not get it.
            cause: The name of the fault.
        """
        _LOG.error(
            "lost batch %d of queue %s (%d items of %s, for sink %s): it cannot be read (%s)",
            stored.id,
            self._file.path,
            stored.items,
            stored.signal,
            sink,
            cause,
        )
        self.done(stored, sink)

    async def close(self) -> None:
        """Write what is still to be written, and close the file."""
        self._inbox.put(None)
        await asyncio.to_thread(self._thread.join)
        self._reader.shutdown()
        self._file.close()

    def _remember(self, stored: Stored) -> None:
        self._room.take(stored.tag, stored.size)
        self._sinks_left[stored.id] = (stored, set(stored.sinks))
        self._on_stored(stored)

    # The writing thread.

    def _write(self) -> None:
        done: list[tuple[int, str]] = []
        running = True
        while running:
            puts, running = self._collect(done)
            if self._is_out_of_place():
                self._answer(puts, [], failed=True)
                puts = []
            if not puts and not done:
                continue
            if not self._file.has_room():
                self.faults["NoRoom"] += bool(puts)
                self._answer(puts, [], failed=True)
                puts = []
            try:
                stored = self._file.write(_coalesced(puts), done)
            except Exception as error:
                # A full disk, as a rule. Deliveries that cannot be forgotten are kept in mind.
                self.faults[type(error).__name__] += 1
                self.failure = self.failure or (_UNWRITABLE if puts else "")
                self._answer(puts, [], failed=True)
                if not puts and running:
                    time.sleep(_IDLE / 4)
                continue
            if puts and self._is_out_of_place():  # what was written is nowhere
                self._answer(puts, [], failed=True)
                puts, stored = [], []
            elif puts:
                self.failure = ""
            done[:] = self._file.unforgotten
            if done:
                self.faults["UnforgottenDelivery"] += 1
            if self._file.stuck:
                self.faults["DamagedPage"] = self._file.stuck
            self._answer(puts, stored, failed=False)

    def _is_out_of_place(self) -> bool:
        """Say whether what is written would be lost, after it was tried to mend that."""
        fault = self._file.fault()
        if fault == GONE and self._is_put_back():
            fault = ""
        if fault:
            self.faults[_CAUSES[fault]] += 1
        if fault or self.failure != _UNWRITABLE:
            self.failure = fault
        return bool(fault)

    def _is_put_back(self) -> bool:
        old = self._file
        try:
            self._file = old.put_back()
        except (QueueUnusable, sqlite3.Error, OSError):
            return False
        self.faults["PutBack"] += 1
        _LOG.error(
            "the files of queue %s were gone: made anew, with what was undelivered", old.path
        )
        return True

    def _collect(self, done: list[tuple[int, str]]) -> tuple[list[_Put], bool]:
        """Wait for work, and take what is waiting with it into the same transaction."""
        puts: list[_Put] = []
        size = 0
        try:
            message = self._inbox.get(timeout=_IDLE)
            while message is not None:
                if isinstance(message, _Put):
                    puts.append(message)
                    size += sum(entry.size for entry in message.entries)
                    if size >= _COMMIT:
                        return puts, True
                else:
                    done.append(message)
                message = self._inbox.get_nowait()
            return puts, False
        except queue.Empty:
            if not puts and not done and not self._sinks_left:
                self._shrink()
            return puts, True

    def _shrink(self) -> None:
        try:
            self._file.shrink()
        except sqlite3.Error as error:
            self.faults[type(error).__name__] += 1

    def _answer(self, puts: list[_Put], stored: list[Stored], *, failed: bool) -> None:
        def on_loop() -> None:
            for one in stored:
                self._remember(one)
            for put in puts:
                if put.future.done():
                    continue
                if failed:
                    error = overloaded(_UNWRITABLE, _RETRY_AFTER_FAULT)
                    put.future.set_exception(error)
                else:
                    put.future.set_result(None)

        if puts or stored:
            self._loop.call_soon_threadsafe(on_loop)


def _seen(future: "asyncio.Future[None]") -> None:
    if not future.cancelled():
        future.exception()


def _coalesced(puts: list[_Put]) -> list[NewBatch]:
    groups: dict[tuple[Signal, str, tuple[str, ...], str], list[list[Entry]]] = {}
    for put in puts:
        for entry in put.entries:
            kind = (entry.signal, entry.tag, entry.sinks, entry.policy)
            group = groups.setdefault(kind, [[]])
            if group[-1] and sum(e.size for e in group[-1]) + entry.size > _COALESCED:
                group.append([])
            group[-1].append(entry)
    now = time.time()
    return [
        NewBatch(
            signal,
            tag,
            sum(entry.items for entry in entries),
            now,
            compress(b"".join(entry.body for entry in entries)),
            sinks,
            policy,
        )
        for (signal, tag, sinks, policy), group in groups.items()
        for entries in group
    ]
