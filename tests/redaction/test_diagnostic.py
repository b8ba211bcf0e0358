"""The diagnostic profile keeps what was said without what is sensitive in it."""

import json

import pytest

from spanveil.config import Config, ContentClass, RedactionConfig
from spanveil.redaction import Redactor
from tests.redaction.secretgen import Generator, tokens

REDACTOR = Redactor(profile="diagnostic", key=b"k" * 32)


def prompt(text: str) -> str:
    shown, report = REDACTOR.text(text, ContentClass.PROMPT)
    assert not report.errors
    assert REDACTOR.text(shown, ContentClass.PROMPT)[0] == shown
    return shown


def test_prose_stays() -> None:
    text = "Summarise why the build fails when the cache is cold."
    assert prompt(text) == text


def test_entities_go() -> None:
    assert prompt("Refund ann@mail.example, card 4111 1111 1111 1111, please") == (
        "Refund [redacted:email_address], card [redacted:credit_card], please"
    )


@pytest.mark.parametrize("kind", tokens())
def test_secrets_go(kind: str) -> None:
    secret = tokens()[kind](Generator(5))
    assert prompt(f"I use {secret} here") == "I use [redacted:secret] here"


def test_json_stays_json_with_its_numbers_as_written() -> None:
    text = (
        '[{"role": "user", "content": "ann@mail.example", "score": 0.50, "n": 1E5, '
        '"ssn": 219099999}]'
    )
    assert prompt(text) == (
        '[{"role":"user","content":"[redacted:email_address]","score":0.50,"n":1E5,'
        '"ssn":"[redacted:number:9]"}]'
    )


def test_untouched_json_stays_as_it_was_written() -> None:
    text = '{ "role" : "user", "content": "hello there" }'
    assert prompt(text) == text


def test_json_in_json_and_map_keys() -> None:
    shown = prompt(json.dumps({"a": json.dumps({"ann@mail.example": "bob@mail.example"})}))
    assert "mail.example" not in shown
    assert json.loads(json.loads(shown)["a"])


def test_findings_are_counted_by_type() -> None:
    _, report = REDACTOR.text("ann@mail.example and bob@mail.example", ContentClass.PROMPT)
    assert report.entities == {"EMAIL_ADDRESS": 2}


def test_a_text_with_too_many_anchors_is_blanked() -> None:
    shown, report = REDACTOR.text("x@" * 40_000 + "ann@mail.example", ContentClass.PROMPT)
    assert shown == "[redacted:prompt]"
    assert report.errors == {"max_anchors": 1}


def test_a_secret_under_a_safe_key_goes_in_every_profile() -> None:
    secret = tokens()["github"](Generator(9))
    for profile in ("shared", "diagnostic"):
        shown, report = Redactor(profile=profile).attributes({"gen_ai.request.model": secret})
        assert shown == {"gen_ai.request.model": "[redacted:secret]"}
        assert report.entities == {"SECRET": 1}


def test_the_memo_is_per_tenant_and_holds_no_text() -> None:
    text = "a long enough text about ann@mail.example that is worth remembering for a while"
    redactor = Redactor(profile="diagnostic")
    memo = redactor.memo
    assert memo is not None
    first, _ = redactor.value(text, ContentClass.PROMPT, tenant="st1_a")
    misses = memo.misses
    again, report = redactor.value(text, ContentClass.PROMPT, tenant="st1_a")
    assert (first, memo.misses) == (again, misses)
    assert report.entities == {"EMAIL_ADDRESS": 1}
    redactor.value(text, ContentClass.PROMPT, tenant="st1_b")
    assert memo.misses > misses
    assert "ann" not in repr(vars(memo))


def test_the_memo_is_bounded() -> None:
    config = Config(redaction=RedactionConfig(memo_bytes=10_000))
    redactor = Redactor(config, profile="diagnostic")
    for index in range(500):
        redactor.text(f"a long enough text, number {index}, that is worth remembering for a while")
    assert redactor.memo is not None
    assert 0 < len(redactor.memo) <= 10_000 // 160


def test_no_memo() -> None:
    config = Config(redaction=RedactionConfig(memo_bytes=0))
    redactor = Redactor(config, profile="diagnostic")
    assert redactor.memo is None
    assert redactor.text("mail ann@mail.example")[0] == "mail [redacted:email_address]"
