"""A user's rules: refused at load where they could loosen, or mean nothing."""

from typing import Any

import pytest

from spanveil.config import ConfigError, key_matcher, validate


def refused(rule: dict[str, Any], place: str = "rules") -> str:
    rules: Any = [rule] if place == "rules" else {"st1_a": [rule]}
    with pytest.raises(ConfigError) as error:
        validate({"redaction": {place: rules}}, "spanveil.yaml")
    assert "swordfish" not in str(error.value)
    return str(error.value)


@pytest.mark.parametrize(
    ("rule", "place", "expected"),
    [
        (
            {"keys": ["a b"], "action": "keep"},
            "rules",
            "redaction.rules.0.keys.0: expected a dotted",
        ),
        ({"keys": ["a.**.b"], "action": "keep"}, "rules", "a dotted key"),
        ({"keys": [], "action": "keep"}, "rules", "redaction.rules.0.keys"),
        ({"keys": ["a"], "action": "swordfish"}, "rules", "redaction.rules.0.action"),
        ({"keys": ["a"], "action": "classify"}, "rules", "a class with classify"),
        ({"keys": ["a"], "action": "keep", "class": "prompt"}, "rules", "only there"),
        ({"keys": ["a"], "action": "classify", "class": "swordfish"}, "rules", "rules.0.class"),
        (
            {"keys": ["a"], "action": "redact", "when": {"gen_ai.prompt": "swordfish"}},
            "rules",
            "keys that the catalogue calls safe",
        ),
        (
            {"keys": ["a"], "action": "keep", "when": {"gen_ai.operation.name": "chat"}},
            "rules",
            "telemetry must not loosen",
        ),
        (
            {
                "keys": ["a"],
                "action": "classify",
                "class": "safe",
                "when": {"gen_ai.operation.name": "chat"},
            },
            "rules",
            "telemetry can only tighten",
        ),
        (
            {
                "keys": ["smtp.password"],
                "action": "classify",
                "class": "prompt",
                "when": {"gen_ai.operation.name": "chat"},
            },
            "rules",
            "no profile treats more loosely",
        ),
        ({"keys": ["a"], "action": "keep"}, "tenants", "can only tighten"),
        ({"keys": ["a"], "action": "classify", "class": "safe"}, "tenants", "can only tighten"),
        (
            {"keys": ["smtp.password"], "action": "classify", "class": "prompt"},
            "tenants",
            "no profile treats more loosely",
        ),
    ],
)
def test_refused(rule: dict[str, Any], place: str, expected: str) -> None:
    assert expected in refused(rule, place)


@pytest.mark.parametrize("pattern", ["*", "a*", "****", "*" * 300 + "abcd", "a*b*c*d*e*f"])
def test_an_allow_pattern_is_specific(pattern: str) -> None:
    with pytest.raises(ConfigError, match=r"redaction\.allow\.0"):
        validate({"redaction": {"allow": [pattern]}}, "spanveil.yaml")


def test_one_key_needs_no_list() -> None:
    config = validate({"redaction": {"rules": [{"keys": "a.b", "action": "redact"}]}}, "x")
    assert config.redaction.rules[0].keys == ("a.b",)


@pytest.mark.parametrize(
    ("pattern", "key", "expected"),
    [
        ("a.b", "a.b", True),
        ("a.b", "a.b.c", False),
        ("a.*", "a.b", True),
        ("a.*", "a.b.c", False),
        ("a.*.c", "a.b.c", True),
        ("a.**", "a.b.c", True),
        ("a.**", "a", False),
        ("**", "x", True),
        ("a.b", "a_b", False),
    ],
)
def test_key_patterns(pattern: str, key: str, expected: bool) -> None:
    assert bool(key_matcher(pattern).fullmatch(key)) is expected
