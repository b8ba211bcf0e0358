"""HTTP/2 with prior knowledge (RFC 9113, section 3.3) through httpx and httpx2."""

import asyncio
import contextlib
import socket
import threading
from collections.abc import Iterator
from types import ModuleType

import h2.config
import h2.connection
import h2.events
import httpx
import httpx2
import pytest

from tests.propagators.servers import OUTSIDE, SECRET, Received


@contextlib.contextmanager
def http2_server(received: list[Received]) -> Iterator[str]:
    listener = socket.create_server((OUTSIDE, 0))
    thread = threading.Thread(target=_serve, args=(listener, received), daemon=True)
    thread.start()
    try:
        yield f"http://{OUTSIDE}:{listener.getsockname()[1]}/"
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join(60)


def _serve(listener: socket.socket, received: list[Received]) -> None:
    with contextlib.suppress(OSError):
        while True:
            peer, _ = listener.accept()
            with peer:
                peer.settimeout(60)
                _answer(peer, received)


def _answer(peer: socket.socket, received: list[Received]) -> None:
    config = h2.config.H2Configuration(client_side=False, header_encoding="latin-1")
    connection = h2.connection.H2Connection(config)
    connection.initiate_connection()
    peer.sendall(connection.data_to_send())
    while data := peer.recv(65_536):
        for event in connection.receive_data(data):
            if isinstance(event, h2.events.RequestReceived):
                headers = [(str(name), str(value)) for name, value in event.headers or ()]
                received.append(Received(headers))
                assert event.stream_id is not None
                connection.send_headers(event.stream_id, [(":status", "204")], end_stream=True)
        peer.sendall(connection.data_to_send())


@pytest.mark.usefixtures("guard")
@pytest.mark.parametrize("module", [httpx, httpx2], ids=["httpx", "httpx2"])
@pytest.mark.parametrize("asynchronous", [False, True])
def test_a_hand_set_header_does_not_arrive(module: ModuleType, asynchronous: bool) -> None:
    received: list[Received] = []
    headers = {"baggage": SECRET, "x-tenant-id": SECRET, "x-purpose": "test"}

    async def call(url: str) -> None:
        async with module.AsyncClient(http1=False, http2=True) as client:
            await client.get(url, headers=headers)

    with http2_server(received) as url:
        if asynchronous:
            asyncio.run(call(url))
        else:
            with module.Client(http1=False, http2=True) as client:
                client.get(url, headers=headers)
    (request,) = received
    assert request.leaks == []
    assert request.get("x-purpose") == "test"
