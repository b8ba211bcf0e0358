"""The closed vocabulary of code, for keys and tokens that no convention vouches for."""

from functools import cache
from typing import Final

from spanveil.config._catalogue import Catalogue
from spanveil.config._judged_once import judged_once
from spanveil.config._key_words import KeyWords, split_words

MAX_WORDS: Final = 8
"""A name of code; more words are a sentence in snake case."""

_MAX_DIGITS: Final = 6
_MAX_RUN: Final = 3
_SHORT: Final = 2
_MAX_LENGTH: Final = 128
_MEMO_ENTRIES: Final = 8192


def is_code_name(text: str) -> bool:
    """Say whether every word of a text is a word of code.

    The vocabulary is closed: the words of the catalogue's keys, the key words, and a list of words
    that parameters, states and kinds are named with. A name of a person or of an organisation, a
    diagnosis or a random string has a word outside it. A single letter is a word, and so is a
    number of at most three digits, six in all.

    >>> [is_code_name(text) for text in ("date_from", "toolCall.2", "AliceSmith", "acme-corp")]
    [True, True, False, False]
    """
    return len(text) <= _MAX_LENGTH and _is_known(text)


def is_key_word(word: str) -> bool:
    """Say whether a single word may stand in a name that code gives: a key, a tool, a table.

    Two letters are too short for anybody's name, and are the prefixes of many a table.

    >>> is_key_word("invoice"), is_key_word("stripe"), is_key_word("Acme")
    (True, True, False)
    """
    return len(word) <= _SHORT or word.lower() in _key_vocabulary() or is_code_name(word)


def _judge(text: str) -> bool:
    if not text.isascii():
        return False
    known = _vocabulary()
    if text.isalpha() and text.islower():  # one word, as most pieces of a key are
        return text in known or len(text) == 1
    words = split_words(text)
    if not 0 < len(words) <= MAX_WORDS:
        return False
    digits = 0
    for word in words:  # anybody's word comes before the end, as a rule
        if word in known or len(word) == 1:
            digits += len(word) if word.isdigit() else 0
        elif word.isdigit() and len(word) <= _MAX_RUN:
            digits += len(word)
        else:
            return False
    return digits <= _MAX_DIGITS


# Values and keys of payloads are asked about, which are not to be found in memory later.
_is_known: Final = judged_once(_judge, _MEMO_ENTRIES)


@cache
def _vocabulary() -> frozenset[str]:
    keys = {word for row in Catalogue.shipped() for word in split_words(row.pattern)}
    return _listed("vocabulary.txt") | keys | KeyWords.shipped().words


@cache
def _key_vocabulary() -> frozenset[str]:
    return _listed("key_vocabulary.txt")


def _listed(name: str) -> frozenset[str]:
    from importlib.resources import files  # it takes longer to import than this module

    text = (files("spanveil.config") / "data" / name).read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in line.split())
