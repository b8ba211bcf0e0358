"""What operators keep: roles, part types, tool names, call ids, finish reasons, sizes."""

import json
from typing import Any

import pytest

from spanveil.config import ContentClass
from spanveil.redaction import Redactor

TEXT = "My name is Alice and I owe money"
CALL = "call_5CsiqyM9kvKaxcDkxYZxsKgC"
MARK = f"[redacted:prompt:{len(TEXT)}]"


def skeleton(value: object, content_class: ContentClass = ContentClass.PROMPT) -> Any:
    redacted, report = Redactor(key=b"k" * 32).value(json.dumps(value), content_class)
    assert not report.errors
    assert "Alice" not in redacted
    return json.loads(redacted)


def test_semconv_messages() -> None:
    shown = skeleton(
        [
            {"role": "user", "parts": [{"type": "text", "content": TEXT}]},
            {
                "role": "assistant",
                "parts": [
                    {
                        "type": "tool_call",
                        "id": CALL,
                        "name": "get_weather",
                        "arguments": {"city": TEXT},
                    },
                    {
                        "type": "blob",
                        "mime_type": "image/png",
                        "modality": "image",
                        "content": TEXT,
                    },
                    {"type": "new_kind", "whatever": TEXT},
                ],
                "finish_reason": "tool_call",
            },
            {"role": "tool", "parts": [{"type": "tool_call_response", "id": CALL, "result": TEXT}]},
        ]
    )
    assert shown[0] == {"role": "user", "parts": [{"type": "text", "content": MARK}]}
    call, blob, unknown = shown[1]["parts"]
    assert call == {
        "type": "tool_call",
        "id": CALL,
        "name": "get_weather",
        "arguments": {"city": MARK},
    }
    assert (blob["mime_type"], blob["modality"], blob["content"]) == ("image/png", "image", MARK)
    assert unknown["type"] == "[redacted:prompt:8]"  # no member of the closed set
    assert MARK in unknown.values()
    assert shown[1]["finish_reason"] == "tool_call"
    assert shown[2]["parts"][0]["id"] == CALL


def test_openai_chat() -> None:
    shown = skeleton(
        {
            "messages": [
                {"role": "user", "content": [{"type": "text", "text": TEXT}]},
                {
                    "role": "assistant",
                    "tool_calls": [
                        {
                            "id": CALL,
                            "type": "function",
                            "function": {"name": "lookup", "arguments": json.dumps({"q": TEXT})},
                        }
                    ],
                },
                {"role": "tool", "tool_call_id": CALL, "content": json.dumps({"type": TEXT})},
            ]
        }
    )
    call = shown["messages"][1]["tool_calls"][0]
    assert (call["id"], call["function"]["name"]) == (CALL, "lookup")
    assert json.loads(call["function"]["arguments"]) == {"q": MARK}
    assert json.loads(shown["messages"][2]["content"]) == {"type": MARK}


def test_anthropic_blocks() -> None:
    shown = skeleton(
        {
            "role": "assistant",
            "stop_reason": "tool_use",
            "content": [
                {"type": "thinking", "thinking": TEXT, "signature": TEXT},
                {
                    "type": "tool_use",
                    "id": "toolu_01A09q90qw90lq917835lq9",
                    "name": "search",
                    "input": {"role": TEXT},
                },
            ],
        }
    )
    thinking, use = shown["content"]
    assert thinking == {"type": "thinking", "thinking": MARK, "signature": MARK}
    assert (use["id"], use["name"], use["input"]) == (
        "toolu_01A09q90qw90lq917835lq9",
        "search",
        {"role": MARK},
    )


def test_gemini_parts() -> None:
    shown = skeleton(
        {
            "contents": [
                {"role": "model", "parts": [{"functionCall": {"name": "f", "args": {"a": TEXT}}}]}
            ]
        }
    )
    assert shown["contents"][0]["parts"][0] == {"functionCall": {"name": "f", "args": {"a": MARK}}}


