"""Taking over the queues that workers left behind which are no longer started."""

import logging
import sqlite3
from pathlib import Path
from typing import Final

from spanveil.gateway._queue_file import QueueFile
from spanveil.gateway._queue_open import is_damage
from spanveil.gateway._queue_rows import NewBatch, Stored
from spanveil.gateway._stats import Stats

_LOG: Final = logging.getLogger("spanveil.gateway")
_SUFFIXES: Final = ("", "-wal", "-shm")
"""The files of one SQLite database (https://www.sqlite.org/tempfiles.html)."""


def adopt_left_behind(target: QueueFile, workers: int, stats: Stats) -> None:
    """Move what other queues of the directory hold into this one.

    Args:
        target: The first worker's queue.
        workers: How many workers are started; each of them has a queue of its own.
        stats: Where lost items are counted.

    Raises:
        QueueUnusable: Another process has one of them, or it is damaged as a whole.
        sqlite3.Error: Its table cannot be read.
    """
    for path in sorted(target.path.parent.glob("queue-*.sqlite3")):
        number = path.stem.removeprefix("queue-")
        if number.isdigit() and int(number) >= workers:
            _adopt(target, path, stats)


def _adopt(target: QueueFile, path: Path, stats: Stats) -> None:
    # A crash half way repeats at most one batch.
    source = QueueFile(path)
    moved = lost = 0
    failure = ""
    try:
        for stored in list(source.pending()):
            if not target.has_room():
                failure = "NoRoom"
                break
            try:
                body = source.body(stored.id)
            except sqlite3.DatabaseError as error:
                if is_damage(error):
                    _count_lost(stored, path, error, stats)
                    lost += 1
                else:  # this one may be read another time
                    failure = type(error).__name__
                continue
            try:
                _move(stored, body, source, target)
            except sqlite3.Error as error:  # the disk is full, as a rule
                failure = type(error).__name__
                break
            moved += 1
    finally:
        source.close()
    _LOG.info("took over %d batches from queue %s", moved, path)
    if failure:
        _LOG.error("queue %s stays until the next start: not all was moved (%s)", path, failure)
    else:
        _put_away(path, keep=lost > 0)


def _move(stored: Stored, body: bytes, source: QueueFile, target: QueueFile) -> None:
    batch = NewBatch(
        stored.signal, stored.tag, stored.items, stored.created, body, stored.sinks, stored.policy
    )
    target.write([batch], [])
    source.write([], [(stored.id, sink) for sink in stored.sinks])


def _count_lost(stored: Stored, path: Path, error: Exception, stats: Stats) -> None:
    cause = type(error).__name__
    for sink in stored.sinks:
        stats.add(
            "spanveil_queue_lost_items",
            stored.items,
            exporter=sink,
            data_type=stored.signal,
            cause=cause,
        )
    _LOG.error(
        "lost batch %d of queue %s (%d items of %s, for %d sinks): it cannot be read (%s)",
        stored.id,
        path,
        stored.items,
        stored.signal,
        len(stored.sinks),
        cause,
    )


def _put_away(path: Path, *, keep: bool) -> None:
    # A file in which something is damaged is left for whoever wants to look, and read no more.
    for suffix in _SUFFIXES:
        file = path.with_name(path.name + suffix)
        if keep and file.exists():
            file.replace(path.with_name(f"{path.name}.damaged{suffix}"))
        else:
            file.unlink(missing_ok=True)
    path.with_suffix(".lock").unlink(missing_ok=True)
