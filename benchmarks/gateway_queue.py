"""What a durable batch costs: SQLite as the gateway uses it, beside bare appends with fdatasync.

    python -m benchmarks.gateway_queue

The bare file is the floor: it has no index, no per-sink progress and no way to give room back.
"""

import os
import secrets
import tempfile
import time
from pathlib import Path

from spanveil.gateway._queue_file import QueueFile
from spanveil.gateway._queue_rows import NewBatch
from spanveil.gateway._signals import Signal

SECONDS = 3.0


def sqlite(directory: Path, body: bytes, together: int) -> float:
    """Return batches stored and delivered in a second, so many a transaction."""
    file = QueueFile(directory / "queue-0.sqlite3")
    batch = NewBatch(Signal.TRACES, "tag", 1, 0.0, body, ("a", "b"))
    done: list[tuple[int, str]] = []
    count, begin = 0, time.monotonic()
    while time.monotonic() - begin < SECONDS:
        stored = file.write([batch] * together, done)
        done = [(one.id, sink) for one in stored for sink in one.sinks]
        count += together
    rate = count / (time.monotonic() - begin)
    file.close()
    return rate


def bare(directory: Path, body: bytes, together: int) -> float:
    """Return batches appended in a second, so many an fdatasync."""
    handle = os.open(directory / "bare", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    count, begin = 0, time.monotonic()
    while time.monotonic() - begin < SECONDS and count * len(body) < 2 * 2**30:
        os.write(handle, body * together)
        os.fdatasync(handle)
        count += together
    rate = count / (time.monotonic() - begin)
    os.close(handle)
    return rate


def main() -> None:
    """Print the table."""
    print(f"{'batch':>8} {'a commit':>9} {'SQLite/s':>9} {'MB/s':>7} {'bare/s':>9} {'MB/s':>7}")
    for size in (4 * 1024, 64 * 1024, 1024 * 1024):
        for together in (1, 8):
            body = secrets.token_bytes(size)
            rates = []
            for store in (sqlite, bare):
                with tempfile.TemporaryDirectory(dir=Path.cwd()) as directory:
                    rates.append(store(Path(directory), body, together))
            figures = " ".join(f"{rate:9,.0f} {rate * size / 1e6:7.0f}" for rate in rates)
            print(f"{size // 1024:6} K {together:9} {figures}")


if __name__ == "__main__":
    main()
