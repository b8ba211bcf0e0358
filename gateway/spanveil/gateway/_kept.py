"""What the engine is known to leave as it is.

Agents repeat themselves: the same model, tool and status under the same keys in every span. What
the engine decides depends on key and value alone, so a short value that it kept once need not be
asked about again. Only values that a sink may see are remembered, never one that was replaced.
"""

from typing import Final, TypeVar

from spanveil.config import Catalogue, ContentClass, Treatment
from spanveil.redaction import Redactor

_MAX_ENTRIES: Final = 65_536
_MAX_LENGTH: Final = 64

_K = TypeVar("_K")
Decision = tuple[ContentClass, Treatment]


class Kept:
    """Remember kept attributes of one redactor. May be used by several threads.

    Args:
        redactor: The engine.

    Attributes:
        redactor: The engine.
    """

    __slots__ = ("_catalogue", "_numbers", "_texts", "redactor")

    def __init__(self, redactor: Redactor) -> None:
        self.redactor = redactor
        self._catalogue = Catalogue.shipped()
        self._texts: dict[tuple[str, str], Decision] = {}
        self._numbers: dict[tuple[str, int], Decision] = {}

    def text(self, key: str, value: str) -> Decision | None:
        """Return how a text was kept, ``None`` if that is not known."""
        return self._texts.get((key, value))

    def number(self, key: str, value: int) -> Decision | None:
        """Return how an integer was kept, ``None`` if that is not known."""
        return self._numbers.get((key, value))

    def decision(self, key: str) -> Decision:
        """Return how an attribute with this key is treated."""
        content_class = self._catalogue.classify(key).content_class
        return content_class, self.redactor.profile.treatments[content_class]

    def remember(self, key: str, value: object) -> None:
        """Remember an attribute that the engine left as it was."""
        if len(key) > _MAX_LENGTH:
            return
        decision = self.decision(key)
        # A flag is an integer to Python, and is not remembered.
        if type(value) is str and len(value) <= _MAX_LENGTH:
            _put(self._texts, (key, value), decision)
        elif type(value) is int:
            _put(self._numbers, (key, value), decision)


def _put(known: dict[_K, Decision], entry: _K, decision: Decision) -> None:
    # Values can be unbounded: start over, never grow.
    if len(known) >= _MAX_ENTRIES:
        known.clear()
    known[entry] = decision
