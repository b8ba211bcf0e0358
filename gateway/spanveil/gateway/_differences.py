"""Where two requests in OTLP's JSON encoding differ, field by field."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that differs.

    Attributes:
        path: Where it stands, with an attribute's key in the place of its number.
        old: What was there; ``None`` for nothing.
        new: What is there; ``None`` for nothing.
        key: The attribute's key, if it is the value of one.
    """

    path: str
    old: Any = field(repr=False)
    new: Any = field(repr=False)
    key: str | None = None


def differences(old: Any, new: Any, path: str = "") -> Iterator[Difference]:
    """Yield what differs, in the order of the documents."""
    if old == new:
        return
    if isinstance(old, dict) and isinstance(new, dict):
        for name in {**old, **new}:
            inner = f"{path}.{name}" if path else name
            yield from differences(old.get(name), new.get(name), inner)
    elif isinstance(old, list) and isinstance(new or [], list):
        new = new or []  # proto3 leaves an empty list out
        if _is_attributes(old) and _is_attributes(new):
            yield from _of_attributes(old, new, path)
        elif len(old) == len(new):
            for number, (one, other) in enumerate(zip(old, new, strict=True)):
                yield from differences(one, other, f"{path}[{number}]")
        else:
            yield Difference(path, old, new)
    else:
        yield Difference(path, old, new)


def _is_attributes(items: list[Any]) -> bool:
    return all(isinstance(item, dict) and isinstance(item.get("key"), str) for item in items)


def _of_attributes(old: list[Any], new: list[Any], path: str) -> Iterator[Difference]:
    if len(old) == len(new):
        pairs = list(zip(old, new, strict=True))
    else:  # some were removed
        by_key = {item["key"]: item for item in new}
        pairs = [(item, by_key.pop(item["key"], None)) for item in old]
        pairs += [(None, item) for item in by_key.values()]
    for one, other in pairs:
        key = (one or other)["key"]
        inner = f"{path}[{key}]"
        if one is None or other is None:
            yield Difference(inner, _value(one), _value(other))
            continue
        if key != other["key"]:
            yield Difference(f"{inner} (key)", key, other["key"])
        if one.get("value") != other.get("value"):
            yield Difference(inner, _value(one), _value(other), key)


def _value(pair: Any) -> Any:
    """Return the value of an attribute; a scalar without the name of its type."""
    value = (pair or {}).get("value")
    if isinstance(value, dict) and len(value) == 1:
        ((kind, inner),) = value.items()
        if kind in ("stringValue", "boolValue", "doubleValue", "intValue", "bytesValue"):
            return inner
    return value
