"""An OTLP/gRPC sink."""

import asyncio
from typing import Any
from urllib.parse import urlsplit

import grpc
from grpc import aio

from spanveil.config import GatewaySink
from spanveil.gateway._content import Content
from spanveil.gateway._signals import SIGNALS, Signal
from spanveil.gateway._sink import (
    MAX_RESPONSE_BYTES,
    RETRYABLE,
    Delivered,
    Refused,
    delivered,
    headers,
    retry_delay,
    say_uncompressed,
)

_Answer = bytes | aio.AioRpcError | Refused


class GrpcSink:
    """Send requests over one channel.

    Args:
        config: Where to and how.

    Raises:
        OSError: A certificate file cannot be read.
    """

    def __init__(self, config: GatewaySink) -> None:
        self.config = config
        self._metadata = tuple((name.lower(), value) for name, value in headers(config).items())
        self._compresses = config.compression == "gzip"
        address = urlsplit(config.url)
        options = [
            ("grpc.max_send_message_length", -1),  # limited before: a larger request is split
            ("grpc.max_receive_message_length", MAX_RESPONSE_BYTES),
            ("grpc.max_reconnect_backoff_ms", int(config.retry.maximum * 1000)),
            ("grpc.primary_user_agent", "spanveil-gateway"),
        ]
        if address.scheme == "grpcs":
            self._channel = aio.secure_channel(
                address.netloc, _credentials(config), options=options
            )
        else:
            self._channel = aio.insecure_channel(address.netloc, options=options)
        self._export: dict[Signal, Any] = {
            signal: self._channel.unary_unary(f"/{spec.service}/Export")
            for signal, spec in SIGNALS.items()
        }

    async def send(self, signal: Signal, content: Content) -> Delivered | Refused:
        """Send one request.

        A sink that does not take gzip is asked without compression at once, and from then on.
        """
        compresses = self._compresses
        answer = await self._send(signal, content, compresses)
        if not (compresses and isinstance(answer, aio.AioRpcError) and _refuses_gzip(answer)):
            return _outcome(signal, answer)
        if self._compresses:
            self._compresses = False
            say_uncompressed(self.config.name)
        return _outcome(signal, await self._send(signal, content, False))

    async def _send(self, signal: Signal, content: Content, compresses: bool) -> _Answer:
        try:
            answer: bytes = await self._export[signal](
                content.plain,
                timeout=self.config.timeout,
                metadata=self._metadata,
                # For each call: the channel's own cannot be taken back by a call.
                compression=grpc.Compression.Gzip if compresses else None,
            )
        except aio.AioRpcError as error:
            return error
        except asyncio.CancelledError:
            task = asyncio.current_task()
            if task is None or task.cancelling():
                raise
            # The channel was closed under it, which gRPC tells in the words of a cancelled task.
            return Refused(grpc.StatusCode.UNAVAILABLE, retryable=True)
        return answer

    async def close(self) -> None:
        """Close the channel."""
        await self._channel.close()


def _outcome(signal: Signal, answer: _Answer) -> Delivered | Refused:
    if isinstance(answer, Refused):
        return answer
    if isinstance(answer, aio.AioRpcError):
        return _refusal(answer)
    return delivered(signal, answer)


def _refuses_gzip(error: aio.AioRpcError) -> bool:
    # gRPC's compression specification: UNIMPLEMENTED for an algorithm that the server does not
    # have. A method it does not have is UNIMPLEMENTED too; the header that tells them apart does
    # not get through to a client in Python, and every implementation names the algorithm.
    is_unknown = error.code() is grpc.StatusCode.UNIMPLEMENTED
    return is_unknown and "gzip" in (error.details() or "").lower()


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
