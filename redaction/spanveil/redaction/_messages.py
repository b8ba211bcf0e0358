"""The closed sets of conversations: roles, part types, finish reasons, modalities, media types.

From the GenAI semantic conventions (gen-ai-input-messages.json, gen-ai-output-messages.json),
OpenAI Chat Completions and Responses, Anthropic Messages, Gemini Content, Bedrock Converse and
LangChain messages. A value outside its set is content, whatever key it stands under.
"""

import re
from collections.abc import Mapping
from typing import Any, Final

from spanveil.redaction._model_names import is_model_name
from spanveil.redaction._settings import MODEL_KEYS

_MAPPINGS: Final = (dict, Mapping)  # an abstract class takes longer to ask
ROLES: Final = frozenset(
    {"ai", "assistant", "developer", "function", "human", "model", "system", "tool", "user"}
)
LANGCHAIN_ROLES: Final = frozenset(
    {"AIMessageChunk", "ai", "chat", "developer", "function", "human", "system", "tool"}
)
_ITEMS: Final = frozenset(
    # OpenAI Responses: items of `input` and `output`
    {"apply_patch_call", "apply_patch_call_output", "code_interpreter_call", "computer_call"}
    | {"computer_call_output", "custom_tool_call", "custom_tool_call_output", "file_search_call"}
    | {"function_call", "function_call_output", "image_generation_call", "item_reference"}
    | {"local_shell_call", "local_shell_call_output", "mcp_approval_request"}
    | {"mcp_approval_response", "mcp_call", "mcp_list_tools", "message", "reasoning"}
    | {"shell_call", "shell_call_output", "web_search_call"}
    # Anthropic: content blocks
    | {"bash_code_execution_tool_result", "code_execution_tool_result", "container_upload"}
    | {"document", "image", "mcp_tool_result", "mcp_tool_use", "redacted_thinking"}
    | {"search_result", "server_tool_use", "text_editor_code_execution_tool_result", "thinking"}
    | {"tool_result", "tool_use", "web_fetch_tool_result", "web_search_tool_result"}
    # Vercel AI SDK: parts of a model message
    | {"redacted-reasoning", "tool-approval-request", "tool-approval-response", "tool-call"}
    | {"tool-error", "tool-result"}
    # GenAI semantic conventions: message parts
    | {"blob", "server_tool_call", "server_tool_call_response", "tool_call", "tool_call_response"}
)
_TYPES: Final = _ITEMS | frozenset(
    {"audio", "base64", "code_interpreter", "computer_use_preview", "constructor", "container"}
    | {"custom", "ephemeral", "file", "file_search", "function", "generic", "grammar"}
    | {"image-data", "image_generation", "image_url", "input_audio", "input_file", "input_image"}
    | {"input_text", "json", "json_object", "json_schema", "local_shell", "mcp", "output_audio"}
    | {"output_text", "reasoning_text", "refusal", "resource", "resource_link", "source"}
    | {"summary_text", "text", "tool", "uri", "url", "video", "web_search", "web_search_preview"}
    | {"web_search_result", "computer_screenshot", "logs", "invalid_tool_call", "tool_call_chunk"}
    | {
        "content",
        "error-json",
        "error-text",
        "execution-denied",
        "media",
        "source-url",
        "step-start",
    }
    # citations
    | {"char_location", "container_file_citation", "content_block_location", "file_citation"}
    | {"file_path", "page_location", "search_result_location", "url_citation"}
    | {"web_search_result_location"}
    # what a web search does, and Anthropic's stream
    | {"find", "open_page", "search", "content_block_delta", "content_block_start"}
    | {"content_block_stop", "input_json_delta", "message_delta", "message_start", "message_stop"}
    | {"citations_delta", "ping", "signature_delta", "text_delta", "thinking_delta"}
    # LangChain's results
    | {"ChatGeneration", "ChatGenerationChunk", "Generation", "GenerationChunk", "LLMResult"}
    | {"not_implemented", "secret"}
)
_FINISH_REASONS: Final = frozenset(
    {"content_filter", "end_turn", "error", "function_call", "guardrail_intervened", "length"}
    | {"max_output_tokens", "max_tokens", "model_context_window_exceeded", "pause_turn", "refusal"}
    | {"stop", "stop_sequence", "tool_call", "tool_calls", "tool_use", "other", "unknown"}
    | {"content-filter", "tool-calls", "endTurn", "maxTokens", "stopSequence", "toolUse"}
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
_MODALITIES: Final = frozenset(
    {"audio", "document", "image", "text", "video"}
    | {"AUDIO", "DOCUMENT", "IMAGE", "MODALITY_UNSPECIFIED", "TEXT", "VIDEO"}
)
_STATUSES: Final = frozenset(
    {"calling", "cancelled", "completed", "error", "failed", "generating", "in_progress"}
    | {"incomplete", "interpreting", "queued", "searching", "success"}
)
_LANGUAGES: Final = frozenset({"LANGUAGE_UNSPECIFIED", "PYTHON"})
_OUTCOMES: Final = frozenset(
    {"OUTCOME_DEADLINE_EXCEEDED", "OUTCOME_FAILED", "OUTCOME_OK", "OUTCOME_UNSPECIFIED"}
)
_ACTIONS: Final = frozenset({"accept", "cancel", "decline"})  # MCP, elicitation
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
    "action": _ACTIONS,
    "language": _LANGUAGES,
    "modality": _MODALITIES,
    "object": _OBJECTS,
    "outcome": _OUTCOMES,
    "role": ROLES,
    "status": _STATUSES,
    "type": _TYPES | LANGCHAIN_ROLES,
}
_MEDIA_KEYS: Final = frozenset({"media_type", "mediaType", "mime_type", "mimeType"})

