"""http.client, and with it urllib, urllib3, requests and botocore."""

from collections.abc import Callable
from typing import Any, Final

from spanveil.propagators._destination import Destination, destination_of_url, make_destination
from spanveil.propagators._egress import Egress, nowhere
from spanveil.propagators.wire._sites import SITES

_CLIENT: Final = "http.client"
_CREDENTIALS: Final = frozenset({"authorization", "cookie", "proxy-authorization"})


def patch_http_client(module: Any) -> None:
    """Guard ``http.client`` where a request's head is complete and not yet sent.

    Raises:
        AttributeError: The connection does not keep its head as a list of lines.
    """
    connection = module.HTTPConnection
    if not isinstance(connection("localhost")._buffer, list):
        raise AttributeError("_buffer")
    SITES.wrap(_CLIENT, connection, "endheaders", _guard_endheaders)
    SITES.wrap(_CLIENT, connection, "set_tunnel", _guard_set_tunnel)


def _guard_endheaders(original: Callable[..., Any]) -> Callable[..., Any]:
    def endheaders(self: Any, *args: Any, **kwargs: Any) -> Any:
        egress = SITES.egress
        if egress is not None:
            _rewrite(egress, self)
        return original(self, *args, **kwargs)

    return endheaders


def _rewrite(egress: Egress, connection: Any) -> None:
    lines: list[bytes] = connection._buffer
    exchange = egress.exchange(_CLIENT, _route, connection, lines)
    verdict, keep = exchange.verdicts.get, exchange.keep
    kept = lines[:1]
    for line in lines[1:]:
        name = line[: line.find(b":")]
        if verdict(name) == "" or keep(name, line[len(name) + 2 :]):
            kept.append(line)
    for added, text in exchange.additions():
        kept.append(f"{added}: {text}".encode("ascii"))
    connection._buffer = kept


def _guard_set_tunnel(original: Callable[..., Any]) -> Callable[..., Any]:
    # The headers of CONNECT are for the proxy, and go out without putheader.
    def set_tunnel(
        self: Any, host: Any, port: Any = None, headers: Any = None, *args: Any, **kwargs: Any
    ) -> Any:
        egress = SITES.egress
        if egress is not None and headers:
            exchange = egress.exchange(_CLIENT, nowhere)
            headers = {name: value for name, value in headers.items() if exchange.keep(name)}
            exchange.settle()
        return original(self, host, port, headers, *args, **kwargs)

    return set_tunnel


def _route(connection: Any, lines: list[bytes]) -> tuple[Destination | None, Destination | None]:
    """Return whom a request is for, and the proxy that reads it, if any."""
    method, target = lines[0].split(b" ", 2)[:2]
    # urllib3's connections are no http.client.HTTPSConnection; both have this class attribute.
    scheme = "https" if getattr(connection, "default_port", None) == 443 else "http"
    peer = make_destination(scheme, connection.host, connection.port)
    tunnel = getattr(connection, "_tunnel_host", None)
    if tunnel:
        return make_destination(scheme, tunnel, getattr(connection, "_tunnel_port", None)), None
    if method == b"CONNECT":
        return None, None
    if not target.startswith((b"/", b"*")):
        # Absolute form, to a proxy (RFC 9112, section 3.2.2).
        return destination_of_url(target.decode("ascii")), peer
    return peer, None


def patch_urllib(module: Any) -> None:
    """Drop credentials where ``urllib.request`` follows a redirect to another origin.

    The other clients do so themselves; urllib copies every header to whomever a redirect names.
    """
    SITES.wrap("urllib", module.HTTPRedirectHandler, "redirect_request", _guard_redirect)


def _guard_redirect(original: Callable[..., Any]) -> Callable[..., Any]:
    def redirect_request(self: Any, req: Any, *args: Any, **kwargs: Any) -> Any:
        new = original(self, req, *args, **kwargs)
        if new is None or SITES.egress is None:
            return new
        origin = destination_of_url(req.full_url)
        if origin is None or destination_of_url(new.full_url) != origin:
            for headers in (new.headers, new.unredirected_hdrs):
                for name in [name for name in headers if name.lower() in _CREDENTIALS]:
                    del headers[name]
        return new

    return redirect_request
