"""Who may send, whose tags are believed, and TLS on both sides."""

import secrets
import ssl
import subprocess
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

import grpc
import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from spanveil.config import Config, ConfigError, validate
from spanveil.context import TenantTag
from spanveil.gateway import Signal
from spanveil.gateway._signals import SIGNALS
from tests.gateway.processes import PATIENCE

ATTRIBUTE = "spanveil.tenant"


def tagged(tag: str) -> bytes:
    request = ExportTraceServiceRequest()
    span = request.resource_spans.add().scope_spans.add().spans.add(name="chat")
    span.attributes.add(key=ATTRIBUTE).value.string_value = tag
    return request.SerializeToString()


def over_grpc(gateway: Any, body: bytes, token: str | None, channel: Any = None) -> None:
    metadata = () if token is None else (("authorization", f"Bearer {token}"),)
    with channel or grpc.insecure_channel(gateway.grpc) as opened:
        call: Any = opened.unary_unary(f"/{SIGNALS[Signal.TRACES].service}/Export")
        call(body, metadata=metadata, timeout=PATIENCE)


def over_http(
    url: str, body: bytes, token: str | None, context: ssl.SSLContext | None = None
) -> int:
    headers = {"Content-Type": "application/x-protobuf"}
    if token is not None:
        headers["Authorization"] = f"Bearer {token}"
    request = urllib.request.Request(f"{url}/v1/traces", body, headers)  # noqa: S310
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE, context=context) as answer:  # noqa: S310
            return int(answer.status)
    except urllib.error.HTTPError as error:
        with error:
            return error.code


@pytest.fixture
def tokens() -> dict[str, str]:
    return {"billing": secrets.token_urlsafe(24), "edge": secrets.token_urlsafe(24)}


@pytest.fixture
def receivers(tokens: dict[str, str]) -> dict[str, Any]:
    return {
        "tokens": [
            {"name": "billing", "token": tokens["billing"], "trusted": True},
            {"name": "edge", "token": tokens["edge"]},
        ]
    }


def test_a_wrong_or_missing_token_is_refused(
    configured: Any, running: Any, http_sink: Any, receivers: Any, tokens: Any
) -> None:
    gateway = running(configured(http_sink, receivers=receivers))
    for token in (None, "", "wrong", tokens["edge"] + "x", tokens["edge"][:-1], "ü"):
        assert over_http(gateway.http, b"", token and token.encode().decode("latin-1")) == 401
    with pytest.raises(grpc.RpcError) as refused:
        over_grpc(gateway, b"", "wrong")
    call: Any = refused.value
    assert call.code() is grpc.StatusCode.UNAUTHENTICATED
    assert over_http(gateway.http, b"", tokens["edge"]) == 200
    over_grpc(gateway, b"", tokens["billing"])


def test_tags_are_believed_from_a_trusted_client_only(
    configured: Any, running: Any, http_sink: Any, receivers: Any, tokens: Any
) -> None:
    gateway = running(configured(http_sink, receivers=receivers))
    tag = TenantTag("k1", secrets.token_bytes(16)).text
    over_grpc(gateway, tagged(tag), tokens["edge"])
    http_sink.wait(lambda: len(http_sink.spans()) == 1)
    assert tag.encode() not in http_sink.wire
    assert gateway.worker.stats.get("spanveil_stripped_attributes") == 1
    over_grpc(gateway, tagged(tag), tokens["billing"])
    http_sink.wait(lambda: len(http_sink.spans()) == 2)
    assert http_sink.wire.count(tag.encode()) == 1


def test_a_trusted_span_without_a_tenant_gets_the_strictest_profile(
    configured: Any, running: Any, http_sink: Any, receivers: Any, tokens: Any
) -> None:
    gateway = running(configured(http_sink, receivers=receivers))
    request = ExportTraceServiceRequest.FromString(tagged("unscoped"))
    span = request.resource_spans[0].scope_spans[0].spans[0]
    span.attributes.add(key="user.id").value.string_value = "u-1"
    over_grpc(gateway, request.SerializeToString(), tokens["billing"])
    http_sink.wait(lambda: http_sink.spans())
    found = {pair.key: pair.value.string_value for pair in http_sink.spans()[0].attributes}
    assert found == {"user.id": "[redacted]", ATTRIBUTE: "unscoped"}


def test_two_sinks_cannot_be_joined_by_tag(
    configured: Any, running: Any, http_sink: Any, grpc_sink: Any, receivers: Any, tokens: Any
) -> None:
    key = secrets.token_urlsafe(32)
    gateway = running(
        configured(
            {"name": "own", "url": http_sink.url},
            {"name": "other", "url": grpc_sink.url, "tag_key": key},
            receivers=receivers,
        )
    )
    tag = TenantTag("k1", secrets.token_bytes(16))
    over_grpc(gateway, tagged(tag.text), tokens["billing"])
    for sink, expected in ((http_sink, tag), (grpc_sink, tag.alias(key.encode()))):
        sink.wait(lambda sink=sink: sink.spans())
        assert sink.spans()[0].attributes[0].value.string_value == expected.text


_KEY = "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes"


