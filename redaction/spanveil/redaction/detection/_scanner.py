"""One pass over a text for every anchor: Hyperscan, where it is installed.

An anchor is a short literal without which a rule cannot match. Each scanner takes time linear in
the text and reports the same hits, so that what is found does not depend on which one is installed.
"""

import re
from collections.abc import Sequence
from functools import partial
from typing import Any, Final, NamedTuple, Protocol

_FREE_HITS: Final = 500
_CHARS_PER_HIT: Final = 6


def max_hits(length: int) -> int:
    """Return how many hits a text may have before it counts as hostile.

    Prose and JSON full of personal data have one in about 80 characters, a table of numbers one in
    ten; one in six is written by nobody but somebody who wants the confirmations to be slow.
    """
    return _FREE_HITS + length // _CHARS_PER_HIT


class TooManyHits(Exception):
    """The text has more anchors than any that people write."""


class Anchor(NamedTuple):
    """A literal, or an expression that many rules have in common.

    Attributes:
        text: ASCII characters.
        caseless: Whether case matters not.
        expression: ``text`` is a regular expression without look-around, of bounded length, in
            the forms that ``_factors`` reads.
        ends: Whether no small letter of ASCII may follow, for a literal of any case.
    """

    text: str
    caseless: bool = False
    expression: bool = False
    ends: bool = False


_NOT_ASCII: Final = re.compile(r"[^\x00-\x7f]")
END: Final = b"\n"
"""What every text is read as ending with."""


class Scanner(Protocol):
    """Find anchors."""

    def scan(self, shadow: bytes) -> list[tuple[int, int]]:
        """Return ``(index of the anchor, its start)`` for each hit, overlapping ones included.

        They are in no order, and one may come more than once. The text is read with ``END`` behind
        it: an anchor at its end is told, like any other, by what follows it.

        Raises:
            TooManyHits: Past ``max_hits``.
        """
        ...


def shadow_of(text: str) -> bytes:
    """Return a text as ASCII of the same length, so that its offsets are those of the text."""
    return text.encode("ascii", "replace")


def as_scanned(words: str) -> str:
    """Return words of an expression as they stand in what the scanner reads: `b[?]timent`."""
    return _NOT_ASCII.sub("[?]", words)


def make_scanner(anchors: Sequence[Anchor]) -> Scanner:
    """Return the fastest scanner that is installed."""
    try:
        return HyperscanScanner(anchors)
    except ImportError:
        from spanveil.redaction.detection._literal_scanners import make_literal_scanner

        return make_literal_scanner(anchors)


class HyperscanScanner:
    """Scan with Hyperscan (Vectorscan): SIMD, the whole set in one pass.

    Raises:
        ImportError: If the package ``hyperscan`` is not installed, or not for this processor.
    """

    def __init__(self, anchors: Sequence[Anchor]) -> None:
        import threading

        import hyperscan

        # A literal's start is known from its end, but told by Hyperscan it costs Python nothing.
        # What may follow a literal has a case.
        flags = [
            hyperscan.HS_FLAG_SOM_LEFTMOST
            | (hyperscan.HS_FLAG_CASELESS if anchor.caseless and not anchor.ends else 0)
            for anchor in anchors
        ]
        self._database: Any = hyperscan.Database()
        try:
            self._database.compile(
                expressions=[*map(_expression, anchors)],
                ids=list(range(len(anchors))),
                elements=len(anchors),
                flags=flags,
            )
        except hyperscan.ArchitectureError as error:
            raise ImportError("Hyperscan does not run on this processor") from error
        scratch: Any = hyperscan.Scratch
        self._make_scratch = partial(scratch, self._database)
        self._local = threading.local()  # a scratch serves one thread at a time

    def scan(self, shadow: bytes) -> list[tuple[int, int]]:
        """Return hits; see ``Scanner``."""
        scratch = getattr(self._local, "scratch", None)
        if scratch is None:
            scratch = self._local.scratch = self._make_scratch()
        hits: list[tuple[int, int]] = []
        add, limit = hits.append, max_hits(len(shadow))

        def on_match(index: int, start: int, end: int, flags: int, context: object) -> bool:
            add((index, start))
            return len(hits) > limit

        try:
            self._database.scan(shadow + END, match_event_handler=on_match, scratch=scratch)
        except Exception:
            if len(hits) <= limit:
                raise
            raise TooManyHits from None
        return hits


def _expression(anchor: Anchor) -> str:
    if anchor.expression:
        return anchor.text
    literal = _escape(anchor.text)
    return f"(?i:{literal})[^a-z]" if anchor.ends else literal


def _escape(literal: str) -> str:
    return "".join(c if c.isalnum() else f"\\x{ord(c):02x}" for c in literal)
