"""The short way for spans: their attributes are looked at as bytes, those of many spans at once.

Most attributes of most spans were seen before. Such an attribute costs one look-up, and only those
that are new are shown to the engine, each once. A span with anything out of the ordinary (events,
links, trace state, a status message) takes the long way, which treats every field.
"""

from collections import deque
from collections.abc import Callable, Sequence
from itertools import accumulate, chain, compress, pairwise, repeat
from operator import attrgetter, setitem
from typing import Any, Final, NamedTuple

from spanveil.gateway._flat_attribute import MAX_KEPT, FlatAttributes
from spanveil.gateway._flat_found import Found, Unhashed
from spanveil.redaction import Position, Redactor, Report

_MAX_ENTRIES: Final = 16_384
_MAX_LENGTH: Final = 120
_STATUS_WITHOUT_MESSAGE: Final = frozenset({b"", b"\x18\x01", b"\x18\x02"})
_TRACE_ID: Final = frozenset({0, 16})
_SPAN_ID: Final = frozenset({0, 8})
_NO_PROOF: Final = (b"", 2**31)
_PARTS: Final = attrgetter("attributes", "name", "trace_id", "span_id", "parent_span_id")
_exhaust: Final = deque[None](maxlen=0).extend


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
        picked = self._picked(spans, run)
        found = self._attributes.look(picked.attributes)
        while found.unusual:
            picked = picked.without(found.unusual)
            found = self._attributes.look(picked.attributes)
        self._attributes.treat(found, run.report, run.aside, run.pause)
        changed = picked.put(found)
        known, proofs = self._names, self._proofs
        redacted = found.changed.get
        flat, ends = picked.attributes, [0, *accumulate(picked.sizes)]
        for number, name in enumerate(picked.names):
            if name in known or not name:
                continue
            proof, at = proofs.get(name, _NO_PROOF)
            at += ends[number]
            if at >= ends[number + 1] or redacted(flat[at], flat[at]) != proof:
                new_name = self._name(name, list(picked.lists[number]))
                if new_name != name:
                    spans[picked.indexes[number]].name = new_name
                    changed.add(number)
        outcomes: list[bool | None] = [None] * len(spans)
        for number, index in enumerate(picked.indexes):
            outcomes[index] = number in changed
        return outcomes

    def _picked(self, spans: Sequence[Any], run: "Run") -> "_Picked":
        """Return the spans that can go this way."""
        indexes: Sequence[int] = range(len(spans))
        parts = list(map(_PARTS, spans))
        if not self._are_fit(spans, parts, run):
            indexes = [at for at in indexes if self._are_fit([spans[at]], [parts[at]], run)]
            parts = [parts[at] for at in indexes]
        lists = [one[0] for one in parts]
        attributes = list(chain.from_iterable([one[:] for one in lists]))
        if run.has_long:
            attributes = [one if len(one) <= MAX_KEPT else Unhashed(one) for one in attributes]
        names = [one[1] for one in parts]
        return _Picked(indexes, names, lists, list(map(len, lists)), attributes)

    def _are_fit(self, spans: Sequence[Any], parts: Sequence[Any], run: "Run") -> bool:
        lists, names, trace_ids, span_ids, parents = zip(*parts, strict=True)
        known, proofs = self._names, self._proofs
        return (
            (run.all_ordinary or all(map(is_ordinary, spans)))
            and _TRACE_ID.issuperset(map(len, trace_ids))
            and _SPAN_ID.issuperset(map(len, span_ids))
            and _SPAN_ID.issuperset(map(len, parents))
            and max(map(len, lists)) <= self._max
            and all(name in known or name in proofs or _is_text(name) for name in set(names))
        )

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
        is_in_place: The redacted request is the message that the spans belong to.
        has_long: Attributes may be too long to be looked up by themselves.
        pause: Called between two steps of the work, of which others may have the next.
    """

    report: Report
    aside: Report
    all_ordinary: bool
    is_in_place: bool
    has_long: bool
    pause: Callable[[], None]


class _Picked(NamedTuple):
    """Spans whose attributes are looked at together.

    Attributes:
        indexes: Which ones.
        names: Their names.
        lists: Their attributes, in the message.
        sizes: How many each has.
        attributes: Those of all, one list so that there is little to collect afterwards.
    """

    indexes: Sequence[int]
    names: list[bytes]
    lists: list[Any]
    sizes: list[int]
    attributes: list[bytes]

    def without(self, unusual: set[bytes]) -> "_Picked":
        """Return the spans that none of these attributes stands in."""
        ends = [0, *accumulate(self.sizes)]
        each = [self.attributes[start:end] for start, end in pairwise(ends)]
        fit = list(map(unusual.isdisjoint, each))
        return _Picked(
            list(compress(self.indexes, fit)),
            list(compress(self.names, fit)),
            list(compress(self.lists, fit)),
            list(compress(self.sizes, fit)),
            list(chain.from_iterable(compress(each, fit))),
        )

    def put(self, found: Found) -> set[int]:
        """Put what stands in their place for attributes that change; return the spans' numbers."""
        new = list(map(found.changed.get, found.new))
        places = list(compress(found.places, new))
        if not places:
            return set()
        new = list(filter(None, new))
        owners = list(chain.from_iterable(map(repeat, range(len(self.sizes)), self.sizes)))
        within = list(chain.from_iterable(map(range, self.sizes)))
        numbers = list(map(owners.__getitem__, places))
        lists = map(self.lists.__getitem__, numbers)
        # No statement for each of them, of which a span has several.
        _exhaust(map(setitem, lists, map(within.__getitem__, places), new))
        return set(numbers)


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
