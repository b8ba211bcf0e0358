"""aiohttp, below its middlewares and for every hop."""

from collections.abc import Callable
from typing import Any, Final

from spanveil.propagators._destination import Destination, make_destination
from spanveil.propagators._egress import Egress
from spanveil.propagators.wire._sites import SITES

_CLIENT: Final = "aiohttp"


def patch_aiohttp(module: Any) -> None:
    """Guard ``aiohttp.client_reqrep.ClientRequest.send``."""
    SITES.wrap(_CLIENT, module.ClientRequest, "send", _guard_send)


def _guard_send(original: Callable[..., Any]) -> Callable[..., Any]:
    async def send(self: Any, conn: Any, *args: Any, **kwargs: Any) -> Any:
        egress = SITES.egress
        if egress is not None:
            _rewrite(egress, self, conn)
        return await original(self, conn, *args, **kwargs)

    return send


def _rewrite(egress: Egress, request: Any, conn: Any) -> None:
    exchange = egress.exchange(_CLIENT, _route, request, conn)
    headers = request.headers
    for name in {
        name for name, value in list(headers.items()) if not exchange.keep(str(name), value)
    }:
        headers.popall(name, None)
    for name, value in exchange.additions():
        headers[name] = value


def _route(request: Any, conn: Any) -> tuple[Destination | None, Destination | None]:
    connector = type(getattr(conn, "_connector", None)).__name__
    if request.method == "CONNECT" or connector in ("UnixConnector", "NamedPipeConnector"):
        return None, None  # a URL's host says nothing of who listens at a path
    url = request.url
    destination = make_destination(url.scheme, url.raw_host, url.port)
    proxy = getattr(request, "proxy", None)
    if proxy is None or url.scheme in ("https", "wss"):
        return destination, None
    hop = make_destination(proxy.scheme, proxy.raw_host, proxy.port)
    return (destination, hop) if hop is not None else (None, None)
