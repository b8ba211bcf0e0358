"""What operators debug with, and how much of it is still there."""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from examples.demo._canaries import Canary
from examples.demo._search import find
from examples.demo._spans import RESOURCE_ID, SPAN_NAME, STATUS_CODE, SpanRows

# The fixed text that Spanveil puts where content stood: `[redacted:<class>:<length>]`.
_MARKER: Final = re.compile(r"\[redacted(:[a-z_]+)?(:\d+)?\]")
_SIZED_MARKER: Final = re.compile(r"\[redacted:[a-z_]+:\d+\]")

Occurrences = Iterator[tuple[str, str]]


class KeptFact(NamedTuple):
    """How often a kind of fact was recorded, and how often the sink has the same.

    Attributes:
        name: The kind.
        recorded: Occurrences before export.
        kept: Of those, how many reached the sink unchanged, on the same span.
        example: One value that the sink has, empty if it has none.
    """

    name: str
    recorded: int
    kept: int
    example: str


def _by_path(pattern: str) -> Callable[[SpanRows], Occurrences]:
    matches = re.compile(pattern).search

    def extract(span: SpanRows) -> Occurrences:
        return ((path, field.text) for path, field in span.fields.items() if matches(path))

    return extract


def _roles_within(node: Any, pointer: str) -> Occurrences:
    if isinstance(node, dict):
        if isinstance(node.get("role"), str):
            yield f"{pointer}/role", node["role"]
        for key, child in node.items():
            yield from _roles_within(child, f"{pointer}/{key}")
    elif isinstance(node, list):
        for index, child in enumerate(node):
            yield from _roles_within(child, f"{pointer}/{index}")


def _roles(span: SpanRows) -> Occurrences:
    for path, field in span.fields.items():
        if path.endswith(".message.role"):
            yield path, field.text
        elif field.text.startswith(("[", "{")):
            try:
                yield from _roles_within(json.loads(field.text), path)
            except (ValueError, RecursionError):
                continue


def _latency(span: SpanRows) -> Occurrences:
    yield "duration", f"{span.nanoseconds / 1e6:.1f} ms"


def _tree(span: SpanRows) -> Occurrences:
    yield "parent", f"{span.trace_id}/{span.parent_id}"


_FACTS: Final[Mapping[str, Callable[[SpanRows], Occurrences]]] = {
    "model": _by_path(r"^(gen_ai\.(request|response)\.model|llm\.model_name)$"),
    "tokens": _by_path(r"^(gen_ai\.usage|llm\.token_count)\."),
    "latency": _latency,
    "span tree": _tree,
    "operation": _by_path(r"^(gen_ai\.operation\.name|openinference\.span\.kind|http\.route)$"),
    "status": _by_path(rf"^{re.escape(STATUS_CODE)}$"),
    "exception type": _by_path(r"(^| )(exception\.type|error\.type)$"),
    "finish reason": _by_path(r"^(gen_ai\.response\.finish_reasons|llm\.finish_reason)$"),
    "tool name": _by_path(r"(^|\.)(tool\.name|tool_call\.function\.name)$"),
    "message role": _roles,
}


def kept_facts(
    recorded: Mapping[str, SpanRows], received: Mapping[str, SpanRows]
) -> list[KeptFact]:
    """Count the facts on both sides, span by span and value by value."""
    facts = []
    for name, extract in _FACTS.items():
        before = {(i, *fact) for i, span in recorded.items() for fact in _of(span, extract)}
        after = {(i, *fact) for i, span in received.items() for fact in _of(span, extract)}
        kept = before & after
        example = min((value for *_, value in kept), default="") if name != "span tree" else ""
        facts.append(KeptFact(name, len(before), len(kept), example))
    return facts


def _of(span: SpanRows, extract: Callable[[SpanRows], Occurrences]) -> Occurrences:
    return extract(span) if span.id != RESOURCE_ID else iter(())


def name_fact(
    recorded: Mapping[str, SpanRows], received: Mapping[str, SpanRows], canaries: Sequence[Canary]
) -> KeptFact:
    """Count the span names that code chose, which are those without a canary."""
    names = {
        span.id: name
        for span in recorded.values()
        if (name := span.text(SPAN_NAME)) and not find(name, canaries)
    }
    kept = [
        name for i, name in names.items() if i in received and received[i].text(SPAN_NAME) == name
    ]
    return KeptFact("span name", len(names), len(kept), min(kept, default=""))


def size_fact(recorded: Mapping[str, SpanRows], received: Mapping[str, SpanRows]) -> KeptFact:
    """Count the redacted fields, and those of them that still say how long the content was."""
    redacted = [
        field.text
        for span in received.values()
        for path, field in span.fields.items()
        if _MARKER.search(field.text) and span.id in recorded and path in recorded[span.id].fields
    ]
    sized = [text for text in redacted if _SIZED_MARKER.search(text)]
    example = next((text for text in sized if text.startswith("[redacted:prompt:")), "")
    return KeptFact("content size", len(redacted), len(sized), example)


def tenant_tags(received: Mapping[str, SpanRows], attribute: str) -> dict[str, set[str | None]]:
    """Return the tags of each trace, ``None`` for a span without one."""
    tags: dict[str, set[str | None]] = {}
    for span in received.values():
        if span.id != RESOURCE_ID:
            tags.setdefault(span.trace_id, set()).add(span.text(attribute))
    return tags
