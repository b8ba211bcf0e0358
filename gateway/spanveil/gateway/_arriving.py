"""Bodies that are still on their way over gRPC, bounded together."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, Final

import grpc
from grpc import aio

from spanveil.config import ReceiverConfig
from spanveil.gateway._errors import PayloadError, invalid, overloaded
from spanveil.gateway._fair import Room

_RETRY_AFTER: Final = 1.0
_AT_ONCE: Final = 0.5
"""Seconds in which a body is expected to be there: many round trips of a distant client."""
_HANGS_UP: Final = 0.01
"""Seconds after the end of a message in which gRPC ends a call whose client has gone."""


class Arriving:
    """Read the one message of each call.

    gRPC keeps what has arrived of a message to itself until it is whole, also how long it will be,
    and takes as much as it announces. So a body that is there at once costs nothing here, and one
    that is not is charged the largest there can be, for as long as it takes.

    Args:
        config: How many bytes may be on their way, how many one request may have, and how long it
            may take.
    """

    def __init__(self, config: ReceiverConfig) -> None:
        self._limit = config.max_request_bytes
        self._room = Room(max(config.max_arriving_bytes, self._limit), 1.0)
        self._timeout = config.timeout

    async def read(self, context: Any, stream: str) -> bytes:
        """Return the message of a call.

        Args:
            context: The call's context.
            stream: Whose it is.

        Raises:
            PayloadError: There is no room for a slow one (``RESOURCE_EXHAUSTED`` with a delay), it
                took too long (``UNAVAILABLE`` with a delay), or there is none.
        """
        body = _Body(self._room, self._limit, stream)
        message = await body.read(context.read, self._timeout)
        if message is aio.EOF:
            await asyncio.sleep(_HANGS_UP)
            raise invalid("expected a message")
        return bytes(message)


class _Body:
    """One of them."""

    __slots__ = ("_is_charged", "_is_refused", "_room", "_size", "_stream")

    def __init__(self, room: Room, size: int, stream: str) -> None:
        self._room, self._size, self._stream = room, size, stream
        self._is_charged = self._is_refused = False

    async def read(self, read: Callable[[], Awaitable[Any]], timeout: float) -> Any:
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(timeout) as patience:
                look = loop.call_later(_AT_ONCE, self._charge, patience)
                try:
                    return await read()
                finally:
                    look.cancel()
        except TimeoutError:
            if self._is_refused:
                raise PayloadError(
                    grpc.StatusCode.RESOURCE_EXHAUSTED,
                    "too many requests are arriving",
                    retry_after=_RETRY_AFTER,
                ) from None
            raise overloaded("the request did not arrive in time", _RETRY_AFTER) from None
        finally:
            if self._is_charged:
                self._room.take(self._stream, -self._size)

    def _charge(self, patience: asyncio.Timeout) -> None:
        if self._room.admits(self._stream, self._size):
            self._room.take(self._stream, self._size)
            self._is_charged = True
        else:
            self._is_refused = True
            patience.reschedule(asyncio.get_running_loop().time())
