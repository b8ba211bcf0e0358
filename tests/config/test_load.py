from importlib.resources import as_file, files
from pathlib import Path

import pytest
from yaml import YAMLError

from spanveil.config import SHIPPED_PROFILES, Config, ConfigError, load
from spanveil.config._yaml import parse_shipped, parse_yaml

CANARY = "hunter2-do-not-show"


def _write(tmp_path: Path, text: str | bytes) -> Path:
    path = tmp_path / "spanveil.yaml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_no_file_and_an_empty_file_are_the_defaults(tmp_path: Path) -> None:
    assert load() == Config() == load(_write(tmp_path, "# nothing yet\n"))


@pytest.mark.parametrize(
    ("text", "key", "expected"),
    [
        (f"sinks: [{{profile: {CANARY}}}]", "sinks.0.profile", "one of shared, strict"),
        (f"sinks: [{{protocol: {CANARY}}}]", "sinks.0.protocol", "'grpc' or 'http/protobuf'"),
        (f"sinks: [{{endpoint: {CANARY}}}]", "sinks.0.endpoint", "a valid URL"),
        (f"sinks: [{{tag_key: {CANARY}}}]", "sinks.0.tag_key", "at least 32 characters"),
        ("sinks: []", "sinks", "at least one sink"),
        ("sinks: [{name: a}, {name: a}]", "sinks", "a different name for each sink"),
        ("sink: []", "sink", "no such key here"),
        ("version: 2", "version", "1"),
        ("redaction: {limits: {max_depth: 0}}", "redaction.limits.max_depth", "greater than"),
        (f"tenant: {{attribute: '{CANARY} {CANARY}'}}", "tenant.attribute", "pattern"),
        (f"- {CANARY}", "", "a mapping at the top level"),
        (f"a: {CANARY}\na: {CANARY}", "line 2, column 1", "each key once"),
        (f"a: '{CANARY}", "line 1", "valid YAML"),
        (f"a: !!python/object/apply:os.system ['{CANARY}']", "line 1", "valid YAML"),
        (f"a: *{CANARY}", "line 1", "valid YAML"),
        ("[" * 5000, "", "valid YAML"),
        ("x" * 1_000_001, "", "at most 1000000 characters"),
        (b"\xff\xfe\x00", "", "UTF-8 text"),
    ],
)
def test_a_fault_names_file_key_and_expectation_and_never_the_value(
    tmp_path: Path, text: str | bytes, key: str, expected: str
) -> None:
    path = _write(tmp_path, text)
    with pytest.raises(ConfigError) as caught:
        load(path)
    message = str(caught.value)
    assert message.startswith(f"{path}: {key}")
    assert expected in message
    assert CANARY not in message
    assert CANARY not in repr(caught.value)
    # A chained error would be printed with the traceback.
    assert caught.value.__suppress_context__ or caught.value.__context__ is None


def test_a_missing_file_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="expected a readable file"):
        load(tmp_path / "absent.yaml")


def test_the_number_of_further_faults_is_given(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"\(and 1 more\)"):
        load(_write(tmp_path, "one: 1\ntwo: 2\n"))


def test_secrets_are_in_no_repr(tmp_path: Path) -> None:
    text = f"sinks: [{{headers: {{authorization: {CANARY}}}, tag_key: {CANARY * 3}}}]"
    config = load(_write(tmp_path, text))
    assert CANARY not in repr(config)
    assert CANARY not in str(config.model_dump())
    assert config.sinks[0].headers["authorization"].get_secret_value() == CANARY


def test_the_configuration_is_frozen() -> None:
    with pytest.raises(ValueError, match="frozen"):
        Config().__setattr__("version", 1)


def test_the_commented_example_is_the_defaults() -> None:
    """Whoever copies it changes nothing until they change something."""
    with as_file(files("spanveil.config") / "spanveil.yaml") as example:
        assert load(example) == Config()


@pytest.mark.parametrize(
    "name",
    ["data/key_words.yaml", "data/propagation_headers.yaml"]
    + [f"profiles/{profile}.yaml" for profile in SHIPPED_PROFILES],
)
def test_what_is_shipped_reads_the_same_in_either_way(name: str) -> None:
    text = (files("spanveil.config") / name).read_text("utf-8")
    assert parse_shipped(text) == parse_yaml(text, name)
    first = text.splitlines()
    with pytest.raises(YAMLError):
        parse_shipped("\n".join([*first, *first]))
