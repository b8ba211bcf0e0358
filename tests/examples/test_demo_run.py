"""The demo as a user runs it, in both modes: real processes, real instrumentations, real OTLP."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest

_ROOT: Final = Path(__file__).parents[2]
_SECONDS: Final = 600
_CORE: Final = re.compile(r"[a-z0-9]{20}|[0-9]{16}")
_FACTS: Final = {
    "model",
    "tokens",
    "latency",
    "span tree",
    "operation",
    "status",
    "exception type",
    "finish reason",
    "tool name",
    "message role",
    "span name",
}


class Page(HTMLParser):
    """The text of both sides, and what is marked as planted on the left."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.sides: dict[str, list[str]] = {"recorded": [], "received": []}
        self.planted: set[str] = set()
        self.references: list[str] = []
        self._side: str | None = None
        self._depth = 0
        self._in_mark = False
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        members = dict(attributes)
        self.references.extend(v for k, v in attributes if k in {"src", "href"} and v)
        if tag == "div":
            self._depth += self._side is not None
            self._side = self._side or members.get("data-side")
        self._in_mark = tag == "mark"

    def handle_endtag(self, tag: str) -> None:
        if tag == "div" and self._depth:
            self._depth -= 1
        elif tag == "div":
            self._side = None
        self._in_mark = False

    def handle_data(self, data: str) -> None:
        if self._side:
            self.sides[self._side].append(data)
            if self._in_mark and self._side == "recorded":
                self.planted.add(data)


class Run(NamedTuple):
    """One finished run of the demo."""

    code: int
    output: str
    summary: Mapping[str, Any]
    page: str | None
    left_behind: list[Path]


def _run(folder: Path, *options: str, program: tuple[str, ...] = ("-m", "examples.demo")) -> Run:
    """Run the demo in an empty folder, which is also where temporary files would go."""
    work, out = folder / "work", folder / "out"
    work.mkdir()
    command = [sys.executable, *program, "--json", str(out / "summary.json"), *options]
    # Started in a hostile environment: these would hide content, or send it somewhere else.
    environment = os.environ | {
        "PYTHONPATH": str(_ROOT),
        "PYTHONWARNINGS": "ignore",
        "PYTHONDONTWRITEBYTECODE": "1",
        "TMPDIR": str(work),
        "OPENINFERENCE_HIDE_INPUTS": "true",
        "OTEL_SDK_DISABLED": "true",
        "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT": "http://127.0.0.1:9",
        "SPANVEIL_TAG_KEYS": "not a key ring",
    }
    done = subprocess.run(
        command, cwd=work, env=environment, capture_output=True, timeout=_SECONDS, check=False
    )
    output = (done.stdout + done.stderr).decode()
    assert (out / "summary.json").exists(), output
    page = out / "page.html"
    return Run(
        done.returncode,
        output,
        json.loads((out / "summary.json").read_text("utf-8")),
        page.read_text("utf-8") if page.exists() else None,
        sorted(path for path in work.rglob("*") if path.is_file()),
    )


@pytest.fixture(scope="module")
def protected(tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder = tmp_path_factory.mktemp("protected")
    return _run(folder, "--html", str(folder / "out" / "page.html"))


@pytest.fixture(scope="module")
def unprotected(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return _run(tmp_path_factory.mktemp("unprotected"), "--unprotected")


def test_protected_no_canary_reaches_the_sink(protected: Run) -> None:
    canaries = protected.summary["canaries"]

    assert protected.code == 0, protected.output
    assert canaries["recorded"] == canaries["planted"] == 30
    assert canaries["leaked"] == 0
    assert "0 of 30 canaries reached the shared sink" in protected.output


def test_protected_operators_keep_what_they_debug_with(protected: Run) -> None:
    facts = protected.summary["facts"]

    assert facts.keys() >= _FACTS
    for name, fact in facts.items():
        assert fact["kept"] == fact["recorded"] > 0, name


def test_protected_every_span_has_its_tenants_own_tag(protected: Run) -> None:
    spans = protected.summary["spans"]

    assert spans["tagged"] == spans["received"] > 40
    assert spans["tags"] == 2
    assert spans["tenants_separate"] is True


def test_protected_the_page_has_both_sides_and_the_right_one_is_clean(protected: Run) -> None:
    assert protected.page is not None
    page = Page(protected.page)
    received = "".join(page.sides["received"])
    cores = {core for value in page.planted for core in _CORE.findall(value.casefold())}

    assert len(cores) == 30  # every canary is shown, and marked, on the left
    assert "[redacted:prompt:" in received
    assert "LedgerError" in received
    assert not [core for core in cores if core in received.casefold()]


def test_the_page_loads_nothing_and_runs_nothing(protected: Run) -> None:
    assert protected.page is not None

    assert Page(protected.page).references == []
    assert "<script" not in protected.page
    assert "default-src 'none'" in protected.page


def test_the_terminal_shows_both_instrumentations_side_by_side(protected: Run) -> None:
    for expected in (
        "openinference.instrumentation.langchain",
        "opentelemetry.instrumentation.genai.openai",
        "recorded by the instrumentation",
        "received by the shared sink",
        "exception text",
        "[redacted:exception_text:",
    ):
        assert expected in protected.output


def test_protected_leaves_no_file_behind_but_those_asked_for(protected: Run) -> None:
    assert protected.left_behind == []


_BROKEN_SPANVEIL: Final = """
from spanveil.processors import RedactingSpanExporter
from spanveil.processors._span_view import original_of
def original(span):
    state = original_of(span)
    return span if state is None else state.span
def export(self, spans):  # past the exporter, and past the guard behind it
    return self._exporter.export([original(span) for span in spans])
RedactingSpanExporter.export = export
from examples.demo.__main__ import main
main()
"""


def test_if_spanveil_let_content_through_the_demo_would_fail(tmp_path: Path) -> None:
    page = tmp_path / "out" / "page.html"
    broken = _run(tmp_path, "--html", str(page), program=("-c", _BROKEN_SPANVEIL))

    assert broken.code == 1, broken.output
    assert broken.summary["canaries"]["leaked"] == 30
    assert "30 of 30 canaries reached the sink" in broken.output


def test_unprotected_every_canary_reaches_the_sink_and_the_run_names_where(
    unprotected: Run,
) -> None:
    canaries = unprotected.summary["canaries"]

    assert unprotected.code == 0, unprotected.output
    assert canaries["leaked"] == canaries["planted"] == 30
    assert set(canaries["leaks"]) >= {"Acme: exception message", "Globex: retrieved document"}
    places = canaries["leaks"]["Acme: system prompt"]
    assert "opentelemetry.instrumentation.genai.openai / gen_ai.input.messages" in places
    assert "30 of 30 canaries reached the shared sink" in unprotected.output


def test_unprotected_no_content_is_left_on_disk(unprotected: Run) -> None:
    assert unprotected.page is None
    assert unprotected.left_behind == []


def test_unprotected_spans_carry_no_tag(unprotected: Run) -> None:
    assert unprotected.summary["spans"]["tagged"] == 0
