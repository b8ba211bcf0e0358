"""Health, metrics and the admin page's interface."""

import json
import secrets
import socket
from collections.abc import Mapping
from typing import Any

import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from spanveil.config import SHIPPED_PROFILES, Config, ConfigError
from spanveil.gateway import Signal
from spanveil.gateway._admin import Admin
from spanveil.gateway._auth import Stream
from spanveil.gateway._http_server import HttpServer
from spanveil.gateway._intake import Request
from spanveil.gateway._otlp_json import decode, encode
from spanveil.gateway._pipeline import Pipeline
from spanveil.gateway._preview import preview
from spanveil.gateway._stats import METRICS, Series, Stats, exposition, merged
from spanveil.gateway._worker import Worker
from tests.gateway.processes import PATIENCE

STATE = {"policy": "p", "workers": 1, "queue": True, "sinks": [{"name": "s", "profile": "shared"}]}


class Shown:
    """What a process would show, with a real pipeline."""

    def __init__(self) -> None:
        self.reason = ""
        self.stats = Stats()
        sinks = [{"name": "s", "url": "grpc://127.0.0.1:9"}]
        self.pipeline = Pipeline(Config.model_validate({"gateway": {"sinks": sinks}}))

    def snapshot(self) -> Mapping[Series, float]:
        return self.stats.snapshot()

    def not_ready(self) -> str:
        return self.reason

    def state(self) -> dict[str, Any]:
        return STATE

    def preview(self, sink: str, signal: str, payload: bytes) -> dict[str, Any]:
        return preview(self.pipeline, sink, signal, payload)


class Page:
    """Send requests to the application on a real socket."""

    def __init__(self, gateway: Any, port: int) -> None:
        self.gateway = gateway
        self.port = port

    def get(
        self, path: str, method: str = "GET", body: bytes = b"", host: str = "", **headers: str
    ) -> tuple[int, str, bytes]:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        lines = [
            f"{method} {path} HTTP/1.1",
            f"Host: {host or f'127.0.0.1:{self.port}'}",
            "Connection: close",
            f"Content-Length: {len(body)}",
            *(f"{name}: {value}" for name, value in named.items()),
        ]
        with socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE) as raw:
            raw.sendall("\r\n".join(lines).encode() + b"\r\n\r\n" + body)
            answer = b""
            while chunk := raw.recv(65536):
                answer += chunk
        head, _, rest = answer.partition(b"\r\n\r\n")
        return int(head.split()[1]), head.decode().lower(), rest


@pytest.fixture
def shown() -> Shown:
    return Shown()


@pytest.fixture
def page(shown: Shown, configured: Any, running: Any, http_sink: Any) -> Any:
    gateway = running(configured(http_sink))
    server = HttpServer(Admin(shown), "127.0.0.1:0")
    gateway.call(server.start())
    yield Page(gateway, server.port)
    gateway.call(server.stop(1))


def test_health_follows_readiness(page: Page, shown: Shown) -> None:
    assert page.get("/livez")[::2] == (200, b"alive")
    assert page.get("/readyz")[::2] == (200, b"ready")
    shown.reason = "the self-test has not run"
    assert page.get("/readyz")[::2] == (503, b"the self-test has not run")
    assert page.get("/livez")[0] == 200


def test_the_page_and_its_parts_are_served_under_a_strict_policy(page: Page) -> None:
    for path, kind in (("/", "text/html"), ("/admin.js", "javascript"), ("/admin.css", "css")):
        status, head, body = page.get(path)
        assert status == 200
        assert body
        assert kind in head
        assert "default-src 'none'" in head
    assert page.get("/nothing")[0] == 404
    assert page.get("/", "DELETE")[0] == 405


def request_json(text: str) -> str:
    request = ExportTraceServiceRequest()
    span = request.resource_spans.add().scope_spans.add().spans.add(name="chat")
    span.attributes.add(key="gen_ai.input.messages").value.string_value = text
    span.attributes.add(key="gen_ai.request.model").value.string_value = "gpt-4o"
    return encode(request).decode()


