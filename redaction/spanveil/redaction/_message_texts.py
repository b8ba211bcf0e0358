"""Parse the JSON text of a conversation, but not those of its messages that are known."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from spanveil.redaction._json import NotJSON, decode_at

if TYPE_CHECKING:
    from spanveil.redaction._turns import Message

_SPACE: Final = re.compile(r"[ \t\n\r]*")
_KEY: Final = re.compile(r'[ \t\n\r]*(?=")')
_COLON: Final = re.compile(r"[ \t\n\r]*:[ \t\n\r]*")
_COMMA: Final = re.compile(r"[ \t\n\r]*,[ \t\n\r]*")
_CLOSE: Final = {"[": re.compile(r"[ \t\n\r]*\]"), "{": re.compile(r"[ \t\n\r]*\}")}
_HOLDERS: Final = frozenset(
    # OpenAI Chat, Anthropic and LangChain; OpenAI Responses; Gemini; what frameworks call them
    {"messages", "input", "contents", "history", "inputs", "input_messages", "output_messages"}
    # what is sent again with each call too
    | {"functions", "system", "tools"}
)
"""Members of an object that are arrays of messages, or of arrays of them."""
_MAX_NESTED: Final = 2
"""LangChain's batches of messages are two arrays deep."""

Met = Callable[[str, Any, "Message | None"], "Message"]
"""From a message's text, its value if it was parsed, and the message before it to what is known."""


class MessageTexts:
    """One JSON text.

    Args:
        text: The text.
        met: Tells of a text whether it is a message that is known.
    """

    __slots__ = ("_before", "_met", "_text")

    def __init__(self, text: str, met: Met) -> None:
        self._text = text
        self._met = met
        self._before: Message | None = None

    def parse(self) -> Any:
        """Return the value, with a ``Message`` for each message; ``None`` if it is no JSON."""
        text = self._text
        value: Any
        place = _match_end(_SPACE, text, 0)
        try:
            match text[place : place + 1]:
                case "[":
                    value, place = self._array(place + 1, 1)
                case "{":
                    value, place = self._object(place + 1)
                case _:
                    return None
        except (ValueError, RecursionError):
            return None
        return value if _match_end(_SPACE, text, place) == len(text) else None

    def _object(self, place: int) -> tuple[dict[str, Any], int]:
        text = self._text
        value: dict[str, Any] = {}
        if (end := _CLOSE["{"].match(text, place)) is not None:
            return value, end.end()
        while True:
            key, place = decode_at(text, _match_end(_KEY, text, place))
            place = _match_end(_COLON, text, place)
            if key in value:
                raise NotJSON
            if key in _HOLDERS and text.startswith("[", place):
                value[key], place = self._array(place + 1, 1)
            else:
                value[key], place = decode_at(text, place)
            if (end := _CLOSE["{"].match(text, place)) is not None:
                return value, end.end()
            place = _match_end(_COMMA, text, place)

    def _array(self, place: int, level: int) -> tuple[list[Any], int]:
        text = self._text
        value: list[Any] = []
        place = _match_end(_SPACE, text, place)
        if (end := _CLOSE["["].match(text, place)) is not None:
            return value, end.end()
        while True:
            item: Any
            if text.startswith("{", place):
                item = self._message(place)
                place += len(item.text)
            elif level < _MAX_NESTED and text.startswith("[", place):
                item, place = self._array(place + 1, level + 1)
            else:
                item, place = decode_at(text, place)
            value.append(item)
            comma = _COMMA.match(text, place)
            if comma is None:
                return value, _match_end(_CLOSE["["], text, place)
            place = comma.end()

    def _message(self, place: int) -> "Message":
        before, text = self._before, self._text
        size = before.turn.next_size if before is not None and before.turn is not None else 0
        met = None
        if size:
            # A message's text ends where its last brace closes, so that a text that begins with one
            # that is known has that one there.
            met = self._met(text[place : place + size], None, before)
        if met is None or met.turn is None:
            parsed, end = decode_at(text, place)
            met = self._met(text[place:end], parsed, before)
        self._before = met
        return met


def _match_end(pattern: re.Pattern[str], text: str, place: int) -> int:
    match = pattern.match(text, place)
    if match is None:
        raise NotJSON
    return match.end()
