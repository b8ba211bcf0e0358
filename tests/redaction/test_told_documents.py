"""Numbers of phones, cards, banks, passports and vehicles in the layouts of forms and records."""

import pytest

from spanveil.redaction.detection import Detector

DETECTOR = Detector()


def hidden(text: str) -> list[str]:
    return [text[f.start : f.end] for f in DETECTOR.find(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Sorular için 0(545) 014 43 06.", "0(545) 014 43 06"),
        ("Bana 0 (532) 123 45 67 den", "0 (532) 123 45 67"),
        ("наш 8 (495) 123-45-67", "8 (495) 123-45-67"),
        ("Proszę o telefon (22) 664 50 83 po 17.", "(22) 664 50 83"),
        ("Me liga no (11) 91234-5678", "(11) 91234-5678"),
        ("refund -> 9792359564032319 / ok", "9792359564032319"),
        ("Vehicle AA-414-KD, keeper", "AA-414-KD"),
        ("Vehicle 2839 JKL, keeper", "2839 JKL"),
        ("PASSP0RT N0. . N88234553", "N88234553"),
        ('{"type": "P", "number": "A66474281"}', "A66474281"),
        ('{"number": "A66474281", "type": "P"}', "A66474281"),
        ('{\\"docType\\": \\"PASSPORT\\", \\"issuer\\": \\"IN\\", \\"no\\": \\"N1234567\\"}', "N1234567"),
        (
            '{\n            "key": "traveller.passport",\n            "value": {\n                "stringValue": "G54459624"\n',
            "G54459624",
        ),
    ],
)  # fmt: skip
def test_a_number(text: str, value: str) -> None:
    assert hidden(text) == [value]


def test_a_bank_and_an_account() -> None:
    assert hidden("| 091079804 / 6530054900 |") == ["091079804", "6530054900"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ('[["姓名", "电话"], ["岳旭", "13290157367"]]', ["岳旭", "13290157367"]),
        ('[["이름","전화번호"],["김철수","01012345678"]]', ["김철수", "01012345678"]),
        ('[["ФИО", "Телефон"], ["Иванов Иван", "89161234567"]]', ["Иванов Иван", "89161234567"]),
        ('[["name", "ssn"], ["Ada Byron", "123456789"]]', ["Ada Byron", "123456789"]),
    ],
)
def test_rows_below_a_row_of_names(text: str, values: list[str]) -> None:
    assert hidden(text) == values


@pytest.mark.parametrize(
    "text",
    [
        '[["col", "value"], ["a", "12345678901"]]',
        '{"type": "I", "number": "12"}',
        '{"key": "cloud.account.region", "value": {"stringValue": "eu1-12345"}}',
        "091079805 / 6530054900",
    ],
)
def test_no_number(text: str) -> None:
    assert hidden(text) == []
