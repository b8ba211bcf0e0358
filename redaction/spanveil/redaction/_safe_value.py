"""Values of fields that are safe by contract: what still looks like one stays."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from spanveil.config import CatalogueField, KeyWords, ValueFormat, is_code_name
from spanveil.redaction._budget import Budget
from spanveil.redaction._json import looks_like_container
from spanveil.redaction._marker import DROPPED, is_marker, marker
from spanveil.redaction._pseudonym import Pseudonymizer
from spanveil.redaction._scrub import Scrubber
from spanveil.redaction._shape import (
    is_label,
    is_number_text,
    is_opaque,
    is_random,
    is_safe_number,
    names_an_id,
)
from spanveil.redaction._subject import Subject, mark
from spanveil.redaction._url import redact_route

if TYPE_CHECKING:
    from spanveil.config import Limits

_ROUTE_KEYS: Final = ("http.route", "http.target_template", "url.template")
_MAX_ITEMS: Final = 16
_MAX_LIST_CHARS: Final = 256


class SafeValues:
    """Treat values of fields that are safe by contract.

    Args:
        limits: Bounds on the work for one value.
        pseudonym: Recognises what it made.
        label: Scrubs short values.
        title: Scrubs such values of several words.
        label_words: How many words such a value may have.
        skeleton: Treats a container.
    """

    __slots__ = (
        "_label",
        "_label_words",
        "_limits",
        "_path_segments",
        "_pseudonym",
        "_skeleton",
        "_title",
    )

    def __init__(
        self,
        limits: "Limits",
        pseudonym: Pseudonymizer,
        label: Scrubber,
        title: Scrubber,
        label_words: int,
        skeleton: Callable[[Subject, object], Any],
    ) -> None:
        self._limits = limits
        self._pseudonym = pseudonym
        self._label = label
        self._title = title
        self._label_words = label_words
        self._skeleton = skeleton
        self._path_segments = KeyWords.shipped().path_segments

    def for_texts(self, field: CatalogueField, key: str) -> Callable[[str], str | None] | None:
        """Return a function that keeps a random identifier, where a key says that it holds one.

        For any other text it returns ``None``: that has to be looked into.
        """
        if field.value_format is ValueFormat.NUMBER or key.endswith(_ROUTE_KEYS):
            return None
        if not names_an_id(key):
            return None
        return lambda text: text if is_random(text) else None

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
                return self._skeleton(subject, value)
            case Sequence():
                if not _is_short_list(value):
                    return marker("text", len(value))
                return [self._keep(subject, item, budget, depth + 1) for item in value]
        return DROPPED

    def _keep_text(self, subject: Subject, text: str) -> Any:
        if is_marker(text):
            return text
        if looks_like_container(text):
            return self._skeleton(subject, text)
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


def _is_short_list(value: Sequence[Any]) -> bool:
    """Say whether a list is one of labels or numbers and not a text cut into words."""
    texts = (item for item in value if isinstance(item, str) and not is_marker(item))
    return len(value) <= _MAX_ITEMS and sum(map(len, texts)) <= _MAX_LIST_CHARS
