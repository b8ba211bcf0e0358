"""Two tenants and a sink."""

import pytest

from spanveil.context import KeyRing, RequestContext
from tests.redteam.service import Service


@pytest.fixture
def shared(ring: KeyRing, acme: RequestContext) -> Service:
    """The default: a tenant is bound, the sink has profile ``shared``."""
    return Service(ring, acme)


@pytest.fixture
def strict(ring: KeyRing) -> Service:
    """The strictest that there is: no tenant, and profile ``strict``."""
    return Service(ring, None, "strict")
