"""Redact the messages of a conversation once each, however often the conversation is sent.

A conversation is a JSON array of objects, or an object of which such an array is a member. What
becomes of one message depends on nothing but its own text, the treatment and its place, so that one
that was met before is not looked into again: it is hashed, and what became of it is made from its
text again. Several that stand in a row are hashed as one. All else of the value is parsed and
walked as ever.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final, cast

from spanveil.redaction._budget import Budget
from spanveil.redaction._json import Written, parse_container, write
from spanveil.redaction._memo import Memo
from spanveil.redaction._message_texts import MessageTexts, messages_in
from spanveil.redaction._report import Report
from spanveil.redaction._splice import Splice, join_splices, make_splice

if TYPE_CHECKING:
    from hashlib import blake2b

    from spanveil.config import Limits

MIN_CHARS: Final = 256
"""Of a value: a shorter one is parsed as soon."""
_TURN_BYTES: Final = 200

Place = tuple[str, int]
"""What decides how a message is treated besides its text: how the walk treats its fields, or the
key that it stands under; and its depth."""

Redact = Callable[[Any], Any]
"""From a parsed message to what becomes of it."""


class Turn:
    """What became of one message, or of several in a row: never a text of theirs.

    Attributes:
        place: Where it stood.
        nodes: How much of the bound on nodes it took.
        chars: How much of the bound on characters it took.
        entities: What was found in it.
        changed: Whether anything was.
        shown: How it is shown; a text where all of it is structure.
        last: The last turn of several in a row; ``None`` for one message.
        next_size: How long the message or the row was that followed last, which is a guess for the
            next time.
    """

    __slots__ = ("changed", "chars", "entities", "last", "next_size", "nodes", "place", "shown")

    def __init__(
        self,
        place: Place,
        used: tuple[int, int],
        entities: tuple[tuple[str, int], ...],
        changed: bool,
        shown: Splice | str,
        last: "Turn | None" = None,
    ) -> None:
        self.place = place
        self.nodes, self.chars = used
        self.entities = entities
        self.changed = changed
        self.shown = shown
        self.last = last
        self.next_size = 0

    def size(self) -> int:
        """Return about how many bytes this takes, without the last of several."""
        kept = self.shown
        return _TURN_BYTES + (len(kept) if isinstance(kept, str) else kept.size())

    def leads_to(self, size: int) -> None:
        """Remember how long what follows is."""
        self.next_size = size
        if self.last is not None:  # it may be met alone, once what a row begins with is gone
            self.last.next_size = size

    def of(self, text: str) -> str:
        """Return how the message is shown."""
        kept = self.shown
        return kept if isinstance(kept, str) else kept.of(text)


class Message:
    """A message within a parsed value, which stands for the object that it would be parsed to.

    Several that are known stand for as many objects, and are shown with commas between them.

    Attributes:
        text: How it is written.
        name: Its entry's name.
        turn: What became of it, if that is remembered.
        parsed: The object, if it had to be parsed.
        before: The message before it.
    """

    __slots__ = ("before", "name", "parsed", "text", "turn")

    def __init__(
        self, text: str, name: bytes, turn: Turn | None, parsed: Any, before: "Message | None"
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
        return MessageTexts(text, self).parse()

    def met(self, text: str, parsed: Any, before: Message | None) -> Message:
        """Return a message with what is known of it.

        Args:
            text: How it is written.
            parsed: The object, if it was parsed.
            before: The message before it.
        """
        name = self._name(text)
        return Message(text, name, cast("Turn | None", self._memo.get(name)), parsed, before)

    def _name(self, text: str) -> bytes:
        mac = self._mac.copy()
        mac.update(text.encode("utf-8", "surrogatepass"))
        return mac.digest()

    def join(self, row: Sequence[Message], places: Sequence[int], whole: str) -> Message | None:
        """Return messages in a row as one, which is remembered beside them.

        Args:
            row: The messages, of each of which is known what became of it.
            places: Where each stands.
            whole: The text in which they stand.

        Returns:
            The one; ``None`` if they were not all treated alike, or one has to be parsed.
        """
        turns = [message.turn for message in row if message.turn is not None]
        first, before = places[0], row[0].before
        joined = self.met(whole[first : places[-1] + len(row[-1].text)], None, before)
        if joined.turn is None:
            if any(turn.place != turns[0].place for turn in turns):
                return None
            shown = self._joined(row, places, whole)
            if shown is None:
                return None
            entities: Counter[str] = Counter()
            for turn in turns:
                entities.update(dict(turn.entities))
            joined.turn = Turn(
                turns[0].place,
                (sum(turn.nodes for turn in turns), sum(turn.chars for turn in turns)),
                tuple(entities.items()),
                any(turn.changed for turn in turns),
                shown,
                turns[-1],
            )
            self._remember(joined.name, joined.turn)
        if before is not None and before.turn is not None:
            before.turn.leads_to(len(joined.text))
        return joined

    def _joined(
        self, row: Sequence[Message], places: Sequence[int], whole: str
    ) -> Splice | str | None:
        every = [message.turn.shown for message in row if message.turn is not None]
        texts = [shown for shown in every if isinstance(shown, str)]
        if texts:
            return ",".join(texts) if len(texts) == len(row) else None
        splices = [shown for shown in every if isinstance(shown, Splice) and not shown.rewritten]
        if len(splices) < len(row):
            return None
        ends = [place + len(message.text) for place, message in zip(places, row, strict=True)]
        commas = [whole.index(",", end) - places[0] for end in ends[:-1]]
        offsets = [place - places[0] for place in places]
        return join_splices(list(zip(splices, offsets, strict=True)), commas)

    def _remember(self, name: bytes, turn: Turn) -> None:
        size = turn.size() + (0 if turn.last is None else turn.last.size())
        self._memo.put(name, turn, size)

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
            message.before.turn.leads_to(len(message.text))
        return shown

    def _new(
        self, message: Message, place: Place, budget: Budget, report: Report, redact: Redact
    ) -> Shown:
        """Walk a message, and remember what became of it."""
        if message.turn is not None and message.turn.last is not None:
            every = messages_in(message.text)
            walked = [redact(each) for each in every]
            return Shown(write(walked)[1:-1], not self._as_written or walked != every)
        parsed = message.parsed if message.parsed is not None else parse_container(message.text)
        nodes, chars = budget.left()
        counted = report.entities.copy()
        redacted = redact(parsed)
        text = write(redacted)
        changed = not self._as_written or redacted != parsed
        nodes_left, chars_left = budget.left()
        # Past the bound on characters a marker stands for what was not looked into.
        if message.turn is None and chars_left >= 0:
            kept = make_splice(message.text, text) if self._as_written else text
            if kept is not None:
                found = tuple((report.entities - counted).items())
                used = nodes - nodes_left, chars - chars_left
                message.turn = Turn(place, used, found, changed, kept)
                self._remember(message.name, message.turn)
        return Shown(text, changed)
