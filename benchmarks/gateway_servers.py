"""The servers that `benchmarks/gateway.py` measures, each as a process, and the sink behind them.

    python -m benchmarks.gateway_servers MODE CONFIG    # what the benchmark starts

All listen on loopback, take OTLP over gRPC and HTTP, and send OTLP/HTTP to the same sink.
"""

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import IO, Any, cast

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


@dataclass(frozen=True)
class Setup:
    """What is measured.

    Attributes:
        server: `gateway`, `relay` (the gateway's server code without its core) or `otelcol`.
        disk: With a queue on disk that is synced before the acknowledgement; without one the
            gateway acknowledges after the sink, and the Collector before it, from memory.
        profile: The gateway's.
    """

    server: str
    disk: bool
    profile: str = ""

    def __str__(self) -> str:
        return f"{self.server} {self.profile}".strip()


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Sink:
    """Counts bytes over HTTP, and hangs up on nobody."""

    def __init__(self) -> None:
        sink = self
        self.bytes = 0
        self.is_dead = False

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True
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
            request_queue_size = 128

        self._server = Server(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def settle(self, seconds: float = 15.0) -> None:
        """Return when nothing has arrived for a second."""
        deadline, before, since = time.monotonic() + seconds, -1, time.monotonic()
        while time.monotonic() < deadline and time.monotonic() - since < 1.0:
            if self.bytes != before:
                before, since = self.bytes, time.monotonic()
            time.sleep(0.05)

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

    @property
    def pid(self) -> int:
        """Its process."""
        return self._process.pid

    def cpu(self) -> float:
        """Return the CPU seconds so far, of the process and all its descendants."""
        found: dict[int, tuple[int, int]] = {}
        for stat in Path("/proc").glob("[0-9]*/stat"):
            try:
                fields = stat.read_text().rpartition(") ")[2].split()
            except OSError:
                continue
            found[int(stat.parent.name)] = int(fields[1]), sum(map(int, fields[11:15]))
        total, parents = 0, [self._process.pid]
        while parents:
            parent = parents.pop()
            total += found.get(parent, (0, 0))[1]
            parents += [pid for pid, (of, _) in found.items() if of == parent]
        return total / os.sysconf("SC_CLK_TCK")

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
def running(
    setup: Setup, sink: Sink, compression: str, binary: Path | None = None
) -> Iterator[Server]:
    """Start what a set-up says, and stop it."""
    with tempfile.TemporaryDirectory() as directory:
        ports = free_port(), free_port()
        if setup.server == "otelcol":
            document = _collector(setup, sink, compression, ports, directory)
            command = [str(binary), "--config"]
        else:
            document = _gateway(setup, sink, compression, ports, directory)
            command = [sys.executable, "-m", "benchmarks.gateway_servers", setup.server]
        path = Path(directory) / "config.json"
        path.write_text(json.dumps(document))
        server = Server([*command, str(path)], *ports)
        try:
            yield server
        finally:
            server.close()


def _gateway(
    setup: Setup, sink: Sink, compression: str, ports: tuple[int, int], directory: str
) -> Any:
    profile = {"profile": setup.profile} if setup.profile else {}
    return {
        "gateway": {
            "receivers": {"grpc": f"127.0.0.1:{ports[0]}", "http": f"127.0.0.1:{ports[1]}"},
            "sinks": [{"url": sink.url, "compression": compression, **profile}],
            "queue": {"directory": f"{directory}/queue" if setup.disk else None},
            "admin": None,
            "shutdown_timeout": 1,
        }
    }


def _collector(
    setup: Setup, sink: Sink, compression: str, ports: tuple[int, int], directory: str
) -> Any:
    exporter: dict[str, Any] = {"endpoint": sink.url, "compression": compression}
    document: dict[str, Any] = {
        "receivers": {
            "otlp": {
                "protocols": {
                    "grpc": {"endpoint": f"127.0.0.1:{ports[0]}", "max_recv_msg_size_mib": 64},
                    "http": {"endpoint": f"127.0.0.1:{ports[1]}", "max_request_body_size": 2**26},
                }
            }
        },
        "processors": {"redaction": {"allow_all_keys": True, "blocked_values": PATTERNS}},
        "exporters": {"otlphttp": exporter},
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
    if setup.disk:
        storage = {"directory": directory, "create_directory": True, "fsync": True}
        document["extensions"] = {"file_storage": storage}
        document["service"]["extensions"] = ["file_storage"]
        exporter["sending_queue"] = {"storage": "file_storage"}
    return document


def serve(mode: str, path: Path) -> None:
    """Be the server under test; a relay is the gateway without its core."""
    from spanveil.config import load
    from spanveil.gateway import Core, Outcome, Part
    from spanveil.gateway._run import serve as run
    from spanveil.gateway._split import count_items

    if mode == "relay":

        def passed(self: object, kind: Any, body: bytes, **options: Any) -> Any:
            original = redact(self, kind, b"", **options)
            part = Part("", body, count_items(kind, body))
            return Outcome((part,), 0, original.rejections, original.report, 0, 0)

        redact: Any = Core.redact
        setattr(Core, "redact", passed)  # noqa: B010 - mypy knows methods only
    run(load(path), lambda: load(path))


if __name__ == "__main__":
    serve(sys.argv[1], Path(sys.argv[2]))
