"""What detection says of a text."""

from typing import NamedTuple


class Finding(NamedTuple):
    """One sensitive stretch of a text. It never holds the text itself.

    Attributes:
        start: First character, as an offset in code points.
        end: One past the last character.
        entity: Presidio's entity type, or ``SECRET``.
        score: Between 0 and 1, in Presidio's sense.
    """

    start: int
    end: int
    entity: str
    score: float


def merge(findings: list[Finding]) -> tuple[Finding, ...]:
    """Return findings in order and without overlaps; the better scored one keeps the place.

    What a dropped finding covered beyond the kept one stays covered: the kept one grows.
    """
    merged: list[Finding] = []
    for finding in sorted(findings):
        last = merged[-1] if merged else None
        if last is None or finding.start >= last.end:
            merged.append(finding)
            continue
        end = max(last.end, finding.end)
        better = _is_better(finding, last)
        if better or end != last.end:
            kind = finding if better else last
            merged[-1] = Finding(last.start, end, kind.entity, kind.score)
    return tuple(merged)


def _is_better(one: Finding, other: Finding) -> bool:
    """Say whether a finding is surer than another, or as sure and longer."""
    if one.score != other.score:
        return one.score > other.score
    return one.end - one.start > other.end - other.start
