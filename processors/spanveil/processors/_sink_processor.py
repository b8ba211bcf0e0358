"""The batch processor of a configured sink: it queues spans as they are, and redacts at export."""

from typing import Any

from opentelemetry.sdk._shared_internal import BatchProcessor
from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.trace import TraceFlags

from spanveil.processors._span_exporter import RedactingSpanExporter


class _RedactedBatches(BatchProcessor[ReadableSpan]):
    """A queue of originals, whose exporter is always one that redacts."""

    @property
    def _exporter(self) -> Any:
        return vars(self)["_exporter"]

    @_exporter.setter
    def _exporter(self, exporter: Any) -> None:
        # Somebody has put another one in.
        vars(self)["_exporter"] = RedactingSpanExporter(exporter, self._exporter.redactor)


class SinkSpanProcessor(BatchSpanProcessor):
    """Batch spans for an exporter that redacts, so that no view is needed before it.

    A view would cost the request's thread a microsecond for every span.

    Args:
        exporter: Redacts in the thread that exports.
        limits: As `BatchSpanProcessor` takes them: sizes in spans, times in milliseconds.
    """

    def __init__(self, exporter: RedactingSpanExporter, **limits: Any) -> None:
        super().__init__(exporter, **limits)
        self._batch_processor.__class__ = _RedactedBatches

    def on_end(self, span: ReadableSpan) -> None:
        """Queue a sampled span."""
        context = span._context
        if context is not None and context[3] & TraceFlags.SAMPLED:
            self._batch_processor.emit(span)
