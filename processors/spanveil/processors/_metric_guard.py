"""The guard before the storage of every metric reader, present and later."""

from collections.abc import Callable
from typing import Any, Final

from opentelemetry.metrics import Asynchronous
from opentelemetry.sdk.metrics._internal.measurement import Measurement
from opentelemetry.sdk.metrics.export import MetricReader, MetricsData

from spanveil.context import UNSCOPED
from spanveil.processors._counters import DROPPED, TAGGING_FAILED
from spanveil.processors._guarded import below, guard_of, is_guarded, put_on
from spanveil.processors._metric import MetricRedactor
from spanveil.processors._tenant import TenantTags

_REDACTOR: Final = "_spanveil_redactor"


class MetricGuard:
    """Redact each measurement before it is aggregated, for each reader by its own profile.

    After aggregation it would be too late: two series that redaction makes equal have to become one
    point, and an exemplar keeps attributes that a view has left out of the point.

    Args:
        tags: Resolves the tenant of the current work.
        redactor: For readers that are not a sink of the configuration.
    """

    def __init__(self, tags: TenantTags, redactor: MetricRedactor) -> None:
        self._resolve = tags.resolve
        self.redactor = redactor

    def redactor_of(self, reader: MetricReader) -> MetricRedactor:
        """Return the redactor that `assign_redactor` gave to a reader, or the guard's own."""
        redactor: MetricRedactor = vars(reader).get(_REDACTOR, self.redactor)
        return redactor

    def tag(self, measurement: Measurement) -> str:
        """Return the tag of the work that measures. Never raises."""
        # An observable instrument is asked by whoever collects, and that may be a tenant's request
        # that flushes: what it observes belongs to the process.
        if isinstance(measurement.instrument, Asynchronous):
            return UNSCOPED
        try:
            return self._resolve(measurement.context)
        except Exception:
            self.redactor.counters.add(TAGGING_FAILED)
            return UNSCOPED


def assign_redactor(reader: MetricReader, redactor: MetricRedactor) -> None:
    """Have a reader's metrics redacted by a sink's redactor, and not by the guard's."""
    vars(reader)[_REDACTOR] = redactor


class _StorageGuard:
    """What stands before one reader's storage."""

    def __init__(self, guard: MetricGuard, reader: MetricReader) -> None:
        self.tag: Callable[[Measurement], str] = guard.tag
        self.redactor = guard.redactor_of(reader)


class GuardedStorage:
    """Methods for the storage of one metric reader."""

    def consume_measurement(self, measurement: Measurement, *args: Any, **kwargs: Any) -> None:
        """Aggregate under redacted attributes. Never raises."""
        guard: _StorageGuard = guard_of(self)
        try:
            attributes = guard.redactor.attributes(measurement.attributes, guard.tag(measurement))
            # Not the constructor, which would clean what is clean.
            clean = object.__new__(type(measurement))
            vars(clean).update(vars(measurement), attributes=attributes)
            below(self).consume_measurement(clean, *args, **kwargs)
        except Exception:
            guard.redactor.counters.add(DROPPED)

    def collect(self, *args: Any, **kwargs: Any) -> MetricsData | None:
        """Return what was aggregated, with redacted names, scopes and resource."""
        guard: _StorageGuard = guard_of(self)
        return guard.redactor.data(below(self).collect(*args, **kwargs))


class GuardedConsumer:
    """Methods for a meter provider's measurement consumer: no storage stays unguarded."""

    def consume_measurement(self, measurement: Measurement) -> None:
        """Hand the measurement on to guarded storages. Never raises."""
        guard: MetricGuard = guard_of(self)
        try:
            guard_storages(self, guard)
            below(self).consume_measurement(measurement)
        except Exception:
            guard.redactor.counters.add(DROPPED)

    def collect(self, *args: Any, **kwargs: Any) -> Any:
        """Collect from a guarded storage."""
        guard_storages(self, guard_of(self))
        return below(self).collect(*args, **kwargs)


def guard_storages(consumer: Any, guard: MetricGuard) -> None:
    """Guard the storages that a reader has added since.

    What a storage aggregated before it was guarded was aggregated under raw attributes, and goes.
    """
    for reader, storage in consumer._reader_storages.items():
        if is_guarded(storage):
            continue
        with storage._lock:
            storage._instrument_view_instrument_matches.clear()
            put_on(storage, GuardedStorage, _StorageGuard(guard, reader))
