"""A tenant's own rules hold by both ways, and one payload gets one result, counts included."""

import uuid
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from opentelemetry._logs import LogRecord
from opentelemetry.exporter.otlp.proto.common._log_encoder import encode_logs
from opentelemetry.exporter.otlp.proto.common.metrics_encoder import encode_metrics
from opentelemetry.exporter.otlp.proto.common.trace_encoder import encode_spans
from opentelemetry.proto.collector.logs.v1.logs_service_pb2 import ExportLogsServiceRequest
from opentelemetry.proto.collector.metrics.v1.metrics_service_pb2 import (
    ExportMetricsServiceRequest,
)
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.sdk._logs import LoggerProvider
from opentelemetry.sdk._logs.export import InMemoryLogRecordExporter, SimpleLogRecordProcessor
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import Status, StatusCode

from spanveil.config import Config, SinkConfig
from spanveil.context import (
    KeyRing,
    bind,
)
from spanveil.gateway import Core, Signal, TagPolicy
from spanveil.gateway._auth import Stream
from spanveil.gateway._intake import Request
from spanveil.gateway._pipeline import Pipeline
from spanveil.processors import (
    Counters,
    LogRedactor,
    RedactingLogRecordExporter,
    RedactingSpanExporter,
    SpanRedactor,
    TenantLogRecordProcessor,
    TenantSpanProcessor,
)
from spanveil.processors._metric import MetricRedactor
from spanveil.redaction import Redactor

TAG = "spanveil.tenant"
PROFILES = ["shared", "strict", "diagnostic"]
ATTRIBUTES: dict[str, Any] = {
    "gen_ai.request.model": "gpt-4o",
    "gen_ai.input.messages": '[{"role":"user","parts":[{"type":"text","content":"Jane"}]}]',
    "app.mode": "fast",
    "app.region": "west",
    "app.tries": 3,
    "deployment.environment.name": "prod",
    "user.id": "u-77",
    "note": "Jane is ill, mail jane@example.com",
    "tags": ["a", "b c"],
    # What the propagation boundary records, and what an application could put there.
    "spanveil.request_id": str(uuid.uuid4()),
    "spanveil.egress.trace_id": "jane",
    "spanveil.other": "x",
}


@pytest.fixture
def config(ring: KeyRing) -> Config:
    """Rules of the tenant acme, and one that looks at another attribute."""
    acme = ring.tag("acme").text
    return Config.model_validate(
        {
            "redaction": {
                "rules": [
                    {
                        "keys": "app.region",
                        "action": "redact",
                        "when": {"deployment.environment.name": "prod"},
                    },
                    {"keys": "app.kept", "action": "keep"},
                ],
                "tenants": {
                    acme: [
                        {"keys": ["app.mode", "app.tries"], "action": "redact"},
                        {"keys": "gen_ai.request.model", "action": "classify", "class": "prompt"},
                    ]
                },
            }
        }
    )


def core_of(config: Config, profile: str, ring: KeyRing) -> Core:
    key = ring.subkey("pseudonym")
    return Core(
        Redactor(config, profile=profile, key=key),
        TagPolicy(TAG),
        Redactor(config, profile="strict", key=key),
    )


