"""Compare how long a request waits while the batch thread works: no spans, plain SDK and Spanveil.

    python -m benchmarks.request_delay

A request thread sleeps for a millisecond at a time, as one that waits for a model does, and notes
by how much it wakes late: that is what other threads of the process, and the machine, take from
it. At the asked rate it records a span with a new 8 KB prompt, which the batch thread encodes, and
redacts before that where Spanveil is on. Redaction runs in Python, so the two threads share one
lock. Each set-up has a process of its own; the processes take turns, one at a time, and the delays
of all turns are put together. Delays are wall time: on a loaded machine the first row shows what
the machine adds.
"""

import argparse
import json
import multiprocessing
import secrets
import statistics
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from multiprocessing.connection import Connection
from typing import Any, Final

from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor

from benchmarks.span_overhead import EncodingExporter, bound_tenant
from spanveil.config import Config, SinkConfig
from spanveil.context import KeyRing
from spanveil.processors import Counters, RedactingSpanExporter, SpanRedactor
from spanveil.processors._guards import Guards
from spanveil.processors._sink_processor import SinkSpanProcessor

WORDS: Final = ("lorem", "ipsum", "dolor", "sit", "amet", "consectetur", "elit", "sed", "tempor")
LIMITS: Final[dict[str, Any]] = {"schedule_delay_millis": 250}


def plain(_: KeyRing) -> TracerProvider:
    """Return the SDK with a batch processor."""
    provider = TracerProvider(resource=Resource({}), shutdown_on_exit=False)
    provider.add_span_processor(BatchSpanProcessor(EncodingExporter(), **LIMITS))
    return provider


def protected(ring: KeyRing, profile: str = "shared") -> TracerProvider:
    """Return what ``configure`` sets up, with this benchmark's exporter."""
    parts = Config(), SinkConfig(profile=profile), ring, Counters()
    provider = TracerProvider(
        resource=Resource({}),
        active_span_processor=Guards(parts[0], ring, parts[3]).span_processors(),
        shutdown_on_exit=False,
    )
    exporter = RedactingSpanExporter(EncodingExporter(), SpanRedactor(*parts))
    provider.add_span_processor(SinkSpanProcessor(exporter, **LIMITS))
    return provider


SET_UPS: Final[dict[str, Callable[[KeyRing], TracerProvider | None]]] = {
    "no spans": lambda _: None,
    "plain SDK": plain,
    "Spanveil, shared": protected,
    "Spanveil, diagnostic": lambda ring: protected(ring, "diagnostic"),
}


def prompt() -> str:
    """Return 8 KB of messages that no other span has, so that no memo helps."""
    turns = []
    for _ in range(10):
        words = " ".join(secrets.choice(WORDS) for _ in range(110))
        text = f"{words} ask {secrets.token_hex(4)}@mail.example about it. {words[:80]}"
        turns.append({"role": "user", "parts": [{"type": "text", "content": text}]})
    return json.dumps(turns)


def turn(provider: TracerProvider | None, seconds: float, rate: float) -> list[float]:
    """Return by how many milliseconds each wait of a turn was late."""
    prompts = [prompt() for _ in range(int(seconds * rate) + 1)] if provider else []
    tracer = provider.get_tracer("benchmark") if provider else None
    late = []
    begin = time.perf_counter()
    while (now := time.perf_counter()) - begin < seconds:
        if tracer and prompts and (now - begin) * rate > int(seconds * rate) + 1 - len(prompts):
            attributes = {"gen_ai.request.model": "gpt-4o", "gen_ai.input.messages": prompts.pop()}
            tracer.start_span("chat gpt-4o", attributes=attributes).end()
        before = time.perf_counter()
        time.sleep(0.001)
        late.append((time.perf_counter() - before) * 1e3 - 1)
    if provider:
        provider.force_flush()
    return late


def serve(name: str, pipe: Connection) -> None:
    """Run one set-up whenever the other end asks, until it asks for nothing."""
    ring = KeyRing([("k1", secrets.token_bytes(32))])
    with ExitStack() as stack:
        bound_tenant(ring, stack)
        provider = SET_UPS[name](ring)
        turn(provider, 0.5, 20)
        while (asked := pipe.recv()) is not None:
            pipe.send(turn(provider, *asked))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=6)
    parser.add_argument("--seconds", type=float, default=2.0, help="of a turn")
    parser.add_argument("--rate", type=float, default=50.0, help="spans a second")
    options = parser.parse_args()
    spawn = multiprocessing.get_context("spawn")
    late: dict[str, list[float]] = {name: [] for name in SET_UPS}
    with ExitStack() as stack:
        pipes = {}
        for name in SET_UPS:
            pipes[name], theirs = spawn.Pipe()
            process = spawn.Process(target=serve, args=(name, theirs), daemon=True)
            process.start()
            stack.callback(process.join, 30)
            stack.callback(pipes[name].send, None)
        for _ in range(options.rounds):
            for name, pipe in pipes.items():
                pipe.send((options.seconds, options.rate))
                late[name] += pipe.recv()
    print(f"{options.rate:g} spans/s of 8 KB, switch interval {sys.getswitchinterval() * 1e3:g} ms")
    print(f"{'late by, in ms':24}{'p50':>8}{'p95':>8}{'p99':>8}{'max':>8}{'waits':>8}")
    for name, delays in late.items():
        cuts = statistics.quantiles(delays, n=100)
        row = "".join(f"{value:8.2f}" for value in (cuts[49], cuts[94], cuts[98], max(delays)))
        print(f"{name:24}{row}{len(delays):8}")


if __name__ == "__main__":
    main()
