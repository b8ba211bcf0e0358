"""A resolver as a service sets it up: real tokens, keys made for this run, a membership table."""

import secrets
import time
from collections.abc import Callable
from typing import Any

import jwt
import pytest

from spanveil.context import ContextResolver, JwtVerifier, Membership, RequestContext

AUDIENCE = "agents"
ISSUER = "https://issuer.example"


@pytest.fixture(scope="session")
def secret() -> str:
    return secrets.token_urlsafe(48)


@pytest.fixture(scope="session")
def token(secret: str) -> Callable[..., str]:
    """Sign a token; keyword arguments replace claims, and `None` removes one."""

    def make(subject: str = "alice", *, key: str | None = None, **claims: Any) -> str:
        now = int(time.time())
        full = {"sub": subject, "aud": AUDIENCE, "iss": ISSUER, "exp": now + 60, **claims}
        kept = {name: value for name, value in full.items() if value is not None}
        return jwt.encode(kept, key or secret, "HS256")

    return make


@pytest.fixture(scope="session")
def verifier(secret: str) -> JwtVerifier:
    return JwtVerifier(secret, audience=AUDIENCE, issuer=ISSUER, algorithms=["HS256"])


@pytest.fixture
def members() -> dict[str, list[Membership]]:
    """The service's own table; a test may change it."""
    return {
        "alice": [Membership("acme", "admin")],
        "bob": [Membership("globex", "member")],
        "carol": [Membership("acme", "member"), Membership("globex", "admin")],
    }


@pytest.fixture
def resolver(verifier: JwtVerifier, members: dict[str, list[Membership]]) -> ContextResolver:
    return ContextResolver(verifier, lambda user_id: members.get(user_id, []))


@pytest.fixture
def acme(resolver: ContextResolver, token: Callable[..., str]) -> RequestContext:
    return resolver.resolve(token("alice"))


@pytest.fixture
def globex(resolver: ContextResolver, token: Callable[..., str]) -> RequestContext:
    return resolver.resolve(token("bob"))
