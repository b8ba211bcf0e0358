"""The propagator by itself: by class, on every kind of carrier, and through its entry point."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from botocore.awsrequest import HTTPHeaders
from grpc.aio import Metadata
from httpx import Headers
from multidict import CIMultiDict
from opentelemetry import baggage, context
from opentelemetry.propagators.textmap import Setter
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.trace import SpanKind
from requests.structures import CaseInsensitiveDict

from spanveil.config import PropagationConfig
from spanveil.context import KeyRing, RequestContext, bind
from spanveil.propagators import SpanveilPropagator, egress_to
from tests.propagators.servers import SECRET

INTERNAL = "https://billing.svc.cluster.local/pay"
OUR_FIELDS = {"traceparent", "tracestate", "baggage", "spanveil-tenant"}


@pytest.fixture
def propagator(allowlist: PropagationConfig, key_ring: KeyRing) -> SpanveilPropagator:
    return SpanveilPropagator(allowlist, key_ring=key_ring)


@pytest.fixture
def injected(propagator: SpanveilPropagator, acme: RequestContext, provider: TracerProvider) -> Any:
    """Inject under a span with these attributes and return the carrier."""

    def inject(
        attributes: dict[str, Any], carrier: Any = None, kind: SpanKind = SpanKind.CLIENT
    ) -> Any:
        carrier = {} if carrier is None else carrier
        held = baggage.set_baggage("tenant.id", SECRET, baggage.set_baggage("tier", "gold"))
        token = context.attach(held)
        tracer = provider.get_tracer("t")
        with bind(acme), tracer.start_as_current_span("c", kind=kind, attributes=attributes):
            propagator.inject(carrier)
        context.detach(token)
        return carrier

    return inject


class TestDestination:
    @pytest.mark.parametrize(
        "attributes",
        [
            {"url.full": INTERNAL},
            {"http.url": INTERNAL},
            {"server.address": "billing.svc.cluster.local", "server.port": 443},
        ],
    )
    def test_an_internal_one_gets_its_due(
        self, injected: Any, attributes: dict[str, Any], key_ring: KeyRing
    ) -> None:
        carrier = injected(attributes)
        assert set(carrier) == {"traceparent", "baggage", "spanveil-tenant"}
        assert carrier["baggage"] == "tier=gold"
        assert carrier["spanveil-tenant"] == key_ring.tag("acme").text

    @pytest.mark.parametrize(
        "attributes",
        [
            {},
            {"url.full": "https://api.example.com/?u=billing.svc.cluster.local"},
            {"url.full": "https://svc.cluster.local.evil.example"},
            {"url.full": "https://evilsvc.cluster.local"},
            {"url.full": "https://svc.cluster.local"},
            {"url.full": "https://billing.svc.cluster.local@evil.example/"},
            {"url.full": "https://evil.example\\@billing.svc.cluster.local/"},
            {"url.full": "https://evil.example#.svc.cluster.local"},
            {"url.full": "https://evil.example\n.svc.cluster.local"},
            {"url.full": "https://[::1"},
            {"url.full": "https://x.svc.cluster.local:99999"},
            {"url.full": 7},
            {"server.port": 443},
            {"server.address": "/var/run/x.svc.cluster.local"},
            {"messaging.destination.name": "billing.svc.cluster.local"},
            {"rpc.service": "billing.svc.cluster.local"},
        ],
    )
    def test_any_other_gets_nothing(self, injected: Any, attributes: dict[str, Any]) -> None:
        assert injected(attributes) == {}

    @pytest.mark.parametrize("kind", [SpanKind.SERVER, SpanKind.INTERNAL, SpanKind.CONSUMER])
    def test_only_a_client_span_has_a_say(self, injected: Any, kind: SpanKind) -> None:
        assert injected({"url.full": INTERNAL}, kind=kind) == {}

    def test_the_application_can_state_it(
        self, propagator: SpanveilPropagator, injected: Any
    ) -> None:
        with egress_to("kafka://broker.svc.cluster.local:9092"):
            assert "spanveil-tenant" in injected({}, kind=SpanKind.PRODUCER)
            with egress_to("no url"):
                assert injected({"url.full": INTERNAL}) == {}
        assert injected({}, kind=SpanKind.PRODUCER) == {}

    def test_baggage_with_a_value_that_does_not_match_stays(
        self, propagator: SpanveilPropagator
    ) -> None:
        carrier: dict[str, str] = {}
        with egress_to(INTERNAL):
            propagator.inject(carrier, context=baggage.set_baggage("tier", f"gold {SECRET}"))
            assert carrier == {}
            propagator.inject(carrier, context=baggage.set_baggage("tier", "gold"))
        assert carrier == {"baggage": "tier=gold"}

    def test_without_a_tenant_there_is_no_tag(
        self, propagator: SpanveilPropagator, provider: TracerProvider
    ) -> None:
        carrier: dict[str, str] = {}
        tracer = provider.get_tracer("t")
        with tracer.start_as_current_span("c", kind=SpanKind.CLIENT) as span:
            span.set_attribute("url.full", INTERNAL)
            propagator.inject(carrier)
        assert set(carrier) == {"traceparent"}


def _fill(carrier: Any) -> Any:
    for name in ("Traceparent", "BAGGAGE", "tracestate", "spanveil-tenant", "accept"):
        carrier[name] = SECRET
    return carrier


class TestCarrier:
    """A reused carrier keeps nothing of an earlier hop."""

    @pytest.mark.parametrize(
        "make",
        [
            lambda: _fill({}),
            lambda: _fill(CaseInsensitiveDict()),
            lambda: _fill(CIMultiDict([("baggage", SECRET), ("Baggage", SECRET)])),
            lambda: _fill(Headers({"baggage": SECRET})),
            lambda: _fill(HTTPHeaders()),
        ],
        ids=["dict", "requests", "aiohttp", "httpx", "botocore"],
    )
    def test_mappings_are_cleared(self, injected: Any, make: Any) -> None:
        carrier = injected({}, make())
        assert {str(key).lower() for key in carrier.keys()} == {"accept"}  # noqa: SIM118

    def test_grpc_metadata_is_cleared(self, injected: Any) -> None:
        carrier = Metadata(("baggage", SECRET), ("baggage", SECRET), ("k", "v"))
        injected({}, carrier)
        assert list(carrier) == [("k", "v")]

    def test_lists_of_pairs_are_cleared(self, injected: Any) -> None:
        carrier = [("baggage", SECRET.encode()), (b"Traceparent", b"x"), ("k", b"v"), "odd"]
        assert injected({}, carrier) == [("k", b"v"), "odd"]

    @pytest.mark.parametrize("carrier", [None, 7, "text", object(), ()])
    def test_an_odd_carrier_does_not_raise(
        self, propagator: SpanveilPropagator, carrier: Any
    ) -> None:
        with egress_to(INTERNAL):
            propagator.inject(carrier)

    def test_a_setter_that_raises_is_counted(
        self, propagator: SpanveilPropagator, injected: Any
    ) -> None:
        class Broken(Setter[Any]):
            def set(self, carrier: Any, key: str, value: str) -> None:
                raise RuntimeError(SECRET)

        with egress_to(INTERNAL):
            held = baggage.set_baggage("tier", "gold")
            propagator.inject({}, context=held, setter=Broken())
        assert propagator.counts.total("failed") == 1

    def test_fields_are_all_that_it_may_write(self, propagator: SpanveilPropagator) -> None:
        assert propagator.fields == OUR_FIELDS


PROBE = """
from opentelemetry import propagate, baggage, context
propagator, = propagate.get_global_textmap()._propagators
print(type(propagator).__name__)
carrier = {"baggage": "kept?"}
context.attach(baggage.set_baggage("tenant.id", "x"))
propagate.inject(carrier)
print(carrier)
"""


class TestEntryPoint:
    def run(self, **environment: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-W", "error", "-c", PROBE],
            env={**os.environ, "OTEL_PROPAGATORS": "spanveil", **environment},
            capture_output=True,
            text=True,
            timeout=300,
        )

    def test_it_needs_no_arguments(self) -> None:
        done = self.run()
        assert done.stdout.split("\n")[:2] == ["SpanveilPropagator", "{}"], done.stderr

    def test_it_refuses_a_configuration_that_it_cannot_read(self, tmp_path: Path) -> None:
        path = tmp_path / "spanveil.yaml"
        path.write_text(f"propagation: {{destinations: [{{name: a, match: ['{SECRET} x']}}]}}")
        done = self.run(SPANVEIL_CONFIG=str(path))
        assert done.returncode != 0
        assert "ConfigError" in done.stderr
        assert SECRET not in done.stderr
