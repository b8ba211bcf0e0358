"""The deliveries of all sinks, and what waits for sinks that are configured no more."""

import asyncio
from collections.abc import Iterable

from spanveil.gateway._delivery import Delivery
from spanveil.gateway._queue_file import Stored
from spanveil.gateway._stats import Stats


class Deliveries:
    """Deliver each batch to the sinks that it is for.

    Args:
        stats: Where to count.
    """

    def __init__(self, stats: Stats) -> None:
        self._stats = stats
        self._by_sink: dict[str, Delivery] = {}
        # Kept for when their sink is configured again.
        self._orphans: dict[str, list[Stored]] = {}

    def __getitem__(self, sink: str) -> Delivery:
        """Return a sink's delivery."""
        return self._by_sink[sink]

    @property
    def has_work(self) -> bool:
        """Whether a batch waits for a sink."""
        return any(delivery.waiting for delivery in self._by_sink.values())

    def set(self, deliveries: Iterable[Delivery]) -> None:
        """Deliver by these, which are not started yet."""
        self._by_sink = {delivery.name: delivery for delivery in deliveries}

    def put(self, stored: Stored, sink: str) -> None:
        """Take a batch over for one sink."""
        if sink in self._by_sink:
            self._by_sink[sink].put(stored)
        else:
            self._orphans.setdefault(sink, []).append(stored)

    def start(self) -> None:
        """Begin to deliver."""
        for delivery in self._by_sink.values():
            delivery.start()

    async def replace(self, new: Iterable[Delivery]) -> None:
        """Deliver by others from now on, also what waits, and start them."""
        old, orphans = self._by_sink, self._orphans
        self._orphans = {}
        self.set(new)
        for name in old.keys() - self._by_sink.keys():
            self._stats.forget(exporter=name)
        left = {name: await delivery.stop() for name, delivery in old.items()}
        for name, waiting in (*orphans.items(), *left.items()):
            for stored in waiting:
                self.put(stored, name)
        self.start()

    async def stop(self) -> None:
        """Stop all; what waits stays in the queue."""
        await asyncio.gather(*(delivery.stop() for delivery in self._by_sink.values()))

    def show(self, capacity: int) -> None:
        """Bring the gauges up to date.

        Args:
            capacity: Bytes that the queue may hold.
        """
        stats = self._stats
        for name, delivery in self._by_sink.items():
            stats.set("otelcol_exporter_queue_size", delivery.waiting_bytes, exporter=name)
            stats.set("otelcol_exporter_queue_capacity", capacity, exporter=name)
            stats.set("spanveil_sink_waiting_batches", delivery.waiting, exporter=name)
            stats.set("otelcol_exporter_in_flight_requests", delivery.in_flight, exporter=name)
            stats.set("spanveil_sink_up", delivery.is_up, exporter=name)
