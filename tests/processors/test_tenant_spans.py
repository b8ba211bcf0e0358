"""Each span carries the tag of the tenant that it was started for, and no other."""

import contextvars
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from opentelemetry import context as otel_context
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import ReadableSpan, SpanLimits, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import NonRecordingSpan, SpanContext, TraceFlags, set_span_in_context

from spanveil.config import Config, SinkConfig, TenantConfig
from spanveil.context import KeyRing, RequestContext, TenantTag, bind, register_carrier
from spanveil.processors import Counters, RedactingSpanExporter, SpanRedactor, TenantSpanProcessor
from spanveil.processors._tenant import TenantMirror, TenantTags


class Service:
    """A provider whose exporter shows the redacted spans."""

    def __init__(self, ring: KeyRing, config: Config | None = None) -> None:
        self.memory = InMemorySpanExporter()
        self.counters = Counters()
        redactor = SpanRedactor(config, key_ring=ring, counters=self.counters)
        limits = SpanLimits(max_span_attributes=16)
        self.provider = TracerProvider(
            resource=Resource({}), span_limits=limits, shutdown_on_exit=False
        )
        self.provider.add_span_processor(
            SimpleSpanProcessor(RedactingSpanExporter(self.memory, redactor))
        )
        self.provider.add_span_processor(TenantSpanProcessor(ring, self.counters))
        self.tracer = self.provider.get_tracer("t")

    @property
    def span(self) -> ReadableSpan:
        (span,) = self.memory.get_finished_spans()
        return span

    @property
    def tag(self) -> object:
        return (self.span.attributes or {})["spanveil.tenant"]


@pytest.fixture
def service(ring: KeyRing) -> Service:
    return Service(ring)


@pytest.fixture
def mirror(ring: KeyRing) -> Iterator[TenantMirror]:
    carrier = TenantMirror(TenantTags(ring))
    with ExitStack() as stack:
        stack.callback(register_carrier(carrier))
        yield carrier


def test_the_tag_is_of_the_start_wherever_the_span_ends(
    service: Service, ring: KeyRing, acme: RequestContext, globex: RequestContext
) -> None:
    with bind(acme):
        span = service.tracer.start_span("s")

    def end() -> None:
        with bind(globex):
            span.end()

    thread = threading.Thread(target=end)
    thread.start()
    thread.join()
    assert service.tag == ring.tag("acme").text


def test_what_the_application_writes_under_the_tags_key_is_gone(
    service: Service, ring: KeyRing, acme: RequestContext, globex: RequestContext
) -> None:
    forged = ring.tag("globex").text
    with bind(acme):
        span = service.tracer.start_span("s", attributes={"spanveil.tenant": forged})
        span.set_attribute("spanveil.tenant", forged)
        span.add_event("e", {"spanveil.tenant": forged, "spanveil.error": "no"})
        span.add_link(SpanContext(1, 2, False), {"spanveil.tenant": forged})
        for number in range(40):  # more than fit: the oldest go
            span.set_attribute(f"n{number}", number)
        span.end()
    assert service.tag == ring.tag("acme").text
    assert list(service.span.attributes or {})[-1] == "spanveil.tenant"
    assert dict(service.span.events[0].attributes or {}) == {}
    assert dict(service.span.links[0].attributes or {}) == {}


def test_another_key_for_the_tag(ring: KeyRing, acme: RequestContext) -> None:
    service = Service(ring, Config(tenant=TenantConfig(attribute="org.tag")))
    with bind(acme):
        span = service.tracer.start_span("s", attributes={"org.tag": "mine"})
        span.add_event("e", {"org.tag": "mine", "spanveil.tenant": "mine"})
        span.end()
    assert dict(service.span.attributes or {}) == {"org.tag": ring.tag("acme").text}
    assert dict(service.span.events[0].attributes or {}) == {}


@pytest.mark.parametrize("bound", [True, False])
def test_without_a_tenant_the_span_is_unscoped_and_strict(
    bound: bool, service: Service, context_of: Callable[[str | None], RequestContext]
) -> None:
    facts = {"app.step": "plan", "user.id": "u7", "gen_ai.request.model": "gpt-4o"}
    with ExitStack() as stack:
        if bound:
            stack.enter_context(bind(context_of(None)))
        service.tracer.start_span("s", attributes=facts).end()
    assert dict(service.span.attributes or {}) == {
        "app.step": "[redacted:unknown:4]",
        "user.id": "[redacted]",
        "gen_ai.request.model": "gpt-4o",
        "spanveil.tenant": "unscoped",
    }
    assert service.counters.snapshot()["events.unscoped"] == 1


def test_two_carriers_that_name_two_tenants_are_no_tenant(
    service: Service, mirror: TenantMirror, acme: RequestContext, globex: RequestContext
) -> None:
    with bind(globex):
        foreign = otel_context.get_current()
        with bind(acme):
            service.tracer.start_span("s", foreign, attributes={"app.step": "plan"}).end()
    assert service.tag == "conflict"
    assert (service.span.attributes or {})["app.step"] == "[redacted:unknown:4]"


def test_either_carrier_alone_is_enough(
    service: Service, mirror: TenantMirror, ring: KeyRing, acme: RequestContext
) -> None:
    with bind(acme):
        carried = otel_context.get_current()
        wiped = set_span_in_context(
            NonRecordingSpan(SpanContext(1, 2, True, TraceFlags(TraceFlags.SAMPLED))),
            otel_context.Context(),
        )
        service.tracer.start_span("extracted", wiped).end()
        # A thread to which an instrumentation carries the OpenTelemetry context alone.
        contextvars.Context().run(lambda: service.tracer.start_span("carried", carried).end())
    service.tracer.start_span("neither").end()
    tags = [(s.attributes or {})["spanveil.tenant"] for s in service.memory.get_finished_spans()]
    assert tags == [ring.tag("acme").text, ring.tag("acme").text, "unscoped"]


def test_nothing_from_the_wire_names_a_tenant(
    service: Service, mirror: TenantMirror, ring: KeyRing
) -> None:
    """Baggage, a remote parent and an attribute say "acme"; the span has no tenant."""
    from opentelemetry import baggage
    from opentelemetry.propagate import extract

    tag = ring.tag("acme").text
    headers = {
        "baggage": f"spanveil.tenant={tag},tenant.id=acme",
        "tracestate": f"spanveil={tag}",
        "traceparent": f"00-{1:032x}-{2:016x}-01",
    }
    inbound = baggage.set_baggage("spanveil.tenant", tag, extract(headers))
    service.tracer.start_span("s", inbound, attributes={"spanveil.tenant": tag}).end()
    assert service.tag == "unscoped"


def test_a_second_redacting_exporter_sees_the_same_tenant(
    ring: KeyRing, acme: RequestContext
) -> None:
    memory = InMemorySpanExporter()
    key = "k" * 32
    aliased = SpanRedactor(sink=SinkConfig(tag_key=key), key_ring=ring)  # type: ignore[arg-type]
    inner = RedactingSpanExporter(memory, aliased)
    provider = TracerProvider(resource=Resource({}), shutdown_on_exit=False)
    provider.add_span_processor(TenantSpanProcessor(ring))
    provider.add_span_processor(SimpleSpanProcessor(RedactingSpanExporter(inner)))
    with bind(acme):
        provider.get_tracer("t").start_span("s").end()
    (span,) = memory.get_finished_spans()
    alias = TenantTag.parse(ring.tag("acme").text).alias(key.encode())
    assert (span.attributes or {})["spanveil.tenant"] == alias.text
