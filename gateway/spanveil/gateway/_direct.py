"""The way without a disk: a request is acknowledged when every sink has acknowledged it."""

import asyncio
from collections.abc import Iterable, Sequence
from typing import Final

from spanveil.gateway._content import Content
from spanveil.gateway._delivery import count_delivered, send
from spanveil.gateway._errors import PayloadError
from spanveil.gateway._queue import Entry
from spanveil.gateway._signals import Signal
from spanveil.gateway._sink import Refused, Sink
from spanveil.gateway._stats import Stats

_SMALL: Final = 64 * 1024
"""Requests of up to this many bytes wait for the export before them and then go together."""
_TOGETHER: Final = 1024 * 1024

_Waiting = tuple[Entry, "asyncio.Future[Refused | None]"]


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
        self._lanes: dict[tuple[str, Signal], _Lane] = {}

    async def put(self, entries: Sequence[Entry]) -> None:
        """Send, and return when all sinks have acknowledged.

        Raises:
            PayloadError: A sink refused. A sink's code is passed on, with a delay if it may be
                tried again.
        """
        ways = [self._send(name, entry) for entry in entries for name in entry.sinks]
        refusals = [await ways[0]] if len(ways) == 1 else await asyncio.gather(*ways)
        found = [refusal for refusal in refusals if refusal is not None]
        # One that may succeed later decides: only then does the client keep the data.
        for refusal in sorted(found, key=lambda refusal: not refusal.retryable):
            raise PayloadError(
                refusal.code,
                "a sink refused the request",
                retry_after=(refusal.retry_after or 1.0) if refusal.retryable else None,
            )

    async def _send(self, name: str, entry: Entry) -> Refused | None:
        if entry.size > _SMALL:
            return await _alone(self.sinks[name], entry, self._stats)
        lane = self._lanes.get((name, entry.signal))
        if lane is None:
            lane = self._lanes[name, entry.signal] = _Lane(self._stats)
        return await lane.send(self.sinks[name], entry)

    async def close(self) -> None:
        """Close the sinks."""
        await asyncio.gather(*(sink.close() for sink in self.sinks.values()))


class _Lane:
    """Small requests of one signal to one sink: what comes while one is under way goes together."""

    def __init__(self, stats: Stats) -> None:
        self._stats = stats
        self._waiting: list[_Waiting] = []
        self._task: asyncio.Task[None] | None = None

    async def send(self, sink: Sink, entry: Entry) -> Refused | None:
        future: asyncio.Future[Refused | None] = asyncio.get_running_loop().create_future()
        self._waiting.append((entry, future))
        if self._task is None:
            self._task = asyncio.create_task(self._run(sink))
        return await future

    async def _run(self, sink: Sink) -> None:
        try:
            while self._waiting:
                group = self._next(min(_TOGETHER, sink.config.max_request_bytes))
                try:
                    await self._together(sink, group)
                except BaseException as error:
                    for _, future in group:
                        if not future.done():
                            future.set_exception(error)
                    if not isinstance(error, Exception):
                        raise
        finally:
            self._task = None

    def _next(self, limit: int) -> list[_Waiting]:
        size = 0
        for number, (entry, _) in enumerate(self._waiting):
            size += entry.size
            if number and size > limit:
                break
        else:
            number = len(self._waiting)
        group, self._waiting = self._waiting[:number], self._waiting[number:]
        return group

    async def _together(self, sink: Sink, group: list[_Waiting]) -> None:
        if len(group) > 1:
            entries = [entry for entry, _ in group]
            # Requests are messages, and two of them one after the other are one.
            body = b"".join(entry.body for entry in entries)
            result = await sink.send(entries[0].signal, Content(body))
            if not isinstance(result, Refused):
                items = sum(entry.items for entry in entries)
                signal, name = entries[0].signal, sink.config.name
                count_delivered(result, signal, items, name, self._stats)
                return _answer(group, None)
            if result.retryable:
                return _answer(group, result)
        # Alone, or one of them is at fault: each is asked about by itself.
        for entry, future in group:
            _answer([(entry, future)], await _alone(sink, entry, self._stats))


def _answer(group: list[_Waiting], refusal: Refused | None) -> None:
    for _, future in group:
        if not future.done():  # else the client has hung up
            future.set_result(refusal)


async def _alone(sink: Sink, entry: Entry, stats: Stats) -> Refused | None:
    _, refusal = await send(sink, entry.signal, Content(entry.body), entry.items, stats)
    return refusal
