"""Connections of an HTTP server: how many, how long one may keep it waiting, who makes room."""

import asyncio
import socket
import ssl
from collections.abc import Callable
from heapq import nsmallest
from typing import Any, Final

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

_MAX_HEADER_BYTES: Final = 64 * 1024
_PIPELINED: Final = 16
"""Requests of one connection that may wait for the answers before theirs. No OTLP client sends one,
and each costs far more to take in than its few bytes on the wire."""
_CLOSING: Final = 5.0
"""Seconds in which a connection that was closed for being idle is gone, or is cut off."""
_NO_MORE_FILES: Final = 0.1


def bounded_protocol(timeout: float) -> type[HttpToolsProtocol]:
    """Return uvicorn's protocol with a limit on header bytes and on waiting for the client.

    Args:
        timeout: Seconds within which the head of a request must be complete, and an answer read.
    """

    class BoundedProtocol(HttpToolsProtocol):
        _head_bytes = 0
        _deadline: asyncio.TimerHandle | None = None
        _write_deadline: asyncio.TimerHandle | None = None
        _is_idle = True
        has_served = False
        since = 0.0

        def connection_made(self, transport: Any) -> None:
            super().connection_made(transport)
            self._wait(timeout)

        def connection_lost(self, exc: Exception | None) -> None:
            self._disarm()
            self._unblocked()
            super().connection_lost(exc)

        def data_received(self, data: bytes) -> None:
            if self._is_idle and self.cycle is not None and self.cycle.response_complete:
                self._wait(timeout)
                self._is_idle = False
            self._head_bytes += len(data)
            # One read may hold a head and a whole body: only what never ends is turned away. That
            # goes for the fields behind a body too, and for a head behind a request under way.
            if self._head_bytes > _MAX_HEADER_BYTES + len(data):
                self.transport.abort()
                return
            super().data_received(data)

        def on_headers_complete(self) -> None:
            self._disarm()
            self.since = self.loop.time()
            if len(self.pipeline) == _PIPELINED:
                self.transport.abort()
                raise ConnectionAbortedError  # which ends the parsing of what has come
            super().on_headers_complete()

        def on_body(self, body: bytes) -> None:
            self._head_bytes = 0
            super().on_body(body)

        def on_chunk_header(self) -> None:
            self._head_bytes = 0

        def on_response_complete(self) -> None:
            self.has_served = self._is_idle = True
            super().on_response_complete()
            if self.cycle.response_complete:  # else the next request was there already
                self._wait(timeout + _CLOSING)

        def pause_writing(self) -> None:
            super().pause_writing()
            self._unblocked()
            self.since = self.loop.time()
            self._write_deadline = self.loop.call_later(timeout, self.transport.abort)

        def resume_writing(self) -> None:
            self._unblocked()
            super().resume_writing()

        def patience(self) -> tuple[int, bool, float] | None:
            """Return how soon this one makes room, the least the soonest; ``None`` for never.

            Who has all of a request here and reads answers is never asked to.
            """
            is_under_way = self.cycle is not None and not self.cycle.response_complete
            if is_under_way and not self.cycle.more_body and not self.flow.write_paused:
                return None
            return int(is_under_way), self.has_served, self.since

        def _wait(self, seconds: float) -> None:
            self._disarm()
            self.since = self.loop.time()
            self._deadline = self.loop.call_later(seconds, self.transport.abort)

        def _disarm(self) -> None:
            self._head_bytes = 0
            if self._deadline is not None:
                self._deadline.cancel()
                self._deadline = None

        def _unblocked(self) -> None:
            if self._write_deadline is not None:
                self._write_deadline.cancel()
                self._write_deadline = None

    return BoundedProtocol


class Door:
    """Accept connections, and keep their number.

    Where there are as many as there may be, the one that has kept the server waiting longest makes
    room for the next: first those that have not said anything yet, TLS among it.

    Args:
        listener: What listens; it is closed by who made it.
        protocol: Makes the protocol of a connection.
        open_ones: All connections that have a protocol.
        most: How many connections there may be, those in a TLS handshake included.
        timeout: Seconds that a TLS handshake may take.
        tls: What `tls` begins with; ``None`` for connections in the clear.

    Attributes:
        tls: Of connections that come; another may be put in its place at any time.
    """

    def __init__(
        self,
        listener: socket.socket,
        protocol: Callable[[], asyncio.BaseProtocol],
        open_ones: set[Any],
        most: int,
        timeout: float,
        tls: ssl.SSLContext | None,
    ) -> None:
        self._listener = listener
        self._protocol = protocol
        self._open = open_ones
        self._most = most
        self._timeout = timeout
        self.tls = tls
        # In the order of their coming, each with its socket until a transport has that.
        self._entering: dict[asyncio.Task[None], socket.socket | None] = {}

    async def serve(self) -> None:
        """Accept until cancelled."""
        loop = asyncio.get_running_loop()
        try:
            while True:
                try:
                    connection, _ = await loop.sock_accept(self._listener)
                except OSError:  # no more files, as a rule
                    self._make_room()
                    await asyncio.sleep(_NO_MORE_FILES)
                    continue
                if self._number() >= self._most and not self._make_room():
                    connection.close()
                    continue
                task = asyncio.create_task(self._enter(connection))
                self._entering[task] = connection
                task.add_done_callback(self._entered)
                await asyncio.sleep(0)  # those that are open have their turn between two that come
        finally:
            for task in list(self._entering):
                task.cancel()

    def _number(self) -> int:
        return len(self._open) + sum(not task.cancelling() for task in self._entering)

    async def _enter(self, connection: socket.socket) -> None:
        patience = None if self.tls is None else self._timeout
        if (task := asyncio.current_task()) in self._entering:
            self._entering[task] = None
        try:
            await asyncio.get_running_loop().connect_accepted_socket(
                self._protocol, connection, ssl=self.tls, ssl_handshake_timeout=patience
            )
        except (OSError, TimeoutError):  # it hung up, or never said what TLS asks for
            connection.close()

    def _entered(self, task: asyncio.Task[None]) -> None:
        connection = self._entering.pop(task, None)
        if connection is not None:
            connection.close()
        if not task.cancelled():
            task.exception()

    def _make_room(self) -> bool:
        """Cut connections off, and say whether there was one that could be.

        Several at a time, where there are many: to look at all of them for each that comes is what
        a flood would like.
        """
        for task in self._entering:  # of those in the clear none stays there
            if self.tls is not None and not task.cancelling():
                task.cancel()
                return True
        waiting = [(patience, one) for one in self._open if (patience := one.patience())]
        if not waiting:
            return False
        for _, one in nsmallest(1 + self._most // 50, waiting, key=lambda found: found[0]):
            self._open.discard(one)  # the transport tells a little later that it is gone
            one.transport.abort()
        return True
