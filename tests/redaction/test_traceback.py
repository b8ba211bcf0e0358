"""Stack traces keep where it failed and lose what was said."""

import traceback

import pytest

from spanveil.config import ContentClass
from spanveil.redaction import Redactor

NAME = "Alice"


def redact(text: str, key: str = "exception.stacktrace") -> str:
    attributes, report = Redactor().attributes({key: text})
    assert not report.errors
    assert Redactor().attributes(attributes)[0] == attributes
    shown = attributes[key]
    assert isinstance(shown, str)
    return shown


def failing(depth: int = 0) -> None:
    secret = f"{NAME} owes\nTraceback\n  {NAME}: 7 and {NAME}"
    if depth:
        failing(depth - 1)
    try:
        raise KeyError(NAME)
    except KeyError as error:
        error.add_note(f"note on {NAME}")
        raise ValueError(secret) from error


def formatted(depth: int = 0) -> str:
    try:
        failing(depth)
    except ValueError:
        return traceback.format_exc()
    raise AssertionError


def test_a_real_chain() -> None:
    shown = redact(formatted())
    assert NAME not in shown
    assert "raise" not in shown  # no source line
    assert "KeyError: [redacted:exception_text:" in shown
    assert "ValueError: [redacted:exception_text:" in shown
    assert ", in failing\n" in shown
    assert "/" not in shown.replace("[redacted:", "")
    assert "direct cause" in shown


def test_a_group() -> None:
    try:
        raise ExceptionGroup(f"for {NAME}", [ValueError(NAME), OSError(NAME)])
    except ExceptionGroup:
        shown = redact(traceback.format_exc())
    assert NAME not in shown
    assert "test_a_group" in shown


def test_a_message_cannot_pose_as_frames() -> None:
    text = (
        'Traceback (most recent call last):\n  File "a.py", line 1, in f\nValueError: x\n'
        f'  File "{NAME} owes money", line 2, in {NAME}\n{NAME}: gone\n{NAME}\n'
    )
    assert NAME not in redact(text)


def test_paths_lose_the_home_directory() -> None:
    text = (
        "Traceback (most recent call last):\n"
        f'  File "/home/{NAME}/lib/site-packages/httpx/_client.py", line 41, in send\n'
        f'  File "C:\\\\Users\\\\{NAME}\\\\app.py", line 3, in main\n'
        f'  File "<{NAME}>", line 3, in main\n'
        f"httpx.ConnectError: {NAME}\n"
    )
    assert redact(text) == (
        "Traceback (most recent call last):\n"
        '  File "httpx/_client.py", line 41, in send\n'
        '  File "app.py", line 3, in main\n'
        '  File "<unknown>", line 3, in main\n'
        "httpx.ConnectError: [redacted:exception_text:5]"
    )


def test_java_and_javascript() -> None:
    java = redact(
        f"java.lang.IllegalStateException: {NAME} owes\n\tat com.acme.Db.load(Db.java:12)\n"
        f"Caused by: {NAME}\n\t... 3 more"
    )
    script = redact(
        f"TypeError: {NAME}\n    at load (/home/{NAME}/db.js:3:7)\n    at file:///{NAME}/x.js:1:2"
    )
    assert java == (
        "java.lang.IllegalStateException: [redacted:exception_text:10]\n"
        "  at com.acme.Db.load (Db.java:12)"
    )
    assert script == (
        "TypeError: [redacted:exception_text:5]\n  at load (db.js:3:7)\n  at x.js:1:2"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"ValueError: no {NAME}", "ValueError: [redacted:exception_text:8]"),
        ("TimeoutError", "TimeoutError"),
        (f"{NAME}: owes", "[redacted:exception_text:11]"),
        (f"no such user {NAME}", "[redacted:exception_text:18]"),
        ("", ""),
    ],
)
def test_one_line(text: str, expected: str) -> None:
    assert redact(text, "exception.message") == expected


def test_the_strict_profile_keeps_no_frame() -> None:
    text = "ValueError: x"
    shown, _ = Redactor(profile="strict").text(text, ContentClass.EXCEPTION_TEXT)
    assert shown == f"[redacted:exception_text:{len(text)}]"


def test_deep_and_hostile() -> None:
    assert NAME not in redact(formatted(40))
    frames = '  File "a.py", line 1, in f\n    x\n' * 50_000
    assert len(redact("Traceback (most recent call last):\n" + frames)) < 100_000
    redact(" |+" * 300_000)
    redact("a." * 300_000 + "Error")


@pytest.mark.parametrize(
    ("frame", "expected"),
    [
        ("at load (/srv/app/db.ts:3:7)", "  at load (db.ts:3:7)"),
        ("at com.x.Db.load(Db.kt:12)", "  at com.x.Db.load (Db.kt:12)"),
        ("at Method.invoke0(Native Method)", "  at Method.invoke0 (Native Method)"),
        ("at Array.map (<anonymous>)", "  at Array.map (<anonymous>)"),
        ("at file:///srv/x.mjs:1:2", "  at x.mjs:1:2"),
        (f"at {NAME} (Hauptstrasse 7)", None),
        (f"at {NAME} (Berlin)", None),
        (f"at {NAME} (invoice-{NAME}.pdf:7)", None),
        ("at Berlin:7", None),
    ],
)
def test_a_frame_ends_in_a_file_of_program_text(frame: str, expected: str | None) -> None:
    shown = redact(f"TypeError: x\n    at f (a.js:1:2)\n    {frame}")
    lines = ["TypeError: [redacted:exception_text:1]", "  at f (a.js:1:2)", expected]
    assert shown.split("\n") == [line for line in lines if line is not None]


def test_words_in_the_form_of_frames_are_a_message() -> None:
    shown = redact(f"the visit\nat {NAME} (Hauptstrasse 7)\nat Berlin (555-1234)")
    assert NAME not in shown
    assert "Berlin" not in shown
