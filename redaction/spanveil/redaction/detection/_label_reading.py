"""What the words of a label say of a number, in prose and as a key."""

import re
from functools import cache, lru_cache
from typing import Final, NamedTuple

from spanveil.redaction.detection._label_words import (
    ENTITY_OF,
    FILLERS_PLAIN,
    FIRMS_PLAIN,
    HEADS_PLAIN,
    OF_ROWS,
    OTHERS_PLAIN,
    SURE_PLAIN,
    bare,
    compound,
)
from spanveil.redaction.detection._registries import REGISTRIES, UNSURE
from spanveil.redaction.detection._registries_world import UNSURE_WORLD
from spanveil.redaction.detection._spelling import UPPER

_LOWER: Final = rf"[^\W\d_{UPPER}]"
WORD: Final = re.compile(
    rf"[{UPPER}]?{_LOWER}{{1,48}}+|[{UPPER}]{{1,48}}(?!{_LOWER})|[{UPPER}]|(?<![#\n\"'])#(?![#!])|[\u2116\u00b0]"
)
ASCII_WORD: Final = re.compile(
    r"[A-Z]?[a-z]{1,48}+|[A-Z]{1,48}(?![a-z])|[A-Z]|(?<![#\n\"'])#(?![#!])"
)
_RUN: Final = re.compile(r"[^\W\d_]{1,24}+(?:-[^\W\d_]{2,24}+)?")
ASIDE: Final = re.compile(r"\([^\W\d_][^()\d\n]{0,30}\)")
"""What is said of a label in parentheses: `EIN (sole proprietor)`."""
_UNKNOWN: Final = 2
_COUNTRIES: Final = frozenset(
    [
        "us",
        "uk",
        "gb",
        "eu",
        "de",
        "fr",
        "it",
        "es",
        "nl",
        "pl",
        "se",
        "fi",
        "dk",
        "no",
        "ca",
        "au",
        "in",
        "nz",
        "jp",
        "kr",
        "cn",
        "br",
        "mx",
        "za",
        "ng",
        "ke",
        "pt",
        "be",
        "ch",
        "at",
        "ie",
        "sg",
        "my",
        "th",
        "tr",
    ]
)
_DOCUMENTS: Final = frozenset({"licence", "license", "passport", "permit", "visa"})
"""Whose number a key with a country is, without a word for it: `licenceKr`."""
_CODED: Final = frozenset({"PERSONAL_ID", "MEDICAL_RECORD_NUMBER"})
_ONE_MEANING: Final = 5
"""A registry's name of so many letters is hardly a word of something else."""
_WITH_FORMS: Final = frozenset({"UK_VEHICLE_REGISTRATION"})
_ROW_HEADS: Final = frozenset({"id", "ids", "identifier"})


class Label(NamedTuple):
    """What a word says of the number behind it.

    Attributes:
        entity: What the number is.
        sure: Whether the word needs no head.
        form: The number's form, if it must have one.
        row: Whether digits alone are the number of a row in a table: `customer_id=1234567`.
        alone: Whether the word means one registry, so that a number of another form is its too.
    """

    entity: str
    sure: bool
    form: re.Pattern[str] | None = None
    row: bool = False
    alone: bool = False


_SOLE: Final = {bare(name): (name, *told) for name, told in REGISTRIES.items()}
_KNOWN: Final = {
    word: Label(entity, word in SURE_PLAIN)
    for word, entity in ENTITY_OF.items()
    if word not in _SOLE
}


@cache
def _sole(word: str) -> Label:
    """Return what a registry's name says; most forms are never asked for, and costly to compile."""
    name, entity, form = _SOLE[word]
    pattern = re.compile(rf"(?:[A-Z]{{2}}[ -]?)?(?i:{form})(?![A-Za-z0-9])") if form else None
    alone = len(name) >= _ONE_MEANING and name not in UNSURE and entity not in _WITH_FORMS
    return Label(entity, name not in UNSURE, pattern, alone=alone)


