"""Redact spans before they are exported, in the thread that exports."""

import time
from collections.abc import Sequence

from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.sdk.trace.export import SpanExporter, SpanExportResult

from spanveil.processors._counters import EXPORT_FAILED
from spanveil.processors._forwarding import ForwardingExporter
from spanveil.processors._span import SpanRedactor
from spanveil.processors._span_view import original_of


class RedactingSpanExporter(ForwardingExporter[SpanExporter], SpanExporter):
    """Hand redacted spans to another exporter.

    Args:
        exporter: Receives new, redacted spans and never an original.
        redactor: How to redact; by default the shared profile with random pseudonyms.

    >>> from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
    >>> exporter = RedactingSpanExporter(InMemorySpanExporter())
    """

    def __init__(self, exporter: SpanExporter, redactor: SpanRedactor | None = None) -> None:
        self.redactor = redactor or SpanRedactor()
        super().__init__(exporter, self.redactor.counters)

    def export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:
        """Redact and export. Never raises."""
        try:
            redacted = []
            for span in spans:
                view = original_of(span)
                one = self.redactor(span) if view is None else view.redacted_by(self.redactor)
                if one is not None:
                    redacted.append(one)
                # A long scan holds the interpreter's lock: let a request thread in between spans.
                time.sleep(0)
            result = self._exporter.export(redacted)
        except Exception:
            result = SpanExportResult.FAILURE
        if result is not SpanExportResult.SUCCESS:
            self._counters.add(EXPORT_FAILED)
        return result
