"""The service's trusted auth: an identity provider's signed tokens and a membership table."""

import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Final

import jwt

from spanveil.context import (
    ContextResolver,
    JwtVerifier,
    Membership,
    RequestContext,
    bind,
)

_ISSUER: Final = "https://login.platform.example"
_AUDIENCE: Final = "service-desk"
_ALGORITHM: Final = "HS256"
_LIFETIME: Final = timedelta(minutes=5)


class IdentityProvider:
    """Issue tokens, and resolve them to request contexts.

    The signing secret is made at run time. A token says who the user is; which tenant that is,
    only the membership table says.
    """

    def __init__(self) -> None:
        self._secret = secrets.token_bytes(32)
        self._memberships: dict[str, list[Membership]] = {}
        verifier = JwtVerifier(
            self._secret, audience=_AUDIENCE, issuer=_ISSUER, algorithms=[_ALGORITHM]
        )
        self._resolver = ContextResolver(verifier, self._memberships_of)

    def issue(self, user_id: str, tenant_id: str) -> str:
        """Make a user a member of a tenant, and return a bearer token for the user."""
        self._memberships.setdefault(user_id, []).append(Membership(tenant_id, "member"))
        claims = {
            "sub": user_id,
            "iss": _ISSUER,
            "aud": _AUDIENCE,
            "exp": datetime.now(UTC) + _LIFETIME,
        }
        return jwt.encode(claims, self._secret, algorithm=_ALGORITHM)

    @contextmanager
    def bound(self, credential: str) -> Iterator[RequestContext]:
        """Bind the request context that a bearer token proves.

        Raises:
            AuthenticationError: The token proves nothing.
        """
        context = self._resolver.resolve(credential)
        with bind(context):
            yield context

    def _memberships_of(self, user_id: str, /) -> Iterable[Membership]:
        return self._memberships.get(user_id, ())
