"""No position of a trace reaches a sink, whether redaction works or raises."""

from collections.abc import Callable
from typing import Any

import pytest
from opentelemetry.exporter.otlp.proto.grpc.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor, SpanExporter

from spanveil.config import Config, SinkConfig
from spanveil.context import KeyRing, RequestContext, bind
from spanveil.processors import (
    Counters,
    RedactingSpanExporter,
    SpanRedactor,
    TenantSpanProcessor,
)
from spanveil.processors import _span as span_module
from spanveil.processors._policy import SinkPolicy
from spanveil.processors._reserved import Reserved
from spanveil.redaction import Redactor
from tests.processors.canaries import Canaries
from tests.processors.receivers import Received, attributes
from tests.processors.traces import NOT_CARRIED, plant, resource


def run(
    exporter: SpanExporter, canaries: Canaries, ring: KeyRing, bound: RequestContext | None
) -> None:
    """Plant the canaries in a service that exports to this exporter alone."""
    provider = TracerProvider(resource=resource(canaries), shutdown_on_exit=False)
    provider.add_span_processor(TenantSpanProcessor(ring))
    provider.add_span_processor(BatchSpanProcessor(exporter))
    if bound is None:
        plant(provider, canaries)
    else:
        with bind(bound):
            plant(provider, canaries)
    provider.shutdown()


def otlp(received: Received) -> OTLPSpanExporter:
    return OTLPSpanExporter(endpoint=received.endpoint, insecure=True)


def test_without_spanveil_every_canary_arrives(
    otlp_grpc: Received, canaries: Canaries, ring: KeyRing, acme: RequestContext
) -> None:
    run(otlp(otlp_grpc), canaries, ring, acme)
    assert set(canaries) - set(canaries.found(otlp_grpc.wire)) == NOT_CARRIED
    assert len(canaries) >= 45


@pytest.mark.parametrize("profile", ["shared", "strict"])
@pytest.mark.parametrize("scoped", [True, False])
def test_no_canary_arrives(
    profile: str,
    scoped: bool,
    otlp_grpc: Received,
    canaries: Canaries,
    ring: KeyRing,
    acme: RequestContext,
) -> None:
    counters = Counters()
    redactor = SpanRedactor(Config(), SinkConfig(profile=profile), ring, counters)
    exporter = RedactingSpanExporter(otlp(otlp_grpc), redactor)
    run(exporter, canaries, ring, acme if scoped else None)
    assert canaries.found(otlp_grpc.wire) == []
    (span,) = otlp_grpc.spans
    tag = ring.tag("acme").text if scoped else "unscoped"
    assert attributes(span)["spanveil.tenant"] == tag
    assert otlp_grpc.wire.count(b"spanveil.tenant") == 1, "the tag stands in one place"
    assert counters.snapshot()["events.items"] == 1
    assert (len(span.events), len(span.links)) == (4, 2)


def raising(*_args: Any, **_kwargs: Any) -> Any:
    raise ArithmeticError("the redactor is broken")


BREAKS: dict[str, Callable[[pytest.MonkeyPatch, SpanRedactor], None]] = {
    "attributes": lambda patch, _: patch.setattr(Redactor, "attributes", raising),
    "name": lambda patch, _: patch.setattr(Redactor, "name", raising),
    "text": lambda patch, _: patch.setattr(Redactor, "text", raising),
    "treatment": lambda patch, _: patch.setattr(Redactor, "_treat", raising),
    "resource": lambda patch, one: patch.setattr(one.policy.parts, "resource", raising),
    "scope": lambda patch, one: patch.setattr(one.policy.parts, "scope", raising),
    "tag": lambda patch, _: patch.setattr(span_module, "recall", raising),
    "alias": lambda patch, _: patch.setattr(SinkPolicy, "_alias", raising),
    "view": lambda patch, _: patch.setattr(span_module, "RedactedSpan", raising),
    "event": lambda patch, _: patch.setattr(span_module, "_RedactedEvent", raising),
    "count": lambda patch, _: patch.setattr(Counters, "merge", raising),
    "reserved": lambda patch, _: patch.setattr(Reserved, "without", raising),
}


@pytest.mark.parametrize("broken", BREAKS)
@pytest.mark.parametrize("scoped", [True, False])
def test_no_canary_arrives_when_redaction_raises(
    broken: str,
    scoped: bool,
    otlp_grpc: Received,
    canaries: Canaries,
    ring: KeyRing,
    acme: RequestContext,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    counters = Counters()
    redactor = SpanRedactor(key_ring=ring, counters=counters)
    BREAKS[broken](monkeypatch, redactor)
    exporter = RedactingSpanExporter(otlp(otlp_grpc), redactor)
    run(exporter, canaries, ring, acme if scoped else None)
    assert canaries.found(otlp_grpc.wire) == []
    assert b"the redactor is broken" not in otlp_grpc.wire
    for span in otlp_grpc.spans:
        assert span.trace_id
        assert span.start_time_unix_nano


def test_what_operators_keep_when_redaction_raises(
    otlp_grpc: Received,
    canaries: Canaries,
    ring: KeyRing,
    acme: RequestContext,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    counters = Counters()
    monkeypatch.setattr(Redactor, "attributes", raising)
    exporter = RedactingSpanExporter(
        otlp(otlp_grpc), SpanRedactor(key_ring=ring, counters=counters)
    )
    run(exporter, canaries, ring, acme)
    (span,) = otlp_grpc.spans
    assert attributes(span) == {"spanveil.tenant": ring.tag("acme").text, "spanveil.error": True}
    assert span.name == "[redacted]"
    assert span.status.code == 2
    assert counters.snapshot() == {"errors.ArithmeticError": 1, "events.blanked": 1}
