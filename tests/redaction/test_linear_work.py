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


def calls_for(text: str, detector: Detector = DETECTOR) -> int:
    """Return how many Python and C functions detection calls for a text."""
    count = 0

    def note(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(note)
    try:
        detector.find(text)
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
    assert [piece[:30] for piece in pieces if is_steep(piece)] == []


def is_steep(piece: str, detector: Detector = DETECTOR) -> bool:
    """Say whether four times the text is clearly more than four times the work."""
    short, long = (calls_for(text_of(piece, length), detector) for length in (SHORT, LONG))
    return long > 4.6 * short + 500


def test_the_measure_counts_the_work_of_a_longer_text() -> None:
    piece = "name,city\nA,B\n"
    assert calls_for(text_of(piece, LONG)) > 3 * calls_for(text_of(piece, SHORT))


def test_the_measure_sees_a_square() -> None:
    class Square:
        """A recognizer that looks back over all words from each of them."""

        supported_entities: Any = ("X",)

        def analyze(self, text: str, entities: Any, nlp_artifacts: Any) -> Any:
            words = text.split()
            for number, _ in enumerate(words):
                for before in words[:number]:
                    before.islower()
            return []

    piece = "word after "
    assert not is_steep(piece)
    assert is_steep(piece, Detector(recognizers=[Square()]))


# Unbounded repetitions, each with the reason for which it is linear.
KNOWN = {
    "_AGAIN": "found one after another",
    "_OCTAL": "found one after another",
    "_LAST_LINE": "tried where a line begins",
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
