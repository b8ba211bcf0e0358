"""The guard's own life: orders of installation, the canary, the watchdog, and its ids."""

import http.client
import json
import logging
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
import requests
from opentelemetry import propagate
from opentelemetry.instrumentation.requests import RequestsInstrumentor
from opentelemetry.propagators.composite import CompositePropagator
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

from spanveil.config import ConfigError, PropagationConfig
from spanveil.context import KeyRing
from spanveil.propagators import EgressGuard, SpanveilPropagator, guard_egress
from spanveil.propagators.wire._sites import SITES
from tests.propagators.servers import HOP, INSIDE, OUTSIDE, SECRET, Server, http_server


@pytest.mark.parametrize("order", ["before-imports", "before", "after"])
def test_the_order_of_installation_does_not_matter(order: str) -> None:
    command = [sys.executable, "-m", "tests.propagators.order_probe", order]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    assert result["leaks"] == {}
    assert result["calls"] == 21
    assert {"http.client", "httpcore", "httpcore2", "aiohttp", "grpc", "grpc.aio"} <= set(
        result["clients"]
    )


def test_importing_the_room_imports_no_client() -> None:
    code = (
        "import sys, spanveil.propagators as p; from spanveil.config import PropagationConfig;"
        "p.guard_egress(PropagationConfig());"
        "print([m for m in ('grpc', 'aiohttp', 'httpx', 'httpcore', 'openai', 'botocore', 'mcp',"
        " 'opentelemetry.sdk', 'opentelemetry.instrumentation') if m in sys.modules])"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert done.stdout.strip() == "[]", done.stderr


@pytest.fixture
def unpatched() -> Iterator[None]:
    """Somebody replaces a method of http.client after us."""
    connection: Any = http.client.HTTPConnection
    ours = connection.endheaders

    def endheaders(self: Any, body: Any = None, *, encode_chunked: bool = False) -> None:
        self._HTTPConnection__state = "Request-sent"
        self._send_output(body, encode_chunked=encode_chunked)

    connection.endheaders = endheaders
    yield
    connection.endheaders = ours


class TestCanary:
    def test_passes_with_the_guard(self, guard: EgressGuard) -> None:
        guard.check(installed=True)

    def test_passes_where_loopback_is_internal(self, key_ring: KeyRing) -> None:
        everything = {"name": "inside", "match": ["127.0.0.0/8"], "trace_context": "continue"}
        config = PropagationConfig.model_validate({"destinations": [everything]})
        guard = guard_egress(config, key_ring=key_ring)
        guard.check()
        guard.uninstall()

    def test_refuses_to_start_without_a_patch(self, guard: EgressGuard, unpatched: None) -> None:
        with pytest.raises(ConfigError, match=r"http\.client: endheaders is unguarded"):
            guard.check()

    def test_refuses_to_start_where_a_planted_header_arrives(
        self, guard: EgressGuard, unpatched: None, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        # The static check is blinded: the canary alone has to find it.
        monkeypatch.setattr(SITES, "unguarded", list)
        with pytest.raises(ConfigError, match="a planted header arrived"):
            guard.check()

    def test_refuses_to_start_when_it_is_not_active(self, guard: EgressGuard) -> None:
        guard.uninstall()
        with pytest.raises(ConfigError, match="not active"):
            guard.check()


class TestWatchdog:
    @pytest.fixture
    def ours(self, allowlist: PropagationConfig, key_ring: KeyRing) -> Iterator[None]:
        before = propagate.get_global_textmap()
        propagate.set_global_textmap(SpanveilPropagator(allowlist, key_ring=key_ring))
        yield
        propagate.set_global_textmap(before)

    def test_is_quiet_while_all_is_well(self, guard: EgressGuard, ours: None) -> None:
        assert guard.look() == []
        propagate.set_global_textmap(CompositePropagator([propagate.get_global_textmap()]))
        assert guard.look() == []

    def test_reports_a_replaced_propagator_once(
        self, guard: EgressGuard, ours: None, caplog: pytest.LogCaptureFixture
    ) -> None:
        propagate.set_global_textmap(TraceContextTextMapPropagator())
        with caplog.at_level(logging.ERROR, logger="spanveil.propagators"):
            found = [guard.look() for _ in range(3)]
        assert found == [["the global propagator was replaced"]] * 3
        assert len(caplog.records) == 1
        assert guard.counts.total("alarm") == 3

    def test_reports_an_unpatched_client(
        self, guard: EgressGuard, ours: None, unpatched: None
    ) -> None:
        assert guard.look() == ["http.client: endheaders is unguarded"]

    def test_watches_on_a_thread(self, guard: EgressGuard, ours: None) -> None:
        propagate.set_global_textmap(TraceContextTextMapPropagator())
        guard.watch(0.01)
        guard.watch(0.01)
        for _ in range(6_000):
            if guard.counts.total("alarm"):
                break
            guard._stopped.wait(0.01)
        assert guard.counts.total("alarm") > 0


class TestRequestId:
    @pytest.fixture
    def partner(self, key_ring: KeyRing) -> Iterator[EgressGuard]:
        classes = [
            {"name": "model-api", "match": [f"{OUTSIDE}:*"], "request_id_header": "X-Call-Id"},
            {"name": "gateway", "match": [f"{INSIDE}:*"], "trace_context": "fresh"},
        ]
        config = PropagationConfig.model_validate({"destinations": classes})
        guard = guard_egress(config, key_ring=key_ring)
        yield guard
        guard.uninstall()

    @pytest.mark.usefixtures("partner")
    def test_each_call_gets_a_fresh_one_that_our_span_knows(
        self, provider: TracerProvider, exporter: InMemorySpanExporter, outside: Server
    ) -> None:
        RequestsInstrumentor().instrument(tracer_provider=provider)
        try:
            for _ in range(2):
                requests.get(outside.url, headers={"x-call-id": SECRET}, timeout=60)
        finally:
            RequestsInstrumentor().uninstrument()
        sent = [item.get("x-call-id") for item in outside.received]
        recorded = [
            (span.attributes or {})["spanveil.request_id"] for span in exporter.get_finished_spans()
        ]
        assert sent == recorded
        assert len(set(sent)) == 2
        assert SECRET not in sent

    @pytest.mark.usefixtures("partner")
    def test_without_a_client_span_it_is_an_event(
        self, provider: TracerProvider, exporter: InMemorySpanExporter, outside: Server
    ) -> None:
        with provider.get_tracer("t").start_as_current_span("work"):
            requests.get(outside.url, timeout=60)
            requests.get(outside.url, timeout=60)
        (span,) = exporter.get_finished_spans()
        recorded = [(event.attributes or {})["spanveil.request_id"] for event in span.events]
        assert recorded == [item.get("x-call-id") for item in outside.received]

    @pytest.mark.usefixtures("partner")
    def test_a_fresh_trace_id_is_none_of_ours(
        self, provider: TracerProvider, exporter: InMemorySpanExporter, inside: Server
    ) -> None:
        with provider.get_tracer("t").start_as_current_span("work") as span:
            headers = {"traceparent": SECRET, "tracestate": SECRET}
            requests.get(inside.url, headers=headers, timeout=60)
        sent = inside.last.get("traceparent") or ""
        assert f"{span.get_span_context().trace_id:032x}" not in sent
        (event,) = exporter.get_finished_spans()[0].events
        assert sent.split("-")[1] == (event.attributes or {})["spanveil.egress.trace_id"]
        assert inside.last.listed == ["traceparent"]


@pytest.mark.usefixtures("guard")
class TestProxies:
    """A forward proxy reads the headers of http:// requests."""

    def test_an_internal_call_through_a_strange_proxy_is_a_third_party_call(
        self, outside: Server
    ) -> None:
        url = "http://api.svc.cluster.local/x"
        requests.get(url, headers={"baggage": SECRET}, proxies={"http": outside.url}, timeout=60)
        assert outside.last.path == url
        assert outside.last.leaks == []
        assert outside.last.listed == []

    def test_an_internal_proxy_is_inside(self, inside: Server) -> None:
        url = "http://api.svc.cluster.local/x"
        headers = {"traceparent": "00-" + "1" * 32 + "-" + "2" * 16 + "-01"}
        requests.get(url, headers=headers, proxies={"http": inside.url}, timeout=60)
        assert inside.last.get("traceparent") == headers["traceparent"]

    def test_a_host_header_does_not_make_an_insider(self, outside: Server) -> None:
        headers = {"Host": "api.svc.cluster.local", "traceparent": SECRET}
        requests.get(outside.url, headers=headers, timeout=60)
        assert outside.last.leaks == []


@pytest.mark.usefixtures("guard")
def test_a_span_attribute_does_not_make_an_insider(
    provider: TracerProvider, outside: Server, allowlist: PropagationConfig
) -> None:
    """Telemetry may only tighten: the connection decides, whatever a span says of it."""
    before = propagate.get_global_textmap()
    propagate.set_global_textmap(SpanveilPropagator(allowlist))
    claim = {"url.full": "http://api.svc.cluster.local/"}
    tracer = provider.get_tracer("t")
    headers: dict[str, str] = {}
    with tracer.start_as_current_span("c", kind=SpanKind.CLIENT, attributes=claim):
        propagate.inject(headers)
        assert headers
        requests.get(outside.url, headers=headers, timeout=60)
    propagate.set_global_textmap(before)
    assert outside.last.listed == []


@pytest.mark.usefixtures("guard")
def test_urllib_gives_credentials_to_nobody_else(inside: Server) -> None:
    import urllib.request

    with http_server(INSIDE) as other:
        inside.redirect_to = other.url  # another port is another origin
        headers = {"Authorization": SECRET, "Cookie": SECRET, "Accept": "text/x"}
        request = urllib.request.Request(inside.url + HOP + "/x", headers=headers)  # noqa: S310
        urllib.request.urlopen(request, timeout=60).close()  # noqa: S310
        assert inside.last.get("authorization") == SECRET
        assert other.last.leaks == []
        assert other.last.get("accept") == "text/x"


@pytest.mark.usefixtures("guard")
class TestFaults:
    def test_a_fault_of_ours_strips_and_does_not_raise(
        self, guard: EgressGuard, inside: Server, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def broken(*_args: object) -> None:
            raise RuntimeError(SECRET)

        assert SITES.egress is not None
        monkeypatch.setattr(type(SITES.egress.policy), "classify", broken)
        response = requests.get(inside.url, headers={"traceparent": SECRET}, timeout=60)
        assert response.status_code == 200
        assert inside.last.leaks == []
        assert guard.counts.total("failed") > 0

    def test_a_broken_tag_source_adds_nothing(
        self, allowlist: PropagationConfig, inside: Server
    ) -> None:
        def broken() -> str:
            raise RuntimeError(SECRET)

        guard = guard_egress(allowlist, tag=broken)
        requests.get(inside.url, timeout=60)
        assert inside.last.listed == []
        assert guard.counts.total("failed") == 1

    @pytest.mark.parametrize("answer", ["unscoped", "conflict", "acme", "st1_k1_", ""])
    def test_what_is_no_tag_does_not_leave(
        self, allowlist: PropagationConfig, inside: Server, answer: str
    ) -> None:
        guard_egress(allowlist, tag=lambda: answer)
        requests.get(inside.url, timeout=60)
        assert inside.last.get("spanveil-tenant") is None
