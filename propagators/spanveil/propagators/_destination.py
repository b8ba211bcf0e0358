"""Where a call goes: an origin as the client knows it."""

from functools import lru_cache
from typing import Any, Final, NamedTuple
from urllib.parse import urlsplit

from opentelemetry.trace import Span, SpanKind

from spanveil.config import DEFAULT_PORTS, normal_host

_MAX_HOST: Final = 255  # RFC 1035, section 2.3.4
_CLIENT_KINDS: Final = frozenset({SpanKind.CLIENT, SpanKind.PRODUCER})


class Destination(NamedTuple):
    """The origin of one hop.

    Attributes:
        scheme: Lower case, ``None`` where it is not known.
        host: Name or address, lower case, without brackets.
        port: ``None`` where it is not known.
    """

    scheme: str | None
    host: str
    port: int | None


@lru_cache(maxsize=4096)
def make_destination(
    scheme: str | None, host: str | None, port: int | None = None
) -> Destination | None:
    """Return the destination, or ``None`` (unknown) for a host that no URL could have."""
    if not host or len(host) > _MAX_HOST or not host.isascii() or not host.isprintable():
        return None
    if any(mark in host for mark in " \\/?#@%"):
        return None
    if port is None and scheme is not None:
        port = DEFAULT_PORTS.get(scheme)
    return Destination(scheme, normal_host(host), port)


def destination_of_url(url: str) -> Destination | None:
    """Return the destination of an absolute URL, or ``None`` (unknown).

    A URL that two parsers could read differently (a backslash, a control character, white space) is
    unknown.
    """
    if len(url) > 65_536 or "\\" in url or not url.isprintable() or " " in url:
        return None
    try:
        parts = urlsplit(url)
        return make_destination(parts.scheme or None, parts.hostname, parts.port)
    except ValueError:
        return None


def destination_of_span(span: Span) -> Destination | None:
    """Return what a client instrumentation says of the destination, or ``None`` (unknown).

    Only a recording client or producer span has a say. This serves the propagator alone, which adds
    headers early; the wire guard looks at the connection itself and has the last word.
    """
    if not span.is_recording() or getattr(span, "kind", None) not in _CLIENT_KINDS:
        return None
    attributes: Any = getattr(span, "attributes", None) or {}
    # "http.url" is the name before HTTP semantic conventions 1.23; both are in use.
    for key in ("url.full", "http.url"):
        url = attributes.get(key)
        if isinstance(url, str):
            return destination_of_url(url)
    host, port = attributes.get("server.address"), attributes.get("server.port")
    scheme = attributes.get("url.scheme")
    if not isinstance(host, str):
        return None
    return make_destination(
        scheme if isinstance(scheme, str) else None, host, port if isinstance(port, int) else None
    )
