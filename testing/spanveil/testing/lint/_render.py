"""Findings as text, JSON and SARIF."""

import json
from importlib.metadata import version
from pathlib import Path
from urllib.parse import quote

from spanveil.testing.lint._project import Result
from spanveil.testing.lint._rules import RULES, Finding, Rule


def render_text(result: Result) -> str:
    """Return one line for each open finding, its hint below it, and a summary."""
    lines = []
    for finding in result.open:
        rule = RULES[finding.rule_id]
        place = f"{finding.path}:{finding.line}:{finding.column}"
        lines += [f"{place}: {rule.id} [{rule.name}] {finding.message}", f"    fix: {rule.hint}"]
    allowed = len(result.findings) - len(result.open)
    lines.append(f"{len(result.open)} findings, {allowed} allowed, {result.files} files")
    return "\n".join(lines)


def render_json(result: Result) -> str:
    """Return a JSON document: `files`, and `findings` with the allowed ones marked."""
    findings = [
        {
            "path": finding.path,
            "line": finding.line,
            "column": finding.column,
            "rule": finding.rule_id,
            "name": RULES[finding.rule_id].name,
            "source": finding.source,
            "source_line": finding.source_line,
            "message": finding.message,
            "hint": RULES[finding.rule_id].hint,
            "allowed": finding.allowed,
        }
        for finding in result.findings
    ]
    return json.dumps({"files": result.files, "findings": findings}, indent=2)


def render_sarif(result: Result) -> str:
    """Return a SARIF 2.1.0 log (OASIS, 2020), as code hosts take it."""
    driver = {
        "name": "spanveil lint",
        "version": version("spanveil"),
        "rules": [_sarif_rule(rule) for rule in RULES.values()],
    }
    run = {
        "tool": {"driver": driver},
        "results": [_sarif_result(finding) for finding in result.findings],
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": not result.incomplete}],
    }
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return json.dumps(log, indent=2)


def _sarif_rule(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.id,
        "name": "".join(part.capitalize() for part in rule.name.split("-")),
        "shortDescription": {"text": rule.summary},
        "help": {"text": rule.hint},
        "defaultConfiguration": {"level": "error"},
    }


def _sarif_result(finding: Finding) -> dict[str, object]:
    region = {"startLine": finding.line, "startColumn": finding.column}
    uri = quote(Path(finding.path).as_posix())
    result: dict[str, object] = {
        "ruleId": finding.rule_id,
        "level": "error",
        "message": {"text": f"{finding.message}. Fix: {RULES[finding.rule_id].hint}"},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}],
    }
    if finding.allowed is not None:
        result["suppressions"] = [{"kind": "inSource", "justification": finding.allowed}]
    return result
