"""Scan OTLP and other JSON: every field that a sink's profile would change, by key."""

import json
from typing import Any, Final

from spanveil.cli._otlp_json import LISTS, MAPS, PLAIN, POSITIONS, is_plain, plain_value
from spanveil.cli._scan_findings import Findings, Place
from spanveil.config import ContentClass
from spanveil.redaction import DROPPED, Position, Redactor, Report

_NAMES: Final = frozenset({"name", "eventName", "version", "unit", "severityText", "schemaUrl"})
_TEXTS: Final = frozenset({"description", "message", "traceState"})
_ATTRIBUTES: Final = frozenset({"attributes", "filteredAttributes", "metadata"})
_LISTS: Final = LISTS | {"quantileValues"}
_SIGNALS: Final = {"resourceMetrics": "metric", "resourceLogs": "log"}
_MAX_DEPTH: Final = 64


class DocumentScan:
    """Look at parsed documents, for one profile.

    Args:
        redactor: The engine with the sink's profile: what it changes must not leave.
        detecting: The engine with the profile ``diagnostic``, which says what stands in a value.
        findings: What is found is added.
    """

    def __init__(self, redactor: Redactor, detecting: Redactor, findings: Findings) -> None:
        self._redactor = redactor
        self._detecting = detecting
        self._findings = findings
        self._file = ""
        self._signal = "span"

    def otlp(self, file: str, document: dict[str, Any]) -> None:
        """Look at an OTLP request in its JSON encoding."""
        self._file = file
        self._signal = next((s for root, s in _SIGNALS.items() if root in document), "span")
        self._item(document, "", "", 0)

    def other(self, file: str, document: Any) -> None:
        """Look at any JSON value: by its keys, and by what its texts hold."""
        self._file = file
        self._leaf(document, "", 0)

    def unknown_fields(self, file: str, size: int) -> None:
        """Count what a protobuf request holds that the schema does not know."""
        self._findings.add(Place(file, "unknown protobuf fields", "unknown"), size, {})

    def _item(self, item: dict[str, Any], path: str, parent: str, depth: int) -> None:
        if depth > _MAX_DEPTH:
            self._too_deep()
            return
        kept: set[str] = set()
        for field in sorted(_ATTRIBUTES & item.keys()):
            if isinstance(item[field], list):
                kept |= self._attributes(item[field], path, field)
        for field, value in item.items():
            inner = f"{path}.{field}" if path else field
            if field in _LISTS and isinstance(value, list):
                for each in value:
                    if isinstance(each, dict):
                        self._item(each, inner, field, depth + 1)
                    elif each:
                        self._add(inner, "unknown", each)
            elif field in MAPS and isinstance(value, dict):
                self._item(value, inner, field, depth + 1)
            elif field == "body" and isinstance(value, dict):
                self._value(inner, self._plain(inner, value), ContentClass.LOG_TEXT)
            elif field in _NAMES | _TEXTS and isinstance(value, str):
                self._text(inner, field, value, parent, kept)
            elif not (field in _ATTRIBUTES or _is_harmless(field, value)):
                # Its name is not printed: a field that OTLP does not have can be called anything.
                self._add(f"{path}.(unknown field)", "unknown", value)

    def _text(self, path: str, field: str, value: str, parent: str, kept: set[str]) -> None:
        if field == "traceState":
            if value:  # vendors put anything there
                self._add(path, "trace_state", value)
        elif field in _TEXTS:
            self._value(path, value, ContentClass.EXCEPTION_TEXT)
        else:
            position = Position.VERSION if field == "version" else Position.EVENT
            if field == "name":
                position = POSITIONS.get(parent, Position.EVENT)
            if value and self._redactor.name(value, position, kept)[0] != value:
                self._add(path, "name", value)

    def _value(self, path: str, value: Any, content_class: ContentClass) -> None:
        if self._redactor.value(value, content_class)[0] != value:
            self._add(path, content_class, value)

    def _attributes(self, pairs: list[Any], path: str, field: str) -> set[str]:
        # OTLP asks for keys that differ, but a client may send one twice: each is looked at.
        maps: list[dict[str, Any]] = [{}]
        for pair in pairs:
            if not isinstance(pair, dict) or not isinstance(pair.get("key"), str):
                self._add(f"{path}.{field}[]", "unknown", pair)
                continue
            value = self._plain(f"{path}.{field}[]", pair.get("value"))
            free = next((each for each in maps if pair["key"] not in each), None)
            if free is None:
                maps.append(free := {})
            free[pair["key"]] = value
        return set().union(*(self._map(each, f"{path}.{field}") for each in maps))

    def _map(self, given: dict[str, Any], path: str) -> set[str]:
        shown, _ = self._redactor.attributes(given, signal=self._signal)
        for key, value in given.items():
            if key in shown and _same(shown[key], value):
                continue
            # A key may be content too: only what the profile leaves of it is printed.
            one, report = self._redactor.attributes({key: value}, signal=self._signal)
            self._add(f"{path}[{next(iter(one), '')}]", _class_of(report), value)
        return {v for k, v in shown.items() if isinstance(v, str) and given.get(k) == v}

    def _plain(self, path: str, value: Any) -> Any:
        """Return an ``AnyValue`` as a plain value, and count it if a part of it is none."""
        plain = plain_value(value, 0)
        if _dropped(plain) > _dropped(value):
            self._add(path, "unknown", value)
        return plain

    def _too_deep(self) -> None:
        self._findings.add(Place(self._file, "nested too deep", "unknown"), 0, {})

    def _leaf(self, value: Any, path: str, depth: int) -> None:
        if depth > _MAX_DEPTH:
            self._too_deep()
        elif isinstance(value, dict):
            for key, inner in value.items():
                self._leaf_of(key, inner, path, depth)
        elif isinstance(value, list):
            for inner in value:
                self._leaf(inner, f"{path}[]", depth + 1)
        else:
            shown, report = self._detecting.value(value, ContentClass.LOG_TEXT)
            if not _same(shown, value):
                self._count(path or "[]", ContentClass.LOG_TEXT, value, report)

    def _leaf_of(self, key: str, value: Any, path: str, depth: int) -> None:
        is_leaf = not isinstance(value, dict | list)
        shown, report = self._detecting.attributes({key: value if is_leaf else True})
        name = next(iter(shown), "")
        inner = f"{path}.{name}" if path else name
        if name != key:
            self._count(inner, "key", key, report)
        if not is_leaf:
            self._leaf(value, inner, depth + 1)
        elif not _same(shown.get(name), value):
            self._count(inner, _class_of(report), value, report)

    def _add(self, path: str, content_class: str, value: Any) -> None:
        _, report = self._detecting.value(value, ContentClass.LOG_TEXT)
        self._count(path, content_class, value, report)

    def _count(self, path: str, content_class: str, value: Any, report: Report) -> None:
        place = Place(self._file, path, str(content_class))
        self._findings.add(place, _length(value), dict(report.entities))


def _is_harmless(field: str, value: Any) -> bool:
    if isinstance(value, bool | int | float) or not value:
        return True
    return field in PLAIN and is_plain(value)


def _class_of(report: Report) -> str:
    return str(next((content_class for content_class, _ in report.fields), "unknown"))


def _dropped(value: Any) -> int:
    return json.dumps(value, ensure_ascii=False, default=str).count(DROPPED)


def _same(shown: Any, value: Any) -> bool:
    return type(shown) is type(value) and bool(shown == value)


def _length(value: Any) -> int:
    if isinstance(value, str | bytes):
        return len(value)
    return len(json.dumps(value, ensure_ascii=False, default=str))
