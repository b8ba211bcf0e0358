"""Hostile text costs what its length costs: work is counted, in calls, at doubling lengths.

What happens inside one call of a regular expression cannot be counted, so that the expressions
themselves are held to bounds: every repetition is bounded, or cannot be tried at each place of a
run that it repeats.
"""

import re
import sys
from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from types import FrameType
from typing import Any

import pytest

from benchmarks.hostile_texts import hostile_pieces, text_of
from spanveil.redaction import detection
from spanveil.redaction.detection import Detector, TooManyHits

DETECTOR = Detector()
SHORT, LONG = 1_500, 6_000


def calls_for(text: str) -> int:
    """Return how many Python and C functions detection calls for a text."""
    count = 0

    def note(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(note)
    try:
        DETECTOR.find(text)
    except TooManyHits:
        pass
    finally:
        sys.setprofile(None)
    return count


@pytest.fixture(scope="module", autouse=True)
def warm() -> None:
    DETECTOR.find("some_key=a1B2c3: Ada")  # loads the words of keys


def test_calls_grow_as_the_text_does() -> None:
    pieces = list(dict.fromkeys(hostile_pieces()))
    assert len(pieces) > 400
    steep = []
    for piece in pieces:
        short, long = calls_for(text_of(piece, SHORT)), calls_for(text_of(piece, LONG))
        if long > 4.6 * short + 500:
            steep.append((piece[:30], short, long))
    assert steep == []


def test_the_measure_sees_a_square() -> None:
    assert calls_for(text_of("name,city\nA,B\n", LONG)) > 3 * calls_for(
        text_of("name,city\nA,B\n", SHORT)
    )


# Unbounded repetitions, each with the reason for which it is linear.
KNOWN = {
    "_AT": "spaces behind a word, which no other word of its kind is made of",
    "_BASE64": "tried where a run begins",
    "_CODE": "matched from the start of at most 256 characters",
    "_HEX": "matched as a whole",
    "_LDAP": "what it repeats holds no second beginning",
    "_NON_ASCII": "found one after another, never inside each other",
    "_NUMBER": "matched from the start of at most 256 characters",
    "_PATH": "matched from the start of at most 256 characters",
    "_PERCENT": "found one after another",
    "_SPACED": "found one after another",
}


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield every compiled expression of the detection package."""
    for module in iter_modules(detection.__path__):
        loaded = import_module(f"{detection.__name__}.{module.name}")
        for name, value in vars(loaded).items():
            for each in value if isinstance(value, tuple | list) else (value,):
                if isinstance(each, re.Pattern):
                    yield f"{module.name}.{name}", each


def unbounded(pattern: str) -> list[str]:
    parser: Any = re._parser  # type: ignore[attr-defined]
    found: list[str] = []

    def walk(items: Any) -> None:
        for operator, argument in items:
            name = str(operator)
            if name in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}:
                _, most, body = argument
                if most is parser.MAXREPEAT:
                    found.append(name)
                walk(body)
            elif name == "SUBPATTERN":
                walk(argument[3])
            elif name == "BRANCH":
                for branch in argument[1]:
                    walk(branch)
            elif name in {"ASSERT", "ASSERT_NOT"}:
                walk(argument[1])
            elif name == "ATOMIC_GROUP":
                walk(argument)

    walk(parser.parse(pattern))
    return found


def test_every_repetition_is_bounded() -> None:
    every = dict(patterns())
    assert len(every) > 40
    loose = [name for name, pattern in every.items() if unbounded(pattern.pattern)]
    assert [name for name in loose if name.rpartition(".")[2] not in KNOWN] == []


def test_the_bound_is_seen() -> None:
    assert unbounded(r"(?:a{1,3}|(?=b*)c)")
    assert not unbounded(r"a{0,40}(?:b|c)?")
