"""However long a table, a list or a series of encoded texts is, its end is looked into too."""

import base64
import json
import random
import string
from collections.abc import Callable

import pytest

from spanveil.redaction import Redactor
from spanveil.redaction.detection import Detector, TooManyHits

REDACTOR = Redactor(profile="diagnostic", key=b"k" * 32)
ROWS = 1_300
"""More than any rule read at once before."""


def passwords(count: int) -> list[str]:
    drawn = random.Random(11)  # noqa: S311 - the same in each run
    words = ["Tiger", "Harbor", "Copper", "Velvet"]
    return [f"{drawn.choice(words)}{drawn.randrange(10**5, 10**6)}!" for _ in range(count)]


def tokens(count: int) -> list[str]:
    drawn = random.Random(12)  # noqa: S311 - the same in each run
    letters = string.ascii_letters + string.digits
    return ["7" + "".join(drawn.choices(letters, k=32)) for _ in range(count)]


def encoded(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


PASSWORDS = passwords(ROWS)
TOKENS = tokens(120)
LONG: dict[str, Callable[[], tuple[str, list[str]]]] = {
    "comma-separated values": lambda: (
        "user_id,password\n" + "\n".join(f"{i},{p}" for i, p in enumerate(PASSWORDS)),
        PASSWORDS,
    ),
    "the same in a JSON string": lambda: (
        "note: "
        + json.dumps("id,password\n" + "\n".join(f"{i},{p}" for i, p in enumerate(PASSWORDS))),
        PASSWORDS,
    ),
    "a table between bars": lambda: (
        "| user | password |\n|---|---|\n"
        + "\n".join(f"| u{i} | {p} |" for i, p in enumerate(PASSWORDS)),
        PASSWORDS,
    ),
    "a table set with spaces": lambda: (
        "USER      PASSWORD\n" + "\n".join(f"u{i:<8} {p}" for i, p in enumerate(PASSWORDS)),
        PASSWORDS,
    ),
    "a table drawn with lines": lambda: (
        "\u2502 user \u2502 password \u2502\n"
        + "\n".join(f"\u2502 u{i} \u2502 {p} \u2502" for i, p in enumerate(PASSWORDS)),
        PASSWORDS,
    ),
    "a table of HTML": lambda: (
        "<table><tr><th>user</th><th>password</th></tr>"
        + "".join(f"<tr><td>u{i}</td><td>{p}</td></tr>" for i, p in enumerate(PASSWORDS)),
        PASSWORDS,
    ),
    "rows of JSON that is cut": lambda: (
        json.dumps({"columns": ["id", "password"], "rows": [*enumerate(PASSWORDS)]})[:-2],
        PASSWORDS,
    ),
    "an INSERT": lambda: (
        "INSERT INTO users (id, password) VALUES "  # noqa: S608 - never run
        + ", ".join(f"({i}, '{p}')" for i, p in enumerate(2 * PASSWORDS)),
        PASSWORDS,
    ),
    "a list that is cut": lambda: (json.dumps({"api_keys": TOKENS})[:-1], TOKENS),
    "cookies": lambda: (
        "Cookie: " + "; ".join(f"c{i}={t}" for i, t in enumerate(TOKENS)),
        TOKENS,
    ),
    "a section of passwords": lambda: (
        "[passwords]\n" + "\n".join(f"u{i} = {p}" for i, p in enumerate(PASSWORDS)),
        PASSWORDS,
    ),
    "texts in base64": lambda: (
        " ".join(encoded(f"nothing to be seen here, page {i:05}") for i in range(400))
        + " "
        + encoded("write to ann.smith@mail.example"),
        [encoded("write to ann.smith@mail.example")],
    ),
    "one long text in base64": lambda: (
        encoded("nothing to be seen here. " * 10_000 + "write to ann.smith@mail.example"),
        [encoded("nothing to be seen here. " * 10_000 + "write to ann.smith@mail.example")[-40:-2]],
    ),
}  # fmt: skip


@pytest.mark.parametrize("form", LONG)
def test_the_end_is_looked_into_too(form: str) -> None:
    text, values = LONG[form]()
    shown, report = REDACTOR.text(text)
    assert not report.errors
    assert [value for value in values if value in shown] == []


def test_more_encoded_texts_than_anybody_writes_are_refused() -> None:
    with pytest.raises(TooManyHits):
        Detector().find(" ".join(encoded(f"see page {i:07} of it") for i in range(2_001)))


def test_rows_that_many_heads_claim_are_read_in_bounds() -> None:
    """Each of these heads is told by the rows of all, which are read again for each."""
    heads = "<tr><th>password</th>" * 1_500
    with pytest.raises(TooManyHits):
        Detector(names=False).find(heads + "<tr><td>Ab1234567</td></tr>" * 1_500)


def test_a_head_that_is_printed_again_begins_the_next_table() -> None:
    page = "USER  PASSWORD\nu1    Ab1234567\n"
    assert len(Detector(names=False).find(page * 500)) == 500


def test_a_key_in_groups_behind_many_words_of_four_letters() -> None:
    rng = random.Random(3)  # noqa: S311 - nothing is protected by it
    key = " ".join("".join(rng.choices("abcdefghijklmnopqrstuvwxyz234567", k=4)) for _ in range(8))
    text = "some real text here that\n" * 300 + f"enter this key by hand: {key}\n"
    assert any(text[f.start : f.end] == key for f in Detector().find(text))
