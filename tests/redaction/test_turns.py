"""A conversation that is sent again is redacted exactly as if nothing were remembered of it."""

import json
import random
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spanveil.config import (
    SHIPPED_PROFILES,
    Action,
    Config,
    ContentClass,
    Limits,
    RedactionConfig,
    TenantRule,
)
from spanveil.redaction import Redactor
from spanveil.redaction._json import write
from spanveil.redaction._splice import join_splices, make_splice
from spanveil.redaction._turns import Turn, Turns
from spanveil.redaction.detection import Detector, Finding
from tests.redaction.payloads import PAYLOADS
from tests.redaction.secretgen import Generator, tokens

KEYS = (
    "gen_ai.input.messages",
    "gen_ai.output.messages",
    "gen_ai.tool.definitions",
    "gen_ai.tool.call.arguments",
    "llm.invocation_parameters",
    "input.value",
    "gen_ai.request.model",
    "myapp.note",
)
TENANTS = ("st1_k1_aaaaaaaaaa", "st1_k1_bbbbbbbbbb", None)
RULES = {TENANTS[1]: (TenantRule(keys=("gen_ai.input.*",), action=Action.REDACT),)}


def _objects(value: Any) -> list[Any]:
    """Return every object in a payload: a message, a part, a call, a definition."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    own = [value] if isinstance(value, dict) else []
    return own + [each for item in inner for each in _objects(item)]


OBJECTS = [each for payload in PAYLOADS.values() for each in _objects(payload.value)]
SECRET = tokens()["github"](Generator(3))
CONTENTS = (
    "The ferry leaves at nine, and nobody minds.",
    "Write to ann@mail.example or call +1 415 555 0132, says Maria Lopez of Zürich",
    f"the key is {SECRET}\nand the next line",
    "na\u00efve \u2014 caf\u00e9 \U0001f600 Иван Петров",
    "half \ud83d of a pair",
    "[redacted:prompt:40] and [redacted:mine:40] and [redacted:email_address]#2",
    json.dumps({"email": "ann@mail.example", "n": 219099999, "deep": json.dumps({"a": SECRET})}),
    '{"city": "Zürich", "mail": "ann@mail.example\\u00e9", "list": [1.0, 1E5]}',
    '{"cut": "ann@mail.exam',
    "",
    4111111111111111,
    1.50,
    -0.0,
    True,
    None,
    ["ann@mail.example", {"ann@mail.example": 1, "b": [[["c"]]]}],
)
messages: st.SearchStrategy[Any] = st.sampled_from(OBJECTS) | st.fixed_dictionaries(
    {
        "role": st.sampled_from(["user", "assistant", "tool", "Maria"]),
        "content": st.sampled_from(CONTENTS)
        | st.lists(
            st.fixed_dictionaries({"type": st.just("text"), "text": st.sampled_from(CONTENTS)})
        ),
    },
    optional={
        "name": st.sampled_from(["get_weather", "Maria Lopez"]),
        "ann@mail.example": st.sampled_from(CONTENTS),
        "id": st.integers(),
    },
)


def _written(history: list[Any], style: int) -> str:
    separators = (None, (",", ":"), (" , ", "\n: "))[style % 3]
    return json.dumps(history, ensure_ascii=style % 2 == 0, separators=separators)


def _request(text: str, holder: str) -> str:
    """Return the body of a request with a conversation as one of its members."""
    system = '[{"type": "text", "text": "Write to ann@mail.example", "cache_control": null}]'
    tools = '[{"type": "function", "function": {"name": "get_weather", "parameters": {}}}]'
    return (
        f' {{"model": "gpt-4o", "system": {system} ,"{holder}" : {text},\n"tools":{tools},'
        f'"max_tokens":1.0, "metadata":{{"user_id":"ann@mail.example"}}}}'
    )


HARMS: tuple[Callable[[str], str], ...] = (
    lambda text: text,
    lambda text: text,
    lambda text: text[: len(text) * 2 // 3],
    lambda text: text.replace('"role"', '"role": "user", "role"', 1),
    lambda text: text.replace('"role"', '"n": NaN, "role"', 1),
    lambda text: text.replace('"role"', '"n": 1.0E05, "role"'),
    lambda text: text + "]",
    lambda text: text + " \r\n\t",
    lambda text: text + "\u00a0",
    lambda text: text[:-1] + ',{"a":1}]',
    lambda text: text[:-1] + ',"ann@mail.example"]',
    lambda text: text[:-1] + ",]",
    lambda text: "[" * 3000 + text + "]" * 3000,
    lambda text: text[:-1] + "," + '{"a":' * 90 + "1" + "}" * 90 + "]",
    lambda text: _request(text, "messages"),
    lambda text: _request(text, "input").replace('"messages"', '"input"'),
    lambda text: _request(text, "contents")[:-1] + ',"messages":[]}',
    lambda text: _request(f"[{text}, {text}]", "messages"),
    lambda text: _request(text, "messages").replace('"model"', '"messages"'),
    lambda text: _request(text, "messages")[:-3],
    lambda text: _request(text, "messages") + " x",
    lambda text: f'{{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{text},"input":{text}}}',
    lambda text: f'{{"role":"user","outputs":{text},"input":{text},"type":"message"}}',
    lambda text: f'{{"columns":["email","name"],"messages":{text}}}',
    lambda text: f'{{"messages":{text},"messages":{text}}}',
    lambda text: f'{{"messages":{text},"metadata":{{"messages":{text}}}}}',
    lambda text: f"[{text},{text},7,[[{text}]]]",
    lambda text: json.dumps(text),
    lambda text: text.replace("/", "\\/"),
)


def _pair(profile: str, limits: Limits) -> tuple[Redactor, Redactor]:
    common: dict[str, Any] = {"limits": limits, "tenants": RULES}
    on = Config(redaction=RedactionConfig(**common))
    off = Config(redaction=RedactionConfig(memo_bytes=0, **common))
    key = b"k" * 32
    return Redactor(on, profile=profile, key=key), Redactor(off, profile=profile, key=key)


PAIRS = {profile: _pair(profile, Limits()) for profile in SHIPPED_PROFILES}


def _same(pair: tuple[Redactor, Redactor], key: str, text: str, tenant: str | None) -> None:
    remembered, report = pair[0].attributes({key: text}, tenant=tenant)
    walked, other = pair[1].attributes({key: text}, tenant=tenant)
    assert remembered == walked
    assert repr(report) == repr(other)


@settings(max_examples=120, deadline=None)
@given(
    st.sampled_from(SHIPPED_PROFILES),
    st.sampled_from(KEYS),
    st.lists(messages, min_size=1, max_size=5),
    st.integers(0, 5),
    st.lists(st.sampled_from(HARMS), min_size=1, max_size=3),
)
def test_a_hit_is_what_a_miss_would_be(
    profile: str, key: str, history: list[Any], style: int, harms: list[Callable[[str], str]]
) -> None:
    for length in range(1, len(history) + 1):
        text = _written(history[:length], style)
        for harm in [*harms, HARMS[0]]:
            for tenant in TENANTS:
                _same(PAIRS[profile], key, harm(text), tenant)


FORMS: dict[str, Callable[[str], str]] = {
    "array": lambda text: text,
    "OpenAI": lambda text: _request(text, "messages"),
    "OpenAI Responses": lambda text: _request(text, "input"),
    "Gemini": lambda text: _request(text, "contents"),
    "LangChain": lambda text: f'{{"messages":[{text}]}}',
}


@pytest.mark.parametrize("profile", ["shared", "diagnostic"])
@pytest.mark.parametrize("limit", ["max_nodes", "max_chars", "max_depth"])
@pytest.mark.parametrize("form", ["array", "OpenAI"])
def test_a_hit_costs_the_budget_what_a_miss_would(profile: str, limit: str, form: str) -> None:
    written = FORMS[form]
    draw = random.Random(5)  # noqa: S311 - not for a secret
    history = [draw.choice(OBJECTS) for _ in range(8)]
    text = written(json.dumps(history))
    bounds = {"max_nodes": range(1, 200, 3), "max_depth": range(1, 12)}
    for bound in bounds.get(limit, range(10, 3 * len(text), len(text) // 20)):
        pair = _pair(profile, Limits(**{limit: bound}))
        for length in (2, 5, 8, 8, 7):
            _same(pair, "gen_ai.input.messages", written(json.dumps(history[:length])), None)
            # What did not fit then may fit now.
            _same(
                pair,
                "gen_ai.input.messages",
                written(json.dumps(history[length - 2 : length])),
                None,
            )


@pytest.mark.parametrize("form", FORMS)
def test_a_message_that_is_known_is_not_looked_into_again(
    monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    written = FORMS[form]
    redactor = Redactor(profile="diagnostic")
    history = [{"role": "user", "content": f"{text} ann{n}@mail.example"} for n, text in enumerate(
        ["The ferry leaves at nine, and nobody minds. " * 5] * 30
    )]  # fmt: skip
    key, tenant = "gen_ai.input.messages", TENANTS[0]
    first, _ = redactor.attributes({key: written(json.dumps(history[:-1]))}, tenant=tenant)
    seen: list[str] = []
    find = Detector.find

    def watched(detector: Detector, text: str, *asked: Any) -> tuple[Finding, ...]:
        seen.append(text)
        return find(detector, text, *asked)

    monkeypatch.setattr(Detector, "find", watched)
    again, _ = redactor.attributes({key: written(json.dumps(history[:-1]))}, tenant=tenant)
    assert again == first
    # What stands beside the messages may be looked into, and what a message says of itself not.
    assert seen == [] if form == "array" else not {"user", history[0]["content"]} & {*seen}
    redactor.attributes({key: written(json.dumps(history))}, tenant=tenant)
    assert {text for text in seen if "ferry" in text} <= {
        history[-1]["content"],
        history[-1]["content"].replace("ann29@mail.example", "[redacted:email_address]"),
    }
    assert seen
    seen.clear()
    redactor.attributes({key: written(json.dumps(history))}, tenant=TENANTS[2])
    assert len([text for text in seen if "ferry" in text]) >= len(history)


def _talk(draw: random.Random, length: int) -> list[Any]:
    """Return messages, most of them of one form, that follow one another."""
    return [
        draw.choice(OBJECTS)
        if draw.random() < 0.1
        else {"role": draw.choice(["user", "assistant"]), "content": draw.choice(CONTENTS)}
        for _ in range(length)
    ]


@pytest.mark.parametrize("profile", SHIPPED_PROFILES)
@pytest.mark.parametrize("seed", range(6))
def test_a_row_that_is_known_is_what_its_messages_would_be(profile: str, seed: int) -> None:
    draw = random.Random(seed)  # noqa: S311 - not for a secret
    pair = _pair(profile, Limits(max_nodes=600) if seed % 3 == 2 else Limits())
    talk = _talk(draw, 60)
    form = draw.choice([*FORMS.values()])
    style = draw.choice([(", ", ": "), (",", ":"), (" ,\n", ":\t")])
    key = draw.choice(["gen_ai.input.messages", "input.value"])

    def sent(history: list[Any], key: str = key) -> None:
        _same(pair, key, form(json.dumps(history, separators=style, ensure_ascii=False)), None)

    for end in (20, 20, 24, 40, 43, 60, 60, 60):
        sent(talk[:end])
    for start in (1, 4, 9, 30):  # the oldest are left out
        sent(talk[:1] + talk[start:])
    sent(talk[:30] + _talk(draw, 3) + talk[30:])
    sent([*talk[:25], {"role": "user", "content": "another end"}])
    sent(talk + talk)
    sent(talk, "gen_ai.tool.definitions")
    other = json.dumps(talk, separators=style, ensure_ascii=False)[:-20]
    _same(pair, key, form(other), None)


def test_a_long_conversation_is_met_in_rows() -> None:
    redactor = Redactor(profile="diagnostic")
    talk = [{"role": "user", "content": f"ferry {number} at nine"} for number in range(400)]
    for length in range(4, 401, 6):
        redactor.attributes({"gen_ai.input.messages": json.dumps(talk[:length])})
    assert redactor.memo is not None
    before = redactor.memo.hits + redactor.memo.misses
    redactor.attributes({"gen_ai.input.messages": json.dumps(talk[:400])})
    assert redactor.memo.hits + redactor.memo.misses - before < 400 / 16 + 24


def test_messages_that_other_conversations_begin_with_lead_to_no_row_of_theirs() -> None:
    redactor = Redactor(profile="shared")
    system = [{"role": "system", "content": "You are the ferry's clerk. " * 400}]
    talks = [
        system + [{"role": "user", "content": f"{who} asks {number}"} for number in range(200)]
        for who in ("one", "another")
    ]
    assert redactor.memo is not None
    for _ in range(3):
        for talk in talks:
            before = redactor.memo.hits + redactor.memo.misses
            redactor.attributes({"gen_ai.input.messages": json.dumps(talk)})
    assert redactor.memo.hits + redactor.memo.misses - before < 200 / 16 + 24


def test_wrong_guesses_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    redactor = Redactor(profile="diagnostic")
    small = [{"role": "user", "content": f"ferry {number}"} for number in range(300)]
    large = {"role": "user", "content": "The ferry leaves at nine. " * 3_000}
    for each in small:
        redactor.attributes({"gen_ai.input.messages": json.dumps([each, large])})
    hashed = 0
    name = Turns._name

    def counted(turns: Turns, text: str) -> bytes:
        nonlocal hashed
        hashed += len(text)
        return name(turns, text)

    monkeypatch.setattr(Turns, "_name", counted)
    text = json.dumps([*small, {**large, "role": "assistant"}])
    redactor.attributes({"gen_ai.input.messages": text})
    assert hashed <= 4 * len(text)


def test_rows_take_their_share_of_the_bound() -> None:
    redactor = Redactor(Config(redaction=RedactionConfig(memo_bytes=60_000)), profile="diagnostic")
    talk = [{"role": "user", "content": f"ann{n}@mail.example at nine"} for n in range(300)]
    for length in range(10, 300, 10):
        _same((redactor, redactor), "gen_ai.input.messages", json.dumps(talk[:length]), None)
    memo = redactor.memo
    assert memo is not None
    assert memo._bytes <= 60_000
    assert memo._bytes == sum(size for _, size in memo._entries.values())


def test_what_is_remembered_holds_no_word_of_a_message() -> None:
    redactor = Redactor(profile="diagnostic")
    said = "quixotic zebras ann@mail.example juggle 4111 1111 1111 1111 violins"
    calls = {"arguments": json.dumps({"who": "ann@mail.example", "verb": "juggle"})}
    history = [{"role": "user", "content": said, "tool_calls": [calls], "é": said}] * 40
    for ascii_only in (True, False):
        text = json.dumps(history, ensure_ascii=ascii_only)
        redactor.attributes({"gen_ai.input.messages": text})
        shown, _ = redactor.attributes({"gen_ai.input.messages": text})
        assert redactor.attributes({"gen_ai.input.messages": text})[0] == shown
        assert "juggle" in shown["gen_ai.input.messages"]
    assert redactor.memo is not None
    known = [what for what, _ in redactor.memo._entries.values()]
    assert any(isinstance(what, Turn) and what.last is not None for what in known)
    held = repr(list(map(_state, known)))
    assert len(redactor.memo) >= 3
    for word in (*said.split(), "arguments", "content"):
        assert word not in held


def _state(what: Any) -> Any:
    slots = getattr(what, "__slots__", ())
    return [_state(getattr(what, slot)) for slot in slots] if slots else what


def test_splices_are_joined_with_the_commas_between_them() -> None:
    texts = ['{"a": "x ann@mail.example y"}', '{"b":1}', '{"c": [1, 2]}']
    shown = ['{"a":"x [redacted:email_address] y"}', '{"b":1}', '{"c":["[redacted:number]",2]}']
    made = [make_splice(*pair) for pair in zip(texts, shown, strict=True)]
    for comma in (",", " ,\n "):
        whole = comma.join(texts)
        places = [whole.index(text) for text in texts]
        parts = [(each, place) for each, place in zip(made, places, strict=True) if each]
        assert len(parts) == len(texts)
        commas = [place - len(comma.lstrip()) for place in places[1:]]
        assert join_splices(parts, commas).of(whole) == ",".join(shown)


def test_a_splice_makes_what_it_was_made_for() -> None:
    redactor = PAIRS["diagnostic"][1]
    made = 0
    for each in (*OBJECTS, *({"role": "user", "content": content} for content in CONTENTS)):
        for style in range(6):
            text = _written([each], style)[1:-1]
            shown = write(json.loads(redactor.text(text, ContentClass.PROMPT)[0]))
            splice = make_splice(text, shown)
            assert splice is None or splice.of(text) == shown
            made += splice is not None
    assert made > 0.95 * 6 * len(OBJECTS)


@pytest.mark.parametrize("profile", SHIPPED_PROFILES)
@pytest.mark.parametrize(
    ("key", "texts"),
    [
        (
            "db.query.text",
            [
                "SELECT name FROM orders WHERE owner = 'ann@mail.example'",
                "SELECT name FROM acme_corp WHERE id = 17",
                "SET user:7 secret",
                "not a statement at all",
                "[redacted:db_statement:40]",
                "SELECT 1; " * 12_000,
            ],
        ),
        (
            "exception.stacktrace",
            [
                (
                    "Traceback (most recent call last):\n"
                    '  File "/home/ann/app/run.py", line 7, in go\n'
                    "    pay('ann')\nValueError: ann@mail.example is ill"
                ),
                "ann@mail.example wrote this",
                "",
            ],
        ),
    ],
    ids=["sql", "traceback"],
)
def test_statements_and_traces_are_what_they_are_without_a_memory(
    profile: str, key: str, texts: list[str]
) -> None:
    pair = PAIRS[profile]
    for _ in range(2):
        for tenant in TENANTS:
            for text in texts:
                _same(pair, key, text, tenant)
            remembered, _ = pair[0].attributes({key: texts}, tenant=tenant)
            assert remembered == pair[1].attributes({key: texts}, tenant=tenant)[0]


@pytest.mark.parametrize(
    "key", ["acme-corp", "[redacted:key:9]", "[redacted:key:9]#2", "quota.Ann"]
)
def test_a_key_that_is_known_is_shown_by_what_stands_beside_it(key: str) -> None:
    redactor = Redactor(key=b"k" * 32)
    items: list[dict[str, Any]] = [
        {key: 1},
        {"[redacted:key:9]": 2, key: 1},
        {key: 1, "[redacted:key:9]": 2},
        {key: 1, "bcme-corp": 2, "ccme-corp": 3},
    ]
    fresh = [Redactor(key=b"k" * 32).attributes(item)[0] for item in items]
    assert [redactor.attributes(item)[0] for item in items * 2] == fresh * 2
    assert all(len(shown) == len(item) for shown, item in zip(fresh, items, strict=True))
