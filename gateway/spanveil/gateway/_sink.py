"""What a sink is, and what it may answer."""

import logging
from dataclasses import dataclass
from typing import Any, Final, Protocol

import grpc
from google.protobuf.message import DecodeError
from google.rpc import error_details_pb2, status_pb2  # type: ignore[import-untyped]

from spanveil.config import GatewaySink
from spanveil.gateway._content import Content
from spanveil.gateway._renewal import read_token
from spanveil.gateway._signals import SIGNALS, Signal

_LOG: Final = logging.getLogger("spanveil.gateway")

MAX_RESPONSE_BYTES: Final = 4 * 2**20
"""The OTLP specification's recommended limit of a response."""

RETRYABLE: Final = frozenset(
    # OTLP specification, "Failures" (OTLP/gRPC).
    {
        grpc.StatusCode.CANCELLED,
        grpc.StatusCode.DEADLINE_EXCEEDED,
        grpc.StatusCode.ABORTED,
        grpc.StatusCode.OUT_OF_RANGE,
        grpc.StatusCode.UNAVAILABLE,
        grpc.StatusCode.DATA_LOSS,
    }
)


@dataclass(frozen=True, slots=True)
class Delivered:
    """The sink took the request.

    Attributes:
        rejected: Items that it rejected for ever (partial success).
        is_unclear: What it said of them was cut off or cannot be read. The request is delivered
            all the same: the status alone says so (OTLP specification, "Full Success").
    """

    rejected: int = 0
    is_unclear: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """The sink did not take the request.

    Attributes:
        code: The gRPC status, or the one that stands for an HTTP status.
        retryable: Sending the same again may succeed.
        retry_after: Seconds that the sink asks for, if it does.
    """

    code: grpc.StatusCode
    retryable: bool
    retry_after: float | None = None


class Sink(Protocol):
    """A destination. ``send`` never raises for what a destination may do."""

    config: GatewaySink

    async def send(self, signal: Signal, content: Content) -> Delivered | Refused:
        """Send one request."""

    async def close(self) -> None:
        """Let connections go."""


def headers(config: GatewaySink) -> dict[str, str]:
    """Return the headers that a sink is configured with, and the credential of its file.

    Raises:
        ConfigError: The file cannot be read.
    """
    found = {name: value.get_secret_value() for name, value in config.headers.items()}
    if config.token_file is not None:
        found["Authorization"] = f"Bearer {read_token(config.token_file, f'sink {config.name}')}"
    return found


def say_uncompressed(sink: str) -> None:
    """Log that a sink does not take gzip, so that its configuration can say so."""
    _LOG.warning(
        "sink %s does not take gzip: it is sent to without (`compression: none` says so at once)",
        sink,
    )


def delivered(signal: Signal, response: bytes) -> Delivered:
    """Return what the response of a success says."""
    spec = SIGNALS[signal]
    try:
        message = spec.response.FromString(response)
    except DecodeError:
        return Delivered(is_unclear=True)
    return Delivered(max(0, int(getattr(message.partial_success, spec.rejected))))


def retry_delay(status: bytes) -> float | None:
    """Return the delay of a ``google.rpc.Status`` that has ``RetryInfo``."""
    try:
        for detail in status_pb2.Status.FromString(status).details:
            info: Any = error_details_pb2.RetryInfo()
            if detail.Is(info.DESCRIPTOR) and detail.Unpack(info):
                return max(0.0, float(info.retry_delay.seconds + info.retry_delay.nanos / 1e9))
    except Exception:
        return None
    return None
