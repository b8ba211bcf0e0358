"""Rebuild a value without its content: the walk, in which everything is somebody's data.

A key stays if every word of it is a word of code. No text, no number and no flag stays at all,
because inside a tool's arguments, a result or a document they are somebody's data. What treats a
field otherwise is given by the caller, level by level.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from spanveil.config import ContentClass, KeyWords, is_code_name
from spanveil.redaction._budget import Budget
from spanveil.redaction._common_forms import DEPTH, Written, arguments
from spanveil.redaction._json import (
    TRUNCATED_KEY,
    NotJSON,
    NumberText,
    looks_like_container,
    number_text,
    parse_container,
    parse_truncated,
    write,
)
from spanveil.redaction._marker import DROPPED, KeyMarkers, is_marked_key, is_marker, marker
from spanveil.redaction._pseudonym import Pseudonymizer
from spanveil.redaction._report import Report
from spanveil.redaction._turns import Message, Turns

Field = Callable[[str, object, Mapping[Any, object], int], Any]
"""Treat one field: from its key, its value, the object that owns it and its depth."""

# What JSON is made of comes first: an abstract class takes longer to ask.
_MAPPINGS: Final = (dict, Mapping)
_LISTS: Final = (list, Sequence)


class PayloadWalk:
    """Walk one attribute value.

    Args:
        content_class: What markers say.
        budget: The bound on the walk; its exhaustion is the caller's to handle.
        pseudonym: Recognises what it made before.
        turns: Remembers messages; ``None`` for no memory.
    """

    __slots__ = ("_budget", "_class", "_pseudonym", "_turns", "_words")

    def __init__(
        self,
        content_class: ContentClass,
        budget: Budget,
        pseudonym: Pseudonymizer,
        turns: Turns | None = None,
    ) -> None:
        self._class = content_class
        self._budget = budget
        self._pseudonym = pseudonym
        self._turns = turns
        self._words = KeyWords.shipped()

    def _any(self, value: object, depth: int, field: Field) -> Any:
        if type(value) is Message and self._turns is not None:
            return self._turns.redact(
                value,
                (field.__name__, depth),
                self._budget,
                Report(),
                lambda parsed: self._message_of(parsed, depth, field),
            )
        self._budget.visit(depth)
        match value:
            case None:
                return value
            case str():
                return self._text(value, depth, field)
            case dict():  # what JSON is made of, before what takes longer to tell
                return self._mapping(value, depth, field)
            case list():
                return [self._any(item, depth + 1, field) for item in value]
            case bool():
                return marker(self._class)
            case Mapping():
                return self._mapping(value, depth, field)
            case bytes() | bytearray() | memoryview():
                return marker("bytes", len(value))
            case Sequence():
                return [self._any(item, depth + 1, field) for item in value]
            case int() | float() | NumberText():
                return self._leaf(number_text(value))
            case _:
                return DROPPED

    def _message_of(self, message: Any, depth: int, field: Field) -> Any:
        """Treat one message of a conversation."""
        return self._any(message, depth, field)

    def _text(self, text: str, depth: int, field: Field) -> str:
        first = text[:1]  # most texts are told by it to be neither a marker nor a pseudonym
        if (
            not first
            or (first == "[" and is_marker(text))
            or (first == "p" and self._pseudonym.made(text))
        ):
            return text
        if not self._budget.admits(text) or first.isalnum() or not looks_like_container(text):
            return self._leaf(text)
        try:
            parsed = self._turns.parse(text) if self._turns is not None and not depth else None
            parsed = parse_container(text) if parsed is None else parsed
        except NotJSON:
            return self._truncated(text, depth, field)
        written = self._spent(self._common(parsed, field), depth + DEPTH)
        return write(self._any(parsed, depth + 1, field)) if written is None else written

    def _spent(self, written: Written | None, depth: int) -> str | None:
        """Return a skeleton down to a depth, if there is one and the budget has as much."""
        if (
            written is not None
            and self._budget.reaches(depth)
            and self._budget.spend(written.nodes, written.chars)
        ):
            return written.text
        return None

    def _common(self, value: Any, field: Field) -> Written | None:
        """Return the skeleton of a parsed value of one of the forms that most have."""
        is_data = type(value) is dict and "jsonrpc" not in value and field == self._payload
        return arguments(value, self._class) if is_data else None

    def _truncated(self, text: str, depth: int, field: Field) -> str:
        try:
            parsed, lost = parse_truncated(text)
        except NotJSON:
            return self._leaf(text)
        shown = self._any(parsed, depth + 1, field)
        note = marker("truncated", lost)
        if isinstance(shown, list):
            shown.append(note)
        else:
            shown[TRUNCATED_KEY] = note
        return write(shown)

    def _leaf(self, text: str) -> str:
        return marker(self._class, len(text))

    def _mapping(self, value: Mapping[Any, object], depth: int, field: Field) -> dict[str, Any]:
        field = self._field_of(value, depth, field)
        result: dict[str, Any] = {}
        markers: KeyMarkers | None = None
        for raw_key, item in value.items():
            key = raw_key if isinstance(raw_key, str) else str(raw_key)
            plain = (
                self._is_plain(key, field) or is_marked_key(key, len(value))
            ) and key not in result
            if plain:
                shown = key
            else:
                markers = markers or KeyMarkers()
                shown = markers.name(key, result)
            result[shown] = field(key, item, value, depth + 1)
        return result

    def _field_of(self, value: Mapping[Any, object], depth: int, field: Field) -> Field:
        """Return how the fields of an object are treated."""
        return field

    def _is_plain(self, key: str, field: Field) -> bool:
        """Say whether a key may be shown."""
        return is_code_name(key)

    def _payload(self, key: str, item: object, owner: Mapping[Any, object], depth: int) -> Any:
        """Treat one field of somebody's data."""
        return self._any(item, depth, self._payload)

    def _nested(self, item: object, depth: int, field: Field) -> Any:
        # A text is never structure here, also if it is JSON: a model or a tool wrote it.
        if isinstance(item, str):
            return self._any(item, depth, self._payload)
        if isinstance(item, _MAPPINGS) or type(item) is Message:
            return self._any(item, depth, field)
        if isinstance(item, _LISTS) and not isinstance(item, bytes | bytearray | memoryview):
            self._budget.visit(depth)
            return [self._nested(each, depth + 1, field) for each in item]
        return self._any(item, depth, self._payload)
