"""Two tenants whose every word can be recognised anywhere."""

import base64
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b

from spanveil.context import (
    ContextResolver,
    Membership,
    RequestContext,
    VerifiedClaims,
)


@dataclass(frozen=True)
class TenantCanaries:
    """One tenant, and what its users would say; each field holds a word that is nowhere else.

    Attributes:
        label: `A` or `B`: what failure messages call it.
        tenant_id: For the membership table, the database, the cache.
        user_id: Likewise.
        email: An address of the user's.
        prompt: A sentence to send to the agent.
        document: A text to retrieve.
        tool_result: What a tool may answer.
        secret: What a user should not have pasted.
        words: The recognisable word of each field.
        context: The tenant's `RequestContext`, to bind.
    """

    label: str
    tenant_id: str
    user_id: str
    email: str
    prompt: str
    document: str
    tool_result: str
    secret: str
    words: Mapping[str, str] = field(repr=False)
    context: RequestContext = field(repr=False)

    def __repr__(self) -> str:
        return f"TenantCanaries(label={self.label!r})"


IDENTITY_FIELDS = frozenset({"tenant_id", "user_id", "email"})
_FIELDS = ("tenant_id", "user_id", "email", "prompt", "document", "tool_result", "secret")


def make_canaries(seed: str) -> tuple[TenantCanaries, TenantCanaries]:
    """Return two tenants; the same seed gives the same ones."""
    return _tenant("A", seed), _tenant("B", seed)


def _tenant(label: str, seed: str) -> TenantCanaries:
    words = {name: _word(f"{seed}/{label}/{name}") for name in _FIELDS}
    tenant_id, user_id = f"tenant-{words['tenant_id']}", f"user-{words['user_id']}"
    return TenantCanaries(
        label=label,
        tenant_id=tenant_id,
        user_id=user_id,
        email=f"{words['email']}@example.com",
        prompt=f"Please summarise the merger plan named {words['prompt']} for our board.",
        document=f"The confidential memo {words['document']} says that the plant will close.",
        tool_result=f"Customer {words['tool_result']} owes 1,240 francs since March.",
        secret=f"the password is {words['secret']}",
        words=words,
        context=_context(tenant_id, user_id),
    )


def _word(seed: str) -> str:
    digest = blake2b(seed.encode("utf-8", "surrogatepass"), digest_size=10).digest()
    # Letters and digits only, so that no encoder has to change it; `zq` starts no other word.
    return "zq" + base64.b32encode(digest).decode("ascii").lower()


class _Known:
    """A verifier for tests: it vouches for the one user that it was made for."""

    def __init__(self, user_id: str) -> None:
        self._user_id = user_id

    def verify(self, credential: str) -> VerifiedClaims:
        return VerifiedClaims(self._user_id)


def _context(tenant_id: str, user_id: str) -> RequestContext:
    resolver = ContextResolver(_Known(user_id), lambda _: [Membership(tenant_id, "member")])
    return resolver.resolve("test")
