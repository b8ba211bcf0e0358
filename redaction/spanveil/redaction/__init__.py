"""The pure engine: values in, redacted values and a report out."""

from spanveil.redaction._marker import DROPPED, is_marker
from spanveil.redaction._names import Position
from spanveil.redaction._plan import Plan
from spanveil.redaction._redactor import Redactor
from spanveil.redaction._report import Report

__all__ = ["DROPPED", "Plan", "Position", "Redactor", "Report", "is_marker"]
