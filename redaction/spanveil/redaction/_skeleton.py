"""Structure without content: what stays of messages, tool payloads and nested values.

Two modes. *Message* mode knows the shape of conversations (OpenTelemetry GenAI, OpenAI, Anthropic,
Gemini, LangChain) and keeps roles, part types, finish reasons, tool names and call ids. *Payload*
mode trusts nothing: inside a tool's arguments, a result or a document a ``type`` or a ``name`` is
somebody's data. The walk turns from the first to the second where it enters a payload, and never
back.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from spanveil.config import ContentClass, KeyWords
from spanveil.redaction._budget import Budget
from spanveil.redaction._json import (
    TRUNCATED_KEY,
    NotJSON,
    NumberText,
    number_text,
    parse_container,
    parse_truncated,
    write,
)
from spanveil.redaction._marker import DROPPED, KeyMarkers, is_marked_key, is_marker, marker
from spanveil.redaction._pseudonym import Pseudonymizer, is_pseudonym
from spanveil.redaction._shape import is_plain_key, is_short_number, is_token

MESSAGE_CLASSES: Final = frozenset(
    {
        ContentClass.COMPLETION,
        ContentClass.MESSAGE_PAYLOAD,
        ContentClass.PROMPT,
        ContentClass.REASONING,
        ContentClass.SYSTEM_INSTRUCTIONS,
        ContentClass.TOOL_DEFINITION,
    }
)
"""Classes whose values are conversations, and so start in message mode."""

# Enumerations by contract: GenAI semantic conventions (gen-ai-input-messages.json), OpenAI Chat
# Completions and Responses, Anthropic Messages, Gemini Content.
_ENUMERATIONS: Final = frozenset(
    {"finish_reason", "finishReason", "media_type", "mime_type", "mimeType", "modality"}
    | {"object", "stop_reason", "type"}
)
_CALL_IDS: Final = frozenset({"call_id", "id", "toolCallId", "tool_call_id", "tool_use_id"})
_COUNTS: Final = frozenset({"index", "lc"})
# Where a payload begins.
_PAYLOADS: Final = frozenset(
    {
        "additional_kwargs",
        "args",
        "arguments",
        "data",
        "function_args",
        "input",
        "metadata",
        "output",
    }
    | {"parameters", "properties", "response", "response_metadata", "result", "structured_content"}
)
_TOOL_TYPES: Final = frozenset(
    {"function", "function_call", "function_call_output", "mcp_call", "server_tool_use", "tool"}
    | {"tool_call", "tool_call_response", "tool_result", "tool_use"}
)
_TOOL_PARENTS: Final = frozenset(
    {"function", "functionCall", "functionResponse", "function_call", "tool_call", "tool_calls"}
)
# What model APIs and frameworks issue: a prefix and a random part without words in it. Anything
# else under an id's key becomes a pseudonym, which joins just as well.
_CALL_ID: Final = re.compile(
    r"(?:call|chatcmpl|chatcmpl-tool|fc|lc_run-|msg|resp|rs|run|toolu|toolu_bdrk|tooluse)[-_]"
    r"(?:[0-9]{1,6}|[A-Za-z0-9]{16,64}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:-[0-9]{1,3})?)",
    re.ASCII,
)
_ROLES: Final = frozenset(
    {"ai", "assistant", "developer", "function", "human", "model", "system", "tool", "user"}
)


class Skeleton:
    """Walk one attribute value and rebuild it without its content.

    Args:
        content_class: What markers say.
        budget: The bound on the walk; its exhaustion is the caller's to handle.
        pseudonym: For ids that are not call ids.
    """

    __slots__ = ("_budget", "_class", "_pseudonym", "_words")

    def __init__(
        self, content_class: ContentClass, budget: Budget, pseudonym: Pseudonymizer
    ) -> None:
        self._class = content_class
        self._budget = budget
        self._pseudonym = pseudonym
        self._words = KeyWords.shipped()

    def of(self, value: object) -> Any:
        """Return the skeleton of a value.

        Raises:
            BudgetExhausted: If the value is larger or deeper than the limits allow.
        """
        messages = self._class in MESSAGE_CLASSES
        return self._any(value, 0, self._field if messages else self._payload)

    def _any(self, value: object, depth: int, field: "_Field") -> Any:
        self._budget.visit(depth)
        match value:
            case None | bool():
                return value
            case str():
                return self._text(value, depth, field)
            case Mapping():
                return self._mapping(value, depth, field)
            case bytes() | bytearray() | memoryview():
                return marker("bytes", len(value))
            case Sequence():
                return [self._any(item, depth + 1, field) for item in value]
            case int() | float() | NumberText():
                return self._leaf(number_text(value))
            case _:
                return DROPPED

    def _text(self, text: str, depth: int, field: "_Field") -> str:
        if not text or is_marker(text) or is_pseudonym(text):
            return text
        if not self._budget.admits(text):
            return marker(self._class, len(text))
        try:
            parsed = parse_container(text)
        except NotJSON:
            return self._truncated(text, depth, field)
        return write(self._any(parsed, depth + 1, field))

    def _truncated(self, text: str, depth: int, field: "_Field") -> str:
        try:
            parsed, lost = parse_truncated(text)
        except NotJSON:
            return self._leaf(text)
        shown = self._any(parsed, depth + 1, field)
        note = marker("truncated", lost)
        if isinstance(shown, list):
            shown.append(note)
        else:
            shown[TRUNCATED_KEY] = note
        return write(shown)

    def _leaf(self, text: str) -> str:
        return marker(self._class, len(text))

    def _mapping(self, value: Mapping[Any, object], depth: int, field: "_Field") -> dict[str, Any]:
        result: dict[str, Any] = {}
        markers = KeyMarkers()
        for raw_key, item in value.items():
            key = raw_key if isinstance(raw_key, str) else str(raw_key)
            plain = (is_plain_key(key) or is_marked_key(key)) and key not in result
            result[key if plain else markers.name(key, result)] = field(key, item, value, depth + 1)
        return result

    def _payload(self, key: str, item: object, owner: Mapping[Any, object], depth: int) -> Any:
        if isinstance(item, int | float | NumberText) and self._is_measure(key, item):
            return item
        return self._any(item, depth, self._payload)

    def _is_measure(self, key: str, number: int | float | NumberText) -> bool:
        # Counts, sizes and scores by the word of their key; any other number may be an account's.
        if isinstance(number, bool):
            return False
        small = is_short_number(float(number_text(number)))
        return small and self._words.judge(key).measure

    def _field(self, key: str, item: object, owner: Mapping[Any, object], depth: int) -> Any:
        """Treat one field of a message-shaped object."""
        if key in _PAYLOADS:
            return self._any(item, depth, self._payload)
        if isinstance(item, str):
            if key == "role" and item in _ROLES:
                return item
            if key in _ENUMERATIONS and is_token(item):
                return item
            if key in _CALL_IDS and item and not is_marker(item):
                return item if _CALL_ID.fullmatch(item) else self._pseudonym("call_id", item)
            if key == "name" and is_token(item) and _is_tool(owner):
                return item
        elif isinstance(item, int | float | NumberText) and not isinstance(item, bool):
            if self._is_measure("index" if key in _COUNTS else key, item):
                return item
        elif isinstance(item, Mapping) and key in _TOOL_PARENTS:
            return self._mapping(item, depth, self._tool_field)
        if isinstance(item, str):
            # A text that turns out to be JSON inside a message is somebody's payload.
            return self._any(item, depth, self._payload)
        return self._any(item, depth, self._field)

    def _tool_field(self, key: str, item: object, owner: Mapping[Any, object], depth: int) -> Any:
        if key == "name" and isinstance(item, str) and is_token(item):
            return item
        return self._field(key, item, owner, depth)


_Field = Callable[[str, object, Mapping[Any, object], int], Any]


def _is_tool(owner: Mapping[Any, object]) -> bool:
    # Only the object's own type or role says that a `name` is a tool's; a document or a person has
    # one too.
    return owner.get("type") in _TOOL_TYPES or owner.get("role") == "tool"
