"""Ids that we make for one call, and where an operator finds them again."""

import secrets
from typing import Any, Final
from uuid import uuid4

from opentelemetry.trace import Span, SpanKind, get_current_span

from spanveil.propagators._headers import TRACEPARENT
from spanveil.propagators._policy import DestinationClass

REQUEST_ID: Final = "spanveil.request_id"
"""Span attribute: the random id that the third party received and may have logged."""
FRESH_TRACE_ID: Final = "spanveil.egress.trace_id"
"""Span attribute: the random trace id that the third party received."""
_EVENT: Final = "spanveil.egress"


def record_request_id(destination_class: DestinationClass) -> list[tuple[str, str]]:
    """Make a random id for this call and record it on our span; derived from nothing."""
    header = destination_class.request_id_header
    if header is None:
        return []
    request_id = str(uuid4())
    _record(get_current_span(), REQUEST_ID, request_id)
    return [(header, request_id)]


def fresh_traceparent(destination_class: DestinationClass) -> list[tuple[str, str]]:
    """Make a trace id that belongs to no trace of ours, sampled flag clear, and record it."""
    if destination_class.trace_context != "fresh":
        return []
    trace_id, span_id = secrets.token_hex(16), secrets.token_hex(8)
    _record(get_current_span(), FRESH_TRACE_ID, trace_id)
    return [(TRACEPARENT, f"00-{trace_id}-{span_id}-00")]


def _record(span: Span, key: str, value: str) -> None:
    if not span.is_recording():
        return
    attributes: Any = getattr(span, "attributes", None) or {}
    # One client span can cover several requests (a redirect, a retry), and without an
    # instrumentation the current span is not the client's: then each id is an event of its own.
    if getattr(span, "kind", None) is SpanKind.CLIENT and key not in attributes:
        span.set_attribute(key, value)
    else:
        span.add_event(_EVENT, {key: value})
