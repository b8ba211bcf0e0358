"""`# spanveil: allow[rule] reason`, on the line of a finding or on a line of its own above it."""

import io
import re
import tokenize
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from spanveil.testing.lint._rules import RULE_IDS, Finding

_COMMENT: Final = re.compile(r"#\s*spanveil:\s*allow\b\s*(?:\[([^\]]*)\])?\s*(.*)")


@dataclass(slots=True)
class Suppression:
    """One comment.

    Attributes:
        line: The comment's own line.
        covers: The line whose findings it allows.
        rules: The rule ids it names.
        reason: Why they are allowed.
        fault: What is wrong with it, if something is.
    """

    line: int
    covers: int
    rules: frozenset[str]
    reason: str
    fault: str = ""
    used: bool = field(default=False)


def read_suppressions(text: str) -> list[Suppression]:
    """Return every suppression of a source text that parses."""
    found = []
    lines = text.splitlines()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        match = _COMMENT.match(token.string) if token.type == tokenize.COMMENT else None
        if match is not None:
            row = token.start[0]
            alone = not lines[row - 1][: token.start[1]].strip()
            found.append(_read(match, row, _next_code(lines, row) if alone else row))
    return found


def apply_suppressions(
    findings: Iterable[Finding], suppressions: list[Suppression], path: str
) -> Iterator[Finding]:
    """Yield the findings, marked where they are allowed, and those about the suppressions."""
    for finding in findings:
        reason = None
        for suppression in suppressions:
            fits = suppression.covers == finding.line and finding.rule_id in suppression.rules
            if fits and not suppression.fault:
                suppression.used = True
                reason = suppression.reason
        yield replace(finding, allowed=reason)
    for suppression in suppressions:
        fault = suppression.fault or ("" if suppression.used else "it covers no finding")
        if fault:
            yield Finding(path, suppression.line, 1, "SV107", "", 0, fault)


def _read(match: re.Match[str], line: int, covers: int) -> Suppression:
    named = [name.strip().lower() for name in (match[1] or "").split(",") if name.strip()]
    rules = frozenset(RULE_IDS[name] for name in named if name in RULE_IDS)
    reason = match[2].strip()
    if not named:
        fault = "it names no rule"
    elif len(rules) < len(set(named)):
        fault = "it names an unknown rule"
    elif len(reason.split()) < 2:
        fault = "it gives no reason"
    else:
        fault = ""
    return Suppression(line, covers, rules, reason, fault)


def _next_code(lines: list[str], row: int) -> int:
    for number in range(row + 1, len(lines) + 1):
        stripped = lines[number - 1].strip()
        if stripped and not stripped.startswith("#"):
            return number
    return row
