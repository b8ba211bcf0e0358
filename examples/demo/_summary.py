"""The result as names and counts: nothing in it was ever private."""

from typing import Any

from examples.demo._outcome import Outcome
from examples.demo._verdict import Verdict


def summarize(outcome: Outcome, verdict: Verdict) -> dict[str, Any]:
    """Return what a machine may want to know of a run."""
    return {
        "protected": not outcome.unprotected,
        "exit_code": int(verdict.code),
        "verdict": verdict.sentence,
        "canaries": {
            "planted": len(outcome.fates),
            "recorded": len(outcome.fates) - len(outcome.unrecorded),
            "leaked": len(outcome.leaked),
            "leaks": {fate.canary.name: list(fate.leaks) for fate in outcome.leaked},
        },
        "facts": {f.name: {"recorded": f.recorded, "kept": f.kept} for f in outcome.facts},
        "spans": {
            "received": outcome.tags.spans,
            "tagged": outcome.tags.tagged,
            "tags": len(outcome.tags.tags),
            "tenants_separate": outcome.tags.separate,
        },
    }
