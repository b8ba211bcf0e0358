"""A label says that a number is a person's, whoever issued it and whatever joins the two."""

import pytest

from spanveil.redaction.detection import Detector

DETECTOR = Detector()

LABELS = [
    ("employee number", "employeeNumber", "E-48213"),
    ("frequent flyer number", "frequent_flyer_number", "AA12345678"),
    ("CNIC", "cnic", "42101-1234567-1"),
    ("Kundennummer", "kundennummer", "48213377"),
    ("nr klienta", "nr_klienta", "48213377"),
    ("permiso de residencia", "permiso_residencia", "E84715970"),
    ("VIN", "vin", "1HGCM82633A004352"),
    ("IMSI", "imsi", "262011234567890"),
    ("asmens kodas", "asmens_kodas", "38501011234"),
    ("EMŠO", "emso", "0101006500272"),
    ("booking reference", "booking_ref", "QX7K2M"),
]
LAYOUTS = [
    "I confirmed the {label} {value} with her.",
    "my {label} is {value}, please check it",
    "She gave her {label} ({value}) at the desk.",
    "- **{label}**: `{value}`",
    "{label}\n{value}\n",
    "{label} ........ {value}",
    '{{"{key}": "{value}", "ok": true}}',
    '{{"type": "{key}", "value": "{value}"}}',
    '{{"type": {{"text": "{label}"}}, "value": "{value}"}}',
    '{{"args": "{{\\"{key}\\": \\"{value}\\"}}"}}',
    '<person {key}="{value}" lang="en"/>',
    "<person><{key}>{value}</{key}></person>",
    "<tr><th>{label}</th><td>{value}</td></tr>",
    '<input type="text" name="{key}" value="{value}">',
    "form.person.{key}={value}",
    "https://x.example/api?lang=en&{key}={value}&page=2",
    "UPDATE people SET {key} = '{value}' WHERE id = 4;",
]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(("label", "key", "value"), LABELS, ids=[key for _, key, _ in LABELS])
def test_a_labelled_number_in_every_layout(label: str, key: str, value: str, layout: str) -> None:
    text = layout.format(label=label, key=key, value=value)
    found = {text[finding.start : finding.end] for finding in DETECTOR.find(text)}
    assert any(value in each for each in found), text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("id,employee_no,status\n7,4821377,ok\n", "4821377"),
        ("id;EMŠO;status\n7;0101006500272;ok\n", "0101006500272"),
        ("| id | nr klienta |\n| --- | --- |\n| 7 | 48213377 |\n", "48213377"),
        ("INSERT INTO people (id, employee_no) VALUES (7, '4821377');", "4821377"),
        ('{"value": "42101-1234567-1", "type": "cnic"}', "42101-1234567-1"),
        ("42101-1234567-1 is my CNIC", "42101-1234567-1"),
        ("身份证号: 110101198501011234", "110101198501011234"),
        ("паспорт 4512 345678", "4512 345678"),
        ("numéro de permis : 12AA34567", "12AA34567"),
        ("customer_id: C-4821377", "C-4821377"),
        ("venmo: @anna-kl77", "@anna-kl77"),
        ("GPS 52.512345, 13.412347", "52.512345, 13.412347"),
    ],
)
def test_heads_statements_order_scripts_and_handles(text: str, value: str) -> None:
    assert value in {text[finding.start : finding.end] for finding in DETECTOR.find(text)}


ANSWERS = [
    "agent: could you read me the {label} please?\ncaller: yes, it's {value}\nagent: thanks",
    "{label}?\n{value}",
    "Please correct the {label} in my file, it should read {value}.",
    'create_profile({key}="{value}", dry_run=True)',
    'subject {{\n  {key}: "{value}"\n  level: BASIC\n}}\n',
    "| {label} | Result |\n|---|---|\n| {value} | no match |\n",
]


@pytest.mark.parametrize("layout", ANSWERS)
@pytest.mark.parametrize(
    ("label", "key", "value"),
    [
        ("membership number", "memberNo", "48213377"),
        ("NIK KTP", "nikKtp", "3174015204880003"),
        ("SVNR (e-card)", "svnrVersicherter", "1237 010180"),
        ("rijksregisternummer", "rijksregisterNr", "85.07.30-033.28"),
        ("fødselsnummer", "fodselsnr", "010180 12345"),
        ("numéro de sécu", "numeroSecu", "1 85 05 78 006 084 91"),
        ("personnummer", "kundPnr", "811228-9874"),
        ("vehicle plate no.", "vehiclePlate", "KJA-114AB"),
        ("registration number", "plateNo", "BD51 SMR"),
        ("HR-Nummer", "hrNummer", "HRB 86891"),
        ("주민번호", "juminNo", "901201-1234567"),
        ("사업자번호", "bizNo", "120-81-47521"),
    ],
)
def test_a_number_that_answers_or_that_a_registrys_key_names(
    label: str, key: str, value: str, layout: str
) -> None:
    text = layout.format(label=label, key=key, value=value)
    found = {text[finding.start : finding.end] for finding in DETECTOR.find(text)}
    assert any(value in each for each in found), text


@pytest.mark.parametrize(
    "text",
    [
        "user_id=1234567",
        "customer_id: 1234567",
        "client_id=12345",
        "worker id: 12345",
        "customer_id_type: int",
        "passport.js 0.6.0 released",
        "patient_count: 10234",
        "member count 120345",
        "customer order number 12345678",
        "customer ticket #123456",
        "client invoice no INV-1234567",
        "account balance 1234567",
        "the patients waited 12345 seconds",
        "insurance premiums rose by 12345",
        "iam policy version 2012-10-17",
        '"member_id": "8e9e05c52164694d"',
        '"patient": {"heart_rate": 12345}',
        '"passport": null, "amount": 12345',
        '"customers": ["a"], "downloads": 1234567',
        '{"value": "12345", "type": "member_count"}',
        "12345 (members)",
        "1234567 is my order number",
        "id,member_count,status\n7,12345,ok\n",
        "INSERT INTO shops (id, customer_count) VALUES (7, '12345');",
        "See the employee number. Order 12345678 is late.",
        "dl 1234567 bytes",
        "CI #123456 passed",
        "dpi 300, 12345",
        'card: "#008000"',
        "employee since 2024-01-02",
        "tax number 0.12345",
        "Is the membership valid? I ask because of 12345678.",
        "which plate? bus 12 at 1040",
        "reg: 12 JAN 2025",
        "uid=1234567 gid=1000",
        "hr 12345, sa 123456, biz 20-11",
    ],
)
def test_what_a_label_says_is_none_of_a_persons(text: str) -> None:
    assert DETECTOR.find(text) == ()
