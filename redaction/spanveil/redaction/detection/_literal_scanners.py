"""One pass over a text for every anchor where Hyperscan is missing: by literals.

An expression is tried only where one of the literals stands that each of its matches holds
(``_factors``); the few that hold none are tried from each character that they may begin with.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any, Final, NamedTuple

from spanveil.redaction.detection._factors import Unread, facts_of, led_by, literals_of
from spanveil.redaction.detection._scanner import END, Anchor, Scanner, TooManyHits, max_hits

_GRAMS: Final = (4, 3, 2, 1)
_ANY: Final = b"[\\x00-\\xff]"

Match = Callable[[bytes, int], object]


class _Trial(NamedTuple):
    """An anchor to be tried where a literal of it stands.

    Attributes:
        anchor: Its index.
        match: Says whether it matches at a place of the shadow.
        before: How far before the literal it may match.
        lead: How far before that place the anchor starts: it begins with what it does not name.
    """

    anchor: int
    match: Match
    before: tuple[int, ...]
    lead: int


class _Run(NamedTuple):
    """An anchor's expression that is searched for by itself, and how far before it that starts."""

    anchor: int
    expression: re.Pattern[bytes]
    lead: int


class _Plan:
    """Which literals lead to which anchors."""

    def __init__(self, anchors: Sequence[Anchor]) -> None:
        self.trials: dict[bytes, list[_Trial]] = {}
        self.runs: list[_Run] = []
        for index, anchor in enumerate(anchors):
            if anchor.expression:
                self._add(index, anchor.text)
            else:
                literal = anchor.text.encode()
                trial = _Trial(index, _tried(anchor, literal), (0,), 0)
                self.trials.setdefault(literal.lower(), []).append(trial)

    def _add(self, index: int, text: str) -> None:
        try:
            led = led_by(text)
            inside, rest = led or ("", text)
            facts = facts_of(rest)
        except Unread:
            self.runs.append(_Run(index, re.compile(text.encode()), 0))
            return
        lead, not_after, whole = int(led is not None), inside.encode(), rest.encode()
        literals = literals_of(facts)
        if literals is not None:
            match = re.compile(b"(?<![%b])%b" % (not_after, whole) if lead else whole).match
            for literal, (low, high) in literals.items():
                trial = _Trial(index, match, tuple(range(low, high + 1)), lead)
                self.trials.setdefault(literal.encode("latin-1"), []).append(trial)
        elif facts.least:
            self.runs.append(_Run(index, _skipping(facts.first, not_after, whole), lead))
        else:
            self.runs.append(_Run(index, re.compile(text.encode()), 0))

    def hits(
        self, found: Iterable[tuple[list[_Trial], int]], shadow: bytes
    ) -> list[tuple[int, int]]:
        """Return the hits of anchors.

        Args:
            found: What each literal that was found leads to, and where that one stands.
            shadow: The text.
        """
        hits: set[tuple[int, int]] = set()
        limit = max_hits(len(shadow))
        for trials, start in found:
            for index, match, before, lead in trials:
                for back in before:
                    place = start - back
                    if place >= 0 and match(shadow, place):
                        hits.add((index, place - lead if place else 0))
            if len(hits) > limit:
                raise TooManyHits
        for index, expression, lead in self.runs:
            for run in expression.finditer(shadow):
                hits.add((index, max(run.start() - lead, 0)))
            if len(hits) > limit:
                raise TooManyHits
        return sorted(hits, key=itemgetter(1, 0))


class AhoCorasickScanner:
    """Scan with Aho-Corasick.

    Raises:
        ImportError: If the package ``ahocorasick-rs`` is not installed.
    """

    def __init__(self, anchors: Sequence[Anchor]) -> None:
        import ahocorasick_rs

        self._plan = _Plan(anchors)
        self._trials = list(self._plan.trials.values())
        self._automaton: Any = ahocorasick_rs.BytesAhoCorasick(list(self._plan.trials))

    def scan(self, shadow: bytes) -> list[tuple[int, int]]:
        """Return hits; see ``Scanner``."""
        trials, shadow = self._trials, shadow + END
        found = self._automaton.find_matches_as_indexes(shadow.lower(), overlapping=True)
        return self._plan.hits(((trials[each], start) for each, start, _ in found), shadow)


class LiteralScanner:
    """Scan with the standard library: literals are looked up by how they begin."""

    def __init__(self, anchors: Sequence[Anchor]) -> None:
        self._plan = _Plan(anchors)
        self._tables: list[tuple[int, dict[Any, list[tuple[bytes, list[_Trial]]]]]] = []
        literals = dict(self._plan.trials)
        for size in _GRAMS:
            table: dict[Any, list[tuple[bytes, list[_Trial]]]] = {}
            for literal in [each for each in literals if len(each) >= size]:
                gram = tuple(literal[:size])
                table.setdefault(gram, []).append((literal, literals.pop(literal)))
            self._tables.append((size, table))

    def scan(self, shadow: bytes) -> list[tuple[int, int]]:
        """Return hits; see ``Scanner``."""
        shadow += END
        return self._plan.hits(self._found(shadow.lower()), shadow)

    def _found(self, text: bytes) -> Iterator[tuple[list[_Trial], int]]:
        for size, table in self._tables:
            grams = zip(*(text[offset:] for offset in range(size)), strict=False)
            for start, begun in enumerate(map(table.get, grams)):
                if begun is not None:
                    for literal, trials in begun:
                        if text.startswith(literal, start):
                            yield trials, start


def make_literal_scanner(anchors: Sequence[Anchor]) -> Scanner:
    """Return the fastest scanner of literals that is installed."""
    try:
        return AhoCorasickScanner(anchors)
    except ImportError:
        return LiteralScanner(anchors)


def _tried(anchor: Anchor, literal: bytes) -> Match:
    """Return what is left to ask where a literal stands in one case or another."""
    if not anchor.caseless:
        return lambda shadow, place: shadow.startswith(literal, place)
    if not anchor.ends:
        return lambda shadow, place: True
    size = len(literal)
    return lambda shadow, place: not shadow[place + size : place + size + 1].islower()


def _skipping(first: frozenset[str], before: bytes, rest: bytes) -> re.Pattern[bytes]:
    """Return an expression for what another matches, from each of its starts on.

    Args:
        first: What a match may begin with, which `re` skips to several times as fast as it tries.
        before: What may not stand before it, the inside of a class; empty for nothing.
        rest: The expression.
    """
    codes = sorted({ord(case) for char in first for case in _cases(char)})
    start = b"".join(b"\\x%02x" % code for code in codes)
    not_after = b"(?<![%b]%b)" % (before, _ANY) if before else b""
    return re.compile(b"[%b]%b(?<=(?=%b)%b)" % (start, not_after, rest, _ANY))


def _cases(char: str) -> set[str]:
    return {char, char.swapcase()} if char.isascii() else {char}
