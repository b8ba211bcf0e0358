"""Parse the JSON text of a conversation, but not those of its messages that are known."""

import re
from typing import TYPE_CHECKING, Any, Final

from spanveil.redaction._json import NotJSON, decode_at

if TYPE_CHECKING:
    from spanveil.redaction._turns import Message, Turns

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

_ROW: Final = 16
"""So many messages that are known are remembered as one too."""
_OPENING: Final = 2
"""The first messages of an array are in no row: other conversations begin with them as well, and
what follows is told by the last one that stands alone."""
_MAX_WRONG: Final = 2
"""How often the characters of a text may be hashed because of wrong guesses."""


class MessageTexts:
    """One JSON text.

    Args:
        text: The text.
        turns: Tells what is known of messages.
    """

    __slots__ = ("_before", "_guesses", "_text", "_turns")

    def __init__(self, text: str, turns: "Turns") -> None:
        self._text = text
        self._turns = turns
        self._before: Message | None = None
        self._guesses = _MAX_WRONG * len(text)

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
        row = _Row()
        place = _match_end(_SPACE, text, place)
        if (end := _CLOSE["["].match(text, place)) is not None:
            return value, end.end()
        while True:
            item: Any
            if text.startswith("{", place):
                item = self._message(place)
                row.add(item, place, opens=len(value) < _OPENING)
                place += len(item.text)
            elif level < _MAX_NESTED and text.startswith("[", place):
                item, place = self._array(place + 1, level + 1)
            else:
                item, place = decode_at(text, place)
            value.append(item)
            if len(row.messages) == _ROW:
                joined = self._turns.join(row.messages, row.places, text)
                if joined is not None:
                    value[-_ROW:] = [joined]
                    self._before = joined
                row.clear()
            comma = _COMMA.match(text, place)
            if comma is None:
                return value, _match_end(_CLOSE["["], text, place)
            place = comma.end()

    def _message(self, place: int) -> "Message":
        before, text = self._before, self._text
        size = before.turn.next_size if before is not None and before.turn is not None else 0
        met = None
        if 0 < size <= self._guesses:
            # A message's text ends where its last brace closes, so that a text that begins with one
            # that is known has that one there.
            met = self._turns.met(text[place : place + size], None, before)
            if met.turn is None:
                self._guesses -= size
        if met is None or met.turn is None:
            parsed, end = decode_at(text, place)
            met = self._turns.met(text[place:end], parsed, before)
        self._before = met
        return met


class _Row:
    """Messages of an array, one after another, of each of which is known what became of it."""

    def __init__(self) -> None:
        self.messages: list[Message] = []
        self.places: list[int] = []

    def add(self, message: "Message", place: int, *, opens: bool) -> None:
        """Add the next message, or begin anew if it cannot be in a row."""
        if opens or message.turn is None or message.turn.last:
            self.clear()
        else:
            self.messages.append(message)
            self.places.append(place)

    def clear(self) -> None:
        """Begin anew."""
        self.messages.clear()
        self.places.clear()


def messages_in(text: str) -> list[Any]:
    """Parse a row of messages.

    Raises:
        ValueError: If it is none.
        RecursionError: If one is nested beyond the parser's stack.
    """
    parsed: list[Any] = []
    place = 0
    while True:
        message, place = decode_at(text, place)
        parsed.append(message)
        if place == len(text):
            return parsed
        place = _match_end(_COMMA, text, place)


def _match_end(pattern: re.Pattern[str], text: str, place: int) -> int:
    match = pattern.match(text, place)
    if match is None:
        raise NotJSON
    return match.end()
