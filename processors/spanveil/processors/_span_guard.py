"""The guard before all span processors of a provider, whoever registers them and when."""

from collections.abc import Callable
from typing import Any, Final, NamedTuple

from opentelemetry.context import Context, get_current
from opentelemetry.sdk.trace import (
    ReadableSpan,
    Span,
    SpanProcessor,
    SynchronousMultiSpanProcessor,
)
from opentelemetry.sdk.trace.export import BatchSpanProcessor, SimpleSpanProcessor

from spanveil.processors._counters import (
    BLANKED,
    PROCESSOR_FAILED,
    SIDE_CHANNEL,
    TAGGING_FAILED,
    Counters,
)
from spanveil.processors._guarded import below, guard_of
from spanveil.processors._side_channels import open_side_channels, warn_of
from spanveil.processors._sink_processor import SinkSpanProcessor
from spanveil.processors._span import SpanRedactor
from spanveil.processors._span_processor import TenantSpanProcessor
from spanveil.processors._span_view import FinishedSpan, LiveSpan
from spanveil.processors._tenant import TAG_SLOT, TenantTags, remember
from spanveil.propagators import IngressLinkProcessor

_IDLE: Final = frozenset(
    {BatchSpanProcessor, IngressLinkProcessor, SimpleSpanProcessor}
    | {SinkSpanProcessor, TenantSpanProcessor}
)
"""Processors whose hooks before the end do nothing, or what the guard has done."""
_OURS: Final[frozenset[type]] = frozenset(
    {IngressLinkProcessor, SinkSpanProcessor, TenantSpanProcessor}
)
_end_at_sink: Final = SinkSpanProcessor.on_end
_link: Final = IngressLinkProcessor().on_start
_LINK_KEY: Final = IngressLinkProcessor.key


class _Plan(NamedTuple):
    """What there is to do for a set of processors, worked out once and not for every span."""

    processors: object
    """The tuple that it was made for."""
    only_ours: bool
    """Nobody looks at a span but Spanveil's own processors, so that there is no need of views."""
    sinks: tuple[SinkSpanProcessor, ...]
    links: bool
    """Whether a new trace is linked to its untrusted caller."""


_NO_PLAN: Final = _Plan(None, False, (), False)


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
        self.resolve = tags.resolve
        self.redactor = redactor
        self.counters = counters or redactor.counters
        self.strict = strict
        self.known = _NO_PLAN

    def plan(self, processors: tuple[SpanProcessor, ...]) -> _Plan:
        """Work out what there is to do for the processors of the provider behind this guard."""
        kinds: set[type] = {type(processor) for processor in processors}
        plan = _Plan(
            processors,
            kinds <= _OURS,
            tuple(one for one in processors if isinstance(one, SinkSpanProcessor)),
            IngressLinkProcessor in kinds,
        )
        if isinstance(processors, tuple):  # a list that somebody has put there may change
            self.known = plan
            self._look_for_side_channels(processors)
        return plan

    def _look_for_side_channels(self, processors: tuple[SpanProcessor, ...]) -> None:
        try:
            channels = open_side_channels(processors)
        except Exception:
            return  # it only warns
        if channels:
            self.counters.add(SIDE_CHANNEL, len(channels))
            warn_of(channels)

    def capture(self, span: Span, parent_context: Context | None) -> None:
        """Keep the tag of the work that starts the span. Never raises."""
        try:
            remember(span._context, self.resolve(parent_context))
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

    So the loops stand here in full, a view is made only where one is looked at, and a hook that is
    known to do nothing is not called.
    """

    _spanveil_guard: SpanGuard

    def on_start(self, span: Span, parent_context: Context | None = None) -> None:
        """Tag the span, and hand on a view that reads redacted and writes through."""
        guard = self._spanveil_guard
        here = get_current() if parent_context is None else parent_context
        try:
            # `remember`, without the call.
            span._context.__dict__[TAG_SLOT] = guard.resolve(here)
        except Exception:
            guard.counters.add(TAGGING_FAILED)
        processors, plan = self._span_processors, guard.known
        if plan.processors is not processors:
            plan = guard.plan(processors)
        if plan.links and _LINK_KEY in here:
            _link(span, here)
        if plan.only_ours:
            return
        for processor in processors:
            # Some libraries replace a processor's method on the instance.
            if type(processor) not in _IDLE or "on_start" in vars(processor):
                view = LiveSpan(span, guard.redactor)
                guard.call(processor.on_start, view, parent_context=parent_context)

    def _on_ending(self, span: Span) -> None:
        guard = self._spanveil_guard
        if guard.strict:
            guard.redact_in_place(span)
        plan = guard.known
        if plan.processors is self._span_processors and plan.only_ours:
            return
        for processor in self._span_processors:
            if type(processor) not in _IDLE or "_on_ending" in vars(processor):
                guard.call(processor._on_ending, LiveSpan(span, guard.redactor))

    def on_end(self, span: ReadableSpan) -> None:
        """Hand on one view, so that the span is redacted once for all that read it."""
        guard = self._spanveil_guard
        processors, plan = self._span_processors, guard.known
        if plan.processors is not processors:
            plan = guard.plan(processors)
        if plan.only_ours:
            for sink in plan.sinks:
                try:
                    # Not by the instance, where somebody may have put a method of theirs.
                    _end_at_sink(sink, span)
                except Exception:
                    guard.counters.add(PROCESSOR_FAILED)
            return
        view = FinishedSpan(span, guard.redactor)
        for processor in processors:
            try:
                processor.on_end(view)
            except Exception:
                guard.counters.add(PROCESSOR_FAILED)
