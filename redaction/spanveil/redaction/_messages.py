"""The closed sets of conversations: roles, part types, finish reasons, modalities, media types.

From the GenAI semantic conventions (gen-ai-input-messages.json, gen-ai-output-messages.json),
OpenAI Chat Completions and Responses, Anthropic Messages, Gemini Content, Bedrock Converse and
LangChain messages. A value outside its set is content, whatever key it stands under.
"""

import re
from collections.abc import Mapping
from typing import Final

ROLES: Final = frozenset(
    {"ai", "assistant", "developer", "function", "human", "model", "system", "tool", "user"}
)
LANGCHAIN_ROLES: Final = frozenset(
    {"AIMessageChunk", "ai", "chat", "developer", "function", "human", "system", "tool"}
)
_TYPES: Final = frozenset(
    {"audio", "base64", "blob", "code_interpreter", "code_interpreter_call", "computer_call"}
    | {
        "constructor",
        "document",
        "ephemeral",
        "file",
        "file_search",
        "file_search_call",
        "function",
    }
    | {"function_call", "function_call_output", "generic", "image", "image_generation_call"}
    | {"image_url", "input_audio", "input_file", "input_image", "input_text", "item_reference"}
    | {
        "json_object",
        "json_schema",
        "mcp_approval_request",
        "mcp_call",
        "mcp_list_tools",
        "message",
    }
    | {"output_text", "reasoning", "redacted_thinking", "refusal", "server_tool_call"}
    | {"server_tool_call_response", "server_tool_use", "summary_text", "text", "thinking", "tool"}
    | {"tool_call", "tool_call_response", "tool_result", "tool_use", "uri", "url", "video"}
    | {"web_search", "web_search_call", "web_search_tool_result"}
)
_FINISH_REASONS: Final = frozenset(
    {"content_filter", "end_turn", "error", "function_call", "guardrail_intervened", "length"}
    | {"max_output_tokens", "max_tokens", "model_context_window_exceeded", "pause_turn", "refusal"}
    | {"stop", "stop_sequence", "tool_call", "tool_calls", "tool_use", "other", "unknown"}
    # Gemini's FinishReason
    | {
        "BLOCKLIST",
        "FINISH_REASON_UNSPECIFIED",
        "IMAGE_SAFETY",
        "LANGUAGE",
        "MALFORMED_FUNCTION_CALL",
    }
    | {"MAX_TOKENS", "OTHER", "PROHIBITED_CONTENT", "RECITATION", "SAFETY", "SPII", "STOP"}
)
_OBJECTS: Final = frozenset(
    {"chat.completion", "chat.completion.chunk", "embedding", "list", "response", "text_completion"}
)
_MODALITIES: Final = frozenset({"audio", "document", "image", "text", "video"})
_MEDIA_TYPE: Final = re.compile(
    # RFC 6838's top-level types, with the subtypes that models are given
    r"(?:application/(?:json|octet-stream|pdf|xml|x-ndjson|zip)"
    r"|audio/(?:aac|flac|m4a|mp3|mp4|mpeg|ogg|opus|pcm|wav|webm|x-wav)"
    r"|image/(?:avif|bmp|gif|heic|heif|jpe?g|png|svg\+xml|tiff|webp)"
    r"|text/(?:css|csv|html|javascript|markdown|plain|xml)"
    r"|video/(?:mp4|mpeg|quicktime|webm))",
    re.ASCII,
)
_SCHEMA_TYPES: Final = frozenset(
    {"array", "boolean", "integer", "null", "number", "object", "string"}
)

_MEMBERS: Final = {
    "finish_reason": _FINISH_REASONS,
    "finishReason": _FINISH_REASONS,
    "stop_reason": _FINISH_REASONS,
    "stopReason": _FINISH_REASONS,
    "modality": _MODALITIES,
    "object": _OBJECTS,
    "role": ROLES,
    "type": _TYPES | LANGCHAIN_ROLES,
}
_MEDIA_KEYS: Final = frozenset({"media_type", "mediaType", "mime_type", "mimeType"})

TOOL_TYPES: Final = frozenset(
    {"function", "function_call", "function_call_output", "mcp_call", "server_tool_use", "tool"}
    | {"tool_call", "tool_call_response", "tool_result", "tool_use", "server_tool_call"}
)
CALL_IDS: Final = frozenset(
    {"call_id", "id", "toolCallId", "toolUseId", "tool_call_id", "tool_use_id"}
)
TOOL_PARENTS: Final = frozenset(
    {"function", "functionCall", "functionResponse", "function_call", "tool_call", "tool_calls"}
    | {"toolUse", "toolResult"}
)


def is_member(key: str, value: str) -> bool:
    """Say whether a value is in the closed set of its key.

    >>> is_member("role", "user"), is_member("type", "diabetes"), is_member("name", "user")
    (True, False, False)
    """
    if key in _MEDIA_KEYS:
        return _MEDIA_TYPE.fullmatch(value) is not None
    return value in _MEMBERS.get(key, ())


def is_schema_type(value: object) -> bool:
    """Say whether a value is a type of JSON Schema (draft 2020-12, Validation, section 6.1.1)."""
    return isinstance(value, str) and value in _SCHEMA_TYPES


def is_message(value: object, *, langchain: bool) -> bool:
    """Say whether an object's role, or in a list of LangChain's messages its type, is known."""
    if not isinstance(value, Mapping):
        return False
    role, kind = value.get("role"), value.get("type")
    if isinstance(role, str):
        return role in ROLES
    return langchain and isinstance(kind, str) and kind in LANGCHAIN_ROLES and "content" in value
