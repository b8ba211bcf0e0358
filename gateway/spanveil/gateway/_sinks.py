"""The sink for a URL: to add one, write its class and name its scheme here."""

from collections.abc import Callable, Iterable
from typing import Final
from urllib.parse import urlsplit

from spanveil.config import ConfigError, GatewaySink
from spanveil.gateway._sink import Sink
from spanveil.gateway._sink_file import FileSink
from spanveil.gateway._sink_grpc import GrpcSink
from spanveil.gateway._sink_http import HttpSink
from spanveil.gateway._tls import check_client_tls

_SCHEMES: Final[dict[str, Callable[[GatewaySink], Sink]]] = {
    "file": FileSink,
    "grpc": GrpcSink,
    "grpcs": GrpcSink,
    "http": HttpSink,
    "https": HttpSink,
}


async def check_sinks(configs: Iterable[GatewaySink]) -> None:
    """Make each sink, and let it go again.

    Raises:
        ConfigError: One of them cannot be made.
    """
    for config in configs:
        await make_sink(config).close()


def make_sink(config: GatewaySink) -> Sink:
    """Return the sink that a configuration describes.

    Raises:
        ConfigError: One of its files cannot be read or written.
    """
    scheme = urlsplit(config.url).scheme
    check_client_tls(config.tls, config.name)
    try:
        return _SCHEMES[scheme](config)
    except OSError:
        raise ConfigError(f"sink {config.name}", "", "files that can be opened") from None
