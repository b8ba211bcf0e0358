"""Names of spans, events, scopes and metrics: keep what code chose, not what a user typed.

Several instrumentations put user text into names (a task's description, a raw path). A name
survives if it is one token, or a known operation followed by one token or by a value that the same
item keeps in a safe attribute, which is how the semantic conventions form names (``{operation}
{model}``, ``{method} {http.route}``).
"""

from collections.abc import Container
from enum import StrEnum
from typing import Final

from spanveil.config import is_code_name
from spanveil.redaction._marker import is_marker, marker
from spanveil.redaction._shape import is_token, is_version

_OPERATIONS: Final = frozenset(
    # gen_ai.operation.name (semantic-conventions-genai, gen-ai-spans.md)
    {"chat", "create_agent", "embeddings", "execute_tool", "generate_content", "invoke_agent"}
    | {"invoke_workflow", "plan", "retrieval", "search_memory", "text_completion", "upsert_memory"}
    # HTTP (RFC 9110 section 9, RFC 5789), and the conventions' word for any other method
    | {
        "CONNECT",
        "DELETE",
        "GET",
        "HEAD",
        "HTTP",
        "OPTIONS",
        "PATCH",
        "POST",
        "PUT",
        "QUERY",
        "TRACE",
    }
    # messaging.operation.name and MCP methods (semantic-conventions, messaging and mcp)
    | {"process", "publish", "receive", "send", "settle"}
    | {"prompts/get", "resources/read", "tools/call"}
    # SQL verbs (semantic-conventions, db)
    | {"DELETE", "INSERT", "MERGE", "SELECT", "UPDATE"}
)


class Position(StrEnum):
    """Where a name stands."""

    SPAN = "span"
    EVENT = "event"
    SCOPE = "scope"
    VERSION = "version"
    METRIC = "metric"


def redact_name(
    text: str, position: Position, kept: Container[str] = (), *, known: bool = False
) -> str:
    """Return a name without user text.

    Args:
        text: The name.
        position: Where it stands; only a span's name may have a second part.
        kept: Values that the same item keeps in safe attributes.
        known: Whether every word must be one of the closed vocabulary of code.

    >>> redact_name("execute_tool get_weather", Position.SPAN)
    'execute_tool get_weather'
    >>> redact_name("GET /users/alice", Position.SPAN)
    'GET [redacted:name:12]'
    >>> redact_name("Write to Alice about her loan.task", Position.SPAN)
    '[redacted:name:34]'
    """
    if not text or is_marker(text) or text in kept:
        return text
    is_word = _is_known_token if known else is_token
    if position is Position.VERSION:
        fits = is_version(text) or is_word(text)
        return text if fits else marker("name", len(text))
    if is_word(text) and ("/" not in text or _is_known_path(text, position, kept)):
        return text
    operation, _, rest = text.partition(" ")
    if position is not Position.SPAN or operation not in _OPERATIONS:
        return marker("name", len(text))
    # A raw path is made of tokens too, so that only a route that was kept as an attribute passes.
    fits = rest in kept or is_marker(rest) or ("/" not in rest and is_word(rest))
    return text if fits else f"{operation} {marker('name', len(rest))}"


def _is_known_token(text: str) -> bool:
    return is_token(text) and is_code_name(text)


def _is_known_path(text: str, position: Position, kept: Container[str]) -> bool:
    """Say whether the parts of a token with slashes were chosen by code (``Service/Method``)."""
    if position is not Position.SPAN or text in _OPERATIONS:
        # A scope's name is a module's path (`github.com/...`), never a request's.
        return position is not Position.EVENT or text in _OPERATIONS
    return all(part in kept for part in text.split("/"))
