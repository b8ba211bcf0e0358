"""The start-up canary: a planted header through each client, to a server that looks for it."""

import asyncio
import contextlib
import http.server
import secrets
import sys
import threading
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Final

from opentelemetry.context import _SUPPRESS_INSTRUMENTATION_KEY, attach, detach, set_value

from spanveil.propagators._egress import quarantine

_TIMEOUT: Final = 10.0
_PLANTED: Final = ("baggage", "traceparent", "x-tenant-id", "b3")


class _Sink(http.server.BaseHTTPRequestHandler):
    """Answer everything, and remember what came in its head."""

    def do_GET(self) -> None:
        self.server.heads.append(str(self.headers))  # type: ignore[attr-defined]
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_args: object) -> None:
        """Log nothing."""


@contextlib.contextmanager
def _sink() -> Iterator[tuple[str, list[str]]]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Sink)
    heads: list[str] = []
    server.heads = heads  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/", heads
    finally:
        server.shutdown()
        server.server_close()
        thread.join(_TIMEOUT)


def _http_client(url: str, headers: dict[str, str]) -> None:
    import http.client

    host, port = url.removeprefix("http://").rstrip("/").split(":")
    connection = http.client.HTTPConnection(host, int(port), timeout=_TIMEOUT)
    try:
        connection.request("GET", "/", headers=headers)
        connection.getresponse().read()
    finally:
        connection.close()


def _urllib(url: str, headers: dict[str, str]) -> None:
    import urllib.request

    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    request = urllib.request.Request(url, headers=headers)  # noqa: S310 - a loopback URL of ours
    with opener.open(request, timeout=_TIMEOUT) as response:
        response.read()


def _urllib3(url: str, headers: dict[str, str]) -> None:
    module = import_module("urllib3")
    with module.PoolManager(timeout=_TIMEOUT, retries=False) as pool:
        pool.request("GET", url, headers=headers)


def _requests(url: str, headers: dict[str, str]) -> None:
    module = import_module("requests")
    with module.Session() as session:
        session.trust_env = False
        session.get(url, headers=headers, timeout=_TIMEOUT)


def _botocore(url: str, headers: dict[str, str]) -> None:
    request = import_module("botocore.awsrequest").AWSRequest("GET", url, headers=headers)
    session = import_module("botocore.httpsession").URLLib3Session(timeout=_TIMEOUT)
    try:
        session.send(request.prepare())
    finally:
        session.close()


def _httpx(name: str) -> Callable[[str, dict[str, str]], None]:
    def probe(url: str, headers: dict[str, str]) -> None:
        module = import_module(name)
        with module.Client(trust_env=False, timeout=_TIMEOUT) as client:
            client.get(url, headers=headers)

        async def asynchronous() -> None:
            async with module.AsyncClient(trust_env=False, timeout=_TIMEOUT) as client:
                await client.get(url, headers=headers)

        asyncio.run(asynchronous())

    return probe


def _aiohttp(url: str, headers: dict[str, str]) -> None:
    module = import_module("aiohttp")

    async def asynchronous() -> None:
        timeout = module.ClientTimeout(total=_TIMEOUT)
        async with (
            module.ClientSession(timeout=timeout) as session,
            session.get(url, headers=headers) as response,
        ):
            await response.read()

    asyncio.run(asynchronous())


_HTTP: Final[dict[str, tuple[str, Callable[[str, dict[str, str]], None]]]] = {
    "aiohttp": ("aiohttp", _aiohttp),
    "botocore": ("botocore.httpsession", _botocore),
    "http.client": ("http.client", _http_client),
    "httpx": ("httpx", _httpx("httpx")),
    "httpx2": ("httpx2", _httpx("httpx2")),
    "requests": ("requests", _requests),
    "urllib": ("urllib.request", _urllib),
    "urllib3": ("urllib3", _urllib3),
}


