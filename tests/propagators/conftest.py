"""An allowlist with an inside, a bound tenant, and servers on both sides of the boundary."""

import secrets
import time
from collections.abc import Iterator

import jwt
import pytest
from opentelemetry import propagate
from opentelemetry.baggage.propagation import W3CBaggagePropagator
from opentelemetry.propagators.composite import CompositePropagator
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

from spanveil.config import PropagationConfig
from spanveil.context import ContextResolver, JwtVerifier, KeyRing, Membership, RequestContext
from spanveil.propagators import EgressGuard, guard_egress
from tests.propagators.servers import INSIDE, OUTSIDE, Server, grpc_server, http_server

ALLOWLIST = {
    "destinations": [
        {
            "name": "internal",
            "match": [f"{INSIDE}:*", "*.svc.cluster.local", "aws://111122223333"],
            "trace_context": "continue",
            "tenant_tag": True,
            "baggage": {"tier": "gold|silver"},
        },
    ],
}


def resolve(subject: str = "alice", tenant: str = "acme") -> RequestContext:
    """A request context as a service gets it: from a signed token and a membership table."""
    key = secrets.token_urlsafe(48)
    issued = int(time.time())
    claims = {"sub": subject, "aud": "agents", "iss": "https://i.example", "exp": issued + 60}
    verifier = JwtVerifier(key, audience="agents", issuer="https://i.example", algorithms=["HS256"])
    resolver = ContextResolver(verifier, lambda _user: [Membership(tenant, "member")])
    return resolver.resolve(jwt.encode(claims, key, "HS256"))


@pytest.fixture(scope="session")
def key_ring() -> KeyRing:
    return KeyRing([("k1", secrets.token_bytes(32))])


@pytest.fixture
def allowlist() -> PropagationConfig:
    return PropagationConfig.model_validate(ALLOWLIST)


@pytest.fixture
def guard(allowlist: PropagationConfig, key_ring: KeyRing) -> Iterator[EgressGuard]:
    guard = guard_egress(allowlist, key_ring=key_ring)
    yield guard
    guard.uninstall()


@pytest.fixture
def acme() -> RequestContext:
    return resolve()


@pytest.fixture
def exporter() -> InMemorySpanExporter:
    return InMemorySpanExporter()


@pytest.fixture
def provider(exporter: InMemorySpanExporter) -> TracerProvider:
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    return provider


@pytest.fixture
def stock_propagator() -> Iterator[None]:
    """OpenTelemetry's own default: everything goes everywhere."""
    before = propagate.get_global_textmap()
    propagate.set_global_textmap(
        CompositePropagator([TraceContextTextMapPropagator(), W3CBaggagePropagator()])
    )
    yield
    propagate.set_global_textmap(before)


@pytest.fixture
def inside() -> Iterator[Server]:
    with http_server(INSIDE) as server:
        yield server


@pytest.fixture
def outside() -> Iterator[Server]:
    with http_server(OUTSIDE) as server:
        yield server


@pytest.fixture
def grpc_inside() -> Iterator[Server]:
    with grpc_server(INSIDE) as server:
        yield server


@pytest.fixture
def grpc_outside() -> Iterator[Server]:
    with grpc_server(OUTSIDE) as server:
        yield server
