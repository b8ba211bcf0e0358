"""Spans per CPU second of the gateway, of a byte relay on the same server code, and of a Collector.

    python -m benchmarks.gateway
    python -m benchmarks.gateway --otelcol out/otelcol --seconds 5

Only CPU time of the server under test counts (user and system, all its processes, from /proc), so
that load generator and sink may share the machine. Everything runs in one go, in alternation, on
loopback. Linux only. The Collector comes from `benchmarks/collector-builder.yaml`.
"""

import argparse
import gzip
import http.client
import json
import os
import random
import secrets
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import IO, Any, cast

import grpc
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

METHOD = "/opentelemetry.proto.collector.trace.v1.TraceService/Export"
TEXT = (
    "the plan order refund ticket weather account search result tool answer because please write "
    "summary next city date value model agent retrieve document section review total invoice"
)
WORDS = TEXT.split()
# Patterns of the Collector's redaction processor, for what people send most.
PATTERNS = (
    r"4[0-9]{12}(?:[0-9]{3})?",
    r"(?:5[1-5][0-9]{14})",
    r"[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}",
    r"[0-9]{3}-[0-9]{2}-[0-9]{4}",
    r"sk-[A-Za-z0-9]{20,}",
    r"AKIA[0-9A-Z]{16}",
    r"(?:[0-9]{4}[ -]){3}[0-9]{4}",
    r"password\s*[=:]\s*\S+",
)


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def batch(kind: str, spans: int, rng: random.Random) -> bytes:
    """Return a request: `agent` has 30 attributes with one 8 KiB prompt, `small` 15 short ones."""
    request = ExportTraceServiceRequest()
    of_resource = request.resource_spans.add()
    of_resource.resource.attributes.add(key="service.name").value.string_value = "bench"
    scope = of_resource.scope_spans.add()
    scope.scope.name = "bench"
    for _ in range(spans):
        now = time.time_ns()
        span = scope.spans.add(
            trace_id=secrets.token_bytes(16),
            span_id=secrets.token_bytes(8),
            name="chat gpt-4o",
            kind=3,
            start_time_unix_nano=now,
            end_time_unix_nano=now + 1_000_000,
        )
        for number in range(29 if kind == "agent" else 15):
            value = span.attributes.add(key=f"app.step_{number}").value
            if number % 3 == 0:
                value.int_value = rng.randrange(10_000)
            else:
                value.string_value = rng.choice(WORDS)
        if kind == "agent":
            text = " ".join(rng.choices(WORDS, k=1250))[:7900]
            if rng.random() < 0.1:
                text += " card 4111 1111 1111 1111"
            prompt = json.dumps([{"role": "user", "parts": [{"type": "text", "content": text}]}])
            span.attributes.add(key="gen_ai.input.messages").value.string_value = prompt
    return request.SerializeToString()


