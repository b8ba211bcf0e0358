"""The OTLP/gRPC receiver."""

from collections.abc import Awaitable, Callable
from typing import Any, Final
from urllib.parse import unquote

import grpc
from grpc import aio

from spanveil.config import ReceiverConfig, ServerTls
from spanveil.gateway._arriving import Arriving
from spanveil.gateway._auth import Authenticator
from spanveil.gateway._errors import PayloadError
from spanveil.gateway._health import Health
from spanveil.gateway._intake import Intake, Request
from spanveil.gateway._responses import accepted, status
from spanveil.gateway._signals import SIGNALS, Signal

_CONNECTION_AGE_MS: Final = 60_000
"""Long-lived connections are let go, so that clients spread over worker processes again."""
_METADATA_BYTES: Final = 16 * 1024


class GrpcReceiver:
    """Serve ``Export`` of the three signals, and health.

    Args:
        config: Where and how.
        intake: Takes requests over.
        authenticator: Decides who may send; another may be put in its place at any time.
        shares_port: Several worker processes listen on the address.
    """

    def __init__(
        self,
        config: ReceiverConfig,
        intake: Intake,
        authenticator: Authenticator,
        *,
        shares_port: bool = False,
    ) -> None:
        self._config = config
        self._intake = intake
        self.authenticator = authenticator
        self._arriving = Arriving(config)
        patience = int(config.timeout * 1000)
        self._server = aio.server(
            options=[
                ("grpc.max_allowed_incoming_connections", config.max_connections),
                # A connection that says nothing; one that speaks is let go at its age.
                ("grpc.server_handshake_timeout_ms", patience),
                ("grpc.http2.settings_timeout", patience),
                ("grpc.max_receive_message_length", config.max_request_bytes),
                ("grpc.max_concurrent_streams", config.max_concurrent_streams),
                ("grpc.max_metadata_size", _METADATA_BYTES),
                ("grpc.max_connection_age_ms", _CONNECTION_AGE_MS),
                ("grpc.max_connection_age_grace_ms", _CONNECTION_AGE_MS),
                ("grpc.so_reuseport", int(shares_port)),
            ]
        )
        self._server.add_generic_rpc_handlers(
            tuple(
                grpc.method_handlers_generic_handler(
                    spec.service,
                    # Of many messages, as a server sees it, so that nothing of the one is taken in
                    # before it is known who sends it and whether there is room.
                    {"Export": grpc.stream_unary_rpc_method_handler(self._handler(signal))},
                )
                for signal, spec in SIGNALS.items()
            )
        )
        services = ("", *(spec.service for spec in SIGNALS.values()))
        self._health = Health(services, self._unnamed)
        self._server.add_generic_rpc_handlers((self._health.handler(),))
        self.port = 0
        self._new: grpc.ServerCertificateConfiguration | None = None

    def _handler(self, signal: Signal) -> Callable[[Any, Any], Awaitable[bytes]]:
        async def export(_: Any, context: Any) -> bytes:
            try:
                # spanveil: allow[SV103] the credential itself, verified here
                stream = self.authenticator.stream(_authorization(context), _host(context.peer()))
                body = await self._arriving.read(context, stream.name)
                result = await self._intake.accept(Request(signal, body, stream, "grpc"))
            except PayloadError as error:
                await self._refuse(context, error)
            return accepted(signal, result, is_json=False)

        return export

    async def _unnamed(self, context: Any) -> bytes:
        """Return the body of a call for which no credential is asked."""
        try:
            stream = self.authenticator.unnamed(_host(context.peer()))
            return await self._arriving.read(context, stream)
        except PayloadError as error:
            await self._refuse(context, error)
            raise

    async def _refuse(self, context: Any, error: PayloadError) -> None:
        self._intake.count_refusal(error, "grpc")
        context.set_trailing_metadata((("grpc-status-details-bin", status(error, is_json=False)),))
        await context.abort(error.code, error.reason)

    async def start(self) -> None:
        """Listen.

        Raises:
            OSError: The address is in use, or a certificate file cannot be read.
        """
        address = str(self._config.grpc)
        try:
            if self._config.tls is None:
                self.port = self._server.add_insecure_port(address)
            else:
                self.port = self._server.add_secure_port(address, self._credentials())
        except RuntimeError:
            self.port = 0
        if not self.port:
            raise OSError(f"cannot listen on {address}")
        await self._server.start()

    def _credentials(self) -> grpc.ServerCredentials:
        tls = self._config.tls
        assert tls is not None  # noqa: S101 - the caller has looked
        return grpc.dynamic_ssl_server_credentials(
            _certificates(tls),
            self._renewed,  # type: ignore[arg-type]  # the stub knows nothing of none
            require_client_authentication=bool(tls.client_ca),
        )

    def renew(self) -> None:
        """Read the files of TLS, for connections that come from now on.

        Raises:
            OSError: A file cannot be read. The ones before stay.
        """
        if self._config.tls is not None:
            self._new = _certificates(self._config.tls)

    def _renewed(self) -> grpc.ServerCertificateConfiguration | None:
        # Asked for before each handshake, by a thread of gRPC's; nothing means what it has.
        new, self._new = self._new, None
        return new

    def set_serving(self, is_ready: bool) -> None:
        """Tell gRPC health checks whether to send here."""
        self._health.set(is_ready)

    async def stop(self, grace: float) -> None:
        """Refuse new requests, and let those under way finish within ``grace`` seconds."""
        await self._server.stop(grace)


def _authorization(context: Any) -> str | None:
    for name, value in context.invocation_metadata() or ():
        if name == "authorization":
            return str(value)
    return None


def _host(peer: str) -> str:
    # "ipv4:127.0.0.1:50123", "ipv6:%5B::1%5D:50123" or "unix:"
    address = unquote(peer.partition(":")[2])
    return address.rpartition(":")[0].strip("[]")


def _certificates(tls: ServerTls) -> grpc.ServerCertificateConfiguration:
    return grpc.ssl_server_certificate_configuration(
        [(tls.key.read_bytes(), tls.certificate.read_bytes())],
        root_certificates=tls.client_ca.read_bytes() if tls.client_ca else None,
    )
