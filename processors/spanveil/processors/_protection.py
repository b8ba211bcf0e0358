"""What protects a process, and how it ends."""

import atexit
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from opentelemetry.sdk._logs import LoggerProvider
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import MetricReader
from opentelemetry.sdk.trace import TracerProvider

from spanveil.config import Config
from spanveil.processors._counters import Counters


class Protection:
    """What `configure` or `protect` set up.

    Attributes:
        config: The validated configuration.
        counters: What was redacted, blanked and lost so far.
        tracer_provider: The provider that carries the sinks' traces, if there is one.
        logger_provider: The one for logs.
        meter_provider: The one for metrics.
    """

    def __init__(self, config: Config, counters: Counters) -> None:
        self.config = config
        self.counters = counters
        self.tracer_provider: TracerProvider | None = None
        self.logger_provider: LoggerProvider | None = None
        self.meter_provider: MeterProvider | None = None
        self._undo: list[Callable[[], object]] = []
        self._readers: list[MetricReader] = []

    def on_shutdown(self, undo: Callable[[], object]) -> None:
        """Have something undone at shutdown; what was set up last is undone first."""
        self._undo.append(undo)

    def own_reader(self, reader: MetricReader) -> None:
        """Flush and stop a reader that was added to a provider, which itself does neither."""
        self._readers.append(reader)
        atexit.register(self._stop_readers)

    def force_flush(self, timeout_millis: int = 30_000) -> bool:
        """Export what is queued. Redaction then runs in the calling thread, as export does.

        Args:
            timeout_millis: Milliseconds for each signal.
        """
        done = [
            _quietly(provider.force_flush, timeout_millis)
            for provider in (self.tracer_provider, self.logger_provider, self.meter_provider)
            if provider is not None
        ]
        done += [_quietly(reader.force_flush, timeout_millis) for reader in self._readers]
        return all(done)

    def shutdown(self) -> None:
        """Flush, and stop exporting. `configure` may be called again for other providers."""
        for provider in (self.tracer_provider, self.logger_provider, self.meter_provider):
            if provider is not None:
                _quietly(provider.shutdown)
        self._stop_readers()
        while self._undo:
            self._undo.pop()()

    def _stop_readers(self) -> None:
        atexit.unregister(self._stop_readers)
        while self._readers:
            with suppress(Exception):
                self._readers.pop().shutdown()


def _quietly(call: Callable[..., Any], *args: Any) -> bool:
    # The SDK's meter provider raises where a reader fails, say on a sink that is down.
    try:
        return call(*args) is not False
    except Exception:
        return False