def send_preview(page: Page, payload: str, **how: Any) -> tuple[int, str, bytes]:
    body = json.dumps({"sink": "s", "signal": "traces", "payload": payload}).encode()
    return page.get("/api/preview", "POST", body, **{"Content_Type": "application/json", **how})


def test_a_preview_shows_before_after_and_why(page: Page, shown: Shown) -> None:
    status, _, body = send_preview(page, request_json("Jane Roe asked about the loan"))
    result = json.loads(body)
    assert status == 200
    (change,) = result["changes"]
    assert change["before"] == "Jane Roe asked about the loan"
    assert change["after"].startswith("[redacted:")
    assert "attributes[gen_ai.input.messages]" in change["path"]
    assert any(reason["class"] == "prompt" for reason in result["reasons"])
    assert "Jane" not in json.dumps(result["after"])
    assert not shown.snapshot()


@pytest.mark.parametrize(
    ("key", "value", "path", "after", "why"),
    [
        ("spanveil.tenant", "acme", "[spanveil.tenant]", None, "only Spanveil writes this key"),
        ("Jane Roe", "x", "[Jane Roe] (key)", "[redacted:key:8]", "a key that could hold content"),
        ("note", "mail jane@x.example", "[note]", "[redacted:", "message_payload, so skeleton"),
        ("shop.passwd", "x y", "[shop.passwd]", "[redacted", "the word 'passwd' of the key"),
        (
            "app.hidden",
            "fast",
            "[app.hidden]",
            "[redacted:",
            "the rule redaction.rules.0 (classify",
        ),
    ],
)
def test_a_preview_gives_the_reason_for_each_attribute(
    shown: Shown, key: str, value: str, path: str, after: str | None, why: str
) -> None:
    config = {
        "gateway": {"sinks": [{"name": "s", "url": "grpc://127.0.0.1:9"}]},
        "redaction": {"rules": [{"keys": "app.hidden", "action": "classify", "class": "prompt"}]},
    }
    request = ExportTraceServiceRequest()
    span = request.resource_spans.add().scope_spans.add().spans.add(name="chat")
    span.attributes.add(key=key).value.string_value = value
    pipeline = Pipeline(Config.model_validate(config))
    changes = preview(pipeline, "s", "traces", encode(request))["changes"]
    found = next(change for change in changes if change["path"].endswith(path))
    assert str(found["after"]).startswith(str(after))
    assert why in found["why"]


@pytest.mark.parametrize(
    ("signal", "document", "path", "why"),
    [
        ("logs", {"body": {"stringValue": "Jane is ill"}}, "body.stringValue", "a log's body"),
        ("logs", {"eventName": "Jane is ill"}, "eventName", "a name"),
        ("traces", {"name": "chat", "traceState": "a=b"}, "traceState", "never kept"),
        ("metrics", {"name": "n", "unit": "Jane is"}, "unit", "no unit of UCUM"),
    ],
)
def test_a_preview_gives_the_reason_for_each_position(
    shown: Shown, signal: str, document: dict[str, Any], path: str, why: str
) -> None:
    outer, inner, items = {
        "traces": ("resourceSpans", "scopeSpans", "spans"),
        "logs": ("resourceLogs", "scopeLogs", "logRecords"),
        "metrics": ("resourceMetrics", "scopeMetrics", "metrics"),
    }[signal]
    payload = json.dumps({outer: [{inner: [{items: [document]}]}]}).encode()
    (change,) = shown.preview("s", signal, payload)["changes"]
    assert change["path"].endswith(path)
    assert why in change["why"]


def test_a_preview_refuses_what_it_cannot_read(page: Page) -> None:
    assert send_preview(page, "no json")[0] == 400
    assert page.get("/api/preview", "POST", b"{}", Content_Type="application/json")[0] == 400
    assert send_preview(page, "x" * 2_000_000)[0] == 413


def test_a_page_of_elsewhere_reaches_nothing(page: Page) -> None:
    assert send_preview(page, "{}", host="evil.example:80")[0] == 403
    assert send_preview(page, "{}", Content_Type="text/plain")[0] == 415
    for path in ("/", "/api/state"):
        assert page.get(path, host="evil.example")[0] == 403


