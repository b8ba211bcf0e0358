"""What no gRPC library would send: codings that the core does not know, and floods of frames."""

from collections.abc import Callable
from typing import Any

import pytest
import zstandard

from spanveil.gateway._compression import compress
from tests.gateway.processes import Process, request
from tests.gateway.raw_http2 import EXPORT, RawHttp2


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
