"""An OTLP/HTTP sink (binary protobuf)."""

import io
import ssl
import time
from email.utils import parsedate_to_datetime
from typing import Final

import aiohttp
import grpc

from spanveil.config import GatewaySink
from spanveil.gateway._content import Content
from spanveil.gateway._signals import Signal
from spanveil.gateway._sink import (
    MAX_RESPONSE_BYTES,
    Delivered,
    Refused,
    delivered,
    headers,
    say_uncompressed,
)

_IN_ONE_PIECE: Final = 2**20
"""A larger body is written in pieces, so that the event loop has a turn between them."""

_RETRYABLE: Final = frozenset({429, 502, 503, 504})
"""OTLP specification, "Retryable Response Codes": these and no others."""

_UNSUPPORTED: Final = Refused(grpc.StatusCode.INTERNAL, retryable=False)
"""415, which is for a content type or a content coding (RFC 9110 section 15.5.16)."""


class HttpSink:
    """Send requests over a pool of kept-alive connections.

    Args:
        config: Where to and how.

    Raises:
        OSError: A certificate file cannot be read.
    """

    def __init__(self, config: GatewaySink) -> None:
        self.config = config
        base = config.url.rstrip("/")
        self._urls = {signal: f"{base}/v1/{signal}" for signal in Signal}
        self._headers = {
            **headers(config),
            "Content-Type": "application/x-protobuf",
            "User-Agent": "spanveil-gateway",
            "Accept-Encoding": "identity",
        }
        self._compresses = config.compression == "gzip"
        self._takes_neither = False
        self._tls = _tls(config) if base.startswith("https:") else False
        self._session: aiohttp.ClientSession | None = None

    def _open(self) -> aiohttp.ClientSession:
        # No proxy from the environment, which is read in `config` alone; no cookies.
        return aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=self.config.concurrency, ssl=self._tls),
            headers=self._headers,
            timeout=aiohttp.ClientTimeout(self.config.timeout),
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
            trust_env=False,
        )

    async def send(self, signal: Signal, content: Content) -> Delivered | Refused:
        """Send one request.

        A sink that does not take gzip is asked without compression at once, and from then on.
        """
        compresses = self._compresses
        answer = await self._send(signal, content, compresses)
        if not compresses or answer is not _UNSUPPORTED or self._takes_neither:
            return answer
        answer = await self._send(signal, content, False)
        self._takes_neither = answer is _UNSUPPORTED
        if isinstance(answer, Delivered) and self._compresses:
            self._compresses = False
            say_uncompressed(self.config.name)
        return answer

    async def _send(
        self, signal: Signal, content: Content, compresses: bool
    ) -> Delivered | Refused:
        body = content.packed if compresses else content.plain
        if self._session is None:
            self._session = self._open()
        try:
            async with self._session.post(
                self._urls[signal],
                data=body if len(body) <= _IN_ONE_PIECE else io.BytesIO(body),
                headers={"Content-Encoding": "gzip"} if compresses else None,
                # Headers with credentials stay with the configured host.
                allow_redirects=False,
            ) as response:
                # OTLP asks for 200. Sinks that answer 202 or 204 have the data all the same, and
                # every other client takes it so.
                if not 200 <= response.status < 300:
                    return _refusal(response)
                return await _success(signal, response)
        except TimeoutError:
            return Refused(grpc.StatusCode.DEADLINE_EXCEEDED, retryable=True)
        except (aiohttp.ClientError, OSError, ValueError):
            return Refused(grpc.StatusCode.UNAVAILABLE, retryable=True)

    async def close(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()


async def _success(signal: Signal, response: aiohttp.ClientResponse) -> Delivered | Refused:
    # The status was said: a body that breaks off takes nothing of that back, and the same request
    # again would be a duplicate each time.
    answer = bytearray()
    try:
        async for chunk in response.content.iter_any():
            answer += chunk
            if len(answer) > MAX_RESPONSE_BYTES:
                return Refused(grpc.StatusCode.RESOURCE_EXHAUSTED, retryable=False)
    except (TimeoutError, aiohttp.ClientError, OSError, ValueError):
        response.close()
        return Delivered(is_unclear=True)
    return delivered(signal, bytes(answer))


def _refusal(response: aiohttp.ClientResponse) -> Refused:
    status = response.status
    if status in _RETRYABLE:
        delay = _retry_after(response.headers.get("Retry-After", ""))
        return Refused(grpc.StatusCode.UNAVAILABLE, retryable=True, retry_after=delay)
    if status == 415:
        return _UNSUPPORTED
    code = {
        400: grpc.StatusCode.INVALID_ARGUMENT,
        401: grpc.StatusCode.UNAUTHENTICATED,
        403: grpc.StatusCode.PERMISSION_DENIED,
        404: grpc.StatusCode.UNIMPLEMENTED,
        413: grpc.StatusCode.RESOURCE_EXHAUSTED,
    }.get(status, grpc.StatusCode.INTERNAL)
    return Refused(code, retryable=False)


def _retry_after(text: str) -> float | None:
    # RFC 9110 section 10.2.3: seconds or a date.
    try:
        return max(0.0, float(text))
    except ValueError:
        pass
    try:
        return max(0.0, parsedate_to_datetime(text).timestamp() - time.time())
    except (ValueError, TypeError):
        return None


def _tls(config: GatewaySink) -> ssl.SSLContext:
    tls = config.tls
    context = ssl.create_default_context(cafile=str(tls.ca) if tls.ca else None)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if tls.certificate and tls.key:
        context.load_cert_chain(tls.certificate, tls.key)
    return context
