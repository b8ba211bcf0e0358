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
        better = max(last, finding, key=lambda f: (f.score, f.end - f.start))
        merged[-1] = better._replace(start=last.start, end=max(last.end, finding.end))
    return tuple(merged)
