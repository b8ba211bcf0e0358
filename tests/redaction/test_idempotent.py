"""Redacting twice changes nothing, so that a service and a gateway can both redact."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spanveil.config import SHIPPED_PROFILES, Catalogue
from spanveil.redaction import Position, Redactor, is_marker

KEYS = sorted(
    row.pattern.replace("**", "x").replace("*", "0") for row in Catalogue.shipped() if row.pattern
)
REDACTORS = {name: Redactor(profile=name, key=b"k" * 32) for name in SHIPPED_PROFILES}

leaves = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.binary()
    | st.sampled_from(["alice@example.com", "gpt-4o", "Alice Smith", "4111 1111 1111 1111", "user"])
    | st.sampled_from(["[redacted]", "[redacted:prompt:4]", "[redacted:x:4]", "call_1", '{"a":'])
    | st.sampled_from(
        ["SELECT * FROM t WHERE a = 'b'", "https://u:p@h.example/a/1?b=c", "10.0.0.1"]
    )
)
map_keys = st.text() | st.sampled_from(
    ["role", "content", "id", "name", "type", "arguments", "index"]
)
values = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(map_keys, inner, max_size=4),
    max_leaves=12,
)


def as_json(value: object) -> object:
    """Nest a value as JSON text where it can be written so."""
    try:
        return json.dumps(value)
    except (TypeError, ValueError):
        return str(value)


def _refuse(constant: str) -> float:
    raise ValueError("NaN and Infinity are not JSON (RFC 8259, section 6)")


def is_container(text: object) -> bool:
    """Say whether a text is a JSON object or array."""
    try:
        return isinstance(json.loads(str(text), parse_constant=_refuse), dict | list)
    except (ValueError, RecursionError):
        return False


attributes = st.dictionaries(
    st.sampled_from(KEYS) | st.text() | st.sampled_from(["note", "password", "user.email"]),
    values | values.map(as_json) | values.map(lambda v: as_json({"a": as_json(v)})),
    max_size=5,
)


@settings(max_examples=150, deadline=None)
@given(attributes)
def test_attributes(given_attributes: dict[str, Any]) -> None:
    for redactor in REDACTORS.values():
        once, report = redactor.attributes(given_attributes)
        twice, _ = redactor.attributes(once)
        assert json.dumps(once) == json.dumps(twice)
        assert len(once) == len(given_attributes)
        assert not report.errors


@settings(max_examples=100, deadline=None)
@given(values)
def test_json_in_json_out(value: Any) -> None:
    text = as_json(value)
    for redactor in REDACTORS.values():
        redacted, _ = redactor.attributes({"gen_ai.input.messages": text})
        shown = redacted["gen_ai.input.messages"]
        if is_container(text) and not is_marker(shown):
            assert is_container(shown)


@settings(max_examples=100, deadline=None)
@given(st.text() | st.sampled_from(["GET /users/7", "chat gpt-4o", "a/b", "1.2.3"]))
def test_names(text: str) -> None:
    for position in Position:
        once, _ = REDACTORS["shared"].name(text, position)
        assert REDACTORS["shared"].name(once, position)[0] == once


@pytest.mark.parametrize("profile", SHIPPED_PROFILES)
def test_marked_keys_do_not_swallow_each_other(profile: str) -> None:
    given = {"a b": 1, "c d": 2, "[redacted:key:3]": 3, "[redacted:key:3]#2": 4}
    once, _ = REDACTORS[profile].attributes(given)
    assert len(once) == 4
    assert REDACTORS[profile].attributes(once)[0] == once
