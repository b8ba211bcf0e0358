"""One payload gets one result: by the SDK's processors or by the gateway."""

import secrets
from collections.abc import Sequence
from typing import Any

import pytest
from opentelemetry._logs import LogRecord
from opentelemetry.exporter.otlp.proto.common._log_encoder import encode_logs
from opentelemetry.exporter.otlp.proto.common.trace_encoder import encode_spans
from opentelemetry.proto.collector.logs.v1.logs_service_pb2 import ExportLogsServiceRequest
from opentelemetry.sdk._logs import LoggerProvider, ReadableLogRecord
from opentelemetry.sdk._logs.export import (
    LogRecordExporter,
    LogRecordExportResult,
    SimpleLogRecordProcessor,
)
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor, SpanExporter, SpanExportResult
from opentelemetry.trace import Link, SpanContext, Status, StatusCode, TraceFlags, TraceState

from spanveil.config import Config
from spanveil.gateway import Core, Signal, TagPolicy
from spanveil.processors import RedactingLogRecordExporter, RedactingSpanExporter
from spanveil.redaction import Redactor


class Wire(SpanExporter):
    """Keeps what an OTLP exporter would send."""

    def __init__(self) -> None:
        self.bodies: list[bytes] = []

    def export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:
        self.bodies.append(encode_spans(spans).SerializeToString())
        return SpanExportResult.SUCCESS


ATTRIBUTES: list[dict[str, Any]] = [
    {},
    {"gen_ai.request.model": "gpt-4o", "gen_ai.usage.input_tokens": 812},
    {"gen_ai.input.messages": '[{"role":"user","parts":[{"type":"text","content":"Jane"}]}]'},
    {"note": "Jane is ill", "mode": "fast", "tries": 3, "ratio": 0.5, "ok": True},
    {"http.route": "/users/{id}", "url.full": "https://h.example/users/jane?token=abc"},
    {"tags": ["a", "b c d"], "numbers": [1, 2], "jane@example.com": "x"},
    {"db.query.text": "SELECT * FROM t WHERE name = 'Jane'", "spanveil.tenant": "acme"},
    {"exception.message": "no such user: Jane", "exception.type": "KeyError"},
]


@pytest.mark.parametrize("attributes", ATTRIBUTES)
@pytest.mark.parametrize("name", ["chat gpt-4o", "Write to Jane about it", "GET /users/{id}"])
def test_a_span_leaves_the_same_by_both_ways(attributes: dict[str, Any], name: str) -> None:
    # Without a bound tenant both apply the strictest profile.
    raw, by_sdk = Wire(), Wire()
    provider = TracerProvider(resource=Resource({"service.name": "shop", "note": "a b"}))
    provider.add_span_processor(SimpleSpanProcessor(raw))
    provider.add_span_processor(SimpleSpanProcessor(RedactingSpanExporter(by_sdk)))
    other = SpanContext(
        secrets.randbits(128), secrets.randbits(64), False, TraceFlags(1), TraceState([("a", "b")])
    )
    span = provider.get_tracer("shop.agent", "1.2", attributes={"x": "y z"}).start_span(
        name, attributes=attributes, links=[Link(other, attributes)]
    )
    span.add_event("said", attributes)
    span.set_status(Status(StatusCode.ERROR, "Jane is ill"))
    span.end()
    core = Core(Redactor(), TagPolicy(Config().tenant.attribute))
    (part,) = core.redact(Signal.TRACES, raw.bodies[0], trusted=True).parts
    assert _plain(part.body) == _plain(by_sdk.bodies[0])


def _plain(body: bytes) -> Any:
    from google.protobuf.json_format import MessageToDict
    from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

    document = MessageToDict(ExportTraceServiceRequest.FromString(body))
    (span,) = document["resourceSpans"][0]["scopeSpans"][0]["spans"]
    # The SDK adds the tag that says that there is no tenant; the gateway has nobody to ask.
    span["attributes"] = [
        pair for pair in span.get("attributes", []) if pair["key"] != "spanveil.tenant"
    ]
    return document


class LogWire(LogRecordExporter):
    """Keeps what an OTLP exporter would send."""

    def __init__(self) -> None:
        self.bodies: list[bytes] = []

    def export(self, batch: Sequence[ReadableLogRecord]) -> LogRecordExportResult:
        self.bodies.append(encode_logs(batch).SerializeToString())
        return LogRecordExportResult.SUCCESS

    def shutdown(self) -> None:
        pass

    def force_flush(self, timeout_millis: int = 30_000) -> bool:
        return True


@pytest.mark.parametrize("body", ["Jane is ill", {"role": "user", "content": "Jane"}, 7, [1, "a"]])
@pytest.mark.parametrize("attributes", ATTRIBUTES)
def test_a_log_record_leaves_the_same_by_both_ways(body: Any, attributes: dict[str, Any]) -> None:
    raw, by_sdk = LogWire(), LogWire()
    provider = LoggerProvider(resource=Resource({"service.name": "shop"}))
    provider.add_log_record_processor(SimpleLogRecordProcessor(raw))
    redacting = RedactingLogRecordExporter(by_sdk)
    provider.add_log_record_processor(SimpleLogRecordProcessor(redacting))
    provider.get_logger("shop.agent").emit(
        LogRecord(body=body, attributes=attributes, event_name="x y", severity_text="INFO")
    )
    core = Core(Redactor(), TagPolicy(Config().tenant.attribute))
    (part,) = core.redact(Signal.LOGS, raw.bodies[0], trusted=True).parts
    records = []
    for wire in (part.body, by_sdk.bodies[0]):
        request = ExportLogsServiceRequest.FromString(wire)
        (record,) = request.resource_logs[0].scope_logs[0].log_records
        kept = [pair for pair in record.attributes if pair.key != "spanveil.tenant"]
        del record.attributes[:]
        record.attributes.extend(kept)
        records.append(request)
    assert records[0] == records[1]
