"""Names that a field's key gives away, in pairs and in elements of XML."""

import re
from collections.abc import Callable, Iterable, Iterator
from string import ascii_letters, digits
from typing import Final

from spanveil.redaction.detection._finding import Confirm, Finding
from spanveil.redaction.detection._name_entries import entry_rules
from spanveil.redaction.detection._name_key_words import (
    BARE_PARTS,
    LAST_WORDS,
    PERSON_WORDS,
)
from spanveil.redaction.detection._name_keys import (
    is_part,
    is_personal,
    is_short,
    is_uncased,
    key_kind,
    says_name,
    shows_person,
)
from spanveil.redaction.detection._native_names import is_native_name
from spanveil.redaction.detection._scanner import Anchor
from spanveil.redaction.detection._spelling import NAME
from spanveil.redaction.detection._triggers import TITLES

Knows = Callable[[str], bool]
Fits = Callable[[str, str, str], bool]
"""From a key, what it says, and a value to whether the value is of that kind."""

_WORDS_OF_ANCHOR: Final = 16  # more than some dozens are too large an expression
_BACK: Final = 48
_OF_KEYS: Final = ascii_letters + digits + "_.-"
_BEFORE_KEY: Final = frozenset("\"' {,\n")
_PAIR: Final = re.compile(
    r"([A-Za-z_][\w.-]{0,80}+)\\{0,7}[\"']?\s{0,3}(?::|=>|=)\s{0,3}(?P<list>\[(?:\s|\\{1,7}n){0,40}(?=\\{0,7}[\"']))?(?P<quote>\\{0,7}[\"'])?"
)
# Both a first and a last: `{"first": "Ada", "last": "Byron"}`, and no `{"first": 1, "last": 20}`.
_SIBLING: Final = re.compile(
    r"(?i:first)\\{0,7}[\"']\s{0,3}:\s{0,3}\\{0,7}[\"'][^\"'{}]{1,40}?\\{0,7}[\"']\s{0,3},\s{0,24}\\{0,7}[\"'](?:(?i:middle)[^{}]{1,60})?(?i:\w{0,8}last)\\{0,7}[\"']"
    r"|(?<![A-Za-z])[Aa]d\\{0,7}[\"']\s{0,3}:\s{0,3}\\{0,7}[\"'][^\"'{}]{1,40}?\\{0,7}[\"']\s{0,3},\s{0,24}\\{0,7}[\"'][Ss]oyad"
    r"|(?i:last)\\{0,7}[\"']\s{0,3}:\s{0,3}\\{0,7}[\"'][^\"'{}]{1,40}?\\{0,7}[\"']\s{0,3},\s{0,24}\\{0,7}[\"'](?i:\w{0,8}first)\\{0,7}[\"']"
)
_NEXT_LISTED: Final = re.compile(
    r"\\{0,7}[\"'](?:\s|\\{1,7}n){0,40},(?:\s|\\{1,7}n){0,40}\\{0,7}[\"']"
)
_MAX_LISTED: Final = 16
# `"driver": {"display": …`, `"participant": [{"type": …, "display": …`
_PARENT: Final = re.compile(
    r"\"([A-Za-z_]\w{0,40})\\{0,7}\"(?:\s|\\{1,7}n){0,8}:(?:\s|\\{1,7}n|\[){0,24}\{[^{}]{0,120}$"
)
_OF_PARENT: Final = 200
_QUOTE: Final = re.compile("[\"']")
_ELEMENT: Final = re.compile(r"<([A-Za-z_][\w.:-]{0,40})(?:\s[^<>]{0,60})?>([^<>\n]{1,120})</")
_LINE_END: Final = re.compile(r"[\n;|&<{}\"]|\\{1,7}[nr]|, ?[a-z_]{2,24}[=:]")
_ROOM: Final = re.compile(r"[A-Z]{0,2}[-.]?\d{1,4}[A-Z]?")
_NO_LETTER: Final = re.compile(r"[\W\d_]")
_CAPITAL: Final = re.compile("[A-Z]")
_POSTCODE: Final = re.compile(r"(?=[A-Z -]{0,8}\d)[A-Z0-9 -]{3,10}")
_SENTENCE: Final = re.compile(r"(?:An?|The|Your|This|Optional)\s[a-z]")
_ADDRESS: Final = re.compile(r"[\d,]")