_FLAGS: Final = frozenset({"isError", "is_error"})

_TOOL_TYPES: Final = frozenset(
    {"custom", "custom_tool_call", "custom_tool_call_output", "function", "function_call"}
    | {"function_call_output", "mcp_approval_request", "mcp_call", "mcp_tool_result"}
    | {"mcp_tool_use", "server_tool_call", "server_tool_use", "tool", "tool-call", "tool-error"}
    | {"tool-result", "tool_call", "tool_call_response", "tool_result", "tool_use"}
)
CALL_IDS: Final = frozenset(
    {"approval_request_id", "call_id", "id", "toolCallId", "toolUseId", "tool_call_id"}
    | {"tool_use_id"}
)
_HELD: Final = frozenset({"contents", "input", "messages", "prompt"})
"""What a request to a model holds, by any of the conventions."""
TOOL_PARENTS: Final = frozenset(
    {"function", "functionCall", "functionResponse", "function_call", "function_response"}
    | {"invalid_tool_calls", "toolCall", "toolCalls", "toolResult", "toolUse", "tool_call"}
    | {"tool_call_chunks", "tool_calls"}
)


def is_member(key: str, value: str) -> bool:
    """Say whether a value is in the closed set of its key.

    >>> is_member("role", "user"), is_member("type", "diabetes"), is_member("name", "user")
    (True, False, False)
    """
    if key in _MEDIA_KEYS:
        return _MEDIA_TYPE.fullmatch(value) is not None
    if key in MODEL_KEYS:
        return is_model_name(value)
    return value in _MEMBERS.get(key, ())


def is_item(value: Mapping[object, object]) -> bool:
    """Say whether an object's type is one that only a part of a conversation has."""
    kind = value.get("type")
    return isinstance(kind, str) and kind in _ITEMS


def is_tool(value: Mapping[Any, object]) -> bool:
    """Say whether an object's type is one that only a tool, a call of one or its result has."""
    kind = value.get("type")
    return isinstance(kind, str) and kind in _TOOL_TYPES


def is_flag(key: str, value: object) -> bool:
    """Say whether a value is the flag by which a tool reports that it failed."""
    return isinstance(value, bool) and key in _FLAGS


def is_schema_type(value: object) -> bool:
    """Say whether a value is a type of JSON Schema (draft 2020-12, Validation, section 6.1.1)."""
    return isinstance(value, str) and value in _SCHEMA_TYPES


def is_message(value: object, *, langchain: bool) -> bool:
    """Say whether an object's role, or in a list of LangChain's messages its type, is known."""
    if not isinstance(value, _MAPPINGS):
        return False
    role, kind = value.get("role"), value.get("type")
    if isinstance(role, str):
        return role in ROLES
    return langchain and isinstance(kind, str) and kind in LANGCHAIN_ROLES and "content" in value


def is_model_request(value: Mapping[Any, object]) -> bool:
    """Say whether an object is the body of a request to a model, of any maker."""
    return not _HELD.isdisjoint(value) and any(map(is_model_name, map(value.get, MODEL_KEYS)))
