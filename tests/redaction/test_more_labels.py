"""Labels and keys of names and numbers in more words, and what only looks like one of them."""

import pytest

from spanveil.redaction.detection import Detector

DETECTOR = Detector()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # an identity's number beside a bare word, by its check digits; a form of its own
        ("KYC case 7, ID 8203197781083, source of funds", "8203197781083"),
        ("no. KP 920407-14-1089", "920407-14-1089"),
        ("Vehicle JTD06YPE3RK221141 is on the way", "JTD06YPE3RK221141"),
        ('licenceKr = "11-19-787802-73"', "11-19-787802-73"),
        ("contribuinte 266 933 246", "266 933 246"),
        ("The alien registration number is A-076-044-358, please", "A-076-044-358"),
        ("vehicle: KA-C 863 (blue estate)\nkeeper: none", "KA-C 863"),
        ("Broj osobne iskaznice: 112345678", "112345678"),
        ('{"key": "app.vehicleVrm", "value": {"stringValue": "LM68 ZKT"}}', "LM68 ZKT"),
        ("| passport card or book no. | Result |\n|---|---|\n| W20433592 | ok |\n", "W20433592"),
        ("| NHI number | Result |\n|---|---|\n| ZZZ8044 | no match |\n", "ZZZ8044"),
        ("your Medicare no. incl. reference?\ncaller: it's 2510 67074 7\n", "2510 67074 7"),
        # phones
        ("telemóvel 235516480", "235516480"),
        ("bitte um Rückruf unter (03804) 55451 825, danke", "(03804) 55451 825"),
        ("ringer fra 31 21 60 52.", "31 21 60 52"),
        ("zvaniet uz +(371) 15670357.", "+(371) 15670357"),
        ("Harrison Mody\n05128250698 | mody_harrison@gmail.com", "05128250698"),
        # keys
        ('{"holder": {"name": {"first": "Andrew", "last": "Wood"}}}', "Wood"),
        ('{"pax": "Keith/Drew MR"}', "Keith/Drew MR"),
        ('{"宿泊": {"代表者": "鈴木 和也"}}', "鈴木 和也"),
        ('{"content": "{\\"氏名\\": \\"鈴木 和也\\"}"}', "鈴木 和也"),
        ('{"pupil": {"known_as": "Graeme"}}', "Graeme"),
        ('{"declarant": {"prenoms": "Dorothée"}}', "Dorothée"),
        ('{"given": [\n            "Kristen"\n          ]}', "Kristen"),
        ("first,last,cell\nBjorn,Lindqvist,none\n", "Lindqvist"),
        # the first argument of a call; forms that issuers print; dates in other forms
        ("charge(373082532155840, cents=1999)", "373082532155840"),
        ("New device 353915086758549, location", "353915086758549"),
        ("เลขบัตร 1-1788-31277-25-9", "1-1788-31277-25-9"),
        ("POC is here (987-274-7415x13387)", "987-274-7415x13387"),
        ("my car (plate YK18 GBH) was hit", "YK18 GBH"),
        ('{"plate": "4XNJ548"}', "4XNJ548"),
        ("Reisepass Nr. CR6NNT8W6", "CR6NNT8W6"),
        ('{"docNumber": "Z6142618"}', "Z6142618"),
        ("secu : 287055032700374", "287055032700374"),
        ('{"telephone": "06.76.81.20.28"}', "06.76.81.20.28"),
        ("kérem hívjanak a 59/954-9641 számon", "59/954-9641"),
        ("生年月日 1952年2月1日", "1952年2月1日"),
        ('{"dateOfBirth": "1991-12-27T00:00:00Z"}', "1991-12-27T00:00:00Z"),
        ("birthday 27-Sep-1972", "27-Sep-1972"),
        ("ஆதார் 495741052843.", "495741052843"),
        ('[{"type": {"coding": [{"code": "MR"}]}, "value": "H004579484"}]', "H004579484"),
        (
            "P<D<<FERREIRA<<PAVLOS<<<<<<<<<<<<<<<<<<<<<<<\nF541616482D<<9508026F3208184<<<<<<<<<<<<<<04",
            "P<D<<FERREIRA<<PAVLOS<<<<<<<<<<<<<<<<<<<<<<<\nF541616482D<<9508026F3208184<<<<<<<<<<<<<<04",
        ),
        ("Podem ligar no (11) 98518-1468?", "(11) 98518-1468"),
        ('{"musteri": {"ad": "Kefser", "soyad": "Manço"}}', "Kefser"),
        ('{"out": "{\\"nameOnReservation\\": \\"Pham, Rosa\\"}"}', "Pham, Rosa"),
        ("مرحبا، اسمي محمود أبو قمر ورقم هاتفي", "محمود أبو قمر"),
        # a person whose name is a brand, too
        ("Mrs Ford was admitted", "Ford"),
        ("and did Cassandra Dennis sign off on it?", "Cassandra Dennis"),
    ],
)
def test_what_is_told(text: str, value: str) -> None:
    assert value in {text[f.start : f.end] for f in DETECTOR.find(text)}


@pytest.mark.parametrize(
    "text",
    [
        "id: 1700000000000, id 4006381333931",
        "see section (a) of vehicle 12; license: MIT, license 2.0",
        '{"first": "Monday", "last": "Friday"}, {"first": "Introduction", "last": "Summary"}',
        '{"first": 1, "last": 20}, {"columns": {"names": ["Id", "Value"]}}',
        "Client/Server Ms; Read/Write DR",
        '{"file_names": "Report", "judge": "LLM"}',
        # goods and dates in the forms of cards and phones
        "EAN 5901234123457, ISBN 978-3-16-148410-0, UPC 036000291452",
        "Lot 243005 exp 2028-04 pH 7.2 Brix 11.4",
        "AWB 020-98517191 ETA 14:30",
        # named after people, and nobody
        "Sehr geehrte Damen und Herren, anbei die Unterlagen.",
        "Art Deco posters, Frank Lloyd style windows, Eames chair",
        "A Bellini, a Margarita and a Brandy Alexander, then peach Melba.",
        "Confirmed with the caller: South African",
        "caller: Personalausweis-Nr",
        "Mit freundlichen Grüßen\nIhr Kundenservice",
        "Cordialement,\nLe service client",
        "Atenciosamente,\nEquipe de Suporte",
        '{"i18n": {"label.first_name": "First name", "label.birthday": "Date of birth"}}',
        '{"gtin": "4082059140834", "officeLocation": "B-214"}',
        "Preheat the oven to 180 C. Mix 250 g flour",
        '{"ad": "Summer Sale", "code": "MR", "value": "x"}, {"code": "DR"}',
        "lease signed by the parties; P<T> is a type",
        "sleep(123456789); created 2024-01-02T00:00:00Z",
    ],
)
def test_what_is_not(text: str) -> None:
    assert DETECTOR.find(text) == ()
