"""Rows of a JSON text whose columns are named once, under a key or as the first of the rows.

``{"columns": [...], "rows": [[...], ...]}`` and ``[["name", "phone"], ["Ada", "020 7946 0000"]]``.
"""

import re
from collections.abc import Iterator
from typing import Final

from spanveil.redaction.detection._columns import column_kind, in_field
from spanveil.redaction.detection._finding import Confirm, Finding
from spanveil.redaction.detection._scanner import Anchor
from spanveil.redaction.detection._work import spend_row

_HEADS: Final = "columns|fields|headers?|cols|head|keys|labels|spalten|colonnes|columnas|kolommen"
_Q: Final = r"\\{0,7}\""
_S: Final = r"(?:\s|\\{1,7}[nrt]){0,24}"
_OPEN: Final = re.compile(rf"(?i:{_HEADS}){_Q}{_S}:{_S}\[")
_TEXT: Final = re.compile(rf"{_Q}(?P<text>[^\"\\\n]{{1,60}}){_Q}{_S}(?P<next>[,\]])")
_NESTED: Final = re.compile(rf"\[{_S}\[{_S}(?=\\{{0,7}}\")")
_ROWS: Final = re.compile(rf"(?:[^\[\]]{{0,80}})\[{_S}(?=\[)")
_ROW: Final = re.compile(r"[,\s\\nrt]{0,40}\[(?P<row>[^\[\]]{1,2000})\]")
_CELL: Final = re.compile(
    # Most have no escape, and what has none is sooner read as a run.
    r"\\{0,7}\"(?P<text>[^\"\\]{0,200}+(?=\\?\")|(?:[^\"\\]|\\{1,7}(?:u[0-9a-fA-F]{4}|[^\"u])){0,200})\\{0,7}\""
    r"|(?P<other>[^\s,\"\[\]]{1,40})"
)
_MAX_COLUMNS: Final = 40


def json_table_rules(*, names: bool) -> list[tuple[Anchor, Confirm]]:
    """Return the rule, whose anchor is the key of a list of names.

    Args:
        names: Whether to look for people and places too.
    """

    def confirm(text: str, start: int) -> Iterator[Finding]:
        opened = _OPEN.match(text, start)
        if opened is None:
            return
        kinds, place = _kinds(text, opened.end(), names)
        if any(kinds) and (rows := _ROWS.match(text, place)):
            yield from _rows(text, rows.end(), kinds)

    def confirm_nested(text: str, start: int) -> Iterator[Finding]:
        opened = _NESTED.match(text, start)
        if opened is None:
            return
        kinds, place = _kinds(text, opened.end(), names)
        if len(kinds) > 1 and any(kinds):
            yield from _rows(text, place, kinds)

    return [
        (Anchor(rf"(?i:{_HEADS})\\{{0,7}}\"[ \n\t]{{0,3}}:", expression=True), confirm),
        (Anchor(r"\[[ \n]{0,8}\[[ \n]{0,16}\\{0,7}\"", expression=True), confirm_nested),
    ]


def _kinds(text: str, place: int, names: bool) -> tuple[list[str], int]:
    """Return what the columns hold whose names a list begins with, and where the list ends."""
    kinds: list[str] = []
    while len(kinds) < _MAX_COLUMNS and (head := _TEXT.search(text, place, place + 90)):
        kinds.append(column_kind(head["text"], names))
        place = head.end()
        if head["next"] == "]":
            break
    return kinds, place


def _rows(text: str, place: int, kinds: list[str]) -> Iterator[Finding]:
    while (row := _ROW.match(text, place)) is not None:
        spend_row(row.end() - place)
        place = row.end()
        cells = [*_CELL.finditer(text, *row.span("row"))]
        if len(cells) != len(kinds):
            continue
        for kind, cell in zip(kinds, cells, strict=True):
            if (
                kind
                and cell["text"]
                and (found := in_field(kind, cell["text"], cell.start("text")))
            ):
                yield found
