"""Bodies of answers, in the encoding of the request."""

from google.protobuf import any_pb2, duration_pb2
from google.protobuf.json_format import MessageToJson
from google.rpc import error_details_pb2, status_pb2  # type: ignore[import-untyped]

from spanveil.gateway._errors import PayloadError
from spanveil.gateway._intake import Accepted
from spanveil.gateway._otlp_json import encode
from spanveil.gateway._signals import Signal, export_response

_MAX_MESSAGE = 1000


def accepted(signal: Signal, result: Accepted, *, is_json: bool) -> bytes:
    """Return an ``Export<Signal>ServiceResponse``."""
    response = export_response(signal, result.rejected, result.message[:_MAX_MESSAGE])
    return encode(response) if is_json else bytes(response.SerializeToString())


def status(error: PayloadError, *, is_json: bool) -> bytes:
    """Return a ``google.rpc.Status`` with RetryInfo or BadRequest as OTLP asks for them."""
    message = status_pb2.Status(code=error.code.value[0], message=error.reason[:_MAX_MESSAGE])
    detail = any_pb2.Any()
    if error.retry_after is not None:
        seconds = int(error.retry_after)
        delay = duration_pb2.Duration(
            seconds=seconds, nanos=int((error.retry_after - seconds) * 1e9)
        )
        detail.Pack(error_details_pb2.RetryInfo(retry_delay=delay))
        message.details.append(detail)
    elif error.status == 400:
        request = error_details_pb2.BadRequest()
        request.field_violations.add(description=error.reason[:_MAX_MESSAGE])
        detail.Pack(request)
        message.details.append(detail)
    if is_json:
        return MessageToJson(message, indent=None).encode()
    return bytes(message.SerializeToString())
