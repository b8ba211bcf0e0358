"""Fields that every signal has: attribute lists, names, ids and schema addresses."""

import re
from collections.abc import Callable
from typing import Any, Final

from spanveil.config import ContentClass
from spanveil.gateway._anyvalue import assign, is_same, plain, scalar
from spanveil.gateway._kept import Decision, Kept
from spanveil.gateway._limits import Checks
from spanveil.gateway._tags import TagPolicy
from spanveil.redaction import Position, Report

# The only schema addresses that conventions publish; any other is a text that somebody chose.
_SCHEMA_URL: Final = re.compile(r"https://opentelemetry\.io/schemas/[0-9.]{1,32}")
_TRACE_ID: Final = frozenset({0, 16})
_SPAN_ID: Final = frozenset({0, 8})


class FieldError(Exception):
    """An item that cannot be redacted; the text names the field, never a value."""


class Attributes:
    """What became of one attribute list.

    Attributes:
        changed: The message was changed.
        tag: The believed tag that stands in the list, if any.
        ours: Other attributes that Spanveil wrote.
        kept: Texts as they leave, which may stand in the item's name too.
    """

    __slots__ = ("changed", "kept", "ours", "tag")

    def __init__(self) -> None:
        self.changed = False
        self.tag: str | None = None
        self.ours: dict[str, Any] = {}
        self.kept: set[str] = set()


