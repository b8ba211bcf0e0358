"""The short way for spans gives what the long way gives."""

from collections.abc import Callable
from hashlib import blake2b
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.common.v1.common_pb2 import AnyValue, ArrayValue, KeyValue, KeyValueList
from opentelemetry.proto.trace.v1.trace_pb2 import Span, Status

from spanveil.config import Config, ContentClass, Treatment
from spanveil.gateway import Core, Signal, TagPolicy
from spanveil.gateway._flat_attribute import FlatAttributes
from spanveil.gateway._outcome import Outcome
from spanveil.redaction import Redactor, Report

KEYS = [
    "gen_ai.request.model",
    "gen_ai.input.messages",
    "gen_ai.usage.input_tokens",
    "gen_ai.response.id",
    "http.route",
    "url.path",
    "url.full",
    "client.address",
    "enduser.id",
    "app.step",
    "app.cached",
    "user_agent.original",
    "Alice Smith",
    "spanveil.tenant",
    "k" * 130,
    "",
]
TEXTS = [
    "gpt-4o",
    "GET",
    "/pets/{id}",
    "/pets/7731",
    "alice@example.com",
    "4111 1111 1111 1111",
    "https://api.example.com/v1/chat?key=x",
    '{"role": "user", "content": "tell Jane"}',
    "",
    "é" * 70,
    "word " * 60,
    "é" * 9000,
    "[redacted:prompt:9]",
]
NAMES = ["chat gpt-4o", "GET /pets/{id}", "GET /pets/alice", "/pets/{id}", "Tell Alice", "é", ""]

STATUSES = [Status(), Status(code=Status.STATUS_CODE_ERROR), Status(code=Status.STATUS_CODE_OK)]
UNUSUAL = [
    Span(events=[Span.Event(name="asked alice@example.com")]),
    Span(links=[Span.Link(trace_id=b"t" * 16, span_id=b"l" * 8, trace_state="a=alice")]),
    Span(trace_state="vendor=alice@example.com"),
    Span(status=Status(message="no such user alice@example.com")),
    Span(parent_span_id=b"alice"),
    Span(kind=Span.SPAN_KIND_CLIENT, parent_span_id=b"p" * 8, flags=1, dropped_events_count=3),
]

strings = st.sampled_from(TEXTS) | st.text(max_size=40)
leaves = st.one_of(
    strings.map(lambda text: AnyValue(string_value=text)),
    st.booleans().map(lambda flag: AnyValue(bool_value=flag)),
    (st.integers(-(2**63), 2**63 - 1) | st.integers(0, 300)).map(
        lambda number: AnyValue(int_value=number)
    ),
    st.floats(allow_nan=False).map(lambda number: AnyValue(double_value=number)),
    st.binary(max_size=8).map(lambda data: AnyValue(bytes_value=data)),
    st.just(AnyValue()),
)
values = leaves | st.one_of(
    st.lists(leaves, max_size=3).map(lambda v: AnyValue(array_value=ArrayValue(values=v))),
    st.dictionaries(st.sampled_from(KEYS), leaves, max_size=3).map(
        lambda pairs: AnyValue(
            kvlist_value=KeyValueList(values=[KeyValue(key=k, value=v) for k, v in pairs.items()])
        )
    ),
)


@st.composite
def spans(draw: Callable[[Any], Any]) -> bytes:
    span = Span(name=draw(st.sampled_from(NAMES)), trace_id=b"t" * 16, span_id=b"s" * 8)
    for key, value in draw(st.dictionaries(st.sampled_from(KEYS), values, max_size=6)).items():
        span.attributes.add(key=key).value.CopyFrom(value)
    span.status.CopyFrom(draw(st.sampled_from(STATUSES)))
    if draw(st.integers(0, 4)) == 0:
        span.MergeFrom(draw(st.sampled_from(UNUSUAL)))
    return span.SerializeToString()


def request(raw_spans: list[bytes]) -> bytes:
    message = ExportTraceServiceRequest()
    of_resource = message.resource_spans.add()
    of_resource.resource.attributes.add(key="service.name").value.string_value = "shop"
    of_resource.resource.attributes.add(key="host.name").value.string_value = "node-17"
    of_resource.scope_spans.add(spans=[Span.FromString(raw) for raw in raw_spans])
    return message.SerializeToString()


