"""Numbers that are personal data only beside a telling word: the rule, for every row of the table."""

import re
from collections.abc import Callable, Iterable
from typing import Final

from spanveil.redaction.detection._finding import Finding
from spanveil.redaction.detection._identifiers import CONTEXTS, Context
from spanveil.redaction.detection._scanner import Anchor, TooManyHits, max_hits

Confirm = Callable[[str, int], Iterable[Finding]]

_SHORT: Final = 5
_BRIEF: Final = 3
"""A label whose first word is no longer ends many a word: `invalid number`."""
_PARTED: Final = re.compile("[ -]")
_LABEL_WORDS: Final = re.compile("[a-z]{1,24}(?:[ -][a-z]{1,24}){1,3}")
_BACK: Final = 48
_DIGIT: Final = re.compile("[0-9]")
# The value begins with a digit, or with at most three signs before one.
_NUMERIC: Final = re.compile(
    r"(?:\[\+\(\](?:\?|\{0,2\})|\\\+)?(?:\\d|0|\[[0-9]-?[0-9]?\])[^|]{0,400}$"
)
_PLAIN: Final = re.compile("[^A-Za-z0-9]")
# A label above its value, or a key and a value of a JSON text that is written over several lines.
# Or the head of a table above the row that holds it.
_LABEL: Final = re.compile(r"[\w\s.()#|;,-]{0,48}[:|]?\s{0,16}")
_AFTERWARDS: Final = re.compile(
    r"[\s(,-]{1,3}(?:is|was|are|as|=|-)?\s?(?:(?:my|the|your|our|his|her|their|a|an)\s)?(?:[A-Za-z]{1,12}\s){0,3}",
    re.IGNORECASE,
)


def context_rules() -> list[tuple[Anchor, Confirm]]:
    """Return a rule for each telling word of which the scanner sees a letter."""
    return [
        (Anchor(_shadow(word), caseless=True), confirm)
        for word, confirm in _rules()
        if _is_seen(word)
    ]


class ForeignWords:
    """The telling words of which the scanner, which reads ASCII, sees nothing.

    To it they are any run of letters of any other script, so that a text in one would be nothing
    but hits. They are looked for in the text itself.
    """

    def __init__(self) -> None:
        self._rules = [
            (re.compile(re.escape(word)), confirm)
            for word, confirm in _rules()
            if not _is_seen(word)
        ]

    def find(self, text: str) -> Iterable[Finding]:
        """Yield what stands beside one of the words.

        Raises:
            TooManyHits: Past ``max_hits``.
        """
        if text.isascii():
            return
        left = max_hits(len(text))
        for word, confirm in self._rules:
            for match in word.finditer(text):
                left -= 1
                if left < 0:
                    raise TooManyHits
                yield from confirm(text, match.start())

    def is_in(self, text: str) -> bool:
        """Say whether a text holds one of the words."""
        return not text.isascii() and any(word.search(text) for word, _ in self._rules)


def _rules() -> Iterable[tuple[str, Confirm]]:
    for context in CONTEXTS:
        value = re.compile(
            rf"(?<![A-Za-z0-9])(?<![0-9]\.)(?:{context.value})(?![A-Za-z0-9])",
            re.IGNORECASE if context.caseless else 0,
        )
        for word in context.words:
            brief = len(_PARTED.split(word)[0]) <= _BRIEF
            for spelling in dict.fromkeys(_spellings(context, word)):
                yield spelling, _beside(context, value, spelling, brief)


def _spellings(context: Context, word: str) -> Iterable[str]:
    """Yield a label, and what keys make of it: `id number`, `id_number`, `idNumber`."""
    yield word
    if not context.keys or not _LABEL_WORDS.fullmatch(word):
        return
    yield _PARTED.sub("_", word)
    if not word.endswith(" no"):  # `member no`, but not `memberNotFound`
        yield _PARTED.sub("", word)


def _is_seen(word: str) -> bool:
    return any(letter.isalnum() for letter in _shadow(word))


def _shadow(word: str) -> str:
    """Return a word as the scanner sees it."""
    return word.encode("ascii", "replace").decode()


def _beside(context: Context, value: re.Pattern[str], word: str, brief: bool) -> Confirm:
    length = len(word)
    ends_open = word[-1].isalnum()
    short = length <= _SHORT
    reach = context.reach
    numeric = all(map(_NUMERIC.match, context.value.split("|")))

    def confirm(text: str, start: int) -> Iterable[Finding]:
        end = start + length
        if (short or brief) and not _stands_alone(text, start, end if short and ends_open else 0):
            return ()
        limit = end + reach + 32
        digit = _DIGIT.search(text, end, limit)
        if digit is None and not (
            context.back and _DIGIT.search(text, max(0, start - _BACK), start)
        ):
            return ()
        if digit is not None and (not numeric or digit.start() - end <= reach + 3):
            match = value.search(text, max(end, digit.start() - 3) if numeric else end, limit)
            while match is not None and match.start() - end <= reach:
                if _same_field(text, end, match.start()) and _is_valid(context, match[0]):
                    return (Finding(*match.span(), context.entity, context.score),)
                match = value.search(text, match.end(), limit)
        return _before(context, value, text, start) if context.back else ()

    return confirm


def _before(context: Context, value: re.Pattern[str], text: str, start: int) -> Iterable[Finding]:
    """Find the value in `0171 234 567 is my number`."""
    if _DIGIT.search(text, max(0, start - _BACK), start) is None:
        return ()
    found = [*value.finditer(text, max(0, start - _BACK), start)]
    last = found[-1] if found else None
    if (
        last is not None
        and _AFTERWARDS.fullmatch(text, last.end(), start)
        and _is_valid(context, last[0])
    ):
        return (Finding(*last.span(), context.entity, context.score),)
    return ()


def _same_field(text: str, end: int, start: int) -> bool:
    """Say whether what stands between a word and a value keeps them together."""
    between = text[end:start]
    if "\n" not in between or _LABEL.fullmatch(between):
        return True
    opening = between.find('"')
    return opening >= 0 and between.find('"', opening + 1) >= 0


def _is_valid(context: Context, value: str) -> bool:
    return context.valid(_PLAIN.sub("", value).upper())


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Say whether a short word is a word of its own, or one of a key's."""
    last = text[start - 1 : start]
    if last.isalpha() and not (text[start].isupper() and last.islower()):
        before = text[start - 2 : start]
        if not (len(before) == 2 and before[0] == "\\"):  # the letter of an escape
            return False
    after = text[end : end + 1]
    return not end or not (after.islower() or (after.isupper() and text[end - 1].isupper()))
