"""Every client under test, as one function: send these headers to this URL, follow redirects."""

import asyncio
import http.client
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import anthropic
import botocore.session
import grpc
import grpc.aio
import httpx
import httpx2
import openai
import requests
import urllib3
from botocore.config import Config as BotoConfig
from opentelemetry.instrumentation.aiohttp_client import AioHttpClientInstrumentor
from opentelemetry.instrumentation.botocore import BotocoreInstrumentor
from opentelemetry.instrumentation.grpc import (
    GrpcAioInstrumentorClient,
    GrpcInstrumentorClient,
)
from opentelemetry.instrumentation.httpx import HTTPX2ClientInstrumentor, HTTPXClientInstrumentor
from opentelemetry.instrumentation.requests import RequestsInstrumentor
from opentelemetry.instrumentation.urllib import URLLibInstrumentor
from opentelemetry.instrumentation.urllib3 import URLLib3Instrumentor

Headers = dict[str, str]
Call = Callable[[str, Headers], None]
TIMEOUT = 60.0
KEY = "not-a-key"


def _http_client(url: str, headers: Headers) -> None:
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=TIMEOUT)
    try:
        connection.request("GET", parts.path, headers=headers)
        connection.getresponse().read()
    finally:
        connection.close()


def _urllib(url: str, headers: Headers) -> None:
    request = urllib.request.Request(url, headers=headers)  # noqa: S310 - loopback
    with urllib.request.urlopen(request, timeout=TIMEOUT) as response:  # noqa: S310 - loopback
        response.read()


def _urllib3(url: str, headers: Headers) -> None:
    with urllib3.PoolManager(timeout=TIMEOUT) as pool:
        pool.request("GET", url, headers=headers)


def _requests(url: str, headers: Headers) -> None:
    with requests.Session() as session:
        session.get(url, headers=headers, timeout=TIMEOUT)


def _httpx(url: str, headers: Headers) -> None:
    with httpx.Client(follow_redirects=True) as client:
        client.get(url, headers=headers)


def _httpx_async(url: str, headers: Headers) -> None:
    async def call() -> None:
        async with httpx.AsyncClient(follow_redirects=True) as client:
            await client.get(url, headers=headers)

    asyncio.run(call())


def _httpx2(url: str, headers: Headers) -> None:
    with httpx2.Client(follow_redirects=True) as client:
        client.get(url, headers=headers)


def _httpx2_async(url: str, headers: Headers) -> None:
    async def call() -> None:
        async with httpx2.AsyncClient(follow_redirects=True) as client:
            await client.get(url, headers=headers)

    asyncio.run(call())


def _aiohttp(url: str, headers: Headers) -> None:
    async def call() -> None:
        async with (
            aiohttp.ClientSession() as session,
            # Middlewares of the session are switched off, as a caller may do.
            session.get(url, headers=headers, middlewares=()) as response,
        ):
            await response.read()

    asyncio.run(call())


def call_openai(url: str, headers: Headers, **body: Any) -> None:
    with openai.OpenAI(base_url=url, api_key=KEY, max_retries=0) as client:
        client.chat.completions.create(
            model="m", messages=[{"role": "user", "content": "hi"}], extra_headers=headers, **body
        )


def call_openai_async(url: str, headers: Headers, **body: Any) -> None:
    async def call() -> None:
        async with openai.AsyncOpenAI(base_url=url, api_key=KEY, max_retries=0) as client:
            await client.chat.completions.create(
                model="m",
                messages=[{"role": "user", "content": "hi"}],
                extra_headers=headers,
                **body,
            )

    asyncio.run(call())


def call_anthropic(url: str, headers: Headers, **body: Any) -> None:
    with anthropic.Anthropic(base_url=url, api_key=KEY, max_retries=0) as client:
        client.messages.create(
            model="m",
            max_tokens=1,
            messages=[{"role": "user", "content": "hi"}],
            extra_headers=headers,
            **body,
        )


def boto_client(service: str, url: str) -> Any:
    session = botocore.session.get_session()
    return session.create_client(
        service,
        region_name="eu-west-1",
        endpoint_url=url,
        aws_access_key_id="AKIDEXAMPLE",
        aws_secret_access_key=KEY,
        config=BotoConfig(retries={"max_attempts": 0}, proxies={}),
    )


