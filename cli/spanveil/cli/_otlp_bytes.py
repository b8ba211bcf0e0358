"""Redact OTLP in its protobuf encoding, as exporters send it and file exporters write it.

The walk is the gateway's core, so that this verb shows what a gateway would send on.
"""

import base64
from collections.abc import Callable, Iterator
from typing import Any, Final

from google.protobuf import json_format
from google.protobuf.message import DecodeError
from opentelemetry.proto.collector.logs.v1.logs_service_pb2 import ExportLogsServiceRequest
from opentelemetry.proto.collector.metrics.v1.metrics_service_pb2 import ExportMetricsServiceRequest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from spanveil.gateway import Core, Signal, TagPolicy
from spanveil.redaction import Redactor, Report

_FRAME: Final = 4
_IDS: Final = frozenset({"traceId", "spanId", "parentSpanId"})
_TEXT_CONTROLS: Final = frozenset(b"\t\n\f\r\x1b")
_FIRST_TAG: Final = 0x0A  # field 1, length-delimited: `resource_spans` and its siblings


class UnknownSignal(ValueError):
    """The bytes are a request of more than one signal, or of none."""


def looks_binary(raw: bytes) -> bool:
    """Say whether bytes are more likely a protobuf message, or frames of them, than text."""
    head = raw[:4096]
    starts = head[:1] == bytes([_FIRST_TAG]) or next(iter_frames(raw), b"")[:1] == b"\n"
    return starts and any(byte < 0x20 and byte not in _TEXT_CONTROLS for byte in head)


def iter_frames(raw: bytes) -> Iterator[bytes]:
    """Yield the messages of a file exporter's ``format: proto``: each after its length.

    Four bytes, big-endian (opentelemetry-collector-contrib, fileexporter). Yields nothing if the
    bytes are not made of such frames from end to end.
    """
    frames, place = [], 0
    while place + _FRAME <= len(raw):
        end = place + _FRAME + int.from_bytes(raw[place : place + _FRAME], "big")
        if end > len(raw):
            return
        frames.append(raw[place + _FRAME : end])
        place = end
    if place == len(raw):
        yield from frames


def frame(message: bytes) -> bytes:
    """Return a message with its length before it."""
    return len(message).to_bytes(_FRAME, "big") + message


class OtlpBytes:
    """Redact requests for one profile.

    Args:
        redactor: The engine.
        attribute: The attribute of tenant tags, which are not believed.
    """

    def __init__(self, redactor: Redactor, attribute: str) -> None:
        self._core = Core(redactor, TagPolicy(attribute))
        self.rejected = 0

    def redact(self, raw: bytes, signal: str | None, report: Report) -> bytes:
        """Return a redacted request. Items that cannot be redacted are left out and counted.

        Args:
            raw: An ``Export<Signal>ServiceRequest``.
            signal: ``traces``, ``metrics`` or ``logs``; found out if ``None``.
            report: What was done is added to it.

        Raises:
            UnknownSignal: It is not clear which signal it is.
            PayloadError: The bytes are no such request.
        """
        outcome = self._core.redact(Signal(signal or signal_of(raw)), raw)
        self.rejected += outcome.rejected
        report.merge(outcome.report)
        return b"".join(part.body for part in outcome.parts)


def as_document(raw: bytes, signal: str | None) -> tuple[dict[str, Any], int]:
    """Return a request in OTLP's JSON encoding, and how many bytes of it the schema does not know.

    Args:
        raw: An ``Export<Signal>ServiceRequest``.
        signal: ``traces``, ``metrics`` or ``logs``; found out if ``None``.

    Raises:
        UnknownSignal: It is not clear which signal it is.
        DecodeError: The bytes are no such request.
    """
    request = _SCHEMA[Signal(signal or signal_of(raw))][0].FromString(raw)
    size = request.ByteSize()
    request.DiscardUnknownFields()
    document = json_format.MessageToDict(request, use_integers_for_enums=True)
    return _with_hexadecimal_ids(document), size - request.ByteSize()


def _with_hexadecimal_ids(value: Any) -> Any:
    # OTLP specification, "JSON Protobuf Encoding": ids are not in base64, as protobuf has it.
    if isinstance(value, list):
        return [_with_hexadecimal_ids(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        key: base64.b64decode(item).hex() if key in _IDS else _with_hexadecimal_ids(item)
        for key, item in value.items()
    }


def signal_of(raw: bytes) -> str:
    """Return the signal of a request by what only its items have.

    Raises:
        UnknownSignal: None fits, or more than one does.
    """
    fits = {signal for signal in Signal if _fits(signal, raw)}
    if Signal.TRACES in fits and Signal.METRICS not in fits:
        return Signal.TRACES  # no log record has ids where a span has them
    if len(fits) != 1:
        raise UnknownSignal
    return fits.pop()


def _fits(signal: Signal, raw: bytes) -> bool:
    request, is_item = _SCHEMA[signal]
    try:
        parsed = request.FromString(raw)
    except DecodeError:
        return False
    # In the requests of all signals the resources are field 1, and scopes and items field 2.
    resources = getattr(parsed, parsed.DESCRIPTOR.fields_by_number[1].name)
    scopes = [each for resource in resources for each in _second(resource)]
    items = [item for scope in scopes for item in _second(scope)]
    return bool(items) and all(map(is_item, items))


def _second(message: Any) -> Any:
    return getattr(message, message.DESCRIPTOR.fields_by_number[2].name)


def _is_span(item: Any) -> bool:
    return len(item.trace_id) == 16 and len(item.span_id) == 8


def _is_metric(item: Any) -> bool:
    return bool(item.name) and item.WhichOneof("data") is not None


def _is_log(item: Any) -> bool:
    return bool(item.time_unix_nano or item.observed_time_unix_nano or item.HasField("body"))


_SCHEMA: Final[dict[Signal, tuple[Any, Callable[[Any], bool]]]] = {
    Signal.TRACES: (ExportTraceServiceRequest, _is_span),
    Signal.METRICS: (ExportMetricsServiceRequest, _is_metric),
    Signal.LOGS: (ExportLogsServiceRequest, _is_log),
}
