"""No form of value, in no class and no profile, carries content past the engine."""

import base64
import json
from collections.abc import Callable
from typing import Any

import pytest

from spanveil.config import Catalogue, ContentClass
from spanveil.redaction import Redactor

SHARED_PROFILES = ("shared", "strict")  # the diagnostic one keeps prose by design
CANARY = "CANARY of Alice, alice@leak.example"

# Each holds the canary in another form that OpenTelemetry or JSON can carry.
FORMS: dict[str, Any] = {
    "text": CANARY,
    "list": [CANARY, "ok"],
    "tuple": (CANARY,),
    "nested list": [[["ok", [CANARY]]]],
    "map": {"a": {"b": [CANARY]}},
    "map key": {CANARY: 1},
    "non-string map key": {(CANARY,): 1},
    "bytes": CANARY.encode(),
    "bytearray": bytearray(CANARY.encode()),
    "memoryview": memoryview(CANARY.encode()),
    "bytes in a list": [CANARY.encode(), bytearray(CANARY.encode())],
    "bytes in a map": {"a": bytearray(CANARY.encode())},
    "json": json.dumps({"a": [CANARY]}),
    "json key": json.dumps({CANARY: 1}),
    "json in json": json.dumps({"a": json.dumps({"b": json.dumps([CANARY])})}),
    "json list of json": json.dumps([json.dumps({"a": CANARY})]),
    "escaped json": json.dumps({"a": "".join(f"\\u{ord(c):04x}" for c in CANARY)}),
    "truncated json": json.dumps({"messages": [{"role": "user", "content": CANARY}]})[:-6],
    "json lines": json.dumps({"a": CANARY}) + "\n" + json.dumps({"b": CANARY}),
    "leading space": " " * 100 + json.dumps({"a": CANARY}),
    "base64": base64.b64encode(CANARY.encode()).decode(),
    "data uri": "data:text/plain;base64," + base64.b64encode(CANARY.encode()).decode(),
    "url": f"https://leak.example/users/{CANARY}?q={CANARY}#{CANARY}",
    "marker look-alike": f"[redacted:{CANARY}:3]",
    "marker with a word": "[redacted:canary_of_alice:3]",
    "message": [{"role": CANARY, "type": CANARY, "name": CANARY, "id": CANARY, "content": CANARY}],
    "message parts": [
        {"role": "user", "parts": [{"type": "text", "content": CANARY}, {"type": "x", "y": CANARY}]}
    ],
    "tool call": [{"type": "tool_call", "id": CANARY, "name": CANARY, "arguments": {"q": CANARY}}],
}

NOT_CONTENT = {ContentClass.SAFE, ContentClass.UNKNOWN}


def leaks(value: object) -> bool:
    """Say whether the canary, or a piece of it in some encoding, is in a redacted value."""
    if isinstance(value, bytes | bytearray | memoryview):
        return True
    text = json.dumps(value, ensure_ascii=False)
    pieces = ("CANARY", "Alice", "alice", "leak.example", "canary_of")
    encoded = [base64.b64encode(CANARY.encode()).decode()[:12], ", ".join(map(str, b"CANARY"))]
    return any(piece in text for piece in (*pieces, *encoded, "\\u0043"))


@pytest.mark.parametrize("profile", SHARED_PROFILES)
@pytest.mark.parametrize("content_class", sorted(set(ContentClass) - NOT_CONTENT))
@pytest.mark.parametrize("form", FORMS)
def test_classified_value(profile: str, content_class: ContentClass, form: str) -> None:
    redacted, report = Redactor(profile=profile).value(FORMS[form], content_class)
    assert not leaks(redacted)
    assert report.fields.total() + report.errors.total() == 1


@pytest.mark.parametrize("profile", SHARED_PROFILES)
@pytest.mark.parametrize("key", ["nobody.classified.this", "gen_ai.request.model"])
@pytest.mark.parametrize("form", FORMS)
def test_unknown_and_safe_keys(profile: str, key: str, form: str) -> None:
    redacted, _ = Redactor(profile=profile).attributes({key: FORMS[form]})
    if form == "base64" and key != "nobody.classified.this":
        pytest.skip("one opaque word under a safe key is what such a key is for")
    assert not leaks(redacted)


@pytest.mark.parametrize(
    "key", [CANARY, f"user.{CANARY}", "acct.4111111111111111", "a\x00b", "ключ"]
)
def test_attribute_keys(key: str) -> None:
    redacted, _ = Redactor().attributes({key: 1})
    (shown,) = redacted
    assert shown.startswith("[redacted:key:")


def test_every_content_row_of_the_catalogue_hides_prose() -> None:
    redactor = Redactor()
    catalogue = Catalogue.shipped()
    keys = [row.pattern.replace("**", "x").replace("*", "x") for row in catalogue]
    assert len(keys) > 4000
    redacted, report = redactor.attributes(dict.fromkeys(keys, CANARY))
    assert set(redacted) == set(keys)
    assert [key for key, value in redacted.items() if leaks(value)] == []
    assert not report.errors


def test_a_metric_attribute_does_not_vary_with_length() -> None:
    redactor = Redactor()
    short, _ = redactor.attributes({"note": "a b", "notes": ["a b"]}, signal="metric")
    long, _ = redactor.attributes({"note": "a b c d", "notes": ["a b c d"]}, signal="metric")
    assert short == long


@pytest.mark.parametrize(
    "form",
    [lambda text: {"city": text}, lambda text: f'{{"city":"{text}"}}'],
    ids=["map", "json"],
)
def test_nor_does_one_that_holds_a_structure(form: Callable[[str], object]) -> None:
    redactor = Redactor()
    short, _ = redactor.attributes({"note": form("a b")}, signal="metric")
    long, _ = redactor.attributes({"note": form("a b c d")}, signal="metric")
    assert short == long
    assert "message_payload]" in str(short)


def test_reports_and_representations_hold_no_value() -> None:
    redactor = Redactor(key=b"k" * 32)
    _, report = redactor.attributes({CANARY: CANARY, "gen_ai.prompt": CANARY})
    assert not leaks([repr(report), repr(redactor), str(dict(report.errors))])
