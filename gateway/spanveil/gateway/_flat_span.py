"""The short way for a span: its attributes are looked at as bytes.

Most attributes of most spans were seen before. Such an attribute costs one look-up, and only those
that are new are shown to the engine. A span with anything out of the ordinary (events, links, trace
state, a status message) takes the long way, which treats every field.
"""

from collections.abc import Sequence
from typing import Any, Final

from spanveil.gateway._flat_attribute import MAX_KEPT, FlatAttributes
from spanveil.gateway._flat_wire import Unusual
from spanveil.redaction import Position, Redactor, Report

_MAX_ENTRIES: Final = 16_384
_MAX_LENGTH: Final = 120
_STATUS_WITHOUT_MESSAGE: Final = frozenset({b"", b"\x18\x01", b"\x18\x02"})
_TRACE_ID: Final = frozenset({0, 16})
_SPAN_ID: Final = frozenset({0, 8})


class FlatSpans:
    """Redact ordinary spans of streams that are not trusted, for one profile.

    Args:
        redactor: The engine.
        attributes: Redacts theirs.
        max_attributes: A span with more takes the long way.
    """

    __slots__ = ("_attributes", "_max", "_names", "_proofs", "_redactor")

    def __init__(self, redactor: Redactor, attributes: FlatAttributes, max_attributes: int) -> None:
        self._redactor = redactor
        self._max = max_attributes
        self._attributes = attributes
        # Names that stay, and those that stay beside an attribute that was redacted already.
        self._names: dict[bytes, None] = {}
        self._proofs: dict[bytes, bytes] = {}

    def redact(self, span: Any, known: list[Any], report: Report, has_long: bool) -> bool | None:
        """Redact one span in place.

        Args:
            span: A span of ``request_of_spans``, of whose fields the caller has looked at those
                that an ordinary one does not have.
            known: Gets the decision on each attribute.
            report: Gets findings and faults, and counts of fields that do not matter.
            has_long: It may have attributes that are too long to be looked up by themselves.

        Returns:
            Whether it changed, or ``None`` if it must take the long way; nothing was counted or
            changed then.

        Raises:
            DecodeError: One of its attributes is none.
        """
        if (
            len(span.trace_id) not in _TRACE_ID
            or len(span.span_id) not in _SPAN_ID
            or len(span.parent_span_id) not in _SPAN_ID
        ):
            return None
        attributes = span.attributes
        if len(attributes) > self._max:
            return None
        values = list(attributes)
        kept = self._attributes.kept
        if has_long:
            found = [kept.get(one) if len(one) <= MAX_KEPT else None for one in values]
        else:
            found = list(map(kept.get, values))
        name = span.name
        changed: Sequence[int] = ()
        try:
            text = name.decode()
            if None in found:
                changed = self._attributes.redact(values, found, report)
        except (Unusual, UnicodeDecodeError):
            return None
        new_name = name
        if name not in self._names and not self._is_vouched_for(name, values):
            new_name = self._name(name, text, values)
        known += found
        for index in changed:
            attributes[index] = values[index]
        if new_name != name:
            span.name = new_name
            return True
        return bool(changed)

    def _is_vouched_for(self, name: bytes, attributes: Sequence[bytes]) -> bool:
        proof = self._proofs.get(name)
        return not name or (proof is not None and proof in attributes)

    def _name(self, name: bytes, text: str, attributes: Sequence[bytes]) -> bytes:
        """Redact a name of which it is not known that it stays."""
        kept = self._attributes.texts(attributes)
        new = self._redactor.name(text, Position.SPAN, kept)[0].encode()
        if new == name and len(name) <= _MAX_LENGTH:
            if self._redactor.name(text, Position.SPAN)[0] == text:
                _put(self._names, name, None)
            else:
                # It stays because of a value that one of the attributes keeps.
                for attribute in attributes:
                    (one,) = self._attributes.texts([attribute]) or ("",)
                    if one and self._redactor.name(text, Position.SPAN, {one})[0] == text:
                        _put(self._proofs, name, attribute)
                        break
        return new


def is_ordinary(span: Any) -> bool:
    """Say whether a span has none of the fields that an ordinary one does not have."""
    return not (
        span.events or span.links or span.trace_state or span.status not in _STATUS_WITHOUT_MESSAGE
    )


def _put(known: dict[bytes, Any], name: bytes, value: Any) -> None:
    if len(known) >= _MAX_ENTRIES:
        known.clear()
    known[name] = value
