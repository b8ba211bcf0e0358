"""The treatments: one function for each, from a value and what is known of its key to a new value.

A treatment may raise; the caller turns that into a blanked value. It returns text that treatments
recognise, so that treating a treated value changes nothing.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from spanveil.config import CatalogueField, KeyWords, Limits, Treatment, ValueFormat
from spanveil.redaction._budget import Budget
from spanveil.redaction._detect import Walk
from spanveil.redaction._json import looks_like_container
from spanveil.redaction._marker import DROPPED, is_marker, marker
from spanveil.redaction._pseudonym import Pseudonymizer, is_pseudonym
from spanveil.redaction._report import Report
from spanveil.redaction._scrub import Scrubber
from spanveil.redaction._shape import is_label, is_number_text, is_short_number, is_token
from spanveil.redaction._skeleton import Skeleton
from spanveil.redaction._sql import redact_sql
from spanveil.redaction._traceback import redact_traceback
from spanveil.redaction._url import redact_url


class Subject(NamedTuple):
    """What is known of a value besides itself.

    Attributes:
        field: What the catalogue says of its key.
        key: The key.
        tenant: The opaque tag of its tenant, which only keeps memories apart.
        report: Where findings are counted.
    """

    field: CatalogueField
    key: str
    tenant: str
    report: Report


class Treatments:
    """Apply treatments under one set of limits and keys.

    Args:
        limits: Bounds on the work for one value.
        pseudonym: Makes pseudonyms.
        prose: Scrubs text that a profile keeps.
        label: Scrubs short values of fields that are safe by contract.
    """

    __slots__ = ("_label", "_limits", "_path_segments", "_prose", "_pseudonym", "_table")

    def __init__(
        self, limits: Limits, pseudonym: Pseudonymizer, prose: Scrubber, label: Scrubber
    ) -> None:
        self._limits = limits
        self._pseudonym = pseudonym
        self._prose = prose
        self._label = label
        self._path_segments = KeyWords.shipped().path_segments
        self._table: dict[Treatment, Callable[[Subject, Any], Any]] = {
            Treatment.KEEP: self.keep,
            Treatment.DETECT: self.detect,
            Treatment.TOKEN: self.token,
            Treatment.SKELETON: self.skeleton,
            Treatment.TRACEBACK: self.traceback,
            Treatment.URL: self.url,
            Treatment.SQL: self.sql,
            Treatment.PSEUDONYM: self.pseudonym,
            Treatment.MARKER: mark,
            Treatment.DROP: drop,
        }

    def apply(self, treatment: Treatment, subject: Subject, value: object) -> Any:
        """Return a value's replacement.

        Raises:
            BudgetExhausted: If the value is larger or deeper than the limits allow.
        """
        return self._table[treatment](subject, value)

    def keep(self, subject: Subject, value: object) -> Any:
        """Keep what still looks like the value of a safe field."""
        return self._keep(subject, value, Budget(self._limits), 0)

    def _keep(self, subject: Subject, value: object, budget: Budget, depth: int) -> Any:
        budget.visit(depth)
        match value:
            case None | bool() | float():
                return value
            case int():
                # OTLP's AnyValue holds int64; an encoder that meets more logs the number.
                return value if -(1 << 63) <= value < 1 << 63 else mark(field, value)
            case str():
                return self._keep_text(subject, value)
            case bytes() | bytearray() | memoryview():
                return mark(subject, value)
            case Mapping():
                return self.skeleton(subject, value)
            case Sequence():
                return [self._keep(subject, item, budget, depth + 1) for item in value]
        return DROPPED

    def _keep_text(self, subject: Subject, text: str) -> Any:
        if is_marker(text):
            return text
        if looks_like_container(text):
            return self.skeleton(subject, text)
        if subject.field.value_format is ValueFormat.NUMBER:
            return text if is_number_text(text) else marker("text", len(text))
        if not is_label(text):
            return marker("text", len(text))
        return self._label.scrub(text, subject.report, tenant=subject.tenant)

    def detect(self, subject: Subject, value: object) -> Any:
        """Keep text without the entities and secrets in it, at any depth."""
        walk = Walk(Budget(self._limits), self._prose, subject.report, subject.tenant)
        return walk.of(value, subject.key)

    def token(self, subject: Subject, value: object) -> Any:
        """Keep a flag, a short number or one word; reduce structure to its skeleton."""
        match value:
            case None | bool():
                return value
            case int() | float():
                return value if is_short_number(value) else mark(subject, value)
            case str() if not value or is_marker(value) or is_pseudonym(value):
                return value
            case str() if subject.field.value_format is ValueFormat.NUMBER:
                return value if is_number_text(value) else mark(subject, value)
            case str() if is_token(value):
                found = self._label.finds(value, tenant=subject.tenant)
                return mark(subject, value) if found else value
            case str() if not looks_like_container(value):
                return mark(subject, value)
            case str() | Mapping() | Sequence():
                return self.skeleton(subject, value)
        return DROPPED

    def skeleton(self, subject: Subject, value: object) -> Any:
        """Keep structure, never text."""
        budget = Budget(self._limits)
        return Skeleton(subject.field.content_class, budget, self._pseudonym).of(value)

    def traceback(self, subject: Subject, value: object) -> Any:
        """Keep a stack trace's types and places."""
        return self._texts(subject, value, redact_traceback)

    def url(self, subject: Subject, value: object) -> Any:
        """Keep a URL's scheme, port and template."""

        def shorten(text: str) -> str | None:
            return redact_url(text, self._pseudonym, self._path_segments)

        return self._texts(subject, value, shorten)

    def sql(self, subject: Subject, value: object) -> Any:
        """Keep a statement without its literals; a document's query keeps its structure."""
        if isinstance(value, str) and looks_like_container(value):
            return self.skeleton(subject, value)
        return self._texts(subject, value, redact_sql)

    def _texts(self, subject: Subject, value: object, redact: Callable[[str], str | None]) -> Any:
        """Apply a function to a text or a list of texts, and mark everything else."""
        match value:
            case str():
                if not value or is_marker(value) or len(value) > self._limits.max_chars:
                    return mark(subject, value)
                redacted = redact(value)
                return mark(subject, value) if redacted is None else redacted
            case list() | tuple() if all(isinstance(item, str) for item in value):
                budget = Budget(self._limits)
                for _ in value:
                    budget.visit(0)
                return [self._texts(subject, item, redact) for item in value]
        return mark(subject, value)

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


def mark(subject: Subject, value: object) -> Any:
    """Replace a value by its class and length."""
    content_class = subject.field.content_class
    match value:
        case None:
            return value
        case str():
            kept = not value or is_marker(value)
            return value if kept else marker(content_class, len(value))
        case bool() | int() | float():
            return marker(content_class)
        case bytes() | bytearray() | memoryview() | Mapping() | Sequence():
            return marker(content_class, len(value))
    return DROPPED


def drop(subject: Subject, value: object) -> Any:
    """Replace a value by a text that says nothing."""
    return DROPPED
