"""A request of spans with everything in it that is text, or a message of attributes, as bytes.

Descriptors made here have the field numbers of `opentelemetry-proto`, so that the protobuf runtime
finds all attributes of all spans in C, in one go. There are two: in an *ordinary* request no span
has events, links, trace state or a status message, which makes those unknown fields.
"""

from functools import cache
from typing import Any, Final, NamedTuple

from google.protobuf import descriptor_pb2, descriptor_pool, message_factory
from google.protobuf.message import DecodeError
from opentelemetry.proto.trace.v1.trace_pb2 import Span

_FIELD = descriptor_pb2.FieldDescriptorProto
_LEFT_OUT: Final = frozenset({"events", "links", "trace_state"})
_STATUS_CODE: Final = 3


class FlatRequest(NamedTuple):
    """A parsed request.

    Attributes:
        message: It.
        is_ordinary: Whether all of its spans are.
        is_canonical: Whether the message is written as the runtime writes it, so that what does not
            change stays as it came.
    """

    message: Any
    is_ordinary: bool
    is_canonical: bool


def parse_request(body: bytes) -> FlatRequest | None:
    """Parse a request, ``None`` if it is none, has an unknown field or one that stands twice.

    Args:
        body: A serialized ``ExportTraceServiceRequest``.
    """
    for is_ordinary in (True, False):
        try:
            message = request_of_spans(is_ordinary).FromString(body)
        except DecodeError:
            return None
        message.DiscardUnknownFields()
        # Whatever is not written the shortest way, each field once, is shorter now.
        written = message.SerializeToString()
        if len(written) == len(body):
            return FlatRequest(message, is_ordinary, written == body)
    return None


@cache
def request_of_spans(is_ordinary: bool) -> Any:
    """Return the message class of a request; see above."""
    package = f"spanveil.gateway.flat{int(is_ordinary)}"
    file = descriptor_pb2.FileDescriptorProto(
        name=f"{package.replace('.', '/')}.proto", package=package, syntax="proto2"
    )

    def add(name: str, *fields: tuple[str, int, int | str, bool]) -> None:
        message = file.message_type.add(name=name)
        for field_name, number, kind, repeated in fields:
            field = message.field.add(name=field_name, number=number)
            field.label = _FIELD.LABEL_REPEATED if repeated else _FIELD.LABEL_OPTIONAL
            if isinstance(kind, str):
                field.type, field.type_name = _FIELD.TYPE_MESSAGE, f".{package}.{kind}"
            else:
                field.type = kind  # type: ignore[assignment]

    data = _FIELD.TYPE_BYTES
    add("Request", ("resources", 1, "OfResource", True))
    add(
        "OfResource",
        ("resource", 1, data, False),
        ("scopes", 2, "OfScope", True),
        ("schema_url", 3, data, False),
    )
    add(
        "OfScope",
        ("scope", 1, data, False),
        ("items", 2, "FlatSpan", True),
        ("schema_url", 3, data, False),
    )
    add("FlatStatus", ("code", _STATUS_CODE, _FIELD.TYPE_INT32, False))
    add("FlatSpan", *_span_fields(is_ordinary))
    pool = descriptor_pool.DescriptorPool()
    pool.Add(file)
    return message_factory.GetMessageClass(pool.FindMessageTypeByName(f"{package}.Request"))


def _span_fields(is_ordinary: bool) -> list[tuple[str, int, int | str, bool]]:
    fields: list[tuple[str, int, int | str, bool]] = []
    for field in Span.DESCRIPTOR.fields:
        if is_ordinary and field.name in _LEFT_OUT:
            continue
        kind: Any = field.type
        if is_ordinary and field.name == "status":
            kind = "FlatStatus"
        elif kind in (field.TYPE_STRING, field.TYPE_MESSAGE):
            kind = _FIELD.TYPE_BYTES
        elif kind == field.TYPE_ENUM:
            kind = _FIELD.TYPE_INT32
        fields.append((field.name, field.number, kind, field.is_repeated))
    return fields
