"""Real OTLP endpoints on loopback that keep the bytes as they came in."""

import gzip
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import grpc
from opentelemetry.proto.collector.logs.v1.logs_service_pb2 import ExportLogsServiceRequest
from opentelemetry.proto.collector.metrics.v1.metrics_service_pb2 import ExportMetricsServiceRequest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.logs.v1.logs_pb2 import LogRecord
from opentelemetry.proto.metrics.v1.metrics_pb2 import Metric
from opentelemetry.proto.trace.v1.trace_pb2 import Span


class Received:
    """What reached an endpoint: serialized export requests, and the headers they came with."""

    def __init__(self, endpoint: str) -> None:
        self.endpoint = endpoint
        self.bodies: dict[str, list[bytes]] = {"traces": [], "logs": [], "metrics": []}
        self.headers: list[dict[str, str]] = []
        self._lock = threading.Lock()

    def add(self, signal: str, body: bytes, headers: dict[str, str]) -> None:
        with self._lock:
            self.bodies.setdefault(signal, []).append(body)
            self.headers.append(headers)

    @property
    def wire(self) -> bytes:
        """Every byte of every signal."""
        return b"\n".join(body for bodies in self.bodies.values() for body in bodies)

    @property
    def spans(self) -> list[Span]:
        return [
            span
            for body in self.bodies["traces"]
            for resource in ExportTraceServiceRequest.FromString(body).resource_spans
            for scope in resource.scope_spans
            for span in scope.spans
        ]

    @property
    def logs(self) -> list[LogRecord]:
        return [
            record
            for body in self.bodies["logs"]
            for resource in ExportLogsServiceRequest.FromString(body).resource_logs
            for scope in resource.scope_logs
            for record in scope.log_records
        ]

    @property
    def metrics(self) -> list[Metric]:
        return [
            metric
            for body in self.bodies["metrics"]
            for resource in ExportMetricsServiceRequest.FromString(body).resource_metrics
            for scope in resource.scope_metrics
            for metric in scope.metrics
        ]


def attributes(item: Any) -> dict[str, Any]:
    """Decode the attributes of a protobuf span, event, link, log record or data point."""
    return {pair.key: value_of(pair.value) for pair in item.attributes}


def value_of(value: Any) -> Any:
    """Decode an ``AnyValue``."""
    match value.WhichOneof("value"):
        case None:
            return None
        case "array_value":
            return [value_of(item) for item in value.array_value.values]
        case "kvlist_value":
            return {pair.key: value_of(pair.value) for pair in value.kvlist_value.values}
        case kind:
            return getattr(value, kind)


@contextmanager
def grpc_receiver() -> Iterator[Received]:
    """Serve OTLP/gRPC on a free port; requests are not decoded, so nothing can be lost in it."""
    server = grpc.server(ThreadPoolExecutor(2), options=[("grpc.max_receive_message_length", -1)])
    port = server.add_insecure_port("127.0.0.1:0")
    received = Received(f"http://127.0.0.1:{port}")
    for signal, service in (
        ("traces", "trace.v1.TraceService"),
        ("logs", "logs.v1.LogsService"),
        ("metrics", "metrics.v1.MetricsService"),
    ):
        handler: Any = grpc.unary_unary_rpc_method_handler(_keep(received, signal))
        name = f"opentelemetry.proto.collector.{service}"
        server.add_generic_rpc_handlers(
            (grpc.method_handlers_generic_handler(name, {"Export": handler}),)
        )
    server.start()
    try:
        yield received
    finally:
        server.stop(None).wait(60)


def _keep(received: Received, signal: str) -> Any:
    def export(body: bytes, context: Any) -> bytes:
        headers = {key: str(value) for key, value in context.invocation_metadata()}
        received.add(signal, body, headers)
        return b""

    return export


@contextmanager
def http_receiver() -> Iterator[Received]:
    """Serve OTLP/HTTP with protobuf bodies on a free port."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length", 0)))
            if self.headers.get("content-encoding") == "gzip":
                body = gzip.decompress(body)
            # Vendors put a path of their own before the one that OTLP fixes.
            signal = self.path.rpartition("/v1/")[2]
            headers = {key.lower(): value for key, value in self.headers.items()}
            received.add(signal, body, headers)
            self.send_response(200)
            self.send_header("content-type", "application/x-protobuf")
            self.send_header("content-length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    received = Received(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield received
    finally:
        server.shutdown()
        server.server_close()
        thread.join(60)
