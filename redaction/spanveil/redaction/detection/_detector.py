"""The detector: one scan for anchors, bounded confirmation around them, one merged answer."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final, Protocol

from spanveil.redaction._entities import ENTITY
from spanveil.redaction._marker import marker_spans
from spanveil.redaction.detection._characters import foreign_characters
from spanveil.redaction.detection._finding import Confirm, Finding, merge
from spanveil.redaction.detection._numbers import settled
from spanveil.redaction.detection._offline import offline
from spanveil.redaction.detection._scanner import Anchor, Scanner, make_scanner, shadow_of
from spanveil.redaction.detection._views import scan_views
from spanveil.redaction.detection._work import begin_work

if TYPE_CHECKING:
    from spanveil.redaction.detection._contexts import ForeignWords
    from spanveil.redaction.detection._people import People


_NO_CODE: Final = (
    r"(?![0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}\.)(?!.{0,19}(?i:pass|pw|secret))"
    r"(?!.{0,19}(?i:key|token|pin).{0,9}(?:/|\.\.))"
)
"""Three groups of hexadecimal digits are a MAC address, and a word may say what stands behind it,
in a path or behind dots."""

_BARE_WORD: Final = re.compile(
    _NO_CODE + r"(?!.{0,13}[0-9]{4})[A-Za-z][A-Za-z0-9_./-]{0,13}", re.ASCII
)
"""A model's or a tool's name. The shortest thing that a rule finds without a separator, a context
word or four digits in a row is a Slack token of 15 characters."""

_BARE_NAME: Final = re.compile(
    _NO_CODE + r"(?:(?!.{0,13}[0-9]{4})[a-z][a-z0-9_./-]{0,13}|(?!xox)[a-z][a-z_.]{0,21})",
    re.ASCII,
)
"""The same where names are looked for, none of which is written without a capital or a space; and
what code calls its fields. Slack's aside, the shortest token that could be spelt so has 23
characters."""

_BARE_LENGTH: Final = 22
_LEAST: Final = 3
"""No rule finds less."""
_QUOTE: Final = '"'
_IDLE_KEYS: Final = 4096
_IDLE_KEY_LENGTH: Final = 128

_MARKER_FILL: Final = "\x00"
_INDEX: Final = itemgetter(0)
"""The index of a hit's anchor."""


class Recognizer(Protocol):
    """What of Presidio's ``EntityRecognizer`` the engine calls."""

    supported_entities: Any

    def analyze(self, text: str, entities: list[str], nlp_artifacts: Any) -> Any:
        """Return results with ``start``, ``end``, ``entity_type`` and ``score``."""
        ...