def words_of(text: str) -> list[str]:
    """Return the words of a text, of keys too, in lower case without accents."""
    if text.isascii():
        return [word.lower() for word in ASCII_WORD.findall(text)]
    return [bare(word) for word in WORD.findall(text)]


@lru_cache(maxsize=4096)
def key_entity(name: str) -> str:
    """Return what a key or a column of a name holds, ``""`` if no number of a person's."""
    words = words_of(ASIDE.sub(" ", name) if "(" in name[1:] else name)
    if (whole := joined(name, 0)) is not None:
        words = [bare(whole[0]), *words_of(name[whole.end() :])]
    for place, word in enumerate(words):
        noun = noun_of(word)
        label = noun and read(words[place:], words[:place], noun, signed=True, long=True)
        # A column is read without its numbers' form: `epic` alone is one of a tracker's.
        if label and (label.sure or word not in UNSURE_WORLD):
            return label.entity
    return ""


def read(
    words: list[str], before: list[str], label: Label, *, signed: bool, long: bool
) -> Label | None:
    """Return what a label's words say, ``None`` if it is no number of a person's.

    Args:
        words: In lower case without accents, the noun first, then whatever stands before the value.
        before: The words before the noun.
        label: What the noun says.
        signed: Whether a sign joins label and value, and not a sentence alone.
        long: Whether the value has more digits than most numbers of prose.
    """
    coded = label.entity in _CODED
    firm = words[0] in FIRMS_PLAIN
    near = before[-2:] if firm else before
    headed = any(word in HEADS_PLAIN or (coded and word == "code") for word in near)
    sure, nouns, unknown = label.sure, 1, 0
    row = words[0] in OF_ROWS and not (headed and _ROW_HEADS.isdisjoint(before))
    for word in words[1:]:
        if word in OTHERS_PLAIN:
            return None
        if firm and (word in _ROW_HEADS or word == "code"):
            unknown += 1
        elif (
            word in HEADS_PLAIN
            or (coded and word == "code")
            or (word in _COUNTRIES and words[0] in _DOCUMENTS and len(words) == 2)
        ):
            headed = True
            row = row and word in _ROW_HEADS
        elif (other := noun_of(word)) is not None:
            if other.form is not None and label.form not in {None, other.form}:
                return None  # it is looked at by itself
            sure = sure or other.sure
            nouns += word != words[0]
        elif word not in FILLERS_PLAIN:
            unknown += 1
    if firm and not (headed or sure):
        return None
    if unknown > (_UNKNOWN if headed else int(signed or long)):
        return None
    # Two nouns are a document: `permiso de residencia`.
    if not (headed or sure or nouns > 1 or (label.form is not None and signed)):
        return None
    return Label(label.entity, headed or sure, label.form, row and nouns == 1, label.alone)


def joined(text: str, start: int) -> re.Match[str] | None:
    """Return the registry's name that begins somewhere and is two words of a key: `MyKad`."""
    name = _RUN.match(text, start)
    if name is None or (name[0][1:].isalpha() and (name[0][1:].islower() or name[0].isupper())):
        return None
    return name if bare(name[0]) in _SOLE else None


def registry_of(name: str) -> str:
    """Return the registry that a column of a name is of if its values have the registry's form."""
    words = words_of(name)
    return words[0] if len(words) == 1 and words[0] in _SOLE and words[0] in UNSURE_WORLD else ""


def registry_label(word: str) -> Label:
    """Return what the name of a registry says, in lower case without accents."""
    return _sole(word)


def noun_of(word: str) -> Label | None:
    """Return what a word says by itself, in lower case without accents, ``None`` if nothing."""
    if (known := _KNOWN.get(word)) is not None:
        return known
    if word in _SOLE:
        return _sole(word)
    entity = compound(word)
    return Label(entity, True) if entity else None
