"""One call sets a service up, or refuses with the file, the key and what was expected."""

import base64
import secrets
import socket
from pathlib import Path

import pytest
import yaml
from opentelemetry import trace
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.trace import NoOpTracerProvider

from spanveil.config import Config, ConfigError, SinkConfig
from spanveil.context import DevelopmentKeyRefused, KeyRing, KeyRingError, RequestContext, bind
from spanveil.processors import Protection, configure
from tests.processors.canaries import Canaries
from tests.processors.receivers import Received, attributes
from tests.processors.traces import plant


def written(tmp_path: Path, document: object) -> Path:
    path = tmp_path / "spanveil.yaml"
    path.write_text(document if isinstance(document, str) else yaml.safe_dump(document))
    return path


def sdk_provider() -> TracerProvider:
    provider = trace.get_tracer_provider()
    assert isinstance(provider, TracerProvider)
    return provider


def test_the_defaults_export_where_opentelemetrys_variables_say(
    tag_keys: KeyRing,
    otlp_grpc: Received,
    canaries: Canaries,
    acme: RequestContext,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", otlp_grpc.endpoint)
    protection = configure()
    assert protection.tracer_provider is trace.get_tracer_provider()
    with bind(acme):
        plant(sdk_provider(), canaries)
    assert protection.force_flush()
    assert canaries.found(otlp_grpc.wire) == []
    (span,) = otlp_grpc.spans
    assert attributes(span)["spanveil.tenant"] == tag_keys.tag("acme").text
    # The egress guard's own metric points are items too.
    assert protection.counters.snapshot()["events.items"] >= 1


def test_two_sinks_get_their_own_profile_and_alias(
    tag_keys: KeyRing,
    otlp_grpc: Received,
    otlp_http: Received,
    canaries: Canaries,
    acme: RequestContext,
    tmp_path: Path,
) -> None:
    key = secrets.token_urlsafe(32)
    sinks = [
        {"name": "team", "endpoint": otlp_grpc.endpoint, "headers": {"x-team": "t0ken"}},
        {
            "name": "vendor",
            "endpoint": otlp_http.endpoint,
            "protocol": "http/protobuf",
            "profile": "strict",
            "tag_key": key,
            "headers": {"x-vendor": "t0ken"},
        },
    ]
    protection = configure(written(tmp_path, {"version": 1, "sinks": sinks}))
    with bind(acme):
        plant(sdk_provider(), canaries)
        with trace.get_tracer("t").start_as_current_span("s") as span:
            span.set_attribute("app.step", "plan")
    assert protection.force_flush()
    tag = tag_keys.tag("acme")
    for received, text, step in (
        (otlp_grpc, tag.text, "plan"),
        (otlp_http, tag.alias(key.encode()).text, "[redacted:unknown:4]"),
    ):
        assert canaries.found(received.wire) == []
        last = attributes(received.spans[-1])
        assert (last["spanveil.tenant"], last["app.step"]) == (text, step)
    assert otlp_grpc.headers[0]["x-team"] == otlp_http.headers[0]["x-vendor"] == "t0ken"
    assert tag.text.encode() not in otlp_http.wire


def test_a_provider_that_the_service_has_set_is_used(
    tag_keys: KeyRing, otlp_grpc: Received, acme: RequestContext
) -> None:
    own = TracerProvider(shutdown_on_exit=False)
    trace.set_tracer_provider(own)
    protection = configure(Config(sinks=(_sink(otlp_grpc),)))
    assert protection.tracer_provider is own
    with bind(acme), own.get_tracer("t").start_as_current_span("s"):
        pass
    assert protection.force_flush()
    assert attributes(otlp_grpc.spans[0])["spanveil.tenant"] == tag_keys.tag("acme").text


def _sink(received: Received, **fields: object) -> SinkConfig:
    return SinkConfig.model_validate({"endpoint": received.endpoint, **fields})


def test_a_provider_of_another_make_is_refused(tag_keys: KeyRing) -> None:
    trace.set_tracer_provider(NoOpTracerProvider())
    with pytest.raises(ConfigError, match="tracer provider: expected the OpenTelemetry SDK's"):
        configure()


def test_twice_is_once_and_two_configurations_are_refused(
    tag_keys: KeyRing, otlp_grpc: Received
) -> None:
    first = configure(Config(sinks=(_sink(otlp_grpc),)))
    assert configure(Config(sinks=(_sink(otlp_grpc),))) is first
    with pytest.raises(ConfigError, match="one configuration in a process"):
        configure(Config(sinks=(_sink(otlp_grpc, profile="strict"),)))
    trace.get_tracer("t").start_span("s").end()
    assert first.force_flush()
    assert len(otlp_grpc.spans) == 1
    first.shutdown()
    assert isinstance(configure(Config(sinks=(_sink(otlp_grpc, profile="strict"),))), Protection)


BAD: dict[str, tuple[object, str]] = {
    "unknown key": ({"sinks": [{"name": "a", "tokn": "s3cret"}]}, "sinks.0.tokn"),
    "unknown profile": ({"sinks": [{"profile": "s3cret"}]}, "sinks.0.profile: expected one of"),
    "short tag key": ({"sinks": [{"tag_key": "s3cret"}]}, "sinks.0.tag_key: expected at least 32"),
    "bad endpoint": ({"sinks": [{"endpoint": "s3cret://x"}]}, "sinks.0.endpoint"),
    "bad protocol": ({"sinks": [{"protocol": "s3cret"}]}, "sinks.0.protocol"),
    "bad tag attribute": ({"tenant": {"attribute": "S3CRET s3cret"}}, "tenant.attribute"),
    "no sinks": ({"sinks": []}, "sinks: expected at least one sink"),
    "two of a name": ({"sinks": [{"name": "a"}, {"name": "a"}]}, "sinks: expected a different"),
    "not a mapping": (["s3cret"], "expected a mapping"),
    "not YAML": ("sinks: [s3cret", "expected valid YAML"),
    "a repeated key": ("version: 1\nversion: 1\n", "expected each key once"),
    "another version": ({"version": "s3cret"}, "version"),
}


@pytest.mark.parametrize("case", BAD)
@pytest.mark.parametrize("through", ["argument", "environment"])
def test_a_bad_configuration_refuses_to_start(
    case: str, through: str, tag_keys: KeyRing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document, expected = BAD[case]
    path = written(tmp_path, document)
    monkeypatch.setenv("SPANVEIL_CONFIG", str(path))
    with pytest.raises(ConfigError) as refused:
        configure(path if through == "argument" else None)
    message = str(refused.value)
    assert message.startswith(f"{path}: ")
    assert expected in message
    assert "s3cret" not in message.lower()
    assert "s3cret" not in repr(refused.value).lower()
    assert not isinstance(trace.get_tracer_provider(), TracerProvider), "nothing was set up"


def test_a_missing_file_refuses_to_start(tag_keys: KeyRing, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="expected a readable file"):
        configure(tmp_path / "absent.yaml")


@pytest.mark.parametrize("name", ["OTEL_SDK_DISABLED", "SPANVEIL_MODE"])
def test_an_unreadable_switch_refuses_to_start(
    name: str, tag_keys: KeyRing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, "s3cret-maybe")
    with pytest.raises(ConfigError, match=f"{name}: expected one of") as refused:
        configure()
    assert "s3cret" not in str(refused.value)


@pytest.mark.usefixtures("fresh_globals")
class TestKeys:
    def test_production_needs_keys(self) -> None:
        with pytest.raises(KeyRingError, match="set SPANVEIL_TAG_KEYS"):
            configure()

    def test_the_development_key_is_refused_in_production(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from spanveil.context import _keys

        development = base64.b64encode(_keys._DEVELOPMENT_KEY).decode()
        monkeypatch.setenv("SPANVEIL_TAG_KEYS", f"mine:{development}")
        with pytest.raises(DevelopmentKeyRefused, match="SPANVEIL_MODE=development") as refused:
            configure()
        assert development not in str(refused.value)

    def test_development_mode_needs_none(
        self, monkeypatch: pytest.MonkeyPatch, otlp_grpc: Received, acme: RequestContext
    ) -> None:
        monkeypatch.setenv("SPANVEIL_MODE", "development")
        protection = configure(Config(sinks=(_sink(otlp_grpc),)))
        with bind(acme), trace.get_tracer("t").start_as_current_span("s"):
            pass
        assert protection.force_flush()
        assert str(attributes(otlp_grpc.spans[0])["spanveil.tenant"]).startswith("st1_dev_")

    def test_malformed_keys_are_not_quoted(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("SPANVEIL_TAG_KEYS", "k1:c2hvcnQtczNjcmV0")
        with pytest.raises(KeyRingError, match="tag key 1") as refused:
            configure()
        assert "c2hvcnQ" not in str(refused.value)


def test_a_dead_sink_is_not_noticed_by_the_application(
    tag_keys: KeyRing, acme: RequestContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_TIMEOUT", "1")
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    sink = SinkConfig.model_validate({"endpoint": f"http://127.0.0.1:{port}"})
    protection = configure(Config(sinks=(sink,)))
    with bind(acme), trace.get_tracer("t").start_as_current_span("s"):
        pass
    protection.force_flush()
    assert protection.counters.snapshot()["events.export_failed"] == 1