def tagged(pairs: Any, tag: str) -> None:
    pairs.add(key=TAG).value.string_value = tag


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("tenant", ["acme", "globex", ""])
def test_a_span_leaves_the_same_for_each_tenant(
    profile: str, tenant: str, ring: KeyRing, config: Config, context_of: Any
) -> None:
    raw, shown, counters = InMemorySpanExporter(), InMemorySpanExporter(), Counters()
    provider = TracerProvider(resource=Resource({"app.mode": "fast"}), shutdown_on_exit=False)
    provider.add_span_processor(SimpleSpanProcessor(raw))
    redactor = SpanRedactor(config, SinkConfig(profile=profile), ring, counters)
    provider.add_span_processor(SimpleSpanProcessor(RedactingSpanExporter(shown, redactor)))
    provider.add_span_processor(TenantSpanProcessor(ring, counters))
    tracer = provider.get_tracer("shop.agent", "1.2", attributes=ATTRIBUTES)
    with bind(context_of(tenant)):
        other = tracer.start_span("other").get_span_context()
        span = tracer.start_span("chat fast", attributes=ATTRIBUTES)
        span.add_link(other, ATTRIBUTES)
        span.add_event("said", ATTRIBUTES)
        span.set_status(Status(StatusCode.ERROR, "Jane is ill"))
        span.end()
    request = ExportTraceServiceRequest.FromString(encoded(raw.get_finished_spans()))
    tag = ring.tag(tenant).text if tenant else "unscoped"
    tagged(request.resource_spans[0].scope_spans[0].spans[0].attributes, tag)
    core = core_of(config, profile, ring)
    for _ in range(2):  # the second time much is known
        outcome = core.redact(Signal.TRACES, request.SerializeToString(), trusted=True)
        (part,) = outcome.parts
        assert ExportTraceServiceRequest.FromString(part.body) == (
            ExportTraceServiceRequest.FromString(encoded(shown.get_finished_spans()))
        )
    counted = {
        name: number
        for name, number in counters.snapshot().items()
        if name.startswith(("fields.", "entities.", "errors."))
    }
    assert counted
    # The SDK counts what was made for an item; its resource and scope are nobody's.
    shared_parts = core_of(config, profile, ring).redact(
        Signal.TRACES, encoded_without_items(request), trusted=True
    )
    report, shared = outcome.report, shared_parts.report
    assert counted == {
        **{f"fields.{c}.{t}": n for (c, t), n in (report.fields - shared.fields).items()},
        **{f"entities.{entity}": n for entity, n in (report.entities - shared.entities).items()},
    }
    assert report.entities or profile != "diagnostic"
    is_kept = b"fast" in encoded_attributes(part.body)
    assert is_kept is (tenant == "globex" and profile != "strict")


def encoded(spans: Sequence[ReadableSpan]) -> bytes:
    return bytes(encode_spans(spans).SerializeToString())


def encoded_without_items(request: ExportTraceServiceRequest) -> bytes:
    bare = ExportTraceServiceRequest()
    bare.CopyFrom(request)
    del bare.resource_spans[0].scope_spans[0].spans[:]
    return bare.SerializeToString()


def encoded_attributes(body: bytes) -> bytes:
    (span,) = ExportTraceServiceRequest.FromString(body).resource_spans[0].scope_spans[0].spans
    return b"".join(pair.SerializeToString() for pair in span.attributes)


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("tenant", ["acme", "globex", ""])
@pytest.mark.parametrize("body", ["Jane is ill", {"app.mode": "fast", "content": "Jane"}])
def test_a_log_record_leaves_the_same_for_each_tenant(
    profile: str, tenant: str, body: Any, ring: KeyRing, config: Config, context_of: Any
) -> None:
    make: Any = InMemoryLogRecordExporter  # untyped in the SDK
    raw, shown = make(), make()
    provider = LoggerProvider(resource=Resource({}), shutdown_on_exit=False)
    provider.add_log_record_processor(TenantLogRecordProcessor(ring))
    provider.add_log_record_processor(SimpleLogRecordProcessor(raw))
    redactor = LogRedactor(config, SinkConfig(profile=profile), ring)
    exporter = RedactingLogRecordExporter(shown, redactor)
    provider.add_log_record_processor(SimpleLogRecordProcessor(exporter))
    with bind(context_of(tenant)):
        provider.get_logger("shop.agent").emit(LogRecord(body=body, attributes=ATTRIBUTES))
    request = ExportLogsServiceRequest.FromString(
        encode_logs(raw.get_finished_logs()).SerializeToString()
    )
    (record,) = request.resource_logs[0].scope_logs[0].log_records
    tag = ring.tag(tenant).text if tenant else "unscoped"
    tagged(record.attributes, tag)
    core = core_of(config, profile, ring)
    for _ in range(2):
        (part,) = core.redact(Signal.LOGS, request.SerializeToString(), trusted=True).parts
        assert ExportLogsServiceRequest.FromString(part.body) == (
            ExportLogsServiceRequest.FromString(
                encode_logs(shown.get_finished_logs()).SerializeToString()
            )
        )


