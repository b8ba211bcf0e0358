"""JSON inside strings: parse what is a container, write it back compactly."""

import json
import re
from typing import Any, Final

from spanveil.redaction._marker import KeyMarkers

_MAX_OPEN: Final = 200
_MAX_DIGITS: Final = 640
"""What ``int`` always reads (CPython, ``sys.int_info.str_digits_check_threshold``)."""
_STARTS: Final = frozenset("{[")


class NotJSON(ValueError):
    """The text is not a JSON container that can be written back as valid JSON."""


class TooDeep(NotJSON):
    """The text is nested beyond the parser's stack."""


class RepeatedKey(str):
    """A key that an object has a second time: a marker, so that neither value hides the other.

    Attributes:
        of: The key as it is written.
    """

    __slots__ = ("of",)
    of: str


class NumberText:
    """A number whose written form a float does not keep (``1.0``, ``1E5``, thirty digits)."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text


class Written:
    """A value that is written already."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text


def _number(text: str) -> float | NumberText:
    number = float(text)
    return number if repr(number) == text else NumberText(text)


def _integer(text: str) -> int | NumberText:
    return int(text) if text != "-0" and len(text) <= _MAX_DIGITS else NumberText(text)


def _refuse_constant(_: str) -> float:
    raise NotJSON  # NaN and Infinity are not JSON (RFC 8259, section 6)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    return value if len(value) == len(pairs) else _with_repeated(pairs)


def _with_repeated(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return all members of an object, also those that another one of the same name follows."""
    taken = dict(pairs)
    markers = KeyMarkers()
    value: dict[str, Any] = {}
    for key, item in pairs:
        name = key
        if key in value:
            name = RepeatedKey(markers.name(key, taken))
            name.of = key
            taken[name] = None
        value[name] = item
    return value


_DECODER: Final = json.JSONDecoder(
    object_pairs_hook=_object,
    parse_float=_number,
    parse_int=_integer,
    parse_constant=_refuse_constant,
)


def number_text(number: float | NumberText) -> str:
    """Return a number as it was written."""
    return number.text if isinstance(number, NumberText) else repr(number)


def looks_like_container(text: str) -> bool:
    """Say whether a text could be a JSON object or array, by its first character alone."""
    first = text[:1]
    # Nearly every text that is no container begins with a letter or a digit.
    return first in _STARTS or (not first.isalnum() and text[:64].lstrip()[:1] in _STARTS)


def parse_container(text: str) -> Any:
    """Parse a JSON object or array.

    Raises:
        NotJSON: If the text is anything else.
        TooDeep: If it is nested beyond the parser's stack.
    """
    if not looks_like_container(text):
        raise NotJSON
    try:
        if text[0] in _STARTS:
            value, end = _DECODER.raw_decode(text)
            if end == len(text):
                return value
        return _DECODER.decode(text)  # with whitespace around it
    except ValueError:
        raise NotJSON from None
    except RecursionError:
        raise TooDeep from None


def decode_at(text: str, place: int) -> tuple[Any, int]:
    """Parse the JSON value that begins at a place.

    Returns:
        The value, and where it ends.

    Raises:
        ValueError: As ``parse_container`` does.
        RecursionError: If it is nested beyond the parser's stack.
    """
    return _DECODER.raw_decode(text, place)


_TOKENS: Final = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],]', re.DOTALL)
_CLOSERS: Final = {"{": "}", "[": "]"}
TRUNCATED_KEY: Final = "spanveil.truncated"


def parse_truncated(text: str) -> tuple[Any, int]:
    """Parse the part of a cut JSON text that is whole (an SDK cuts values at a length limit).

    Returns:
        The value without its last, cut element, and how many characters that lost.

    Raises:
        NotJSON: If the text is no beginning of a JSON object or array.
    """
    if not looks_like_container(text):
        raise NotJSON
    open_: list[str] = []
    cut, closers = 0, ""
    for token in _TOKENS.finditer(text):
        char = token[0]
        if char in _CLOSERS:
            open_.append(_CLOSERS[char])
            cut = token.end()
        elif char == ",":
            cut = token.start()
        elif open_ and char == open_[-1]:
            open_.pop()
            cut = token.end()
        elif char in "}]":
            raise NotJSON
        else:
            continue
        closers = "".join(reversed(open_)) if len(open_) <= _MAX_OPEN else ""
    if not closers:
        raise NotJSON
    return parse_container(text[:cut] + closers), len(text) - cut


# What is written was parsed or built level by level, so that it cannot hold itself.
_ENCODER: Final = json.JSONEncoder(
    ensure_ascii=False, check_circular=False, separators=(",", ":"), allow_nan=False
)


def write(value: Any) -> str:
    """Write a value as compact JSON, numbers in the form in which they were read."""
    try:
        return _ENCODER.encode(value)
    except TypeError:
        return _write(value)


def _write(value: Any) -> str:
    match value:
        case NumberText() | Written():
            return value.text
        case dict():
            return "{" + ",".join(f"{_write(k)}:{_write(v)}" for k, v in value.items()) + "}"
        case list():
            return "[" + ",".join(map(_write, value)) + "]"
    return _ENCODER.encode(value)
