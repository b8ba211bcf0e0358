"""What can be found, and what to do about it."""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    Attributes:
        id: `SV` and three digits; stable.
        name: A short name; `# spanveil: allow[...]` takes either.
        summary: What was found, as the start of a message.
        hint: How to put it right.
    """

    id: str
    name: str
    summary: str
    hint: str


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One place where a rule is broken.

    Attributes:
        path: The file, as it was given.
        line: 1-based.
        column: 1-based.
        rule_id: The rule's id.
        source: The kind of telemetry, such as `baggage`; empty where none is involved.
        source_line: Where that telemetry is read, or 0.
        detail: What it flows into. Names from the source, never a value.
        allowed: The reason of the `# spanveil: allow[...]` that covers it, or `None`.
    """

    path: str
    line: int
    column: int
    rule_id: str
    source: str
    source_line: int
    detail: str
    allowed: str | None = None

    @property
    def message(self) -> str:
        """What was found, in one sentence."""
        read = f" ({self.source}, read in line {self.source_line})" if self.source else ""
        return f"{RULES[self.rule_id].summary}: {self.detail}{read}"


_CONTEXT: Final = "take it from require_tenant() or a PolicyInput, which come from verified claims"

_ALL: Final = (
    Rule(
        "SV100",
        "not-analysed",
        "the file could not be analysed",
        "make it valid Python, or exclude it: what is not analysed is not checked",
    ),
    Rule(
        "SV101",
        "telemetry-in-decision",
        "telemetry is an argument of a decision",
        f"pass verified input only: {_CONTEXT}",
    ),
    Rule(
        "SV102",
        "telemetry-as-identity",
        "telemetry says who or which tenant",
        f"identity never comes from telemetry: {_CONTEXT}; a requested tenant may only go to "
        "ContextResolver.resolve(requested_tenant=...)",
    ),
    Rule(
        "SV103",
        "branch-on-telemetry",
        "a branch on telemetry grants or denies",
        f"branch on the decision of authorize() instead, and {_CONTEXT}",
    ),
    Rule(
        "SV104",
        "decision-returns-telemetry",
        "a decision returns telemetry",
        f"compute the answer from verified input only: {_CONTEXT}",
    ),
    Rule(
        "SV105",
        "decision-reads-telemetry",
        "a decision reads telemetry",
        "take the read out of the decision function, and run it through isolated()",
    ),
    Rule(
        "SV106",
        "telemetry-import-in-policy",
        "a policy module can reach telemetry",
        "keep opentelemetry and dynamic imports out of policy modules, and add the import-linter "
        "contract of docs/authorization.md",
    ),
    Rule(
        "SV107",
        "bad-suppression",
        "a suppression is unusable",
        "write `# spanveil: allow[SV102] why this is safe`, with a known rule and a reason",
    ),
)

RULES: Final = MappingProxyType({rule.id: rule for rule in _ALL})
RULE_IDS: Final = MappingProxyType(
    {rule.id.lower(): rule.id for rule in _ALL} | {rule.name: rule.id for rule in _ALL}
)
