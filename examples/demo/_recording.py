"""What the instrumentations record, read from the very spans that they were handed.

The left-hand side of the report. No processor or exporter is involved, so what Spanveil does to
the exported copy cannot show up here, and what is done here cannot change the exported copy.
"""

from typing import Any

from opentelemetry.sdk import trace as sdk
from opentelemetry.trace import Span, Tracer, TracerProvider


class _RecordingTracer(Tracer):
    def __init__(self, tracer: Tracer, spans: list[Span]) -> None:
        self._tracer = tracer
        self._spans = spans

    def start_span(self, *args: Any, **kwargs: Any) -> Span:
        span = self._tracer.start_span(*args, **kwargs)
        self._spans.append(span)
        return span

    # The SDK's own: it opens the span by `start_span` above and makes it current.
    start_as_current_span = sdk.Tracer.start_as_current_span


class RecordingTracerProvider(TracerProvider):
    """A tracer provider that remembers the spans which another one started."""

    def __init__(self, provider: TracerProvider) -> None:
        self._provider = provider
        self._spans: list[Span] = []

    def get_tracer(self, *args: Any, **kwargs: Any) -> Tracer:
        """Return a tracer of the other provider, watched."""
        return _RecordingTracer(self._provider.get_tracer(*args, **kwargs), self._spans)

    def recorded(self) -> list[sdk.ReadableSpan]:
        """Return the sampled spans, as they are now."""
        return [span for span in self._spans if isinstance(span, sdk.ReadableSpan)]
