"""One finished span, redacted in every field that can hold text."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import Event, ReadableSpan
from opentelemetry.trace import Link, SpanContext, SpanKind, Status, StatusCode
from opentelemetry.trace.span import DEFAULT_TRACE_STATE

from spanveil.config import ContentClass
from spanveil.processors._counters import BLANKED, DROPPED
from spanveil.processors._policy import SinkRedactor
from spanveil.processors._tenant import recall, remember
from spanveil.redaction import DROPPED as DROPPED_TEXT
from spanveil.redaction import Position, Redactor, Report

NO_RESOURCE: Final = Resource({})


class _RedactedEvent(Event):
    def __init__(self, original: Event, name: str, attributes: Mapping[str, Any]) -> None:
        super().__init__(name, attributes, encodable_time(original.timestamp) or 0)
        self._dropped = original.dropped_attributes

    @property
    def dropped_attributes(self) -> int:
        return self._dropped


class _RedactedLink(Link):
    def __init__(self, original: Link, attributes: Mapping[str, Any]) -> None:
        super().__init__(without_trace_state(original.context), attributes)
        self._dropped = original.dropped_attributes

    @property
    def dropped_attributes(self) -> int:
        return self._dropped


class RedactedSpan(ReadableSpan):
    """A finished span that holds nothing of the original but ids, times, kind and counts."""

    def __init__(self, original: ReadableSpan, **fields: Any) -> None:
        context = original.context
        super().__init__(
            context=None if context is None else without_trace_state(context),
            parent=None if original.parent is None else without_trace_state(original.parent),
            kind=original.kind if isinstance(original.kind, SpanKind) else SpanKind.INTERNAL,
            start_time=encodable_time(original.start_time),
            end_time=encodable_time(original.end_time),
            **fields,
        )
        self._dropped = (
            original.dropped_attributes,
            original.dropped_events,
            original.dropped_links,
        )

    @property
    def dropped_attributes(self) -> int:
        return self._dropped[0]

    @property
    def dropped_events(self) -> int:
        return self._dropped[1]

    @property
    def dropped_links(self) -> int:
        return self._dropped[2]


class SpanRedactor(SinkRedactor):
    """Redact spans for one sink.

    It takes what `SinkRedactor` takes: a configuration, a sink, a key ring and counters.
    """

    def __call__(self, span: ReadableSpan) -> ReadableSpan | None:
        """Return a redacted span. Never raises.

        Returns:
            The redacted span; where redaction fails a blank one (ids, times, kind, tag and
            ``spanveil.error``); ``None`` where even that fails.
        """
        try:
            # spanveil: allow[SV102] the tag is what our processor recalls, not what the span says
            return self._redact(span)
        except Exception as error:
            return self._blank(span, type(error).__name__)

    def attribute(self, span: ReadableSpan, key: str, value: object) -> dict[str, Any]:
        """Redact one attribute of a span, for a reader that asks for no more.

        Raises:
            Exception: What redaction raises; the value must then not be shown.
        """
        return self.policy.attributes(recall(span.context), {key: value}, Report())

    def _redact(self, span: ReadableSpan) -> ReadableSpan:
        policy, report, tag = self.policy, Report(), recall(span.context)
        redactor = policy.redactor(tag)
        attributes = policy.attributes(tag, span.attributes, report)
        kept = frozenset(value for value in attributes.values() if isinstance(value, str))
        name, name_report = redactor.name(span.name, Position.SPAN, kept)
        report.merge(name_report)
        scope = span.instrumentation_scope
        redacted = RedactedSpan(
            span,
            name=name,
            attributes=policy.tag(attributes, tag),
            events=self._events(tag, span.events, report),
            links=[
                _RedactedLink(link, policy.attributes(tag, link.attributes, report))
                for link in span.links
            ],
            # spanveil: allow[SV102] the tag is what our processor recalls, not what the span says
            status=_status(redactor, span.status, report, tag),
            resource=policy.parts.resource(span.resource),
            instrumentation_scope=None if scope is None else policy.parts.scope(scope),
        )
        policy.count(tag, report)
        return redacted

    def _events(self, tag: str, events: Sequence[Event], report: Report) -> list[Event]:
        redactor = self.policy.redactor(tag)
        redacted: list[Event] = []
        for event in events:
            name, done = redactor.name(event.name, Position.EVENT)
            report.merge(done)
            attributes = self.policy.attributes(tag, event.attributes, report)
            redacted.append(_RedactedEvent(event, name, attributes))
        return redacted

    def _blank(self, span: ReadableSpan, cause: str) -> ReadableSpan | None:
        try:
            self.counters.fault(cause)
            blank = RedactedSpan(
                span,
                name=DROPPED_TEXT,
                attributes=self.policy.blank(recall(span.context)),
                status=Status(span.status.status_code),
                resource=NO_RESOURCE,
            )
        except Exception:
            self.counters.add(DROPPED)
            return None
        self.counters.add(BLANKED)
        return blank


def _status(redactor: Redactor, status: Status, report: Report, tag: str) -> Status:
    if not status.description or status.status_code is not StatusCode.ERROR:
        return Status(status.status_code)
    description, done = redactor.text(status.description, ContentClass.EXCEPTION_TEXT, tenant=tag)
    report.merge(done)
    return Status(StatusCode.ERROR, description)


def encodable_time(nanoseconds: object) -> int | None:
    """Return the time if OTLP can carry it."""
    # An application may pass anything as a time, and one that cannot be encoded costs the batch.
    if type(nanoseconds) is int and 0 <= nanoseconds < 1 << 64:
        return nanoseconds
    return None


def without_trace_state(context: SpanContext) -> SpanContext:
    """Return the context without trace state, which is free text that any upstream wrote."""
    state = context[4]  # the property costs a call, and this runs for every span
    if state is DEFAULT_TRACE_STATE or not state:
        return context
    clean = SpanContext(
        context.trace_id, context.span_id, context.is_remote, context.trace_flags, None
    )
    # Kept, so that a second redacting exporter behind this one sees the same tenant.
    remember(clean, recall(context))
    return clean
