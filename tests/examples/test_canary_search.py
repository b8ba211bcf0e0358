"""The demo's verdict is worth as much as its search: it must find what was encoded or cut."""

import base64
import html
import json
import urllib.parse
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples.demo._canaries import Canaries, Canary, Place
from examples.demo._search import find

ACME, GLOBEX = Canaries("Acme"), Canaries("Globex")
ALL = [*ACME, *GLOBEX]


def _escaped(text: str) -> str:
    return "".join(f"\\u{ord(char):04x}" for char in text)


def _base64_after(prefix: str) -> Callable[[str], str]:
    return lambda text: base64.b64encode((prefix + text).encode()).decode()


ENCODINGS: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "in other letter case": str.swapcase,
    "in JSON": lambda text: json.dumps({"content": [text]}),
    "in JSON in JSON": lambda text: json.dumps(json.dumps({"content": text})),
    "with JSON escapes": lambda text: f'{{"content": "{_escaped(text)}"}}',
    "with JSON escapes, escaped": lambda text: json.dumps(f'{{"content": "{_escaped(text)}"}}'),
    "percent-encoded": lambda text: "".join(f"%{byte:02X}" for byte in text.encode()),
    "percent-encoded twice": lambda text: urllib.parse.quote(urllib.parse.quote(text + " é")),
    "as a form field": lambda text: urllib.parse.urlencode({"q": text}),
    "base64": _base64_after(""),
    "base64, second alignment": _base64_after("x"),
    "base64, third alignment": _base64_after("xy"),
    "base64 after a word": lambda text: "data_" + _base64_after("")(text),
    "base64 without padding": lambda text: _base64_after("")(text).rstrip("="),
    "base64url": lambda text: base64.urlsafe_b64encode(f"??>>{text}".encode()).decode(),
    "base64 of JSON with escapes": lambda text: _base64_after("")(json.dumps(_escaped(text))),
    "base64 in base64": lambda text: _base64_after("")(_base64_after("x")(text)),
    "hex": lambda text: text.encode().hex(),
    "hex after a digit": lambda text: "7" + text.encode().hex().upper(),
    "HTML": lambda text: "".join(f"&#{ord(char)};" for char in html.escape(text)),
}


@pytest.mark.parametrize("canary", list(ACME), ids=lambda canary: canary.place.value)
@pytest.mark.parametrize("encode", list(ENCODINGS.values()), ids=list(ENCODINGS))
def test_finds_each_canary_in_each_encoding(canary: Canary, encode: Callable[[str], str]) -> None:
    data = b"\x0a\xff\x00" + encode(canary.value).encode() + b"\x80\x12"

    assert find(data, ALL) == [canary]


@pytest.mark.parametrize("half", [slice(0, 10), slice(10, 20)], ids=["first half", "second half"])
def test_finds_what_a_length_limit_left(half: slice) -> None:
    canary = next(canary for canary in ACME if canary.place is Place.USER_PROMPT)
    core = canary.fragments[0] + canary.fragments[1]

    assert find(f"… {core[half]}", ALL) == [canary]


def test_says_whose_canary_it_found() -> None:
    text = f"{GLOBEX[Place.CUSTOMER_EMAIL]} and {GLOBEX[Place.CARD_NUMBER]}"

    assert [canary.name for canary in find(text, ALL)] == [
        "Globex: e-mail in the prompt",
        "Globex: card number in the prompt",
    ]


@given(st.binary(max_size=2_000))
def test_finds_nothing_in_bytes_that_hold_none(data: bytes) -> None:
    assert find(data, ALL) == []


def test_a_hostile_tower_of_encodings_is_bounded() -> None:
    text = ACME[Place.USER_PROMPT]
    for _ in range(12):
        text = base64.b64encode(text.encode()).decode()

    assert find(text, ALL) == []  # deeper than it looks: what matters here is that it returns


def test_canaries_are_unique_and_their_names_and_repr_hold_no_value() -> None:
    values = [canary.value for canary in ALL]

    assert len(set(values)) == len(values) == 2 * len(Place)
    for canary in ALL:
        assert find(f"{canary!r} {canary.name}", ALL) == []


def test_the_card_number_would_pass_as_one() -> None:
    digits = [int(digit) for digit in ACME[Place.CARD_NUMBER]]
    doubled = [sum(divmod(2 * digit, 10)) for digit in digits[-2::-2]]

    assert len(digits) == 16
    assert (sum(doubled) + sum(digits[-1::-2])) % 10 == 0  # ISO/IEC 7812-1, annex B
