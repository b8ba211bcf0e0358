"""Names as papers have them: with particles in capitals, on somebody's account, beside bare keys."""

import pytest

from spanveil.redaction.detection import Detector

DETECTOR = Detector()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # particles in capitals
        ("Rijksregisternummer 52.05.12-245.37 op naam van Sjoerd De Smet", "Sjoerd De Smet"),
        ("Le vigneron Maëlle de Villiers livre à Fleur De Smet, merci", "Fleur De Smet"),
        ("contraente Nazzareno De Santis, controparte ignota", "Nazzareno De Santis"),
        ("call Piet Van Den Broeck", "Piet Van Den Broeck"),
        ("attorney Juan Dela Cruz", "Juan Dela Cruz"),
        ("Maria De Los Santos Reyes paid", "Maria De Los Santos Reyes"),
        ("for Giulia Lo Presti", "Giulia Lo Presti"),
        # in whose name
        ("gebucht, t.n.v. Sjoerd Terpstra", "Sjoerd Terpstra"),
        ("au nom de Corentin Le Goff", "Corentin Le Goff"),
        ("na nazwisko Bożydar Świątek", "Bożydar Świątek"),
        ("pe numele Ghiță Moraru", "Ghiță Moraru"),
        ("adına Ferhat Çelik", "Ferhat Çelik"),
        ("verzekeringnemer Nazzareno Terpstra", "Nazzareno Terpstra"),
        # before a phone with full stops
        ("guardian Tanisha Wojcik 416.595.5275", "Tanisha Wojcik"),
        ("tuteur Corentin Lefebvre 06.12.34.56.78", "Corentin Lefebvre"),
        # of whom an account is
        ("みずほ銀行 渋谷支店 普通 2371520 佐藤健太", "佐藤健太"),
        ("三菱UFJ銀行 新宿支店 普通 1234567 ヤマダ タロウ", "ヤマダ タロウ"),
        # beside a bare key
        ('{"employee": {"name": "최도윤"}}', "최도윤"),
        ('{"name": "佐藤健太"}', "佐藤健太"),
        (
            '{"content": "{\\"name\\": \\"\\\\ucd5c\\\\ub3c4\\\\uc724\\"}"}',
            "\\\\ucd5c\\\\ub3c4\\\\uc724",
        ),
        ('{"name": "\\u4f50\\u85e4\\u5065\\u592a"}', "\\u4f50\\u85e4\\u5065\\u592a"),
    ],
)
def test_finds_a_name_as_papers_have_it(text: str, name: str) -> None:
    start = text.index(name)
    found = {
        place
        for each in DETECTOR.find(text)
        if each.entity == "PERSON"
        for place in range(each.start, each.end)
    }
    assert found.issuperset(range(start, start + len(name)))


@pytest.mark.parametrize(
    "text",
    [
        "Tour De France and Club De Golf and Banco De Chile",
        '{"site": "Tower B", "visitor": {"full_name": "Ada Byron"}}',
        "Carte Navigo perdue, n° 3085 2218 2208 1459, titulaire Ada Byron",
        "Damen und Herren,\n\nmein Hund wurde am Samstag operiert, danke\nAda Byron",
        '{"name": "注文"}',
        '{"name": "고객 정보"}',
    ],
)
def test_leaves_what_is_only_spelled_so(text: str) -> None:
    people = [text[one.start : one.end] for one in DETECTOR.find(text) if one.entity == "PERSON"]
    assert set(people) <= {"Ada Byron"}


def test_a_town_with_a_particle_in_capitals_is_no_person() -> None:
    text = "Visit Rio De Janeiro with Ada Byron"
    found = {text[one.start : one.end]: one.entity for one in DETECTOR.find(text)}
    assert found == {"Rio De Janeiro": "LOCATION", "Ada Byron": "PERSON"}
