"""One question, three real engines, and every fault a denial."""

import json
import logging
import socket
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import opa_eval
import pytest
from opentelemetry import baggage
from opentelemetry import context as otel_context

from spanveil.context import (
    ContextResolver,
    Decision,
    DecisionDenied,
    MissingTenantContext,
    PolicyEngine,
    PolicyInput,
    RequestContext,
    Resource,
    authorize,
    decide,
)
from spanveil.context.engines import CedarEngine, OpaEngine, RuleEngine

CEDAR = """
permit(principal, action == Action::"document.read", resource)
when { resource.tenant == principal.tenant && (resource.public || principal.role == "admin") };
forbid(principal, action, resource) when { context.hour >= 22 };
"""

REGO = """
package agents

import rego.v1

default allow := false

allow if {
    input.action == "document.read"
    input.resource.tenant_id == input.tenant_id
    permitted
    input.environment.hour < 22
}

permitted if input.resource.attributes.public
permitted if input.subject.role == "admin"
"""

RULES: dict[str, Callable[[PolicyInput], bool]] = {
    "document.read": lambda question: (
        (question.resource.attributes["public"] is True or question.subject.role == "admin")
        and int(str(question.environment["hour"])) < 22
    )
}


@pytest.fixture(scope="module")
def opa(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """OPA's data API on loopback, over a real Rego evaluator (regorus)."""
    policy: Path = tmp_path_factory.mktemp("opa") / "policy.rego"
    policy.write_text(REGO)
    evaluator = opa_eval.OpaEval(str(policy), query="data.agents.allow")

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            answers: dict[str, bytes] = {
                "/v1/data/agents/undefined": b"{}",
                "/v1/data/agents/truthy": b'{"result": "true"}',
                "/v1/data/agents/array": b"[true]",
                "/v1/data/agents/broken": b"<html>",
                "/v1/data/agents/huge": b'{"result": true, "pad": "' + b"x" * 70_000 + b'"}',
            }
            result = evaluator.evaluate_parsed(json.dumps(body["input"]))
            document = {"result": result}
            if self.path == "/v1/data/agents":
                document = {"result": {"allow": result}}
            content = answers.get(self.path, json.dumps(document).encode())
            self.send_response(500 if self.path.endswith("/error") else 200)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/v1/data/agents"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(params=["rules", "cedar", "opa", "opa package"])
def engine(request: pytest.FixtureRequest, opa: str) -> PolicyEngine:
    engines: dict[str, Callable[[], PolicyEngine]] = {
        "rules": lambda: RuleEngine(RULES),
        "cedar": lambda: CedarEngine(CEDAR),
        "opa": lambda: OpaEngine(f"{opa}/allow"),
        "opa package": lambda: OpaEngine(opa),
    }
    return engines[request.param]()


def _question(context: RequestContext, **changed: Any) -> PolicyInput:
    resource = Resource(
        "Document",
        "doc-1",
        changed.get("tenant_id", "acme"),
        {"public": changed.get("public", False), "labels": ("a", "b")},
    )
    action = changed.get("action", "document.read")
    return PolicyInput.of(context, action, resource, {"hour": changed.get("hour", 12)})


@pytest.mark.parametrize(
    ("who", "changed", "expected"),
    [
        ("alice", {}, True),
        ("carol", {}, False),
        ("carol", {"public": True}, True),
        ("alice", {"hour": 23}, False),
        ("alice", {"action": "document.delete"}, False),
        ("alice", {"tenant_id": "globex"}, False),
        ("carol", {"tenant_id": "globex", "public": True}, False),
    ],
)
def test_the_engines_agree(
    engine: PolicyEngine,
    resolver: ContextResolver,
    token: Callable[..., str],
    who: str,
    changed: dict[str, Any],
    expected: bool,
) -> None:
    question = _question(resolver.resolve(token(who), "acme"), **changed)
    assert bool(decide(engine, question)) is expected
    if expected:
        authorize(engine, question)
    else:
        with pytest.raises(DecisionDenied) as denied:
            authorize(engine, question)
        assert isinstance(denied.value, PermissionError)
        assert who not in str(denied.value)


def test_ids_that_mean_something_to_a_policy_language(
    engine: PolicyEngine, acme: RequestContext
) -> None:
    for hostile in ('x"', 'x"::\\', "x\n", "\x00", "*", "${x}", "x' || true", "租户"):
        resource = Resource("Document", hostile, "acme", {"public": False})
        question = PolicyInput.of(acme, "document.read", resource, {"hour": 12})
        assert decide(engine, question).allowed is True


def test_every_tenant_rule_comes_before_every_policy(acme: RequestContext) -> None:
    generous = RuleEngine({"document.read": lambda question: True})
    decision = decide(generous, _question(acme, tenant_id="globex"))
    assert decision == Decision(False, "resource of another tenant")


def test_a_missing_fact_denies_in_every_engine(engine: PolicyEngine, acme: RequestContext) -> None:
    """In Cedar the failing policy is a `forbid`, which Cedar itself would skip."""
    resource = Resource("Document", "doc-1", "acme", {"public": True})
    assert not decide(engine, PolicyInput.of(acme, "document.read", resource))


def test_an_engine_is_asked_in_an_empty_context(acme: RequestContext) -> None:
    seen: list[dict[str, object]] = []

    def rule(question: PolicyInput) -> bool:
        seen.append(dict(baggage.get_all()))
        return True

    attached = otel_context.attach(baggage.set_baggage("role", "admin"))
    try:
        assert decide(RuleEngine({"document.read": rule}), _question(acme))
    finally:
        otel_context.detach(attached)
    assert seen == [{}]


@pytest.mark.parametrize("answer", [True, 1, "yes", None, {"allowed": True}])
def test_only_a_decision_is_a_decision(answer: object, acme: RequestContext) -> None:
    class Sloppy:
        def decide(self, question: PolicyInput, /) -> Decision:
            return answer  # type: ignore[return-value]

    assert decide(Sloppy(), _question(acme)) == Decision(False, "no Decision was returned")
    with pytest.raises(TypeError, match="must be a bool"):
        Decision("no")  # type: ignore[arg-type]


@pytest.mark.parametrize("answer", [1, "yes", [True]])
def test_only_true_allows_in_a_rule(answer: Any, acme: RequestContext) -> None:
    assert not decide(RuleEngine({"document.read": lambda question: answer}), _question(acme))


def test_a_failing_engine_denies_and_its_words_are_not_logged(
    acme: RequestContext, caplog: pytest.LogCaptureFixture
) -> None:
    def rule(question: PolicyInput) -> bool:
        raise RuntimeError(f"cannot decide for {question.subject.user_id}")

    with caplog.at_level(logging.DEBUG):
        decision = decide(RuleEngine({"document.read": rule}), _question(acme))
    assert decision == Decision(False, "the policy engine failed")
    assert "RuntimeError" in caplog.text
    assert "alice" not in caplog.text


@pytest.mark.parametrize("path", ["undefined", "truthy", "array", "broken", "huge", "error"])
def test_anything_but_a_clear_yes_of_the_agent_denies(
    path: str, opa: str, acme: RequestContext
) -> None:
    assert not decide(OpaEngine(f"{opa}/{path}"), _question(acme))


def test_an_agent_that_is_gone_or_silent_denies(acme: RequestContext) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        engine = OpaEngine(f"http://127.0.0.1:{port}/v1/data/agents/allow", timeout=0.2)
        assert not decide(engine, _question(acme))
    assert not decide(engine, _question(acme))


@pytest.mark.parametrize("url", ["", "ftp://x/y", "file:///etc/passwd", "http:///x", "x"])
def test_unusable_agent_addresses(url: str) -> None:
    with pytest.raises(ValueError, match="http or https"):
        OpaEngine(url)


def test_cedar_policies_are_parsed_at_the_start() -> None:
    with pytest.raises(ValueError):  # noqa: PT011  (the wording is Cedar's own)
        CedarEngine("permit(")


def test_a_question_is_made_from_a_context_and_facts_only(
    acme: RequestContext, resolver: ContextResolver, token: Callable[..., str]
) -> None:
    resource = Resource("Document", "doc-1", "acme")
    with pytest.raises(TypeError, match="no constructor"):
        PolicyInput()
    with pytest.raises(TypeError, match="takes a RequestContext"):
        PolicyInput.of({"tenant_id": "acme"}, "document.read", resource)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="takes a Resource"):
        PolicyInput.of(acme, "document.read", {"id": "doc-1"})  # type: ignore[arg-type]
    with pytest.raises(MissingTenantContext):
        PolicyInput.of(resolver.resolve(token("mallory")), "document.read", resource)
    with pytest.raises(TypeError, match="takes a PolicyInput"):
        decide(RuleEngine({}), {"action": "document.read"})  # type: ignore[arg-type]
    question = PolicyInput.of(acme, "document.read", resource)
    with pytest.raises(AttributeError):
        question.tenant_id = "globex"
    with pytest.raises(AttributeError):
        del question.tenant_id


