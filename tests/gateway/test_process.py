"""The gateway as an operating system sees it: a process with signals, files and a sudden end."""

import asyncio
import json
import os
import random
import resource
import secrets
import signal
import socket
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from spanveil.gateway._supervisor import Supervisor
from tests.gateway.processes import PATIENCE, Process, fetch, post, request
from tests.ports import free_port


def test_no_acknowledged_span_is_lost_by_kill_9(
    launch: Callable[..., Process], http_sink: Any, tmp_path: Path
) -> None:
    acknowledged: set[bytes] = set()
    canary = f"Jane asked {secrets.token_hex(12)} of me"
    stop = threading.Event()
    urls: list[str] = []

    def load() -> None:
        while not stop.is_set():
            ids, body = request(5, canary)
            try:
                if post(urls[-1], body) == 200:
                    acknowledged.update(ids)
            except OSError:
                time.sleep(0.01)

    rng = random.Random(1)  # noqa: S311 - moments of a crash
    threads: list[threading.Thread] = []
    for _ in range(5):
        process = launch(http_sink.url)
        process.wait_ready()
        urls.append(process.http)
        if not threads:
            threads = [threading.Thread(target=load) for _ in range(4)]
            for thread in threads:
                thread.start()
        seen = len(acknowledged)
        http_sink.wait(lambda: len(acknowledged) > seen + 10)  # noqa: B023 - called here
        time.sleep(rng.random() / 2)
        process.process.kill()
        process.process.wait(PATIENCE)
    stop.set()
    for thread in threads:
        thread.join()
    process = launch(http_sink.url)
    process.wait_ready()
    http_sink.wait(lambda: acknowledged <= {span.span_id for span in http_sink.spans()})
    assert len(acknowledged) > 50
    assert canary.encode() not in http_sink.wire
    token = canary.split()[2].encode()
    files = list((tmp_path / "queue").iterdir())
    assert any(file.stat().st_size for file in files)
    assert all(token not in file.read_bytes() for file in files)


def test_a_dead_sink_loses_nothing_and_a_restart_delivers(
    launch: Callable[..., Process], grpc_sink: Any, tmp_path: Path
) -> None:
    dead = f"grpc://127.0.0.1:{free_port()}"
    process = launch(dead)
    process.wait_ready()
    expected = set()
    for _ in range(20):
        ids, body = request(3)
        assert post(process.http, body) == 200
        expected.update(ids)
    process.process.send_signal(signal.SIGTERM)
    process.process.wait(PATIENCE)
    assert process.process.returncode == 0
    process = launch(grpc_sink.url)
    process.wait_ready()
    grpc_sink.wait(lambda: expected == {span.span_id for span in grpc_sink.spans()})


def test_sigterm_drains_what_was_acknowledged(
    launch: Callable[..., Process], http_sink: Any
) -> None:
    http_sink.delay = 0.2
    process = launch(http_sink.url, shutdown_timeout=PATIENCE)
    process.wait_ready()
    expected = set()
    for _ in range(10):
        ids, body = request(2)
        assert post(process.http, body) == 200
        expected.update(ids)
    process.process.send_signal(signal.SIGTERM)
    assert process.process.wait(PATIENCE) == 0
    assert {span.span_id for span in http_sink.spans()} == expected


def test_a_full_disk_refuses_with_a_delay_and_keeps_what_it_has(
    launch: Callable[..., Process], http_sink: Any
) -> None:
    def small_files() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))

    http_sink.always = (503, {"Retry-After": "0"})
    process = launch(http_sink.url, how={"preexec_fn": small_files})
    process.wait_ready()
    expected: set[bytes] = set()
    status = 200
    for _ in range(300):
        ids, body = request(100)
        status = post(process.http, body)
        if status != 200:
            break
        expected.update(ids)
    assert status == 503
    assert expected
    assert process.metric("spanveil_queue_faults") > 0
    http_sink.always = None
    http_sink.wait(lambda: expected <= {span.span_id for span in http_sink.spans()})


def test_reload_validates_first_and_swaps(
    launch: Callable[..., Process], http_sink: Any, grpc_sink: Any, tmp_path: Path
) -> None:
    process = launch(http_sink.url)
    process.wait_ready()
    path = tmp_path / "spanveil.json"
    good = path.read_text()
    path.write_text(good.replace('"name": "sink-0"', '"name": "sink-0", "profile": "nonsense"'))
    process.process.send_signal(signal.SIGHUP)
    http_sink.wait(lambda: process.metric('spanveil_reloads{outcome="refused"}') == 1)
    assert post(process.http, request(1)[1]) == 200
    http_sink.wait(lambda: len(http_sink.spans()) == 1)
    path.write_text(good.replace(http_sink.url, grpc_sink.url))
    process.process.send_signal(signal.SIGHUP)
    http_sink.wait(lambda: process.metric('spanveil_reloads{outcome="applied"}') == 1)
    assert post(process.http, request(1)[1]) == 200
    grpc_sink.wait(lambda: len(grpc_sink.spans()) == 1)
    assert len(http_sink.spans()) == 1
    assert b"nonsense" not in process.log


