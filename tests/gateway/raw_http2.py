"""A gRPC client by hand: frames of HTTP/2, so that it can say what no library would.

In all else it is an honest one: it acknowledges the server's SETTINGS before it calls, and takes
the answers on its open streams after a GOAWAY (RFC 9113 sections 6.5.3 and 6.8).
"""

import select
import socket
import struct
from dataclasses import dataclass, field
from typing import Any

import h2.config
import h2.connection
import h2.events

from spanveil.gateway import Signal
from spanveil.gateway._signals import SIGNALS
from tests.gateway.processes import PATIENCE

EXPORT = f"/{SIGNALS[Signal.TRACES].service}/Export"
CHECK = "/grpc.health.v1.Health/Check"
_GOAWAY = 7
_HEAD = 9
"""Bytes of a frame's head (RFC 9113 section 4.1)."""


@dataclass
class Answer:
    """What came on one stream."""

    headers: dict[str, str] = field(default_factory=dict)
    data: bytes = b""
    has_ended: bool = False


class RawHttp2:
    """One connection.

    Attributes:
        goaways: What the server said when it let the connection go.
    """

    def __init__(self, port: int, window: int = 65_535) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        config = h2.config.H2Configuration(client_side=True, header_encoding="utf-8")
        self.h2 = h2.connection.H2Connection(config)
        self.h2.initiate_connection()
        self.h2.update_settings({h2.settings.SettingCodes.INITIAL_WINDOW_SIZE: window})
        self.answers: dict[int, Answer] = {}
        self.goaways: list[bytes] = []
        self.is_open = True
        self._has_settled = False
        self._received = b""
        self.flush()
        while not self._has_settled and self.look(PATIENCE):
            continue

    def __enter__(self) -> "RawHttp2":
        return self

    def __exit__(self, *_: object) -> None:
        self.socket.close()

    def flush(self) -> None:
        try:
            self.socket.sendall(self.h2.data_to_send())
        except OSError:
            self.is_open = False

    def call(self, path: str = EXPORT, *extra: tuple[str, str]) -> int:
        """Begin a call, and return its stream."""
        stream = self.h2.get_next_available_stream_id()
        fixed = [
            (":method", "POST"),
            (":scheme", "http"),
            (":path", path),
            (":authority", "localhost"),
            ("te", "trailers"),
            ("content-type", "application/grpc"),
        ]
        self.h2.send_headers(stream, [*fixed, *extra])
        self.answers[stream] = Answer()
        self.flush()
        return stream

    def message(self, stream: int, body: bytes, size: int | None = None, flag: int = 0) -> None:
        """Send a message, of which the head may promise more than is there."""
        head = struct.pack(">BI", flag, len(body) if size is None else size)
        self.send(stream, head + body)

    def send(self, stream: int, data: bytes, *, end: bool = False) -> int:
        """Send bytes as the server's windows allow, and return how many it never took."""
        while data and self.is_open and not self.answers[stream].has_ended:
            window = self.h2.local_flow_control_window(stream)
            size = min(len(data), window, self.h2.max_outbound_frame_size)
            if size:
                self.h2.send_data(stream, data[:size])
                data = data[size:]
                self.flush()
            if not self.look(0 if size else 2) and not size:
                break
        if end and not self.answers[stream].has_ended:
            self.h2.end_stream(stream)
            self.flush()
        return len(data)

    def look(self, seconds: float) -> bool:
        """Take in what has come, and say whether anything has."""
        if not self.is_open or not select.select([self.socket], [], [], seconds)[0]:
            return False
        try:
            data = self.socket.recv(65536)
        except OSError:
            data = b""
        if not data:
            self.is_open = False
            return False
        for event in self.h2.receive_data(self._frames(data)):
            self._take(event)
        self.flush()
        return True

    def _frames(self, data: bytes) -> bytes:
        # h2 takes nothing more once it has seen a GOAWAY, though streams that are open have answers
        # to come: it does not see one.
        self._received += data
        kept = b""
        while len(self._received) >= _HEAD:
            end = _HEAD + int.from_bytes(self._received[:3])
            if len(self._received) < end:
                break
            frame, self._received = self._received[:end], self._received[end:]
            if frame[3] == _GOAWAY:
                self.goaways.append(frame[_HEAD + 8 :])
            else:
                kept += frame
        return kept

    def _take(self, event: Any) -> None:
        if isinstance(event, h2.events.RemoteSettingsChanged):
            self._has_settled = True
        answer = self.answers.get(getattr(event, "stream_id", 0) or 0)
        if answer is None:
            return
        if isinstance(event, h2.events.ResponseReceived | h2.events.TrailersReceived):
            answer.headers.update({str(name): str(value) for name, value in event.headers})
        elif isinstance(event, h2.events.DataReceived):
            answer.data += event.data
            self.h2.acknowledge_received_data(event.flow_controlled_length, event.stream_id)
        elif isinstance(event, h2.events.StreamEnded | h2.events.StreamReset):
            answer.has_ended = True

    def wait(self, stream: int, seconds: float = PATIENCE) -> Answer:
        """Return what was answered on a stream, once it has ended."""
        answer = self.answers[stream]
        while not answer.has_ended and self.look(seconds):
            continue
        return answer
