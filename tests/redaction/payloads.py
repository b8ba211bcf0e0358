"""Payloads in the shapes that clients and instrumentations really write, in words of our own.

Each is a value and the facts in it that an operator keeps, by path. ``TEXT`` stands for content.
"""

import json
from typing import Any, NamedTuple

from langchain_core.load import dumps
from langchain_core.messages import (
    AIMessage,
    HumanMessage,
    SystemMessage,
    ToolMessage,
    message_to_dict,
    messages_to_dict,
)
from langchain_core.outputs import ChatGeneration, LLMResult

TEXT = "The ferry to the island leaves without Maria"
CALL = "call_5CsiqyM9kvKaxcDkxYZxsKgC"
TOOLU = "toolu_01A09q90qw90lq917835lq9"
UUID = "3f2b1a9c-1111-4222-8333-123456789abc"
IMAGE = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5E"
ARGUMENTS = json.dumps({"city": TEXT, "limit": 3})

Path = tuple[str | int, ...]


class Payload(NamedTuple):
    """One payload.

    Attributes:
        key: The attribute that carries it.
        value: What it is before it is written as JSON.
        facts: Paths to what stays.
    """

    key: str
    value: Any
    facts: tuple[Path, ...]


OPENAI_CHAT = Payload(
    "gen_ai.prompt",
    {
        "id": "chatcmpl-B9MHDbslfkBeAs8l4bebGdFOJ6PeG",
        "object": "chat.completion",
        "messages": [
            {"role": "developer", "content": TEXT},
            {
                "role": "user",
                "name": TEXT,
                "content": [
                    {"type": "text", "text": TEXT},
                    {"type": "image_url", "image_url": {"url": f"data:image/png;base64,{IMAGE}"}},
                    {"type": "input_audio", "input_audio": {"data": IMAGE, "format": "wav"}},
                    {"type": "file", "file": {"filename": TEXT, "file_data": IMAGE}},
                ],
            },
            {
                "role": "assistant",
                "content": None,
                "refusal": TEXT,
                "tool_calls": [
                    {
                        "id": CALL,
                        "type": "function",
                        "function": {"name": "get_weather", "arguments": ARGUMENTS},
                    },
                    {"id": CALL, "type": "custom", "custom": {"name": "run", "input": TEXT}},
                ],
            },
            {"role": "tool", "tool_call_id": CALL, "content": TEXT},
        ],
        "choices": [
            {
                "index": 0,
                "finish_reason": "tool_calls",
                "message": {"role": "assistant", "content": TEXT},
                "logprobs": {"content": [{"token": TEXT, "logprob": -0.5, "bytes": [1, 2]}]},
            }
        ],
        "usage": {
            "prompt_tokens": 19,
            "completion_tokens": 10,
            "prompt_tokens_details": {"cached_tokens": 3},
        },
    },
    (
        ("id",),
        ("object",),
        ("messages", 0, "role"),
        ("messages", 1, "content", 0, "type"),
        ("messages", 1, "content", 1, "type"),
        ("messages", 1, "content", 2, "type"),
        ("messages", 1, "content", 3, "type"),
        ("messages", 2, "tool_calls", 0, "id"),
        ("messages", 2, "tool_calls", 0, "type"),
        ("messages", 2, "tool_calls", 0, "function", "name"),
        ("messages", 2, "tool_calls", 1, "type"),
        ("messages", 3, "role"),
        ("messages", 3, "tool_call_id"),
        ("choices", 0, "index"),
        ("choices", 0, "finish_reason"),
        ("choices", 0, "message", "role"),
        ("usage", "prompt_tokens"),
        ("usage", "prompt_tokens_details", "cached_tokens"),
    ),
)

