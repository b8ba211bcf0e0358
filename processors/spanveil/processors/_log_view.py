"""Log records as processors see them: redacted on first read, and never the user's own object."""

import copy
from collections.abc import Mapping
from typing import Any, Final

from opentelemetry._logs import LogRecord
from opentelemetry.context import Context
from opentelemetry.sdk._logs import ReadableLogRecord, ReadWriteLogRecord
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.util.instrumentation import InstrumentationScope

from spanveil.processors._attribute_view import RedactedAttributes
from spanveil.processors._log import LogRedactor
from spanveil.processors._reserved import ERROR_ATTRIBUTE
from spanveil.processors._span import NO_RESOURCE
from spanveil.processors._span_view import rebuilt
from spanveil.processors._tenant import remember
from spanveil.redaction import DROPPED

SELF_TEST: Final = "_spanveil_self_test"
"""Marks a record of the self-test, which redacting exporters leave out."""


class LogState:
    """The original behind a view, reached through `log_original_of` alone.

    Args:
        record: What the logger has made of the user's record. Neither is changed.
        tag: The tag of the work that logs.
        redactor: Makes what a processor reads.
    """

    __slots__ = ("_done", "original", "record", "redactor", "tag")

    def __init__(self, record: ReadWriteLogRecord, tag: str, redactor: LogRedactor) -> None:
        self.record = record
        self.tag = tag
        self.redactor = redactor
        self.original: LogRecord = copy.copy(record.log_record)
        self._done: dict[LogRedactor, ReadableLogRecord | None] = {}

    @property
    def is_self_test(self) -> bool:
        """Whether the record is no record of the application's."""
        return SELF_TEST in vars(self.record)

    def redacted_by(self, redactor: LogRedactor) -> ReadableLogRecord | None:
        """Return the record as this redactor's sink may see it, redacted once. Never raises."""
        if redactor not in self._done:
            self._done[redactor] = redactor(self._current())
        return self._done[redactor]

    def _current(self) -> ReadableLogRecord:
        current = copy.copy(self.original)
        current.attributes = _Tagged(self._originals(), self.tag, self.record.dropped_attributes)
        resource = self.record.resource
        return ReadableLogRecord(
            log_record=current,
            resource=NO_RESOURCE if resource is None else resource,
            instrumentation_scope=self.record.instrumentation_scope,
        )

    def shown(self) -> LogRecord:
        """Return what processors read. Never raises."""
        redacted = self.redacted_by(self.redactor)
        if redacted is not None:
            return redacted.log_record
        return LogRecord(body=DROPPED, attributes={ERROR_ATTRIBUTE: True}, context=Context())

    def resource(self) -> Resource:
        """Return the redacted resource."""
        resource = self.record.resource
        try:
            return (
                NO_RESOURCE if resource is None else self.redactor.policy.parts.resource(resource)
            )
        except Exception:
            return NO_RESOURCE

    def scope(self) -> InstrumentationScope | None:
        """Return the redacted scope."""
        try:
            scope = self.record.instrumentation_scope
            return None if scope is None else self.redactor.policy.parts.scope(scope)
        except Exception:
            return None

    def change(self, name: str, value: Any) -> None:
        """Replace a field, as a processor's write does; what is written is redacted too."""
        setattr(self.original, name, value)
        self._done = {}

    # The source of `RedactedAttributes`:

    def one(self, key: str) -> Any:
        """Return one redacted attribute, or raise ``KeyError``."""
        if self.redactor in self._done or self.redactor.policy.is_reserved(key):
            return self.all()[key]
        originals = self._originals()
        if key not in originals:
            return self.all()[key]  # a key that was redacted itself
        value = originals[key]
        try:
            redacted = self.redactor.attribute(self.tag, key, value)
        except Exception:
            return DROPPED
        return redacted[key] if key in redacted else self.all()[key]

    def all(self) -> Mapping[str, Any]:
        """Return all redacted attributes."""
        return self.shown().attributes or {}

    def put(self, key: str, value: Any) -> None:
        """Write an attribute."""
        self.change("attributes", {**self._originals(), key: value})

    def remove(self, key: str) -> None:
        """Remove an attribute."""
        kept = dict(self._originals())
        del kept[key]
        self.change("attributes", kept)

    def _originals(self) -> Mapping[str, Any]:
        return self.original.attributes or {}


class _Tagged(dict[str, Any]):
    """Attributes that remember the tag beside them, as the SDK's own container does."""

    def __init__(self, attributes: Mapping[str, Any], tag: str, dropped: int) -> None:
        super().__init__(attributes)
        self.dropped = dropped
        remember(self, tag)


def _redacted_field(name: str) -> Any:
    return property(
        lambda self: getattr(self._state.shown(), name),
        lambda self, value: self._state.change(name, value),
    )


def _plain_field(name: str) -> Any:
    return property(
        lambda self: getattr(self._state.original, name),
        lambda self, value: self._state.change(name, value),
    )


class LogRecordView(LogRecord):
    """A log record that is redacted when it is read.

    Args:
        state: The original; copies of the view share it.
    """

    __slots__ = ("_state",)

    def __init__(self, state: LogState) -> None:
        self._state = state

    body = _redacted_field("body")
    event_name = _redacted_field("event_name")
    severity_text = _redacted_field("severity_text")
    timestamp = _plain_field("timestamp")
    observed_timestamp = _plain_field("observed_timestamp")
    trace_id = _plain_field("trace_id")
    span_id = _plain_field("span_id")
    trace_flags = _plain_field("trace_flags")
    severity_number = _plain_field("severity_number")
    # Baggage travels in the context, and an exception's text stands in the attributes.
    context: Any = property(lambda self: Context(), lambda self, value: None)
    exception: Any = property(lambda self: None, lambda self, value: None)

    @property
    def attributes(self) -> Any:
        bounds = self._state.record.log_record.attributes
        return RedactedAttributes(self._state, bounds, immutable=False)

    @attributes.setter
    def attributes(self, value: Any) -> None:
        self._state.change("attributes", value)

    def __copy__(self) -> "LogRecordView":
        return LogRecordView(self._state)

    def __reduce_ex__(self, protocol: Any) -> Any:
        # A pickle holds what the view shows, and not the original.
        shown = self._state.shown()
        return rebuilt, (type(shown), vars(shown))

    def __repr__(self) -> str:
        return f"{type(self).__name__}()"


def view_of(state: LogState) -> ReadWriteLogRecord:
    """Return the record that processors get."""
    view = copy.copy(state.record)  # not the constructor, which would read the attributes
    view.log_record = LogRecordView(state)
    view.resource = state.resource()
    view.instrumentation_scope = state.scope()
    return view


def log_original_of(record: ReadableLogRecord) -> LogState | None:
    """Return what stands behind a view, ``None`` for a record that is none."""
    held = record.log_record
    return held._state if isinstance(held, LogRecordView) else None