def test_usage_and_finish_reasons() -> None:
    shown = skeleton({"finish_reason": "stop", "usage": {"input_tokens": 12, "output_tokens": 7}})
    assert shown == {"finish_reason": "stop", "usage": {"input_tokens": 12, "output_tokens": 7}}


BODY = {
    "model": "gpt-4.1-mini-2025-04-14",
    "messages": [{"role": "user", "content": TEXT}],
    "temperature": 0.7,
    "max_tokens": 512,
    "stream": True,
}


def test_a_request_s_body_keeps_its_model_and_parameters() -> None:
    shown = skeleton(BODY | {"user": TEXT, "seed": 559883801, "stop": [TEXT], "top_k": 4111111111})
    mark = "[redacted:prompt:{}]".format
    assert shown == BODY | {
        "messages": [{"role": "user", "content": MARK}],
        "user": MARK,
        "seed": mark(9),
        "stop": [MARK],
        "top_k": mark(10),
    }


@pytest.mark.parametrize(
    "body",
    [
        BODY | {"model": "diabetes"},
        BODY | {"model": "ft:gpt-4o-mini:acme-corp::9xYz"},
        BODY | {"model": "gpt-559-88-3801"},
        {key: value for key, value in BODY.items() if key != "messages"} | {"model": "Alice"},
    ],
)
def test_no_parameter_of_what_only_resembles_a_request_stays(body: dict[str, object]) -> None:
    shown = skeleton(body)
    assert str(shown["model"]).startswith("[redacted:")
    assert shown["temperature"] == "[redacted:prompt:3]"
    assert shown["stream"] == "[redacted:prompt]"


@pytest.mark.parametrize("key", ["arguments", "text", "content"])
def test_no_request_s_body_is_seen_in_what_somebody_said(key: str) -> None:
    shown = skeleton([{"role": "user", "content": [{"type": "tool_use", key: BODY}]}])
    inner = shown[0]["content"][0]
    inner = inner.get(key, inner)
    assert "gpt" not in json.dumps(shown)
    assert inner["temperature"] == "[redacted:prompt:3]"


@pytest.mark.parametrize("levels", [1, 3, 8, 12])
def test_json_in_json(levels: int) -> None:
    value: object = {"role": "user", "content": TEXT}
    for _ in range(levels):
        value = {"content": json.dumps(value)}
    shown = skeleton(value)
    for _ in range(levels):
        shown = json.loads(shown["content"])
    assert shown["content"] == MARK


def test_a_list_of_json_texts_keeps_its_tools() -> None:
    tool = {
        "type": "function",
        "name": "lookup",
        "description": TEXT,
        "parameters": {"title": TEXT},
    }
    redacted, _ = Redactor().attributes({"ai.prompt.tools": [json.dumps(tool)]})
    (shown,) = redacted["ai.prompt.tools"]
    assert (json.loads(shown)["name"], json.loads(shown)["type"]) == ("lookup", "function")
    assert "Alice" not in shown


def test_a_document_s_fields_are_content_even_when_they_look_like_a_message_s() -> None:
    shown = skeleton(
        {"role": "admin", "type": "diagnosis", "name": "lookup"}, ContentClass.TOOL_RESULT
    )
    assert set(shown) == {"role", "type", "name"}
    assert all(value.startswith("[redacted:") for value in shown.values())


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (CALL, True),
        ("call_1", True),
        ("run-3f2b1a9c-1111-4222-8333-123456789abc", True),
        ("call_me_alice_smith", False),
        ("call_alice_smith_5551234567", False),
        ("run away from Alice", False),
        ("4111111111111111", False),
    ],
)
def test_call_ids(given: str, kept: bool) -> None:
    shown = skeleton([{"id": given}, {"tool_call_id": given}])
    first, second = shown[0]["id"], shown[1]["tool_call_id"]
    assert first == second  # whichever it is, an operator can still join the two
    assert (first == given) is kept
    assert kept or first.startswith("ps1_")


