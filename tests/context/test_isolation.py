"""Inside a decision nothing ambient can be seen; outside, traces keep their parents."""

import asyncio
import contextvars
import functools
from collections.abc import AsyncIterator, Iterator
from inspect import iscoroutinefunction
from typing import Any

import pytest
from opentelemetry import baggage, trace
from opentelemetry import context as otel_context
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from spanveil.context import RequestContext, bind, current, isolated

AMBIENT: contextvars.ContextVar[str] = contextvars.ContextVar("ambient", default="nothing")


@pytest.fixture
def exporter() -> InMemorySpanExporter:
    return InMemorySpanExporter()


@pytest.fixture
def tracer(exporter: InMemorySpanExporter) -> trace.Tracer:
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    return provider.get_tracer("tests")


def _everything_ambient() -> list[object]:
    span = trace.get_current_span()
    return [
        dict(baggage.get_all()),
        getattr(span, "attributes", None),
        span.get_span_context().is_valid,
        AMBIENT.get(),
        current(),
        len(contextvars.copy_context()),
    ]


NOTHING: list[object] = [{}, None, False, "nothing", None, 0]


@pytest.fixture
def polluted(tracer: trace.Tracer, acme: RequestContext) -> Iterator[None]:
    """The most telemetry that a request can carry around."""
    token = otel_context.attach(baggage.set_baggage("tenant_id", "globex"))
    variable = AMBIENT.set("something")
    with tracer.start_as_current_span("request", attributes={"tenant_id": "globex"}), bind(acme):
        yield
    AMBIENT.reset(variable)
    otel_context.detach(token)


@pytest.mark.usefixtures("polluted")
def test_a_function_sees_nothing() -> None:
    assert _everything_ambient() != NOTHING
    assert isolated(_everything_ambient)() == NOTHING


@pytest.mark.parametrize("form", ["function", "partial", "callable object", "lambda"])
def test_a_coroutine_sees_nothing_at_any_step(
    form: str, tracer: trace.Tracer, acme: RequestContext
) -> None:
    async def decide() -> list[list[object]]:
        seen = [_everything_ambient()]
        await asyncio.sleep(0)
        seen.append(_everything_ambient())
        # A task that the decision starts inherits the empty context too.
        seen.append(await asyncio.create_task(nested()))
        return seen

    async def nested() -> list[object]:
        return _everything_ambient()

    class Callable:
        async def __call__(self) -> list[list[object]]:
            return await decide()

    forms: dict[str, Any] = {
        "function": decide,
        "partial": functools.partial(decide),
        "callable object": Callable(),
        "lambda": lambda: decide(),
    }

    async def main() -> Any:
        AMBIENT.set("something")
        otel_context.attach(baggage.set_baggage("tenant_id", "globex"))
        with tracer.start_as_current_span("request"), bind(acme):
            seen = await isolated(forms[form])()
            assert current() is acme
        return seen

    assert contextvars.copy_context().run(asyncio.run, main()) == [NOTHING] * 3


def test_the_caller_keeps_its_trace(tracer: trace.Tracer, exporter: InMemorySpanExporter) -> None:
    async def decide() -> bool:
        await asyncio.sleep(0)
        return True

    async def main() -> None:
        with tracer.start_as_current_span("request"):
            assert await isolated(decide)()
            assert isolated(lambda: True)()
            with tracer.start_as_current_span("after"):
                pass

    asyncio.run(main())
    after, request = exporter.get_finished_spans()
    assert (after.name, request.name) == ("after", "request")
    assert after.parent is not None
    assert request.context is not None
    assert after.parent.span_id == request.context.span_id


def test_what_a_decision_sets_does_not_come_out() -> None:
    def decide() -> None:
        AMBIENT.set("set inside")
        otel_context.attach(baggage.set_baggage("tenant_id", "globex"))

    isolated(decide)()
    assert AMBIENT.get() == "nothing"
    assert dict(baggage.get_all()) == {}


def test_the_wrapper_is_what_it_wraps() -> None:
    async def decide(number: int, *, other: str = "x") -> tuple[int, str]:
        """Say it."""
        return number, other

    wrapped = isolated(decide)
    assert iscoroutinefunction(wrapped)
    assert wrapped.__doc__ == "Say it."
    assert asyncio.run(wrapped(1, other="y")) == (1, "y")
    assert not iscoroutinefunction(isolated(lambda: None))


def test_cancellation_and_errors_pass_through() -> None:
    async def slow() -> None:
        await asyncio.sleep(60)

    async def broken() -> None:
        await asyncio.sleep(0)
        raise PermissionError("no")

    async def main() -> None:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.01):
                await isolated(slow)()
        with pytest.raises(PermissionError):
            await isolated(broken)()

    asyncio.run(main())


def test_telemetry_arguments_are_refused(tracer: trace.Tracer) -> None:
    decide = isolated(lambda *args, **kwargs: True)
    span = tracer.start_span("request")
    for telemetry in (
        span,
        span.get_span_context(),
        otel_context.get_current(),
        trace.Link(span.get_span_context()),
        {"baggage": "tenant_id=globex"},
        {"traceparent": "00-1-2-03", "other": 1},
        {"Baggage": "tenant=globex"},
        {b"baggage": b"tenant=globex"},
        {"HTTP_TRACESTATE": "v=globex"},
        [("x", "y"), ("baggage", "tenant=globex")],
        {"request": {"headers": [[b"BAGGAGE", b"tenant=globex"]]}},
        [{"nested": (span,)}],
        {span},
        baggage.get_all(baggage.set_baggage("tenant", "globex")),
        {"attributes": span.attributes},  # type: ignore[attr-defined]
    ):
        with pytest.raises(TypeError, match="argument 1 of a decision"):
            decide("alice", telemetry)
        with pytest.raises(TypeError, match="argument where of a decision") as refused:
            decide(where=telemetry)
        assert "globex" not in str(refused.value)
    endless: list[object] = []
    endless.append(endless)
    for innocent in ({"role": "admin"}, [1], None, "baggage", {"a": "baggage"}, endless):
        assert decide("alice", innocent)
    assert decide(dict.fromkeys(range(100_000)), [[0] * 1000] * 1000)


def test_an_asynchronous_decision_refuses_them_too(tracer: trace.Tracer) -> None:
    async def decide(span: object) -> bool:
        return True

    with pytest.raises(TypeError, match="telemetry object"):
        asyncio.run(isolated(decide)(tracer.start_span("request")))


def test_generators_are_refused() -> None:
    def plain() -> Iterator[bool]:
        yield True

    async def asynchronous() -> AsyncIterator[bool]:
        yield True

    for decide in (plain, asynchronous):
        with pytest.raises(TypeError, match="not a generator"):
            isolated(decide)
    with pytest.raises(TypeError, match="not a generator"):
        isolated(lambda: asynchronous())()
