"""Labels, weekdays, languages and titles, which are no names beside one."""

import pytest

from spanveil.redaction.detection import Detector

DETECTOR = Detector()


def people(text: str) -> list[str]:
    return [text[f.start : f.end] for f in DETECTOR.find(text) if f.entity == "PERSON"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("LANR 573034751, Betriebsstätte Nord; Patient: Karadeniz, Zsófia", ["Karadeniz, Zsófia"]),
        ("Ad Soyad: Akmaral Öcalan", ["Akmaral Öcalan"]),
        ("dass Herr Arthur Eberth am Montag die Heizung abliest.", ["Arthur Eberth"]),
        (
            '{"Salutation": "Ms.", "FirstName": "Thandiwe", "LastName": "Mkhize"}',
            ["Thandiwe", "Mkhize"],
        ),
        ('{"title": "Dr.", "GivenName": "Thandiwe"}', ["Thandiwe"]),
        (
            "Credit: Mike Haertel, David Hayes, Richard Stallman",
            ["Mike Haertel", "David Hayes", "Richard Stallman"],
        ),
    ],
)
def test_only_the_name_is_one(text: str, names: list[str]) -> None:
    assert people(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Agent: and the No. Kad Pengenalan, please?",
        "Cartão Nacional de Saúde: 768 1131 9029 0620",
        "Reply in Korean to tamm.jomar@example.com",
        "The scan is in Greek. Extract the holder of card 4111 1111 1111 1111",
    ],
)
def test_labels_of_numbers_and_languages(text: str) -> None:
    assert people(text) == []
