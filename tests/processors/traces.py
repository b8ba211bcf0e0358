"""One trace with a canary in every position of a span that can hold text."""

import json
from base64 import b64encode

from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.trace import (
    Link,
    NonRecordingSpan,
    SpanContext,
    Status,
    StatusCode,
    TraceFlags,
    TraceState,
    set_span_in_context,
)
from opentelemetry.util.types import AnyValue

from tests.processors.canaries import Canaries
from tests.processors.sdk import RICH_ATTRIBUTES

NOT_CARRIED = frozenset({"link_trace_state"}) | (
    frozenset()
    if RICH_ATTRIBUTES
    else {"late_link", "list_item", "map_deep", "map_key", "map_value", "nested_message"}
)
"""Positions that OpenTelemetry's own Python encoder leaves out (1.45.2, trace_encoder)."""


def resource(canaries: Canaries) -> Resource:
    """Return a service's resource with canaries in it."""
    return Resource(
        {
            "service.name": "agents",
            "service.note": canaries.prose("resource_value"),
            canaries.prose("resource_key"): "x",
            "spanveil.tenant": canaries["resource_tenant"],
        },
        f"https://schemas.example/{canaries['resource_schema_url']}",
    )


def plant(provider: TracerProvider, canaries: Canaries) -> None:
    """Run a piece of an agent whose telemetry holds one canary in each position."""
    p = canaries.prose
    tracer = provider.get_tracer(
        f"scope {p('scope_name')}",
        f"1.0 {p('scope_version')}",
        f"https://schemas.example/{canaries['scope_schema_url']}",
        {"note": p("scope_value"), p("scope_key"): "x"},
    )
    parent = set_span_in_context(NonRecordingSpan(_remote(canaries["trace_state"])))
    links = [Link(_remote(canaries["link_trace_state"]), {"n": p("link"), p("link_key"): 1})]
    span = tracer.start_span(p("name"), parent, attributes=_start(canaries), links=links)
    span.set_attributes(_content(canaries))
    span.add_event(p("event_name"), {"note": p("event_value"), p("event_key"): "x"})
    span.add_event("encoded", canaries.encoded("event"))
    span.add_event("gen_ai.content.prompt", {"gen_ai.prompt": p("event_prompt")})
    span.add_link(_remote(canaries["link_trace_state"]), {"deep": {"er": [p("late_link")]}})
    try:
        _fail(p("exception_message"), p("exception_note"), p("exception_cause"))
    except RuntimeError as error:
        span.record_exception(error, {"exception.hint": p("exception_extra")})
    span.set_status(Status(StatusCode.ERROR, f"RuntimeError: {p('status')}"))
    span.end()


def _remote(secret: str) -> SpanContext:
    state = TraceState([("vendor", f"v.{secret}")])
    return SpanContext(0xABC, 0xDEF, True, TraceFlags(TraceFlags.SAMPLED), state)


def _start(canaries: Canaries) -> dict[str, str]:
    return {"at.start": canaries.prose("at_start"), "spanveil.tenant": canaries["tag_value"]}


def _fail(message: str, note: str, cause: str) -> None:
    try:
        raise ValueError(cause)
    except ValueError as error:
        failure = RuntimeError(message)
        failure.add_note(note)
        raise failure from error


def _content(canaries: Canaries) -> dict[str, AnyValue]:
    p = canaries.prose
    message = {"role": "user", "parts": [{"type": "text", "content": p("json_message")}]}
    call = {"type": "tool_call", "id": p("call_id"), "name": p("tool_name")}
    arguments = {"arguments": json.dumps({"to": p("json_in_json"), p("json_key"): 1})}
    return {
        "note": p("value"),
        p("key"): "x",
        "gen_ai.request.model": p("safe_value"),
        "gen_ai.input.messages": json.dumps([message, call | arguments]),
        "gen_ai.output.messages": [{"role": "assistant", "content": p("nested_message")}],
        "llm.input_messages.0.message.content": p("openinference"),
        "traceloop.entity.input": p("traceloop"),
        "input.value": json.dumps({"q": p("input_value")}),
        "raw": p("bytes").encode(),
        "map": {"a": {"b": [p("map_value"), {"c": p("map_deep")}]}, p("map_key"): 1},
        "list": [p("list_item"), 7],
        "user.id": p("user_id"),
        "url.full": f"https://host.example/{canaries['url_path']}?q={canaries['url_query']}",
        "db.query.text": f"INSERT '{canaries['sql']}' INTO t",
        "http.request.header.authorization": [f"Bearer {canaries['header']}"],
        "encoded.json": json.dumps(p("unicode_escape")).replace("@", "\\u0040"),
        "encoded.base64": b64encode(p("base64").encode()).decode(),
        **{f"app.{form}": text for form, text in canaries.encoded("attribute").items()},
        "spanveil.note": p("reserved_key"),
        "spanveil.tenant": canaries["tag_value"],
    }
