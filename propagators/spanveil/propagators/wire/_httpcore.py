"""httpcore and httpcore2, and with them httpx, httpx2, OpenAI, Anthropic and MCP."""

from collections.abc import Callable
from typing import Any

from spanveil.propagators._destination import Destination, destination_of_url, make_destination
from spanveil.propagators._egress import Egress
from spanveil.propagators.wire._sites import SITES


def patch_httpcore(module: Any) -> None:
    """Guard the connection classes of one httpcore module.

    Pools, proxies, tunnels and connections that are used without a pool all end in these classes,
    which know the origin that they are connected to.
    """
    client = module.__name__.partition(".")[0]
    names = ("HTTP11Connection", "HTTP2Connection", "AsyncHTTP11Connection", "AsyncHTTP2Connection")
    for name in names:
        owner = vars(module).get(name)
        if owner is None:
            continue
        if name.startswith("Async"):
            SITES.wrap(client, owner, "handle_async_request", _guard_async(client))
        else:
            SITES.wrap(client, owner, "handle_request", _guard_sync(client))


def _guard_sync(client: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    def make(original: Callable[..., Any]) -> Callable[..., Any]:
        def handle_request(self: Any, request: Any) -> Any:
            egress = SITES.egress
            if egress is not None:
                request = _rewritten(egress, client, self, request)
            return original(self, request)

        return handle_request

    return make


def _guard_async(client: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    def make(original: Callable[..., Any]) -> Callable[..., Any]:
        async def handle_async_request(self: Any, request: Any) -> Any:
            egress = SITES.egress
            if egress is not None:
                request = _rewritten(egress, client, self, request)
            return await original(self, request)

        return handle_async_request

    return make


def _rewritten(egress: Egress, client: str, connection: Any, request: Any) -> Any:
    # A copy: the pool sends the same request again when a connection turns out to be closed.
    exchange = egress.exchange(client, _route, connection, request)
    rewritten = object.__new__(type(request))
    rewritten.__dict__.update(request.__dict__)
    verdict, keep = exchange.verdicts.get, exchange.keep
    headers = [item for item in request.headers if verdict(item[0]) == "" or keep(item[0], item[1])]
    headers += [(name.encode(), value.encode()) for name, value in exchange.additions()]
    rewritten.headers = headers
    return rewritten


def _route(connection: Any, request: Any) -> tuple[Destination | None, Destination | None]:
    origin = connection._origin
    scheme, host = origin.scheme.decode("ascii"), origin.host.decode("ascii")
    peer = make_destination(scheme, host, origin.port)
    if request.method == b"CONNECT":
        return None, None
    target: bytes = request.url.target
    if not target.startswith((b"/", b"*")):
        # Absolute form, to a proxy (RFC 9112, section 3.2.2).
        return destination_of_url(target.decode("ascii")), peer
    return peer, None
