"""Dates of birth in words, in numerals of other scripts, and in other calendars."""

import pytest

from tests.redaction.detected import DETECTOR, is_covered


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("born on March twelfth, nineteen eighty-four", "March twelfth, nineteen eighty-four"),
        ("DOB: the twenty-first of June, two thousand one", "June, two thousand one"),
        ("Fecha de nacimiento: doce de marzo de 1984", "doce de marzo de 1984"),
        ("nacido el 3 de mayo de 2011", "3 de mayo de 2011"),
        ("geboren am zwölften März 1984", "zwölften März 1984"),
        ("Date of birth: 12 / 03 / 1984", "12 / 03 / 1984"),
        ("DOB 12March1984", "12March1984"),
        ("Data di nascita: 1° aprile 1984", "1° aprile 1984"),
        ("urodzony 12 III 1984", "12 III 1984"),
        ("Födelsedatum: 840312", "840312"),
        ("gimimo data: 1984 m. kovo 12 d.", "1984 m. kovo 12 d"),
        ("dzimšanas datums: 1984. gada 12. marts", "1984. gada 12. marts"),
        ("出生日期：一九八四年三月十二日", "一九八四年三月十二日"),
        ("生年月日：昭和五十九年三月十二日", "昭和五十九年三月十二日"),
        ("วันเกิด ๑๒ มีนาคม ๒๕๒๗", "๑๒ มีนาคม ๒๕๒๗"),
        ("วันเกิด 12 มี.ค. 2527", "12 มี.ค. 2527"),
        ("تاريخ الميلاد: 10 جمادى الآخرة 1404", "10 جمادى الآخرة 1404"),
        ("תאריך לידה: ח' באדר ב' תשמ\"ד", "ח' באדר ב' תשמ\"ד"),
        ("जन्म तिथि: १२ मार्च १९८४", "१२ मार्च १९८४"),
        ("туған күні: 1984 жылғы 12 наурыз", "1984 жылғы 12 наурыз"),
    ],
)
def test_finds_a_birth_however_it_is_written(text: str, value: str) -> None:
    assert is_covered(text, value)


@pytest.mark.parametrize(
    "text",
    [
        "a star was born in the twenty years after the war",
        "the birth of the third of the nineteen hundred modules",
        "nacido de dos ideas y de muchas horas de trabajo",
    ],
)
def test_leaves_a_birth_without_a_date(text: str) -> None:
    assert DETECTOR.find(text) == ()
