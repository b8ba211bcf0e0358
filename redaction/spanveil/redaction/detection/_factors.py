"""Which literals every match of an anchor's expression holds, and how far from its start.

A scanner of literals alone finds with them where an expression can match at all, so that it need
not be tried from each character. What is told here is a superset: case is ignored, and a literal
may stand where the expression matches nothing. Only what anchors are written in is read: literals,
classes, groups, alternatives, bounded repetition and the two ends.
"""

from collections.abc import Iterable
from functools import reduce
from typing import Final, NamedTuple

_LEAD: Final = "(?:^|[^"
_MAX_EXACT: Final = 2_048
_MAX_CLASS: Final = 8
_MAX_TRIES: Final = 25.0
"""Expected candidates in a thousand characters, past which an expression is run by itself."""

_ALL: Final = frozenset(map(chr, range(256)))
_DIGITS: Final = frozenset("0123456789")
_LETTERS: Final = frozenset("abcdefghijklmnopqrstuvwxyz")
_SETS: Final = {
    "d": _DIGITS,
    "s": frozenset(" \t\n\r\f\v"),
    "w": _DIGITS | _LETTERS | frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ_"),
}
_CONTROLS: Final = {"n": "\n", "r": "\r", "t": "\t", "f": "\f", "v": "\v"}
# About how often a character comes in a thousand of prose and JSON, by the kind of character.
_SHARE: Final = {" ": 0.15, ".": 0.01, ",": 0.015, '"': 0.04, ":": 0.02, "-": 0.01, "?": 0.002}

Window = tuple[int, int]
"""At the least and at the most so many characters after the start of a match."""


class Facts(NamedTuple):
    """What is known of all matches of a part of an expression.

    Attributes:
        exact: All of them, in small letters; ``None`` if they are too many.
        holds: Literals in small letters of which each match holds one, with where it begins;
            ``None`` if none are known.
        least: The length of the shortest.
        most: The length of the longest.
        first: What those may begin with that are not empty.
    """

    exact: frozenset[str] | None
    holds: dict[str, Window] | None
    least: int
    most: int
    first: frozenset[str]


_EMPTY: Final = Facts(frozenset({""}), None, 0, 0, frozenset())


class Unread(ValueError):
    """An expression is written in a way that is not read here."""


def facts_of(expression: str) -> Facts:
    """Return what is known of an expression's matches.

    Raises:
        Unread: If it has a form that no anchor had before.
    """
    # As bytes, which is how it is matched.
    reader = _Reader(expression.encode().decode("latin-1"))
    facts = reader.alternatives()
    if reader.place < len(reader.text):
        raise Unread
    return facts


def led_by(expression: str) -> tuple[str, str] | None:
    """Return what may not stand before an expression, and the expression without saying so.

    Returns:
        The inside of a class, and the rest; ``None`` if it does not begin in that way.

    Raises:
        Unread: As ``facts_of`` does.

    >>> led_by("(?:^|[^0-9])[A-Z]{4}"), led_by("(?:^|[^0-9])a|b")
    (('0-9', '[A-Z]{4}'), None)
    """
    if not expression.startswith(_LEAD):
        return None
    inside, _, rest = expression.removeprefix(_LEAD).partition("])")
    reader = _Reader(rest)
    reader.sequence()
    return (inside, rest) if reader.place == len(rest) and not set(inside) & set("\\]") else None


def literals_of(facts: Facts) -> dict[str, Window] | None:
    """Return literals that lead to all matches, ``None`` if none are rare enough to be of use."""
    found = _best([facts.holds, dict.fromkeys(facts.exact or (), (0, 0)) or None])
    return found if found is not None and _tries(found) <= _MAX_TRIES else None


