"""How the queue's file is opened: SQLite in WAL mode, for one process, by the schema of today.

``synchronous=FULL`` makes each commit wait for the disk (https://www.sqlite.org/pragma.html), which
is what an acknowledgement promises. SQLite is preferred to files of our own: it is slower per byte
(benchmarks/gateway_queue.py), and still several times faster than redaction.
"""

import fcntl
import os
import sqlite3
from pathlib import Path
from typing import Final

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
_OF_DISK: Final = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN)


class QueueUnusable(Exception):
    """The queue cannot be used. What is there is left as it is; the text says what was expected."""


def is_damage(error: BaseException) -> bool:
    """Say whether SQLite found its file damaged, which no later attempt changes."""
    return _code(error) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def is_failure_of_disk(error: BaseException) -> bool:
    """Say whether the operating system failed to read or write, which a later attempt may do."""
    return _code(error) == sqlite3.SQLITE_IOERR


def damaged() -> QueueUnusable:
    """Return what is raised for a file that is no queue, or is one no more."""
    return QueueUnusable("a queue; the file there is none or is damaged, and is left as it is")


def open_queue(
    path: Path, held: int | None = None
) -> tuple[int, sqlite3.Connection, sqlite3.Connection]:
    """Open a queue, or make one.

    Args:
        path: The database.
        held: The descriptor of a lock that this process has, maybe of this queue.

    Returns:
        The descriptor that holds the lock, a connection to write and one to read.

    Raises:
        QueueUnusable: As `QueueFile` says.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = os.open(path.with_suffix(".lock"), os.O_RDWR | os.O_CREAT, 0o600)
        if held is not None and os.path.sameopenfile(held, lock):
            os.close(lock)
            lock = os.dup(held)  # the lock is of both, and lasts until both are closed
    except OSError as error:
        raise _unwritable(error) from None
    connections: list[sqlite3.Connection] = []
    try:
        _take(lock)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        connections.append(_connect(path))
        _prepare(connections[0])
        connections.append(_connect(path))
    except BaseException as error:
        for connection in connections:
            connection.close()
        os.close(lock)
        if isinstance(error, OSError):
            raise _unwritable(error) from None
        if isinstance(error, sqlite3.Error):
            raise (_failing() if _code(error) in _OF_DISK else damaged()) from None
        raise
    return lock, connections[0], connections[1]


def _take(lock: int) -> None:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        raise QueueUnusable("a queue that no other gateway has open") from None


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=5.0, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA page_size = 16384")
        connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute(f"PRAGMA journal_size_limit = {_WAL_LIMIT}")
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(writer: sqlite3.Connection) -> None:
    (version,) = writer.execute("PRAGMA user_version").fetchone()
    if version not in (0, 1, _VERSION):
        raise QueueUnusable("a queue of this version; the one there was made by another")
    if version == 1:
        writer.executescript(_FROM_1)
    writer.executescript(_SCHEMA)
    if version == 0:  # else nothing is written, for which a full disk has no room
        writer.execute(f"PRAGMA user_version = {_VERSION}")


def _unwritable(error: OSError) -> QueueUnusable:
    return QueueUnusable(f"a directory that can be written ({error.strerror or 'I/O error'})")


def _failing() -> QueueUnusable:
    return QueueUnusable("a disk with room, which can be read; the queue is left as it is")


def _code(error: BaseException) -> int:
    code = getattr(error, "sqlite_errorcode", 0)  # extended: the low byte says what went wrong
    return code & 0xFF if isinstance(code, int) else 0
