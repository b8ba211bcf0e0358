"""Context on its way in."""

from typing import Any, Final

from opentelemetry import baggage as otel_baggage
from opentelemetry.context import Context, create_key, get_value, set_value
from opentelemetry.propagators.textmap import Getter
from opentelemetry.trace import (
    INVALID_SPAN,
    NonRecordingSpan,
    SpanContext,
    TraceFlags,
    get_current_span,
    set_span_in_context,
)

from spanveil.propagators._baggage import parse_baggage
from spanveil.propagators._counts import CONTINUED, FAILED, RESTARTED, Counts
from spanveil.propagators._headers import BAGGAGE, TENANT, TRACEPARENT, TRACESTATE
from spanveil.propagators._ingress import Ingress
from spanveil.propagators._tenant import is_tag
from spanveil.propagators._traceparent import parse_traceparent, parse_tracestate

REMOTE_KEY: Final = create_key("spanveil.remote_span")
"""Where the OpenTelemetry context keeps the span that an untrusted caller named."""
_CLAIM: Final = create_key("spanveil.claimed_tenant")


class Extractor:
    """Read an incoming carrier by allowlist.

    Args:
        ingress: Whose context is continued.
        counts: Where restarts and faults are counted.
    """

    __slots__ = ("_counts", "_ingress")

    def __init__(self, ingress: Ingress, counts: Counts) -> None:
        self._ingress = ingress
        self._counts = counts

    def extract(self, carrier: Any, context: Context | None, getter: Getter[Any]) -> Context:
        """Return the context for the work that this carrier starts. Never raises."""
        base = clean(Context() if context is None else context)
        try:
            return self._extract(carrier, base, getter)
        except Exception:
            self._counts.add(FAILED, "extract")
            return base

    def _extract(self, carrier: Any, base: Context, getter: Getter[Any]) -> Context:
        remote = parse_traceparent(_strings(getter.get(carrier, TRACEPARENT)))
        if not self._ingress.trusts(carrier):
            self._counts.add(RESTARTED)
            return base if remote is None else set_value(REMOTE_KEY, _bare(remote), base)
        self._counts.add(CONTINUED)
        context = base
        if remote is not None:
            state = parse_tracestate(_strings(getter.get(carrier, TRACESTATE)))
            remote = SpanContext(remote.trace_id, remote.span_id, True, remote.trace_flags, state)
            context = set_span_in_context(NonRecordingSpan(remote), context)
        claim = _strings(getter.get(carrier, TENANT))
        if len(claim) == 1 and is_tag(claim[0]):
            context = set_value(_CLAIM, claim[0], context)
        headers = _strings(getter.get(carrier, BAGGAGE))
        for key, value in parse_baggage(headers, self._ingress.baggage).items():
            context = otel_baggage.set_baggage(key, value, context)
        return context


def clean(context: Context) -> Context:
    """Return a context without what another propagator of a composite took from the carrier."""
    if get_current_span(context).get_span_context().is_remote:
        context = set_span_in_context(INVALID_SPAN, context)
    return otel_baggage.clear(context) if otel_baggage.get_all(context) else context


def restarted_from(context: Context | None) -> SpanContext | None:
    """Return the remote span that an untrusted edge named, for one link and nothing else."""
    remote = get_value(REMOTE_KEY, context)
    return remote if isinstance(remote, SpanContext) else None


def claimed_tenant_tag(context: Context | None = None) -> str | None:
    """Return the tenant tag that a trusted peer claims, for correlation only.

    It is a header's value. It never becomes a `RequestContext`, and no decision may rest on it.
    """
    claim = get_value(_CLAIM, context)
    return claim if isinstance(claim, str) else None


def _bare(remote: SpanContext) -> SpanContext:
    # Neither flags nor state: a stranger must not force or suppress our sampling.
    return SpanContext(remote.trace_id, remote.span_id, True, TraceFlags(TraceFlags.DEFAULT))


def _strings(values: list[Any] | None) -> list[str]:
    # A JSON carrier (MCP) can hold anything; a getter may return a bare string.
    if isinstance(values, str):
        return [values]
    return [value for value in values or () if isinstance(value, str)]