RESPONSES = Payload(
    "gen_ai.completion",
    {
        "id": "resp_67ccd3a9da748190baa7f1570fe91ac604becb25c45c1d41",
        "object": "response",
        "status": "completed",
        "error": None,
        "instructions": TEXT,
        "output": [
            {
                "type": "message",
                "id": "msg_67ccd3acc8d48190a77525dc6de64b4104becb25c45c1d41",
                "role": "assistant",
                "status": "completed",
                "content": [
                    {
                        "type": "output_text",
                        "text": TEXT,
                        "annotations": [{"type": "url_citation", "url": TEXT, "title": TEXT}],
                    },
                    {"type": "refusal", "refusal": TEXT},
                ],
            },
            {
                "type": "reasoning",
                "id": "rs_67ccd3acc8d48190a77525dc6de64b4104becb25c45c1d41",
                "summary": [{"type": "summary_text", "text": TEXT}],
                "encrypted_content": IMAGE,
            },
            {
                "type": "function_call",
                "call_id": CALL,
                "name": "get_weather",
                "arguments": ARGUMENTS,
                "status": "completed",
            },
            {"type": "function_call_output", "call_id": CALL, "output": json.dumps({"a": TEXT})},
            {"type": "custom_tool_call", "call_id": CALL, "name": "run_query", "input": TEXT},
            {"type": "custom_tool_call_output", "call_id": CALL, "output": TEXT},
            {
                "type": "web_search_call",
                "status": "completed",
                "action": {"type": "search", "query": TEXT},
            },
            {
                "type": "file_search_call",
                "status": "completed",
                "queries": [TEXT],
                "results": [{"filename": TEXT, "text": TEXT, "score": 0.9}],
            },
            {
                "type": "computer_call",
                "call_id": CALL,
                "status": "in_progress",
                "action": {"type": "type", "text": TEXT},
            },
            {
                "type": "computer_call_output",
                "call_id": CALL,
                "output": {"type": "computer_screenshot", "image_url": TEXT},
            },
            {
                "type": "code_interpreter_call",
                "status": "completed",
                "code": TEXT,
                "outputs": [{"type": "logs", "logs": TEXT}],
            },
            {"type": "image_generation_call", "status": "completed", "result": IMAGE},
            {
                "type": "mcp_list_tools",
                "server_label": TEXT,
                "tools": [
                    {
                        "name": "search_docs",
                        "description": TEXT,
                        "input_schema": {"type": "object", "properties": {"q": {"type": "string"}}},
                    }
                ],
            },
            {
                "type": "mcp_call",
                "name": "search_docs",
                "server_label": TEXT,
                "arguments": ARGUMENTS,
                "output": TEXT,
                "error": TEXT,
            },
            {"type": "mcp_approval_request", "name": "search_docs", "arguments": ARGUMENTS},
            {"type": "mcp_approval_response", "approval_request_id": CALL, "reason": TEXT},
            {"type": "local_shell_call", "call_id": CALL, "action": {"command": [TEXT]}},
            {"type": "local_shell_call_output", "call_id": CALL, "output": TEXT},
            {"type": "item_reference", "id": CALL},
            {"type": "a_new_item", "whatever": TEXT},
        ],
        "usage": {"input_tokens": 36, "output_tokens_details": {"reasoning_tokens": 12}},
    },
    (
        ("id",),
        ("object",),
        ("status",),
        *(("output", item, "type") for item in range(19)),
        *(("output", item, "call_id") for item in (2, 3, 4, 5, 8, 9, 16, 17)),
        ("output", 0, "id"),
        ("output", 0, "role"),
        ("output", 0, "status"),
        ("output", 0, "content", 0, "type"),
        ("output", 0, "content", 1, "type"),
        ("output", 1, "summary", 0, "type"),
        ("output", 2, "name"),
        ("output", 4, "name"),
        ("output", 6, "action", "type"),
        ("output", 9, "output", "type"),
        ("output", 10, "outputs", 0, "type"),
        ("output", 12, "tools", 0, "name"),
        ("output", 12, "tools", 0, "input_schema", "properties", "q", "type"),
        ("output", 13, "name"),
        ("output", 14, "name"),
        ("output", 15, "approval_request_id"),
        ("output", 18, "id"),
        ("usage", "input_tokens"),
        ("usage", "output_tokens_details", "reasoning_tokens"),
    ),
)

