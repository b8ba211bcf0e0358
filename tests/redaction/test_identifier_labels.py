"""A label is the same in a sentence, a key, a table's head and another script."""

import pytest

from spanveil.redaction.detection import Detector, Finding
from spanveil.redaction.detection._labels import unnumbered

DETECTOR = Detector()


def found(text: str) -> list[tuple[str, str]]:
    return [(finding.entity, text[finding.start : finding.end]) for finding in DETECTOR.find(text)]


LICENCE = ("US_DRIVER_LICENSE", "F1234567")
VAT = ("DE_VAT_ID", "DE123456789")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("DL number F1234567", LICENCE),
        ("dl_number: F1234567", LICENCE),
        ('{"dlNumber": "F1234567"}', LICENCE),
        ("ust-id DE123456789", VAT),
        ("<ust_id>DE123456789</ust_id>", VAT),
        ("ustId=DE123456789", VAT),
        ('{"business_registration_number": "124-81-00998"}', ("KR_BRN", "124-81-00998")),
        ("company_registration: 2014/123456/07", ("ZA_COMPANY_REGISTRATION", "2014/123456/07")),
        ("id_number: 8001015009087", ("NATIONAL_ID", "8001015009087")),
        ("Soc. Sec. No. 536904399", ("US_SSN", "536904399")),
        ("Steuernummer 93815/08152", ("DE_TAX_NUMBER", "93815/08152")),
        ("carta identità n. CA00000AA", ("IT_IDENTITY_CARD", "CA00000AA")),
        ("vrm=BD51 SMR", ("UK_VEHICLE_REGISTRATION", "BD51 SMR")),
    ],
)
def test_a_label_and_a_key_are_read_alike(text: str, expected: tuple[str, str]) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize("by", [";", ",", "\t", " | "])
def test_a_label_above_its_value_in_a_table(by: str) -> None:
    text = f"abn{by}status\n51 824 753 556{by}ok\n"
    assert found(text) == [("AU_ABN", "51 824 753 556")]


@pytest.mark.parametrize(
    ("label", "number"),
    [
        ("puhelin", "0142917768"),
        ("телефон", "8 (643) 691-6631"),
        ("звоните по номеру", "8 643 691 66 31"),
        ("手机", "15388910416"),
        ("電話", "08021651387"),
        ("연락처", "0429581135"),
        ("κινητό", "2290621685"),
        ("טלפון", "091246974"),
        ("điện thoại", "0903123456"),
    ],
)
def test_phones_in_other_languages(label: str, number: str) -> None:
    assert found(f"{label}: {number}") == [("PHONE_NUMBER", number)]


@pytest.mark.parametrize(
    "text",
    [
        "invalid number: 1234567",
        "the amount paid number 1234567 of the batch",
        "grid_card: x_12345",
        "memberNotFound: 1234567",
        "номер заказа 1234567",
        "build 131052-308U is out",  # the form of a code, with a wrong last character
        "range 311352-308T",  # no such month
    ],
)
def test_what_only_ends_or_looks_so_is_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", ["131052-308T", '"value": "131052-308T"', "id=010594Y9021"])
def test_a_finnish_code_needs_no_label(text: str) -> None:
    # Both are examples of Finland's Digital and Population Data Services Agency.
    assert [entity for entity, _ in found(text)] == ["FI_PERSONAL_IDENTITY_CODE"]


@pytest.mark.parametrize(
    ("text", "score", "asked"),
    [
        ("my NIF 82868575N.", 0.75, False),
        ("my NIF 82868575N.", 0.7, True),  # no surer than what the label says
        ("policy PL 82868575.", 0.75, True),  # the letters may be the number's
    ],
)
def test_a_label_in_place_of_a_prefix_says_no_more_of_a_surer_number(
    text: str, score: float, asked: bool
) -> None:
    hits = [(0, 2 if text.startswith("my") else 0)]
    number = Finding(text.index("8"), len(text) - 1, "ES_NIF", score)
    assert [*unnumbered(text, hits, [number])] == (hits if asked else [])
