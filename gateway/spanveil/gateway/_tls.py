"""Certificate files, looked at before a server or a client is made of them.

gRPC takes a file that holds no certificate, and then refuses each connection without a word.
"""

import ssl

from spanveil.config import ClientTls, ConfigError, ServerTls


def check_server_tls(tls: ServerTls) -> None:
    """Raise ``ConfigError`` if a receiver's files cannot be used."""
    try:
        server_context(tls)
    except (OSError, ValueError):
        raise ConfigError("gateway", "receivers.tls", _EXPECTED) from None


def server_context(tls: ServerTls) -> ssl.SSLContext:
    """Return what an HTTPS server needs.

    Raises:
        OSError: A file cannot be read, or is not what it should be.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.load_cert_chain(tls.certificate, tls.key, password=_none)
    if tls.client_ca is not None:
        context.load_verify_locations(tls.client_ca)
        context.verify_mode = ssl.CERT_REQUIRED
    return context


def check_client_tls(tls: ClientTls, sink: str) -> None:
    """Raise ``ConfigError`` if a sink's files cannot be used."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    try:
        if tls.ca is not None:
            context.load_verify_locations(tls.ca)
        if tls.certificate is not None and tls.key is not None:
            context.load_cert_chain(tls.certificate, tls.key, password=_none)
    except (OSError, ValueError):
        raise ConfigError(f"sink {sink}", "tls", _EXPECTED) from None


_EXPECTED = "PEM files that can be read: certificates, and the key that belongs to them"


def _none() -> str:
    return ""  # else a key with a passphrase asks the terminal for it
