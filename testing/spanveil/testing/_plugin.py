"""The pytest plugin, found through the entry point `pytest11`.

It is imported in every run of every project that has Spanveil installed: everything heavy is
imported by the fixture that needs it.
"""

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from spanveil.testing._canary import TenantCanaries
    from spanveil.testing._leak_check import LeakCheck
    from spanveil.testing._receiver import OtlpReceiver


@pytest.fixture(scope="session")
def spanveil_otlp() -> Iterator["OtlpReceiver"]:
    """A real OTLP endpoint on loopback for the whole session, gRPC and HTTP on one port.

    `OTEL_EXPORTER_OTLP_ENDPOINT` points to it, and the shared development key makes tags that are
    the same in every run, unless `SPANVEIL_MODE` or `SPANVEIL_TAG_KEYS` is set. At the end of the
    session the global providers are shut down before the endpoint goes, or their exporters would
    try to reach it for seconds.
    """
    from spanveil.testing._leak_check import shut_down
    from spanveil.testing._receiver import OtlpReceiver

    receiver = OtlpReceiver()
    receiver.start()
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.endpoint)
        if "SPANVEIL_TAG_KEYS" not in os.environ and "SPANVEIL_MODE" not in os.environ:
            environment.setenv("SPANVEIL_MODE", "development")
        yield receiver
    shut_down()
    receiver.stop()


@pytest.fixture
def spanveil_canaries(
    request: pytest.FixtureRequest,
) -> "tuple[TenantCanaries, TenantCanaries]":
    """Two tenants with canaries, the same in every run of the same test."""
    from spanveil.testing._canary import make_canaries

    return make_canaries(request.node.name)


@pytest.fixture
def spanveil_leak_check(
    spanveil_otlp: "OtlpReceiver",
    spanveil_canaries: "tuple[TenantCanaries, TenantCanaries]",
) -> Iterator["LeakCheck"]:
    """Two tenants, and a record of everything that leaves the process while they act."""
    from spanveil.testing._leak_check import LeakCheck, flush
    from spanveil.testing._wire import WireTap

    flush()  # what an earlier test left in a queue is not this test's
    spanveil_otlp.clear()
    tap = WireTap(spanveil_otlp.ports)
    tap.start()
    try:
        yield LeakCheck(spanveil_canaries, spanveil_otlp, tap)
    finally:
        tap.stop()


@pytest.fixture
def spanveil_deterministic(monkeypatch: pytest.MonkeyPatch) -> None:
    """Count trace, span and request ids from 1, for snapshots."""
    import itertools

    from opentelemetry.sdk.trace.id_generator import RandomIdGenerator

    import spanveil.context._resolver as resolver

    traces, spans, requests = itertools.count(1), itertools.count(1), itertools.count(1)

    def trace_id(_: Any) -> int:
        return next(traces)

    def span_id(_: Any) -> int:
        return next(spans)

    monkeypatch.setattr(RandomIdGenerator, "generate_trace_id", trace_id)
    monkeypatch.setattr(RandomIdGenerator, "generate_span_id", span_id)
    monkeypatch.setattr(resolver, "new_request_id", lambda: f"{next(requests):032x}")
