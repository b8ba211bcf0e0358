"""Numbers by the labels that people give them: shortened, dotted, in one word, in a key of any case."""

import pytest

from spanveil.redaction.detection import Detector

DETECTOR = Detector()


def _covered(text: str, value: str) -> bool:
    start = text.index(value)
    found = {place for each in DETECTOR.find(text) for place in range(each.start, each.end)}
    return found.issuperset(
        place for place in range(start, start + len(value)) if text[place].isalnum()
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # a full stop for each word of a label
        ("D.N.I.: 27.431.902", "27.431.902"),
        ("Please update C.I. V-14.203.775 in the system.", "V-14.203.775"),
        ("his C.C. (52.140.336) was read", "52.140.336"),
        ("row,T.I.,status\n1,1020304055,ok\n", "1020304055"),
        ("a.k. 38507301234", "38507301234"),
        ("r.č. 850731/4327", "850731/4327"),
        ("St.-Nr.: 21/815/08150", "21/815/08150"),
        ("Kto.-Nr. 4417203", "4417203"),
        ("Pers.-Nr. 0044182", "0044182"),
        ("SV-Nr. 65 170839 J 003", "65 170839 J 003"),
        # a capital abbreviation and its number with nothing but a copula between them
        ("my DL is M8868259 and I need help", "M8868259"),
        ("The SIN is 275-343-918, please check it.", "275-343-918"),
        ("The NAM is TREM 8512 1737, please check it.", "TREM 8512 1737"),
        # beside a thing that has one
        ("Please update device IMEI 490154203237510 in the system.", "490154203237510"),
        # a paper of a person's, whatever else a document is
        ("documento nacional de identidad ......... 38557643", "38557643"),
        ("- documento de identidad - 25590192", "25590192"),
        # keys without a sign between their words, and with a hyphen
        ('{"nrodocumento": "32.786.204"}', "32.786.204"),
        ('{"veterancard": "NX711069"}', "NX711069"),
        ('{"cuilnro": "20-43675477-5"}', "20-43675477-5"),
        ('{"numerocnh": "36675819555"}', "36675819555"),
        ('{"dl-number": "M8868259"}', "M8868259"),
        # heads of a table with a full stop, a sign for a number, or many words
        ("row,pas nr.,status\n1,892662235,ok\n", "892662235"),
        ("row,n° passeport,status\n1,52WV22133,ok\n", "52WV22133"),
        ("row,client ID (UCI),status\n1,01-1301-3022,ok\n", "01-1301-3022"),
        (
            "row,clave única de identificación tributaria,status\n1,20-65205438-8,ok\n",
            "20-65205438-8",
        ),
        # the series of a document in capitals of its own script, in a sentence
        ("паспорт КВ 668781 выдан", "КВ 668781"),
        ('{"viiskovyi_kvytok": "МТ № 890834"}', "МТ № 890834"),
        # documents in more languages
        ("vozačka dozvola: 11223344", "11223344"),
        ("vodičský preukaz A1234567", "A1234567"),
        ("číslo řidičského průkazu: EM 123456", "EM 123456"),
        ("vairuotojo pažymėjimas 01234567", "01234567"),
        ("číslo cestovného pasu: B1234567", "B1234567"),
        ("putovnica br. 505300075", "505300075"),
        ("številka potnega lista: PB1234567", "PB1234567"),
        ("số hộ chiếu: B1234567", "B1234567"),
        ("pases numurs LV1234567", "LV1234567"),
        ("номер на шофьорска книжка: 123456789", "123456789"),
        ("άδεια οδήγησης: 123456789", "123456789"),
        ("αριθμός διαβατηρίου: AE1234567", "AE1234567"),
        ("保険者番号: 06123456", "06123456"),
        ("住民票コード: 12345678901", "12345678901"),
        ("SCHUFA-ID: 1234567890", "1234567890"),
        ("Bankleitzahl 100 500 00", "100 500 00"),
        ("carte Vitale 2 85 07 75 123 456 78", "2 85 07 75 123 456 78"),
        ("uimhir PSP: 1234567TA", "1234567TA"),
        ("Centrelink CRN: 123-456-789A", "123-456-789A"),
        ("NIR : 1 85 07 75 123 456 29", "1 85 07 75 123 456 29"),
        ("No. KK 3171012501080012", "3171012501080012"),
        # a wallet of India's and a messenger's names have no digit or are no number
        ("UPI ID: rakesh.k@okhdfc", "rakesh.k@okhdfc"),
        ("WeChat ID wxid_a1b2c3d4e5f6g7", "wxid_a1b2c3d4e5f6g7"),
        # the shortest IBAN without a space has fifteen characters
        ("to NL19INGB9056918196 and NO5371262717292.", "NO5371262717292"),
        # beside their names, numbers that check digits do not bear out: they were typed wrong
        ("TFN: 123 456 780", "123 456 780"),
        ("IBAN NO42 7126 2717 296", "NO42 7126 2717 296"),
    ],
)
def test_finds_a_number_by_a_label_as_people_write_it(text: str, value: str) -> None:
    assert _covered(text, value)


@pytest.mark.parametrize(
    "label",
    [
        "Tél :",
        "Tél.",
        "Fixe :",
        "Mobilfunk:",
        "Tfno.",
        "Telf.:",
        "Cel.:",
        "Recapito:",
        "Telefoon:",
        "Mobitel:",
        "моб.",
        "الهاتف:",
        "الجوال:",
        "موبایل:",
        "মোবাইল:",
        "มือถือ:",
        "SĐT:",
        "휴대폰:",
        "連絡先:",
        "DDI:",
        '"from_number": "',
        '"wa_number": "',
    ],
)
def test_finds_a_phone_by_a_label_of_any_language(label: str) -> None:
    assert _covered(f"{label} 77 189 16 04", "77 189 16 04")


@pytest.mark.parametrize(
    "text",
    [
        "said 123456789 times, as arcsin 482913774 and opcode 12345678",
        "contrib 8412234 lines in examine 12345678",
        '{"company": {"employees": 1234567, "id": 8}}',
        "document count 12345678",
    ],
)
def test_leaves_what_only_looks_like_such_a_label(text: str) -> None:
    assert DETECTOR.find(text) == ()
