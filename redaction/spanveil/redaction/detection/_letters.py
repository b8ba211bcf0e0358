"""Whether letters were drawn or spell words: by their cases, and by which follow which."""

import re
from typing import Final

_JOINTS: Final = str.maketrans("", "", ".-_")
_DIGITS: Final = str.maketrans("", "", "0123456789")
_DRAWN_LETTERS: Final = 12
_FEW_LETTERS: Final = 10
_WORD: Final = 2.6
_WORD_BESIDE_DIGITS: Final = 3.0
_LONG_WORD: Final = 3.4
_HUMPS: Final = re.compile("[A-Z]{1,40}(?=[A-Z][a-z])|[A-Z]?[a-z]{1,40}|[A-Z]{1,40}")
# Two letters that hardly any word of a language in Latin letters has one after the other
_RARE: Final = re.compile(
    r"(?=q[^u]|j[^aeiouy]|v[^aeiouyr]|[bdfgkmpqtvwxz][jqxz]|[xzwhk][bcdfgjkmpqvwxz]|[lnrs][jqxz])"
)
_RARELY: Final = 2


def is_unspeakable(value: str, word: float = _WORD) -> bool:
    """Say whether what would be the words of a name in code are too short: `KaxRLkkRUuOdRG`."""
    letters = value.translate(_JOINTS)
    words = _HUMPS.findall(value)
    return (
        len(letters) >= _DRAWN_LETTERS
        and letters.isalpha()
        and not (letters.islower() or letters.isupper())
        and len(letters) < word * len(words)
    )


def is_unspoken(value: str) -> bool:
    """Say whether a value has digits and letters of both cases that spell no words."""
    letters = value.translate(_DIGITS)
    return len(letters) < len(value) and is_unspeakable(letters, _WORD_BESIDE_DIGITS)


def are_drawn_letters(value: str) -> bool:
    """Say whether a word of letters alone was drawn, for where a password is expected.

    Of letters drawn of both cases five in six are known so, of the names in the code of Python's
    library and of headers of C eight in a thousand are taken for such.
    """
    if len(value) < _FEW_LETTERS or value.islower() or value.istitle() or value.isupper():
        return False
    if not (value.isascii() and value.isalpha()):
        return False
    length = len(value) / len(_HUMPS.findall(value))
    return length < _WORD or (length < _LONG_WORD and len(_RARE.findall(value.lower())) >= _RARELY)
