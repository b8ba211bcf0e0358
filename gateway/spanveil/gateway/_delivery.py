"""From the queue to one sink: fair, in parallel, and for as long as it takes."""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from typing import Final

import grpc

from spanveil.gateway._content import Content, unpacked
from spanveil.gateway._errors import PayloadError
from spanveil.gateway._fair import FairBacklog
from spanveil.gateway._queue_open import is_damage
from spanveil.gateway._queue_rows import Stored
from spanveil.gateway._signals import SIGNALS, Signal
from spanveil.gateway._sink import Delivered, Refused, Sink
from spanveil.gateway._split import count_items, split
from spanveil.gateway._stats import Stats

_READ_AGAIN: Final = 1.0
_MAX_READS: Final = 30
"""After so many attempts, a second apart at least, a batch that cannot be read is lost."""
_SMALL: Final = 64 * 1024
"""Batches of up to this many bytes go along with others of their tag, up to this much in all."""
_LINGER: Final = 0.02
"""Seconds that a small batch waits for company; the Collector's batcher waits for 200 ms."""


async def send(
    sink: Sink, signal: Signal, content: Content, items: int, stats: Stats, skip: int = 0
) -> tuple[int, Refused | None]:
    """Send one request, in pieces that fit the sink.

    Args:
        sink: Where to.
        signal: Which request it is.
        content: The request.
        items: What is in it.
        stats: Where to count.
        skip: Pieces that the sink has already.

    Returns:
        How many pieces the sink has now, and the refusal of the next one, if it has not all.
    """
    limit = sink.config.max_request_bytes
    if content.size <= limit:
        pieces = [content]
    else:
        pieces = [Content(piece) for piece in split(signal, content.plain, limit)]
    counted, name = SIGNALS[signal].counted, sink.config.name
    for number, piece in enumerate(pieces):
        if number < skip:
            continue
        if piece.size > limit:  # one item over the limit: it must not be sent, and is recorded
            stats.add(f"otelcol_exporter_send_failed_{counted}", 1, exporter=name)
            continue
        result = await sink.send(signal, piece)
        if isinstance(result, Refused) and result.retryable:
            return number, result
        sent = items if len(pieces) == 1 else count_items(signal, piece.plain)
        if isinstance(result, Refused):
            stats.add("spanveil_sink_refusals", exporter=name, code=result.code.name)
            stats.add(f"otelcol_exporter_send_failed_{counted}", sent, exporter=name)
            if len(pieces) == 1:
                return 1, result
            continue
        count_delivered(result, signal, sent, name, stats)
    return len(pieces), None


def count_delivered(result: Delivered, signal: Signal, items: int, name: str, stats: Stats) -> None:
    """Count what a sink took of a request, and what it rejected of it."""
    rejected = min(result.rejected, items)
    stats.add(f"otelcol_exporter_sent_{SIGNALS[signal].counted}", items - rejected, exporter=name)
    if result.is_unclear:
        stats.add("spanveil_sink_unclear_answers", exporter=name, data_type=signal)
    if rejected:  # never sent again (OTLP specification, "Partial Success")
        stats.add("spanveil_sink_rejected_items", rejected, exporter=name, data_type=signal)


