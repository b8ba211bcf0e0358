"""The lint finds what its documentation says, misses what it says, and cries wolf over nothing."""

import json
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest
from click.testing import CliRunner

from spanveil.cli._lint import lint
from spanveil.testing.lint import (
    RULES,
    Options,
    Result,
    lint_paths,
    lint_source,
    render_json,
    render_sarif,
    render_text,
)
from tests.testing.flows import BAD, BENIGN, MISSED, Project

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "authorization.md"


def _run(project: Project, folder: Path, options: Options | None = None) -> Result:
    for name, text in project.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return lint_paths([folder], options)


def _rules(result: Result) -> str:
    return ", ".join(sorted({finding.rule_id for finding in result.open}))


def test_there_are_enough_flows() -> None:
    assert len(BAD) >= 12
    assert len(BENIGN) >= 12


@pytest.mark.parametrize("name", BAD)
def test_a_bad_flow_is_found_and_documented(name: str, tmp_path: Path) -> None:
    result = _run(BAD[name], tmp_path)
    assert result.open
    assert not result.incomplete
    assert f"| {name} | {_rules(result)} |" in DOCUMENT.read_text("utf-8")


@pytest.mark.parametrize("name", MISSED)
def test_a_known_miss_is_documented(name: str, tmp_path: Path) -> None:
    project, reason = MISSED[name]
    assert _rules(_run(project, tmp_path)) == ""
    assert f"| {name} | missed: {reason} |" in DOCUMENT.read_text("utf-8")


@pytest.mark.parametrize("name", BENIGN)
def test_benign_code_is_left_alone(name: str, tmp_path: Path) -> None:
    result = _run(BENIGN[name], tmp_path)
    assert [finding.message for finding in result.findings] == []
    assert f"| {name} | nothing |" in DOCUMENT.read_text("utf-8")


def test_every_rule_is_shown_by_a_flow_or_here(tmp_path: Path) -> None:
    shown = {
        finding.rule_id
        for number, project in enumerate(BAD.values())
        for finding in _run(project, tmp_path / str(number)).open
    }
    assert set(RULES) - shown == {"SV100", "SV105", "SV107"}


def test_a_decision_that_only_reads_telemetry() -> None:
    result = lint_source(
        dedent("""
        from opentelemetry import trace

        def can_read(user, document):
            log(trace.get_current_span())
            return user.tenant_id == document.tenant_id
        """)
    )
    assert _rules(result) == "SV105"


def test_places_are_exact() -> None:
    (finding,) = lint_source(
        "from opentelemetry import baggage\n\nallowed = 1, authorize(baggage.get_all())\n"
    ).open
    assert (finding.line, finding.column, finding.source_line) == (3, 14, 3)
    assert RULES[finding.rule_id].hint


BAGGAGE = "from opentelemetry import baggage\n"


@pytest.mark.parametrize(
    "text",
    [
        "authorize(baggage.get_all())  # spanveil: allow[SV101] only in the test bench\n",
        "authorize(baggage.get_all())  # spanveil: allow[telemetry-in-decision] the test bench\n",
        "# spanveil: allow[SV101, SV102] only in the test bench\nauthorize(baggage.get_all())\n",
        "# spanveil: allow[sv101] only in a bench\n\n# more\nauthorize(baggage.get_all())\n",
    ],
)
def test_an_allowed_finding(text: str) -> None:
    result = lint_source(BAGGAGE + text)
    assert result.open == ()
    (finding,) = result.findings
    assert finding.allowed
    assert json.loads(render_json(result))["findings"][0]["allowed"] == finding.allowed
    sarif = json.loads(render_sarif(result))["runs"][0]["results"][0]
    assert sarif["suppressions"] == [{"kind": "inSource", "justification": finding.allowed}]


@pytest.mark.parametrize(
    ("comment", "fault"),
    [
        ("# spanveil: allow[SV101]", "no reason"),
        ("# spanveil: allow[SV101] ok", "no reason"),
        ("# spanveil: allow[SV999] in a bench", "unknown rule"),
        ("# spanveil: allow[SV101, SV999] in a bench", "unknown rule"),
        ("# spanveil: allow in a bench", "no rule"),
        ("# spanveil: allow[] in a bench", "no rule"),
        ("# spanveil: allow[SV104] in a bench", "covers no finding"),
    ],
)
def test_an_unusable_suppression_is_a_finding_itself(comment: str, fault: str) -> None:
    result = lint_source(f"{BAGGAGE}authorize(baggage.get_all())  {comment}\n")
    assert _rules(result) == "SV101, SV107"
    assert any(fault in finding.message for finding in result.open)


def test_a_suppression_in_a_string_is_none() -> None:
    text = f'{BAGGAGE}authorize(baggage.get_all(), "# spanveil: allow[SV101] in a bench")\n'
    assert _rules(lint_source(text)) == "SV101"


def test_names_of_the_users_own(tmp_path: Path) -> None:
    project, _ = MISSED["a decision under an unknown name"]
    options = Options(decisions=frozenset({"gatekeeper_says_yes"}))
    assert _rules(_run(project, tmp_path / "a", options)) == "SV101"
    trusted = {"app.py": "def act(request):\n    authorize(unseal(request.headers['x']))\n"}
    assert _rules(_run(trusted, tmp_path / "b")) == "SV101"
    options = Options(verifiers=frozenset({"unseal"}))
    assert _rules(_run(trusted, tmp_path / "c", options)) == ""
    policy = {"guard/rules.py": "import importlib\n"}
    assert _rules(_run(policy, tmp_path / "d")) == ""
    assert _rules(_run(policy, tmp_path / "e", Options(policies=("guard/*.py",)))) == "SV106"
    assert _run(policy, tmp_path / "f", Options(exclude=("guard",))).files == 0


