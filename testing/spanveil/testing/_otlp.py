"""Reading OTLP trace payloads as files and exporters hold them."""

import base64
import json
from typing import Any, Final

from google.protobuf import json_format
from google.protobuf.message import DecodeError
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

# OTLP specification, "JSON Protobuf Encoding": ids are hexadecimal and not base64.
_ID_KEYS: Final = frozenset({"traceId", "spanId", "parentSpanId"})


def parse_traces(payload: bytes) -> ExportTraceServiceRequest:
    """Decode a trace export: protobuf, JSON, or the JSON lines of a Collector's file exporter.

    Raises:
        ValueError: It is none of these; the message does not quote it.
    """
    request = ExportTraceServiceRequest()
    try:
        if payload.lstrip()[:1] != b"{":
            request.ParseFromString(payload)
            return request
        for line in payload.splitlines() if _is_lines(payload) else [payload]:
            if line.strip():
                parsed = ExportTraceServiceRequest()
                json_format.ParseDict(with_base64_ids(json.loads(line)), parsed, True)
                request.MergeFrom(parsed)
    except (DecodeError, json_format.ParseError, ValueError, RecursionError):
        raise ValueError("the recording is not an OTLP trace export") from None
    return request


def with_base64_ids(value: Any) -> Any:
    """Return OTLP JSON with its ids as protobuf's own JSON form has them."""
    if isinstance(value, list):
        return [with_base64_ids(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        key: _base64(item) if key in _ID_KEYS and isinstance(item, str) else with_base64_ids(item)
        for key, item in value.items()
    }


def _base64(hexadecimal: str) -> str:
    return base64.b64encode(bytes.fromhex(hexadecimal)).decode("ascii")


def _is_lines(payload: bytes) -> bool:
    first = payload.lstrip().partition(b"\n")[0]
    try:
        json.loads(first)
    except ValueError:
        return False
    return True
