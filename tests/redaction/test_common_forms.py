"""What is written in one pass is what the walk writes, and takes as much of the budget."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spanveil.config import ContentClass, Limits
from spanveil.redaction._budget import Budget, BudgetExhausted
from spanveil.redaction._common_forms import Written, arguments, conversation
from spanveil.redaction._payload import Field
from spanveil.redaction._pseudonym import Pseudonymizer
from spanveil.redaction._skeleton import Skeleton

PSEUDONYM = Pseudonymizer(b"k" * 32)
CLASSES = (ContentClass.PROMPT, ContentClass.TOOL_ARGUMENTS, ContentClass.TOOL_DEFINITION)
TEXTS = st.sampled_from(
    [
        "",
        "tell Alice",
        "<b>",
        "password",
        "[redacted:prompt:9]",
        "[redacted:alice]",
        "[1, 2]",
        '{"role": "user", "content": "x"}',
        " []",
        "[cut",
        "ps1_" + "a" * 26,
        PSEUDONYM("call_id", "alice"),
        "é",
        "a\nb\u2028",
    ]
) | st.text(max_size=20)
WORDS = "role content parts type text name order order.id jsonrpc id retry_count tool_calls"
KEYS = st.sampled_from([*WORDS.split(), "a b", 'a"b', "Alice", "[redacted:key:5]", ""])
SCALARS = TEXTS | st.integers() | st.booleans() | st.none() | st.floats(allow_nan=False)
PARTS = st.dictionaries(KEYS, SCALARS, max_size=3) | st.fixed_dictionaries(
    {"type": st.sampled_from(["text", "tool_result", "diabetes", ""]) | SCALARS},
    optional={"content": TEXTS, "text": TEXTS},
)
ROLES = st.sampled_from(["user", "assistant", "tool", "function", "Alice", "", 7])
MESSAGES = st.one_of(
    st.fixed_dictionaries({"role": ROLES, "content": TEXTS | st.lists(PARTS, max_size=3)}),
    st.fixed_dictionaries({"content": TEXTS, "role": ROLES}),
    st.fixed_dictionaries({"role": ROLES, "parts": st.lists(PARTS | TEXTS, max_size=3)}),
    st.dictionaries(KEYS, SCALARS | PARTS, max_size=4),
)
VALUES = st.one_of(
    st.lists(MESSAGES | SCALARS, max_size=3),
    st.lists(MESSAGES, max_size=3),
    st.dictionaries(KEYS, SCALARS, max_size=4),
    st.dictionaries(KEYS, TEXTS | st.integers(), max_size=4),
)
LIMITS = st.builds(
    Limits,
    max_depth=st.integers(1, 9),
    max_nodes=st.integers(1, 30) | st.just(10_000),
    max_chars=st.integers(1, 300) | st.just(10_000),
)


class Walked(Skeleton):
    """The walk alone."""

    def _common(self, value: Any, field: Field) -> Written | None:
        return None


def result(kind: type[Skeleton], text: str, content_class: ContentClass, limits: Limits) -> Any:
    budget = Budget(limits)
    try:
        return kind(content_class, budget, PSEUDONYM).of(text), budget.left()
    except BudgetExhausted as exhausted:
        return exhausted.limit


@settings(max_examples=600, deadline=None)
@given(VALUES, st.sampled_from(CLASSES), LIMITS, st.booleans())
def test_one_pass_writes_what_the_walk_writes(
    value: Any, content_class: ContentClass, limits: Limits, compact: bool
) -> None:
    text = json.dumps(value, ensure_ascii=compact, separators=(",", ":") if compact else None)
    expected = result(Walked, text, content_class, limits)
    assert result(Skeleton, text, content_class, limits) == expected
    budget = Budget(limits)
    shown = Skeleton(content_class, budget, PSEUDONYM).conversation(text)
    assert shown is None or (shown, budget.left()) == expected


MADE = PSEUDONYM("call_id", "alice")


@pytest.mark.parametrize(
    "value",
    [
        [{"role": "user", "content": MADE}],
        [{"role": "user", "content": "[redacted:prompt:9]"}],
        [{"role": "user", "content": ' {"name": "Alice"}'}],
        [{"role": "tool", "content": [{"type": "text", "text": MADE}]}],
        [{"role": "user", "parts": [{"type": "diabetes", "content": "x"}]}],
        [{"role": "user", "parts": [{"type": "tool_call", "name": "get_weather"}]}],
        [{"role": "Alice", "content": "x"}],
        [{"role": "user", "name": "Alice"}],
        {"order": MADE},
        {"order": "[redacted]", "id": 1},
        {"order": '["Alice"]'},
        {'order"id': "x"},
        {"Alice": "x"},
        {"jsonrpc": "2.0", "id": 7},
        {"order": True},
        {"order": -0.0},
    ],
)
def test_what_is_out_of_the_ordinary_is_walked(value: Any) -> None:
    for content_class in CLASSES:
        text = json.dumps(value)
        expected = result(Walked, text, content_class, Limits())
        assert result(Skeleton, text, content_class, Limits()) == expected


@pytest.mark.parametrize(
    "value",
    [
        [{"role": "user", "content": "tell Alice"}, {"content": "done", "role": "assistant"}],
        [{"role": "user", "parts": [{"type": "text", "content": "tell Alice"}]}],
        [{"role": "user", "content": [{"type": "text", "text": "<b>"}]}],
    ],
)
def test_messages_of_text_are_written_in_one_pass(value: list[Any]) -> None:
    assert conversation(value, ContentClass.PROMPT) is not None
    for text in (json.dumps(value), json.dumps(value, indent=1), f"{json.dumps(value)} \n"):
        walk = Skeleton(ContentClass.PROMPT, Budget(Limits()), PSEUDONYM)
        written = walk.conversation(text)
        assert written is not None
        assert written == walk.of(text)


@pytest.mark.parametrize("after", ["", ",", "}", " x", ", 1]", ',{"role":"user"}]', "] x", "\x00]"])
def test_what_does_not_end_as_a_list_is_no_conversation(after: str) -> None:
    walk = Skeleton(ContentClass.PROMPT, Budget(Limits()), PSEUDONYM)
    assert walk.conversation('[{"role":"user","content":"x"}' + after) is None


def test_arguments_are_written_in_one_pass() -> None:
    written = arguments({"order": 77_123_456, "region": "eu"}, ContentClass.TOOL_ARGUMENTS)
    assert written is not None
    assert json.loads(written.text) == {
        "order": "[redacted:tool_arguments:8]",
        "region": "[redacted:tool_arguments:2]",
    }
