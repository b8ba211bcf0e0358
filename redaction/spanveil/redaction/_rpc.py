"""JSON-RPC 2.0 messages as the Model Context Protocol sends them (revisions up to 2025-11-25)."""

from collections.abc import Mapping
from typing import Final

_METHODS: Final = frozenset(
    {"completion/complete", "elicitation/create", "initialize", "logging/setLevel"}
    | {"notifications/cancelled", "notifications/elicitation/complete"}
    | {"notifications/initialized", "notifications/message"}
    | {"notifications/subscriptions/acknowledged", "notifications/tasks/status"}
    | {"notifications/progress", "notifications/prompts/list_changed"}
    | {"notifications/resources/list_changed", "notifications/resources/updated"}
    | {"notifications/roots/list_changed", "notifications/tools/list_changed", "ping"}
    | {"prompts/get", "prompts/list", "resources/list", "resources/read", "resources/subscribe"}
    | {"resources/templates/list", "resources/unsubscribe", "roots/list"}
    | {"sampling/createMessage", "server/discover", "subscriptions/listen", "tasks/cancel"}
    | {"tasks/get", "tasks/list", "tasks/result", "tools/call", "tools/list"}
)
_NAMING: Final = frozenset({"prompts/get", "tools/call"})


def is_request(value: Mapping[object, object]) -> bool:
    """Say whether an object is a message of JSON-RPC (specification, section 4)."""
    return value.get("jsonrpc") == "2.0"


def is_method(value: object) -> bool:
    """Say whether a method is one of the protocol's."""
    return isinstance(value, str) and value in _METHODS


def names_tool(request: Mapping[object, object]) -> bool:
    """Say whether a request's ``name`` is a tool's or a prompt's."""
    method = request.get("method")
    return isinstance(method, str) and method in _NAMING


def is_error_code(key: str, value: object) -> bool:
    """Say whether a value is one of JSON-RPC's error codes (specification, section 5.1)."""
    return key == "code" and type(value) is int and -32_768 <= value <= -32_000
