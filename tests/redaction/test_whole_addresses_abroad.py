"""Addresses of more countries as one span, and lists that are in their order."""

import pytest

from spanveil.redaction.detection import Detector

DETECTOR = Detector()


def _left(text: str, value: str) -> str:
    start = text.index(value)
    found = {place for each in DETECTOR.find(text) for place in range(each.start, each.end)}
    return "".join(
        text[place]
        for place in range(start, start + len(value))
        if text[place].isalnum() and place not in found
    )


@pytest.mark.parametrize(
    "address",
    [
        "417 Rue Sherbrooke Est, app. 9, Montréal (Québec) H2L 1J9",
        "Av. Libertador, Edif. Las Mercedes, Piso 8, Apto 8-B, Caracas 1060",
        "Belgrano 812, X5000 Córdoba",
        "9 Baggot Street, Dublin 4, D04 X2K3",
        "Immeuble Le Parc, Bât. D, 18 chemin des Lilas, 13009 Marseille",
        "17, avenue Monterey, L-2163 Luxembourg",
        "Plaza de la Constitución s/n, 41001 Sevilla",
        "Rua do Almada 210, 4.º Dto., 4050-032 Porto",
        "Henrik Ibsens gate 48, 0255 Oslo",
        "Korunní 60, 120 00 Praha 2",
        "Damjanich utca 36. III/12, 1071 Budapest",
        "1077 Budapest, Wesselényi u. 18. 2. em. 7.",
        "Ulica kralja Zvonimira 14, 21000 Split",
        "вул. Саксаганського, 77, кв. 9, м. Київ, 01033",
        "ул. Лесная, д. 7, кв. 21, г. Москва, 127055",
        "Литейный проспект, д. 46, Санкт-Петербург, 191014",
        "Булевар краља Александра 84, 11000 Београд",
        "9 Adly Street., Downtown, Cairo 11511",
        "House 27, Street 9, F-8/3, Islamabad",
        "House 51, Road 11, Banani, Dhaka 1213",
        "Flat 9C, 22/F, Block 6, Kornhill, Quarry Bay, Hong Kong",
        "香港九龍彌敦道688號15樓",
        "東京都港区芝公園4-2-8 タワーハイツ1204号室",
        "2-11-3 Meguro, Meguro-ku, Tokyo 153-0063",
        "427 Teheran-ro, Gangnam-gu, Seoul 06159",
        "88/12 Sukhumvit Soi 24, Khlong Toei, Bangkok 10110",
        "Số 18 Phố Huế, Hai Bà Trưng, Hà Nội",
        "Blk 7 Lot 15, Sampaguita St., Brgy. Holy Spirit, Quezon City 1127",
        "Lot 8, Lorong Maarof, Bangsar, 59000 Kuala Lumpur",
        "Villa 88, Sicap Liberté 3, Dakar",
    ],
)
@pytest.mark.parametrize(
    "around", ["{}", "Please send the replacement to {}. Thanks", '{{"address": "{}"}}']
)
def test_finds_the_whole_address(address: str, around: str) -> None:
    assert _left(around.format(address), address) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Unit 5, Lesson 3, Exercise 2 covers fractions.",
        "Block 3, Section B, Part C of the form",
        "see House 2, Senate, Congress in the table",
        "Lot 4471, Batch Alpha, Line 7 was rejected",
        "Shop 24, Open Late, Call Now 555",
        "Model-ro, Agent-gu, Tool 12345",
        "Ward 5, Bed 12, Patient Smith",
    ],
)
def test_leaves_a_list_in_such_an_order(text: str) -> None:
    assert "LOCATION" not in {found.entity for found in DETECTOR.find(text)}
