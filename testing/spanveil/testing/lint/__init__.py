"""Find telemetry that flows into an authorization decision, by reading the source.

`docs/authorization.md` lists which flows this sees and which it cannot.
"""

from spanveil.testing.lint._options import Options
from spanveil.testing.lint._project import Result, lint_paths, lint_source
from spanveil.testing.lint._render import render_json, render_sarif, render_text
from spanveil.testing.lint._rules import RULES, Finding, Rule

__all__ = [
    "RULES",
    "Finding",
    "Options",
    "Result",
    "Rule",
    "lint_paths",
    "lint_source",
    "render_json",
    "render_sarif",
    "render_text",
]
