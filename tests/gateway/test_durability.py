"""What was acknowledged is on disk, whatever moment the machine stops at.

``kill -9`` alone says nothing of a power cut, which the page cache does not survive. So the order
of system calls is looked at, and copies of the queue's files, taken while nothing runs, are
replayed with what a cut could have left of the newest writes.
"""

import os
import random
import re
import secrets
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from spanveil.gateway import Signal
from spanveil.gateway._content import unpacked
from spanveil.gateway._queue_file import NewBatch, QueueFile
from tests.gateway.conftest import wait
from tests.gateway.processes import MAIN, PATIENCE, Process, post, request
from tests.ports import free_port

SNAPSHOTS = 25


class Load:
    """Clients that send until told to stop, and what was acknowledged."""

    def __init__(self, url: str, clients: int = 4) -> None:
        self.acknowledged: set[bytes] = set()
        self._url = url
        self._stop = threading.Event()
        self._threads = [threading.Thread(target=self._send) for _ in range(clients)]
        for thread in self._threads:
            thread.start()

    def _send(self) -> None:
        while not self._stop.is_set():
            ids, body = request(random.choice((1, 5, 200)))  # noqa: S311
            try:
                if post(self._url, body) == 200:
                    self.acknowledged.update(ids)
            except OSError:
                time.sleep(0.01)

    def stop(self) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join()


def span_ids(directory: Path) -> set[bytes]:
    """Return the spans in a copy of a queue."""
    file = QueueFile(directory / "queue-0.sqlite3")
    try:
        found: set[bytes] = set()
        for stored in file.pending():
            body = unpacked(file.body(stored.id))
            for of_resource in ExportTraceServiceRequest.FromString(body).resource_spans:
                for of_scope in of_resource.scope_spans:
                    found.update(span.span_id for span in of_scope.spans)
        return found
    finally:
        file.close()


@pytest.mark.parametrize("is_up", [False, True])
def test_a_copy_of_any_moment_has_all_that_was_acknowledged_before_it(
    is_up: bool, launch: Callable[..., Process], http_sink: Any, tmp_path: Path
) -> None:
    http_sink.always = None if is_up else (503, {})
    process = launch(http_sink.url)
    process.wait_ready()
    load = Load(process.http)
    rng = random.Random(7)  # noqa: S311 - moments
    copies: list[tuple[Path, set[bytes], set[bytes]]] = []
    try:
        for number in range(SNAPSHOTS):
            time.sleep(rng.uniform(0.005, 0.15))
            before = set(load.acknowledged)
            # A stopped process and its files are what `kill -9` at this moment would leave.
            os.kill(process.process.pid, signal.SIGSTOP)
            try:
                copy = tmp_path / f"copy-{number}"
                shutil.copytree(tmp_path / "queue", copy)
                delivered = {span.span_id for span in http_sink.spans()}
            finally:
                os.kill(process.process.pid, signal.SIGCONT)
            copies.append((copy, before, delivered))
        wait(lambda: len(load.acknowledged) > 100)
    finally:
        load.stop()
    assert len(load.acknowledged) > 100
    for copy, before, delivered in copies:
        # A frame that was being written when the power went: its bytes are anything.
        with (copy / "queue-0.sqlite3-wal").open("ab") as log:
            log.write(rng.randbytes(rng.randrange(40_000)))
        assert before <= span_ids(copy) | delivered


def test_a_log_cut_at_any_byte_has_all_that_was_written_before(tmp_path: Path) -> None:
    """Replay lengths that the newest write could have had, each at the edges of a commit."""
    home = tmp_path / "queue"
    file = QueueFile(home / "queue-0.sqlite3")
    committed: list[tuple[int, set[bytes]]] = []
    log = home / "queue-0.sqlite3-wal"
    known: set[bytes] = set()
    for number in range(6):
        ids, body = request(20)
        compressed = _compressed(body)
        file.write([NewBatch(Signal.TRACES, "t", 20, float(number), compressed, ("s",))], [])
        known |= set(ids)
        committed.append((log.stat().st_size, set(known)))
    whole = log.read_bytes()
    base = (home / "queue-0.sqlite3").read_bytes()
    sizes = [size for size, _ in committed]
    cuts = {size + shift for size in sizes for shift in (-1, 0, 1, 23, 24, 25)}
    cuts |= {random.Random(3).randrange(sizes[0], len(whole)) for _ in range(40)}  # noqa: S311
    for cut in sorted(cut for cut in cuts if sizes[0] <= cut <= len(whole)):
        copy = tmp_path / f"cut-{cut}"
        copy.mkdir()
        (copy / "queue-0.sqlite3").write_bytes(base)
        (copy / "queue-0.sqlite3-wal").write_bytes(whole[:cut])
        expected = max(
            (ids for size, ids in committed if size <= cut), key=len, default=set[bytes]()
        )
        assert span_ids(copy) == expected
        shutil.rmtree(copy)
    file.close()


