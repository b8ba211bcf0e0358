"""What waits in the queue leaves under the policy of the day that it leaves on."""

import secrets
import signal
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from spanveil.context import TenantTag
from spanveil.gateway import Core, Signal, TagPolicy
from spanveil.gateway._auth import Stream
from spanveil.gateway._intake import Request
from spanveil.redaction import Redactor
from tests.gateway.processes import PATIENCE, Process, post

TAG = "spanveil.tenant"
NOTE = "mail jane@example.com now"


def traces(tag: str = "") -> bytes:
    request = ExportTraceServiceRequest()
    span = (
        request.resource_spans.add()
        .scope_spans.add()
        .spans.add(name="chat", trace_id=secrets.token_bytes(16), span_id=secrets.token_bytes(8))
    )
    for key, value in {"note": NOTE, "app.mode": "fast", "user.id": "u-7"}.items():
        span.attributes.add(key=key).value.string_value = value
    if tag:
        span.attributes.add(key=TAG).value.string_value = tag
    return request.SerializeToString()


def attributes(sink: Any) -> dict[str, str]:
    (span,) = sink.spans()
    return {pair.key: pair.value.string_value for pair in span.attributes}


def accept(gateway: Any, body: bytes, trusted: bool) -> None:
    stream = Stream("app", trusted=trusted)
    request = Request(Signal.TRACES, body, stream, "grpc")
    gateway.call(gateway.worker.intake.accept(request))


def with_profile(config: Any, profile: str, **changes: Any) -> Any:
    (sink,) = config.gateway.sinks
    changed = sink.model_copy(update={"profile": profile, **changes})
    gateway = config.gateway.model_copy(update={"sinks": (changed,)})
    return config.model_copy(update={"gateway": gateway})


@pytest.mark.parametrize("trusted", [True, False])
@pytest.mark.parametrize("by", ["reload", "restart"])
def test_a_stricter_profile_holds_for_what_waits(
    by: str, trusted: bool, configured: Any, running: Any, http_sink: Any
) -> None:
    http_sink.always = (503, {})
    tag = TenantTag("k1", secrets.token_bytes(16)).text
    config = with_profile(configured(http_sink, shutdown_timeout=0.1), "diagnostic")
    gateway = running(config)
    accept(gateway, traces(tag), trusted)
    http_sink.wait(lambda: http_sink.attempts)
    strict = with_profile(config, "strict")
    if by == "reload":
        gateway.call(gateway.worker.reload(strict))
    else:
        gateway.stop()
        gateway = running(strict)
    http_sink.always = None
    http_sink.wait(lambda: http_sink.spans())
    found = attributes(http_sink)
    assert found.get(TAG) == (tag if trusted else None)
    assert found["note"].startswith("[redacted")
    assert found["user.id"] == "[redacted]"
    assert "fast" not in found.values()
    assert gateway.worker.stats.get("spanveil_redacted_again_batches") >= 1


def test_a_looser_profile_brings_nothing_back(
    configured: Any, running: Any, http_sink: Any
) -> None:
    http_sink.always = (503, {})
    config = with_profile(configured(http_sink), "strict")
    gateway = running(config)
    accept(gateway, traces(), False)
    http_sink.wait(lambda: http_sink.attempts)
    gateway.call(gateway.worker.reload(with_profile(config, "diagnostic")))
    http_sink.always = None
    http_sink.wait(lambda: http_sink.spans())
    found = attributes(http_sink)
    assert not {NOTE, "fast", "u-7"} & set(found.values())
    assert found["user.id"] == "[redacted]"


def test_what_waits_under_the_same_policy_is_sent_as_it_was_stored(
    configured: Any, running: Any, http_sink: Any
) -> None:
    http_sink.always = (503, {})
    config = configured(http_sink)
    gateway = running(config)
    accept(gateway, traces(), False)
    http_sink.wait(lambda: http_sink.attempts)
    other = config.gateway.model_copy(update={"shutdown_timeout": 4.0})
    gateway.call(gateway.worker.reload(config.model_copy(update={"gateway": other})))
    http_sink.always = None
    http_sink.wait(lambda: http_sink.spans())
    assert gateway.worker.stats.get("spanveil_redacted_again_batches") == 0


def test_a_new_rule_of_a_tenant_and_a_new_tag_key_hold_for_what_waits(
    configured: Any, running: Any, http_sink: Any
) -> None:
    http_sink.always = (503, {})
    keys = [secrets.token_urlsafe(32) for _ in range(2)]
    tag = TenantTag("k1", secrets.token_bytes(16))
    config = with_profile(configured(http_sink), "shared")
    gateway = running(config)
    accept(gateway, traces(tag.text), True)
    http_sink.wait(lambda: http_sink.attempts)
    document = {"redaction": {"tenants": {tag.text: [{"keys": "app.mode", "action": "redact"}]}}}
    redaction = type(config).model_validate(document).redaction
    for key in keys:  # the second time what waits holds an alias already, for all that is known
        sink = (
            type(config)
            .model_validate({"gateway": {"sinks": [{"url": "grpc://h:1", "tag_key": key}]}})
            .gateway.sinks[0]
        )
        config = with_profile(config, "shared", tag_key=sink.tag_key)
        config = config.model_copy(update={"redaction": redaction})
        gateway.call(gateway.worker.reload(config))
    http_sink.always = None
    http_sink.wait(lambda: http_sink.spans())
    found = attributes(http_sink)
    assert found["app.mode"].startswith("[redacted")
    assert found[TAG] == tag.alias(keys[1].encode()).text


def test_an_alias_is_not_made_an_alias_of() -> None:
    first, second = (secrets.token_bytes(32) for _ in range(2))
    tag = TenantTag("k1", secrets.token_bytes(16))
    body = traces(tag.text)
    (part,) = (
        Core(Redactor(), TagPolicy(TAG, first)).redact(Signal.TRACES, body, trusted=True).parts
    )
    assert tag.alias(first).text.encode() in part.body
    (again,) = (
        Core(Redactor(), TagPolicy(TAG, second))
        .redact_again(Signal.TRACES, part.body, part.tag)
        .parts
    )
    assert tag.alias(second).text.encode() in again.body
    assert tag.alias(first).text.encode() not in again.body


def test_a_queue_of_the_version_before_is_taken_over(
    launch: Callable[..., Process], http_sink: Any, tmp_path: Path
) -> None:
    http_sink.always = (503, {})
    process = launch(http_sink.url, shutdown_timeout=0.2)
    process.wait_ready()
    assert post(process.http, traces()) == 200
    process.process.send_signal(signal.SIGTERM)
    assert process.process.wait(PATIENCE) == 0
    file = sqlite3.connect(tmp_path / "queue" / "queue-0.sqlite3")
    file.executescript("ALTER TABLE batch DROP COLUMN policy; PRAGMA user_version = 1;")
    file.close()
    http_sink.always = None
    process = launch(http_sink.url)
    process.wait_ready()
    http_sink.wait(lambda: http_sink.spans())
    assert process.metric("spanveil_redacted_again_batches") >= 1
