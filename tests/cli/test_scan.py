"""`spanveil scan`: everything sensitive is reported by its place, and nothing of it is shown."""

import gzip
import json
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from google.protobuf.message import Message
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from spanveil.cli import main
from spanveil.cli._otlp_bytes import frame
from spanveil.cli._redact import redact
from spanveil.cli._scan import scan
from tests.cli.test_redact_inputs import CANARY, REQUESTS, logs, metrics, traces

EMAIL = "ann@mail.example"


def run(*arguments: str, given: bytes | str = b"") -> Result:
    result = CliRunner().invoke(scan, list(arguments), input=given)
    assert "CANARY" not in result.output
    assert EMAIL not in result.output
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def places(*arguments: str, given: bytes | str = b"") -> dict[str, dict[str, Any]]:
    result = run("--json", *arguments, given=given)
    return {found["path"]: found for found in json.loads(result.stdout)["findings"]}


def test_otlp_protobuf_by_field() -> None:
    found = places(given=traces().SerializeToString())
    spans = "resourceSpans.scopeSpans.spans"
    assert {path: one["class"] for path, one in found.items()} == {
        f"{spans}.attributes[gen_ai.prompt]": "prompt",
        f"{spans}.name": "name",
        f"{spans}.events.name": "name",
        f"{spans}.events.attributes[[redacted:key:29]]": "unknown",
        f"{spans}.links.traceState": "trace_state",
        f"{spans}.status.message": "exception_text",
    }
    assert found[f"{spans}.name"]["longest"] == len(CANARY)


@pytest.mark.parametrize("make", [metrics, logs])
def test_the_other_signals(make: Callable[[], Message]) -> None:
    found = places(given=make().SerializeToString())
    assert len(found) >= 2
    assert all(path.startswith("resource") for path in found)


@pytest.mark.parametrize("profile", ["shared", "strict", "diagnostic"])
@pytest.mark.parametrize("signal", REQUESTS)
def test_what_was_redacted_has_no_findings(signal: str, profile: str) -> None:
    raw = REQUESTS[signal]().SerializeToString()
    redacted = CliRunner().invoke(redact, ["--profile", profile, "--signal", signal], input=raw)
    result = run("--profile", profile, "--signal", signal, given=redacted.stdout_bytes)
    assert (result.stdout, result.exit_code) == ("", 0)


def test_counts_by_key_over_items_and_frames(tmp_path: Path) -> None:
    request = ExportTraceServiceRequest()
    scope = request.resource_spans.add().scope_spans.add()
    for number in range(3):
        span = scope.spans.add(trace_id=b"t" * 16, span_id=b"s" * 8, name="chat")
        text = f"write to {EMAIL}{'!' * number}"
        span.attributes.add(key="gen_ai.prompt").value.string_value = text
    path = tmp_path / "out.pb"
    path.write_bytes(frame(request.SerializeToString()) * 2)
    (found,) = places(str(path)).values()
    assert found == {
        "file": str(path),
        "path": "resourceSpans.scopeSpans.spans.attributes[gen_ai.prompt]",
        "class": "prompt",
        "count": 6,
        "longest": len(text),
        "entities": {"EMAIL_ADDRESS": 6},
    }


def test_a_key_that_is_sent_twice_hides_nothing() -> None:
    note = {"key": "app.step", "value": {"stringValue": CANARY}}
    safe = {"key": "app.step", "value": {"stringValue": "plan"}}
    span = {"name": "chat", "attributes": [note, safe]}
    document = {"resourceSpans": [{"scopeSpans": [{"spans": [span]}]}]}
    (found,) = places(given=json.dumps(document)).values()
    assert found["count"] == 1


@pytest.mark.parametrize(
    "item",
    [
        {"surprise": CANARY},
        {"attributes": [CANARY]},
        {"attributes": [{"key": "a", "value": {"otherValue": CANARY}}]},
        {"attributes": [{"key": "a", "value": CANARY}]},
        {"traceId": CANARY},
        {"name": {"stringValue": CANARY}},
        {"events": [CANARY]},
        {"status": CANARY},
        {CANARY: CANARY},
    ],
    ids=str,
)
def test_what_otlp_does_not_have_is_reported(item: dict[str, Any]) -> None:
    document = {"resourceSpans": [{"scopeSpans": [{"spans": [item]}]}]}
    assert run(given=json.dumps(document)).exit_code == 1


