"""Structure without content: what stays of messages, tool calls, definitions and requests.

An object leaves the walk that trusts nothing only if a member of a closed set shows that it is a
message (``role: assistant``) or an item of one (``type: function_call``), or stands where a
message's parts, tool calls and definitions stand. What stays of those is again a member of a closed
set, a tool's name, or a random call id. Inside an argument, a result, a text or a nested JSON text
there is no way back.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any, Final

from spanveil.config import ContentClass, is_code_name
from spanveil.redaction._common_forms import (
    DEPTH,
    MESSAGE_DEPTH,
    Written,
    conversation,
    conversation_text,
    message_of_texts,
)
from spanveil.redaction._json import NumberText, number_text
from spanveil.redaction._json import Written as WrittenJSON
from spanveil.redaction._marker import is_marker
from spanveil.redaction._messages import (
    CALL_IDS,
    TOOL_PARENTS,
    is_flag,
    is_item,
    is_member,
    is_message,
    is_model_request,
    is_schema_type,
    is_tool,
)
from spanveil.redaction._payload import Field, PayloadWalk
from spanveil.redaction._rpc import is_error_code, is_method, is_request, names_tool
from spanveil.redaction._settings import NESTED, is_dial, is_figure, is_setting
from spanveil.redaction._shape import is_call_id, is_plain_key, is_short_number, is_token
from spanveil.redaction._tool_names import is_tool_name

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
    {"additional_kwargs", "candidates", "choices", "content_block", "content_blocks", "contents"}
    | {"data", "delta", "events", "generation_info", "generations", "history", "input"}
    | {"input_messages", "inputs", "item", "kwargs", "llm_output", "message", "messages", "output"}
    | {"output_messages", "outputs", "response", "response_metadata"}
    | {"interaction", "part", "step", "steps"}
)
_PARTS: Final = frozenset(
    {"actions", "annotations", "citations", "content", "output", "outputs", "parts", "result"}
    | {"source", "summary"}
)
_RESULTS: Final = frozenset({"output", "result"})
"""What a tool gave back, whoever called it; parts of it are told by their types alone."""
_SAID: Final = frozenset({"content", "outputs"})
_PART_KEYS: Final = frozenset({"media_type", "mediaType", "mimeType", "mime_type", "type"})
_NESTED_PARTS: Final = frozenset(
    # Gemini's parts that hold an object, and what OpenAI's items do
    {"action", "codeExecutionResult", "code_execution_result", "executableCode", "executable_code"}
    | {"fileData", "file_data", "inlineData", "inline_data", "response_metadata"}
)
_DEFINING: Final = frozenset({"description", "inputSchema", "input_schema", "parameters"})
_TOOLS: Final = frozenset({"available_functions", "functions", "tools"})
_NAMES: Final = frozenset({"name", "toolName", "tool_name"})
_CONTAINERS: Final = (dict, list, str, Mapping, Sequence)  # in the order of what is sooner asked


class Bag(StrEnum):
    """What of an object's members is known by their keys alone."""

    NONE = "none"
    SETTINGS = "settings"  # a model's parameters
    FIGURES = "figures"  # measurements


