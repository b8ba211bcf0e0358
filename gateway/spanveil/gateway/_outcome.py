"""What became of one request."""

from collections import Counter
from dataclasses import dataclass, field

from spanveil.redaction import Report


@dataclass(frozen=True, slots=True)
class Part:
    """Redacted items that share a tag.

    Attributes:
        tag: The believed tag, ``""`` without one.
        body: An ``Export<Signal>ServiceRequest``.
        items: How many spans, data points or log records it has.
    """

    tag: str
    body: bytes = field(repr=False)
    items: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one request.

    Attributes:
        parts: What may go on, by tag; none for an empty request.
        rejected: Items that could not be redacted and go nowhere.
        rejections: The same by cause.
        report: What the engine did.
        stripped: Reserved attributes removed because the stream is not trusted.
        discarded: Unknown protobuf fields removed.
    """

    parts: tuple[Part, ...]
    rejected: int
    rejections: Counter[str]
    report: Report
    stripped: int
    discarded: int

    @property
    def items(self) -> int:
        """How many items go on."""
        return sum(part.items for part in self.parts)
