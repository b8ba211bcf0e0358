"""Compare how long a quiet client waits, alone and beside the floods of another client.

    python -m benchmarks.quiet_client

A gateway on loopback, with a sink that takes all. The quiet client sends one span at a time over
gRPC and notes when it is acknowledged; the other one has eight requests in flight, of 400 small
spans, or of spans with a thousand attributes each under a key of its own. Times are wall time: on a
loaded machine the first row shows what the machine adds.
"""

import argparse
import asyncio
import secrets
import statistics
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import grpc
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from spanveil.config import Config
from spanveil.gateway._signals import SIGNALS, Signal
from spanveil.gateway._worker import Worker

_METHOD: Final = f"/{SIGNALS[Signal.TRACES].service}/Export"


def request(spans: int, attributes: int) -> bytes:
    """Return spans whose attributes have keys of their own."""
    message = ExportTraceServiceRequest()
    scope = message.resource_spans.add().scope_spans.add()
    for _ in range(spans):
        span = scope.spans.add(name="chat", span_id=secrets.token_bytes(8))
        for index in range(attributes):
            span.attributes.add(key=f"retry.{secrets.token_hex(4)}").value.int_value = index
    return message.SerializeToString()


FLOODS: Final[dict[str, Callable[[], bytes] | None]] = {
    "alone": None,
    "beside 400 small spans": lambda: request(400, 2),
    "beside 2,000 keys of one request": lambda: request(2, 1_000),
}


def measured(
    address: str, tokens: dict[str, str], flood: bytes | None, seconds: float
) -> list[float]:
    """Return how many milliseconds each request of the quiet client took."""
    stop = threading.Event()

    def send(name: str, body: bytes, pause: float) -> list[float]:
        took = []
        with grpc.insecure_channel(address, [("grpc.use_local_subchannel_pool", 1)]) as channel:
            call: Any = channel.unary_unary(_METHOD)
            while not stop.is_set():
                begin = time.perf_counter()
                try:
                    call(body, metadata=(("authorization", f"Bearer {tokens[name]}"),), timeout=60)
                except grpc.RpcError as error:
                    if name == "quiet":
                        raise
                    del error  # the flood is told to come back later
                took.append((time.perf_counter() - begin) * 1e3)
                time.sleep(pause)
        return took

    threads = [
        threading.Thread(target=send, args=("noisy", flood, 0.0)) for _ in range(8 if flood else 0)
    ]
    for thread in threads:
        thread.start()
    threading.Timer(seconds, stop.set).start()
    took = send("quiet", request(1, 2), 0.02)
    for thread in threads:
        thread.join()
    return took


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=6.0, help="of a row")
    options = parser.parse_args()
    tokens = {name: secrets.token_urlsafe(24) for name in ("quiet", "noisy")}
    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever, daemon=True).start()

    def call(work: Any) -> Any:
        return asyncio.run_coroutine_threadsafe(work, loop).result(60)

    with tempfile.TemporaryDirectory() as directory:
        config = Config.model_validate(
            {
                "gateway": {
                    "receivers": {
                        "grpc": "127.0.0.1:0",
                        "http": None,
                        "tokens": [{"name": name, "token": tokens[name]} for name in tokens],
                    },
                    "sinks": [{"name": "file", "url": f"file://{Path(directory) / 'out.jsonl'}"}],
                    "queue": {"directory": str(Path(directory) / "queue")},
                    "shutdown_timeout": 1,
                }
            }
        )
        worker = Worker(config)
        call(worker.start())
        print(f"{'ms':30}{'p50':>8}{'p99':>8}{'max':>8}{'requests':>10}")
        for name, make in FLOODS.items():
            flood = make() if make else None
            took = measured(f"127.0.0.1:{worker.grpc_port}", tokens, flood, options.seconds)
            cuts = statistics.quantiles(took, n=100)
            row = "".join(f"{value:8.1f}" for value in (cuts[49], cuts[98], max(took)))
            print(f"{name:30}{row}{len(took):10}", flush=True)
        call(worker.stop())


if __name__ == "__main__":
    main()
