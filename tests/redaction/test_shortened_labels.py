"""Labels that records shorten with full stops, strokes and signs."""

import pytest

from tests.redaction.detected import DETECTOR, is_covered


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("Pat.-Nr.:", "7731204"),
        ("Kto.", "4417203"),
        ("Vers.-Nr.", "65 280259 L 024"),
        ("Vers.-Nr.", "13181267F028"),
        ("Mitgl.-Nr.", "0044182"),
        ("N° adh.", "0048213377"),
        ("N° séc. soc.", "2 85 07 75 123 456 78"),
        ("N.º cart. cid.", "12345678 9 ZZ1"),
        ("nº afil.", "28/12345678/40"),
        ("Nº exp.", "2024/118273"),
        ("Núm. hist. clín.", "4821993"),
        ("tess. san.", "80380000300123456789"),
        ("nr leg.", "4821993"),
        ("č. p.", "482913774"),
        ("č. poj.", "8507314327"),
        ("szem. ig. sz.", "123456AB"),
        ("adósz.", "8123456789"),
        ("tajsz.", "123 456 788"),
        ("i.k.", "38507301234"),
        ("ehl. no", "123456"),
        ("müş. no", "4821993"),
        ("паспорт сер.", "4510 № 123456"),
        ("в/у", "99 12 345678"),
        ("инн/кпп", "7707083893/770701001"),
        ("Αρ. ταυτ.", "ΑΚ 123456"),
        ("ر.ق.", "29001011234567"),
        ("mem#", "48213377"),
        ("lic#", "M8868259"),
        ("pol#", "AX4412998"),
        ("clm#", "20244412"),
        ("emp#", "0048213"),
        ("pt id", "7731204"),
        ("HI no.", "123456-0"),
        ("p.no.", "850731-4327"),
    ],
)
@pytest.mark.parametrize("around", ["{} {}", "since May; {} {}, closed", "{}: {}\nok"])
def test_finds_the_number_behind_a_shortened_label(label: str, value: str, around: str) -> None:
    text = around.format(label, value)
    assert is_covered(text, value)


@pytest.mark.parametrize(
    "text",
    [
        "the music. No 100000 copies",
        "an accident. New 100000 units",
        "in public. No 123456 seats",
        "clothes. No 48213 items",
        "informed no 123456 users",
        "lic. no. until 12/2027",
        "UPDATE kunden SET x = 1 WHERE kdnr = 55120;",
        "n\u00ba exp. 12/05/2024",
    ],
)
def test_leaves_the_end_of_a_word_and_a_date(text: str) -> None:
    assert DETECTOR.find(text) == ()
