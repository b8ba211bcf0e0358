"""An OTLP/gRPC sink."""

from typing import Any
from urllib.parse import urlsplit

import grpc
from grpc import aio

from spanveil.config import GatewaySink
from spanveil.gateway._queue import unpacked
from spanveil.gateway._signals import SIGNALS, Signal
from spanveil.gateway._sink import (
    MAX_RESPONSE_BYTES,
    RETRYABLE,
    Delivered,
    Refused,
    rejected_items,
    retry_delay,
)


class GrpcSink:
    """Send requests over one channel.

    Args:
        config: Where to and how.

    Raises:
        OSError: A certificate file cannot be read.
    """

    def __init__(self, config: GatewaySink) -> None:
        self.config = config
        self._metadata = tuple(
            (name.lower(), value.get_secret_value()) for name, value in config.headers.items()
        )
        compression = grpc.Compression.Gzip if config.compression == "gzip" else None
        address = urlsplit(config.url)
        options = [
            ("grpc.max_send_message_length", -1),  # limited before: a larger request is split
            ("grpc.max_receive_message_length", MAX_RESPONSE_BYTES),
            ("grpc.max_reconnect_backoff_ms", int(config.retry.maximum * 1000)),
            ("grpc.primary_user_agent", "spanveil-gateway"),
        ]
        if address.scheme == "grpcs":
            self._channel = aio.secure_channel(
                address.netloc, _credentials(config), options=options, compression=compression
            )
        else:
            self._channel = aio.insecure_channel(
                address.netloc, options=options, compression=compression
            )
        self._export: dict[Signal, Any] = {
            signal: self._channel.unary_unary(f"/{spec.service}/Export")
            for signal, spec in SIGNALS.items()
        }

    async def send(self, signal: Signal, body: bytes) -> Delivered | Refused:
        """Send one request, given in gzip."""
        try:
            response = await self._export[signal](
                unpacked(body), timeout=self.config.timeout, metadata=self._metadata
            )
        except aio.AioRpcError as error:
            return _refusal(error)
        return Delivered(rejected_items(signal, response))

    async def close(self) -> None:
        """Close the channel."""
        await self._channel.close()


def _refusal(error: aio.AioRpcError) -> Refused:
    delay: float | None = None
    for name, value in error.trailing_metadata() or ():
        if name == "grpc-status-details-bin":
            delay = retry_delay(value if isinstance(value, bytes) else value.encode("latin-1"))
    code = error.code()
    retryable = code in RETRYABLE or (
        code is grpc.StatusCode.RESOURCE_EXHAUSTED and delay is not None
    )
    return Refused(code, retryable, delay)


def _credentials(config: GatewaySink) -> grpc.ChannelCredentials:
    tls = config.tls
    return grpc.ssl_channel_credentials(
        root_certificates=tls.ca.read_bytes() if tls.ca else None,
        private_key=tls.key.read_bytes() if tls.key else None,
        certificate_chain=tls.certificate.read_bytes() if tls.certificate else None,
    )
