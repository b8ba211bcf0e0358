"""Rows of separated values and of Markdown tables, read by the names in their head."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from typing import Final

from spanveil.config import split_words
from spanveil.redaction._entities import SECRET
from spanveil.redaction.detection._credential_keys import judge_key
from spanveil.redaction.detection._finding import Confirm, Finding
from spanveil.redaction.detection._foreign_labels import foreign_entity
from spanveil.redaction.detection._gazetteer import Gazetteer
from spanveil.redaction.detection._identifiers import CONTEXTS
from spanveil.redaction.detection._label_reading import key_entity, registry_label, registry_of
from spanveil.redaction.detection._label_values import is_identifier
from spanveil.redaction.detection._lines import lines_behind, lines_of
from spanveil.redaction.detection._name_judge import Judge
from spanveil.redaction.detection._name_keys import key_kind
from spanveil.redaction.detection._scanner import Anchor
from spanveil.redaction.detection._values import is_placeholder
from spanveil.redaction.detection._work import spend_row

_FIELD: Final = re.compile(
    r" ?(?!(?i:and|or|but|the|a|an|to|of|is|in|for|with|as|which|that|not|so|then) )[^\W\d][\w.#'/\xb0-]{0,40}+(?: [\w.#'/()\xb0\u2116-]{1,32}+){0,4}+ ?"
)
_CELL: Final = re.compile(_FIELD.pattern.replace("{0,4}+ ?", "{0,5}+ ?"))
"""The head of a column between bars, where no sentence stands by chance."""
_MAX_COLUMNS: Final = 40
_END: Final = (
    r"(?:(?:[A-Za-z_?][.]?|[A-Z][)])\"?(?:, ?|;|\t| {0,20}[|] {0,20})|[.)] [|] )\"?[A-Za-z_?][A-Za-z0-9_ .#'/?-]{0,30}\"?[ |]{0,20}"
    r"(?:\r?\n|\\{1,7}[nr])"
)
_ALL_QUOTED: Final = re.compile(
    r"\s{0,8}\"[^\"\n]{1,40}\"(?:(?:, ?|;|\t)\"[^\"\n]{0,40}\"){1,39}\s{0,8}"
)
_IN_QUOTES: Final = re.compile(r" ?\"(?:[^\"\n]|\"\"){0,4000}\"")
_RULE: Final = re.compile(r"[ |:+-]{0,400}")
_MAX_HEAD: Final = 1_000
_MAX_END: Final = 64
_KINDS: Final = {
    "PHONE_NUMBER": frozenset(
        {"phone", "tel", "telephone", "mobile", "cell", "fax", "msisdn", "whatsapp"}
    ),
    "US_SSN": frozenset({"ssn", "social"}),
    "CREDIT_CARD": frozenset({"card", "pan"}),
    "DATE_TIME": frozenset({"dob", "birth", "birthday", "born", "birthdate"}),
    "US_PASSPORT": frozenset({"passport"}),
    "US_BANK_NUMBER": frozenset({"account", "acct", "iban", "bank"}),
    "US_ITIN": frozenset({"itin", "tin", "taxid"}),
    "US_DRIVER_LICENSE": frozenset({"licence", "license", "dl"}),
    "NATIONAL_ID": frozenset(
        {"nino", "nhs", "aadhaar", "pesel", "nif", "dni", "nie", "sin", "tfn", "bsn", "cpf", "nric"}
    ),
}
_OF_REGISTRY: Final = "="
"""Before the name of a registry that is a word of something else: only its form tells a number."""
_ABROAD: Final = tuple(
    (word, context.entity)
    for context in CONTEXTS
    if context.entity in {"PHONE_NUMBER", "DATE_TIME"}
    for word in context.words
    if not word.isascii()
)
"""Words of other scripts and languages for phones and births, and what they say."""
_OF_ROWS: Final = frozenset({"type", "count", "status", "name"})
"""Words of a column that is about a number and does not hold it."""
_MIN_DIGITS: Final = 5
_NUMBER: Final = re.compile("[0-9]{4}")
"""No head has one: `HRB 86891` is a row, though its first word is a label."""
_PLATES: Final = "UK_VEHICLE_REGISTRATION"
_MIN_OF_PLATES: Final = 2


def column_rules(*, names: bool) -> list[tuple[Anchor, Confirm]]:
    """Return the rule, whose anchor is the end of a head.

    Args:
        names: Whether to look for people and places too.
    """

    def confirm(text: str, start: int) -> Iterable[Finding]:
        # Most lines end so and are no head; only this one is looked at.
        first = start - _MAX_HEAD if start > _MAX_HEAD else 0
        begin = text.rfind("\n", first, start) + 1 or first
        before = text[begin : start + _MAX_END]
        if "\\" in before:
            before = lines_of(before)
        end = before.find("\n", start - begin)
        line = before[before.rfind("\n", 0, start - begin) + 1 : max(end, 0)]
        by, kinds = _head(line, names)
        return rows(text, begin + end + 1, by, kinds, names) if any(kinds) else ()

    return [(Anchor(_END, expression=True), confirm)]


def _head(line: str, names: bool) -> tuple[str, tuple[str, ...]]:
    """Return the separator of a table's head and what its columns hold."""
    if '"' in line:
        whole = _ALL_QUOTED.fullmatch(line) is not None
        line = line.replace('"', "") if whole else line.rpartition('"')[2]
    for before in (": ", "> "):
        line = line.rpartition(before)[2]
    for by in ("|", ";", "\t", ","):
        if by in line:
            fields = line.strip(" |\r").split(by)
            if by == "|":
                fields = [field.strip() for field in fields]
            if 2 <= len(fields) <= _MAX_COLUMNS and all(
                map((_CELL if by == "|" else _FIELD).fullmatch, fields)
            ):
                kinds = tuple([column_kind(field.strip(), names) for field in fields])
                # A first and a last name are one where the table has both.
                end = "PERSON" if kinds.count("END") > 1 else ""
                return by, tuple([end if kind == "END" else kind for kind in kinds])
            return "", ()
    return "", ()


