"""What rules out a number before it is looked for rules out none that is one."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spanveil.redaction.detection._characters import foreign_characters
from spanveil.redaction.detection._contexts import ForeignWords, _is_seen, _rules
from spanveil.redaction.detection._identifiers import CONTEXTS, Context
from spanveil.redaction.detection._told_numbers import _PLAIN, fewest_digits


def test_the_fewest_digits_of_a_form() -> None:
    forms = {
        r"\d{3}-?\d": 4,
        r"[A-Z]\d{2,4}|\d": 1,
        r"(?=[A-Z]*\d{5})[A-Z0-9]+": 5,
        r"(?:7[a-f])?[0-9x]": 0,
    }
    assert {form: fewest_digits(form) for form in forms} == forms


@pytest.mark.parametrize(
    "context", CONTEXTS, ids=lambda context: f"{context.entity}:{context.words[0]}"
)
@given(st.data())
@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_number_has_fewer_digits(context: Context, data: st.DataObject) -> None:
    form = re.compile(context.value, re.ASCII)
    if "(?=" in context.value:  # which nothing is drawn from
        value = data.draw(st.text("017A-", min_size=4, max_size=14))
        if form.fullmatch(value) is None:
            return
    else:
        value = data.draw(st.from_regex(form, fullmatch=True))
    count = sum(map(str.isdigit, value))
    assert count >= fewest_digits(context.value)
    if context.digits > 1 and context.valid(_PLAIN.sub("", value).upper()):
        assert count >= context.digits


def unseen() -> Iterator[str]:
    return (word for word, _ in _rules() if not _is_seen(word))


def test_every_foreign_word_is_looked_for() -> None:
    words = ForeignWords()
    assert len(list(unseen())) > 10
    assert not words.is_in("x \u00e9 1")
    for word in unseen():
        assert words.is_in(f"x {word} 1")


def test_what_stands_beside_a_foreign_word_is_found() -> None:
    text = "\u0442\u0435\u043b\u0435\u0444\u043e\u043d: 495 123 45 67"
    assert [f.entity for f in ForeignWords().find(text, foreign_characters(text))] == [
        "PHONE_NUMBER"
    ]