@pytest.mark.parametrize("profile", PROFILES)
def test_a_metric_of_many_tenants_leaves_the_same_and_is_split_by_them(
    profile: str, ring: KeyRing, config: Config
) -> None:
    tags = {name: ring.tag(name).text for name in ("acme", "globex")} | {"": "unscoped"}
    redactor = MetricRedactor(
        config.model_copy(update={"metrics": config.metrics.model_copy(update={"tag": True})}),
        SinkConfig(profile=profile),
        ring,
    )

    def measured(attributes_of: Callable[[str], dict[str, Any]]) -> ExportMetricsServiceRequest:
        reader = InMemoryMetricReader()
        provider = MeterProvider([reader], Resource({"app.mode": "x y"}), shutdown_on_exit=False)
        counter = provider.get_meter("shop", "1").create_counter("calls", "s", "calls of tools")
        for tag in tags.values():
            counter.add(1, attributes_of(tag))
        data = reader.get_metrics_data()
        shown = data if attributes_of is raw else redactor.data(data)
        assert shown is not None
        return ExportMetricsServiceRequest.FromString(encode_metrics(shown).SerializeToString())

    def raw(tag: str) -> dict[str, Any]:
        return {**ATTRIBUTES, TAG: tag}

    outcome = core_of(config, profile, ring).redact(
        Signal.METRICS, measured(raw).SerializeToString(), trusted=True
    )
    assert [part.items for part in outcome.parts] == [1, 1, 1]
    assert [part.tag for part in outcome.parts] == list(tags.values())
    expected = measured(lambda tag: redactor.attributes(ATTRIBUTES, tag))
    (metric,) = expected.resource_metrics[0].scope_metrics[0].metrics
    for part, point in zip(outcome.parts, metric.sum.data_points, strict=True):
        request = ExportMetricsServiceRequest.FromString(part.body)
        (found,) = request.resource_metrics[0].scope_metrics[0].metrics
        assert list(found.sum.data_points[0].attributes) == list(point.attributes)
        assert (found.name, found.description, found.unit) == (
            metric.name,
            metric.description,
            metric.unit,
        )
        assert request.resource_metrics[0].resource == expected.resource_metrics[0].resource
        assert found.sum.is_monotonic


def span_with(attributes: dict[str, str]) -> bytes:
    request = ExportTraceServiceRequest()
    span = request.resource_spans.add().scope_spans.add().spans.add(name="chat")
    for key, value in attributes.items():
        span.attributes.add(key=key).value.string_value = value
    return request.SerializeToString()


@pytest.mark.parametrize("trusted", [False, True])
def test_a_rule_with_a_condition_holds_for_a_value_seen_before(
    trusted: bool, ring: KeyRing, config: Config
) -> None:
    core = core_of(config, "shared", ring)
    tag = {TAG: ring.tag("globex").text} if trusted else {}
    shown = []
    for environment in ("test", "test", "prod", "prod"):
        body = span_with({"deployment.environment.name": environment, "app.region": "west", **tag})
        (part,) = core.redact(Signal.TRACES, body, trusted=trusted).parts
        shown.append(b"west" in part.body)
    assert shown == [True, True, False, False]


def test_a_value_kept_for_one_tenant_is_not_kept_for_another(ring: KeyRing, config: Config) -> None:
    core = core_of(config, "shared", ring)
    for tenant, is_kept in (("globex", True), ("globex", True), ("acme", False)):
        body = span_with({"app.mode": "fast", TAG: ring.tag(tenant).text})
        (part,) = core.redact(Signal.TRACES, body, trusted=True).parts
        assert (b"fast" in part.body) is is_kept


