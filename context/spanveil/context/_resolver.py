"""Verified claims and a membership lookup make a request context; nothing else does."""

import asyncio
import secrets
from collections.abc import Iterable

from spanveil.context._errors import AuthenticationError, TenantAccessDenied
from spanveil.context._membership import (
    AsyncMembershipLookup,
    Membership,
    MembershipLookup,
    alook_up,
    look_up,
)
from spanveil.context._request import RequestContext, mint
from spanveil.context._verifier import CredentialVerifier, VerifiedClaims


class ContextResolver:
    """Make a `RequestContext` from a credential.

    Args:
        verifier: Proves who is calling.
        membership: Says which tenants that user belongs to, and in which role.
    """

    __slots__ = ("_membership", "_verifier")

    def __init__(
        self, verifier: CredentialVerifier, membership: MembershipLookup | AsyncMembershipLookup
    ) -> None:
        self._verifier = verifier
        self._membership = membership

    def resolve(self, credential: str, requested_tenant: str | None = None) -> RequestContext:
        """Verify the credential and return who the request is for.

        Args:
            credential: The bearer token or session id, without its scheme.
            requested_tenant: What the path, a header or the body asks for. It is untrusted, and
                only selects among the memberships that the lookup returned.

        Returns:
            The context. Without `requested_tenant` its tenant is the user's only one, or `None` for
            a user with no or several tenants.

        Raises:
            AuthenticationError: The credential was refused.
            TenantAccessDenied: The user is no member of the requested tenant.
            TypeError: The lookup is asynchronous; use `aresolve`.
        """
        claims = self._checked(self._verifier.verify(credential))
        found = look_up(self._membership, claims.user_id, "ContextResolver.aresolve")
        return _resolved(claims, found, requested_tenant)

    async def aresolve(
        self, credential: str, requested_tenant: str | None = None
    ) -> RequestContext:
        """Do the same in asynchronous code, with a membership lookup of either kind.

        The verifier runs in a thread, since it may have to fetch the issuer's keys.
        """
        claims = self._checked(await asyncio.to_thread(self._verifier.verify, credential))
        found = await alook_up(self._membership, claims.user_id)
        return _resolved(claims, found, requested_tenant)

    @staticmethod
    def _checked(claims: object) -> VerifiedClaims:
        # A verifier that says "no" by returning None or a dictionary of its own must not pass as a
        # yes.
        if not isinstance(claims, VerifiedClaims):
            raise AuthenticationError("the verifier returned no VerifiedClaims")
        return claims


def select_membership(
    memberships: Iterable[Membership], requested_tenant: str | None
) -> Membership | None:
    """Return the membership that is asked for, or the only one, or `None`.

    Raises:
        TenantAccessDenied: A tenant was asked for that is not among them.
        TypeError: The lookup returned something else than memberships.
    """
    found = list(memberships)
    if not all(isinstance(membership, Membership) for membership in found):
        raise TypeError("the membership lookup must return Membership objects")
    if requested_tenant is None:
        return found[0] if len(found) == 1 else None
    for membership in found:
        if membership.tenant_id == requested_tenant:
            return membership
    raise TenantAccessDenied("the user is no member of the requested tenant")


def new_request_id() -> str:
    """Return 128 random bits in hexadecimal.

    It is never taken from the caller: it is what a third party may get to see.
    """
    return secrets.token_hex(16)


def _resolved(
    claims: VerifiedClaims, memberships: Iterable[Membership], requested_tenant: str | None
) -> RequestContext:
    membership = select_membership(memberships, requested_tenant)
    return mint(
        tenant_id=membership.tenant_id if membership else None,
        user_id=claims.user_id,
        role=membership.role if membership else None,
        locale=claims.locale,
        request_id=new_request_id(),
    )
