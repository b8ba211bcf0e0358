"""Requests cut to a sink's limit."""

import secrets

from hypothesis import given
from hypothesis import strategies as st
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from spanveil.gateway import Signal
from spanveil.gateway._split import count_items, split


@given(st.lists(st.lists(st.integers(0, 400), max_size=5), max_size=5), st.integers(1024, 3000))
def test_every_item_arrives_once_with_its_resource_and_scope(
    sizes: list[list[int]], limit: int
) -> None:
    request = ExportTraceServiceRequest()
    expected = []
    for number, scope in enumerate(sizes):
        of_resource = request.resource_spans.add(schema_url="s")
        of_resource.resource.attributes.add(key="n").value.int_value = number
        of_scope = of_resource.scope_spans.add()
        of_scope.scope.name = f"scope-{number}"
        for size in scope:
            span_id = secrets.token_bytes(8)
            of_scope.spans.add(span_id=span_id, name="x" * size)
            expected.append((span_id, number, f"scope-{number}", "s"))
    body = request.SerializeToString()
    found = []
    for piece in split(Signal.TRACES, body, limit):
        assert len(piece) <= limit
        for part in ExportTraceServiceRequest.FromString(piece).resource_spans:
            number = part.resource.attributes[0].value.int_value
            for of_scope in part.scope_spans:
                found += [
                    (span.span_id, number, of_scope.scope.name, part.schema_url)
                    for span in of_scope.spans
                ]
    assert found == expected
    assert count_items(Signal.TRACES, body) == len(expected)


def test_an_item_over_the_limit_comes_alone() -> None:
    request = ExportTraceServiceRequest()
    spans = request.resource_spans.add().scope_spans.add().spans
    for size in (10, 5000, 10):
        spans.add(name="x" * size)
    pieces = list(split(Signal.TRACES, request.SerializeToString(), 1024))
    assert [count_items(Signal.TRACES, piece) for piece in pieces] == [1, 1, 1]
    assert [len(piece) > 1024 for piece in pieces] == [False, True, False]