def _botocore(url: str, headers: Headers) -> None:
    client = boto_client("lambda", url)

    def hand_set(request: Any, **_kwargs: Any) -> None:
        for name, value in headers.items():
            request.headers[name] = value

    client.meta.events.register("before-send", hand_set)
    try:
        client.invoke(FunctionName="f", Payload=b"{}")
    finally:
        client.close()


HTTP: dict[str, Call] = {
    "aiohttp": _aiohttp,
    "anthropic": call_anthropic,
    "botocore": _botocore,
    "http.client": _http_client,
    "httpx": _httpx,
    "httpx async": _httpx_async,
    "httpx2": _httpx2,
    "httpx2 async": _httpx2_async,
    "openai": call_openai,
    "openai async": call_openai_async,
    "requests": _requests,
    "urllib": _urllib,
    "urllib3": _urllib3,
}
FOLLOW_REDIRECTS = sorted(set(HTTP) - {"http.client", "botocore"})


def _metadata(headers: Headers) -> tuple[tuple[str, str | bytes], ...]:
    return tuple(
        (name, value.encode() if name.endswith("-bin") else value)
        for name, value in headers.items()
    )


def _grpc_sync(method: str) -> Call:
    def call(target: str, headers: Headers) -> None:
        metadata = _metadata(headers)
        channel: Any
        with grpc.insecure_channel(target) as channel:
            if method == "uu":
                channel.unary_unary("/t/uu")(b"", metadata=metadata, timeout=TIMEOUT)
                channel.unary_unary("/t/uu").with_call(b"", metadata=metadata, timeout=TIMEOUT)
                channel.unary_unary("/t/uu").future(b"", TIMEOUT, metadata).result()
            elif method == "us":
                list(channel.unary_stream("/t/us")(b"", metadata=metadata, timeout=TIMEOUT))
            elif method == "su":
                channel.stream_unary("/t/su")(iter([b""]), metadata=metadata, timeout=TIMEOUT)
                future = channel.stream_unary("/t/su").future(iter([b""]), metadata=metadata)
                future.result(TIMEOUT)
            else:
                list(channel.stream_stream("/t/ss")(iter([b""]), metadata=metadata))

    return call


def _grpc_aio(method: str) -> Call:
    async def run(target: str, headers: Headers) -> None:
        metadata = _metadata(headers)
        channel: Any
        async with grpc.aio.insecure_channel(target) as channel:
            if method == "uu":
                await channel.unary_unary("/t/uu")(b"", metadata=metadata, timeout=TIMEOUT)
            elif method == "us":
                async for _ in channel.unary_stream("/t/us")(b"", metadata=metadata):
                    pass
            elif method == "su":
                await channel.stream_unary("/t/su")(iter([b""]), metadata=metadata)
            else:
                async for _ in channel.stream_stream("/t/ss")(iter([b""]), metadata=metadata):
                    pass

    return lambda target, headers: asyncio.run(run(target, headers))


GRPC: dict[str, Call] = {
    f"{name} {method}": make(method)
    for name, make in (("grpc", _grpc_sync), ("grpc.aio", _grpc_aio))
    for method in ("uu", "us", "su", "ss")
}

INSTRUMENTORS = (
    AioHttpClientInstrumentor,
    BotocoreInstrumentor,
    GrpcAioInstrumentorClient,
    GrpcInstrumentorClient,
    HTTPX2ClientInstrumentor,
    HTTPXClientInstrumentor,
    RequestsInstrumentor,
    URLLib3Instrumentor,
    URLLibInstrumentor,
)


@contextmanager
def instrumented(provider: Any) -> Iterator[None]:
    """Switch all instrumentations on, and off again."""
    instrumentors = [make() for make in INSTRUMENTORS]
    for instrumentor in instrumentors:
        instrumentor.instrument(tracer_provider=provider)
    try:
        yield
    finally:
        for instrumentor in instrumentors:
            instrumentor.uninstrument()
