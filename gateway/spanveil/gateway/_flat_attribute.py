"""Attributes as bytes: what was seen before is looked up, what is new is read without a message.

An attribute that the engine keeps is remembered as it stands. Of one that it replaces only a keyed
digest is remembered, with what stands in its place, which a sink may see. The builtin ``hash`` will
not do for that: its key is an operator's to set (``PYTHONHASHSEED``), and who knows it can write
two attributes with one hash, of which one would get what stands for the other.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import compress
from operator import eq, not_
from typing import Any, Final

from google.protobuf.message import DecodeError
from opentelemetry.proto.common.v1.common_pb2 import KeyValue

from spanveil.gateway._anyvalue import is_same
from spanveil.gateway._flat_found import Found
from spanveil.gateway._flat_key import TRIES, TRY_AGAIN, KnownKey, short_texts
from spanveil.gateway._flat_wire import Unusual, key_field, read, short_value, written
from spanveil.gateway._keyed_digest import keyed_digest
from spanveil.gateway._tags import TagPolicy
from spanveil.redaction import Redactor, Report

_MAX_ENTRIES: Final = 65_536
_MAX_REPLACED: Final = 2_048
_MANY: Final = 16
"""So many new values are sorted by their keys sooner than answered for one by one."""
_SOME: Final = 4
"""And so many of one key are answered for together."""
_FEW_BYTES: Final = 5
"""Of a value that is a number below 2^14, or a character: there are so few that they come again."""
MAX_KEPT: Final = 192
MAX_LOOKED_UP: Final = 8_192
"""Longer attributes are treated sooner than hashed."""

_HASHED_FOR_LITTLE: Final = 1_024
"""Up to so many bytes a digest costs next to nothing beside a treatment that looks into a text."""


class FlatAttributes:
    """Redact attributes of streams that are not trusted, for one profile.

    All attributes of many spans are redacted at once, each different one once. May be used by
    several threads: entries are only ever added whole, or all dropped.

    Args:
        redactor: The engine.
        tags: Which keys are reserved.
    """

    __slots__ = ("_digest", "_keys", "_redactor", "_replaced", "_tags", "_unusual", "kept")

    def __init__(self, redactor: Redactor, tags: TagPolicy) -> None:
        self._redactor = redactor
        self._tags = tags
        self.kept: dict[bytes, KnownKey] = {}
        self._digest = keyed_digest()
        self._replaced: dict[bytes, bytes] = {}
        self._keys: dict[bytes, KnownKey] = {}
        self._unusual: dict[bytes, None] = {}

    def look(self, attributes: Sequence[bytes]) -> Found:
        """Say what is known of attributes, and read what is not. Nothing is counted in a report.

        Args:
            attributes: Serialized ``KeyValue``.
        """
        found = Found(attributes, list(map(self.kept.get, attributes)))
        new: Iterable[bytes] = found.times
        if len(found.times) >= _MANY:
            new = self._answered(found)
        keys = self._keys
        for attribute in new:
            head = attribute[: attribute[1] + 2] if len(attribute) > 4 else b""
            known = keys.get(head)
            if known is not None:
                self._look(attribute, head, known, found)
                continue
            try:  # new, or not written as usual
                known = self._known(read(attribute)[0])
                self._look(attribute, key_field(attribute), known, found)
            except (Unusual, DecodeError):
                found.unusual.add(attribute)
        return found

    def _answered(self, found: Found) -> list[bytes]:
        """Answer for short texts of keys that have many, and return the other attributes."""
        others: list[bytes] = []
        groups: defaultdict[bytes, list[bytes]] = defaultdict(list)
        for attribute in found.times:
            groups[attribute[: attribute[1] + 2] if len(attribute) > 4 else b""].append(attribute)
        for head, group in groups.items():
            known = self._keys.get(head)
            if known is None or not known.answers or len(group) < _SOME:
                others += group
                continue
            asked, longer = short_texts(head, group)
            others += longer
            if asked:
                others += self._asked(head, known, asked, found)
        return others

    def _asked(
        self, head: bytes, known: KnownKey, attributes: Sequence[bytes], found: Found
    ) -> Iterable[bytes]:
        """Answer for short texts of one key, and return those that take more."""
        names: Sequence[bytes] = ()
        if known.are_tried():
            names = list(map(self._digest, attributes))
            ones = list(map(self._replaced.get, names))
            hits = list(compress(attributes, ones))
            known.count(len(hits), len(ones) - len(hits))
            if hits:
                found.changed.update(zip(hits, filter(None, ones), strict=True))
                found.count(known, hits)
                attributes = list(compress(attributes, map(not_, ones)))
                names = list(compress(names, map(not_, ones)))
        shown = known.answers_to(head, attributes)
        redacted = list(filter(None, shown))
        others: list[bytes] = []
        if len(redacted) < len(shown):
            others = [one for one, new in zip(attributes, shown, strict=True) if new is None]
            attributes, names = list(compress(attributes, shown)), list(compress(names, shown))
        found.count(known, attributes)
        pairs = zip(attributes, redacted, strict=True)
        is_kept = any(map(eq, attributes, redacted))
        found.changed.update([(one, new) for one, new in pairs if new != one] if is_kept else pairs)
        for name, attribute, new in zip(names, attributes, redacted, strict=bool(names)):
            self._remember(attribute, new, known, name)
        return others

    def _look(self, attribute: bytes, head: bytes, known: KnownKey, found: Found) -> None:
        size = len(attribute)
        name, redacted = b"", None
        if size <= MAX_LOOKED_UP and (known.misses < TRIES or known.is_tried(attribute)):
            name = self._digest(attribute)
            redacted = self._replaced.get(name)
            if redacted is None:
                known.count(0, 1)
        if redacted is None and known.answers and head:
            value = short_value(attribute, len(head))
            shown: Any = None
            if type(value) is str:
                shown = known.text(value)
            elif type(value) is int:
                shown = known.integer(value)
            if shown is not None:
                redacted = attribute if shown == value else written(head, shown)
                found.keys[known] += found.times[attribute]
                if redacted is not attribute:
                    found.changed[attribute] = redacted
                if name:
                    self._remember(attribute, redacted, known, name)
                elif redacted is attribute and size - len(head) <= _FEW_BYTES:
                    _put(self.kept, attribute, known)
                return
        if redacted is None and not name and size <= _HASHED_FOR_LITTLE:
            name = self._digest(attribute)
            redacted = self._replaced.get(name)
        if redacted is None:
            try:
                found.later(attribute, known, name)
            except (Unusual, DecodeError):
                found.unusual.add(attribute)
            return
        found.changed[attribute] = redacted
        found.keys[known] += found.times[attribute]
        known.count(1, 0)

    def _remember(self, attribute: bytes, redacted: bytes, known: KnownKey, name: bytes) -> None:
        if redacted != attribute:
            _put(self._replaced, name, redacted)
        elif len(attribute) <= MAX_KEPT:
            _put(self.kept, attribute, known)

    def treat(self, found: Found, report: Report, aside: Report, pause: Callable[[], None]) -> None:
        """Treat what has to be looked into, and count.

        Args:
            found: What is known; gets what was not.
            report: Gets findings, faults and fields; what failed is an error in it and no field.
            aside: The engine's report for one attribute at a time; it knows what bounds are used up
                by the request, and its fields do not count.
            pause: Called between two steps of the work.
        """
        for attribute, (known, name, head, value) in found.later_ones():
            pause()
            redacted = self._treated(attribute, known, name, head, value, aside)
            if redacted is not attribute:
                found.changed[attribute] = redacted
            count = found.times[attribute]
            if not aside.errors:
                found.keys[known] += count
            if aside.entities or aside.errors:
                for _ in range(count):
                    report.entities.update(aside.entities)
                    report.errors.update(aside.errors)
                aside.entities.clear()
                aside.errors.clear()
        for known, number in found.keys.items():
            report.fields[known.decision] += number

    def _treated(
        self,
        attribute: bytes,
        known: KnownKey,
        name: bytes,
        head: bytes,
        value: Any,
        report: Report,
    ) -> bytes:
        """Return one attribute redacted, and remember it under its digest, ``b""`` for none."""
        plan = known.plan
        treated: Any = None
        if plan.text is not None and type(value) is str:
            treated = plan.text(value)
        elif plan.integer is not None and type(value) is int:
            treated = plan.integer(value)
        if treated is None:  # it takes more, or is nothing, which stays
            treated = plan(value, report)
        known.new += 1
        # A key whose values hardly ever come again is not worth its place.
        is_worth = known.new < TRIES or not known.new % TRY_AGAIN
        is_plain = is_worth and not report.entities and not report.errors
        if is_same(treated, value):
            if is_plain and len(attribute) <= MAX_KEPT and not isinstance(value, list | dict):
                _put(self.kept, attribute, known)
            return attribute
        redacted = written(head, treated)
        if is_plain and name and len(redacted) <= _MAX_REPLACED:
            _put(self._replaced, name, redacted)
        return redacted

    @staticmethod
    def texts(attributes: Iterable[bytes]) -> set[str]:
        """Return the texts that attributes consist of.

        Raises:
            Unusual: One of them is none that can be looked up.
            DecodeError: One of them is no ``KeyValue``.
        """
        values = (read(attribute)[1] for attribute in attributes)
        return {value for value in values if isinstance(value, str)}

    def _known(self, head: bytes) -> KnownKey:
        known = self._keys.get(head)
        if known is not None:
            return known
        if head in self._unusual:
            raise Unusual
        key = KeyValue.FromString(head).key
        plan = None if self._tags.is_reserved(key) else self._redactor.plan(key)
        if plan is None:
            if len(head) <= MAX_KEPT:
                _put(self._unusual, head, None)
            raise Unusual
        known = KnownKey(plan)
        if head and len(head) <= MAX_KEPT:  # b"" is what `key_field` says of anything odd
            _put(self._keys, head, known)
        return known


def _put(known: dict[Any, Any], entry: Any, decision: Any) -> None:
    # Values can be unbounded: start over, never grow.
    if len(known) >= _MAX_ENTRIES:
        known.clear()
    known[entry] = decision
