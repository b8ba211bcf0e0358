"""One queue on disk: its place, the room that it has there, and its files put back."""

import os
import sqlite3
from pathlib import Path
from typing import Final

from spanveil.gateway._queue_open import QueueUnusable, is_damage, open_queue
from spanveil.gateway._queue_place import GONE, Place
from spanveil.gateway._queue_rows import NewBatch, QueueRows

_RESERVE: Final = 64 * 2**20
"""Bytes of the disk that are left free, or half of a small one: the log is moved into the table at
1,000 pages of 16 KiB (https://www.sqlite.org/wal.html), and may have one large commit on top."""
_CHECKPOINT: Final = "PRAGMA wal_checkpoint(TRUNCATE)"
_BESIDE: Final = ("-wal", "-shm")
"""Files that are there as long as a connection is open (https://www.sqlite.org/wal.html)."""
_VACUUM: Final = "PRAGMA incremental_vacuum"


class QueueFile(QueueRows):
    """One queue on disk.

    Args:
        path: The database. It and its directory are made if missing, for this user only.

    Attributes:
        path: The database.

    Raises:
        QueueUnusable: Another process has it, its directory cannot be written, it was made by
            another version, or it is damaged.
    """

    def __init__(self, path: Path) -> None:
        self._open(path, None)

    def _open(self, path: Path, lock: int | None) -> None:
        self.path = path
        self._former: QueueFile | None = None
        self._lock, writer, reader = open_queue(path, lock)
        super().__init__(writer, reader)
        try:
            beside = [path.with_name(path.name + suffix) for suffix in _BESIDE]
            self._place = Place(path.parent, path, *beside)
        except OSError:
            self.close()
            raise QueueUnusable("a directory that stays where it is") from None

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
