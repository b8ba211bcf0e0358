"""Redacting twice changes nothing, by grammars of texts that treatments parse."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spanveil.redaction import Position, Redactor

REDACTORS = [Redactor(profile=name, key=b"k" * 32) for name in ("shared", "strict")]
TRACE = st.lists(
    st.sampled_from(
        [
            "Traceback (most recent call last):",
            '  File "/a/b.py", line 3, in f',
            "    x = 1",
            "ValueError: boo",
            "  | ValueError: x",
            "at f (x.js:1)",
            "   at g (Foo.java:3)",
            "",
            "  at g (*)",
            "[Previous line repeated 3 more times]",
            "at /x/y.js:3",
        ]
    ),
    max_size=8,
).map("\n".join)
SQL = st.lists(
    st.sampled_from(
        [
            "Show",
            "a",
            "t",
            "'x'",
            '"q"',
            "`b`",
            "(",
            ")",
            ",",
            "?",
            "1",
            "0x41",
            "7days",
            "/*+ h */",
            "--",
            "{%",
            "%}",
            "@",
            "#",
            "::",
            "$1",
            "$a$",
            "->>",
            "N'x'",
            "\n",
            " ",
            "IN",
            "1e",
            "É",
        ]
    ),
    max_size=14,
).map(lambda pieces: f"SELECT {''.join(pieces)}")
URL = st.lists(
    st.sampled_from(
        [
            "http://",
            "h.example",
            "localhost",
            "[::1]",
            "u:p@",
            ":80",
            "/",
            "users",
            "7",
            "?",
            "#",
            "a=b",
            "%2f",
            "..",
            "*",
            "v1",
            "ps1_" + "a" * 26,
            ";",
        ]
    ),
    max_size=9,
).map("".join)
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from(
        ["alice", "[redacted]", "[redacted:prompt:3]", "ps1_" + "a" * 26, "call_1", ""]
    ),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["role", "type", "name", "id", "arguments", "a b", "[redacted:key:3]", "x@y"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=10,
).map(json.dumps)


def stable(key: str, value: str) -> None:
    for redactor in REDACTORS:
        once = redactor.attributes({key: value})[0]
        assert redactor.attributes(once)[0] == once


@settings(deadline=None)
@given(SQL)
def test_sql(text: str) -> None:
    stable("db.query.text", text)


@settings(deadline=None)
@given(URL)
def test_url(text: str) -> None:
    stable("url.full", text)


@settings(deadline=None)
@given(JSON, st.sampled_from(["gen_ai.prompt", "gen_ai.tool.call.arguments", "zz", "user.id"]))
def test_json_stays_json(text: str, key: str) -> None:
    stable(key, text)
    redacted = REDACTORS[0].attributes({key: text})[0][key]
    if text[0] in "[{" and key != "user.id":
        json.loads(redacted)


@settings(deadline=None, database=None)
@given(TRACE)
def test_stack_trace(text: str) -> None:
    stable("exception.stacktrace", text)


@pytest.mark.parametrize(
    "text",
    [
        "Traceback (most recent call last):\nsomething odd",
        "a message of words\n   at f (x.js:1)\n   at g (y.js:2)",
    ],
)
def test_a_marked_line_of_a_stack_trace_stays(text: str) -> None:
    stable("exception.stacktrace", text)


@given(
    st.lists(
        st.sampled_from(["GET", "chat", "SELECT", " ", "[redacted:name:3]", "alice", "/", "a/b"]),
        max_size=5,
    ).map("".join),
    st.sampled_from(list(Position)),
)
def test_names(text: str, position: Position) -> None:
    once, _ = REDACTORS[0].name(text, position)
    assert REDACTORS[0].name(once, position)[0] == once
