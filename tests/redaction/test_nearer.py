"""Numbers beside a telling word that belong to what stands nearer to them, and years."""

import pytest

from spanveil.redaction.detection import Detector

DETECTOR = Detector()


def found(text: str) -> list[tuple[str, str]]:
    return [
        (text[f.start : f.end], f.entity)
        for f in DETECTOR.find(text)
        if f.entity not in {"EMAIL_ADDRESS", "PERSON"}
    ]


@pytest.mark.parametrize(
    "text",
    [
        "NDC 0093-5794-01 back in stock",
        "NDC: 0071-0155-23, 100 tablets",
        "receipt 0042-188908",
        "invoice no. 0041-2298471",
        "numéro de commande : 958479700",
        "numéro de suivi 7591858743551",
        "runner: Checking for jobs... received job=8140369 repo=g",
        "Office 16.0.17328.20162",
        "panic: dial error: Error 1045 (28000) for a user",
        "ccid-driver.c\nCopyright: 2003-2007, a foundation",
        "with appropriate diff drivers.\n   (merge 7818b619e2 later).",
        "Driver={ODBC Driver 18 for SQL Server};Server=tcp:sql01,1433;",
    ],
)
def test_numbers_of_something_else(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Niels Thykier <niels@example.net>\n           2011-2013, Sylvestre Ledru",
        "Ben Collins <ben@example.net> (1999-2003)",
        "Ana Ruiz, ana@example.net, 2014 - 2018",
    ],
)
def test_years_beside_somebody(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("numéro : 06 12 34 56 78", "06 12 34 56 78"),
        ("mon numéro de téléphone 0612345678", "0612345678"),
        ("Ana Ruiz <ana@example.net> 2222-3333", "2222-3333"),
        ("Checking 00123456789", "00123456789"),
        ("call 0093 70 123 4567", "0093 70 123 4567"),
        ("driver license D1234567", "D1234567"),
    ],
)
def test_numbers_of_the_word_stay(text: str, value: str) -> None:
    assert value in [what for what, _ in found(text)]
