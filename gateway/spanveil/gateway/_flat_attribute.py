"""Attributes as bytes: what was seen before is looked up, what is new is read without a message.

An attribute that the engine keeps is remembered as it stands. Of one that it replaces only a keyed
digest is remembered, with what stands in its place, which a sink may see. The builtin ``hash`` will
not do for that: its key is an operator's to set (``PYTHONHASHSEED``), and who knows it can write
two attributes with one hash, of which one would get what stands for the other.
"""

import secrets
from collections.abc import Callable, Iterable
from hashlib import blake2b
from typing import Any, Final

from opentelemetry.proto.common.v1.common_pb2 import KeyValue

from spanveil.gateway._anyvalue import is_same
from spanveil.gateway._flat_wire import Unusual, key_field, read, short_value, written
from spanveil.gateway._kept import Decision
from spanveil.gateway._tags import TagPolicy
from spanveil.redaction import Plan, Redactor, Report

_MAX_ENTRIES: Final = 65_536
_TRIES: Final = 512
_TRY_AGAIN: Final = 16
_WORTH: Final = 5
_MAX_REPLACED: Final = 2_048
MAX_KEPT: Final = 192
MAX_LOOKED_UP: Final = 8_192
"""Longer attributes are treated sooner than hashed."""

_HASHED_FOR_LITTLE: Final = 1_024
"""Up to so many bytes a digest costs next to nothing beside a treatment that looks into a text."""

_DIGEST: Final = 16
_KEY: Final = 32


def keyed_digest() -> Callable[[bytes], bytes]:
    """Return a digest of 128 bits under a key of its own (BLAKE2b, RFC 7693), for one memory.

    Nobody finds two inputs with one digest, nor learns an input from its digest, without the key,
    which is random and never leaves the process.
    """
    started = blake2b(digest_size=_DIGEST, key=secrets.token_bytes(_KEY)).copy

    def digest(data: bytes) -> bytes:
        mac = started()
        mac.update(data)
        return mac.digest()

    return digest


