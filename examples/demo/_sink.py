"""The shared sink: an OTLP/gRPC receiver in its own process which keeps the bytes it was sent."""

import threading
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection
from typing import Final, NamedTuple

import grpc
from opentelemetry.proto.collector.logs.v1 import logs_service_pb2
from opentelemetry.proto.collector.metrics.v1 import metrics_service_pb2
from opentelemetry.proto.collector.trace.v1 import trace_service_pb2

from examples.demo._process import ServerProcess

_SERVICES: Final = {
    "traces": trace_service_pb2.DESCRIPTOR.services_by_name["TraceService"],
    "metrics": metrics_service_pb2.DESCRIPTOR.services_by_name["MetricsService"],
    "logs": logs_service_pb2.DESCRIPTOR.services_by_name["LogsService"],
}
# An empty Export*ServiceResponse, which the OTLP specification takes as full success, has no bytes.
_FULL_SUCCESS: Final = b""
_MAX_MESSAGE_BYTES: Final = 64 * 1024 * 1024


class Export(NamedTuple):
    """One export request as it came in.

    Attributes:
        signal: ``traces``, ``metrics`` or ``logs``.
        headers: The request's gRPC metadata, as text.
        body: The serialized request, byte for byte.
    """

    signal: str
    headers: str
    body: bytes


class _Receiver:
    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._exports: list[Export] = []

    def handlers(self) -> list[grpc.GenericRpcHandler]:
        return [
            grpc.method_handlers_generic_handler(
                service.full_name, {"Export": self._export_handler(signal)}
            )
            for signal, service in _SERVICES.items()
        ]

    def take(self) -> list[Export]:
        with self._lock:
            exports, self._exports = self._exports, []
        return exports

    def _export_handler(self, signal: str) -> "grpc.RpcMethodHandler[bytes, bytes]":
        def export(body: bytes, context: grpc.ServicerContext) -> bytes:
            headers = "\n".join(f"{key}: {value!r}" for key, value in context.invocation_metadata())
            with self._lock:
                self._exports.append(Export(signal, headers, body))
            return _FULL_SUCCESS

        # No (de)serializer: the handler is given the bytes of the wire, not what a parser made
        # of them, so unknown fields and odd encodings are searched too.
        return grpc.unary_unary_rpc_method_handler(export)


def serve(connection: Connection) -> None:
    """Receive OTLP until the connection closes; any question is answered with the exports."""
    receiver = _Receiver()
    server = grpc.server(
        ThreadPoolExecutor(max_workers=4),
        handlers=receiver.handlers(),
        options=[("grpc.max_receive_message_length", _MAX_MESSAGE_BYTES)],
    )
    connection.send(server.add_insecure_port("127.0.0.1:0"))
    server.start()
    try:
        while True:
            connection.recv()
            connection.send(receiver.take())
    except (EOFError, OSError, KeyboardInterrupt):
        server.stop(grace=None).wait()


class SharedSink(ServerProcess):
    """The sink's process, seen from the demo."""

    def __init__(self) -> None:
        super().__init__("shared sink", serve)

    @property
    def endpoint(self) -> str:
        """The OTLP/gRPC endpoint."""
        return f"http://127.0.0.1:{self.port}"

    def collect(self) -> list[Export]:
        """Return what came in since the last call; the sink forgets it."""
        exports: list[Export] = self.ask("collect")
        return exports