def core(profile: str, config: Config | None = None) -> Core:
    return Core(Redactor(config, profile=profile, key=b"k" * 32), TagPolicy("spanveil.tenant"))


def only_long(redactor: Core) -> Core:
    redactor._flat.redact = lambda body, long: None  # type: ignore[method-assign]
    return redactor


SHORT = {profile: core(profile) for profile in ("strict", "shared", "diagnostic")}
LONG = {profile: only_long(core(profile)) for profile in SHORT}


def alone(attributes: FlatAttributes, attribute: bytes) -> bytes | None:
    """Return an attribute redacted, ``None`` if it must take the long way."""
    found = attributes.look([attribute])
    if attribute in found.unusual:
        return None
    attributes.treat(found, Report(), Report(), lambda: None)
    return found.changed.get(attribute, attribute)


def every_part(outcome: Outcome) -> list[Any]:
    return [ExportTraceServiceRequest.FromString(part.body) for part in outcome.parts]


def parsed(outcome: Outcome) -> Any:
    (part,) = outcome.parts
    return ExportTraceServiceRequest.FromString(part.body)


@settings(max_examples=150, deadline=None)
@given(st.lists(spans(), min_size=1, max_size=4), st.sampled_from(sorted(SHORT)))
def test_both_ways_agree(raw_spans: list[bytes], profile: str) -> None:
    body = request(raw_spans)
    expected = LONG[profile].redact(Signal.TRACES, body)
    for _ in range(2):  # the second time from memory
        found = SHORT[profile].redact(Signal.TRACES, body)
        assert every_part(found) == every_part(expected)
        assert found.report.fields == expected.report.fields
        assert found.stripped == expected.stripped
        assert found.rejected == expected.rejected


@pytest.mark.parametrize("key", ["enduser.id", "url.path", "gen_ai.response.id"])
def test_values_that_hardly_come_again_are_treated_as_ever(key: str) -> None:
    short, long = core("shared"), only_long(core("shared"))
    numbers = [*range(1_500), *range(1_500)]
    for start in range(0, len(numbers), 100):
        raw_spans = []
        for number in numbers[start : start + 100]:
            span = Span(name="chat", trace_id=b"t" * 16, span_id=b"s" * 8)
            span.attributes.add(key=key).value.string_value = f"/users/{number}"
            raw_spans.append(span.SerializeToString())
        body = request(raw_spans)
        found, expected = short.redact(Signal.TRACES, body), long.redact(Signal.TRACES, body)
        assert parsed(found) == parsed(expected)
        assert found.report.fields == expected.report.fields


ODD = ["a\0b", "", "é", "[redacted]", "[redacted:user_identifier:9]", "ps1_x", "x" * 123]
ODD += ["y" * 124, "z" * 125, "v" * 126, "w" * 200, "/a//b", "/" + "users/" * 20, "a b", "\ud7ff"]


@pytest.mark.parametrize("odd", [*ODD, "all"])
@pytest.mark.parametrize("profile", ["shared", "diagnostic"])
def test_one_odd_value_among_many_spoils_none_of_them(profile: str, odd: str) -> None:
    short = core(profile)
    for start in range(0, 1_200, 60):
        raw_spans = []
        for number in range(start, start + 60):
            span = Span(name="chat", trace_id=b"t" * 16, span_id=b"s" * 8)
            for key in ("enduser.id", "url.path", "url.query", "gen_ai.response.id", "app.step"):
                # Of the later requests: by then look-ups are known to find nothing.
                is_odd = number > 900 and number % 30 == 7
                value = f"/users/{number}" if key == "url.path" else f"u{number}"
                value = (ODD[number % len(ODD)] if odd == "all" else odd) if is_odd else value
                span.attributes.add(key=key).value.string_value = value
            raw_spans.append(span.SerializeToString())
        body = request(raw_spans)
        found = short.redact(Signal.TRACES, body)
        if start < 900:
            continue
        expected = LONG[profile].redact(Signal.TRACES, body)
        assert parsed(found) == parsed(expected)
        assert found.report.fields == expected.report.fields
        assert found.report.entities == expected.report.entities


