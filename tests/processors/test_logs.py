"""No position of a log record reaches a sink, and no object of the user's is changed."""

import copy
import logging
import queue
from collections.abc import Callable, Iterator
from logging.handlers import QueueHandler, QueueListener
from typing import Any

import pytest
from opentelemetry._logs import LogRecord, SeverityNumber
from opentelemetry.baggage import set_baggage
from opentelemetry.context import Context
from opentelemetry.exporter.otlp.proto.grpc._log_exporter import OTLPLogExporter
from opentelemetry.instrumentation.logging.handler import LoggingHandler
from opentelemetry.sdk._logs import (
    LoggerProvider,
    LogRecordProcessor,
    ReadableLogRecord,
    ReadWriteLogRecord,
)
from opentelemetry.sdk._logs._internal import (
    ConcurrentMultiLogRecordProcessor,
    SynchronousMultiLogRecordProcessor,
)
from opentelemetry.sdk._logs.export import (
    BatchLogRecordProcessor,
    LogRecordExporter,
    LogRecordExportResult,
    SimpleLogRecordProcessor,
)

from spanveil.context import KeyRing, RequestContext, bind
from spanveil.processors import (
    Counters,
    LogRedactor,
    RedactingLogRecordExporter,
    TenantLogRecordProcessor,
    UnguardedError,
    protect,
)
from spanveil.redaction import Redactor
from tests.processors.canaries import Canaries
from tests.processors.receivers import Received, attributes, value_of
from tests.processors.traces import resource


def provider_of(canaries: Canaries, multi: Any = None) -> LoggerProvider:
    return LoggerProvider(
        resource=resource(canaries), multi_log_record_processor=multi, shutdown_on_exit=False
    )


def user_record(canaries: Canaries) -> LogRecord:
    p = canaries.prose
    return LogRecord(
        timestamp=1,
        context=set_baggage("user", p("baggage"), Context()),
        severity_text=p("severity_text"),
        severity_number=SeverityNumber.WARN,
        body={
            "role": "user",
            "content": p("body"),
            "deep": [{"a": ({"b": p("body_deep")}, p("body_bytes").encode())}],
            p("body_key"): 1,
            "encoded": canaries.encoded("body"),
        },
        attributes={
            "note": p("value"),
            p("key"): 1,
            "map": {"a": [p("nested")]},
            **canaries.encoded("attribute"),
        },
        event_name=p("event_name"),
    )


def log(provider: LoggerProvider, canaries: Canaries) -> None:
    """Log with a canary in each position."""
    p = canaries.prose
    logger = provider.get_logger(
        f"scope {p('scope_name')}",
        p("scope_version"),
        f"https://schemas.example/{canaries['scope_schema_url']}",
        {"note": p("scope_value")},
    )
    logger.emit(user_record(canaries))
    logger.emit(body=p("body_text"), attributes={"spanveil.tenant": canaries["tag_value"]})
    for text in canaries.encoded("body_text").values():
        logger.emit(body=f"received {text}")
    try:
        raise ValueError(p("exception"))
    except ValueError as error:
        logger.emit(body="it failed", exception=error)


def otlp(received: Received) -> OTLPLogExporter:
    return OTLPLogExporter(endpoint=received.endpoint, insecure=True)


PROCESSORS: dict[str, Callable[[LogRecordExporter], LogRecordProcessor]] = {
    "batch": BatchLogRecordProcessor,
    "simple": SimpleLogRecordProcessor,
}


@pytest.mark.parametrize("processor", PROCESSORS)
def test_without_spanveil_every_canary_arrives(
    processor: str, otlp_grpc: Received, canaries: Canaries
) -> None:
    provider = provider_of(canaries)
    provider.add_log_record_processor(PROCESSORS[processor](otlp(otlp_grpc)))
    log(provider, canaries)
    provider.shutdown()
    assert set(canaries) - set(canaries.found(otlp_grpc.wire)) == {"baggage"}


@pytest.mark.parametrize("processor", PROCESSORS)
@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize(
    "multi", [SynchronousMultiLogRecordProcessor, ConcurrentMultiLogRecordProcessor]
)
def test_no_canary_passes_the_guard(
    processor: str,
    before: bool,
    multi: Callable[[], Any],
    otlp_grpc: Received,
    canaries: Canaries,
    tag_keys: KeyRing,
    acme: RequestContext,
) -> None:
    provider = provider_of(canaries, multi())
    if not before:
        protection = protect(logger_provider=provider)
    provider.add_log_record_processor(PROCESSORS[processor](otlp(otlp_grpc)))
    if before:
        protection = protect(logger_provider=provider)
    with bind(acme):
        log(provider, canaries)
    provider.force_flush()
    assert canaries.found(otlp_grpc.wire) == []
    records = otlp_grpc.logs
    tags = [attributes(one).get("spanveil.tenant") for one in records]
    assert tags.count(tag_keys.tag("acme").text) == 6
    structured = next(one for one in records if value_of(one.body).__class__ is dict)
    assert value_of(structured.body)["role"] == "user"
    assert structured.severity_number == 13
    failed = records[-1]
    assert attributes(failed)["exception.type"] == "ValueError"
    assert "events.processor_failed" not in protection.counters.snapshot()