ANTHROPIC = Payload(
    "gen_ai.input.messages",
    [
        {
            "role": "user",
            "content": [
                {"type": "text", "text": TEXT, "cache_control": {"type": "ephemeral"}},
                {
                    "type": "image",
                    "source": {"type": "base64", "media_type": "image/png", "data": IMAGE},
                },
                {
                    "type": "document",
                    "title": TEXT,
                    "context": TEXT,
                    "source": {"type": "base64", "media_type": "application/pdf", "data": IMAGE},
                    "citations": {"enabled": True},
                },
                {
                    "type": "tool_result",
                    "tool_use_id": TOOLU,
                    "is_error": True,
                    "content": [{"type": "text", "text": TEXT}],
                },
                {"type": "tool_result", "tool_use_id": TOOLU, "content": TEXT},
            ],
        },
        {
            "role": "assistant",
            "stop_reason": "tool_use",
            "content": [
                {"type": "thinking", "thinking": TEXT, "signature": IMAGE},
                {"type": "redacted_thinking", "data": IMAGE},
                {"type": "tool_use", "id": TOOLU, "name": "get_weather", "input": {"city": TEXT}},
                {
                    "type": "server_tool_use",
                    "id": TOOLU,
                    "name": "web_search",
                    "input": {"q": TEXT},
                },
                {
                    "type": "web_search_tool_result",
                    "tool_use_id": TOOLU,
                    "content": [{"type": "web_search_result", "url": TEXT, "title": TEXT}],
                },
                {
                    "type": "text",
                    "text": TEXT,
                    "citations": [{"type": "char_location", "cited_text": TEXT}],
                },
            ],
            "usage": {"input_tokens": 12, "cache_read_input_tokens": 2048},
        },
    ],
    (
        (0, "role"),
        *((0, "content", part, "type") for part in range(5)),
        (0, "content", 1, "source", "type"),
        (0, "content", 1, "source", "media_type"),
        (0, "content", 2, "source", "media_type"),
        (0, "content", 3, "tool_use_id"),
        (0, "content", 3, "is_error"),
        (0, "content", 3, "content", 0, "type"),
        (1, "role"),
        (1, "stop_reason"),
        *((1, "content", part, "type") for part in range(6)),
        (1, "content", 2, "id"),
        (1, "content", 2, "name"),
        (1, "content", 3, "name"),
        (1, "content", 4, "tool_use_id"),
        (1, "usage", "input_tokens"),
        (1, "usage", "cache_read_input_tokens"),
    ),
)

GEMINI = Payload(
    "gen_ai.completion",
    {
        "contents": [
            {"role": "user", "parts": [{"text": TEXT}]},
            {
                "role": "model",
                "parts": [
                    {"functionCall": {"name": "get_weather", "args": {"city": TEXT}}},
                    {"executableCode": {"language": "PYTHON", "code": TEXT}},
                    {"codeExecutionResult": {"outcome": "OUTCOME_OK", "output": TEXT}},
                    {"inlineData": {"mimeType": "image/png", "data": IMAGE}},
                    {"fileData": {"mimeType": "application/pdf", "fileUri": TEXT}},
                    {"thought": True, "text": TEXT, "thoughtSignature": IMAGE},
                ],
            },
            {
                "role": "user",
                "parts": [{"functionResponse": {"name": "get_weather", "response": {"a": TEXT}}}],
            },
        ],
        "candidates": [
            {
                "finishReason": "MAX_TOKENS",
                "index": 0,
                "content": {
                    "role": "model",
                    "parts": [
                        {"function_call": {"name": "get_weather", "args": {"city": TEXT}}},
                        {"executable_code": {"language": "PYTHON", "code": TEXT}},
                    ],
                },
                "citationMetadata": {"citations": [{"uri": TEXT}]},
            }
        ],
        "usageMetadata": {
            "promptTokenCount": 4,
            "promptTokensDetails": [{"modality": "TEXT", "tokenCount": 4}],
        },
        "systemInstruction": {"parts": [{"text": TEXT}]},
    },
    (
        ("contents", 0, "role"),
        ("contents", 1, "role"),
        ("contents", 1, "parts", 0, "functionCall", "name"),
        ("contents", 1, "parts", 1, "executableCode", "language"),
        ("contents", 1, "parts", 2, "codeExecutionResult", "outcome"),
        ("contents", 1, "parts", 3, "inlineData", "mimeType"),
        ("contents", 1, "parts", 4, "fileData", "mimeType"),
        ("contents", 2, "parts", 0, "functionResponse", "name"),
        ("candidates", 0, "finishReason"),
        ("candidates", 0, "content", "role"),
        ("candidates", 0, "content", "parts", 0, "function_call", "name"),
        ("candidates", 0, "content", "parts", 1, "executable_code", "language"),
        ("usageMetadata", "promptTokenCount"),
        ("usageMetadata", "promptTokensDetails", 0, "modality"),
        ("usageMetadata", "promptTokensDetails", 0, "tokenCount"),
    ),
)

