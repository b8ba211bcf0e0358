"""The pure engine: values in, redacted values and a report out."""

from spanveil.redaction._explanation import Explanation, explain_key
from spanveil.redaction._marker import DROPPED, is_marker
from spanveil.redaction._names import Position
from spanveil.redaction._plan import Plan
from spanveil.redaction._redactor import Redactor
from spanveil.redaction._report import Report

__all__ = [
    "DROPPED",
    "Explanation",
    "Plan",
    "Position",
    "Redactor",
    "Report",
    "explain_key",
    "is_marker",
]
