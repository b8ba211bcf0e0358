"""The HTTP server under the ASGI applications: uvicorn, with bounds on what comes before a body."""

import asyncio
import contextlib
import logging
import socket
import ssl
from collections.abc import Iterator
from typing import Any, Final

import uvicorn
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from spanveil.config import ServerTls
from spanveil.gateway._addresses import bound

_MAX_HEADER_BYTES: Final = 64 * 1024


def bounded_protocol(max_connections: int, timeout: float) -> type[asyncio.Protocol]:
    """Return uvicorn's protocol with a limit on connections, header bytes and header time.

    Args:
        max_connections: Beyond it a new connection is closed at once.
        timeout: Seconds within which the head of a request must be complete.
    """

    class BoundedProtocol(HttpToolsProtocol):
        _head_bytes = 0
        _deadline: asyncio.TimerHandle | None = None

        def connection_made(self, transport: Any) -> None:
            super().connection_made(transport)
            if len(self.connections) > max_connections:
                transport.close()
                return
            self._deadline = self.loop.call_later(timeout, transport.close)

        def connection_lost(self, exc: Exception | None) -> None:
            self._disarm()
            super().connection_lost(exc)

        def data_received(self, data: bytes) -> None:
            if self._deadline is None and self.cycle is not None and self.cycle.response_complete:
                self._deadline = self.loop.call_later(timeout, self.transport.close)
            self._head_bytes += len(data)
            # One read may hold a head and a whole body: only what never ends is turned away. That
            # goes for the fields behind a body too, and for a head behind a request under way.
            if self._head_bytes > _MAX_HEADER_BYTES + len(data):
                self.transport.abort()
                return
            super().data_received(data)

        def on_headers_complete(self) -> None:
            self._disarm()
            super().on_headers_complete()

        def on_body(self, body: bytes) -> None:
            self._head_bytes = 0
            super().on_body(body)

        def on_chunk_header(self) -> None:
            self._head_bytes = 0

        def _disarm(self) -> None:
            self._head_bytes = 0
            if self._deadline is not None:
                self._deadline.cancel()
                self._deadline = None

    return BoundedProtocol


class _Server(uvicorn.Server):
    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave signals to the gateway."""
        yield


class HttpServer:
    """Serve one ASGI application on one address.

    Args:
        app: The application.
        address: ``HOST:PORT``.
        tls: TLS of the receiver.
        max_connections: Connections at a time.
        timeout: Seconds for the head of a request, and that an idle connection is kept.
        shares_port: Several worker processes listen on the address.
    """

    def __init__(
        self,
        app: Any,
        address: str,
        *,
        tls: ServerTls | None = None,
        max_connections: int = 100,
        timeout: float = 30.0,
        shares_port: bool = False,
    ) -> None:
        self._address = address
        self._shares_port = shares_port
        config = uvicorn.Config(
            app,
            http=bounded_protocol(max_connections, timeout),
            ws="none",
            lifespan="off",
            loop="asyncio",
            log_config=None,
            access_log=False,
            proxy_headers=False,
            server_header=False,
            date_header=False,
            timeout_keep_alive=max(1, int(timeout)),
            # The receiver's own tokens and certificates.
            ssl_certfile=tls.certificate if tls else None,
            ssl_keyfile=tls.key if tls else None,
            ssl_ca_certs=str(tls.client_ca) if tls and tls.client_ca else None,
            ssl_cert_reqs=ssl.CERT_REQUIRED if tls and tls.client_ca else ssl.CERT_NONE,
        )
        # uvicorn reports what a client sent wrong; the text could hold the request line.
        logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)
        self._server = _Server(config)
        self._socket: socket.socket | None = None
        self._task: asyncio.Task[None] | None = None

    @property
    def port(self) -> int:
        """The port that is listened on."""
        return int(self._socket.getsockname()[1]) if self._socket else 0

    async def start(self) -> None:
        """Listen.

        Raises:
            OSError: The address is in use, or a certificate file cannot be read.
        """
        self._server.config.load()
        self._socket = bound(self._address, self._shares_port)
        self._task = asyncio.create_task(self._server.serve([self._socket]))
        while not self._server.started and not self._task.done():
            await asyncio.sleep(0.005)
        if self._task.done():
            await self._task

    async def stop(self, grace: float) -> None:
        """Refuse new requests, and let those under way finish within ``grace`` seconds."""
        if self._task is None:
            return
        self._server.config.timeout_graceful_shutdown = max(1, int(grace))
        self._server.should_exit = True
        await self._task
