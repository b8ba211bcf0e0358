"""The real packages that bring processors and providers of their own.

Langfuse and Phoenix are installed with the other development requirements. OpenLIT, Traceloop and
Logfire cannot be: OpenLIT needs an older ``openai`` and ``anthropic`` than the demo's agent, and
Logfire is loaded into every process that imports pydantic. They have an environment of their own,
which ``make test-vendors`` builds; without it their tests are skipped.
"""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.processors.receivers import Received

PROTECT = """
import sys, os, base64, secrets
os.environ["SPANVEIL_TAG_KEYS"] = "k1:" + base64.b64encode(secrets.token_bytes(32)).decode()
from spanveil.processors import protect
endpoint, secret, guarded = sys.argv[1], sys.argv[2], sys.argv[3] == "True"
if guarded:
    protect()
"""
WORK = """
with tracer.start_as_current_span(f"call {secret} about the loan") as span:
    span.set_attribute("note", f"my doctor is {secret} since last year")
    span.set_attribute("gen_ai.input.messages", f"my doctor is {secret} since last year")
    span.add_event("e", {"note": f"my doctor is {secret} since last year"})
provider.force_flush()
print("done")
"""
VENDORS = {
    "langfuse": """
from langfuse import Langfuse
client = Langfuse(public_key="pk-lf-x", secret_key="sk-lf-x", base_url=endpoint, flush_at=1)
from opentelemetry import trace
provider = trace.get_tracer_provider()
tracer = trace.get_tracer("openinference.instrumentation.langchain")
""",
    "phoenix": """
from phoenix.otel import register
provider = register(endpoint=endpoint + "/v1/traces", protocol="http/protobuf", verbose=False)
tracer = provider.get_tracer("t")
""",
    "logfire": """
import logfire
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
logfire.configure(send_to_logfire=False, console=False, inspect_arguments=False, scrubbing=False,
    additional_span_processors=[SimpleSpanProcessor(OTLPSpanExporter(endpoint + "/v1/traces"))])
from opentelemetry import trace
provider = trace.get_tracer_provider()
tracer = trace.get_tracer("t")
""",
    "openlit": """
import json, openlit, tempfile
prices = tempfile.NamedTemporaryFile("w", suffix=".json")  # or it would fetch its own list
prices.write(json.dumps({"chat": {}})); prices.flush()
openlit.init(otlp_endpoint=endpoint, disable_batch=True, pricing_json=prices.name,
    disable_metrics=True, disable_events=True)
from opentelemetry import trace
provider = trace.get_tracer_provider()
tracer = trace.get_tracer("t")
""",
    "traceloop": """
os.environ["TRACELOOP_TELEMETRY"] = "false"
os.environ["TRACELOOP_METRICS_ENABLED"] = "false"
from traceloop.sdk import Traceloop
from traceloop.sdk.tracing.tracing import TracerWrapper
Traceloop.init(app_name="t", api_endpoint=endpoint, api_key="k", disable_batch=True,
    instruments=set(), telemetry_enabled=False,
    span_postprocess_callback=lambda span: span._attributes.update(
        {"note.added": f"my doctor is {secret} since last year"}))
from opentelemetry import trace
provider = trace.get_tracer_provider()
tracer = TracerWrapper().get_tracer()
""",
}
MODULES = {
    "langfuse": "langfuse",
    "phoenix": "phoenix.otel",
    "logfire": "logfire",
    "openlit": "openlit",
    "traceloop": "traceloop.sdk",
}
VENDORS_PYTHON = Path(__file__).parents[2] / ".venv-vendors" / "bin" / "python"


def python_with(module: str) -> str:
    """Return the interpreter of the environment that has a package, or skip the test."""
    if find_spec(module.partition(".")[0]) is not None:
        return sys.executable
    if module not in ("langfuse", "phoenix.otel") and VENDORS_PYTHON.exists():
        return str(VENDORS_PYTHON)
    pytest.skip("runs where the vendor's package is installed: make test-vendors")


@pytest.mark.parametrize("vendor", VENDORS)
@pytest.mark.parametrize("guarded", [True, False])
@pytest.mark.parametrize("early", [True, False], ids=["set up before", "set up after"])
def test_what_the_vendors_exporter_sends(
    vendor: str, guarded: bool, early: bool, otlp_http: Received
) -> None:
    python = python_with(MODULES[vendor])
    secret = "qwbzrtkxplmn"
    # Before: the vendor's provider exists when the guard comes.
    vendor_first = PROTECT.rsplit("if guarded", 1)[0] + VENDORS[vendor]
    program = (
        vendor_first + "if guarded:\n    protect()\n" + WORK
        if early
        else PROTECT + VENDORS[vendor] + WORK
    )
    done = subprocess.run(
        [python, "-c", program, otlp_http.endpoint, secret, str(guarded)],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip().endswith("done")
    bodies = b"".join(body for kept in otlp_http.bodies.values() for body in kept)
    assert bodies, "the vendor's exporter sent something"
    assert (secret.encode() in bodies) is not guarded
