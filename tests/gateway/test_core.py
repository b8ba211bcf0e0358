"""The sans-IO core, on serialized OTLP."""

import secrets
from collections.abc import Iterator
from typing import Any

import pytest
from google.protobuf.message import Message
from hypothesis import given
from hypothesis import strategies as st
from opentelemetry.proto.collector.logs.v1.logs_service_pb2 import ExportLogsServiceRequest
from opentelemetry.proto.collector.metrics.v1.metrics_service_pb2 import (
    ExportMetricsServiceRequest,
)
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from spanveil.context import TenantTag
from spanveil.gateway import Core, PayloadError, Signal, TagPolicy
from spanveil.redaction import Redactor

ATTRIBUTE = "spanveil.tenant"
REQUESTS: dict[Signal, type[Any]] = {
    Signal.TRACES: ExportTraceServiceRequest,
    Signal.LOGS: ExportLogsServiceRequest,
    Signal.METRICS: ExportMetricsServiceRequest,
}
IDS = {"trace_id": 16, "span_id": 8, "parent_span_id": 8}


@pytest.fixture
def core() -> Core:
    return Core(Redactor(), TagPolicy(ATTRIBUTE))


def trace_request(*spans: dict[str, str], tag: str | None = None) -> ExportTraceServiceRequest:
    request = ExportTraceServiceRequest()
    of_resource = request.resource_spans.add()
    of_resource.resource.attributes.add(key="service.name").value.string_value = "shop"
    for attributes in spans or ({},):
        span = of_resource.scope_spans.add().spans.add(
            name="chat gpt-4o", trace_id=secrets.token_bytes(16), span_id=secrets.token_bytes(8)
        )
        for key, value in attributes.items():
            span.attributes.add(key=key).value.string_value = value
    return request


def redacted(core: Core, request: Message, signal: Signal = Signal.TRACES, **how: Any) -> Any:
    (part,) = core.redact(signal, request.SerializeToString(), **how).parts
    return REQUESTS[signal].FromString(part.body)


def string_positions(descriptor: Any, depth: int = 0) -> Iterator[tuple[str, ...]]:
    """Every path to a string or bytes field; values nested in values to three levels."""
    for field in descriptor.fields:
        if field.type in (field.TYPE_STRING, field.TYPE_BYTES):
            yield (field.name,)
        elif field.type == field.TYPE_MESSAGE:
            nested = field.message_type.name == "AnyValue"
            if nested and depth > 2:
                continue
            for rest in string_positions(field.message_type, depth + nested):
                yield (field.name, *rest)


def plant(message: Any, path: tuple[str, ...], canary: str) -> None:
    name, *rest = path
    field = message.DESCRIPTOR.fields_by_name[name]
    if rest:
        target = getattr(message, name)
        plant(target.add() if field.is_repeated else target, tuple(rest), canary)
        return
    value: Any = canary.encode() if field.type == field.TYPE_BYTES else canary
    if field.is_repeated:
        getattr(message, name).append(value)
    else:
        setattr(message, name, value)


ALL_POSITIONS = [
    pytest.param(signal, path, id=f"{signal}-{'.'.join(path)}")
    for signal, request in REQUESTS.items()
    for path in string_positions(request.DESCRIPTOR)
]


@pytest.mark.parametrize(("signal", "path"), ALL_POSITIONS)
@pytest.mark.parametrize("profile", ["shared", "strict"])
def test_a_secret_in_any_string_field_of_the_schema_never_leaves(
    signal: Signal, path: tuple[str, ...], profile: str
) -> None:
    canary = f"Jane Roe {secrets.randbelow(10**16):016d} wants sugar"
    request = REQUESTS[signal]()
    plant(request, path, canary)
    outcome = Core(Redactor(profile=profile), TagPolicy(ATTRIBUTE)).redact(
        signal, request.SerializeToString()
    )
    wire = b"".join(part.body for part in outcome.parts)
    assert canary[:8].encode() not in wire
    assert canary[9:25].encode() not in wire


def test_an_untouched_batch_is_forwarded_byte_for_byte(core: Core) -> None:
    body = trace_request({"gen_ai.request.model": "gpt-4o"}).SerializeToString()
    (part,) = core.redact(Signal.TRACES, body).parts
    assert part.body is body


