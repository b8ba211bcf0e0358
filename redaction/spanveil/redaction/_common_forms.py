"""Skeletons of what JSON texts nearly always are, written in one pass: messages and arguments.

What comes out is what the walk would write, and counts as much; for anything out of the ordinary
there is no answer, and the walk has to look into it.
"""

import re
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from spanveil.config import ContentClass, is_code_name
from spanveil.redaction._json import decode_at, looks_like_container
from spanveil.redaction._marker import marker
from spanveil.redaction._messages import ROLES, is_member

DEPTH: Final = 5
"""How far below the text itself a leaf of these forms can stand."""

MESSAGE_DEPTH: Final = 3
"""How far below a message a leaf of one of these forms can stand."""

_OPEN: Final = re.compile(r"\[[ \t\n\r]*(?=\{)")
_NEXT: Final = re.compile(r"[ \t\n\r]*,[ \t\n\r]*(?=\{)")
_CLOSE: Final = re.compile(r"[ \t\n\r]*\][ \t\n\r]*")
_PLAIN_KEY: Final = re.compile(r"[\w.-]{1,128}", re.ASCII)


class Written(NamedTuple):
    """A skeleton.

    Attributes:
        text: It.
        nodes: How many containers and leaves the walk would have visited.
        chars: How many characters it would have looked into.
    """

    text: str
    nodes: int
    chars: int


def arguments(value: dict[str, Any], content_class: ContentClass) -> Written | None:
    """Return the skeleton of an object of texts and whole numbers under names of code."""
    pieces: list[str] = []
    chars = 0
    for key, item in value.items():
        shown = _shown(key)
        if shown is None:
            return None
        if type(item) is str:
            if not is_plain(item):
                return None
            size = len(item)
            chars += size
        elif type(item) is int:
            size = len(repr(item))
        else:
            return None
        pieces.append(f'{shown}"{marker(content_class, size)}"')
    return Written("{" + ",".join(pieces) + "}", 1 + len(pieces), chars)


def conversation(value: list[Any], content_class: ContentClass) -> Written | None:
    """Return the skeleton of a list of messages that are texts, or lists of parts of text."""
    return _joined([message_of_texts(message, content_class) for message in value])


def conversation_text(text: str, content_class: ContentClass) -> Written | None:
    """Return the skeleton of the JSON text of such a list.

    It is parsed message by message, so that one that begins otherwise is given up soon.
    """
    opened = _OPEN.match(text)
    messages: list[Written] = []
    while opened is not None:
        try:
            message, end = decode_at(text, opened.end())
        except (ValueError, RecursionError):
            return None
        written = message_of_texts(message, content_class)
        if written is None:
            return None
        messages.append(written)
        opened = _NEXT.match(text, end)
        if opened is None:
            return _joined(messages) if _CLOSE.fullmatch(text, end) else None
    return None


def _joined(messages: Sequence[Written | None]) -> Written | None:
    known = [message for message in messages if message is not None]
    if len(known) < len(messages):
        return None
    text = "[" + ",".join([message.text for message in known]) + "]"
    nodes = 1 + sum([message.nodes for message in known])
    return Written(text, nodes, sum([message.chars for message in known]))


def message_of_texts(message: object, content_class: ContentClass) -> Written | None:
    """Return the skeleton of one message that is a text, or a list of parts of text."""
    if type(message) is not dict or len(message) != 2:
        return None
    role = message.get("role")
    if type(role) is not str or role not in ROLES:
        return None
    pieces: list[str] = []
    nodes, chars = 1, 0
    for key, item in message.items():
        if key == "role":
            pieces.append(f'"role":"{role}"')
        elif key != "content" and key != "parts":
            return None
        elif type(item) is str:
            if not is_plain(item):
                return None
            nodes += 1
            chars += len(item)
            pieces.append(f'"{key}":"{marker(content_class, len(item))}"')
        else:
            parts = _parts(item, content_class)
            if parts is None:
                return None
            nodes += parts.nodes
            chars += parts.chars
            pieces.append(f'"{key}":{parts.text}')
    return Written("{" + ",".join(pieces) + "}", nodes, chars)


def _parts(value: object, content_class: ContentClass) -> Written | None:
    if type(value) is not list:
        return None
    parts: list[str] = []
    nodes, chars = 1, 0
    for part in value:
        if type(part) is not dict:
            return None
        pieces: list[str] = []
        for key, item in part.items():
            if type(item) is not str:
                return None
            if key == "type":
                if not is_member("type", item):
                    return None
                pieces.append(f'"type":"{item}"')
            elif (key == "content" or key == "text") and is_plain(item):
                nodes += 1
                chars += len(item)
                pieces.append(f'"{key}":"{marker(content_class, len(item))}"')
            else:
                return None
        nodes += 1
        parts.append("{" + ",".join(pieces) + "}")
    return Written("[" + ",".join(parts) + "]", nodes, chars)


def is_plain(text: str) -> bool:
    """Say whether a text can only become a marker with its length."""
    first = text[:1]
    if first.isalnum():
        return first != "p" or not text.startswith("ps1_")
    return bool(first) and not looks_like_container(text)  # as a marker does


def _shown(key: str) -> str | None:
    """Return a key of code as it is written before a value, ``None`` if it is none."""
    return f'"{key}":' if is_code_name(key) and _PLAIN_KEY.fullmatch(key) else None
