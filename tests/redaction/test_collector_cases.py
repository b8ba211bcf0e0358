"""What the OpenTelemetry Collector's redaction processor does, held against what is done here.

Each case states a fact of opentelemetry-collector-contrib's ``redactionprocessor`` (attributes by
allowed keys and blocked values, its URL and database sanitizers, what it does not scan) with values
of our own, and what must come of the same item here. Where the two differ, ours is the stricter.
"""

import json
import re
from typing import Any, NamedTuple

import pytest

from spanveil.cli._otlp_json import redact_otlp
from spanveil.redaction import Redactor, Report

CARD = "4111111111111111"


class Case(NamedTuple):
    """One item.

    Attributes:
        theirs: What the Collector does with it.
        item: Fields of a span, a log record, a scope, a metric, or attributes of all of them.
        gone: What must not survive, in ``shared`` and in ``strict``.
        kept: Attributes, and names, that must survive in ``shared`` as they are here.
        diagnostic: What must be gone in ``diagnostic`` too.
    """

    theirs: str
    item: dict[str, Any]
    gone: tuple[str, ...] = ()
    kept: dict[str, Any] = {}  # noqa: RUF012 - never changed
    diagnostic: tuple[str, ...] = (CARD,)


CASES = {
    # attributes, in every place where an item has some
    "unknown-keys": Case(
        "drops a key that is not allowed; here it stays and its value goes",
        {"attributes": {"group": "temporary", "id": 5, "credit_card": f"paid {CARD}"}},
        gone=(CARD, "paid"),
        kept={"id": 5},
    ),
    "a-blocked-value-in-prose": Case(
        "replaces the match and keeps the prose around it",
        {"attributes": {"name": f"placeholder {CARD}"}},
        gone=(CARD, "placeholder"),
    ),
    "an-integer-of-a-blocked-form": Case(
        "keeps it unless redact_all_types is set",
        {"attributes": {"credit_card_int": int(CARD), "total": int(CARD)}},
        gone=(CARD,),
    ),
    "an-integer-under-a-blocked-key": Case(
        "masks it", {"attributes": {"pin": 1234}}, gone=("1234",), diagnostic=("1234",)
    ),
    "a-list": Case(
        "does not scan it unless redact_all_types is set, and then makes a text of it",
        {"attributes": {"cards": [CARD, "ok"]}},
        gone=(CARD,),
    ),
    "an-allowed-value-under-a-blocked-key": Case(
        "lets the allowed value win, so that a credential can pass",
        {"attributes": {"token": "me@company.example"}},
        gone=("me@",),
        diagnostic=("me@",),
    ),
    "a-key-that-carries-the-value": Case(
        "never looks at keys",
        {"attributes": {f"user.{CARD}": "x"}},
        gone=(CARD,),
    ),
    "two-forms-in-one-value": Case(
        "depends on the order of its patterns",
        {"attributes": {"note": "777-7777@company.example"}},
        gone=("777", "company"),
        diagnostic=("@company",),
    ),
    # fields besides attributes
    "an-event-name": Case(
        "does not scan it", {"events": [{"name": f"paid {CARD}"}]}, gone=(CARD,), diagnostic=()
    ),
    "a-link-s-attributes": Case(
        "does not scan them", {"links": [{"attributes": {"card": CARD}}]}, gone=(CARD,)
    ),
    "an-exemplar-s-attributes": Case(
        "does not scan them", {"exemplar": {"card": CARD}}, gone=(CARD,)
    ),
    "a-scope-s-name": Case(
        "does not scan it", {"scope": f"lib-{CARD}"}, gone=(CARD,), diagnostic=()
    ),
    "a-blocked-value-in-a-span-s-name": Case(
        "keeps it", {"name": f"/users/{CARD}/profile"}, gone=(CARD,), diagnostic=()
    ),
    "a-log-body-at-any-depth": Case(
        "walks maps and lists, and leaves an ignored key as it is",
        {"body": {"id": "u7", "nested": {"card": CARD, "safe": CARD}, "slice": [CARD, "u7"]}},
        gone=(CARD,),
    ),
    "json-in-a-body": Case(
        "does not look into JSON in a text",
        {"body": json.dumps({"a": json.dumps({"card": CARD, "mail": "me@company.example"})})},
        gone=(CARD, "me@"),
        diagnostic=(CARD, "me@"),
    ),
    # URLs
    "ids-in-a-path": Case(
        "writes * for segments that look like ids",
        {"attributes": {"http.url": "/api/users/12345/messages/678"}},
        gone=("12345", "678"),
        kept={"http.url": "/api/users/*/messages/*"},
        diagnostic=("12345",),
    ),
    "a-url-under-a-key-that-is-not-listed": Case(
        "leaves it", {"attributes": {"other_url": "/users/3981"}}, gone=("3981",), diagnostic=()
    ),
    "http-target-without-a-configuration": Case(
        "leaves it",
        {"attributes": {"http.target": "/api/users/456"}},
        gone=("456",),
        kept={"http.target": "/api/users/*"},
        diagnostic=("456",),
    ),
    "an-empty-url": Case("keeps it", {"attributes": {"http.url": ""}}, kept={"http.url": ""}),
    # statements
    "sql": Case(
        "writes ? for literals",
        {
            "attributes": {
                "db.system": "mysql",
                "db.statement": "SELECT id, email FROM users WHERE id = 42 AND email = 'a@b.c'",
            }
        },
        gone=("42", "a@b"),
        kept={"db.statement": "SELECT id , email FROM users WHERE id = ? AND email = ?"},
        diagnostic=("42", "a@b"),
    ),
    "sql-of-an-unnamed-system": Case(
        "leaves a span's statement without db.system",
        {"attributes": {"db.statement": "UPDATE accounts SET balance = 10 WHERE id = 7"}},
        gone=("10", "7"),
        kept={"db.statement": "UPDATE accounts SET balance = ? WHERE id = ?"},
        diagnostic=("10",),
    ),
    "redis": Case(
        "keeps the key and masks the value",
        {"attributes": {"db.system": "redis", "db.statement": "SET user:12345 my-secret"}},
        gone=("12345", "my-secret"),
        kept={"db.statement": "SET ? ?"},
        diagnostic=("12345", "my-secret"),
    ),
    "a-store-that-it-does-not-know": Case(
        "leaves the statement",
        {"attributes": {"db.system": "cassandra", "db.statement": "SET user:123 john"}},
        gone=("123", "john"),
        kept={"db.statement": "SET ? ?"},
        diagnostic=("john",),
    ),
    "sql-in-a-log-body": Case(
        "writes ? for literals",
        {"body": "SELECT password FROM users WHERE id = 42"},
        gone=("42", "password"),
        diagnostic=(),
    ),
    # names of spans
    "ids-in-a-span-s-name": Case(
        "writes * for an id; here a path that no attribute vouches for goes",
        {"name": "GET /orders/123?sql=SELECT+1"},
        gone=("123", "sql"),
        diagnostic=("123",),
    ),
    "a-name-of-ids-alone": Case("keeps it", {"name": "/123/456"}, gone=("123", "456")),
    "sql-in-a-span-s-name": Case(
        "writes ? for literals, for clients of known stores alone",
        {"name": "SELECT * FROM users WHERE id = 42", "attributes": {"db.system": "mysql"}},
        gone=("42", "users"),
        diagnostic=("42",),
    ),
    "a-document-s-query-in-a-span-s-name": Case(
        "writes ? for values",
        {"name": '{"find":"users","filter":{"name":"john"}}'},
        gone=("john",),
        diagnostic=("john",),
    ),
    "memcached-in-a-span-s-name": Case(
        "keeps the command's line",
        {"name": "set mykey 0 3600 11\r\nsecret-data\r\n"},
        gone=("mykey", "secret-data"),
        diagnostic=("secret-data",),
    ),
    "a-name-that-code-chose": Case(
        "keeps it", {"name": "queue process"}, kept={}, gone=(), diagnostic=()
    ),
}


