"""Compare what a span costs the thread that serves a request: plain SDK and Spanveil, in one run.

    python -m benchmarks.span_overhead

Every set-up exports through a batch processor to an exporter that encodes OTLP and throws it away.
A cost is the request thread's CPU time for one span (start, attributes, events, end). Each set-up
has a process of its own, as a service has: in a shared one, each would empty the interpreter's
caches for the next. Within a round the processes take turns in random order, one at a time, so
that load on the machine hits all alike; 20 spans warm up, the next 100 count, and the queues are
flushed outside of the clock. The garbage collector is off while the clock runs, since it would
bill one round for another's garbage. The table shows the quiet end (the lowest tenth of the
rounds) and the middle (the median) of the rounds, each with its difference to the plain SDK's.
"""

import argparse
import gc
import json
import multiprocessing
import random
import secrets
import statistics
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from multiprocessing.connection import Connection
from typing import Any, NamedTuple

from opentelemetry.context import Context
from opentelemetry.exporter.otlp.proto.common.trace_encoder import encode_spans
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import ReadableSpan, Span, SpanProcessor, TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor, SpanExporter, SpanExportResult
from opentelemetry.trace import Tracer

from spanveil.config import Config, SinkConfig
from spanveil.context import (
    ContextResolver,
    KeyRing,
    RequestContext,
    VerifiedClaims,
    bind,
    current,
    personal_membership,
    register_carrier,
)
from spanveil.processors import (
    Counters,
    RedactingSpanExporter,
    SpanRedactor,
    TenantSpanProcessor,
)
from spanveil.processors._guards import Guards
from spanveil.processors._sink_processor import SinkSpanProcessor
from spanveil.processors._tenant import TenantMirror, TenantTags
from spanveil.propagators import IngressLinkProcessor

REACH_US = 2.0
# The worker wakes for a flush only, so that it does not run inside the timed part.
LIMITS: dict[str, Any] = {
    "max_queue_size": 4096,
    "max_export_batch_size": 4096,
    "schedule_delay_millis": 3_600_000,
}
WARM_UP, SPANS = 20, 100
PROMPT = json.dumps(
    [
        {"role": "user", "parts": [{"type": "text", "content": f"turn {turn}: " + "lorem " * 120}]}
        for turn in range(10)
    ]
)
ATTRIBUTES: dict[str, str | int] = {
    "gen_ai.operation.name": "chat",
    "gen_ai.request.model": "gpt-4o",
    "gen_ai.input.messages": PROMPT,
    "gen_ai.usage.input_tokens": 1200,
    "gen_ai.usage.output_tokens": 80,
    "user.id": "alice",
    **{f"app.step{number}": f"value{number}" for number in range(24)},
}


class EncodingExporter(SpanExporter):
    """Encode, and throw away."""

    def export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:
        encode_spans(spans).SerializeToString()
        return SpanExportResult.SUCCESS

    def shutdown(self) -> None:
        pass


class Sessions:
    """A session store: the session's id is the user's."""

    def verify(self, credential: str) -> VerifiedClaims:
        return VerifiedClaims(credential)


class SetUp(NamedTuple):
    """One way to be measured."""

    provider: TracerProvider
    tracer: Tracer


def plain() -> SetUp:
    """Return the SDK with a batch processor."""
    provider = TracerProvider(resource=Resource({}), shutdown_on_exit=False)
    provider.add_span_processor(BatchSpanProcessor(EncodingExporter(), **LIMITS))
    return SetUp(provider, provider.get_tracer("benchmark"))


def idle_processor() -> SetUp:
    """Return the SDK with one more processor, which does nothing: the least that any costs."""
    made = plain()
    made.provider.add_span_processor(SpanProcessor())
    return made


def naive_tagger() -> SetUp:
    """Return the SDK with the tagger that everybody writes first: an attribute at the start."""

    class Tagger(SpanProcessor):
        def on_start(self, span: Span, parent_context: Context | None = None) -> None:
            bound = current()
            span.set_attribute("tenant", (bound.tenant_id or "") if bound else "")

    made = plain()
    made.provider.add_span_processor(Tagger())
    return made


def tenant_only(ring: KeyRing) -> SetUp:
    """Return the SDK with tags and no redaction."""
    made = plain()
    made.provider.add_span_processor(TenantSpanProcessor(ring))
    return made


def full(ring: KeyRing) -> SetUp:
    """Return what ``configure`` sets up, with this benchmark's exporter."""
    parts = Config(), SinkConfig(), ring, Counters()
    guards = Guards(parts[0], ring, parts[3])
    provider = TracerProvider(
        resource=Resource({}),
        active_span_processor=guards.span_processors(),
        shutdown_on_exit=False,
    )
    provider.add_span_processor(IngressLinkProcessor())  # type: ignore[arg-type]
    exporter = RedactingSpanExporter(EncodingExporter(), SpanRedactor(*parts))
    provider.add_span_processor(SinkSpanProcessor(exporter, **LIMITS))
    return SetUp(provider, provider.get_tracer("benchmark"))


