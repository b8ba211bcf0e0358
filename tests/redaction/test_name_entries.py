"""Names by their key: a key that is a value itself, a list, a display, other scripts, a head."""

import json

import pytest

from spanveil.redaction.detection import Detector

DETECTOR = Detector()


def people(text: str) -> list[str]:
    return [text[f.start : f.end] for f in DETECTOR.find(text) if f.entity == "PERSON"]


@pytest.mark.parametrize(
    ("payload", "names"),
    [
        ({"name": "surname", "value": "Quisling"}, ["Quisling"]),
        ({"label": "Full name", "value": "Zuri Okoro"}, ["Zuri Okoro"]),
        ({"field": {"ref": "surname"}, "text": "Wulandari"}, ["Wulandari"]),
        ({"k": "user.daughter", "v": "Lakshmi"}, ["Lakshmi"]),
        ({"selector": "#holder", "value": "PIA LINDQVIST"}, ["PIA LINDQVIST"]),
        ({"selector": "input[name=cardholder]", "text": "PIA LINDQVIST"}, ["PIA LINDQVIST"]),
        ({"text": "Surname", "answer": [{"valueString": "Tiedemann"}]}, ["Tiedemann"]),
        ({"type": "given_names", "mentionText": "Ayşegül"}, ["Ayşegül"]),
        ({"NACHN": "Unger", "VORNA": "Sophia", "RUFNM": "Fine"}, ["Unger", "Sophia", "Fine"]),
        ({"given": ["Harpreet", "Wanjiru", "Ọmọ́tọ́lá"]}, ["Harpreet", "Wanjiru", "Ọmọ́tọ́lá"]),
        ({"beneficiary": {"display": "Siew S. Mthembu"}}, ["Siew S. Mthembu"]),
        ({"driver": {"display": "हनुमान् सिंह"}}, ["हनुमान् सिंह"]),
        ({"participant": [{"actor": {"display": "박성호"}}]}, ["박성호"]),
        ({"consignee": {"contactName": "عائد آل علي"}}, ["عائد آل علي"]),
        ({"full_name_native": "მინდია ალანია"}, ["მინდია ალანია"]),
        ({"lastNameKana": "ササキ", "firstName_kanji": "花子"}, ["ササキ", "花子"]),
        ({"matched_name": "WOUTER PRATAMA"}, ["WOUTER PRATAMA"]),
        ({"nameOnCard": "PIA LINDQVIST"}, ["PIA LINDQVIST"]),
        ([["姓名", "电话"], ["岳旭", "13290157367"]], ["岳旭"]),
        ([["Name", "Phone"], ["Zuri Okoro", "0301234567"]], ["Zuri Okoro"]),
        (
            [{"spk": "A", "txt": "may I have your name"}, {"spk": "B", "txt": "yonatan nwosu"}],
            ["yonatan nwosu"],
        ),
        (
            [{"content": "What is your full name?"}, {"role": "user", "content": "it's pia lind"}],
            ["pia lind"],
        ),
    ],
)
def test_what_a_key_says_is_a_name(payload: object, names: list[str]) -> None:
    for text in (
        json.dumps(payload, ensure_ascii=False),
        json.dumps(payload, ensure_ascii=False, indent=2),
        json.dumps({"body": json.dumps(payload, ensure_ascii=False)}, ensure_ascii=False),
    ):
        assert people(text) == names
    assert len(people(json.dumps(payload))) == len(names)


def test_heads_in_another_script() -> None:
    assert people("氏名,電話\n岳旭,090-1234-5678\n長谷部 誠,090-1111-2222") == ["岳旭", "長谷部 誠"]


@pytest.mark.parametrize(
    "payload",
    [
        {"coding": [{"system": "http://loinc.org", "display": "Body Weight"}]},
        {"performer": [{"display": "Quest Labs"}]},
        {"name": "보고서 작성"},
        {"name": "name", "value": "Region Name"},
        {"key": "hostname", "value": "Alpha"},
        {"field": "tool_name", "value": "Search Tool"},
        {"name": "username", "in": "header", "description": "Some Text"},
        [{"content": "What is the file name?"}, {"content": "quarterly report"}],
        [{"content": "What is your name?"}, {"content": "why do you ask"}],
    ],
)
def test_what_is_no_name(payload: object) -> None:
    assert people(json.dumps(payload, ensure_ascii=False)) == []
