"""Attributes as bytes: what was seen before is looked up, what is new is read without a message.

An attribute that the engine keeps is remembered as it stands. Of one that it replaces only a keyed
digest is remembered, with what stands in its place, which a sink may see. The builtin ``hash`` will
not do for that: its key is an operator's to set (``PYTHONHASHSEED``), and who knows it can write
two attributes with one hash, of which one would get what stands for the other.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from itertools import repeat
from typing import Any, Final

from google.protobuf.message import DecodeError
from opentelemetry.proto.common.v1.common_pb2 import KeyValue

from spanveil.gateway._anyvalue import is_same
from spanveil.gateway._flat_found import Found
from spanveil.gateway._flat_key import TRIES, TRY_AGAIN, WORTH, KnownKey
from spanveil.gateway._flat_wire import Unusual, key_field, read, short_value, written
from spanveil.gateway._kept import Decision
from spanveil.gateway._keyed_digest import keyed_digest
from spanveil.gateway._tags import TagPolicy
from spanveil.redaction import Redactor, Report

_MAX_ENTRIES: Final = 65_536
_MAX_REPLACED: Final = 2_048
_MANY: Final = 16
"""So many new values are sorted by their keys sooner than answered for one by one."""
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
        self.kept: dict[bytes, Decision] = {}
        self._digest = keyed_digest()
        self._replaced: dict[bytes, tuple[bytes, Decision]] = {}
        self._keys: dict[bytes, KnownKey] = {}
        self._unusual: dict[bytes, None] = {}

    def look(self, attributes: Iterable[bytes]) -> Found:
        """Say what is known of attributes, and read what is not. Nothing is counted.

        Args:
            attributes: Serialized ``KeyValue``, each one once.
        """
        found = Found(dict(zip(attributes, map(self.kept.get, attributes), strict=True)))
        new = [one for one, decision in found.decisions.items() if decision is None]
        if len(new) >= _MANY:
            new = self._answered(new, found)
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

    def _answered(self, attributes: list[bytes], found: Found) -> list[bytes]:
        """Answer for those whose keys have new values nearly always, and return the others."""
        others: list[bytes] = []
        groups: dict[bytes, list[bytes]] = {}
        for attribute in attributes:
            head = attribute[: attribute[1] + 2] if len(attribute) > 4 else b""
            group = groups.get(head)
            if group is None:
                groups[head] = [attribute]
            else:
                group.append(attribute)
        for head, group in groups.items():
            known = self._keys.get(head)
            if known is not None and known.answers and known.misses >= TRIES:
                answered, group = known.answers_to(head, group, found.changed)
                found.answered.append((known.decision, answered))
            others += group
        return others

    def _look(self, attribute: bytes, head: bytes, known: KnownKey, found: Found) -> None:
        size, misses = len(attribute), known.misses
        name, one = b"", None
        if size <= MAX_LOOKED_UP and (misses < TRIES or known.is_tried(attribute)):
            name = self._digest(attribute)
            one = self._replaced.get(name)
            if one is None:
                known.misses = min(misses + 1, TRIES)
        if one is None and known.answers and head:
            value = short_value(attribute, len(head))
            shown: Any = None
            if type(value) is str:
                shown = known.text(value)
            elif type(value) is int:
                shown = known.integer(value)
            if shown is not None:
                redacted = attribute if shown == value else written(head, shown)
                found.decisions[attribute] = known.decision
                if redacted is not attribute:
                    found.changed[attribute] = redacted
                if name:
                    self._remember(attribute, redacted, known, name)
                return
        if one is None and not name and size <= _HASHED_FOR_LITTLE:
            name = self._digest(attribute)
            one = self._replaced.get(name)
        if one is None:
            try:
                found.later(attribute, known, name)
            except (Unusual, DecodeError):
                found.unusual.add(attribute)
            return
        found.changed[attribute], found.decisions[attribute] = one
        known.misses = max(0, misses - WORTH)

    def _remember(self, attribute: bytes, redacted: bytes, known: KnownKey, name: bytes) -> None:
        if redacted is not attribute:
            _put(self._replaced, name, (redacted, known.decision))
        elif len(attribute) <= MAX_KEPT:
            _put(self.kept, attribute, known.decision)

    def treat(
        self,
        found: Found,
        counts: Counter[bytes],
        report: Report,
        aside: Report,
        pause: Callable[[], None],
    ) -> None:
        """Treat what has to be looked into, and count.

        Args:
            found: What is known; gets what was not.
            counts: How often each attribute stands in the spans.
            report: Gets findings, faults and fields; what failed is an error in it and no field.
            aside: The engine's report for one attribute at a time; it knows what bounds are used up
                by the request, and its fields do not count.
            pause: Called between two steps of the work.
        """
        decisions, changed = found.decisions, found.changed
        for attribute, (known, name, head, value) in found.later_ones():
            count = counts.get(attribute)
            if count is None:
                continue
            pause()
            redacted = self._treated(attribute, known, name, head, value, aside)
            if redacted is not attribute:
                changed[attribute] = redacted
            if not aside.errors:
                decisions[attribute] = known.decision
            if aside.entities or aside.errors:
                for _ in range(count):
                    report.entities.update(aside.entities)
                    report.errors.update(aside.errors)
                aside.entities.clear()
                aside.errors.clear()
        fields = report.fields
        if not found.answered and len(counts) == len(decisions) == counts.total():
            fields.update(filter(None, decisions.values()))  # each stands once: a single span, say
            return
        for attribute, decision in decisions.items():
            if decision is not None and attribute in counts:
                fields[decision] += counts[attribute]
        for decision, attributes in found.answered:
            if number := sum(map(counts.get, attributes, repeat(0))):
                fields[decision] += number

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
                _put(self.kept, attribute, plan.decision)
            return attribute
        redacted = written(head, treated)
        if is_plain and name and len(redacted) <= _MAX_REPLACED:
            _put(self._replaced, name, (redacted, plan.decision))
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
