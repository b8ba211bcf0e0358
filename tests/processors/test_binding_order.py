"""Blocks that end in another order than they began, among spans, in real OpenTelemetry contexts."""

import asyncio
import contextvars
import logging
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from opentelemetry import context as otel_context
from opentelemetry import trace
from opentelemetry.trace import NonRecordingSpan, SpanContext, TraceFlags

from spanveil.context import CONFLICT, UNSCOPED, KeyRing, RequestContext, bind, current
from spanveil.context import register_carrier as register
from spanveil.processors._tenant import TenantMirror, TenantTags

TENANTS = ("acme", "globex", "initech")
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("bind"), st.sampled_from(TENANTS)),
        st.tuples(st.sampled_from(["leave", "leave elsewhere", "close"]), st.integers(0, 5)),
        st.tuples(st.sampled_from(["span", "wipe"]), st.none()),
    ),
    max_size=24,
)


@pytest.fixture
def tags(ring: KeyRing) -> Iterator[TenantTags]:
    tags = TenantTags(ring)
    with ExitStack() as stack:
        stack.callback(register(TenantMirror(tags)))
        yield tags


def span(number: int) -> NonRecordingSpan:
    return NonRecordingSpan(SpanContext(1, number, False, TraceFlags(TraceFlags.SAMPLED)))


class Worker:
    """Blocks and spans in one `contextvars.Context`, beside what each of them alone would do."""

    def __init__(self, tags: TenantTags, contexts: dict[str, RequestContext]) -> None:
        self.tags = tags
        self.contexts = contexts
        self.began = otel_context.get_current()
        self.blocks: list[tuple[int, bind, RequestContext]] = []
        self.spans: list[tuple[int, Any, contextvars.Token[int]]] = []
        # The spans' own history, which no block may change.
        self.alone: contextvars.ContextVar[int] = contextvars.ContextVar("alone", default=0)
        self.nested = True
        self.step = 0

    def run(self, steps: list[tuple[str, Any]]) -> None:
        for name, argument in steps:
            self.take(name, argument)
        while self.spans:
            self.take("close", -1)
        while self.blocks:
            self.take("leave", self.step % len(self.blocks))
        if self.alone.get() == 0:  # or else the spans were closed in an order that left one there
            assert without_tag(otel_context.get_current()) == without_tag(self.began)
        assert self.tags.resolve() == UNSCOPED
        with bind(self.contexts["acme"]):
            assert self.tags.resolve() == self.tags.of(self.contexts["acme"])

    def take(self, name: str, argument: Any) -> None:
        self.step += 1
        if name == "bind":
            block = bind(self.contexts[argument])
            self.blocks.append((self.step, block, block.__enter__()))
        elif name in ("span", "wipe"):
            context = otel_context.Context() if name == "wipe" else otel_context.get_current()
            token = otel_context.attach(trace.set_span_in_context(span(self.step), context))
            self.spans.append((self.step, token, self.alone.set(self.step)))
        elif name == "close" and self.spans:
            began, token, alone = self.spans.pop(argument % len(self.spans))
            otel_context.detach(token)
            self.alone.reset(alone)
            later = [*self.blocks, *self.spans]
            self.nested &= all(other[0] < began for other in later)
        elif name.startswith("leave") and self.blocks:
            _, block, _ = self.blocks.pop(argument % len(self.blocks))
            leave = block.__exit__ if name == "leave" else elsewhere(block.__exit__)
            leave(None, None, None)
        self.check()

    def check(self) -> None:
        bound = self.blocks[-1][2] if self.blocks else None
        assert current() is bound
        assert trace.get_current_span().get_span_context().span_id == self.alone.get()
        tag = self.tags.resolve()
        if bound is None or self.nested:
            assert tag == self.tags.of(bound)
        else:  # a span was closed under a block that is still open inside it
            assert tag in (self.tags.of(bound), CONFLICT)


def elsewhere(function: Callable[..., object]) -> Callable[..., object]:
    return lambda *args: contextvars.copy_context().run(function, *args)


def without_tag(context: otel_context.Context) -> dict[str, object]:
    return {key: value for key, value in context.items() if "spanveil.tenant" not in key}


@settings(
    max_examples=400,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=STEPS)
def test_any_order_of_blocks_and_spans(
    steps: list[tuple[str, Any]],
    tags: TenantTags,
    context_of: Callable[[str | None], RequestContext],
    caplog: pytest.LogCaptureFixture,
) -> None:
    contexts = {name: context_of(name) for name in TENANTS}
    caplog.clear()
    contextvars.Context().run(lambda: Worker(tags, contexts).run(steps))
    assert not caplog.records


def test_a_span_that_is_open_stays_when_a_block_around_it_ends(
    tags: TenantTags, acme: RequestContext, globex: RequestContext
) -> None:
    outer, inner = bind(acme), bind(globex)
    outer.__enter__()
    with trace.use_span(span(7)):
        inner.__enter__()
        outer.__exit__(None, None, None)
        assert trace.get_current_span().get_span_context().span_id == 7
        inner.__exit__(None, None, None)
        assert trace.get_current_span().get_span_context().span_id == 7
        assert tags.resolve() == UNSCOPED
    assert trace.get_current_span().get_span_context().span_id == 0


def test_the_very_context_is_back_after_blocks_in_another_order(
    tags: TenantTags, acme: RequestContext, globex: RequestContext
) -> None:
    before = otel_context.get_current()
    outer, inner = bind(acme), bind(globex)
    outer.__enter__()
    inner.__enter__()
    outer.__exit__(None, None, None)
    inner.__exit__(None, None, None)
    assert otel_context.get_current() is before


def test_a_stream_that_the_loop_closes_later(
    tags: TenantTags,
    acme: RequestContext,
    globex: RequestContext,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """An abandoned body: the loop closes it in a task of its own, after the next request began."""

    async def body() -> AsyncGenerator[bytes, None]:
        with bind(globex), trace.use_span(span(7)):
            yield b"a"
            yield b"b"

    async def request(tenant: RequestContext) -> list[str]:
        with bind(tenant):
            stream = body()
            await anext(stream)
            closing = asyncio.create_task(stream.aclose())
            await closing
            return [tags.resolve()]

    async def main() -> list[list[str]]:
        first = await request(acme)
        with bind(globex):
            pass
        return [first, await request(globex), [tags.resolve()]]

    with caplog.at_level(logging.WARNING):
        seen = asyncio.run(main())
    assert seen == [[tags.of(acme)], [tags.of(globex)], [UNSCOPED]]
    # What OpenTelemetry says of its own token, which `use_span` reset in another task, is not ours.
    assert all("spanveil" not in record.name for record in caplog.records)
