"""Numbers by the labels that people give them: shortened, dotted, in one word, in a key of any case."""

import pytest

from tests.redaction.detected import DETECTOR, is_covered


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
        # an identity by whose it is, and what other offices call their numbers
        ("Qatar ID: 28563400123", "28563400123"),
        ("Namibian ID 85073000123 was read", "85073000123"),
        ("encounter number: 1044882310", "1044882310"),
        ("employer PAYE ref: 123/AB45678", "123/AB45678"),
        ("share code: W7X-4KP-92Q", "W7X-4KP-92Q"),
        ("VA file number C12345678", "C12345678"),
        ("ID number: 63-123456B12", "63-123456B12"),
        ("ID number: 850730 5009 08 7", "850730 5009 08 7"),
        ("RIZIV-nummer: 1-23456-78-901", "1-23456-78-901"),
        ("isapre 104488231", "104488231"),
        ("NUHSA: AN1044882310", "AN1044882310"),
        ("L.E. 4.512.338", "4.512.338"),
        ("Förderungsnummer 10448823109", "10448823109"),
        ("lakcímkártya száma: 123456AB", "123456AB"),
        ("título de residência: 123456P78", "123456P78"),
        ("giấy phép lái xe: 790123456789", "790123456789"),
        ("carte d'identité biométrique: 104-488-231-09", "104-488-231-09"),
        # a plate of any country behind a word that means nothing else
        ("targa: AB123CD", "AB123CD"),
        ("kenteken 12-ABC-3", "12-ABC-3"),
        ("rekisterinumero: ABC-123", "ABC-123"),
        ("车牌：京A12345", "京A12345"),
        # other scripts, with marks that are no letters between label and number
        ("জন্ম নিবন্ধন নম্বর: 19921234567890123", "19921234567890123"),
        ("رقم البطاقة الوطنية: AB123456", "AB123456"),
        ("الرقم الموحد: 104488231", "104488231"),
        ("номер военного билета: АК 1234567", "АК 1234567"),
        ("матичен број: 0101985450006", "0101985450006"),
        ("外国人登録番号: B123456789", "B123456789"),
        ("社会保障号: 310101198501012345", "310101198501012345"),
        ("사원번호: 20140012", "20140012"),
        # beside their names, numbers that check digits do not bear out: they were typed wrong
        ("TFN: 123 456 780", "123 456 780"),
        ("IBAN NO42 7126 2717 296", "NO42 7126 2717 296"),
    ],
)
def test_finds_a_number_by_a_label_as_people_write_it(text: str, value: str) -> None:
    assert is_covered(text, value)


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
    assert is_covered(f"{label} 77 189 16 04", "77 189 16 04")


@pytest.mark.parametrize(
    "number",
    [
        "9 1234 5678",
        "8 916 123 45 67",
        "98765 43210",
        "984-1234567",
        "(03)1234-5678",
        "0470/12.34.56",
    ],
)
def test_finds_a_phone_without_a_label_beside_whom_it_reaches(number: str) -> None:
    assert is_covered(f"Observation: 1 row, r_benhaim@seznam.cz, {number}", number)
    assert is_covered(f"Best,\nAna Paz\n{number}\n", number)


@pytest.mark.parametrize(
    "text",
    [
        "said 123456789 times, as arcsin 482913774 and opcode 12345678",
        "contrib 8412234 lines in examine 12345678",
        '{"company": {"employees": 1234567, "id": 8}}',
        "document count 12345678",
        "va: 12345678 bytes mapped at 0x7f",
        '{"participant_id": 48213377, "visit_count": 1200455}',
        "visit number 12345 to the page today",
        "csn=12345678 seq=12 cid=10000000001",
        "OCR accuracy over 1234567890123 pixels",
        "targa: 1.2.3-BETA",
        "border: 1px solid #626262;",
    ],
)
def test_leaves_what_only_looks_like_such_a_label(text: str) -> None:
    assert DETECTOR.find(text) == ()
