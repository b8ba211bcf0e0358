"""What happened since the last look, in log lines: one for each kind of event, with its number.

The counters are compared and nothing is logged where it happens, so that a flood of requests or of
refusals makes no flood of lines. Labels of counters are words of ours and configured names, so that
a line holds no payload, tag or address.
"""

import logging
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from spanveil.gateway._stats import Series

Line = tuple[int, str]

_FULL: Final = 0.8
_ROOM_AGAIN: Final = 0.5
_SAID_ELSEWHERE: Final = frozenset({"", "shutting down", "starting", "a worker has ended"})


class Journal:
    """Tell what changed between two looks at the counters."""

    def __init__(self) -> None:
        self._before: dict[Series, float] = {}
        self._down: set[str] = set()
        self._not_ready = ""
        self._is_full = False

    def look(self, now: Mapping[Series, float], not_ready: str) -> Iterator[Line]:
        """Yield what to log.

        Args:
            now: All series.
            not_ready: Why the gateway is not ready, ``""`` if it is.
        """
        yield from self._events(now)
        yield from self._sinks(now)
        yield from self._fill(now)
        yield from self._readiness(not_ready)
        self._before = dict(now)

    def _events(self, now: Mapping[Series, float]) -> Iterator[Line]:
        for series, value in sorted(now.items()):
            name, labels = series
            told = _EVENTS.get(name)
            more = value - self._before.get(series, 0.0)
            if told is not None and more > 0:
                level, text = told
                yield level, f"{text(dict(labels))}: {more:.0f}"

    def _sinks(self, now: Mapping[Series, float]) -> Iterator[Line]:
        for (name, labels), value in sorted(now.items()):
            if name != "spanveil_sink_up":
                continue
            sink = dict(labels)["exporter"]
            if value and sink in self._down:
                self._down.discard(sink)
                yield logging.INFO, f"sink {sink} takes requests again"
            elif not value and sink not in self._down:
                self._down.add(sink)
                yield logging.WARNING, f"sink {sink} takes no requests now; it is asked again"

    def _fill(self, now: Mapping[Series, float]) -> Iterator[Line]:
        capacity = now.get(("spanveil_queue_max_bytes", ()), 0.0)
        share = now.get(("spanveil_queue_bytes", ()), 0.0) / capacity if capacity else 0.0
        if share >= _FULL and not self._is_full:
            self._is_full = True
            yield logging.WARNING, f"the queue is {share:.0%} full; a full one turns requests away"
        elif share < _ROOM_AGAIN and self._is_full:
            self._is_full = False
            yield logging.INFO, "the queue has room again"

    def _readiness(self, not_ready: str) -> Iterator[Line]:
        if not_ready == self._not_ready:
            return
        if not_ready not in _SAID_ELSEWHERE:
            yield logging.WARNING, f"not ready: {not_ready}"
        elif not not_ready and self._not_ready not in _SAID_ELSEWHERE:
            yield logging.INFO, "ready again"
        self._not_ready = not_ready


def _dropped(items: str) -> Callable[[Mapping[str, str]], str]:
    return lambda of: f"sink {of['exporter']}: {items} dropped"


def _turned_away(of: Mapping[str, str]) -> str:
    reason = f", {of['reason']}" if of["reason"] else ""
    return f"requests over {of['transport']} turned away ({of['code']}{reason})"


_EVENTS: Final[Mapping[str, tuple[int, Callable[[Mapping[str, str]], str]]]] = {
    "spanveil_refused_requests": (logging.WARNING, _turned_away),
    "spanveil_sink_retries": (
        logging.WARNING,
        lambda of: f"sink {of['exporter']}: exports to be tried again ({of['code']})",
    ),
    "spanveil_sink_refusals": (
        logging.ERROR,
        lambda of: f"sink {of['exporter']}: exports refused for good ({of['code']})",
    ),
    **{
        f"otelcol_exporter_send_failed_{items}": (logging.ERROR, _dropped(items.replace("_", " ")))
        for items in ("spans", "metric_points", "log_records")
    },
    "spanveil_sink_rejected_items": (
        logging.WARNING,
        lambda of: f"sink {of['exporter']}: items of {of['data_type']} rejected by it",
    ),
    "spanveil_sink_unclear_answers": (
        logging.WARNING,
        lambda of: (
            f"sink {of['exporter']}: answers that cannot be read, taken as full success "
            f"({of['data_type']})"
        ),
    ),
    "spanveil_queue_faults": (
        logging.ERROR,
        lambda of: f"the queue's file: faults ({of['cause']})",
    ),
    "spanveil_rejected_items": (
        logging.ERROR,
        lambda of: (
            f"sink {of['exporter']}: items that could not be redacted, and went nowhere "
            f"({of['cause']})"
        ),
    ),
    "spanveil_redaction_errors": (
        logging.ERROR,
        lambda of: f"fields that treatment failed on, and replaced whole ({of['cause']})",
    ),
}
