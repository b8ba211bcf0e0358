"""A user's rules at work: one order, and neither telemetry nor a tenant can loosen."""

from typing import Any

import pytest

from spanveil.config import Config, ContentClass, validate
from spanveil.redaction import DROPPED, Redactor
from tests.redaction.secretgen import Generator, tokens


def configured(**redaction: Any) -> Config:
    return validate({"redaction": redaction}, "test")


def shown(config: Config, attributes: dict[str, Any], **scope: Any) -> dict[str, Any]:
    return Redactor(config, key=b"k" * 32).attributes(attributes, **scope)[0]


KEEP = {"keys": ["app.**"], "action": "keep"}
REDACT = {"keys": ["app.note"], "action": "redact"}
CLASSIFY = {"keys": ["app.*"], "action": "classify", "class": "user_identifier"}


def test_keep_keeps_prose_but_not_what_detection_finds() -> None:
    secret = tokens()["github"](Generator(1))
    text = f"a plain note with {secret} for ann@mail.example"
    assert shown(configured(rules=[KEEP]), {"app.note": text}) == {
        "app.note": "a plain note with [redacted:secret] for [redacted:email_address]"
    }


@pytest.mark.parametrize("order", [[KEEP, CLASSIFY, REDACT], [REDACT, CLASSIFY, KEEP]])
def test_redact_before_classify_before_keep_in_any_order(order: list[dict[str, Any]]) -> None:
    got = shown(configured(rules=order), {"app.note": "x y", "app.other": "x y", "app.a.b": "x y"})
    assert got["app.note"] == "[redacted:unknown:3]"
    assert got["app.other"].startswith("ps1_")
    assert got["app.a.b"] == "x y"


@pytest.mark.parametrize("signal", ["span", "log", "metric", "resource"])
def test_the_order_is_the_same_for_every_signal(signal: str) -> None:
    config = configured(rules=[KEEP, REDACT])
    got = shown(config, {"app.note": "x y", "app.other": "x y"}, signal=signal)
    assert got["app.note"].startswith("[redacted:unknown")
    assert got["app.other"] == "x y"


def test_a_rule_may_redact_what_the_catalogue_calls_safe() -> None:
    rule = {"keys": "gen_ai.request.model", "action": "redact"}
    assert shown(configured(rules=[rule]), {"gen_ai.request.model": "gpt-4o"}) == {
        "gen_ai.request.model": "[redacted:unknown:6]"
    }


def test_a_condition_tightens_and_never_loosens() -> None:
    when = {"gen_ai.operation.name": "chat"}
    tighten = {"keys": "gen_ai.request.model", "action": "redact", "when": when}
    loosen = {"keys": "smtp.*", "action": "classify", "class": "prompt", "when": when}
    config = configured(rules=[tighten, loosen])
    given = {"gen_ai.request.model": "gpt-4o", "smtp.password": "hunter2"}
    assert shown(config, given)["gen_ai.request.model"] == "gpt-4o"
    matched = shown(config, given | {"gen_ai.operation.name": "chat"})
    assert matched["gen_ai.request.model"] == "[redacted:unknown:6]"
    assert matched["smtp.password"] == DROPPED


def test_a_tenant_s_rules_tighten_for_that_tenant_alone() -> None:
    rule = {"keys": "gen_ai.request.**", "action": "redact"}
    loose = {"keys": "smtp.*", "action": "classify", "class": "prompt"}
    config = configured(tenants={"st1_a": [rule, loose]})
    given = {"gen_ai.request.model": "gpt-4o", "smtp.password": "hunter2"}
    assert shown(config, given, tenant="st1_a") == {
        "gen_ai.request.model": "[redacted:unknown:6]",
        "smtp.password": DROPPED,
    }
    assert shown(config, given, tenant="st1_b")["gen_ai.request.model"] == "gpt-4o"


def test_a_scope_changes_nothing() -> None:
    given = {"note": "x y", "gen_ai.prompt": "x"}
    config = configured(rules=[KEEP])
    assert shown(config, given, scope="opentelemetry.trusted") == shown(config, given)


def test_allow_exempts_a_finding_as_a_whole_and_nothing_else() -> None:
    config = configured(allow=["*@support.example", "help@desk.example"])
    redactor = Redactor(config, profile="diagnostic")

    def text(given: str) -> str:
        return redactor.text(given, ContentClass.PROMPT)[0]

    assert text("mail it@support.example") == "mail it@support.example"
    assert text("mail help@desk.example") == "mail help@desk.example"
    assert text("mail help@desk.example.org") == "mail [redacted:email_address]"
    assert (
        text("it@support.example 4111111111111111") == "it@support.example [redacted:credit_card]"
    )


def test_allow_never_exempts_a_secret() -> None:
    secret = tokens()["aws"](Generator(2))
    config = configured(allow=[secret])
    assert Redactor(config, profile="diagnostic").text(secret)[0] == "[redacted:secret]"


@pytest.mark.parametrize(
    ("given", "secret"),
    [
        ("password=hunter2x@support.example", "hunter2x"),
        ("https://user:Passw0rd99@support.example/x", "Passw0rd99"),
        ("to ann@leak.example\u200b@support.example", "ann@leak.example"),
    ],
)
def test_what_is_allowed_takes_no_other_finding_with_it(given: str, secret: str) -> None:
    """A password before a host reads as an address, and the surer finding has the place."""
    redactor = Redactor(configured(allow=["*@support.example"]), profile="diagnostic")
    assert secret not in redactor.text(given, ContentClass.PROMPT)[0]


@pytest.mark.parametrize("profile", ["shared", "strict", "diagnostic"])
def test_a_redact_rule_does_not_show_the_length_of_what_is_dropped(profile: str) -> None:
    config = configured(rules=[{"keys": "**", "action": "redact"}])
    given = {"smtp.password": "hunter2", "app.note": "x y"}
    assert Redactor(config, profile=profile).attributes(given)[0] == {
        "smtp.password": DROPPED,
        "app.note": "[redacted:unknown:3]",
    }