@pytest.mark.parametrize("action", ["", "x" * 129, "read document", "Zürich", None, 7])
def test_an_action_is_a_name(acme: RequestContext, action: object) -> None:
    with pytest.raises(ValueError, match="action must be"):
        PolicyInput.of(acme, action, Resource("Document", "1", "acme"))  # type: ignore[arg-type]


@pytest.mark.parametrize("value", [1.5, None, ["a"], {"a": 1}, b"x", ("a", 1), object()])
def test_facts_have_types_that_every_engine_has(acme: RequestContext, value: object) -> None:
    with pytest.raises(TypeError, match="must be a bool, int, str or tuple"):
        Resource("Document", "1", "acme", {"fact": value})  # type: ignore[dict-item]
    with pytest.raises(TypeError, match="must be a bool, int, str or tuple"):
        PolicyInput.of(acme, "x", Resource("D", "1", "acme"), {"fact": value})  # type: ignore[dict-item]


def test_a_question_does_not_change_with_its_sources(acme: RequestContext) -> None:
    facts: dict[str, Any] = {"public": False}
    resource = Resource("Document", "1", "acme", facts)
    facts["public"] = True
    assert resource.attributes["public"] is False
    with pytest.raises(TypeError):
        resource.attributes["public"] = True  # type: ignore[index]


def test_no_repr_shows_an_id(acme: RequestContext) -> None:
    question = _question(acme)
    shown = f"{question!r} {question.subject!r} {question.resource!r}"
    assert not any(hidden in shown for hidden in ("alice", "acme", "doc-1", "admin"))
