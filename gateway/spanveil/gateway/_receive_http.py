"""The OTLP/HTTP receiver, as an ASGI application."""

import asyncio
import math
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, Final

import grpc

from spanveil.config import ReceiverConfig
from spanveil.gateway._auth import Authenticator
from spanveil.gateway._errors import PayloadError, invalid, overloaded, too_large
from spanveil.gateway._fair import Room
from spanveil.gateway._intake import Intake, Request
from spanveil.gateway._responses import accepted, status
from spanveil.gateway._signals import Signal

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

_PROTOBUF: Final = "application/x-protobuf"
_JSON: Final = "application/json"
_RETRY_AFTER: Final = 1.0
_PATHS: Final = {f"/v1/{signal}": signal for signal in Signal}


class ClientGone(Exception):
    """The client closed the connection before its request was complete."""


class Body:
    """The body of a request, as ASGI hands it over.

    Args:
        receive: The application's ``receive``.

    Attributes:
        has_begun: It was asked for, which answers a client that expects to be asked.
    """

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._has_more = True
        self.has_begun = False

    async def read(self, limit: int, room: Room | None = None, stream: str = "") -> bytes:
        """Return all of it.

        Args:
            limit: Bytes.
            room: What may be held of all bodies that are not complete yet.
            stream: Whose it is.

        Raises:
            PayloadError: It is larger than ``limit`` (413), or there is no room (503). The rest of
                it is unread.
            ClientGone: The client closed the connection.
        """
        chunks: list[bytes] = []
        size = 0
        try:
            while self._has_more:
                chunk = await self._next()
                if size + len(chunk) > limit:
                    raise too_large(limit)
                if room is not None:
                    if not room.admits(stream, len(chunk)):
                        raise overloaded("too many requests are arriving", _RETRY_AFTER)
                    room.take(stream, len(chunk))
                size += len(chunk)
                chunks.append(chunk)
        finally:
            if room is not None:
                room.take(stream, -size)
        return b"".join(chunks)

    async def discard(self, limit: int, timeout: float) -> None:
        """Read what is left, within bounds, and keep nothing.

        A connection that is closed with unread data is reset, and a client that sees a reset in the
        place of the answer sends the same again.
        """
        try:
            async with asyncio.timeout(timeout):
                while self._has_more and limit > 0:
                    limit -= len(await self._next())
        except (TimeoutError, ClientGone):
            return

    async def _next(self) -> bytes:
        self.has_begun = True
        message = await self._receive()
        if message["type"] == "http.disconnect":
            raise ClientGone
        self._has_more = bool(message.get("more_body", False))
        return bytes(message.get("body", b""))


class HttpReceiver:
    """Serve ``POST /v1/traces``, ``/v1/metrics`` and ``/v1/logs``.

    Args:
        config: Limits and tokens.
        intake: Takes requests over.
        authenticator: Decides who may send; another may be put in its place at any time.
    """

    def __init__(
        self, config: ReceiverConfig, intake: Intake, authenticator: Authenticator
    ) -> None:
        self._config = config
        self._intake = intake
        self.authenticator = authenticator
        # What has arrived of bodies that are not complete yet counts too: a thousand connections
        # could else hold a thousand times the limit of one request.
        self._arriving = Room(max(config.max_arriving_bytes, config.max_request_bytes), 1.0)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return
        headers = _headers(scope)
        is_json = _content_type(headers) == _JSON
        data = Body(receive)
        try:
            # spanveil: allow[SV103] the answer depends on the credential, verified below
            code, extra, body = await self._answer(scope, headers, data, is_json)
        except ClientGone:
            return
        except PayloadError as error:
            self._intake.count_refusal(error, "http")
            code, extra, body = error.status, _error_headers(error), status(error, is_json=is_json)
            if data.has_begun or b"expect" not in headers:  # else nothing was sent yet
                await data.discard(4 * self._config.max_request_bytes, self._config.timeout)
        # What is left of a body would be taken for the next request.
        if code >= 400:
            extra.append((b"connection", b"close"))
        content_type = _JSON if is_json else _PROTOBUF
        await send(
            {
                "type": "http.response.start",
                "status": code,
                "headers": [
                    (b"content-type", content_type.encode()),
                    (b"content-length", str(len(body)).encode()),
                    *extra,
                ],
            }
        )
        await send({"type": "http.response.body", "body": body})

    async def _answer(
        self, scope: Scope, headers: dict[bytes, str], data: Body, is_json: bool
    ) -> tuple[int, list[tuple[bytes, bytes]], bytes]:
        signal = _PATHS.get(scope["path"])
        if signal is None:
            raise PayloadError(grpc.StatusCode.UNIMPLEMENTED, "no such path", status=404)
        if scope["method"] != "POST":
            raise invalid("expected POST", status=405)
        host = (scope.get("client") or ("", 0))[0]
        # spanveil: allow[SV103] the credential itself, verified here
        stream = self.authenticator.stream(headers.get(b"authorization"), host)
        if not is_json and _content_type(headers) != _PROTOBUF:
            raise invalid(f"expected Content-Type {_PROTOBUF} or {_JSON}", status=415)
        body = await self._body(headers, data, stream.name)
        coding = headers.get(b"content-encoding", "").strip().lower()
        coding = "" if coding in ("identity", "none") else coding
        request = Request(signal, body, stream, "http", coding, is_json)
        result = await self._intake.accept(request)
        return 200, [], accepted(signal, result, is_json=is_json)

    async def _body(self, headers: dict[bytes, str], body: Body, stream: str) -> bytes:
        limit = self._config.max_request_bytes
        # RFC 9112 section 6.1: what is none of ours to decode is not taken for what it is not.
        if headers.get(b"transfer-encoding", "chunked").strip().lower() != "chunked":
            raise invalid("expected Transfer-Encoding chunked or none", status=501)
        length = headers.get(b"content-length", "0")
        if not length.isascii() or not length.isdigit():
            raise invalid("expected a number in Content-Length")
        if len(length) > 18 or int(length) > limit:
            raise too_large(limit)
        try:
            async with asyncio.timeout(self._config.timeout):
                return await body.read(limit, self._arriving, stream)
        except TimeoutError:
            raise overloaded("the request did not arrive in time", 1.0) from None


def _headers(scope: Scope) -> dict[bytes, str]:
    return {name.lower(): value.decode("latin-1") for name, value in scope["headers"]}


def _content_type(headers: dict[bytes, str]) -> str:
    return headers.get(b"content-type", "").partition(";")[0].strip().lower()


def _error_headers(error: PayloadError) -> list[tuple[bytes, bytes]]:
    headers = []
    if error.retry_after is not None:
        # RFC 9110 section 10.2.3: whole seconds.
        headers.append((b"retry-after", str(math.ceil(error.retry_after)).encode()))
    if error.status == 401:
        headers.append((b"www-authenticate", b"Bearer"))
    if error.status == 405:
        headers.append((b"allow", b"POST"))
    return headers
