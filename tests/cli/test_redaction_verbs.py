"""`spanveil redact`, `detect` and `explain`, as a shell would call them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from spanveil.cli import main
from spanveil.cli._detect import detect
from spanveil.cli._explain import explain
from spanveil.cli._redact import redact

TEXT = "write to ann@mail.example please"


def test_detect_prints_offsets_and_never_text(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text(json.dumps({"id": "é1", "text": "é " + TEXT}) + "\n\n", "utf-8")
    result = CliRunner().invoke(detect, ["--jsonl", str(path)])
    assert result.exit_code == 0
    (line,) = map(json.loads, result.output.splitlines())
    assert line == {
        "id": "é1",
        "spans": [{"start": 11, "end": 27, "type": "EMAIL_ADDRESS", "score": 1.0}],
    }


def test_detect_reads_standard_input_and_can_leave_names_out() -> None:
    given = json.dumps({"id": 1, "text": "Dear Ada Lovelace, hello"})
    for arguments, count in (([], 1), (["--no-names"], 0), (["--min-score", "1"], 0)):
        result = CliRunner().invoke(detect, ["--jsonl", "-", *arguments], input=given)
        assert len(json.loads(result.output)["spans"]) == count


@pytest.mark.parametrize(
    "line", ["ann@mail.example", "[]", '{"id": 1}', '{"id": 1, "text": 7}', "[" * 100_000]
)
def test_detect_refuses_a_line_without_quoting_it(line: str) -> None:
    result = CliRunner().invoke(detect, ["--jsonl", "-"], input=line)
    assert result.exit_code == 2
    assert "line 1: expected" in result.output
    assert "ann@" not in result.output


def test_detect_counts_code_points_in_any_locale() -> None:
    given = json.dumps({"id": 1, "text": "é " + TEXT}, ensure_ascii=False).encode()
    found = subprocess.run(
        [sys.executable, "-m", "spanveil.cli", "detect", "--jsonl", "-"],
        input=given + b"\n\xff\n",
        env=os.environ | {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        capture_output=True,
        check=False,
    )
    (line,) = map(json.loads, found.stdout.splitlines())
    assert (line["spans"][0]["start"], line["spans"][0]["end"]) == (11, 27)
    assert b"line 2: expected" in found.stderr


def test_detect_covers_what_it_cannot_judge() -> None:
    text = "x@" * 40_000
    result = CliRunner().invoke(detect, ["--jsonl", "-"], input=json.dumps({"id": 1, "text": text}))
    assert json.loads(result.output)["spans"] == [
        {"start": 0, "end": len(text), "type": "UNSCANNED", "score": 1.0}
    ]


def test_detect_on_a_missing_file(tmp_path: Path) -> None:
    result = CliRunner().invoke(detect, ["--jsonl", str(tmp_path / "none")])
    assert result.exit_code == 2
    assert "expected a readable file" in result.output


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["gen_ai.input.messages"], ["class      prompt", "gen_ai.input.messages", "skeleton"]),
        (["gen_ai.prompt.0.role"], ["class      safe", "gen_ai.prompt.*.role", "keep"]),
        (["smtp.password"], ["class      credential", "'password'", "drop"]),
        (["zone.of.x"], ["class      unknown", "no row names the key", "token"]),
        (["user.id", "--profile", "strict"], ["user_identifier", "strict", "drop"]),
    ],
)
def test_explain(arguments: list[str], expected: list[str]) -> None:
    result = CliRunner().invoke(explain, arguments)
    assert result.exit_code == 0
    assert all(piece in result.output for piece in expected)


def test_explain_reads_the_rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "spanveil.yaml"
    path.write_text(
        """
redaction:
  rules:
    - {keys: "acme.**", action: keep}
    - {keys: acme.note, action: classify, class: prompt, when: {http.request.method: POST}}
    - {keys: gen_ai.tool.name, action: redact}
  tenants:
    t1: [{keys: acme.note, action: redact}]