def bare_span(tracer: Tracer) -> None:
    """Start and end a span."""
    tracer.start_span("chat gpt-4o").end()


def agent_span(tracer: Tracer) -> None:
    """Record a span as an agent's instrumentation does: 30 attributes, 8 KB of prompt, 2 events."""
    span = tracer.start_span("chat gpt-4o", attributes=ATTRIBUTES)
    span.add_event("gen_ai.content.prompt", {"gen_ai.prompt": "hello"})
    span.add_event("gen_ai.choice", {"finish_reason": "stop"})
    span.end()


WORK = {"bare span": bare_span, "agent span": agent_span}
SET_UPS: dict[str, Callable[[KeyRing], SetUp]] = {
    "plain SDK": lambda _: plain(),
    "the same again": lambda _: plain(),
    "a processor that does nothing": lambda _: idle_processor(),
    "a tagger that sets an attribute": lambda _: naive_tagger(),
    "TenantSpanProcessor": tenant_only,
    "full configuration": full,
}


class Cost(NamedTuple):
    """Microseconds of request-thread CPU time for one span."""

    quiet: float
    median: float


def serve(name: str, pipe: Connection) -> None:
    """Measure one set-up whenever the other end asks, until it asks for nothing."""
    ring = KeyRing([("k1", secrets.token_bytes(32))])
    with ExitStack() as stack:
        bound_tenant(ring, stack)
        set_up = SET_UPS[name](ring)
        while (asked := pipe.recv()) is not None:
            pipe.send(_round(set_up, WORK[asked]))


def _round(set_up: SetUp, work: Callable[[Tracer], None]) -> float:
    gc.collect()
    gc.disable()
    for _ in range(WARM_UP):
        work(set_up.tracer)
    begin = time.thread_time()
    for _ in range(SPANS):
        work(set_up.tracer)
    spent = time.thread_time() - begin
    gc.enable()
    set_up.provider.force_flush()
    return spent / SPANS * 1e6


def measure(pipes: dict[str, Connection], work: str, rounds: int) -> dict[str, Cost]:
    """Return what one span costs, by set-up."""
    spent: dict[str, list[float]] = {name: [] for name in pipes}
    for _ in range(rounds):
        for name in random.sample(list(pipes), len(pipes)):
            pipes[name].send(work)
            spent[name].append(pipes[name].recv())
    return {
        name: Cost(statistics.quantiles(costs, n=10)[0], statistics.median(costs))
        for name, costs in spent.items()
    }


def bound_tenant(ring: KeyRing, stack: ExitStack) -> RequestContext:
    """Bind a tenant as a service does, mirrored in the OpenTelemetry context."""
    stack.callback(register_carrier(TenantMirror(TenantTags(ring))))
    context = ContextResolver(Sessions(), personal_membership).resolve("alice")
    return stack.enter_context(bind(context))


def processes(stack: ExitStack) -> dict[str, Connection]:
    """Start one process for each set-up."""
    spawn = multiprocessing.get_context("spawn")
    pipes: dict[str, Connection] = {}
    for name in SET_UPS:
        ours, theirs = spawn.Pipe()
        process = spawn.Process(target=serve, args=(name, theirs), daemon=True)
        process.start()
        stack.callback(process.join, 30)
        stack.callback(ours.send, None)
        pipes[name] = ours
    return pipes


def main() -> None:
    """Print the tables and one line that says whether the reach is met."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=100)
    options = parser.parse_args()
    worst = {"quiet": 0.0, "median": 0.0}
    with ExitStack() as stack:
        pipes = processes(stack)
        for work in WORK:
            costs = measure(pipes, work, options.rounds)
            base = costs["plain SDK"]
            print(f"{work + ', us of CPU':34}{'quiet':>9}{'added':>8}{'median':>9}{'added':>8}")
            for name, cost in costs.items():
                quiet, median = cost.quiet - base.quiet, cost.median - base.median
                print(f"{name:34}{cost.quiet:9.2f}{quiet:+8.2f}{cost.median:9.2f}{median:+8.2f}")
            full_cost = costs["full configuration"]
            worst["quiet"] = max(worst["quiet"], full_cost.quiet - base.quiet)
            worst["median"] = max(worst["median"], full_cost.median - base.median)
    met = "met" if max(worst.values()) <= REACH_US else "MISSED"
    print(
        f"full configuration over plain SDK, at most: {worst['quiet']:+.2f} us quiet, "
        f"{worst['median']:+.2f} us median; reach {REACH_US:+.0f}: {met}"
    )


if __name__ == "__main__":
    main()