def request(item: dict[str, Any]) -> dict[str, Any]:
    """Return an OTLP JSON request with an item of each signal."""

    def pairs(given: dict[str, Any]) -> list[dict[str, Any]]:
        return [{"key": key, "value": any_value(value)} for key, value in given.items()]

    attributes = {"attributes": pairs(item.get("attributes", {}))}
    scope = {"name": item.get("scope", "lib"), **attributes}
    span = {
        "name": item.get("name", "op"),
        "events": item.get("events", []),
        "links": [{"attributes": pairs(link["attributes"])} for link in item.get("links", [])],
        **attributes,
    }
    log = {"body": any_value(item.get("body", "")), **attributes}
    point = {"exemplars": [{"filteredAttributes": pairs(item.get("exemplar", {}))}], **attributes}
    metric = {"name": "m", "sum": {"dataPoints": [point]}}
    resource = {"resource": attributes}
    return {
        "resourceSpans": [{**resource, "scopeSpans": [{"scope": scope, "spans": [span]}]}],
        "resourceLogs": [{**resource, "scopeLogs": [{"scope": scope, "logRecords": [log]}]}],
        "resourceMetrics": [{**resource, "scopeMetrics": [{"scope": scope, "metrics": [metric]}]}],
    }


def any_value(value: Any) -> dict[str, Any]:
    match value:
        case str():
            return {"stringValue": value}
        case int():
            return {"intValue": str(value)}
        case list():
            return {"arrayValue": {"values": [any_value(item) for item in value]}}
    pairs = [{"key": key, "value": any_value(item)} for key, item in value.items()]
    return {"kvlistValue": {"values": pairs}}


def redacted(item: dict[str, Any], profile: str) -> str:
    redactor = Redactor(profile=profile, key=b"k" * 32)
    shown = redact_otlp(request(item), redactor, Report())
    return json.dumps(shown, ensure_ascii=False)


@pytest.mark.parametrize("profile", ["shared", "strict"])
@pytest.mark.parametrize("name", CASES)
def test_what_must_go(name: str, profile: str) -> None:
    shown = redacted(CASES[name].item, profile)
    # A marker's length is no part of a value.
    assert [text for text in CASES[name].gone if text in _without_markers(shown)] == []


@pytest.mark.parametrize("name", CASES)
def test_what_must_go_from_diagnostic(name: str) -> None:
    case = CASES[name]
    expected = [text for text in case.diagnostic if text in json.dumps(case.item)]
    shown = _without_markers(redacted(case.item, "diagnostic"))
    assert [text for text in expected if text in shown] == []


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case.kept])
def test_what_stays(name: str) -> None:
    case = CASES[name]
    shown, _ = Redactor().attributes(case.item["attributes"])
    assert {key: shown[key] for key in case.kept} == case.kept


def _without_markers(text: str) -> str:
    return re.sub(r"\[redacted[^\]]*\]|ps1_[a-z2-7]{26}", "", text)
