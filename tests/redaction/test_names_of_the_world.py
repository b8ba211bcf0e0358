"""Names that hardly any family of the United States has, from whose census the lists are."""

import pytest

from spanveil.redaction.detection import Detector

DETECTOR = Detector()


def people(text: str) -> list[str]:
    return [text[f.start : f.end] for f in DETECTOR.find(text) if f.entity == "PERSON"]


@pytest.mark.parametrize(
    "name",
    [
        "Nilufar Karimova",
        "Rizky Wulandari",
        "Ingunn Tamm",
        "Tihomir Kranjec",
        "Liisbet Kask",
        "Aigerim Suleimenov",
        "Xabier Goikoetxea",
        "Simisola Makinwa",
        "Ondřej Kučera",
    ],
)
def test_they_are_known_in_a_sentence(name: str) -> None:
    assert people(f"The parcel went to {name} on Monday.") == [name]
