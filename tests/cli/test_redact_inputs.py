"""`spanveil redact` on what a shell gives it: OTLP protobuf, JSON lines, and far too much."""

import json
import os
import pty
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from google.protobuf.message import Message
from opentelemetry.proto.collector.logs.v1.logs_service_pb2 import ExportLogsServiceRequest
from opentelemetry.proto.collector.metrics.v1.metrics_service_pb2 import ExportMetricsServiceRequest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from spanveil.cli._redact import redact

CANARY = "CANARY of Alice in Wonderland"


def traces() -> ExportTraceServiceRequest:
    request = ExportTraceServiceRequest()
    span = request.resource_spans.add().scope_spans.add().spans.add()
    span.trace_id, span.span_id, span.name = b"\xfft" * 8, b"\xffspanid0", CANARY
    span.start_time_unix_nano = 1_707_866_094_992_636_100
    prompt = span.attributes.add(key="gen_ai.prompt")
    prompt.value.string_value = CANARY
    span.attributes.add(key="gen_ai.usage.input_tokens").value.int_value = 12
    span.events.add(name=CANARY).attributes.add(key=CANARY).value.bytes_value = CANARY.encode()
    span.links.add(trace_state=CANARY)
    span.status.message = CANARY
    return request


def metrics() -> ExportMetricsServiceRequest:
    request = ExportMetricsServiceRequest()
    metric = request.resource_metrics.add().scope_metrics.add().metrics.add()
    metric.name, metric.description = "gen_ai.client.token.usage", CANARY
    point = metric.histogram.data_points.add(count=3, sum=12.0)
    point.attributes.add(key="note").value.string_value = CANARY
    exemplar = point.exemplars.add(as_double=1.0)
    exemplar.filtered_attributes.add(key="note").value.string_value = CANARY
    return request


def logs() -> ExportLogsServiceRequest:
    request = ExportLogsServiceRequest()
    record = request.resource_logs.add().scope_logs.add().log_records.add()
    record.time_unix_nano = 1_707_866_094_992_636_100
    record.body.string_value, record.severity_text = CANARY, CANARY
    return request


REQUESTS: dict[str, Callable[[], Message]] = {"traces": traces, "metrics": metrics, "logs": logs}


def run(*arguments: str, given: bytes = b"") -> Result:
    return CliRunner().invoke(redact, ["--profile", "shared", *arguments], input=given)


@pytest.mark.parametrize("extra", [(), ("--format", "otlp-protobuf")], ids=["told", "given"])
@pytest.mark.parametrize("signal", REQUESTS)
def test_protobuf_of_each_signal(signal: str, extra: tuple[str, ...]) -> None:
    request = REQUESTS[signal]()
    result = run(*extra, given=request.SerializeToString())
    assert result.exit_code == 0, result.stderr
    assert b"CANARY" not in result.stdout_bytes
    shown = type(request).FromString(result.stdout_bytes)
    assert shown.ByteSize() > 20
    if isinstance(shown, ExportTraceServiceRequest):
        span = shown.resource_spans[0].scope_spans[0].spans[0]
        assert (span.trace_id, span.span_id) == (b"\xfft" * 8, b"\xffspanid0")
        assert span.attributes[1].value.int_value == 12


def test_frames_of_a_file_exporter(tmp_path: Path) -> None:
    message = traces().SerializeToString()
    path = tmp_path / "traces.pb"
    path.write_bytes((len(message).to_bytes(4, "big") + message) * 3)
    raw = run(str(path)).stdout_bytes
    assert b"CANARY" not in raw
    size = int.from_bytes(raw[:4], "big")
    assert len(raw) == 3 * (4 + size)
    assert ExportTraceServiceRequest.FromString(raw[4 : 4 + size]).resource_spans


