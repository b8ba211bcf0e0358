"""Keep prose and structure, lose what detection finds: the walk of ``Treatment.DETECT``."""

from collections.abc import Mapping, Sequence
from typing import Any

from spanveil.redaction._budget import Budget, BudgetExhausted
from spanveil.redaction._json import (
    NotJSON,
    NumberText,
    RepeatedKey,
    TooDeep,
    looks_like_container,
    number_text,
    parse_container,
    write,
)
from spanveil.redaction._leaf_keys import columns_of, context_key, is_list
from spanveil.redaction._marker import DROPPED, KeyMarkers, is_marked_key, is_marker, marker
from spanveil.redaction._pseudonym import is_pseudonym
from spanveil.redaction._report import Report
from spanveil.redaction._scrub import Scrubber
from spanveil.redaction._turns import Message, Turns


class Walk:
    """Walk one attribute value and scrub its leaves.

    Args:
        budget: The bound on the walk; its exhaustion is the caller's to handle.
        scrubber: Scrubs a leaf, with its key as context.
        report: Where findings are counted.
        tenant: Keeps memories apart.
        turns: Remembers messages; ``None`` for no memory.
    """

    __slots__ = ("_budget", "_report", "_scrubber", "_tenant", "_turns")

    def __init__(
        self,
        budget: Budget,
        scrubber: Scrubber,
        report: Report,
        tenant: str,
        turns: Turns | None = None,
    ) -> None:
        self._budget = budget
        self._scrubber = scrubber
        self._report = report
        self._tenant = tenant
        self._turns = turns

    def of(self, value: object, key: str, depth: int = 0) -> Any:
        """Return a value without entities and secrets.

        Raises:
            BudgetExhausted: If the value is larger or deeper than the limits allow.
        """
        if type(value) is Message and self._turns is not None:
            return self._turns.redact(
                value,
                (key, depth),
                self._budget,
                self._report,
                lambda parsed: self.of(parsed, key, depth),
            )
        self._budget.visit(depth)
        match value:
            case None | bool():
                return value
            case str():
                return self._text(value, key, depth)
            case dict():  # what JSON is made of, before what takes longer to tell
                return self._mapping(value, key, depth)
            case list():
                return [self.of(item, key, depth + 1) for item in value]
            case int() | float() | NumberText():
                return self._number(value, key)
            case Mapping():
                return self._mapping(value, key, depth)
            case bytes() | bytearray() | memoryview():
                return marker("bytes", len(value))
            case Sequence():
                return [self.of(item, key, depth + 1) for item in value]
        return DROPPED

    def _text(self, text: str, key: str, depth: int) -> str:
        if is_marker(text) or is_pseudonym(text):
            return text
        text = encodable(text)
        if not self._budget.admits(text):
            return marker("unscanned", len(text))
        if not looks_like_container(text):
            return self._scrubber.scrub(text, self._report, key, self._tenant)
        try:
            parsed = self._turns.parse(text) if self._turns is not None and not depth else None
            parsed = parse_container(text) if parsed is None else parsed
        except TooDeep:
            raise BudgetExhausted("max_depth") from None
        except NotJSON:
            return self._scrubber.scrub(text, self._report, key, self._tenant)
        shown = self.of(parsed, key, depth + 1)
        # A text in which nothing was found stays as it was written, spaces included.
        return text if shown == parsed else write(shown)

    def _number(self, number: float | NumberText, key: str) -> Any:
        text = number_text(number)
        if len(text) < 4 or not self._scrubber.finds(text, key, self._tenant):
            return number
        self._report.entities["number"] += 1
        return marker("number", len(text))

    def _mapping(self, value: Mapping[Any, object], parent: str, depth: int) -> dict[str, Any]:
        result: dict[str, Any] = {}
        markers = KeyMarkers()
        columns = columns_of(value)
        for raw_key, item in value.items():
            if type(raw_key) is RepeatedKey:  # its name is context, and a marker stands for it
                result[raw_key] = self.of(item, context_key(raw_key.of, value, parent), depth + 1)
                continue
            key = encodable(raw_key if isinstance(raw_key, str) else str(raw_key))
            found = not is_marked_key(key, len(value)) and self._scrubber.finds_in_key(
                key, self._tenant
            )
            shown = markers.name(key, result) if found or key in result else key
            if columns and is_list(item):
                result[shown] = self._rows(item, key, columns, depth + 1)
            else:
                result[shown] = self.of(item, context_key(key, value, parent), depth + 1)
        return result

    def _rows(
        self, rows: Sequence[object], key: str, columns: tuple[str, ...], depth: int
    ) -> list[Any]:
        """Return the rows of a table, each cell of which is under the name of its column."""
        self._budget.visit(depth)
        result: list[Any] = []
        for row in rows:
            if not is_list(row) or len(row) != len(columns):
                result.append(self.of(row, key, depth + 1))
                continue
            self._budget.visit(depth + 1)
            cells = zip(row, columns, strict=True)
            result.append([self.of(cell, column, depth + 2) for cell, column in cells])
        return result


def encodable(text: str) -> str:
    """Return a text with ``?`` for lone surrogates, for which an exporter would lose its batch."""
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode()
    return text
