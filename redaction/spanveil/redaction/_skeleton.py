"""Structure without content: what stays of messages, tool payloads and nested values.

*Payload* mode trusts nothing: a key stays if every word of it is a word of code, and no text, no
number and no flag stays at all, because inside a tool's arguments, a result or a document they are
somebody's data. An object leaves that mode only if a member of a closed set shows that it is a
message (``role: assistant``), or stands where a message's parts, tool calls and definitions stand.
What stays of those is again a member of a closed set, a tool's name, or a random call id. Inside an
argument, a result, a text or a nested JSON text there is no way back.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from spanveil.config import ContentClass, KeyWords, is_code_name
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
from spanveil.redaction._messages import (
    CALL_IDS,
    TOOL_PARENTS,
    TOOL_TYPES,
    is_member,
    is_message,
    is_schema_type,
)
from spanveil.redaction._pseudonym import Pseudonymizer
from spanveil.redaction._settings import NESTED, is_figure, is_setting
from spanveil.redaction._shape import is_call_id, is_plain_key, is_short_number, is_token

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
"""Classes whose values may be conversations; all others are payloads from the first level on."""

_COUNTS: Final = frozenset({"index", "lc"})
_USAGE: Final = frozenset({"token_usage", "usage", "usage_metadata", "usageMetadata"})
# What holds messages, and what their lists of parts are called.
_WRAPPERS: Final = frozenset(
    {"candidates", "choices", "contents", "content_blocks", "delta", "events", "generations"}
    | {"history", "kwargs", "message", "messages", "output_messages", "input_messages"}
)
_PARTS: Final = frozenset({"content", "parts", "source"})
_DEFINING: Final = frozenset({"description", "inputSchema", "input_schema", "parameters"})
_TOOLS: Final = frozenset({"available_functions", "functions", "tools"})


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

    def of_settings(self, value: object) -> Any:
        """Return the skeleton of a bag of a model's parameters, with those that are known."""
        return self._any(value, 0, self._setting)

    def of_figures(self, value: object) -> Any:
        """Return the skeleton of a map of measurements, with its numbers."""
        return self._any(value, 0, self._figure)

    def of(self, value: object) -> Any:
        """Return the skeleton of a value.

        Raises:
            BudgetExhausted: If the value is larger or deeper than the limits allow.
        """
        if self._class is ContentClass.TOOL_DEFINITION:
            return self._any(value, 0, self._definition)
        messages = self._class in MESSAGE_CLASSES
        return self._any(value, 0, self._wrapper if messages else self._payload)

    def _any(self, value: object, depth: int, field: "_Field") -> Any:
        self._budget.visit(depth)
        match value:
            case None:
                return value
            case bool():
                return marker(self._class)
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
        if not text or is_marker(text) or self._pseudonym.made(text):
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
        if field == self._wrapper and is_message(value, langchain=depth > 0):
            field = self._message
        result: dict[str, Any] = {}
        markers = KeyMarkers()
        for raw_key, item in value.items():
            key = raw_key if isinstance(raw_key, str) else str(raw_key)
            known = is_plain_key(key) if field == self._property else is_code_name(key)
            plain = (known or is_marked_key(key, len(value))) and key not in result
            result[key if plain else markers.name(key, result)] = field(key, item, value, depth + 1)
        return result

    def _payload(self, key: str, item: object, owner: Mapping[Any, object], depth: int) -> Any:
        """Treat one field of somebody's data."""
        return self._any(item, depth, self._payload)

    def _wrapper(self, key: str, item: object, owner: Mapping[Any, object], depth: int) -> Any:
        """Treat one field of an object that may hold messages."""
        if key in _WRAPPERS:
            return self._any(item, depth, self._wrapper)
        if key in _TOOLS:
            return self._any(item, depth, self._definition)
        return self._closed(key, item, depth)

    def _closed(self, key: str, item: object, depth: int) -> Any:
        """Keep a member of a closed set, a random call id and token counts, and nothing else."""
        if isinstance(item, str):
            if is_member(key, item):
                return item
            if key in CALL_IDS and item and not is_marker(item):
                return item if is_call_id(item) else self._pseudonym("call_id", item)
        elif key in _COUNTS and self._is_count("index", item):
            return item
        elif key in _USAGE and isinstance(item, Mapping):
            return self._mapping(item, depth, self._usage)
        return self._any(item, depth, self._payload)

    def _message(self, key: str, item: object, owner: Mapping[Any, object], depth: int) -> Any:
        """Treat one field of a message, or of one of its parts."""
        if key in TOOL_PARENTS and isinstance(item, Mapping | Sequence):
            return self._nested(item, depth, self._tool)
        if key in _PARTS and isinstance(item, Mapping | Sequence):
            # What a tool said is no list of parts, even if it looks like one.
            parts = key != "content" or not (_is_tool(owner) or isinstance(item, Mapping))
            return self._nested(item, depth, self._message if parts else self._payload)
        if key == "name" and isinstance(item, str) and is_token(item):
            # A role alone is no proof of a tool: then the name must be in words of code.
            typed = owner.get("type") in TOOL_TYPES
            if typed or (_is_tool(owner) and is_code_name(item)):
                return item
        return self._closed(key, item, depth)

    def _tool(self, key: str, item: object, owner: Mapping[Any, object], depth: int) -> Any:
        """Treat one field of a tool call."""
        if key == "name" and isinstance(item, str) and is_token(item):
            return item
        if key in TOOL_PARENTS and isinstance(item, Mapping):
            return self._nested(item, depth, self._tool)
        return self._closed(key, item, depth)

    def _definition(self, key: str, item: object, owner: Mapping[Any, object], depth: int) -> Any:
        """Treat one field of a tool's definition or of its parameters' JSON Schema."""
        defines = owner.get("type") in TOOL_TYPES or not _DEFINING.isdisjoint(owner)
        if key == "name" and defines and isinstance(item, str) and is_token(item):
            return item
        if key == "type" and is_schema_type(item):
            return item
        if key == "properties" and isinstance(item, Mapping):
            return self._mapping(item, depth, self._property)
        if key in ("function", "parameters", "input_schema", "inputSchema", "items", *_TOOLS):
            return self._nested(item, depth, self._definition)
        return self._closed(key, item, depth)

    def _property(self, key: str, item: object, owner: Mapping[Any, object], depth: int) -> Any:
        # The key is a parameter's name, which code chose; `name` and `type` mean nothing here.
        return self._nested(item, depth, self._schema)

    def _schema(self, key: str, item: object, owner: Mapping[Any, object], depth: int) -> Any:
        if key == "name":
            return self._any(item, depth, self._payload)
        return self._definition(key, item, owner, depth)

    def _usage(self, key: str, item: object, owner: Mapping[Any, object], depth: int) -> Any:
        """Treat one field of a model's token counts."""
        if self._is_count(key, item):
            return item
        return self._nested(item, depth, self._usage)

    def _setting(self, key: str, item: object, owner: Mapping[Any, object], depth: int) -> Any:
        """Treat one parameter of a model's call."""
        if is_setting(key, item):
            return item
        if key in NESTED and isinstance(item, Mapping):
            return self._mapping(item, depth, self._setting)
        return self._wrapper(key, item, owner, depth)

    def _figure(self, key: str, item: object, owner: Mapping[Any, object], depth: int) -> Any:
        """Treat one entry of a map of measurements."""
        if is_figure(key, item):
            return item
        if isinstance(item, Mapping):
            return self._mapping(item, depth, self._figure)
        return self._closed(key, item, depth)

    def _nested(self, item: object, depth: int, field: "_Field") -> Any:
        # A text is never structure here, also if it is JSON: a model or a tool wrote it.
        inner = field if isinstance(item, Mapping) else self._payload
        if isinstance(item, Sequence) and not isinstance(
            item, str | bytes | bytearray | memoryview
        ):
            self._budget.visit(depth)
            return [self._nested(each, depth + 1, field) for each in item]
        return self._any(item, depth, inner)

    def _is_count(self, key: str, number: object) -> bool:
        if isinstance(number, bool) or not isinstance(number, int | float | NumberText):
            return False
        small = is_short_number(float(number_text(number)))
        return small and self._words.judge(key).measure


_Field = Callable[[str, object, Mapping[Any, object], int], Any]


def _is_tool(owner: Mapping[Any, object]) -> bool:
    # Only the object's own type or role says that a `name` is a tool's; a document or a person has
    # one too.
    return owner.get("type") in TOOL_TYPES or owner.get("role") in ("function", "tool")
