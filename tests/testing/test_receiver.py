"""The loopback endpoint takes what the SDK's own exporters send, on one port."""

import gzip
import http.client
import json
import socket
from collections.abc import Iterator

import pytest
from opentelemetry.exporter.otlp.proto.grpc.trace_exporter import OTLPSpanExporter as GrpcExporter
from opentelemetry.exporter.otlp.proto.http import Compression
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter as HttpExporter
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor, SpanExporter

from spanveil.testing._receiver import OtlpReceiver
from spanveil.testing._snapshot import snapshot_of


@pytest.fixture
def receiver() -> Iterator[OtlpReceiver]:
    receiver = OtlpReceiver()
    receiver.start()
    yield receiver
    receiver.stop()


@pytest.mark.parametrize("protocol", ["grpc", "http", "http gzip", "http deflate"])
def test_the_sdks_own_exporters(receiver: OtlpReceiver, protocol: str) -> None:
    url = f"{receiver.endpoint}/v1/traces"
    exporters: dict[str, SpanExporter] = {
        "grpc": GrpcExporter(endpoint=receiver.endpoint),
        "http": HttpExporter(url),
        "http gzip": HttpExporter(url, compression=Compression.Gzip),
        "http deflate": HttpExporter(url, compression=Compression.Deflate),
    }
    provider = TracerProvider(shutdown_on_exit=False)
    provider.add_span_processor(SimpleSpanProcessor(exporters[protocol]))
    with provider.get_tracer("t").start_as_current_span("outer"):
        provider.get_tracer("t").start_span("inner", attributes={"k": ["v", 1, True]}).end()
    provider.shutdown()
    for exporter in exporters.values():
        exporter.shutdown()
    spans = snapshot_of(export.message for export in receiver.received)
    assert [(span["name"], span["parent"]) for span in spans] == [("outer", None), ("inner", 0)]
    assert spans[1]["attributes"] == {"k": ["v", 1, True]}
    assert {export.signal for export in receiver.received} == {"traces"}
    receiver.clear()
    assert receiver.received == []


def _post(receiver: OtlpReceiver, path: str, body: bytes, **headers: str) -> int:
    host = receiver.endpoint.removeprefix("http://")
    connection = http.client.HTTPConnection(host, timeout=60)
    connection.request("POST", path, body, {k.replace("_", "-"): v for k, v in headers.items()})
    status = connection.getresponse().status
    connection.close()
    return status


def test_json_has_hexadecimal_ids(receiver: OtlpReceiver) -> None:
    span = {
        "traceId": "0af7651916cd43dd8448eb211c80319c",
        "spanId": "b7ad6b7169203331",
        "name": "s",
    }
    document = {"resourceSpans": [{"scopeSpans": [{"spans": [span], "unknown": 1}]}]}
    body = gzip.compress(json.dumps(document).encode())
    json_type = "application/json; charset=utf-8"
    assert (
        _post(receiver, "/v1/traces", body, content_type=json_type, content_encoding="gzip") == 200
    )
    (export,) = receiver.received
    found = export.message.resource_spans[0].scope_spans[0].spans[0]
    assert (found.name, found.trace_id.hex()) == ("s", span["traceId"])
    assert b"resourceSpans" in export.raw


def test_what_cannot_be_read_is_kept_as_bytes_or_refused(receiver: OtlpReceiver) -> None:
    assert _post(receiver, "/v1/logs", b"\xff\xff\xff") == 200
    assert _post(receiver, "/v1/logs", b"{", content_type="application/json") == 200
    assert [export.raw for export in receiver.received] == [b"\xff\xff\xff", b"{"]
    assert _post(receiver, "/v1/profiles", b"x") == 404
    assert _post(receiver, "/v1/logs", b"x", content_encoding="br") == 400
    assert _post(receiver, "/v1/logs", b"x", content_encoding="gzip") == 400


def test_a_connection_that_says_nothing_harms_nobody(receiver: OtlpReceiver) -> None:
    port = int(receiver.endpoint.rpartition(":")[2])
    socket.create_connection(("127.0.0.1", port)).close()
    with socket.create_connection(("127.0.0.1", port)) as cut:
        cut.sendall(b"PRI * HTT")
    assert _post(receiver, "/v1/logs", b"") == 200
