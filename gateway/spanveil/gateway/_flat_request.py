"""The short way for a request of spans: what was seen before is not looked into again.

Resources and scopes repeat themselves, and so do most attributes of spans. Whatever cannot go this
way goes the long way, span by span.
"""

from collections import Counter
from collections.abc import Callable
from typing import Any, Final, NamedTuple, Protocol

from opentelemetry.proto.common.v1.common_pb2 import InstrumentationScope
from opentelemetry.proto.resource.v1.resource_pb2 import Resource

from spanveil.gateway._envelope import request_class
from spanveil.gateway._errors import PayloadError
from spanveil.gateway._fields import Fields
from spanveil.gateway._flat_attribute import FlatAttributes
from spanveil.gateway._flat_message import parse_request
from spanveil.gateway._flat_span import FlatSpans, Run
from spanveil.gateway._items import redact_resource, redact_scope
from spanveil.gateway._kept import Decision
from spanveil.gateway._keyed_digest import keyed_digest
from spanveil.gateway._tags import TagPolicy
from spanveil.redaction import Redactor, Report

_MAX_HEADERS: Final = 4_096
_MAX_LENGTH: Final = 4_096
_AT_ONCE: Final = 128
"""Spans whose attributes are looked at together: about 2 ms of ordinary ones."""
_LARGE: Final = 2_048
"""Bytes of a span, on average, from which on one of its attributes may be long."""


class LongWay(Protocol):
    """What treats every field of whatever the short way does not know."""

    fields: Fields

    def header(self, message_class: Any, data: bytes, redact: Any) -> bytes:
        """Return a resource or a scope redacted; raise ``PayloadError`` if it is none."""

    def item(self, data: bytes) -> bytes | None:
        """Return an item redacted, ``None`` if it was rejected."""

    def reject(self, error: Exception, items: int) -> None:
        """Count items that could not be redacted."""


class _Header(NamedTuple):
    data: bytes
    fields: Counter[Decision]
    stripped: int


class _Headers:
    """Headers that were seen: by what they are, or by a digest of what they were if replaced."""

    __slots__ = ("_digest", "kept", "replaced")

    def __init__(self) -> None:
        self._digest = keyed_digest()
        self.kept: dict[bytes, _Header] = {}
        self.replaced: dict[bytes, _Header] = {}

    def get(self, data: bytes) -> _Header | None:
        """Return what a header became, ``None`` if it is new."""
        if len(data) > _MAX_LENGTH:
            return None
        return self.kept.get(data) or self.replaced.get(self._digest(data))

    def put(self, data: bytes, header: _Header) -> None:
        """Remember what a header became, if it is not too long."""
        if max(len(header.data), len(data)) > _MAX_LENGTH:
            return
        known = self.kept if header.data == data else self.replaced
        if len(known) >= _MAX_HEADERS:
            known.clear()
        known[data if known is self.kept else self._digest(data)] = header