@pytest.mark.parametrize("method", ["attributes", "value", "name", "_treat"])
@pytest.mark.parametrize("processor", PROCESSORS)
def test_no_canary_passes_when_redaction_raises(
    method: str,
    processor: str,
    otlp_grpc: Received,
    canaries: Canaries,
    tag_keys: KeyRing,
    acme: RequestContext,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def raising(*_: Any, **__: Any) -> Any:
        raise ArithmeticError

    provider = provider_of(canaries)
    provider.add_log_record_processor(PROCESSORS[processor](otlp(otlp_grpc)))
    protect(logger_provider=provider)
    monkeypatch.setattr(Redactor, method, raising)
    with bind(acme):
        log(provider, canaries)
    provider.force_flush()
    assert canaries.found(otlp_grpc.wire) == []
    if method == "attributes":
        assert attributes(otlp_grpc.logs[-1]) == {
            "spanveil.tenant": tag_keys.tag("acme").text,
            "spanveil.error": True,
        }


def test_parts_composed_by_hand(
    ring: KeyRing, otlp_grpc: Received, canaries: Canaries, acme: RequestContext
) -> None:
    counters = Counters()
    exporter = RedactingLogRecordExporter(
        otlp(otlp_grpc), LogRedactor(key_ring=ring, counters=counters)
    )
    provider = provider_of(canaries)
    provider.add_log_record_processor(TenantLogRecordProcessor(ring))
    provider.add_log_record_processor(BatchLogRecordProcessor(exporter))
    with bind(acme):
        log(provider, canaries)
    provider.get_logger("t").emit(body="nobody's")
    provider.shutdown()
    assert canaries.found(otlp_grpc.wire) == []
    tags = [attributes(one)["spanveil.tenant"] for one in otlp_grpc.logs]
    assert tags == [ring.tag("acme").text] * 6 + ["unscoped"]
    assert counters.snapshot()["events.items"] == 7


def test_the_users_objects_are_not_changed(
    tag_keys: KeyRing, otlp_grpc: Received, canaries: Canaries, acme: RequestContext
) -> None:
    provider = provider_of(canaries)
    protect(logger_provider=provider)
    provider.add_log_record_processor(SimpleLogRecordProcessor(otlp(otlp_grpc)))
    record = user_record(canaries)
    body, texts = copy.deepcopy(record.body), (record.severity_text, record.event_name)
    given = dict(record.attributes or {})
    with bind(acme):
        provider.get_logger("t").emit(record)
    assert record.body == body
    assert (record.severity_text, record.event_name) == texts
    # The SDK itself replaces the container; what is in it stays.
    assert dict(record.attributes or {}) == {
        **given,
        "map": {"a": (given["map"]["a"][0],)},  # type: ignore[index,call-overload]
    }
    assert "spanveil" not in str(vars(record.attributes))


class Enriches(LogRecordProcessor):
    """Change records for the processors behind it, as the specification allows."""

    def __init__(self, raw: str) -> None:
        self.raw = raw

    def on_emit(self, log_record: ReadWriteLogRecord) -> None:
        record = log_record.log_record
        assert record.attributes is not None
        record.attributes["request.note"] = self.raw  # type: ignore[index]
        record.attributes["app.step"] = "plan"  # type: ignore[index]
        record.event_name = self.raw

    def shutdown(self) -> None:
        pass

    def force_flush(self, timeout_millis: int = 30_000) -> bool:
        return True


def test_what_a_processor_adds_is_redacted_too(
    tag_keys: KeyRing, otlp_grpc: Received, canaries: Canaries, acme: RequestContext
) -> None:
    provider = provider_of(canaries)
    protection = protect(logger_provider=provider)
    provider.add_log_record_processor(Enriches(canaries.prose("added")))
    provider.add_log_record_processor(BatchLogRecordProcessor(otlp(otlp_grpc)))
    with bind(acme):
        provider.get_logger("t").emit(body="hello")
    provider.force_flush()
    assert canaries.found(otlp_grpc.wire) == []
    assert attributes(otlp_grpc.logs[-1])["app.step"] == "plan"
    assert "events.processor_failed" not in protection.counters.snapshot()


@pytest.fixture
def standard_logger() -> Iterator[logging.Logger]:
    logger = logging.getLogger("tests.of.standard.logging")
    logger.setLevel(logging.DEBUG)
    logger.propagate = False
    yield logger
    logger.handlers.clear()


def test_standard_logging_through_opentelemetrys_handler(
    tag_keys: KeyRing,
    otlp_grpc: Received,
    canaries: Canaries,
    acme: RequestContext,
    standard_logger: logging.Logger,
) -> None:
    p = canaries.prose
    provider = provider_of(canaries)
    provider.add_log_record_processor(BatchLogRecordProcessor(otlp(otlp_grpc)))
    protect(logger_provider=provider)
    standard_logger.addHandler(LoggingHandler(logger_provider=provider))
    with bind(acme):
        standard_logger.warning("prompt was %s", p("args"), extra={"note": p("extra")})
        standard_logger.info({"messages": [{"role": "user", "content": p("object")}]})
        try:
            raise RuntimeError(p("exception"))
        except RuntimeError:
            standard_logger.exception(p("message"))
    provider.force_flush()
    assert canaries.found(otlp_grpc.wire) == []
    records = [one for one in otlp_grpc.logs if "spanveil.tenant" in attributes(one)][-3:]
    assert [one.severity_text for one in records] == ["WARN", "INFO", "ERROR"]
    assert {attributes(one)["spanveil.tenant"] for one in records} == {tag_keys.tag("acme").text}
    assert attributes(records[2])["exception.type"] == "RuntimeError"


def test_a_queue_listeners_thread_has_no_tenant(
    tag_keys: KeyRing,
    otlp_grpc: Received,
    canaries: Canaries,
    acme: RequestContext,
    standard_logger: logging.Logger,
) -> None:
    provider = provider_of(canaries)
    provider.add_log_record_processor(SimpleLogRecordProcessor(otlp(otlp_grpc)))
    protect(logger_provider=provider)
    lines: queue.Queue[Any] = queue.Queue()
    standard_logger.addHandler(QueueHandler(lines))
    listener = QueueListener(lines, LoggingHandler(logger_provider=provider))
    listener.start()
    with bind(acme):
        standard_logger.warning("hello", extra={"app.step": "plan"})
    listener.stop()
    last = attributes(otlp_grpc.logs[-1])
    assert last["spanveil.tenant"] == "unscoped"
    assert last["app.step"] == "[redacted:unknown:4]"


class BrokenExporter(LogRecordExporter):
    def export(self, batch: Any) -> LogRecordExportResult:
        raise ConnectionError

    def shutdown(self) -> None:
        raise ConnectionError

    def force_flush(self, timeout_millis: int = 30_000) -> bool:
        raise ConnectionError


def test_a_broken_exporter_goes_unnoticed() -> None:
    counters = Counters()
    exporter = RedactingLogRecordExporter(BrokenExporter(), LogRedactor(counters=counters))
    provider = LoggerProvider(shutdown_on_exit=False)
    provider.add_log_record_processor(SimpleLogRecordProcessor(exporter))
    provider.get_logger("t").emit(body="x")
    assert exporter.force_flush() is False
    provider.shutdown()
    assert counters.snapshot()["events.export_failed"] == 3


HOSTILE: list[dict[str, Any]] = [
    {"body": "x", "timestamp": "soon"},
    {"body": object()},
    {"body": {1: {2}}},
    {"body": float("nan"), "severity_text": 7},
    {"body": 1 << 80},
]


@pytest.mark.parametrize("fields", HOSTILE)
def test_hostile_records(fields: dict[str, Any], otlp_grpc: Received, ring: KeyRing) -> None:
    exporter = RedactingLogRecordExporter(otlp(otlp_grpc), LogRedactor(key_ring=ring))
    provider = LoggerProvider(shutdown_on_exit=False)
    provider.add_log_record_processor(SimpleLogRecordProcessor(exporter))
    provider.get_logger("t").emit(LogRecord(**fields))
    provider.shutdown()
    assert len(otlp_grpc.logs) == 1


def test_the_self_test_refuses_where_records_pass(
    tag_keys: KeyRing, monkeypatch: pytest.MonkeyPatch
) -> None:
    def passes(self: LogRedactor, record: ReadableLogRecord) -> ReadableLogRecord:
        return record

    monkeypatch.setattr(LogRedactor, "__call__", passes)
    with pytest.raises(UnguardedError) as refused:
        protect(logger_provider=LoggerProvider(shutdown_on_exit=False))
    assert refused.value.position.startswith("log.")
