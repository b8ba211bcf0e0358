"""W3C Trace Context, read and written."""

import re
from typing import Final

from opentelemetry.trace import SpanContext, TraceFlags, TraceState

_TRACEPARENT: Final = re.compile(r"([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?")
_MAX_TRACESTATE: Final = 512
"""Characters that a vendor should at least propagate (W3C Trace Context, section 3.3.1.5)."""
_MAX_STATE_MEMBERS: Final = 32
_STATE_KEY: Final = re.compile(r"[a-z0-9][a-z0-9_*/@-]{0,255}")
_STATE_VALUE: Final = re.compile(
    r"[\x20-\x2b\x2d-\x3c\x3e-\x7e]{0,255}[\x21-\x2b\x2d-\x3c\x3e-\x7e]"
)


def parse_traceparent(values: list[str] | None) -> SpanContext | None:
    """Read a ``traceparent`` (W3C Trace Context, section 3.2.2), or ``None``.

    Two headers are no header: which of them another hop believed cannot be known.
    """
    if not values or len(values) != 1 or len(values[0]) > 512:
        return None
    match = _TRACEPARENT.fullmatch(values[0].strip(" \t"))
    if match is None:
        return None
    version, trace_id, span_id, flags, rest = match.groups()
    if version == "ff" or (version == "00" and rest):
        return None
    context = SpanContext(
        int(trace_id, 16), int(span_id, 16), is_remote=True, trace_flags=TraceFlags(int(flags, 16))
    )
    return context if context.is_valid else None


def parse_tracestate(values: list[str] | None) -> TraceState | None:
    """Read a ``tracestate`` (section 3.3.1); anything malformed or too long is dropped whole.

    The stock reader is not used because it logs members that it cannot read.
    """
    text = ",".join(values or ())
    if not text or len(text) > _MAX_TRACESTATE:
        return None
    members: dict[str, str] = {}
    for member in text.split(","):
        key, equals, value = member.strip(" \t").partition("=")
        if not key and not equals:
            continue
        if not _STATE_KEY.fullmatch(key) or not _STATE_VALUE.fullmatch(value) or key in members:
            return None
        members[key] = value
    return TraceState(list(members.items())) if len(members) <= _MAX_STATE_MEMBERS else None


def format_traceparent(context: SpanContext) -> str:
    """Write version 00 with the sampled flag only."""
    sampled = context.trace_flags & TraceFlags.SAMPLED
    return f"00-{context.trace_id:032x}-{context.span_id:016x}-{sampled:02x}"
