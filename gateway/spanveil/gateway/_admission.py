"""Whose request is worked on next, for how long, and how many bytes may wait for it."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from threading import Event
from time import monotonic
from typing import Final

from spanveil.gateway._errors import overloaded
from spanveil.gateway._fair import FairBacklog, Room

_RETRY_AFTER: Final = 1.0
MAX_STARTED: Final = 3
"""Long requests that are under way, all but one of them put off: each is held unpacked."""

_SLICE: Final = 0.005
"""Seconds after which a long request lets others pass, and for which small ones pass before it."""


class Turn:
    """A request's turn.

    Attributes:
        tag: Whose request it is.
        size: Its bytes.
        is_long: It is worked on in a thread, which can be made to wait.
    """

    __slots__ = ("_admission", "_go", "_loop", "_until", "came", "is_long", "size", "tag")

    def __init__(self, admission: "Admission", tag: str, size: int, is_long: bool) -> None:
        self._admission = admission
        self._loop = asyncio.get_running_loop()
        self._go = Event()
        self._until = 0.0
        self.came: asyncio.Future[None] = self._loop.create_future()
        self.tag, self.size, self.is_long = tag, size, is_long

    def pause(self) -> None:
        """Let others pass, if the time is up and some wait. For the thread of a long request."""
        if monotonic() < self._until or not self._admission.is_waited_for:
            return
        self._go.clear()
        if self._admission.is_closed:  # which is set before all are told to go on
            return
        try:
            self._loop.call_soon_threadsafe(self._admission.put_off, self)
        except RuntimeError:  # the loop is closed: nobody waits any more
            return
        self._go.wait()

    def begin(self) -> None:
        """Go on, or start."""
        self._until = monotonic() + _SLICE
        self._go.set()
        if not self.came.done():
            self.came.set_result(None)


class Admission:
    """One request at a time, fairly between streams, and none of them for long while others wait.

    Redaction holds the interpreter's lock, so that a second one at a time would gain nothing. A
    long request is put off between two steps of it: then small ones pass, for as long as it had,
    and after them another long one that was put off or that waits. A stream has one long request
    under way, so that its flood takes nobody's place.

    Args:
        waiting_bytes: Bytes of requests that may be held in memory.

    Attributes:
        is_closed: Nobody is put off any more.
        is_waited_for: Somebody could have the turn of the one whose turn it is.
    """

    def __init__(self, waiting_bytes: int) -> None:
        self._room = Room(waiting_bytes, 1.0)
        self._small: FairBacklog[Turn] = FairBacklog()
        self._long: FairBacklog[Turn] = FairBacklog()
        self._put_off: deque[Turn] = deque()
        self._under_way: dict[str, Turn] = {}  # long requests by stream
        self._small_since = 0.0  # when the first of the small ones that pass now began, or 0
        self._resume_next = False
        self._busy = False
        self.is_closed = False
        self.is_waited_for = False

    @asynccontextmanager
    async def turn(self, stream: str, size: int, *, is_long: bool) -> AsyncIterator[Turn]:
        """Wait for the stream's turn.

        Args:
            stream: Whose request it is.
            size: Its bytes.
            is_long: It is worked on in a thread, which calls ``pause``.

        Raises:
            PayloadError: Too many bytes wait (``UNAVAILABLE`` with a delay).
        """
        if not self._room.admits(stream, size):
            raise overloaded("too many requests wait", _RETRY_AFTER)
        self._room.take(stream, size)
        try:
            turn = Turn(self, stream, size, is_long)
            await self._wait(turn)
            try:
                yield turn
            finally:
                self._ended(turn)
        finally:
            self._room.take(stream, -size)

    def put_off(self, turn: Turn) -> None:
        """Give the turn of a long request, whose thread waits, to somebody else."""
        if self.is_closed:
            turn.begin()
            return
        self._put_off.append(turn)
        self._next()

    def close(self) -> None:
        """Let all that are under way come to their end."""
        self.is_closed = True
        self._look()
        for turn in self._under_way.values():
            turn.begin()
        self._put_off.clear()

    async def _wait(self, turn: Turn) -> None:
        (self._long if turn.is_long else self._small).put(turn)
        if self._busy:
            self._look()
        else:
            self._next()
        try:
            await turn.came
        except asyncio.CancelledError:
            if turn.came.done() and not turn.came.cancelled():
                self._ended(turn)  # it was ours already
            raise

    def _ended(self, turn: Turn) -> None:
        if turn.is_long:
            self._under_way.pop(turn.tag, None)
        self._next()

    def _next(self) -> None:
        turn = self._pick()
        self._busy = turn is not None
        if turn is not None:
            turn.begin()
        self._look()

    def _pick(self) -> Turn | None:
        now = monotonic()
        small = self._small_in_time(now)
        if small is None:
            self._small_since = 0.0
            small = self._other() or self._small_in_time(now)
        return small

    def _small_in_time(self, now: float) -> Turn | None:
        """Return the next small one, ``None`` if there is none or a long one has waited enough."""
        self._small_since = self._small_since or now
        if now - self._small_since > _SLICE:
            return None
        return _first(self._small, ())

    def _other(self) -> Turn | None:
        """Return a long one: one that was put off and a new one by turns."""
        self._resume_next = not self._resume_next
        if self._put_off and self._resume_next:
            return self._put_off.popleft()
        new = self._new()
        if new is not None:
            return new
        return self._put_off.popleft() if self._put_off else None

    def _new(self) -> Turn | None:
        if len(self._under_way) >= MAX_STARTED:
            return None
        new = _first(self._long, self._under_way)
        if new is not None:
            self._under_way[new.tag] = new
        return new

    def _look(self) -> None:
        """Note for the thread of a long request whether anybody waits."""
        self.is_waited_for = not self.is_closed and (
            len(self._small) > 0
            or len(self._put_off) > 0
            or (len(self._under_way) < MAX_STARTED and self._long.has(self._under_way))
        )


def _first(backlog: FairBacklog[Turn], but: Collection[str]) -> Turn | None:
    """Take the next one whose client has not gone."""
    while backlog.has(but):
        turn = backlog.get(but)
        if not turn.came.done():
            return turn
    return None
