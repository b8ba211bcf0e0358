"""What is known of the attributes of many spans while they are redacted, and is forgotten then."""

from collections.abc import Iterable
from typing import Any

from spanveil.gateway._flat_key import KnownKey
from spanveil.gateway._flat_wire import read
from spanveil.gateway._kept import Decision


class Unhashed(bytes):
    """A long attribute, equal to itself alone: to hash it costs as much as to treat it."""

    __slots__ = ()
    __hash__ = object.__hash__
    __eq__ = object.__eq__


class Found:
    """What is known of attributes before one of them is counted.

    Attributes:
        decisions: On each attribute; ``None`` for one that is not treated yet, or failed, or stands
            in ``answered``.
        answered: Decisions, and the attributes that each was made on.
        changed: What stands in the place of those that change.
        unusual: Those that another attribute decides about, or that are none.
    """

    __slots__ = ("_later", "answered", "changed", "decisions", "unusual")

    def __init__(self, decisions: dict[bytes, Decision | None]) -> None:
        self.decisions = decisions
        self.answered: list[tuple[Decision, list[bytes]]] = []
        self.changed: dict[bytes, bytes] = {}
        self.unusual: set[bytes] = set()
        self._later: dict[bytes, tuple[KnownKey, bytes, bytes, Any]] = {}

    def later(self, attribute: bytes, known: KnownKey, name: bytes) -> None:
        """Read an attribute that has to be looked into, for ``later_ones``."""
        self._later[attribute] = (known, name, *read(attribute))

    def later_ones(self) -> Iterable[tuple[bytes, tuple[KnownKey, bytes, bytes, Any]]]:
        """Return attributes with their key, the name of their entry or ``b""``, head and value."""
        return self._later.items()
