"""A user's own expressions as a recognizer."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from spanveil.redaction._entities import ENTITY
from spanveil.redaction.detection._scanner import TooManyHits

if TYPE_CHECKING:
    from spanveil.config import Pattern

_MAX_FOUND: Final = 4_096


class _Result(NamedTuple):
    start: int
    end: int
    entity_type: str
    score: float


class Patterns:
    """Find what a user's expressions match. The configuration holds them to linear time.

    Args:
        patterns: The expressions.
    """

    def __init__(self, patterns: "Sequence[Pattern]") -> None:
        self.supported_entities: Any = [ENTITY]
        self._patterns = [(re.compile(p.regex), p.score) for p in patterns]

    def analyze(self, text: str, entities: Any, nlp_artifacts: Any) -> list[_Result]:
        """Return every match.

        Raises:
            TooManyHits: If there are more than anybody writes.
        """
        found: list[_Result] = []
        for regex, score in self._patterns:
            for match in regex.finditer(text):
                found.append(_Result(*match.span(), ENTITY, score))
                if len(found) > _MAX_FOUND:
                    raise TooManyHits
        return found
