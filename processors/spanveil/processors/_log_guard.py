"""The guard before all log processors of a provider, and tags for those who compose by hand."""

from collections.abc import Callable
from typing import Any

from opentelemetry.sdk._logs import LogRecordProcessor, ReadWriteLogRecord
from opentelemetry.sdk._logs._internal import SynchronousMultiLogRecordProcessor

from spanveil.context import UNSCOPED, KeyRing
from spanveil.processors._counters import DROPPED, PROCESSOR_FAILED, TAGGING_FAILED, Counters
from spanveil.processors._guarded import below, guard_of
from spanveil.processors._log import LogRedactor
from spanveil.processors._log_view import LogState, view_of
from spanveil.processors._tenant import TenantTags, remember


class LogGuard:
    """Tag log records when they are emitted, and hand every processor a redacted view.

    Args:
        tags: Resolves the tenant of the current work.
        redactor: For processors that are not a sink of the configuration.
        counters: Where to count.
    """

    def __init__(
        self, tags: TenantTags, redactor: LogRedactor, counters: Counters | None = None
    ) -> None:
        self._resolve = tags.resolve
        self._redactor = redactor
        self.counters = counters or redactor.counters

    def view(self, record: ReadWriteLogRecord) -> ReadWriteLogRecord:
        """Return the view that processors get."""
        return view_of(LogState(record, self._tag(record), self._redactor))

    def _tag(self, record: ReadWriteLogRecord) -> str:
        try:
            return self._resolve(record.log_record.context)
        except Exception:
            self.counters.add(TAGGING_FAILED)
            return UNSCOPED

    def call(self, hook: Callable[..., Any], *args: Any) -> None:
        """Call a processor. Whatever it raises stays here: telemetry never fails a request."""
        try:
            hook(*args)
        except Exception:
            self.counters.add(PROCESSOR_FAILED)


class GuardedLogProcessors:
    """Methods for any multi-processor of log records."""

    def on_emit(self, log_record: ReadWriteLogRecord) -> None:
        """Hand on a view that is redacted when it is read."""
        guard: LogGuard = guard_of(self)
        guard.call(lambda: below(self).on_emit(guard.view(log_record)))


class GuardedSynchronousLogProcessors(SynchronousMultiLogRecordProcessor):
    """The same for the SDK's default, in which one processor's fault does not cost the others."""

    def on_emit(self, log_record: ReadWriteLogRecord) -> None:
        """Hand on one view, so that the record is redacted once for all that read it."""
        guard: LogGuard = guard_of(self)
        try:
            view = guard.view(log_record)
        except Exception:
            guard.counters.add(DROPPED)
            return
        for processor in self._log_record_processors:
            guard.call(processor.on_emit, view)


class TenantLogRecordProcessor(LogRecordProcessor):
    """Capture the tenant of each log record on the thread that emits it.

    Register it before the processor that exports. It is needed only where parts are composed by
    hand; the guard that `configure` and `protect` install captures the tenant itself.

    Args:
        key_ring: Makes the opaque tags.
        counters: Where to count a tenant that could not be resolved.
    """

    def __init__(self, key_ring: KeyRing, counters: Counters | None = None) -> None:
        self._resolve = TenantTags(key_ring).resolve
        self._counters = counters or Counters()

    def on_emit(self, log_record: ReadWriteLogRecord) -> None:
        """Capture the tag. Never raises: a record whose tenant cannot be told is unscoped."""
        try:
            record = log_record.log_record
            remember(record.attributes, self._resolve(record.context))
        except Exception:
            self._counters.add(TAGGING_FAILED)

    def shutdown(self) -> None:
        """Do nothing."""

    def force_flush(self, timeout_millis: int = 30_000) -> bool:
        """Do nothing."""
        return True