class Detector:
    """Find secrets, structured personal data, names and places in a text.

    Args:
        names: Whether to look for names of people and places by key, trigger word and gazetteer.
        recognizers: A user's own recognizers, of Presidio's ``EntityRecognizer`` kind.
        scanner: The anchor scanner to use; the fastest installed one if ``None``.
        shares: Without names, scan for the anchors of names too: the process has a detector with
            names, and to compile a second database takes as long as all else.
    """

    def __init__(
        self,
        *,
        names: bool = True,
        recognizers: Sequence[Recognizer] = (),
        scanner: type | None = None,
        shares: bool = False,
    ) -> None:
        self._recognizers = tuple(map(offline, recognizers))
        # Compiling the rules takes a tenth of a second, which an import must not cost.
        from spanveil.redaction.detection._drawn import drawn_secrets
        from spanveil.redaction.detection._foreign_keys import foreign_secrets
        from spanveil.redaction.detection._foreign_labels import foreign_labels
        from spanveil.redaction.detection._labels import unnumbered

        self._unnumbered, self._foreign_labels = unnumbered, foreign_labels
        self._foreign_secrets, self._drawn_secrets = foreign_secrets, drawn_secrets
        self._people = _shipped_people() if names else None
        from spanveil.redaction.detection._address_parts import whole_addresses
        from spanveil.redaction.detection._places import without_person

        self._part, self._whole = without_person, whole_addresses
        self._foreign = _foreign_words()
        self._bare = _BARE_NAME if names else _BARE_WORD
        self._idle: dict[str, bool] = {}  # keys that are no context for any rule
        self._scanner, self._confirms, self._first_label = _compiled(scanner, names, shares)

    def find(
        self, text: str, key: str = "", allows: Callable[[Finding], bool] | None = None
    ) -> tuple[Finding, ...]:
        """Return what is sensitive in a text, in order and without overlaps.

        Args:
            text: Any text; a JSON text is read as it is written, escapes included.
            key: The name of the field that holds the text, which is context.
            allows: Says of a finding that it is none. It is asked before findings that overlap
                become one, so that what is allowed takes no other finding with it.

        Raises:
            TooManyHits: If the text holds so many anchors that it cannot be confirmed in bounds.
        """
        if len(text) <= _BARE_LENGTH and self._is_bare(text, key):
            return ()
        prefix = _prefix(key) if key else ""
        body = _blank_markers(text)
        whole = f"{prefix}{body}{_QUOTE}" if prefix else body
        shadow, characters = shadow_of(whole), foreign_characters(whole)
        found = self._direct(whole, shadow, characters)
        in_views = scan_views(whole, shadow, characters, self._in_view)
        if self._people is not None:  # where letters were replaced by others, words are none
            in_views = self._people.somebody(whole, in_views)
        found += in_views
        if not found:
            return ()
        offset = len(prefix)
        if offset:
            end = offset + len(body)
            found = [
                Finding(max(0, f.start - offset), min(f.end, end) - offset, f.entity, f.score)
                for f in found
                if f.end > offset and f.start < end
            ]
        return merge(found if allows is None else [f for f in found if not allows(f)])

    def _is_bare(self, text: str, key: str) -> bool:
        """Say whether a text is too short and plain for any rule, so that no scan is needed."""
        if self._recognizers:
            return False
        if len(text) < _LEAST and not (key and any(map(str.isalpha, text))):
            return True  # a key may say that a letter or two are a name
        if self._bare.fullmatch(text) is None:
            return False
        if not key:
            return True
        idle = self._idle.get(key)
        if idle is None:
            # A key is context by the anchors in it.
            idle = (
                len(key) <= _IDLE_KEY_LENGTH
                and not self._foreign.is_in(key)
                and not self._scanner.scan(shadow_of(_prefix(key)))
            )
            if len(self._idle) >= _IDLE_KEYS:
                self._idle.clear()
            if len(key) <= _IDLE_KEY_LENGTH:
                self._idle[key] = idle
        return idle

    def _in_view(self, text: str) -> list[Finding]:
        """Return what a decoded text holds as it is written."""
        return self._direct(text, shadow_of(text), foreign_characters(text))

    def _direct(self, text: str, shadow: bytes, characters: frozenset[str]) -> list[Finding]:
        """Return what a text holds as it is written.

        Args:
            text: The text.
            shadow: The same as ASCII of the same length.
            characters: Those of the text that are not ASCII.
        """
        found: list[Finding] = []
        confirms = self._confirms
        begin_work(len(text))
        hits = self._scanner.scan(shadow)
        # One rule after another: a rule's code and its expressions stay at hand for all its hits.
        hits.sort(key=_INDEX)  # numbers are sooner compared than pairs
        labels = bisect_left(hits, self._first_label, key=_INDEX)
        for index, start in hits[:labels]:
            found += confirms[index](text, start)
        found.sort()  # once: what is found later is little, and joins them sooner
        for index, start in [*self._unnumbered(text, hits[labels:], found)]:
            found += confirms[index](text, start)
        if characters:
            found += self._foreign.find(text, characters)
            found += self._foreign_secrets(text, characters)
            found += self._foreign_labels(text, characters)
        found += self._drawn_secrets(text, shadow)
        found = settled(text, found)
        if self._people is not None:
            found = self._people.somebody(text, found)
            found.extend(self._people.find(text, found, characters))
            found = self._whole(text, self._part(text, found))
        for recognizer in self._recognizers:
            found.extend(_recognized(recognizer, text))
        return found


@cache
def _foreign_words() -> "ForeignWords":
    from spanveil.redaction.detection._contexts import ForeignWords

    return ForeignWords()


def _shipped_people() -> "People":
    # Their expressions take as long to compile as all others do.
    from spanveil.redaction.detection._people import People

    return People.shipped()


