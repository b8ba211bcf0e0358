"""After redaction no word of a value or of a payload's keys is left in memory."""

import gc
import json
from collections.abc import Iterator
from types import CodeType, FrameType
from typing import Any

from spanveil.redaction import Position, Redactor

NAME = b"ooknokO mirqZ"[::-1].decode()  # no constant of this module
HINT = NAME[:4].lower()


def attributes(name: str) -> dict[str, Any]:
    word = name.partition(" ")[0].lower()
    call = {"name": f"{word}_{word}", "arguments": json.dumps({name: 1, f"{word}.b": word})}
    messages = [
        {"role": "user", "content": f"{name} is ill, write to {word}@leak.example " * 9},
        {"role": "assistant", "tool_calls": [{"id": word, "type": "function", "function": call}]},
    ]
    return {
        "gen_ai.input.messages": json.dumps(messages * 2),
        "gen_ai.tool.call.arguments": json.dumps({word: word, "city": name}),
        "metadata": json.dumps({name: {f"{word}_x": word}}),
        "url.full": f"https://{word}:{word}@leak.example/{word}?q={word}#{word}",
        "db.query.text": f"select {word} from t where a = '{name}'",  # noqa: S608 - never run
        "exception.stacktrace": f'Traceback (most recent call last):\n  File "/home/{word}/a.py", '
        f"line 3, in f\nValueError: {name}",
        "user.id": word,
        "note": word,
        "other": name,
        "user_agent.original": f"{word}/1.0 ({name})",
    }


def texts_in(holder: object) -> Iterator[str]:
    for held in gc.get_referents(holder):
        if isinstance(held, str):
            yield held
        elif isinstance(held, bytes):
            yield held.decode("latin-1")


def test_no_word_of_a_value_or_of_a_payload_is_left_in_memory() -> None:
    redactors = [Redactor(profile=name) for name in ("shared", "strict", "diagnostic")]
    for redactor in redactors:
        for _ in range(2):
            redactor.attributes(attributes(NAME), tenant="t1")
            redactor.name(f"chat {NAME}", Position.SPAN)
            redactor.text(f"{NAME} is ill")
    gc.collect()
    left = {
        type(holder).__name__
        for holder in gc.get_objects()
        if not isinstance(holder, FrameType | CodeType) and holder is not globals()
        for text in texts_in(holder)
        if HINT in text.lower() and len(text) < 10_000
    }
    assert left == set()
