"""The guard before all span processors of a provider, whoever registers them and when."""

from collections.abc import Callable
from typing import Any, Final

from opentelemetry.context import Context
from opentelemetry.sdk.trace import (
    ReadableSpan,
    Span,
    SynchronousMultiSpanProcessor,
)
from opentelemetry.sdk.trace.export import BatchSpanProcessor, SimpleSpanProcessor

from spanveil.processors._counters import BLANKED, PROCESSOR_FAILED, TAGGING_FAILED, Counters
from spanveil.processors._guarded import SLOT, below, guard_of
from spanveil.processors._span import SpanRedactor
from spanveil.processors._span_processor import TenantSpanProcessor
from spanveil.processors._span_view import FinishedSpan, LiveSpan
from spanveil.processors._tenant import TenantTags, remember

_QUIET: Final = frozenset({BatchSpanProcessor, SimpleSpanProcessor, TenantSpanProcessor})
"""Processors whose hooks before the end do nothing, or what the guard has done."""


class SpanGuard:
    """Tag spans at start, and hand every processor a redacted view.

    Args:
        tags: Resolves the tenant of the current work.
        redactor: For processors that are not a sink of the configuration.
        counters: Where to count.
        strict: Redact the recorded span itself when it ends, so that a processor that got hold of
            it by another way (``trace.get_current_span``) reads redacted text too. It then runs on
            the request's thread.
    """

    def __init__(
        self,
        tags: TenantTags,
        redactor: SpanRedactor,
        counters: Counters | None = None,
        *,
        strict: bool = False,
    ) -> None:
        self._resolve = tags.resolve
        self.redactor = redactor
        self.counters = counters or redactor.counters
        self.strict = strict

    def capture(self, span: Span, parent_context: Context | None) -> None:
        """Keep the tag of the work that starts the span. Never raises."""
        try:
            remember(span._context, self._resolve(parent_context))
        except Exception:
            self.counters.add(TAGGING_FAILED)

    def redact_in_place(self, span: Span) -> None:
        """Redact the recorded span itself. Never raises."""
        redacted = self.redactor(span._readable_span())
        if redacted is None:
            redacted = ReadableSpan(name="")
            self.counters.add(BLANKED)
        for field in ("name", "attributes", "events", "links", "status"):
            setattr(span, f"_{field}", getattr(redacted, f"_{field}"))

    def call(self, hook: Callable[..., Any], *args: Any, **kwargs: Any) -> None:
        """Call a processor. Whatever it raises stays here: telemetry never fails a request."""
        try:
            hook(*args, **kwargs)
        except Exception:
            self.counters.add(PROCESSOR_FAILED)


class GuardedSpanProcessors:
    """Methods for any multi-processor: its processors get views, in whatever way it calls them."""

    def on_start(self, span: Span, parent_context: Context | None = None) -> None:
        """Tag the span, and hand on a view that reads redacted and writes through."""
        guard: SpanGuard = guard_of(self)
        guard.capture(span, parent_context)
        view = LiveSpan(span, guard.redactor)
        guard.call(below(self).on_start, view, parent_context=parent_context)

    def _on_ending(self, span: Span) -> None:
        guard: SpanGuard = guard_of(self)
        if guard.strict:
            guard.redact_in_place(span)
        guard.call(below(self)._on_ending, LiveSpan(span, guard.redactor))

    def on_end(self, span: ReadableSpan) -> None:
        """Hand on a view that is redacted when it is read."""
        guard: SpanGuard = guard_of(self)
        guard.call(below(self).on_end, FinishedSpan(span, guard.redactor))


class GuardedSynchronousSpanProcessors(SynchronousMultiSpanProcessor):
    """The same for the SDK's default multi-processor, which every span of a service passes.

    So the loops stand here in full, and a view is made only where one is looked at.
    """

    def on_start(self, span: Span, parent_context: Context | None = None) -> None:
        """Tag the span, and hand on a view that reads redacted and writes through."""
        guard: SpanGuard = vars(self)[SLOT]
        guard.capture(span, parent_context)
        for processor in self._span_processors:
            # Some libraries replace a processor's method on the instance.
            if type(processor) not in _QUIET or "on_start" in vars(processor):
                view = LiveSpan(span, guard.redactor)
                guard.call(processor.on_start, view, parent_context=parent_context)

    def _on_ending(self, span: Span) -> None:
        guard: SpanGuard = vars(self)[SLOT]
        if guard.strict:
            guard.redact_in_place(span)
        for processor in self._span_processors:
            if type(processor) not in _QUIET or "_on_ending" in vars(processor):
                guard.call(processor._on_ending, LiveSpan(span, guard.redactor))

    def on_end(self, span: ReadableSpan) -> None:
        """Hand on one view, so that the span is redacted once for all that read it."""
        guard: SpanGuard = vars(self)[SLOT]
        view = FinishedSpan(span, guard.redactor)
        for processor in self._span_processors:
            try:
                processor.on_end(view)
            except Exception:
                guard.counters.add(PROCESSOR_FAILED)
