"""``opentelemetry-instrument`` with the package installed: protected without an edit."""

import base64
import os
import secrets
import subprocess
import sys
from pathlib import Path

import pytest

from tests.processors.receivers import Received, attributes

APP = """
import logging, sys
from opentelemetry import metrics, trace
secret = sys.argv[1]
with trace.get_tracer("app").start_as_current_span(f"call {secret} about the loan") as span:
    span.set_attribute("note", f"my doctor is {secret} since last year")
    span.add_event("e", {"note": f"my doctor is {secret} since last year"})
metrics.get_meter("app").create_counter("calls").add(1, {"note": f"my doctor is {secret} again"})
print("the service runs on")
"""
SECRET = "".join(secrets.choice("bcdfghjklmnpqrstvwxz") for _ in range(14))
KEYS = f"k1:{base64.b64encode(secrets.token_bytes(32)).decode()}"
YAML = """
file_format: "1.0"
tracer_provider:
  processors:
    - simple:
        exporter:
          otlp_grpc:
            endpoint: {endpoint}
            tls: {{insecure: true}}
"""


def run(tmp_path: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the service as an operator does, with nothing of this process's environment."""
    app = tmp_path / "app.py"
    app.write_text(APP)
    program = Path(sys.executable).with_name("opentelemetry-instrument")
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "OTEL_PYTHON_DISABLED_INSTRUMENTATIONS": "*",
        "OTEL_EXPORTER_OTLP_INSECURE": "true",
        **variables,
    }
    return subprocess.run(
        [str(program), sys.executable, str(app), SECRET],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


EXPORTS = {
    "OTEL_TRACES_EXPORTER": "otlp",
    "OTEL_METRICS_EXPORTER": "otlp",
    "OTEL_LOGS_EXPORTER": "none",
}


@pytest.mark.parametrize(
    "variables",
    [
        {},
        EXPORTS,
        {**EXPORTS, "OTEL_PYTHON_DISTRO": "spanveil"},
        {**EXPORTS, "OTEL_PYTHON_CONFIGURATOR": "spanveil"},
    ],
    ids=["our sink", "their exporters", "our distro", "our configurator"],
)
def test_protected(variables: dict[str, str], tmp_path: Path, otlp_grpc: Received) -> None:
    endpoint = {"OTEL_EXPORTER_OTLP_ENDPOINT": otlp_grpc.endpoint}
    done = run(tmp_path, SPANVEIL_TAG_KEYS=KEYS, **endpoint, **variables)
    assert (done.returncode, done.stdout) == (0, "the service runs on\n"), done.stderr
    assert [attributes(span)["spanveil.tenant"] for span in otlp_grpc.spans] == ["unscoped"]
    assert "calls" in {metric.name for metric in otlp_grpc.metrics}
    assert SECRET.encode() not in otlp_grpc.wire


def test_without_spanveils_hook_the_canary_arrives(tmp_path: Path, otlp_grpc: Received) -> None:
    """The control: the same service, set up by the stock configurator alone."""
    program = tmp_path / "plain.py"
    program.write_text(
        "from opentelemetry.sdk._configuration import _OTelSDKConfigurator\n"
        "_OTelSDKConfigurator().configure()\n" + APP
    )
    done = subprocess.run(
        [sys.executable, str(program), SECRET],
        env={
            "PATH": os.environ["PATH"],
            "OTEL_EXPORTER_OTLP_ENDPOINT": otlp_grpc.endpoint,
            **EXPORTS,
        },
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    assert done.stdout == "the service runs on\n"
    assert SECRET.encode() in otlp_grpc.wire


@pytest.mark.parametrize(
    ("variables", "reason"),
    [
        ({}, "there are no tag keys: set SPANVEIL_TAG_KEYS"),
        ({"SPANVEIL_TAG_KEYS": KEYS, "SPANVEIL_MODE": "s3cret"}, "SPANVEIL_MODE: expected one of"),
        ({"SPANVEIL_TAG_KEYS": KEYS, "SPANVEIL_CONFIG": "/absent.yaml"}, "a readable file"),
    ],
)
def test_a_set_up_that_fails_exports_nothing_and_the_service_runs(
    variables: dict[str, str], reason: str, tmp_path: Path, otlp_grpc: Received
) -> None:
    endpoint = {"OTEL_EXPORTER_OTLP_ENDPOINT": otlp_grpc.endpoint}
    done = run(tmp_path, **EXPORTS, **endpoint, **variables)
    assert (done.returncode, done.stdout) == (0, "the service runs on\n"), done.stderr
    assert otlp_grpc.wire == b""
    assert "telemetry is off, since it cannot be protected: " in done.stderr
    assert reason in done.stderr
    assert "s3cret" not in done.stderr


def test_declarative_configuration(tmp_path: Path, otlp_grpc: Received) -> None:
    file = tmp_path / "otel.yaml"
    file.write_text(YAML.format(endpoint=otlp_grpc.endpoint))
    done = run(tmp_path, SPANVEIL_TAG_KEYS=KEYS, OTEL_CONFIG_FILE=str(file))
    assert (done.returncode, done.stdout) == (0, "the service runs on\n"), done.stderr
    assert [attributes(span)["spanveil.tenant"] for span in otlp_grpc.spans] == ["unscoped"]
    assert SECRET.encode() not in otlp_grpc.wire


@pytest.mark.parametrize("configured", [True, False], ids=["our sink", "their exporters"])
def test_our_propagator_by_its_name(configured: bool, tmp_path: Path, otlp_grpc: Received) -> None:
    """An untrusted caller's trace is not continued, nor is its baggage."""
    app = tmp_path / "named.py"
    app.write_text(
        "from opentelemetry import baggage, propagate, trace\n"
        "carrier = {'traceparent': f'00-{1:032x}-{2:016x}-01', 'baggage': 'tenant=acme'}\n"
        "context = propagate.extract(carrier)\n"
        "out = {}\n"
        "propagate.inject(out, baggage.set_baggage('user', 'alice'))\n"
        "with trace.get_tracer('t').start_as_current_span('s', context):\n"
        "    propagate.inject(out)\n"
        "print(type(propagate.get_global_textmap()).__name__, dict(baggage.get_all(context)),\n"
        "    trace.get_current_span(context).get_span_context().is_valid, sorted(out))\n"
    )
    program = Path(sys.executable).with_name("opentelemetry-instrument")
    done = subprocess.run(
        [str(program), sys.executable, str(app)],
        env={
            "PATH": os.environ["PATH"],
            "OTEL_PROPAGATORS": "spanveil",
            "OTEL_PYTHON_DISABLED_INSTRUMENTATIONS": "*",
            "OTEL_EXPORTER_OTLP_ENDPOINT": otlp_grpc.endpoint,
            "SPANVEIL_TAG_KEYS": KEYS,
            **({} if configured else EXPORTS),
        },
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    name, rest = done.stdout.strip().split(" ", 1)
    assert "Spanveil" in name or name == "CompositePropagator", done.stderr
    assert rest == "{} False []"
