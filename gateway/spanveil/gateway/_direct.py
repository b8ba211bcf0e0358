"""The way without a disk: a request is acknowledged when every sink has acknowledged it."""

import asyncio
from collections.abc import Iterable, Sequence

from spanveil.gateway._compression import compress
from spanveil.gateway._delivery import send
from spanveil.gateway._errors import PayloadError
from spanveil.gateway._queue import Entry
from spanveil.gateway._sink import Refused, Sink
from spanveil.gateway._stats import Stats


class Direct:
    """Hand requests to the sinks and wait.

    A client that is told to retry sends to all sinks again: the one that had it gets a duplicate,
    which OTLP allows.

    Args:
        sinks: By name.
        stats: Where to count.
    """

    def __init__(self, sinks: Iterable[Sink], stats: Stats) -> None:
        self.sinks = {sink.config.name: sink for sink in sinks}
        self._stats = stats

    async def put(self, entries: Sequence[Entry]) -> None:
        """Send, and return when all sinks have acknowledged.

        Raises:
            PayloadError: A sink refused. A sink's code is passed on, with a delay if it may be
                tried again.
        """
        bodies = [compress(entry.body) for entry in entries]
        refusals = await asyncio.gather(
            *(
                self._send(self.sinks[name], entry, body)
                for entry, body in zip(entries, bodies, strict=True)
                for name in entry.sinks
            )
        )
        found = [refusal for refusal in refusals if refusal is not None]
        # One that may succeed later decides: only then does the client keep the data.
        for refusal in sorted(found, key=lambda refusal: not refusal.retryable):
            raise PayloadError(
                refusal.code,
                "a sink refused the request",
                retry_after=(refusal.retry_after or 1.0) if refusal.retryable else None,
            )

    async def _send(self, sink: Sink, entry: Entry, body: bytes) -> Refused | None:
        _, refusal = await send(sink, entry.signal, body, entry.items, self._stats)
        return refusal

    async def close(self) -> None:
        """Close the sinks."""
        await asyncio.gather(*(sink.close() for sink in self.sinks.values()))
