"""What the propagation boundary costs, beside the stock parts it stands in for.

Run with ``python -m benchmarks.propagation``. CPU time of this process, each figure the best of
several rounds, and stock and ours take turns, so that a busy machine disturbs both alike.
"""

import http.client
import logging
import time
from collections.abc import Callable
from typing import Any, Final

from opentelemetry.baggage.propagation import W3CBaggagePropagator
from opentelemetry.propagators.composite import CompositePropagator
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.trace import SpanKind
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

from spanveil.config import PropagationConfig
from spanveil.propagators import Counts, SpanveilPropagator
from spanveil.propagators._destination import destination_of_url
from spanveil.propagators._egress import Egress
from spanveil.propagators.wire._http_client import patch_http_client
from spanveil.propagators.wire._sites import SITES

ROUNDS: Final = 41
HEADERS: Final = {
    "Host": "api.example.com",
    "Accept": "*/*",
    "Accept-Encoding": "gzip, deflate",
    "User-Agent": "service/1.0",
    "Content-Type": "application/json",
    "Content-Length": "1234",
    "Authorization": "Bearer x",
    "traceparent": "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
    "baggage": "tenant.id=acme,tier=gold",
    "Idempotency-Key": "k",
}
HOSTILE: Final = {
    "8 KB of spaces": "a=b" + " " * 8000 + "x",
    "8 KB of spaces under an allowed key": "tier=b" + " " * 8000 + "x",
    "180 members": ",".join(f"key{index}={'v' * 30}" for index in range(180)),
    "64 members": ",".join(f"key{index}={'v' * 30}" for index in range(64)),
    "8,000 commas": "," * 8000,
    "8 KB of escapes": "tier=" + "%41" * 2700,
    "smuggled key, CRLF and NUL": "tenant%2Eid=evil,tier=gold%0d%0a,tier=%00",
    "usual, three members": "tier=gold,region=eu,session=1234",
}


def microseconds(call: Callable[[], object], number: int) -> float:
    """CPU time of one call."""
    start = time.process_time_ns()
    for _ in range(number):
        call()
    return (time.process_time_ns() - start) / number / 1000


def side_by_side(calls: list[Callable[[], object]], *numbers: int) -> list[float]:
    """The best of several rounds for each call, taking turns; so many calls a turn."""
    best = [float("inf")] * len(calls)
    for _ in range(ROUNDS):
        for index, call in enumerate(calls):
            best[index] = min(best[index], microseconds(call, numbers[index % len(numbers)]))
    return best


def extract() -> None:
    """Time the extraction of hostile headers."""
    logging.getLogger("opentelemetry").setLevel(logging.CRITICAL)  # stock logs what it refuses
    stock = CompositePropagator([TraceContextTextMapPropagator(), W3CBaggagePropagator()])
    ingress = {"default": "trusted", "baggage": {"tier": "gold|silver", "tenant.id": "[a-z]+"}}
    ours = SpanveilPropagator(PropagationConfig.model_validate({"ingress": ingress}))
    stranger = SpanveilPropagator(PropagationConfig())
    print("extract, µs CPU                           stock  trusted edge  untrusted    stock/ours")
    for name, header in HOSTILE.items():
        carrier = {"baggage": header, "traceparent": HEADERS["traceparent"]}
        calls: list[Callable[[], object]] = [
            lambda carrier=carrier: stock.extract(carrier),  # type: ignore[misc]
            lambda carrier=carrier: ours.extract(carrier),  # type: ignore[misc]
            lambda carrier=carrier: stranger.extract(carrier),  # type: ignore[misc]
        ]
        a, b, c = side_by_side(calls, 2 if len(header) > 1000 else 300, 300, 300)
        print(f"  {name:36} {a:9.1f} {b:13.1f} {c:10.1f} {a / b:12.1f}x")


def allowlist() -> Egress:
    """An allowlist with an inside."""
    inside = {
        "name": "internal",
        "match": ["*.svc.cluster.local", "10.0.0.0/8"],
        "trace_context": "continue",
        "tenant_tag": True,
        "baggage": {"tier": "gold|silver"},
    }
    config = PropagationConfig.model_validate({"destinations": [inside]})
    tag = "st1_k1_" + "a" * 26
    return Egress(config, lambda: tag, Counts())


def classify() -> None:
    """Time the guard's own work for one request of ten headers, two of which go."""
    egress = allowlist()
    pairs = list(HEADERS.items())

    def request(url: str) -> Callable[[], object]:
        destination = destination_of_url(url)

        def run() -> object:
            exchange = egress.exchange("benchmark", lambda: (destination, None))
            verdict, keep = exchange.verdicts.get, exchange.keep  # as the clients' wrappers do
            kept = [pair for pair in pairs if verdict(pair[0]) == "" or keep(pair[0], pair[1])]
            return kept + exchange.additions()

        return run

    tracer = TracerProvider().get_tracer("benchmark")
    with tracer.start_as_current_span("c", kind=SpanKind.CLIENT):
        calls = [request("https://api.example.com"), request("http://a.svc.cluster.local")]
        outside, inside = side_by_side(calls, 500)
    print("\nguard, one request with 10 headers, µs CPU")
    print(f"  third party (2 removed)              {outside:9.2f}")
    print(f"  internal (2 kept or rewritten, tag)  {inside:9.2f}")


class _Sink(http.client.HTTPConnection):
    """A connection that writes nowhere."""

    def connect(self) -> None:
        """Do nothing."""

    def send(self, data: Any) -> None:
        """Do nothing."""


def http_client() -> None:
    """Time one whole request head through http.client, with the patches off and on."""

    class Plain(_Sink):
        endheaders = http.client.HTTPConnection.endheaders

    class Module:
        class HTTPConnection(_Sink):
            endheaders = http.client.HTTPConnection.endheaders
            set_tunnel = http.client.HTTPConnection.set_tunnel

    patch_http_client(Module)
    SITES.egress = allowlist()

    def head(connection: http.client.HTTPConnection) -> Callable[[], object]:
        def run() -> None:
            connection.putrequest("POST", "/v1", skip_host=True, skip_accept_encoding=True)
            for name, value in HEADERS.items():
                connection.putheader(name, value)
            connection.endheaders()
            connection._HTTPConnection__state = "Idle"  # type: ignore[attr-defined]

        return run

    connections = [Plain("api.example.com"), Module.HTTPConnection("api.example.com")]
    plain, guarded = side_by_side([head(item) for item in connections], 300)
    SITES.egress = None
    print("\nhttp.client, one request head with 10 headers, third party, µs CPU")
    print(f"  plain {plain:.2f}   guarded {guarded:.2f}   added {guarded - plain:.2f}")


if __name__ == "__main__":
    extract()
    classify()
    http_client()
