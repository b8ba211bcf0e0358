"""Whole addresses of more countries, and towns behind words of living."""

import pytest

from spanveil.redaction.detection import Detector

DETECTOR = Detector()


def found(text: str, entity: str) -> list[str]:
    return [text[f.start : f.end] for f in DETECTOR.find(text) if f.entity == entity]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("takes you to Blk 539 Ang Mo Kio Ave 3 Unit 05-882, Singapore 560773.", "Blk 539 Ang Mo Kio Ave 3 Unit 05-882, Singapore 560773"),
        ("Blk 12 Bedok North Street 1 #08-112, Singapore 460012", "Blk 12 Bedok North Street 1 #08-112, Singapore 460012"),
        ("of The Old Mill, Ballinamore, Co. Leitrim, whose cough", "The Old Mill, Ballinamore, Co. Leitrim"),
        ("at 12 Main Street, Kells, County Meath, A82 K5T6", "12 Main Street, Kells, County Meath, A82 K5T6"),
        ("at 27 Seaview Terrace, Howth, Co. Dublin, D13 X4Y6 on", "27 Seaview Terrace, Howth, Co. Dublin, D13 X4Y6"),
        ("H.No. 47-B, Sector 60, Chandigarh - 160036", "H.No. 47-B, Sector 60, Chandigarh - 160036"),
        ("Flat 409, Shanti Kunj, 4th Cross, Indiranagar, Bengaluru 560024", "Flat 409, Shanti Kunj, 4th Cross, Indiranagar, Bengaluru 560024"),
        ("at Prinsengracht 436-II, 1016 HK Amsterdam, doorbell", "Prinsengracht 436-II, 1016 HK Amsterdam"),
        ("to PO Box 166, Rural Route 2, Bozeman, MT 59715. Recipient", "PO Box 166, Rural Route 2, Bozeman, MT 59715"),
        ("RR 3 Box 45, Elkton, VA 22827", "RR 3 Box 45, Elkton, VA 22827"),
        ("CPE at Am Alten Markt 5a, Hinterhaus, 96047 Bamberg keeps", "Am Alten Markt 5a, Hinterhaus, 96047 Bamberg"),
        ("Lindenstr. 4, 2. OG links, 10969 Berlin", "Lindenstr. 4, 2. OG links, 10969 Berlin"),
        ("Barbaros Mah. Lale Sok. No:96 D:6, 34758 Ataşehir/İstanbul adresine", "Barbaros Mah. Lale Sok. No:96 D:6, 34758 Ataşehir/İstanbul"),
        ("in Yenimahalle, Atatürk Cad. 35/7, 06170 Ankara", "Yenimahalle, Atatürk Cad. 35/7, 06170 Ankara"),
        ("ở Số 93 ngõ 460 Cầu Giấy, phường Quan Hoa, quận Cầu Giấy, Hà Nội.", "Số 93 ngõ 460 Cầu Giấy, phường Quan Hoa, quận Cầu Giấy, Hà Nội"),
        ("en Cr. 29 # 6R-3, Etapa 8 apartamento 772, 255438, Guayabal, Cundinamarca; mi", "Cr. 29 # 6R-3, Etapa 8 apartamento 772, 255438, Guayabal, Cundinamarca"),
        ("en Calle Hidalgo 285 Pte., Col. Centro, 64000 Monterrey, N.L.; ya", "Calle Hidalgo 285 Pte., Col. Centro, 64000 Monterrey, N.L."),
        ("Strada Dinu Nr. 56, Valea lui Mihai, 698577?", "Strada Dinu Nr. 56, Valea lui Mihai, 698577"),
        ("left Studio 54, Stewart Extensions, Christophermouth, G7A 6ND in", "Studio 54, Stewart Extensions, Christophermouth, G7A 6ND"),
        ("請寄到714 高雄動物園路3段78號之5。", "714 高雄動物園路3段78號之5"),
        ("إلى 62 شارع طلعت حرب، وسط البلد، القاهرة وإرسال", "62 شارع طلعت حرب، وسط البلد، القاهرة"),
        ("כתובת דיזנגוף 99, תל אביב, 6433201", "דיזנגוף 99, תל אביב, 6433201"),
        ("and the street (Φαββάτα 191-745).", "Φαββάτα 191-745"),
        # towns
        ("er borte hos oss i Ireneodden. Ring", "Ireneodden"),
        ("i bi d Trudi us Kloten, mini", "Kloten"),
        ("tá mé i mo chónaí i Kilkenny agus", "Kilkenny"),
        ("PhilHealth, taga-Olomouc. Paki-text", "Olomouc"),
        ("loan officer, branch Chiang Mai: is", "Chiang Mai"),
    ],
)  # fmt: skip
def test_a_place(text: str, place: str) -> None:
    assert place in "".join(found(text, "LOCATION")) or found(text, "LOCATION") == [place]
    covered = {i for f in DETECTOR.find(text) for i in range(f.start, f.end)}
    begin = text.index(place)
    assert all(i in covered for i in range(begin, begin + len(place)) if text[i].isalnum())
    assert not any(text[i].isalnum() for i in covered if not begin <= i < begin + len(place))


def test_towns_beside_a_passport() -> None:
    text = "passport N25281356 for the first, from Haifa to Kaunas."
    assert found(text, "LOCATION") == ["Haifa", "Kaunas"]


@pytest.mark.parametrize(
    "text",
    [
        "tell us Monday please",
        "branch Main: merge",
        "the address (see section 4) is virtual",
        "Version 2, Hotfix, 2024 Release",
    ],
)
def test_nothing_of_the_kind(text: str) -> None:
    assert DETECTOR.find(text) == ()


def test_a_language_is_no_place() -> None:
    assert found("Reply in Korean to Mrs Ada Lovelace", "LOCATION") == []