class _Reader:
    """Read an expression from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.place = 0

    def _take(self, token: str) -> bool:
        taken = self.text.startswith(token, self.place)
        self.place += len(token) * taken
        return taken

    def _next(self) -> str:
        if self.place >= len(self.text):
            raise Unread
        self.place += 1
        return self.text[self.place - 1]

    def alternatives(self) -> Facts:
        branches = [self.sequence()]
        while self._take("|"):
            branches.append(self.sequence())
        return reduce(_either, branches)

    def sequence(self) -> Facts:
        items: list[Facts] = []
        while self.place < len(self.text) and self.text[self.place] not in "|)":
            items.append(self._repeated(self._item()))
        return _joined(items)

    def _item(self) -> Facts:
        if self._take("(?:") or self._take("(?i:"):
            facts = self.alternatives()
            if not self._take(")"):
                raise Unread
            return facts
        match self._next():
            case "[":
                return _one_of(self._class())
            case "^" | "$":
                return _EMPTY
            case ".":
                return _one_of(_ALL)
            case "\\":
                return _one_of(self._escaped())
            case "(" | "*" | "+" | "?" | "{":
                raise Unread
            case char:
                return _one_of({char})

    def _escaped(self) -> frozenset[str]:
        char = self._next()
        if char in _SETS:
            return _SETS[char]
        if char in _CONTROLS or not char.isalnum():
            return frozenset({_CONTROLS.get(char, char)})
        raise Unread

    def _class(self) -> frozenset[str]:
        negated = self._take("^")
        chars: set[str] = set()
        while not self._take("]") or not chars:
            char = self._next()
            members = self._escaped() if char == "\\" else frozenset({char})
            if self.text.startswith("-", self.place) and self.text[self.place + 1] != "]":
                self.place += 1
                last = self._next()
                if len(members) > 1 or last == "\\":
                    raise Unread
                members = frozenset(map(chr, range(ord(*members), ord(last) + 1)))
            chars |= members
        return _ALL - chars if negated else frozenset(chars)

    def _repeated(self, facts: Facts) -> Facts:
        if self._take("?"):
            return _times(facts, 0, 1)
        if not self._take("{"):
            if self.text[self.place : self.place + 1] in ("*", "+"):
                raise Unread  # an anchor's length is bounded
            return facts
        bounds, closed, _ = self.text[self.place :].partition("}")
        lower, comma, upper = bounds.partition(",")
        upper = upper if comma else lower
        if not closed or not lower.isdigit() or not upper.isdigit():
            raise Unread
        self.place += len(bounds) + 1
        return _times(facts, int(lower), int(upper))


def _one_of(chars: Iterable[str]) -> Facts:
    first = frozenset(chars)
    small = frozenset(char.lower() if char.isascii() else char for char in first)
    return Facts(small if len(small) <= _MAX_CLASS else None, None, 1, 1, first)


def _either(one: Facts, other: Facts) -> Facts:
    least, most = min(one.least, other.least), max(one.most, other.most)
    first = one.first | other.first
    if one.exact is not None and other.exact is not None:
        exact = one.exact | other.exact
        return Facts(exact, None, least, most, first)
    holds: dict[str, Window] | None = None
    held = [
        facts.holds if facts.exact is None else dict.fromkeys(facts.exact, (0, 0))
        for facts in (one, other)
    ]
    if held[0] is not None and held[1] is not None:
        holds = dict(held[0])
        for literal, (low, high) in held[1].items():
            known = holds.get(literal, (low, high))
            holds[literal] = min(low, known[0]), max(high, known[1])
    return Facts(None, holds, least, most, first)


def _joined(items: list[Facts]) -> Facts:
    """Return what is known of parts that follow one another."""
    run: frozenset[str] = frozenset({""})  # all that the last parts can be
    start: Window = (0, 0)  # of the run
    least = most = 0
    first: frozenset[str] = frozenset()
    whole = True
    known: list[dict[str, Window] | None] = []
    for item in items:
        if not least:
            first |= item.first
        joins = item.exact is not None and len(run) * len(item.exact) <= _MAX_EXACT
        if joins and item.exact is not None:
            run = frozenset(before + after for before in run for after in item.exact)
        else:
            known.append(dict.fromkeys(run, start))
            known.append(_shifted(item.holds, least, most))
            whole = False
            run = frozenset({""})
        least, most = least + item.least, most + item.most
        if not joins:
            start = (least, most)
    if whole:
        return Facts(run, None, least, most, first)
    known.append(dict.fromkeys(run, start))
    return Facts(None, _best(known), least, most, first)


def _shifted(holds: dict[str, Window] | None, least: int, most: int) -> dict[str, Window] | None:
    if holds is None:
        return None
    return {literal: (low + least, high + most) for literal, (low, high) in holds.items()}


def _times(facts: Facts, lower: int, upper: int) -> Facts:
    if lower == upper == 1:
        return facts
    if lower:
        ahead = _joined([facts] * lower)
        if upper == lower:
            return ahead
        exact = None
        holds = ahead.holds if ahead.exact is None else dict.fromkeys(ahead.exact, (0, 0))
    else:
        exact = facts.exact | {""} if upper == 1 and facts.exact is not None else None
        holds = None
    return Facts(exact, holds, facts.least * lower, facts.most * upper, facts.first)


def _best(known: list[dict[str, Window] | None]) -> dict[str, Window] | None:
    """Return the literals that lead to the fewest places."""
    usable = [literals for literals in known if literals and "" not in literals]
    return min(map(_shortest, usable), key=_tries, default=None)


def _shortest(literals: dict[str, Window]) -> dict[str, Window]:
    """Return literals without those that begin with another of the same window."""
    return {
        literal: window
        for literal, window in literals.items()
        if not any(literals.get(literal[:size]) == window for size in range(1, len(literal)))
    }


def _tries(literals: dict[str, Window]) -> float:
    """Return in how many places of a thousand characters a match may begin by them, about."""
    return sum(_often(literal) * (high - low + 1) for literal, (low, high) in literals.items())


def _often(literal: str) -> float:
    often = 1_000.0
    for char in literal.replace(", ", ","):  # which is hardly ever without
        often *= 0.05 if char in _LETTERS else _SHARE.get(char, 0.02 if char in _DIGITS else 0.005)
    return often
