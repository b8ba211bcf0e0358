"""Policies in Cedar, through its Python binding `cedarpy`."""

from typing import Any

from spanveil.context._policy import Decision, Fact, PolicyInput


class CedarEngine:
    """Decide by Cedar policies (https://docs.cedarpolicy.com).

    A question becomes: principal `User::"<user id>"` with `role` and `tenant`; action
    `Action::"<action>"`; resource `<type>::"<id>"` with `tenant` and its attributes; the context
    record holds the environment. Names given here win over attributes of the same name.

    Args:
        policies: The policy set, in Cedar's own syntax.
        schema: A Cedar schema to check each question against, if there is one.

    Raises:
        RuntimeError: `cedarpy` is not installed.
        ValueError: The policies do not parse.
    """

    __slots__ = ("_cedarpy", "_policies", "_schema")

    def __init__(self, policies: str, *, schema: str | None = None) -> None:
        try:
            import cedarpy
        except ImportError as error:
            raise RuntimeError("CedarEngine needs Cedar's binding: pip install cedarpy") from error
        self._cedarpy: Any = cedarpy
        self._policies = cedarpy.PolicySet.from_str(policies)
        self._schema = cedarpy.Schema.from_str(schema) if schema is not None else None

    def decide(self, question: PolicyInput, /) -> Decision:
        """Ask Cedar."""
        principal = {"type": "User", "id": question.subject.user_id}
        resource = {"type": question.resource.type, "id": question.resource.id}
        subject = {"role": question.subject.role, "tenant": question.tenant_id}
        owned = {**_record(question.resource.attributes), "tenant": question.resource.tenant_id}
        answer = self._cedarpy.is_authorized(
            {
                "principal": principal,
                "action": {"type": "Action", "id": question.action},
                "resource": resource,
                "context": _record(question.environment),
            },
            self._policies,
            [
                {"uid": principal, "attrs": subject, "parents": []},
                {"uid": resource, "attrs": owned, "parents": []},
            ],
            self._schema,
        )
        # Cedar skips a policy whose evaluation fails. Were that a `forbid`, skipping would allow.
        if answer.diagnostics.errors:
            return Decision(False, "a Cedar policy failed")
        return Decision(answer.allowed is True, ", ".join(sorted(answer.diagnostics.reasons)))


def _record(facts: Any) -> dict[str, Fact | list[str]]:
    return {
        name: list(value) if isinstance(value, tuple) else value for name, value in facts.items()
    }
