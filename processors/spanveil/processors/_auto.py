"""Protection without an edit to the service, through OpenTelemetry's auto-instrumentation.

`opentelemetry-instrument` loads one distro, one configurator and *every* pre-instrument hook. So
the hook alone is what protects: it runs whichever distro and configurator have won, and also after
a declarative configuration (``OTEL_CONFIG_FILE``). The distro and the configurator only see to the
order, so that not even an instrument made by a configurator comes before the guard.
"""

import logging
import os
from typing import Any, Final

from opentelemetry.instrumentation.distro import BaseDistro  # type: ignore[attr-defined]
from opentelemetry.sdk._configuration import _OTelSDKConfigurator

from spanveil.config import ConfigError, read_environment
from spanveil.context import KeyRingError
from spanveil.processors._configure import active, configure, protect
from spanveil.processors._globals import existing
from spanveil.processors._guards import choke_point, living_providers
from spanveil.processors._self_test import UnguardedError
from spanveil.processors._silence import silence

_LOGGER: Final = logging.getLogger("spanveil")


class SpanveilDistro(BaseDistro):  # type: ignore[misc]
    """Have our configurator win, unless ``OTEL_PYTHON_CONFIGURATOR`` names another."""

    def _configure(self, **kwargs: Any) -> None:
        os.environ.setdefault("OTEL_PYTHON_CONFIGURATOR", "spanveil")


class SpanveilConfigurator(_OTelSDKConfigurator):
    """Set the SDK up as its own configurator does, and guard it before anything else happens."""

    def _configure(self, **kwargs: Any) -> None:
        super()._configure(**kwargs)  # type: ignore[no-untyped-call]
        pre_instrument()


def pre_instrument() -> None:
    """Protect the process. Where that fails nothing is exported, and the service runs on.

    If a configuration is named by ``SPANVEIL_CONFIG``, or no exporter is set up by OpenTelemetry's
    own variables or file, the configured sinks are added; else the exporters that are there are
    guarded and stay the only ones.
    """
    try:
        _protect()
    except BaseException as error:
        for provider in living_providers():
            silence(provider)
        # Start-up errors name a file and a key, a position or an exception, and never a value.
        spoken = isinstance(error, ConfigError | KeyRingError | UnguardedError)
        reason = str(error) if spoken else type(error).__name__
        _LOGGER.error("telemetry is off, since it cannot be protected: %s", reason)
        if not isinstance(error, Exception):
            raise


def _protect() -> None:
    if read_environment().sdk_disabled:
        return
    if active() is None and (read_environment().config is not None or not _exports()):
        configure()
    else:
        protect()


def _exports() -> bool:
    """Say whether the global providers have somewhere to export to."""
    tracers, loggers, meters = existing()
    return any(
        (
            tracers is not None and getattr(choke_point(tracers), "_span_processors", True),
            loggers is not None and getattr(choke_point(loggers), "_log_record_processors", True),
            meters is not None and getattr(choke_point(meters), "_reader_storages", True),
        )
    )
