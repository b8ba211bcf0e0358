"""A real gateway on loopback, and sinks that keep what they get."""

import asyncio
import gzip
import json
import threading
import time
from collections.abc import Callable, Coroutine, Iterator
from concurrent import futures
from contextlib import ExitStack
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import BaseServer
from typing import Any, TypeVar

import grpc
import pytest
from google.protobuf import any_pb2, duration_pb2
from google.rpc import error_details_pb2, status_pb2  # type: ignore[import-untyped]

from spanveil.config import Config
from spanveil.gateway import Signal
from spanveil.gateway._signals import SIGNALS
from spanveil.gateway._worker import Worker
from tests.gateway.processes import PATIENCE, Process
from tests.ports import free_port

_T = TypeVar("_T")


class Answers:
    """What a sink answers: fill ``script`` to make it fail, else it accepts.

    Attributes:
        received: What it accepted, in order.
        script: Functions that are called once each, instead of accepting.
        delay: Seconds before an answer.
        released: Ends the delays, those under way too.
        takes_gzip: Of HTTP: otherwise 415 for a body in gzip.
        headers: Of each request.
        response: The body of an acceptance.
    """

    def __init__(self) -> None:
        self.received: list[tuple[Signal, bytes]] = []
        self.attempts = 0
        self.script: list[Any] = []
        self.always: Any = None
        self.delay = 0.0
        self.released = threading.Event()
        self.takes_gzip = True
        self.headers: list[dict[str, str]] = []
        self.encoded_sizes: list[int] = []
        self.response = b""
        self.lock = threading.Lock()

    def next_fault(self) -> Any:
        with self.lock:
            self.attempts += 1
            return self.script.pop(0) if self.script else self.always

    @property
    def wire(self) -> bytes:
        return b"".join(body for _, body in self.received)

    def spans(self) -> list[Any]:
        return [
            span
            for signal, body in list(self.received)
            if signal is Signal.TRACES
            for of_resource in SIGNALS[signal].request.FromString(body).resource_spans
            for of_scope in of_resource.scope_spans
            for span in of_scope.spans
        ]

    def wait(self, condition: Callable[[], object], seconds: float = PATIENCE) -> None:
        wait(condition, seconds)


