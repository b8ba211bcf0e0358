"""A plan treats a value as the redactor does."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spanveil.config import Config
from spanveil.redaction import Redactor, Report

KEYS = [
    "app.step",
    "app.total_bytes",
    "app.user_name",
    "app.user_id",
    "app.started_at_ms",
    "client.address",
    "db.query.text",
    "enduser.id",
    "exception.message",
    "gen_ai.input.messages",
    "gen_ai.request.model",
    "gen_ai.tool.name",
    "gen_ai.usage.input_tokens",
    "http.route",
    "session.id",
    "url.full",
    "url.path",
    "user_agent.original",
]
TEXTS = [
    "",
    "gpt-4o",
    "/pets/7",
    "https://h.example/v1/chat?x=1",
    "alice@example.com",
    "[redacted]",
]
VALUES = st.one_of(
    st.sampled_from(TEXTS),
    st.text(max_size=60),
    st.booleans(),
    st.integers(),
    st.integers(-1100, 1100),
    st.floats(allow_nan=False),
    st.none(),
    st.lists(st.text(max_size=9), max_size=3),
)
REDACTORS = [Redactor(profile=name, key=b"k" * 32) for name in ("strict", "shared", "diagnostic")]


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(KEYS), VALUES, st.sampled_from(REDACTORS))
def test_a_plan_does_what_the_redactor_does(key: str, value: Any, redactor: Redactor) -> None:
    expected, counted = redactor.attributes({key: value})
    plan = redactor.plan(key)
    assert plan is not None
    report = Report()
    assert plan(value, report) == expected[key]
    assert report.fields == counted.fields
    assert report.entities == counted.entities
    if plan.text is not None and isinstance(value, str):
        shown = plan.text(value)
        takes_more = shown is None and counted.fields[plan.decision] == 1
        assert takes_more or (shown == expected[key] and not counted.entities)
    if plan.integer is not None and type(value) is int:
        assert plan.integer(value) == expected[key]
        assert not counted.entities


# Such as begin alike, and such as have more segments than are shown.
PATHS = st.lists(
    st.sampled_from(["users", "v1", "v1beta", "alice", "7731", "", "a?b", "a#b"]), max_size=20
).map(lambda parts: "/" + "/".join(parts))
MANY = st.sampled_from(["", "[redacted]", "ps1_", "alice", "a b", "/pets/7", "//h", "é", "\ud800"])


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(KEYS),
    st.lists(PATHS, max_size=20)
    | st.lists(MANY | PATHS | st.text("ab7/?#. [p1_é\n\0", max_size=30), max_size=20),
    st.sampled_from(REDACTORS),
)
def test_many_texts_become_what_each_becomes(
    key: str, texts: list[str], redactor: Redactor
) -> None:
    plan = redactor.plan(key)
    assert plan is not None
    assert (plan.texts is None) is (plan.text is None)
    if plan.text is None or plan.texts is None:
        return
    done = [str(plan.text(text)) for text in texts]
    for some in (texts, [text for text in texts if text.isascii()], [*texts, *done]):
        assert plan.texts(some) == [plan.text(text) for text in some]


@pytest.mark.parametrize("number", [7, 8, 127, 128, 129, 300])
@pytest.mark.parametrize("key", ["enduser.id", "url.path", "client.address"])
def test_so_many_texts_as_one_likes(key: str, number: int) -> None:
    plan = REDACTORS[1].plan(key)
    assert plan is not None
    assert plan.text is not None
    assert plan.texts is not None
    texts = [f"/users/{n}" for n in range(number)]
    done = [plan.text(text) for text in texts]
    assert plan.texts(texts) == done
    mixed = [str(done[0]), *texts]  # what was done before stays
    assert plan.texts(mixed) == [done[0], *done]


def test_long_paths_together_lose_their_ends() -> None:
    plan = REDACTORS[1].plan("url.path")
    assert plan is not None
    assert plan.text is not None
    assert plan.texts is not None
    texts = ["/users" * number for number in range(1, 30)]
    assert plan.texts(texts) == [plan.text(text) for text in texts]
    assert plan.texts(texts)[-1] == "/users" * 15 + "/*"


def test_there_is_no_plan_where_a_key_is_replaced_or_other_attributes_decide() -> None:
    assert Redactor().plan("Alice Smith's note") is None
    rule = {"keys": ["note"], "action": "redact", "when": {"gen_ai.operation.name": "chat"}}
    config = Config.model_validate({"redaction": {"rules": [rule]}})
    assert Redactor(config).plan("gen_ai.request.model") is None


def test_a_plan_answers_for_words_and_random_ids_alone() -> None:
    redactor = REDACTORS[1]
    for key, value in (
        ("gen_ai.response.id", "chatcmpl-B9MHDbslfkBeAs8l4bebGdFOJ6PeG"),
        ("app.step", "order"),
        ("app.step", "acme"),
        ("app.job_id", "ab1d9a0e-6f7e-4c1c-9d0e-1d2c3b4a5f60"),
    ):
        plan = redactor.plan(key)
        assert plan is not None
        assert plan.text is not None
        assert plan.text(value) == redactor.attributes({key: value})[0][key]
        assert plan.text("tell Alice about it") is None
