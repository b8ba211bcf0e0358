"""What the admin page's preview shows: a payload before and after, field by field, with reasons."""

import json
from typing import Any

from spanveil.config import ConfigError
from spanveil.gateway._differences import differences
from spanveil.gateway._otlp_json import decode, encode
from spanveil.gateway._pipeline import Pipeline
from spanveil.gateway._reasons import Reasons
from spanveil.gateway._signals import SIGNALS, Signal


def preview(pipeline: Pipeline, sink: str, signal: str, payload: bytes) -> dict[str, Any]:
    """Redact an OTLP JSON request as a sink would see it. Nothing is kept.

    Args:
        pipeline: The redaction.
        sink: The sink's name.
        signal: ``traces``, ``metrics`` or ``logs``.
        payload: The request in OTLP's JSON encoding.

    Returns:
        ``profile``, ``before``, ``after``, ``changes`` (path, old, new, why), ``reasons`` (class,
        treatment, count), ``rejected``, ``stripped`` and ``discarded``.

    Raises:
        PayloadError: The payload is no such request.
        ConfigError: There is no such sink or signal.
    """
    form = pipeline.form_of(sink)
    if form is None or signal not in tuple(Signal):
        raise ConfigError("preview", "sink", "a configured sink and a signal")
    kind = Signal(signal)
    raw = decode(kind, payload)
    outcome = form.core.redact(kind, raw)
    request = SIGNALS[kind].request
    before = json.loads(encode(request.FromString(raw)))
    # One request after the other is one request.
    after = json.loads(encode(request.FromString(b"".join(part.body for part in outcome.parts))))
    why = Reasons(form.core.redactor)
    return {
        "profile": form.profile,
        "before": before,
        "after": after,
        "changes": [
            {"path": one.path, "before": one.old, "after": one.new, "why": why.of(one, signal)}
            for one in differences(before, after)
        ],
        "reasons": [
            {"class": content_class, "treatment": treatment, "count": number}
            for (content_class, treatment), number in sorted(outcome.report.fields.items())
        ],
        "rejected": outcome.rejected,
        "stripped": outcome.stripped,
        "discarded": outcome.discarded,
    }
