"""A key of attributes that was seen before: its plan, and what of its values is worth keeping."""

from typing import Final

from spanveil.gateway._flat_wire import OPENED, SHORT, written
from spanveil.redaction import Plan

TRIES: Final = 512
TRY_AGAIN: Final = 16
WORTH: Final = 5


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
        return not (attribute[-1] + attribute[len(attribute) // 2]) % TRY_AGAIN

    def answers_to(
        self, head: bytes, attributes: list[bytes], changed: dict[bytes, bytes]
    ) -> tuple[list[bytes], list[bytes]]:
        """Answer for attributes of this key by what its plan does to a text.

        This is done for each value that is new; hence no calls for small things.

        Args:
            head: The bytes of the key's field.
            attributes: They begin with it.
            changed: Gets what stands in the place of those that change.

        Returns:
            Those that were answered for, and the others.
        """
        texts = self.plan.texts
        if texts is None:
            return [], attributes
        asked: list[bytes] = []
        values: list[str] = []
        others: list[bytes] = []
        start = len(head) + 4
        opened = OPENED
        for attribute in attributes:
            size = len(attribute)
            rest = size - start + 2
            if (
                1 < rest < SHORT
                and (attribute[-1] + attribute[size // 2]) % TRY_AGAIN  # as in `is_tried`
                and attribute.startswith(opened[rest], start - 4)
            ):
                try:
                    values.append(attribute[start:].decode())
                except UnicodeDecodeError:
                    others.append(attribute)
                else:
                    asked.append(attribute)
            else:
                others.append(attribute)
        answered: list[bytes] = []
        for attribute, value, shown in zip(asked, values, texts(values), strict=True):
            if shown is None:
                others.append(attribute)
                continue
            answered.append(attribute)
            if shown != value:
                data = shown.encode()
                size = len(data) + 2
                changed[attribute] = (
                    head + opened[size] + data if size < SHORT else written(head, shown)
                )
        return answered, others


def _takes_more(value: object) -> None:
    return None
