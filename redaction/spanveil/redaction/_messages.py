"""The closed sets of conversations: roles, part types, finish reasons, modalities, media types.

From the GenAI semantic conventions (gen-ai-input-messages.json, gen-ai-output-messages.json),
OpenAI Chat Completions and Responses, Anthropic Messages, Gemini Content, Bedrock Converse and
LangChain messages. A value outside its set is content, whatever key it stands under.
"""

import re
from collections.abc import Mapping
from typing import Any, Final

from spanveil.config import is_code_name
from spanveil.redaction._model_names import is_model_name
from spanveil.redaction._settings import MODEL_KEYS

_MAPPINGS: Final = (dict, Mapping)  # an abstract class takes longer to ask
ROLES: Final = frozenset(
    {"ai", "assistant", "developer", "function", "human", "model", "system", "tool", "user"}
)
LANGCHAIN_ROLES: Final = frozenset(
    {"AIMessageChunk", "ChatMessageChunk", "FunctionMessageChunk", "HumanMessageChunk"}
    | {"SystemMessageChunk", "ToolMessageChunk"}
    | {"ai", "chat", "developer", "function", "human", "system", "tool"}
)
_ITEMS: Final = frozenset(
    # OpenAI Responses: items of `input` and `output`
    {"apply_patch_call", "apply_patch_call_output", "code_interpreter_call", "computer_call"}
    | {"computer_call_output", "custom_tool_call", "custom_tool_call_output", "file_search_call"}
    | {"function_call", "function_call_output", "image_generation_call", "item_reference"}
    | {"local_shell_call", "local_shell_call_output", "mcp_approval_request"}
    | {"mcp_approval_response", "mcp_call", "mcp_list_tools", "message", "reasoning"}
    | {"shell_call", "shell_call_output", "web_search_call"}
    | {"additional_tools", "compaction", "compaction_trigger", "configuration_update", "program"}
    | {"program_output", "tool_search_call", "tool_search_output"}
    # Anthropic: content blocks
    | {"bash_code_execution_tool_result", "code_execution_tool_result", "container_upload"}
    | {"document", "image", "mcp_tool_result", "mcp_tool_use", "redacted_thinking"}
    | {"search_result", "server_tool_use", "text_editor_code_execution_tool_result", "thinking"}
    | {"tool_result", "tool_use", "web_fetch_tool_result", "web_search_tool_result"}
    | {"advisor_tool_result", "fallback", "mcp_tool_listing", "tool_addition", "tool_removal"}
    | {"tool_search_tool_result"}
    # Gemini: steps of an interaction
    | {"code_execution_call", "code_execution_result", "file_search_result", "function_result"}
    | {"google_maps_call", "google_maps_result", "google_search_call", "google_search_result"}
    | {"mcp_server_tool_call", "mcp_server_tool_result", "model_output", "processing_call"}
    | {"processing_result", "retrieval_call", "retrieval_result", "thought", "tool_search_result"}
    | {"url_context_call", "url_context_result", "user_input"}
    # LangChain's content blocks, and Pydantic AI's parts
    | {"non_standard", "server_tool_call_chunk", "server_tool_result", "text-plain"}
    | {"audio-url", "binary", "document-url", "image-url", "video-url"}
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
    # what a computer is told to do, what tools of models give back, and which there are
    | {"click", "double_click", "drag", "exec", "find_in_page", "keypress", "move", "screenshot"}
    | {"scroll", "type", "wait"}
    | {"advisor_redacted_result", "advisor_result", "bash_code_execution_output"}
    | {"bash_code_execution_result", "code_execution_output", "encrypted_code_execution_result"}
    | {"text_editor_code_execution_create_result", "text_editor_code_execution_view_result"}
    | {"text_editor_code_execution_str_replace_result", "tool_reference", "web_fetch_result"}
    | {"tool_search_tool_search_result", "mcp_tool_reference", "mcp_toolset_reference"}
    | {f"{tool}_tool_result_error" for tool in ("advisor", "bash_code_execution", "web_fetch")}
    | {f"{tool}_tool_result_error" for tool in ("code_execution", "tool_search", "web_search")}
    | {"text_editor_code_execution_tool_result_error", "citation", "place_citation", "word_info"}
    | {"apply_patch", "code_execution", "computer", "computer_use", "google_maps", "google_search"}
    | {"mcp_server", "mcp_toolset", "namespace", "programmatic_tool_calling", "retrieval", "shell"}
    | {"tool_search", "url_context", "compaction_delta", "arguments_delta", "speech_metadata"}
    # LangChain's results
    | {"ChatGeneration", "ChatGenerationChunk", "Generation", "GenerationChunk", "LLMResult"}
    | {"not_implemented", "secret"}
)
_FINISH_REASONS: Final = frozenset(
    {
        "compaction",
        "content_filter",
        "end_turn",
        "error",
        "function_call",
        "guardrail_intervened",
        "length",
    }
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
    | {"CONTINUATION", "ESCALATION", "IMAGE_OTHER", "IMAGE_PROHIBITED_CONTENT", "IMAGE_RECITATION"}
    | {"MALFORMED_RESPONSE", "MISSING_THOUGHT_SIGNATURE", "MODEL_ARMOR", "NO_IMAGE"}
    | {"TOO_MANY_TOOL_CALLS", "UNEXPECTED_TOOL_CALL"}
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
    # Gemini's interactions, and MCP's tasks
    | {"budget_exceeded", "input_required", "requires_action", "requires_continuation", "working"}
)
_LANGUAGES: Final = frozenset({"LANGUAGE_UNSPECIFIED", "PYTHON"})
_OUTCOMES: Final = frozenset(
    {"OUTCOME_DEADLINE_EXCEEDED", "OUTCOME_FAILED", "OUTCOME_OK", "OUTCOME_UNSPECIFIED"}
)
_ACTIONS: Final = frozenset({"accept", "cancel", "decline"})  # MCP, elicitation
_MEDIA_TYPE: Final = re.compile(
    # RFC 6838's top-level types, with the subtypes that models are given
    r"(?:application/(?:json|msword|octet-stream|pdf|xml|x-ndjson|zip"
    r"|vnd\.(?:ms-(?:excel|powerpoint)|oasis\.opendocument\.(?:presentation|spreadsheet|text)"
    r"|openxmlformats-officedocument\.(?:presentationml\.presentation|spreadsheetml\.sheet"
    r"|wordprocessingml\.document)))"
    r"|audio/(?:aac|aiff|alaw|flac|l16|m4a|mp3|mp4|mpeg|mulaw|ogg|ogg_opus|opus|pcm|wav|webm|x-wav)"
    r"|image/(?:avif|bmp|gif|heic|heif|jpe?g|png|svg\+xml|tiff|webp)"
    r"|text/(?:css|csv|html|javascript|markdown|plain|xml)"
    r"|video/(?:3gpp|avi|mov|mp4|mpeg|mpg|quicktime|webm|wmv|x-flv))",
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
_DATED_TOOL: Final = re.compile(
    # a tool of a maker's own in a version of some day
    r"(?:bash|browser_toolset|code_execution|computer|computer_toolset|memory|text_editor|web_fetch"
    r"|tool_search_tool_(?:bm25|regex)|web_search|web_search_preview)"
    r"_20[0-9]{2}_?[01][0-9]_?[0-3][0-9]",
    re.ASCII,
)
_EVENT: Final = re.compile(r"response(?:\.[a-z_]{2,40}){1,3}", re.ASCII)
"""An event of a stream of OpenAI's Responses, if its words are words of code."""
_MEDIA_KEYS: Final = frozenset({"media_type", "mediaType", "mime_type", "mimeType"})

_FLAGS: Final = frozenset({"isError", "is_error"})

_TOOL_TYPES: Final = frozenset(
    {"custom", "custom_tool_call", "custom_tool_call_output", "function", "function_call"}
    | {"function_result", "mcp_server_tool_call", "mcp_server_tool_result", "server_tool_result"}
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
    | {"tool_call_chunks", "tool_calls", "tool_response", "toolResponse"}
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
    if value in _MEMBERS.get(key, ()):
        return True
    return key == "type" and (
        _DATED_TOOL.fullmatch(value) is not None
        or (_EVENT.fullmatch(value) is not None and is_code_name(value))
    )


def is_item(value: Mapping[object, object]) -> bool:
    """Say whether an object's type is one that only a part of a conversation has."""
    kind = value.get("type")
    return isinstance(kind, str) and kind in _ITEMS


def is_tool(value: Mapping[Any, object]) -> bool:
    """Say whether an object's type is one that only a tool, a call of one or its result has."""
    kind = value.get("type")
    return isinstance(kind, str) and (
        kind in _TOOL_TYPES or _DATED_TOOL.fullmatch(kind) is not None
    )


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
