"""Between OTLP's ``AnyValue`` and the plain values that the engine treats."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

_INT64_MAX: Final = 2**63 - 1


def plain(value: Any) -> Any:
    """Return an ``AnyValue`` as a plain value.

    A repeated key of a ``kvlist_value`` is invalid by the specification; the last one counts. The
    depth is bounded by the parser's own limit (100 messages), so that recursion is safe here.
    """
    kind = value.WhichOneof("value")
    if kind is None or kind == "string_value_strindex":
        return None
    if kind == "array_value":
        return [plain(item) for item in value.array_value.values]
    if kind == "kvlist_value":
        return {pair.key: plain(pair.value) for pair in value.kvlist_value.values}
    return getattr(value, kind)


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
