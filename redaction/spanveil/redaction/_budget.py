"""A bound on work, counted in steps, so that a slow machine gives the same result as a fast one."""

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
    """Count down the containers and leaves visited in one attribute value."""

    __slots__ = ("_limits", "_nodes")

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._nodes = limits.max_nodes

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

    def admits(self, text: str) -> bool:
        """Say whether a text is short enough to be looked into."""
        return len(text) <= self._limits.max_chars