def field_rules(
    knows: Knows, is_thing: Knows, is_named: Knows, is_english: Knows
) -> list[tuple[Anchor, Confirm]]:
    """Return the rules for keys that name a person or a place.

    Args:
        knows: Says whether a value beside a bare ``name`` may be a person's.
        is_thing: Says whether a value beside a role, as ``owner``, is made of words alone.
        is_named: Says whether a value without quotes beside a role may be a person's name.
        is_english: Says whether a word in lower case is one of English.
    """
    ends = _ends_of(LAST_WORDS)
    # Behind the word of a pair any two digits may stand.
    pairs = sorted(word for word in ends if word.rstrip("0123456789") not in ends - {word})
    elements = sorted(ends)

    def fits(key: str, kind: str, value: str) -> bool:
        if kind == "PERSON" and value.rstrip(".").lower() in TITLES:
            return False  # `"salutation": "Ms."`
        if kind == "PERSON" and not is_part(key) and is_thing(value):
            return False
        if value[-1:].lower() == key[-1:].lower() and (
            _NO_LETTER.sub("", key.lower()).endswith(_NO_LETTER.sub("", value.lower()) or key)
        ):
            return False  # a label: `{"label.first_name": "First name"}`
        if kind == "PERSON" and is_uncased(value) and not (says_name(key) or is_short(value)):
            return False
        if kind == "END" and key.lower() != "ad" and not is_named(value):
            return False
        if kind == "LOCATION" and _SENTENCE.match(value):
            return False
        return _fits(kind, value, knows)

    pair, element = _pair_rule(fits, is_named), _element_rule(fits)
    rules: list[tuple[Anchor, Confirm]] = []
    for some in _some(pairs):
        form = rf"(?i:{some})[0-9]{{0,2}}\\{{0,7}}[\"']?[ \n\t]{{0,3}}[:=]"
        rules.append((Anchor(form, expression=True), pair))
    for some in _some(elements):
        rules.append((Anchor(rf"(?i:{some})>[^<>\n]", expression=True), element))
    return rules + entry_rules(_ends_of(PERSON_WORDS), fits, is_english)


def _ends_of(words: frozenset[str]) -> frozenset[str]:
    """Return the words without those that end with another: where they end, the other does."""
    return frozenset(
        word for word in words if not any(word.endswith(w) for w in words if w != word)
    )


def _some(words: list[str]) -> Iterator[str]:
    for first in range(0, len(words), _WORDS_OF_ANCHOR):
        yield "|".join(words[first : first + _WORDS_OF_ANCHOR])


def _pair_rule(fits: Fits, is_named: Knows) -> Confirm:
    def confirm(text: str, start: int) -> Iterable[Finding]:
        match = _PAIR.match(text, _key_start(text, start))
        if match is None or not (kind := key_kind(match[1])):
            return ()
        if kind == "SHOWN":
            parent = _PARENT.search(text, max(0, start - _OF_PARENT), start)
            if parent is None or not shows_person(parent[1]):
                return ()
            kind = "PERSON"
        if match["quote"]:
            if (
                kind == "END"
                and _SIBLING.search(text, max(0, start - 80), match.end() + 120) is None
            ):
                return ()
            if match["list"] and kind == "PERSON":
                return _listed(text, match.end(), match[1], fits)
            return _quoted(text, match.end(), match[1], kind, fits)
        if kind in ("ADDRESS", "END"):
            return ()
        if kind in ("LOCATION", "POSTCODE"):
            return _plain_place(text, match.end())
        name = NAME.match(text, match.end())
        if match[1].lower() in BARE_PARTS:
            return ()
        if (
            name
            and len(name[0]) > 1
            and text[name.end() : name.end() + 1] not in ("(", "[")
            and fits(match[1], kind, name[0])
            and (says_name(match[1]) or is_named(name[0]))
        ):
            return (Finding(*name.span(), "PERSON", 0.8),)
        return ()

    return confirm


