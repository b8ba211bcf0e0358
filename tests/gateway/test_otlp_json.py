"""OTLP's JSON encoding against its specification and the examples there."""

import json
import secrets
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opentelemetry.proto.collector.metrics.v1.metrics_service_pb2 import (
    ExportMetricsServiceRequest,
)
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.common.v1.common_pb2 import AnyValue

from spanveil.gateway import PayloadError, Signal
from spanveil.gateway._otlp_json import decode, encode

TRACE_ID = "5B8EFFF798038103D269B633813FC60C"


def spans(**fields: Any) -> bytes:
    span = {"traceId": TRACE_ID, "spanId": "EEE19B7EC3C1B174", "name": "chat", **fields}
    return json.dumps({"resourceSpans": [{"scopeSpans": [{"spans": [span]}]}]}).encode()


def decoded(body: bytes) -> Any:
    request = ExportTraceServiceRequest.FromString(decode(Signal.TRACES, body))
    return request.resource_spans[0].scope_spans[0].spans[0]


def test_checklist_17_ids_are_hex_in_any_case() -> None:
    assert decoded(spans()).trace_id == bytes.fromhex(TRACE_ID)
    assert decoded(spans(traceId=TRACE_ID.lower())).trace_id == bytes.fromhex(TRACE_ID)


def test_checklist_17_other_bytes_are_base64() -> None:
    attribute = {"key": "k", "value": {"bytesValue": "AAEC/w=="}}
    assert decoded(spans(attributes=[attribute])).attributes[0].value.bytes_value == b"\0\1\2\xff"


def test_checklist_18_enums_are_integers_only() -> None:
    assert decoded(spans(kind=2)).kind == 2
    with pytest.raises(PayloadError) as refused:
        decode(Signal.TRACES, spans(kind="SPAN_KIND_SERVER"))
    assert refused.value.status == 400


def test_checklist_18_long_integers_are_strings_or_numbers() -> None:
    assert decoded(spans(startTimeUnixNano="1544712660000000000")).start_time_unix_nano == (
        1544712660000000000
    )
    assert decoded(spans(startTimeUnixNano=7)).start_time_unix_nano == 7


def test_checklist_18_keys_are_lower_camel_case_only() -> None:
    assert decoded(spans(start_time_unix_nano=7)).start_time_unix_nano == 0


def test_checklist_19_unknown_keys_are_ignored() -> None:
    assert decoded(spans(brandNew={"deep": [1, None]})).name == "chat"


@pytest.mark.parametrize(
    "fields",
    [
        {"traceId": "xyz"},
        {"traceId": "5B 8E"},
        {"traceId": 5},
        {"name": 5},
        {"kind": 1.5},
        {"kind": True},
        {"startTimeUnixNano": "-1"},
        {"startTimeUnixNano": str(2**64)},
        {"attributes": {}},
        {"attributes": [5]},
        {"attributes": [{"key": "k", "value": {"bytesValue": "*"}}]},
        {"attributes": [{"key": "k", "value": {"boolValue": "true"}}]},
        {"attributes": [{"key": "k", "value": {"doubleValue": "x"}}]},
        {"status": []},
    ],
)
def test_a_value_of_the_wrong_kind_is_refused_without_being_quoted(fields: Any) -> None:
    with pytest.raises(PayloadError) as refused:
        decode(Signal.TRACES, spans(**fields))
    assert refused.value.status == 400
    assert refused.value.reason.startswith("resourceSpans.scopeSpans.spans.")


def test_endless_nesting_is_refused() -> None:
    value: Any = {"stringValue": "x"}
    for _ in range(200):
        value = {"arrayValue": {"values": [value]}}
    with pytest.raises(PayloadError):
        decode(Signal.TRACES, spans(attributes=[{"key": "k", "value": value}]))
    with pytest.raises(PayloadError):
        decode(Signal.TRACES, b'{"a":' * 100_000)


@given(st.binary(max_size=200))
def test_arbitrary_bytes_are_refused_or_read(body: bytes) -> None:
    try:
        decode(Signal.LOGS, body)
        status = 200
    except PayloadError as error:
        status = error.status
    assert status in (200, 400)


def _array(values: list[AnyValue]) -> AnyValue:
    value = AnyValue()
    value.array_value.SetInParent()
    value.array_value.values.extend(values)
    return value


ANY_VALUES = st.recursive(
    st.one_of(
        st.text().map(lambda text: AnyValue(string_value=text)),
        st.booleans().map(lambda flag: AnyValue(bool_value=flag)),
        st.integers(-(2**63), 2**63 - 1).map(lambda number: AnyValue(int_value=number)),
        st.floats(allow_nan=False).map(lambda number: AnyValue(double_value=number)),
        st.binary().map(lambda data: AnyValue(bytes_value=data)),
    ),
    lambda inner: st.lists(inner, max_size=3).map(_array),
    max_leaves=6,
)


@given(ANY_VALUES, st.integers(0, 5))
def test_what_is_written_is_read_back(value: AnyValue, kind: int) -> None:
    request = ExportTraceServiceRequest()
    span = (
        request.resource_spans.add()
        .scope_spans.add()
        .spans.add(trace_id=secrets.token_bytes(16), kind=kind, end_time_unix_nano=2**63)
    )
    span.attributes.add(key="k").value.CopyFrom(value)
    assert decode(Signal.TRACES, encode(request)) == request.SerializeToString()


def test_metrics_are_written_and_read_back() -> None:
    request = ExportMetricsServiceRequest()
    metric = request.resource_metrics.add().scope_metrics.add().metrics.add(name="m")
    point = metric.exponential_histogram.data_points.add(count=3, scale=-2, sum=float("inf"))
    point.positive.bucket_counts.extend([1, 2])
    point.exemplars.add(as_int=-5, span_id=secrets.token_bytes(8))
    assert decode(Signal.METRICS, encode(request)) == request.SerializeToString()
