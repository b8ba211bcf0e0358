"""A small agent service as the plugin's tests run it, with and without Spanveil.

It calls a model API over HTTP and records what such services record: prompts, tool results, errors,
who asked. It is copied beside the test that runs it, so it imports nothing of this project's tests.
"""

import json
import logging
import os
import urllib.request
from typing import Any

from opentelemetry import baggage, metrics, trace
from opentelemetry import context as otel_context

from spanveil.context import require_tenant

PROTECTED = os.environ.get("SAMPLE_PROTECTED") == "1"
MODEL_API = os.environ.get("SAMPLE_MODEL_API", "")
TOOLS: dict[str, str] = {}


def set_up() -> None:
    """Start telemetry."""
    if PROTECTED:
        from spanveil.processors import configure

        configure()
    elif not isinstance(trace.get_tracer_provider(), _sdk()):
        _set_up_plain()


def _sdk() -> type:
    from opentelemetry.sdk.trace import TracerProvider

    return TracerProvider


def _set_up_plain() -> None:
    from opentelemetry._logs import set_logger_provider
    from opentelemetry.exporter.otlp.proto.grpc.trace_exporter import OTLPSpanExporter
    from opentelemetry.exporter.otlp.proto.http._log_exporter import OTLPLogExporter
    from opentelemetry.exporter.otlp.proto.http.metric_exporter import OTLPMetricExporter
    from opentelemetry.sdk._logs import LoggerProvider
    from opentelemetry.sdk._logs.export import BatchLogRecordProcessor
    from opentelemetry.sdk.metrics import MeterProvider
    from opentelemetry.sdk.metrics.export import PeriodicExportingMetricReader
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import BatchSpanProcessor

    traces = TracerProvider()
    traces.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    trace.set_tracer_provider(traces)
    logs = LoggerProvider()
    logs.add_log_record_processor(BatchLogRecordProcessor(OTLPLogExporter()))
    set_logger_provider(logs)
    reader = PeriodicExportingMetricReader(OTLPMetricExporter())
    metrics.set_meter_provider(MeterProvider([reader]))


def answer(prompt: str) -> str:
    """Answer a prompt of the bound tenant."""
    context = require_tenant()
    tracer = trace.get_tracer("sample")
    with tracer.start_as_current_span("invoke_agent sample") as span:
        span.set_attribute("gen_ai.operation.name", "invoke_agent")
        span.set_attribute("user.id", context.user_id)
        messages = [{"role": "user", "parts": [{"type": "text", "content": prompt}]}]
        span.set_attribute("gen_ai.input.messages", json.dumps(messages))
        with tracer.start_as_current_span("execute_tool lookup") as tool:
            result = TOOLS.get(context.require_tenant(), "nothing found")
            tool.set_attribute("gen_ai.tool.name", "lookup")
            tool.add_event("tool.result", {"gen_ai.tool.call.result": result})
        _log_and_count(context.user_id, prompt)
        return _model(prompt, result, None if PROTECTED else context.tenant_id)


def _log_and_count(user_id: str, prompt: str) -> None:
    from opentelemetry._logs import get_logger

    get_logger("sample").emit(body={"prompt": prompt}, severity_text="INFO")
    metrics.get_meter("sample").create_counter("requests").add(1, {"user": user_id})


def _model(prompt: str, result: str, tenant: str | None) -> str:
    body: dict[str, Any] = {"model": "demo", "messages": [prompt, result]}
    headers = {"content-type": "application/json"}
    if tenant is not None:
        # What an instrumentation does for a service that put its tenant into baggage.
        token = otel_context.attach(baggage.set_baggage("tenant", tenant))
        headers["baggage"] = f"tenant={baggage.get_baggage('tenant')}"
        otel_context.detach(token)
    request = urllib.request.Request(  # noqa: S310  (the address is the test's own)
        MODEL_API, json.dumps(body).encode(), headers
    )
    with urllib.request.urlopen(request, timeout=60) as response:  # noqa: S310
        logging.getLogger("sample").debug("answered")
        return str(json.load(response)["answer"])
