"""The sink for a URL: to add one, write its class and name its scheme here."""

import asyncio
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


class Replaced:
    """Sinks that others have taken the place of, each closed when what is under way has ended."""

    def __init__(self) -> None:
        self._closing: set[asyncio.Task[None]] = set()

    def close_later(self, sink: Sink) -> None:
        """Close a sink once nothing can be under way any more."""
        closing = asyncio.create_task(_close_later(sink))
        self._closing.add(closing)
        closing.add_done_callback(self._closing.discard)

    async def close(self) -> None:
        """Close those that are left, at once."""
        for closing in self._closing:
            closing.cancel()
        await asyncio.gather(*self._closing, return_exceptions=True)


async def _close_later(sink: Sink) -> None:
    try:
        await asyncio.sleep(sink.config.timeout + 1.0)
    finally:
        await sink.close()
