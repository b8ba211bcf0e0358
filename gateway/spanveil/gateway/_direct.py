"""The way without a disk: a request is acknowledged when every sink has acknowledged it."""

import asyncio
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from spanveil.gateway._content import Content
from spanveil.gateway._delivery import count_delivered, send
from spanveil.gateway._errors import PayloadError, overloaded
from spanveil.gateway._fair import Room
from spanveil.gateway._queue import Entry
from spanveil.gateway._signals import Signal
from spanveil.gateway._sink import Refused, Sink
from spanveil.gateway._stats import Stats

_SMALL: Final = 64 * 1024
"""Requests of up to this many bytes wait for the export before them and then go together."""
_TOGETHER: Final = 1024 * 1024

_RETRY_AFTER: Final = 1.0
_LONGEST_DELAY: Final = 3600.0
"""Seconds, as where the gateway itself waits for a sink."""

_Waiting = tuple[Entry, "asyncio.Future[Refused | None]"]


class Direct:
    """Hand requests to the sinks and wait.

    A client that is told to retry sends to all sinks again: the one that had it gets a duplicate,
    which OTLP allows.

    Args:
        sinks: By name.
        stats: Where to count.
        room: How many bytes may wait for the sinks.
    """

    def __init__(self, sinks: Iterable[Sink], stats: Stats, room: Room) -> None:
        self.sinks = {sink.config.name: sink for sink in sinks}
        self._stats = stats
        self._room = room
        self._lanes: dict[tuple[str, Signal], _Lane] = {}

    async def put(self, entries: Sequence[Entry]) -> None:
        """Send, and return when all sinks have acknowledged.

        Raises:
            PayloadError: A sink refused, or too much waits for them (``UNAVAILABLE``). A sink's
                code is passed on, with a delay if it may be tried again.
        """
        need: Counter[str] = Counter()
        for entry in entries:
            need[entry.tag] += entry.size
        if not all(self._room.admits(tag, size) for tag, size in need.items()):
            raise overloaded("too many requests wait for the sinks", _RETRY_AFTER)
        for tag, size in need.items():
            self._room.take(tag, size)
        try:
            await self._put(entries)
        finally:
            for tag, size in need.items():
                self._room.take(tag, -size)

    async def _put(self, entries: Sequence[Entry]) -> None:
        ways = [self._send(name, entry) for entry in entries for name in entry.sinks]
        refusals = [await ways[0]] if len(ways) == 1 else await asyncio.gather(*ways)
        found = [refusal for refusal in refusals if refusal is not None]
        # One that may succeed later decides: only then does the client keep the data.
        for refusal in sorted(found, key=lambda refusal: not refusal.retryable):
            raise PayloadError(
                refusal.code,
                "a sink refused the request",
                retry_after=_delay(refusal) if refusal.retryable else None,
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


def _delay(refusal: Refused) -> float:
    # A sink may write what is no delay, such as the infinite or the year 9999.
    return min(refusal.retry_after or _RETRY_AFTER, _LONGEST_DELAY)


class _Lane:
    """Small requests of one signal to one sink: what comes while one is under way goes together."""

    def __init__(self, stats: Stats) -> None:
        self._stats = stats
        self._waiting: list[_Waiting] = []
        self._sink: Sink | None = None
        self._task: asyncio.Task[None] | None = None

    async def send(self, sink: Sink, entry: Entry) -> Refused | None:
        future: asyncio.Future[Refused | None] = asyncio.get_running_loop().create_future()
        self._waiting.append((entry, future))
        self._sink = sink  # after a reload another one
        if self._task is None:
            self._task = asyncio.create_task(self._run())
        return await future

    async def _run(self) -> None:
        try:
            while self._waiting and (sink := self._sink) is not None:
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