class FlatRequests:
    """Redact requests of spans of streams that are not trusted, for one profile.

    Args:
        redactor: The engine.
        tags: Which keys are reserved.
        max_attributes: Of one span; one with more takes the long way.
    """

    def __init__(self, redactor: Redactor, tags: TagPolicy, max_attributes: int) -> None:
        self._spans = FlatSpans(redactor, FlatAttributes(redactor, tags), max_attributes)
        # What the bytes of a resource say can be read as a scope too: each has its own memory.
        self._headers = {"resource": _Headers(), "scope": _Headers()}

    def redact(self, body: bytes, long: LongWay) -> tuple[bytes, int] | None:
        """Redact one request.

        Args:
            body: A serialized ``ExportTraceServiceRequest``.
            long: The long way, which also keeps the counts.

        Returns:
            The redacted request (``body`` itself if nothing changed) and its spans, or ``None`` if
            all of it must take the long way; nothing was counted then.

        Raises:
            PayloadError: It is no such request, or it has too many parts.
        """
        parsed = parse_request(body)
        if parsed is None:
            return None
        long.fields.checks.request(parsed.message)
        # What does not change stays as it came.
        request = parsed.message if parsed.is_canonical else request_class().FromString(body)
        spans = sum(len(scope.items) for of in request.resources for scope in of.scopes)
        has_long = len(body) > _LARGE * spans
        fields = long.fields
        run = Run(
            fields.report,
            Report(),
            parsed.is_ordinary,
            parsed.is_canonical,
            has_long,
            fields.pause,
        )
        changed = spans = 0
        for of_resource, flat in zip(request.resources, parsed.message.resources, strict=True):
            of, count = self._of_resource(of_resource, flat, long, run)
            changed |= of
            spans += count
        if changed and spans:
            _prune(request)
        return request.SerializeToString() if changed else body, spans

    def _of_resource(
        self, of_resource: Any, flat: Any, long: LongWay, run: Run
    ) -> tuple[bool, int]:
        long.fields.pause()
        try:
            changed = self._header(of_resource, "resource", Resource, redact_resource, long)
            for of_scope in of_resource.scopes:
                changed |= self._header(of_scope, "scope", InstrumentationScope, redact_scope, long)
        except PayloadError:
            raise
        except Exception as error:  # the laws: what cannot be redacted is rejected
            long.reject(error, sum(len(of_scope.items) for of_scope in of_resource.scopes))
            of_resource.Clear()
            return True, 0
        spans = 0
        for of_scope, flat_scope in zip(of_resource.scopes, flat.scopes, strict=True):
            changed |= self._items(of_scope.items, flat_scope.items, long, run)
            spans += len(of_scope.items)
        return changed, spans

    def _header(
        self, message: Any, name: str, message_class: Any, redact: Callable[..., Any], long: LongWay
    ) -> bool:
        fields = long.fields
        changed = fields.schema_url(message)
        data: bytes = getattr(message, name)
        if not data:
            return changed
        memory = self._headers[name]
        known = memory.get(data)
        if known is None:
            known = self._new_header(data, memory, message_class, redact, long)
        else:
            fields.report.fields.update(known.fields)
            fields.stripped += known.stripped
        if known.data == data:
            return changed
        setattr(message, name, known.data)
        return True

    @staticmethod
    def _new_header(
        data: bytes,
        memory: "_Headers",
        message_class: Any,
        redact: Callable[..., Any],
        long: LongWay,
    ) -> _Header:
        fields = long.fields
        report, discarded = fields.report, fields.discarded
        before, stripped = report.fields.copy(), fields.stripped
        others = report.entities.total() + report.errors.total()
        new = long.header(message_class, data, redact)
        header = _Header(new, report.fields - before, fields.stripped - stripped)
        is_plain = (
            fields.discarded == discarded
            and report.entities.total() + report.errors.total() == others
        )
        if is_plain:
            memory.put(data, header)
        return header

    def _items(self, items: Any, spans: Any, long: LongWay, run: Run) -> bool:
        """Redact the spans of a scope.

        Args:
            items: What becomes of them: their bytes, or the spans themselves.
            spans: They.
            long: As in ``redact``.
            run: What goes along with the request.
        """
        changed = False
        is_in_place = run.is_in_place
        rejected: list[int] = []
        for start in range(0, len(spans), _AT_ONCE):
            run.pause()
            outcomes = self._spans.redact(spans[start : start + _AT_ONCE], run)
            changed |= True in outcomes
            if is_in_place and None not in outcomes:
                continue
            for index, outcome in enumerate(outcomes, start):
                if outcome is None:
                    data = spans[index].SerializeToString() if is_in_place else items[index]
                    new = long.item(data)
                    if new is None:
                        rejected.append(index)
                    elif new != data:
                        changed = True
                        _put(items, index, new, is_in_place)
                elif outcome and not is_in_place:
                    items[index] = spans[index].SerializeToString()
        for index in reversed(rejected):
            del items[index]
        return changed or bool(rejected)


def _put(items: Any, index: int, data: bytes, is_in_place: bool) -> None:
    if is_in_place:
        items[index].ParseFromString(data)
    else:
        items[index] = data


def _prune(request: Any) -> None:
    """Take out the envelopes that lost their items (OTLP: they should not be created)."""
    for at_resource in range(len(request.resources) - 1, -1, -1):
        scopes = request.resources[at_resource].scopes
        for at_scope in range(len(scopes) - 1, -1, -1):
            if not scopes[at_scope].items:
                del scopes[at_scope]
        if not scopes:
            del request.resources[at_resource]