class Authority:
    """A certificate authority for one test, by openssl."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.certificate = directory / "ca.pem"
        self._run(f"req -x509 {_KEY} -days 2 -subj /CN=test -keyout ca.key -out ca.pem")

    def _run(self, arguments: str) -> None:
        subprocess.run(
            ["openssl", *arguments.split()],  # noqa: S607
            cwd=self.directory,
            check=True,
            capture_output=True,
        )

    def issue(self, name: str) -> dict[str, str]:
        (self.directory / "san").write_text("subjectAltName=DNS:localhost,IP:127.0.0.1")
        self._run(f"req {_KEY} -subj /CN={name} -keyout {name}.key -out {name}.csr")
        signing = "-CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile san"
        self._run(f"x509 -req -in {name}.csr {signing} -out {name}.pem")
        return {
            "certificate": str(self.directory / f"{name}.pem"),
            "key": str(self.directory / f"{name}.key"),
        }


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    directory = tmp_path / "pki"
    directory.mkdir()
    return Authority(directory)


@pytest.mark.parametrize("scheme", ["grpcs", "https"])
def test_mutual_tls_from_one_gateway_to_another(
    scheme: str, authority: Authority, configured: Any, running: Any, http_sink: Any, tmp_path: Path
) -> None:
    tls = {**authority.issue("server"), "client_ca": str(authority.certificate)}
    inner = running(
        configured(
            http_sink,
            receivers={"tls": tls, "trusted": True},
            queue={"directory": str(tmp_path / "inner")},
        )
    )
    port = inner.worker.grpc_port if scheme == "grpcs" else inner.worker.http_port
    outer = running(
        configured(
            {
                "url": f"{scheme}://localhost:{port}",
                "tls": {"ca": str(authority.certificate), **authority.issue("client")},
            }
        )
    )
    over_grpc(outer, tagged("x"), None)
    http_sink.wait(lambda: len(http_sink.spans()) == 1)
    ca = ssl.create_default_context(cafile=str(authority.certificate))
    with pytest.raises((urllib.error.URLError, ConnectionError, ssl.SSLError)):
        over_http(f"https://localhost:{inner.worker.http_port}", b"", None, ca)
    credentials = grpc.ssl_channel_credentials(authority.certificate.read_bytes())
    address = f"localhost:{inner.worker.grpc_port}"
    with pytest.raises(grpc.RpcError):
        over_grpc(inner, b"", None, grpc.secure_channel(address, credentials))


def test_a_sink_with_a_certificate_of_nobody_gets_nothing(
    authority: Authority, configured: Any, running: Any, http_sink: Any, tmp_path: Path
) -> None:
    inner = running(
        configured(
            http_sink,
            receivers={"tls": authority.issue("server")},
            queue={"directory": str(tmp_path / "inner")},
        )
    )
    # One attempt: httpcore leaves a socket to the garbage collector if it is cancelled in TLS.
    sink = {
        "url": f"https://localhost:{inner.worker.http_port}",
        "retry": {"initial": 60, "maximum": 60},
    }
    outer = running(configured(sink, shutdown_timeout=0.1))
    over_grpc(outer, tagged("x"), None)
    http_sink.wait(lambda: outer.worker.stats.get("spanveil_sink_retries") >= 1)
    assert not http_sink.spans()


@pytest.mark.parametrize("part", ["server", "sink"])
@pytest.mark.parametrize("fault", ["missing", "no certificate", "the key of another"])
def test_certificate_files_that_cannot_be_used_are_named_at_the_start(
    part: str, fault: str, authority: Authority, configured: Any, running: Any, http_sink: Any
) -> None:
    tls = authority.issue("one")
    if fault == "missing":
        tls["certificate"] += ".not-there"
    elif fault == "no certificate":
        (authority.directory / "one.pem").write_text("-----BEGIN CERTIFICATE-----")
    else:
        tls["key"] = authority.issue("two")["key"]
    if part == "server":
        config = configured(http_sink, receivers={"tls": tls})
    else:  # gRPC would take these, and never get a connection
        config = configured({"url": "grpcs://localhost:1", "tls": tls})
    with pytest.raises(ConfigError) as refused:
        running(config)
    where = "receivers.tls" if part == "server" else "sink shared: tls"
    assert f"{where}: expected PEM files that can be read" in str(refused.value)


@pytest.mark.parametrize(
    ("gateway", "key"),
    [
        ({"receivers": {"trusted": True}}, "gateway.receivers"),
        ({"receivers": {"tokens": [{"name": "a", "token": "short"}]}}, "tokens.0.token"),
        ({"admin": "0.0.0.0:1"}, "gateway"),
        ({"sinks": [{"url": "ftp://h/"}]}, "sinks.0.url"),
        ({"sinks": [{"url": "http://user:hidden@h/"}]}, "sinks.0.url"),
        ({"sinks": [{"url": "grpc://h"}]}, "sinks.0.url"),
        ({"sinks": [{"url": "grpc://h:1"}, {"url": "grpc://h:2"}]}, "gateway"),
        ({"sinks": [{"url": "grpc://h:1", "tag_key": "hidden"}]}, "sinks.0.tag_key"),
        ({"receivers": {"grpc": "nowhere"}}, "gateway.receivers.grpc"),
        ({"receivers": {"grpc": None, "http": None}}, "gateway.receivers"),
    ],
)
def test_unsafe_configurations_are_refused_without_being_quoted(gateway: Any, key: str) -> None:
    with pytest.raises(ConfigError) as refused:
        validate({"gateway": gateway}, "spanveil.yaml")
    assert key in str(refused.value)
    assert "hidden" not in str(refused.value)


def test_a_queue_belongs_to_one_process(
    configured: Callable[..., Config], running: Any, http_sink: Any
) -> None:
    config = configured(http_sink)
    running(config)
    with pytest.raises(ConfigError, match="no other gateway has open"):
        running(config)
