"""The spans and fields that tell the story, for a reader who has a minute."""

from collections.abc import Sequence
from typing import Final

from examples.demo._canaries import Canary
from examples.demo._outcome import Pair, SpanPair

# One span of each kind: the first that recorded such a field.
_TELLING: Final = (
    "desk.note",  # the application's own span
    "metadata",  # OpenInference: the graph
    "llm.model_name",  # OpenInference: the model call
    "gen_ai.input.messages",  # OpenTelemetry GenAI: the same call
    "retrieval.documents.0.document.content",  # the retriever
    "event 0: exception.message",  # the tool that fails
)


def featured_spans(spans: Sequence[SpanPair]) -> list[SpanPair]:
    """Return one span of each kind, of the first tenant."""
    found = (next((span for span in spans if _recorded(span, path)), None) for path in _TELLING)
    return [span for span in found if span is not None]


def telling_fields(span: SpanPair, canaries: Sequence[Canary], limit: int) -> list[Pair]:
    """Return the fields with a canary, then those that changed, then the shortest that stayed."""

    def rank(pair: Pair) -> tuple[bool, bool, int]:
        before = pair.before or ""
        planted = any(canary.value in before for canary in canaries)
        return not planted, not pair.changed, len(before)

    chosen = {pair.path for pair in sorted(span.pairs, key=rank)[:limit]}
    return [pair for pair in span.pairs if pair.path in chosen]


def _recorded(span: SpanPair, path: str) -> bool:
    return any(pair.path == path and pair.before is not None for pair in span.pairs)
