import base64
import secrets
from pathlib import Path

from click.testing import CliRunner

from spanveil.cli import main
from spanveil.context import KeyRing


def _keys(*names: str) -> str:
    return ",".join(
        f"{name}:{base64.b64encode(secrets.token_bytes(32)).decode()}" for name in names
    )


def test_prints_the_tag_under_each_live_key_current_first() -> None:
    keys = _keys("new", "old")
    result = CliRunner().invoke(main, ["tag", "acme"], env={"SPANVEIL_TAG_KEYS": keys})
    assert result.exit_code == 0
    assert result.output.split() == [tag.text for tag in KeyRing.from_text(keys).tags("acme")]
    assert result.output.startswith("st1_new_")


def test_prints_a_sink_s_alias(tmp_path: Path) -> None:
    keys, sink_key = _keys("k1"), secrets.token_hex(32)
    path = tmp_path / "spanveil.yaml"
    path.write_text(f"sinks:\n  - name: vendor\n    tag_key: {sink_key!r}\n", "utf-8")
    arguments = ["tag", "acme", "--config", str(path), "--sink", "vendor"]
    result = CliRunner().invoke(main, arguments, env={"SPANVEIL_TAG_KEYS": keys})
    expected = KeyRing.from_text(keys).tag("acme").alias(sink_key.encode())
    assert result.output.split() == [expected.text]


def test_refuses_without_keys_and_says_what_to_set() -> None:
    environment = {"SPANVEIL_TAG_KEYS": "", "SPANVEIL_MODE": ""}
    result = CliRunner().invoke(main, ["tag", "acme"], env=environment)
    assert result.exit_code == 2
    assert "SPANVEIL_TAG_KEYS" in result.output
    assert "SPANVEIL_MODE=development" in result.output


def test_an_unknown_sink_is_named_with_what_there_is() -> None:
    result = CliRunner().invoke(
        main, ["tag", "acme", "--sink", "nope"], env={"SPANVEIL_TAG_KEYS": _keys("k1")}
    )
    assert result.exit_code == 2
    assert "there are: shared" in result.output
