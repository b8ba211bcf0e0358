"""Mail addresses and numbers that a transcript has in words."""

import pytest

from spanveil.redaction.detection import Detector

DETECTOR = Detector(names=False)


def found(text: str, entity: str) -> list[str]:
    return [text[f.start : f.end] for f in DETECTOR.find(text) if f.entity == entity]


@pytest.mark.parametrize(
    ("text", "entity", "value"),
    [
        ("CALLER it's aizhan dot belda at gmx dot at", "EMAIL_ADDRESS", "aizhan dot belda at gmx dot at"),
        ("ana punto lopez arroba correo punto es", "EMAIL_ADDRESS", "ana punto lopez arroba correo punto es"),
        ("write to kai at gmx dot net", "EMAIL_ADDRESS", "kai at gmx dot net"),
        ("oh seven one two seven two seven three seven seven three", "PHONE_NUMBER", "oh seven one two seven two seven three seven seven three"),
        ("null eins sieben sechs vier vier drei zwei", "PHONE_NUMBER", "null eins sieben sechs vier vier drei zwei"),
    ],
)  # fmt: skip
def test_what_is_spoken(text: str, entity: str, value: str) -> None:
    assert found(text, entity) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "look at google dot com for it",
        "one two three four five six seven eight nine",
        "nine eight seven six five four three two one",
        "zero zero zero zero zero zero zero zero",
        "it scored one two one in a row",
    ],
)
def test_what_is_only_said(text: str) -> None:
    assert DETECTOR.find(text) == ()
