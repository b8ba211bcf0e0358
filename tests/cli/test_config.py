import json
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner

from spanveil.cli import main


def test_check_shows_what_is_in_force(tmp_path: Path) -> None:
    path = tmp_path / "spanveil.yaml"
    path.write_text(
        "sinks:\n  - {name: vendor, profile: strict, endpoint: 'http://127.0.0.1:4317'}\n"
    )
    result = CliRunner().invoke(main, ["config", "check", str(path)])
    assert result.exit_code == 0
    assert "vendor" in result.output
    assert "profile strict" in result.output


def test_check_names_file_and_key_and_never_the_value(tmp_path: Path) -> None:
    path = tmp_path / "spanveil.yaml"
    path.write_text("sinks:\n  - {name: vendor, profile: hunter2-secret}\n")
    result = CliRunner().invoke(main, ["config", "check", str(path)])
    assert result.exit_code == 2
    assert "spanveil.yaml: sinks.0.profile: expected one of" in result.output
    assert "hunter2" not in result.output


def test_schema_is_json_schema_with_every_section() -> None:
    result = CliRunner().invoke(main, ["config", "schema"])
    assert {"redaction", "sinks", "tenant"} <= set(json.loads(result.output)["properties"])


def test_help_lists_the_verbs_without_importing_them() -> None:
    code = (
        "import sys\nfrom spanveil.cli import main\n"
        "main(['--help'], standalone_mode=False)\n"
        "loaded = {m for m in sys.modules if m.startswith('spanveil.cli._')}\n"
        "assert loaded == {'spanveil.cli._main', 'spanveil.cli._group'}, loaded\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "tag" in done.stdout
