"""Content inside structured payloads that the skeleton takes for structure."""

import json
from typing import Any

import pytest

from tests.redteam.service import Service


@pytest.mark.parametrize(
    ("key", "payload"),
    [
        # OpenInference writes a TOOL span's arguments and result here, class prompt/completion.
        ("output.value", {"type": "diabetes", "patient": "x"}),
        ("input.value", {"customer": {"object": "diabetes"}}),
        ("traceloop.entity.input", {"inputs": {"kwargs": {"finish_reason": "diabetes"}}}),
        ("traceloop.entity.output", {"id": "msg_diabetesAliceSmithBerlin"}),
        ("llm.input_messages.0.message.content", {"media_type": "diabetes"}),
        ("gen_ai.prompt", {"type": "tool", "name": "diabetes"}),
        ("gen_ai.prompt", {"function": {"name": "diabetes"}}),
        ("gen_ai.input.messages", [{"role": "tool", "content": {"type": "diabetes"}}]),
        ("gen_ai.output.messages", [{"documents": [{"type": "diabetes"}]}]),
        ("gen_ai.input.messages", [{"type": "diabetes", "content": "x"}]),
    ],
)
def test_words_of_a_payload_do_not_pass_as_message_structure(
    key: str, payload: Any, shared: Service
) -> None:
    assert "diabetes" not in shared.send(key, json.dumps(payload))


@pytest.mark.parametrize(
    "key",
    [
        "gen_ai.tool.call.arguments",
        "gen_ai.tool.call.result",
        "input.value",
        "output.value",
        "retrieval.documents.0.document.metadata",
        "metadata",
        "gen_ai.prompt",
        "nobody.knows",
    ],
)
def test_a_map_keyed_by_people_does_not_name_them(key: str, shared: Service) -> None:
    payload = {"balances": {"AliceSmith": 17.2, "acme-corp": 3}}
    sent = shared.send(key, json.dumps(payload))
    assert "AliceSmith" not in sent
    assert "acme-corp" not in sent


def test_a_safe_field_that_holds_a_map_does_not_name_people_in_strict(strict: Service) -> None:
    assert "AliceSmith" not in strict.send("gen_ai.agent.name", {"AliceSmith": {"x": 1}})


@pytest.mark.parametrize("value", [True, False])
def test_a_flag_inside_a_payload_is_content(value: bool, shared: Service) -> None:
    sent = shared.send("gen_ai.tool.call.result", json.dumps({"hiv_positive": value}))
    assert f'"hiv_positive":{str(value).lower()}' not in sent


@pytest.mark.parametrize(
    "payload",
    [
        {"credit_score": 580},
        {"account_total": 98765.43},
        {"max": 482913},
        {"sobriety_days_total": 4},
    ],
)
def test_a_number_inside_a_tool_result_is_content(
    payload: dict[str, float], shared: Service
) -> None:
    (number,) = payload.values()
    assert str(number) not in shared.send("gen_ai.tool.call.result", json.dumps(payload))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("gen_ai.prompt", "ps1_alicesmithhascancerinberli"),
        ("gen_ai.prompt", "[redacted:prompt:4155551]"),
        ("gen_ai.prompt", json.dumps({"[redacted:key:4155551]#23456": 1})),
        ("nobody.knows", "ps1_alicesmithhascancerinberli"),
    ],
)
def test_a_look_alike_carries_nothing(key: str, value: str, shared: Service) -> None:
    sent = shared.send(key, value)
    assert not any(part in sent for part in ("alicesmith", "4155551", "23456"))
