"""What stands beside a word for a secret in code and in prose and is none."""

import pytest

from spanveil.redaction.detection import Detector

DETECTOR = Detector()


def secrets(text: str) -> list[str]:
    return [text[f.start : f.end] for f in DETECTOR.find(text) if f.entity == "SECRET"]


@pytest.mark.parametrize(
    "text",
    [
        "fn verify(hash: &str, password: &str) -> bool {",
        "fn verify(password: &'a str) {",
        "(?P<user>[^:@]+):(?P<password>[^@]+)@",
        "auth.password.hash.iterations=310000",
        "pin: GPIO17",
        "    pw = pw[:-1]\n",
        "mongodb+srv://<username>:<password>@cluster0.example.mongodb.net/",
        "SLACK=xoxb-your-token",
        'git pull learned to pass "-v/-q" options on',
        'and pass it down to "git merge".',
        'run with "--quiet", to pass "--quiet" down to gc',
        "caused trouble, pass it to MD5Init and go on",
    ],
)
def test_code_and_prose(text: str) -> None:
    assert secrets(text) == []


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("user bob and pass Tr0ub4dor", "Tr0ub4dor"),
        ('pass "Tr0ub4dor"', "Tr0ub4dor"),
        ("login bob pass Tr0ub4dor", "Tr0ub4dor"),
        ("pin: 4711", "4711"),
        ("the pass for it is Tr0ub4dor&3", "Tr0ub4dor&3"),
        ("postgres://bob:Tr0ub4dor3@db:5432/x", "Tr0ub4dor3"),
    ],
)
def test_secrets_beside_them_stay(text: str, secret: str) -> None:
    assert secrets(text) == [secret]
