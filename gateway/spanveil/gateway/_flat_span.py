"""The short way for a span: its attributes are looked at as bytes.

Most attributes of most spans were seen before. A descriptor made here declares everything in a span
that is text or a message as ``bytes``, so that such an attribute costs one look-up, and only those
that are new are shown to the engine. A span with anything out of the ordinary (events, links, trace
state, a status message, an unknown field) takes the long way, which treats every field.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any, Final

from google.protobuf import descriptor_pb2, descriptor_pool, message_factory
from opentelemetry.proto.trace.v1.trace_pb2 import Span

from spanveil.gateway._flat_attribute import MAX_KEPT, MAX_LOOKED_UP, FlatAttributes
from spanveil.gateway._flat_wire import Unusual
from spanveil.redaction import Position, Redactor, Report

_PACKAGE: Final = "spanveil.gateway.flat"
_FIELD = descriptor_pb2.FieldDescriptorProto
_MAX_ENTRIES: Final = 16_384
_MAX_LENGTH: Final = 120
_ONE_BYTE: Final = 127
_SMALL: Final = 2_048
_STATUS_WITHOUT_MESSAGE: Final = frozenset({b"", b"\x18\x01", b"\x18\x02"})
_TRACE_ID: Final = frozenset({0, 16})
_SPAN_ID: Final = frozenset({0, 8})


@cache
def flat_span_class() -> Any:
    """Return a span's message class with texts and messages as ``bytes``."""
    file = descriptor_pb2.FileDescriptorProto(
        name="spanveil/gateway/flat.proto", package=_PACKAGE, syntax="proto2"
    )
    message = file.message_type.add(name="FlatSpan")
    for field in Span.DESCRIPTOR.fields:
        flat = message.field.add(name=field.name, number=field.number)
        flat.label = _FIELD.LABEL_REPEATED if field.is_repeated else _FIELD.LABEL_OPTIONAL
        kind: Any = field.type
        if kind in (field.TYPE_STRING, field.TYPE_MESSAGE):
            kind = _FIELD.TYPE_BYTES
        flat.type = _FIELD.TYPE_INT32 if kind == field.TYPE_ENUM else kind
    pool = descriptor_pool.DescriptorPool()
    pool.Add(file)
    return message_factory.GetMessageClass(pool.FindMessageTypeByName(f"{_PACKAGE}.FlatSpan"))


class FlatSpans:
    """Redact ordinary spans of streams that are not trusted, for one profile.

    Args:
        redactor: The engine.
        attributes: Redacts theirs.
    """

    __slots__ = ("_attributes", "_class", "_names", "_proofs", "_redactor")

    def __init__(self, redactor: Redactor, attributes: FlatAttributes) -> None:
        self._class = flat_span_class()
        self._redactor = redactor
        self._attributes = attributes
        # Names that stay, and those that stay beside an attribute that was redacted already.
        self._names: dict[bytes, None] = {}
        self._proofs: dict[bytes, bytes] = {}

    def redact(self, raw: bytes, known: list[Any], report: Report) -> bytes | None:
        """Redact one span.

        Args:
            raw: The serialized span.
            known: Gets the decision on each attribute.
            report: Gets findings and faults, and counts of fields that do not matter.

        Returns:
            The redacted span, ``raw`` itself if nothing changed, or ``None`` if it must take the
            long way; nothing was counted then.

        Raises:
            DecodeError: It is no span.
        """
        span = self._class.FromString(raw)
        if (
            span.events
            or span.links
            or span.trace_state
            or span.status not in _STATUS_WITHOUT_MESSAGE
            or len(span.trace_id) not in _TRACE_ID
            or len(span.span_id) not in _SPAN_ID
            or len(span.parent_span_id) not in _SPAN_ID
        ):
            return None
        old = list(span.attributes)
        size = len(raw)
        if size > _SMALL:  # what is left is small, so that its size is had for little
            del span.attributes[:]
            size -= _size(old)
        span.DiscardUnknownFields()
        if span.ByteSize() != size:  # an unknown field, or one that stands twice
            return None
        kept = self._attributes.kept
        if len(raw) > MAX_LOOKED_UP:  # then one of them may be too long to be hashed in vain
            found = [kept.get(one) if len(one) <= MAX_KEPT else None for one in old]
        else:
            found = list(map(kept.get, old))
        name = span.name
        try:
            text = name.decode()
            new = self._attributes.redact(old, found, report) if None in found else old
        except (Unusual, UnicodeDecodeError):
            return None
        if not self._keeps_name(name, new):
            name = self._name(name, text, new)
        known += found
        if new == old and name == span.name:
            return raw
        span.name = name
        del span.attributes[:]
        span.attributes.extend(new)
        return bytes(span.SerializeToString())

    def _keeps_name(self, name: bytes, attributes: Sequence[bytes]) -> bool:
        if name in self._names or not name:
            return True
        proof = self._proofs.get(name)
        return proof is not None and proof in attributes

    def _name(self, name: bytes, text: str, attributes: Sequence[bytes]) -> bytes:
        """Redact a name of which it is not known that it stays."""
        kept = self._attributes.texts(attributes)
        new = self._redactor.name(text, Position.SPAN, kept)[0].encode()
        if new == name and len(name) <= _MAX_LENGTH:
            if self._redactor.name(text, Position.SPAN)[0] == text:
                _put(self._names, name, None)
            else:
                # It stays because of a value that one of the attributes keeps.
                for attribute in attributes:
                    (one,) = self._attributes.texts([attribute]) or ("",)
                    if one and self._redactor.name(text, Position.SPAN, {one})[0] == text:
                        _put(self._proofs, name, attribute)
                        break
        return new


def _size(attributes: list[bytes]) -> int:
    """Return the bytes of a repeated field: tag (numbers below 16 take one byte), length, data."""
    sizes = list(map(len, attributes))
    size = sum(sizes) + 2 * len(sizes)
    if sizes and max(sizes) > _ONE_BYTE:
        size += sum((size.bit_length() - 1) // 7 for size in sizes if size > _ONE_BYTE)
    return size


def _put(known: dict[bytes, Any], name: bytes, value: Any) -> None:
    if len(known) >= _MAX_ENTRIES:
        known.clear()
    known[name] = value
