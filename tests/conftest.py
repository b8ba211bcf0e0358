"""Two tenants, as a service knows them: verified, and with a membership."""

import os
import secrets
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, settings

from spanveil.context import ContextResolver, KeyRing, Membership, RequestContext, VerifiedClaims

# The same examples in every run, so that a red run is the change's fault; others with
# HYPOTHESIS_PROFILE=explore, which is how to look for what nobody has found.
# No example has a deadline, and drawing one none either: on a busy machine both are anything.
_PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("same", _PATIENT, derandomize=True)
settings.register_profile("explore", _PATIENT, derandomize=False)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


class SessionTable:
    """A session store: the session's id is the user's."""

    def verify(self, credential: str) -> VerifiedClaims:
        return VerifiedClaims(user_id=credential)


@pytest.fixture
def ring() -> KeyRing:
    return KeyRing([("k1", secrets.token_bytes(32))])


@pytest.fixture(scope="session")
def context_of() -> Callable[[str | None], RequestContext]:
    """Return a verified context for a tenant; ``None`` for a user without one."""

    def memberships(user_id: str) -> list[Membership]:
        tenant = user_id.partition("@")[2]
        return [Membership(tenant, "member")] if tenant else []

    resolver = ContextResolver(SessionTable(), memberships)
    return lambda tenant: resolver.resolve(f"user@{tenant or ''}")


@pytest.fixture
def acme(context_of: Callable[[str | None], RequestContext]) -> RequestContext:
    return context_of("acme")


@pytest.fixture
def globex(context_of: Callable[[str | None], RequestContext]) -> RequestContext:
    return context_of("globex")
