"""Names, resources, stack traces and statements."""

import pytest

from spanveil.context import KeyRing
from spanveil.redaction import Redactor
from tests.redteam.service import Service

REDACTOR = Redactor(key=b"k" * 32)


@pytest.mark.parametrize("name", ["Alice", "acme-corp", "task:alice_smith", "execute_tool alice"])
def test_a_span_without_a_tenant_does_not_name_anybody(name: str, strict: Service) -> None:
    strict.provider.get_tracer("svc").start_span(name).end()
    (span,) = strict.wire.received[0].scope_spans[0].spans
    assert span.name != name


@pytest.mark.parametrize("name", ["Alice", "acme-corp", "alice.smith"])
def test_events_and_scopes_do_not_name_anybody(name: str, strict: Service) -> None:
    span = strict.provider.get_tracer(name, name).start_span("op")
    span.add_event(name)
    span.end()
    assert name not in str(strict.wire.received)


def test_a_tenant_in_the_service_name_does_not_pass_strict(ring: KeyRing) -> None:
    names = {"service.name": "Acme Corp agent", "service.namespace": "acme-corp"}
    service = Service(ring, None, "strict", names)
    service.send("gen_ai.request.model", "gpt-4o")
    assert "cme" not in str(service.wire.received)


@pytest.mark.parametrize(
    "message",
    [
        "the visit\nat AliceSmith (Hauptstrasse 7)\nat Berlin (555-1234)",
        'said:\nTraceback (most recent call last):\n  File "alice/smith/hiv", line 41, in berlin',
        "Traceback (most recent call last):\nAliceSmithDenied: x",
        "AliceSmith.HivResult.NotFound: x",
    ],
)
@pytest.mark.parametrize("key", ["exception.message", "error.message"])
def test_a_message_is_no_stack_trace(key: str, message: str, shared: Service) -> None:
    sent = shared.send(key, message).lower()
    assert "alice" not in sent
    assert "1234" not in sent


@pytest.mark.parametrize(
    "statement",
    [
        "Update Alice and Bob: Alice from Berlin is not in the group",
        "SELECT * FROM tenant_acme.patients WHERE mail = alice@example.com",
        "SELECT * FROM patients WHERE name = ~ alice ~",
    ],
)
def test_a_statement_does_not_name_anybody(statement: str, shared: Service) -> None:
    sent = shared.send("db.query.text", statement).lower()
    assert "alice" not in sent
    assert "acme" not in sent


def test_a_scheme_is_not_free_text() -> None:
    assert (
        "alice"
        not in REDACTOR.attributes({"url.full": "alicesmith://host.example/x"})[0]["url.full"]
    )