def test_workers_share_the_ports_and_fewer_of_them_lose_nothing(
    launch: Callable[..., Process], http_sink: Any
) -> None:
    http_sink.always = (503, {})
    process = launch(http_sink.url, workers=2)
    process.wait_ready()
    expected = set()
    for _ in range(20):
        ids, body = request(2)
        assert post(process.http, body) == 200
        expected.update(ids)
    http_sink.wait(lambda: process.metric("otelcol_receiver_accepted_spans") == 40)
    process.process.send_signal(signal.SIGTERM)
    assert process.process.wait(PATIENCE) == 0
    http_sink.always = None
    process = launch(http_sink.url, workers=1)
    process.wait_ready()
    http_sink.wait(lambda: expected == {span.span_id for span in http_sink.spans()})


def test_workers_reload_all_or_none(
    launch: Callable[..., Process], http_sink: Any, tmp_path: Path
) -> None:
    process = launch(http_sink.url, workers=2)
    process.wait_ready()
    process.config["sinks"].append({"name": "lines", "url": f"file://{tmp_path}/missing/out"})
    process.path.write_text(json.dumps({"gateway": process.config}))
    process.process.send_signal(signal.SIGHUP)
    http_sink.wait(lambda: process.metric("spanveil_reloads") == 1)
    # The supervisor said that it was applied, showed the sink, and would have started the next
    # worker with it, which could not start.
    assert process.metric('spanveil_reloads{outcome="refused"}') == 1
    assert b"sink lines: expected files that can be opened" in process.log
    shown = json.loads(fetch(f"{process.admin}/api/state")[1])["sinks"]
    assert [sink["name"] for sink in shown] == ["sink-0"]
    (tmp_path / "missing").mkdir()
    process.process.send_signal(signal.SIGHUP)
    http_sink.wait(lambda: process.metric('spanveil_reloads{outcome="applied"}') == 1)

    def arrives() -> bool:  # each worker swaps when it is told
        assert post(process.http, request(1)[1]) == 200
        return (tmp_path / "missing" / "out").stat().st_size > 0

    http_sink.wait(arrives, 120)


def test_a_worker_that_dies_is_replaced(launch: Callable[..., Process], http_sink: Any) -> None:
    process = launch(http_sink.url, workers=2)
    process.wait_ready()
    for _ in range(20):
        assert post(process.http, request(1)[1]) == 200
    http_sink.wait(lambda: process.metric("otelcol_receiver_accepted_spans") == 20)
    children = Path(f"/proc/{process.process.pid}/task/{process.process.pid}/children")
    if not children.exists():
        pytest.skip("this kernel does not list children")
    workers = [
        int(pid)
        for pid in children.read_text().split()
        if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()
    ]
    os.kill(workers[0], signal.SIGKILL)
    time.sleep(0.5)
    # A sum that falls is a counter that began anew, and what is left of it would count twice.
    assert process.metric("otelcol_receiver_accepted_spans") == 20
    http_sink.wait(lambda: fetch(f"{process.admin}/readyz")[0] == 200)
    assert process.metric("otelcol_receiver_accepted_spans") == 20
    for _ in range(20):
        assert post(process.http, request(1)[1]) == 200


def test_a_worker_that_still_starts_is_not_waited_for(configured: Any, http_sink: Any) -> None:
    ended: list[str] = []

    class Child:
        def __init__(self, reason: str) -> None:
            self.reason, self.pipe, self.process = reason, self, self

        def listen(self) -> None:
            pass

        def close(self) -> None:
            pass

        def kill(self) -> None:
            ended.append(f"killed: {self.reason}")

        def join(self, seconds: float) -> None:
            ended.append(f"waited: {self.reason}")

        def is_alive(self) -> bool:
            return False

    async def stop() -> None:
        config = configured(http_sink)
        supervisor: Any = Supervisor(config, lambda: config)
        supervisor._children = [Child("starting"), Child("")]
        supervisor._watch = asyncio.create_task(asyncio.sleep(60))
        await supervisor.stop()

    asyncio.run(stop())
    assert ended == ["killed: starting", "waited: starting", "waited: "]


def test_no_payload_in_its_log_metrics_or_errors(
    launch: Callable[..., Process], http_sink: Any
) -> None:
    token = secrets.token_hex(8)
    process = launch(http_sink.url)
    process.wait_ready()
    _, body = request(2, f"Jane said {token} then")
    post(process.http, body)
    answers = [
        fetch(f"{process.http}/v1/traces", payload, **{"Content-Type": content_type})[1]
        for payload in (body[:-3], token.encode(), b'{"resourceSpans":"%s"}' % token.encode())
        for content_type in ("application/x-protobuf", "application/json")
    ]
    with socket.create_connection(("127.0.0.1", int(process.http.rpartition(":")[2]))) as raw:
        raw.sendall(f"{token} {token}\r\n\r\n".encode())
        answers.append(raw.recv(65536))
    answers.append(fetch(f"{process.admin}/metrics")[1])
    answers.append(fetch(f"{process.admin}/api/state")[1])
    process.process.send_signal(signal.SIGTERM)
    process.process.wait(PATIENCE)
    process.end()
    assert token.encode() not in b"".join(answers) + process.log


def test_start_is_refused_with_a_reason(launch: Callable[..., Process], tmp_path: Path) -> None:
    process = launch()
    assert process.process.wait(PATIENCE) == 1
    process.end()
    assert b"expected --sink URL" in process.log
    taken = launch("http://127.0.0.1:9", queue={"directory": str(tmp_path / "spanveil.json")})
    assert taken.process.wait(PATIENCE) == 1
    taken.end()
    assert b"queue.directory" in taken.log
    assert b"Traceback" not in taken.log
