"""Files of certificates, keys and tokens, which others write anew while the gateway runs."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from spanveil.config import ConfigError, GatewayConfig, GatewaySink

Fingerprint = tuple[bytes, ...]


def files(config: GatewayConfig) -> Iterator[Path]:
    """Yield the files that a gateway reads beside its configuration."""
    receivers = config.receivers
    of_receivers = receivers.tls
    if of_receivers is not None:
        yield of_receivers.certificate
        yield of_receivers.key
        if of_receivers.client_ca is not None:
            yield of_receivers.client_ca
    for token in receivers.tokens:
        if token.token_file is not None:
            yield token.token_file
    for sink in config.sinks:
        yield from sink_files(sink)


def sink_files(sink: GatewaySink) -> Iterator[Path]:
    """Yield the files that a sink is made with."""
    for path in (sink.tls.ca, sink.tls.certificate, sink.tls.key, sink.token_file):
        if path is not None:
            yield path


def fingerprint(config: GatewayConfig) -> Fingerprint:
    """Return by what is in the files whether they are the same.

    Their times and numbers do not tell: a volume of Kubernetes swaps a link.
    """
    return tuple(map(_digest, files(config)))


def _digest(path: Path) -> bytes:
    try:
        return sha256(path.read_bytes()).digest()
    except OSError:
        return b""


def read_token(path: Path, where: str) -> str:
    """Return the token that a file holds, without white space around it.

    Args:
        path: The file.
        where: The part of the configuration that names it.

    Raises:
        ConfigError: It cannot be read, or what it holds is no token.
    """
    try:
        text = path.read_text("ascii").strip()
    except (OSError, ValueError):
        text = ""
    if len(text) < 16 or not text.isprintable() or " " in text:
        raise ConfigError(where, "token_file", "a file with at least 16 characters of ASCII")
    return text
