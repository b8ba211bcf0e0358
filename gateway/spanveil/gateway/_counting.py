"""What redaction did, counted under the names that operators know, for each sink."""

from spanveil.config import GatewayConfig
from spanveil.gateway._pipeline import Redacted
from spanveil.gateway._signals import SIGNALS, Signal
from spanveil.gateway._stats import Stats


def begin(stats: Stats, gateway: GatewayConfig) -> None:
    """Show what alerts look at as 0 from the start.

    A series that first appears with a value has not grown in Prometheus' eyes: the first spans that
    a sink refuses would raise no alert.

    Args:
        stats: Where to count.
        gateway: Names the sinks and the receivers.
    """
    receivers = (("grpc", gateway.receivers.grpc), ("http", gateway.receivers.http))
    for counted in sorted({spec.counted for spec in SIGNALS.values()}):
        for sink in gateway.sinks:
            for verb in ("sent", "send_failed", "enqueue_failed"):
                stats.add(f"otelcol_exporter_{verb}_{counted}", 0, exporter=sink.name)
        for transport, address in receivers:
            if address is None:
                continue
            for verb in ("accepted", "refused"):
                labels = {"receiver": "otlp", "transport": transport}
                stats.add(f"otelcol_receiver_{verb}_{counted}", 0, **labels)


def count_accepted(stats: Stats, signal: Signal, transport: str, redacted: Redacted) -> None:
    """Count a request that was redacted and is safe now.

    Args:
        stats: Where to count.
        signal: Which request it was.
        transport: ``grpc`` or ``http``.
        redacted: What became of it.
    """
    labels = {"receiver": "otlp", "transport": transport}
    stats.add("otelcol_receiver_requests", 1, outcome="success", **labels)
    stats.add(f"otelcol_receiver_accepted_{SIGNALS[signal].counted}", redacted.items, **labels)
    of_signal = {"otel_signal": str(signal)}
    incoming = redacted.items + redacted.rejected
    stats.add("otelcol_processor_incoming_items", incoming, **of_signal)
    stats.add("otelcol_processor_outgoing_items", redacted.items, **of_signal)
    if redacted.outcomes:
        first = redacted.outcomes[0][1]
        if first.stripped:
            stats.add("spanveil_stripped_attributes", first.stripped, **of_signal)
        if first.discarded:
            stats.add("spanveil_discarded_fields", first.discarded, **of_signal)
    _count_redactions(stats, redacted)


def _count_redactions(stats: Stats, redacted: Redacted) -> None:
    # Sinks with one profile share the work; each is counted as what it gets.
    for form, outcome in redacted.outcomes:
        report = outcome.report
        for sink in form.sinks:
            for (content_class, treatment), number in report.fields.items():
                stats.add(
                    "spanveil_redacted_fields",
                    number,
                    content_class=content_class,
                    treatment=treatment,
                    profile=form.profile,
                    exporter=sink,
                )
            for entity, number in report.entities.items():
                stats.add("spanveil_redacted_entities", number, entity=entity, exporter=sink)
            for cause, number in report.errors.items():
                stats.add("spanveil_redaction_errors", number, cause=cause, exporter=sink)
            for cause, number in outcome.rejections.items():
                stats.add("spanveil_rejected_items", number, cause=cause, exporter=sink)
