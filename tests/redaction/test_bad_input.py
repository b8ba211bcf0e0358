"""Hostile values: bounded, never raw, never an exception."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from spanveil.config import Config, ContentClass, Limits, RedactionConfig
from spanveil.redaction import DROPPED, Redactor

PROSE = "swordfish and chips"


def deep_list(levels: int) -> list[Any]:
    value: list[Any] = [PROSE]
    for _ in range(levels):
        value = [value]
    return value


def cyclic() -> list[Any]:
    value: list[Any] = [PROSE]
    value.append(value)
    return value


def cyclic_map() -> dict[str, Any]:
    value: dict[str, Any] = {"a": PROSE}
    value["b"] = value
    return value


class Raises:
    """Raise from whatever the engine may ask of a value, with the value in the message."""

    def __repr__(self) -> str:
        raise RuntimeError(PROSE)

    __str__ = __repr__


class RaisingMap(Mapping[str, object]):
    def __getitem__(self, key: str) -> object:
        raise RuntimeError(PROSE)

    def __iter__(self) -> Iterator[str]:
        yield "a"
        raise RuntimeError(PROSE)

    def __len__(self) -> int:
        return 2


HOSTILE: dict[str, Any] = {
    "1 MB": "x" + PROSE * 55_000,
    "1 MB of brackets": "[" * 1_000_000,
    "depth 10,000 json": "[" * 10_000 + json.dumps(PROSE) + "]" * 10_000,
    "depth 10,000 objects": '{"a":' * 10_000 + json.dumps(PROSE) + "}" * 10_000,
    "depth 200 json": "[" * 200 + json.dumps(PROSE) + "]" * 200,
    "depth 500 list": deep_list(500),
    "cyclic list": cyclic(),
    "cyclic map": cyclic_map(),
    "lone surrogate": "\ud800" + PROSE,
    "lone surrogate in json": '{"a": "\\ud800' + PROSE + '"}',
    "lone surrogate key": {"\udfff" + PROSE: 1},
    "NUL": PROSE + "\x00",
    "invalid UTF-8": PROSE.encode() + b"\xff\xfe",
    "NaN in json": '{"a": NaN, "b": "' + PROSE + '"}',
    "huge number in json": '{"a": 1e999, "b": "' + PROSE + '"}',
    "huge integer in json": '{"a": ' + "9" * 5000 + ', "b": "' + PROSE + '"}',
    "duplicate keys": '{"a": "' + PROSE + '", "a": "' + PROSE + '"}',
    "byte order mark": '\ufeff{"a": "' + PROSE + '"}',
    "an object": Raises(),
    "objects in a map": {"a": Raises()},
    "a key that raises": {Raises(): 1},
    "a map that raises": RaisingMap(),
    "a generator": (PROSE for _ in range(3)),
    "a set": {PROSE},
    "a complex number": 1j,
    "30,000 nodes": [PROSE] * 30_000,
    "30,000 keys": {f"{PROSE} {i}": i for i in range(30_000)},
}


@pytest.mark.parametrize("profile", ["shared", "strict"])
@pytest.mark.parametrize("form", HOSTILE)
@pytest.mark.parametrize(
    "key", ["gen_ai.input.messages", "user.id", "gen_ai.request.model", "other"]
)
def test_hostile_value(profile: str, form: str, key: str) -> None:
    redacted, _ = Redactor(profile=profile).attributes({key: HOSTILE[form], "http.route": "/a"})
    assert list(redacted) == [key, "http.route"]
    text = json.dumps(redacted)
    assert "swordfish" not in text
    assert len(text) < 250
    assert redacted["http.route"] == "/a"


@pytest.mark.parametrize("content_class", ContentClass)
@pytest.mark.parametrize("form", HOSTILE)
def test_value_never_raises(content_class: ContentClass, form: str) -> None:
    redacted, _ = Redactor().value(HOSTILE[form], content_class)
    assert "swordfish" not in json.dumps(redacted)


def test_a_mapping_that_raises_blanks_and_counts() -> None:
    redacted, report = Redactor().attributes(RaisingMap())
    assert redacted == {}
    assert report.errors == {"RuntimeError": 1}


def test_keys_that_are_not_text() -> None:
    hostile: Any = {1: PROSE, None: PROSE, (PROSE,): 2, Raises(): PROSE}
    redacted, report = Redactor().attributes(hostile)
    assert list(redacted.values()) == [DROPPED] * 4
    assert report.errors == {"TypeError": 4}
    assert "swordfish" not in json.dumps(redacted)


def test_exhausted_limits_are_counted_by_name() -> None:
    config = Config(redaction=RedactionConfig(limits=Limits(max_depth=3, max_nodes=10)))
    redactor = Redactor(config)
    deep, deep_report = redactor.value([[[[[1]]]]], ContentClass.PROMPT)
    wide, wide_report = redactor.value(list(range(11)), ContentClass.PROMPT)
    assert deep == wide == "[redacted:prompt]"
    assert deep_report.errors == {"max_depth": 1}
    assert wide_report.errors == {"max_nodes": 1}


def test_a_text_beyond_the_limit_is_not_parsed() -> None:
    config = Config(redaction=RedactionConfig(limits=Limits(max_chars=20)))
    text = json.dumps({"role": "user", "content": PROSE})
    assert Redactor(config).text(text)[0] == f"[redacted:message_payload:{len(text)}]"


def test_many_keys_of_one_length_get_distinct_markers() -> None:
    given = {f"key {i:06}": i for i in range(30_000)}
    redacted, _ = Redactor().attributes(given)
    assert len(redacted) == len(given)
