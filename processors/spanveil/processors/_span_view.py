"""Spans as processors see them: redacted on first read, whichever processor reads first."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import ReadableSpan, Span
from opentelemetry.sdk.util.instrumentation import InstrumentationScope
from opentelemetry.trace import INVALID_SPAN_CONTEXT, SpanContext
from opentelemetry.trace.span import DEFAULT_TRACE_STATE

from spanveil.processors._attribute_view import RedactedAttributes
from spanveil.processors._reserved import ERROR_ATTRIBUTE
from spanveil.processors._span import NO_RESOURCE, SpanRedactor, without_trace_state
from spanveil.redaction import DROPPED

# What the SDK's own methods need of a live span and what holds no text of the application's.
_PLAIN_FIELDS: Final = frozenset(
    {"_limits", "_lock", "_record_end_metrics", "_record_exception", "_sampler"}
    | {"_set_status_on_exception", "_span_processor", "_trace_config"}
)


class SpanState:
    """The original behind a view. It is reached through `original_of` alone.

    Args:
        span: The original.
        redactor: Makes what a processor reads.
        live: Whether the span may still change, so that nothing can be remembered.
    """

    __slots__ = ("_attributes", "_changes", "_done", "live", "redactor", "span")

    def __init__(self, span: ReadableSpan, redactor: SpanRedactor, *, live: bool) -> None:
        self.span = span
        self.redactor = redactor
        self.live = live
        self._attributes: RedactedAttributes | None = None
        # Made when they are needed, which is off the request's thread.
        self._changes: dict[str, Any] | None = None
        self._done: dict[SpanRedactor, ReadableSpan | None] | None = None

    def current(self) -> ReadableSpan:
        """Return the original as it is now, with what processors have changed."""
        if self.live:
            return self.span._readable_span()  # type: ignore[attr-defined,no-any-return]
        if not self._changes:
            return self.span
        fields = ("name", "attributes", "events", "links", "status")
        span, changes = self.span, self._changes
        return ReadableSpan(
            **{name: changes.get(name, getattr(span, name)) for name in fields},
            context=span.context,
            parent=span.parent,
            resource=span.resource,
            kind=span.kind,
            start_time=span.start_time,
            end_time=span.end_time,
            instrumentation_scope=span.instrumentation_scope,
        )

    def redacted_by(self, redactor: SpanRedactor) -> ReadableSpan | None:
        """Return the span as this redactor's sink may see it, redacted once. Never raises."""
        if self.live:
            return redactor(self.current())
        # Two threads may both redact here; they come to the same result.
        done = self._done
        if done is None:
            done = self._done = {}
        if redactor not in done:
            done[redactor] = redactor(self.current())
        return done[redactor]

    def shown(self) -> ReadableSpan:
        """Return what processors read. Never raises."""
        redacted = self.redacted_by(self.redactor)
        return redacted if redacted is not None else self._nothing()

    def _nothing(self) -> ReadableSpan:
        return ReadableSpan(
            DROPPED, INVALID_SPAN_CONTEXT, resource=NO_RESOURCE, attributes={ERROR_ATTRIBUTE: True}
        )

    def parent(self) -> SpanContext | None:
        """Return the parent's context without trace state."""
        parent = self.span.parent
        return None if parent is None else without_trace_state(parent)

    def attributes(self) -> RedactedAttributes:
        """Return the attributes to read and, until the span has ended, to write."""
        if self._attributes is None:
            bounds = self.span._attributes
            self._attributes = RedactedAttributes(self, bounds, immutable=not self.live)
        return self._attributes

    def resource(self) -> Resource:
        """Return the redacted resource, which is kept, so that the span need not be redacted."""
        try:
            return self.redactor.policy.parts.resource(self.span.resource)
        except Exception:
            return NO_RESOURCE

    def scope(self) -> InstrumentationScope | None:
        """Return the redacted scope, which is kept too."""
        try:
            scope = self.span.instrumentation_scope
            return None if scope is None else self.redactor.policy.parts.scope(scope)
        except Exception:
            return None

    def change(self, name: str, value: Any) -> None:
        """Replace a field of the original, as a processor's write does."""
        if self.live:
            setattr(self.span, f"_{name}", value)
        else:
            self._changes = {**(self._changes or {}), name: value}
            self._done = None

    # The source of `RedactedAttributes`:

    def one(self, key: str) -> Any:
        """Return one redacted attribute, or raise ``KeyError``."""
        if self.redactor in (self._done or ()) or self.redactor.policy.is_reserved(key):
            return self.all()[key]
        originals = self._originals()
        if key not in originals:
            return self.all()[key]  # a key that was redacted itself
        value = originals[key]
        try:
            redacted = self.redactor.attribute(self.span, key, value)
        except Exception:
            return DROPPED
        return redacted[key] if key in redacted else self.all()[key]

    def all(self) -> Mapping[str, Any]:
        """Return all redacted attributes."""
        return self.shown().attributes or {}

    def put(self, key: str, value: Any) -> None:
        """Write an attribute of the original."""
        if self.live and isinstance(self.span, Span):
            self.span.set_attribute(key, value)
        else:
            self.change("attributes", {**self._originals(), key: value})

    def remove(self, key: str) -> None:
        """Remove an attribute of the original."""
        kept = dict(self._originals())
        del kept[key]
        if not self.live:
            self.change("attributes", kept)

    def _originals(self) -> Mapping[str, Any]:
        return (self._changes or {}).get("attributes", self.span._attributes) or {}


