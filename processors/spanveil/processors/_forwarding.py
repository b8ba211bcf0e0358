"""What every redacting exporter forwards to the exporter behind it, and never raises for."""

from collections.abc import Callable
from inspect import signature
from typing import Generic, Protocol, TypeVar

from spanveil.processors._counters import EXPORT_FAILED, Counters


class _Ends(Protocol):
    @property
    def shutdown(self) -> Callable[..., None]: ...

    def force_flush(self, timeout_millis: int = ..., /) -> bool: ...


_Exporter = TypeVar("_Exporter", bound=_Ends)


class ForwardingExporter(Generic[_Exporter]):
    """The end of an exporter's life: shutdown and flush, passed on.

    Args:
        exporter: The exporter behind.
        counters: Where to count that it raised.
    """

    def __init__(self, exporter: _Exporter, counters: Counters) -> None:
        self._exporter = exporter
        self._counters = counters

    def shutdown(self, timeout_millis: float = 30_000) -> None:
        """Shut the exporter down. Never raises.

        Args:
            timeout_millis: Milliseconds that are left. A batch processor gives what it has not
                used up itself to an exporter that takes it.
        """
        try:
            shutdown = self._exporter.shutdown
            if "timeout_millis" in signature(shutdown).parameters:
                shutdown(timeout_millis=timeout_millis)
            else:
                shutdown()
        except Exception:
            self._counters.add(EXPORT_FAILED)

    def force_flush(self, timeout_millis: int = 30_000) -> bool:
        """Flush the exporter. Never raises.

        Args:
            timeout_millis: Milliseconds to wait at most.
        """
        try:
            return self._exporter.force_flush(timeout_millis)
        except Exception:
            self._counters.add(EXPORT_FAILED)
            return False