class Skeleton(PayloadWalk):
    """Walk one attribute value and rebuild it without its content."""

    __slots__ = ()

    def of(self, value: object, depth: int = 0, bag: Bag = Bag.NONE) -> Any:
        """Return the skeleton of a value.

        Args:
            value: The value.
            depth: Where it stands in an attribute's value.
            bag: What the attribute's value is a bag of.

        Raises:
            BudgetExhausted: If the value is larger or deeper than the limits allow.
        """
        return self._any(value, depth, self._root(bag))

    def conversation(self, text: str, bag: Bag = Bag.NONE) -> str | None:
        """Return the skeleton of the JSON text of messages that hold nothing but text.

        Of any other text it returns ``None``.
        """
        self._budget.visit(0)
        if self._root(bag) != self._wrapper or not self._budget.admits(text):
            return None
        return self._spent(conversation_text(text, self._class), DEPTH)

    def _root(self, bag: Bag) -> Field:
        if bag is not Bag.NONE:
            return self._setting if bag is Bag.SETTINGS else self._figure
        if self._class is ContentClass.TOOL_DEFINITION:
            return self._definition
        return self._wrapper if self._class in MESSAGE_CLASSES else self._payload

    def _field_of(self, value: Mapping[Any, object], depth: int, field: Field) -> Field:
        if is_request(value) and depth <= 1 and field in (self._wrapper, self._payload):
            return self._rpc
        if field == self._wrapper and (
            is_message(value, langchain=depth > 0) or (depth > 0 and is_item(value))
        ):
            return self._message
        if field == self._wrapper and is_model_request(value):
            return self._request
        return field

    def _common(self, value: Any, field: Field) -> Written | None:
        if type(value) is list and field == self._wrapper:
            return conversation(value, self._class)
        return super()._common(value, field)

    def _message_of(self, message: Any, depth: int, field: Field) -> Any:
        if field == self._wrapper:
            known = message_of_texts(message, self._class)
            if (written := self._spent(known, depth + MESSAGE_DEPTH)) is not None:
                return WrittenJSON(written)
        return super()._message_of(message, depth, field)

    def _is_plain(self, key: str, field: Field) -> bool:
        own = self._class is ContentClass.TOOL_DEFINITION and field == self._property
        return is_plain_key(key) if own else is_code_name(key)

    def _wrapper(self, key: str, item: object, owner: Mapping[Any, object], depth: int) -> Any:
        """Treat one field of an object that may hold messages."""
        if key in _WRAPPERS or (key == "content" and is_message(item, langchain=False)):
            return self._any(item, depth, self._wrapper)
        if key in _TOOLS:
            return self._any(item, depth, self._definition)
        if key == "id" and "lc" in owner and isinstance(item, list):
            return [self._class_path(each) for each in item]
        return self._closed(key, item, depth)

    def _request(self, key: str, item: object, owner: Mapping[Any, object], depth: int) -> Any:
        """Treat one field of the body of a request to a model."""
        return item if is_dial(key, item) else self._wrapper(key, item, owner, depth)

    def _class_path(self, part: object) -> Any:
        """Treat one part of the path by which LangChain names a class."""
        known = isinstance(part, str) and is_code_name(part) and is_plain_key(part)
        return part if known else self._any(part, 1, self._payload)

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
        if key in _PARTS and isinstance(item, _CONTAINERS):
            said = key in _RESULTS or (key in _SAID and _is_tool(owner))
            return self._nested(item, depth, self._said if said else self._message)
        if key in TOOL_PARENTS and isinstance(item, _CONTAINERS):
            return self._nested(item, depth, self._tool)
        if key in _TOOLS and isinstance(item, _CONTAINERS):
            return self._nested(item, depth, self._definition)
        if key in _NESTED_PARTS and isinstance(item, Mapping):
            return self._mapping(item, depth, self._message)
        if key in _NAMES and isinstance(item, str) and _is_tool(owner):
            return self._tool_name(item)
        if is_flag(key, item) and _is_tool(owner):
            return item
        return self._closed(key, item, depth)

    def _said(self, key: str, item: object, owner: Mapping[Any, object], depth: int) -> Any:
        """Treat one field of what a tool said: a part's type, and else somebody's data."""
        known = key in _PART_KEYS and isinstance(item, str) and is_member(key, item)
        return item if known else self._any(item, depth, self._payload)

    def _tool(self, key: str, item: object, owner: Mapping[Any, object], depth: int) -> Any:
        """Treat one field of a tool call."""
        if key in _NAMES and isinstance(item, str):
            return self._tool_name(item)
        if key in TOOL_PARENTS and isinstance(item, Mapping):
            return self._nested(item, depth, self._tool)
        return self._closed(key, item, depth)

    def _tool_name(self, name: str) -> str:
        """Keep a name that code gave; a model can make one up, with anything in it."""
        if not name or is_marker(name) or is_tool_name(name):
            return name
        return self._pseudonym("tool_name", name)

    def _definition(self, key: str, item: object, owner: Mapping[Any, object], depth: int) -> Any:
        """Treat one field of a tool's definition or of its parameters' JSON Schema."""
        defines = is_tool(owner) or not _DEFINING.isdisjoint(owner)
        if key == "name" and defines and isinstance(item, str):
            # A service defines its own tools; what a conversation lists can be anybody's.
            own = self._class is ContentClass.TOOL_DEFINITION
            return item if own and is_token(item) else self._tool_name(item)
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

    def _rpc(self, key: str, item: object, owner: Mapping[Any, object], depth: int) -> Any:
        """Treat one field of a JSON-RPC message, as MCP sends them."""
        if key == "jsonrpc" or (key == "method" and is_method(item)):
            return item
        if key == "id" and self._is_count("index", item):
            return item
        if key == "params" and isinstance(item, Mapping):
            return self._mapping(item, depth, self._call if names_tool(owner) else self._result)
        if key in ("result", "error") and isinstance(item, Mapping):
            return self._mapping(item, depth, self._result)
        return self._closed(key, item, depth)

    def _call(self, key: str, item: object, owner: Mapping[Any, object], depth: int) -> Any:
        """Treat one parameter of a request that names a tool or a prompt."""
        if key == "name" and isinstance(item, str):
            return self._tool_name(item)
        return self._any(item, depth, self._payload)

    def _result(self, key: str, item: object, owner: Mapping[Any, object], depth: int) -> Any:
        """Treat one field of what a server or a client answered, or was asked to sample."""
        if is_error_code(key, item) or is_flag(key, item) or is_dial(key, item):
            return item
        return (
            self._message(key, item, owner, depth)
            if key in _PARTS
            else self._wrapper(key, item, owner, depth)
        )

    def _usage(self, key: str, item: object, owner: Mapping[Any, object], depth: int) -> Any:
        """Treat one field of a model's token counts."""
        if self._is_count(key, item):
            return item
        if isinstance(item, str):
            return self._closed(key, item, depth)
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

    def _is_count(self, key: str, number: object) -> bool:
        if isinstance(number, bool) or not isinstance(number, int | float | NumberText):
            return False
        small = is_short_number(float(number_text(number)))
        return small and self._words.judge(key).measure


def _is_tool(owner: Mapping[Any, object]) -> bool:
    # Only the object's own type or role says that a `name` is a tool's; a document or a person has
    # one too.
    return is_tool(owner) or owner.get("role") in ("function", "tool")
