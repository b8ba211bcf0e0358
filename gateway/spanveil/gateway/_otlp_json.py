"""OTLP's JSON encoding, both ways.

It differs from the protobuf JSON mapping (OTLP specification, "JSON Protobuf Encoding"): ids are
hexadecimal, enums are integers only, keys are lowerCamelCase only, unknown keys are ignored. The
tables are made from the descriptors, so that a new version of the schema needs no change here.
"""

import base64
import binascii
import math
from collections.abc import Callable
from functools import cache
from typing import Any, Final

import orjson
from google.protobuf.message import Message

from spanveil.gateway._errors import PayloadError, invalid
from spanveil.gateway._signals import SIGNALS, Signal

_MAX_DEPTH: Final = 100
"""As protobuf's own parsers limit nested messages."""
_HEX: Final = frozenset({"trace_id", "span_id", "parent_span_id"})
_LARGE: Final = frozenset({"int64", "uint64"})


class _Field:
    __slots__ = ("is_hex", "is_repeated", "json_name", "kind", "name", "table")

    def __init__(self, descriptor: Any) -> None:
        self.name: str = descriptor.name
        self.json_name: str = descriptor.json_name
        self.is_repeated: bool = descriptor.is_repeated
        self.kind: str = _kind(descriptor)
        self.is_hex = descriptor.name in _HEX
        self.table: Any = descriptor.message_type


def _kind(descriptor: Any) -> str:
    kinds = {
        descriptor.TYPE_ENUM: "enum",
        descriptor.TYPE_BYTES: "bytes",
    }
    cpp = {
        descriptor.CPPTYPE_INT32: "int32",
        descriptor.CPPTYPE_INT64: "int64",
        descriptor.CPPTYPE_UINT32: "uint32",
        descriptor.CPPTYPE_UINT64: "uint64",
        descriptor.CPPTYPE_DOUBLE: "double",
        descriptor.CPPTYPE_FLOAT: "double",
        descriptor.CPPTYPE_BOOL: "bool",
        descriptor.CPPTYPE_STRING: "string",
        descriptor.CPPTYPE_MESSAGE: "message",
    }
    return kinds.get(descriptor.type) or cpp[descriptor.cpp_type]


@cache
def _fields(descriptor: Any) -> dict[str, _Field]:
    return {field.json_name: _Field(field) for field in descriptor.fields}


@cache
def _names(descriptor: Any) -> dict[str, _Field]:
    return {field.name: _Field(field) for field in descriptor.fields}


def decode(signal: Signal, body: bytes, pause: Callable[[], None] | None = None) -> bytes:
    """Turn a JSON request into a protobuf one.

    Args:
        signal: Which request it is.
        body: It.
        pause: Called between two steps of the work, of which others may have the next.

    Raises:
        PayloadError: The body is not OTLP JSON (400). The reason names a path at most.
    """
    try:
        document = orjson.loads(body)
    except orjson.JSONDecodeError:
        raise invalid("body is not JSON") from None
    if not isinstance(document, dict):
        raise invalid("expected a JSON object")
    request = SIGNALS[signal].request()
    try:
        _fill(request, document, 0, pause or _go_on)
        return bytes(request.SerializeToString())
    except _Mismatch as mismatch:
        raise invalid(f"{'.'.join(reversed(mismatch.path))}: {mismatch.reason}") from None
    except PayloadError:
        raise
    except Exception:
        raise invalid("body does not fit the schema") from None


class _Mismatch(Exception):
    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.path: list[str] = []


def _go_on() -> None:
    """Make no pause."""


def _fill(message: Any, document: dict[str, Any], depth: int, pause: Callable[[], None]) -> None:
    pause()
    if depth > _MAX_DEPTH:
        raise invalid(f"nested deeper than {_MAX_DEPTH} messages")
    table = _fields(message.DESCRIPTOR)
    for key, value in document.items():
        field = table.get(key)
        if field is None or value is None:
            continue
        try:
            _set(message, field, value, depth, pause)
        except _Mismatch as mismatch:
            mismatch.path.append(field.json_name)
            raise


def _set(message: Any, field: _Field, value: Any, depth: int, pause: Callable[[], None]) -> None:
    if field.is_repeated:
        if not isinstance(value, list):
            raise _Mismatch("expected an array")
        target = getattr(message, field.name)
        for item in value:
            if field.kind == "message":
                _fill(target.add(), _object(item), depth + 1, pause)
            else:
                target.append(_scalar(field, item))
    elif field.kind == "message":
        target = getattr(message, field.name)
        target.SetInParent()
        _fill(target, _object(value), depth + 1, pause)
    else:
        setattr(message, field.name, _scalar(field, value))


def _object(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _Mismatch("expected an object")
    return value


def _scalar(field: _Field, value: Any) -> Any:
    kind = field.kind
    if kind == "string":
        if isinstance(value, str):
            return value
        raise _Mismatch("expected a string")
    if kind == "bool":
        if isinstance(value, bool):
            return value
        raise _Mismatch("expected true or false")
    if kind == "bytes":
        return _bytes(field, value)
    if kind == "double":
        return _double(value)
    return _integer(field, value)


def _bytes(field: _Field, value: Any) -> bytes:
    try:
        if field.is_hex:
            return bytes.fromhex(value) if value.isalnum() or not value else _refuse()
        standard = value.replace("-", "+").replace("_", "/")
        return base64.b64decode(standard + "=" * (-len(standard) % 4), validate=True)
    except (AttributeError, TypeError, ValueError, binascii.Error):
        raise _Mismatch("expected hex digits" if field.is_hex else "expected base64") from None


def _refuse() -> bytes:
    raise ValueError


def _double(value: Any) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    if isinstance(value, str) and value in ("NaN", "Infinity", "-Infinity"):
        return float(value.replace("Infinity", "inf"))
    if isinstance(value, str):
        try:
            number = float(value)
        except ValueError:
            number = math.nan
        if math.isfinite(number):
            return number
    raise _Mismatch("expected a number")


def _integer(field: _Field, value: Any) -> int:
    if isinstance(value, str) and field.kind != "enum" and len(value) <= 24:
        try:
            return _in_range(field, int(value))
        except ValueError:
            raise _Mismatch("expected an integer") from None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return _in_range(field, value)
    raise _Mismatch("expected an integer")


def _in_range(field: _Field, value: int) -> int:
    bits = 64 if field.kind in _LARGE else 32
    low = 0 if field.kind.startswith("u") else -(2 ** (bits - 1))
    high = 2**bits if field.kind.startswith("u") else 2 ** (bits - 1)
    if not low <= value < high:
        raise _Mismatch("integer out of range")
    return value


def encode(message: Message) -> bytes:
    """Return an OTLP message in OTLP's JSON encoding."""
    return orjson.dumps(_document(message))


def _document(message: Any) -> dict[str, Any]:
    table = _names(message.DESCRIPTOR)
    document: dict[str, Any] = {}
    for descriptor, value in message.ListFields():
        field = table[descriptor.name]
        if field.is_repeated:
            document[field.json_name] = [_written(field, item) for item in value]
        else:
            document[field.json_name] = _written(field, value)
    return document


def _written(field: _Field, value: Any) -> Any:
    if field.kind == "message":
        return _document(value)
    if field.kind == "bytes":
        return value.hex() if field.is_hex else base64.b64encode(value).decode("ascii")
    if field.kind in _LARGE:
        return str(value)
    if field.kind == "double" and not math.isfinite(value):
        return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    return value