def test_values_that_come_again_after_all_are_looked_up_again() -> None:
    redactor = core("shared")
    attributes = redactor._flat._spans._attributes

    def send(numbers: range) -> None:
        raw_spans = []
        for number in numbers:
            span = Span(name="chat", trace_id=b"t" * 16, span_id=b"s" * 8)
            span.attributes.add(key="enduser.id").value.string_value = f"u{number}"
            raw_spans.append(span.SerializeToString())
        redactor.redact(Signal.TRACES, request(raw_spans))

    for start in range(0, 3_000, 60):
        send(range(start, start + 60))
    (known,) = attributes._keys.values()
    assert known.misses == 512
    held = len(attributes._replaced)
    assert held < 1_000
    for _ in range(60):
        send(range(5_000, 5_060))
    assert known.misses < 100
    assert len(attributes._replaced) == held + 60


def test_small_numbers_are_remembered_however_many_there_are() -> None:
    redactor = core("shared")
    attribute = KeyValue(key="gen_ai.usage.input_tokens")
    for numbers in (range(1_000), range(20_000, 20_010)):
        for number in numbers:
            attribute.value.int_value = number
            span = Span(trace_id=b"t" * 16, span_id=b"s" * 8, attributes=[attribute])
            redactor.redact(Signal.TRACES, request([span.SerializeToString()]))
        kept = redactor._flat._spans._attributes.kept
        assert attribute.SerializeToString() in kept or number > 2**14
        assert len(kept) < 1_010


def test_an_attribute_that_is_no_text_among_many_spoils_its_span_alone() -> None:
    redactor = core("shared")
    for start in range(0, 900, 60):
        raw_spans = []
        for number in range(start, start + 60):
            span = Span(name="chat", trace_id=b"t" * 16, span_id=b"s" * 8)
            span.attributes.add(key="enduser.id").value.string_value = f"u{number:04}"
            raw = span.SerializeToString()
            raw_spans.append(raw.replace(b"u0877", b"u08\xff7"))
        scope = b"".join(b"\x12" + _varint(len(one)) + one for one in raw_spans)
        of_resource = b"\x12" + _varint(len(scope)) + scope
        found = redactor.redact(Signal.TRACES, b"\x0a" + _varint(len(of_resource)) + of_resource)
        assert found.rejected == (1 if start == 840 else 0)
        assert found.items == 60 - found.rejected
        assert found.report.fields.total() == found.items
        assert b"u08" not in found.parts[0].body


def test_a_span_that_cannot_be_parsed_spoils_itself_alone() -> None:
    good = Span(name="chat", trace_id=b"t" * 16, span_id=b"s" * 8)
    good.attributes.add(key="enduser.id").value.string_value = "canary-7731"
    bad = good.SerializeToString() + b"\x4a\x03\x0a\x09k"  # an attribute that ends too soon
    worse = good.SerializeToString() + b"\x4a\x7f"  # its length goes beyond the span
    for raw in (bad, worse):
        scope = b"".join(
            b"\x12" + bytes((len(one),)) + one for one in (raw, good.SerializeToString())
        )
        of_resource = b"\x12" + _varint(len(scope)) + scope
        body = b"\x0a" + _varint(len(of_resource)) + of_resource
        found = core("shared").redact(Signal.TRACES, body)
        assert (found.rejected, found.items) == (1, 1)
        assert b"canary" not in found.parts[0].body


def _varint(number: int) -> bytes:
    return bytes((number,)) if number < 128 else bytes((number & 127 | 128, number >> 7))


def test_a_name_stays_beside_the_attribute_that_vouches_for_it() -> None:
    span = Span(name="GET /pets/{id}", trace_id=b"t" * 16, span_id=b"s" * 8)
    bare = request([span.SerializeToString()])
    span.attributes.add(key="http.route").value.string_value = "/pets/{id}"
    beside = request([span.SerializeToString()])
    redactor = core("shared")
    for _ in range(2):
        (kept,) = redactor.redact(Signal.TRACES, beside).parts
        (gone,) = redactor.redact(Signal.TRACES, bare).parts
        assert b"GET /pets/{id}" in kept.body
        assert b"/pets" not in gone.body


