"""A sink that appends OTLP JSON lines to a file, as the Collector's file exporter writes them."""

import asyncio
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
        self._file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
        self._lock = asyncio.Lock()

    async def send(self, signal: Signal, content: Content) -> Delivered | Refused:
        """Write one request."""
        async with self._lock:
            try:
                await asyncio.to_thread(self._append, signal, content)
            except OSError:  # a full disk, as a rule
                return Refused(grpc.StatusCode.UNAVAILABLE, retryable=True)
        return Delivered()

    async def close(self) -> None:
        """Close the file."""
        os.close(self._file)

    def _append(self, signal: Signal, content: Content) -> None:
        line = encode(SIGNALS[signal].request.FromString(content.plain)) + b"\n"
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