class Fields:
    """Redact the fields of one request, and count.

    Args:
        kept: The engine with the sink's profile.
        strict: The engine with the strictest profile, for items without a tenant.
        tags: What the sink sees of a tag.
        trusted: The stream's tags are believed, and so is their absence.
        checks: How many parts an item may have.
        pause: Called between two steps of the work, of which others may have the next.

    Attributes:
        checks: See above.
        pause: See above.
        report: What the engine did.
        stripped: Reserved attributes that were removed.
        discarded: Unknown protobuf fields that were removed.
    """

    def __init__(
        self,
        kept: Kept,
        strict: Kept,
        tags: TagPolicy,
        trusted: bool,
        checks: Checks,
        pause: Callable[[], None],
    ) -> None:
        self.checks = checks
        self.pause = pause
        self._sinks_own = kept
        self._strict = strict
        self._tags = tags
        self._trusted = trusted
        self.begin(is_item=True)
        self.report = Report()
        self.stripped = 0
        self.discarded = 0

    def begin(self, *, is_item: bool) -> None:
        """Start on a new message: the sink's profile applies, and no tenant's rules.

        Args:
            is_item: No resource and no scope. Those describe a service; the SDK's part of Spanveil
                writes nothing of its own into them.
        """
        self._is_item = is_item
        self._nested = self.checks.values()
        self._use(self._sinks_own, None)

    def _use(self, kept: Kept, tag: str | None) -> None:
        """Treat what follows by this engine, and by the rules under a believed tag.

        The tag is the stream's word and no identity: rules under a tag can only tighten.
        """
        self._redactor = kept.redactor
        self._kept = kept if kept.redactor.goes_by_key(tag) else None
        self._tag = tag

    def item_attributes(self, pairs: Any, signal: str, outer_tag: str | None) -> Attributes:
        """Redact the attributes that carry an item's tag, and choose the profile for the item.

        Where tags are believed, an item without a tenant gets the strictest profile, and one with a
        tenant that tenant's rules, which only tighten; as the SDK's processors do it. A stream that
        carries no believable tags gets the profile that the operator chose for the sink.

        Args:
            pairs: The attributes.
            signal: What the engine calls the signal.
            outer_tag: The tag of the scope or the resource, if any.
        """
        result = Attributes()
        self._take_reserved(pairs, result)
        if self._trusted:
            tag = result.tag or outer_tag
            self._use(self._sinks_own if self._tags.is_tenant(tag) else self._strict, tag)
        return self._redact(pairs, signal, result)

    def point_attributes(self, pairs: Any, outer_tag: str | None) -> Attributes:
        """Redact the attributes of a metric's data point, as ``item_attributes`` does.

        The SDK's processors redact a measurement for its tenant, and leave the tag out unless they
        are told otherwise: a point without a tag is nothing unusual, and keeps the sink's profile.
        """
        result = Attributes()
        self._take_reserved(pairs, result)
        tag = (result.tag or outer_tag) if self._trusted else None
        has_tenant = tag is None or self._tags.is_tenant(tag)
        self._use(self._sinks_own if has_tenant else self._strict, tag)
        return self._redact(pairs, "metric", result)

    def attributes(self, pairs: Any, signal: str) -> Attributes:
        """Redact a list of ``KeyValue`` in place."""
        result = Attributes()
        self._take_reserved(pairs, result)
        return self._redact(pairs, signal, result)

    def _redact(self, pairs: Any, signal: str, result: Attributes) -> Attributes:
        self.pause()
        if not self._redact_new(pairs, signal, result):
            # A key was renamed or stands twice: the list is made anew.
            nested = self.checks.values()
            values = {pair.key: plain(pair.value, nested) for pair in pairs}
            redacted, report = self._engine(values, signal)
            self.report.merge(report)
            result.kept.update(value for value in redacted.values() if isinstance(value, str))
            self._rebuild(pairs, redacted)
            result.changed = True
        for key, value in result.ours.items():
            assign(pairs.add(key=key).value, value)
        if result.tag is not None:
            pairs.add(key=self._tags.attribute).value.string_value = self._tags.shown(result.tag)
            result.changed = True
        return result

    def _redact_new(self, pairs: Any, signal: str, result: Attributes) -> bool:
        """Redact what is not known to be kept; say whether all keys stayed as they are."""
        known: list[Decision] = []
        values: dict[str, Any] = {}
        new: list[tuple[str, Any, Any]] = []
        memory, kept = self._kept, result.kept
        text, number = (memory.text, memory.number) if memory else (_unknown, _unknown)
        for pair in pairs:
            key, target = pair.key, pair.value
            kind = target.WhichOneof("value")
            decision = None
            if kind == "string_value":
                value = target.string_value
                decision = text(key, value)
                if decision is not None:
                    kept.add(value)
            elif kind == "int_value":
                value = target.int_value
                decision = number(key, value)
            else:
                value = plain(target, self._nested)
            if decision is not None:
                known.append(decision)
            else:
                values[key] = value
                new.append((key, target, value))
        counts = self.report.fields
        redacted: dict[str, Any] = {}
        if values:
            redacted, report = self._engine(values, signal)
            if len(values) != len(new) or redacted.keys() != values.keys():
                return False
            self.report.merge(report)
        for decision in known:
            counts[decision] += 1
        for key, target, value in new:
            treated = redacted[key]
            if isinstance(treated, str):
                kept.add(treated)
            if not is_same(treated, value):
                assign(target, treated)
                result.changed = True
            elif memory is not None:
                memory.remember(key, value)
        return True

    def _engine(self, values: dict[str, Any], signal: str) -> tuple[dict[str, Any], Report]:
        return self._redactor.attributes(values, signal=signal, tenant=self._tag)

    def _rebuild(self, pairs: Any, values: dict[str, Any]) -> None:
        del pairs[:]
        for key, value in values.items():
            assign(pairs.add(key=key).value, value)

    def _take_reserved(self, pairs: Any, result: Attributes) -> None:
        is_reserved = self._tags.is_reserved
        if not any(is_reserved(pair.key) for pair in pairs):
            return
        result.tag = self.tag_of(pairs)
        for index in range(len(pairs) - 1, -1, -1):
            key = pairs[index].key
            if not is_reserved(key):
                continue
            value = scalar(pairs[index].value)
            del pairs[index]
            if self._trusted and key == self._tags.attribute and self._tags.believed(value):
                continue  # the tag, found above
            if self._trusted and self._is_item and self._tags.is_ours(key, value):
                result.ours[key] = value
                continue
            result.changed = True
            self.stripped += 1

    def tag_of(self, pairs: Any) -> str | None:
        """Return the believed tag that a list of ``KeyValue`` carries, if any."""
        return self._tags.of(pairs) if self._trusted else None

    def name(
        self,
        message: Any,
        field: str,
        position: Position,
        kept: frozenset[str] | set[str] = frozenset(),
    ) -> bool:
        """Redact a name in place; say whether it changed."""
        old = getattr(message, field)
        if not old:
            return False
        new, report = self._redactor.name(old, position, kept)
        return self._replace(message, field, old, new, report)

    def text(self, message: Any, field: str, content_class: ContentClass) -> bool:
        """Redact a text of a known class in place; say whether it changed."""
        old = getattr(message, field)
        if not old:
            return False
        new, report = self._redactor.value(old, content_class, tenant=self._tag)
        return self._replace(message, field, old, str(new), report)

    def body(self, message: Any, field: str, content_class: ContentClass) -> bool:
        """Redact an ``AnyValue`` of a known class in place; say whether it changed."""
        if not message.HasField(field):
            return False
        target = getattr(message, field)
        old = plain(target, self._nested)
        new, report = self._redactor.value(old, content_class, tenant=self._tag)
        self.report.merge(report)
        if is_same(new, old):
            return False
        assign(target, new)
        return True

    def cleared(self, message: Any, field: str) -> bool:
        """Clear a field that no profile keeps; say whether it held anything."""
        if not getattr(message, field):
            return False
        message.ClearField(field)
        return True

    def schema_url(self, message: Any) -> bool:
        """Clear a schema address that is none; the field is ``bytes`` in the envelope."""
        old = message.schema_url
        text = old.decode("utf-8", "replace") if isinstance(old, bytes) else old
        if not text or _SCHEMA_URL.fullmatch(text):
            return False
        message.ClearField("schema_url")
        return True

    def keeps_text(self, text: str) -> bool:
        """Say whether the profile lets an unclassified text through."""
        return self._redactor.text(text, ContentClass.UNKNOWN)[0] == text

    def _replace(self, message: Any, field: str, old: str, new: str, report: Report) -> bool:
        self.report.merge(report)
        if new == old:
            return False
        setattr(message, field, new)
        return True


def _unknown(key: str, value: object) -> Decision | None:
    return None


def check_ids(message: Any, *fields: str) -> None:
    """Raise ``FieldError`` for an id of the wrong length, in which anything could travel.

    Lengths are those of opentelemetry-proto: 16 bytes for a trace, 8 for a span, or empty.
    """
    for field in fields:
        lengths = _TRACE_ID if field == "trace_id" else _SPAN_ID
        if len(getattr(message, field)) not in lengths:
            raise FieldError(f"{field}: wrong length")
