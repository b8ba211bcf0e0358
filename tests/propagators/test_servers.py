"""Real servers under their stock instrumentations: what an untrusted edge becomes."""

import asyncio
import datetime
import ipaddress
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import flask
import grpc
import grpc.aio
import pytest
import uvicorn
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from opentelemetry import baggage, propagate
from opentelemetry.instrumentation.asgi import OpenTelemetryMiddleware
from opentelemetry.instrumentation.flask import FlaskInstrumentor
from opentelemetry.instrumentation.grpc import (
    GrpcAioInstrumentorServer,
    GrpcInstrumentorServer,
)
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.sdk.trace.sampling import ALWAYS_OFF, ParentBased
from opentelemetry.trace import SpanKind, get_current_span
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from werkzeug.serving import make_server

from spanveil.config import PropagationConfig
from spanveil.propagators import IngressLinkProcessor, SpanveilPropagator, guard_egress

TRACE, SPAN = "0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"
HEADERS = {
    "traceparent": f"00-{TRACE}-{SPAN}-01",
    "tracestate": "dd=t.usr.id:1",
    "baggage": "tier=gold,tenant.id=evil",
}
PEER = "spiffe://prod/agents/a"


@pytest.fixture
def provider(exporter: InMemorySpanExporter) -> TracerProvider:
    provider = TracerProvider()
    provider.add_span_processor(IngressLinkProcessor())  # type: ignore[arg-type]
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    return provider


@contextmanager
def ingress(**config: Any) -> Iterator[None]:
    """Our propagator is the global one, and the guard is installed."""
    allowlist = PropagationConfig.model_validate({"ingress": config})
    before = propagate.get_global_textmap()
    propagate.set_global_textmap(SpanveilPropagator(allowlist))
    guard = guard_egress(allowlist)
    yield
    guard.uninstall()
    propagate.set_global_textmap(before)


def check_restarted(spans: tuple[ReadableSpan, ...]) -> None:
    (server,) = [span for span in spans if span.kind is SpanKind.SERVER]
    assert server.parent is None
    assert f"{server.context.trace_id:032x}" != TRACE
    assert not server.context.trace_state
    (link,) = server.links
    assert f"{link.context.trace_id:032x}" == TRACE
    assert link.context.trace_flags == 0
    assert not link.context.trace_state
    children = [span for span in spans if span is not server]
    assert children
    assert all(not child.links for child in children)


def check_continued(spans: tuple[ReadableSpan, ...]) -> None:
    (server,) = [span for span in spans if span.kind is SpanKind.SERVER]
    assert server.parent is not None
    assert f"{server.context.trace_id:032x}" == TRACE
    assert not server.links


def settled(exporter: InMemorySpanExporter) -> tuple[ReadableSpan, ...]:
    """The server span ends after the answer has been sent."""
    for _ in range(6_000):
        spans = exporter.get_finished_spans()
        if any(span.kind is SpanKind.SERVER for span in spans):
            return spans
        time.sleep(0.01)
    raise AssertionError("no server span")


@contextmanager
def asgi_server(provider: TracerProvider) -> Iterator[int]:
    async def view(_request: Request) -> PlainTextResponse:
        with provider.get_tracer("t").start_as_current_span("child"):
            return PlainTextResponse(str(dict(baggage.get_all())))

    app = OpenTelemetryMiddleware(
        Starlette(routes=[Route("/", view)]),
        tracer_provider=provider,
        exclude_spans=["receive", "send"],
    )
    config = uvicorn.Config(app, host="127.0.0.1", port=0, log_level="critical", ws="none")
    runner = uvicorn.Server(config)
    thread = threading.Thread(target=runner.run, daemon=True)
    thread.start()
    for _ in range(6_000):
        if runner.started:
            break
        time.sleep(0.01)
    yield runner.servers[0].sockets[0].getsockname()[1]
    runner.should_exit = True
    thread.join(60)


class TestAsgi:
    def test_an_untrusted_listener(
        self, provider: TracerProvider, exporter: InMemorySpanExporter
    ) -> None:
        with ingress(baggage={"tier": "gold"}), asgi_server(provider) as port:
            assert _raw_get(port, HEADERS).endswith("{}")
            check_restarted(settled(exporter))

    def test_a_trusted_listener(
        self, provider: TracerProvider, exporter: InMemorySpanExporter
    ) -> None:
        with asgi_server(provider) as port:
            with ingress(trusted_listeners=[f"127.0.0.1:{port}"], baggage={"tier": "gold"}):
                answer = _raw_get(port, HEADERS)
            assert "{'tier': 'gold'}" in answer
            check_continued(settled(exporter))

    def test_a_stranger_does_not_switch_our_sampling(self, exporter: InMemorySpanExporter) -> None:
        provider = TracerProvider(sampler=ParentBased(ALWAYS_OFF))
        provider.add_span_processor(SimpleSpanProcessor(exporter))
        with ingress(), asgi_server(provider) as port:
            _raw_get(port, HEADERS)  # sampled=01
        assert exporter.get_finished_spans() == ()


