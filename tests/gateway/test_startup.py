"""How a gateway starts, or refuses to, and what it says."""

import json
import os
import re
import resource
import secrets
import shlex
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from spanveil.config import Config, ConfigError, validate
from spanveil.gateway._run import serve
from spanveil.gateway.command import gateway as command
from tests.gateway.processes import MAIN, PATIENCE, Process, fetch, post, request
from tests.ports import free_port


def refusal(process: Process) -> str:
    """Return what a process says that does not start."""
    assert process.process.wait(PATIENCE) == 1
    process.end()
    assert "Traceback" not in process.log.decode()
    return process.log.decode()


@pytest.fixture
def taken() -> Iterator[str]:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        held.listen()
        yield f"127.0.0.1:{held.getsockname()[1]}"


@pytest.mark.parametrize("which", ["grpc", "http", "admin"])
@pytest.mark.parametrize("workers", [1, 2])
def test_an_address_in_use_is_named(
    which: str, workers: int, taken: str, launch: Callable[..., Process]
) -> None:
    if which == "admin":
        gateway: dict[str, Any] = {"admin": taken}
    else:
        other = "http" if which == "grpc" else "grpc"
        gateway = {"receivers": {which: taken, other: None}}
        gateway["receivers"][other] = f"127.0.0.1:{free_port()}"
    process = launch("http://127.0.0.1:9", workers=workers, **gateway)
    assert process.process.wait(PATIENCE) == 1
    process.end()
    assert f"cannot listen on {taken}" in process.log.decode()
    assert "Traceback" not in process.log.decode()


@pytest.mark.parametrize("workers", [1, 2])
def test_an_address_in_use_is_found_before_the_engine_is_loaded(
    workers: int, taken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def loads(main: Any) -> None:
        pytest.fail("the engine is loaded")

    monkeypatch.setattr("spanveil.gateway._run.harden", lambda: None)
    monkeypatch.setattr("spanveil.gateway._run.run_loop", loads)
    config = Config.model_validate({"gateway": {"receivers": {"http": taken}, "workers": workers}})
    with pytest.raises(OSError, match=f"cannot listen on {taken}"):
        serve(config, lambda: config)


def test_a_queue_that_cannot_be_used_is_refused_and_left_as_it_is(
    launch: Callable[..., Process], tmp_path: Path
) -> None:
    directory = tmp_path / "queue"
    directory.mkdir()
    file = directory / "queue-0.sqlite3"
    file.write_bytes(secrets.token_bytes(50_000))
    before = file.read_bytes()
    assert "is none or is damaged" in refusal(launch("http://127.0.0.1:9"))
    assert file.read_bytes() == before


def test_a_queue_of_a_newer_version_is_refused(
    launch: Callable[..., Process], tmp_path: Path
) -> None:
    directory = tmp_path / "queue"
    directory.mkdir()
    with sqlite3.connect(directory / "queue-0.sqlite3") as newer:
        newer.execute("CREATE TABLE later (x)")
        newer.execute("PRAGMA user_version = 99")
    newer.close()
    assert "made by another" in refusal(launch("http://127.0.0.1:9"))


def test_a_queue_that_was_damaged_is_refused(
    launch: Callable[..., Process], http_sink: Any, tmp_path: Path
) -> None:
    http_sink.always = (503, {})
    process = launch(http_sink.url)
    process.wait_ready()
    for _ in range(20):
        assert post(process.http, request(50)[1]) == 200
    process.process.send_signal(signal.SIGTERM)
    assert process.process.wait(PATIENCE) == 0
    file = tmp_path / "queue" / "queue-0.sqlite3"
    data = bytearray(file.read_bytes())
    data[100 : len(data)] = secrets.token_bytes(len(data) - 100)
    file.write_bytes(data)
    assert "is none or is damaged" in refusal(launch(http_sink.url))


@pytest.mark.parametrize("place", ["a file", "read-only"])
def test_a_directory_that_cannot_be_written_is_refused(
    place: str, launch: Callable[..., Process], tmp_path: Path
) -> None:
    if place == "a file":
        directory = tmp_path / "spanveil.json" / "queue"
        expected = "Not a directory"
    else:
        directory = Path("/proc/spanveil")
        expected = "No such file or directory"
    log = refusal(launch("http://127.0.0.1:9", queue={"directory": str(directory)}))
    assert f"expected a directory that can be written ({expected})" in log


def test_help_shows_an_example_of_each_that_is_understood(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shown = CliRunner().invoke(command, ["--help"])
    assert shown.exit_code == 0
    examples = shown.output.partition("Examples:")[2].partition("Options:")[0]
    lines = re.sub(r"\\\n\s*", "", examples).split("spanveil gateway ")[1:]
    assert len(lines) >= 4
    options = "--config --listen-grpc --listen-http --sink --profile --no-disk"
    for option in options.split():
        assert any(option in line for line in lines)
    (tmp_path / "spanveil.yaml").write_text("gateway: {sinks: [{url: 'grpc://127.0.0.1:9'}]}")
    monkeypatch.chdir(tmp_path)
    started: list[Config] = []
    monkeypatch.setattr(
        "spanveil.gateway._run.serve", lambda config, load: started.append(load() and config)
    )
    for line in lines:
        result = CliRunner().invoke(command, shlex.split(line.strip()))
        assert (result.exit_code, result.output) == (0, "")
    assert len(started) == len(lines)
    assert started[0].gateway.receivers.grpc == "127.0.0.1:4317"
    assert started[0].gateway.admin == "127.0.0.1:13133"
    assert started[-1].gateway.queue.directory is None


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ("--sink grpc://127.0.0.1:9 --no-disk --data-dir d", "exclude each other"),
        ("--profile strict", "a --sink that it applies to"),
        ("--sink grpc://127.0.0.1:9 --profile none", "one of"),
        ("--sink ftp://127.0.0.1:9", "grpc(s)://host:port"),
        ("--sink grpc://127.0.0.1:9 --listen-grpc nowhere", "HOST:PORT"),
        ("", "--sink URL, or gateway.sinks"),
        ("--config missing.yaml", "a readable file"),
    ],
)
def test_a_wrong_option_is_named(arguments: str, expected: str, tmp_path: Path) -> None:
    result = CliRunner().invoke(command, shlex.split(arguments))
    assert result.exit_code in (1, 2)
    assert expected in result.output


