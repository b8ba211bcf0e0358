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
MESSAGES = {"completion", "message_payload", "prompt", "reasoning", "system_instructions"} | {
    "tool_definition"
}
KEYED = (
    MESSAGES
    | {"db_statement", "embedding_input", "metadata_bag", "retrieval_query"}
    | {
        "retrieved_document",
        "tool_arguments",
        "tool_result",
    }
)
LEAKS = {("payload", c) for c in MESSAGES} | {("keys", c) for c in KEYED}


def keys_of(content_class: ContentClass) -> list[str]:
    catalogue = Catalogue.shipped()
    keys = [r.pattern.replace("**", "x").replace("*", "0") for r in catalogue]
    return [key for key in keys if catalogue.classify(key).content_class is content_class]


def cases() -> list[Any]:
    return [
        pytest.param(
            shape,
            content_class,
            marks=pytest.mark.xfail(strict=True, reason="see test_payload_leaks.py")
            if (shape, content_class.value) in LEAKS
            else (),
        )
        for shape in SHAPES
        for content_class in CLASSES
    ]


@pytest.mark.parametrize(("shape", "content_class"), cases())
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