SEMCONV = Payload(
    "gen_ai.output.messages",
    [
        {"role": "user", "parts": [{"type": "text", "content": TEXT}]},
        {
            "role": "assistant",
            "finish_reason": "tool_call",
            "parts": [
                {"type": "reasoning", "content": TEXT},
                {"type": "tool_call", "id": CALL, "name": "get_weather", "arguments": {"c": TEXT}},
                {"type": "blob", "mime_type": "image/png", "modality": "image", "content": IMAGE},
                {"type": "uri", "mime_type": "audio/wav", "modality": "audio", "uri": TEXT},
                {"type": "file", "mime_type": "application/pdf", "file_id": "file_x"},
                {
                    "type": "server_tool_call",
                    "id": CALL,
                    "name": "web_search",
                    "server_tool_call": {"type": "web_search", "query": TEXT},
                },
                {"type": "a_new_part", "whatever": TEXT},
            ],
        },
        {
            "role": "tool",
            "parts": [{"type": "tool_call_response", "id": CALL, "response": {"type": TEXT}}],
        },
    ],
    (
        (0, "role"),
        (0, "parts", 0, "type"),
        (1, "role"),
        (1, "finish_reason"),
        *((1, "parts", part, "type") for part in range(6)),
        (1, "parts", 1, "id"),
        (1, "parts", 1, "name"),
        (1, "parts", 2, "mime_type"),
        (1, "parts", 2, "modality"),
        (1, "parts", 3, "modality"),
        (1, "parts", 5, "name"),
        (2, "role"),
        (2, "parts", 0, "type"),
        (2, "parts", 0, "id"),
    ),
)

VERCEL = Payload(
    "ai.prompt.messages",
    [
        {"role": "system", "content": TEXT},
        {
            "role": "user",
            "content": [
                {"type": "text", "text": TEXT},
                {"type": "file", "data": IMAGE, "mediaType": "image/png"},
            ],
        },
        {
            "role": "assistant",
            "content": [
                {"type": "reasoning", "text": TEXT},
                {
                    "type": "tool-call",
                    "toolCallId": CALL,
                    "toolName": "get_weather",
                    "input": {"city": TEXT},
                },
            ],
        },
        {
            "role": "tool",
            "content": [
                {
                    "type": "tool-result",
                    "toolCallId": CALL,
                    "toolName": "get_weather",
                    "output": {"type": "json", "value": {"a": TEXT}},
                }
            ],
        },
    ],
    (
        (0, "role"),
        (1, "content", 0, "type"),
        (1, "content", 1, "type"),
        (1, "content", 1, "mediaType"),
        (2, "content", 0, "type"),
        (2, "content", 1, "type"),
        (2, "content", 1, "toolCallId"),
        (2, "content", 1, "toolName"),
        (3, "role"),
        (3, "content", 0, "type"),
    ),
)

