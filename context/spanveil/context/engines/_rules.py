"""Policies as Python functions, in the process."""

from collections.abc import Callable, Mapping

from spanveil.context._policy import Decision, PolicyInput


class RuleEngine:
    """Decide by one function for each action; an action without one is denied.

    Args:
        rules: Action and the function that allows it by returning `True`, and nothing but `True`.

    >>> engine = RuleEngine({"document.read": lambda question: question.subject.role == "admin"})
    """

    __slots__ = ("_rules",)

    def __init__(self, rules: Mapping[str, Callable[[PolicyInput], bool]]) -> None:
        self._rules = dict(rules)

    def decide(self, question: PolicyInput, /) -> Decision:
        """Ask the rule of the question's action."""
        rule = self._rules.get(question.action)
        if rule is None:
            return Decision(False, "no rule for this action")
        return Decision(rule(question) is True, f"rule {question.action}")
