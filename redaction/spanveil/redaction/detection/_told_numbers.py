"""A number that only a word beside it tells: how it is found behind the word, or before it."""

import importlib
import re
from collections.abc import Callable
from functools import cache
from string import ascii_letters
from typing import Any, Final, NamedTuple

from spanveil.redaction.detection._answers import ANSWERED
from spanveil.redaction.detection._finding import Finding, found_at
from spanveil.redaction.detection._identifiers import Context, any_value
from spanveil.redaction.detection._nearer import is_of_another

_BACK: Final = 48
_DIGIT: Final = re.compile("[0-9]")
# The value begins with a digit, or with at most three signs before one.
_NUMERIC: Final = re.compile(
    r"(?:\[\+\(\](?:\?|\{0,2\})|\\\+)?(?:\\d|0|\[[0-9]-?[0-9]?\])[^|]{0,400}$"
)
_IP: Final = re.compile(r"(?:[0-9]{1,3}\.){3}[0-9]{1,3}(?!\.?[0-9])")
_OF_NETWORK: Final = re.compile(
    r"(?<![A-Za-z])(?:CI|E?CI|CID|CGI|ECGI|NCI|LAC|TAC|RAC|MCC|MNC|PCI|PLMN|eNB|gNB|RNC|BSIC|BCCH|U?ARFCN|EARFCN)[\"': =:#]{0,4}$"
)
"""Before what a mobile network calls a cell and its area (3GPP TS 23.003): no phone's number."""
_YEAR_MONTH: Final = re.compile(r"(?:19|20)\d\d[-/.](?:0\d|1[0-2])(?:[-/.][0-3]\d)?(?![\d-])")
_PLAIN: Final = re.compile("[^A-Za-z0-9]")
_NEAR: Final = 80
_TAIL: Final = 32
"""How far a value may go on behind the reach of its word."""
# A label above its value, or a key and a value of a JSON text that is written over several lines.
# Or the head of a table above the row that holds it.
_LABEL: Final = re.compile(r"[\w\s.()#|;,-]{0,48}[:|]?\s{0,16}")
_AFTERWARDS: Final = re.compile(
    r"[\s(,-]{1,3}(?:is|was|are|as|=|-)?\s?(?:(?:my|the|your|our|his|her|their|a|an)\s)?(?:[A-Za-z]{1,12}\s){0,3}",
    re.IGNORECASE,
)


# Between a date and the word that says it is one of birth: `24 Nisan 1957 tarihinde doğdu`
_OF_BIRTH: Final = re.compile(
    r"[\s(,]{0,2}(?:(?:[\u306b\u306e]|tarihinde|tarixind\u0259|da|r\.|\u0440\.?|\u0433\.?|\u0440\u043e\u043a\u0443|\u0433\u043e\u0434\u0430)\s{0,2})?"
)
_WORDS_BETWEEN: Final = ascii_letters + " \t\n\r(,-="
_SIGNS: Final = frozenset("\"':;|<>{}[]\\!?&@_")
"""No value ends with one, and none stands between a value and its word."""


class ToldNumber(NamedTuple):
    """A kind of number, and how one is found beside a word.

    Attributes:
        digits: Matches where as many digits follow as the number has, up to the first of them.
        window: How far behind a word the number may end.
        after: From a text, where a word ends in it and where the first digit behind it stands to
            the number.
        before: From a text and where a word starts in it to the number before the word.
        ending: From a text and where a sentence's value ends in it to the number that ends there.
    """

    digits: Callable[[str, int, int], re.Match[str] | None]
    window: int
    after: Callable[[str, int, int], Finding | None]
    before: Callable[[str, int], Finding | None] | None
    ending: Callable[[str, int], Finding | None] | None


def told_number(context: Context) -> ToldNumber:
    """Return how a kind of number is found."""
    case = "i" if context.caseless else "-i"
    form = rf"(?{case}:{context.value})(?![A-Za-z0-9])"

    # Most kinds are never met by a process, and to compile them all takes a tenth of a second.
    @cache
    def behind() -> re.Pattern[str]:
        # A search looks for a character of a class sooner than it looks back from every one.
        return re.compile(rf"[^A-Za-z0-9](?<![0-9]\.)({form})")

    return ToldNumber(
        _counting(
            max(context.digits, fewest_digits(context.value)) if context.digits else 0,
            of_any_script=context.entity == "DATE_TIME",
        ),
        context.reach + _TAIL,
        _after(context, behind),
        _before(context, behind, form) if context.back else None,
        None if context.back else _ending(context, form),
    )


