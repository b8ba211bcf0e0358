"""What was done, in counts. A report never holds a value or a key."""

from collections import Counter

from spanveil.config import ContentClass, Treatment


class Report:
    """Counts of treated fields and of faults.

    Attributes:
        fields: How many fields of a content class got a treatment.
        entities: How many findings of an entity type were replaced inside values.
        errors: How many fields were blanked, by cause (an exception's class name or the name of the
            exhausted budget).
        model_chars: How many characters a model of named entities was given.
    """

    __slots__ = ("entities", "errors", "fields", "model_chars")

    def __init__(self) -> None:
        self.fields: Counter[tuple[ContentClass, Treatment]] = Counter()
        self.entities: Counter[str] = Counter()
        self.errors: Counter[str] = Counter()
        self.model_chars = 0

    def merge(self, other: "Report") -> None:
        """Add another report's counts to this one."""
        self.fields.update(other.fields)
        self.entities.update(other.entities)
        self.errors.update(other.errors)
        self.model_chars += other.model_chars

    def __repr__(self) -> str:
        fields = ", ".join(f"{c}/{t}: {n}" for (c, t), n in sorted(self.fields.items()))
        entities = ", ".join(f"{kind}: {n}" for kind, n in sorted(self.entities.items()))
        errors = ", ".join(f"{cause}: {n}" for cause, n in sorted(self.errors.items()))
        return f"Report(fields={{{fields}}}, entities={{{entities}}}, errors={{{errors}}})"
