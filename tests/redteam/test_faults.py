"""Bounds, and raw values in our own texts."""

from typing import Any

import pytest

from spanveil.config import Catalogue, ConfigError, Limits, validate
from spanveil.redaction import Redactor, _format_value


def test_a_list_of_statements_costs_no_more_than_one_text(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    monkeypatch.setattr(_format_value, "redact_sql", lambda text, name: seen.append(len(text)))
    statement = "SELECT " + "a," * 9_990
    Redactor().attributes({"db.query.text": [statement] * 500})
    assert sum(seen) <= Limits().max_chars


def test_a_password_in_an_endpoint_stays_out_of_repr() -> None:
    document: dict[str, Any] = {"sinks": [{"endpoint": "http://user:hunter2@sink.example:4317"}]}
    with pytest.raises(ConfigError) as raised:
        validate(document, "spanveil.yaml")
    assert "hunter2" not in f"{raised.value!r} {raised.value}"


@pytest.mark.parametrize("key", ["gen_ai.request.model", "service.name", "http.route"])
def test_the_tags_attribute_is_no_key_of_a_convention(key: str) -> None:
    with pytest.raises(ValueError, match=r"tenant\.attribute"):
        validate({"tenant": {"attribute": key}}, "spanveil.yaml")


def test_every_row_matches_a_key() -> None:
    catalogue = Catalogue.shipped()
    dead = [
        row.pattern
        for row in catalogue
        if catalogue.classify(row.pattern.replace("**", "x").replace("*", "0")).pattern == ""
    ]
    assert dead == []
