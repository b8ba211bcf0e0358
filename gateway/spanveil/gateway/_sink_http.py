"""An OTLP/HTTP sink (binary protobuf)."""

import asyncio
import ssl
import time
from email.utils import parsedate_to_datetime
from typing import Final

import grpc
import httpx2

from spanveil.config import GatewaySink
from spanveil.gateway._queue import unpacked
from spanveil.gateway._signals import Signal
from spanveil.gateway._sink import (
    MAX_RESPONSE_BYTES,
    Delivered,
    Refused,
    rejected_items,
)

_RETRYABLE: Final = frozenset({429, 502, 503, 504})
"""OTLP specification, "Retryable Response Codes": these and no others."""


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
            **{name: value.get_secret_value() for name, value in config.headers.items()},
            "Content-Type": "application/x-protobuf",
            "User-Agent": "spanveil-gateway",
            "Accept-Encoding": "identity",
        }
        if config.compression == "gzip":
            self._headers["Content-Encoding"] = "gzip"
        self._client = httpx2.AsyncClient(
            verify=_tls(config) if base.startswith("https:") else False,
            trust_env=False,  # the environment is read in `config` alone
            follow_redirects=False,  # headers with credentials stay with the configured host
            timeout=httpx2.Timeout(config.timeout),
            limits=httpx2.Limits(
                max_connections=config.concurrency,
                max_keepalive_connections=config.concurrency,
            ),
        )

    async def send(self, signal: Signal, body: bytes) -> Delivered | Refused:
        """Send one request, given in gzip."""
        content = body if self.config.compression == "gzip" else unpacked(body)
        try:
            async with (
                asyncio.timeout(self.config.timeout),
                self._client.stream(
                    "POST", self._urls[signal], content=content, headers=self._headers
                ) as response,
            ):
                if response.status_code != 200:
                    return _refusal(response)
                answer = bytearray()
                async for chunk in response.aiter_raw():
                    answer += chunk
                    if len(answer) > MAX_RESPONSE_BYTES:
                        return Refused(grpc.StatusCode.RESOURCE_EXHAUSTED, retryable=False)
        except TimeoutError:
            return Refused(grpc.StatusCode.DEADLINE_EXCEEDED, retryable=True)
        except httpx2.HTTPError:
            return Refused(grpc.StatusCode.UNAVAILABLE, retryable=True)
        return Delivered(rejected_items(signal, bytes(answer)))

    async def close(self) -> None:
        """Close the connections."""
        await self._client.aclose()


def _refusal(response: httpx2.Response) -> Refused:
    status = response.status_code
    if status in _RETRYABLE:
        delay = _retry_after(response.headers.get("Retry-After", ""))
        return Refused(grpc.StatusCode.UNAVAILABLE, retryable=True, retry_after=delay)
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
