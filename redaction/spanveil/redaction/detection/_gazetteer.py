"""The word lists: names of people and places, and words that are none."""

from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Gazetteer(NamedTuple):
    """Word lists.

    Attributes:
        given: Given names in lower case.
        family: Family names in lower case.
        places: Names of places as they are written.
        words: Words in lower case that are no names although they stand capitalised.
        products: Names of products, languages and peoples in lower case.
        common: Words of prose in lower case, of which some are names too.
    """

    given: frozenset[str]
    family: frozenset[str]
    places: frozenset[str]
    words: frozenset[str]
    products: frozenset[str]
    common: frozenset[str]

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
    lists["family"] -= lists["words"]
    return Gazetteer(**lists)
