"""gRPC's health service (grpc.health.v1), which tells whether to send here.

The library's own lets a client that reads no answers hold up the telling of all others, and takes a
body of any size before it looks at it.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from typing import Any

import grpc
from google.protobuf.message import DecodeError
from grpc_health.v1 import health_pb2

_Read = Callable[[Any], Awaitable[bytes]]
_Status = health_pb2.HealthCheckResponse


class Health:
    """Answer ``Check`` and ``Watch``.

    Args:
        services: Names of services, all in the same state; the empty name is the server's own.
        read: Returns the body of a call, or ends the call.
    """

    def __init__(self, services: Iterable[str], read: _Read) -> None:
        self._services = frozenset(services)
        self._read = read
        self._is_serving = False
        self._changed = asyncio.Event()

    def set(self, is_serving: bool) -> None:
        """Tell all who ask and all who watch."""
        if is_serving is not self._is_serving:
            self._is_serving = is_serving
            self._changed.set()
            self._changed = asyncio.Event()

    def handler(self) -> grpc.GenericRpcHandler:
        """Return what a server is given."""
        return grpc.method_handlers_generic_handler(
            "grpc.health.v1.Health",
            {
                "Check": grpc.stream_unary_rpc_method_handler(self._check),
                "Watch": grpc.stream_stream_rpc_method_handler(self._watch),
            },
        )

    async def _check(self, _: Any, context: Any) -> bytes:
        service = await self._service(context)
        if service not in self._services:
            await context.abort(grpc.StatusCode.NOT_FOUND, "no such service")
        return self._state(service)

    async def _watch(self, _: Any, context: Any) -> None:
        service = await self._service(context)
        while True:
            changed = self._changed
            await context.write(self._state(service))
            await changed.wait()

    async def _service(self, context: Any) -> str:
        try:
            request = health_pb2.HealthCheckRequest.FromString(await self._read(context))
        except DecodeError:
            await context.abort(grpc.StatusCode.INVALID_ARGUMENT, "expected a HealthCheckRequest")
        return str(request.service)

    def _state(self, service: str) -> bytes:
        if service not in self._services:
            answer = _Status(status=_Status.SERVICE_UNKNOWN)
        elif self._is_serving:
            answer = _Status(status=_Status.SERVING)
        else:
            answer = _Status(status=_Status.NOT_SERVING)
        return bytes(answer.SerializeToString())