def test_state_is_what_the_page_draws(page: Page, shown: Shown) -> None:
    shown.stats.add("otelcol_processor_incoming_items", 7, otel_signal="traces")
    document = json.loads(page.get("/api/state")[2])
    assert document["sinks"] == STATE["sinks"]
    assert document["series"][0]["value"] == 7


def test_metrics_have_the_names_that_collector_users_know(
    configured: Any, running: Any, http_sink: Any
) -> None:
    gateway = running(configured(http_sink))
    worker: Worker = gateway.worker
    body = decode(Signal.TRACES, request_json("Jane").encode())
    gateway.call(worker.intake.accept(Request(Signal.TRACES, body, Stream("t"), "grpc")))
    http_sink.wait(lambda: worker.stats.get("otelcol_exporter_sent_spans"))
    text = exposition(worker.snapshot())
    assert 'otelcol_receiver_accepted_spans{receiver="otlp",transport="grpc"} 1\n' in text
    assert 'otelcol_exporter_sent_spans{exporter="sink-0"} 1\n' in text
    assert "# TYPE otelcol_exporter_queue_size gauge\n" in text
    assert f'otelcol_exporter_queue_capacity{{exporter="sink-0"}} {2**30}\n' in text
    assert 'spanveil_redacted_fields{content_class="prompt"' in text
    assert "spanveil_ready 1\n" in text
    assert "Jane" not in text


def test_what_alerts_look_at_is_there_before_anything_happens(
    configured: Any, running: Any, http_sink: Any
) -> None:
    gateway = running(configured(http_sink, receivers={"grpc": None}))
    gateway.call(gateway.worker.reload(configured(http_sink, receivers={"grpc": None})))
    text = exposition(gateway.worker.snapshot())
    for items in ("spans", "metric_points", "log_records"):
        for verb in ("sent", "send_failed", "enqueue_failed"):
            assert f'otelcol_exporter_{verb}_{items}{{exporter="sink-0"}} 0\n' in text
        for verb in ("accepted", "refused"):
            labels = 'receiver="otlp",transport="http"'
            assert f"otelcol_receiver_{verb}_{items}{{{labels}}} 0\n" in text
    assert 'transport="grpc"' not in text


def test_the_queues_size_and_capacity_are_in_one_unit_for_each_sink(
    configured: Any, running: Any, http_sink: Any
) -> None:
    # The alert that Collector users have: size / capacity, joined by the exporter.
    slow = {"name": "slow", "url": "http://127.0.0.1:9", "retry": {"initial": 60, "maximum": 60}}
    gateway = running(configured(slow, queue={"max_bytes": 2**20}))
    worker: Worker = gateway.worker
    body = decode(Signal.TRACES, request_json("Jane").encode())
    for _ in range(3):
        gateway.call(worker.intake.accept(Request(Signal.TRACES, body, Stream("t"), "grpc")))
        http_sink.wait(lambda: worker.stats.get("spanveil_sink_retries"))
    found = worker.snapshot()
    label = (("exporter", "slow"),)
    assert found["otelcol_exporter_queue_capacity", label] == 2**20
    assert found["otelcol_exporter_queue_size", label] == found["spanveil_queue_bytes", ()] > 1500
    assert found["spanveil_sink_waiting_batches", label] == 3


def test_redactions_are_counted_by_class_entity_and_sink(
    configured: Any, running: Any, http_sink: Any, grpc_sink: Any
) -> None:
    names = {"one": http_sink.url, "two": http_sink.url, "three": grpc_sink.url}
    sinks = [
        {"name": name, "url": url, "profile": "strict" if name == "three" else "diagnostic"}
        for name, url in names.items()
    ]
    gateway = running(configured(*sinks))
    body = decode(Signal.TRACES, request_json("mail jane@example.com or joe@example.com").encode())
    for _ in range(2):
        request = Request(Signal.TRACES, body, Stream("t"), "grpc")
        gateway.call(gateway.worker.intake.accept(request))
    get = gateway.worker.stats.get
    for name in ("one", "two"):
        assert get("spanveil_redacted_entities", entity="EMAIL_ADDRESS", exporter=name) == 4
        assert get("spanveil_redacted_fields", content_class="prompt", exporter=name) == 2
    assert get("spanveil_redacted_entities", exporter="three") == 0
    fields = {"content_class": "prompt", "profile": "strict", "exporter": "three"}
    assert get("spanveil_redacted_fields", **fields) == 2
    text = exposition(gateway.worker.snapshot())
    assert 'spanveil_redacted_entities{entity="EMAIL_ADDRESS",exporter="one"} 4\n' in text
    assert "jane" not in text


