"""The receivers of one process, opened, renewed and closed together."""

import asyncio
import time

from spanveil.config import ConfigError, ReceiverConfig
from spanveil.gateway._auth import Authenticator
from spanveil.gateway._http_server import HttpServer
from spanveil.gateway._intake import Intake
from spanveil.gateway._receive_grpc import GrpcReceiver
from spanveil.gateway._receive_http import HttpReceiver
from spanveil.gateway._tls import check_server_tls


class Receivers:
    """Receive over gRPC and HTTP, or over one of them.

    Args:
        config: Where and how.
        shares_ports: Several worker processes listen on the addresses.

    Attributes:
        grpc: What is open over gRPC.
        http: What takes requests over HTTP.
        http_server: What is open over HTTP.
    """

    def __init__(self, config: ReceiverConfig, *, shares_ports: bool) -> None:
        self._config, self._shares_ports = config, shares_ports
        self.grpc: GrpcReceiver | None = None
        self.http: HttpReceiver | None = None
        self.http_server: HttpServer | None = None

    @property
    def grpc_port(self) -> int:
        """The port of OTLP/gRPC, 0 if there is none."""
        return self.grpc.port if self.grpc else 0

    @property
    def http_port(self) -> int:
        """The port of OTLP/HTTP, 0 if there is none."""
        return self.http_server.port if self.http_server else 0

    async def open(self, intake: Intake, authenticator: Authenticator) -> None:
        """Listen.

        Args:
            intake: Takes requests over.
            authenticator: Decides who may send.

        Raises:
            ConfigError: A certificate cannot be used.
            OSError: An address is in use.
        """
        config, shared = self._config, self._shares_ports
        if config.tls is not None:
            check_server_tls(config.tls)
        try:
            if config.grpc is not None:
                self.grpc = GrpcReceiver(config, intake, authenticator, shares_port=shared)
                await self.grpc.start()
            if config.http is not None:
                self.http = HttpReceiver(config, intake, authenticator)
                self.http_server = HttpServer(
                    self.http,
                    config.http,
                    tls=config.tls,
                    max_connections=config.max_connections,
                    timeout=config.timeout,
                    shares_port=shared,
                )
                await self.http_server.start()
        except FileNotFoundError:  # removed since they were looked at
            raise ConfigError("gateway", "receivers.tls", "certificate files") from None

    def authenticate(self, authenticator: Authenticator) -> None:
        """Let another decide who may send."""
        for receiver in (self.grpc, self.http):
            if receiver is not None:
                receiver.authenticator = authenticator

    def renew_tls(self) -> None:
        """Read the files of TLS, for connections that come from now on.

        Raises:
            ConfigError: One of them cannot be used. Nothing has changed then.
        """
        if self._config.tls is None:
            return
        check_server_tls(self._config.tls)
        try:
            for server in (self.grpc, self.http_server):
                if server is not None:
                    server.renew()
        except OSError:  # removed since they were looked at
            raise ConfigError("gateway", "receivers.tls", "certificate files") from None

    def set_serving(self, is_ready: bool) -> None:
        """Tell gRPC health checks whether to send here."""
        if self.grpc is not None:
            self.grpc.set_serving(is_ready)

    async def close(self, deadline: float) -> None:
        """Refuse new requests, and let those under way finish.

        Args:
            deadline: Until when, of the monotonic clock.
        """
        await asyncio.gather(
            *(
                server.stop(max(0.1, deadline - time.monotonic()))
                for server in (self.grpc, self.http_server)
                if server is not None
            )
        )
