"""The treatments: one function for each, from a value and what is known of its key to a new value.

A treatment may raise; the caller turns that into a blanked value. It returns text that treatments
recognise, so that treating a treated value changes nothing.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from spanveil.config import (
    CatalogueField,
    ContentClass,
    KeyWords,
    Treatment,
    ValueFormat,
    is_code_name,
    is_key_word,
    split_words,
)
from spanveil.redaction._budget import Budget
from spanveil.redaction._command import redact_command
from spanveil.redaction._detect import Walk
from spanveil.redaction._json import looks_like_container
from spanveil.redaction._marker import DROPPED, is_marker, marker
from spanveil.redaction._pseudonym import Pseudonymizer
from spanveil.redaction._report import Report
from spanveil.redaction._scrub import Scrubber
from spanveil.redaction._settings import holds_figures, holds_settings
from spanveil.redaction._shape import (
    is_amount,
    is_instant_text,
    is_label,
    is_number_text,
    is_opaque,
    is_safe_number,
    is_tiny_number,
    is_token,
    is_work_id,
)
from spanveil.redaction._skeleton import Skeleton
from spanveil.redaction._source import redact_code_path, redact_user_agent
from spanveil.redaction._sql import redact_sql
from spanveil.redaction._traceback import redact_message, redact_traceback
from spanveil.redaction._url import redact_route, redact_url

if TYPE_CHECKING:
    from spanveil.config import Limits

_STACK_WORDS: Final = frozenset({"backtrace", "stack", "stacktrace", "traceback"})
_ROUTE_KEYS: Final = ("http.route", "http.target_template", "url.template")
_TINY: Final = 999
"""What ``is_tiny_number`` says of integers."""

_KEY_END: Final = 256
_MAX_ITEMS: Final = 16
_MAX_LIST_CHARS: Final = 256
_MAX_SQL_CHARS: Final = 100_000
"""Of all statements of one value: tokenising them takes about 6 seconds per million characters."""


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
        title: Scrubs such values of several words.
        label_words: How many words such a value may have.
    """

    __slots__ = (
        "_label",
        "_label_words",
        "_limits",
        "_path_segments",
        "_prose",
        "_pseudonym",
        "_table",
        "_title",
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
    ) -> None:
        self._label_words = label_words
        self._title = title
        self._words = KeyWords.shipped()
        self._limits = limits
        self._pseudonym = pseudonym
        self._prose = prose
        self._label = label
        self._path_segments = self._words.path_segments
        self._table: dict[Treatment, Callable[[Subject, Any], Any]] = {
            Treatment.KEEP: self.keep,
            Treatment.DETECT: self.detect,
            Treatment.TOKEN: self.token,
            Treatment.SKELETON: self.skeleton,
            Treatment.TRACEBACK: self.traceback,
            Treatment.SOURCE: self.source,
            Treatment.URL: self.url,
            Treatment.SQL: self.sql,
            Treatment.HEADER: self.header,
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

    def for_texts(
        self, treatment: Treatment, content_class: ContentClass
    ) -> Callable[[str], str] | None:
        """Return what ``apply`` does to a text, as a function of the text alone.

        Returns:
            A function that never raises and counts nothing, or ``None`` if the treatment looks into
            texts, or at their keys.
        """
        pseudonym, segments, max_chars = (
            self._pseudonym,
            self._path_segments,
            self._limits.max_chars,
        )

        def marked(text: str) -> str:
            return text if not text or is_marker(text) else marker(content_class, len(text))

        def pseudonymized(text: str) -> str:
            return text if not text or is_marker(text) else pseudonym(content_class, text)

        def shortened(text: str) -> str:
            shown = None
            if text and len(text) <= max_chars and not is_marker(text):
                shown = redact_url(text, pseudonym, segments)
            return marked(text) if shown is None else shown

        match treatment:
            case Treatment.MARKER:
                return marked
            case Treatment.PSEUDONYM:
                return pseudonymized
            case Treatment.URL:
                return shortened
        return None

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

    def keep(self, subject: Subject, value: object) -> Any:
        """Keep what still looks like the value of a safe field."""
        return self._keep(subject, value, Budget(self._limits), 0)

    def _keep(self, subject: Subject, value: object, budget: Budget, depth: int) -> Any:
        budget.visit(depth)
        match value:
            case None | bool():
                return value
            case int() | float():
                return value if is_safe_number(value, subject.key) else mark(subject, value)
            case str():
                return self._keep_text(subject, value)
            case bytes() | bytearray() | memoryview():
                return mark(subject, value)
            case Mapping():
                return self.skeleton(subject, value)
            case Sequence():
                if not _is_short_list(value):
                    return marker("text", len(value))
                return [self._keep(subject, item, budget, depth + 1) for item in value]
        return DROPPED

    def _keep_text(self, subject: Subject, text: str) -> Any:
        if is_marker(text):
            return text
        if looks_like_container(text):
            return self.skeleton(subject, text)
        if subject.field.value_format is ValueFormat.NUMBER:
            known = is_number_text(text) and is_safe_number(float(text), subject.key)
            return text if known or is_code_name(text) else marker("text", len(text))
        if subject.key.endswith(_ROUTE_KEYS):
            route = redact_route(text, self._path_segments)
            return marker("text", len(text)) if route is None else route
        if is_opaque(text, subject.key) or self._pseudonym.made(text):
            return text
        if text and not is_label(text, self._label_words):
            return self._unlabelled(subject, text)
        # A name of a person has two words; one word may be anybody's name, and is a tool's.
        scrubber = self._title if " " in text else self._label
        return scrubber.scrub(text, subject.report, tenant=subject.tenant)

    def _unlabelled(self, subject: Subject, text: str) -> str:
        """Mark a text that is no label, by the entity where it is one and nothing else."""
        if len(text) <= _MAX_LIST_CHARS:
            scrubbed = self._label.scrub(text, subject.report, tenant=subject.tenant)
            if is_marker(scrubbed):
                return scrubbed
        return marker("text", len(text))

    def detect(self, subject: Subject, value: object) -> Any:
        """Keep text without the entities and secrets in it, at any depth."""
        walk = Walk(Budget(self._limits), self._prose, subject.report, subject.tenant)
        return walk.of(value, subject.key)

    def token(self, subject: Subject, value: object) -> Any:
        """Keep a flag, a short number or a word of code; reduce structure to its skeleton.

        Any other single word becomes a pseudonym, by which operators can still group.
        """
        match value:
            case None:
                return value
            case bool():
                return value if is_code_name(subject.key) else mark(subject, value)
            case int() | float():
                return value if self._is_measure(subject, value) else mark(subject, value)
            case str() if not value or is_marker(value) or self._pseudonym.made(value):
                return value
            case str() if is_number_text(value):
                known = self._is_measure(subject, float(value), text=True)
                return value if known else mark(subject, value)
            case str() if subject.field.value_format is ValueFormat.NUMBER:
                return mark(subject, value)
            case str() if is_work_id(value, subject.key) or is_instant_text(value, subject.key):
                return value
            case str() if is_token(value):
                known = is_code_name(value)
                return value if known else self._pseudonym(subject.field.content_class, value)
            case str() if is_opaque(value, subject.key):
                return self._pseudonym(subject.field.content_class, value)
            case str() if not looks_like_container(value):
                return mark(subject, value)
            case str() | Mapping() | Sequence():
                return self.skeleton(subject, value)
        return DROPPED

    def skeleton(self, subject: Subject, value: object) -> Any:
        """Keep structure, never text."""
        budget = Budget(self._limits)
        walk = Skeleton(subject.field.content_class, budget, self._pseudonym)
        if holds_settings(subject.field, subject.key):
            return walk.of_settings(value)
        return walk.of_figures(value) if holds_figures(subject.field) else walk.of(value)

    def _is_measure(self, subject: Subject, value: int | float, *, text: bool = False) -> bool:
        """Say whether a number of an unclassified field says how much, and not who."""
        hint = self._words.judge(subject.key)
        if hint.guarded and text:
            return False
        return is_tiny_number(value) or (
            hint.measure and not hint.guarded and is_amount(value, subject.key)
        )

    def traceback(self, subject: Subject, value: object) -> Any:
        """Keep a stack trace's types and places, of a message the type, and of a flag all."""
        if isinstance(value, bool):
            return value if is_code_name(subject.key) else mark(subject, value)
        stack = _STACK_WORDS.intersection(split_words(subject.key[-_KEY_END:]))
        return self._texts(subject, value, redact_traceback if stack else redact_message)

    def source(self, subject: Subject, value: object) -> Any:
        """Keep where in the program something happened; any other path names what people chose."""
        is_code = subject.key.startswith("code.")
        return self._texts(subject, value, redact_code_path) if is_code else mark(subject, value)

    def header(self, subject: Subject, value: object) -> Any:
        """Keep the known products of a ``User-Agent``."""
        words = split_words(subject.key[-_KEY_END:])
        agent = "user" in words and "agent" in words
        return self._texts(subject, value, redact_user_agent) if agent else mark(subject, value)

    def url(self, subject: Subject, value: object) -> Any:
        """Keep a URL's scheme, port and template."""

        def shorten(text: str) -> str | None:
            return redact_url(text, self._pseudonym, self._path_segments)

        return self._texts(subject, value, shorten)

    def sql(self, subject: Subject, value: object) -> Any:
        """Keep a statement without its literals; a document's query keeps its structure."""
        if isinstance(value, str) and looks_like_container(value):
            return self.skeleton(subject, value)

        def redact(text: str) -> str | None:
            return redact_sql(text, self._identifier) or redact_command(text)

        return self._texts(subject, value, redact, _MAX_SQL_CHARS)

    def _identifier(self, name: str) -> str:
        """Keep a table's or a column's name in words of code; others are named after tenants."""
        kept = self._pseudonym.made(name) or all(map(is_key_word, split_words(name)))
        return name if kept else self._pseudonym(ContentClass.DB_STATEMENT, name)

    def _texts(
        self,
        subject: Subject,
        value: object,
        redact: Callable[[str], str | None],
        max_chars: int | None = None,
    ) -> Any:
        """Apply a function to a text or a list of texts, and mark everything else."""
        limits = self._limits
        if max_chars is not None:
            limits = limits.model_copy(update={"max_chars": min(max_chars, limits.max_chars)})
        budget = Budget(limits)

        def one(text: str) -> Any:
            budget.visit(0)
            if not text or is_marker(text) or not budget.admits(text):
                return mark(subject, text)
            redacted = redact(text)
            return mark(subject, text) if redacted is None else redacted

        match value:
            case str():
                return one(value)
            case list() | tuple() if all(isinstance(item, str) for item in value):
                return [one(item) for item in value]
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


def _is_short_list(value: Sequence[Any]) -> bool:
    """Say whether a list is one of labels or numbers and not a text cut into words."""
    texts = (item for item in value if isinstance(item, str) and not is_marker(item))
    return len(value) <= _MAX_ITEMS and sum(map(len, texts)) <= _MAX_LIST_CHARS


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
