"""How many parts a request and its items may have, counted before any work on them.

The length of a repeated field costs nothing, what stands in it costs a step of work each.
"""

from typing import Any

from spanveil.config import RequestLimits
from spanveil.gateway._errors import PayloadError, invalid
from spanveil.gateway._signals import Signal, count, data_points


class OverLimit(Exception):
    """An item, a scope or a resource with too many parts, which is rejected.

    Args:
        limit: The name of the limit, which is the cause that is counted.
    """

    def __init__(self, limit: str) -> None:
        self.limit = limit
        super().__init__(limit)


def cause(error: Exception) -> str:
    """Return the word under which a rejection is counted."""
    return error.limit if isinstance(error, OverLimit) else type(error).__name__


class Checks:
    """Check parsed messages against the limits.

    Args:
        limits: How many; ``None`` for a batch of the queue, which was checked when it came in and
            must not be lost where limits are narrower today.
    """

    __slots__ = ("_limits", "max_attributes")

    def __init__(self, limits: RequestLimits | None) -> None:
        self._limits = limits
        self.max_attributes = limits.max_attributes if limits else None

    def request(self, request: Any) -> None:
        """Check the envelope of a request, or the request of the short way.

        Raises:
            PayloadError: It has too many resources, scopes or items.
        """
        limits = self._limits
        if limits is None:
            return
        if len(request.resources) > limits.max_resources:
            raise _too_many("resources", limits.max_resources)
        if sum(len(one.scopes) for one in request.resources) > limits.max_scopes:
            raise _too_many("scopes", limits.max_scopes)
        items = sum(len(scope.items) for one in request.resources for scope in one.scopes)
        if items > limits.max_items:
            raise _too_many("items", limits.max_items)

    def header(self, header: Any) -> None:
        """Check a resource or a scope.

        Raises:
            OverLimit: It has too many attributes.
        """
        self._attributes(header.attributes)
        for entity in getattr(header, "entity_refs", ()):
            self._attributes(entity.id_keys)
            self._attributes(entity.description_keys)
        self._attributes(getattr(header, "entity_refs", ()))

    def item(self, signal: Signal, item: Any) -> None:
        """Check a span, a log record or a metric.

        Raises:
            OverLimit: It has too many parts.
        """
        limits = self._limits
        if limits is None:
            return
        match signal:
            case Signal.TRACES:
                _at_most(limits.max_events, item.events, "max_events")
                _at_most(limits.max_links, item.links, "max_links")
                self._attributes(item.attributes, *(one.attributes for one in item.events))
                self._attributes(*(one.attributes for one in item.links))
            case Signal.LOGS:
                self._attributes(item.attributes)
            case Signal.METRICS:
                self._metric(item, limits)

    def _metric(self, metric: Any, limits: RequestLimits) -> None:
        points = data_points(metric)
        _at_most(limits.max_items, points, "max_items")
        self._attributes(metric.metadata, *(point.attributes for point in points))
        room = limits.max_exemplars
        for point in points:
            exemplars = getattr(point, "exemplars", ())
            _at_most(room, exemplars, "max_exemplars")
            room -= len(exemplars)
            self._attributes(*(one.filtered_attributes for one in exemplars))

    def _attributes(self, *lists: Any) -> None:
        if self.max_attributes is not None:
            for pairs in lists:
                _at_most(self.max_attributes, pairs, "max_attributes")

    def values(self) -> "Values":
        """Return how many values may be nested in the next item."""
        return Values(self._limits.max_values if self._limits else None)


class Values:
    """Count down the values that are nested in the attributes of one item.

    Args:
        most: How many; ``None`` for any number.
    """

    __slots__ = ("_left",)

    def __init__(self, most: int | None) -> None:
        self._left = most

    def take(self, values: int) -> None:
        """Account for what a container holds, before it is looked into.

        Raises:
            OverLimit: There are too many.
        """
        if self._left is not None:
            self._left -= values
            if self._left < 0:
                raise OverLimit("max_values")


def rejected(signal: Signal, item: Any) -> int:
    """Return as how many items one that is rejected counts, also a metric without a point."""
    return count(signal, item) or 1


def _at_most(most: int, parts: Any, limit: str) -> None:
    if len(parts) > most:
        raise OverLimit(limit)


def _too_many(what: str, most: int) -> PayloadError:
    return invalid(f"more than {most} {what} in one request", cause=f"max_{what}")
