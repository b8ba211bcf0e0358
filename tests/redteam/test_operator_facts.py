"""Facts that are safe and that an operator needs."""

import json
from typing import Any

import pytest

from tests.redteam.service import Service


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("gen_ai.streaming.time_to_first_token", 0.42),
        ("gen_ai.time_to_first_token", 0.42),
        ("rpc.response.status_code", "UNAVAILABLE"),
        ("error", True),
        ("tool.is_error", True),
        ("version", "2.0"),
        ("shard", "7"),
        ("total_bytes", 5_000_000),
        ("started_ms", 1716900000000),
    ],
)
def test_kept(key: str, value: Any, shared: Service) -> None:
    shared.send(key, value)
    assert shared.wire.last == {key: value}


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("agent.step_count", 3),
        ("agent.max_steps", 12),
        ("agent.model", "gpt-4o"),
        ("crewai.task.status", "ok"),
        ("gen_ai.usage.prompt_tokens.0", 1523),
        ("db.vector.top_k", 5),
        ("batch_date", "2024-05-01"),
        ("job_id", "8b1d9a0e-6f7e-4c1c-9d0e-1d2c3b4a5f60"),
        ("http.request_id", "8b1d9a0e-6f7e-4c1c-9d0e-1d2c3b4a5f60"),
        ("code.file.path", "agents/run.py"),
        ("user_agent.original", "OpenAI/Python 1.61.0"),
        ("db.statement", "HGETALL ?"),
    ],
)
def test_kept_although_the_key_s_words_say_content(key: str, value: Any, shared: Service) -> None:
    shared.send(key, value)
    assert shared.wire.last == {key: value}


@pytest.mark.parametrize(
    ("key", "facts"),
    [
        ("llm.invocation_parameters", {"temperature": 0.7, "max_tokens": 512, "model": "gpt-4o"}),
        ("langfuse.observation.usage_details", {"input": 10, "output": 5, "total": 15}),
    ],
)
def test_kept_in_json(key: str, facts: dict[str, Any], shared: Service) -> None:
    shared.send(key, json.dumps(facts))
    assert json.loads(shared.wire.last[key]) == facts
