"""What Python code of this process sends to others, taken down at its sockets.

Plain and TLS sockets, synchronous and asyncio, are seen; what a C library sends by itself (gRPC's
core, libcurl, uvloop) is not.
"""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final
from weakref import WeakKeyDictionary

import h11

_METHODS: Final = (
    *(b"GET ", b"POST ", b"PUT ", b"PATCH ", b"DELETE ", b"HEAD ", b"OPTIONS ", b"CONNECT "),
    b"TRACE ",
)
_HTTP2: Final = b"PRI * HTTP/2.0"


@dataclass(slots=True)
class Segment:
    """What was sent on one connection while one tenant was acting."""

    peer: str
    acting: str
    data: bytearray = field(default_factory=bytearray)


@dataclass(frozen=True, slots=True)
class SentRequest:
    """One HTTP request that left the process.

    Attributes:
        peer: Host and port, or the TLS server name.
        acting: The label of the tenant that was acting, or an empty string.
        target: The request target: path and query.
        headers: Names in lower case.
        body: The body, as it was sent.
    """

    peer: str
    acting: str
    target: str
    headers: tuple[tuple[str, str], ...]
    body: bytes


class WireTap:
    """Takes down what is sent between `start` and `stop`.

    Args:
        ignored_ports: Ports of the test's own parts.
    """

    def __init__(self, ignored_ports: frozenset[int]) -> None:
        self.acting = ""
        self._ignored = ignored_ports
        self._segments: list[Segment] = []
        self._current: WeakKeyDictionary[Any, Segment] = WeakKeyDictionary()
        self._lock = threading.Lock()
        self._undo: list[Callable[[], None]] = []

    def start(self) -> None:
        """Patch the classes through which Python sends."""
        self._patch(socket.socket, "send", 0)
        self._patch(socket.socket, "sendall", 0)
        self._patch(socket.socket, "sendmsg", 0)
        self._patch(ssl.SSLSocket, "send", 0)
        self._patch(ssl.SSLSocket, "write", 0)
        self._patch(ssl.SSLObject, "write", 0)

    def stop(self) -> None:
        """Put everything back."""
        while self._undo:
            self._undo.pop()()

    @property
    def segments(self) -> list[Segment]:
        """What was sent so far."""
        with self._lock:
            return list(self._segments)

    def _patch(self, owner: type, name: str, position: int) -> None:
        own = name in vars(owner)
        original = getattr(owner, name)

        def sending(sender: Any, *args: Any, **kwargs: Any) -> Any:
            result = original(sender, *args, **kwargs)
            sent = None if name in ("sendall", "write") else result
            if args:
                self._note(sender, args[position], sent)
            return result

        setattr(owner, name, sending)

        def undo() -> None:
            if own:
                setattr(owner, name, original)
            else:
                delattr(owner, name)

        self._undo.append(undo)

    def _note(self, sender: Any, content: Any, sent: int | None) -> None:
        peer = _peer(sender, self._ignored)
        if peer is None:
            return
        parts = [content] if isinstance(content, bytes | bytearray | memoryview) else content
        data = b"".join(bytes(part) for part in parts)[:sent]
        with self._lock:
            segment = self._current.get(sender)
            if segment is None or segment.acting != self.acting:
                segment = self._current[sender] = Segment(peer, self.acting)
                self._segments.append(segment)
            segment.data += data


def requests_of(segment: Segment) -> Iterator[SentRequest]:
    """Yield the HTTP/1.1 requests of a segment.

    Raises:
        ValueError: The segment is HTTP/2, which compresses its headers, or is malformed.
    """
    data = bytes(segment.data)
    if data.startswith(_HTTP2):
        raise ValueError("it is HTTP/2, whose headers cannot be read here: turn HTTP/2 off")
    if not data.startswith(_METHODS):
        return  # another protocol: a database, a cache, a TLS handshake
    connection = h11.Connection(h11.SERVER, max_incomplete_event_size=4 * 1024 * 1024)
    connection.receive_data(data)
    try:
        while (request := _next(connection, segment)) is not None:
            yield request
            if connection.their_state is not h11.DONE:
                return  # cut off in its body; what was sent of it counts
            connection.send(h11.Response(status_code=200, headers=[("content-length", "0")]))
            connection.send(h11.EndOfMessage())
            connection.start_next_cycle()
    except h11.ProtocolError:
        raise ValueError("it is not readable HTTP/1.1") from None


def _next(connection: h11.Connection, segment: Segment) -> SentRequest | None:
    head: h11.Request | None = None
    body = bytearray()
    while isinstance(event := connection.next_event(), h11.Request | h11.Data):
        if isinstance(event, h11.Request):
            head = event
        else:
            body += event.data
    if head is None:
        return None
    headers = tuple((name.decode("latin-1"), text.decode("latin-1")) for name, text in head.headers)
    target = head.target.decode("latin-1")
    return SentRequest(segment.peer, segment.acting, target, headers, bytes(body))


def _peer(sender: Any, ignored: frozenset[int]) -> str | None:
    """Return where a sender's bytes go, or `None` if they are none of ours to look at."""
    if isinstance(sender, ssl.SSLObject):
        return None if sender.server_side else f"{sender.server_hostname} (TLS)"
    if isinstance(sender, ssl.SSLSocket) and sender.server_side:
        return None
    try:
        here, there = sender.getsockname(), sender.getpeername()
    except OSError:
        return None
    if not isinstance(there, tuple) or not isinstance(here, tuple):
        return None
    if here[1] in ignored or there[1] in ignored:
        return None
    return f"{there[0]}:{there[1]}"