def _redacted_field(name: str) -> Any:
    """Return a property over a field that the SDK keeps under an underscore."""

    def read(self: "_SpanView") -> Any:
        return getattr(self._state.shown(), name)

    def write(self: "_SpanView", value: Any) -> None:
        self._state.change(name, value)

    return property(read, write)


def _plain_field(name: str) -> Any:
    return property(lambda self: getattr(self._state.span, name))


class _SpanView:
    """The fields of a span, also those under an underscore, which many libraries read."""

    # The state is made when something is read but the context, which a batch processor asks of
    # every span on the request's thread.
    __slots__ = ("_context", "_made", "_origin", "_reader")

    _context: Any
    _made: SpanState | None
    _origin: Any
    _reader: SpanRedactor
    _live = False

    @property
    def _state(self) -> SpanState:
        state = self._made
        if state is None:
            state = self._made = SpanState(self._origin, self._reader, live=self._live)
        return state

    _name = _redacted_field("name")
    _events = _redacted_field("events")
    _links = _redacted_field("links")
    _status = _redacted_field("status")
    _kind = _plain_field("_kind")
    _start_time = _plain_field("_start_time")
    _end_time = _plain_field("_end_time")
    dropped_attributes = _plain_field("dropped_attributes")
    dropped_events = _plain_field("dropped_events")
    dropped_links = _plain_field("dropped_links")
    _parent: Any = property(lambda self: self._state.parent())
    _resource: Any = property(lambda self: self._state.resource())
    _instrumentation_scope: Any = property(lambda self: self._state.scope())
    # Deprecated since 1.11.1; the scope says the same.
    _instrumentation_info: Any = None
    attributes: Any = property(lambda self: MappingProxyType(self._attributes))

    @property
    def _attributes(self) -> Any:
        return self._state.attributes()

    @_attributes.setter
    def _attributes(self, value: Any) -> None:
        self._state.change("attributes", value)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._context!r})"

    def __reduce_ex__(self, protocol: Any) -> Any:
        # A pickle or a copy holds what the view shows, and not the original.
        shown = self._state.shown()
        return rebuilt, (type(shown), vars(shown))


def rebuilt(kind: type, fields: dict[str, Any]) -> Any:
    """Make an object of a class from its fields, as unpickling does."""
    made: Any = object.__new__(kind)
    vars(made).update(fields)
    return made


class FinishedSpan(_SpanView, ReadableSpan):
    """An ended span that is redacted when it is read, which a batch processor does in its thread.

    Args:
        span: The original.
        redactor: For whoever is no redacting exporter of its own.
    """

    def __init__(self, span: ReadableSpan, redactor: SpanRedactor) -> None:
        context = span._context
        self._context = context
        # The fourth is the trace state, nearly always the shared empty one.
        if context is not None and context[4] is not DEFAULT_TRACE_STATE:
            self._context = without_trace_state(context)
        self._made = None
        self._origin = span
        self._reader = redactor


class LiveSpan(_SpanView, Span):
    """A span that is being recorded: what is written goes to the span, what is read is redacted.

    Args:
        span: The original.
        redactor: Makes what is read, each time anew, since the span still changes.
    """

    def __init__(self, span: Span, redactor: SpanRedactor) -> None:
        self._context = without_trace_state(span.get_span_context())
        self._made = None
        self._origin = span
        self._reader = redactor

    _live = True

    def __getattr__(self, name: str) -> Any:
        if name in _PLAIN_FIELDS:
            return getattr(self._state.span, name)
        raise AttributeError(name)

    def _readable_span(self) -> ReadableSpan:
        return FinishedSpan(self._state.current(), self._state.redactor)


def _passed_on(name: str) -> Any:
    def call(self: LiveSpan, *args: Any, **kwargs: Any) -> Any:
        return getattr(self._state.span, name)(*args, **kwargs)

    call.__name__ = name
    return call


for _name in (
    *("add_event", "add_link", "end", "is_recording", "record_exception", "set_attribute"),
    *("set_attributes", "set_status", "update_name", "__exit__", "_add_event", "_add_link"),
):
    setattr(LiveSpan, _name, _passed_on(_name))
del _name


def original_of(span: ReadableSpan) -> SpanState | None:
    """Return what stands behind a view, ``None`` for a span that is none."""
    return span._state if isinstance(span, _SpanView) else None
