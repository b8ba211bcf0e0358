"""What the propagation boundary did in this process, in counts and never in values."""

import threading
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Final

from opentelemetry.metrics import CallbackOptions, Meter, Observation

REMOVED: Final = "removed"
"""Headers that the wire guard removed, by client and destination class."""
BODY_FIELDS: Final = "body_fields"
"""Body fields and message attributes that were removed or replaced, by client and class."""
FAILED: Final = "failed"
"""Faults of our own, by place; each was answered by removing everything of the header table."""
RESTARTED: Final = "restarted"
"""Incoming contexts that were not continued."""
CONTINUED: Final = "continued"
"""Incoming contexts that were continued."""
ALARM: Final = "alarm"
"""What the watchdog found, by kind."""


class Counts:
    """Thread-safe counts by event and up to two labels."""

    __slots__ = ("_counter", "_lock")

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._counter: Counter[tuple[str, str, str]] = Counter()

    def add(self, event: str, first: str = "", second: str = "", number: int = 1) -> None:
        """Count; labels come from code and configuration, so that their number is bounded."""
        with self._lock:
            self._counter[event, first, second] += number

    def total(self, event: str) -> int:
        """Return the sum of an event over its labels."""
        with self._lock:
            return sum(number for key, number in self._counter.items() if key[0] == event)

    def snapshot(self) -> dict[tuple[str, str, str], int]:
        """Return all counts: (event, first label, second label) to number."""
        with self._lock:
            return dict(self._counter)


def publish(meter: Meter, current: Callable[[], Counts | None]) -> None:
    """Publish counts as the observable counter ``spanveil.propagation.events``.

    Args:
        meter: Makes the instrument.
        current: Returns the counts to read at each collection.
    """

    def callback(_options: CallbackOptions) -> Iterable[Observation]:
        counts = current()
        for (event, first, second), number in counts.snapshot().items() if counts else ():
            attributes = {"event": event, "client": first, "destination_class": second}
            yield Observation(number, {key: text for key, text in attributes.items() if text})

    meter.create_observable_counter(
        "spanveil.propagation.events",
        [callback],
        unit="{event}",
        description="Headers and body fields removed, contexts continued or restarted, faults",
    )
