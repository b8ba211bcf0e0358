"""`spanveil gateway` in a process of its own, and what a test says to it."""

import json
import secrets
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

MAIN = "from spanveil.gateway.command import gateway; gateway()"
PATIENCE = 120.0
"""Seconds for what a busy machine is slow with: only a fault uses them up."""


class Process:
    """`spanveil gateway` in a process of its own."""

    def __init__(self, config: Path, **how: Any) -> None:
        self.path = config
        self.config = json.loads(config.read_text())["gateway"]
        self.http = f"http://{self.config['receivers']['http']}"
        self.admin = f"http://{self.config['admin']}"
        self.process = subprocess.Popen(
            [sys.executable, "-c", MAIN, "--config", str(config)],
            stderr=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            **how,
        )
        self.log = b""
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.log += line

    def wait_ready(self, seconds: float = PATIENCE) -> None:
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                pytest.fail(f"ended: {self.log.decode()}")
            try:
                if fetch(f"{self.admin}/readyz")[0] == 200:
                    return
            except OSError:
                pass
            time.sleep(0.05)
        pytest.fail(f"never ready: {self.log.decode()}")

    def metric(self, series: str) -> float:
        text = fetch(f"{self.admin}/metrics")[1].decode()
        return sum(
            float(line.rpartition(" ")[2]) for line in text.splitlines() if line.startswith(series)
        )

    def end(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(PATIENCE)
        self._reader.join(PATIENCE)
        assert self.process.stderr is not None
        self.process.stderr.close()


def fetch(url: str, body: bytes | None = None, **headers: str) -> tuple[int, bytes]:
    request = urllib.request.Request(url, body, headers)  # noqa: S310 - loopback
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as response:  # noqa: S310
            return response.status, response.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read()


def post(url: str, body: bytes) -> int:
    return fetch(f"{url}/v1/traces", body, **{"Content-Type": "application/x-protobuf"})[0]


def request(count: int, canary: str = "") -> tuple[list[bytes], bytes]:
    message = ExportTraceServiceRequest()
    spans = message.resource_spans.add().scope_spans.add().spans
    ids = [secrets.token_bytes(8) for _ in range(count)]
    for span_id in ids:
        span = spans.add(span_id=span_id, trace_id=secrets.token_bytes(16), name="chat")
        span.attributes.add(key="gen_ai.input.messages").value.string_value = canary or "hello"
    return ids, message.SerializeToString()
