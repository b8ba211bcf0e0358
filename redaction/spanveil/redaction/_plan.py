"""The treatment of one key, decided once."""

from collections.abc import Callable
from typing import Any, Final

from spanveil.config import CatalogueField, ContentClass, Treatment
from spanveil.redaction._report import Report
from spanveil.redaction._subject import Subject

Treat = Callable[[Subject, Treatment, object], Any]


class Plan:
    """Redact values of one key, as ``Redactor.attributes`` does.

    Args:
        field: What is known of the key.
        key: The key.
        treatment: What it gets.
        treat: Applies a treatment, and never raises.
        text: See below.
        integer: See below.

    Attributes:
        decision: The key's class and treatment, as reports count them.
        text: What a text becomes, where that takes nothing but the text. It never raises, and
            nothing but the field is to be counted.
        integer: The same for an integer (not a flag).
    """

    __slots__ = ("_field", "_key", "_treat", "_treatment", "decision", "integer", "text")

    def __init__(
        self,
        field: CatalogueField,
        key: str,
        treatment: Treatment,
        treat: Treat,
        text: Callable[[str], str] | None = None,
        integer: Callable[[int], Any] | None = None,
    ) -> None:
        self._field = field
        self._key = key
        self._treatment: Final = treatment
        self._treat = treat
        self.text: Final = text
        self.integer: Final = integer
        self.decision: Final[tuple[ContentClass, Treatment]] = (field.content_class, treatment)

    def __call__(self, value: object, report: Report) -> Any:
        """Return a value redacted, and count in ``report``."""
        return self._treat(Subject(self._field, self._key, "", report), self._treatment, value)
