"""A tenant's rules can only tighten: at load, and for any item, whatever they are."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spanveil.config import (
    SHIPPED_PROFILES,
    Catalogue,
    Config,
    ConfigError,
    ContentClass,
    Treatment,
    shipped_profile,
    validate,
)
from spanveil.redaction import Redactor
from spanveil.redaction._policy import Policy

TENANT = "st1_k1_mzxw6ytboi"
RANK = {treatment: rank for rank, treatment in enumerate(Treatment)}
KEYS = [
    "gen_ai.request.model",
    "gen_ai.usage.input_tokens",
    "gen_ai.input.messages",
    "gen_ai.tool.call.arguments",
    "db.query.text",
    "url.full",
    "code.file.path",
    "user.id",
    "smtp.password",
    "exception.stacktrace",
    "job.count",
    "nobody.knows",
]
VALUES: list[Any] = [
    "gpt-4o",
    "Alice is ill",
    "alice@leak.example",
    17,
    True,
    json.dumps([{"role": "user", "content": "Alice is ill"}]),
    "SELECT name FROM users WHERE name = 'Alice'",
    "https://alice:pw@leak.example/users/alice?q=Alice",
    "/home/alice/app/run.py",
    ["Alice", "ok"],
    {"alice": "Alice is ill"},
]
PATTERNS = st.sampled_from([*KEYS, "gen_ai.**", "*.*", "**", "db.*", "user.*", "nobody.*"])
RULES = st.builds(
    lambda keys, action, content_class, when: {
        "keys": keys,
        "action": action,
        **({"class": content_class} if action == "classify" else {}),
        **({"when": {"gen_ai.operation.name": "chat"}} if when else {}),
    },
    st.lists(PATTERNS, min_size=1, max_size=3),
    st.sampled_from(["keep", "redact", "classify"]),
    st.sampled_from([content_class.value for content_class in ContentClass]),
    st.booleans(),
)


def configured(
    rules: list[dict[str, Any]], tenants: dict[str, list[dict[str, Any]]]
) -> Config | None:
    try:
        return validate({"redaction": {"rules": rules, "tenants": tenants}}, "test")
    except ConfigError:
        return None


@settings(deadline=None, max_examples=200)
@given(st.lists(RULES, max_size=3), st.lists(RULES, min_size=1, max_size=3), st.booleans())
def test_no_accepted_rule_loosens_for_a_tenant(
    rules: list[dict[str, Any]], own: list[dict[str, Any]], chat: bool
) -> None:
    config = configured(rules, {TENANT: own})
    without = configured(rules, {})
    if config is None or without is None:
        return
    item = {"gen_ai.operation.name": "chat"} if chat else {}
    for name in SHIPPED_PROFILES:
        tight = Policy(config.redaction, shipped_profile(name))
        loose = Policy(without.redaction, shipped_profile(name))
        for key in KEYS:
            ours = tight.decide(key, item, TENANT).treatment
            assert RANK[ours] >= RANK[loose.decide(key, item, TENANT).treatment]
            assert tight.decide(key, item, "st1_other") == loose.decide(key, item, "st1_other")


@settings(deadline=None, max_examples=60)
@given(
    st.lists(RULES, min_size=1, max_size=3),
    st.dictionaries(st.sampled_from(KEYS), st.sampled_from(VALUES), min_size=1, max_size=4),
    st.sampled_from(["shared", "strict"]),
)
def test_no_rule_of_a_tenant_shows_a_word_that_was_hidden(
    own: list[dict[str, Any]], item: dict[str, Any], profile: str
) -> None:
    config = configured([], {TENANT: own})
    if config is None:
        return
    redactor = Redactor(config, profile=profile, key=b"k" * 32)
    plain = json.dumps(redactor.attributes(item, tenant="st1_other")[0]).lower()
    tight = json.dumps(redactor.attributes(item, tenant=TENANT)[0]).lower()
    shown = [word for word in ("alice", "leak.example", "ill", "pw@") if word in tight]
    assert [word for word in shown if word not in plain] == []


@settings(deadline=None)
@given(st.sampled_from(KEYS), st.sampled_from(list(ContentClass)))
def test_a_class_is_accepted_for_a_key_only_if_no_profile_treats_it_more_loosely(
    key: str, content_class: ContentClass
) -> None:
    rule = {"keys": key, "action": "classify", "class": content_class.value}
    accepted = configured([], {TENANT: [rule]}) is not None
    base = Catalogue.shipped().classify(key).content_class
    tightens = all(
        RANK[shipped_profile(name).treatments[content_class]]
        >= RANK[shipped_profile(name).treatments[base]]
        for name in SHIPPED_PROFILES
    )
    plain = content_class not in (ContentClass.SAFE, ContentClass.UNKNOWN)
    assert accepted == (tightens and plain)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ({"keys": "user.id", "action": "keep"}, "tighten"),
        ({"keys": "user.**", "action": "keep"}, "tighten"),
        ({"keys": "user.id", "action": "classify", "class": "safe"}, "tighten"),
        ({"keys": "user.id", "action": "classify", "class": "unknown"}, "tighten"),
        ({"keys": "user.id", "action": "classify", "class": "prompt"}, "more loosely"),
        ({"keys": "smtp.password", "action": "classify", "class": "user_identifier"}, "loosely"),
        ({"keys": "user.id", "action": "redact", "when": {"user.id": "x"}}, "safe"),
    ],
)
def test_refused_at_load(rule: dict[str, Any], expected: str) -> None:
    with pytest.raises(ConfigError) as raised:
        validate({"redaction": {"tenants": {TENANT: [rule]}}}, "spanveil.yaml")
    assert expected in str(raised.value)
    assert f"redaction.tenants.{TENANT}.0" in str(raised.value)