def test_a_rule_with_a_condition_leaves_nothing_to_memory() -> None:
    rule = {"keys": ["note"], "action": "redact", "when": {"gen_ai.operation.name": "chat"}}
    config = Config.model_validate({"redaction": {"rules": [rule]}})
    redactor = core("diagnostic", config)
    for kind, is_shown in (("embeddings", True), ("chat", False), ("embeddings", True)):
        span = Span(name="chat", trace_id=b"t" * 16, span_id=b"s" * 8)
        span.attributes.add(key="note").value.string_value = "hello"
        span.attributes.add(key="gen_ai.operation.name").value.string_value = kind
        (part,) = redactor.redact(Signal.TRACES, request([span.SerializeToString()])).parts
        assert (b"hello" in part.body) is is_shown


@pytest.mark.parametrize(
    "attribute",
    [
        b"\x12\x04\x0a\x02hi\x0a\x04note",  # value before key
        b"\x0a\x04note\x12\x04\x0a\x02hi\x12\x04\x0a\x02ho",  # the value stands twice
        b"\x0a\x04note\x12\x04\x0a\x02hi\xfa\x01\x02hi",  # an unknown field
        b"\x0a\x04note\x12\x08\x0a\x02hi\x0a\x02ho",  # the text stands twice
        b"\x0a\x04note\x12\x03\x18\x81\x00",  # a number that is not written the shortest way
    ],
)
def test_an_attribute_in_an_odd_encoding_is_never_taken_for_another(attribute: bytes) -> None:
    attributes = FlatAttributes(Redactor(), TagPolicy("spanveil.tenant"))
    pair = KeyValue.FromString(attribute)
    pair.DiscardUnknownFields()
    redacted = alone(attributes, attribute)
    if redacted is None:
        assert pair.SerializeToString() != attribute
    else:
        assert len(pair.SerializeToString()) == len(attribute)
        assert b"hi" not in redacted
        assert b"ho" not in redacted


@pytest.mark.parametrize("profile", sorted(SHORT))
def test_spans_that_are_alike_are_counted_each(profile: str) -> None:
    span = Span(name="GET /pets/{id}", trace_id=b"t" * 16, span_id=b"s" * 8)
    for key in ("http.route", "enduser.id", "gen_ai.input.messages", "note", "url.full"):
        span.attributes.add(key=key).value.string_value = "/pets/{id} of jane.doe@example.com"
    span.attributes.add(key="gen_ai.request.max_tokens").value.int_value = 7
    alike = [span.SerializeToString()] * 200
    span.name = "asked by Jane"
    other = span.SerializeToString()
    span.attributes.add(key="spanveil.tenant").value.string_value = "not believed"
    body = request([*alike, other, span.SerializeToString(), *alike])
    short, expected = core(profile), only_long(core(profile)).redact(Signal.TRACES, body)
    for _ in range(3):
        found = short.redact(Signal.TRACES, body)
        assert parsed(found) == parsed(expected)
        assert found.report.fields == expected.report.fields
        assert found.report.entities == expected.report.entities
        assert (found.items, found.stripped) == (402, 1)


def test_others_have_a_turn_within_a_long_request() -> None:
    pauses: list[None] = []
    body = request([Span(name="chat", trace_id=b"t" * 16).SerializeToString()] * 1_000)
    core("shared").redact(Signal.TRACES, body, pause=lambda: pauses.append(None))
    assert len(pauses) >= 8
    pauses.clear()
    span = Span(name="chat", trace_id=b"t" * 16, span_id=b"s" * 8)
    raw_spans = []
    for number in range(20):
        del span.attributes[:]
        text = f"write to Jane about case {number} " * 200
        span.attributes.add(key="gen_ai.input.messages").value.string_value = text
        raw_spans.append(span.SerializeToString())
    core("diagnostic").redact(Signal.TRACES, request(raw_spans), pause=lambda: pauses.append(None))
    assert len(pauses) >= 20