def test_without_a_file_and_without_a_disk(http_sink: Any, tmp_path: Path) -> None:
    grpc, http = (f"127.0.0.1:{free_port()}" for _ in range(2))
    config = tmp_path / "spanveil.json"
    # The admin address has no option: tests run beside each other.
    config.write_text(json.dumps({"gateway": {"admin": f"127.0.0.1:{free_port()}"}}))
    arguments = f"--config {config} --listen-grpc {grpc} --listen-http {http} --no-disk"
    process = subprocess.Popen(
        [sys.executable, "-c", MAIN, *arguments.split(), "--sink", http_sink.url],
        cwd=tmp_path,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(int(PATIENCE / 0.05)):
            try:
                if post(f"http://{http}", request(2)[1]) == 200:
                    break
            except OSError:
                process.poll()
            signal.sigtimedwait([], 0.05)
        assert len(http_sink.spans()) == 2
        assert [path.name for path in tmp_path.iterdir()] == ["spanveil.json"]
    finally:
        process.terminate()
        assert process.wait(PATIENCE) == 0


SECRET_URLS = [
    "https://user:{}@h.example",
    "https://{}@h.example",
    "https://:{}@h.example",
    "https://h.example:{}",
    "https://h.example/?key={}",
    "https://h.example/#{}",
    "grpc://{}@h.example:4317",
    "https://[{}",
    "https://h\u2100{}.example",
]


@pytest.mark.parametrize("url", SECRET_URLS)
def test_a_sinks_address_holds_no_secret_and_is_not_quoted(url: str) -> None:
    secret = secrets.token_hex(12)
    with pytest.raises(ConfigError) as refused:
        validate({"gateway": {"sinks": [{"url": url.format(secret)}]}}, "spanveil.yaml")
    assert "sinks.0.url" in str(refused.value)
    assert secret not in str(refused.value) + repr(refused.value)
    shown = CliRunner().invoke(command, ["--sink", url.format(secret)])
    assert shown.exit_code == 1
    assert secret not in shown.output
    if "@" in url:
        assert "put credentials into `headers`" in shown.output


@pytest.mark.parametrize(
    "headers",
    [
        {"X Key": "{}"},
        {"X-Key": "{}\r\nX-Other: x"},
        {"X-Key": "{}ü"},
        {"X-Key": " {}"},
        {"Content-Type": "{}"},
        {"": "{}"},
    ],
)
def test_a_header_that_cannot_be_sent_is_refused_and_not_quoted(headers: dict[str, str]) -> None:
    secret = secrets.token_hex(12)
    filled = {name: value.format(secret) for name, value in headers.items()}
    sinks = [{"url": "grpc://h:1", "headers": filled}]
    with pytest.raises(ConfigError) as refused:
        validate({"gateway": {"sinks": sinks}}, "spanveil.yaml")
    assert "sinks.0.headers" in str(refused.value)
    assert secret not in str(refused.value)


def test_secrets_of_the_configuration_show_nowhere(
    launch: Callable[..., Process], http_sink: Any, tmp_path: Path
) -> None:
    secret = {name: secrets.token_hex(20) for name in ("token", "header", "tag", "path")}
    sink = {
        "name": "vendor",
        "url": f"{http_sink.url}/{secret['path']}",
        "headers": {"x-api-key": secret["header"]},
        "tag_key": secret["tag"],
        "retry": {"initial": 0.05, "maximum": 0.2},
    }
    http = f"127.0.0.1:{free_port()}"
    tokens = [{"name": "app", "token": secret["token"], "trusted": True}]
    process = launch(sinks=[sink], receivers={"grpc": None, "http": http, "tokens": tokens})
    process.wait_ready()
    config = validate(json.loads((tmp_path / "spanveil.json").read_text()), "spanveil.json")
    shown = [repr(config), str(config), f"{config.gateway.sinks}", f"{config.gateway.receivers}"]
    authorization = {"Authorization": f"Bearer {secret['token']}"}
    content_type = {"Content-Type": "application/x-protobuf"}
    body = request(2)[1]
    assert fetch(f"{process.http}/v1/traces", body, **content_type, **authorization)[0] == 200
    http_sink.wait(lambda: http_sink.headers)
    http_sink.always = (500, {})
    assert http_sink.headers[0]["x-api-key"] == secret["header"]
    shown.append(str(fetch(f"{process.http}/v1/traces", body, **content_type)))
    fetch(f"{process.http}/v1/traces", body, **content_type, **authorization)
    for path in ("/", "/admin.js", "/api/state", "/metrics", "/readyz", "/nothing"):
        shown.append(str(fetch(f"{process.admin}{path}")))
    file = tmp_path / "spanveil.json"
    file.write_text(file.read_text().replace('"vendor"', '"VENDOR"'))
    process.process.send_signal(signal.SIGHUP)
    http_sink.wait(lambda: process.metric('spanveil_reloads{outcome="refused"}') == 1)
    process.process.send_signal(signal.SIGTERM)
    assert process.process.wait(PATIENCE) == 0
    process.end()
    shown.append(process.log.decode())
    for name, value in secret.items():
        assert value not in "".join(shown), name
    files = b"".join(file.read_bytes() for file in (tmp_path / "queue").iterdir())
    assert not [name for name, value in secret.items() if value.encode() in files]


FAULTS = """
import asyncio, ctypes, gc, logging, resource, sys, threading
from spanveil.gateway._hardening import harden, quiet
logging.basicConfig(format="%(message)s")
harden()
canary = sys.argv[1]
assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)
if sys.platform == "linux":
    PR_GET_DUMPABLE = 3
    assert ctypes.CDLL(None).prctl(PR_GET_DUMPABLE) == 0

def fail(payload):
    raise ValueError(payload)

class Broken:
    def __del__(self):
        fail(canary)

async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(quiet)
    loop.call_soon(fail, canary)
    task = asyncio.ensure_future(asyncio.to_thread(fail, canary))
    await asyncio.sleep(0.2)
    del task
    gc.collect()

thread = threading.Thread(target=fail, args=(canary,))
thread.start(); thread.join()
Broken(); gc.collect()
asyncio.run(main())
fail(canary)
"""


def test_a_fault_tells_its_kind_and_place_and_no_payload() -> None:
    canary = secrets.token_hex(12)
    result = subprocess.run(
        [sys.executable, "-c", FAULTS, canary], capture_output=True, text=True, check=False
    )
    assert result.returncode == 1
    assert canary not in result.stdout + result.stderr
    assert "Traceback" not in result.stderr
    assert result.stderr.count("ValueError") == 5
    for kind in ("fault in a thread", "fault in clean-up", "internal fault", "fault: ValueError"):
        assert kind in result.stderr
    assert "fail" in result.stderr


def test_a_running_gateway_leaves_no_core(launch: Callable[..., Process], http_sink: Any) -> None:
    process = launch(http_sink.url, how={"preexec_fn": _allow_cores})
    process.wait_ready()
    limits = Path(f"/proc/{process.process.pid}/limits")
    if not limits.exists() or not os.access(limits, os.R_OK):
        pytest.skip("this system does not show a process's limits")
    (line,) = [line for line in limits.read_text().splitlines() if "core file" in line]
    assert line.split()[4:6] == ["0", "0"]


def _allow_cores() -> None:
    hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
