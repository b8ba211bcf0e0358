"""The short way for spans: their attributes are looked at as bytes, those of many spans at once.

Most attributes of most spans were seen before. Such an attribute costs one look-up, and only those
that are new are shown to the engine, each once. A span with anything out of the ordinary (events,
links, trace state, a status message) takes the long way, which treats every field.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import compress, repeat
from typing import Any, Final, NamedTuple

from spanveil.gateway._flat_attribute import MAX_KEPT, FlatAttributes
from spanveil.gateway._flat_found import Unhashed
from spanveil.redaction import Position, Redactor, Report

_MAX_ENTRIES: Final = 16_384
_MAX_LENGTH: Final = 120
_STATUS_WITHOUT_MESSAGE: Final = frozenset({b"", b"\x18\x01", b"\x18\x02"})
_TRACE_ID: Final = frozenset({0, 16})
_SPAN_ID: Final = frozenset({0, 8})
_NO_PROOF: Final = (b"", 2**31)


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
        # Names that stay, and those that stay beside an attribute that was redacted already, with
        # the place where that stood the last time.
        self._names: dict[bytes, None] = {}
        self._proofs: dict[bytes, tuple[bytes, int]] = {}

    def redact(self, spans: Sequence[Any], run: "Run") -> list[bool | None]:
        """Redact spans in place.

        Args:
            spans: Spans of ``request_of_spans``.
            run: What goes along with the request.

        Returns:
            Whether each changed; ``None`` for one that must take the long way, of which nothing was
            counted or changed.
        """
        outcomes: list[bool | None] = [None] * len(spans)
        picked = self._picked(spans, run)
        counts = Counter(picked.attributes)
        found = self._attributes.look(counts)
        if found.unusual:
            picked = picked.without(found.unusual)
            counts = Counter(picked.attributes)
        self._attributes.treat(found, counts, run.report, run.aside, run.pause)
        flat = picked.attributes
        changed = list(map(found.changed.get, flat, repeat(b"")))
        places = compress(range(len(flat)), changed)
        place = next(places, len(flat))
        start = 0
        known, proofs = self._names, self._proofs
        for index, name, end in zip(picked.indexes, picked.names, picked.ends, strict=True):
            is_changed = place < end
            if is_changed:
                attributes = spans[index].attributes
                while place < end:
                    attributes[place - start] = changed[place]
                    place = next(places, len(flat))
            if name and name not in known:
                proof, at = proofs.get(name, _NO_PROOF)
                at += start
                if at >= end or (changed[at] or flat[at]) != proof:
                    new_name = self._name(name, list(spans[index].attributes))
                    if new_name != name:
                        spans[index].name = new_name
                        is_changed = True
            outcomes[index] = is_changed
            start = end
        return outcomes

    def _picked(self, spans: Sequence[Any], run: "Run") -> "_Picked":
        """Return the spans that can go this way."""
        picked = _Picked([], [], [], [])
        indexes, names, ends, flat = picked
        known, proofs, most, size = self._names, self._proofs, self._max, 0
        for index, span in enumerate(spans):
            if (
                (not run.all_ordinary and not is_ordinary(span))
                or len(span.trace_id) not in _TRACE_ID
                or len(span.span_id) not in _SPAN_ID
                or len(span.parent_span_id) not in _SPAN_ID
            ):
                continue
            attributes = span.attributes[:]
            name = span.name
            if len(attributes) > most or (
                name not in known and name not in proofs and not _is_text(name)
            ):
                continue
            if run.has_long:
                attributes = [one if len(one) <= MAX_KEPT else Unhashed(one) for one in attributes]
            flat += attributes
            size += len(attributes)
            indexes.append(index)
            names.append(name)
            ends.append(size)
        return picked

    def _name(self, name: bytes, attributes: Sequence[bytes]) -> bytes:
        """Redact a name of which it is not known that it stays."""
        proof, _ = self._proofs.get(name, _NO_PROOF)
        if proof and proof in attributes:
            self._proofs[name] = proof, attributes.index(proof)
            return name
        text = name.decode()
        kept = self._attributes.texts(attributes)
        new = self._redactor.name(text, Position.SPAN, kept)[0].encode()
        if new == name and len(name) <= _MAX_LENGTH:
            if self._redactor.name(text, Position.SPAN)[0] == text:
                _put(self._names, name, None)
            else:
                # It stays because of a value that one of the attributes keeps.
                for at, attribute in enumerate(attributes):
                    (one,) = self._attributes.texts([attribute]) or ("",)
                    if one and self._redactor.name(text, Position.SPAN, {one})[0] == text:
                        _put(self._proofs, name, (attribute, at))
                        break
        return new


class Run(NamedTuple):
    """What goes along with the spans of one request.

    Attributes:
        report: Counts what was done.
        aside: The engine's report for one attribute at a time.
        all_ordinary: No span has a field that an ordinary one does not have.
        has_long: Attributes may be too long to be looked up by themselves.
        pause: Called between two steps of the work, of which others may have the next.
    """

    report: Report
    aside: Report
    all_ordinary: bool
    has_long: bool
    pause: Callable[[], None]


class _Picked(NamedTuple):
    """Spans whose attributes are looked at together.

    Attributes:
        indexes: Which ones.
        names: Their names.
        ends: Where the attributes of each end.
        attributes: Those of all, one list so that there is little to collect afterwards.
    """

    indexes: list[int]
    names: list[bytes]
    ends: list[int]
    attributes: list[bytes]

    def without(self, unusual: set[bytes]) -> "_Picked":
        """Return the spans that none of these attributes stands in."""
        others = _Picked([], [], [], [])
        start = 0
        for index, name, end in zip(self.indexes, self.names, self.ends, strict=True):
            attributes = self.attributes[start:end]
            start = end
            if unusual.isdisjoint(attributes):
                others.indexes.append(index)
                others.names.append(name)
                others.attributes.extend(attributes)
                others.ends.append(len(others.attributes))
        return others


def _is_text(name: bytes) -> bool:
    try:
        name.decode()
    except UnicodeDecodeError:
        return False
    return True


def is_ordinary(span: Any) -> bool:
    """Say whether a span has none of the fields that an ordinary one does not have."""
    return not (
        span.events or span.links or span.trace_state or span.status not in _STATUS_WITHOUT_MESSAGE
    )


def _put(known: dict[bytes, Any], name: bytes, value: Any) -> None:
    if len(known) >= _MAX_ENTRIES:
        known.clear()
    known[name] = value
