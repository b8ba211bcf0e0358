"""What a key says of its value: a person's name, a place, or a bare ``name``."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from spanveil.config import split_words
from spanveil.redaction.detection._name_key_words import (
    ADDRESS_KEYS,
    CODE_KEYS,
    ENDS_OF_NAMES,
    NAME_PARTS,
    NAMES,
    NO_PLACE,
    OF_FONTS,
    OF_SAP,
    PERSON_KEYS,
    PERSON_NAMES,
    PLACE_KEYS,
    SHORT,
    SHOWN_OF,
    SPELT,
    TOWN_WORDS,
    WHOLE,
)

_SIGNS: Final = " .,'\u2019-\\\u00b7\u30fb\u3000\u200c\u200d\u05f3"
_MAX_UNCASED: Final = 40
_PLAIN: Final = re.compile(r"[A-Za-z .,'\\-]{0,80}")
"""What is ASCII is sooner compared as a whole."""


@lru_cache(maxsize=4096)
def key_kind(key: str) -> str:
    """Say whether a key names a person, a place, or something with a bare ``name``.

    >>> [key_kind(key) for key in ("custFirstNm", "billing_addr", "ip_address", "name", "model")]
    ['PERSON', 'LOCATION', '', 'NAME', '']
    """
    words = [SHORT.get(word, word) for word in split_words(key)]
    if not words:
        return ""
    last = words[-1]
    if last in SPELT and len(words) > 1:
        return "PERSON" if key_kind(key[: -len(last)]) in {"PERSON", "NAME"} else ""
    if last.isdigit() and len(words) > 1:
        last = words[-2] + last
    if len(words) > 2 and words[-2] in {"address", "addr"} and last.startswith("line"):
        last = "address"
    if last in CODE_KEYS or words[-2:] == ["postal", "code"]:
        return "POSTCODE"
    if (last in PLACE_KEYS or last[:-1] in {"addressline", "line"}) and NO_PLACE.isdisjoint(words):
        return "LOCATION"
    if last in NAME_PARTS and len(words) > 1 and words[-2] in OF_FONTS:
        return ""
    if last in PERSON_KEYS or last in NAME_PARTS or words[-2:] == ["known", "as"]:
        return "PERSON"
    if words[-3:] == ["name", "on", "card"]:
        return "PERSON"
    if last == "display":
        return "SHOWN" if len(words) == 1 else "PERSON" * shows_person(words[-2])
    if last in ENDS_OF_NAMES and (len(words) == 1 or words[-2] == "name"):
        return "END"
    if last == "names" and len(words) > 1 and words[-2] in PERSON_NAMES:
        return "PERSON"
    if last in ADDRESS_KEYS or words[-2:] in (["pick", "up"], ["drop", "off"]):
        return "ADDRESS"
    if last != "name":
        return ""
    if len(words) > 1 and words[-2] in TOWN_WORDS:
        return "LOCATION"
    if len(words) == 1:
        return "NAME"
    return "PERSON" if words[-2] in PERSON_NAMES else ""


def shows_person(parent: str) -> bool:
    """Say whether what an object is called says that its ``display`` is somebody's name."""
    words = split_words(parent)
    return bool(words) and (words[-1] in SHOWN_OF or words[-1] in PERSON_KEYS)


@lru_cache(maxsize=4096)
def is_part(key: str) -> bool:
    """Say whether a key speaks of a part of a name, which may be any word.

    >>> [is_part(key) for key in ("firstName", "surname", "displayName", "owner")]
    [True, True, False, False]
    """
    words = split_words(key)
    return says_name(key) and WHOLE.isdisjoint((*words[-2:-1], *words[-1:]))


@lru_cache(maxsize=4096)
def says_name(key: str) -> bool:
    """Say whether a key speaks of a name, and not of somebody's role alone.

    >>> [says_name(key) for key in ("firstName", "surname", "owner")]
    [True, True, False]
    """
    return key.lower().endswith(
        (
            "name",
            "nm",
            "nom",
            "given",
            "family",
            "names",
            "noms",
            "known_as",
            "knownas",
            "on_card",
            "oncard",
            *NAMES,
            *SPELT,
            *OF_SAP,
        )
    )


def is_personal(value: str) -> bool:
    """Say whether a value has the form of a person's name."""
    if len(value) > 80 or value.count(" ") > 5:
        return False
    if not _PLAIN.fullmatch(value) and (
        value.isascii() or not all(c.isalpha() or c in _SIGNS or _is_mark(c) for c in value)
    ):
        return False
    if not value.isascii() and is_uncased(value):
        return len(value) <= _MAX_UNCASED
    return value[:1].isupper() or any(word[:1].isupper() for word in value.split(" "))


def is_uncased(value: str) -> bool:
    """Say whether a value begins in a script that writes names without capitals.

    >>> [is_uncased(value) for value in ("\u738b\u5c0f\u660e", "\u10dc\u10d8\u10dc\u10dd", "ada", "Ada", "7")]
    [True, True, False, False, False]
    """
    first = value[:1]
    # Georgian has capitals that no word begins with.
    return first > "\u0500" and first.isalpha() and first.title() == first and not first.isupper()


def is_short(value: str) -> bool:
    """Say whether a value without capitals is no longer than a name beside somebody's role is."""
    return len(value) <= 4 or (len(value) <= 24 and 1 <= value.count(" ") <= 3)


def _is_mark(char: str) -> bool:
    """Say whether a character is a vowel's sign or an accent of its own."""
    return unicodedata.category(char)[0] == "M"