class Delivery:
    """Deliver what is queued for one sink.

    Args:
        sink: Where to.
        read: Returns a batch's body.
        done: Called when the sink has a batch, or has refused it for good.
        lost: Called instead with the name of the fault if a batch cannot be read.
        stats: Where to count.
    """

    def __init__(
        self,
        sink: Sink,
        read: Callable[[Stored], Awaitable[bytes]],
        done: Callable[[Stored, str], None],
        lost: Callable[[Stored, str, str], None],
        stats: Stats,
    ) -> None:
        self.sink = sink
        self._read = read
        self._done = done
        self._lost = lost
        self._stats = stats
        self._backlog: FairBacklog[Stored] = FairBacklog()
        self._arrived = asyncio.Event()
        self._pieces: dict[int, int] = {}
        self._alone: set[int] = set()
        self._faults: dict[int, int] = {}
        self._since: dict[int, float] = {}
        self._failures = 0
        self._not_before = 0.0
        self._tasks: list[asyncio.Task[None]] = []
        self._in_flight = 0

    @property
    def name(self) -> str:
        """The sink's name."""
        return self.sink.config.name

    @property
    def waiting(self) -> int:
        """Batches that wait or are under way."""
        return len(self._backlog) + self._in_flight

    @property
    def waiting_bytes(self) -> int:
        """Their bytes in the queue, without those that are under way."""
        return self._backlog.size

    @property
    def in_flight(self) -> int:
        """Exports under way."""
        return self._in_flight

    @property
    def is_up(self) -> bool:
        """Whether the last export succeeded."""
        return self._failures == 0

    def put(self, stored: Stored) -> None:
        """Queue a batch."""
        if self.sink.config.retry.give_up_after is not None:
            # Only of a batch of another run does the wall clock say how old it is: one that is set
            # anew must not make the batches of this run older than they are.
            age = max(0.0, time.time() - stored.created)
            self._since.setdefault(stored.id, time.monotonic() - age)
        self._backlog.put(stored)
        self._arrived.set()

    def start(self) -> None:
        """Start delivering."""
        self._tasks = [
            asyncio.create_task(self._run()) for _ in range(self.sink.config.concurrency)
        ]

    async def stop(self) -> list[Stored]:
        """Stop delivering, and return what is undelivered, with what was under way."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.sink.close()
        return [self._backlog.get() for _ in range(len(self._backlog))]

    async def _run(self) -> None:
        while True:
            pause = self._not_before - time.monotonic()
            if pause > 0:
                await asyncio.sleep(pause)
                continue
            # While a sink is down one export at a time asks whether it is back.
            if not len(self._backlog) or (self._failures and self._in_flight):
                self._arrived.clear()
                await self._arrived.wait()
                await asyncio.sleep(_LINGER)
                continue
            group = self._next_group()
            self._in_flight += 1
            try:
                if len(group) == 1:
                    await self._one(group[0])
                else:
                    await self._together(group)
            except asyncio.CancelledError:
                for stored in group:
                    self._backlog.put(stored)
                raise
            except Exception:  # a fault of ours or of the sink's disk: the batch stays, and waits
                self._again(group, _READ_AGAIN)
            finally:
                self._in_flight -= 1
                self._arrived.set()

    def _next_group(self) -> list[Stored]:
        first = self._backlog.get()
        if first.size > _SMALL or self._failures or first.id in self._alone:
            return [first]

        def fits(other: Stored) -> bool:
            return other.signal == first.signal and other.id not in self._alone

        return [first, *self._backlog.get_more(first.tag, _SMALL - first.size, fits)]

    async def _together(self, group: list[Stored]) -> None:
        """Send small batches as one request: requests one after the other are one."""
        signal, bodies = group[0].signal, []
        for stored in tuple(group):
            try:
                bodies.append(unpacked(await self._read(stored)))
            except Exception as error:  # of this batch: the others go on
                group.remove(stored)
                self._faulty(stored, error)
        if not bodies:
            return
        if sum(map(len, bodies)) > self.sink.config.max_request_bytes:
            result: Delivered | Refused = Refused(grpc.StatusCode.RESOURCE_EXHAUSTED, False)
        else:
            result = await self.sink.send(signal, Content(b"".join(bodies)))
        if isinstance(result, Delivered):
            self._failures = 0
            items = sum(stored.items for stored in group)
            count_delivered(result, signal, items, self.name, self._stats)
            for stored in group:
                self._finish(stored)
        elif result.retryable:
            self._stats.add("spanveil_sink_retries", exporter=self.name, code=result.code.name)
            self._again(group, result.retry_after)
        else:  # one of them is at fault: each is asked about by itself
            for stored in group:
                self._alone.add(stored.id)
                self._backlog.put(stored)

    async def _one(self, stored: Stored) -> None:
        self._alone.discard(stored.id)
        try:
            body = await self._read(stored)
        except Exception as error:
            self._faulty(stored, error)
            return
        skip = self._pieces.pop(stored.id, 0)
        try:
            pieces, refusal = await send(
                self.sink, stored.signal, Content(packed=body), stored.items, self._stats, skip
            )
        except PayloadError as error:  # it is no gzip, or no request
            self._faulty(stored, error)
            return
        self._faults.pop(stored.id, None)
        if refusal is None or not refusal.retryable:
            self._failures = 0
            self._finish(stored)
            return
        give_up = self.sink.config.retry.give_up_after
        since = self._since.get(stored.id)
        if give_up is not None and since is not None and time.monotonic() - since > give_up:
            counted = SIGNALS[stored.signal].counted
            self._stats.add(
                f"otelcol_exporter_send_failed_{counted}", stored.items, exporter=self.name
            )
            self._finish(stored)
            return
        if pieces:
            self._pieces[stored.id] = pieces
        self._stats.add("spanveil_sink_retries", exporter=self.name, code=refusal.code.name)
        self._again([stored], refusal.retry_after)

    def _finish(self, stored: Stored) -> None:
        self._since.pop(stored.id, None)
        self._done(stored, self.name)

    def _faulty(self, stored: Stored, error: Exception) -> None:
        """Let a batch wait that could not be read, or give it up."""
        faults = self._faults.pop(stored.id, 0) + 1
        if faults < _MAX_READS and not is_damage(error):
            self._faults[stored.id] = faults
            self._alone.add(stored.id)
            self._backlog.put(stored)
            self._not_before = time.monotonic() + _READ_AGAIN
            return
        self._pieces.pop(stored.id, None)
        self._since.pop(stored.id, None)
        cause = type(error).__name__
        self._stats.add(
            "spanveil_queue_lost_items",
            stored.items,
            exporter=self.name,
            data_type=stored.signal,
            cause=cause,
        )
        self._lost(stored, self.name, cause)

    def _again(self, group: list[Stored], retry_after: float | None) -> None:
        # Back to the end of its tag's line, so that one bad batch does not hold up the others.
        for stored in group:
            self._backlog.put(stored)
        self._failures += 1
        retry = self.sink.config.retry
        ceiling = min(retry.maximum, retry.initial * 2 ** min(self._failures - 1, 30))
        delay = random.uniform(0, ceiling)  # noqa: S311 - jitter
        self._not_before = time.monotonic() + max(delay, min(retry_after or 0.0, 3600.0))