def test_a_tag_that_is_not_believed_selects_nothing(ring: KeyRing, config: Config) -> None:
    core = core_of(config, "shared", ring)
    outcome = core.redact(
        Signal.TRACES, span_with({"app.mode": "fast", TAG: ring.tag("acme").text})
    )
    assert b"fast" in outcome.parts[0].body
    assert outcome.stripped == 1


@pytest.mark.parametrize("trusted", [False, True])
def test_a_span_that_the_sdk_blanked_still_says_so(
    trusted: bool, ring: KeyRing, config: Config
) -> None:
    request = ExportTraceServiceRequest.FromString(span_with({TAG: "unscoped"}))
    (span,) = request.resource_spans[0].scope_spans[0].spans
    span.attributes.add(key="spanveil.error").value.bool_value = True
    span.attributes.add(key="spanveil.request_id").value.string_value = str(uuid.uuid4())
    core = core_of(config, "shared", ring)
    (part,) = core.redact(Signal.TRACES, request.SerializeToString(), trusted=trusted).parts
    found = (
        ExportTraceServiceRequest.FromString(part.body).resource_spans[0].scope_spans[0].spans[0]
    )
    keys = {"spanveil.error", "spanveil.request_id", TAG} if trusted else set()
    assert {pair.key for pair in found.attributes} == keys
    assert all(pair in found.attributes for pair in span.attributes) or not trusted


def test_two_tags_in_one_span_are_no_tenant(ring: KeyRing, config: Config) -> None:
    request = ExportTraceServiceRequest.FromString(span_with({"app.mode": "fast"}))
    span = request.resource_spans[0].scope_spans[0].spans[0]
    for tenant in ("globex", "initech"):
        tagged(span.attributes, ring.tag(tenant).text)
    (part,) = (
        core_of(config, "shared", ring)
        .redact(Signal.TRACES, request.SerializeToString(), trusted=True)
        .parts
    )
    assert part.tag == "conflict"
    assert b"fast" not in part.body


def test_the_tag_of_a_resource_holds_for_its_items(ring: KeyRing, config: Config) -> None:
    request = ExportTraceServiceRequest.FromString(span_with({"app.mode": "fast"}))
    tag = ring.tag("acme").text
    tagged(request.resource_spans[0].resource.attributes, tag)
    core = core_of(config, "shared", ring)
    (part,) = core.redact(Signal.TRACES, request.SerializeToString(), trusted=True).parts
    assert part.tag == tag
    assert b"fast" not in part.body


def test_what_a_rule_keeps_is_counted_as_the_engine_counts_it(
    ring: KeyRing, config: Config
) -> None:
    core = core_of(config, "shared", ring)
    body = span_with({"app.kept": "fast"})
    counts = [core.redact(Signal.TRACES, body).report.fields for _ in range(3)]
    _, report = Redactor(config).attributes({"app.kept": "fast"})
    assert counts == [report.fields] * 3


def test_the_rules_hold_in_a_running_gateway(
    ring: KeyRing, config: Config, configured: Any, running: Any, http_sink: Any
) -> None:
    described = configured(http_sink).gateway
    gateway = running(config.model_copy(update={"gateway": described}))
    for trusted in (True, False):
        body = span_with({"app.mode": "fast", TAG: ring.tag("acme").text})
        stream = Stream("app", trusted=trusted)
        gateway.call(gateway.worker.intake.accept(Request(Signal.TRACES, body, stream, "grpc")))
        http_sink.wait(lambda trusted=trusted: len(http_sink.spans()) == (1 if trusted else 2))
    shown = [b"fast" in span.SerializeToString() for span in http_sink.spans()]
    assert shown == [False, True]
    assert isinstance(gateway.worker.intake.pipeline, Pipeline)
