"""OpenTelemetry's global providers: those that the service has set, or new ones."""

from collections.abc import Callable
from typing import Any, TypeVar

from opentelemetry import _logs, metrics, trace
from opentelemetry.sdk._logs import LoggerProvider
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.trace import SpanProcessor, TracerProvider

from spanveil.config import ConfigError

_T = TypeVar("_T")
# What the API returns as long as nobody has set a provider.
_PROXIES = frozenset({"ProxyTracerProvider", "ProxyLoggerProvider", "_ProxyMeterProvider"})


def existing() -> tuple[TracerProvider | None, LoggerProvider | None, MeterProvider | None]:
    """Return the global providers that are OpenTelemetry SDK ones."""
    return (
        _if_sdk(trace.get_tracer_provider(), TracerProvider),
        _if_sdk(_logs.get_logger_provider(), LoggerProvider),
        _if_sdk(metrics.get_meter_provider(), MeterProvider),
    )


def tracer_provider(processors: Callable[[], Any]) -> TracerProvider:
    """Return the global tracer provider, made if there is none.

    Args:
        processors: Makes the multi-processor of a new one.

    Raises:
        ConfigError: The global one is not an OpenTelemetry SDK's.
    """

    def make() -> TracerProvider:
        made: SpanProcessor = processors()
        return TracerProvider(active_span_processor=made)  # type: ignore[arg-type]

    return _ensured(trace.get_tracer_provider(), TracerProvider, make, trace.set_tracer_provider)


def logger_provider() -> LoggerProvider:
    """Return the global logger provider, made if there is none.

    Raises:
        ConfigError: The global one is not an OpenTelemetry SDK's.
    """
    return _ensured(
        _logs.get_logger_provider(), LoggerProvider, LoggerProvider, _logs.set_logger_provider
    )


def meter_provider() -> MeterProvider:
    """Return the global meter provider, made if there is none.

    Raises:
        ConfigError: The global one is not an OpenTelemetry SDK's.
    """
    return _ensured(
        metrics.get_meter_provider(), MeterProvider, MeterProvider, metrics.set_meter_provider
    )


def _if_sdk(found: object, kind: type[_T]) -> _T | None:
    return found if isinstance(found, kind) else None


def _ensured(
    found: object, kind: type[_T], make: Callable[[], _T], announce: Callable[[Any], None]
) -> _T:
    if isinstance(found, kind):
        return found
    if type(found).__name__ not in _PROXIES:
        signal = kind.__name__.removesuffix("Provider").lower()
        raise ConfigError(
            f"{signal} provider", "", "the OpenTelemetry SDK's, or none before this call"
        )
    made = make()
    announce(made)
    return made
