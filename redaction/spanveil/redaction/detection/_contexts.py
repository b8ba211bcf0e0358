"""Numbers that are personal data only beside a telling word: the rule, for every row of the table."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from spanveil.redaction.detection._characters import foreign_characters
from spanveil.redaction.detection._finding import Confirm, Finding
from spanveil.redaction.detection._handles import HANDLES
from spanveil.redaction.detection._identifiers import CONTEXTS, Context
from spanveil.redaction.detection._offices import OFFICES
from spanveil.redaction.detection._said_before import value_end
from spanveil.redaction.detection._scanner import Anchor, TooManyHits, max_hits
from spanveil.redaction.detection._shortened import SHORTENED
from spanveil.redaction.detection._told_numbers import ToldNumber, told_number
from spanveil.redaction.detection._trades import TRADES

_SHORT: Final = 5
_BRIEF: Final = 3
"""A label whose first word is no longer, or shortened, ends many a word: `invalid number`, `public. No`."""
_PARTED: Final = re.compile("[ -]")
_LABEL_WORDS: Final = re.compile("[a-z]{1,24}(?:[ -][a-z]{1,24}){1,3}")


@cache
def context_rules() -> list[tuple[Anchor, Confirm]]:
    """Return a rule for each telling word of which the scanner sees a letter; made once."""
    return [
        (Anchor(_shadow(word), caseless=True, ends=_ends_so(word)), confirm)
        for word, confirm in _rules()
        if _is_seen(word)
    ]


class ForeignWords:
    """The telling words of which the scanner, which reads ASCII, sees nothing.

    To it they are any run of letters of any other script, so that a text in one would be nothing
    but hits. They are looked for in the text itself.
    """

    def __init__(self) -> None:
        # By a character without which a text does not hold the word.
        self._rules: dict[str, list[tuple[str, Confirm]]] = {}
        for word, confirm in _rules():
            if not _is_seen(word):
                character = max(word)
                self._rules.setdefault(character, []).append((word, confirm))

    def find(self, text: str, characters: frozenset[str]) -> Iterable[Finding]:
        """Yield what stands beside one of the words.

        Args:
            text: The text.
            characters: Those of the text that are not ASCII.

        Raises:
            TooManyHits: Past ``max_hits``.
        """
        if characters.isdisjoint(self._rules):
            return
        left = max_hits(len(text))
        for character in characters.intersection(self._rules):
            for word, confirm in self._rules[character]:
                start = text.find(word)
                while start >= 0:
                    left -= 1
                    if left < 0:
                        raise TooManyHits
                    yield from confirm(text, start)
                    start = text.find(word, start + len(word))

    def is_in(self, text: str) -> bool:
        """Say whether a text holds one of the words."""
        characters = foreign_characters(text).intersection(self._rules)
        return any(word in text for char in characters for word, _ in self._rules[char])


@cache
def _rules() -> tuple[tuple[str, Confirm], ...]:
    """Return each telling word once, with what finds the numbers that it tells."""
    numbers: dict[tuple[str, bool], list[ToldNumber]] = {}
    for context in (*CONTEXTS, *HANDLES, *OFFICES, *TRADES, *SHORTENED):
        number = told_number(context)
        for word in context.words:
            for spelling in dict.fromkeys(_spellings(context, word)):
                first = _PARTED.split(word)[0]
                brief = len(first) <= _BRIEF or first[-1] == "."
                numbers.setdefault((spelling, brief), []).append(number)
    return tuple((word, _beside(told, word, brief)) for (word, brief), told in numbers.items())


def _spellings(context: Context, word: str) -> Iterable[str]:
    """Yield a label, and what keys make of it: `id number`, `id_number`, `id-number`, `idNumber`."""
    yield word
    if not _is_seen(word):
        yield word.capitalize()  # the scanner ignores case, and a search in the text does not
    if not context.keys or not _LABEL_WORDS.fullmatch(word):
        return
    yield _PARTED.sub("_", word)
    yield _PARTED.sub("-", word)
    if not word.endswith(" no"):  # `member no`, but not `memberNotFound`
        yield _PARTED.sub("", word)


def _is_seen(word: str) -> bool:
    return any(letter.isalnum() for letter in _shadow(word))


def _ends_so(word: str) -> bool:
    """Say whether a word is too short to be a part of a longer one."""
    return len(word) <= _SHORT and word[-1].isalnum() and _is_spaced(word)


def _is_spaced(word: str) -> bool:
    """Say whether words of its script stand apart.

    Thai, Chinese, Japanese and Korean are written without spaces between words, or join them.
    """
    return max(word) < "\u0e00"


def _shadow(word: str) -> str:
    """Return a word as the scanner sees it."""
    return word.encode("ascii", "replace").decode()


def _beside(numbers: list[ToldNumber], word: str, brief: bool) -> Confirm:
    length = len(word)
    short = length <= _SHORT
    alone, ends_so = _is_spaced(word) and (short or brief), _ends_so(word)
    only = numbers[0] if len(numbers) == 1 else None

    def confirm(text: str, start: int) -> Iterable[Finding]:
        end = start + length
        if alone:
            last = text[start - 1] if start else ""
            # Most hits are within a longer word, and no hit costs less than the test for that.
            if (
                last.isalpha()
                and not (last.islower() and text[start].isupper())
                and text[start - 2 : start - 1] != "\\"  # else the letter of an escape
            ):
                return ()
            if ends_so and text[end : end + 1].isalpha() and _goes_on(text, end):
                return ()
        told = value_end(text, start, end)
        if told < 0 and only is not None:  # as most words have it
            digits, window, after, before, _ = only
            counted = digits(text, end, end + window)
            one = after(text, end, counted.start(1)) if counted is not None else None
            if one is None and before is not None:
                one = before(text, start)
            return (one,) if one is not None else ()
        found = []
        for digits, window, after, before, ending in numbers:
            if told >= 0 and ending is not None and (said := ending(text, told)) is not None:
                found.append(said)
            counted = digits(text, end, end + window)
            one = after(text, end, counted.start(1)) if counted is not None else None
            if one is None and before is not None:
                one = before(text, start)
            if one is not None:
                found.append(one)
        return found

    return confirm


def _goes_on(text: str, end: int) -> bool:
    """Say whether a word goes on with a letter, which is not the first of a key's next word."""
    after = text[end]
    return after.islower() or (after.isupper() and text[end - 1].isupper())
