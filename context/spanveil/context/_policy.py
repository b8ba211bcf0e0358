"""The question that a policy engine is asked, and asking it.

The words are those of attribute-based access control (NIST SP 800-162): a subject asks for an
action on a resource, under conditions of the environment. Here the subject and the tenant come from
a `RequestContext` only.
"""

import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, NoReturn, Protocol, final

from spanveil.context._errors import DecisionDenied
from spanveil.context._isolation import isolated
from spanveil.context._membership import check_id
from spanveil.context._request import RequestContext

_LOGGER: Final = logging.getLogger("spanveil.context")

Fact = bool | int | str | tuple[str, ...]
"""A value that every policy language has."""

# An action is a word of the service's own code, and so may be shown; what a request brings may not.
_ACTION: Final = re.compile(r"[A-Za-z0-9_.:-]{1,128}", re.ASCII)
_NO_FACTS: Final[Mapping[str, Fact]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Subject:
    """Who asks, as the membership lookup knows them."""

    user_id: str
    role: str

    def __repr__(self) -> str:
        return "Subject(user_id=<present>, role=<present>)"


@dataclass(frozen=True, slots=True)
class Resource:
    """What is asked for, as the service's own store knows it.

    Attributes:
        type: Its kind, such as `document`; `[A-Za-z_][A-Za-z0-9_]*`.
        id: Its id in the store.
        tenant_id: The tenant that owns it, as the store says; never as the request says.
        attributes: Facts of the stored resource.
    """

    type: str
    id: str
    tenant_id: str
    attributes: Mapping[str, Fact] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        """Raise `ValueError` or `TypeError` for an unusable part; no message quotes a value."""
        if not (isinstance(self.type, str) and self.type.isascii() and self.type.isidentifier()):
            raise ValueError("Resource.type must be an identifier")
        check_id(self.id, "Resource.id")
        check_id(self.tenant_id, "Resource.tenant_id")
        object.__setattr__(self, "attributes", _facts(self.attributes, "Resource.attributes"))

    def __repr__(self) -> str:
        return f"Resource(type={self.type!r}, id=<present>, attributes={sorted(self.attributes)})"


@final
class PolicyInput:
    """One question to a policy engine; `PolicyInput.of` makes it.

    Attributes:
        subject: Who asks.
        tenant_id: In which tenant.
        action: What they want to do, such as `document.read`; 1 to 128 of `A-Za-z0-9_.:-`.
        resource: With what.
        environment: Facts that the service itself established, such as an hour or a client
            certificate.
    """

    __slots__ = ("action", "environment", "resource", "subject", "tenant_id")

    subject: Subject
    tenant_id: str
    action: str
    resource: Resource
    environment: Mapping[str, Fact]

    def __init__(self) -> None:
        raise TypeError("PolicyInput has no constructor: use PolicyInput.of(context, ...)")

    @classmethod
    def of(
        cls,
        context: RequestContext,
        action: str,
        resource: Resource,
        environment: Mapping[str, Fact] = _NO_FACTS,
    ) -> "PolicyInput":
        """Build the question from a bound or resolved context and explicit facts.

        Raises:
            MissingTenantContext: The context has no tenant.
            TypeError: The context is no `RequestContext`, or a fact is of an unsupported type.
            ValueError: The action is not a name.
        """
        if type(context) is not RequestContext:
            raise TypeError("PolicyInput.of() takes a RequestContext")
        if type(resource) is not Resource:
            raise TypeError("PolicyInput.of() takes a Resource")
        tenant_id = context.require_tenant()
        made = object.__new__(cls)
        values = {
            "subject": Subject(context.user_id, context.role or ""),
            "tenant_id": tenant_id,
            "action": _checked_action(action),
            "resource": resource,
            "environment": _facts(environment, "PolicyInput.environment"),
        }
        for name, value in values.items():
            object.__setattr__(made, name, value)
        return made

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError("PolicyInput is immutable")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError("PolicyInput is immutable")

    def __repr__(self) -> str:
        return f"PolicyInput(action={self.action!r}, resource={self.resource!r})"


@dataclass(frozen=True, slots=True)
class Decision:
    """A policy engine's answer. It is true or false as the answer is, so `if decision:` is right.

    Attributes:
        allowed: The answer.
        reason: The name of the rule or policy that gave it; never a value from the question.
    """

    allowed: bool
    reason: str = ""

    def __post_init__(self) -> None:
        """Raise `TypeError` unless `allowed` is a bool: a truthy string is no permission."""
        if not isinstance(self.allowed, bool):
            raise TypeError("Decision.allowed must be a bool")

    def __bool__(self) -> bool:
        return self.allowed


class PolicyEngine(Protocol):
    """Whatever answers policy questions: rules in the process, Cedar, OPA."""

    def decide(self, question: PolicyInput, /) -> Decision:
        """Answer the question; an error counts as a denial."""
        ...


def decide(engine: PolicyEngine, question: PolicyInput) -> Decision:
    """Ask the engine, in an empty context, and take every fault for a denial.

    Before the engine is asked, one rule holds for all of them: the resource belongs to the tenant
    of the question. No policy can loosen it.

    Raises:
        TypeError: The question is no `PolicyInput`.
    """
    if type(question) is not PolicyInput:
        raise TypeError("decide() takes a PolicyInput, which PolicyInput.of() makes")
    if question.resource.tenant_id != question.tenant_id:
        return Decision(False, "resource of another tenant")
    try:
        decision: object = isolated(engine.decide)(question)
    except Exception as error:
        # The engine's message may quote the question.
        _LOGGER.warning(
            "a policy engine failed, which denies (engine=%s, error=%s)",
            type(engine).__qualname__,
            type(error).__name__,
        )
        return Decision(False, "the policy engine failed")
    # Also an un-awaited coroutine, which would be true, ends here.
    return decision if type(decision) is Decision else Decision(False, "no Decision was returned")


def authorize(engine: PolicyEngine, question: PolicyInput) -> None:
    """Return if the engine allows what is asked.

    Raises:
        DecisionDenied: It does not.
    """
    decision = decide(engine, question)
    if not decision:
        raise DecisionDenied(f"denied: {decision.reason or 'no policy allows it'}")


def _checked_action(action: object) -> str:
    if not isinstance(action, str) or not _ACTION.fullmatch(action):
        raise ValueError("PolicyInput.action must be 1 to 128 characters of A-Za-z0-9_.:-")
    return action


def _facts(facts: Mapping[str, Fact], where: str) -> Mapping[str, Fact]:
    copied = dict(facts)
    for name, value in copied.items():
        if not isinstance(name, str):
            raise TypeError(f"{where} must have string names")
        items = value if isinstance(value, tuple) else (value,)
        allowed = (str,) if isinstance(value, tuple) else (bool, int, str)
        if any(type(item) not in allowed for item in items):
            raise TypeError(f"{where}[{name!r}] must be a bool, int, str or tuple of str")
    return MappingProxyType(copied)