def test_numbers_of_a_payload_are_content() -> None:
    shown = skeleton({"card": 4111111111111111, "pin": 1234}, ContentClass.TOOL_ARGUMENTS)
    assert "4111" not in json.dumps(shown)
    assert "1234" not in json.dumps(shown)


def test_measures_and_flags_of_a_payload_are_content() -> None:
    text = '{"count":3,"score":0.50,"duration_ms":1E3,"active":true,"parent":null}'
    shown, _ = Redactor().text(text, ContentClass.TOOL_RESULT)
    mark = "[redacted:tool_result"
    assert shown == (
        f'{{"count":"{mark}:1]","score":"{mark}:4]","duration_ms":"{mark}:3]",'
        f'"active":"{mark}]","parent":null}}'
    )


@pytest.mark.parametrize("key", ["account", "city", "date_from", "maxResults", "user_id", "query"])
def test_keys_in_words_of_code_stay(key: str) -> None:
    assert list(skeleton({key: TEXT}, ContentClass.TOOL_ARGUMENTS)) == [key]


@pytest.mark.parametrize("key", ["AliceSmith", "acme-corp", "hiv_positive", "4155551", "Alice"])
def test_other_keys_are_marked(key: str) -> None:
    shown = skeleton({"balances": {key: 1}}, ContentClass.TOOL_RESULT)
    assert list(shown["balances"]) == [f"[redacted:key:{len(key)}]"]


def test_a_tool_definition_keeps_its_parameters() -> None:
    tool = {
        "type": "function",
        "function": {
            "name": "book_ferry",
            "description": TEXT,
            "parameters": {"type": "object", "properties": {"ferry_line": {"type": "string"}}},
        },
    }
    mark = f"[redacted:tool_definition:{len(TEXT)}]"
    tool["function"]["description"] = mark  # type: ignore[index]
    assert skeleton([tool], ContentClass.TOOL_DEFINITION) == [tool]


@pytest.mark.parametrize("odd", [[], {}, None, 0, 1.5, True, [{}], {"type": []}])
@pytest.mark.parametrize("key", ["type", "role", "id", "name", "object", "status", "mime_type"])
@pytest.mark.parametrize("content_class", ["prompt", "tool_definition", "tool_arguments"])
def test_a_field_of_a_closed_set_may_hold_anything(
    content_class: str, key: str, odd: object
) -> None:
    payload = {key: odd, "content": TEXT, "function": {key: odd, "arguments": TEXT}}
    for value in (payload, [payload], json.dumps(payload)):
        redacted, report = Redactor(key=b"k" * 32).value(value, ContentClass(content_class))
        assert not report.errors
        assert "Alice" not in json.dumps(redacted)


def test_a_parameter_in_an_answer_to_a_client_is_content_unless_it_is_a_dial() -> None:
    """Any tool answers in JSON-RPC; its `model` and `seed` are somebody's data."""
    answer = {"model": "Okonkwo", "seed": 559883801, "provider": "note", "maxTokens": 100}
    shown = skeleton({"jsonrpc": "2.0", "id": 1, "result": answer})["result"]
    assert shown == {
        "model": "[redacted:prompt:7]",
        "seed": "[redacted:prompt:9]",
        "provider": "[redacted:prompt:4]",
        "maxTokens": 100,
    }
    known = skeleton({"jsonrpc": "2.0", "id": 1, "result": {"model": "gpt-4o", "role": "user"}})
    assert known["result"] == {"model": "gpt-4o", "role": "user"}


@pytest.mark.parametrize("method", ["tasks/get", "tasks/result", "notifications/tasks/status"])
def test_methods_of_tasks_stay(method: str) -> None:
    request = {"jsonrpc": "2.0", "id": 1, "method": method, "params": {"taskId": TEXT}}
    assert skeleton(request)["method"] == method


