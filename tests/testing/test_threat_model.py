"""Every claim of the threat model names a test that exists."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docs" / "threat-model.md").read_text("utf-8")


def test_the_named_tests_exist() -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", TEXT)
    assert len(named) > 25
    missing = [
        f"{path}::{name}"
        for path, name in named
        if not (ROOT / path).is_file() or name not in _functions(ROOT / path)
    ]
    assert missing == []


def test_every_row_of_a_threat_names_its_test() -> None:
    section = TEXT.partition("## Who can do what")[2].partition("## Out of scope")[0]
    rows = [line for line in section.splitlines() if line.startswith("|")]
    claims = [row for row in rows if "---" not in row and not row.endswith("| test |")]
    assert len(claims) > 25
    assert [row for row in claims if "::" not in row] == []


def test_links_lead_somewhere() -> None:
    for name in ("threat-model.md", "authorization.md", "testing.md"):
        text = (ROOT / "docs" / name).read_text("utf-8")
        for target in re.findall(r"\]\(([\w-]+\.md)?(?:#[\w-]+)?\)", text):
            assert not target or (ROOT / "docs" / target).is_file()


def _functions(path: Path) -> set[str]:
    return {
        node.name
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
