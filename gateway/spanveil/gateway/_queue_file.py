"""What is read from the queue's file and written to it: one writer and one reader."""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from spanveil.gateway._queue_open import (
    QueueUnusable,
    is_damage,
    is_failure_of_disk,
    open_queue,
)
from spanveil.gateway._queue_place import GONE, Place
from spanveil.gateway._signals import Signal

_OVERHEAD: Final = 512
"""What a batch is charged beside its body, so that many tiny ones are bounded too."""
_RESERVE: Final = 64 * 2**20
"""Bytes of the disk that are left free, or half of a small one: the log is moved into the table at
1,000 pages of 16 KiB (https://www.sqlite.org/wal.html), and may have one large commit on top."""
_CHECKPOINT: Final = "PRAGMA wal_checkpoint(TRUNCATE)"
_BESIDE: Final = ("-wal", "-shm")
"""Files that are there as long as a connection is open (https://www.sqlite.org/wal.html)."""
_VACUUM: Final = "PRAGMA incremental_vacuum"
_FAILURES: Final = 8
"""So many deliveries are tried one by one on a disk that fails."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A batch in the queue, without its body.

    Attributes:
        id: Its row.
        signal: Which request it is.
        tag: Whose it is.
        items: Spans, data points or log records.
        created: Seconds since the epoch.
        size: What it costs of the quota, in bytes.
        sinks: Where it still has to go.
        policy: What it was redacted by; ``""`` for a batch of an older version.
    """

    id: int
    signal: Signal
    tag: str
    items: int
    created: float
    size: int
    sinks: tuple[str, ...]
    policy: str = ""


@dataclass(frozen=True, slots=True)
class NewBatch:
    """A batch to store; ``body`` is redacted and compressed."""

    signal: Signal
    tag: str
    items: int
    created: float
    body: bytes
    sinks: tuple[str, ...]
    policy: str = ""


