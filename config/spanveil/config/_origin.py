"""Origin patterns: which scheme, host and port a destination class covers."""

import re
from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Final, NamedTuple

DEFAULT_PORTS: Final = {"http": 80, "https": 443, "ws": 80, "wss": 443}
"""The port that a URL without one means (RFC 9110, sections 4.2.1 and 4.2.2; RFC 6455, 3)."""

_EXPECTED: Final = (
    "[scheme://]host[:port] where host is a name, *.suffix, an address or a network in CIDR form, "
    "and port is a number or *"
)
_SCHEME: Final = re.compile(r"[a-z][a-z0-9+.-]{0,31}")
_LABEL: Final = r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?"
_NAME: Final = re.compile(rf"{_LABEL}(?:\.{_LABEL}){{0,126}}")


class OriginPattern(NamedTuple):
    """One parsed pattern. Each part that is ``None`` matches anything.

    Attributes:
        scheme: Lower-case scheme.
        name: Exact host name, lower case, without a closing dot.
        suffix: ``.suffix``; matches on a label border and not the suffix itself.
        network: Addresses; an exact address is a network of one.
        port: TCP port.
    """

    scheme: str | None
    name: str | None
    suffix: str | None
    network: IPv4Network | IPv6Network | None
    port: int | None

    def matches(self, scheme: str | None, host: str, port: int | None) -> bool:
        """Tell whether an origin is covered. What is not known (``None``) matches no demand."""
        if self.scheme is not None and self.scheme != scheme:
            return False
        if self.port is not None and self.port != port:
            return False
        if self.name is not None:
            return host == self.name
        if self.suffix is not None:
            return host.endswith(self.suffix) and len(host) > len(self.suffix)
        address = _address(host)
        network = self.network
        return (
            address is not None
            and network is not None
            and address.version == network.version
            and address in network
        )


def normal_host(host: str) -> str:
    """Return a host as patterns know it: lower case, no brackets, no closing dot.

    A scoped IPv6 address loses nothing: with its zone it is no address and matches no network.
    """
    host = host.strip().lower()
    if host.startswith("[") and host.endswith("]"):
        host = host[1:-1]
    return host.removesuffix(".")


def parse_origin_pattern(text: str) -> OriginPattern:
    """Parse ``[scheme://]host[:port]``.

    A scheme of HTTP or WebSocket without a port means its default port, as in a URL; ``:*`` means
    any. Without a scheme, no port means any.

    Raises:
        ValueError: The text is no such pattern; the message does not quote it.

    >>> parse_origin_pattern("*.svc.cluster.local").matches("http", "a.svc.cluster.local", 80)
    True
    >>> parse_origin_pattern("10.0.0.0/8:8080").matches("http", "10.1.2.3", 8080)
    True
    """
    scheme, separator, rest = text.strip().lower().rpartition("://")
    if separator and not _SCHEME.fullmatch(scheme):
        raise ValueError(_EXPECTED)
    host, port_text = _split_port(rest)
    port = _port(port_text, scheme)
    if host.startswith("*."):
        return OriginPattern(scheme or None, None, "." + _name(host[2:]), None, port)
    network = _network(host)
    if network is not None:
        return OriginPattern(scheme or None, None, None, network, port)
    return OriginPattern(scheme or None, _name(host), None, None, port)


def _split_port(text: str) -> tuple[str, str]:
    if text.startswith("["):
        host, closing, rest = text[1:].partition("]")
        if not closing or (rest and not rest.startswith(":")):
            raise ValueError(_EXPECTED)
        return host, rest[1:] if rest else ""
    if text.count(":") > 1:  # a bare IPv6 address or network
        return text, ""
    host, colon, port = text.partition(":")
    if colon and not port:
        raise ValueError(_EXPECTED)
    return host, port


def _port(text: str, scheme: str) -> int | None:
    if text == "*":
        return None
    if not text:
        return DEFAULT_PORTS.get(scheme)
    if not (text.isascii() and text.isdigit() and len(text) <= 5 and 0 < int(text) < 65_536):
        raise ValueError(_EXPECTED)
    return int(text)


def _name(text: str) -> str:
    name = text.removesuffix(".")
    # A last label of digits only is an address that is no address (WHATWG URL, "ends in a number").
    if not _NAME.fullmatch(name) or (name.rpartition(".")[2].isdigit() and "." in name):
        raise ValueError(_EXPECTED)
    return name


def _network(text: str) -> IPv4Network | IPv6Network | None:
    try:
        return ip_network(text, strict=True)
    except ValueError:
        if "/" in text:
            raise ValueError(_EXPECTED) from None
        return None


@lru_cache(maxsize=1024)
def _address(host: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(host)
    except ValueError:
        return None
