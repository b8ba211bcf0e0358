"""Where somebody lives, as sentences of many languages say it, and no more than that."""

import pytest

from spanveil.redaction.detection import Detector

DETECTOR = Detector()


def places(text: str) -> list[str]:
    return [text[f.start : f.end] for f in DETECTOR.find(text) if f.entity == "LOCATION"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("j'habite 342 boulevard Abdelatif Rahal - Taher.", "342 boulevard Abdelatif Rahal - Taher"),
        ("domiciliado en Avda. Gloria Rivera 7652 Dpto. 2481, Hualqui, Región del Biobío, 5399280", ""),
        ("Indyboulevard 7, 4120AP, Nutter", ""),
        ("Lease for Kunratická 52, 762 22 Jablonné nad Orlicí", "Kunratická 52, 762 22 Jablonné nad Orlicí"),
        ("sold to her: 483 Adam Spring, Laurenside, NS V2J7N1", "483 Adam Spring, Laurenside, NS V2J7N1"),
        ("живее на Будимпештанска 1б/3, 82790 Делчево.", "Будимпештанска 1б/3, 82790 Делчево"),
        ("ჩემი მისამართია გრიშაშვილის ქ. 74, წალენჯიხა.", "გრიშაშვილის ქ. 74, წალენჯიხა"),
        ("հասցեն՝ ք. Ծաղկաձոր, Արգիշտիի 929.", "ք. Ծաղկաձոր, Արգիշտիի 929"),
        ("היא גרה בהרדוף 74, עין אל-אסד, 7466399.", "הרדוף 74, עין אל-אסד, 7466399"),
        ("ठेगाना न्यौपाने पथ वडा 54 , गढिमाई, सल्यान 29711", "न्यौपाने पथ वडा 54 , गढिमाई, सल्यान 29711"),
        ("giao hàng tới Số 9/67 Khu 36 Đường số 56 Phường An Bình", "Số 9/67 Khu 36 Đường số 56 Phường An Bình"),
        ('{"pickup": "C. de Mar Sánchez 23 Puerta 3 , León, 35741"}', "C. de Mar Sánchez 23 Puerta 3 , León, 35741"),
        ('{"CityName": "Haldensleben"}', "Haldensleben"),
        ("alone at 693 Brenda Underpass, South Terryside, HR49 9HS.", "693 Brenda Underpass, South Terryside, HR49 9HS"),
        ("on Studio 17I, Richardson Crest, Murraymouth, E03 6XT is approved", "Studio 17I, Richardson Crest, Murraymouth, E03 6XT"),
        ("at 3 Richard Arcade, RD 10, Smithburgh 8085.", "3 Richard Arcade, RD 10, Smithburgh 8085"),
        ("και μένω Αγίων Πάντων 81,, 97955 Πολύγυρος.", "Αγίων Πάντων 81,, 97955 Πολύγυρος"),
        ("is at 24, Oza Marg, Pudukkottai 641315", "24, Oza Marg, Pudukkottai 641315"),
        ("en Cañada de Gilberto Olivera 98, Ourense, 24771.", "Cañada de Gilberto Olivera 98, Ourense, 24771"),
        ("at Apt. 887, 5 Taylor Street, Awakowhai 8257.", "Apt. 887, 5 Taylor Street, Awakowhai 8257"),
        # no more than the place
        ("我住在北京市朝阳区建国路88号", "北京市朝阳区建国路88号"),
        ("Ich wohne in der Lindenstraße 12, 50674 Köln", "Lindenstraße 12, 50674 Köln"),
        ("Send it to attn Mme Dupont, 12 rue de la Paix, 75002 Paris", "12 rue de la Paix, 75002 Paris"),
        ("ship to: Anneke de Vries, Keizersgracht 221-3, 1016 DV Amsterdam", "Keizersgracht 221-3, 1016 DV Amsterdam"),
        ("адреса вулиця узвіз Віталія Блажка, буд. 58, Соледар, 37113", ""),
    ],
)  # fmt: skip
def test_a_place_that_is_told(text: str, place: str) -> None:
    if place:
        assert places(text) == [place]
    else:
        covered = {i for f in DETECTOR.find(text) for i in range(f.start, f.end)}
        number = next(i for i, char in enumerate(text) if char.isdigit())
        assert all(i in covered for i in range(number, len(text)) if text[i].isalnum())


@pytest.mark.parametrize(
    "text",
    [
        "The parcel was sent to the warehouse on Monday at 12.",
        '{"pickup": "in store", "destination": "Output", "origin": "https"}',
        "Das Paket wird geliefert an die Filiale.",
        "מדובר בגרסה 12 של התוכנה",
        "C. 12 of the plan; bor i 12 dagar",
        "проживает в квартире друзей",
    ],
)
def test_what_is_no_place(text: str) -> None:
    assert places(text) == []
