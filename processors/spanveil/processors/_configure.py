"""One call that puts a service behind Spanveil."""

import threading
from pathlib import Path

from opentelemetry.sdk._logs import LoggerProvider
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.trace import TracerProvider

from spanveil.config import Config, ConfigError, Environment, load, read_environment
from spanveil.processors._globals import existing
from spanveil.processors._protection import Protection
from spanveil.processors._set_up import SetUp

_lock = threading.Lock()
_active: SetUp | None = None


def active() -> Protection | None:
    """Return what protects this process, ``None`` if nothing does."""
    return None if _active is None else _active.protection


def configure(config: Path | Config | None = None) -> Protection:
    """Set a service up: tag at start, guard every provider, export redacted to the sinks.

    The global providers are used where the service has set OpenTelemetry SDK ones, else they are
    made and set.

    Args:
        config: A ``spanveil.yaml``, a configuration, or ``None`` for ``SPANVEIL_CONFIG`` and else
            the defaults (one OTLP/gRPC sink where ``OTEL_EXPORTER_OTLP_ENDPOINT`` says, profile
            ``shared``).

    Returns:
        The protection, whose ``counters`` tell what was redacted. A second call with an equal
        configuration returns the first one's.

    Raises:
        ConfigError: The configuration or an environment variable cannot be understood, a global
            provider is not an OpenTelemetry SDK's, or the service is configured already.
        KeyRingError: ``SPANVEIL_TAG_KEYS`` is missing or malformed.
        UnguardedError: The self-test saw a canary; the message names where.
    """
    environment = read_environment()
    resolved = _resolve(config, environment)
    with _lock:
        set_up = _set_up(resolved, environment)
        if not set_up.has_sinks:
            set_up.add_sinks()
        return set_up.finished()


def protect(
    tracer_provider: TracerProvider | None = None,
    logger_provider: LoggerProvider | None = None,
    meter_provider: MeterProvider | None = None,
    config: Path | Config | None = None,
) -> Protection:
    """Guard providers that a service has built itself; none is made and no sink is added.

    All other providers in the process are guarded as well, and so are those made later.

    Args:
        tracer_provider: Guarded and tested; the global one if not given.
        logger_provider: The same for logs.
        meter_provider: The same for metrics.
        config: As for `configure`; ``guard`` says what the providers' processors see.

    Returns:
        The protection. A later call with an equal configuration adds to it.

    Raises:
        ConfigError: As `configure` does, or a provider cannot be guarded.
        KeyRingError: ``SPANVEIL_TAG_KEYS`` is missing or malformed.
        UnguardedError: The self-test saw a canary; the message names where.
    """
    environment = read_environment()
    resolved = _resolve(config, environment)
    with _lock:
        set_up = _set_up(resolved, environment)
        tracers, loggers, meters = existing()
        set_up.guard(
            tracer_provider or tracers, logger_provider or loggers, meter_provider or meters
        )
        return set_up.finished()


def _resolve(config: Path | Config | None, environment: Environment) -> Config:
    if isinstance(config, Config):
        return config
    path = environment.config if config is None else Path(config)
    return load(path)


def _set_up(config: Config, environment: Environment) -> SetUp:
    """Return the set-up of this process, which is one for its life unless it is shut down."""
    global _active
    if _active is None:
        _active = SetUp(config, environment, _forget)
    elif _active.protection.config != config:
        raise ConfigError("configure()", "", "one configuration in a process; shut it down first")
    return _active


def _forget() -> None:
    global _active
    _active = None
