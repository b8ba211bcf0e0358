"""Redact the messages of a conversation once each, however often the conversation is sent.

A conversation is a JSON array of objects, or an object of which such an array is a member. What
becomes of one message depends on nothing but its own text, the treatment and its place, so that one
that was met before is not looked into again: it is hashed, and what became of it is made from its
text again. All else of the value is parsed and walked as ever.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, cast

from spanveil.redaction._budget import Budget
from spanveil.redaction._json import Written, parse_container, write
from spanveil.redaction._memo import Memo
from spanveil.redaction._message_texts import MessageTexts
from spanveil.redaction._report import Report
from spanveil.redaction._splice import Splice, make_splice

if TYPE_CHECKING:
    from hashlib import blake2b

    from spanveil.config import Limits

MIN_CHARS: Final = 256
"""Of a value: a shorter one is parsed as soon."""
_MIN_MESSAGE_CHARS: Final = 48
_TURN_BYTES: Final = 200

Place = tuple[str, int]
"""What decides how a message is treated besides its text: how the walk treats its fields, or the
key that it stands under; and its depth."""

Redact = Callable[[Any], Any]
"""From a parsed message to what becomes of it."""


class _Turn:
    """What became of one message: never its text.

    Attributes:
        place: Where it stood.
        nodes: How much of the bound on nodes it took.
        chars: How much of the bound on characters it took.
        entities: What was found in it.
        changed: Whether anything was.
        shown: How it is shown; a text where all of it is structure.
        next_size: How long the message was that followed it last, which is a guess for the next
            time.
    """

    __slots__ = ("changed", "chars", "entities", "next_size", "nodes", "place", "shown")

    def __init__(
        self,
        place: Place,
        used: tuple[int, int],
        entities: tuple[tuple[str, int], ...],
        changed: bool,
        shown: Splice | str,
    ) -> None:
        self.place = place
        self.nodes, self.chars = used
        self.entities = entities
        self.changed = changed
        self.shown = shown
        self.next_size = 0

    def of(self, text: str) -> str:
        """Return how the message is shown."""
        kept = self.shown
        return kept if isinstance(kept, str) else kept.of(text)


class Message:
    """A message within a parsed value, which stands for the object that it would be parsed to.

    Attributes:
        text: How it is written.
        name: Its entry's name; empty if it is too short for one.
        turn: What became of it, if that is remembered.
        parsed: The object, if it had to be parsed.
        before: The message before it.
    """

    __slots__ = ("before", "name", "parsed", "text", "turn")

    def __init__(
        self, text: str, name: bytes, turn: _Turn | None, parsed: Any, before: "Message | None"
    ) -> None:
        self.text = text
        self.name = name
        self.turn = turn
        self.parsed = parsed
        self.before = before


class Shown(Written):
    """A message as it is shown."""

    __slots__ = ("changed",)

    def __init__(self, text: str, changed: bool) -> None:
        super().__init__(text)
        self.changed = changed

    def __eq__(self, other: object) -> bool:
        # Compared with what it was made of, to see whether a value has changed.
        return isinstance(other, Message) and not self.changed

    __hash__ = None  # type: ignore[assignment]


class Turns:
    """Redact messages once each, for one treatment of one attribute.

    Args:
        memo: Remembers.
        limits: Bounds on the work for one value.
        tenant: The opaque tag of the tenant.
        scope: The treatment, and whatever it depends on besides a message's text and place.
        as_written: Prose stays, so that no text of a message may be remembered. Without it, what is
            shown of a message is structure.
    """

    __slots__ = ("_as_written", "_limits", "_mac", "_memo")

    def __init__(
        self,
        memo: Memo,
        limits: "Limits",
        tenant: str,
        scope: tuple[str, ...],
        *,
        as_written: bool,
    ) -> None:
        self._memo = memo
        self._limits = limits
        self._mac: blake2b = memo.mac(tenant, "turn", *scope)
        self._as_written = as_written

    def parse(self, text: str) -> Any:
        """Parse a whole value, with a ``Message`` for each message of a conversation.

        Returns:
            The value; ``None`` if only ``parse_container`` can say what it is.
        """
        if not MIN_CHARS <= len(text) <= self._limits.max_chars:
            return None
        return MessageTexts(text, self._met).parse()

    def _met(self, text: str, parsed: Any, before: Message | None) -> Message:
        if len(text) < _MIN_MESSAGE_CHARS:
            return Message(text, b"", None, parsed, before)
        mac = self._mac.copy()
        mac.update(text.encode("utf-8", "surrogatepass"))
        name = mac.digest()
        turn = cast("_Turn | None", self._memo.get(name))
        return Message(text, name, turn, parsed, before)

    def redact(
        self, message: Message, place: Place, budget: Budget, report: Report, redact: Redact
    ) -> Shown:
        """Return what a message becomes, exactly as if it were walked.

        Args:
            message: The message.
            place: Where it stands.
            budget: The budget of the whole value, from which ``redact`` takes too.
            report: Where findings are counted, by ``redact`` too.
            redact: Walks a parsed message.

        Raises:
            BudgetExhausted: If the value is larger or deeper than the limits allow.
        """
        turn = message.turn
        if turn is not None and turn.place == place and budget.spend(turn.nodes, turn.chars):
            for entity, count in turn.entities:
                report.entities[entity] += count
            shown = Shown(turn.of(message.text), turn.changed)
        else:
            shown = self._new(message, place, budget, report, redact)
        if message.before is not None and message.before.turn is not None:
            message.before.turn.next_size = len(message.text)
        return shown

    def _new(
        self, message: Message, place: Place, budget: Budget, report: Report, redact: Redact
    ) -> Shown:
        """Walk a message, and remember what became of it."""
        parsed = message.parsed if message.parsed is not None else parse_container(message.text)
        nodes, chars = budget.left()
        counted = report.entities.copy()
        redacted = redact(parsed)
        text = write(redacted)
        changed = not self._as_written or redacted != parsed
        nodes_left, chars_left = budget.left()
        # Past the bound on characters a marker stands for what was not looked into.
        if message.name and message.turn is None and chars_left >= 0:
            kept = make_splice(message.text, text) if self._as_written else text
            if kept is not None:
                found = tuple((report.entities - counted).items())
                used = nodes - nodes_left, chars - chars_left
                size = len(kept) if isinstance(kept, str) else kept.size()
                message.turn = _Turn(place, used, found, changed, kept)
                self._memo.put(message.name, message.turn, _TURN_BYTES + size)
        return Shown(text, changed)
