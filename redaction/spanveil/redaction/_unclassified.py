"""Values of fields that nobody vouches for: a flag, a short number or a word of code may pass."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

from spanveil.config import CatalogueField, KeyWords, ValueFormat, is_code_name
from spanveil.redaction._json import looks_like_container
from spanveil.redaction._marker import DROPPED, is_marker
from spanveil.redaction._pseudonym import Pseudonymizer
from spanveil.redaction._shape import (
    is_amount,
    is_instant_text,
    is_number_text,
    is_opaque,
    is_tiny_number,
    is_token,
    is_work_id,
)
from spanveil.redaction._subject import Subject, mark

_KEY_END: Final = 512
"""What ``KeyWords.judge`` looks at."""
_MAX_KEYS: Final = 4_096


class UnclassifiedValues:
    """Treat values of fields that no convention names.

    Args:
        pseudonym: Makes pseudonyms of words.
        skeleton: Treats a container.
    """

    __slots__ = ("_judge", "_pseudonym", "_skeleton")

    def __init__(
        self, pseudonym: Pseudonymizer, skeleton: Callable[[Subject, object], Any]
    ) -> None:
        self._pseudonym = pseudonym
        self._skeleton = skeleton
        self._judge = lru_cache(_MAX_KEYS)(KeyWords.shipped().judge)

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
                return self._skeleton(subject, value)
        return DROPPED

    def for_texts(self, field: CatalogueField, key: str) -> Callable[[str], str | None] | None:
        """Return what ``token`` makes of a word, as a function of the text alone.

        For any other text it returns ``None``: that has to be looked into.
        """
        if field.value_format is ValueFormat.NUMBER:
            return None
        pseudonymize = self._pseudonym.of(field.content_class)

        def token(text: str) -> str | None:
            # Numbers, dates, markers and containers begin with something else.
            if not text or not (text[0].isalpha() or text[0] == "_"):
                return None
            if is_work_id(text, key):
                return text
            if not is_token(text):
                return None
            return text if is_code_name(text) else pseudonymize(text)

        return token

    def _is_measure(self, subject: Subject, value: int | float, *, text: bool = False) -> bool:
        """Say whether a number of an unclassified field says how much, and not who."""
        is_tiny = is_tiny_number(value)
        if is_tiny and not text:
            return True
        hint = self._judge(subject.key[-_KEY_END:])
        if hint.guarded and text:
            return False
        return is_tiny or (hint.measure and not hint.guarded and is_amount(value, subject.key))
