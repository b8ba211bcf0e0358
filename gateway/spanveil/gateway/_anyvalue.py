"""Between OTLP's ``AnyValue`` and the plain values that the engine treats."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from spanveil.gateway._limits import Values

_INT64_MAX: Final = 2**63 - 1
_CONTAINERS: Final = frozenset({"array_value", "kvlist_value"})


def plain(value: Any, nested: Values) -> Any:
    """Return an ``AnyValue`` as a plain value.

    A repeated key of a ``kvlist_value`` is invalid by the specification; the last one counts. The
    depth is bounded by the parser's own limit (100 messages), so that recursion is safe here.

    Args:
        value: It.
        nested: How many values may stand in it.

    Raises:
        OverLimit: More values stand in it.
    """
    kind = value.WhichOneof("value")
    if kind is None or kind == "string_value_strindex":
        return None
    if kind == "array_value":
        items = value.array_value.values
        nested.take(len(items))
        return [plain(item, nested) for item in items]
    if kind == "kvlist_value":
        pairs = value.kvlist_value.values
        nested.take(len(pairs))
        return {pair.key: plain(pair.value, nested) for pair in pairs}
    return getattr(value, kind)


def scalar(value: Any) -> Any:
    """Return an ``AnyValue`` as a plain value, ``None`` for one with others in it."""
    return None if value.WhichOneof("value") in _CONTAINERS else plain(value, Values(0))


def assign(target: Any, value: object) -> None:
    """Write a plain value into an ``AnyValue``.

    Raises:
        TypeError: The value is of no type that OTLP has.
    """
    match value:
        case None:
            target.Clear()
        case bool():
            target.bool_value = value
        case str():
            target.string_value = value
        case int() if -_INT64_MAX - 1 <= value <= _INT64_MAX:
            target.int_value = value
        case int():
            target.string_value = str(value)
        case float():
            target.double_value = value
        case bytes():
            target.bytes_value = value
        case Mapping():
            target.Clear()
            target.kvlist_value.SetInParent()
            for key, item in value.items():
                pair = target.kvlist_value.values.add(key=key)
                assign(pair.value, item)
        case Sequence():
            target.Clear()
            target.array_value.SetInParent()
            for item in value:
                assign(target.array_value.values.add(), item)
        case _:
            raise TypeError("no OTLP value")


def is_same(new: object, old: object) -> bool:
    """Say whether the engine left a value as it was."""
    return new is old or (type(new) is type(old) and new == old)
