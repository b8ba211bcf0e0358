"""A value that stands apart from its label: below it as below a heading, or named by a pronoun."""

import pytest

from spanveil.redaction.detection import Detector

DETECTOR = Detector()
VALUES = [
    ("397 853 476", "TAJ szám"),
    ("3184710691", "РНОКПП"),
    ("V965120(9)", "身份證號碼"),
    ("H874418887", "統一證號"),
    ("65 090566 J 786", "Rentenversicherungsnummer"),
    ("411774323316", "número de afiliación a la Seguridad Social"),
    ("284556046YB", "numéro INE"),
    ("X1234567", "passport number"),
    ("2912578321", "رقم الإقامة"),
    ("01101355281", "piradi nomeri"),
]


def found(text: str) -> set[str]:
    return {text[finding.start : finding.end] for finding in DETECTOR.find(text)}


@pytest.mark.parametrize(("value", "label"), VALUES)
@pytest.mark.parametrize(
    "layout",
    [
        "## {label}\n\n{value}\n\n## Remarks\n\nnone",
        "**{label}**\n\n**{value}**\n",
        "{label}\n----------\n\n{value}",
        "{label}:\r\n\r\n{value}\r\n",
        "We compared {value} with the register, and it is indeed the {label} she gave us.",
        "I have {value} on the letter in front of me, that's his {label}.",
        "case 2026-0417 | {value} ({label}) | received by post",
    ],
)
def test_a_value_apart_from_its_label(value: str, label: str, layout: str) -> None:
    assert value in found(layout.format(value=value, label=label))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("DPI de Yesenia Nilufar Nwosu: 5700 32776 1301. Nació", "5700 32776 1301"),
        ("Passport number of Mr. Ana Paz Roca: X1234567", "X1234567"),
        ("RV-Nr.: 15 010371 W 689", "15 010371 W 689"),
        ("mini AHV-Nummere isch 756.2231.5729.83.", "756.2231.5729.83"),
        ("Stranka prosi (davčna 84738782) za odlog", "84738782"),
        ('היי, ת"ז 702079989, גרה', "702079989"),
        ("ورقم إقامتي 2230776441، جوالي", "2230776441"),
        ("## військовий квиток\n\nМТ № 850107\n", "МТ № 850107"),
        ("## lebenslange Arztnummer\n\n441123010\n", "441123010"),
        ("We found 441123010, and it is the lebenslange Arztnummer", "441123010"),
        ("viiskovyi_kvytok: СО697072", "СО697072"),
        ("  cislo_op: EK 466025\n", "EK 466025"),
        ("  sa_id_number: 511106 9275 089\n", "511106 9275 089"),
        ("  nid: J94120914V\n", "J94120914V"),
    ],
)
def test_numbers_of_more_registries(text: str, value: str) -> None:
    assert value in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "I counted 48291 lines, and that's the policy file",
        "The pass took 48291 ms, that's the passport service",
        "There were 12345 rows in the table; it is the account table.",
        "Order 482913 shipped, and it is the passport she asked for.",
        "Between 48291 and 77120 I would say it is the member number",
        "## Passport\n\n48291 requests were served\n",
        "Accounts\n\n\n\n\n\n4829131\n",
        "version V12 of the member number",
    ],
)
def test_numbers_of_something_else(text: str) -> None:
    assert not found(text)