def _compressed(body: bytes) -> bytes:
    from spanveil.gateway._compression import compress

    return compress(body)


STRACE = shutil.which("strace")


@pytest.mark.skipif(STRACE is None, reason="there is no strace")
@pytest.mark.parametrize("transport", ["http", "grpc"])
def test_the_disk_has_it_before_the_client_hears_of_it(
    transport: str, http_sink: Any, tmp_path: Path
) -> None:
    trace = tmp_path / "trace"
    grpc, http = (f"127.0.0.1:{free_port()}" for _ in range(2))
    config = tmp_path / "spanveil.json"
    config.write_text('{"gateway": {"admin": null, "shutdown_timeout": 0.2}}')
    http_sink.always = (503, {})
    calls = "fsync,fdatasync,pwrite64,sendto,sendmsg,write,writev,recvfrom,recvmsg,read"
    arguments = f"--config {config} --listen-grpc {grpc} --listen-http {http} --data-dir queue"
    process = subprocess.Popen(
        [
            *(
                str(STRACE),
                "-D",
                "-f",
                "-y",
                "-s",
                "8000",
                "-e",
                f"trace={calls}",
                "-o",
                str(trace),
            ),
            *(sys.executable, "-c", MAIN, *arguments.split(), "--sink", http_sink.url),
        ],
        cwd=tmp_path,
        stderr=subprocess.PIPE,
    )
    marks = [f"mark-{secrets.token_hex(6)}" for _ in range(8)]
    try:
        _wait_listening(process, http)
        for mark in marks:
            _send_marked(transport, grpc, http, mark)
    finally:
        process.terminate()
        _, said = process.communicate(timeout=PATIENCE)
    if b"ptrace" in said:
        pytest.skip("this system lets nobody trace")
    lines = trace.read_text("utf-8", "replace").splitlines()
    answer = re.compile(r"(?:sendto|write|writev|sendmsg)\(\d+<(?:TCP|socket)")
    for mark in marks:
        arrived = next(
            number
            for number, line in enumerate(lines)
            if mark in line and re.search(r"recvfrom|recvmsg|read", line)
        )
        synced = next(
            number
            for number, line in enumerate(lines[arrived:], arrived)
            if re.search(r"f(?:data)?sync\(\d+<[^>]*-wal>", line) or _resumed_sync(line)
        )
        first_answer = next(
            number
            for number, line in enumerate(lines[arrived:], arrived)
            if answer.search(line) and ("HTTP/1.1 200" in line or "application/grpc" in line)
        )
        assert arrived < synced < first_answer, (arrived, synced, first_answer)


def _resumed_sync(line: str) -> bool:
    return "sync resumed>" in line


def _wait_listening(process: subprocess.Popen[bytes], http: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        try:
            post(f"http://{http}", b"")
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail("the gateway did not listen")


def _send_marked(transport: str, grpc_address: str, http: str, mark: str) -> None:
    message = ExportTraceServiceRequest()
    span = message.resource_spans.add().scope_spans.add().spans.add(name="chat")
    span.attributes.add(key="app.mark").value.string_value = mark
    if transport == "http":
        assert post(f"http://{http}", message.SerializeToString()) == 200
        return
    import grpc

    # A connection of its own: on a shared one the header that tells an answer is an index.
    options = [("grpc.use_local_subchannel_pool", 1)]
    with grpc.insecure_channel(grpc_address, options=options) as channel:
        service = "opentelemetry.proto.collector.trace.v1.TraceService"
        call: Any = channel.unary_unary(f"/{service}/Export")
        call(message.SerializeToString(), timeout=PATIENCE)
