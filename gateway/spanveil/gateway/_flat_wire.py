"""A ``KeyValue`` from and to its bytes, without a message where it is written the usual way."""

import struct
from typing import Any, Final

from opentelemetry.proto.common.v1.common_pb2 import KeyValue

from spanveil.gateway._anyvalue import assign, plain
from spanveil.gateway._limits import OverLimit, Values

SHORT: Final = 128
"""Lengths below it take one byte (protobuf encoding, "Base 128 Varints")."""

_MAX_NESTED: Final = 256
"""More values in one attribute take the long way."""

# Tags of fields: number << 3 | wire type.
_KEY: Final = 0x0A
_VALUE: Final = 0x12
_STRING: Final = 0x0A
_BOOL: Final = 0x10
_INT: Final = 0x18
_DOUBLE: Final = 0x21

# What stands before the text of a value's message of so many bytes.
OPENED: Final = (b"", b"", *(bytes((_VALUE, n, _STRING, n - 2)) for n in range(2, SHORT)))
_LONGEST_INT: Final = 6
_COUNTED: Final = tuple(bytes((_VALUE, n, _INT)) for n in range(_LONGEST_INT))


class Unusual(Exception):
    """An attribute that a span's other attributes decide about, or none that can be looked up."""


def key_field(attribute: bytes) -> bytes:
    """Return the bytes of the key's field if it comes first and is short, else ``b""``."""
    if len(attribute) > 4 and attribute[0] == _KEY and attribute[1] < SHORT:
        return attribute[: attribute[1] + 2]
    return b""


def short_value(attribute: bytes, start: int) -> str | int | None:
    """Return the short text or number that a value consists of, ``None`` for any other value.

    Only the shortest encoding counts: what ``read`` returns is the same.

    Args:
        attribute: It.
        start: Where the bytes of its ``key_field`` end.
    """
    rest = len(attribute) - start - 2
    if 1 < rest < _LONGEST_INT and attribute.startswith(_COUNTED[rest], start):
        return _varint(attribute, start + 3)
    if 1 < rest < SHORT and attribute.startswith(OPENED[rest], start):
        try:
            return attribute[start + 4 :].decode()
        except UnicodeDecodeError:
            pass
    return None


def read(attribute: bytes) -> tuple[bytes, Any]:
    """Return the bytes of the key's field, and the value.

    Whatever is not the shortest encoding of key and value, in this order, is left to the parser.
    """
    size = len(attribute)
    if size > 4 and attribute[0] == _KEY and attribute[1] < SHORT:
        start = attribute[1] + 2
        head = attribute[:start]
        rest = size - start - 2  # of the value's message
        if 1 < rest < SHORT and attribute[start] == _VALUE and attribute[start + 1] == rest:
            kind, first = attribute[start + 2], attribute[start + 3]
            if kind == _STRING and first == rest - 2:
                try:
                    return head, attribute[start + 4 :].decode()
                except UnicodeDecodeError:
                    pass
            elif kind == _INT and rest < _LONGEST_INT:
                number = _varint(attribute, start + 3)
                if number is not None:
                    return head, number
            elif kind == _BOOL and rest == 2 and first < 2:
                return head, bool(first)
            elif kind == _DOUBLE and rest == 9:
                return head, struct.unpack_from("<d", attribute, start + 3)[0]
        elif rest >= SHORT and attribute[start] == _VALUE:
            text = _long_text(attribute, start + 1)
            if text is not None:
                return head, text
    pair = KeyValue.FromString(attribute)
    pair.DiscardUnknownFields()
    if pair.ByteSize() != size:  # an unknown field, or one that stands twice
        raise Unusual
    try:
        value = plain(pair.value, Values(_MAX_NESTED))
    except OverLimit:  # one item may hold more, all of its attributes together
        raise Unusual from None
    pair.ClearField("value")
    return pair.SerializeToString(), value


def _long_text(data: bytes, start: int) -> str | None:
    """Return the text that a value consists of, given where the value's length stands."""
    size, start = _length(data, start)
    if size < SHORT or size != len(data) - start or data[start] != _STRING:
        return None
    size, start = _length(data, start + 1)
    if size != len(data) - start:
        return None
    try:
        return data[start:].decode()
    except UnicodeDecodeError:
        return None


def _length(data: bytes, start: int) -> tuple[int, int]:
    """Return a length of at most 28 bits, and where it ends; -1 for any other number."""
    number = 0
    for shift in (0, 7, 14, 21):
        byte = data[start] if start < len(data) else 0xFF
        start += 1
        number |= (byte & 0x7F) << shift
        if byte < SHORT:
            return number, start
    return -1, start


def _varint(data: bytes, start: int) -> int | None:
    """Return the number of up to 28 bits that ends the data, if it is one in its shortest form."""
    number = shift = 0
    last = len(data) - 1
    for place in range(start, last):
        byte = data[place]
        if byte < SHORT:
            return None
        number |= (byte & 0x7F) << shift
        shift += 7
    byte = data[last]
    if byte >= SHORT or (byte == 0 and last > start):
        return None
    return number | byte << shift


def written(head: bytes, value: object) -> bytes:
    """Return a ``KeyValue`` from the bytes of its key's field and a plain value."""
    if type(value) is str:
        text = value.encode()
        size = len(text)
        if size < SHORT - 2:
            return head + OPENED[size + 2] + text
    pair = KeyValue.FromString(head)
    pair.value.SetInParent()
    assign(pair.value, value)
    return pair.SerializeToString()
