"""Keys that no convention names: low-entropy identity, and words that unlock a value."""

import pytest

from tests.redteam.service import Service


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("assignee", "Alice"),
        ("scope_name", "acme"),
        ("region", "acme-corp"),
        ("requested_for", "alice.smith"),
        ("diagnosis", "diabetes"),
        ("religion", "muslim"),
        ("x", "alice_smith_has_breast_cancer_now"),
        ("x", "meet-alice/at.berlin:now_she_is.pregnant/by.bob"),
    ],
)
def test_one_word_identifies(key: str, value: str, shared: Service) -> None:
    assert repr(value) not in shared.send(key, value)


@pytest.mark.parametrize(
    ("key", "value"), [("lat", 52.5200066), ("salary", 95000), ("hiv_positive", True)]
)
def test_one_number_identifies(key: str, value: float, shared: Service) -> None:
    assert repr(value) not in shared.send(key, value)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("verification_code", 482913),
        ("sms_code", 482913),
        ("security_code", 123),
        ("zip_code", 90210),
        ("customer_code", "ACME"),
        ("patient_status", "hiv-positive"),
        ("tenant_type", "acme-corp"),
    ],
)
def test_a_kind_does_not_unlock_an_identifier(key: str, value: str | int, shared: Service) -> None:
    assert repr(value) not in shared.send(key, value)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("card_total", "4111111111111111"),
        ("phone_index", "+4917612345678"),
        ("contact_us", "4917612345678"),  # `us` is listed as microseconds
        ("password_length", "482913"),
        ("password_us", "482913"),
    ],
)
def test_a_measure_does_not_unlock_digits(key: str, value: str, shared: Service) -> None:
    assert value not in shared.send(key, value)


NAMING_KEYS = ["alice_smith.requests", "acme-corp", "quota.AliceSmith"]


@pytest.mark.parametrize("key", NAMING_KEYS)
def test_an_unknown_key_does_not_name_anybody_in_strict(key: str, strict: Service) -> None:
    assert key not in strict.send(key, 1)


@pytest.mark.parametrize("key", NAMING_KEYS)
def test_an_unknown_key_does_not_name_anybody_in_shared(key: str, shared: Service) -> None:
    assert key not in shared.send(key, 1)