def wait(condition: Callable[[], object], seconds: float = PATIENCE) -> None:
    """Wait until a condition holds, and fail if it does not."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            pytest.fail("the condition never held")
        time.sleep(0.01)


class GrpcSinkServer(Answers):
    """An OTLP/gRPC sink. A fault is ``(status code, retry delay or None)``."""

    def __init__(self, port: int = 0, *, takes_gzip: bool = True) -> None:
        super().__init__()
        options = [("grpc.max_receive_message_length", -1), ("grpc.so_reuseport", 0)]
        if not takes_gzip:  # a bit for each algorithm, of which the first is none
            options.append(("grpc.compression_enabled_algorithms_bitset", 1))
        self._server = grpc.server(futures.ThreadPoolExecutor(8), options=options)
        for signal, spec in SIGNALS.items():
            handler: Any = grpc.unary_unary_rpc_method_handler(self._export(signal))
            self._server.add_generic_rpc_handlers(
                (grpc.method_handlers_generic_handler(spec.service, {"Export": handler}),)
            )
        self.port = self._server.add_insecure_port(f"127.0.0.1:{port}")
        self.url = f"grpc://127.0.0.1:{self.port}"
        self._server.start()

    def _export(self, signal: Signal) -> Callable[[bytes, Any], bytes]:
        def export(body: bytes, context: Any) -> bytes:
            fault = self.next_fault()
            self.released.wait(self.delay)
            if fault is not None:
                code, delay = fault
                if delay is not None:
                    context.set_trailing_metadata(
                        (("grpc-status-details-bin", retry_info(code, delay)),)
                    )
                context.abort(code, "scripted")
            with self.lock:
                self.headers.append({k: str(v) for k, v in context.invocation_metadata()})
                self.received.append((signal, body))
            return self.response

        return export

    def close(self) -> None:
        self.released.set()
        self._server.stop(0).wait()


def retry_info(code: grpc.StatusCode, delay: float) -> bytes:
    status = status_pb2.Status(code=code.value[0])
    detail = any_pb2.Any()
    seconds = int(delay)
    detail.Pack(
        error_details_pb2.RetryInfo(
            retry_delay=duration_pb2.Duration(seconds=seconds, nanos=int((delay - seconds) * 1e9))
        )
    )
    status.details.append(detail)
    return bytes(status.SerializeToString())


def serving(server: BaseServer) -> threading.Thread:
    """Serve in a thread, and look more often than usual whether that is to end."""
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    return thread


class HttpSinkServer(Answers):
    """An OTLP/HTTP sink. A fault is ``(status, headers)``."""

    def __init__(self) -> None:
        super().__init__()
        sink = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *args: object) -> None:
                pass

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                fault = sink.next_fault()
                if not sink.takes_gzip and self.headers.get("Content-Encoding") == "gzip":
                    fault = (415, {"Accept-Encoding": "identity"})
                sink.released.wait(sink.delay)
                status, headers = fault or (200, {})
                answer = b"" if fault else sink.response
                if not fault:
                    sink.accept(self.path, dict(self.headers), body)
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

        class Server(ThreadingHTTPServer):
            daemon_threads = True

        self._server = Server(("127.0.0.1", 0), Handler)
        self.port = self._server.server_address[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._thread = serving(self._server)

    def accept(self, path: str, headers: dict[str, str], body: bytes) -> None:
        with self.lock:
            self.encoded_sizes.append(len(body))
            if headers.get("Content-Encoding") == "gzip":
                body = gzip.decompress(body)
            self.headers.append({name.lower(): value for name, value in headers.items()})
            self.received.append((Signal(path.rpartition("/")[2]), body))

    def close(self) -> None:
        self.released.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class RunningGateway:
    """A worker on an event loop of its own, as a process would run it."""

    def __init__(self, config: Config) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self.worker = self.call(self._made(config))
        self.is_running = False
        try:
            self.call(self.worker.start())
        except BaseException:
            self._end()
            raise
        self.is_running = True
        self.grpc = f"127.0.0.1:{self.worker.grpc_port}"
        self.http = f"http://127.0.0.1:{self.worker.http_port}"

    async def _made(self, config: Config) -> Worker:
        return Worker(config)

    def call(self, work: Coroutine[Any, Any, _T]) -> _T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(PATIENCE)

    def stop(self) -> None:
        if self.is_running:
            self.is_running = False
            self.call(self.worker.stop())
            self._end()

    def drop(self) -> None:
        """Stop without delivering what waits, for which there is no sink any more."""
        config = self.worker.config
        gateway = config.gateway.model_copy(update={"shutdown_timeout": 0.1})
        self.worker.config = config.model_copy(update={"gateway": gateway})
        self.stop()

    def _end(self) -> None:
        self.call(self._loop.shutdown_asyncgens())
        self.call(asyncio.sleep(0.05))  # closed transports let go of their sockets
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()


@pytest.fixture
def grpc_sink() -> Iterator[GrpcSinkServer]:
    sink = GrpcSinkServer()
    yield sink
    sink.close()


@pytest.fixture
def http_sink() -> Iterator[HttpSinkServer]:
    sink = HttpSinkServer()
    yield sink
    sink.close()


@pytest.fixture
def configured(tmp_path: Path) -> Callable[..., Config]:
    """Make a configuration from sinks and overrides of the gateway's parts."""

    def make(*sinks: Any, receivers: Any = None, queue: Any = None, **gateway: Any) -> Config:
        described = [
            sink if isinstance(sink, dict) else {"name": f"sink-{number}", "url": sink.url}
            for number, sink in enumerate(sinks)
        ]
        for sink in described:
            sink.setdefault("retry", {"initial": 0.02, "maximum": 0.1})
        return Config.model_validate(
            {
                "gateway": {
                    "receivers": {
                        "grpc": "127.0.0.1:0",
                        "http": "127.0.0.1:0",
                        **(receivers or {}),
                    },
                    "sinks": described,
                    "queue": {"directory": str(tmp_path / "queue"), **(queue or {})},
                    "shutdown_timeout": 5,
                    **gateway,
                }
            }
        )

    return make


@pytest.fixture
def running() -> Iterator[Callable[[Config], RunningGateway]]:
    """Start gateways that are stopped at the end."""
    with ExitStack() as stack:

        def start(config: Config) -> RunningGateway:
            gateway = RunningGateway(config)
            stack.callback(gateway.drop)
            return gateway

        yield start


@pytest.fixture
def launch(tmp_path: Path) -> Iterator[Callable[..., Process]]:
    """Start processes that are gone at the end."""
    with ExitStack() as stack:

        def start(*urls: str, **gateway: Any) -> Process:
            path = tmp_path / "spanveil.json"
            how = gateway.pop("how", {})
            document = {
                "gateway": {
                    "receivers": {
                        "grpc": f"127.0.0.1:{free_port()}",
                        "http": f"127.0.0.1:{free_port()}",
                    },
                    "sinks": [
                        {
                            "name": f"sink-{number}",
                            "url": url,
                            "retry": {"initial": 0.05, "maximum": 0.2},
                        }
                        for number, url in enumerate(urls)
                    ],
                    "queue": {"directory": str(tmp_path / "queue")},
                    "admin": f"127.0.0.1:{free_port()}",
                    "shutdown_timeout": 5,
                    **gateway,
                }
            }
            path.write_text(json.dumps(document))
            process = Process(path, **how)
            stack.callback(process.end)
            return process

        yield start
