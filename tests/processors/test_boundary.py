"""`configure` installs the propagation boundary, and what it records on our spans stays there."""

import http.server
import threading
import urllib.request
from collections.abc import Iterator

import pytest
from opentelemetry import baggage, context, propagate, trace
from opentelemetry.trace import SpanKind

from spanveil.config import Config
from spanveil.context import KeyRing, RequestContext, bind
from spanveil.processors import configure
from spanveil.propagators import SpanveilPropagator
from tests.processors.receivers import Received


@pytest.fixture
def third_party() -> Iterator[tuple[str, list[dict[str, str]]]]:
    seen: list[dict[str, str]] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            seen.append({name.lower(): value for name, value in self.headers.items()})
            self.send_response(204)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/", seen
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_third_party_gets_a_random_id_that_our_span_keeps(
    tag_keys: KeyRing,
    otlp_grpc: Received,
    acme: RequestContext,
    third_party: tuple[str, list[dict[str, str]]],
) -> None:
    url, seen = third_party
    protection = configure(
        Config.model_validate(
            {
                "sinks": [{"endpoint": otlp_grpc.endpoint, "signals": ["traces"]}],
                "propagation": {
                    "destinations": [
                        {"name": "model-api", "match": [url[:-1]], "request_id_header": "x-call-id"}
                    ]
                },
            }
        )
    )
    assert isinstance(propagate.get_global_textmap(), SpanveilPropagator)
    tracer = trace.get_tracer("app")
    with bind(acme), tracer.start_as_current_span("GET", kind=SpanKind.CLIENT) as span:
        span.set_attribute("spanveil.tenant", "acme")
        token = context.attach(baggage.set_baggage("tenant.id", "acme"))
        headers = {"x-tenant-id": "acme"}
        propagate.inject(headers)
        request = urllib.request.Request(url, headers=headers)  # noqa: S310 - loopback
        urllib.request.urlopen(request, timeout=60).close()  # noqa: S310
        context.detach(token)
    protection.force_flush()
    (arrived,) = seen
    assert {"baggage", "traceparent", "tracestate", "x-tenant-id"}.isdisjoint(arrived)
    (exported,) = [one for one in otlp_grpc.spans if one.name == "GET"]
    attributes = {one.key: one.value.string_value for one in exported.attributes}
    assert attributes["spanveil.request_id"] == arrived["x-call-id"]
    assert attributes["spanveil.tenant"] == tag_keys.tag("acme").text


def test_what_an_application_writes_as_a_request_id_is_left_out(
    tag_keys: KeyRing, otlp_grpc: Received, acme: RequestContext
) -> None:
    protection = configure(
        Config.model_validate({"sinks": [{"endpoint": otlp_grpc.endpoint, "signals": ["traces"]}]})
    )
    with bind(acme), trace.get_tracer("app").start_as_current_span("GET") as span:
        span.set_attribute("spanveil.request_id", "alice@example.com")
    protection.force_flush()
    assert all(one.key != "spanveil.request_id" for s in otlp_grpc.spans for one in s.attributes)
    assert b"alice" not in otlp_grpc.wire
