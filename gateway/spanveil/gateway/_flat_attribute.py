"""Attributes as bytes: what was seen before is looked up, what is new is read without a message.

An attribute that the engine keeps is remembered as it stands. Of one that it replaces only a keyed
hash is remembered (``hash`` of bytes is SipHash under a key of this process), with what stands in
its place, which a sink may see.
"""

import struct
from collections.abc import Iterable, Sequence
from typing import Any, Final

from opentelemetry.proto.common.v1.common_pb2 import KeyValue

from spanveil.gateway._anyvalue import assign, is_same, plain
from spanveil.gateway._kept import Decision
from spanveil.gateway._tags import TagPolicy
from spanveil.redaction import Plan, Redactor, Report

_MAX_ENTRIES: Final = 65_536
_TRIES: Final = 512
_TRY_AGAIN: Final = 16
_MAX_REPLACED: Final = 2_048
MAX_KEPT: Final = 192
MAX_LOOKED_UP: Final = 8_192
"""Longer attributes are treated sooner than hashed."""

_SHORT: Final = 128
"""Lengths below it take one byte (protobuf encoding, "Base 128 Varints")."""

# Tags of fields: number << 3 | wire type.
_KEY: Final = 0x0A
_VALUE: Final = 0x12
_STRING: Final = 0x0A
_BOOL: Final = 0x10
_INT: Final = 0x18
_DOUBLE: Final = 0x21


class Unusual(Exception):
    """An attribute that a span's other attributes decide about, or none that can be looked up."""


class FlatAttributes:
    """Redact attributes of streams that are not trusted, for one profile.

    May be used by several threads: entries are only ever added whole, or all dropped.

    Args:
        redactor: The engine.
        tags: Which keys are reserved.
    """

    __slots__ = ("_keys", "_redactor", "_replaced", "_tags", "_unusual", "kept")

    def __init__(self, redactor: Redactor, tags: TagPolicy) -> None:
        self._redactor = redactor
        self._tags = tags
        self.kept: dict[bytes, Decision] = {}
        self._replaced: dict[int, tuple[bytes, Decision]] = {}
        self._keys: dict[bytes, _Known] = {}
        self._unusual: dict[bytes, None] = {}

    def redact(
        self, attributes: Sequence[bytes], found: list[Decision | None], report: Report
    ) -> list[bytes]:
        """Redact attributes of which not all are in ``kept``.

        Args:
            attributes: Serialized ``KeyValue``.
            found: What ``kept`` says of each. Where it says nothing the decision is filled in.
            report: Gets findings and faults, and counts of fields that do not matter.

        Returns:
            The attributes, those that do not change themselves.

        Raises:
            Unusual: They must be redacted together, or one of them is not known to this way.
                Nothing was counted.
            DecodeError: One of them is no ``KeyValue``.
        """
        result = list(attributes)
        new: list[tuple[int, _Known, bytes, Any]] = []
        replaced = self._replaced
        for index, decision in enumerate(found):
            if decision is not None:
                continue
            attribute = result[index]
            if len(attribute) <= MAX_LOOKED_UP:
                one = replaced.get(hash(attribute))
                if one is not None:
                    result[index], found[index] = one
                    continue
            head, value = _read(attribute)
            known = self._keys.get(head)
            new.append((index, self._known(head) if known is None else known, head, value))
        for index, known, head, value in new:
            found[index] = known.plan.decision
            result[index] = self._treated(result[index], known, head, value, report)
        return result

    def _treated(
        self, attribute: bytes, known: "_Known", head: bytes, value: Any, report: Report
    ) -> bytes:
        plan = known.plan
        is_plain = True
        if plan.text is not None and type(value) is str:
            treated: Any = plan.text(value)
        elif plan.integer is not None and type(value) is int:
            treated = plan.integer(value)
        else:
            before = _events(report)
            treated = plan(value, report)
            is_plain = _events(report) == before
        known.new += 1
        # A key whose values hardly ever come again is not worth its place.
        is_plain = is_plain and (known.new < _TRIES or not known.new % _TRY_AGAIN)
        if is_same(treated, value):
            if is_plain and len(attribute) <= MAX_KEPT and not isinstance(value, list | dict):
                _put(self.kept, attribute, plan.decision)
            return attribute
        redacted = _written(head, treated)
        if is_plain and len(attribute) <= MAX_LOOKED_UP and len(redacted) <= _MAX_REPLACED:
            _put(self._replaced, hash(attribute), (redacted, plan.decision))
        return redacted

    @staticmethod
    def texts(attributes: Iterable[bytes]) -> set[str]:
        """Return the texts that attributes consist of.

        Raises:
            Unusual: One of them is none that can be looked up.
            DecodeError: One of them is no ``KeyValue``.
        """
        values = (_read(attribute)[1] for attribute in attributes)
        return {value for value in values if isinstance(value, str)}

    def _known(self, head: bytes) -> "_Known":
        if head in self._unusual:
            raise Unusual
        key = KeyValue.FromString(head).key
        plan = None if self._tags.is_reserved(key) else self._redactor.plan(key)
        if plan is None:
            if len(head) <= MAX_KEPT:
                _put(self._unusual, head, None)
            raise Unusual
        known = _Known(plan)
        if len(head) <= MAX_KEPT:
            _put(self._keys, head, known)
        return known