def _raw_get(port: int, headers: dict[str, str]) -> str:
    # Put on the wire by hand: the guard would remove what is to arrive.
    import socket

    lines = [f"{name}: {value}" for name, value in headers.items()]
    head = "\r\n".join(["GET / HTTP/1.1", "Host: x", "Connection: close", *lines, "", ""])
    with socket.create_connection(("127.0.0.1", port), 5) as connection:
        connection.sendall(head.encode())
        answer = b""
        while chunk := connection.recv(65_536):
            answer += chunk
    return answer.decode()


class TestWsgi:
    @contextmanager
    def server(self, provider: TracerProvider) -> Iterator[int]:
        app = flask.Flask("t")

        @app.get("/")
        def view() -> str:
            with provider.get_tracer("t").start_as_current_span("child"):
                return str(dict(baggage.get_all()))

        FlaskInstrumentor().instrument_app(app, tracer_provider=provider)
        server = make_server("127.0.0.1", 0, app)
        server.log = lambda *_args, **_kwargs: None  # type: ignore[method-assign]
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield server.server_port
        server.shutdown()
        server.server_close()
        thread.join(60)

    def test_an_untrusted_listener(
        self, provider: TracerProvider, exporter: InMemorySpanExporter
    ) -> None:
        with ingress(baggage={"tier": "gold"}), self.server(provider) as port:
            assert _raw_get(port, HEADERS).endswith("{}")
            check_restarted(settled(exporter))

    def test_a_trusted_listener(
        self, provider: TracerProvider, exporter: InMemorySpanExporter
    ) -> None:
        with self.server(provider) as port:
            trust = {"trusted_listeners": [f"*:{port}"], "baggage": {"tier": "gold"}}
            with ingress(**trust):
                assert _raw_get(port, HEADERS).endswith("{'tier': 'gold'}")
            check_continued(settled(exporter))


# --- gRPC --------------------------------------------------------------------


def _key_pem(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )


class Authority:
    """A certificate authority that lives for one test run."""

    def __init__(self) -> None:
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "ca")])
        self.pem = self._signed(self._name, self._key, [], ca=True)

    def issue(self, *names: x509.GeneralName) -> tuple[bytes, bytes]:
        """Return a key and a certificate for these names."""
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "leaf")])
        return _key_pem(key), self._signed(subject, key, list(names), ca=False)

    def _signed(
        self, subject: x509.Name, key: Any, names: list[x509.GeneralName], *, ca: bool
    ) -> bytes:
        now = datetime.datetime.now(datetime.UTC)
        builder = x509.CertificateBuilder(
            self._name,
            subject,
            key.public_key(),
            x509.random_serial_number(),
            now - datetime.timedelta(minutes=1),
            now + datetime.timedelta(days=1),
        ).add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
        if names:
            builder = builder.add_extension(x509.SubjectAlternativeName(names), critical=False)
        signed = builder.sign(self._key, hashes.SHA256())
        return signed.public_bytes(serialization.Encoding.PEM)


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority()


def _note(provider: TracerProvider) -> None:
    with provider.get_tracer("t").start_as_current_span("child"):
        assert get_current_span().is_recording()


def _methods(unary: Any, stream: Any) -> grpc.GenericRpcHandler:
    methods: dict[str, Any] = {
        "/t/uu": grpc.unary_unary_rpc_method_handler(unary),
        "/t/us": grpc.unary_stream_rpc_method_handler(stream),
    }

    class Handler(grpc.GenericRpcHandler):
        def service(self, details: Any) -> Any:
            return methods.get(details.method)

    return Handler()


def _sync_methods(provider: TracerProvider) -> grpc.GenericRpcHandler:
    def unary(_request: Any, _context: Any) -> bytes:
        _note(provider)
        return b""

    def stream(_request: Any, _context: Any) -> Iterator[bytes]:
        _note(provider)
        yield b"1"
        yield b"2"

    return _methods(unary, stream)


