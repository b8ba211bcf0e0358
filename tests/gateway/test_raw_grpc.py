"""What no gRPC library would send: codings that the core does not know, and floods of frames."""

import contextlib
import socket
import struct
from collections.abc import Callable
from typing import Any

import hpack
import pytest
import zstandard

from spanveil.gateway._compression import compress
from tests.gateway.processes import PATIENCE, Process, request
from tests.gateway.raw_http2 import EXPORT, RawHttp2
from tests.gateway.test_receivers import exported


def port(process: Process) -> int:
    return int(process.config["receivers"]["grpc"].rpartition(":")[2])


@pytest.mark.parametrize("coding", ["zstd", "snappy"])
def test_checklist_1_a_coding_that_grpc_does_not_know_is_refused_without_a_trace(
    coding: str, launch: Callable[..., Process], http_sink: Any
) -> None:
    process = launch(http_sink.url)
    process.wait_ready()
    _, body = request(2)
    with RawHttp2(port(process)) as peer:
        refused = peer.call(EXPORT, ("grpc-encoding", coding))
        peer.message(refused, zstandard.compress(body), flag=1)
        # gRPC's core answers by itself. INTERNAL is what it says, for which no client tries again.
        assert peer.wait(refused).headers["grpc-status"] in ("12", "13")
    with RawHttp2(port(process)) as peer:
        stream = peer.call(EXPORT, ("grpc-encoding", "gzip"))
        peer.message(stream, compress(body), flag=1)
        answer = peer.wait(stream)
    assert answer.headers["grpc-status"] == "0"
    assert answer.headers["grpc-accept-encoding"] == "identity, deflate, gzip"
    http_sink.wait(lambda: len(http_sink.spans()) == 2)
    process.end()
    assert b"hpack" not in process.log
    assert b"metadata" not in process.log


def frame(kind: int, flags: int, stream: int, payload: bytes = b"") -> bytes:
    """Return a frame (RFC 9113 section 4.1)."""
    return struct.pack(">I", len(payload))[1:] + struct.pack(">BBI", kind, flags, stream) + payload


def floods(head: bytes) -> dict[str, Callable[[int], bytes]]:
    """Return what each kind of flood sends, by its round."""
    return {
        # CVE-2023-44487: a call is begun and left, which no limit of open streams counts.
        "reset": lambda number: b"".join(
            frame(1, 4, stream, head) + frame(3, 0, stream, bytes(4))
            for stream in range(200 * number + 1, 200 * number + 201, 2)
        ),
        "ping": lambda number: frame(6, 0, 0, bytes(8)) * 200,
        "settings": lambda number: frame(4, 0, 0, struct.pack(">HI", 3, 100)) * 200,
        "continuation": lambda number: frame(1, 0, 1, head) + frame(9, 0, 1, b"\0\1a\1b" * 50) * 50,
    }


@pytest.mark.parametrize("kind", ["reset", "ping", "settings", "continuation"])
def test_a_flood_of_frames_leaves_others_served(
    kind: str, configured: Any, running: Any, http_sink: Any
) -> None:
    gateway = running(configured(http_sink, shutdown_timeout=0.2))
    address = ("127.0.0.1", gateway.worker.grpc_port)
    head = hpack.Encoder().encode(
        [
            (":method", "POST"),
            (":scheme", "http"),
            (":path", EXPORT),
            (":authority", "localhost"),
            ("te", "trailers"),
            ("content-type", "application/grpc"),
        ]
    )
    flood = floods(head)[kind]
    for _ in range(3):
        with socket.create_connection(address, timeout=PATIENCE) as raw:
            raw.sendall(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + frame(4, 0, 0))
            with contextlib.suppress(OSError):  # cut off, or no more taken in
                for number in range(100):
                    raw.sendall(flood(number))
        assert exported(gateway, request(1)[1], wait_for_ready=True) == b""
    http_sink.wait(lambda: len(http_sink.spans()) == 3)
