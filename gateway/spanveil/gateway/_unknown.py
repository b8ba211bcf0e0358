"""Protobuf fields that this version of the schema does not know.

A proxy keeps what it does not understand, and a redactor passes nothing that it does not
understand. Both hold under the rule that unknown attributes live by: a number stays, a text stays
if the profile lets an unclassified text through, anything else is taken out and counted. (Old
clients send whole spans in field 1000, which is unknown today.)
"""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any, Final

from google.protobuf.message import Message
from google.protobuf.unknown_fields import UnknownFieldSet

_VARINT: Final = 0
_FIXED64: Final = 1
_LENGTH_DELIMITED: Final = 2
_FIXED32: Final = 5

_MAX_KEPT: Final = 1_024
"""A message with more unknown fields of its own than a span has attributes loses them all."""
_MAX_PARTS: Final = 200_000
"""A message of more messages loses all unknown fields of them."""


def has_unknown(message: Message, size: int) -> bool:
    """Discard unknown fields at any depth, and say whether there may have been one.

    Args:
        message: Changed in place.
        size: The bytes that it was parsed from. An encoding that is valid but not canonical counts
            as unknown too; ``treat_unknown`` on a fresh copy then finds nothing to discard.
    """
    message.DiscardUnknownFields()
    return message.ByteSize() != size


def treat_unknown(message: Message, keeps_text: Callable[[str], bool]) -> int:
    """Keep harmless unknown fields at any depth of a message, and discard the others.

    Args:
        message: Changed in place.
        keeps_text: Says whether an unclassified text may stay.

    Returns:
        How many fields were discarded.
    """
    parts = list(islice(_parts(message), _MAX_PARTS + 1))
    if len(parts) > _MAX_PARTS:
        message.DiscardUnknownFields()
        return 1  # or more: nobody has looked
    found = [(part, *_sift(part, keeps_text)) for part in parts]
    message.DiscardUnknownFields()
    for part, kept, _ in found:
        if kept:
            part.MergeFromString(kept)
    return sum(discarded for _, _, discarded in found)


def unknown_bytes(message: Message) -> bytes:
    """Return the unknown fields of a message itself, serialized."""
    return _sift(message, lambda text: True)[0]


def _parts(message: Message) -> Iterator[Message]:
    yield message
    for field, value in message.ListFields():
        if field.message_type is not None:
            for part in value if field.is_repeated else (value,):
                yield from _parts(part)


def _sift(message: Message, keeps_text: Callable[[str], bool]) -> tuple[bytes, int]:
    kept, discarded = bytearray(), 0
    fields: Any = UnknownFieldSet(message)
    if len(fields) > _MAX_KEPT:
        return b"", len(fields)
    for unknown in fields:
        payload = _payload(unknown.wire_type, unknown.data, keeps_text)
        if payload is None:
            discarded += 1
        else:
            kept += _varint(unknown.field_number << 3 | unknown.wire_type) + payload
    return bytes(kept), discarded


def _payload(wire_type: int, data: Any, keeps_text: Callable[[str], bool]) -> bytes | None:
    if wire_type == _VARINT:
        return _varint(data)
    if wire_type == _FIXED64:
        return int(data).to_bytes(8, "little")
    if wire_type == _FIXED32:
        return int(data).to_bytes(4, "little")
    if wire_type != _LENGTH_DELIMITED:  # a group: deprecated, and never a part of OTLP
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return _varint(len(data)) + data if keeps_text(text) else None


def _varint(number: int) -> bytes:
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return bytes(out)
