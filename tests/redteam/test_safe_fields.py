"""Content under keys that are safe by contract; these pass in every profile, tenant or none."""

import base64
import json

import pytest

from tests.redteam.service import Service


@pytest.mark.parametrize(
    "value",
    [
        pytest.param(
            "山田太郎さんは東京都に住んでいて乳がんの治療中です", id="prose-without-spaces"
        ),
        pytest.param("นายสมชายป่วยเป็นมะเร็งและอาศัยอยู่ในกรุงเทพ", id="prose-without-spaces-thai"),
        pytest.param("Alice Smith has stage two cancer", id="six-words"),
        pytest.param("Alice 123-45-6789", id="us-ssn"),
        pytest.param("4111 1111 1111 1111", id="card"),
        pytest.param("+49 176 1234567", id="phone"),
        pytest.param("alice%40example.com", id="mail-percent"),
        pytest.param("alice\uff20example.com", id="mail-fullwidth"),
        pytest.param("sk-live-9f8e7d6c5b4a3f2e1d0c9b8a7f6e5d4c", id="secret"),
        pytest.param("https://ci.example/alice?token=9f8e7d6c", id="url-with-query"),
        pytest.param("/home/alice/hiv-results.pdf", id="path"),
        pytest.param(base64.b64encode(b"Alice Smith has cancer").decode(), id="base64"),
    ],
)
def test_a_safe_field_does_not_carry(value: str, strict: Service) -> None:
    assert repr(value) not in strict.send("gen_ai.tool.name", value)


def test_a_text_that_is_split_into_a_list_does_not_pass(strict: Service) -> None:
    words = ("Alice Smith has breast cancer and lives in Berlin with her sister " * 20).split()
    assert "cancer" not in strict.send("gen_ai.response.finish_reasons", words)


@pytest.mark.parametrize("value", [4111111111111111, "4111111111111111"], ids=["int", "text"])
def test_a_card_number_is_no_token_count(value: int | str, strict: Service) -> None:
    assert "4111111111111111" not in strict.send("gen_ai.usage.input_tokens", value)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        # Realistic uses of keys that the catalogue calls safe (config/data/catalogue.tsv).
        ("error.type", "User Alice Smith not found"),
        ("http.route", "/patients/alice-smith/4155551234"),
        ("tls.server.subject", "CN=Alice Smith"),
        ("vcs.repository.change.title", "Fix for Alice Smith of Acme"),
        ("ag2.network.sender_id", "alice smith"),
        ("ag2.network.recipient_id", "alice"),
        ("agno.team.name", "Acme Corp"),
        ("peer.service", "acme-corp"),
        ("db.collection.name", "tenant_acme_docs"),
        ("messaging.destination.name", "acme-corp.jobs"),
        ("aws.s3.bucket", "acme-corp-uploads"),
        ("cloud.account.id", "123456789012"),
        ("ci.job.url", "https://ci.example/alice?token=9f8e7d6c"),
        ("graphql.operation.name", "GetAliceSmith"),
    ],
)
def test_a_row_that_names_people_or_tenants_is_not_safe(
    key: str, value: str, strict: Service
) -> None:
    assert repr(value) not in strict.send(key, value)


def test_flags_of_a_map_under_a_safe_key(strict: Service) -> None:
    sent = strict.send("gen_ai.agent.name", json.dumps({"hiv_positive": True}))
    assert "true" not in sent
