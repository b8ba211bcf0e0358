"""The queue's file: SQLite in WAL mode, one writer and one reader.

``synchronous=FULL`` makes each commit wait for the disk (https://www.sqlite.org/pragma.html), which
is what an acknowledgement promises. SQLite is preferred to files of our own: it is slower per byte
(benchmarks/gateway_queue.py), and still several times faster than redaction.
"""

import fcntl
import os
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from spanveil.gateway._signals import Signal

_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS batch (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    signal TEXT NOT NULL,
    tag TEXT NOT NULL,
    items INTEGER NOT NULL,
    created REAL NOT NULL,
    body BLOB NOT NULL,
    policy TEXT NOT NULL DEFAULT ''
);
CREATE TABLE IF NOT EXISTS delivery (
    batch INTEGER NOT NULL REFERENCES batch (id),
    sink TEXT NOT NULL,
    PRIMARY KEY (batch, sink)
) WITHOUT ROWID;
"""
_VERSION: Final = 2
_FROM_1: Final = f"""
BEGIN IMMEDIATE;
ALTER TABLE batch ADD COLUMN policy TEXT NOT NULL DEFAULT '';
PRAGMA user_version = {_VERSION};
COMMIT;
"""
_WAL_LIMIT: Final = 64 * 2**20
_OVERHEAD: Final = 512
"""What a batch is charged beside its body, so that many tiny ones are bounded too."""


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


class QueueUnusable(Exception):
    """The queue cannot be used. What is there is left as it is; the text says what was expected."""


def is_damage(error: BaseException) -> bool:
    """Say whether SQLite found its file damaged, which no later attempt changes."""
    code = getattr(error, "sqlite_errorcode", 0)  # extended: the low byte says what went wrong
    return isinstance(code, int) and code & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


class QueueFile:
    """One queue on disk. The writing half and ``body`` may be used from two different threads.

    Args:
        path: The database. It and its directory are made if missing, for this user only.

    Attributes:
        path: The database.
        stuck: Deliveries that cannot be forgotten because their pages are damaged. What they hold
            stays in the file, and is delivered again after a restart if it can be read.

    Raises:
        QueueUnusable: Another process has it, its directory cannot be written, it was made by
            another version, or it is damaged.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.stuck = 0
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._lock = os.open(path.with_suffix(".lock"), os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise _unwritable(error) from None
        connections: list[sqlite3.Connection] = []
        try:
            self._take_lock()
            os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
            connections.append(self._connect())
            self._writer = connections[0]
            self._prepare()
            connections.append(self._connect())
            self._reader = connections[1]
        except BaseException as error:
            for connection in connections:
                connection.close()
            os.close(self._lock)
            if isinstance(error, OSError):
                raise _unwritable(error) from None
            if isinstance(error, sqlite3.Error):
                raise damaged() from None
            raise

    def _take_lock(self) -> None:
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise QueueUnusable("a queue that no other gateway has open") from None

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            self.path, timeout=5.0, isolation_level=None, check_same_thread=False
        )
        try:
            self._set_up(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    @staticmethod
    def _set_up(connection: sqlite3.Connection) -> None:
        connection.execute("PRAGMA page_size = 16384")
        connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute(f"PRAGMA journal_size_limit = {_WAL_LIMIT}")

    def _prepare(self) -> None:
        (version,) = self._writer.execute("PRAGMA user_version").fetchone()
        if version not in (0, 1, _VERSION):
            raise QueueUnusable("a queue of this version; the one there was made by another")
        if version == 1:
            self._writer.executescript(_FROM_1)
        self._writer.executescript(_SCHEMA)
        self._writer.execute(f"PRAGMA user_version = {_VERSION}")

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

        A delivery whose pages are damaged is left and counted, so that it does not keep others
        from being stored; the transaction is one for each delivery and one for the batches then.

        Raises:
            sqlite3.Error: No batch was stored.
        """
        try:
            return self._write(new, done)
        except sqlite3.DatabaseError as error:
            if not done or not is_damage(error):
                raise
        # A DELETE that failed half way has given back some of its pages: each is undone by itself.
        for one in done:
            try:
                self._write((), [one])
            except sqlite3.DatabaseError as error:
                if not is_damage(error):
                    raise
                self.stuck += 1
        return self._write(new, ())

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

    def _insert(self, batch: NewBatch) -> Stored:
        row = (batch.signal, batch.tag, batch.items, batch.created, batch.body, batch.policy)
        number = self._writer.execute(
            "INSERT INTO batch (signal, tag, items, created, body, policy) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            row,
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
        row = self._reader.execute("SELECT body FROM batch WHERE id = ?", (number,)).fetchone()
        if row is None:
            raise KeyError(number)
        return bytes(row[0])

    def shrink(self) -> None:
        """Give free pages back to the file system."""
        self._writer.execute("PRAGMA incremental_vacuum").fetchall()

    def close(self) -> None:
        """Close. What is undelivered stays."""
        self._reader.close()
        self._writer.close()
        os.close(self._lock)


def damaged() -> QueueUnusable:
    """Return what is raised for a file that is no queue, or is one no more."""
    return QueueUnusable("a queue; the file there is none or is damaged, and is left as it is")


def _unwritable(error: OSError) -> QueueUnusable:
    return QueueUnusable(f"a directory that can be written ({error.strerror or 'I/O error'})")


def adopt(target: QueueFile, path: Path) -> int:
    """Move what another queue holds into this one, and remove that queue.

    A worker that is no longer started leaves one behind. A crash half way repeats at most one
    batch.

    Returns:
        How many batches were moved.
    """
    source = QueueFile(path)
    moved = 0
    try:
        for stored in list(source.pending()):
            body = source.body(stored.id)
            batch = NewBatch(
                stored.signal,
                stored.tag,
                stored.items,
                stored.created,
                body,
                stored.sinks,
                stored.policy,
            )
            target.write([batch], [])
            source.write([], [(stored.id, sink) for sink in stored.sinks])
            moved += 1
    finally:
        source.close()
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    path.with_suffix(".lock").unlink(missing_ok=True)
    return moved