@lru_cache(maxsize=4096)
def column_kind(name: str, names: bool) -> str:
    """Return what a column of a name holds, `""` if nothing that is looked for."""
    key = name.replace(" ", "_")
    words = set(split_words(key))
    if judge_key(key) in {"password", "token"} or words & {"totp", "otp", "cvv", "cvc"}:
        return SECRET
    for entity, telling in _KINDS.items():
        if not telling.isdisjoint(words) and _OF_ROWS.isdisjoint(words):
            return entity
    if (entity := key_entity(name) or foreign_entity(name)) and _OF_ROWS.isdisjoint(words):
        return entity
    if registry := registry_of(name):
        return _OF_REGISTRY + registry
    if not name.isascii() and (kind := _foreign_kind(name.lower(), names)):
        return kind
    kind = key_kind(key) if names else ""
    return "" if kind in {"POSTCODE", "ADDRESS"} else kind


def _foreign_kind(name: str, names: bool) -> str:
    """Return what a column holds whose name is in another script, in small letters."""
    for word, entity in _ABROAD:
        if word in name:
            return entity
    if not names:
        return ""
    # Its expressions take long to compile, and are needed only where names are looked for.
    from spanveil.redaction.detection._native import native_kind

    return native_kind(name)


@cache
def _is_named() -> Callable[[str], bool]:
    return Judge(Gazetteer.shipped()).is_named


def rows(text: str, offset: int, by: str, kinds: tuple[str, ...], names: bool) -> Iterator[Finding]:
    """Yield what rows of separated values hold.

    Args:
        text: The text.
        offset: Where the first row begins.
        by: What separates the fields of a row.
        kinds: What each column holds.
        names: Whether a head may tell names and places too.

    Raises:
        TooManyHits: If the rows were read by too many heads already.
    """
    for number, line in enumerate(lines_behind(text, offset)):
        if number and _NUMBER.search(line) is None and any(_head(line, names)[1]):
            return  # the next head, so that each row is read once
        spend_row(len(line))
        place = offset
        offset += len(line) + 1
        if by == "|":
            if number == 0 and _RULE.fullmatch(line):
                continue
            place += len(line) - len(line.lstrip(" |"))
        row = line.strip(" |") if by == "|" else line
        fields = _split(row, by)
        if len(fields) != len(kinds):
            fields = row.partition('"')[0].split(by)  # the end of a JSON string
        if len(fields) != len(kinds):
            return
        for kind, field in zip(kinds, fields, strict=True):
            if kind and (finding := in_field(kind, field, place)):
                yield finding
            place += len(field) + len(by)


def _split(row: str, by: str) -> list[str]:
    """Return the fields of a row, with their quotes; one in quotes may hold what separates them."""
    if '"' not in row or by == "|":
        return row.split(by)
    fields, place = [], 0
    while place <= len(row):
        match = _IN_QUOTES.match(row, place)
        end = row.find(by, match.end() if match else place)
        end = len(row) if end < 0 else end
        fields.append(row[place:end])
        place = end + len(by)
    return fields


@cache
def _knows() -> Callable[[str], bool]:
    return Judge(Gazetteer.shipped()).knows


def in_field(kind: str, field: str, place: int) -> Finding | None:
    """Return what a field of a kind holds, if its value fits.

    Args:
        kind: What its column holds.
        field: The field.
        place: Where it begins.
    """
    shown = field.rstrip(' "}]\\\r')
    start = place + len(shown) - len(shown.lstrip(' "'))
    value = shown.lstrip(' "')
    digits = sum(map(str.isdigit, value))
    if kind == "NAME":
        fits = _is_written(value) and not digits and _knows()(value)
        kind = "PERSON"
    elif kind == "END":
        fits = _is_written(value) and not digits and _is_named()(value)
        kind = "PERSON"
    elif kind in {"PERSON", "LOCATION"}:
        # An address that begins with a street in Latin letters has a form of its own.
        fits = _is_written(value) and (not digits or (kind == "LOCATION" and not value.isascii()))
    elif kind.startswith(_OF_REGISTRY):
        label = registry_label(kind[len(_OF_REGISTRY) :])
        fits = label.form is not None and label.form.fullmatch(value) is not None
        kind = label.entity
    elif kind == SECRET:
        fits = len(value) >= 4 and not is_placeholder(value)
    else:
        least = _MIN_OF_PLATES if kind == _PLATES else _MIN_DIGITS
        fits = digits >= least or (digits > 3 and value.isalnum() and is_identifier(value))
    return Finding(start, place + len(shown), kind, 0.7) if fits else None


def _is_written(value: str) -> bool:
    """Say whether a value has a capital, or a letter of a script without them."""
    return any(char.isalpha() and not char.islower() for char in value)
