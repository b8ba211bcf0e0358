"""Facts that are kept on their cause, and what stands closest to each and is not."""

import json
from typing import Any

import pytest

from spanveil.redaction import DROPPED, Redactor
from spanveil.redaction._keys import known_key

UUID4 = "8b1d9a0e-6f7e-4c1c-9d0e-1d2c3b4a5f60"


def shown(key: str, value: Any, profile: str = "shared") -> Any:
    redacted, report = Redactor(profile=profile, key=b"k" * 32).attributes({key: value})
    assert not report.errors
    return redacted.get(key)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("agno.agent.max_retries", 4),  # a count in a bag of whatever an object had
        ("crewai.agent.iteration_count", 17),
        ("crewai.crew.process_status", "completed"),
        ("langfuse.trace.metadata.retries", 2),
        ("app.completion_tokens.3", 812),  # a member of a list of counts
        ("retriever.top_n", 20),
        ("due_at", "2031-12-01T08:30:00.250Z"),
        ("workflow.run_id", UUID4),
        ("code.filepath", "agents/tools/search.ts"),
        ("http.user_agent", "python-httpx/0.27.0"),
        ("db.statement", "SET ? ?"),
        ("db.query.text", "MGET ? ?\nHGETALL ?"),
        ("langfuse.observation.model.parameters", '{"temperature":1e-1,"top_p":1.0,"stream":true}'),
        ("gen_ai.request.parameters", '{"response_format":{"type":"json_object"},"seed":123456}'),
        ("crewai.crew.usage_metrics", '{"total_tokens":15230,"successful_requests":3}'),
    ],
)
def test_kept(key: str, value: Any) -> None:
    assert shown(key, value) == value


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("agno.agent.max_retries", "Alice", "[redacted:unknown:5]"),  # a measure is a number
        ("agno.agent.user_count", 4155551, "[redacted:unknown]"),
        ("crewai.task.status", "Alice is ill", "[redacted:unknown:12]"),
        ("langfuse.trace.metadata.api_key", "hunter2", DROPPED),
        ("due_at", "1981-05-04", "[redacted:unknown:10]"),  # a day of birth
        ("due_at", "2031-12-01 Alice", "[redacted:unknown:16]"),
        ("code.filepath", "/home/alice/agents/search.py", "search.py"),
        ("code.file.path", "/home/alice/hiv-results.pdf", "[redacted:file_path:27]"),
        ("file.path", "customers/acme/notes.py", "[redacted:file_path:23]"),
        ("user_agent.original", "AcmeCorp/1.0 (alice@acme.example)", "[redacted:http_header:33]"),
        ("user_agent.original", "AcmeCorp/1.0 openai/1.2", "* openai/1.2"),
        ("user_agent.original", "the user was not found", "[redacted:http_header:22]"),
        ("user_agent.original", "status 7/2 not/found 1", "[redacted:http_header:22]"),
        ("http.request.header.cookie", "openai/1.2", "[redacted:http_header:10]"),
        ("db.statement", "HGETALL user:alice", "HGETALL ?"),
        ("db.statement", "Alice ?", "[redacted:db_statement:7]"),
        (
            "llm.invocation_parameters",
            '{"temperature":0.7,"stop":["Alice"],"seed":4111111111111111}',
            '{"temperature":0.7,"stop":["[redacted:metadata_bag:5]"],"seed":"[redacted:metadata_bag:16]"}',
        ),
        ("metadata", '{"temperature":39.2}', '{"temperature":"[redacted:metadata_bag:4]"}'),
        (
            "langfuse.observation.usage_details",
            '{"input":10,"AliceSmith":3,"note":"Alice"}',
            '{"input":10,"[redacted:key:10]":"[redacted:safe:1]","note":"[redacted:safe:5]"}',
        ),
    ],
)
def test_what_stands_beside_is_not(key: str, value: Any, expected: str) -> None:
    assert shown(key, value) == expected


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("user_id", UUID4),
        ("customer.job_id", UUID4),  # a customer's, whatever it counts
        ("x_id", UUID4),
        ("request_id", "416c6963-6520-1d69-8468-697632303031"),  # no random version
        ("request_id", "alice"),
    ],
)
def test_other_identifiers_become_pseudonyms(key: str, value: str) -> None:
    assert shown(key, value).startswith("ps1_")


@pytest.mark.parametrize("key", ["agent.step_count", "job_id", "batch_date", "x.y"])
def test_nothing_unclassified_survives_strict(key: str) -> None:
    for value in (3, "ok", UUID4, "2024-05-01", True):
        assert str(shown(key, value, "strict")).startswith("[redacted:unknown")


@pytest.mark.parametrize("matched", [True, False])
@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("retry.count", "retry.count"),
        ("alice_smith.requests", "[redacted:key:11].requests"),
        ("quota.AliceSmith", "quota.[redacted:key:10]"),
        ("quota.acme-corp.max", "quota.[redacted:key:9].max"),
        ("acmePassword", "[redacted:key:4]Password"),
        ("acme-corp", None),
        ("zz", "zz"),
        ("a b.count", None),
        ("x" * 200, None),
    ],
)
def test_words_of_a_key(key: str, expected: str | None, matched: bool) -> None:
    assert known_key(key, matched=matched) == expected
    assert expected is None or known_key(expected, matched=matched) == expected


def test_a_key_that_is_a_sentence_is_marked() -> None:
    assert known_key("the.user.was.not.found.at.home.today.again", matched=False) is None


def test_an_operator_s_rule_vouches_for_its_keys() -> None:
    from spanveil.config import validate

    rules = [{"keys": "acmeshop.**", "action": "keep"}, {"keys": "zorp.**", "action": "redact"}]
    redactor = Redactor(validate({"redaction": {"rules": rules}}, "test"))
    redacted, _ = redactor.attributes({"acmeshop.cart": 1, "zorp.cart": 1})
    assert list(redacted) == ["acmeshop.cart", "[redacted:key:4].cart"]


def test_a_tenant_s_rule_vouches_for_no_key() -> None:
    from spanveil.config import validate

    rules = {"st1_a": [{"keys": "**", "action": "classify", "class": "user_identifier"}]}
    redactor = Redactor(validate({"redaction": {"tenants": rules}}, "test"))
    redacted, _ = redactor.attributes({"quota.AliceSmith": 1}, tenant="st1_a")
    assert list(redacted) == ["quota.[redacted:key:10]"]


@pytest.mark.parametrize("profile", ["shared", "strict"])
@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("alice_password.count", 3),
        ("zed_query_sql.text", "SELECT a FROM b"),
        ("customer_zed.error", "Zed"),
        ("metadata.alice_id", "x7"),
        ("metadata.zq_ok_zq_ok_zq", "x7"),
        ("code.filepath", "/srv/x/a.py"),
        ("user_agent.original", "AcmeCorp/1.0 openai/1.2"),
        ("llm.invocation_parameters", json.dumps({"temperature": 0.5, "Alice": [1]})),
        ("db.statement", "get a b"),
    ],
)
def test_a_second_redaction_changes_nothing(profile: str, key: str, value: Any) -> None:
    redactor = Redactor(profile=profile, key=b"k" * 32)
    once, _ = redactor.attributes({key: value})
    assert redactor.attributes(once)[0] == once
