"""SDK adapters: tag at start, redact before any exporter, and a guard that nothing gets around."""

from spanveil.processors._configure import configure, protect
from spanveil.processors._counters import Counters
from spanveil.processors._log import LogRedactor
from spanveil.processors._log_exporter import RedactingLogRecordExporter
from spanveil.processors._log_guard import TenantLogRecordProcessor
from spanveil.processors._protection import Protection
from spanveil.processors._self_test import UnguardedError
from spanveil.processors._span import SpanRedactor
from spanveil.processors._span_exporter import RedactingSpanExporter
from spanveil.processors._span_processor import TenantSpanProcessor

__all__ = [
    "Counters",
    "LogRedactor",
    "Protection",
    "RedactingLogRecordExporter",
    "RedactingSpanExporter",
    "SpanRedactor",
    "TenantLogRecordProcessor",
    "TenantSpanProcessor",
    "UnguardedError",
    "configure",
    "protect",
]
