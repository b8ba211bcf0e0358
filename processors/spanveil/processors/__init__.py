"""SDK adapters: tag at start, redact before any exporter."""

from spanveil.processors._configure import Protection, configure
from spanveil.processors._counters import Counters
from spanveil.processors._span import SpanRedactor
from spanveil.processors._span_exporter import RedactingSpanExporter
from spanveil.processors._span_processor import TenantSpanProcessor

__all__ = [
    "Counters",
    "Protection",
    "RedactingSpanExporter",
    "SpanRedactor",
    "TenantSpanProcessor",
    "configure",
]
