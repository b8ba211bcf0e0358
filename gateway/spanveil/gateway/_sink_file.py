"""A sink that appends OTLP JSON lines to a file, as the Collector's file exporter writes them."""

import asyncio
import fcntl
import os
from pathlib import Path
from urllib.parse import unquote, urlsplit

import grpc

from spanveil.config import GatewaySink
from spanveil.gateway._content import Content
from spanveil.gateway._otlp_json import encode
from spanveil.gateway._signals import SIGNALS, Signal
from spanveil.gateway._sink import Delivered, Refused


class FileSink:
    """Append one line for each request, and acknowledge when it is on disk.

    Args:
        config: ``url`` is ``file:///path``; the file is made for this user only.

    Raises:
        OSError: The file cannot be opened.
    """

    def __init__(self, config: GatewaySink) -> None:
        self.config = config
        self._path = Path(unquote(urlsplit(config.url).path))
        self._file = self._open()
        self._lock = asyncio.Lock()

    async def send(self, signal: Signal, content: Content) -> Delivered | Refused:
        """Write one request."""
        async with self._lock:
            work = asyncio.ensure_future(asyncio.to_thread(self._append, signal, content))
            try:
                await asyncio.shield(work)
            except OSError:  # a full disk, as a rule
                return Refused(grpc.StatusCode.UNAVAILABLE, retryable=True)
            except asyncio.CancelledError:
                # The thread goes on: the file must not be closed under it, nor another line begin.
                await asyncio.wait([work])
                raise
        return Delivered()

    async def close(self) -> None:
        """Close the file, once a line that is being written has ended."""
        async with self._lock:
            os.close(self._file)

    def _open(self) -> int:
        return os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)

    def _follow(self) -> None:
        """Open the file anew if it was moved (a log's rotation) or removed."""
        try:
            is_there = os.path.samestat(os.stat(self._path), os.fstat(self._file))
        except OSError:
            is_there = False
        if not is_there:
            file = self._open()
            os.close(self._file)
            self._file = file

    def _append(self, signal: Signal, content: Content) -> None:
        line = encode(SIGNALS[signal].request.FromString(content.plain)) + b"\n"
        self._follow()
        # Other workers append to the same file, and what is cut off below must not be theirs.
        fcntl.flock(self._file, fcntl.LOCK_EX)
        try:
            self._append_line(line)
        finally:
            fcntl.flock(self._file, fcntl.LOCK_UN)

    def _append_line(self, line: bytes) -> None:
        size = os.fstat(self._file).st_size
        # A run that was killed may have left half a line.
        if size and os.pread(self._file, 1, size - 1) != b"\n":
            line = b"\n" + line
        view = memoryview(line)
        try:
            while view:
                view = view[os.write(self._file, view) :]
            os.fdatasync(self._file)
        except OSError:
            os.ftruncate(self._file, size)
            raise
