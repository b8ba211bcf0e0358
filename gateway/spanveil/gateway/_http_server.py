"""The HTTP server under the ASGI applications: uvicorn, behind a door of our own."""

import asyncio
import contextlib
import logging
import socket
import ssl
from collections.abc import Callable, Iterator
from typing import Any

import uvicorn

from spanveil.config import ServerTls
from spanveil.gateway._addresses import bound
from spanveil.gateway._connections import Door, bounded_protocol
from spanveil.gateway._tls import server_context


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, most: int, timeout: float) -> None:
        super().__init__(config)
        self._most, self._timeout = most, timeout
        self._accepting: asyncio.Task[None] | None = None
        self.door: Door | None = None
        self.tls: ssl.SSLContext | None = None

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave signals to the gateway."""
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Accept by the door, which counts a connection before its TLS handshake."""
        assert sockets  # noqa: S101 - the caller has bound one
        self.servers = []
        made: Callable[..., asyncio.Protocol] = self.config.http_protocol_class

        def protocol() -> asyncio.Protocol:
            return made(self.config, self.server_state, {})

        self.door = Door(
            sockets[0],
            protocol,
            self.server_state.connections,
            self._most,
            self._timeout,
            self.tls,
        )
        self._accepting = asyncio.create_task(self.door.serve())
        self.started = True

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Accept no more, and let what is under way end."""
        if self._accepting is not None:
            self._accepting.cancel()
            await asyncio.wait([self._accepting])
        await super().shutdown(sockets)


class HttpServer:
    """Serve one ASGI application on one address.

    Args:
        app: The application.
        address: ``HOST:PORT``.
        tls: TLS of the receiver.
        max_connections: Connections at a time; beyond it who has kept the server waiting longest
            is cut off for the next one.
        timeout: Seconds for a TLS handshake, for the head of a request, for the reading of an
            answer, and that an idle connection is kept.
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
            http=bounded_protocol(timeout),
            ws="none",
            lifespan="off",
            loop="asyncio",
            log_config=None,
            access_log=False,
            proxy_headers=False,
            server_header=False,
            date_header=False,
            timeout_keep_alive=max(1, int(timeout)),
        )
        # uvicorn reports what a client sent wrong; the text could hold the request line.
        logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)
        self._server = _Server(config, max_connections, timeout)
        self._tls = tls
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
        self.renew()
        self._socket = bound(self._address, self._shares_port)
        self._task = asyncio.create_task(self._server.serve([self._socket]))
        while not self._server.started and not self._task.done():
            await asyncio.sleep(0.005)
        if self._task.done():
            await self._task

    def renew(self) -> None:
        """Read the files of TLS, for connections that come from now on.

        Raises:
            OSError: A file cannot be read. The ones before stay.
        """
        self._server.tls = None if self._tls is None else server_context(self._tls)
        if self._server.door is not None:
            self._server.door.tls = self._server.tls

    async def stop(self, grace: float) -> None:
        """Refuse new requests, and let those under way finish within ``grace`` seconds."""
        if self._task is None:
            return
        self._server.config.timeout_graceful_shutdown = max(1, int(grace))
        self._server.should_exit = True
        await self._task