HOSTILE = {
    "syntax": b"def broken(:\n",
    "null": b"x = '\x00'\n",
    "encoding": b"# coding: utf-99\nx = 1\n",
    "bytes": b"x = '\xff\xfe'\n",
    "deep": b"x = " + b"(" * 3000 + b"1" + b")" * 3000 + b"\n",
    "nested": b"x = " + b"-" * 20_000 + b"1\n",
    "huge": b"x = 1\n" * 400_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_cannot_be_analysed_is_said_and_nothing_else_is_lost(
    name: str, tmp_path: Path
) -> None:
    (tmp_path / "hostile.py").write_bytes(HOSTILE[name])
    (tmp_path / "good.py").write_text(BAGGAGE + "authorize(baggage.get_all())\n")
    result = lint_paths([tmp_path])
    assert result.incomplete
    assert _rules(result) == "SV100, SV101"
    assert not json.loads(render_sarif(result))["runs"][0]["invocations"][0]["executionSuccessful"]


def test_work_is_bounded_in_nested_loops_and_cycles(tmp_path: Path) -> None:
    loops = "".join(f"{' ' * n}for x{n} in y:\n" for n in range(18)) + " " * 18 + "pass\n"
    cycle = "def a(x):\n    return b(x)\n\ndef b(x):\n    return a(x)\n\nauthorize(a(x))\n"
    result = _run({"loops.py": loops, "cycle.py": cycle}, tmp_path)
    assert result.files == 2
    assert not result.incomplete


def test_links_and_foreign_folders_are_not_followed(tmp_path: Path) -> None:
    code = BAGGAGE + "authorize(baggage.get_all())\n"
    project = {f"{folder}/x.py": code for folder in (".venv", "node_modules", "build", ".git")}
    (tmp_path / "loop").symlink_to(tmp_path)
    assert _run(project, tmp_path).files == 0


def test_sarif_has_what_a_code_host_reads(tmp_path: Path) -> None:
    """SARIF 2.1.0, sections 3.13, 3.14, 3.27 and 3.30."""
    log = json.loads(render_sarif(_run(BAD["through helpers in other files"], tmp_path)))
    (run,) = log["runs"]
    assert log["version"] == "2.1.0"
    assert {rule["id"] for rule in run["tool"]["driver"]["rules"]} == set(RULES)
    assert run["results"]
    for found in run["results"]:
        place = found["locations"][0]["physicalLocation"]
        assert found["ruleId"] in RULES
        assert found["message"]["text"]
        assert place["artifactLocation"]["uri"].endswith("/api.py")
        assert place["region"]["startLine"] >= 1
        assert place["region"]["startColumn"] >= 1


def test_text_has_place_rule_and_hint(tmp_path: Path) -> None:
    text = render_text(_run(BAD["a header goes into SQL"], tmp_path))
    assert f"{tmp_path / 'app.py'}:4:" in text
    assert "SV102 [telemetry-as-identity]" in text
    assert "fix: identity never comes from telemetry" in text
    assert text.endswith("1 findings, 0 allowed, 1 files")


def test_the_command_and_its_exit_codes(tmp_path: Path) -> None:
    runner = CliRunner()
    good, bad, broken = (tmp_path / name for name in ("good", "bad", "broken"))
    _run({"a.py": "x = 1\n"}, good)
    _run(BAD["baggage is an argument of a decision"], bad)
    _run({"a.py": "def broken(:\n"}, broken)
    assert runner.invoke(lint, [str(good)]).exit_code == 0
    found = runner.invoke(lint, [str(good), str(bad), "--format", "json"])
    assert found.exit_code == 1
    assert json.loads(found.output)["findings"][0]["rule"] == "SV101"
    assert runner.invoke(lint, [str(broken), str(bad)]).exit_code == 2
    assert runner.invoke(lint, [str(tmp_path / "absent")]).exit_code == 2
    assert runner.invoke(lint, []).exit_code == 2
    target = tmp_path / "lint.sarif"
    written = runner.invoke(lint, [str(bad), "--format", "sarif", "--output", str(target)])
    assert (written.exit_code, written.output) == (1, "")
    assert json.loads(target.read_text())["version"] == "2.1.0"
    refused = runner.invoke(lint, [str(bad), "--output", str(tmp_path)])
    assert refused.exit_code == 2
    assert "Error" in refused.output
    assert runner.invoke(lint, [str(bad), "--decision", "x", "--exclude", "*.py"]).exit_code == 0


def test_our_own_code_is_clean() -> None:
    """Ours reads headers only in engines' answers and telemetry only where it is telemetry."""
    root = Path(__file__).resolve().parents[2]
    rooms = [path.parents[2] for path in root.glob("*/spanveil/*/__init__.py")]
    result = lint_paths([room for room in rooms if room.name != "testing"])
    assert result.files > 20
    # What is allowed carries its reason where it stands: a credential that is verified there, or a
    # check that can only refuse.
    assert render_text(result).splitlines()[-1].startswith("0 findings, ")


def test_the_lint_needs_no_test_library() -> None:
    script = (
        "import sys, spanveil.testing.lint\n"
        "loaded = {name.partition('.')[0] for name in sys.modules}\n"
        "print(sorted(loaded & {'pytest', 'hypothesis', 'opentelemetry'}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
