"""What real clients send is taken down at the sockets, plain and TLS, and told apart by tenant."""

import asyncio
import datetime
import http.client
import ipaddress
import socket
import ssl
import threading
import urllib.request
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest
import requests
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from spanveil.testing._canary import make_canaries
from spanveil.testing._leak import request_hits
from spanveil.testing._search import Finder
from spanveil.testing._wire import Segment, SentRequest, WireTap, requests_of

A, B = make_canaries("wire")
BODY = b"x" * 100_000


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        if self.headers.get("transfer-encoding") == "chunked":
            while size := int(self.rfile.readline(), 16):
                self.rfile.read(size + 2)
            self.rfile.readline()
        else:
            self.rfile.read(int(self.headers["content-length"]))
        self.send_response(200)
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, *args: object) -> None:
        pass


def _served(context: ssl.SSLContext | None) -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield server.server_port
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="module")
def plain() -> Iterator[int]:
    yield from _served(None)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for 127.0.0.1, made for this run."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "loopback")])
    now = datetime.datetime.now(datetime.UTC)
    alternative = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    signed = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - datetime.timedelta(minutes=5))
        .not_valid_after(now + datetime.timedelta(hours=1))
        .add_extension(alternative, critical=False)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("tls") / "loopback.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + signed.public_bytes(serialization.Encoding.PEM)
    )
    return path


@pytest.fixture(scope="module")
def secure(certificate: Path) -> Iterator[int]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    yield from _served(context)


@pytest.fixture
def tap() -> Iterator[WireTap]:
    tap = WireTap(frozenset())
    tap.start()
    yield tap
    tap.stop()


Client = Callable[[str, dict[str, str], ssl.SSLContext], None]


def _http_client(url: str, headers: dict[str, str], tls: ssl.SSLContext) -> None:
    parts = httpx.URL(url)
    connection = (
        http.client.HTTPSConnection(parts.host, parts.port, context=tls, timeout=60)
        if parts.scheme == "https"
        else http.client.HTTPConnection(parts.host, parts.port, timeout=60)
    )
    for _ in range(2):  # twice on one connection
        connection.request("POST", parts.raw_path.decode(), BODY, headers)
        connection.getresponse().read()
    connection.close()


def _urllib(url: str, headers: dict[str, str], tls: ssl.SSLContext) -> None:
    for _ in range(2):
        request = urllib.request.Request(url, BODY, headers)  # noqa: S310
        urllib.request.urlopen(request, context=tls, timeout=60).close()  # noqa: S310


def _requests(url: str, headers: dict[str, str], tls: ssl.SSLContext) -> None:
    for _ in range(2):
        requests.post(url, BODY, headers=headers, timeout=60)


def _httpx(url: str, headers: dict[str, str], tls: ssl.SSLContext) -> None:
    with httpx.Client(verify=tls, trust_env=False) as client:
        client.post(url, content=BODY, headers=headers)
        client.post(url, content=iter([BODY[:5], BODY[5:]]), headers=headers)  # chunked


def _httpx_async(url: str, headers: dict[str, str], tls: ssl.SSLContext) -> None:
    async def run() -> None:
        async with httpx.AsyncClient(verify=tls, trust_env=False) as client:
            for _ in range(2):
                await client.post(url, content=BODY, headers=headers)

    asyncio.run(run())


CLIENTS: dict[str, Client] = {
    "http.client": _http_client,
    "urllib": _urllib,
    "requests": _requests,
    "httpx": _httpx,
    "httpx async": _httpx_async,
}


def _sent(tap: WireTap) -> list[SentRequest]:
    return [request for segment in tap.segments for request in requests_of(segment)]


