"""A leaf of a JSON value is seen under the name that the value gives it, wherever that stands."""

import json
from typing import Any

import pytest

from benchmarks.detection import ours
from benchmarks.held_out import make
from spanveil.redaction import Redactor
from tests.redaction.secretgen import Generator

REDACTOR = Redactor(profile="diagnostic")
PASSWORD = "Kr0kus" + str(Generator(3).random.randrange(100, 999)) + "_Tulp"


def shown(value: Any) -> Any:
    key = "gen_ai.tool.call.result"
    return json.loads(REDACTOR.attributes({key: json.dumps(value)})[0][key])


@pytest.mark.parametrize(
    ("value", "secret"),
    [
        ({"city": "Mediano"}, "Mediano"),
        ({"givenName": "Lisa", "familyName": "Weerdenburg"}, "Weerdenburg"),
        ({"full_name": "Abha Dada"}, "Abha Dada"),
        ({"last_name": "Wu"}, "Wu"),
        ({"licenseNumber": "YX043909"}, "YX043909"),
        ({"name": "DB_PASSWORD", "value": PASSWORD}, PASSWORD),
        ({"Name": "DB_PASSWORD", "ValueFrom": "", "Value": PASSWORD}, PASSWORD),
        ({"credentials": [{"type": "password", "value": PASSWORD}]}, PASSWORD),
        ({"config": {"spring.datasource.password": PASSWORD}}, PASSWORD),
        ({"user": {"customer.name": "Abha Dada"}}, "Abha Dada"),
        ({"kyc": {"doc": "aadhaar", "number": "305768120992"}}, "305768120992"),
        ({"telecom": [{"system": "phone", "value": "2721 5268"}]}, "2721 5268"),
        ({"phoneNumbers": [{"type": "work", "value": "2721 5268"}]}, "2721 5268"),
        ({"columns": ["full_name", "ssn"], "rows": [["Abha Dada", "147922292"]]}, "147922292"),
        ({"header": ["Vorname", "Nachname"], "data": [["Catarina", "Bucher"]]}, "Bucher"),
    ],
)
def test_what_a_name_elsewhere_gives_away_is_redacted(value: Any, secret: str) -> None:
    assert secret not in json.dumps(shown(value))


@pytest.mark.parametrize(
    "value",
    [
        {"name": "password_policy", "value": "strong"},
        {"type": "token", "value": "keyword"},
        {"name": "retries", "value": "3"},
        {"columns": ["id", "status"], "rows": [["17", "paid"], ["18", "open"]]},
        {"columns": ["id", "status"], "rows": [["17"], "none", [], {"id": 3}]},
        {"config": {"app.name": "checkout", "feature.flags": "dark-mode"}},
        {"columns": [], "rows": [[]]},
        {"columns": [1, 2], "rows": [[3, 4]]},
    ],
)
def test_what_names_nothing_stays(value: Any) -> None:
    assert shown(value) == value


@pytest.mark.parametrize("split", ["development", "sealed"])
def test_a_redacted_payload_loses_what_detection_finds_in_its_text(split: str) -> None:
    find = ours(names=True)
    left = found = 0
    for text, spans in make("payloads", split=split, seed=7):
        key = "gen_ai.tool.call.result"
        after = json.dumps(json.loads(REDACTOR.attributes({key: text})[0][key]), ensure_ascii=False)
        plain = json.dumps(json.loads(text), ensure_ascii=False)
        covered = {i for start, end, _ in find(text) for i in range(start, end)}
        for start, end, _ in spans:
            if all(i in covered for i in range(start, end) if text[i].isalnum()):
                found += 1
                left += text[start:end] in after and text[start:end] in plain
    assert found > 20
    assert left <= 0.05 * found
