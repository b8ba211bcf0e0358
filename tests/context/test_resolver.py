"""Only the membership lookup decides the tenant; a request may at most choose among its answers."""

import asyncio
import threading
from collections.abc import Callable, Iterable

import pytest

from spanveil.context import (
    AuthenticationError,
    ContextResolver,
    JwtVerifier,
    Membership,
    TenantAccessDenied,
    VerifiedClaims,
    personal_membership,
)

Token = Callable[..., str]


def test_the_only_membership_is_the_tenant(resolver: ContextResolver, token: Token) -> None:
    context = resolver.resolve(token("alice", locale="de-CH"))
    assert (context.tenant_id, context.user_id, context.role) == ("acme", "alice", "admin")
    assert context.locale == "de-CH"
    assert len(context.request_id) == 32


def test_request_ids_are_fresh(resolver: ContextResolver, token: Token) -> None:
    credential = token("alice")
    assert len({resolver.resolve(credential).request_id for _ in range(100)}) == 100


@pytest.mark.parametrize(("requested", "role"), [("acme", "member"), ("globex", "admin")])
def test_a_requested_tenant_selects(
    resolver: ContextResolver, token: Token, requested: str, role: str
) -> None:
    context = resolver.resolve(token("carol"), requested)
    assert (context.tenant_id, context.role) == (requested, role)


@pytest.mark.parametrize("requested", ["globex", "", "ACME", "acme ", "unknown"])
def test_a_requested_tenant_never_adds(
    resolver: ContextResolver, token: Token, requested: str
) -> None:
    with pytest.raises(TenantAccessDenied) as refused:
        resolver.resolve(token("alice"), requested)
    assert not requested or requested not in str(refused.value)


def test_no_or_several_memberships_leave_no_tenant(resolver: ContextResolver, token: Token) -> None:
    for user in ("carol", "mallory"):
        context = resolver.resolve(token(user))
        assert (context.tenant_id, context.role, context.user_id) == (None, None, user)


def test_claims_of_a_tenant_or_role_in_the_token_are_ignored(
    resolver: ContextResolver, token: Token
) -> None:
    context = resolver.resolve(token("bob", tenant_id="acme", org_id="acme", role="admin"))
    assert (context.tenant_id, context.role) == ("globex", "member")


def test_personal_membership(verifier: JwtVerifier, token: Token) -> None:
    context = ContextResolver(verifier, personal_membership).resolve(token("dave"))
    assert (context.tenant_id, context.role) == ("dave", "owner")


@pytest.mark.parametrize("answer", [None, {"user_id": "alice"}, "alice", True])
def test_a_verifier_must_return_verified_claims(answer: object) -> None:
    class Sloppy:
        def verify(self, credential: str) -> VerifiedClaims:
            return answer  # type: ignore[return-value]

    with pytest.raises(AuthenticationError, match="no VerifiedClaims"):
        ContextResolver(Sloppy(), personal_membership).resolve("credential")


def test_a_lookup_must_return_memberships(verifier: JwtVerifier, token: Token) -> None:
    lookup = lambda user_id: ["acme"]  # noqa: E731
    with pytest.raises(TypeError, match="Membership objects"):
        ContextResolver(verifier, lookup).resolve(token())  # type: ignore[arg-type]


def test_a_lookup_that_fails_makes_no_context(verifier: JwtVerifier, token: Token) -> None:
    def broken(user_id: str) -> Iterable[Membership]:
        raise ConnectionError("the member store is down")

    with pytest.raises(ConnectionError):
        ContextResolver(verifier, broken).resolve(token())


def test_unusable_ids_are_refused_unquoted() -> None:
    for bad in ("", "x" * 1025, 7, None):
        with pytest.raises(ValueError, match="must be a string") as refused:
            Membership(bad, "member")  # type: ignore[arg-type]
        assert "xxx" not in str(refused.value)
        with pytest.raises(ValueError, match="must be a string"):
            VerifiedClaims(bad)  # type: ignore[arg-type]


def test_reprs_show_no_id() -> None:
    assert "acme" not in repr(Membership("acme", "admin"))
    assert "alice" not in repr(VerifiedClaims("alice"))


def test_asynchronous_lookup(verifier: JwtVerifier, token: Token) -> None:
    async def lookup(user_id: str) -> list[Membership]:
        await asyncio.sleep(0)
        return [Membership("acme", "admin")]

    resolver = ContextResolver(verifier, lookup)
    context = asyncio.run(resolver.aresolve(token("alice"), "acme"))
    assert context.tenant_id == "acme"
    with pytest.raises(TenantAccessDenied):
        asyncio.run(resolver.aresolve(token("alice"), "globex"))
    with pytest.raises(TypeError, match="aresolve"):
        resolver.resolve(token("alice"))


def test_aresolve_takes_a_synchronous_lookup_and_verifies_off_the_loop(token: Token) -> None:
    threads = []

    class Recording:
        def verify(self, credential: str) -> VerifiedClaims:
            threads.append(threading.current_thread())
            return VerifiedClaims("alice")

    resolver = ContextResolver(Recording(), personal_membership)
    assert asyncio.run(resolver.aresolve("credential")).tenant_id == "alice"
    assert threads != [threading.main_thread()]