@pytest.mark.parametrize("profile", SHIPPED_PROFILES)
def test_a_sink_of_any_profile_gets_ready(
    profile: str, configured: Any, running: Any, http_sink: Any
) -> None:
    gateway = running(configured({"url": http_sink.url, "profile": profile}))
    assert gateway.worker.not_ready() == ""


def test_readiness_needs_redaction_to_work(
    configured: Any, running: Any, http_sink: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from spanveil.redaction import Redactor, Report

    def passing(self: Redactor, attributes: Any, **named: Any) -> Any:
        return dict(attributes), Report()

    monkeypatch.setattr(Redactor, "attributes", passing)
    gateway = running(configured(http_sink))
    assert gateway.worker.not_ready() == "traces: a canary came through redaction"
    assert gateway.worker.snapshot()[("spanveil_ready", ())] == 0


def test_series_of_workers_are_summed_and_the_worst_state_wins() -> None:
    first, second = Stats(), Stats()
    for stats, up in ((first, 1), (second, 0)):
        stats.add("otelcol_receiver_accepted_spans", 2, transport="grpc")
        stats.set("spanveil_sink_up", up, exporter="s")
    total = merged([first.snapshot(), second.snapshot()])
    assert total["otelcol_receiver_accepted_spans", (("transport", "grpc"),)] == 4
    assert total["spanveil_sink_up", (("exporter", "s"),)] == 0


def test_a_large_counter_is_written_to_the_last_digit() -> None:
    stats = Stats()
    stats.add("otelcol_receiver_accepted_spans", 123_456_789_012_345)
    stats.set("spanveil_ready", True)
    assert "otelcol_receiver_accepted_spans 123456789012345\n" in exposition(stats.snapshot())
    assert "spanveil_ready 1\n" in exposition(stats.snapshot())


def test_a_sink_that_is_configured_no_more_has_no_gauge(
    configured: Any, running: Any, http_sink: Any, grpc_sink: Any
) -> None:
    dead = {"name": "gone", "url": "http://127.0.0.1:9"}
    gateway = running(configured(dead, {"name": "kept", "url": http_sink.url}))
    worker: Worker = gateway.worker
    body = decode(Signal.TRACES, request_json("Jane").encode())
    gateway.call(worker.intake.accept(Request(Signal.TRACES, body, Stream("t"), "grpc")))
    http_sink.wait(lambda: worker.snapshot()["spanveil_sink_up", (("exporter", "gone"),)] == 0)
    gateway.call(worker.reload(configured({"name": "kept", "url": http_sink.url})))
    shown = {
        (name, label)
        for name, labels in worker.snapshot()
        for key, label in labels
        if key == "exporter" and METRICS[name][0] == "gauge"
    }
    assert {label for _, label in shown} == {"kept"}
    assert ("spanveil_sink_up", "kept") in shown


def test_a_limit_that_a_reload_does_not_change_is_refused(
    configured: Any, running: Any, http_sink: Any
) -> None:
    gateway = running(configured(http_sink))
    changed = configured(http_sink, receivers={"max_concurrent_streams": 7})
    with pytest.raises(ConfigError, match=r"receivers\.max_concurrent_streams: expected no change"):
        gateway.call(gateway.worker.reload(changed))


def test_an_unknown_series_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        Stats().add("otelcol_reciever_accepted_spans")
    assert all(name.startswith(("otelcol_", "spanveil_")) for name in METRICS)


def test_label_values_are_escaped() -> None:
    stats = Stats()
    stats.add("spanveil_reloads", 1, outcome='a"b\n' + secrets.token_hex(1))
    assert '\\"b\\n' in exposition(stats.snapshot())