def _aio_methods(provider: TracerProvider) -> grpc.GenericRpcHandler:
    async def unary(_request: Any, _context: Any) -> bytes:
        _note(provider)
        return b""

    async def stream(_request: Any, _context: Any) -> Any:
        _note(provider)
        yield b"1"
        yield b"2"

    return _methods(unary, stream)


def _credentials(authority: Authority) -> tuple[Any, Any]:
    server_key, server_pem = authority.issue(
        x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))
    )
    client_key, client_pem = authority.issue(x509.UniformResourceIdentifier(PEER))
    server = grpc.ssl_server_credentials(
        [(server_key, server_pem)], authority.pem, require_client_auth=True
    )
    client = grpc.ssl_channel_credentials(authority.pem, client_key, client_pem)
    return server, client


def _call(channel: Any, method: str) -> None:
    # Through the inner C channel's own metadata: the guard is told that this server is inside.
    metadata = tuple(HEADERS.items())
    if method == "/t/uu":
        channel.unary_unary(method)(b"", metadata=metadata, timeout=60)
    else:
        assert list(channel.unary_stream(method)(b"", metadata=metadata, timeout=60)) == [
            b"1",
            b"2",
        ]


INSIDE = {"name": "inside", "match": ["localhost:*", "127.0.0.1:*"], "trace_context": "continue"}


@contextmanager
def grpc_ingress(**config: Any) -> Iterator[None]:
    allowlist = PropagationConfig.model_validate({"destinations": [INSIDE], "ingress": config})
    before = propagate.get_global_textmap()
    propagate.set_global_textmap(SpanveilPropagator(allowlist))
    guard = guard_egress(allowlist)
    yield
    guard.uninstall()
    propagate.set_global_textmap(before)


@pytest.mark.parametrize("method", ["/t/uu", "/t/us"])
@pytest.mark.parametrize("trusted", [False, True])
class TestGrpc:
    TRUST = "spiffe://prod/agents/*"

    def test_sync(
        self,
        method: str,
        trusted: bool,
        authority: Authority,
        provider: TracerProvider,
        exporter: InMemorySpanExporter,
    ) -> None:
        server_credentials, client_credentials = _credentials(authority)
        peers = [self.TRUST if trusted else "spiffe://other/*"]
        GrpcInstrumentorServer().instrument(tracer_provider=provider)
        try:
            with grpc_ingress(trusted_peers=peers), ThreadPoolExecutor(2) as pool:
                server = grpc.server(pool, [_sync_methods(provider)])
                port = server.add_secure_port("127.0.0.1:0", server_credentials)
                server.start()
                with grpc.secure_channel(f"localhost:{port}", client_credentials) as channel:
                    _call(channel, method)
                server.stop(None).wait(60)
        finally:
            GrpcInstrumentorServer().uninstrument()
        (check_continued if trusted else check_restarted)(settled(exporter))

    def test_asyncio(
        self,
        method: str,
        trusted: bool,
        authority: Authority,
        provider: TracerProvider,
        exporter: InMemorySpanExporter,
    ) -> None:
        server_credentials, client_credentials = _credentials(authority)
        peers = [self.TRUST if trusted else "spiffe://other/*"]

        async def run() -> None:
            server = grpc.aio.server()
            server.add_generic_rpc_handlers((_aio_methods(provider),))
            port = server.add_secure_port("127.0.0.1:0", server_credentials)
            await server.start()
            target = f"localhost:{port}"
            with grpc.secure_channel(target, client_credentials) as channel:
                await asyncio.to_thread(_call, channel, method)
            await server.stop(None)

        GrpcAioInstrumentorServer().instrument(tracer_provider=provider)
        try:
            with grpc_ingress(trusted_peers=peers):
                asyncio.run(run())
        finally:
            GrpcAioInstrumentorServer().uninstrument()
        (check_continued if trusted else check_restarted)(settled(exporter))


def test_grpc_without_tls_is_untrusted(
    provider: TracerProvider, exporter: InMemorySpanExporter
) -> None:
    GrpcInstrumentorServer().instrument(tracer_provider=provider)
    try:
        with grpc_ingress(trusted_peers=[PEER]), ThreadPoolExecutor(2) as pool:
            server = grpc.server(pool, [_sync_methods(provider)])
            port = server.add_insecure_port("127.0.0.1:0")
            server.start()
            with grpc.insecure_channel(f"localhost:{port}") as channel:
                _call(channel, "/t/uu")
            server.stop(None).wait(60)
    finally:
        GrpcInstrumentorServer().uninstrument()
    check_restarted(settled(exporter))