class FlatAttributes:
    """Redact attributes of streams that are not trusted, for one profile.

    May be used by several threads: entries are only ever added whole, or all dropped.

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
        self._keys: dict[bytes, _Known] = {}
        self._unusual: dict[bytes, None] = {}

    def redact(
        self, attributes: list[bytes], found: list[Decision | None], report: Report
    ) -> list[int]:
        """Redact attributes of which not all are in ``kept``, in place.

        Args:
            attributes: Serialized ``KeyValue``.
            found: What ``kept`` says of each. Where it says nothing the decision is filled in, and
                where treatment fails the place is taken out: what failed is an error in the report
                and no field.
            report: Gets findings and faults, and counts of fields that do not matter.

        Returns:
            Which attributes changed.

        Raises:
            Unusual: They must be redacted together, or one of them is not known to this way.
                Nothing was counted.
            DecodeError: One of them is no ``KeyValue``. Nothing was counted.
        """
        # Every step here is done for each attribute that is new; hence no calls for small things.
        changed: list[int] = []
        new: list[tuple[int, _Known, bytes]] = []
        keys, digest, replaced = self._keys, self._digest, self._replaced
        for index, decision in enumerate(found):
            if decision is not None:
                continue
            attribute = attributes[index]
            size = len(attribute)
            head = attribute[: attribute[1] + 2] if size > 4 else b""
            known = keys.get(head)
            if known is None:  # new, or not written as usual
                head = key_field(attribute)
                known = self._known(read(attribute)[0])
            name, one = b"", None
            misses = known.misses
            if size <= MAX_LOOKED_UP and (misses < _TRIES or known.is_tried(attribute)):
                name = digest(attribute)
                one = replaced.get(name)
                if one is None:
                    known.misses = min(misses + 1, _TRIES)
            if one is None and known.answers and head:
                value = short_value(attribute, len(head))
                shown: Any = None
                if type(value) is str:
                    shown = known.text(value)
                elif type(value) is int:
                    shown = known.integer(value)
                if shown is not None:
                    found[index] = known.decision
                    if shown != value:
                        attributes[index] = written(head, shown)
                        changed.append(index)
                    if name:
                        self._remember(attribute, attributes[index], known, name)
                    continue
            if one is None and not name and size <= _HASHED_FOR_LITTLE:
                name = digest(attribute)
                one = replaced.get(name)
            if one is None:
                new.append((index, known, name))
                continue
            attributes[index], found[index] = one
            known.misses = max(0, misses - _WORTH)
            changed.append(index)
        if new:
            changed += self._all_treated(attributes, new, found, report)
        return changed

    def _remember(self, attribute: bytes, redacted: bytes, known: "_Known", name: bytes) -> None:
        if redacted is not attribute:
            _put(self._replaced, name, (redacted, known.decision))
        elif len(attribute) <= MAX_KEPT:
            _put(self.kept, attribute, known.decision)

    def _all_treated(
        self,
        attributes: list[bytes],
        new: list[tuple[int, "_Known", bytes]],
        found: list[Decision | None],
        report: Report,
    ) -> list[int]:
        values = [read(attributes[index]) for index, _, _ in new]  # all of them, before one counts
        changed: list[int] = []
        failed = False
        for (index, known, name), (head, value) in zip(new, values, strict=True):
            errors = report.errors and report.errors.total()
            redacted = self._treated(attributes[index], known, name, head, value, report)
            if redacted is not attributes[index]:
                attributes[index] = redacted
                changed.append(index)
            if report.errors and report.errors.total() != errors:
                failed = True
            else:
                found[index] = known.plan.decision
        if failed:
            found[:] = [decision for decision in found if decision is not None]
        return changed

    def _treated(
        self,
        attribute: bytes,
        known: "_Known",
        name: bytes,
        head: bytes,
        value: Any,
        report: Report,
    ) -> bytes:
        """Return one attribute redacted, and remember it under its digest, ``b""`` for none."""
        plan = known.plan
        is_plain = True
        treated: Any = None
        if plan.text is not None and type(value) is str:
            treated = plan.text(value)
        elif plan.integer is not None and type(value) is int:
            treated = plan.integer(value)
        if treated is None:  # it takes more, or is nothing, which stays
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

    def _known(self, head: bytes) -> "_Known":
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
        known = _Known(plan)
        if head and len(head) <= MAX_KEPT:  # b"" is what `key_field` says of anything odd
            _put(self._keys, head, known)
        return known


class _Known:
    """A key: its plan, and what is worth remembering of its values.

    Attributes:
        plan: Its plan.
        decision: The plan's.
        text: What the plan does to a text by itself; ``None`` for one that takes more.
        integer: The same for an integer.
        answers: Whether either ever gives an answer.
        new: Values that the engine was shown whole.
        misses: Values that were looked up in vain, less what was found.
    """

    __slots__ = ("answers", "decision", "integer", "misses", "new", "plan", "text")

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.decision = plan.decision
        self.text = plan.text or _takes_more
        self.integer = plan.integer or _takes_more
        self.answers = plan.text is not None or plan.integer is not None
        self.new = 0
        self.misses = 0

    def is_tried(self, attribute: bytes) -> bool:
        """Say whether a value is looked up although hardly any value was there.

        Where fewer than one look-up in five finds something, treating a text again costs less, and
        so does not hashing a prompt that is new each time. One value in 16 is looked up then,
        always the same ones, to see whether that changes.
        """
        return not (attribute[-1] + attribute[len(attribute) // 2]) % _TRY_AGAIN


def _takes_more(value: object) -> None:
    return None


def _events(report: Report) -> int:
    if not report.entities and not report.errors:
        return 0
    return report.entities.total() + report.errors.total()


def _put(known: dict[Any, Any], entry: Any, decision: Any) -> None:
    # Values can be unbounded: start over, never grow.
    if len(known) >= _MAX_ENTRIES:
        known.clear()
    known[entry] = decision
