"""Redact OTLP in its JSON encoding, as a Collector's file exporter writes it.

Names are those of opentelemetry-proto 1.x in lower camel case (OTLP specification, "JSON Protobuf
Encoding"). A field that this module does not know is dropped: it could hold anything.
"""

from typing import Any, Final

from spanveil.config import ContentClass
from spanveil.redaction import DROPPED, Position, Redactor, Report

_ROOTS: Final = ("resourceSpans", "resourceLogs", "resourceMetrics")
LISTS: Final = frozenset(
    {"scopeSpans", "scopeLogs", "scopeMetrics", "spans", "logRecords", "metrics", "events", "links"}
    | {"dataPoints", "exemplars", *_ROOTS}
)
MAPS: Final = frozenset(
    {"resource", "scope", "status", "gauge", "sum", "histogram", "exponentialHistogram", "summary"}
    | {"positive", "negative"}
)
PLAIN: Final = frozenset(
    {"traceId", "spanId", "parentSpanId", "kind", "flags", "code", "severityNumber", "isMonotonic"}
    | {"startTimeUnixNano", "endTimeUnixNano", "timeUnixNano", "observedTimeUnixNano", "asInt"}
    | {"asDouble", "count", "sum", "min", "max", "bucketCounts", "explicitBounds", "scale"}
    | {"zeroCount", "zeroThreshold", "offset", "aggregationTemporality", "quantileValues"}
    | {"droppedAttributesCount", "droppedEventsCount", "droppedLinksCount"}
)
POSITIONS: Final = {
    "spans": Position.SPAN,
    "events": Position.EVENT,
    "scope": Position.SCOPE,
    "metrics": Position.METRIC,
}


def is_otlp(document: object) -> bool:
    """Say whether a parsed JSON value is an OTLP request."""
    return isinstance(document, dict) and any(
        isinstance(document.get(root), list) for root in _ROOTS
    )


def redact_otlp(document: dict[str, Any], redactor: Redactor, report: Report) -> dict[str, Any]:
    """Return an OTLP request with every field that carries text redacted."""
    signal = "metric" if "resourceMetrics" in document else "span"
    return _Walk(redactor, report, signal).item(document, "")


class _Walk:
    def __init__(self, redactor: Redactor, report: Report, signal: str) -> None:
        self._redactor = redactor
        self._report = report
        self._signal = signal

    def item(self, item: dict[str, Any], parent: str) -> dict[str, Any]:
        shown: dict[str, Any] = {}
        kept: set[str] = set()
        if isinstance(item.get("attributes"), list):
            values, kept = self._attributes(item["attributes"])
            shown["attributes"] = values
        for field, value in item.items():
            if field != "attributes":
                self._field(field, value, parent, kept, shown)
        return shown

    def _field(
        self, field: str, value: Any, parent: str, kept: set[str], shown: dict[str, Any]
    ) -> None:
        if field in LISTS and isinstance(value, list):
            shown[field] = [self.item(v, field) for v in value if isinstance(v, dict)]
        elif field in MAPS and isinstance(value, dict):
            shown[field] = self.item(value, field)
        elif field in PLAIN and is_plain(value):
            shown[field] = value
        elif field == "body" and isinstance(value, dict):
            shown[field] = self._value(plain_value(value, 0), ContentClass.LOG_TEXT)
        elif field in {"name", "eventName"} and isinstance(value, str):
            position = POSITIONS.get(parent, Position.EVENT)
            shown[field], _ = self._redactor.name(value, position, kept)
        elif field == "version" and isinstance(value, str):
            shown[field], _ = self._redactor.name(value, Position.VERSION)
        elif field in {"unit", "severityText", "schemaUrl", "description", "message", "traceState"}:
            shown[field] = self._text(field, value)

    def _text(self, field: str, value: object) -> str:
        if not isinstance(value, str) or not value:
            return ""
        if field == "traceState":
            return ""  # vendors put anything there
        if field in {"unit", "severityText", "schemaUrl"}:
            return self._redactor.name(value, Position.EVENT)[0]
        shown, report = self._redactor.text(value, ContentClass.EXCEPTION_TEXT)
        self._report.merge(report)
        return shown

    def _value(self, value: object, content_class: ContentClass) -> dict[str, Any]:
        shown, report = self._redactor.value(value, content_class)
        self._report.merge(report)
        return _any_value(shown)

    def _attributes(self, pairs: list[Any]) -> tuple[list[dict[str, Any]], set[str]]:
        given = {
            str(pair["key"]): plain_value(pair.get("value"), 0)
            for pair in pairs
            if isinstance(pair, dict) and "key" in pair
        }
        shown, report = self._redactor.attributes(given, signal=self._signal)
        self._report.merge(report)
        same = {v for k, v in shown.items() if isinstance(v, str) and given.get(k) == v}
        return [{"key": k, "value": _any_value(v)} for k, v in shown.items()], same


def is_plain(value: object) -> bool:
    """Say whether a value is a number or an identifier of OTLP's own, lists of them included."""
    if isinstance(value, list):
        return all(isinstance(v, int | float | str) and is_plain(v) for v in value)
    if isinstance(value, str):
        return len(value) <= 32 and all(c in "0123456789abcdefABCDEF.-" for c in value)
    return isinstance(value, int | float | bool)


def plain_value(value: object, depth: int) -> Any:
    """Return an ``AnyValue`` as a plain value; what is none, or too deep, as a marker."""
    if not isinstance(value, dict) or depth > 64:
        return DROPPED
    match value:
        case {"arrayValue": {"values": list(values)}}:
            return [plain_value(v, depth + 1) for v in values]
        case {"kvlistValue": {"values": list(pairs)}}:
            return {
                str(p.get("key")): plain_value(p.get("value"), depth + 1)
                for p in pairs
                if isinstance(p, dict)
            }
        case {"intValue": str(number)}:
            return (
                int(number) if number.removeprefix("-").isdigit() and len(number) < 21 else DROPPED
            )
        case {"stringValue": str() as plain} | {"boolValue": bool() as plain}:
            return plain
        case {"intValue": int() as number} | {"doubleValue": int() | float() as number}:
            return number
        case {"bytesValue": str(encoded)}:
            return encoded.encode()
    return None if not value else DROPPED


def _any_value(value: Any) -> dict[str, Any]:
    match value:
        case bool():
            return {"boolValue": value}
        case int():
            return {"intValue": str(value)}
        case float():
            return {"doubleValue": value}
        case str():
            return {"stringValue": value}
        case list():
            return {"arrayValue": {"values": [_any_value(v) for v in value]}}
        case dict():
            pairs = [{"key": k, "value": _any_value(v)} for k, v in value.items()]
            return {"kvlistValue": {"values": pairs}}
    return {}
