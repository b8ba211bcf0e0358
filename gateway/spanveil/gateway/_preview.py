"""What the admin page's preview shows: a payload before and after, field by field, with reasons."""

import json
from collections.abc import Iterator
from typing import Any

from spanveil.config import ConfigError
from spanveil.gateway._otlp_json import decode, encode
from spanveil.gateway._pipeline import Pipeline
from spanveil.gateway._signals import SIGNALS, Signal


def preview(pipeline: Pipeline, sink: str, signal: str, payload: bytes) -> dict[str, Any]:
    """Redact an OTLP JSON request as a sink would see it. Nothing is kept.

    Args:
        pipeline: The redaction.
        sink: The sink's name.
        signal: ``traces``, ``metrics`` or ``logs``.
        payload: The request in OTLP's JSON encoding.

    Returns:
        ``before``, ``after``, ``changes`` (path, old, new) and ``reasons`` (class, treatment,
        count).

    Raises:
        PayloadError: The payload is no such request.
        ConfigError: There is no such sink or signal.
    """
    form = next((form for form in pipeline.forms if sink in form.sinks), None)
    if form is None or signal not in tuple(Signal):
        raise ConfigError("preview", "sink", "a configured sink and a signal")
    kind = Signal(signal)
    raw = decode(kind, payload)
    outcome = form.core.redact(kind, raw)
    before = json.loads(encode(SIGNALS[kind].request.FromString(raw)))
    after = [
        json.loads(encode(SIGNALS[kind].request.FromString(part.body))) for part in outcome.parts
    ]
    shown = after[0] if after else {}
    return {
        "profile": form.profile,
        "before": before,
        "after": shown,
        "changes": [
            {"path": path, "before": old, "after": new}
            for path, old, new in _changes("", before, shown)
        ],
        "reasons": [
            {"class": content_class, "treatment": treatment, "count": number}
            for (content_class, treatment), number in sorted(outcome.report.fields.items())
        ],
        "rejected": outcome.rejected,
        "stripped": outcome.stripped,
    }


def _changes(path: str, old: Any, new: Any) -> Iterator[tuple[str, Any, Any]]:
    if old == new:
        return
    if isinstance(old, dict) and isinstance(new, dict):
        for key in {**old, **new}:
            yield from _changes(f"{path}.{key}" if path else key, old.get(key), new.get(key))
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for number, pair in enumerate(zip(old, new, strict=True)):
            name = pair[0].get("key") if isinstance(pair[0], dict) else None
            yield from _changes(f"{path}[{name or number}]", *pair)
    else:
        yield path, old, new
