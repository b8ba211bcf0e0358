"""Addresses to their end: units behind a quarter of the sky, floors, doors, streets by number."""

import pytest

from spanveil.redaction.detection import Detector

DETECTOR = Detector()


@pytest.mark.parametrize(
    "address",
    [
        "72 rue des Tanneurs, 37000 Tours",
        "313 Dundas St W, Unit 9, Toronto, ON M5T 1H3",
        "742 King Street East, Apt 1203, Kitchener, ON N2G 2L4",
        "House 890, Street 84, F-8/3, Islamabad",
        "House No. 12, Street 5, Sector G-10/2, Islamabad 44000",
        "H# 45, St# 7, Phase 6, DHA, Karachi",
        "House 23-B, Lane 4, Block C, Model Town, Lahore",
        "House 7, Road 12, Sector 11, Uttara, Dhaka-1230",
        "Flat 4B, House 33, Road 9/A, Dhanmondi, Dhaka",
        "Villa 12, Street 34B, Jumeirah 2, Dubai",
        "Rua das Flores 948, 2.º Esq., 4050-093 Porto",
        "Av. da Liberdade 12, 3.º Dto, 1250-096 Lisboa",
        "Rua do Ouro 5, 1º F, 1100-060 Lisboa",
        "R. Augusta 44, r/c Dto., 1100-053 Lisboa",
        "Calle Mayor 5, 3º izq., 28013 Madrid",
        "C/ Alcalá 100, esc. 2, 1.ª dcha., 28009 Madrid",
    ],
)
def test_finds_an_address_to_its_end(address: str) -> None:
    text = f'{{"ship_to": "{address}"}}'
    found = {place for each in DETECTOR.find(text) for place in range(each.start, each.end)}
    start = text.index(address)
    assert found.issuperset(
        place for place in range(start, start + len(address)) if text[place].isalnum()
    )


@pytest.mark.parametrize(
    "text", ["House 4, Phase two of the plan", "Plot 12 and Block the next", "Flat 4 percent, Zone"]
)
def test_leaves_what_is_numbered_and_no_street(text: str) -> None:
    assert DETECTOR.find(text) == ()
