"""The facts of a recorded trace survive the default profile, and a loss is named."""

import json
from pathlib import Path
from typing import Any

import pytest
from google.protobuf import json_format
from opentelemetry.exporter.otlp.proto.common.trace_encoder import encode_spans
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import Link, SpanKind, Status, StatusCode

from spanveil.testing import _facts as module
from spanveil.testing import assert_facts_kept, assert_no_leak
from spanveil.testing._canary import make_canaries
from spanveil.testing._replay import from_sdk, redacted

TENANT, _ = make_canaries("facts")
MESSAGES = [
    {"role": "system", "parts": [{"type": "text", "content": TENANT.document}]},
    {"role": "user", "parts": [{"type": "text", "content": TENANT.prompt}]},
]


@pytest.fixture
def recorded() -> tuple[ReadableSpan, ...]:
    """A trace of two conventions with an error, recorded by the real SDK without protection."""
    exporter = InMemorySpanExporter()
    provider = TracerProvider(shutdown_on_exit=False)
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    tracer = provider.get_tracer("agent")
    with tracer.start_as_current_span("chat demo-model", kind=SpanKind.CLIENT) as chat:
        chat.set_attributes(
            {
                "gen_ai.operation.name": "chat",
                "gen_ai.provider.name": "openai",
                "gen_ai.request.model": "demo-model",
                "gen_ai.response.finish_reasons": ("stop",),
                "gen_ai.usage.input_tokens": 1240,
                "gen_ai.usage.output_tokens": 86,
                "gen_ai.input.messages": json.dumps(MESSAGES),
                "user.id": TENANT.user_id,
            }
        )
        link = Link(chat.get_span_context())
        with tracer.start_as_current_span("execute_tool lookup", links=[link]) as tool:
            tool.set_attribute("gen_ai.operation.name", "execute_tool")
            tool.set_attribute("gen_ai.tool.name", "lookup")
            tool.set_attribute("error.type", "TimeoutError")
            tool.record_exception(TimeoutError(TENANT.tool_result))
            tool.set_status(Status(StatusCode.ERROR, TENANT.tool_result))
        with tracer.start_as_current_span("llm") as llm:
            llm.set_attribute("openinference.span.kind", "LLM")
            llm.set_attribute("llm.model_name", "demo-model")
            llm.set_attribute("llm.token_count.total", 1326)
            llm.set_attribute("llm.input_messages.0.message.role", "user")
            llm.set_attribute("llm.input_messages.0.message.content", TENANT.prompt)
    return exporter.get_finished_spans()


def _otlp(spans: tuple[ReadableSpan, ...]) -> Any:
    return encode_spans(spans)


def test_the_defaults_keep_the_facts(recorded: tuple[ReadableSpan, ...]) -> None:
    assert_facts_kept(recorded)


def test_the_replay_is_redacted(recorded: tuple[ReadableSpan, ...]) -> None:
    """Else keeping the facts would be no merit."""
    assert_no_leak([vars_of(span) for span in recorded], ["nothing-of-this"])
    with pytest.raises(AssertionError):
        assert_no_leak([vars_of(span) for span in recorded], [TENANT])
    after = redacted([from_sdk(span) for span in recorded], None)
    assert_no_leak(
        [[s.name, s.attributes, s.events, s.status.description] for s in after], [TENANT]
    )


def vars_of(span: ReadableSpan) -> dict[str, Any]:
    return dict(json.loads(span.to_json()))


@pytest.mark.parametrize("form", ["protobuf", "json", "collector lines"])
def test_files(recorded: tuple[ReadableSpan, ...], form: str, tmp_path: Path) -> None:
    request = _otlp(recorded)
    if form == "protobuf":
        payload = request.SerializeToString()
    else:
        document = json_format.MessageToDict(request)
        _hexadecimal_ids(document)
        line = json.dumps(document)
        payload = (f"{line}\n{line}\n" if form == "collector lines" else line).encode()
    path = tmp_path / "trace"
    path.write_bytes(payload)
    assert_facts_kept(path)
    assert_facts_kept(payload)


def _hexadecimal_ids(value: Any) -> None:
    """Turn protobuf's JSON into OTLP's: ids are hexadecimal."""
    import base64

    if isinstance(value, list):
        for item in value:
            _hexadecimal_ids(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key in ("traceId", "spanId", "parentSpanId"):
                value[key] = base64.b64decode(item).hex()
            else:
                _hexadecimal_ids(item)


def test_a_lost_fact_is_named_and_not_quoted(
    recorded: tuple[ReadableSpan, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    def lossy(spans: Any, config: Any) -> Any:
        after = redacted(spans, config)
        # Finished first, the tool's span is the first in the list.
        del after[0].attributes["gen_ai.tool.name"]
        after[2].attributes["gen_ai.request.model"] = "other"
        after[2].attributes["gen_ai.input.messages"] = "[redacted]"
        return after

    monkeypatch.setattr(module, "redacted", lossy)
    with pytest.raises(AssertionError) as failed:
        assert_facts_kept(recorded)
    message = str(failed.value)
    assert "span 0: attribute 'gen_ai.tool.name' is missing" in message
    assert "span 2: attribute 'gen_ai.request.model' changed" in message
    assert "span 2: attribute 'gen_ai.input.messages' message roles is missing" in message
    assert "demo-model" not in message


def test_an_empty_recording_shows_nothing() -> None:
    with pytest.raises(AssertionError, match="no spans"):
        assert_facts_kept([])
    with pytest.raises(AssertionError, match="no spans"):
        assert_facts_kept(b"")


HOSTILE = [
    b"\x00\x01\x02",
    b"{",
    b"{}x",
    b'{"resourceSpans": 7}',
    b'{"resourceSpans": [{"scopeSpans": [{"spans": [{"traceId": "zz"}]}]}]}',
    b'{"a":' * 5000,
    b"\xff" * 100,
]


@pytest.mark.parametrize("payload", HOSTILE, ids=range(len(HOSTILE)))
def test_unreadable_recordings_are_refused_unquoted(payload: bytes) -> None:
    with pytest.raises(ValueError, match="not an OTLP trace export") as refused:
        assert_facts_kept(payload)
    assert refused.value.__cause__ is None
