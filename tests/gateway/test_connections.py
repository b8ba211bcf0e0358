"""Connections that keep the server waiting make room for those that do not."""

import asyncio
import contextlib
import socket
import ssl
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from spanveil.config import Config
from spanveil.gateway import _admin, _connections
from spanveil.gateway._http_server import HttpServer
from tests.gateway.conftest import wait
from tests.gateway.processes import PATIENCE, fetch
from tests.gateway.test_admin import Shown
from tests.gateway.test_receivers import PROTOBUF, Client, ended, traces
from tests.gateway.test_security import Authority, over_http

HALF_HEAD = b"GET /livez HTTP/1.1\r\nHost: localhost\r\nX-Slow:"
HALF_BODY = (
    b"POST /api/preview HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
    b"Content-Length: 100\r\n\r\n{"
)
SERVED = b"GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n"


@pytest.fixture
def connect() -> Iterator[Callable[..., socket.socket]]:
    with contextlib.ExitStack() as stack:

        def opened(port: int, data: bytes = b"") -> socket.socket:
            made = stack.enter_context(socket.create_connection(("127.0.0.1", port), timeout=20))
            made.sendall(data)
            return made

        yield opened


@pytest.mark.parametrize(
    "opening",
    [b"", HALF_HEAD, HALF_BODY, SERVED, b"GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n" * 4000],
    ids=["silent", "head", "body", "idle", "deaf"],
)
def test_health_is_answered_whoever_else_is_connected(
    opening: bytes,
    configured: Callable[..., Config],
    running: Callable[[Config], Any],
    connect: Callable[..., socket.socket],
    http_sink: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Longer than anybody here waits for an answer, so that the others end by making room only.
    timeout = 2 * PATIENCE
    monkeypatch.setattr(_admin, "_TIMEOUT", timeout)
    gateway = running(configured(http_sink))
    server = HttpServer(_admin.Admin(Shown()), "127.0.0.1:0", timeout=timeout)
    gateway.call(server.start())
    for _ in range(120):
        held = connect(server.port)
        held.setblocking(False)
        with contextlib.suppress(BlockingIOError):
            held.send(opening)
    for path in ("/livez", "/readyz", "/metrics") * 3:
        assert fetch(f"http://127.0.0.1:{server.port}{path}")[0] == 200
    gateway.call(server.stop(0.1))


def test_a_request_that_is_whole_makes_no_room(
    configured: Callable[..., Config],
    running: Callable[[Config], Any],
    connect: Callable[..., socket.socket],
    http_sink: Any,
) -> None:
    http_sink.delay = PATIENCE
    gateway = running(
        configured(http_sink, receivers={"max_connections": 3}, queue={"directory": None})
    )
    port = gateway.worker.http_port
    body = traces().SerializeToString()
    head = b"POST /v1/traces HTTP/1.1\r\nHost: x\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
    whole = head % (PROTOBUF.encode(), len(body)) + body
    connections = gateway.worker._receivers.http_server._server.server_state.connections

    def working_ones() -> int:
        return sum(one.patience() is None for one in list(connections))

    working = [connect(port, whole) for _ in range(2)]
    wait(lambda: working_ones() == 2)
    silent = connect(port)
    wait(lambda: len(connections) == 3)
    last = connect(port, whole)
    assert ended(silent)
    wait(lambda: working_ones() == 3)
    beyond = connect(port)
    assert ended(beyond)  # nobody waits for its client
    http_sink.released.set()
    for one in (*working, last):
        assert b" 200 " in one.recv(4096)
    assert Client(gateway).send(b"")[0] == 200


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    return Authority(tmp_path)


def test_connections_count_before_their_tls_handshake(
    authority: Authority,
    configured: Callable[..., Config],
    running: Callable[[Config], Any],
    connect: Callable[..., socket.socket],
    http_sink: Any,
) -> None:
    # A handshake may take longer than `ended` waits, so that all that ends here has made room.
    limits = {"tls": authority.issue("server"), "max_connections": 4, "timeout": PATIENCE}
    gateway = running(configured(http_sink, receivers=limits))
    port = gateway.worker.http_port
    trust = ssl.create_default_context(cafile=str(authority.certificate))
    silent = [connect(port, b"" if number % 2 else b"\x16\x03\x01") for number in range(8)]
    assert all(map(ended, silent[:4]))
    url = f"https://localhost:{port}"
    assert over_http(url, traces().SerializeToString(), None, trust) == 200


def test_a_tls_handshake_has_its_time_and_no_more(
    authority: Authority,
    configured: Callable[..., Config],
    running: Callable[[Config], Any],
    connect: Callable[..., socket.socket],
    http_sink: Any,
) -> None:
    limits = {"tls": authority.issue("server"), "timeout": 0.5}
    gateway = running(configured(http_sink, receivers=limits))
    port = gateway.worker.http_port
    assert all(map(ended, [connect(port), connect(port, b"\x16\x03\x01")]))


def test_who_reads_no_answer_is_cut_off(
    connect: Callable[..., socket.socket], monkeypatch: pytest.MonkeyPatch
) -> None:
    # Not because nothing comes after the answer, which would end it too.
    monkeypatch.setattr(_connections, "_CLOSING", 2 * PATIENCE)

    async def long(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": bytes(50_000_000)})

    async def run() -> None:
        server = HttpServer(long, "127.0.0.1:0", timeout=0.5)
        await server.start()
        deaf = connect(server.port, SERVED)
        connections = server._server.server_state.connections
        async with asyncio.timeout(PATIENCE):
            while not connections:
                await asyncio.sleep(0.02)
            while connections:
                await asyncio.sleep(0.02)
        deaf.close()
        await server.stop(1)

    asyncio.run(run())


def test_a_flood_of_connections_leaves_no_more_than_the_limit(
    configured: Callable[..., Config],
    running: Callable[[Config], Any],
    connect: Callable[..., socket.socket],
    http_sink: Any,
) -> None:
    gateway = running(configured(http_sink, receivers={"max_connections": 50}))
    crowd = [connect(gateway.worker.http_port) for _ in range(300)]
    assert Client(gateway).send(b"")[0] == 200
    for one in crowd:
        one.setblocking(False)
    wait(lambda: sum(map(is_open, crowd)) <= 50)


def is_open(connection: socket.socket) -> bool:
    try:
        while connection.recv(65_536):
            continue
        return False
    except BlockingIOError:
        return True
    except OSError:
        return False