_AI = AIMessage(
    content=[{"type": "text", "text": TEXT}],
    id=f"lc_run--{UUID}",
    tool_calls=[{"name": "get_weather", "args": {"city": TEXT}, "id": CALL, "type": "tool_call"}],
    response_metadata={"finish_reason": "tool_calls", "token_usage": {"total_tokens": 29}},
    usage_metadata={"input_tokens": 19, "output_tokens": 10, "total_tokens": 29},
)
_MESSAGES = [
    SystemMessage(TEXT),
    HumanMessage(TEXT),
    _AI,
    ToolMessage(TEXT, tool_call_id=CALL, name="get_weather"),
]

LANGCHAIN_DUMPS = Payload(
    "traceloop.entity.input",
    {"inputs": {"messages": json.loads(dumps(_MESSAGES))}, "tags": [TEXT], "metadata": {"a": TEXT}},
    (
        ("inputs", "messages", 0, "lc"),
        ("inputs", "messages", 0, "type"),
        ("inputs", "messages", 0, "id", 3),
        ("inputs", "messages", 0, "kwargs", "type"),
        ("inputs", "messages", 1, "kwargs", "type"),
        ("inputs", "messages", 2, "id", 3),
        ("inputs", "messages", 2, "kwargs", "content", 0, "type"),
        ("inputs", "messages", 2, "kwargs", "id"),
        ("inputs", "messages", 2, "kwargs", "tool_calls", 0, "name"),
        ("inputs", "messages", 2, "kwargs", "tool_calls", 0, "id"),
        ("inputs", "messages", 2, "kwargs", "response_metadata", "finish_reason"),
        ("inputs", "messages", 2, "kwargs", "response_metadata", "token_usage", "total_tokens"),
        ("inputs", "messages", 2, "kwargs", "usage_metadata", "input_tokens"),
        ("inputs", "messages", 3, "kwargs", "tool_call_id"),
    ),
)

LANGCHAIN_MODELS = Payload(
    "input.value",
    {"messages": [message.model_dump() for message in _MESSAGES]},
    (
        ("messages", 0, "type"),
        ("messages", 1, "type"),
        ("messages", 2, "type"),
        ("messages", 2, "tool_calls", 0, "name"),
        ("messages", 2, "tool_calls", 0, "id"),
        ("messages", 2, "usage_metadata", "output_tokens"),
        ("messages", 3, "type"),
        ("messages", 3, "tool_call_id"),
    ),
)

LANGCHAIN_DICTS = Payload(
    "output.value",
    {"messages": messages_to_dict(_MESSAGES), "output": message_to_dict(_AI)},
    (
        ("messages", 0, "type"),
        ("messages", 2, "data", "type"),
        ("messages", 2, "data", "tool_calls", 0, "name"),
        ("output", "type"),
        ("output", "data", "tool_calls", 0, "id"),
    ),
)

LANGCHAIN_RESULT = Payload(
    "traceloop.entity.output",
    {
        "outputs": json.loads(
            dumps(
                LLMResult(
                    generations=[
                        [ChatGeneration(message=_AI, generation_info={"finish_reason": "stop"})]
                    ],
                    llm_output={"token_usage": {"total_tokens": 29}},
                )
            )
        )
    },
    (
        ("outputs", "lc"),
        ("outputs", "id", 2),
    ),
)

