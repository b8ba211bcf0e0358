"""Secrets in formats of tools that no labelled set holds, each with a like text that has none."""

import base64
import secrets

import pytest

from spanveil.redaction.detection import Detector

DETECTOR = Detector()


def drawn() -> str:
    return base64.b64encode(secrets.token_bytes(48)).decode().replace("/", "a").replace("+", "b")


@pytest.mark.parametrize(
    "template",
    [
        "/msg NickServ identify {0}",
        "/msg NickServ IDENTIFY ada {0}",
        "wpa_passphrase Office '{0}'",
        "data:\n  .dockerconfigjson: {0}\n",
        '{{"unseal_keys_b64": [\n    "{0}",\n    "{1}"\n  ]}}',
    ],
)
def test_all_of_a_secret_is_found(template: str) -> None:
    values = ("x7" + drawn(), "y8" + drawn())
    text = template.format(*values)
    covered = {place for f in DETECTOR.find(text) for place in range(f.start, f.end)}
    for value in values:
        start = text.find(value)
        assert start < 0 or covered >= set(range(start, start + len(value)))
    assert covered


@pytest.mark.parametrize(
    "text",
    [
        "NickServ identify failed",
        "wpa_passphrase is a program of wpa_supplicant",
        "type: kubernetes.io/dockerconfigjson",
        '{"unseal_keys_b64": [], "unseal_shares": 5}',
    ],
)
def test_nothing_is_found_where_nothing_is(text: str) -> None:
    assert DETECTOR.find(text) == ()
