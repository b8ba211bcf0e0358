"""Which tenants a verified user belongs to."""

from collections.abc import Awaitable, Iterable
from dataclasses import dataclass
from inspect import isawaitable, iscoroutine
from typing import Protocol

# An id longer than this is a document that was put in the wrong place, not an id.
MAX_ID_LENGTH = 1024


@dataclass(frozen=True, slots=True)
class Membership:
    """One tenant that a user belongs to.

    Attributes:
        tenant_id: The tenant's id, 1 to 1,024 characters.
        role: The user's role in that tenant, in the service's own words.
    """

    tenant_id: str
    role: str

    def __post_init__(self) -> None:
        """Raise `ValueError` for an unusable id or role; the message does not quote it."""
        check_id(self.tenant_id, "Membership.tenant_id")
        check_id(self.role, "Membership.role")

    def __repr__(self) -> str:
        return "Membership(tenant_id=<present>, role=<present>)"


class MembershipLookup(Protocol):
    """Return the memberships of a verified user, from the service's own store.

    >>> lookup = lambda user_id: [Membership(tenant_id=user_id, role="owner")]
    """

    def __call__(self, user_id: str, /) -> Iterable[Membership]: ...


class AsyncMembershipLookup(Protocol):
    """The same, awaited by `ContextResolver.aresolve`."""

    def __call__(self, user_id: str, /) -> Awaitable[Iterable[Membership]]: ...


def personal_membership(user_id: str, /) -> Iterable[Membership]:
    """Make every user the owner of a tenant of their own (`org_id = user_id`).

    With it a service without organisations has the tenant-shaped interface from its first day.
    """
    return (Membership(tenant_id=user_id, role="owner"),)


def look_up(
    lookup: MembershipLookup | AsyncMembershipLookup, user_id: str, asynchronous: str
) -> Iterable[Membership]:
    """Ask a lookup, or raise `TypeError` naming the function to use if it has to be awaited."""
    found = lookup(user_id)
    if isawaitable(found):
        if iscoroutine(found):
            found.close()
        raise TypeError(f"the membership lookup is asynchronous: use {asynchronous}()")
    return found


async def alook_up(
    lookup: MembershipLookup | AsyncMembershipLookup, user_id: str
) -> Iterable[Membership]:
    """Ask a lookup of either kind."""
    found = lookup(user_id)
    return await found if isawaitable(found) else found


def check_id(value: object, field: str) -> str:
    """Return the id, or raise `ValueError` naming the field and not the value."""
    if not isinstance(value, str) or not 0 < len(value) <= MAX_ID_LENGTH:
        raise ValueError(f"{field} must be a string of 1 to {MAX_ID_LENGTH} characters")
    return value
