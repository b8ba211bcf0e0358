"""Each client, in each state that a propagator cannot serve: what reaches a third party."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pytest
from opentelemetry import baggage, context
from opentelemetry.context import _SUPPRESS_INSTRUMENTATION_KEY
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.sampling import ALWAYS_OFF

from spanveil.config import shipped_headers
from spanveil.context import KeyRing, RequestContext, bind
from spanveil.propagators import EgressGuard
from tests.propagators.clients import FOLLOW_REDIRECTS, GRPC, HTTP, instrumented
from tests.propagators.servers import HOP, SECRET, Server

pytestmark = pytest.mark.usefixtures("guard", "stock_propagator")

STATES = ("instrumented", "unsampled", "suppressed", "no instrumentation")
# Every name of the table; a prefix with something behind it.
PLANTED = {row.name.replace("*", "probe"): SECRET for row in shipped_headers()}


@contextmanager
def work(state: str, acme: RequestContext, provider: TracerProvider) -> Iterator[None]:
    """Work for a tenant whose id has got into baggage, in one state of the instrumentation."""
    if state == "unsampled":
        provider = TracerProvider(sampler=ALWAYS_OFF)
    ambient = baggage.set_baggage("tenant.id", SECRET)
    ambient = baggage.set_baggage("tier", "gold", ambient)
    with ExitStack() as stack:
        if state != "no instrumentation":
            stack.enter_context(instrumented(provider))
        token = context.attach(ambient)
        stack.callback(context.detach, token)
        stack.enter_context(bind(acme))
        stack.enter_context(provider.get_tracer("t").start_as_current_span("server"))
        if state == "suppressed":
            suppressed = context.set_value(_SUPPRESS_INSTRUMENTATION_KEY, True)
            stack.callback(context.detach, context.attach(suppressed))
        yield


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("client", sorted(HTTP))
class TestHttp:
    def test_nothing_reaches_a_third_party(
        self,
        client: str,
        state: str,
        acme: RequestContext,
        provider: TracerProvider,
        outside: Server,
    ) -> None:
        with work(state, acme, provider):
            HTTP[client](outside.url + "/x", {})
        assert outside.received
        assert [item.leaks for item in outside.received] == [[]] * len(outside.received)

    def test_a_hand_set_header_does_not_either(
        self,
        client: str,
        state: str,
        acme: RequestContext,
        provider: TracerProvider,
        outside: Server,
    ) -> None:
        with work(state, acme, provider):
            HTTP[client](outside.url + "/x", {**PLANTED, "X-Purpose": "test"})
        assert outside.last.leaks == []
        assert outside.last.get("x-purpose") == "test"

    def test_an_internal_service_gets_its_due(
        self,
        client: str,
        state: str,
        acme: RequestContext,
        provider: TracerProvider,
        inside: Server,
        key_ring: KeyRing,
    ) -> None:
        with work(state, acme, provider):
            HTTP[client](inside.url + "/x", {"x-b3-traceid": SECRET})
        received = inside.last
        assert received.get("x-b3-traceid") is None
        assert SECRET not in str(received.headers)
        if state == "suppressed":
            # We add nothing to a call that asks not to be seen; what its SDK adds is filtered.
            assert received.get("spanveil-tenant") is None
            assert received.get("baggage") in (None, "tier=gold")
            return
        assert received.get("spanveil-tenant") == key_ring.tag("acme").text
        assert received.get("traceparent")
        assert received.get("baggage") == "tier=gold"


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("client", FOLLOW_REDIRECTS)
def test_nothing_follows_a_redirect_to_a_third_party(
    client: str,
    state: str,
    acme: RequestContext,
    provider: TracerProvider,
    inside: Server,
    outside: Server,
) -> None:
    inside.redirect_to = outside.url
    headers = {**PLANTED, "authorization": f"Bearer {SECRET}"}
    with work(state, acme, provider):
        HTTP[client](inside.url + HOP + "/x", headers)
    assert inside.received
    assert len(outside.received) == 1
    assert outside.last.leaks == []


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("client", sorted(GRPC))
class TestGrpc:
    def test_nothing_reaches_a_third_party(
        self,
        client: str,
        state: str,
        acme: RequestContext,
        provider: TracerProvider,
        grpc_outside: Server,
    ) -> None:
        with work(state, acme, provider):
            GRPC[client](grpc_outside.url, {**PLANTED, "x-purpose": "test"})
        assert grpc_outside.received
        assert [item.leaks for item in grpc_outside.received] == [[]] * len(grpc_outside.received)
        assert grpc_outside.last.get("x-purpose") == "test"

    def test_an_internal_service_gets_its_due(
        self,
        client: str,
        state: str,
        acme: RequestContext,
        provider: TracerProvider,
        grpc_inside: Server,
        key_ring: KeyRing,
    ) -> None:
        with work(state, acme, provider):
            GRPC[client](f"ipv4:{grpc_inside.url}", {"x-tenant-id": SECRET})
        for received in grpc_inside.received:
            assert SECRET not in str(received.headers)
            if state != "suppressed":
                assert received.get("spanveil-tenant") == key_ring.tag("acme").text
                assert received.get("traceparent")
                assert received.get("baggage") == "tier=gold"


def test_removals_are_counted_without_values(
    guard: EgressGuard, acme: RequestContext, provider: TracerProvider, outside: Server
) -> None:
    with work("instrumented", acme, provider):
        HTTP["requests"](outside.url + "/x", {"b3": SECRET})
    counts = guard.counts.snapshot()
    assert counts[("removed", "http.client", "third-party")] == 3  # b3, baggage, traceparent
    assert SECRET not in str(counts)
