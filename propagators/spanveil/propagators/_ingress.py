"""Whose incoming context is continued: by listener or verified peer, never by a header."""

from collections.abc import Iterable, Mapping
from contextvars import ContextVar
from typing import Any, Final

from spanveil.config import IngressConfig, normal_host
from spanveil.propagators._certificate import names_in_certificate
from spanveil.propagators._policy import compiled

peer_names: Final[ContextVar[tuple[str, ...]]] = ContextVar("spanveil.peer_names", default=())
"""Names that a server's transport has verified for the call at hand; set by the gRPC interceptor,
whose carrier holds headers only."""


class Ingress:
    """The ingress side of the allowlist.

    Args:
        config: Trusted listeners and peers.
    """

    __slots__ = ("_default", "_listeners", "_peer_prefixes", "_peers", "baggage")

    def __init__(self, config: IngressConfig) -> None:
        self._default = config.default == "trusted"
        self._listeners = frozenset(_listener(text) for text in config.trusted_listeners)
        self._peers = frozenset(name for name in config.trusted_peers if not name.endswith("/*"))
        self._peer_prefixes = tuple(
            name[:-1] for name in config.trusted_peers if name.endswith("/*")
        )
        self.baggage = compiled(config.baggage)

    @property
    def checks_peers(self) -> bool:
        """Whether any peer is named."""
        return bool(self._peers or self._peer_prefixes)

    def trusts(self, carrier: object) -> bool:
        """Tell whether the edge that this carrier arrived at is trusted.

        Args:
            carrier: What a server instrumentation hands to ``extract``: an ASGI scope, a WSGI
                environ, or bare metadata.
        """
        if self._default:
            return True
        if self.checks_peers and self._trusts_any(peer_names.get()):
            return True
        if not isinstance(carrier, Mapping):
            return False
        # Metadata and JSON are mappings too, with keys that a sender chooses. Neither can hold a
        # tuple, which these two members of a server's own making are.
        if isinstance(carrier.get("server"), tuple):
            return self._trusts_asgi(carrier)
        if isinstance(carrier.get("wsgi.version"), tuple):
            return self._trusts_wsgi(carrier)
        return False

    def _trusts_asgi(self, scope: Mapping[str, Any]) -> bool:
        host, port = (*scope["server"], None, None)[:2]
        if self._trusts_listener(host, port):
            return True
        if not self.checks_peers:
            return False
        tls = (scope.get("extensions") or {}).get("tls") or {}
        chain = tls.get("client_cert_chain") or ()
        # ASGI TLS extension: the server verified the chain where there is no error.
        if not chain or tls.get("client_cert_error"):
            return False
        return self._trusts_any(names_in_certificate(chain[0]))

    def _trusts_wsgi(self, environ: Mapping[str, Any]) -> bool:
        port = str(environ.get("SERVER_PORT", ""))
        if self._trusts_listener(environ.get("SERVER_NAME"), int(port) if port.isdigit() else None):
            return True
        # mod_ssl's names (Apache mod_ssl, "Environment Variables"). A request header could only be
        # under HTTP_.
        if not self.checks_peers or environ.get("SSL_CLIENT_VERIFY") != "SUCCESS":
            return False
        keys = ("SSL_CLIENT_SAN_URI_0", "SSL_CLIENT_SAN_DNS_0", "SSL_CLIENT_S_DN_CN")
        return self._trusts_any(str(environ[key]) for key in keys if environ.get(key))

    def _trusts_listener(self, host: object, port: object) -> bool:
        if not self._listeners or not isinstance(port, int):
            return False
        name = normal_host(host) if isinstance(host, str) else ""
        return (name, port) in self._listeners or ("*", port) in self._listeners

    def _trusts_any(self, names: Iterable[str]) -> bool:
        return any(
            name in self._peers
            # A path is walked by nobody here, so that ".." must not lead out of a prefix.
            or (name.startswith(self._peer_prefixes) and "/../" not in name + "/")
            for name in names
        )


def _listener(text: str) -> tuple[str, int]:
    host, _, port = text.rpartition(":")
    return normal_host(host), int(port)
