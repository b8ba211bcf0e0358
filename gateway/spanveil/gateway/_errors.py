"""The ways in which a request is turned away, each with the answer a client gets."""

import grpc

_HTTP_STATUS = {
    # The Collector's receiver maps codes this way when an error travels through
    # (receiver/otlpreceiver/internal/errors of opentelemetry-collector).
    grpc.StatusCode.CANCELLED: 503,
    grpc.StatusCode.DEADLINE_EXCEEDED: 503,
    grpc.StatusCode.ABORTED: 503,
    grpc.StatusCode.OUT_OF_RANGE: 503,
    grpc.StatusCode.UNAVAILABLE: 503,
    grpc.StatusCode.DATA_LOSS: 503,
    grpc.StatusCode.RESOURCE_EXHAUSTED: 429,
    grpc.StatusCode.INVALID_ARGUMENT: 400,
    grpc.StatusCode.UNAUTHENTICATED: 401,
    grpc.StatusCode.PERMISSION_DENIED: 403,
    grpc.StatusCode.UNIMPLEMENTED: 404,
}


def http_status(code: grpc.StatusCode) -> int:
    """Return the HTTP status that stands for a gRPC code on an OTLP receiver."""
    return _HTTP_STATUS.get(code, 500)


class PayloadError(Exception):
    """A request that is turned away.

    The text is ours: it names what was expected and never quotes the payload.

    Args:
        code: The gRPC status; ``http_status`` gives the HTTP one unless ``status`` does.
        reason: One sentence for the client.
        status: The HTTP status, where it says more than the mapped one (405, 413, 415).
        retry_after: Seconds after which trying again makes sense; ``None`` for an error that would
            only repeat itself.
        cause: The word under which it is counted, where the reason is not one of a few.
    """

    def __init__(
        self,
        code: grpc.StatusCode,
        reason: str,
        *,
        status: int | None = None,
        retry_after: float | None = None,
        cause: str = "",
    ) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason
        self.status = status or http_status(code)
        self.retry_after = retry_after
        self.cause = cause


def invalid(reason: str, status: int = 400, cause: str = "") -> PayloadError:
    """Return the error of a payload that no retry can mend (OTLP specification, "Failures")."""
    return PayloadError(grpc.StatusCode.INVALID_ARGUMENT, reason, status=status, cause=cause)


def too_large(limit: int) -> PayloadError:
    """Return the error of a request over the size limit; without RetryInfo, as OTLP asks."""
    return PayloadError(
        grpc.StatusCode.RESOURCE_EXHAUSTED, f"request is larger than {limit} bytes", status=413
    )


def overloaded(reason: str, retry_after: float) -> PayloadError:
    """Return the back-pressure error: always with a delay, without which clients drop the data."""
    return PayloadError(grpc.StatusCode.UNAVAILABLE, reason, retry_after=retry_after)
