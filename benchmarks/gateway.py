"""Spans per CPU second of the gateway, of a byte relay on the same server code, and of a Collector.

    python -m benchmarks.gateway
    python -m benchmarks.gateway --otelcol out/otelcol --seconds 5

Only CPU time of the server under test counts (user and system, all its processes, from /proc, until
the sink has everything), so that load generator and sink may share the machine. Everything runs in
one go, in alternation, on loopback. Linux only. The Collector comes from
`benchmarks/collector-builder.yaml`.

Two groups: servers with a queue on disk that is synced before they acknowledge, and servers without
a disk. The gateway's profile `shared` replaces prompts by their structure; `diagnostic` keeps them,
and runs the whole detector set over every word, which is what is nearest to the Collector's work.
"""

import argparse
import gzip
import http.client
import statistics
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import grpc

from benchmarks.gateway_servers import Server, Setup, Sink, running
from benchmarks.gateway_workload import Load

METHOD = "/opentelemetry.proto.collector.trace.v1.TraceService/Export"
# name: (kind, spans in a request, templates, requests in flight)
KINDS = {
    "agent": ("agent", 128, 8, 4),
    "small": ("small", 512, 8, 4),
    "one span": ("small", 1, 256, 16),
}
TRANSPORTS = (("grpc", "none"), ("http", "none"), ("http", "gzip"))
SETUPS = tuple(
    Setup(server, disk, profile)
    for disk in (True, False)
    for server, profile in (
        ("gateway", "shared"),
        ("gateway", "diagnostic"),
        ("relay", ""),
        ("otelcol", ""),
    )
)
Send = Callable[[bytes], bool]


def send_grpc(server: Server, compression: str) -> Send:
    """Return a function that sends one request and says whether it was taken over."""
    coding = grpc.Compression.Gzip if compression == "gzip" else None
    channel = grpc.insecure_channel(
        server.grpc, options=[("grpc.max_send_message_length", -1)], compression=coding
    )
    call: Any = channel.unary_unary(METHOD)

    def send(body: bytes) -> bool:
        try:
            call(body, timeout=60)
        except grpc.RpcError:
            return False
        return True

    return send


def send_http(server: Server, compression: str) -> Send:
    """Return a function that sends one request on a connection that is kept."""
    local = threading.local()
    headers = {"Content-Type": "application/x-protobuf"}
    if compression == "gzip":
        headers["Content-Encoding"] = "gzip"

    def send(body: bytes) -> bool:
        if compression == "gzip":
            body = gzip.compress(body, 1)
        if not hasattr(local, "connection"):
            local.connection = http.client.HTTPConnection("127.0.0.1", server.http_port, timeout=60)
        local.connection.request("POST", "/v1/traces", body, headers)
        answer = local.connection.getresponse()
        answer.read()
        return bool(answer.status == 200)

    return send


def drive(send: Send, load: Load, seconds: float, in_flight: int) -> tuple[int, list[float]]:
    """Send for so long; return the spans taken over, and the latencies in seconds."""
    deadline = time.monotonic() + seconds
    latencies: list[float] = []

    def work(_: int) -> int:
        taken = 0
        while time.monotonic() < deadline:
            body = next(load)
            begin = time.monotonic()
            if send(body):
                taken += load.spans
            else:
                time.sleep(0.05)
            latencies.append(time.monotonic() - begin)
        return taken

    with ThreadPoolExecutor(in_flight) as pool:
        return sum(pool.map(work, range(in_flight))), latencies


def measure(arguments: argparse.Namespace) -> None:
    """Print the table."""
    print(
        f"{'workload':9} {'transport':9} {'queue':6} {'server':19} {'spans/CPU s':>12} {'p99':>8}"
    )
    for kind in arguments.kinds:
        for transport, compression in TRANSPORTS:
            if f"{transport} {compression}" not in arguments.transports:
                continue
            rates: dict[Setup, list[float]] = {}
            for _ in range(arguments.repeats):
                for setup, rate, latencies in _rates(arguments, kind, transport, compression):
                    rates.setdefault(setup, []).append(rate)
                    p99 = statistics.quantiles(latencies, n=100)[98] * 1000
                    what = f"{kind:9} {transport + ' ' + compression:9} {_queue(setup):6}"
                    print(f"{what} {setup!s:19} {rate:12,.0f} {p99:5.0f} ms", flush=True)
            _print_ratios({setup: statistics.median(found) for setup, found in rates.items()})


def _queue(setup: Setup) -> str:
    return "disk" if setup.disk else "none"


