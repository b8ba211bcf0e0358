"""Why a field was redacted, in the words that `spanveil explain` uses."""

from typing import Final

from spanveil.config import RESERVED_PREFIX
from spanveil.gateway._differences import Difference
from spanveil.redaction import Redactor

_NAME: Final = "a name: only words that code chose may stand here"
_POSITIONS: Final = {
    "name": _NAME,
    "eventName": _NAME,
    "severityText": _NAME,
    "description": "a description: one word may stay, nothing vouches for a text",
    "message": "exception_text: what an error says may quote what it was given",
    "traceState": "free text of any service upstream: never kept",
    "schemaUrl": "no published schema address",
    "unit": "no unit of UCUM",
    "version": "no version number",
    "body": "a log's body: text and message payloads are content",
}
_REMOVED: Final = "could not be redacted, or held nothing that may stay"


class Reasons:
    """Say why, for one redactor. Texts name classes, treatments and catalogue rows, never a value.

    Args:
        redactor: The one that made the difference.
    """

    def __init__(self, redactor: Redactor) -> None:
        self._redactor = redactor

    def of(self, difference: Difference, signal: str) -> str:
        """Return the reason for one difference.

        Args:
            difference: A field before and after.
            signal: ``traces``, ``metrics`` or ``logs``.
        """
        if difference.key is not None:
            return self._of_attribute(difference.key, difference.old, signal)
        if difference.path.endswith("(key)"):
            return "a key that could hold content"
        if f"[{RESERVED_PREFIX}" in difference.path and difference.new is None:
            return "only Spanveil writes this key, and the client is not trusted"
        last = difference.path.rpartition(".")[2].partition("[")[0]
        # A body may be an array or a map, of which a part differs.
        is_body = ".body." in f"{difference.path}."
        return _POSITIONS.get("body" if is_body else last, _REMOVED)

    def _of_attribute(self, key: str, value: object, signal: str) -> str:
        engine_signal = {"metrics": "metric", "logs": "log"}.get(signal, "span")
        _, report = self._redactor.attributes({key: value}, signal=engine_signal)
        treated = ", ".join(f"{content}, so {treatment}" for content, treatment in report.fields)
        found = ", ".join(sorted(report.entities))
        because = self._redactor.explain(key).because
        parts = [treated or "could not be treated", because, f"found: {found}" if found else ""]
        return "; ".join(part for part in parts if part)
