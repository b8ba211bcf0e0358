"""A user's own expressions: what they find goes, and one that could stop a process is refused."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spanveil.config import ConfigError, ContentClass, Pattern, validate
from spanveil.redaction import Redactor
from spanveil.redaction.detection import Patterns

BADGE = {"name": "badge", "regex": "BDG-[0-9]{4,8}"}


def configured(*patterns: dict[str, Any]) -> Any:
    return validate({"redaction": {"patterns": patterns}}, "spanveil.yaml")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("badge BDG-12345 at the gate", "badge [redacted:entity] at the gate"),
        ("badge BDG\\u002d12345", "badge [redacted:entity]"),
        ('{"note":"BDG-12345"}', '{"note":"[redacted:entity]"}'),
    ],
)
def test_what_an_expression_matches_goes(text: str, expected: str) -> None:
    redactor = Redactor(configured(BADGE), profile="diagnostic")
    assert redactor.text(text, ContentClass.PROMPT)[0] == expected
    assert redactor.text(expected, ContentClass.PROMPT)[0] == expected


def test_it_goes_from_a_safe_label_too() -> None:
    given = {"gen_ai.agent.name": "badge BDG-12345"}
    assert "12345" not in str(Redactor(configured(BADGE)).attributes(given)[0])


def test_more_matches_than_anybody_writes_blank_the_value() -> None:
    redactor = Redactor(configured({"name": "a", "regex": "a"}), profile="diagnostic")
    shown, report = redactor.text("a " * 5_000, ContentClass.PROMPT)
    assert shown == "[redacted:prompt]"
    assert report.errors == {"max_anchors": 1}


@pytest.mark.parametrize(
    ("regex", "expected"),
    [
        ("(swordfish", "compiles"),
        ("[z-a]swordfish", "compiles"),
        ("(swordfish|a+)+$", "upper bound"),
        ("swordfish.*x", "upper bound"),
        ("(?:a{0,20}){0,20}swordfish", "linear time"),
        ("(?:a|a|a){1,20}swordfish", "linear time"),
        ("swordfish[0-9]{1,9999}", "linear time"),
        (r"(a)swordfish\1", "backreferences"),
        ("(?=swordfish)a", "look-around"),
        ("(?:swordfish)?", "at least one character"),
        ("swordfish" * 200, "characters"),
    ],
)
def test_a_refused_expression_is_named_and_not_quoted(regex: str, expected: str) -> None:
    with pytest.raises(ConfigError) as raised:
        configured(BADGE, {"name": "own-rule", "regex": regex})
    told = f"{raised.value} {raised.value!r}"
    assert "redaction.patterns.1: expected of rule own-rule: " in told
    assert expected in told
    assert "swordfish" not in told


PIECES = st.sampled_from(
    ["a", "b", "[ab]", "(?:a|ab)", "a{0,3}", "(?:a{1,2}b?)", "(?:ab|a){1,3}", "[ab]{1,9}", r"\b"]
)


@settings(deadline=None, max_examples=60)
@given(st.lists(PIECES, min_size=1, max_size=7).map("".join))
def test_what_is_accepted_comes_back(regex: str) -> None:
    """The worst text for it: everything fits but the end. An exponential one would hang here."""
    try:
        pattern = Pattern(name="a", regex=f"{regex}c")
    except ValueError:
        return
    assert Patterns([pattern]).analyze("ab" * 200, [], None) == []
