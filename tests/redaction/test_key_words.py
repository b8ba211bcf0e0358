"""Unknown keys whose words say what they hold."""

import pytest

from spanveil.redaction import DROPPED, Redactor


@pytest.mark.parametrize("key", ["password", "app.apiKey", "STRIPE_SECRET", "auth-token", "otp"])
def test_a_credential_is_dropped_even_if_it_is_one_word(key: str) -> None:
    assert Redactor().attributes({key: "hunter2"})[0] == {key: DROPPED}


@pytest.mark.parametrize("key", ["user", "customer", "billing.email", "tenantName"])
def test_an_identifier_becomes_a_pseudonym(key: str) -> None:
    assert Redactor().attributes({key: "alice"})[0][key].startswith("ps1_")


def test_text_is_marked_even_if_it_is_one_word() -> None:
    shown, _ = Redactor().attributes({"last_message": "yes", "app.prompt": "Alice"})
    assert shown == {
        "last_message": "[redacted:message_payload:3]",
        "app.prompt": "[redacted:prompt:5]",
    }


def test_a_measure_carries_numbers_only() -> None:
    shown, _ = Redactor().attributes(
        {"password_count": 3, "message.size": "12", "user_count": "alice", "prompt_ms": 1.5}
    )
    assert shown == {
        "password_count": 3,
        "message.size": "12",
        "user_count": "[redacted:unknown:5]",
        "prompt_ms": 1.5,
    }
