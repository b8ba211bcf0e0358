"""Attributes as bytes: what was seen before is looked up, what is new is read without a message.

An attribute that the engine keeps is remembered as it stands. Of one that it replaces only a keyed
digest is remembered, with what stands in its place, which a sink may see. The builtin ``hash`` will
not do for that: its key is an operator's to set (``PYTHONHASHSEED``), and who knows it can write
two attributes with one hash, of which one would get what stands for the other.
"""

import secrets
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from hashlib import blake2b
from typing import Any, Final

from opentelemetry.proto.common.v1.common_pb2 import KeyValue

from spanveil.gateway._anyvalue import is_same
from spanveil.gateway._flat_wire import Unusual, read, written
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

_DIGEST: Final = 16
_KEY: Final = 32


def keyed_digest() -> Callable[[bytes], bytes]:
    """Return a digest of 128 bits under a key of its own (BLAKE2b, RFC 7693), for one memory.

    Nobody finds two inputs with one digest, nor learns an input from its digest, without the key,
    which is random and never leaves the process.
    """
    keyed = partial(blake2b, digest_size=_DIGEST, key=secrets.token_bytes(_KEY))
    return lambda data: keyed(data).digest()


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
        self, attributes: Sequence[bytes], found: list[Decision | None], report: Report
    ) -> list[bytes]:
        """Redact attributes of which not all are in ``kept``.

        Args:
            attributes: Serialized ``KeyValue``.
            found: What ``kept`` says of each. Where it says nothing the decision is filled in, and
                where treatment fails the place is taken out: what failed is an error in the report
                and no field.
            report: Gets findings and faults, and counts of fields that do not matter.

        Returns:
            The attributes, those that do not change themselves.

        Raises:
            Unusual: They must be redacted together, or one of them is not known to this way.
                Nothing was counted.
            DecodeError: One of them is no ``KeyValue``.
        """
        result = list(attributes)
        new: list[tuple[int, _Known, bytes, bytes, Any]] = []
        replaced = self._replaced
        for index, decision in enumerate(found):
            if decision is not None:
                continue
            attribute = result[index]
            name = b""
            if len(attribute) <= MAX_LOOKED_UP:
                name = self._digest(attribute)
                one = replaced.get(name)
                if one is not None:
                    result[index], found[index] = one
                    continue
            head, value = read(attribute)
            known = self._keys.get(head)
            new.append((index, self._known(head) if known is None else known, name, head, value))
        failed = False
        for index, known, name, head, value in new:
            errors = report.errors and report.errors.total()
            result[index] = self._treated(result[index], known, name, head, value, report)
            if report.errors and report.errors.total() != errors:
                failed = True
            else:
                found[index] = known.plan.decision
        if failed:
            found[:] = [decision for decision in found if decision is not None]
        return result

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
