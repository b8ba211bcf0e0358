"""The words of a key, in every spelling, tighten what an unknown key may carry."""

import pytest

from spanveil.config import Catalogue, ContentClass, KeyWords


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("password", ContentClass.CREDENTIAL),
        ("app.smtp_password", ContentClass.CREDENTIAL),
        ("smtpPassword", ContentClass.CREDENTIAL),
        ("SMTP-PASSWORD", ContentClass.CREDENTIAL),
        ("api_key", ContentClass.CREDENTIAL),
        ("apiKey", ContentClass.CREDENTIAL),
        ("OPENAI_API_KEY", ContentClass.CREDENTIAL),
        ("x-api-key", ContentClass.CREDENTIAL),
        ("app.access.token", ContentClass.CREDENTIAL),
        ("token_type", ContentClass.CREDENTIAL),
        ("email", ContentClass.USER_IDENTIFIER),
        ("billing.userEmail", ContentClass.USER_IDENTIFIER),
        ("app.user", ContentClass.USER_IDENTIFIER),
        ("customer", ContentClass.TENANT_IDENTIFIER),
        ("tenantId", ContentClass.TENANT_IDENTIFIER),
        ("app.org-name", ContentClass.TENANT_IDENTIFIER),
        ("my.prompt", ContentClass.PROMPT),
        ("userPrompt", ContentClass.PROMPT),
        ("lastMessage", ContentClass.MESSAGE_PAYLOAD),
        ("client_ip", ContentClass.NETWORK_ADDRESS),
        ("redirectUrl", ContentClass.URL),
    ],
)
def test_words(key: str, expected: ContentClass) -> None:
    assert KeyWords.shipped().judge(key).content_class is expected
    assert Catalogue.shipped().classify(f"zz.{key}").content_class is expected


@pytest.mark.parametrize(
    "key", ["password_count", "message.size", "promptLength", "max_output", "userCount", "email_ms"]
)
def test_measures(key: str) -> None:
    hint = KeyWords.shipped().judge(key)
    assert hint.measure
    assert hint.content_class is ContentClass.UNKNOWN


@pytest.mark.parametrize(
    "key", ["", "x", "zone", "passwordless", "tokenizer", "region.name", "ключ", "_", "..."]
)
def test_nothing_said(key: str) -> None:
    assert KeyWords.shipped().judge(key).content_class is ContentClass.UNKNOWN


def test_a_row_of_the_catalogue_is_not_overruled() -> None:
    field = Catalogue.shipped().classify("gen_ai.response.finish_reasons")
    assert field.content_class is ContentClass.SAFE


def test_hostile_keys() -> None:
    words = KeyWords.shipped()
    assert words.judge("a" * 1_000_000 + "_password").content_class is ContentClass.CREDENTIAL
    assert words.judge("aB" * 1_000_000).content_class is ContentClass.UNKNOWN
