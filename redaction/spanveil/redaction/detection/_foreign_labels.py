"""Labels in scripts of which the scanner, which reads ASCII, sees nothing."""

import re
from collections.abc import Iterator
from typing import Final

from spanveil.redaction.detection._answers import ANSWERED
from spanveil.redaction.detection._finding import Finding
from spanveil.redaction.detection._label_values import VALUE, is_below, is_identifier, value_before
from spanveil.redaction.detection._registries import FOREIGN
from spanveil.redaction.detection._said_before import value_end
from spanveil.redaction.detection._scanner import TooManyHits, max_hits

_ENTITY_OF: Final = {
    case(word.replace("|", " ")): entity
    for entity, words in FOREIGN.items()
    for word in words.split()
    for case in (str, str.lower, str.capitalize, str.upper)
}
_CHARACTERS: Final = frozenset({max(word) for word in _ENTITY_OF})
"""A character of each label that few others have."""
# As a key it has another sign between its words.
_LABEL: Final = re.compile(
    "|".join(
        re.escape(word).replace(r"\ ", "[ _-]?")
        for word in sorted(_ENTITY_OF, key=len, reverse=True)
    )
)
# With the marks above and below letters, which Python does not count among them.
_LETTER: Final = r"(?:[^\W0-9A-Za-z_]|[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0963\u0981-\u0dff\u0e31-\u0e4e\u0eb1-\u0ece\u102b-\u103e\u17b4-\u17d3])"
# The rest of the word and of its phrase, then at most some signs and the tags of a value.
_BETWEEN: Final = re.compile(
    rf"{_LETTER}{{0,16}}(?:[\s_-]?(?!(?:(?<=[\s_-])|(?<=\n))[\u0391-\u03a9\u0410-\u042f]{{1,4}}[-./ ]?(?:\u2116 ?)?[0-9])"
    rf"{_LETTER}{{1,16}}){{0,3}}[^\w\n]{{0,24}}"
    r"(?:\n[^\w\n]{0,16}){0,3}(?:(?:is|es|est|le|lautet|value|number|code|td|th|dd|dt|text|input|id|x|label|no|n|ID|No"
    r"|in|on|here|my|the|your|file|it|should|read|reads|was|printed|shown|scan|card|copy|document|shows|says|states)[^\w\n]{1,12}){0,8}"
)
_JOINS: Final = str.maketrans("", "", " _-")
_UNSPACED: Final = {label.translate(_JOINS): entity for label, entity in _ENTITY_OF.items()}
_ASKED: Final = 96
_PHRASE: Final = 32


def foreign_entity(name: str) -> str:
    """Return what a column of a name holds, ``""`` if no number of a person's."""
    match = None if name.isascii() else _LABEL.search(name)
    return _entity(match[0]) if match else ""


def foreign_labels(text: str, characters: frozenset[str]) -> Iterator[Finding]:
    """Yield the numbers beside one of the labels.

    Args:
        text: The text.
        characters: Those of the text that are not ASCII.

    Raises:
        TooManyHits: Past ``max_hits``.
    """
    if characters.isdisjoint(_CHARACTERS):
        return
    left = max_hits(len(text))
    for match in _LABEL.finditer(text):
        left -= 1
        if left < 0:
            raise TooManyHits
        between = _BETWEEN.match(text, match.end())
        value = VALUE.match(text, between.end()) if between else None
        if value and between and between[0].count("\n") > 1:
            value = value if is_below(between[0], text, value.end()) else None
        if value is None:
            value = _answer(text, match.end())
        if value and is_identifier(value[0]):
            yield Finding(*value.span(), _entity(match[0]), 0.6)
        told = value_end(text, _word_start(text, match.start()), match.end())
        said = value_before(text, told) if told >= 0 else None
        if said and is_identifier(text[slice(*said)]):
            yield Finding(*said, _entity(match[0]), 0.55)


def _entity(label: str) -> str:
    """Return what a label says, however its words are joined."""
    return _UNSPACED[label.translate(_JOINS)]


def _word_start(text: str, start: int) -> int:
    """Return where the word begins in which a label stands."""
    least = max(0, start - _PHRASE)
    while start > least and text[start - 1].isalpha() and not text[start - 1].isascii():
        start -= 1
    return start


def _answer(text: str, end: int) -> re.Match[str] | None:
    """Return the value with which somebody answers a question for the label."""
    asked = text.find("?", end, end + _PHRASE)
    if asked < 0:
        return None
    value = VALUE.search(text, asked, end + _ASKED)
    return value if value and ANSWERED.search(text[end : value.start()]) else None
