"""Spans, log records and metrics: every string-bearing field of each, redacted in place."""

import re
from typing import Any, Final

from opentelemetry.proto.trace.v1.trace_pb2 import Status

from spanveil.config import ContentClass
from spanveil.gateway._fields import Fields, check_ids
from spanveil.gateway._signals import Signal, data_points
from spanveil.redaction import Position

# UCUM's forms that instruments use ("ms", "By/s", "{token}", "1"), as the SDK's processors take
# them.
_UNIT: Final = re.compile(
    r"[A-Za-z0-9%.*^()-]{0,8}(?:\{[a-z_]{1,24}\})?(?:/[A-Za-z]{1,6})?", re.ASCII
)


def redact_item(
    signal: Signal, item: Any, fields: Fields, outer_tag: str | None = None
) -> tuple[bool, str | None]:
    """Redact one item in place.

    Args:
        signal: What it is an item of.
        item: A span, a log record or a metric.
        fields: How to redact.
        outer_tag: The tag of its scope or resource, if any.

    Returns:
        Whether it changed, and the believed tag that it carries.

    Raises:
        FieldError: It cannot be redacted.
    """
    fields.begin(is_item=True)
    match signal:
        case Signal.TRACES:
            return _span(item, fields, outer_tag)
        case Signal.LOGS:
            return _log_record(item, fields, outer_tag)
        case Signal.METRICS:
            return _metric(item, fields, outer_tag)


def by_tag(signal: Signal, item: Any, fields: Fields) -> list[Any]:
    """Return a metric in pieces whose data points have one believed tag each.

    Any other item carries one tag, and is returned as it is.
    """
    if signal is not Signal.METRICS:
        return [item]
    groups: dict[str | None, list[Any]] = {}
    for point in data_points(item):
        groups.setdefault(fields.tag_of(point.attributes), []).append(point)
    if len(groups) < 2:
        return [item]
    pieces = []
    for group in groups.values():
        piece = type(item)()
        piece.CopyFrom(item)
        points = data_points(piece)
        del points[:]
        points.extend(group)
        pieces.append(piece)
    return pieces


def redact_resource(resource: Any, fields: Fields) -> tuple[bool, str | None]:
    """Redact a resource in place, as ``redact_item`` does."""
    fields.begin(is_item=False)
    attributes = fields.attributes(resource.attributes, "resource")
    changed = attributes.changed
    present = {pair.key for pair in resource.attributes}
    for entity in resource.entity_refs:
        changed |= fields.schema_url(entity)
        changed |= fields.name(entity, "type", Position.EVENT)
        for keys in (entity.id_keys, entity.description_keys):
            kept = [key for key in keys if key in present]
            if len(kept) != len(keys):
                keys[:] = kept
                changed = True
    return changed, attributes.tag


def redact_scope(scope: Any, fields: Fields) -> tuple[bool, str | None]:
    """Redact an instrumentation scope in place, as ``redact_item`` does."""
    fields.begin(is_item=False)
    attributes = fields.attributes(scope.attributes, "span")
    changed = fields.name(scope, "name", Position.SCOPE)
    changed |= fields.name(scope, "version", Position.VERSION)
    return changed or attributes.changed, attributes.tag


def _span(span: Any, fields: Fields, outer_tag: str | None) -> tuple[bool, str | None]:
    check_ids(span, "trace_id", "span_id", "parent_span_id")
    attributes = fields.item_attributes(span.attributes, "span", outer_tag)
    changed = attributes.changed
    changed |= fields.name(span, "name", Position.SPAN, attributes.kept)
    changed |= fields.cleared(span, "trace_state")
    for event in span.events:
        found = fields.attributes(event.attributes, "span")
        changed |= found.changed | fields.name(event, "name", Position.EVENT)
    for link in span.links:
        check_ids(link, "trace_id", "span_id")
        changed |= fields.attributes(link.attributes, "span").changed
        changed |= fields.cleared(link, "trace_state")
    if span.HasField("status"):
        if span.status.code == Status.STATUS_CODE_ERROR:
            changed |= fields.text(span.status, "message", ContentClass.EXCEPTION_TEXT)
        else:  # only an error has a description (OpenTelemetry specification, "Set Status")
            changed |= fields.cleared(span.status, "message")
    return changed, attributes.tag


def _log_record(record: Any, fields: Fields, outer_tag: str | None) -> tuple[bool, str | None]:
    check_ids(record, "trace_id", "span_id")
    attributes = fields.item_attributes(record.attributes, "log", outer_tag)
    # GenAI events carry messages as structured bodies; a text is what somebody wrote to a logger.
    is_text = record.body.WhichOneof("value") == "string_value"
    content_class = ContentClass.LOG_TEXT if is_text else ContentClass.MESSAGE_PAYLOAD
    changed = attributes.changed | fields.body(record, "body", content_class)
    changed |= fields.name(record, "event_name", Position.EVENT)
    changed |= fields.name(record, "severity_text", Position.EVENT)
    return changed, attributes.tag


def _metric(metric: Any, fields: Fields, outer_tag: str | None) -> tuple[bool, str | None]:
    changed = fields.name(metric, "name", Position.METRIC)
    changed |= fields.name(metric, "description", Position.METRIC)
    if not _UNIT.fullmatch(metric.unit):
        metric.unit = "1"
        changed = True
    changed |= fields.attributes(metric.metadata, "metric").changed
    tag: str | None = None
    for point in data_points(metric):
        found = fields.point_attributes(point.attributes, outer_tag)
        changed |= found.changed
        tag = tag or found.tag
        for exemplar in getattr(point, "exemplars", ()):
            check_ids(exemplar, "trace_id", "span_id")
            changed |= fields.attributes(exemplar.filtered_attributes, "metric").changed
    return changed, tag