def test_nothing_that_was_replaced_is_remembered() -> None:
    redactor = core("shared")
    span = Span(name="chat", trace_id=b"t" * 16, span_id=b"s" * 8)
    span.attributes.add(key="enduser.id").value.string_value = "canary-7731"
    span.attributes.add(key="gen_ai.input.messages").value.string_value = "canary-7731"
    redactor.redact(Signal.TRACES, request([span.SerializeToString()]))
    attributes = redactor._flat._spans._attributes
    resources = redactor._flat._headers["resource"]
    memory = repr((attributes.kept, attributes._replaced, resources.kept, resources.replaced))
    assert "canary" not in memory
    assert "node-17" not in memory
    names = [*attributes._replaced, *resources.replaced]
    assert len(attributes._replaced) == 2
    assert len(resources.replaced) == 1
    assert {len(name) for name in names} == {16}


def test_what_was_replaced_is_remembered_under_a_key_of_its_own() -> None:
    attribute = KeyValue(key="enduser.id")
    attribute.value.string_value = "canary-7731"
    data = attribute.SerializeToString()
    names = []
    for _ in range(2):
        attributes = FlatAttributes(Redactor(key=b"k" * 32), TagPolicy("spanveil.tenant"))
        assert alone(attributes, data) != data
        (name,) = attributes._replaced
        names.append(name)
    assert names[0] != names[1]
    assert blake2b(data, digest_size=16).digest() not in names


def test_bytes_that_are_a_resource_are_not_taken_for_a_scope() -> None:
    message = ExportTraceServiceRequest()
    of_resource = message.resource_spans.add()
    of_resource.resource.attributes.add(key="service.name").value.string_value = "shop"
    of_resource.scope_spans.add(spans=[Span(name="chat", trace_id=b"t" * 16, span_id=b"s" * 8)])
    first = message.SerializeToString()
    header = of_resource.resource.SerializeToString()
    of_resource.scope_spans[0].scope.ParseFromString(header)
    second = message.SerializeToString()
    short, long = core("shared"), only_long(core("shared"))
    for body in (first, second, second):
        found = short.redact(Signal.TRACES, body)
        expected = long.redact(Signal.TRACES, body)
        assert parsed(found) == parsed(expected)
        assert found.report.fields == expected.report.fields


class Failing:
    """A recognizer that fails on one word."""

    supported_entities = ("OTHER",)

    def analyze(self, text: str, entities: list[str], nlp_artifacts: Any) -> list[Any]:
        """Fail."""
        if "trouble" in text:
            raise ValueError
        return []


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("://" * 4_000, "max_anchors"),
        ("[" * 12 + "1" + "]" * 12, "max_depth"),
        ("there is trouble", "ValueError"),
    ],
)
def test_a_field_that_failed_is_counted_as_an_error_and_not_as_a_field(
    text: str, cause: str
) -> None:
    span = Span(name="chat", trace_id=b"t" * 16, span_id=b"s" * 8)
    span.attributes.add(key="gen_ai.request.model").value.string_value = "gpt-4o"
    span.attributes.add(key="gen_ai.input.messages").value.string_value = text
    span.attributes.add(key="enduser.id").value.string_value = "canary-7731"
    body = request([span.SerializeToString()])
    config = Config.model_validate({"redaction": {"limits": {"max_depth": 8}}})

    def failing() -> Core:
        redactor = Redactor(config, profile="diagnostic", key=b"k" * 32, recognizers=[Failing()])
        return Core(redactor, TagPolicy("spanveil.tenant"))

    expected = only_long(failing()).redact(Signal.TRACES, body)
    short = failing()
    assert expected.report.errors == {cause: 1}
    assert (ContentClass.PROMPT, Treatment.DETECT) not in expected.report.fields
    for _ in range(2):
        found = short.redact(Signal.TRACES, body)
        assert parsed(found) == parsed(expected)
        assert found.report.errors == expected.report.errors
        assert found.report.fields == expected.report.fields
