"""Secrets in SQL: by the column that a value is written to, in `INSERT` and `COPY`."""

import re
from collections.abc import Iterator
from typing import Final

from spanveil.config import split_words
from spanveil.redaction._entities import SECRET
from spanveil.redaction.detection._columns import column_kind, rows
from spanveil.redaction.detection._credential_keys import judge_key
from spanveil.redaction.detection._finding import Confirm, Finding
from spanveil.redaction.detection._handed import is_derived, is_drawn_key
from spanveil.redaction.detection._label_values import is_identifier
from spanveil.redaction.detection._scanner import Anchor
from spanveil.redaction.detection._values import is_placeholder
from spanveil.redaction.detection._work import spend_row

_INTO: Final = re.compile(
    r"into\s{1,4}([\w.`\"\[\]-]{1,128})\s{0,4}\(([^()]{1,2000})\)\s{0,8}"
    r"(?:(?:as|overriding)\s[^()]{1,40})?(?:values|select)\s{0,8}",
    re.IGNORECASE,
)
_VALUE: Final = re.compile(
    r"\s{0,8}(?:[NBbx]?\\{0,7}'((?:[^'\\]|''|\\.){0,4000})\\{0,7}'|\\{0,3}\"([^\"\\]{0,4000})\\{0,3}\""
    r"|(?:[\w.]{1,24}\(\\{0,7}'([^']{0,4000})'[^()]{0,80}(?:\([^()]{0,80}\)[^()]{0,20})?\))|([^',()]{0,200}))\s{0,8}"
)
_COPY: Final = re.compile(
    r"copy\s{1,4}([\w.\"]{1,128})\s{0,4}\(([^()]{1,2000})\)\s{1,4}from\s{1,4}stdin[^\n;]{0,80};?[ \t\r]{0,4}",
    re.IGNORECASE,
)
_SELECT: Final = re.compile(
    r"select\s{1,4}((?:[\w.]{1,64},\s{0,3}){1,16}[\w.]{1,64})\s{1,4}from\s[^\n;]{1,200};[ \t\r]{0,4}\n(?=[^\n]{0,400}[|\t])",
    re.IGNORECASE,
)
_KEEPING: Final = frozenset({"token", "tokens", "secret", "secrets", "apikeys", "credentials"})
_WEAK: Final = "drawn"
"""A column of which only what is drawn is a secret."""
_NEXT: Final = re.compile(r"\)\s{0,4},\s{0,8}")


def statement_rules(*, names: bool) -> list[tuple[Anchor, Confirm]]:
    """Return the rules, each with the anchor that it needs.

    Args:
        names: Whether to look for people and places in the rows of a `COPY` too.
    """

    def copied(text: str, start: int) -> Iterator[Finding]:
        begin = text.lower().rfind("copy ", max(0, start - 2_200), start)
        match = _COPY.match(text, begin) if begin >= 0 else None
        if match is not None:
            kinds = _known(_kinds(match[1], match[2], names))
            newline = re.compile(r"\n|\\\\{0,30}n").match(text, match.end())
            if any(kinds) and newline is not None:
                yield from rows(text, newline.end(), "\t", kinds, names)

    def selected(text: str, start: int) -> Iterator[Finding]:
        """Read the rows that a client printed below a query, without a head."""
        match = _SELECT.match(text, start)
        if match is None:
            return
        kinds = _known(_kinds("", match[1], names))
        if any(kinds):
            yield from rows(text, match.end(), "|", kinds, names)
            yield from rows(text, match.end(), "\t", kinds, names)

    return [
        (Anchor("into ", caseless=True), _inserted),
        (Anchor("from stdin", caseless=True), copied),
        (Anchor("select ", caseless=True), selected),
    ]


def _kinds(table: str, columns: str, names: bool) -> tuple[str, ...]:
    fields = [field.strip(' \t\r\n`"[]\\') for field in columns.split(",")]
    keeps = not _KEEPING.isdisjoint(split_words(table))
    return tuple(
        SECRET
        if keeps and field in {"key", "value", "hash"}
        else column_kind(field, names) or (_WEAK if judge_key(field) == "weak" else "")
        for field in fields
    )


def _known(kinds: tuple[str, ...]) -> tuple[str, ...]:
    return tuple("" if kind == _WEAK else kind for kind in kinds)


def _inserted(text: str, start: int) -> Iterator[Finding]:
    match = _INTO.match(text, start)
    if match is None:
        return
    kinds = _kinds(match[1], match[2], False)
    if not any(kinds):
        return
    place = match.end()
    while True:
        begin = place
        if text[place : place + 1] == "(":
            place += 1
        elif place != match.end():
            return
        for number, kind in enumerate(kinds):
            value = _VALUE.match(text, place)
            if value is None:
                return
            if kind in {SECRET, _WEAK}:
                yield from _field(value, drawn=kind == _WEAK)
            elif kind:
                yield from _number(kind, value)
            place = value.end()
            if number + 1 < len(kinds):
                if text[place : place + 1] != ",":
                    return
                place += 1
        spend_row(place - begin)
        after = _NEXT.match(text, place)
        if after is None:
            return
        place = after.end()


def _field(value: re.Match[str], *, drawn: bool) -> Iterator[Finding]:
    number = value.lastindex or 0
    if drawn and not (number and is_drawn_key(value[number]) and not is_derived(value[number])):
        return
    if number in {1, 2, 3} and len(value[number]) >= 3 and not is_placeholder(value[number]):
        yield Finding(*value.span(number), SECRET, 0.9)


def _number(kind: str, value: re.Match[str]) -> Iterator[Finding]:
    number = value.lastindex or 0
    if number and is_identifier(value[number].strip().upper()):
        yield Finding(*value.span(number), kind, 0.7)
