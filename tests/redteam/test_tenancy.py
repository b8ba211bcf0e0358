"""Whether one tenant's context or tag can stay, or be put, where another's work runs."""

import asyncio
import threading
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from typing import Any

import pytest
from opentelemetry import baggage
from opentelemetry import context as otel_context
from opentelemetry.sdk.trace import TracerProvider

from spanveil.context import (
    KeyRing,
    RequestContext,
    bind,
    carry,
    current,
    isolated,
    register_carrier,
)
from spanveil.processors._tenant import TenantMirror, TenantTags
from tests.redteam.service import Service


@pytest.fixture
def mirrored(ring: KeyRing) -> Iterator[None]:
    unregister = register_carrier(TenantMirror(TenantTags(ring)))
    yield
    unregister()


def in_thread(work: Callable[[], object]) -> object:
    """Run in a thread of its own, as a server's worker that serves one request after another."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(work).result()


def test_no_tenant_stays_bound_after_a_generator_is_closed_late(
    acme: RequestContext, globex: RequestContext
) -> None:
    def items() -> Iterator[int]:
        with bind(acme):
            yield 1

    def request() -> object:
        generator = items()
        next(generator)
        with bind(globex):
            generator.close()  # type: ignore[attr-defined]
        return current()

    assert in_thread(request) is None


def test_the_innermost_tenant_stays_while_an_outer_one_ends(
    acme: RequestContext, globex: RequestContext
) -> None:
    def request() -> object:
        outer, inner = ExitStack(), ExitStack()
        outer.enter_context(bind(acme))
        inner.enter_context(bind(globex))
        outer.close()
        seen = current()
        inner.close()
        return seen, current()

    assert in_thread(request) == (globex, None)


@pytest.mark.usefixtures("mirrored")
def test_a_context_that_was_never_detached_does_not_choose_a_tenant(
    ring: KeyRing, acme: RequestContext
) -> None:
    service = Service(ring, None)
    with bind(acme):
        left = otel_context.get_current()

    def worker() -> None:
        otel_context.attach(left)  # an instrumentation that loses its token
        service.send("x", 1)  # the next job of this thread

    in_thread(worker)
    assert ring.tag("acme").text not in str(service.wire.received)


def test_a_carried_coroutine_does_not_run_under_its_caller(
    acme: RequestContext, globex: RequestContext
) -> None:
    async def job() -> RequestContext | None:
        return current()

    async def main() -> RequestContext | None:
        with bind(acme):
            carried = carry(job)
        with bind(globex):
            return await carried()

    try:
        seen = asyncio.run(main())
    except TypeError:
        return  # refused: as good
    assert seen is not globex


def test_a_carried_generator_does_not_run_under_its_caller(
    acme: RequestContext, globex: RequestContext
) -> None:
    def items() -> Iterator[RequestContext | None]:
        yield current()

    try:
        with bind(acme):
            carried = carry(items)
        with bind(globex):
            seen = next(carried())
    except TypeError:
        return
    assert seen is not globex


def _baggage() -> Mapping[str, Any]:
    return baggage.get_all(baggage.set_baggage("tenant", "acme"))


@pytest.mark.parametrize(
    "argument",
    [
        {"Baggage": "tenant=acme"},  # header names have no case (RFC 9110 section 5.1)
        {"TRACESTATE": "v=acme"},
        {b"baggage": b"tenant=acme"},  # ASGI
        {"HTTP_BAGGAGE": "tenant=acme"},  # WSGI
        [("baggage", "tenant=acme")],
        {"headers": {"baggage": "tenant=acme"}},
        _baggage(),
    ],
    ids=["title", "upper", "asgi", "wsgi", "pairs", "nested", "get_all"],
)
def test_a_decision_refuses_propagation_carriers(argument: object) -> None:
    with pytest.raises(TypeError):
        isolated(lambda given: given)(argument)


def test_a_decision_refuses_telemetry_in_a_list() -> None:
    span = TracerProvider(shutdown_on_exit=False).get_tracer("t").start_span("x")
    with pytest.raises(TypeError):
        isolated(lambda given: given)([span])


def test_a_decision_refuses_a_spans_attributes() -> None:
    span = TracerProvider(shutdown_on_exit=False).get_tracer("t").start_span("x")
    with pytest.raises(TypeError):
        isolated(lambda given: given)(span.attributes)  # type: ignore[attr-defined]


@pytest.mark.usefixtures("mirrored")
def test_tags_do_not_mix_between_threads_and_tasks(
    ring: KeyRing, context_of: Callable[[str], RequestContext]
) -> None:
    service = Service(ring, None)
    tracer = service.provider.get_tracer("svc")
    tenants = [context_of(f"tenant{index}") for index in range(8)]
    ready = threading.Barrier(4)

    async def task(tenant: RequestContext) -> None:
        with bind(tenant):
            for _ in range(10):
                with tracer.start_as_current_span("op", attributes={"user.id": "x"}) as span:
                    span.set_attribute("server.port", int((tenant.tenant_id or "")[6:]))
                    await asyncio.sleep(0)

    async def main() -> None:
        await asyncio.gather(*(task(tenant) for tenant in tenants))

    def worker() -> None:
        ready.wait(60)
        asyncio.run(main())

    with ThreadPoolExecutor(4) as pool:
        for job in [pool.submit(worker) for _ in range(4)]:
            job.result()
    spans = [s for r in service.wire.received for c in r.scope_spans for s in c.spans]
    assert len(spans) == 320
    for span in spans:
        found = {a.key: a.value for a in span.attributes}
        expected = ring.tag(f"tenant{found['server.port'].int_value}").text
        assert found["spanveil.tenant"].string_value == expected
