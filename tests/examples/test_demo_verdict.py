"""What the demo says of a run, for runs that go wrong in each way."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.trace import Status, StatusCode

from examples.demo._canaries import Canaries, Canary, Place
from examples.demo._html import render
from examples.demo._outcome import Outcome, compare
from examples.demo._recording import RecordingTracerProvider
from examples.demo._sink import Export
from examples.demo._spans import recorded_request
from examples.demo._summary import summarize
from examples.demo._verdict import ExitCode, judge

_TAG = "spanveil.tenant"
_ACME, _GLOBEX = Canaries("Acme"), Canaries("Globex")
_ALL = [*_ACME, *_GLOBEX]
# One span that has every fact which the verdict asks for.
_FACTS: Mapping[str, Any] = {
    "gen_ai.operation.name": "chat",
    "gen_ai.request.model": "gpt-5-mini",
    "gen_ai.usage.input_tokens": 12,
    "gen_ai.response.finish_reasons": ["stop"],
    "gen_ai.tool.name": "look_up",
    "llm.input_messages.0.message.role": "user",
    "error.type": "LedgerError",
}


def _spans(change: Callable[[Canaries, dict[str, Any]], str | None]) -> list[ReadableSpan]:
    """Make the same two traces each time, but for what `change` does to the attributes."""
    recording = RecordingTracerProvider(TracerProvider(shutdown_on_exit=False))
    tracer = recording.get_tracer("test")
    for canaries in (_ACME, _GLOBEX):
        attributes = dict(_FACTS)
        name = change(canaries, attributes)
        with tracer.start_as_current_span(name or "chat", attributes=attributes) as span:
            span.set_status(Status(StatusCode.ERROR))
    return recording.recorded()


def _raw(canaries: Canaries, attributes: dict[str, Any]) -> None:
    attributes["input.value"] = json.dumps([canary.value for canary in canaries])


def _clean(canaries: Canaries, attributes: dict[str, Any]) -> None:
    attributes["input.value"] = "[redacted:prompt:812]"
    attributes[_TAG] = "tag-of-acme" if canaries is _ACME else "tag-of-globex"


def _with_ids_of(spans: list[ReadableSpan], ids: list[ReadableSpan]) -> list[ReadableSpan]:
    """Return the spans as if they were the redacted copies of the others."""
    return [
        ReadableSpan(
            name=span.name,
            context=original.context,
            attributes=span.attributes,
            status=span.status,
            resource=span.resource,
            instrumentation_scope=span.instrumentation_scope,
            start_time=original.start_time,
            end_time=original.end_time,
        )
        for span, original in zip(spans, ids, strict=True)
    ]


def _outcome(
    change: Callable[[Canaries, dict[str, Any]], str | None] = _clean,
    *,
    before: Callable[[Canaries, dict[str, Any]], str | None] = _raw,
    unprotected: bool = False,
    headers: str = "",
) -> Outcome:
    recorded = _spans(before)
    received = recorded_request(_with_ids_of(_spans(change), recorded))
    return compare(
        recorded_request(recorded),
        [Export("traces", headers, received)],
        _ALL,
        tag_attribute=_TAG,
        unprotected=unprotected,
    )


def _leaks(outcome: Outcome) -> dict[str, list[str]]:
    leaks: dict[str, list[str]] = summarize(outcome, judge(outcome))["canaries"]["leaks"]
    return leaks


def test_a_clean_run_is_proven() -> None:
    assert judge(_outcome()).code is ExitCode.PROVEN


def test_one_leaked_canary_is_disproof_and_is_named_by_place() -> None:
    def leak(canaries: Canaries, attributes: dict[str, Any]) -> None:
        _clean(canaries, attributes)
        if canaries is _GLOBEX:
            attributes["app.blob"] = canaries[Place.CARD_NUMBER].encode().hex()

    outcome = _outcome(leak)

    assert judge(outcome).code is ExitCode.DISPROVEN
    assert _leaks(outcome) == {
        "Globex: card number in the prompt": ["traces request bytes", "test / app.blob"]
    }


def test_a_canary_in_a_key_leaks_and_the_report_does_not_repeat_it() -> None:
    def leak(canaries: Canaries, attributes: dict[str, Any]) -> None:
        _clean(canaries, attributes)
        attributes[f"answers.{_ACME[Place.USER_ID]}"] = 1

    outcome = _outcome(leak)

    assert _leaks(outcome)["Acme: user id"] == ["traces request bytes", "test / a key"]
    assert _ACME[Place.USER_ID] not in json.dumps(summarize(outcome, judge(outcome)))


def test_a_canary_in_the_export_headers_leaks() -> None:
    outcome = _outcome(headers=f"x-tenant: {_ACME[Place.TENANT_ID]!r}")

    assert judge(outcome).code is ExitCode.DISPROVEN
    assert _leaks(outcome) == {"Acme: tenant id": ["traces request headers"]}


def test_a_canary_that_was_never_recorded_proves_nothing() -> None:
    def silent(canaries: Canaries, attributes: dict[str, Any]) -> None:
        shown: list[Canary] = [c for c in canaries if c.place is not Place.TOOL_RESULT]
        attributes["input.value"] = " ".join(canary.value for canary in shown)

    verdict = judge(_outcome(before=silent))

    assert verdict.code is ExitCode.BROKEN
    assert "Acme: tool result, Globex: tool result" in verdict.sentence


def test_a_lost_fact_is_disproof_though_nothing_leaked() -> None:
    def lose(canaries: Canaries, attributes: dict[str, Any]) -> None:
        _clean(canaries, attributes)
        attributes["gen_ai.request.model"] = "[redacted:unknown:10]"

    verdict = judge(_outcome(lose))

    assert verdict.code is ExitCode.DISPROVEN
    assert verdict.sentence.endswith("operators lost: model.")


def test_a_shared_tag_is_disproof() -> None:
    def share(canaries: Canaries, attributes: dict[str, Any]) -> None:
        _clean(canaries, attributes)
        attributes[_TAG] = "one-for-all"

    assert judge(_outcome(share)).code is ExitCode.DISPROVEN


def test_unprotected_must_leak_or_the_search_is_blind() -> None:
    assert judge(_outcome(_raw, unprotected=True)).code is ExitCode.PROVEN
    assert judge(_outcome(_clean, unprotected=True)).code is ExitCode.DISPROVEN


def test_the_page_escapes_what_came_out_of_spans() -> None:
    def hostile(canaries: Canaries, attributes: dict[str, Any]) -> str:
        _clean(canaries, attributes)
        attributes['<img src="x">'] = "<script>alert(1)</script>"
        return "<b>bold</b>"

    outcome = _outcome(hostile)
    page = render(outcome, judge(outcome))

    assert "<script" not in page
    assert "<img" not in page
    assert "<b>bold" not in page
    assert "&lt;script&gt;alert(1)" in page