def test_only_a_span_that_changes_is_rebuilt(core: Core) -> None:
    clean = trace_request({"gen_ai.request.model": "gpt-4o"}).resource_spans[0].scope_spans[0]
    # A valid but unusual encoding (flags before the name) would not survive being rebuilt.
    odd = b"\x85\x01\x01\x00\x00\x00" + clean.spans[0].SerializeToString()
    dirty = trace_request({"gen_ai.input.messages": "tell Jane"}).resource_spans[0].scope_spans[0]
    scope = _field(2, odd) + _field(2, dirty.spans[0].SerializeToString())
    (part,) = core.redact(Signal.TRACES, _field(1, _field(2, scope))).parts
    assert odd in part.body
    assert b"tell Jane" not in part.body
    assert part.items == 2


@pytest.mark.parametrize(
    "hidden",
    [
        b"\x2a\x0fJane asked here",
        b"\x7a\x11\x12\x0fJane asked here",
        b"\x1a\x0fJane asked here",
        b"\x0a\x0fJane asked here",
    ],
    ids=["name", "status", "trace_state", "trace_id"],
)
@pytest.mark.parametrize("attribute", ["gen_ai.request.model", "gen_ai.input.messages"])
def test_a_field_that_stands_twice_hides_nothing(core: Core, hidden: bytes, attribute: str) -> None:
    span = trace_request({attribute: "gpt-4o"}).resource_spans[0].scope_spans[0].spans[0]
    status: Any = span.status
    status.code = 1
    raw = hidden + span.SerializeToString() + b"\x1a\x00"
    for body in (_field(1, _field(2, _field(2, raw))), _field(1, _field(2, _field(2, raw)) * 2)):
        for part in core.redact(Signal.TRACES, body).parts:
            assert b"Jane" not in part.body


def test_a_resource_that_stands_twice_hides_nothing(core: Core) -> None:
    request = trace_request()
    resource = _field(1, _field(1, b"\x0a\x04note\x12\x10\x0a\x0eJane asked you"))
    second = request.resource_spans[0].SerializeToString()
    (part,) = core.redact(Signal.TRACES, _field(1, resource + second)).parts
    assert b"Jane" not in part.body


def test_the_short_way_and_the_long_way_agree(core: Core) -> None:
    request = trace_request(
        {"gen_ai.request.model": "gpt-4o", "note": "Jane is ill", "mode": "fast"},
        {"gen_ai.input.messages": '[{"role":"user","content":"x y"}]', "jane@x.example": "a"},
        {"gen_ai.request.model": "gpt-4o", "spanveil.error": "x"},
    )
    body = request.SerializeToString()
    for span in request.resource_spans[0].scope_spans:
        span.spans[0].events.add(name="e")  # makes a span take the long way
    long = redacted(core, request)
    for scope in long.resource_spans[0].scope_spans:
        del scope.spans[0].events[:]
    short = ExportTraceServiceRequest.FromString(core.redact(Signal.TRACES, body).parts[0].body)
    again = ExportTraceServiceRequest.FromString(core.redact(Signal.TRACES, body).parts[0].body)
    assert short == long == again


def test_redacting_again_changes_no_byte(core: Core) -> None:
    body = trace_request({"gen_ai.input.messages": "tell Jane", "note": "a b"}).SerializeToString()
    (once,) = core.redact(Signal.TRACES, body).parts
    (twice,) = core.redact(Signal.TRACES, once.body).parts
    assert twice.body is once.body


def test_harmless_unknown_fields_stay_at_every_level(core: Core) -> None:
    unknown = b"\x98\x7d\x05" + b"\x9a\x7d\x05token"  # field 2003, a number and a token
    span = trace_request({"a": "x"}).resource_spans[0].scope_spans[0].spans[0]
    scope = _field(2, span.SerializeToString() + unknown) + unknown
    body = _field(1, _field(2, scope) + unknown) + unknown
    dirty = _field(1, _field(2, _field(2, _dirty_span())))
    (part,) = core.redact(Signal.TRACES, body + dirty).parts
    assert part.body.count(unknown) == 4


@pytest.mark.parametrize(
    "payload", [b"what Jane said", b"\xff\xfe", b"\x0a\x0ewhat Jane said"], ids=repr
)
def test_an_unknown_field_with_content_is_discarded_and_counted(core: Core, payload: bytes) -> None:
    body = trace_request().SerializeToString() + _field(1000, payload)
    outcome = core.redact(Signal.TRACES, body)
    assert payload not in outcome.parts[0].body
    assert outcome.discarded == 1


@given(st.binary(max_size=300))
def test_arbitrary_bytes_are_refused_or_redacted_and_nothing_else(body: bytes) -> None:
    core = Core(_REDACTOR, TagPolicy(ATTRIBUTE))
    for signal in Signal:
        try:
            core.redact(signal, body)
            status = 200
        except PayloadError as error:
            status = error.status
        assert status in (200, 400)


