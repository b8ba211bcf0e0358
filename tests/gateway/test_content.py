"""A request is compressed only for who takes it so."""

import gzip
from typing import Any

import pytest

from spanveil.gateway import Signal
from spanveil.gateway import _content as content_module
from spanveil.gateway._auth import Stream
from spanveil.gateway._content import Content, unpacked
from spanveil.gateway._errors import PayloadError
from spanveil.gateway._intake import Request
from tests.gateway.processes import request


def test_either_form_gives_the_other() -> None:
    plain = b"a request" * 20
    packed = Content(plain).packed
    assert gzip.decompress(packed) == plain
    again = Content(packed=packed)
    assert (again.size, again.plain, again.packed) == (len(plain), plain, packed)
    assert repr(again) == f"Content({len(plain)} bytes)"
    with pytest.raises(PayloadError):
        _ = Content(packed=b"no gzip").plain


@pytest.mark.parametrize("compression", ["none", "gzip"])
def test_without_a_disk_nothing_is_packed_for_a_sink_that_takes_it_plain(
    compression: str, http_sink: Any, configured: Any, running: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed: list[int] = []

    def compress(data: bytes) -> bytes:
        packed.append(len(data))
        return gzip.compress(data)

    monkeypatch.setattr(content_module, "compress", compress)
    sink = {"url": http_sink.url, "compression": compression}
    gateway = running(configured(sink, queue={"directory": None}))
    body = request(3)[1]
    gateway.call(gateway.worker.intake.accept(Request(Signal.TRACES, body, Stream("a"), "http")))
    assert len(http_sink.spans()) == 3
    assert len(packed) == (compression == "gzip")
    assert unpacked(Content(body).packed) == body