# Of openai 3.57, anthropic 2.14, google-genai 3.6 and langchain-core 1.8.
NEWEST: dict[str, tuple[Any, tuple[tuple[str | int, ...], ...]]] = {
    "Responses": (
        {
            "object": "response",
            "output": [
                {"type": "tool_search_call", "call_id": CALL, "arguments": {"query": TEXT}},
                {"type": "program", "call_id": CALL, "code": TEXT},
                {"type": "compaction", "encrypted_content": TEXT},
                {
                    "type": "message",
                    "role": "assistant",
                    "content": [
                        {
                            "type": "output_text",
                            "text": TEXT,
                            "annotations": [{"type": "url_citation", "url": TEXT, "title": TEXT}],
                        }
                    ],
                },
                {"type": "computer_call", "actions": [{"type": "double_click"}, {"type": "wait"}]},
                {
                    "type": "computer_call_output",
                    "output": {"type": "computer_screenshot", "image_url": TEXT},
                },
                {
                    "type": "function_call_output",
                    "call_id": CALL,
                    "output": [{"type": "input_text", "text": TEXT}],
                },
            ],
        },
        (
            *(("output", item, "type") for item in range(7)),
            ("output", 3, "content", 0, "annotations", 0, "type"),
            ("output", 4, "actions", 0, "type"),
            ("output", 5, "output", "type"),
            ("output", 6, "output", 0, "type"),
        ),
    ),
    "Responses' stream": (
        {"type": "response.output_item.done", "item": {"type": "compaction", "id": TEXT}},
        (("type",), ("item", "type")),
    ),
    "Anthropic": (
        [
            {
                "role": "assistant",
                "stop_reason": "compaction",
                "content": [
                    {"type": "tool_search_tool_result", "content": {"type": "tool_reference"}},
                    {"type": "text", "text": TEXT, "citations": [{"type": "page_location"}]},
                    {
                        "type": "code_execution_tool_result",
                        "content": {"type": "code_execution_result", "stdout": TEXT},
                    },
                ],
            }
        ],
        (
            (0, "stop_reason"),
            *((0, "content", part, "type") for part in range(3)),
            (0, "content", 0, "content", "type"),
            (0, "content", 1, "citations", 0, "type"),
            (0, "content", 2, "content", "type"),
        ),
    ),
    "Anthropic's own tools": (
        {
            "model": "claude-sonnet-4-5",
            "messages": [{"role": "user", "content": TEXT}],
            "tools": [{"type": "web_search_20260318", "name": "web_search"}],
        },
        (("tools", 0, "type"), ("tools", 0, "name")),
    ),
    "Gemini's interactions": (
        {
            "steps": [
                {"type": "user_input", "content": [{"type": "text", "text": TEXT}]},
                {"type": "thought", "summary": [{"type": "text", "text": TEXT}]},
                {"type": "function_result", "name": "get_weather", "result": [{"type": "text"}]},
            ]
        },
        (
            *(("steps", step, "type") for step in range(3)),
            ("steps", 0, "content", 0, "type"),
            ("steps", 2, "name"),
            ("steps", 2, "result", 0, "type"),
        ),
    ),
    "Gemini": (
        {
            "candidates": [
                {
                    "finishReason": "UNEXPECTED_TOOL_CALL",
                    "content": {
                        "role": "model",
                        "parts": [{"toolResponse": {"id": CALL, "response": TEXT}}],
                    },
                }
            ]
        },
        (
            ("candidates", 0, "finishReason"),
            ("candidates", 0, "content", "parts", 0, "toolResponse", "id"),
        ),
    ),
}


@pytest.mark.parametrize("shape", NEWEST)
def test_facts_of_the_newest_shapes_stay(shape: str) -> None:
    value, facts = NEWEST[shape]
    shown = skeleton(value)
    for path in facts:
        given, kept = value, shown
        for step in path:
            given, kept = given[step], kept[step]
        assert kept == given, path


@pytest.mark.parametrize("kind", ["diabetes", "response.alice.smith", "web_search_alice"])
def test_no_other_type_of_a_part_stays(kind: str) -> None:
    part = {"type": kind, "output": {"type": kind}, "annotations": [{"type": kind, "name": kind}]}
    shown = skeleton([{"role": "assistant", "content": [part]}])
    assert kind not in json.dumps(shown)
