"""What the gateway counts, under the names that Collector users know.

Labels are signals, configured names and words of ours: never a tag, an address or a value.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

Labels = tuple[tuple[str, str], ...]
Series = tuple[str, Labels]

# name: (type, help). Names of opentelemetry-collector's own telemetry (*/documentation.md there) as
# its default reader writes them, without a `_total` suffix; those of ours start with `spanveil_`.
METRICS: Final[Mapping[str, tuple[str, str]]] = {
    **{
        f"otelcol_receiver_{verb}_{items}": ("counter", f"{items} {what}")
        for verb, what in (
            ("accepted", "taken over from clients"),
            ("refused", "turned away for the client to send again or to drop"),
        )
        for items in ("spans", "metric_points", "log_records")
    },
    "otelcol_receiver_requests": ("counter", "export requests by outcome"),
    **{
        f"otelcol_exporter_{verb}_{items}": ("counter", f"{items} {what}")
        for verb, what in (
            ("sent", "acknowledged by a sink"),
            ("send_failed", "dropped because a sink refused them for good"),
            ("enqueue_failed", "refused because the queue had no room"),
        )
        for items in ("spans", "metric_points", "log_records")
    },
    "otelcol_exporter_queue_size": ("gauge", "bytes waiting for a sink"),
    "otelcol_exporter_queue_capacity": ("gauge", "bytes that the queue, which all share, may hold"),
    "otelcol_exporter_in_flight_requests": ("gauge", "exports under way"),
    "otelcol_processor_incoming_items": ("counter", "items that came to redaction"),
    "otelcol_processor_outgoing_items": ("counter", "items that left redaction"),
    "otelcol_process_uptime": ("gauge", "seconds since the start"),
    "otelcol_process_cpu_seconds": ("counter", "CPU seconds of the process"),
    "otelcol_process_memory_rss": ("gauge", "resident bytes"),
    "spanveil_queue_max_bytes": ("gauge", "bytes that the queue may hold"),
    "spanveil_queue_bytes": ("gauge", "bytes of redacted payload in the queue"),
    "spanveil_queue_faults": ("counter", "failed writes to the queue's file, by cause"),
    "spanveil_queue_lost_items": (
        "counter",
        "items of batches that could not be read from the queue, by cause and sink",
    ),
    "spanveil_redacted_fields": (
        "counter",
        "fields by class, treatment, profile and sink",
    ),
    "spanveil_redacted_entities": ("counter", "detected entities replaced, by type and sink"),
    "spanveil_redaction_errors": (
        "counter",
        "fields that treatment failed on, by cause and sink",
    ),
    "spanveil_redacted_again_batches": (
        "counter",
        "batches of another policy, at each attempt, by sink",
    ),
    "spanveil_rejected_items": ("counter", "items that could not be redacted, by cause and sink"),
    "spanveil_stripped_attributes": ("counter", "reserved attributes removed"),
    "spanveil_discarded_fields": ("counter", "unknown protobuf fields removed"),
    "spanveil_sink_rejected_items": ("counter", "items that a sink rejected by partial success"),
    "spanveil_sink_unclear_answers": (
        "counter",
        "successes of a sink whose answer was cut off or cannot be read",
    ),
    "spanveil_sink_retries": ("counter", "exports that will be tried again, by code"),
    "spanveil_sink_refusals": ("counter", "exports that a sink refused for good, by code"),
    "spanveil_sink_waiting_batches": ("gauge", "batches that wait for a sink or are under way"),
    "spanveil_refused_requests": ("counter", "requests that were turned away, by code and reason"),
    "spanveil_sink_up": ("gauge", "whether the last export to a sink succeeded"),
    "spanveil_reloads": ("counter", "configuration reloads, by outcome"),
    "spanveil_ready": ("gauge", "whether the canary self-test passes"),
}


class Stats:
    """Counters and gauges of one process."""

    def __init__(self) -> None:
        self._values: Counter[Series] = Counter()

    def add(self, name: str, value: float = 1, **labels: str) -> None:
        """Add to a series."""
        self._values[_series(name, labels)] += value  # type: ignore[assignment]

    def set(self, name: str, value: float, **labels: str) -> None:
        """Set a gauge."""
        self._values[_series(name, labels)] = value  # type: ignore[assignment]

    def get(self, name: str, **labels: str) -> float:
        """Return the sum of all series that have these labels among theirs."""
        wanted = set(labels.items())
        return sum(
            value
            for (series, found), value in self._values.items()
            if series == name and wanted <= set(found)
        )

    def forget(self, **labels: str) -> None:
        """Forget the gauges that have these labels; counters only ever grow."""
        wanted = set(labels.items())
        for series in [one for one in self._values if wanted <= set(one[1])]:
            if METRICS[series[0]][0] == "gauge":
                del self._values[series]

    def snapshot(self) -> dict[Series, float]:
        """Return all series."""
        return dict(self._values)


def _series(name: str, labels: Mapping[str, str]) -> Series:
    if name not in METRICS:
        raise KeyError(name)
    return name, tuple(sorted(labels.items()))


def counters(snapshot: Mapping[Series, float]) -> dict[Series, float]:
    """Return the series that only ever grow."""
    return {
        series: value for series, value in snapshot.items() if METRICS[series[0]][0] == "counter"
    }


def merged(snapshots: Iterable[Mapping[Series, float]]) -> dict[Series, float]:
    """Return the series of several processes as one, summed (``up`` and ``ready``: the worst)."""
    total: dict[Series, float] = {}
    for snapshot in snapshots:
        for series, value in snapshot.items():
            if series not in total:
                total[series] = value
            elif series[0] in ("spanveil_sink_up", "spanveil_ready"):
                total[series] = min(total[series], value)
            elif series[0] == "otelcol_process_uptime":
                total[series] = max(total[series], value)
            else:
                total[series] += value
    return total


def exposition(snapshot: Mapping[Series, float]) -> str:
    """Return the Prometheus text format, version 0.0.4."""
    by_name: dict[str, list[str]] = {}
    for (name, labels), value in sorted(snapshot.items()):
        inner = ",".join(f'{key}="{_escaped(text)}"' for key, text in labels)
        by_name.setdefault(name, []).append(
            f"{name}{{{inner}}} {value:.17g}" if inner else f"{name} {value:.17g}"
        )
    lines: list[str] = []
    for name, samples in by_name.items():
        kind, text = METRICS[name]
        lines += [f"# HELP {name} {text}", f"# TYPE {name} {kind}", *samples]
    return "\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