def _print_ratios(rates: dict[Setup, float]) -> None:
    for ours, rate in rates.items():
        if ours.server != "gateway":
            continue
        ratios = ", ".join(
            f"{rate / other_rate:.2f} of {other}"
            for other, other_rate in rates.items()
            if other.server != "gateway" and other.disk == ours.disk
        )
        print(f"  {ours}, queue: {_queue(ours)}: {ratios}", flush=True)


def _rates(
    arguments: argparse.Namespace, kind: str, transport: str, compression: str
) -> Iterator[tuple[Setup, float, list[float]]]:
    shape, spans, templates, in_flight = KINDS[kind]
    load = Load(shape, spans, templates)
    sender = send_grpc if transport == "grpc" else send_http
    for setup in SETUPS:
        if str(setup) not in arguments.servers or _queue(setup) not in arguments.queues:
            continue
        sink = Sink()
        with running(setup, sink, compression, arguments.otelcol) as server:
            send = sender(server, compression)
            drive(send, load, min(1.0, arguments.seconds), in_flight)  # warm
            sink.settle()
            before = server.cpu()
            taken, latencies = drive(send, load, arguments.seconds, in_flight)
            sink.settle()  # what is under way to the sink counts too
            yield setup, taken / (server.cpu() - before), latencies
        sink.close()


def measure_latency(arguments: argparse.Namespace) -> None:
    """Print the acknowledgement's latency at about half of each server's capacity."""
    for setup in SETUPS:
        if str(setup) not in arguments.servers or not setup.disk:
            continue
        sink, load = Sink(), Load("agent", 16, 16)
        with running(setup, sink, "gzip", arguments.otelcol) as server:
            send = send_grpc(server, "none")
            drive(send, load, 1.0, 1)
            before = server.cpu()
            taken, _ = drive(send, load, 3.0, 1)
            cost = (server.cpu() - before) / (taken / 16)  # CPU seconds of a request
            latencies, deadline = [], time.monotonic() + arguments.seconds
            while time.monotonic() < deadline:
                body, begin = next(load), time.monotonic()
                send(body)
                latencies.append(time.monotonic() - begin)
                time.sleep(max(0.0, 2 * cost - latencies[-1]))
        sink.close()
        p = statistics.quantiles(latencies, n=100)
        print(
            f"half load, 16 agent spans a request, queue on disk, {setup!s:19} "
            f"p50 {p[49] * 1e3:6.1f} ms, p99 {p[98] * 1e3:6.1f} ms",
            flush=True,
        )


def measure_dead_sink(arguments: argparse.Namespace) -> None:
    """Print resident memory while a sink is down and requests keep coming."""
    for setup in SETUPS:
        if str(setup) not in arguments.servers or not setup.disk:
            continue
        sink, load = Sink(), Load("agent", 64, 16)
        sink.is_dead = True
        with running(setup, sink, "gzip", arguments.otelcol) as server:
            send = send_grpc(server, "none")
            drive(send, load, 1.0, 4)
            before = server.resident()
            taken, latencies = drive(send, load, 2 * arguments.seconds, 4)
            after = server.resident()
        sink.close()
        print(
            f"dead sink, {setup!s:19} {taken:8,} of {len(latencies) * 64:,} agent spans "
            f"acknowledged: resident {before / 2**20:.0f} -> {after / 2**20:.0f} MiB",
            flush=True,
        )


def main() -> None:
    """Parse the command line."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    servers = list(dict.fromkeys(map(str, SETUPS)))
    transports = [" ".join(pair) for pair in TRANSPORTS]
    parser.add_argument("--otelcol", type=Path, help="a Collector to measure beside the gateway")
    parser.add_argument("--seconds", type=float, default=5.0)
    parser.add_argument("--repeats", type=int, default=1)
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=list(KINDS))
    parser.add_argument("--servers", nargs="+", choices=servers, default=servers)
    parser.add_argument("--queues", nargs="+", choices=("disk", "none"), default=["disk", "none"])
    parser.add_argument("--transports", nargs="+", choices=transports, default=transports)
    parser.add_argument("--only-rates", action="store_true", help="no latency, no dead sink")
    arguments = parser.parse_args()
    if arguments.otelcol is None:
        arguments.servers = [name for name in arguments.servers if name != "otelcol"]
    measure(arguments)
    if not arguments.only_rates:
        measure_latency(arguments)
        measure_dead_sink(arguments)


if __name__ == "__main__":
    main()
