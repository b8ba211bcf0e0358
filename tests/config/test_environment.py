from pathlib import Path

import pytest

from spanveil.config import ConfigError, Mode, parse_boolean, read_environment


@pytest.mark.parametrize("text", ["1", "true", "YES", "On", " on "])
def test_true_words(text: str) -> None:
    assert parse_boolean("X", text) is True


@pytest.mark.parametrize("text", ["0", "false", "No", "OFF"])
def test_false_words(text: str) -> None:
    assert parse_boolean("X", text) is False


@pytest.mark.parametrize("text", ["", "2", "enabled", "y", "None", "tru e"])
def test_anything_else_refuses_and_does_not_quote_it(text: str) -> None:
    with pytest.raises(ConfigError, match=r"^X: expected one of 1/0, true/false") as caught:
        parse_boolean("X", text)
    assert str(caught.value) == "X: expected one of 1/0, true/false, yes/no, on/off"


def test_defaults_are_production_without_keys() -> None:
    environment = read_environment({})
    assert environment.mode is Mode.PRODUCTION
    assert environment.tag_keys is None
    assert environment.config is None


def test_reads_the_variables_and_hides_keys() -> None:
    variables = {
        "SPANVEIL_CONFIG": "a.yaml",
        "SPANVEIL_MODE": "development",
        "SPANVEIL_TAG_KEYS": "k1:c2VjcmV0",
    }
    environment = read_environment(variables)
    assert environment.config == Path("a.yaml")
    assert environment.mode is Mode.DEVELOPMENT
    assert "c2VjcmV0" not in repr(environment)


def test_empty_counts_as_unset() -> None:
    variables = {"SPANVEIL_CONFIG": "", "SPANVEIL_MODE": "", "OTEL_SDK_DISABLED": ""}
    assert read_environment(variables) == read_environment({})


@pytest.mark.parametrize("name", ["SPANVEIL_MODE", "OTEL_SDK_DISABLED"])
def test_a_variable_that_cannot_be_understood_refuses_to_start(name: str) -> None:
    with pytest.raises(ConfigError, match=rf"^{name}: expected one of") as caught:
        read_environment({name: "hunter2"})
    assert "hunter2" not in str(caught.value)
