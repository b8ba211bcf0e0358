"""Whose request is worked on next, and how many bytes may wait for it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Final

from spanveil.gateway._errors import overloaded
from spanveil.gateway._fair import FairBacklog, Room

_RETRY_AFTER: Final = 1.0


@dataclass(frozen=True, slots=True)
class _Ticket:
    tag: str
    size: int
    turn: "asyncio.Future[None]"


class Admission:
    """One request at a time, fairly between streams.

    Redaction holds the interpreter's lock, so that a second one at a time would gain nothing.

    Args:
        waiting_bytes: Bytes of requests that may be held in memory.
    """

    def __init__(self, waiting_bytes: int) -> None:
        self._room = Room(waiting_bytes, 1.0)
        self._backlog: FairBacklog[_Ticket] = FairBacklog()
        self._busy = False

    @asynccontextmanager
    async def turn(self, stream: str, size: int) -> AsyncIterator[None]:
        """Wait for the stream's turn.

        Raises:
            PayloadError: Too many bytes wait (``UNAVAILABLE`` with a delay).
        """
        if not self._room.admits(stream, size):
            raise overloaded("too many requests wait", _RETRY_AFTER)
        self._room.take(stream, size)
        try:
            await self._wait(stream, size)
            try:
                yield
            finally:
                self._next()
        finally:
            self._room.take(stream, -size)

    async def _wait(self, stream: str, size: int) -> None:
        if not self._busy:
            self._busy = True
            return
        turn = asyncio.get_running_loop().create_future()
        self._backlog.put(_Ticket(stream, size, turn))
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self._next()  # it was ours already
            raise

    def _next(self) -> None:
        while len(self._backlog):
            ticket = self._backlog.get()
            if not ticket.turn.done():
                ticket.turn.set_result(None)
                return
        self._busy = False
