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
