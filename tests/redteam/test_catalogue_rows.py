"""Every row of the shipped catalogue that holds content, with a value of its class."""

import json
from typing import Any

import pytest

from spanveil.config import Catalogue, ContentClass
from spanveil.context import KeyRing, RequestContext
from tests.redteam.service import Service

WORD = "Zq7Mira"
PROSE = f"My name is {WORD} Okonkwo, born 4 May 1981, refund DE44500105175407324931"
CLASSES = sorted(set(ContentClass) - {ContentClass.SAFE, ContentClass.UNKNOWN})
SHAPES: dict[str, Any] = {
    "prose": PROSE,
    "word": WORD,
    "list": [PROSE, WORD],
    "messages": json.dumps([{"role": "user", "content": PROSE, "name": WORD}]),
    "url": f"https://{WORD}.example/users/{WORD}?token={WORD}#{WORD}",
    "sql": f"SELECT * FROM users WHERE name = '{WORD}' AND mail = \"{WORD}\"",  # noqa: S608 - a value
    "mail": f"{WORD}@example.com",
    "payload": json.dumps({"type": WORD, "who": PROSE}),
    "keys": json.dumps({"patients": {WORD: {"positive": True}}}),
}
ROWS_OF_A_CLASS = 12
"""A class's rows get one treatment; every n-th of them, stands for all."""


def keys_of(content_class: ContentClass) -> list[str]:
    catalogue = Catalogue.shipped()
    keys = [r.pattern.replace("**", "x").replace("*", "0") for r in catalogue]
    keys = [key for key in keys if catalogue.classify(key).content_class is content_class]
    return keys[:: max(1, len(keys) // ROWS_OF_A_CLASS)]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("content_class", CLASSES)
def test_no_row_of_a_class_leaks_in_shared(
    shape: str, content_class: ContentClass, ring: KeyRing, acme: RequestContext
) -> None:
    service = Service(ring, acme)
    keys = keys_of(content_class)
    assert keys
    leaked = [key for key in keys if WORD.lower() in service.send(key, SHAPES[shape]).lower()]
    assert leaked == []


@pytest.mark.parametrize("shape", SHAPES)
def test_no_row_leaks_in_strict(shape: str, strict: Service) -> None:
    keys = [key for content_class in CLASSES for key in keys_of(content_class)]
    leaked = [key for key in keys if WORD.lower() in strict.send(key, SHAPES[shape]).lower()]
    assert leaked == []