@pytest.mark.parametrize("client", CLIENTS)
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_real_clients(
    client: str,
    scheme: str,
    plain: int,
    secure: int,
    certificate: Path,
    tap: WireTap,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(certificate))
    port = plain if scheme == "http" else secure
    tls = ssl.create_default_context(cafile=str(certificate))
    CLIENTS[client](f"{scheme}://127.0.0.1:{port}/path?x=1", {"X-Trial": "yes"}, tls)
    sent = _sent(tap)
    assert len(sent) == 2
    for request in sent:
        assert request.target == "/path?x=1"
        assert ("x-trial", "yes") in request.headers
        assert request.body == BODY
        assert "127.0.0.1" in request.peer


def test_asyncio_streams(plain: int, tap: WireTap) -> None:
    async def run() -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", plain)
        writer.write(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\n")
        writer.write(b"abc")
        await writer.drain()
        await reader.readline()
        writer.close()
        await writer.wait_closed()

    asyncio.run(run())
    (request,) = _sent(tap)
    assert request.body == b"abc"


def test_one_connection_used_for_two_tenants(plain: int, tap: WireTap) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", plain, timeout=60)
    for tenant in (A, B):
        tap.acting = tenant.label
        connection.request("POST", "/", tenant.prompt.encode())
        connection.getresponse().read()
    connection.close()
    assert [request.acting for request in _sent(tap)] == ["A", "B"]


def test_everything_is_put_back(plain: int) -> None:
    before = [vars(cls).get("send") for cls in (socket.socket, ssl.SSLSocket)]
    tap = WireTap(frozenset())
    tap.start()
    tap.stop()
    assert [vars(cls).get("send") for cls in (socket.socket, ssl.SSLSocket)] == before
    assert "send" not in vars(socket.socket)
    _http_client(f"http://127.0.0.1:{plain}/", {}, ssl.create_default_context())
    assert tap.segments == []


def test_own_ports_servers_and_local_pairs_are_left_out(plain: int) -> None:
    tap = WireTap(frozenset({plain}))
    tap.start()
    try:
        _http_client(f"http://127.0.0.1:{plain}/", {}, ssl.create_default_context())
        left, right = socket.socketpair()
        left.sendall(b"POST / HTTP/1.1\r\n\r\n")
        left.close()
        right.close()
    finally:
        tap.stop()
    assert tap.segments == []


def _segment(data: bytes) -> Segment:
    return Segment("peer:1", "A", bytearray(data))


def test_what_is_cut_off_counts_and_what_is_unreadable_is_said() -> None:
    head = b"POST /x HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\n"
    (request,) = requests_of(_segment(head + b"abc"))
    assert request.body == b"abc"
    assert list(requests_of(_segment(head[:20]))) == []
    assert list(requests_of(_segment(b"*1\r\n$4\r\nPING\r\n"))) == []
    for unreadable in (
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"GET / HTTP/1.1\r\nbad header\r\n\r\n",
    ):
        with pytest.raises(ValueError, match="it is"):
            list(requests_of(_segment(unreadable)))


def test_which_words_may_be_where() -> None:
    finder = Finder.of([A, B])

    def found(**parts: object) -> list[str]:
        fields = {"target": "/", "headers": (), "body": b"", "peer": "p:1", "acting": "A"} | parts
        request = SentRequest(**fields)  # type: ignore[arg-type]
        return sorted(str(hit) for hit in request_hits(request, finder))

    assert found(body=A.prompt.encode() + A.document.encode() + A.tool_result.encode()) == []
    assert found(body=A.tenant_id.encode()) == [
        "request to p:1: its body holds tenant A's tenant_id"
    ]
    assert found(body=B.prompt.encode()) == ["request to p:1: its body holds tenant B's prompt"]
    assert found(body=A.prompt.encode(), acting="") == [
        "request to p:1: its body holds tenant A's prompt"
    ]
    assert found(target=f"/?q={A.prompt}") == [
        "request to p:1: its address holds tenant A's prompt"
    ]
    assert found(headers=(("baggage", f"tenant={A.tenant_id}"),)) == [
        "request to p:1: header 'baggage' holds tenant A's tenant_id"
    ]
    assert found(headers=((A.words["user_id"], "x"),)) == [
        "request to p:1: header <a name that is a canary> holds tenant A's user_id"
    ]