class Sink:
    """Counts requests and bytes over HTTP, and hangs up on nobody."""

    def __init__(self) -> None:
        sink = self
        self.bytes = 0
        self.is_dead = False

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            rbufsize = 1 << 20

            def log_message(self, *args: object) -> None:
                pass

            def do_POST(self) -> None:
                sink.bytes += len(self.rfile.read(int(self.headers["Content-Length"])))
                self.send_response(503 if sink.is_dead else 200)
                self.send_header("Content-Length", "0")
                self.end_headers()

        class Server(ThreadingHTTPServer):
            daemon_threads = True

        self._server = Server(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        """Stop."""
        self._server.shutdown()
        self._server.server_close()


class Server:
    """A server under test, as a process."""

    def __init__(self, command: list[str], grpc_port: int, http_port: int) -> None:
        self.grpc = f"127.0.0.1:{grpc_port}"
        self.http_port = http_port
        self._process = subprocess.Popen(  # noqa: S603 - our own command
            command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True
        )
        self._errors = cast("IO[bytes]", self._process.stderr)
        deadline = time.monotonic() + 60
        for port in (grpc_port, http_port):
            while True:
                with socket.socket() as probe:
                    if probe.connect_ex(("127.0.0.1", port)) == 0:
                        break
                if self._process.poll() is not None or time.monotonic() > deadline:
                    raise SystemExit(self._errors.read().decode())
                time.sleep(0.05)
        time.sleep(0.3)

    def cpu(self) -> float:
        """Return the CPU seconds so far."""
        fields = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(") ")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def resident(self) -> int:
        """Return the resident bytes."""
        pages = int(Path(f"/proc/{self._process.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")

    def close(self) -> None:
        """Stop, by force if it takes long."""
        os.killpg(self._process.pid, signal.SIGTERM)
        try:
            self._process.wait(8)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
        self._errors.close()


@contextmanager
def gateway(sink: Sink, compression: str, *, relay: bool = False) -> Iterator[Server]:
    """Start the gateway, with its queue on disk."""
    with tempfile.TemporaryDirectory() as directory:
        ports = free_port(), free_port()
        document = {
            "gateway": {
                "receivers": {"grpc": f"127.0.0.1:{ports[0]}", "http": f"127.0.0.1:{ports[1]}"},
                "sinks": [{"url": sink.url, "compression": compression}],
                "queue": {"directory": f"{directory}/queue"},
                "admin": None,
                "shutdown_timeout": 1,
            }
        }
        path = Path(directory) / "spanveil.json"
        path.write_text(json.dumps(document))
        mode = "relay" if relay else "gateway"
        server = Server([sys.executable, __file__, "--serve", mode, str(path)], *ports)
        try:
            yield server
        finally:
            server.close()


@contextmanager
def otelcol(binary: Path, sink: Sink, compression: str) -> Iterator[Server]:
    """Start a Collector with its redaction processor and an in-memory queue."""
    with tempfile.TemporaryDirectory() as directory:
        ports = free_port(), free_port()
        receiver = {
            "grpc": {"endpoint": f"127.0.0.1:{ports[0]}", "max_recv_msg_size_mib": 64},
            "http": {"endpoint": f"127.0.0.1:{ports[1]}", "max_request_body_size": 67108864},
        }
        document = {
            "receivers": {"otlp": {"protocols": receiver}},
            "processors": {"redaction": {"allow_all_keys": True, "blocked_values": PATTERNS}},
            "exporters": {"otlphttp": {"endpoint": sink.url, "compression": compression}},
            "service": {
                "telemetry": {"metrics": {"level": "none"}, "logs": {"level": "error"}},
                "pipelines": {
                    "traces": {
                        "receivers": ["otlp"],
                        "processors": ["redaction"],
                        "exporters": ["otlphttp"],
                    }
                },
            },
        }
        path = Path(directory) / "collector.json"
        path.write_text(json.dumps(document))
        server = Server([str(binary), "--config", str(path)], *ports)
        try:
            yield server
        finally:
            server.close()


def send_grpc(server: Server, compression: str) -> Callable[[bytes], None]:
    """Return a function that sends one request."""
    coding = grpc.Compression.Gzip if compression == "gzip" else None
    channel = grpc.insecure_channel(
        server.grpc, options=[("grpc.max_send_message_length", -1)], compression=coding
    )
    call: Any = channel.unary_unary(METHOD)

    def send(body: bytes) -> None:
        call(body, timeout=60)

    return send


def send_http(server: Server, compression: str) -> Callable[[bytes], None]:
    """Return a function that sends one request on a connection that is kept."""
    local = threading.local()
    headers = {"Content-Type": "application/x-protobuf"}
    if compression == "gzip":
        headers["Content-Encoding"] = "gzip"

    def send(body: bytes) -> None:
        if not hasattr(local, "connection"):
            local.connection = http.client.HTTPConnection("127.0.0.1", server.http_port, timeout=60)
        local.connection.request("POST", "/v1/traces", body, headers)
        answer = local.connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise RuntimeError(f"HTTP {answer.status}")

    return send


def spans_per_cpu_second(
    server: Server, send: Callable[[bytes], None], bodies: list[bytes], spans: int, seconds: float
) -> tuple[float, list[float]]:
    """Load a server from 4 threads; return its rate and the latencies in seconds."""
    for body in bodies[:2]:
        send(body)
    latencies: list[float] = []
    deadline = time.monotonic() + seconds

    def work(offset: int) -> None:
        number = offset
        while time.monotonic() < deadline:
            begin = time.monotonic()
            send(bodies[number % len(bodies)])
            latencies.append(time.monotonic() - begin)
            number += 4

    before = server.cpu()
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(work, range(4)))
    time.sleep(1.0)  # what is under way to the sink counts too
    return len(latencies) * spans / (server.cpu() - before), latencies


KINDS = {"agent": ("agent", 128, 8), "small": ("small", 512, 8), "one span": ("small", 1, 512)}


def measure(arguments: argparse.Namespace) -> None:
    """Print the table."""
    rng = random.Random(7)  # noqa: S311 - a workload
    print(
        f"{'workload':9} {'transport':9} {'coding':6} {'server':8} "
        f"{'spans/CPU s':>12} {'p99 ms':>8}"
    )
    for kind, (shape, spans, count) in KINDS.items():
        plain = [batch(shape, spans, rng) for _ in range(count)]
        for transport, compression in (("grpc", "none"), ("http", "none"), ("http", "gzip")):
            packed = [gzip.compress(body, 1) for body in plain] if compression == "gzip" else plain
            rates: dict[str, list[float]] = {}
            for _ in range(arguments.repeats):
                for name, rate, latencies in _servers(
                    arguments, transport, compression, packed, spans
                ):
                    rates.setdefault(name, []).append(rate)
                    p99 = statistics.quantiles(latencies, n=100)[98] * 1000
                    print(
                        f"{kind:9} {transport:9} {compression:6} {name:8} {rate:12,.0f} {p99:8.1f}",
                        flush=True,
                    )
            ours = statistics.median(rates["gateway"])
            for name, found in rates.items():
                if name != "gateway":
                    print(f"  gateway / {name}: {ours / statistics.median(found):.2f}")


def _servers(
    arguments: argparse.Namespace, transport: str, compression: str, bodies: list[bytes], spans: int
) -> Iterator[tuple[str, float, list[float]]]:
    sender = send_grpc if transport == "grpc" else send_http
    for name in ("gateway", "relay", "otelcol"):
        if name == "otelcol" and arguments.otelcol is None:
            continue
        with ExitStack() as stack:
            sink = Sink()
            stack.callback(sink.close)
            if name == "otelcol":
                server = stack.enter_context(otelcol(arguments.otelcol, sink, compression))
            else:
                relay = name == "relay"
                server = stack.enter_context(gateway(sink, compression, relay=relay))
            send = sender(server, compression)
            rate, latencies = spans_per_cpu_second(server, send, bodies, spans, arguments.seconds)
            yield name, rate, latencies


def measure_latency(seconds: float) -> None:
    """Print the acknowledgement's latency at about half of the gateway's capacity."""
    rng = random.Random(7)  # noqa: S311
    sink = Sink()
    bodies = [batch("agent", 16, rng) for _ in range(32)]
    with gateway(sink, "gzip") as server:
        send = send_grpc(server, "none")
        full, _ = spans_per_cpu_second(server, send, bodies, 16, 3)
        pause = 16 / full * 2  # one batch in twice the time that it costs
        latencies, deadline, number = [], time.monotonic() + seconds, 0
        while time.monotonic() < deadline:
            begin = time.monotonic()
            send(bodies[number % len(bodies)])
            latencies.append(time.monotonic() - begin)
            number += 1
            time.sleep(max(0.0, pause - latencies[-1]))
    sink.close()
    p = statistics.quantiles(latencies, n=100)
    print(
        f"half load, 16 agent spans a request: p50 {p[49] * 1e3:.1f} ms, p99 {p[98] * 1e3:.1f} ms"
    )


def measure_dead_sink(seconds: float) -> None:
    """Print resident memory while a sink is down and requests keep coming."""
    rng = random.Random(7)  # noqa: S311
    sink = Sink()
    sink.is_dead = True
    bodies = [batch("agent", 64, rng) for _ in range(16)]
    with gateway(sink, "gzip") as server:
        send = send_grpc(server, "none")
        send(bodies[0])
        before = server.resident()
        _, latencies = spans_per_cpu_second(server, send, bodies, 64, seconds)
        after = server.resident()
    sink.close()
    print(
        f"dead sink, {len(latencies) * 64:,} agent spans acknowledged: "
        f"resident {before / 2**20:.0f} -> {after / 2**20:.0f} MiB"
    )


def serve(mode: str, path: Path) -> None:
    """Be the server under test; a relay is the gateway without its core."""
    from spanveil.config import load
    from spanveil.gateway import _core
    from spanveil.gateway._run import serve as run
    from spanveil.gateway._split import count_items

    if mode == "relay":

        def passed(self: object, kind: Any, body: bytes, *, trusted: bool = False) -> Any:
            original = redact(self, kind, b"", trusted=trusted)
            part = _core.Part("", body, count_items(kind, body))
            return _core.Outcome((part,), 0, original.rejections, original.report, 0, 0)

        redact: Any = _core.Core.redact
        setattr(_core.Core, "redact", passed)  # noqa: B010 - mypy knows methods only
    run(load(path), lambda: load(path))


def main() -> None:
    """Parse the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--otelcol", type=Path, help="a Collector to measure beside the gateway")
    parser.add_argument("--seconds", type=float, default=5.0)
    parser.add_argument("--repeats", type=int, default=1)
    parser.add_argument("--serve", nargs=2, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.serve:
        serve(arguments.serve[0], Path(arguments.serve[1]))
        return
    measure(arguments)
    measure_latency(arguments.seconds)
    measure_dead_sink(arguments.seconds)


if __name__ == "__main__":
    main()
