"""Names behind or before the words with which people give them, in many languages."""

import pytest

from spanveil.redaction.detection import Detector

DETECTOR = Detector()


def people(text: str) -> list[str]:
    return [text[f.start : f.end] for f in DETECTOR.find(text) if f.entity == "PERSON"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sawubona, igama lami nguThandeka Mkhize.", "Thandeka Mkhize"),
        ("Molo, ndinguAyanda Sizani", "Ayanda Sizani"),
        ("Ẹ káàárọ̀, orúkọ mi ni Ọmọ́tọ́lá Ṣóyínká.", "Ọmọ́tọ́lá Ṣóyínká"),
        ("Habari, mimi ni Zawadi Kiprotich, nambari", "Zawadi Kiprotich"),
        ("Jina langu ni Zawadi", "Zawadi"),
        ("Hello, si Jomarie Dimaculangan po ito", "Jomarie Dimaculangan"),
        ("Magandang araw, ako po si Ligaya Batumbakal", "Ligaya Batumbakal"),
        ("Grüezi, i bi d Vreni Zgraggen", "Vreni Zgraggen"),
        ("Mi name isch Reto Zurfluh", "Reto Zurfluh"),
        ("Dia duit, is mise Caoilfhionn Ní Dhálaigh", "Caoilfhionn Ní Dhálaigh"),
        ("Fy enw i yw Angharad Llywelyn", "Angharad Llywelyn"),
        ("Jó napot, Szilvássy Boglárka vagyok, TAJ", "Szilvássy Boglárka"),
        ("Xin chào, mình là Đoàn Ngọc Trâm, cccd", "Đoàn Ngọc Trâm"),
        ("Em tên là Lường Thị Hiền", "Lường Thị Hiền"),
        ("Kaixo, Ainhize Goikoetxea naiz", "Ainhize Goikoetxea"),
        ("Selamat pagi, nama saya Sulistyowati Handayani", "Sulistyowati Handayani"),
        ("Halo, saya Sulistyowati Handayani, NIK saya", "Sulistyowati Handayani"),
        ("Magacaygu waa Cabdi Xasan Faarax", "Cabdi Xasan Faarax"),
        ("Менің атым Әйгерім Сәрсенбаева", "Әйгерім Сәрсенбаева"),
        ("Ëmri, emri im është Besjana Gjokaj", "Besjana Gjokaj"),
        ("Muraho, nitwa Uwimana Diane", "Uwimana Diane"),
        ("Mhoroi, ndinonzi Tafadzwa Chikwanha", "Tafadzwa Chikwanha"),
    ],
)
def test_how_people_give_their_name(text: str, name: str) -> None:
    assert people(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Saya mau beli Kopi Susu",
        "Ek is bly dat dit werk",
        "mimi ni mteja wa Nairobi",
        "Ako si to nastavil",
        "I bi directional",
        "Ngingubani",
        "Azt hiszem, rendszergazda vagyok",
    ],
)
def test_what_these_words_may_say_as_well(text: str) -> None:
    assert people(text) == []
