"""The tables of a queue: batches, and the sinks that each still has to go to."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from spanveil.gateway._queue_open import is_damage, is_failure_of_disk
from spanveil.gateway._signals import Signal

_OVERHEAD: Final = 512
"""What a batch is charged beside its body, so that many tiny ones are bounded too."""
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


class QueueRows:
    """Batches of one queue. The writing half and ``body`` may be used from two different threads.

    Args:
        writer: The connection that writes.
        reader: The connection that ``body`` reads by.

    Attributes:
        stuck: Deliveries that cannot be forgotten because their pages are damaged. What they hold
            stays in the file, and is delivered again after a restart if it can be read.
        unforgotten: Deliveries that the last `write` could not forget because the disk failed on
            their pages, to be tried again.
    """

    def __init__(self, writer: sqlite3.Connection, reader: sqlite3.Connection) -> None:
        self.stuck = 0
        self.unforgotten: list[tuple[int, str]] = []
        self._writer, self._reader = writer, reader

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
