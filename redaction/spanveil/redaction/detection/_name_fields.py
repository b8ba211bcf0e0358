"""Names that a field's key gives away, in pairs and in elements of XML."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from spanveil.redaction.detection._finding import Finding
from spanveil.redaction.detection._name_keys import LAST_WORDS, is_personal, key_kind
from spanveil.redaction.detection._scanner import Anchor
from spanveil.redaction.detection._spelling import NAME

Confirm = Callable[[str, int], Iterator[Finding]]
Knows = Callable[[str], bool]

_WORDS_OF_ANCHOR: Final = 16  # more than some dozens are too large an expression
_BACK: Final = re.compile(r"[A-Za-z0-9_.-]{0,40}", re.ASCII)
_PAIR: Final = re.compile(
    r"([A-Za-z_][\w.-]{0,80}?)\\{0,7}[\"']?\s{0,3}(?::|=>|=)\s{0,3}(\\{0,7}[\"'])?"
)
_PAIR_END: Final = re.compile(r"\\{0,7}[\"']")
_ELEMENT: Final = re.compile(r"<([A-Za-z_][\w.:-]{0,40})(?:\s[^<>]{0,60})?>([^<>\n]{1,120})</")
_LINE_END: Final = re.compile(r"[\n;|&<{}\"]|\\{1,7}[nr]|, ?[a-z_]{2,24}[=:]")
_ADDRESS: Final = re.compile(r"[\d,]")


def field_rules(knows: Knows) -> list[tuple[Anchor, Confirm]]:
    """Return the rules for keys that name a person or a place.

    Args:
        knows: Says whether a value beside a bare ``name`` may be a person's.
    """
    words = sorted(LAST_WORDS)
    rules: list[tuple[Anchor, Confirm]] = []
    for first in range(0, len(words), _WORDS_OF_ANCHOR):
        some = "|".join(words[first : first + _WORDS_OF_ANCHOR])
        pair = rf"(?i:{some})[0-9]{{0,2}}\\{{0,7}}[\"']?[ \n\t]{{0,3}}[:=]"
        rules.append((Anchor(pair, expression=True), _pair_rule(knows)))
        rules.append((Anchor(rf"(?i:{some})>[^<>\n]", expression=True), _element_rule(knows)))
    return rules


def _pair_rule(knows: Knows) -> Confirm:
    def confirm(text: str, start: int) -> Iterator[Finding]:
        match = _PAIR.match(text, _key_start(text, start))
        kind = key_kind(match[1]) if match else ""
        if match and kind:
            yield from _pair(text, match, kind, knows)

    return confirm


def _element_rule(knows: Knows) -> Confirm:
    def confirm(text: str, start: int) -> Iterator[Finding]:
        match = _ELEMENT.match(text, _key_start(text, start) - 1)
        kind = key_kind(match[1]) if match else ""
        if match and kind and _fits(kind, match[2], knows):
            yield Finding(*match.span(2), _entity(kind), 0.85)

    return confirm


def _key_start(text: str, start: int) -> int:
    """Return where the key begins that a telling word is the end of."""
    before = _BACK.match(text[max(0, start - 40) : start][::-1])
    key_start = start - (before.end() if before else 0)
    if text[key_start - 1 : key_start] == "\\" and text[key_start] in "nrt":
        return key_start + 1  # the letter of an escape
    return key_start


def _pair(text: str, match: re.Match[str], kind: str, knows: Knows) -> Iterator[Finding]:
    start = match.end()
    if match[2]:
        close = _PAIR_END.search(text, start, start + 300)
        end = close.start() if close else start
        if end > start and _fits(kind, text[start:end], knows):
            yield Finding(start, end, _entity(kind), 0.85)
        return
    if kind == "LOCATION":
        yield from _plain_place(text, start)
        return
    name = NAME.match(text, start)
    if name and len(name[0]) > 1 and (kind == "PERSON" or knows(name[0])):
        yield Finding(*name.span(), "PERSON", 0.8)


def _plain_place(text: str, start: int) -> Iterator[Finding]:
    """Find an address or a town that stands without quotes, to the end of its line."""
    stop = _LINE_END.search(text, start, start + 160)
    end = stop.start() if stop else min(len(text), start + 160)
    value = text[start:end].rstrip(" .,")
    if NAME.fullmatch(value) or _is_address(value):
        yield Finding(start, start + len(value), "LOCATION", 0.6)


def _is_address(value: str) -> bool:
    written = value[:1].isalnum() and len(value) > 7 and " " in value
    return written and any(map(str.isupper, value)) and _ADDRESS.search(value) is not None


def _fits(kind: str, value: str, knows: Knows) -> bool:
    """Say whether a value is of the kind that its key says."""
    if kind == "LOCATION":
        return any(c.isalpha() and c.isupper() for c in value)
    return is_personal(value) and (kind == "PERSON" or knows(value))


def _entity(kind: str) -> str:
    return "LOCATION" if kind == "LOCATION" else "PERSON"