def _prefix(key: str) -> str:
    """Return what stands before a value in JSON; behind it stands another quote."""
    return f'"{key}": "'


def _recognized(recognizer: Recognizer, text: str) -> Iterator[Finding]:
    """Yield the findings of a user's recognizer; what it raises is the caller's to handle."""
    supported = recognizer.supported_entities
    for result in recognizer.analyze(text, supported, None) or ():
        if not 0 <= result.start < result.end <= len(text):
            raise ValueError("a recognizer's offsets lie outside the text")
        if not 0 <= result.score <= 1:  # no comparison holds for NaN, and the finding would stay
            raise ValueError("a recognizer's score is no number from 0 to 1")
        # Types are counted in reports, which must not be a way out for a text.
        entity = result.entity_type if result.entity_type in supported else ENTITY
        yield Finding(result.start, result.end, entity, result.score)


def _blank_markers(text: str) -> str:
    """Hide markers from detection, so that what was redacted once is not found again."""
    spans = marker_spans(text)
    if not spans:
        return text
    pieces, last = [], 0
    for start, end in spans:
        pieces += [text[last:start], _MARKER_FILL * (end - start)]
        last = end
    return "".join(pieces) + text[last:]


@cache
def _compiled(
    scanner: type | None, names: bool, shares: bool
) -> tuple[Scanner, list[Confirm], int]:
    """Return the scanner, by anchor what confirms it, and the first label's place; made once."""
    if shares and not names:
        every, _, first_label = _compiled(scanner, True, False)
        own = _by_anchor(False)[0]
        return every, [_every(own.get(anchor, [])) for anchor in _by_anchor(True)[0]], first_label
    by_anchor, first_label = _by_anchor(names)
    anchors = list(by_anchor)
    confirms = [_every(each) for each in by_anchor.values()]
    return scanner(anchors) if scanner else make_scanner(anchors), confirms, first_label


@cache
def _by_anchor(names: bool) -> tuple[dict[Anchor, list[Confirm]], int]:
    """Return what confirms each anchor, and how many there are before those of labels."""
    from spanveil.redaction.detection._attributes import attribute_rules
    from spanveil.redaction.detection._columns import column_rules
    from spanveil.redaction.detection._contexts import context_rules
    from spanveil.redaction.detection._email import email_rules
    from spanveil.redaction.detection._forms import form_rules
    from spanveil.redaction.detection._json_tables import json_table_rules
    from spanveil.redaction.detection._labels import label_rules
    from spanveil.redaction.detection._labels_after import label_after_rules
    from spanveil.redaction.detection._secrets import secret_rules
    from spanveil.redaction.detection._spoken import spoken_rules
    from spanveil.redaction.detection._statements import statement_rules
    from spanveil.redaction.detection._website import website_rules

    rules = [*secret_rules(), *email_rules(), *website_rules(), *context_rules(), *form_rules()]
    rules += [*column_rules(names=names), *json_table_rules(names=names)]
    rules += [*statement_rules(names=names), *attribute_rules(), *spoken_rules()]
    if names:
        rules += _shipped_people().rules()
    by_anchor: dict[Anchor, list[Confirm]] = {}
    for anchor, confirm in rules:
        by_anchor.setdefault(anchor, []).append(confirm)
    first_label = len(by_anchor)
    for anchor, confirm in (*label_rules(), *label_after_rules()):
        by_anchor.setdefault(anchor, []).append(confirm)
    return by_anchor, first_label


def _every(confirms: list[Confirm]) -> Confirm:
    """Return what asks all rules that have an anchor in common: one or two as a rule."""
    if len(confirms) == 1:
        return confirms[0]
    if len(confirms) == 2:
        first, second = confirms

        def both(text: str, start: int) -> Iterable[Finding]:
            found, more = first(text, start), second(text, start)
            if not found:
                return more
            return (*found, *more) if more else found

        return both

    def every(text: str, start: int) -> Iterable[Finding]:
        return [finding for each in confirms for finding in each(text, start)]

    return every


@cache
def shared_detector(names: bool = True, *, shares: bool = False) -> Detector:
    """Return the detector that redactors of this process share; it holds no text."""
    return Detector(names=names, shares=shares)
