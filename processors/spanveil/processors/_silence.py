"""Stop a provider from exporting: what cannot be guarded does not run."""

from typing import Any

from opentelemetry.sdk._logs import LoggerProvider
from opentelemetry.sdk.trace import TracerProvider

from spanveil.processors._guarded import put_on, take_off


class _Silent:
    """Methods for a multi-processor or a measurement consumer that hands nothing on."""

    def on_start(self, *args: Any, **kwargs: Any) -> None:
        """Do nothing."""

    def _on_ending(self, *args: Any, **kwargs: Any) -> None:
        """Do nothing."""

    def on_end(self, *args: Any, **kwargs: Any) -> None:
        """Do nothing."""

    def on_emit(self, *args: Any, **kwargs: Any) -> None:
        """Do nothing."""

    def consume_measurement(self, *args: Any, **kwargs: Any) -> None:
        """Do nothing."""

    def collect(self, *args: Any, **kwargs: Any) -> None:
        """Return nothing."""


class _SilentForGood(_Silent):
    """The same in place of a processor whose class cannot be changed."""

    def shutdown(self, *args: Any, **kwargs: Any) -> None:
        """Do nothing."""

    def force_flush(self, *args: Any, **kwargs: Any) -> bool:
        """Do nothing."""
        return True


def silence(provider: Any) -> None:
    """Have a provider export nothing from now on. Never raises."""
    for attribute in (
        "_active_span_processor",
        "_multi_log_record_processor",
        "_measurement_consumer",
    ):
        target = getattr(provider, attribute, None)
        if target is None:
            continue
        try:
            take_off(target)
            put_on(target, _Silent, None)
        except Exception:
            setattr(provider, attribute, _SilentForGood())
            _reach_those_handed_out(provider)


def _reach_those_handed_out(provider: Any) -> None:
    if isinstance(provider, TracerProvider):
        for tracer in provider._tracers.values():
            tracer.span_processor = _SilentForGood()  # type: ignore[assignment]
    elif isinstance(provider, LoggerProvider):
        for logger in list(provider._active_loggers):
            logger._multi_log_record_processor = _SilentForGood()  # type: ignore[assignment]