def _element_rule(fits: Fits) -> Confirm:
    def confirm(text: str, start: int) -> Iterable[Finding]:
        match = _ELEMENT.match(text, _key_start(text, start) - 1)
        kind = key_kind(match[1]) if match else ""
        if match and kind and kind != "END" and fits(match[1], kind, match[2]):
            return (Finding(*match.span(2), _entity(kind), 0.85),)
        return ()

    return confirm


def _key_start(text: str, start: int) -> int:
    """Return where the key begins that a telling word is the end of."""
    if text[start - 1 : start] in _BEFORE_KEY:
        return start  # no more of the key stands there
    before = text[max(0, start - _BACK) : start]
    key_start = start - len(before) + len(before.rstrip(_OF_KEYS))
    if text[key_start - 1 : key_start] == "\\" and text[key_start] in "nrt":
        return key_start + 1  # the letter of an escape
    return key_start


def _quoted(text: str, start: int, key: str, kind: str, fits: Fits) -> Iterable[Finding]:
    """Find what stands in quotes behind a key."""
    close = _QUOTE.search(text, start, start + 300)
    if close is None:
        return ()
    quote = close.start()
    value = text[start:quote]
    if value[-1:] == "\\":  # a quote may be escaped by up to seven backslashes
        value = value[: max(len(value.rstrip("\\")), len(value) - 7)]
    if value and fits(key, kind, value):
        return (Finding(start, start + len(value), _entity(kind), 0.85),)
    return ()


def _listed(text: str, start: int, key: str, fits: Fits) -> Iterator[Finding]:
    """Find what stands in a list of quotes behind a key: `"given": ["Ada", "Augusta"]`."""
    for _ in range(_MAX_LISTED):
        found = (*_quoted(text, start, key, "PERSON", fits),)
        yield from found
        goes_on = _NEXT_LISTED.match(text, found[0].end) if found else None
        if goes_on is None:
            return
        start = goes_on.end()


def _plain_place(text: str, start: int) -> Iterable[Finding]:
    """Find an address or a town that stands without quotes, to the end of its line."""
    if not text[start : start + 1].isalnum():
        return ()  # neither a name nor a number begins there, but an object most often
    stop = _LINE_END.search(text, start, start + 160)
    end = stop.start() if stop else min(len(text), start + 160)
    value = text[start:end].rstrip(" .,")
    if _SENTENCE.match(value):
        return ()  # what a function takes: `address: A string or integer`
    if NAME.fullmatch(value) or _is_address(value):
        return (Finding(start, start + len(value), "LOCATION", 0.6),)
    return ()


def _is_address(value: str) -> bool:
    written = value[:1].isalnum() and len(value) > 7 and " " in value
    return written and any(map(str.isupper, value)) and _ADDRESS.search(value) is not None


def _fits(kind: str, value: str, knows: Knows) -> bool:
    """Say whether a value is of the kind that its key says."""
    if kind == "POSTCODE":
        return _POSTCODE.fullmatch(value) is not None
    if value.islower() and not is_uncased(value):
        return False
    if kind == "ADDRESS":
        return _is_address(value) and any(map(str.isdigit, value))
    if kind == "LOCATION" and len(value) < 8 and _ROOM.fullmatch(value):
        return False
    if kind == "LOCATION":
        return _CAPITAL.search(value) is not None or any(map(_is_capital, value))
    if kind == "END":
        return is_personal(value) and value.count(" ") < 3 and len(value) > 1
    if kind != "PERSON" and is_uncased(value):
        return is_native_name(value)
    return is_personal(value) and (kind == "PERSON" or knows(value))


def _is_capital(char: str) -> bool:
    return char.isalpha() and char.isupper()


def _entity(kind: str) -> str:
    return "LOCATION" if kind in ("LOCATION", "POSTCODE", "ADDRESS") else "PERSON"
