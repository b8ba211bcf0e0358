"""What operators debug with, and a check that redaction leaves it to them."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from opentelemetry.sdk.trace import ReadableSpan

from spanveil.config import Config
from spanveil.testing._otlp import parse_traces
from spanveil.testing._replay import RecordedSpan, from_otlp, from_sdk, redacted

# OpenTelemetry semantic conventions (GenAI, HTTP, RPC, exceptions) and OpenInference: the
# attributes that say what ran, on which model, at what price and how it ended.
_FACTS: Final = re.compile(
    r"gen_ai\.(?:operation\.name|provider\.name|system|output\.type|tool\.(?:name|type)"
    r"|request\.(?:model|max_tokens|temperature|top_p|top_k|seed|choice\.count)"
    r"|response\.(?:model|finish_reasons)|usage\.\w+)"
    r"|llm\.(?:model_name|provider|system|token_count\.[\w.]+)"
    r"|llm\.(?:input|output)_messages\.\d+\.message\.role"
    r"|openinference\.span\.kind|embedding\.model_name|reranker\.model_name|tool\.name"
    r"|http\.(?:request\.method|response\.status_code|route)"
    r"|rpc\.(?:system|method)|rpc\.grpc\.status_code|error\.type|exception\.type|server\.port"
)
_MESSAGES: Final = ("gen_ai.input.messages", "gen_ai.output.messages")
_NAME_PARTS: Final = ("gen_ai.request.model", "gen_ai.tool.name")
_MOST_SHOWN: Final = 20

Recording = Path | bytes | Sequence[ReadableSpan]


def assert_facts_kept(recorded: Recording, *, config: Config | None = None) -> None:
    """Fail if redaction takes away what operators need from a trace of yours.

    The spans are sent through the real processor and exporter as spans of one tenant, and compared
    before and after: ids, parents, kinds, times, status codes, span names that the conventions
    compose, and the attributes that say what ran, on which model, with how many tokens, and how it
    ended.

    Args:
        recorded: An OTLP trace export (protobuf, JSON, or a Collector's JSON lines) as a file or
            bytes, or the finished spans of an `InMemorySpanExporter`.
        config: The configuration to check; the defaults if not given. Its first sink counts.

    Raises:
        AssertionError: A fact is missing or changed, or the recording has no spans. The message
            names the span by its position, and the fact, never a value.
        ValueError: The recording cannot be read.
    """
    before = list(_spans(recorded))
    if not before:
        raise AssertionError("the recording has no spans")
    after = redacted(before, config)
    lines = list(_differences(before, after))
    if lines:
        more = len(lines) - _MOST_SHOWN
        shown = [*lines[:_MOST_SHOWN], *([f"and {more} more"] if more > 0 else [])]
        raise AssertionError("\n  - ".join([f"{len(lines)} facts lost:", *shown]))


def _spans(recorded: Recording) -> Iterator[RecordedSpan]:
    if isinstance(recorded, Path):
        recorded = recorded.read_bytes()
    if isinstance(recorded, bytes):
        yield from from_otlp(parse_traces(recorded))
    else:
        yield from map(from_sdk, recorded)


def _differences(before: Sequence[RecordedSpan], after: Sequence[RecordedSpan]) -> Iterator[str]:
    if len(before) != len(after):
        yield f"{len(before)} spans became {len(after)}"
    for index, (one, other) in enumerate(zip(before, after, strict=False)):
        facts, kept = dict(_facts(one)), dict(_facts(other))
        for name, value in facts.items():
            if name not in kept:
                yield f"span {index}: {name} is missing"
            elif kept[name] != value:
                yield f"span {index}: {name} changed"


def _facts(span: RecordedSpan) -> Iterator[tuple[str, object]]:
    for name in ("trace_id", "span_id", "parent_id", "kind", "start", "end"):
        yield name, getattr(span, name)
    yield "status code", span.status.status_code
    yield "events", [time for _, time, _ in span.events]
    yield "links", [(trace_id, span_id) for trace_id, span_id, _ in span.links]
    yield from _attribute_facts("attribute", span.attributes)
    for index, (_, _, attributes) in enumerate(span.events):
        yield from _attribute_facts(f"event {index} attribute", attributes)
    for key in _MESSAGES:
        roles = _roles(span.attributes.get(key))
        if roles:
            yield f"attribute {key!r} message roles", roles
    if span.name in _composed_names(span.attributes):
        yield "name", span.name


def _attribute_facts(where: str, attributes: Mapping[str, Any]) -> Iterator[tuple[str, object]]:
    for key, value in attributes.items():
        if _FACTS.fullmatch(key):
            yield f"{where} {key!r}", list(value) if isinstance(value, tuple) else value


def _roles(messages: object) -> list[str]:
    """Return the roles of messages, given as JSON or as structured attributes."""
    if isinstance(messages, str):
        try:
            messages = json.loads(messages)
        except (ValueError, RecursionError):
            return []
    if not isinstance(messages, list | tuple):
        return []
    return [str(message.get("role")) for message in messages if isinstance(message, Mapping)]


def _composed_names(attributes: Mapping[str, Any]) -> set[str]:
    """Return the names that the GenAI conventions compose: `{operation} {model or tool}`."""
    operation = attributes.get("gen_ai.operation.name")
    return {
        f"{operation} {attributes[part]}"
        for part in _NAME_PARTS
        if operation and part in attributes
    }
