"""Tag spans when they start."""

from opentelemetry.context import Context
from opentelemetry.sdk.trace import ReadableSpan, Span, SpanProcessor

from spanveil.context import KeyRing
from spanveil.processors._counters import TAGGING_FAILED, Counters
from spanveil.processors._tenant import TenantTags, remember


class TenantSpanProcessor(SpanProcessor):
    """Capture the tenant of each span on the thread that starts it.

    A span may end on another thread, where no tenant can be seen, so the tag is taken at the start
    and kept beside the span. It is written by `RedactingSpanExporter`, last and over anything that
    the application has put under the tag's key; this processor alone changes no span.

    Args:
        key_ring: Makes the opaque tags.
        counters: Where to count a tenant that could not be resolved.
    """

    def __init__(self, key_ring: KeyRing, counters: Counters | None = None) -> None:
        self._resolve = TenantTags(key_ring).resolve
        self._counters = counters or Counters()

    def on_start(self, span: Span, parent_context: Context | None = None) -> None:
        """Capture the tag. Never raises: a span whose tenant cannot be told is unscoped."""
        try:
            remember(span.get_span_context(), self._resolve(parent_context))
        except Exception:
            self._counters.add(TAGGING_FAILED)

    def on_end(self, span: ReadableSpan) -> None:
        """Do nothing: redaction runs off the request thread, before export."""
