"""The walk over one request: what cannot be redacted is rejected and counted."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from google.protobuf.message import DecodeError
from opentelemetry.proto.common.v1.common_pb2 import InstrumentationScope
from opentelemetry.proto.resource.v1.resource_pb2 import Resource

from spanveil.gateway._envelope import request_class
from spanveil.gateway._errors import PayloadError, invalid
from spanveil.gateway._fields import Fields
from spanveil.gateway._items import by_tag, redact_item, redact_resource, redact_scope
from spanveil.gateway._limits import cause, rejected
from spanveil.gateway._outcome import Outcome, Part
from spanveil.gateway._signals import SIGNALS, Signal, count
from spanveil.gateway._unknown import has_unknown, treat_unknown, unknown_bytes


class Walk:
    """One walk over one request.

    Args:
        signal: Which request it is.
        fields: Redacts the parts of its messages.
    """

    def __init__(self, signal: Signal, fields: Fields) -> None:
        self._signal = signal
        self._item = SIGNALS[signal].item
        self.fields = fields
        self._rejections: Counter[str] = Counter()
        self._changed = False
        self._at_hand = 1  # items in the message that is being parsed
        self._parts: dict[str, _Building] = {}

    def run(self, body: bytes) -> Outcome:
        """Redact the request.

        Raises:
            PayloadError: The bytes are no such request, or it has too many parts.
        """
        request, sifted = self._parse(request_class(), body, self.fields.checks.request)
        self._changed = sifted
        for of_resource in request.resources:
            self.fields.pause()
            try:
                # spanveil: allow[SV102] a believed tag; the rules under it can only tighten
                self._of_resource(of_resource)
            except PayloadError:
                raise
            except Exception as error:  # the laws: what cannot be redacted is rejected
                self.reject(error, sum(len(scope.items) for scope in of_resource.scopes))
        return self.outcome(tuple(self._finish(request, body)))

    def outcome(self, parts: tuple[Part, ...]) -> Outcome:
        """Return what became of the request."""
        return Outcome(
            parts=parts,
            rejected=self._rejections.total(),
            rejections=self._rejections,
            report=self.fields.report,
            stripped=self.fields.stripped,
            discarded=self.fields.discarded,
        )

    def _finish(self, request: Any, body: bytes) -> Iterator[Part]:
        single = len(self._parts) == 1
        for tag, part in self._parts.items():
            if single and not self._changed:
                yield Part(tag, body, part.items)
            else:
                part.request.MergeFromString(unknown_bytes(request))
                yield Part(tag, part.request.SerializeToString(), part.items)

    def header(self, message_class: Any, data: bytes, redact: Any) -> bytes:
        """Return a resource or a scope redacted."""
        return self._header(message_class, data, redact)[0]

    def item(self, data: bytes) -> bytes | None:
        """Return an item redacted, ``None`` if it was rejected."""
        # spanveil: allow[SV102] a believed tag; the rules under it can only tighten
        found = self._items([data], None).get("")
        return found[0] if found else None

    def reject(self, error: Exception, items: int) -> None:
        """Count items that could not be redacted."""
        self._changed = True
        self._rejections[cause(error)] += items

    def _parse(
        self, message_class: Any, data: bytes, check: Callable[[Any], None]
    ) -> tuple[Any, bool]:
        """Return a message without harmful unknown fields, and whether its bytes must be redone."""
        try:
            message = message_class.FromString(data)
            check(message)
            if not has_unknown(message, len(data)):
                return message, False
            message = message_class.FromString(data)
        except DecodeError:
            raise invalid("not a protobuf message of this signal") from None
        self.fields.discarded += treat_unknown(message, self.fields.keeps_text)
        # Also without an unknown field: where a field stands twice the last one counts, and the
        # bytes as they came would carry the first one along.
        return message, True

    def _of_resource(self, of_resource: Any) -> None:
        resource, tag = self._header(Resource, of_resource.resource, redact_resource)
        self._changed |= self.fields.schema_url(of_resource)
        targets: dict[str, Any] = {}
        # All of them before an item: where one fails, no item of the resource goes on.
        headers = [
            self._header(InstrumentationScope, of_scope.scope, redact_scope)
            for of_scope in of_resource.scopes
        ]
        for of_scope, (scope, scope_tag) in zip(of_resource.scopes, headers, strict=True):
            self._changed |= self.fields.schema_url(of_scope)
            # spanveil: allow[SV102] a believed tag; the rules under it can only tighten
            for item_tag, items in self._items(of_scope.items, scope_tag or tag).items():
                target = targets.get(item_tag)
                if target is None:
                    target = targets[item_tag] = self._parts[item_tag].request.resources.add()
                    _copy_header(of_resource, target, "resource", resource)
                inner = target.scopes.add(items=items)
                _copy_header(of_scope, inner, "scope", scope)

    def _header(self, message_class: Any, data: bytes, redact: Any) -> tuple[bytes, str | None]:
        if not data:
            return data, None
        message, sifted = self._parse(message_class, data, self.fields.checks.header)
        changed, tag = redact(message, self.fields)
        if changed or sifted:
            self._changed = True
            data = message.SerializeToString()
        return data, tag

    def _items(self, raw_items: Any, outer_tag: str | None) -> dict[str, list[bytes]]:
        result: dict[str, list[bytes]] = {}
        for raw in raw_items:
            self._at_hand = 1
            try:
                item, sifted = self._parse(self._item, raw, self._check)
                pieces = by_tag(self._signal, item, self.fields)
            except Exception as error:  # the laws: an item that cannot be redacted is rejected
                self.reject(error, self._at_hand)
                continue
            for piece in pieces:
                self._changed |= sifted or piece is not item
                # spanveil: allow[SV102] a believed tag; the rules under it can only tighten
                self._item_of(
                    piece, None if sifted or piece is not item else raw, outer_tag, result
                )
        return result

    def _check(self, item: Any) -> None:
        self._at_hand = rejected(self._signal, item)
        self.fields.checks.item(self._signal, item)

    def _item_of(
        self, item: Any, raw: bytes | None, outer_tag: str | None, result: dict[str, list[bytes]]
    ) -> None:
        """Redact an item, and put it with the others of its tag."""
        items = count(self._signal, item)
        try:
            changed, tag = redact_item(self._signal, item, self.fields, outer_tag)
            data = item.SerializeToString() if changed or raw is None else raw
        except Exception as error:  # the laws: an item that cannot be redacted is rejected
            self.reject(error, items or 1)
            return
        self._changed |= changed
        tag = tag or outer_tag or ""
        result.setdefault(tag, []).append(data)
        self._parts.setdefault(tag, _Building()).items += items


class _Building:
    """A request in the making."""

    __slots__ = ("items", "request")

    def __init__(self) -> None:
        self.request = request_class()()
        self.items = 0


def _copy_header(source: Any, target: Any, name: str, data: bytes) -> None:
    if source.HasField(name):
        setattr(target, name, data)
    if source.HasField("schema_url"):
        target.schema_url = source.schema_url
    target.MergeFromString(unknown_bytes(source))
