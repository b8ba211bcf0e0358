"""What the engine is known to leave as it is.

Agents repeat themselves: the same model, tool and status under the same keys in every span. What
the engine decides depends on key and value alone, so a short value that it kept once need not be
asked about again. Where a rule looks at other attributes, or a tenant has rules of its own, that is
not so, and nothing may be answered from memory. Only values that a sink may see are remembered,
never one that was replaced.
"""

from typing import Final, TypeVar

from spanveil.config import ContentClass, Treatment
from spanveil.redaction import Redactor, is_marker

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

    __slots__ = ("_decisions", "_numbers", "_texts", "redactor")

    def __init__(self, redactor: Redactor) -> None:
        self.redactor = redactor
        self._decisions: dict[str, Decision] = {}
        self._texts: dict[tuple[str, str], Decision] = {}
        self._numbers: dict[tuple[str, int], Decision] = {}

    def text(self, key: str, value: str) -> Decision | None:
        """Return how a text was kept, ``None`` if that is not known."""
        return self._texts.get((key, value))

    def number(self, key: str, value: int) -> Decision | None:
        """Return how an integer was kept, ``None`` if that is not known."""
        return self._numbers.get((key, value))

    def decision(self, key: str, value: object) -> Decision | None:
        """Return how an attribute that was kept is counted, ``None`` if the engine does not say."""
        known = self._decisions.get(key)
        if known is None:
            _, report = self.redactor.attributes({key: value})
            if len(report.fields) != 1:
                return None
            (known,) = report.fields
            _put(self._decisions, key, known)
        return known

    def remember(self, key: str, value: object) -> None:
        """Remember an attribute that the engine left as it was, whoever's it was."""
        # A marker is shorter in a metric, whose attributes are looked up here too.
        if len(key) > _MAX_LENGTH or (isinstance(value, str) and is_marker(value)):
            return
        decision = self.decision(key, value)
        if decision is None:
            return
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
