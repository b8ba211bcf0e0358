"""The outer messages of an OTLP request, with everything inside left as bytes.

All three signals have one shape, ``request{resource_x{resource, scope_x{scope, item}}}``, with the
same field numbers. A descriptor made here declares resource, scope and item as ``bytes``, so that
the protobuf runtime skips over them in C: an item that needs no change is forwarded as received,
and one that cannot be parsed spoils itself alone.
"""

from functools import cache
from typing import Any, Final

from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

_PACKAGE: Final = "spanveil.gateway.envelope"
_FIELD = descriptor_pb2.FieldDescriptorProto

# (message, (field, number, type or message name, repeated)); numbers of opentelemetry-proto v1.
_SHAPE: Final[tuple[tuple[str, tuple[tuple[str, int, int | str, bool], ...]], ...]] = (
    ("Request", (("resources", 1, "OfResource", True),)),
    (
        "OfResource",
        (
            ("resource", 1, _FIELD.TYPE_BYTES, False),
            ("scopes", 2, "OfScope", True),
            ("schema_url", 3, _FIELD.TYPE_BYTES, False),
        ),
    ),
    (
        "OfScope",
        (
            ("scope", 1, _FIELD.TYPE_BYTES, False),
            ("items", 2, _FIELD.TYPE_BYTES, True),
            ("schema_url", 3, _FIELD.TYPE_BYTES, False),
        ),
    ),
)


@cache
def request_class() -> Any:
    """Return the message class of the outer shape."""
    file = descriptor_pb2.FileDescriptorProto(
        name="spanveil/gateway/envelope.proto", package=_PACKAGE, syntax="proto2"
    )
    for name, fields in _SHAPE:
        message = file.message_type.add(name=name)
        for field_name, number, kind, repeated in fields:
            field = message.field.add(
                name=field_name,
                number=number,
                label=_FIELD.LABEL_REPEATED if repeated else _FIELD.LABEL_OPTIONAL,
            )
            if isinstance(kind, str):
                field.type = _FIELD.TYPE_MESSAGE
                field.type_name = f".{_PACKAGE}.{kind}"
            else:
                field.type = kind  # type: ignore[assignment]
    pool = descriptor_pool.DescriptorPool()
    pool.Add(file)
    return message_factory.GetMessageClass(pool.FindMessageTypeByName(f"{_PACKAGE}.Request"))
