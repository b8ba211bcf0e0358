"""A real OTLP endpoint on loopback that keeps what it is sent: gRPC and HTTP on one port."""

import json
import socket
import threading
import zlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Final

import grpc
from google.protobuf import json_format
from google.protobuf.message import DecodeError, Message
from opentelemetry.proto.collector.logs.v1.logs_service_pb2 import (
    ExportLogsServiceRequest,
    ExportLogsServiceResponse,
)
from opentelemetry.proto.collector.metrics.v1.metrics_service_pb2 import (
    ExportMetricsServiceRequest,
    ExportMetricsServiceResponse,
)
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import (
    ExportTraceServiceRequest,
    ExportTraceServiceResponse,
)

from spanveil.testing._otlp import with_base64_ids

_MAX_BYTES: Final = 256 * 1024 * 1024
_SIGNALS: Final[dict[str, tuple[type[Message], type[Message], str]]] = {
    "traces": (
        ExportTraceServiceRequest,
        ExportTraceServiceResponse,
        "opentelemetry.proto.collector.trace.v1.TraceService",
    ),
    "metrics": (
        ExportMetricsServiceRequest,
        ExportMetricsServiceResponse,
        "opentelemetry.proto.collector.metrics.v1.MetricsService",
    ),
    "logs": (
        ExportLogsServiceRequest,
        ExportLogsServiceResponse,
        "opentelemetry.proto.collector.logs.v1.LogsService",
    ),
}


@dataclass(frozen=True, slots=True)
class Received:
    """One export request.

    Attributes:
        signal: `traces`, `metrics` or `logs`.
        message: The decoded request, empty if it did not decode.
        raw: Its bytes, decompressed.
        metadata: The request's own headers or gRPC metadata.
    """

    signal: str
    message: Any
    raw: bytes
    metadata: dict[str, str]


class OtlpReceiver:
    """Listens on 127.0.0.1 from `start` to `stop`."""

    def __init__(self) -> None:
        self._received: list[Received] = []
        self._lock = threading.Lock()
        self._grpc = grpc.server(
            ThreadPoolExecutor(4, "spanveil-otlp"),
            options=[("grpc.max_receive_message_length", _MAX_BYTES)],
        )
        self._grpc.add_generic_rpc_handlers(
            [self._grpc_handler(signal) for signal in sorted(_SIGNALS)]
        )
        self._grpc_port = self._grpc.add_insecure_port("127.0.0.1:0")
        self._http = _Front(self._grpc_port, self._keep)
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True)

    @property
    def endpoint(self) -> str:
        """The address for `OTEL_EXPORTER_OTLP_ENDPOINT`, whichever protocol the exporter speaks."""
        return f"http://127.0.0.1:{self._http.server_port}"

    @property
    def ports(self) -> frozenset[int]:
        """The ports that belong to this receiver."""
        return frozenset({self._http.server_port, self._grpc_port})

    @property
    def received(self) -> list[Received]:
        """A copy of what has arrived since the last `clear`."""
        with self._lock:
            return list(self._received)

    def start(self) -> None:
        """Start to listen."""
        self._grpc.start()
        self._thread.start()

    def stop(self) -> None:
        """Stop to listen and close the port."""
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()
        self._grpc.stop(grace=None).wait()

    def clear(self) -> None:
        """Forget what has arrived."""
        with self._lock:
            self._received.clear()

    def _keep(self, signal: str, body: bytes, metadata: dict[str, str]) -> None:
        message = _SIGNALS[signal][0]()
        try:
            if metadata.get("content-type", "").startswith("application/json"):
                json_format.ParseDict(with_base64_ids(json.loads(body)), message, True)
            else:
                message.ParseFromString(body)
        except (DecodeError, json_format.ParseError, ValueError, RecursionError):
            message = _SIGNALS[signal][0]()
        with self._lock:
            self._received.append(Received(signal, message, body, metadata))

    def _grpc_handler(self, signal: str) -> grpc.GenericRpcHandler:
        _, response, service = _SIGNALS[signal]

        def export(body: bytes, context: grpc.ServicerContext) -> Message:
            metadata = {str(k): str(v) for k, v in context.invocation_metadata() or ()}
            self._keep(signal, body, metadata)
            return response()

        method: Any = grpc.unary_unary_rpc_method_handler(
            export, response_serializer=lambda message: message.SerializeToString()
        )
        return grpc.method_handlers_generic_handler(service, {"Export": method})


class _Front(ThreadingHTTPServer):
    """The open port: HTTP/1.1 is answered here, HTTP/2 is passed on to the gRPC server."""

    daemon_threads = True

    def __init__(self, grpc_port: int, keep: Callable[[str, bytes, dict[str, str]], None]) -> None:
        self.grpc_port = grpc_port
        self.keep = keep
        super().__init__(("127.0.0.1", 0), _Handler)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Tell the protocols apart by their first bytes."""
        try:
            # RFC 9113, section 3.4: every HTTP/2 connection starts with "PRI * HTTP/2.0".
            if request.recv(3, socket.MSG_PEEK) == b"PRI":
                self._pass_on(request)
                return
        except OSError:
            self.shutdown_request(request)
            return
        super().process_request_thread(request, client_address)

    def _pass_on(self, request: socket.socket) -> None:
        with request, socket.create_connection(("127.0.0.1", self.grpc_port)) as inner:
            back = threading.Thread(target=_pump, args=(inner, request), daemon=True)
            back.start()
            _pump(request, inner)
            back.join()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Front

    def do_POST(self) -> None:
        signal = self.path.rpartition("/")[2]
        size = int(self.headers.get("content-length") or 0)
        body = _decoded(
            self.rfile.read(min(size, _MAX_BYTES)), self.headers.get("content-encoding", "")
        )
        if signal not in _SIGNALS or body is None:
            self.send_error(404 if signal not in _SIGNALS else 400)
            return
        self.server.keep(signal, body, {k.lower(): v for k, v in self.headers.items()})
        self.send_response(200)
        self.send_header("content-type", self.headers.get("content-type", ""))
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, *args: object) -> None:
        """Print nothing: a request line is somebody's data."""


def _decoded(body: bytes, encoding: str) -> bytes | None:
    if encoding in ("", "identity"):
        return body
    wbits = {"gzip": zlib.MAX_WBITS | 16, "deflate": zlib.MAX_WBITS}.get(encoding)
    if wbits is None:
        return None
    inflater = zlib.decompressobj(wbits)
    try:
        inflated = inflater.decompress(body, _MAX_BYTES)
    except zlib.error:
        return None
    return inflated if inflater.eof else None


def _pump(source: socket.socket, target: socket.socket) -> None:
    try:
        while data := source.recv(65_536):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)
    except OSError:
        return
