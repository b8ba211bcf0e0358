"""A bound on work, counted in steps, so that a slow machine gives the same result as a fast one."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spanveil.config import Limits


class BudgetExhausted(Exception):
    """Raised inside the engine when a value costs more than its limits allow.

    Args:
        limit: The name of the limit, which is the cause that reports count.
    """

    def __init__(self, limit: str) -> None:
        self.limit = limit
        super().__init__(limit)


class Budget:
    """Count down the containers, leaves and characters visited in one attribute value."""

    __slots__ = ("_chars", "_limits", "_nodes")

    def __init__(self, limits: "Limits") -> None:
        self._limits = limits
        self._nodes = limits.max_nodes
        self._chars = limits.max_chars

    def visit(self, depth: int) -> None:
        """Account for one container or leaf.

        Raises:
            BudgetExhausted: Past the number of nodes or the depth.
        """
        self._nodes -= 1
        if self._nodes < 0:
            raise BudgetExhausted("max_nodes")
        if depth > self._limits.max_depth:
            raise BudgetExhausted("max_depth")

    def reaches(self, depth: int) -> bool:
        """Say whether the bound on the depth admits a container or leaf."""
        return depth <= self._limits.max_depth

    def spend(self, nodes: int, chars: int) -> bool:
        """Account for what is known to take so much, if there is so much left.

        Returns:
            Whether there was; if not, nothing is accounted for.
        """
        if nodes > self._nodes or chars > self._chars:
            return False
        self._nodes -= nodes
        self._chars -= chars
        return True

    def left(self) -> tuple[int, int]:
        """Return how many nodes and characters are left."""
        return self._nodes, self._chars

    def admits(self, text: str) -> bool:
        """Account for a text, and say whether it may be looked into.

        The bound is on all texts of a value together, nested JSON counted at each level once.
        """
        self._chars -= len(text)
        return self._chars >= 0
