"""OpenTelemetry JS as a client, where node and its packages are present."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from spanveil.gateway._signals import SIGNALS
from tests.gateway.processes import PATIENCE

SDKS = {"trace": "sdk-trace-base", "logs": "sdk-logs", "metrics": "sdk-metrics"}
PACKAGES = [f"@opentelemetry/{name}" for name in SDKS.values()] + [
    f"@opentelemetry/exporter-{signal}-otlp-{transport}"
    for signal in SDKS
    for transport in ("grpc", "http", "proto")
]
TEXT = "Jane Roe asked about her loan"


def node_or_skip() -> str:
    """Return node's path; `NODE_PATH` names the directory that npm installed the packages to."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("there is no node")
    for package in PACKAGES:
        found = subprocess.run(
            [node, "-e", f"require.resolve('{package}')"], capture_output=True, check=False
        )
        if found.returncode:
            pytest.skip(f"npm install {' '.join(PACKAGES)}, then set NODE_PATH to its node_modules")
    return node


def test_opentelemetry_js_sends_all_signals_over_grpc_json_and_protobuf(
    configured: Any, running: Any, http_sink: Any
) -> None:
    node = node_or_skip()
    gateway = running(configured(http_sink))
    script = Path(__file__).parent / "client.mjs"
    subprocess.run(
        [node, str(script), gateway.grpc, gateway.http, TEXT],
        env={**os.environ, "NO_PROXY": "127.0.0.1"},
        check=True,
        timeout=PATIENCE,
    )
    sent = gateway.worker.stats.get
    for spec in SIGNALS.values():
        http_sink.wait(lambda spec=spec: sent(f"otelcol_exporter_sent_{spec.counted}") == 4)
    assert sent("otelcol_receiver_requests", outcome="success") == 12
    assert sent("otelcol_receiver_requests", outcome="success", transport="grpc") == 3
    assert TEXT.encode() not in http_sink.wire
    assert len({span.span_id for span in http_sink.spans()}) == 1
    for span in http_sink.spans():
        found = {pair.key: pair.value.string_value for pair in span.attributes}
        assert found["gen_ai.request.model"] == "gpt-4o"
        assert found["gen_ai.input.messages"].startswith("[redacted")