@cache
def _counting(
    fewest: int, *, of_any_script: bool
) -> Callable[[str, int, int], re.Match[str] | None]:
    """Return what matches where so many digits follow, and notes the first of ASCII."""
    if not fewest:
        return re.compile("()").match
    ascii_digit = "(?=[^0-9]*+([0-9]))"
    first = f"(?:{ascii_digit}|)" if of_any_script else ascii_digit
    return re.compile(rf"{first}(?:\D*+\d){{{fewest}}}").match


def _after(
    context: Context, behind: Callable[[], re.Pattern[str]]
) -> Callable[[str, int, int], Finding | None]:
    reach, entity, score = context.reach, context.entity, context.score
    valid = None if context.valid is any_value else context.valid
    numeric = all(map(_NUMERIC.match, context.value.split("|")))
    is_phone, is_date = entity == "PHONE_NUMBER", entity == "DATE_TIME"
    near = context.near
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
            if (
                (text.find("\n", end, begin) < 0 or _same_field(text[end:begin]))
                and (valid is None or valid(_plain(match[1])))
                and not (is_phone and _is_no_phone(text, end, begin))
                and (near is None or near.search(text, max(0, end - _NEAR), end + _NEAR))
                and (is_date or not is_of_another(text[end:begin], match[1]))
            ):
                return found_at((begin, stop, entity, score))
            begin = stop
        return None

    return after


def _is_no_phone(text: str, end: int, begin: int) -> bool:
    """Say whether what stands behind a word for a phone is an address, a month or a cell of a network.

    Args:
        text: The text.
        end: Where the word ends.
        begin: Where the number begins.
    """
    return (
        _IP.match(text, begin) is not None
        or _YEAR_MONTH.match(text, begin) is not None
        or _OF_NETWORK.search(text, end, begin) is not None
    )


def _before(
    context: Context, behind: Callable[[], re.Pattern[str]], form: str
) -> Callable[[str, int], Finding | None]:
    @cache
    def value() -> re.Pattern[str]:
        return re.compile(rf"(?<![A-Za-z0-9])(?<![0-9]\.){form}")

    is_date = context.entity == "DATE_TIME"
    joins = (_OF_BIRTH if is_date else _AFTERWARDS).fullmatch

    def before(text: str, start: int) -> Finding | None:
        """Find the value in `0171 234 567 is my number`."""
        last = text[start - 1 : start]
        if not (last.isspace() or last.isalpha() or last in "(,-=") and not (
            is_date and (last.isdigit() or last == ".")
        ):
            return None  # ``joins`` does not end so
        place = max(0, start - _BACK)
        if text[place:start].rstrip(_WORDS_BETWEEN)[-1:] in _SIGNS or (
            _DIGIT.search(text, place, start) is None
        ):
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
            and not (context.entity == "PHONE_NUMBER" and _YEAR_MONTH.match(text, span[0]))
            and joins(text, span[1], start)
            and context.valid(_plain(text[span[0] : span[1]]))
        ):
            return Finding(*span, context.entity, context.score)
        return None

    return before


def _ending(context: Context, form: str) -> Callable[[str, int], Finding | None]:
    @cache
    def value() -> re.Pattern[str]:
        return re.compile(rf"(?<![A-Za-z0-9])(?<![0-9][.]){form}")

    def ending(text: str, end: int) -> Finding | None:
        place, search = max(0, end - _TAIL), value().search
        while (match := search(text, place, end)) is not None:
            if match.end() == end and context.valid(_plain(match[0])):
                return Finding(*match.span(), context.entity, context.score)
            place = match.start() + 1
        return None

    return ending


def _plain(value: str) -> str:
    """Return the letters and digits of ASCII of a value, in upper case."""
    if not (value.isascii() and value.isalnum()):
        value = _PLAIN.sub("", value)
    return value.upper()


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


def _same_field(between: str) -> bool:
    """Say whether what stands between a word and a value, over lines, keeps them together."""
    if _LABEL.fullmatch(between):
        return True
    if "?" in between and ANSWERED.search(between):
        return True
    opening = between.find('"')
    return opening >= 0 and between.find('"', opening + 1) >= 0
