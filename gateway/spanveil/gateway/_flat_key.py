"""A key of attributes that was seen before: its plan, and what of its values is worth keeping."""

from collections.abc import Sequence
from itertools import compress, repeat
from operator import not_, sub
from typing import Final

from spanveil.gateway._flat_wire import OPENED, SHORT, written
from spanveil.redaction import Plan

TRIES: Final = 512
TRY_AGAIN: Final = 16
WORTH: Final = 5

# What stands before a short text, by the bytes of it and the text; nothing of a key begins so.
_FRONTS: Final = {size + 2: front for size, front in enumerate(OPENED) if front}
_NO_FRONT: Final = b"\xff"
_FRONT: Final = len(OPENED[2])


class KnownKey:
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

    __slots__ = ("_asked", "answers", "decision", "integer", "misses", "new", "plan", "text")

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.decision = plan.decision
        self.text = plan.text or _takes_more
        self.integer = plan.integer or _takes_more
        self.answers = plan.text is not None or plan.integer is not None
        self.new = 0
        self.misses = 0
        self._asked = 0

    def is_tried(self, attribute: bytes) -> bool:
        """Say whether a value is looked up although hardly any value was there.

        Where fewer than one look-up in five finds something, treating a text again costs less, and
        so does not hashing a prompt that is new each time. One value in 16 is looked up then,
        always the same ones, to see whether that changes.
        """
        return not (attribute[-1] + attribute[len(attribute) // 2]) % TRY_AGAIN

    def are_tried(self) -> bool:
        """Say the same of many values at once: all of them, one time in 16."""
        if self.misses < TRIES:
            return True
        self._asked += 1
        return not self._asked % TRY_AGAIN

    def count(self, hits: int, misses: int) -> None:
        """Count look-ups."""
        self.misses = min(max(0, self.misses - WORTH * hits) + misses, TRIES)

    def answers_to(self, head: bytes, attributes: Sequence[bytes]) -> list[bytes | None]:
        """Say what attributes of ``short_texts`` become by what the plan does to a text.

        This is done for each value that is new; hence no step for each by itself.

        Args:
            head: The bytes of the key's field.
            attributes: They begin with it.

        Returns:
            What stands in the place of each, ``None`` for one that takes more.
        """
        nothing: list[bytes | None] = [None] * len(attributes)
        texts, start = self.plan.texts, len(head) + _FRONT
        if texts is None:
            return nothing
        try:
            values = b"\0".join([one[start:] for one in attributes]).decode().split("\0")
        except UnicodeDecodeError:
            return nothing
        if len(values) != len(attributes):
            return nothing
        shown = texts(values)
        try:
            found = "\0".join(shown).encode().split(b"\0")  # type: ignore[arg-type]
        except TypeError:  # there is nothing among them
            return [None if one is None else written(head, one) for one in shown]
        fronts = {
            size: head + OPENED[size + 2] for size in set(map(len, found)) if size < SHORT - 2
        }
        if len(found) != len(shown) or len(fronts) != len(set(map(len, found))):
            return [written(head, one) for one in shown]
        return [fronts[len(one)] + one for one in found]


def short_texts(
    head: bytes, attributes: Sequence[bytes]
) -> tuple[Sequence[bytes], Sequence[bytes]]:
    """Return those that are short texts in their shortest encoding, and the others.

    Args:
        head: The bytes of a key's field.
        attributes: They begin with it.
    """
    sizes = map(sub, map(len, attributes), repeat(len(head)))
    fronts = map(_FRONTS.get, sizes, repeat(_NO_FRONT))
    are_short = list(map(bytes.startswith, attributes, fronts, repeat(len(head))))
    if all(are_short):
        return attributes, ()
    return list(compress(attributes, are_short)), list(compress(attributes, map(not_, are_short)))


def _takes_more(value: object) -> None:
    return None
