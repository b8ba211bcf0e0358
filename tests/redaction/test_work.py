"""A text of nothing but keys that may have a secret is refused, and what people write is read."""

import random
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spanveil.redaction.detection import Detector, TooManyHits, _values
from spanveil.redaction.detection._work import begin_work, spend

DETECTOR = Detector(names=False)


@pytest.mark.parametrize(
    "piece", ["psk: ", "jwt={", "sid=1", "sid==", "token={", "AGE-SECRET-KEY-1="]
)
def test_nothing_but_keys_is_refused(piece: str) -> None:
    with pytest.raises(TooManyHits):
        DETECTOR.find(piece * (8_192 // len(piece)))


def drawn(length: int) -> str:
    rng = random.Random(length)  # noqa: S311
    return "".join(rng.choices("abcdefghkmnpqrstuvwxyzABCDEFGHKM23456789", k=length))


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("pin=1234\n", 8_000),
        ("SERVICE_{}_PASSWORD=" + drawn(12) + "\n", 2_000),
        ('{{"key": "{}"}}, ', 4_000),
        ("token={}" + drawn(900) + "\n", 100),
        ('"session_{}": "' + drawn(40) + '", ', 1_000),
    ],
)
def test_long_lists_are_read(line: str, count: int) -> None:
    text = "".join(line.format(number) for number in range(count))
    found = DETECTOR.find(text)
    assert len(found) >= count or "key" in line


def test_a_long_address_with_many_keys_is_read() -> None:
    keys = ("token", "session", "sig", "api_key", "code", "auth")
    query = "&".join(f"{key}{number}={drawn(24)}" for key, number in product(keys, range(8)))
    assert DETECTOR.find(f"https://api.example.com/v1?{query}")


def test_work_is_counted_from_the_beginning_of_a_text() -> None:
    begin_work(100)
    for _ in range(100):
        spend(200)
    with pytest.raises(TooManyHits):
        spend(10_000)
    begin_work(100)
    spend(10_000)
    begin_work(10**9)


@given(st.from_regex(_values._ANYWHERE))
@settings(max_examples=100, deadline=None)
def test_no_mark_of_a_masked_value_is_passed_over(value: str) -> None:
    assert _values.is_elided(value) == (_values._ANYWHERE.search(value) is not None)


@given(st.from_regex(_values._PLACEHOLDER) | st.text())
@settings(max_examples=150, deadline=None)
def test_a_placeholder_is_one_in_lower_case(value: str) -> None:
    if value.isascii():
        plain = _values._PLACEHOLDER.match(value) is not None
        assert (_values._LOWER_PLACEHOLDER.match(value.lower()) is not None) == plain
