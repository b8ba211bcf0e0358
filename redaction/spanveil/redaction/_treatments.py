"""The treatments by name: from a value and what is known of its key to a new value.

A treatment may raise; the caller turns that into a blanked value. It returns text that treatments
recognise, so that treating a treated value changes nothing.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from spanveil.config import CatalogueField, ContentClass, KeyWords, Treatment
from spanveil.redaction._budget import Budget
from spanveil.redaction._detect import Walk
from spanveil.redaction._format_value import FormattedValues
from spanveil.redaction._marker import DROPPED, is_marker, marker
from spanveil.redaction._memo import Memo
from spanveil.redaction._pseudonym import Pseudonymizer
from spanveil.redaction._safe_value import SafeValues
from spanveil.redaction._scrub import Scrubber
from spanveil.redaction._settings import holds_figures, holds_settings
from spanveil.redaction._shape import is_amount, is_safe_number
from spanveil.redaction._skeleton import Bag, Skeleton
from spanveil.redaction._subject import Subject, drop, mark
from spanveil.redaction._turns import MIN_CHARS, Turns
from spanveil.redaction._unclassified import UnclassifiedValues
from spanveil.redaction._url import PLAIN_CHARS, paths_redacted, redact_url

if TYPE_CHECKING:
    from spanveil.config import Limits

Treat = Callable[[Subject, Any], Any]

_MIN_REMEMBERED: Final = 8_192
"""Of a conversation of which only the skeleton is shown: about ten messages."""

_TINY: Final = 999
"""What ``is_tiny_number`` says of integers."""


class Treatments:
    """Apply treatments under one set of limits and keys.

    Args:
        limits: Bounds on the work for one value.
        pseudonym: Makes pseudonyms.
        prose: Scrubs text that a profile keeps.
        label: Scrubs short values of fields that are safe by contract.
        title: Scrubs such values of several words.
        label_words: How many words such a value may have.
        memo: Remembers what became of messages; ``None`` for no memory.
    """

    __slots__ = (
        "_limits",
        "_memo",
        "_path_segments",
        "_prose",
        "_pseudonym",
        "_safe",
        "_table",
        "_unclassified",
        "_words",
    )

    def __init__(
        self,
        limits: "Limits",
        pseudonym: Pseudonymizer,
        prose: Scrubber,
        label: Scrubber,
        title: Scrubber,
        label_words: int = 3,
        memo: Memo | None = None,
    ) -> None:
        self._limits = limits
        self._pseudonym = pseudonym
        self._prose = prose
        self._memo = memo
        self._words = KeyWords.shipped()
        self._path_segments = self._words.path_segments
        formatted = FormattedValues(limits, pseudonym, self.skeleton, memo)
        self._safe = SafeValues(limits, pseudonym, label, title, label_words, self.skeleton)
        self._unclassified = UnclassifiedValues(pseudonym, self.skeleton)
        self._table: dict[Treatment, Treat] = {
            Treatment.KEEP: self._safe.keep,
            Treatment.DETECT: self.detect,
            Treatment.TOKEN: self._unclassified.token,
            Treatment.SKELETON: self.skeleton,
            Treatment.TRACEBACK: formatted.traceback,
            Treatment.SOURCE: formatted.source,
            Treatment.URL: formatted.url,
            Treatment.SQL: formatted.sql,
            Treatment.HEADER: formatted.header,
            Treatment.PSEUDONYM: self.pseudonym,
            Treatment.MARKER: mark,
            Treatment.DROP: drop,
        }

    def get(self, treatment: Treatment) -> Treat:
        """Return what gives a value's replacement.

        It raises ``BudgetExhausted`` if the value is larger or deeper than the limits allow.
        """
        return self._table[treatment]

    def for_texts(
        self, treatment: Treatment, field: CatalogueField, key: str
    ) -> Callable[[str], str | None] | None:
        """Return what ``apply`` does to a text, as a function of the text alone.

        Returns:
            A function that never raises and counts nothing, and returns ``None`` for a text that
            has to be looked into; ``None`` in its place if all have to be.
        """
        content_class = field.content_class
        pseudonym, segments, max_chars = (
            self._pseudonym,
            self._path_segments,
            self._limits.max_chars,
        )

        def marked(text: str) -> str:
            return text if not text or is_marker(text) else marker(content_class, len(text))

        pseudonymize = pseudonym.of(content_class)

        def pseudonymized(text: str) -> str:
            is_done = not text or (text[0] == "[" and is_marker(text))
            return text if is_done else pseudonymize(text)

        def shortened(text: str) -> str:
            if not text or (text[0] == "[" and is_marker(text)):
                return text
            shown = redact_url(text, pseudonym, segments) if len(text) <= max_chars else None
            return marker(content_class, len(text)) if shown is None else shown

        match treatment:
            case Treatment.MARKER:
                return marked
            case Treatment.PSEUDONYM:
                return pseudonymized
            case Treatment.URL:
                return shortened
            case Treatment.TOKEN:
                return self._unclassified.for_texts(field, key)
            case Treatment.KEEP:
                return self._safe.for_texts(field, key)
        return None

    def for_many_texts(
        self, treatment: Treatment, field: CatalogueField, one: Callable[[str], str | None]
    ) -> Callable[[Sequence[str]], Sequence[str | None]]:
        """Return what does to many texts, in less time, what ``for_texts`` does to one.

        Args:
            treatment: As there.
            field: As there.
            one: What ``for_texts`` returned.
        """
        pseudonyms = self._pseudonym.all_of(field.content_class)

        def pseudonymized(texts: Sequence[str]) -> Sequence[str | None]:
            if any(not text or text[0] == "[" for text in texts):
                return [one(text) for text in texts]
            return pseudonyms(texts)

        match treatment:
            case Treatment.PSEUDONYM:
                return pseudonymized
            case Treatment.URL if self._limits.max_chars >= PLAIN_CHARS:
                marked = partial(marker, field.content_class)
                return paths_redacted(self._path_segments, marked, one)
        return lambda texts: [one(text) for text in texts]

    def for_integers(
        self, treatment: Treatment, content_class: ContentClass, key: str
    ) -> Callable[[int], Any] | None:
        """Return what ``apply`` does to an integer, as ``for_texts`` does it for texts."""
        hint = self._words.judge(key)
        is_measure = hint.measure and not hint.guarded

        def kept(number: int) -> Any:
            return number if is_safe_number(number, key) else marker(content_class)

        def measured(number: int) -> Any:
            known = -_TINY <= number <= _TINY or (is_measure and is_amount(number, key))
            return number if known else marker(content_class)

        match treatment:
            case Treatment.KEEP:
                return kept
            case Treatment.TOKEN:
                return measured
        return None

    def detect(self, subject: Subject, value: object) -> Any:
        """Keep text without the entities and secrets in it, at any depth."""
        _, key, tenant, report = subject
        turns = self._turns(value, tenant, (Treatment.DETECT, key), as_written=True)
        return Walk(Budget(self._limits), self._prose, report, tenant, turns).of(value, key)

    def skeleton(self, subject: Subject, value: object) -> Any:
        """Keep structure, never text."""
        content_class, bag = subject.field.content_class, _bag(subject)
        if isinstance(value, str) and value.startswith("[") and self._is_written_sooner(value):
            plain = Skeleton(content_class, Budget(self._limits), self._pseudonym)
            if (written := plain.conversation(value, bag)) is not None:
                return written
        scope = (Treatment.SKELETON, content_class)
        turns = self._turns(value, subject.tenant, scope, as_written=False)
        return Skeleton(content_class, Budget(self._limits), self._pseudonym, turns).of(
            value, bag=bag
        )

    def _is_written_sooner(self, text: str) -> bool:
        """Say whether a conversation's skeleton is sooner written than remembered."""
        return self._memo is None or len(text) < _MIN_REMEMBERED

    def _turns(
        self, value: object, tenant: str, scope: tuple[str, ...], *, as_written: bool
    ) -> Turns | None:
        """Return what remembers the messages of a value, if it is long enough to have any."""
        if self._memo is None or not isinstance(value, str) or len(value) < MIN_CHARS:
            return None
        return Turns(self._memo, self._limits, tenant, scope, as_written=as_written)

    def pseudonym(self, subject: Subject, value: object) -> Any:
        """Replace an identifier by its keyed pseudonym."""
        return self._pseudonymize(subject, value, Budget(self._limits), 0)

    def _pseudonymize(self, subject: Subject, value: object, budget: Budget, depth: int) -> Any:
        budget.visit(depth)
        match value:
            case None | bool() | "":
                return value
            case str():
                kind = subject.field.content_class
                return value if is_marker(value) else self._pseudonym(kind, value)
            case int() | float():
                return self._pseudonym(subject.field.content_class, repr(value))
            case bytes() | bytearray() | memoryview() | Mapping():
                return mark(subject, value)
            case Sequence():
                return [self._pseudonymize(subject, item, budget, depth + 1) for item in value]
        return DROPPED


def _bag(subject: Subject) -> Bag:
    if holds_settings(subject.field, subject.key):
        return Bag.SETTINGS
    return Bag.FIGURES if holds_figures(subject.field) else Bag.NONE
