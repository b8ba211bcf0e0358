"""One call that puts a service behind Spanveil."""

import threading
from collections.abc import Callable
from pathlib import Path

from opentelemetry import trace
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.trace import ProxyTracerProvider

from spanveil.config import Config, ConfigError, Environment, load, read_environment
from spanveil.context import KeyRing, register_carrier
from spanveil.processors._counters import Counters
from spanveil.processors._sinks import span_exporter
from spanveil.processors._span import SpanRedactor
from spanveil.processors._span_exporter import RedactingSpanExporter
from spanveil.processors._span_processor import TenantSpanProcessor
from spanveil.processors._tenant import TenantMirror, TenantTags


class Protection:
    """What `configure` set up.

    Attributes:
        tracer_provider: The provider that carries the sinks.
        config: The validated configuration.
        counters: What was redacted, blanked and lost so far.
    """

    def __init__(
        self,
        tracer_provider: TracerProvider,
        config: Config,
        counters: Counters,
        unregister: Callable[[], None],
    ) -> None:
        self.tracer_provider = tracer_provider
        self.config = config
        self.counters = counters
        self._unregister = unregister

    def force_flush(self, timeout_millis: int = 30_000) -> bool:
        """Export what is queued. Redaction then runs in the calling thread, as export does."""
        return self.tracer_provider.force_flush(timeout_millis)

    def shutdown(self) -> None:
        """Flush, and stop exporting. `configure` may be called again for another provider."""
        global _active
        self.tracer_provider.shutdown()
        self._unregister()
        with _lock:
            if _active is self:
                _active = None


_lock = threading.Lock()
_active: Protection | None = None


def configure(config: Path | Config | None = None) -> Protection:
    """Set a service up: tag at start, redact before export, one exporter for each sink.

    The global tracer provider is used if the service has set an OpenTelemetry SDK one, else one is
    made and set.

    Args:
        config: A ``spanveil.yaml``, a configuration, or ``None`` for ``SPANVEIL_CONFIG`` and else
            the defaults (one OTLP/gRPC sink where ``OTEL_EXPORTER_OTLP_ENDPOINT`` says, profile
            ``shared``).

    Returns:
        The protection, whose ``counters`` tell what was redacted. A second call with an equal
        configuration returns the first one's.

    Raises:
        ConfigError: The configuration or an environment variable cannot be understood, the global
            provider is not an OpenTelemetry SDK's, or the service is configured already.
        KeyRingError: ``SPANVEIL_TAG_KEYS`` is missing or malformed.
    """
    global _active
    environment = read_environment()
    resolved = _resolve(config, environment)
    with _lock:
        if _active is not None:
            if _active.config == resolved:
                return _active
            raise ConfigError(
                "configure()", "", "one configuration in a process; shut it down first"
            )
        _active = _set_up(resolved, _key_ring(environment))
        return _active


def _resolve(config: Path | Config | None, environment: Environment) -> Config:
    if isinstance(config, Config):
        return config
    path = environment.config if config is None else Path(config)
    return load(path)


def _key_ring(environment: Environment) -> KeyRing:
    mode = environment.mode
    if environment.tag_keys is None and mode == "development":
        return KeyRing.development(mode=mode)
    return KeyRing.from_text(environment.tag_keys or "", mode=mode)


def _set_up(config: Config, key_ring: KeyRing) -> Protection:
    counters = Counters()
    provider = _provider()
    provider.add_span_processor(TenantSpanProcessor(key_ring, counters))
    for sink in config.sinks:
        redactor = SpanRedactor(config, sink, key_ring, counters)
        exporter = RedactingSpanExporter(span_exporter(sink), redactor)
        provider.add_span_processor(BatchSpanProcessor(exporter))
    unregister = register_carrier(TenantMirror(TenantTags(key_ring)))
    return Protection(provider, config, counters, unregister)


def _provider() -> TracerProvider:
    provider = trace.get_tracer_provider()
    if isinstance(provider, TracerProvider):
        return provider
    if not isinstance(provider, ProxyTracerProvider):
        raise ConfigError(
            "tracer provider", "", "the OpenTelemetry SDK's, or none before this call"
        )
    made = TracerProvider()
    trace.set_tracer_provider(made)
    return made
