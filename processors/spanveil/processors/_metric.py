"""Metrics, redacted before they are aggregated, and their names when they are collected."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from opentelemetry.sdk.metrics.export import Metric, MetricsData, ResourceMetrics, ScopeMetrics

from spanveil.config import Config, SinkConfig
from spanveil.context import KeyRing
from spanveil.processors._counters import BLANKED, Counters
from spanveil.processors._policy import SinkRedactor
from spanveil.processors._reserved import ERROR_ATTRIBUTE
from spanveil.processors._shared_parts import known_schema_url
from spanveil.redaction import Report

_MAX_KEPT: Final = 4096
# UCUM as the conventions use it: a symbol, an annotation in braces, or both, over another symbol.
_UNIT: Final = re.compile(
    r"[A-Za-z0-9%.*^()-]{0,8}(?:\{[a-z_]{1,24}\})?(?:/[A-Za-z]{1,6})?", re.ASCII
)
_SCALARS: Final = (str, bool, int, float, type(None))


class MetricRedactor(SinkRedactor):
    """Redact metrics for one reader.

    Attribute sets repeat, so each is redacted once and kept: a measurement is made on the request's
    thread.

    It takes what `SinkRedactor` takes; the configuration also says whether metrics carry the tag.
    """

    def __init__(
        self,
        config: Config | None = None,
        sink: SinkConfig | None = None,
        key_ring: KeyRing | None = None,
        counters: Counters | None = None,
    ) -> None:
        super().__init__(config, sink, key_ring, counters)
        self._tagged = (config or Config()).metrics.tag
        self._kept: dict[object, dict[str, Any]] = {}

    def attributes(self, attributes: Mapping[str, Any] | None, tag: str) -> dict[str, Any]:
        """Return the attributes under which a measurement is aggregated. Never raises.

        Args:
            attributes: What the application measured under.
            tag: The tag of the work that measures.
        """
        try:
            key = _key(attributes or {}, tag)
            known = None if key is None else self._kept.get(key)
            if known is None:
                known = self._redact(attributes, tag)
                if key is not None:
                    if len(self._kept) >= _MAX_KEPT:
                        self._kept.clear()
                    self._kept[key] = known
            return known
        except Exception as error:
            self.counters.fault(type(error).__name__)
            self.counters.add(BLANKED)
            return {ERROR_ATTRIBUTE: True}

    def _redact(self, attributes: Mapping[str, Any] | None, tag: str) -> dict[str, Any]:
        report = Report()
        redacted = self.policy.attributes(tag, attributes, report, "metric")
        self.policy.count(tag, report)
        return self.policy.tag(redacted, tag) if self._tagged else redacted

    def data(self, data: MetricsData | None) -> MetricsData | None:
        """Redact what stands around the points: resource, scope, names and descriptions.

        Returns:
            ``None``, and nothing is exported in this cycle, where that fails. Never raises.
        """
        if data is None:
            return None
        try:
            return MetricsData([self._resource(one) for one in data.resource_metrics])
        except Exception as error:
            self.counters.fault(type(error).__name__)
            return None

    def _resource(self, metrics: ResourceMetrics) -> ResourceMetrics:
        return ResourceMetrics(
            resource=self.policy.parts.resource(metrics.resource),
            scope_metrics=[self._scope(one) for one in metrics.scope_metrics],
            schema_url=known_schema_url(metrics.schema_url),
        )

    def _scope(self, metrics: ScopeMetrics) -> ScopeMetrics:
        return ScopeMetrics(
            scope=self.policy.parts.scope(metrics.scope),
            metrics=[self._metric(one) for one in metrics.metrics],
            schema_url=known_schema_url(metrics.schema_url),
        )

    def _metric(self, metric: Metric) -> Metric:
        return replace(
            metric,
            name=self._name(metric.name),
            description=self._name(metric.description or ""),
            unit=metric.unit if _UNIT.fullmatch(metric.unit or "") else "1",
        )

    def _name(self, text: str) -> str:
        return self.policy.parts.metric_name(text)


def _key(attributes: Mapping[str, Any], tag: str) -> object | None:
    # Types too, since 1, 1.0 and True are one key of a dictionary and three of a metric.
    key: list[object] = [tag]
    for name, value in attributes.items():
        if not isinstance(value, _SCALARS):
            return None
        key += (name, value.__class__, value)
    return tuple(key)
