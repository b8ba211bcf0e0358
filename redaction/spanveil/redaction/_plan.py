"""The treatment of one key, decided once."""

from collections.abc import Callable, Sequence
from typing import Any, Final, NamedTuple

from spanveil.config import CatalogueField, ContentClass, Treatment
from spanveil.redaction._report import Report
from spanveil.redaction._subject import Subject


class Way(NamedTuple):
    """How an attribute is treated, whatever its value.

    Attributes:
        field: What is known of its key.
        decision: The key's class and treatment, as reports count them.
        treat: The treatment.
        shown: The key as it is shown; ``None`` if a marker stands for it.
        text: What a text becomes, where that takes nothing but the text. It never raises, and
            nothing but the field is to be counted. ``None`` for a text that takes more.
        integer: The same for an integer (not a flag).
    """

    field: CatalogueField
    decision: tuple[ContentClass, Treatment]
    treat: Callable[[Subject, Any], Any]
    shown: str | None
    text: Callable[[str], str | None] | None = None
    integer: Callable[[int], Any] | None = None


Treat = Callable[[Way, Subject, object], Any]
Texts = Callable[[Sequence[str]], Sequence[str | None]]


class Plan:
    """Redact values of one key, as ``Redactor.attributes`` does.

    Args:
        way: How the key is treated.
        key: The key.
        treat: Applies a treatment, and never raises.
        texts: See below.

    Attributes:
        decision: The key's class and treatment, as reports count them.
        text: As of ``Way``.
        texts: The same for many texts; ``None`` where ``text`` is.
        integer: As of ``Way``.
    """

    __slots__ = ("_key", "_treat", "_way", "decision", "integer", "text", "texts")

    def __init__(self, way: Way, key: str, treat: Treat, texts: Texts | None = None) -> None:
        self._way = way
        self._key = key
        self._treat = treat
        self.text: Final = way.text
        self.texts: Final = texts
        self.integer: Final = way.integer
        self.decision: Final[tuple[ContentClass, Treatment]] = way.decision

    def __call__(self, value: object, report: Report) -> Any:
        """Return a value redacted, and count in ``report``."""
        way = self._way
        return self._treat(way, Subject(way.field, self._key, "", report), value)
