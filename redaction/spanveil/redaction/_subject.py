"""What is known of a value besides itself, and what stands for one that nothing is kept of."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from spanveil.config import CatalogueField
from spanveil.redaction._marker import DROPPED, is_marker, marker
from spanveil.redaction._report import Report


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
