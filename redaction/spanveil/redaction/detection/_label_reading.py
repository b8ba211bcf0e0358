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
_RUN: Final = re.compile(
    r"[^\W\d_]{1,6}(?:[.]-?[^\W\d_]{1,6}){1,5}(?![^\W\d_])|[^\W\d_]{1,24}+(?:-[^\W\d_]{2,24}+)?"
)
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
_PAPERS: Final = frozenset({"document", "documento", "documentos"})
_PROVING: Final = frozenset({"NATIONAL_ID", "US_PASSPORT", "US_DRIVER_LICENSE"})
"""What a paper is of whose number is a person's: `documento nacional de identidad`."""
_CODED: Final = frozenset({"PERSONAL_ID", "MEDICAL_RECORD_NUMBER"})
_ONE_MEANING: Final = 5
"""A registry's name of so many letters is hardly a word of something else."""
_WITH_FORMS: Final = frozenset({"UK_VEHICLE_REGISTRATION"})
_SHORTEST_KEY: Final = 4
_LONGEST_KEY: Final = 32
_LONGEST_PART: Final = 20
_KEY_HEADS: Final = frozenset(
    [
        "no",
        "nr",
        "nro",
        "num",
        "id",
        "number",
        "numbers",
        "numero",
        "nummer",
        "numer",
        "nomor",
        "cislo",
        "broj",
        "szam",
        "stevilka",
        "numara",
        "numarasi",
        "kod",
        "code",
        "codigo",
    ]
)
_NUMBER_HEADS: Final = frozenset({"no", "nr", "nro", "numero", "number"})
_JOINTS: Final = frozenset({"de", "do", "da", "di", "of", "del", "card", "file"})
"""Words of a key that have no space: what says that it is a number's, and what joins its nouns."""
_SHORT_HEADS: Final = frozenset({"br", "c", "st"})
"""Of Slavic languages right before a number (`broj`, `\u010d\u00edslo`, `\u0161tevilka`), of others what is something else."""
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
        noun = noun_of(word) or joined_noun(word)
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
    sure, nouns, unknown, of_person = label.sure, 1, 0, not firm
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
            of_person = of_person or (words[0] in _PAPERS and other.entity in _PROVING)
        elif word not in FILLERS_PLAIN:
            unknown += 1
    unknown -= len(words) > 1 and words[-1] in _SHORT_HEADS
    if firm and not (headed or sure or of_person):
        return None
    if unknown > (_UNKNOWN if headed else int(signed or long)):
        return None
    # Two nouns are a document: `permiso de residencia`.
    if not (headed or sure or nouns > 1 or (label.form is not None and signed)):
        return None
    return Label(label.entity, headed or sure, label.form, row and nouns == 1, label.alone)


def joined(text: str, start: int) -> re.Match[str] | None:
    """Return the registry's name that begins somewhere and is two words, `MyKad`, or shortened, `D.N.I`."""
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


def joined_noun(word: str) -> Label | None:
    """Return what the words of a key say that nothing parts, ``None`` if they are not all known.

    Args:
        word: In lower case without accents: `nroDocumento` as `nrodocumento`, `dlno`, `veterancard`.
    """
    if not _SHORTEST_KEY <= len(word) <= _LONGEST_KEY or not word.isascii():
        return None
    parts = _parts(word)
    nouns = {part: noun for part in parts if (noun := _noun_part(part)) is not None}
    if not nouns:
        return None
    if len(nouns) == 1:
        return _headed(parts, *nouns.items())
    if any(part in _SOLE or len(part) < _SHORTEST_KEY for part in nouns):
        return None  # short words make up many a longer one: `arcsin`
    row = parts[0] in OF_ROWS and parts[-1] in _ROW_HEADS
    return Label(next(iter(nouns.values())).entity, True, row=row)


def _headed(parts: list[str], named: tuple[str, Label]) -> Label | None:
    """Return what a noun says with a head before it or behind it in one word: `dlno`, `nopaspor`."""
    name, noun = named
    if parts[-1] not in _KEY_HEADS and not (
        parts[0] in _KEY_HEADS and (len(parts[0]) > 2 or len(name) > _ONE_MEANING)
    ):
        return None
    if name in UNSURE and parts[-1] not in _NUMBER_HEADS:
        return None
    return noun._replace(sure=True, row=name in OF_ROWS and parts[-1] in _ROW_HEADS)


def _noun_part(part: str) -> Label | None:
    return _KNOWN.get(part) or (_sole(part) if part in _SOLE else None)


def _parts(word: str) -> list[str]:
    """Return the words, the longest first, that are all of a key, ``[]`` if something is left."""
    if not word:
        return []
    for end in range(min(len(word), _LONGEST_PART), 1, -1):
        part = word[:end]
        if (
            part in _KEY_HEADS
            or part in _JOINTS
            or (end > 2 and (part in _KNOWN or part in _SOLE))
            or (part in _SOLE and word[end:] in _KEY_HEADS)
        ):
            if end == len(word):
                return [part]
            if rest := _parts(word[end:]):
                return [part, *rest]
    return []
