"""What detection says of a text."""

from typing import Final, NamedTuple


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


_NOTHING: Final = Finding(0, 0, "", 0.0)


def merge(findings: list[Finding]) -> tuple[Finding, ...]:
    """Return findings in order and without overlaps; the better scored one keeps the place.

    What a dropped finding covered beyond the kept one stays covered: the kept one grows.
    """
    merged: list[Finding] = []
    last, covered = _NOTHING, 0
    for finding in sorted(findings, key=tuple):  # which are sooner compared than named ones
        start, end, _, _ = finding
        if start >= covered:
            merged.append(finding)
            last, covered = finding, end
            continue
        better = _is_better(finding, last)
        if better or end > covered:
            covered = max(covered, end)
            kind = finding if better else last
            last = merged[-1] = Finding(last.start, covered, kind.entity, kind.score)
    return tuple(merged)


def _is_better(one: Finding, other: Finding) -> bool:
    """Say whether a finding is surer than another, or as sure and longer."""
    if one.score != other.score:
        return one.score > other.score
    return one.end - one.start > other.end - other.start