@pytest.mark.parametrize(
    ("arguments", "given", "expected"),
    [
        (
            ["--signal", "traces"],
            b"\n\xff\xffann@mail.example",
            "expected an OTLP protobuf request",
        ),
        (["--format", "otlp-protobuf"], b"ann@mail.example", "give --signal"),
        (["none.json"], b"", "none.json: expected a readable file"),
        (["--config", "none.yaml"], b"", "none.yaml: expected a readable file"),
        (["--profile", "loose"], b"", "'loose' is not one of"),
    ],
)
def test_what_cannot_be_read_is_named_and_not_quoted(
    arguments: list[str], given: bytes, expected: str
) -> None:
    result = run(*arguments, given=given)
    told = f"{result.stderr} {result.exception}"
    assert result.exit_code != 0
    assert expected in told
    assert "ann@" not in told
    assert result.stdout == ""


def test_binary_that_is_no_otlp_is_treated_as_text() -> None:
    result = run(given=b"\n\x00\x01 ann@mail.example \xff")
    assert result.exit_code == 2 or "ann@" not in result.stdout


def test_rules_of_a_configuration_apply(tmp_path: Path) -> None:
    path = tmp_path / "spanveil.yaml"
    path.write_text("redaction: {limits: {max_chars: 20}}")
    result = run("--config", str(path), given=json.dumps([{"role": "user"}] * 9).encode())
    assert result.stdout.startswith("[redacted:message_payload")


def test_json_lines_are_documents() -> None:
    line = json.dumps({"role": "user", "content": CANARY})
    result = run(given=f"{line}\n\n{line}".encode())
    one = json.dumps(
        {"role": "user", "content": "[redacted:message_payload:29]"}, separators=(",", ":")
    )
    assert result.stdout == f"{one}\n\n{one}"


def test_help_has_an_example() -> None:
    assert "spanveil redact --profile shared < request.pb > redacted.pb" in run("--help").stdout


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (2_500_000_000, 2_500_000_000))
    resource.setrlimit(resource.RLIMIT_CPU, (60, 60))


@pytest.mark.parametrize(
    "given",
    [
        b"x ann@mail.example " * 2_600_000,
        b'{"role":"user","content":"' + b"ann@mail.example " * 2_900_000 + b'"}',
        b"[" * 50_000_000,
        b'["' + b"\\" * 50_000_000,
    ],
    ids=["text", "json", "brackets", "backslashes"],
)
def test_fifty_megabytes_in_bounded_memory_and_time(given: bytes) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "spanveil.cli", "redact", "--report"],
        input=given,
        capture_output=True,
        preexec_fn=_limit,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr[-300:]
    assert b"ann@" not in done.stdout
    assert len(done.stdout) < 200


def test_a_bar_on_a_terminal_and_none_in_a_pipe(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    line = json.dumps({"role": "user", "content": f"{CANARY} " * 20})
    path.write_text(f"{line}\n" * 2_000)
    command = [sys.executable, "-m", "spanveil.cli", "redact", "--profile", "shared", str(path)]
    ours, theirs = pty.openpty()
    environment: dict[str, Any] = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
    with (tmp_path / "out").open("wb") as out:
        process = subprocess.Popen(command, stdout=out, stderr=theirs, env=environment)
    os.close(theirs)
    seen = b""
    try:
        while chunk := os.read(ours, 65_536):
            seen += chunk
    except OSError:
        pass  # the other end is closed
    os.close(ours)
    assert process.wait(300) == 0
    assert b"redacting" in seen
    assert b"CANARY" not in seen + (tmp_path / "out").read_bytes()
    piped = subprocess.run(command, capture_output=True, check=True, timeout=300)
    assert piped.stderr == b""
    assert piped.stdout == (tmp_path / "out").read_bytes()


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_a_text_that_windows_wrote_is_read_as_it_looks(encoding: str) -> None:
    given = "write to ann.smith@leak.example, caf\u00e9\n"
    shown = CliRunner().invoke(redact, input=given.encode(encoding))
    assert shown.output == "write to [redacted:email_address], caf\u00e9\n"


def test_json_behind_a_byte_order_mark_keeps_its_structure() -> None:
    given = '{"city": "Bonn is old", "n": 1E5}'.encode("utf-16")
    shown = CliRunner().invoke(redact, ["--profile", "shared"], input=given)
    assert json.loads(shown.output) == {
        "city": "[redacted:message_payload:11]",
        "n": "[redacted:message_payload:3]",
    }
