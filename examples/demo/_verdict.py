"""What a run proves, in one word and one exit code."""

from enum import IntEnum
from typing import NamedTuple

from examples.demo._outcome import Outcome


class ExitCode(IntEnum):
    """The demo's exit codes.

    Attributes:
        PROVEN: Protected: no canary arrived, and every fact did. Unprotected: canaries arrived, as
            they must if the search is to be believed.
        DISPROVEN: Protected: a canary arrived, or a fact did not. Unprotected: none arrived.
        BROKEN: The run cannot show anything: a part failed, or a planted canary was never recorded.
    """

    PROVEN = 0
    DISPROVEN = 1
    BROKEN = 2


class Verdict(NamedTuple):
    """The result, with the sentence that goes with it."""

    code: ExitCode
    sentence: str


def judge(outcome: Outcome) -> Verdict:
    """Judge a run."""
    planted, leaked = len(outcome.fates), len(outcome.leaked)
    if outcome.unrecorded:
        names = ", ".join(fate.canary.name for fate in outcome.unrecorded)
        return Verdict(ExitCode.BROKEN, f"Never recorded, so nothing is proven: {names}.")
    if outcome.unprotected:
        return _judge_unprotected(planted, leaked)
    if leaked:
        return Verdict(ExitCode.DISPROVEN, f"{leaked} of {planted} canaries reached the sink.")
    return _judge_facts(outcome, planted)


def _judge_unprotected(planted: int, leaked: int) -> Verdict:
    if leaked:
        sentence = f"Without Spanveil {leaked} of {planted} canaries reached the shared sink."
        return Verdict(ExitCode.PROVEN, sentence)
    return Verdict(ExitCode.DISPROVEN, "No canary was found without Spanveil: the search is blind.")


def _judge_facts(outcome: Outcome, planted: int) -> Verdict:
    lost = [fact.name for fact in outcome.facts if fact.kept < fact.recorded or not fact.recorded]
    if lost:
        sentence = f"No canary reached the sink, but operators lost: {', '.join(lost)}."
        return Verdict(ExitCode.DISPROVEN, sentence)
    if outcome.tags.tagged < outcome.tags.spans or not outcome.tags.separate:
        sentence = "No canary reached the sink, but operators cannot tell the tenants apart."
        return Verdict(ExitCode.DISPROVEN, sentence)
    sentence = f"0 of {planted} canaries reached the shared sink, and operators kept every fact."
    return Verdict(ExitCode.PROVEN, sentence)
