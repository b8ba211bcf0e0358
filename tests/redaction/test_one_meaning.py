"""A registry's name that means nothing else is enough, whatever form its number has."""

import random
import string

import pytest

from spanveil.redaction.detection import Detector

DETECTOR = Detector(names=True)


def found(text: str) -> set[str]:
    return {text[finding.start : finding.end] for finding in DETECTOR.find(text)}


@pytest.mark.parametrize(
    ("value", "label"),
    [
        ("C04734942628", "SSNIT number"),
        ("46410118", "Omang"),
        ("MP 0978488", "HPCSA registration"),
        ("1370-4722-5911", "Pag-IBIG MID"),
        ("01-382678", "IC number"),
        ("IG51131737420", "nombor cukai pendapatan"),
        ("3654935-1A SC", "carnet de identidad"),
        ("10995850662045204", "numéro d'identification national"),
        ("TGKT 4957 1170", "numéro d'assurance maladie"),
        ("083 111 519", "Khmer ID"),
        ("6259 0916 0105", "título de eleitor"),
    ],
)
@pytest.mark.parametrize(
    "layout",
    [
        "Check-in form, desk 2\n{label}: {value}\nroom: 214",
        "I have her {label} here, {value}, is that enough to release the room?",
        "| field | value |\n|---|---|\n| {label} | {value} |\n| checked by | desk |",
    ],
)
def test_numbers_of_registries(value: str, label: str, layout: str) -> None:
    assert value in found(layout.format(value=value, label=label))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("step=3 titulo_eleitor=6259 0916 0105 status=accepted", "6259 0916 0105"),
        ("step=3 cmp_medico=052013 status=accepted", "052013"),
        ("Known Traveler Number for the cast's flight: TT1231109T, name", "TT1231109T"),
        ("I have her NRC here, 9/MAKANA(N)204267, is that enough", "9/MAKANA(N)204267"),
        ("Contacto: 847662925.", "847662925"),
        ("síminn er 871-9748 og ég bý hér", "871-9748"),
        ("Send nøglen til Nørrebrogade 96, 2. tv, 2200 København N", "Nørrebrogade 96, 2. tv, 2200 København N"),
        ("Hafiz binti Rahman, no. telefon +60 12-121 2345", "Hafiz binti Rahman"),
        ("Din engångskod är 887175", "887175"),
    ],
)  # fmt: skip
def test_of_all_sorts(text: str, value: str) -> None:
    assert value in found(text)


@pytest.mark.parametrize(
    "layout",
    ["Passwordnya {} ya kak", "የይለፍ ቃል: {}", "Kata laluan sistem pelabuhan: {}", '"passkey": "{}"'],
)
def test_passwords_in_more_languages(layout: str) -> None:
    drawn = "".join(random.Random(7).choices(string.ascii_letters + string.digits, k=18))  # noqa: S311
    assert drawn in found(layout.format(drawn))


@pytest.mark.parametrize(
    "text",
    [
        "Lecture moved to hall B on Tuesday, 14:00-15:30.",
        "national: 12345\ncustomer_id=1234567",
        "the CMP here 48291 requests were served",
    ],
)
def test_numbers_of_something_else(text: str) -> None:
    assert not found(text)
