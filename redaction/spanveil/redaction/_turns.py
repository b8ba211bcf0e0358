"""Redact the messages of a conversation once each, however often the conversation is sent.

A conversation is a JSON array of objects. What becomes of one of them depends on nothing but its
own text, the treatment and the place of the array, so that an object that was met before is not
looked into again: it is hashed, and what became of it is made from its text again.
"""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, cast

from spanveil.redaction._budget import Budget
from spanveil.redaction._json import decode_at, parse_container, write
from spanveil.redaction._memo import Memo
from spanveil.redaction._report import Report
from spanveil.redaction._splice import Splice, make_splice

if TYPE_CHECKING:
    from hashlib import blake2b

    from spanveil.config import Limits

_MIN_CHARS: Final = 256
"""Of an array: a shorter one is walked as soon."""
_MIN_OBJECT_CHARS: Final = 48
_TURN_BYTES: Final = 200
_OPEN: Final = re.compile(r"\[[ \t\n\r]*(?=\{)")
_NEXT: Final = re.compile(r"[ \t\n\r]*(?:,[ \t\n\r]*(?=\{)|(\])[ \t\n\r]*\Z)")

Redact = Callable[[Any, Budget, Report], Any]
"""From a parsed object of the array, the budget of the whole value and where to count to what
becomes of it."""


class _Turn:
    """What became of one object: never its text.

    Attributes:
        nodes: How much of the bound on nodes it took.
        chars: How much of the bound on characters it took.
        entities: What was found in it.
        changed: Whether anything was.
        shown: How it is shown; a text where all of it is structure.
        next_size: How long the object was that followed it last, which is a guess for the next
            time.
    """

    __slots__ = ("changed", "chars", "entities", "next_size", "nodes", "shown")

    def __init__(
        self,
        nodes: int,
        chars: int,
        entities: tuple[tuple[str, int], ...],
        changed: bool,
        shown: Splice | str,
    ) -> None:
        self.nodes = nodes
        self.chars = chars
        self.entities = entities
        self.changed = changed
        self.shown = shown
        self.next_size = 0


class _Object:
    """One object of an array as it was met.

    Attributes:
        text: How it is written.
        name: Its entry's name; empty if it is too short for one.
        turn: What became of it.
        parsed: Its value, if it had to be parsed.
        written: How it is shown, if that was found just now.
    """

    __slots__ = ("name", "parsed", "text", "turn", "written")

    def __init__(self, text: str, name: bytes, turn: _Turn | None, parsed: Any) -> None:
        self.text = text
        self.name = name
        self.turn = turn
        self.parsed = parsed
        self.written = ""

    def shown(self) -> str:
        """Return how the object is shown."""
        if self.written or self.turn is None:
            return self.written
        kept = self.turn.shown
        return kept if isinstance(kept, str) else kept.of(self.text)


class Turns:
    """Redact arrays of objects, each object once.

    Args:
        memo: Remembers.
        limits: Bounds on the work for one value.
    """

    __slots__ = ("_limits", "_memo")

    def __init__(self, memo: Memo, limits: "Limits") -> None:
        self._memo = memo
        self._limits = limits

    def redact(
        self,
        text: str,
        scope: tuple[str, ...],
        tenant: str,
        report: Report,
        redact: Redact,
        *,
        as_written: bool,
    ) -> str | None:
        """Return what a whole value becomes, exactly as if it were walked as one.

        Args:
            text: The value.
            scope: The treatment, and whatever it depends on besides the value.
            tenant: The opaque tag of the tenant.
            report: Where findings are counted.
            redact: Treats one object, which stands at depth 2.
            as_written: Prose stays: a value without findings is returned as it is, and no text of
                an object may be remembered. Without it, ``redact`` leaves structure alone.

        Returns:
            The value redacted; ``None`` if it is no JSON array of objects or too short or too long
            for this, so that it is to be walked.

        Raises:
            BudgetExhausted: If the value is larger or deeper than the limits allow.
        """
        if not _MIN_CHARS <= len(text) <= self._limits.max_chars:
            return None
        objects = self._objects(text, self._memo.mac(tenant, "turn", *scope))
        if objects is None:
            return None
        budget = Budget(self._limits)
        budget.visit(0)
        budget.admits(text)
        budget.visit(1)
        changed = not as_written
        before: _Turn | None = None
        for each in objects:
            turn = each.turn
            if turn is not None and budget.spend(turn.nodes, turn.chars):
                for entity, count in turn.entities:
                    report.entities[entity] += count
                changed = changed or turn.changed
            else:
                changed = self._new(each, budget, report, redact, as_written) or changed
            if before is not None:
                before.next_size = len(each.text)
            before = each.turn
        return f"[{','.join([each.shown() for each in objects])}]" if changed else text

    def _objects(self, text: str, scope: "blake2b") -> list[_Object] | None:
        """Return the objects of an array, parsed where they are new."""
        opened = _OPEN.match(text)
        if opened is None:
            return None
        place = opened.end()
        objects: list[_Object] = []
        before: _Turn | None = None
        while True:
            size = before.next_size if before is not None else 0
            # An object's text ends where its last brace closes, so that a text that begins with one
            # that is known has that one there.
            met = self._met(text[place : place + size], scope, None) if size else None
            if met is None or met.turn is None:
                try:
                    parsed, end = decode_at(text, place)
                except (ValueError, RecursionError):
                    return None
                size = end - place
                met = self._met(text[place:end], scope, parsed)
            objects.append(met)
            before = met.turn
            after = _NEXT.match(text, place + size)
            if after is None:
                return None
            if after[1]:
                return objects
            place = after.end()

    def _met(self, text: str, scope: "blake2b", parsed: Any) -> _Object:
        if len(text) < _MIN_OBJECT_CHARS:
            return _Object(text, b"", None, parsed)
        mac = scope.copy()
        mac.update(text.encode("utf-8", "surrogatepass"))
        name = mac.digest()
        turn = self._memo.get(name)
        return _Object(text, name, cast("_Turn | None", turn), parsed)

    def _new(
        self, each: _Object, budget: Budget, report: Report, redact: Redact, as_written: bool
    ) -> bool:
        """Treat an object, remember what became of it, and say whether it changed."""
        parsed = each.parsed if each.parsed is not None else parse_container(each.text)
        nodes, chars = budget.left()
        own = Report()
        try:
            redacted = redact(parsed, budget, own)
        finally:
            report.entities.update(own.entities)
        each.written = shown = write(redacted)
        changed = not as_written or redacted != parsed
        nodes_left, chars_left = budget.left()
        # Past the bound on characters a marker stands for what was not looked into.
        if each.name and each.turn is None and chars_left >= 0:
            kept = make_splice(each.text, shown) if as_written else shown
            if kept is not None:
                entities, used = (
                    tuple(own.entities.items()),
                    (nodes - nodes_left, chars - chars_left),
                )
                size = len(kept) if isinstance(kept, str) else kept.size()
                each.turn = _Turn(*used, entities, changed, kept)
                self._memo.put(each.name, each.turn, _TURN_BYTES + size)
        return changed