def _grpc(planted: dict[str, str]) -> str:
    """Call a gRPC server synchronously and with asyncio; return all metadata that it saw."""
    from concurrent.futures import ThreadPoolExecutor

    grpc = import_module("grpc")
    seen: list[str] = []

    def answer(request: bytes, context: Any) -> bytes:
        seen.extend(f"{key}={value}" for key, value in context.invocation_metadata())
        return request

    class Handler(grpc.GenericRpcHandler):  # type: ignore[misc, name-defined]
        def service(self, _details: Any) -> Any:
            return grpc.unary_unary_rpc_method_handler(answer)

    # Below an instrumentation of grpc.server, so that no span tells of the canary.
    create: Any = import_module("grpc._server").create_server
    with ThreadPoolExecutor(2) as pool:
        server = create(pool, (Handler(),), (), (), None, None, False)
        port = server.add_insecure_port("127.0.0.1:0")
        server.start()
        try:
            metadata = tuple(planted.items())
            target = f"127.0.0.1:{port}"
            with grpc.insecure_channel(target) as channel:
                channel.unary_unary("/spanveil/canary")(b"", metadata=metadata, timeout=_TIMEOUT)
            if "grpc.aio" in sys.modules:
                asyncio.run(_grpc_aio(target, metadata))
        finally:
            server.stop(None).wait(_TIMEOUT)
    return "\n".join(seen)


async def _grpc_aio(target: str, metadata: tuple[tuple[str, str], ...]) -> None:
    aio = import_module("grpc.aio")
    async with aio.insecure_channel(target) as channel:
        await channel.unary_unary("/spanveil/canary")(b"", metadata=metadata, timeout=_TIMEOUT)


ARRIVED: Final = "a planted header arrived"
NOT_SENT: Final = "the canary could not be sent"


def run_canaries(*, installed: bool = False) -> list[tuple[str, str]]:
    """Return the clients through which a planted header arrived, or that could not be probed.

    The calls go to 127.0.0.1 as to a third party, whatever the allowlist says of it, with
    instrumentation suppressed. They run on a thread of their own, which may start event loops.

    Args:
        installed: Also import and check clients that are installed but not imported.

    Returns:
        Pairs of a client's name and `ARRIVED` or `NOT_SENT`.
    """
    failed: list[tuple[str, str]] = []
    thread = threading.Thread(target=_run, args=(failed, installed), name="spanveil-canary")
    thread.start()
    thread.join()
    return failed


def _run(failed: list[tuple[str, str]], installed: bool) -> None:
    token = secrets.token_hex(16)
    planted = dict.fromkeys(_PLANTED, token)
    suppressed = attach(set_value(_SUPPRESS_INSTRUMENTATION_KEY, True))
    try:
        with quarantine(), _sink() as (url, heads):
            for name, (module, probe) in _HTTP.items():
                if not _wanted(module, installed):
                    continue
                heads.clear()
                if not _survives(lambda probe=probe: probe(url, planted), name, failed):  # type: ignore[misc]
                    continue
                if any(token in head for head in heads):
                    failed.append((name, ARRIVED))
                elif not heads:
                    failed.append((name, NOT_SENT))
            if _wanted("grpc", installed):
                _survives(lambda: _check_grpc(planted, token, failed), "grpc", failed)
    finally:
        detach(suppressed)


def _check_grpc(planted: dict[str, str], token: str, failed: list[tuple[str, str]]) -> None:
    if token in _grpc(planted):
        failed.append(("grpc", ARRIVED))


def _survives(probe: Callable[[], object], name: str, failed: list[tuple[str, str]]) -> bool:
    # A canary that cannot be sent proves nothing, which counts as a failure.
    try:
        probe()
    except Exception:
        failed.append((name, NOT_SENT))
        return False
    return True


def _wanted(module: str, installed: bool) -> bool:
    if module in sys.modules:
        return True
    if not installed:
        return False
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:
        return False
