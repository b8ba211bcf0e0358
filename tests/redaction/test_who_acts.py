"""Names by what people do, whose they are, and what asks for a part of them."""

import pytest

from spanveil.redaction.detection import Detector

DETECTOR = Detector()


def people(text: str) -> list[str]:
    return [text[f.start : f.end] for f in DETECTOR.find(text) if f.entity == "PERSON"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Triage note: Kaori called in with chest pain", ["Kaori"]),
        ("Triage note: Marit has a fever since Sunday", ["Marit"]),
        ("Recipient moved, ask for Verstraete.", ["Verstraete"]),
        ("Ring the bell and ask for Quentin at the desk", ["Quentin"]),
        ("The pupil has surname Tan, forename Caoimhe", ["Tan", "Caoimhe"]),
        ("last name: Rice, first name: Joy", ["Rice", "Joy"]),
        ("SURNAME  . . . . Young\nG1VEN NAMES . . Ferghal", ["Young", "Ferghal"]),
        ("F1RST NAME ..... Ayşe\nLA5T NAME ..... Bell", ["Ayşe", "Bell"]),
        ("Mon fils Gaspardin est né le 26/12/1999", ["Gaspardin"]),
        ("Meine Tochter Jolinde hat Fieber", ["Jolinde"]),
        ("mi hija Yaretzi necesita una cita", ["Yaretzi"]),
        ("mijn zoon Thijmen is ziek", ["Thijmen"]),
        ("moja córka Bogusia jest chora", ["Bogusia"]),
        ("name on card LIISBET HAUGEN", ["LIISBET HAUGEN"]),
        ("the name on card: ROSA MAYER, exp 11/27", ["ROSA MAYER"]),
        (
            "Book two seats for HYUN WATTANASIN and YONATAN NURLANOVA, passport",
            ["HYUN WATTANASIN", "YONATAN NURLANOVA"],
        ),
        (
            "Parents' evening, 17:20: Tihomir Wulandari for Margit, year 4",
            ["Tihomir Wulandari", "Margit"],
        ),
        ("sign in, then Ingunn takes you to the lab", ["Ingunn"]),
        ("In spring Yonatan handled it well", ["Yonatan"]),
        ("Marit was late again today.", ["Marit"]),
        ("'Rizky Szalai was absent for most of spring'", ["Rizky Szalai"]),
        ("Le patient Evariste est décédé hier", ["Evariste"]),
        ("Emailed keeper Odalys Brennan about the fine", ["Odalys Brennan"]),
    ],
)
def test_who_does_something_or_is_asked_for(text: str, names: list[str]) -> None:
    assert people(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "ask for Help or ask for Docker support",
        "the surname Field is required and the last name Value too",
        "Julia is absent from the image",
        "Set the first name Label and the surname Column",
    ],
)
def test_what_does_the_same_and_is_nobody(text: str) -> None:
    assert people(text) == []