_REDACTOR = Redactor()


@given(st.data())
def test_a_damaged_request_never_passes_its_secret(data: st.DataObject) -> None:
    canary = b"what Jane Roe said"
    body = bytearray(trace_request({"gen_ai.input.messages": canary.decode()}).SerializeToString())
    at = data.draw(st.integers(0, len(body) - len(canary) - 1))
    body[at] = data.draw(st.integers(0, 255))
    try:
        outcome = Core(_REDACTOR, TagPolicy(ATTRIBUTE)).redact(Signal.TRACES, bytes(body))
    except PayloadError:
        return
    assert all(canary not in part.body for part in outcome.parts)


def test_an_item_with_invalid_utf8_is_rejected_alone(core: Core) -> None:
    good = trace_request().resource_spans[0].scope_spans[0].spans[0].SerializeToString()
    bad = good + b"\x2a\x02\xff\xfe"
    body = _field(1, _field(2, _field(2, good) + _field(2, bad)))
    outcome = core.redact(Signal.TRACES, body)
    assert (outcome.rejected, outcome.items) == (1, 1)
    assert b"\xff\xfe" not in outcome.parts[0].body


def test_an_engine_that_raises_rejects_the_items(monkeypatch: pytest.MonkeyPatch) -> None:
    redactor = Redactor()

    def fail(*args: object, **named: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr(redactor, "attributes", fail)
    outcome = Core(redactor, TagPolicy(ATTRIBUTE)).redact(
        Signal.TRACES, trace_request({"a": "x"}, {"a": "y"}).SerializeToString()
    )
    assert (outcome.parts, outcome.rejected) == ((), 2)


def test_client_sent_reserved_keys_are_removed_and_counted(core: Core) -> None:
    body = trace_request({ATTRIBUTE: _tag().text, "spanveil.error": "x", "a": "b"})
    outcome = core.redact(Signal.TRACES, body.SerializeToString())
    assert b"spanveil." not in outcome.parts[0].body
    assert (outcome.stripped, outcome.parts[0].tag) == (2, "")


def test_a_trusted_stream_keeps_real_tags_only_and_is_split_by_them(core: Core) -> None:
    first, second = _tag(), _tag()
    body = trace_request(
        {ATTRIBUTE: first.text}, {ATTRIBUTE: second.text}, {ATTRIBUTE: "acme"}
    ).SerializeToString()
    outcome = core.redact(Signal.TRACES, body, trusted=True)
    assert {part.tag for part in outcome.parts} == {first.text, second.text, ""}
    assert outcome.stripped == 1
    assert all(b"acme" not in part.body for part in outcome.parts)


def test_a_sink_with_a_key_sees_an_alias() -> None:
    tag, key = _tag(), secrets.token_bytes(32)
    core = Core(Redactor(), TagPolicy(ATTRIBUTE, key))
    outcome = core.redact(
        Signal.TRACES, trace_request({ATTRIBUTE: tag.text}).SerializeToString(), trusted=True
    )
    (part,) = outcome.parts
    assert part.tag == tag.text
    assert tag.text.encode() not in part.body
    assert tag.alias(key).text.encode() in part.body


def test_an_id_of_the_wrong_length_is_no_place_for_text(core: Core) -> None:
    request = trace_request()
    request.resource_spans[0].scope_spans[0].spans[0].trace_id = b"what Jane Roe said"
    outcome = core.redact(Signal.TRACES, request.SerializeToString())
    assert (outcome.items, outcome.rejected, outcome.rejections["FieldError"]) == (0, 1, 1)


def test_a_metric_counts_as_its_data_points(core: Core) -> None:
    request = ExportMetricsServiceRequest()
    metric = request.resource_metrics.add().scope_metrics.add().metrics.add(name="requests")
    for number in range(3):
        metric.sum.data_points.add(as_int=number)
    assert core.redact(Signal.METRICS, request.SerializeToString()).items == 3


def _field(number: int, payload: bytes) -> bytes:
    def varint(value: int) -> bytes:
        out = b""
        while value > 127:
            out += bytes([value & 127 | 128])
            value >>= 7
        return out + bytes([value])

    return varint(number << 3 | 2) + varint(len(payload)) + payload


def _dirty_span() -> bytes:
    request = trace_request({"gen_ai.input.messages": "tell Jane"})
    return bytes(request.resource_spans[0].scope_spans[0].spans[0].SerializeToString())


def _tag() -> TenantTag:
    return TenantTag("k1", secrets.token_bytes(16))
