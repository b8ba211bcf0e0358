"""Names by their shape: two syllables, letters that are spelt, a family, the last name first."""

import pytest

from spanveil.redaction.detection import Detector

DETECTOR = Detector()


def people(text: str) -> list[str]:
    return [text[f.start : f.end] for f in DETECTOR.find(text) if f.entity == "PERSON"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Flat hunting for Hyun-woo Gunnarsdóttir, with cats.",
            ["Hyun-woo Gunnarsdóttir"],
        ),
        ("Ask Ji-hye about it", ["Ji-hye"]),
        ("The driver was Kim Min-jun.", ["Kim Min-jun"]),
        ("Sold to Tae-yang Szalai", ["Tae-yang Szalai"]),
        ("Tsai Ying-wen called", ["Tsai Ying-wen"]),
        ("Cliente Seung-ho S. Park, cédula", ["Seung-ho S. Park"]),
        ("DPI de Zsófia Somchai Tamm: 9811 08490 1301", ["Zsófia Somchai Tamm"]),
        ("RFC de Ximena Yupanqui Choque", ["Ximena Yupanqui Choque"]),
        (
            "'Sure: A. S. A. N. T. E, first name Caoimhe.' Spell it please",
            ["A. S. A. N. T. E", "Caoimhe"],
        ),
        ("Let me spell my surname: Q-U-I-S-P-E", ["Q-U-I-S-P-E"]),
        ("It's spelled T A N A K A, thanks", ["T A N A K A"]),
        ("Who cleaned for the Wulandari family last week?", ["Wulandari"]),
        ("We know the Kvaratskhelia twins", ["Kvaratskhelia"]),
        (
            "wrote his name on a napkin, tihomir nurlanova, and his number 720.559.0100",
            ["tihomir nurlanova"],
        ),
        ("Book O'Driscoll, Chidera into the Thursday dialysis", ["O'Driscoll, Chidera"]),
        ("Book Quispe, Noor into the Thursday slot", ["Quispe, Noor"]),
        ("BVN returns the name Haugen, Nilufar, yet the form", ["Haugen, Nilufar"]),
        (
            "chunk: Signed by Parata, Yonatan, witness G. Procházka.",
            ["Parata, Yonatan", "G. Procházka"],
        ),
        (
            "1. DENG Chidera (01.01.91)\n2. TAMM Siew Ling (05.05.55)",
            ["DENG Chidera", "TAMM Siew Ling"],
        ),
    ],
)
def test_shapes_of_names(text: str, names: list[str]) -> None:
    assert people(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "J. R. R. T. Foo spelled so",
        "The Haswell family of processors and the Roboto family",
        "Compare Berlin, Austin, Paris and Madison",
        "Use Python-based So-called Wi-Fi and In-memory Up-to-date Sun-so tools",
        "A B C D E F are the columns",
        "Docker, Jenkins, and Helm are tools; Gradle, Maven, Ivy",
    ],
)
def test_shapes_of_other_things(text: str) -> None:
    assert people(text) == []