"""
    )
    monkeypatch.setenv("SPANVEIL_CONFIG", str(path))
    lines = CliRunner().invoke(explain, ["acme.note"]).output.splitlines()
    assert lines[1] == "because    the rule redaction.rules.0 (keep)"
    assert lines[3].startswith("treatment  detect: ")
    assert lines[4:] == [
        "key        shown as it is",
        "tighter    by redaction.rules.1 (classify as prompt, where http.request.method = POST)",
        "tighter    by redaction.tenants.t1.0 (redact)",
    ]
    lines = CliRunner().invoke(explain, ["gen_ai.tool.name"]).output.splitlines()
    assert lines[1] == "because    the rule redaction.rules.2 (redact)"
    monkeypatch.delenv("SPANVEIL_CONFIG")
    lines = CliRunner().invoke(explain, ["acme.note.count"]).output.splitlines()
    assert lines[4] == "key        shown as [redacted:key:4].note.count"
    output = CliRunner().invoke(explain, ["gen_ai.tool.name", "--config", str(path)]).output
    assert "redaction.rules.2" in output


def test_explain_refuses_a_configuration_that_it_cannot_read(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["explain", "a", "--config", str(tmp_path / "none.yaml")])
    assert result.exit_code == 2
    assert "expected a readable file" in result.output


def test_redact_text() -> None:
    result = CliRunner().invoke(redact, ["--report"], input=TEXT + "\n")
    assert result.stdout == "write to [redacted:email_address] please\n"
    assert "EMAIL_ADDRESS: 1" in result.stderr


def test_redact_json_by_profile(tmp_path: Path) -> None:
    path = tmp_path / "in.json"
    path.write_text(json.dumps([{"role": "user", "content": TEXT}]), "utf-8")
    result = CliRunner().invoke(redact, ["--profile", "shared", str(path)])
    assert json.loads(result.output) == [
        {"role": "user", "content": f"[redacted:message_payload:{len(TEXT)}]"}
    ]


def otlp(text: str) -> dict[str, object]:
    value = {"stringValue": text}
    span = {
        "traceId": "4bf92f3577b34da6a3ce929d0e0e4736",
        "name": text,
        "traceState": text,
        "startTimeUnixNano": "1707866094992636100",
        "invented": text,
        "attributes": [
            {"key": "gen_ai.prompt", "value": value},
            {"key": text, "value": {"intValue": "1"}},
            {"key": "gen_ai.usage.input_tokens", "value": {"intValue": "12"}},
            {"key": "note", "value": {"kvlistValue": {"values": [{"key": text, "value": value}]}}},
        ],
        "events": [{"name": text, "attributes": [{"key": "exception.message", "value": value}]}],
        "links": [{"attributes": [{"key": "k", "value": {"arrayValue": {"values": [value]}}}]}],
        "status": {"code": 2, "message": text},
    }
    scope = {"name": text, "version": text, "attributes": [{"key": "x", "value": value}]}
    log = {
        "body": {"kvlistValue": {"values": [{"key": text, "value": value}]}},
        "severityText": text,
    }
    resource = {"attributes": [{"key": "host.name", "value": value}]}
    return {
        "resourceSpans": [
            {"resource": resource, "scopeSpans": [{"scope": scope, "spans": [span]}]}
        ],
        "resourceLogs": [
            {"resource": resource, "scopeLogs": [{"scope": scope, "logRecords": [log]}]}
        ],
    }


@pytest.mark.parametrize("profile", ["shared", "strict"])
@pytest.mark.parametrize("lines", [1, 2])
def test_redact_otlp_at_every_position(profile: str, lines: int) -> None:
    given = "\n".join([json.dumps(otlp("CANARY of Alice in Wonderland"))] * lines)
    result = CliRunner().invoke(redact, ["--profile", profile], input=given)
    assert result.exit_code == 0
    assert "CANARY" not in result.output
    documents = [json.loads(line) for line in result.output.splitlines()]
    assert len(documents) == lines
    span = documents[0]["resourceSpans"][0]["scopeSpans"][0]["spans"][0]
    assert span["traceId"] == "4bf92f3577b34da6a3ce929d0e0e4736"
    assert {"key": "gen_ai.usage.input_tokens", "value": {"intValue": "12"}} in span["attributes"]
    assert len(span["attributes"]) == 4


def test_redact_bad_bytes(tmp_path: Path) -> None:
    path = tmp_path / "in"
    path.write_bytes(b"\xff\xfe ann@mail.example \x00")
    result = CliRunner().invoke(redact, [str(path)])
    assert result.exit_code == 0
    assert "ann" not in result.output
    assert CliRunner().invoke(redact, [str(tmp_path / "none")]).exit_code == 2
