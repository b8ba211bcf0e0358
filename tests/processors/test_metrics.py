"""Metrics are redacted before they are aggregated, for every reader and instrument."""

from collections.abc import Iterable
from contextlib import suppress
from typing import Any

import pytest
from opentelemetry import trace
from opentelemetry.exporter.otlp.proto.common.metrics_encoder import encode_metrics
from opentelemetry.exporter.otlp.proto.grpc.metric_exporter import OTLPMetricExporter
from opentelemetry.metrics import CallbackOptions, Observation
from opentelemetry.sdk.metrics import AlwaysOnExemplarFilter, MeterProvider
from opentelemetry.sdk.metrics.export import (
    InMemoryMetricReader,
    PeriodicExportingMetricReader,
)
from opentelemetry.sdk.metrics.view import ExplicitBucketHistogramAggregation, View
from opentelemetry.sdk.trace import TracerProvider

from spanveil.config import Config, MetricsConfig
from spanveil.context import KeyRing, RequestContext, bind
from spanveil.processors import UnguardedError, protect
from spanveil.processors._metric import MetricRedactor
from spanveil.redaction import Redactor
from tests.processors.canaries import Canaries
from tests.processors.receivers import Received
from tests.processors.sdk import RICH_ATTRIBUTES
from tests.processors.traces import resource


def measure(provider: MeterProvider, canaries: Canaries) -> None:
    """Measure with a canary in each position, through every kind of instrument."""
    p = canaries.prose
    meter = provider.get_meter(
        f"scope {p('scope_name')}",
        p("scope_version"),
        f"https://schemas.example/{canaries['scope_schema_url']}",
    )

    def observe(_: CallbackOptions) -> Iterable[Observation]:
        yield Observation(
            3, {"note": p_observed, "deep": {"a": [p_deep]} if RICH_ATTRIBUTES else p_deep}
        )

    p_observed, p_deep = p("observed"), p("observed_deep")
    meter.create_observable_gauge("gauge.observed", [observe], unit=canaries["unit"])
    meter.create_observable_counter("counter.observed", [observe])
    meter.create_observable_up_down_counter("updown.observed", [observe])
    attributes: dict[str, Any] = {"note": p("value"), p("key"): "x", "raw": p("bytes").encode()}
    meter.create_counter(f"requests.{canaries['name']}9x8y7z6").add(1, attributes)
    meter.create_histogram("tokens", description=p("description")).record(5, attributes)
    meter.create_up_down_counter("active").add(1, {"filtered": p("filtered")})
    meter.create_counter("encoded").add(1, canaries.encoded("attribute"))
    meter.create_gauge("level").set(1, {"a": [p("list")] if RICH_ATTRIBUTES else p("list")})


def serialized(reader: InMemoryMetricReader) -> bytes:
    data = reader.get_metrics_data()
    assert data is not None
    serialized: bytes = encode_metrics(data).SerializeToString()
    return serialized


def provider_of(canaries: Canaries, *readers: Any) -> MeterProvider:
    return MeterProvider(
        metric_readers=readers,
        resource=resource(canaries),
        exemplar_filter=AlwaysOnExemplarFilter(),
        views=[
            View(instrument_name="active", attribute_keys={"kept"}),
            View(instrument_name="tokens", description=canaries.prose("view_description")),
            View(
                instrument_name="tokens",
                name="tokens.again",
                aggregation=ExplicitBucketHistogramAggregation([1]),
            ),
        ],
        shutdown_on_exit=False,
    )


def run(provider: MeterProvider, canaries: Canaries, bound: RequestContext) -> None:
    tracer = TracerProvider(shutdown_on_exit=False).get_tracer("t")
    with bind(bound), tracer.start_as_current_span("s"):
        measure(provider, canaries)


def test_without_spanveil_every_canary_arrives(
    otlp_grpc: Received, canaries: Canaries, acme: RequestContext
) -> None:
    exporter = OTLPMetricExporter(endpoint=otlp_grpc.endpoint, insecure=True)
    provider = provider_of(canaries, PeriodicExportingMetricReader(exporter))
    run(provider, canaries, acme)
    provider.shutdown()
    assert set(canaries) - set(canaries.found(otlp_grpc.wire)) == set()
    assert "filtered" in canaries.found(otlp_grpc.wire), "an exemplar brings it back"


