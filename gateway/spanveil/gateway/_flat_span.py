"""The short way for a span: its attributes are looked at as bytes.

Most attributes of most spans were seen before and kept. A descriptor made here declares everything
in a span that is text or a message as ``bytes``, so that such an attribute costs one look-up, and
only those that are new are parsed and shown to the engine. A span with anything out of the ordinary
(events, links, trace state, a status message, a name not seen before) takes the long way, which
treats every field.
"""

from functools import cache
from typing import Any, Final

from google.protobuf import descriptor_pb2, descriptor_pool, message_factory
from opentelemetry.proto.common.v1.common_pb2 import KeyValue
from opentelemetry.proto.trace.v1.trace_pb2 import Span

from spanveil.gateway._anyvalue import assign, is_same, plain
from spanveil.gateway._kept import Decision, Kept
from spanveil.gateway._tags import TagPolicy
from spanveil.redaction import Position, Report

_FIELD = descriptor_pb2.FieldDescriptorProto
_PACKAGE: Final = "spanveil.gateway.flat"
_MAX_ENTRIES: Final = 65_536
_MAX_LENGTH: Final = 192
_STATUS_WITHOUT_MESSAGE: Final = frozenset({b"", b"\x18\x01", b"\x18\x02"})


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
        kept: The engine.
        tags: Which keys are reserved.
    """

    def __init__(self, kept: Kept, tags: TagPolicy) -> None:
        self._kept = kept
        self._tags = tags
        self._class = flat_span_class()
        self._attributes: dict[bytes, Decision] = {}
        self._names: set[bytes] = set()

    def redact(self, raw: bytes, report: Report) -> bytes | None:
        """Redact one span.

        Args:
            raw: The serialized span.
            report: Where to count.

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
            or len(span.trace_id) not in (0, 16)
            or len(span.span_id) not in (0, 8)
            or len(span.parent_span_id) not in (0, 8)
            or not self._is_kept_name(span.name)
        ):
            return None
        span.DiscardUnknownFields()
        if span.ByteSize() != len(raw):  # an unknown field, or one that stands twice
            return None
        return self._with_attributes(span, raw, report)

    def _is_kept_name(self, name: bytes) -> bool:
        if name in self._names or not name:
            return True
        if len(name) > _MAX_LENGTH:
            return False
        text = name.decode("utf-8", "replace")
        is_kept = self._kept.redactor.name(text, Position.SPAN)[0].encode() == name
        if is_kept:
            if len(self._names) >= _MAX_ENTRIES:
                self._names.clear()
            self._names.add(name)
        return is_kept

    def _with_attributes(self, span: Any, raw: bytes, report: Report) -> bytes | None:
        known = self._attributes
        decisions: list[Decision] = []
        new: list[tuple[int, Any, Any]] = []
        for index, attribute in enumerate(span.attributes):
            decision = known.get(attribute)
            if decision is not None:
                decisions.append(decision)
                continue
            pair = KeyValue.FromString(attribute)
            pair.DiscardUnknownFields()
            if pair.ByteSize() != len(attribute) or self._tags.is_reserved(pair.key):
                return None
            new.append((index, pair, plain(pair.value)))
        changed = False
        if new:
            values = {pair.key: value for _, pair, value in new}
            redacted, done = self._kept.redactor.attributes(values)
            if len(values) != len(new) or redacted.keys() != values.keys():
                return None
            report.merge(done)
            for index, pair, value in new:
                treated = redacted[pair.key]
                if is_same(treated, value):
                    self._remember(span.attributes[index], pair.key, value)
                else:
                    assign(pair.value, treated)
                    span.attributes[index] = pair.SerializeToString()
                    changed = True
        counts = report.fields
        for decision in decisions:
            counts[decision] += 1
        return span.SerializeToString() if changed else raw

    def _remember(self, attribute: bytes, key: str, value: object) -> None:
        # Only what a sink may see is remembered, never what was replaced.
        if len(attribute) > _MAX_LENGTH or isinstance(value, list | dict):
            return
        if len(self._attributes) >= _MAX_ENTRIES:
            self._attributes.clear()
        decision = self._kept.decision(key, value)
        if decision is not None:
            self._attributes[attribute] = decision
