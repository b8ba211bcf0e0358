"""What a reload may change, and what it is refused for."""

from typing import Final

from spanveil.config import Config, ConfigError, ReceiverConfig
from spanveil.gateway._auth import Authenticator
from spanveil.gateway._tls import check_server_tls

_RESTART_ONLY: Final = ("queue", "admin", "admin_public", "workers")
_RECEIVER_RESTART_ONLY: Final = (
    "grpc",
    "http",
    "tls",
    "max_request_bytes",
    "max_arriving_bytes",
    "max_connections",
    "max_concurrent_streams",
    "timeout",
)


def check_receivers(config: ReceiverConfig) -> None:
    """Raise ``ConfigError`` if a file of the receivers cannot be used."""
    if config.tls is not None:
        check_server_tls(config.tls)
    Authenticator(config, b"")


def check_reloadable(old: Config, new: Config) -> None:
    """Raise ``ConfigError`` if a change needs a restart."""
    if not new.gateway.sinks:
        raise ConfigError("gateway", "sinks", "at least one sink")
    for name in _RESTART_ONLY:
        if getattr(old.gateway, name) != getattr(new.gateway, name):
            raise ConfigError("gateway", name, "no change, or a restart")
    for name in _RECEIVER_RESTART_ONLY:
        if getattr(old.gateway.receivers, name) != getattr(new.gateway.receivers, name):
            raise ConfigError("gateway", f"receivers.{name}", "no change, or a restart")
