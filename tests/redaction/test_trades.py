"""Numbers as banks, carriers, insurers and offices write them, behind labels that they shorten."""

import pytest

from tests.redaction.detected import DETECTOR, is_covered


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # accounts of banks in the groups of their country
        ("salary to A/c 15928940498.", "15928940498"),
        ('{"account": "77184-815-4031571"}', "77184-815-4031571"),
        ('{"account": "110-535-536977"}', "110-535-536977"),
        ("계좌 1002-949-938479 신한", "1002-949-938479"),
        ("super paid; bank 062-892 49944545; Bronwyn", "062-892 49944545"),
        ("sort code 20-45-67 12345678", "20-45-67 12345678"),
        ("agência 1234-5 / 12345678-9", "1234-5 / 12345678-9"),
        ("konto 1234.56.78901", "1234.56.78901"),
        ("účet 19-2000145399/0800", "19-2000145399/0800"),
        ("bankszámla 11773016-11111018-00000000", "11773016-11111018-00000000"),
        ("direct deposit 97400-003-7027808", "97400-003-7027808"),
        ("みずほ銀行 渋谷支店 普通 2371520", "2371520"),
        ("р/с 40817810099910004312", "40817810099910004312"),
        ("No. Rek 1234567890", "1234567890"),
        # tickets, miles and cards of transit
        ('{"refund": {"ticket_number": "220 7128856854"}}', "220 7128856854"),
        ("Refund 220 1312854160 to card", "220 1312854160"),
        ("e-ticket number: 235-6725631111", "235-6725631111"),
        ("numéro de billet 057 2412345678", "057 2412345678"),
        ("электронный билет 555 6115432109", "555 6115432109"),
        ("航空券 205-2412345678", "205-2412345678"),
        ("Sık uçan yolcu no TK846121279, pasaport", "TK846121279"),
        ("vielflieger LH 992003456789012", "LH 992003456789012"),
        ("Carte Navigo perdue, n° 3085 2218 2208 1459", "3085 2218 2208 1459"),
        ("lost my Presto card 0660 5096 9873 1505, help", "0660 5096 9873 1505"),
        ("İstanbulkart 0523 1234 5678 9012", "0523 1234 5678 9012"),
        ("悠遊卡 1234567890123456", "1234567890123456"),
        # vehicles, licences and insurers
        ("Police POL/3439/255116, FIN VF1CKB7R1TP046311", "VF1CKB7R1TP046311"),
        ("telaio ZFA31200000123456", "ZFA31200000123456"),
        ("Claim for KA05WZ7754, insured", "KA05WZ7754"),
        ("vehicle_reg_no=DL 3C UH 1852 channel", "DL 3C UH 1852"),
        ("DL DL04-20086501101, insured", "DL04-20086501101"),
        ('{"driver": {"dlNumber": "KA05-20137196095"}}', "KA05-20137196095"),
        ("Schaden SCH-58-0421489 zur Police", "SCH-58-0421489"),
        ("Schaden eins zur Police POL/3439/255116, FIN", "POL/3439/255116"),
        ("szkoda PL/2024/118273, polisa AB/3321/998712", "AB/3321/998712"),
        ("hasar H-2024-55123 poliçe TR-338-4412213", "H-2024-55123"),
        # offices of states
        ("N° SS : 2 50 11 26 180 434 14", "2 50 11 26 180 434 14"),
        ("afiliación 254665201850, nacido", "254665201850"),
        ("row;sv_nummer;state\n4;4715030957;open", "4715030957"),
        ("carte soleil NGUY-8854-2762, embauche", "NGUY-8854-2762"),
        ("CNP-ul meu este 2530513417895, telefon", "2530513417895"),
        ("Pers. kods: 150174-15301; klients", "150174-15301"),
        ("row;kode_melli;state\n4;0063360543;open", "0063360543"),
        ("رقم هويتي 1308462942.", "1308462942"),
        ("رقم إقامته 2308462942", "2308462942"),
        ("জাতীয় পরিচয়পত্র নম্বর: 9644067627", "9644067627"),
        ("पहचान पत्र संख्या: 482913774012", "482913774012"),
        ("a személyi számom 123456AB", "123456AB"),
        # letters behind a space, and hardly a digit
        ("my OHIP card number is 6905 745 490 BZ - ok", "6905 745 490 BZ"),
        ('{"ppsn": "9313889 MA"}', "9313889 MA"),
        ("DNI 12345678 Z", "12345678 Z"),
        ("Personalausweisnummer: XTZCXHCCN6", "XTZCXHCCN6"),
        # a phone with a stroke between spaces
        ('{"recall": {"to": "0676 / 743 04 05"}}', "0676 / 743 04 05"),
        ("ruf an, 0664 / 12 34 567", "0664 / 12 34 567"),
        ("cambiar el titular de la línea 641 45 58 11.", "641 45 58 11"),
        ("a linha 912 345 678 não funciona", "912 345 678"),
        ("résilier ma ligne 06 12 34 56 78", "06 12 34 56 78"),
        # the last month of a card
        ("Visa, gültig bis 04/27", "04/27"),
        ("tarjeta de crédito, caduca 04/2027", "04/2027"),
    ],
)
def test_finds_a_number_in_the_form_of_its_trade(text: str, value: str) -> None:
    assert is_covered(text, value)


@pytest.mark.parametrize(
    "text",
    [
        '{"type": "Point", "coordinates": [45.986807, 45.162656]}',
        "cell 262-02 LAC 2101 CI 29264963, handover in 5 ms",
        "cell id MCC 262 MNC 02 TAC 41123 ECI 29264963",
        "echo ::add-mask:: ok",
        "listen on ::fade",
        "Zertifikat gültig bis 04/2031",
        "passport valid until 04/2031",
        "ticket 4821 was refunded, claim settled, policy in force",
        "the account has 12 seats and the bank 3",
    ],
)
def test_leaves_what_is_of_no_person(text: str) -> None:
    assert DETECTOR.find(text) == ()
