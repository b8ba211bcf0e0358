"""What a gateway is configured to do, in the lines that it logs when it starts.

A sink is told by its name, profile and kind: its address may hold a credential in the path.
"""

from collections.abc import Iterator
from hashlib import sha256
from urllib.parse import urlsplit

from spanveil.config import Config, GatewayConfig, GatewaySink, ReceiverConfig, is_loopback

_MIB = 2**20


def outline(config: GatewayConfig) -> Iterator[str]:
    """Yield one line each for the receivers, the sinks, the queue and the admin page."""
    yield f"receives OTLP over {_receivers(config.receivers)}"
    yield f"sends to {sinks(config)}"
    yield f"{_queue(config)}; {_plural(config.workers, 'worker')}"
    if config.admin is not None:
        page = "health and metrics" if not is_loopback(config.admin) else "the admin page"
        yield f"shows {page} on http://{config.admin}/"


def sinks(config: GatewayConfig) -> str:
    """Return the sinks by name, profile and kind."""
    return ", ".join(map(_sink, config.sinks))


def policy(config: Config) -> str:
    """Return a short digest by which a configuration can be recognised; secrets do not enter it."""
    return sha256(config.model_dump_json().encode()).hexdigest()[:12]


def is_open(receivers: ReceiverConfig) -> bool:
    """Say whether anybody on the network may send."""
    addresses = [one for one in (receivers.grpc, receivers.http) if one is not None]
    asks = receivers.tokens or (receivers.tls is not None and receivers.tls.client_ca is not None)
    return not asks and not all(map(is_loopback, addresses))


def _receivers(receivers: ReceiverConfig) -> str:
    named = (("gRPC", receivers.grpc), ("HTTP", receivers.http))
    where = ", ".join(f"{name} {address}" for name, address in named if address is not None)
    tls = receivers.tls
    how = "plain" if tls is None else "TLS" if tls.client_ca is None else "mutual TLS"
    if not receivers.tokens:
        return f"{where} ({how}, no tokens)"
    return f"{where} ({how}, {_plural(len(receivers.tokens), 'token')})"


def _sink(sink: GatewaySink) -> str:
    alias = ", tags of its own" if sink.tag_key is not None else ""
    return f"{sink.name} ({urlsplit(sink.url).scheme}, profile {sink.profile}{alias})"


def _queue(config: GatewayConfig) -> str:
    if config.queue.directory is None:
        return "keeps no queue: acknowledges after the sinks"
    each = " for each worker" if config.workers > 1 else ""
    return (
        f"keeps its queue in {config.queue.directory}, {config.queue.max_bytes // _MIB} MiB{each}"
    )


def _plural(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
