"""What a scan found: where, of which class and entity, how often and how long. Never a value."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

_MAX_SHOWN: Final = 200
"""Characters of a place; a document's own keys can be of any length."""


class Place(NamedTuple):
    """Where findings are counted together.

    Attributes:
        file: The input, as it was named.
        path: The field with its key, without the numbers of list items; or ``line 7``.
        content_class: What the key or the position says it holds.
    """

    file: str
    path: str
    content_class: str


@dataclass(slots=True)
class Found:
    """The findings of one place.

    Attributes:
        count: How many values.
        longest: Characters of the longest.
        entities: Entity types that detection found in them, and how often.
    """

    count: int = 0
    longest: int = 0
    entities: dict[str, int] = field(default_factory=dict)


class Findings:
    """All findings of a run, in the order in which their places were met."""

    def __init__(self) -> None:
        self._places: dict[Place, Found] = {}

    def __iter__(self) -> Iterator[tuple[Place, Found]]:
        return iter(self._places.items())

    def add(self, place: Place, length: int, entities: dict[str, int]) -> None:
        """Count one value."""
        short = place._replace(path=place.path[:_MAX_SHOWN])
        found = self._places.setdefault(short, Found())
        found.count += 1
        found.longest = max(found.longest, length)
        for entity, number in entities.items():
            found.entities[entity] = found.entities.get(entity, 0) + number

    @property
    def count(self) -> int:
        """All values."""
        return sum(found.count for found in self._places.values())

    @property
    def entities(self) -> int:
        """All detected entities."""
        return sum(sum(found.entities.values()) for found in self._places.values())

    def as_json(self) -> str:
        """Return one document: ``findings``, and ``count`` of all."""
        findings: list[dict[str, Any]] = [
            {
                "file": place.file,
                "path": place.path,
                "class": place.content_class,
                "count": found.count,
                "longest": found.longest,
                "entities": found.entities,
            }
            for place, found in self
        ]
        return json.dumps({"count": self.count, "findings": findings}, indent=2)

    def as_lines(self) -> Iterator[str]:
        """Yield a line for each place."""
        for place, found in self:
            entities = ", ".join(f"{kind} {number}" for kind, number in found.entities.items())
            what = f"{place.content_class}, {found.count} times, up to {found.longest} characters"
            yield f"{place.file}: {place.path!r}: {what}{f'; {entities}' if entities else ''}"
