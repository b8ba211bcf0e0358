"""What Spanveil did in this process, in counts."""

import threading
from collections import Counter
from collections.abc import Mapping
from typing import Final

from spanveil.redaction import Report

ITEMS: Final = "items"
"""Items that were redacted, once for each sink."""
BLANKED: Final = "blanked"
"""Items of which only ids, times and kind were exported, because redaction failed."""
DROPPED: Final = "dropped"
"""Items that could not even be blanked and were not exported."""
UNSCOPED: Final = "unscoped"
"""Items without a tenant, or with two; they got the strict profile."""
EXPORT_FAILED: Final = "export_failed"
"""Calls of the inner exporter that raised or reported a failure."""
TAGGING_FAILED: Final = "tagging_failed"
"""Items whose tenant could not be resolved; they count as unscoped."""
PROCESSOR_FAILED: Final = "processor_failed"
"""Calls of a processor behind the guard that raised; the application does not see it."""
UNGUARDED: Final = "unguarded"
"""Providers that could not be guarded, and so were silenced."""

SIDE_CHANNEL: Final = "side_channel"
"""Libraries that were seen to send content by themselves, past every processor."""


class Counters:
    """Thread-safe counts by what happened, by content class and treatment, and by entity."""

    __slots__ = ("_events", "_lock", "_report")

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._events: Counter[str] = Counter()
        self._report = Report()

    def add(self, event: str, number: int = 1) -> None:
        """Count an event; see the constants of this module."""
        with self._lock:
            self._events[event] += number

    def merge(self, report: Report) -> None:
        """Add a redaction report."""
        with self._lock:
            self._report.merge(report)

    def fault(self, cause: str) -> None:
        """Count an item whose redaction failed, by the class name of the exception."""
        report = Report()
        report.errors[cause] += 1
        self.merge(report)

    def clear(self) -> None:
        """Start over, as after the self-test, whose items are nobody's."""
        with self._lock:
            self._events.clear()
            self._report = Report()

    def snapshot(self) -> Mapping[str, int]:
        """Return all counts under dotted names, such as ``fields.prompt.skeleton``.

        The others are ``events.*``, ``entities.*`` and ``errors.*``.
        """
        with self._lock:
            counts = {f"events.{name}": number for name, number in self._events.items()}
            for (content_class, treatment), number in self._report.fields.items():
                counts[f"fields.{content_class}.{treatment}"] = number
            for entity, number in self._report.entities.items():
                counts[f"entities.{entity}"] = number
            for cause, number in self._report.errors.items():
                counts[f"errors.{cause}"] = number
        return dict(sorted(counts.items()))
