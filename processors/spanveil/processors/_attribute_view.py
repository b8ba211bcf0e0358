"""Attributes as a processor sees them: redacted when read, and redacted again if written to."""

from collections.abc import ItemsView, Iterator, KeysView, Mapping, MutableMapping, ValuesView
from threading import Lock
from typing import Any, Protocol

from opentelemetry.attributes import BoundedAttributes


class AttributeSource(Protocol):
    """What stands behind a view: the original attributes and how to redact them."""

    def one(self, key: str) -> Any:
        """Return one redacted value, or raise ``KeyError``."""
        ...

    def all(self) -> Mapping[str, Any]:
        """Return all redacted attributes with the tag."""
        ...

    def put(self, key: str, value: Any) -> None:
        """Write to the original, so that what is written is redacted too."""
        ...

    def remove(self, key: str) -> None:
        """Remove from the original."""
        ...


class RedactedAttributes(BoundedAttributes):
    """Stand in for an item's attributes before a processor that was written for the original.

    Reading one key redacts that key alone: a processor that decides by one attribute, on the
    request's thread, does not pay for the prompt beside it. What a processor writes goes to the
    original and is redacted when it is read, whichever processor reads it.

    Args:
        source: The original attributes.
        bounds: The original's container, whose limits are shown.
        immutable: Refuse writes, as the SDK does once a span has ended.
    """

    # The base class's own constructor would copy and clean what must not be read yet.
    def __init__(self, source: AttributeSource, bounds: object, *, immutable: bool) -> None:
        self._source = source
        self._lock = Lock()
        self._immutable = immutable
        self.maxlen = getattr(bounds, "maxlen", None)
        self.max_value_len = getattr(bounds, "max_value_len", None)
        self.dropped = getattr(bounds, "dropped", 0)

    @property
    def _dict(self) -> dict[str, Any]:  # type: ignore[override]
        return dict(self._source.all())

    def __getitem__(self, key: str) -> Any:
        return self._source.one(key)

    def __contains__(self, key: object) -> bool:
        try:
            self._source.one(key)  # type: ignore[arg-type]
        except KeyError:
            return False
        return True

    def __iter__(self) -> Iterator[str]:
        return iter(self._source.all())

    def __len__(self) -> int:
        return len(self._source.all())

    def __bool__(self) -> bool:
        return True  # the tag is always there

    # All at once, where the inherited methods would ask for one key after the other.

    def keys(self) -> KeysView[str]:
        """Return the redacted keys."""
        return self._source.all().keys()

    def values(self) -> ValuesView[Any]:
        """Return the redacted values."""
        return self._source.all().values()

    def items(self) -> ItemsView[str, Any]:
        """Return the redacted attributes."""
        return self._source.all().items()

    def __setitem__(self, key: str, value: Any) -> None:
        self._refuse_if_immutable()
        self._source.put(key, value)

    def __delitem__(self, key: str) -> None:
        self._refuse_if_immutable()
        self._source.remove(key)

    def _set_items(self, attributes: Mapping[str, Any]) -> None:
        for key, value in attributes.items():
            self[key] = value

    def _refuse_if_immutable(self) -> None:
        if self._immutable:
            raise TypeError("the attributes of an ended span cannot change")

    def copy(self) -> MutableMapping[str, Any]:
        """Return the redacted attributes as a dictionary."""
        return self._dict

    def __deepcopy__(self, memo: dict[int, Any]) -> Any:
        return self._dict

    def __reduce_ex__(self, protocol: object) -> Any:
        return dict, (self._dict,)

    def __repr__(self) -> str:
        return repr(self._dict)
