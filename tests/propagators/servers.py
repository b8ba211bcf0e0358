"""Loopback servers that remember what reached them: 127.0.0.1 is inside, 127.0.0.2 is not."""

import json
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import grpc

from spanveil.propagators._headers import HeaderTable

INSIDE = "127.0.0.1"
OUTSIDE = "127.0.0.2"
SECRET = "acme-SECRET"
HOP = "/hop"
"""Paths below this one are redirected to the other server."""

_TABLE = HeaderTable()
_CHAT = {
    "id": "c",
    "object": "chat.completion",
    "created": 1,
    "model": "m",
    "choices": [
        {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": "hi"}}
    ],
}
_MESSAGE = {
    "id": "m",
    "type": "message",
    "role": "assistant",
    "model": "m",
    "content": [{"type": "text", "text": "hi"}],
    "stop_reason": "end_turn",
    "usage": {"input_tokens": 1, "output_tokens": 1},
}


@dataclass
class Received:
    """One request as it arrived."""

    headers: list[tuple[str, str]]
    body: bytes = b""
    path: str = ""

    def get(self, name: str) -> str | None:
        values = [value for key, value in self.headers if key.lower() == name]
        assert len(values) <= 1, f"{name} arrived {len(values)} times"
        return values[0] if values else None

    @property
    def listed(self) -> list[str]:
        """Names of the header table that arrived."""
        return sorted({name for key, _ in self.headers if (name := _TABLE.listed(key))})

    @property
    def leaks(self) -> list[str]:
        """What a third party must not see."""
        found = self.listed
        found += [f"value in {key}" for key, value in self.headers if SECRET in value]
        return found + ([f"body of {self.path}"] if SECRET.encode() in self.body else [])


@dataclass
class Server:
    """A running recorder."""

    url: str
    received: list[Received] = field(default_factory=list)
    redirect_to: str = ""

    @property
    def last(self) -> Received:
        return self.received[-1]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    record: Server

    def do_POST(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length) if length else self._chunks()
        self.record.received.append(Received(list(self.headers.items()), body, self.path))
        if self.path.startswith(HOP):
            self._answer(307, b"", self.record.redirect_to + self.path.removeprefix(HOP))
        elif self.path.endswith("/chat/completions"):
            self._answer(200, json.dumps(_CHAT).encode())
        elif self.path.endswith("/v1/messages"):
            self._answer(200, json.dumps(_MESSAGE).encode())
        elif body.startswith(b"Action="):
            action = body.partition(b"=")[2].partition(b"&")[0]
            self._answer(200, b"<%bResponse><%bResult/></%bResponse>" % (action, action, action))
        else:
            self._answer(200, b"{}")

    do_GET = do_POST

    def _chunks(self) -> bytes:
        if self.headers.get("Transfer-Encoding") != "chunked":
            return b""
        body = b""
        while size := int(self.rfile.readline(), 16):
            body += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return body

    def _answer(self, status: int, body: bytes, location: str = "") -> None:
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_args: object) -> None:
        """Log nothing."""


@contextmanager
def http_server(address: str) -> Iterator[Server]:
    handler = type("Handler", (_Handler,), {})
    server = ThreadingHTTPServer((address, 0), handler)
    record = Server(f"http://{address}:{server.server_address[1]}")
    handler.record = record  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield record
    finally:
        server.shutdown()
        server.server_close()
        thread.join(60)


@contextmanager
def grpc_server(address: str, **options: Any) -> Iterator[Server]:
    """A server of all four kinds of method: ``/t/uu``, ``/t/us``, ``/t/su``, ``/t/ss``."""
    record = Server("")

    def note(context: Any) -> None:
        pairs = [(key, str(value)) for key, value in context.invocation_metadata()]
        record.received.append(Received(pairs))

    def unary(request: Any, context: Any) -> bytes:
        note(context)
        return b""

    def stream(request: Any, context: Any) -> Iterator[bytes]:
        note(context)
        yield b""

    methods: dict[str, Any] = {
        "/t/uu": grpc.unary_unary_rpc_method_handler(unary),
        "/t/us": grpc.unary_stream_rpc_method_handler(stream),
        "/t/su": grpc.stream_unary_rpc_method_handler(unary),
        "/t/ss": grpc.stream_stream_rpc_method_handler(stream),
    }

    class Handler(grpc.GenericRpcHandler):
        def service(self, details: Any) -> Any:
            return methods.get(details.method)

    with ThreadPoolExecutor(4) as pool:
        server = grpc.server(pool, [Handler()], **options)
        port = server.add_insecure_port(f"{address}:0")
        record.url = f"{address}:{port}"
        server.start()
        try:
            yield record
        finally:
            server.stop(None).wait(60)
