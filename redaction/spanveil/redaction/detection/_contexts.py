"""Numbers that are personal data only beside a telling word: the rule, for every row of the table."""

import importlib
import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, Final, NamedTuple

from spanveil.redaction.detection._characters import foreign_characters
from spanveil.redaction.detection._finding import Finding
from spanveil.redaction.detection._identifiers import CONTEXTS, Context, any_value
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
_TAIL: Final = 32
"""How far a value may go on behind the reach of its word."""
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
    numbers: dict[tuple[str, bool], list[_Number]] = {}
    for context in CONTEXTS:
        number = _number(context)
        for word in context.words:
            for spelling in dict.fromkeys(_spellings(context, word)):
                brief = len(_PARTED.split(word)[0]) <= _BRIEF
                numbers.setdefault((spelling, brief), []).append(number)
    return tuple((word, _beside(told, word, brief)) for (word, brief), told in numbers.items())


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


class _Number(NamedTuple):
    """A kind of number, and how one is found beside a word.

    Attributes:
        digits: Matches where as many digits follow as the number has, up to the first of them.
        window: How far behind a word the number may end.
        after: From a text, where a word ends in it and where the first digit behind it stands to
            the number.
        before: From a text and where a word starts in it to the number before the word.
    """

    digits: Callable[[str, int, int], re.Match[str] | None]
    window: int
    after: Callable[[str, int, int], Finding | None]
    before: Callable[[str, int], Finding | None] | None


def _number(context: Context) -> _Number:
    case = "i" if context.caseless else "-i"
    form = rf"(?{case}:{context.value})(?![A-Za-z0-9])"

    # Most kinds are never met by a process, and to compile them all takes a tenth of a second.
    @cache
    def behind() -> re.Pattern[str]:
        # A search looks for a character of a class sooner than it looks back from every one.
        return re.compile(rf"[^A-Za-z0-9](?<![0-9]\.)({form})")

    return _Number(
        _counting(max(context.digits, fewest_digits(context.value))),
        context.reach + _TAIL,
        _after(context, behind),
        _before(context, behind, form) if context.back else None,
    )


@cache
def _counting(fewest: int) -> Callable[[str, int, int], re.Match[str] | None]:
    """Return what matches where so many digits follow, and notes the first of ASCII."""
    return re.compile(rf"(?=[^0-9]*+([0-9]))(?:\D*+\d){{{fewest}}}").match


def _after(
    context: Context, behind: Callable[[], re.Pattern[str]]
) -> Callable[[str, int, int], Finding | None]:
    reach, entity, score = context.reach, context.entity, context.score
    valid = None if context.valid is any_value else context.valid
    numeric = all(map(_NUMERIC.match, context.value.split("|")))
    window, farthest = reach + _TAIL, reach + 3

    def after(text: str, end: int, digit: int) -> Finding | None:
        begin = end
        if numeric:
            # Nothing begins more than three signs before the first digit.
            if digit - end > farthest:
                return None
            if digit - 3 > end:
                begin = digit - 3
        search = behind().search
        while (match := search(text, begin - 1, end + window)) is not None:
            begin, stop = match.span(1)
            if begin - end > reach:
                return None
            if (text.find("\n", end, begin) < 0 or _same_field(text[end:begin])) and (
                valid is None or valid(_PLAIN.sub("", match[1]).upper())
            ):
                return Finding(begin, stop, entity, score)
            begin = stop
        return None

    return after


def _before(
    context: Context, behind: Callable[[], re.Pattern[str]], form: str
) -> Callable[[str, int], Finding | None]:
    @cache
    def value() -> re.Pattern[str]:
        return re.compile(rf"(?<![A-Za-z0-9])(?<![0-9]\.){form}")

    def before(text: str, start: int) -> Finding | None:
        """Find the value in `0171 234 567 is my number`."""
        last = text[start - 1 : start]
        if not (last.isspace() or last.isalpha() or last in "(,-="):
            return None  # ``_AFTERWARDS`` does not end so
        place = max(0, start - _BACK)
        if _DIGIT.search(text, place, start) is None:
            return None
        # Only a value that begins the text has no character before it.
        match = value().match(text, 0, start) if not place else None
        span = match.span() if match else None
        if span:
            place = span[1]
        search = behind().search
        while (match := search(text, max(0, place - 1), start)) is not None:
            span = match.span(1)
            place = span[1]
        if (
            span is not None
            and _AFTERWARDS.fullmatch(text, span[1], start)
            and context.valid(_PLAIN.sub("", text[span[0] : span[1]]).upper())
        ):
            return Finding(*span, context.entity, context.score)
        return None

    return before


def fewest_digits(form: str) -> int:
    """Return how many digits there are at least where an expression matches."""
    parser: Any = importlib.import_module("re._parser")
    return _fewest(parser.parse(form))


def _fewest(items: Any) -> int:
    total = ahead = 0
    for operator, argument in items:
        match str(operator):
            case "LITERAL":
                total += chr(argument).isdigit()
            case "IN":
                total += all(map(_is_digits, argument))
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                total += argument[0] * _fewest(argument[2])
            case "SUBPATTERN":
                total += _fewest(argument[3])
            case "BRANCH":
                total += min(map(_fewest, argument[1]))
            case "ASSERT" if argument[0] > 0:
                ahead = max(ahead, total + _fewest(argument[1]))
    return max(total, ahead)


def _is_digits(item: Any) -> bool:
    operator, argument = item
    match str(operator):
        case "CATEGORY":
            return str(argument) == "CATEGORY_DIGIT"
        case "RANGE":
            return chr(argument[0]).isdigit() and chr(argument[1]).isdigit()
        case "LITERAL":
            return chr(argument).isdigit()
    return False


def _beside(numbers: list[_Number], word: str, brief: bool) -> Confirm:
    length = len(word)
    short = length <= _SHORT
    alone, ends_so = short or brief, short and word[-1].isalnum()

    def confirm(text: str, start: int) -> Iterable[Finding]:
        end = start + length
        if alone:
            if text[start - 1 : start].isalpha() and not _begins(text, start):
                return ()
            if ends_so and text[end : end + 1].isalpha() and _goes_on(text, end):
                return ()
        found = []
        for digits, window, after, before in numbers:
            counted = digits(text, end, end + window)
            one = after(text, end, counted.start(1)) if counted is not None else None
            if one is None and before is not None:
                one = before(text, start)
            if one is not None:
                found.append(one)
        return found

    return confirm


def _begins(text: str, start: int) -> bool:
    """Say whether a word begins behind a letter: with a capital, or behind an escape."""
    before = text[start - 2 : start]
    if len(before) == 2 and before[0] == "\\":
        return True
    return text[start].isupper() and text[start - 1].islower()


def _goes_on(text: str, end: int) -> bool:
    """Say whether a word goes on with a letter, which is not the first of a key's next word."""
    after = text[end]
    return after.islower() or (after.isupper() and text[end - 1].isupper())


def _same_field(between: str) -> bool:
    """Say whether what stands between a word and a value, with a line break, keeps them together."""
    if _LABEL.fullmatch(between):
        return True
    opening = between.find('"')
    return opening >= 0 and between.find('"', opening + 1) >= 0
