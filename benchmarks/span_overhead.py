"""Compare what a span costs the thread that serves a request: plain SDK and Spanveil, in one run.

    python -m benchmarks.span_overhead

Every set-up exports through a ``BatchSpanProcessor`` to an exporter that encodes OTLP and throws it
away. A cost is the request thread's CPU time for one span (start, attributes, events, end). Within
a round the set-ups take turns, a few spans at a time, so that load on the machine hits all alike.
The queues are flushed between rounds, and the garbage collector is off while the clock runs, since
it would bill one set-up for another's garbage. The table shows the median over the rounds, and the
median of the differences to the plain SDK in the same round.
"""

import argparse
import gc
import json
import secrets
import statistics
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from typing import NamedTuple

from opentelemetry.exporter.otlp.proto.common.trace_encoder import encode_spans
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor, SpanExporter, SpanExportResult
from opentelemetry.trace import Tracer

from spanveil.config import Config, SinkConfig
from spanveil.context import (
    ContextResolver,
    KeyRing,
    RequestContext,
    VerifiedClaims,
    bind,
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
from spanveil.processors._tenant import TenantMirror, TenantTags

REACH_US = 2.0
SPANS_A_TURN = 10
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
    provider.add_span_processor(_batch(EncodingExporter()))
    return SetUp(provider, provider.get_tracer("benchmark"))


def naive_tagger() -> SetUp:
    """Return the SDK with the tagger that everybody writes first: an attribute at the start."""
    from opentelemetry.context import Context
    from opentelemetry.sdk.trace import Span, SpanProcessor

    from spanveil.context import current

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
    exporter = RedactingSpanExporter(EncodingExporter(), SpanRedactor(*parts))
    provider.add_span_processor(_batch(exporter))
    return SetUp(provider, provider.get_tracer("benchmark"))


def _batch(exporter: SpanExporter) -> BatchSpanProcessor:
    # The worker wakes for a flush only, so that it does not run inside the timed part.
    return BatchSpanProcessor(
        exporter, max_queue_size=4096, max_export_batch_size=4096, schedule_delay_millis=3_600_000
    )


def bare_span(tracer: Tracer) -> None:
    """Start and end a span."""
    tracer.start_span("chat gpt-4o").end()


def agent_span(tracer: Tracer) -> None:
    """Record a span as an agent's instrumentation does: 30 attributes, 8 KB of prompt, 2 events."""
    span = tracer.start_span("chat gpt-4o", attributes=ATTRIBUTES)
    span.add_event("gen_ai.content.prompt", {"gen_ai.prompt": "hello"})
    span.add_event("gen_ai.choice", {"finish_reason": "stop"})
    span.end()


class Cost(NamedTuple):
    """Microseconds of request-thread CPU time for one span."""

    median: float
    over_plain: float


def measure(
    set_ups: dict[str, SetUp], work: Callable[[Tracer], None], rounds: int, spans: int
) -> dict[str, Cost]:
    """Return what one span costs, by set-up; the first one is what the others are compared with."""
    spent: dict[str, list[float]] = {name: [] for name in set_ups}
    for _ in range(rounds):
        for name, cost in _round(set_ups, work, spans).items():
            spent[name].append(cost)
    plain_costs = next(iter(spent.values()))
    return {
        name: Cost(
            statistics.median(costs),
            statistics.median(a - b for a, b in zip(costs, plain_costs, strict=True)),
        )
        for name, costs in spent.items()
    }


def _round(
    set_ups: dict[str, SetUp], work: Callable[[Tracer], None], spans: int
) -> dict[str, float]:
    costs = dict.fromkeys(set_ups, 0.0)
    order = list(set_ups.items())
    gc.collect()
    gc.disable()
    for turn in range(-1, spans // SPANS_A_TURN):
        first = turn % len(order)
        for name, set_up in order[first:] + order[:first]:
            begin = time.thread_time()
            for _ in range(SPANS_A_TURN):
                work(set_up.tracer)
            if turn >= 0:  # the first turn warms the caches up
                costs[name] += time.thread_time() - begin
    gc.enable()
    for set_up in set_ups.values():
        set_up.provider.force_flush()
    return {name: cost / spans * 1e6 for name, cost in costs.items()}


def bound_tenant(ring: KeyRing, stack: ExitStack) -> RequestContext:
    """Bind a tenant as a service does, mirrored in the OpenTelemetry context."""
    stack.callback(register_carrier(TenantMirror(TenantTags(ring))))
    context = ContextResolver(Sessions(), personal_membership).resolve("alice")
    return stack.enter_context(bind(context))


def main() -> None:
    """Print the table and one line that says whether the reach is met."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=41)
    parser.add_argument("--spans", type=int, default=200, help="a multiple of 10")
    options = parser.parse_args()
    ring = KeyRing([("k1", secrets.token_bytes(32))])
    set_ups = {
        "plain SDK": plain(),
        "a tagger that sets an attribute": naive_tagger(),
        "TenantSpanProcessor": tenant_only(ring),
        "full configuration": full(ring),
    }
    with ExitStack() as stack:
        bound_tenant(ring, stack)
        bare = measure(set_ups, bare_span, options.rounds, options.spans)
        agent = measure(set_ups, agent_span, options.rounds, options.spans)
    print(
        f"{'request thread, us of CPU per span':38}{'bare':>9}{'added':>8}{'agent':>9}{'added':>8}"
    )
    for name in set_ups:
        one, other = bare[name], agent[name]
        costs = (
            f"{one.median:9.2f}{one.over_plain:+8.2f}{other.median:9.2f}{other.over_plain:+8.2f}"
        )
        print(f"{name:38}{costs}")
    worst = max(table["full configuration"].over_plain for table in (bare, agent))
    met = "met" if worst <= REACH_US else "MISSED"
    print(
        f"full configuration over plain SDK: {worst:+.2f} us at most, reach {REACH_US:+.0f}: {met}"
    )


if __name__ == "__main__":
    main()
