"""Two tenants and a sink."""

import secrets
from collections.abc import Callable

import pytest

from spanveil.context import ContextResolver, KeyRing, Membership, RequestContext, VerifiedClaims
from tests.redteam.service import Service


class Sessions:
    def verify(self, credential: str) -> VerifiedClaims:
        return VerifiedClaims(user_id=credential)


@pytest.fixture
def ring() -> KeyRing:
    return KeyRing([("k1", secrets.token_bytes(32))])


@pytest.fixture
def context_of() -> Callable[[str], RequestContext]:
    def memberships(user_id: str) -> list[Membership]:
        return [Membership(user_id.partition("@")[2], "member")]

    resolver = ContextResolver(Sessions(), memberships)
    return lambda tenant: resolver.resolve(f"user@{tenant}")


@pytest.fixture
def acme(context_of: Callable[[str], RequestContext]) -> RequestContext:
    return context_of("acme")


@pytest.fixture
def globex(context_of: Callable[[str], RequestContext]) -> RequestContext:
    return context_of("globex")


@pytest.fixture
def shared(ring: KeyRing, acme: RequestContext) -> Service:
    """The default: a tenant is bound, the sink has profile ``shared``."""
    return Service(ring, acme)


@pytest.fixture
def strict(ring: KeyRing) -> Service:
    """The strictest that there is: no tenant, and profile ``strict``."""
    return Service(ring, None, "strict")
