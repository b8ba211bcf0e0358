"""What happens to a request between its arrival and its acknowledgement: redact, then persist."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Final, Protocol

from spanveil.gateway._admission import MAX_STARTED, Admission
from spanveil.gateway._auth import Stream
from spanveil.gateway._compression import decompress
from spanveil.gateway._core import go_on
from spanveil.gateway._counting import count_accepted
from spanveil.gateway._errors import PayloadError, overloaded
from spanveil.gateway._otlp_json import decode
from spanveil.gateway._pipeline import Pipeline, Redacted
from spanveil.gateway._queue import Entry
from spanveil.gateway._signals import SIGNALS, Signal
from spanveil.gateway._stats import Stats

_INLINE: Final = 8 * 1024
"""A request of this many bytes is done sooner than a thread is woken for it."""


@dataclass(frozen=True, slots=True)
class Request:
    """One export request, as it came.

    Attributes:
        signal: Its signal.
        body: Its bytes.
        stream: Who sent it.
        transport: ``grpc`` or ``http``, for the counters.
        coding: Its content coding, ``""`` for none.
        is_json: It is in OTLP's JSON encoding.
    """

    signal: Signal
    body: bytes
    stream: Stream
    transport: str
    coding: str = ""
    is_json: bool = False


@dataclass(frozen=True, slots=True)
class Accepted:
    """What a client is told: how many items were rejected, and why."""

    rejected: int = 0
    message: str = ""


class Store(Protocol):
    """Where redacted requests go before they are acknowledged."""

    def put(self, entries: Sequence[Entry]) -> Awaitable[None]:
        """Return when the entries are safe, or raise ``PayloadError``."""


class Intake:
    """Take requests over.

    Args:
        pipeline: The redaction; another one may be put in its place at any time.
        store: Where what is redacted goes.
        stats: Where to count.
    """

    def __init__(self, pipeline: Pipeline, store: Store, stats: Stats) -> None:
        self.pipeline = pipeline
        self._store = store
        self._stats = stats
        self._limit = pipeline.config.gateway.receivers.max_request_bytes
        self._admission = Admission(4 * self._limit)
        self._threads = ThreadPoolExecutor(MAX_STARTED, "spanveil-redact")
        self.is_closing = False

    async def accept(self, request: Request) -> Accepted:
        """Redact and persist one request.

        Raises:
            PayloadError: It was not taken over. Nothing of it was kept.
        """
        try:
            redacted = await self._take_over(request)
        except PayloadError as error:
            outcome = "refused" if error.retry_after is not None else "failure"
            self._stats.add(
                "otelcol_receiver_requests",
                outcome=outcome,
                receiver="otlp",
                transport=request.transport,
            )
            raise
        count_accepted(self._stats, request.signal, request.transport, redacted)
        if not redacted.rejected:
            return Accepted()
        return Accepted(
            redacted.rejected, f"{redacted.rejected} items could not be redacted and were rejected"
        )

    async def _take_over(self, request: Request) -> Redacted:
        if self.is_closing:
            raise overloaded("shutting down", 1.0)
        try:
            redacted = await self._redact(request)
            if redacted.entries:
                await self._persist(request, redacted)
        except PayloadError:
            raise
        except Exception as error:  # a fault of ours: the client keeps the data, and no one sees it
            self._stats.add("spanveil_redaction_errors", cause=type(error).__name__)
            raise overloaded("the gateway failed", 2.0) from None
        return redacted

    async def _redact(self, request: Request) -> Redacted:
        request = _unfolded(request)
        size = len(request.body)
        is_long = size > _INLINE or bool(request.coding)
        async with self._admission.turn(request.stream.name, size, is_long=is_long) as turn:
            if not is_long:
                return self._work(request, go_on)
            loop = asyncio.get_running_loop()
            work = loop.run_in_executor(self._threads, self._work, request, turn.pause)
            # A client that hangs up does not end the work, and the turn lasts as long as that does.
            try:
                return await asyncio.shield(work)
            except asyncio.CancelledError:
                await asyncio.wait([work])
                raise

    def _work(self, request: Request, pause: Callable[[], None]) -> Redacted:
        body = decompress(request.body, request.coding, self._limit)
        if request.is_json:
            body = decode(request.signal, body, pause)
        return self.pipeline.redact(
            request.signal,
            body,
            trusted=request.stream.trusted,
            stream=request.stream.name,
            pause=pause,
        )

    async def _persist(self, request: Request, redacted: Redacted) -> None:
        try:
            await self._store.put(redacted.entries)
        except PayloadError:
            counted = SIGNALS[request.signal].counted
            labels = {"receiver": "otlp", "transport": request.transport}
            self._stats.add(f"otelcol_receiver_refused_{counted}", redacted.items, **labels)
            for form, outcome in redacted.outcomes:
                for sink in form.sinks:
                    self._stats.add(
                        f"otelcol_exporter_enqueue_failed_{counted}", outcome.items, exporter=sink
                    )
            raise

    def count_refusal(self, error: PayloadError, transport: str) -> None:
        """Count a request that was turned away, also one that never came to redaction.

        The reason is a label only where it is one of a few; what does not fit the schema is told
        by its place, of which there are many.
        """
        self._stats.add(
            "spanveil_refused_requests",
            code=error.code.name,
            reason=error.cause or ("" if error.retry_after is None else error.reason),
            transport=transport,
        )

    def close(self) -> None:
        """Let the threads go."""
        self._admission.close()
        self._threads.shutdown()


def _unfolded(request: Request) -> Request:
    """Return a small request without its gzip, any other one as it is.

    To inflate what stays small costs less than to wake a thread for it. What does not is given up
    at that size, and so is what is no gzip: the thread finds out.
    """
    if request.coding != "gzip" or len(request.body) > _INLINE:
        return request
    try:
        return replace(request, body=decompress(request.body, "gzip", _INLINE), coding="")
    except PayloadError:
        return request