MCP_CALL = Payload(
    "mcp.request.payload",
    {
        "jsonrpc": "2.0",
        "id": 7,
        "method": "tools/call",
        "params": {"name": "get_weather", "arguments": {"city": TEXT}, "_meta": {"a": TEXT}},
    },
    (("jsonrpc",), ("id",), ("method",), ("params", "name")),
)
MCP_RESULT = Payload(
    "gen_ai.completion",
    {
        "jsonrpc": "2.0",
        "id": 7,
        "result": {
            "isError": True,
            "content": [
                {"type": "text", "text": TEXT},
                {"type": "image", "mimeType": "image/png", "data": IMAGE},
                {"type": "resource", "resource": {"uri": TEXT, "text": TEXT}},
                {"type": "resource_link", "uri": TEXT, "name": TEXT},
            ],
            "structuredContent": {"a": TEXT},
        },
    },
    (
        ("id",),
        ("result", "isError"),
        *(("result", "content", part, "type") for part in range(4)),
        ("result", "content", 1, "mimeType"),
    ),
)
MCP_RESOURCE = Payload(
    "gen_ai.completion",
    {
        "jsonrpc": "2.0",
        "id": 8,
        "result": {"contents": [{"uri": TEXT, "mimeType": "text/plain", "text": TEXT}]},
    },
    (("jsonrpc",), ("id",), ("result", "contents", 0, "mimeType")),
)
MCP_PROMPT = Payload(
    "gen_ai.prompt",
    {
        "jsonrpc": "2.0",
        "id": 9,
        "result": {
            "description": TEXT,
            "messages": [{"role": "user", "content": {"type": "text", "text": TEXT}}],
        },
    },
    (("result", "messages", 0, "role"), ("result", "messages", 0, "content", "type")),
)
MCP_SAMPLING = Payload(
    "gen_ai.prompt",
    {
        "jsonrpc": "2.0",
        "id": 10,
        "method": "sampling/createMessage",
        "params": {
            "messages": [{"role": "user", "content": {"type": "text", "text": TEXT}}],
            "systemPrompt": TEXT,
            "maxTokens": 100,
            "stopSequences": [TEXT],
        },
    },
    (
        ("method",),
        ("params", "messages", 0, "role"),
        ("params", "messages", 0, "content", "type"),
        ("params", "maxTokens"),
    ),
)
MCP_ELICITATION = Payload(
    "gen_ai.completion",
    {
        "jsonrpc": "2.0",
        "id": 11,
        "result": {"action": "accept", "content": {"name": TEXT, "email": TEXT}},
    },
    (("result", "action"),),
)
MCP_ERROR = Payload(
    "gen_ai.completion",
    {"jsonrpc": "2.0", "id": 12, "error": {"code": -32602, "message": TEXT, "data": {"a": TEXT}}},
    (("error", "code"),),
)

PAYLOADS = {
    name.lower(): payload for name, payload in globals().items() if isinstance(payload, Payload)
}

FLATTENED: dict[str, Any] = {
    # OpenInference
    "llm.input_messages.0.message.role": "user",
    "llm.input_messages.0.message.contents.1.message_content.type": "image",
    "llm.output_messages.0.message.tool_calls.0.tool_call.function.name": "get_weather",
    "llm.output_messages.0.message.tool_calls.0.tool_call.id": CALL,
    "llm.token_count.prompt": 19,
    "llm.token_count.prompt_details.cache_read": 3,
    "openinference.span.kind": "LLM",
    # Vercel AI SDK
    "ai.toolCall.name": "get_weather",
    "ai.toolCall.id": CALL,
    "ai.response.finishReason": "tool-calls",
    "ai.usage.promptTokens": 19,
    "ai.model.id": "gpt-4o",
    # Traceloop
    "gen_ai.prompt.0.role": "user",
    "gen_ai.completion.0.finish_reason": "stop",
    "gen_ai.completion.0.tool_calls.0.name": "get_weather",
}
"""Facts that conventions write under keys of their own."""

FLATTENED_TEXT = (
    "llm.input_messages.0.message.content",
    "llm.input_messages.0.message.contents.1.message_content.text",
    "llm.input_messages.0.message.contents.1.message_content.image.image.url",
    "llm.output_messages.0.message.tool_calls.0.tool_call.function.arguments",
    "ai.toolCall.args",
    "ai.toolCall.result",
    "ai.response.text",
    "ai.response.object",
    "ai.response.reasoning",
    "gen_ai.prompt.0.content",
    "gen_ai.completion.0.content",
    "gen_ai.completion.0.tool_calls.0.arguments",
)
"""Keys of conventions whose text goes."""