@pytest.mark.parametrize("when", ["before", "after", "later reader"])
def test_no_canary_arrives(
    when: str, otlp_grpc: Received, canaries: Canaries, acme: RequestContext, tag_keys: KeyRing
) -> None:
    exporter = OTLPMetricExporter(endpoint=otlp_grpc.endpoint, insecure=True)
    reader, second = PeriodicExportingMetricReader(exporter), InMemoryMetricReader()
    provider = provider_of(canaries, *([] if when == "later reader" else [reader]))
    if when == "before":
        run(provider, canaries, acme)  # raw aggregates must not come out afterwards
    protect(meter_provider=provider)
    if when == "later reader":
        provider.add_metric_reader(reader)
    provider.add_metric_reader(second)
    run(provider, canaries, acme)
    assert canaries.found(serialized(second)) == []
    reader.force_flush()
    assert canaries.found(otlp_grpc.wire) == []
    names = {metric.name for metric in otlp_grpc.metrics}
    assert {"tokens", "tokens.again", "active", "level", "gauge.observed"} <= names
    assert b"spanveil.tenant" not in otlp_grpc.wire, "the tag is opt-in"


@pytest.mark.parametrize("method", ["attributes", "name", "_treat"])
def test_no_canary_arrives_when_redaction_raises(
    method: str,
    canaries: Canaries,
    acme: RequestContext,
    tag_keys: KeyRing,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def raising(*_: Any, **__: Any) -> Any:
        raise ArithmeticError

    reader = InMemoryMetricReader()
    provider = provider_of(canaries, reader)
    protection = protect(meter_provider=provider)
    monkeypatch.setattr(Redactor, method, raising)
    run(provider, canaries, acme)
    data = reader.get_metrics_data()
    wire = b"" if data is None else encode_metrics(data).SerializeToString()
    assert canaries.found(wire) == []
    if method != "_treat":
        assert protection.counters.snapshot()["errors.ArithmeticError"] > 0


def points(reader: InMemoryMetricReader, name: str) -> list[Any]:
    data = reader.get_metrics_data()
    assert data is not None
    return [
        point
        for resource_metrics in data.resource_metrics
        for scope in resource_metrics.scope_metrics
        for metric in scope.metrics
        if metric.name == name
        for point in metric.data.data_points
    ]


def test_two_raw_series_become_one_point_and_not_two_equal_ones(
    tag_keys: KeyRing, acme: RequestContext
) -> None:
    reader = InMemoryMetricReader()
    provider = MeterProvider([reader], shutdown_on_exit=False)
    protect(meter_provider=provider)
    counter = provider.get_meter("m").create_counter("requests")
    with bind(acme):
        counter.add(2, {"note": "Alice Example has a rare illness, at least one"})
        counter.add(3, {"note": "Bob Example has none at all, he says to all"})
        counter.add(4, {"gen_ai.request.model": "gpt-4o"})
        counter.add(5, {"gen_ai.request.model": "gpt-4o"})
    found = {point.value: dict(point.attributes) for point in points(reader, "requests")}
    assert found[9] == {"gen_ai.request.model": "gpt-4o"}
    assert str(found[5]["note"]).startswith("[redacted")
    assert len(found) == 2


def test_values_that_python_takes_for_equal_stay_apart(
    tag_keys: KeyRing, acme: RequestContext
) -> None:
    reader = InMemoryMetricReader()
    provider = MeterProvider([reader], shutdown_on_exit=False)
    protect(meter_provider=provider)
    counter = provider.get_meter("m").create_counter("requests")
    with bind(acme):
        for value in (True, 1, 1.0):
            counter.add(1, {"app.flag": value})
    kinds = {type(point.attributes["app.flag"]) for point in points(reader, "requests")}
    # An older SDK takes them for equal by itself.
    assert kinds == {bool, int, float} if RICH_ATTRIBUTES else len(kinds) == 1


def test_the_tag_is_opt_in_and_never_of_whoever_collects(
    tag_keys: KeyRing, acme: RequestContext, globex: RequestContext
) -> None:
    reader = InMemoryMetricReader()
    provider = MeterProvider([reader], shutdown_on_exit=False)
    protect(meter_provider=provider, config=Config(metrics=MetricsConfig(tag=True)))
    meter = provider.get_meter("m")
    meter.create_observable_gauge("queue", [lambda _: [Observation(7)]])
    counter = meter.create_counter("requests")
    for bound in (acme, globex, acme):
        with bind(bound):
            counter.add(1, {"spanveil.tenant": "mine"})
    counter.add(1)
    with bind(globex):
        reader.collect()
    data = reader._metrics_data
    assert data is not None
    found = {
        (metric.name, dict(point.attributes or {})["spanveil.tenant"]): point.value  # type: ignore[union-attr]
        for metric in data.resource_metrics[0].scope_metrics[0].metrics
        for point in metric.data.data_points
    }
    assert found == {
        ("requests", tag_keys.tag("acme").text): 2,
        ("requests", tag_keys.tag("globex").text): 1,
        ("requests", "unscoped"): 1,
        ("queue", "unscoped"): 7,
    }


def test_exemplars_keep_their_trace(tag_keys: KeyRing, acme: RequestContext) -> None:
    reader = InMemoryMetricReader()
    provider = MeterProvider(
        [reader], exemplar_filter=AlwaysOnExemplarFilter(), shutdown_on_exit=False
    )
    protect(meter_provider=provider)
    counter = provider.get_meter("m").create_counter("requests")
    tracer = TracerProvider(shutdown_on_exit=False).get_tracer("t")
    with bind(acme), tracer.start_as_current_span("s") as span:
        counter.add(1)
        expected = span.get_span_context().trace_id
    assert trace.get_current_span() is trace.INVALID_SPAN
    (point,) = points(reader, "requests")
    assert [exemplar.trace_id for exemplar in point.exemplars] == [expected]


def test_what_is_measured_never_raises(tag_keys: KeyRing) -> None:
    class Hostile(dict[str, Any]):
        def items(self) -> Any:
            raise OSError

    reader = InMemoryMetricReader()
    provider = MeterProvider([reader], shutdown_on_exit=False)
    protection = protect(meter_provider=provider)
    counter = provider.get_meter("m").create_counter("requests")
    with suppress(OSError):
        counter.add(1, Hostile())  # the SDK itself may raise, before anybody is asked
    values: list[Any] = [b"\xff", "\ud800", 1 << 70, float("nan"), [[[]]], {"a": {"b": None}}]
    for value in values:
        counter.add(1, {"gen_ai.request.model": value, "x": value})
    encode_metrics(reader.get_metrics_data()).SerializeToString()  # type: ignore[arg-type]
    # An older SDK raises for the two that it cannot hash, which without the guard is the caller's.
    dropped = protection.counters.snapshot().get("events.dropped", 0)
    assert dropped == (0 if RICH_ATTRIBUTES else 2)


def test_a_memo_is_bounded(ring: KeyRing) -> None:
    redactor = MetricRedactor(key_ring=ring)
    for number in range(10_000):
        redactor.attributes({"n": number}, "unscoped")
    assert len(redactor._kept) <= 4096


def test_the_self_test_refuses_where_measurements_pass(
    tag_keys: KeyRing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(MetricRedactor, "attributes", lambda _, attributes, _tag: attributes)
    with pytest.raises(UnguardedError) as refused:
        protect(meter_provider=MeterProvider(shutdown_on_exit=False))
    assert refused.value.position.startswith("metric.attributes")


def test_a_collection_under_way_survives_the_end_of_the_guard() -> None:
    """A reader's thread can be inside a guarded call when the protection is shut down."""
    from spanveil.processors._guarded import below, put_on, take_off

    class Methods:
        def answer(self) -> str:
            take_off(self)
            return str(below(self).answer())

    class Original:
        def answer(self) -> str:
            return "the original's"

    target = Original()
    put_on(target, Methods, object())
    assert target.answer() == "the original's"
