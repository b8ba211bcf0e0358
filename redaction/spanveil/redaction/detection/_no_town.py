"""What stands behind a word like `of` and is spelled or told as no place is: `versions of OpenSSL`."""

import re
from typing import Final

# Of a program: a capital behind small letters, a number or a sign that goes on
_HUMP: Final = re.compile(
    r"(?!Mac|Van|Fitz|San|Del|Las|Los)(?:\S{0,40}\s)?[A-Za-z]{0,20}?[a-z]{2}[A-Z]"
)
_GOES_ON: Final = re.compile(r"\d|\+\+|_|\(|-\d|/[A-Z]")
_OF: Final = re.compile(r"(?:^|([^\s\"'(,;:.]{1,24})[\"',)]{0,2})\s{1,2}of\s$")
_TOLD = (
    "city town village hamlet borough district county province state region area "
    "municipality parish port bay gulf isle island republic kingdom principality duchy "
    "university college diocese bishop archbishop mayor outskirts suburbs suburb centre "
    "center north south east west northeast northwest southeast southwest native resident "
    "residents citizen citizens out airport court police streets beaches metropolis "
    "prefecture canton commune capital"
)
_PLACES: Final = frozenset(_TOLD.split())
"""Words of which a place is told."""


def is_no_town(text: str, begin: int, value: str) -> bool:
    """Say whether words in no list of places are hardly one.

    Args:
        text: The text.
        begin: Where they begin.
        value: They.
    """
    lives = text.endswith("in", max(0, begin - 3), max(0, begin - 1))
    if (_HUMP.match(value) and not lives) or _GOES_ON.match(text, begin + len(value)):
        return True
    if value.endswith(("'s", "\u2019s")):
        return True
    told = _OF.search(text, max(0, begin - 30), begin)
    if told is None:
        return False
    word = told[1] or ""
    # `Ana Ruiz of Kleindorf`, `the port of Kleindorf`
    return not word[:1].isupper() and word.lower() not in _PLACES