class _Known:
    """A key: its plan, and how many of its values were new."""

    __slots__ = ("new", "plan")

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.new = 0


def _events(report: Report) -> int:
    if not report.entities and not report.errors:
        return 0
    return report.entities.total() + report.errors.total()


def _put(known: dict[Any, Any], entry: Any, decision: Any) -> None:
    # Values can be unbounded: start over, never grow.
    if len(known) >= _MAX_ENTRIES:
        known.clear()
    known[entry] = decision


def _read(attribute: bytes) -> tuple[bytes, Any]:
    """Return the bytes of the key's field, and the value.

    Whatever is not the shortest encoding of key and value, in this order, is left to the parser.
    """
    size = len(attribute)
    if size > 4 and attribute[0] == _KEY and attribute[1] < _SHORT:
        start = attribute[1] + 2
        head = attribute[:start]
        rest = size - start - 2  # of the value's message
        if 1 < rest < _SHORT and attribute[start] == _VALUE and attribute[start + 1] == rest:
            kind, first = attribute[start + 2], attribute[start + 3]
            if kind == _STRING and first == rest - 2:
                try:
                    return head, attribute[start + 4 :].decode()
                except UnicodeDecodeError:
                    pass
            elif kind == _INT and rest < 6:
                number = _varint(attribute, start + 3)
                if number is not None:
                    return head, number
            elif kind == _BOOL and rest == 2 and first < 2:
                return head, bool(first)
            elif kind == _DOUBLE and rest == 9:
                return head, struct.unpack_from("<d", attribute, start + 3)[0]
        elif rest >= _SHORT and attribute[start] == _VALUE:
            text = _long_text(attribute, start + 1)
            if text is not None:
                return head, text
    pair = KeyValue.FromString(attribute)
    pair.DiscardUnknownFields()
    if pair.ByteSize() != size:  # an unknown field, or one that stands twice
        raise Unusual
    value = plain(pair.value)
    pair.ClearField("value")
    return pair.SerializeToString(), value


def _long_text(data: bytes, start: int) -> str | None:
    """Return the text that a value consists of, given where the value's length stands."""
    size, start = _length(data, start)
    if size < _SHORT or size != len(data) - start or data[start] != _STRING:
        return None
    size, start = _length(data, start + 1)
    if size != len(data) - start:
        return None
    try:
        return data[start:].decode()
    except UnicodeDecodeError:
        return None


def _length(data: bytes, start: int) -> tuple[int, int]:
    """Return a length of at most 28 bits, and where it ends; -1 for any other number."""
    number = 0
    for shift in (0, 7, 14, 21):
        byte = data[start] if start < len(data) else 0xFF
        start += 1
        number |= (byte & 0x7F) << shift
        if byte < _SHORT:
            return number, start
    return -1, start


def _varint(data: bytes, start: int) -> int | None:
    """Return the number of up to 28 bits that ends the data, if it is one in its shortest form."""
    number = shift = 0
    last = len(data) - 1
    for place in range(start, last):
        byte = data[place]
        if byte < _SHORT:
            return None
        number |= (byte & 0x7F) << shift
        shift += 7
    byte = data[last]
    if byte >= _SHORT or (byte == 0 and last > start):
        return None
    return number | byte << shift


def _written(head: bytes, value: object) -> bytes:
    if type(value) is str:
        text = value.encode()
        size = len(text)
        if size < _SHORT - 2:
            return head + bytes((_VALUE, size + 2, _STRING, size)) + text
    pair = KeyValue.FromString(head)
    pair.value.SetInParent()
    assign(pair.value, value)
    return pair.SerializeToString()
