"""Redact log records before they are exported, in the thread that exports."""

import time
from collections.abc import Sequence

from opentelemetry.sdk._logs import ReadableLogRecord
from opentelemetry.sdk._logs.export import LogRecordExporter, LogRecordExportResult

from spanveil.processors._counters import EXPORT_FAILED
from spanveil.processors._forwarding import ForwardingExporter
from spanveil.processors._log import LogRedactor
from spanveil.processors._log_view import log_original_of


class RedactingLogRecordExporter(ForwardingExporter[LogRecordExporter], LogRecordExporter):
    """Hand redacted log records to another exporter.

    Args:
        exporter: Receives new, redacted records and never an original.
        redactor: How to redact; by default the shared profile with random pseudonyms.
    """

    def __init__(self, exporter: LogRecordExporter, redactor: LogRedactor | None = None) -> None:
        self._redact = redactor or LogRedactor()
        super().__init__(exporter, self._redact.counters)

    def export(self, batch: Sequence[ReadableLogRecord]) -> LogRecordExportResult:
        """Redact and export. Never raises."""
        try:
            redacted = []
            for record in batch:
                view = log_original_of(record)
                if view is not None and view.is_self_test:
                    continue
                one = self._redact(record) if view is None else view.redacted_by(self._redact)
                if one is not None:
                    redacted.append(one)
                # A long scan holds the interpreter's lock: let a request thread in between.
                time.sleep(0)
            if not redacted:
                return LogRecordExportResult.SUCCESS
            result = self._exporter.export(redacted)
        except Exception:
            result = LogRecordExportResult.FAILURE
        if result is not LogRecordExportResult.SUCCESS:
            self._counters.add(EXPORT_FAILED)
        return result
