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
from spanveil.gateway._flat_wire import Unusual, key_field, read, short_text, written
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
"""Up to so many bytes a digest costs next to nothing beside a treatment that reads the text."""

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
        changed: list[int] = []
        new: list[tuple[int, _Known, bytes]] = []
        keys = self._keys
        for index in [index for index, decision in enumerate(found) if decision is None]:
            attribute = attributes[index]
            head = key_field(attribute)
            known = keys.get(head) or self._known(read(attribute)[0])
            name = b""
            if len(attribute) <= MAX_LOOKED_UP and known.is_looked_up(attribute):
                name = self._digest(attribute)
                one = self._replaced.get(name)
                if one is not None:
                    attributes[index], found[index] = one
                    known.misses -= _WORTH if known.misses > _WORTH else 0
                    changed.append(index)
                    continue
            if known.text is not None and head:
                redacted = self._text(attribute, known, name, head)
                if redacted is not None:
                    found[index] = known.decision
                    if redacted is not attribute:
                        attributes[index] = redacted
                        changed.append(index)
                    continue
            new.append((index, known, name))
        if new:
            changed += self._all_treated(attributes, new, found, report)
        return changed

    def _text(self, attribute: bytes, known: "_Known", name: bytes, head: bytes) -> bytes | None:
        """Redact a short text whose treatment takes nothing else, ``None`` if it is none.

        It is remembered, but not where ``name`` is ``b""``.
        """
        text = short_text(attribute, len(head))
        if text is None or known.text is None:
            return None
        redacted = known.text(text)
        if redacted == text:
            if name and len(attribute) <= MAX_KEPT:
                _put(self.kept, attribute, known.decision)
            return attribute
        data = written(head, redacted)
        if name:
            _put(self._replaced, name, (data, known.decision))
        return data

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
    """A key: its plan, and what is worth remembering of its values."""

    __slots__ = ("decision", "misses", "new", "plan", "text")

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.decision = plan.decision
        self.text = plan.text
        self.new = 0
        self.misses = 0

    def is_looked_up(self, attribute: bytes) -> bool:
        """Say whether a value may have come before, and is worth finding out.

        Where fewer than one look-up in five finds something, treating a text again costs less, and
        so does not hashing a prompt that is new each time. One value in 16 is looked up then,
        always the same ones, to see whether that changes.
        """
        is_cheap = self.text is None and len(attribute) <= _HASHED_FOR_LITTLE
        if is_cheap or self.misses < _TRIES:
            self.misses += 1
            return True
        return not (attribute[-1] + attribute[len(attribute) // 2]) % _TRY_AGAIN


def _events(report: Report) -> int:
    if not report.entities and not report.errors:
        return 0
    return report.entities.total() + report.errors.total()


def _put(known: dict[Any, Any], entry: Any, decision: Any) -> None:
    # Values can be unbounded: start over, never grow.
    if len(known) >= _MAX_ENTRIES:
        known.clear()
    known[entry] = decision