class QueueFile:
    """One queue on disk. The writing half and ``body`` may be used from two different threads.

    Args:
        path: The database. It and its directory are made if missing, for this user only.

    Attributes:
        path: The database.
        stuck: Deliveries that cannot be forgotten because their pages are damaged. What they hold
            stays in the file, and is delivered again after a restart if it can be read.
        unforgotten: Deliveries that the last `write` could not forget because the disk failed on
            their pages, to be tried again.

    Raises:
        QueueUnusable: Another process has it, its directory cannot be written, it was made by
            another version, or it is damaged.
    """

    def __init__(self, path: Path) -> None:
        self._open(path, None)

    def _open(self, path: Path, lock: int | None) -> None:
        self.path = path
        self._former: QueueFile | None = None
        self.stuck = 0
        self.unforgotten: list[tuple[int, str]] = []
        self._lock, self._writer, self._reader = open_queue(path, lock)
        try:
            beside = [path.with_name(path.name + suffix) for suffix in _BESIDE]
            self._place = Place(path.parent, path, *beside)
        except OSError:
            self.close()
            raise QueueUnusable("a directory that stays where it is") from None

    def pending(self) -> Iterator[Stored]:
        """Yield what was left undelivered, the oldest first."""
        # In the order of the rows, so that nothing is sorted, and no body is read for its length.
        rows = self._writer.execute(
            "SELECT id, signal, tag, items, created, length(body), "
            "(SELECT group_concat(sink) FROM delivery WHERE batch = id) AS sinks "
            "FROM batch WHERE sinks IS NOT NULL ORDER BY id"
        )
        for number, signal, tag, items, created, size, sinks in rows:
            yield Stored(
                number,
                Signal(signal),
                tag,
                items,
                created,
                size + _OVERHEAD,
                tuple(sinks.split(",")),
                self._policy_of(number),
            )

    def _policy_of(self, number: int) -> str:
        # It stands behind the body, whose pages are passed on the way to it.
        try:
            (policy,) = self._writer.execute(
                "SELECT policy FROM batch WHERE id = ?", (number,)
            ).fetchone()
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise
            return ""  # as of an older version; its body will not be read either
        return str(policy)

    def write(self, new: Sequence[NewBatch], done: Sequence[tuple[int, str]]) -> list[Stored]:
        """Store batches and forget deliveries, in one transaction that is on disk on return.

        A delivery on whose pages the disk fails keeps no batch from being stored: each is forgotten
        by itself then. Where its pages are damaged it is left and counted in ``stuck``; where
        reading or writing failed, it stands in ``unforgotten``.

        Raises:
            sqlite3.Error: No batch was stored.
        """
        self.unforgotten = []
        try:
            return self._write(new, done)
        except sqlite3.DatabaseError as error:
            if not done or not (is_damage(error) or is_failure_of_disk(error)):
                raise
        stored = self._write(new, ())
        self._forget_each(done)
        return stored

    def _forget_each(self, done: Sequence[tuple[int, str]]) -> None:
        # A DELETE that failed half way has given back some of its pages: each is undone by itself.
        failed: list[tuple[int, str]] = []
        for position, one in enumerate(done):
            try:
                self._write((), [one])
            except sqlite3.DatabaseError as error:
                if is_damage(error):
                    self.stuck += 1
                    continue
                failed.append(one)
                if len(failed) == _FAILURES:
                    # It is the disk, and not a place on it. Those that were not tried come first
                    # the next time.
                    self.unforgotten = [*done[position + 1 :], *failed]
                    return
        self.unforgotten = failed

    def _write(self, new: Sequence[NewBatch], done: Sequence[tuple[int, str]]) -> list[Stored]:
        connection = self._writer
        connection.execute("BEGIN IMMEDIATE")
        try:
            stored = [self._insert(batch) for batch in new]
            for number, sink in done:
                connection.execute(
                    "DELETE FROM delivery WHERE batch = ? AND sink = ?", (number, sink)
                )
                connection.execute(
                    "DELETE FROM batch WHERE id = ?1 "
                    "AND NOT EXISTS (SELECT 1 FROM delivery WHERE batch = ?1)",
                    (number,),
                )
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        return stored

    def _insert(self, batch: NewBatch, number: int | None = None) -> Stored:
        row = (number, batch.signal, batch.tag, batch.items, batch.created, batch.body)
        number = self._writer.execute(
            "INSERT INTO batch (id, signal, tag, items, created, body, policy) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (*row, batch.policy),
        ).lastrowid
        assert number is not None  # noqa: S101 - SQLite gives one for every INSERT
        self._writer.executemany(
            "INSERT INTO delivery (batch, sink) VALUES (?, ?)",
            [(number, sink) for sink in batch.sinks],
        )
        size = len(batch.body) + _OVERHEAD
        return Stored(
            number,
            batch.signal,
            batch.tag,
            batch.items,
            batch.created,
            size,
            batch.sinks,
            batch.policy,
        )

    def body(self, number: int) -> bytes:
        """Return a batch's body, redacted and compressed.

        Raises:
            KeyError: There is no such batch.
        """
        return self._body(self._reader, number)

    def _body(self, connection: sqlite3.Connection, number: int) -> bytes:
        row = connection.execute("SELECT body FROM batch WHERE id = ?", (number,)).fetchone()
        if row is None:
            raise KeyError(number)
        return bytes(row[0])

    def has_room(self) -> bool:
        """Say whether the disk has room for more, after what can be given back was given back.

        Forgetting a delivery takes room too, and so does moving the log into the table. A queue
        that takes the last of it is stuck: it can neither take nor forget, and not even be opened.
        """
        if self._free() >= 0:
            return True
        try:
            for statement in (_CHECKPOINT, _VACUUM, _CHECKPOINT):
                self._writer.execute(statement).fetchall()
            return self._free() >= 0
        except sqlite3.Error:  # somebody else took the last of it
            return False

    def _free(self) -> int:
        """Return how many bytes there are beyond what is kept in reserve."""
        try:
            disk = os.statvfs(self.path.parent)
        except OSError:  # it is gone, which is looked at by itself
            return 0
        return disk.f_bavail * disk.f_frsize - min(_RESERVE, disk.f_blocks * disk.f_frsize // 2)

    def fault(self) -> str:
        """Return why what is written now would be lost with the process, ``""`` if it would not."""
        return self._place.fault()

    def put_back(self) -> "QueueFile":
        """Make files anew where these are gone, and write into them what is undelivered.

        Returns:
            The new files, in which each batch has its number. These are closed with them: SQLite
            removes the log of a database that it closes by its name, and that is theirs now.

        Raises:
            QueueUnusable: The disk is another one, or something lies in their place.
            sqlite3.Error: They cannot be written.
        """
        if not self._place.is_on_its_disk():
            raise QueueUnusable(GONE)
        if self.path.exists():
            if self._place.has(self.path):  # the log alone is gone: all goes where it is found
                self._writer.execute(_CHECKPOINT).fetchall()
            raise QueueUnusable(GONE)
        for suffix in _BESIDE:
            self.path.with_name(self.path.name + suffix).unlink(missing_ok=True)
        new = QueueFile.__new__(QueueFile)
        new._open(self.path, self._lock)
        try:
            new._copy(self)
        except BaseException:
            new.close()
            self.path.unlink(missing_ok=True)
            raise
        new._former = self
        return new

    def _copy(self, other: "QueueFile") -> None:
        connection = self._writer
        connection.execute("BEGIN IMMEDIATE")
        try:
            for stored in other.pending():
                try:
                    body = other._body(other._writer, stored.id)
                except sqlite3.DatabaseError as error:
                    if not is_damage(error):
                        raise
                    continue  # which the delivery of it will find, and tell
                kept = (stored.signal, stored.tag, stored.items, stored.created, body)
                self._insert(NewBatch(*kept, stored.sinks, stored.policy), stored.id)
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise

    def shrink(self) -> None:
        """Give free pages back to the file system."""
        self._writer.execute(_VACUUM).fetchall()

    def close(self) -> None:
        """Close. What is undelivered stays."""
        self._close_connections()
        self._unlock()

    def _close_connections(self) -> None:
        self._reader.close()
        self._writer.close()
        if self._former is not None:
            self._former._close_connections()

    def _unlock(self) -> None:
        os.close(self._lock)
        if self._former is not None:
            self._former._unlock()
