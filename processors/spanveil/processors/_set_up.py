"""The steps from a configuration to a protected process."""

from collections.abc import Callable
from typing import Any, Final

from opentelemetry.sdk._logs import LoggerProvider
from opentelemetry.sdk._logs.export import BatchLogRecordProcessor
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import PeriodicExportingMetricReader
from opentelemetry.sdk.trace import TracerProvider

from spanveil.config import Config, Environment, SinkConfig
from spanveil.context import KeyRing, register_carrier
from spanveil.processors._boundary import install_boundary
from spanveil.processors._counters import Counters
from spanveil.processors._globals import logger_provider, meter_provider, tracer_provider
from spanveil.processors._guards import Guards
from spanveil.processors._log import LogRedactor
from spanveil.processors._log_exporter import RedactingLogRecordExporter
from spanveil.processors._metric import MetricRedactor
from spanveil.processors._metric_guard import assign_redactor
from spanveil.processors._protection import Protection
from spanveil.processors._self_test import check_logs, check_metrics, check_traces
from spanveil.processors._silence import silence
from spanveil.processors._sink_processor import SinkSpanProcessor
from spanveil.processors._sinks import log_exporter, metric_exporter, span_exporter
from spanveil.processors._span import SpanRedactor
from spanveil.processors._span_exporter import RedactingSpanExporter
from spanveil.processors._tenant import TenantMirror, TenantTags

_CHECKS: Final[dict[type, Callable[[Any], None]]] = {
    TracerProvider: check_traces,
    LoggerProvider: check_logs,
    MeterProvider: check_metrics,
}


class SetUp:
    """Guard what is there, add what is configured, and test the whole.

    Args:
        config: The configuration.
        environment: Where the tag keys are.
        forget: Called at shutdown.

    Raises:
        ConfigError: A provider in this process cannot be guarded.
        KeyRingError: ``SPANVEIL_TAG_KEYS`` is missing or malformed.
    """

    def __init__(
        self, config: Config, environment: Environment, forget: Callable[[], None]
    ) -> None:
        self._key_ring = _key_ring(environment)
        self._counters = Counters()
        self._guards = Guards(config, self._key_ring, self._counters)
        self.protection = Protection(config, self._counters)
        self.has_sinks = False
        self._tested: list[object] = []
        self._finished = False
        self._guards.protect_later()
        try:
            self._guards.protect_existing()
        except BaseException:
            self._guards.remove()
            raise
        self.protection.on_shutdown(forget)
        self.protection.on_shutdown(self._guards.remove)
        tags = TenantTags(self._key_ring)
        self.protection.on_shutdown(register_carrier(TenantMirror(tags)))

    def guard(
        self,
        tracers: TracerProvider | None,
        loggers: LoggerProvider | None,
        meters: MeterProvider | None,
    ) -> None:
        """Guard these providers, and flush and shut them down with the protection.

        Raises:
            ConfigError: One of them cannot be guarded.
        """
        protection = self.protection
        for provider in (tracers, loggers, meters):
            if provider is not None:
                self._guards.protect(provider)
        protection.tracer_provider = tracers or protection.tracer_provider
        protection.logger_provider = loggers or protection.logger_provider
        protection.meter_provider = meters or protection.meter_provider

    def add_sinks(self) -> None:
        """Make the global providers that are missing, and give them the sinks and the boundary.

        Raises:
            ConfigError: A global provider is not an OpenTelemetry SDK's, or a client cannot be
                guarded.
        """
        try:
            tracers = tracer_provider(self._guards.span_processors)
            loggers, meters = logger_provider(), meter_provider()
            undo = install_boundary(self.protection.config, self._key_ring, tracers)
            self.protection.on_shutdown(undo)
        except BaseException:
            self.protection.shutdown()
            raise
        self.guard(tracers, loggers, meters)
        for sink in self.protection.config.sinks:
            self._add_sink(sink, tracers, loggers, meters)
        self.has_sinks = True

    def _add_sink(
        self, sink: SinkConfig, tracers: TracerProvider, loggers: LoggerProvider, meters: Any
    ) -> None:
        config = self.protection.config
        parts = config, sink, self._key_ring, self._counters
        if "traces" in sink.signals:
            spans = RedactingSpanExporter(span_exporter(sink), SpanRedactor(*parts))
            tracers.add_span_processor(SinkSpanProcessor(spans))
        if "logs" in sink.signals:
            logs = RedactingLogRecordExporter(log_exporter(sink), LogRedactor(*parts))
            loggers.add_log_record_processor(BatchLogRecordProcessor(logs))
        if "metrics" in sink.signals:
            reader = PeriodicExportingMetricReader(
                metric_exporter(sink), export_interval_millis=config.metrics.interval_ms
            )
            assign_redactor(reader, MetricRedactor(*parts))
            meters.add_metric_reader(reader)
            self.protection.own_reader(reader)

    def finished(self) -> Protection:
        """Test what has not been tested, and return the protection.

        Raises:
            UnguardedError: A canary was seen. The providers then export nothing any more.
        """
        protection = self.protection
        if protection.config.guard.self_test:
            for provider in (
                protection.tracer_provider,
                protection.logger_provider,
                protection.meter_provider,
            ):
                if provider is not None and provider not in self._tested:
                    self._test(provider)
        if not self._finished:
            self._finished = True
            self._counters.clear()
        return protection

    def _test(self, provider: Any) -> None:
        check = next(check for kind, check in _CHECKS.items() if isinstance(provider, kind))
        try:
            check(provider)
        except BaseException:
            # The guards stay as well, for an application that goes on regardless.
            silence(provider)
            raise
        self._tested.append(provider)


def _key_ring(environment: Environment) -> KeyRing:
    mode = environment.mode
    return KeyRing.configured(environment.tag_keys, mode=mode) or KeyRing.from_text("", mode=mode)
