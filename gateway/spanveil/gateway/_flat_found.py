"""What is known of the attributes of many spans while they are redacted, and is forgotten then."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from spanveil.gateway._flat_key import KnownKey
from spanveil.gateway._flat_wire import read


class Unhashed(bytes):
    """A long attribute, equal to itself alone: to hash it costs as much as to treat it."""

    __slots__ = ()
    __hash__ = object.__hash__
    __eq__ = object.__eq__


class Found:
    """What is known of attributes before they are counted.

    Args:
        attributes: Serialized ``KeyValue``.
        known: The key of each that stays, ``None`` for any other.

    Attributes:
        keys: How many attributes of each key were decided on. One that is not treated yet, or
            failed, is not among them.
        places: Where those stand that are not known to stay.
        new: They.
        times: How often each of them stands there.
        changed: What stands in the place of those that change.
        unusual: Those that another attribute decides about, or that are none.
    """

    __slots__ = ("_later", "changed", "keys", "new", "places", "times", "unusual")

    def __init__(self, attributes: Sequence[bytes], known: Sequence[KnownKey | None]) -> None:
        keys: Counter[Any] = Counter(known)
        self.places: list[int] = []
        self.new: list[bytes] = []
        if keys.pop(None, 0):
            self.places = [place for place, one in enumerate(known) if one is None]
            self.new = list(map(attributes.__getitem__, self.places))
        self.keys: Counter[KnownKey] = keys
        self.times = Counter(self.new)
        self.changed: dict[bytes, bytes] = {}
        self.unusual: set[bytes] = set()
        self._later: dict[bytes, tuple[KnownKey, bytes, bytes, Any]] = {}

    def count(self, known: KnownKey, attributes: Sequence[bytes]) -> None:
        """Count attributes of a key, each of which stands among the new ones."""
        if len(self.times) == len(self.new):
            self.keys[known] += len(attributes)
        else:
            self.keys[known] += sum(map(self.times.__getitem__, attributes))

    def later(self, attribute: bytes, known: KnownKey, name: bytes) -> None:
        """Read an attribute that has to be looked into, for ``later_ones``."""
        self._later[attribute] = (known, name, *read(attribute))

    def later_ones(self) -> Iterable[tuple[bytes, tuple[KnownKey, bytes, bytes, Any]]]:
        """Return attributes with their key, the name of their entry or ``b""``, head and value."""
        return self._later.items()
