"""The word lists: names of people and places, and words that are none."""

import unicodedata
from functools import cache
from importlib.resources import files
from itertools import filterfalse
from typing import Final, NamedTuple

_LETTERS: Final = str.maketrans({
    "\u00df": "ss", "\u00e6": "ae", "\u00f8": "o", "\u0142": "l", "\u0111": "d", "\u00f0": "d", "\u00fe": "th", "\u0153": "oe", "\u0131": "i",
    "\u0259": "a", "\u2019": "'",
})  # fmt: skip
_SPREAD: Final = frozenset(map(chr, _LETTERS))


class Gazetteer(NamedTuple):
    """Word lists.

    Attributes:
        given: Given names in lower case.
        seldom: Given names that few people have, in lower case.
        family: Family names in lower case.
        places: Names of places as they are written.
        words: Words in lower case that are no names although they stand capitalised.
        products: Names of products, languages and peoples in lower case.
        common: Words of prose in lower case, of which some are names too.
        english: More words of English in lower case, of which some are names too.
        things: Names of several words, in lower case, of what is spelled as people are.
    """

    given: frozenset[str]
    seldom: frozenset[str]
    family: frozenset[str]
    places: frozenset[str]
    words: frozenset[str]
    products: frozenset[str]
    common: frozenset[str]
    english: frozenset[str]
    things: frozenset[str]

    @classmethod
    def shipped(cls) -> "Gazetteer":
        """Return the lists that the package ships (read once in a process)."""
        return _shipped()


def _lines(name: str) -> frozenset[str]:
    rows = (files("spanveil.redaction.detection") / "data" / name).read_text("utf-8").splitlines()
    return frozenset(row for row in rows if row and not row.startswith("#"))


@cache
def _shipped() -> Gazetteer:
    lists = {name: _lines(f"{name}.txt") for name in Gazetteer._fields}
    no_place = lists["words"] | lists["products"]
    lists["places"] = frozenset(p for p in lists["places"] if p.lower() not in no_place)
    lists["given"] -= lists["words"]
    lists["seldom"] -= lists["words"]
    lists["family"] -= lists["words"]
    return Gazetteer(**lists)


def fold(word: str) -> str:
    """Return a word in lower case as the lists spell it, without accents.

    >>> fold("d\u017eavi\u0107")
    'dzavic'
    """
    if word.isascii():
        return word
    if not _SPREAD.isdisjoint(word):  # few are; to translate takes longer than all else
        word = word.translate(_LETTERS)
    return "".join(filterfalse(unicodedata.combining, unicodedata.normalize("NFKD", word)))


class RareNames:
    """Family names too many for a set: one text, and where in it names of three first letters are.

    It takes a tenth of the memory that a set of them takes.
    """

    def __init__(self, text: str) -> None:
        self._text = f"\n{text}\n"
        self._ranges: dict[str, tuple[int, int]] = {}
        place, last, start = 0, "", 0
        for line in text.split("\n"):
            lead = line[:3]
            if lead != last:
                self._ranges[last] = start, place + 1
                last, start = lead, place
            place += len(line) + 1
        self._ranges[last] = start, place + 1

    @classmethod
    def shipped(cls) -> "RareNames":
        """Return the names that the package ships (read once in a process)."""
        return _shipped_rare()

    def __contains__(self, name: str) -> bool:
        start, end = self._ranges.get(name[:3], (0, 0))
        return self._text.find(f"\n{name}\n", start, end) >= 0


@cache
def _shipped_rare() -> RareNames:
    text = (files("spanveil.redaction.detection") / "data" / "rare.txt").read_text("utf-8")
    return RareNames(text.partition("\n")[2].strip())
