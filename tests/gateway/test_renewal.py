"""Certificates, keys, authorities and tokens that are written anew are used without a restart."""

import secrets
import signal
import socket
import ssl
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from spanveil.config import Config, ConfigError, validate
from tests.gateway.conftest import wait
from tests.gateway.processes import PATIENCE, Process
from tests.gateway.test_security import Authority, over_grpc, over_http, tagged
from tests.ports import free_port


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    return Authority(made(tmp_path / "first"))


def made(directory: Path) -> Path:
    directory.mkdir(exist_ok=True)
    return directory


def shown(port: int) -> bytes:
    """Return the certificate that a server shows."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    context.set_alpn_protocols(["h2"])
    with (
        socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as plain,
        context.wrap_socket(plain, server_hostname="localhost") as wrapped,
    ):
        return wrapped.getpeercert(binary_form=True) or b""


def put(source: dict[str, str], target: dict[str, str]) -> bytes:
    """Put a certificate and its key where others were, and return it as it will be shown."""
    for part, path in target.items():
        Path(path).write_bytes(Path(source[part]).read_bytes())
    return ssl.PEM_cert_to_DER_cert(Path(source["certificate"]).read_text())


def at_once(file: Path, text: str) -> None:
    """Write a file so that nobody reads half of it, which would be one change more."""
    other = file.with_name("next")
    other.write_text(text)
    other.rename(file)


def secured(launch: Callable[..., Process], sink: Any, tls: dict[str, str], **gateway: Any) -> Any:
    ports = free_port(), free_port()
    process = launch(
        sink.url,
        receivers={
            "grpc": f"127.0.0.1:{ports[0]}",
            "http": f"127.0.0.1:{ports[1]}",
            "tls": tls,
            **gateway.pop("receivers", {}),
        },
        **gateway,
    )
    process.wait_ready()
    return process, ports


@pytest.mark.parametrize("workers", [1, 2])
def test_new_certificates_of_the_receivers_are_picked_up_and_broken_ones_are_not(
    workers: int, authority: Authority, launch: Callable[..., Process], http_sink: Any
) -> None:
    tls = authority.issue("server")
    process, ports = secured(launch, http_sink, tls, workers=workers, reload_interval=0.3)
    first = shown(ports[1])
    assert shown(ports[0]) == first
    at_once(Path(tls["certificate"]), "-----BEGIN CERTIFICATE-----")
    wait(lambda: process.metric('spanveil_reloads{outcome="refused"}') == 1)
    wait(lambda: b"receivers.tls: expected PEM files that can be read" in process.log)
    assert [shown(port) for port in ports] == [first, first]
    time.sleep(1)
    assert process.metric("spanveil_reloads") == 1  # the same fault is told once
    second = put(authority.issue("renewed"), tls)
    wait(lambda: process.metric('spanveil_reloads{outcome="applied"}') == 1)
    # Each worker, to which connections come as it falls, takes it when it is told.
    wait(lambda: all(shown(port) == second for port in ports * (5 if workers > 1 else 1)))
    trust = ssl.create_default_context(cafile=str(authority.certificate))
    assert over_http(f"https://localhost:{ports[1]}", tagged("x"), None, trust) == 200


def test_sighup_reads_new_certificates_where_nobody_looks_by_himself(
    authority: Authority, launch: Callable[..., Process], http_sink: Any
) -> None:
    tls = {**authority.issue("server"), "client_ca": str(authority.certificate)}
    process, ports = secured(launch, http_sink, tls, reload_interval=None)
    other = Authority(made(authority.directory.parent / "second"))
    second = put(other.issue("server"), {key: tls[key] for key in ("certificate", "key")})
    authority.certificate.write_bytes(other.certificate.read_bytes())
    process.process.send_signal(signal.SIGHUP)
    wait(lambda: process.metric('spanveil_reloads{outcome="applied"}') == 1)
    trust = ssl.create_default_context(cafile=str(other.certificate))
    mine = other.issue("client")
    trust.load_cert_chain(mine["certificate"], mine["key"])
    assert [shown_to(trust, port) for port in ports] == [second, second]
    assert over_http(f"https://localhost:{ports[1]}", tagged("x"), None, trust) == 200


def shown_to(context: ssl.SSLContext, port: int) -> bytes:
    with (
        socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as plain,
        context.wrap_socket(plain, server_hostname="localhost") as wrapped,
    ):
        return wrapped.getpeercert(binary_form=True) or b""


def test_a_token_is_read_from_its_file_each_time_that_it_changes(
    launch: Callable[..., Process], http_sink: Any, tmp_path: Path
) -> None:
    old, new = secrets.token_urlsafe(24), secrets.token_urlsafe(24)
    file = tmp_path / "token"
    file.write_text(f"{old}\n")
    ports = free_port(), free_port()
    receivers = {
        "grpc": f"127.0.0.1:{ports[0]}",
        "http": f"127.0.0.1:{ports[1]}",
        "tokens": [{"name": "app", "token_file": str(file)}],
    }
    process = launch(http_sink.url, receivers=receivers, reload_interval=0.3)
    process.wait_ready()
    assert over_http(process.http, tagged("x"), old) == 200
    at_once(file, new)
    wait(lambda: over_http(process.http, tagged("x"), new) == 200)
    assert over_http(process.http, tagged("x"), old) == 401
    at_once(file, "short")
    wait(lambda: process.metric('spanveil_reloads{outcome="refused"}') == 1)
    assert over_http(process.http, tagged("x"), new) == 200
    file.unlink()
    time.sleep(1)
    assert over_http(process.http, tagged("x"), new) == 200
    assert old.encode() not in process.log
    assert new.encode() not in process.log


@pytest.mark.parametrize("scheme", ["grpcs", "https"])
@pytest.mark.parametrize("has_disk", [True, False])
def test_a_sink_is_reached_with_new_authorities_and_tokens(
    scheme: str,
    has_disk: bool,
    authority: Authority,
    configured: Callable[..., Config],
    running: Callable[[Config], Any],
    http_sink: Any,
    tmp_path: Path,
) -> None:
    tls, file = authority.issue("server"), tmp_path / "token"
    file.write_text(secrets.token_urlsafe(24))
    inner_config = configured(
        http_sink,
        receivers={"tls": tls, "tokens": [{"name": "outer", "token_file": str(file)}]},
        queue={"directory": str(tmp_path / "inner")},
    )
    inner = running(inner_config)
    port = inner.worker.grpc_port if scheme == "grpcs" else inner.worker.http_port
    outer_config = configured(
        {
            "url": f"{scheme}://localhost:{port}",
            "tls": {"ca": str(authority.certificate)},
            "token_file": str(file),
            "timeout": PATIENCE,
        },
        queue={} if has_disk else {"directory": None},
    )
    outer = running(outer_config)
    over_grpc(outer, tagged("x"), None)
    http_sink.wait(lambda: len(http_sink.spans()) == 1)
    other = Authority(made(authority.directory.parent / "second"))
    put(other.issue("server"), tls)
    authority.certificate.write_bytes(other.certificate.read_bytes())
    file.write_text(secrets.token_urlsafe(32))
    for gateway, config in ((inner, inner_config), (outer, outer_config)):
        gateway.call(gateway.worker.reload(config))
    over_grpc(outer, tagged("x"), None)
    http_sink.wait(lambda: len(http_sink.spans()) == 2)
    file.write_text("short")
    with pytest.raises(ConfigError, match="token_file: expected a file with at least 16"):
        outer.call(outer.worker.reload(outer_config))
    over_grpc(outer, tagged("x"), None)
    http_sink.wait(lambda: len(http_sink.spans()) == 3)


@pytest.mark.parametrize(
    "gateway",
    [
        {"receivers": {"tokens": [{"name": "a"}]}},
        {"receivers": {"tokens": [{"name": "a", "token": "x" * 20, "token_file": "f"}]}},
        {"sinks": [{"url": "grpc://h:1", "token_file": "f", "headers": {"authorization": "x"}}]},
    ],
)
def test_one_credential_has_one_place(gateway: Any) -> None:
    with pytest.raises(ConfigError, match="token_file"):
        validate({"gateway": gateway}, "spanveil.yaml")
