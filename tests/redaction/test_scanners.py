"""Every scanner finds the anchors that Hyperscan finds, and with them the same."""

import re
import time
from contextlib import suppress
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.hostile_texts import hostile_pieces, text_of
from spanveil.redaction.detection import Detector, TooManyHits
from spanveil.redaction.detection._detector import _by_anchor
from spanveil.redaction.detection._factors import Unread, facts_of, led_by, literals_of
from spanveil.redaction.detection._literal_scanners import (
    AhoCorasickScanner,
    LiteralScanner,
    make_literal_scanner,
)
from spanveil.redaction.detection._scanner import (
    Anchor,
    HyperscanScanner,
    Scanner,
    max_hits,
    shadow_of,
)

ANCHORS = list(_by_anchor(True)[0])
EXPRESSIONS = [anchor.text for anchor in ANCHORS if anchor.expression]
WORDS = [anchor.text for anchor in ANCHORS if not anchor.expression]
FALLBACKS = [AhoCorasickScanner, LiteralScanner]


def matches_of(expression: str) -> st.SearchStrategy[str]:
    """Return texts that an expression matches."""
    pattern = re.compile(expression.encode(), re.ASCII)
    return st.from_regex(pattern, fullmatch=True).map(lambda match: match.decode("latin-1"))


@cache
def scanner(kind: type) -> Scanner:
    made: Scanner = kind(ANCHORS)
    return made


def test_every_expression_is_read_and_most_are_found_by_literals() -> None:
    known = [literals_of(facts_of(expression)) for expression in EXPRESSIONS]
    assert sum(literals is None for literals in known) < len(known) / 6


@pytest.mark.parametrize("expression", EXPRESSIONS, ids=range(len(EXPRESSIONS)))
def test_what_is_known_of_an_expression_holds_of_its_matches(expression: str) -> None:
    led = led_by(expression)
    for part in (expression, *(led[1:] if led else ())):
        assert_known(part)


def assert_known(expression: str) -> None:
    facts = facts_of(expression)
    literals = literals_of(facts)

    @settings(max_examples=10, deadline=None)
    @given(matches_of(expression))
    def holds(text: str) -> None:
        text = text.removesuffix("\n") if expression.endswith("$)") else text
        small = text.encode("latin-1").lower().decode("latin-1")  # as bytes
        assert facts.least <= len(text) <= facts.most
        assert {text[:1], text[:1].swapcase()} & facts.first
        assert literals is None or any(
            small.startswith(literal, place)
            for literal, (low, high) in literals.items()
            for place in range(low, high + 1)
        )

    holds()


@pytest.mark.parametrize("kind", FALLBACKS)
@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(EXPRESSIONS).flatmap(matches_of),
            st.sampled_from(WORDS),
            st.sampled_from([*' \n"\\:=,./-#|(?', "name", "12", "AB", "e", "straße", "N\u00ba"]),
        ),
        max_size=12,
    )
)
def test_no_anchor_is_missed(kind: type, pieces: list[str]) -> None:
    shadow = shadow_of("".join(pieces))
    hits = scanner(HyperscanScanner).scan(shadow)
    with suppress(TooManyHits):
        assert set(hits) <= set(scanner(kind).scan(shadow))


@pytest.mark.parametrize("kind", FALLBACKS)
def test_the_same_is_found(kind: type) -> None:
    fast, other = Detector(scanner=HyperscanScanner), Detector(scanner=kind)
    for expression in EXPRESSIONS:

        @settings(max_examples=2, deadline=None)
        @given(st.lists(matches_of(expression), min_size=1, max_size=3), st.sampled_from(" \n,x"))
        def agrees(texts: list[str], between: str) -> None:
            text = between.join(texts) + " 4412 0917 33 AB"
            with suppress(TooManyHits):
                assert other.find(text) == fast.find(text)

        agrees()


@pytest.mark.parametrize("kind", FALLBACKS)
def test_a_form_that_is_not_read_is_run_by_itself(kind: type) -> None:
    texts = [r"(a)b{2,}", "(?:^|[^0-9])x+y", "(?:^|[^0-9])zz|q[0-9]"]
    anchors = [Anchor(text, expression=True) for text in texts]
    with pytest.raises(Unread):
        facts_of(texts[0])
    assert set(kind(anchors).scan(b"xy abbb q7 -zz")) == {(0, 3), (1, 0), (2, 8), (2, 11)}


@pytest.mark.parametrize("kind", FALLBACKS)
def test_a_hostile_text_is_refused_or_scanned_in_linear_time(kind: type) -> None:
    made = scanner(kind)

    def cost(piece: str, length: int, tries: int = 3) -> float:
        shadow = shadow_of(text_of(piece, length))
        times = []
        for _ in range(tries):
            start = time.process_time()
            with suppress(TooManyHits):
                made.scan(shadow)
            times.append(time.process_time() - start)
        return min(times)

    pieces = list(dict.fromkeys([*hostile_pieces(), *(word[:3] for word in WORDS[::9]), "/", "cc"]))
    worst = sorted(pieces, key=lambda piece: -cost(piece, 1_024, 1))[:5]
    for piece in worst:
        assert cost(piece, 8_192) < 0.25
        # Four times the text is sixteen times the work where it is not linear.
        assert cost(piece, 32_768, 5) < 10 * cost(piece, 8_192, 5) + 0.01


@pytest.mark.parametrize("kind", FALLBACKS)
def test_too_many_hits_are_refused(kind: type) -> None:
    shadow = b"@" * 4_000
    with pytest.raises(TooManyHits):
        scanner(kind).scan(shadow)
    assert max_hits(len(shadow)) < 4_000


def test_literals_that_are_no_hits_are_not_counted() -> None:
    shadow = b"aKIA " * 4_000  # an anchor in the wrong case
    assert scanner(AhoCorasickScanner).scan(shadow) == scanner(LiteralScanner).scan(shadow)


def test_the_fastest_that_is_installed_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(make_literal_scanner(ANCHORS[:9]), AhoCorasickScanner)
    monkeypatch.setitem(__import__("sys").modules, "ahocorasick_rs", None)
    assert isinstance(make_literal_scanner(ANCHORS[:9]), LiteralScanner)