def test_unknown_protobuf_fields_are_reported() -> None:
    request = ExportTraceServiceRequest()
    span = request.resource_spans.add().scope_spans.add().spans.add(name="chat")
    span.trace_id, span.span_id = b"t" * 16, b"s" * 8
    unknown = b"\x9a\x06\x06CANARY"  # field 99
    span.MergeFromString(unknown)
    found = places("--signal", "traces", given=request.SerializeToString())
    assert found["unknown protobuf fields"]["longest"] == pytest.approx(len(unknown), abs=4)


def test_text_by_line() -> None:
    lines = ["all is well"] * 5_000
    lines[7] = f"sent to {EMAIL}"
    lines[4_321] = f"{EMAIL} and {EMAIL}"
    found = places(given="\n".join(lines))
    assert {path: one["entities"] for path, one in found.items()} == {
        "line 8": {"EMAIL_ADDRESS": 1},
        "line 4322": {"EMAIL_ADDRESS": 2},
    }


def test_a_secret_of_several_lines_across_pieces_is_found_once() -> None:
    key = ["-----BEGIN PRIVATE KEY-----", *[secrets.token_urlsafe(48)] * 16]
    text = "\n".join([*["a line of words"] * 2_030, *key, "-----END PRIVATE KEY-----", "the end"])
    found = places(given=text)
    assert found, "the key is there"
    assert {path.startswith("line 20") for path in found} == {True}


def test_json_lines_by_key() -> None:
    records = [{"user": {"note": f"to {EMAIL}"}, "password": "hunter22", "n": 1, "ok": True}] * 2
    found = places(given="\n".join(map(json.dumps, records)))
    assert found["user.note"]["entities"] == {"EMAIL_ADDRESS": 2}
    assert found["password"]["count"] == 2
    assert set(found) == {"user.note", "password"}


@pytest.mark.parametrize(
    ("fail_on", "given", "code"),
    [
        ("any", f"to {EMAIL}", 1),
        ("entities", f"to {EMAIL}", 1),
        ("never", f"to {EMAIL}", 0),
        ("any", "all is well", 0),
        ("any", "", 0),
    ],
)
def test_the_exit_code(fail_on: str, given: str, code: int) -> None:
    assert run("--fail-on", fail_on, given=given).exit_code == code


def test_only_entities_fail() -> None:
    span = {"name": "chat", "status": {"message": "no such thing there"}}
    document = json.dumps({"resourceSpans": [{"scopeSpans": [{"spans": [span]}]}]})
    assert run(given=document).exit_code == 1
    result = run("--fail-on", "entities", given=document)
    assert (result.exit_code, "status.message" in result.stdout) == (0, True)


@pytest.mark.parametrize(
    "given",
    [
        b"\xff\xfe\x00CANARY",
        b"\n" + b"\xff" * 40,
        gzip.compress(b"CANARY"),
        b"[" * 100_000,
        b'{"resource":' * 900 + b"1" + b"}" * 900,
        b'{"resourceSpans":[' + b'{"resource":' * 400 + b"1" + b"}" * 400 + b"]}",
    ],
    ids=["bytes", "tag", "gzip", "brackets", "nested", "nested otlp"],
)
def test_hostile_input_ends_in_order(given: bytes) -> None:
    assert run(given=given).exit_code in (0, 1, 2)


def test_what_cannot_be_read_is_refused(tmp_path: Path) -> None:
    result = run(str(tmp_path / "none"))
    assert result.exit_code == 2
    assert "expected a readable file" in result.output
    assert run("--format", "json", given="CANARY").exit_code == 2
    assert run("--signal", "logs", given=b"\xff\xff").exit_code == 2


def test_the_verb_is_listed() -> None:
    result = CliRunner().invoke(main, ["scan", "--help"])
    assert result.exit_code == 0
    assert "spanveil scan traces.json" in result.output
