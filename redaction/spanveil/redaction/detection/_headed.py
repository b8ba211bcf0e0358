"""Columns under a telling key: tables set with spaces, and tables of HTML."""

import re
from collections.abc import Iterator
from typing import Final

from spanveil.redaction._entities import SECRET
from spanveil.redaction.detection._credential_keys import Strength
from spanveil.redaction.detection._finding import Finding
from spanveil.redaction.detection._lines import lines_behind, lines_of
from spanveil.redaction.detection._values import is_placeholder, is_random
from spanveil.redaction.detection._work import spend_row

_AHEAD: Final = re.compile(r"[ \t]{0,40}(?:\r?\n|\\{1,7}n|[ \t]{2}[A-Za-z])")
_PIPE: Final = re.compile(r"[ \t]{1,40}[|\u2502\u2503]")
_LEAST_BARS: Final = 2
_BAR: Final = re.compile(r"[|\u2502\u2503]")
_DRAWN_RULE: Final = re.compile(r"[\s|:+=\u2500-\u257f-]{0,1000}")
_FIELDS: Final = re.compile(r"\S{1,512}(?: \S{1,512}){0,16}")
_RULE: Final = re.compile(r"[\s|:+=-]{1,1000}")
_REACH: Final = 8_000
_BEFORE: Final = 2_000
_HEAD_CELL: Final = re.compile(r"(?:\s{0,4}</(?:b|strong)>)?\s{0,4}</th>", re.IGNORECASE)
_ROW: Final = re.compile(
    # up to the next tag of a row, so that rows that never end are not searched again and again
    r"<tr[^<>]{0,80}>((?:[^<]|<(?!/?tr)){0,2000}+)</tr>",
    re.IGNORECASE,
)
_CELL: Final = re.compile(
    r"<td[^<>]{0,80}>(?:<[^<>]{1,40}>)?\s{0,8}([^<>\n]{0,256}?)\s{0,8}<", re.IGNORECASE
)
_OPENED: Final = re.compile(r"<th\b", re.IGNORECASE)


def headed(text: str, strength: Strength, start: int, end: int) -> Iterator[Finding]:
    """Yield the secrets of a column.

    Args:
        text: The text.
        strength: What the key says that may be the column's head.
        start: Where the key begins.
        end: Where it ends.
    """
    if _HEAD_CELL.match(text, end):
        yield from _of_html(text, strength, start, end)
    elif _PIPE.match(text, end):
        yield from _piped(text, strength, start)
    elif _AHEAD.match(text, end):
        yield from _aligned(text, strength, start)


def _of_html(text: str, strength: Strength, start: int, end: int) -> Iterator[Finding]:
    before = text[max(0, start - _BEFORE) : start].lower()
    column = len(_OPENED.findall(before, max(0, before.rfind("<tr")))) - 1
    while (row := _ROW.search(text, end, end + _REACH)) is not None:
        spend_row(row.end() - end)
        end = row.end()
        cells = list(_CELL.finditer(text, row.start(1), end))
        if not 0 <= column < len(cells):
            return
        yield from _judged(strength, *cells[column].span(1), cells[column][1])


def _aligned(text: str, strength: Strength, start: int) -> Iterator[Finding]:
    begin = max(0, start - 400)
    head, head_start = _head(text, begin, start)
    names = _fields(head)
    column = next((n for n, (first, _) in enumerate(names) if head_start + first == start), -1)
    if len(names) < 2 or column < 0:
        return
    place = head_start + len(head) + 1
    for line in lines_behind(text, place):
        spend_row(len(line))
        if line == head:
            return  # the next table
        fields = _fields(line)
        if not fields:
            return
        if not _RULE.fullmatch(line):
            # pandas prints the row's number before it
            index = column + (len(fields) == len(names) + 1)
            if len(fields) not in {len(names), len(names) + 1}:
                return
            first, last = fields[index]
            yield from _judged(strength, place + first, place + last, line[first:last])
        place += len(line) + 1


def _piped(text: str, strength: Strength, start: int) -> Iterator[Finding]:
    """Read a table whose columns are parted by bars, of ASCII or drawn."""
    begin = max(0, start - 400)
    head, head_start = _head(text, begin, start)
    column = len(_BAR.findall(head[: start - head_start]))
    width = len(_BAR.findall(head))
    place = head_start + len(head) + 1
    first_row = next(lines_behind(text, place))
    if width < _LEAST_BARS and not _DRAWN_RULE.fullmatch(first_row):
        return
    for number, line in enumerate(lines_behind(text, place)):
        spend_row(len(line))
        if line == head:
            return  # the next table
        if not _DRAWN_RULE.fullmatch(line):
            bars = [match.start() for match in _BAR.finditer(line)]
            if len(bars) != width:
                return
            first = bars[column - 1] + 1 if column else 0
            last = bars[column] if column < width else len(line)
            cell = line[first:last]
            value = cell.strip(" \t`*")
            offset = place + first + cell.find(value)
            yield from _judged(strength, offset, offset + len(value), value)
        elif number and not line.strip():
            return
        place += len(line) + 1


def _head(text: str, begin: int, start: int) -> tuple[str, int]:
    """Return the line in which a key stands, from `begin` on, and where it begins."""
    window = lines_of(text[begin : start + _REACH])
    first = window.rfind("\n", 0, start - begin) + 1
    return window[first:].partition("\n")[0], begin + first


def _fields(line: str) -> list[tuple[int, int]]:
    return [match.span() for match in _FIELDS.finditer(line)]


def _judged(strength: Strength, start: int, end: int, value: str) -> Iterator[Finding]:
    if is_placeholder(value) or len(value) < 4 or value.isalpha() or " " in value:
        return
    if strength == "password" or is_random(value, 8, 2.5):
        yield Finding(start, end, SECRET, 0.75)
