"""Envelopes for jobs: every way to misuse one ends in a refusal that says why."""

import asyncio
import base64
import secrets
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from huey import SqliteHuey  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from spanveil.context import (
    ContextResolver,
    KeyRing,
    Membership,
    MissingTenantContext,
    RequestContext,
    SealedContextError,
    aopen_sealed,
    bind,
    current,
    open_sealed,
    require_tenant,
    seal,
)

HOUR = timedelta(hours=1)
Members = dict[str, list[Membership]]


def test_there_and_back(acme: RequestContext, ring: KeyRing, members: Members) -> None:
    opened = open_sealed(
        seal(acme, "report", HOUR, keys=ring), "report", keys=ring, membership=members.__getitem__
    )
    assert opened == acme


def test_an_envelope_is_opaque(acme: RequestContext, ring: KeyRing) -> None:
    envelope = seal(acme, "nightly-report", HOUR, keys=ring)
    encoded = envelope.rpartition(".")[2]
    raw = base64.urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4))
    for value in ("acme", "alice", "admin", "nightly-report", acme.request_id):
        assert value not in envelope
        assert value.encode() not in raw
    assert seal(acme, "nightly-report", HOUR, keys=ring) != envelope


def test_wrong_purpose(acme: RequestContext, ring: KeyRing, members: Members) -> None:
    envelope = seal(acme, "report", HOUR, keys=ring)
    for purpose in ("delete-all", "", "report ", "Report"):
        with pytest.raises(SealedContextError, match="another purpose"):
            open_sealed(envelope, purpose, keys=ring, membership=members.__getitem__)


def test_expiry(
    acme: RequestContext, ring: KeyRing, members: Members, monkeypatch: pytest.MonkeyPatch
) -> None:
    envelope = seal(acme, "report", timedelta(seconds=30), keys=ring)
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 29)
    assert open_sealed(envelope, "report", keys=ring, membership=members.__getitem__) == acme
    monkeypatch.setattr(time, "time", lambda: now + 31)
    for _ in range(2):
        with pytest.raises(SealedContextError, match="expired"):
            open_sealed(envelope, "report", keys=ring, membership=members.__getitem__)


def test_revoked_and_changed_membership(
    acme: RequestContext, ring: KeyRing, members: Members
) -> None:
    envelope = seal(acme, "report", HOUR, keys=ring)
    members["alice"] = [Membership("globex", "member"), Membership("acme", "viewer")]
    opened = open_sealed(envelope, "report", keys=ring, membership=members.__getitem__)
    assert (opened.tenant_id, opened.role) == ("acme", "viewer")
    for left in ([], [Membership("globex", "member")]):
        members["alice"] = left
        with pytest.raises(SealedContextError, match="no member of the tenant any more"):
            open_sealed(envelope, "report", keys=ring, membership=members.__getitem__)


def test_rotation_and_unknown_keys(acme: RequestContext, members: Members) -> None:
    old, new = secrets.token_bytes(32), secrets.token_bytes(32)
    envelope = seal(acme, "report", HOUR, keys=KeyRing([("k1", old)]))
    rotated = KeyRing([("k2", new), ("k1", old)])
    assert open_sealed(envelope, "report", keys=rotated, membership=members.__getitem__) == acme
    with pytest.raises(SealedContextError, match="does not hold"):
        open_sealed(envelope, "report", keys=KeyRing([("k2", new)]), membership=members.__getitem__)
    with pytest.raises(SealedContextError, match="changed or forged"):
        open_sealed(envelope, "report", keys=KeyRing([("k1", new)]), membership=members.__getitem__)


def test_every_changed_character_is_noticed(
    acme: RequestContext, ring: KeyRing, members: Members
) -> None:
    envelope = seal(acme, "report", HOUR, keys=ring)
    asked: list[str] = []

    def lookup(user_id: str) -> list[Membership]:
        asked.append(user_id)
        return members[user_id]

    for position in range(len(envelope) - 1):
        changed = "B" if envelope[position] == "A" else "A"
        forged = envelope[:position] + changed + envelope[position + 1 :]
        with pytest.raises(SealedContextError):
            open_sealed(forged, "report", keys=ring, membership=lookup)
    for cut in range(len(envelope)):
        with pytest.raises(SealedContextError):
            open_sealed(envelope[:cut], "report", keys=ring, membership=lookup)
    assert asked == []


@given(st.one_of(st.text(), st.text().map(lambda text: f"ss1.k1.{text}"), st.none(), st.binary()))
def test_arbitrary_input_is_refused(envelope: object) -> None:
    ring = KeyRing([("k1", secrets.token_bytes(32))])
    with pytest.raises(SealedContextError) as refused:
        open_sealed(envelope, "report", keys=ring, membership=lambda _: [])  # type: ignore[arg-type]
    assert refused.value.__cause__ is None
    assert not isinstance(envelope, str) or len(envelope) < 8 or envelope not in str(refused.value)


def test_huge_input_is_refused_at_once(ring: KeyRing) -> None:
    with pytest.raises(SealedContextError, match="not a sealed context"):
        open_sealed("ss1.k1." + "A" * 50_000_000, "x", keys=ring, membership=lambda _: [])


@pytest.mark.parametrize("ttl", [timedelta(0), timedelta(seconds=-1), timedelta(days=32)])
def test_unusable_times(acme: RequestContext, ring: KeyRing, ttl: timedelta) -> None:
    with pytest.raises(ValueError, match="ttl must be"):
        seal(acme, "report", ttl, keys=ring)


def test_a_purpose_and_a_tenant_are_needed(
    acme: RequestContext, ring: KeyRing, resolver: ContextResolver, token: Callable[..., str]
) -> None:
    with pytest.raises(ValueError, match="purpose"):
        seal(acme, "", HOUR, keys=ring)
    with pytest.raises(MissingTenantContext):
        seal(resolver.resolve(token("mallory")), "report", HOUR, keys=ring)


def test_asynchronous_lookups(acme: RequestContext, ring: KeyRing, members: Members) -> None:
    async def lookup(user_id: str) -> list[Membership]:
        return members[user_id]

    envelope = seal(acme, "report", HOUR, keys=ring)
    opened = asyncio.run(aopen_sealed(envelope, "report", keys=ring, membership=lookup))
    assert opened == acme
    plain = aopen_sealed(envelope, "report", keys=ring, membership=members.__getitem__)
    assert asyncio.run(plain) == acme
    with pytest.raises(TypeError, match="aopen_sealed"):
        open_sealed(envelope, "report", keys=ring, membership=lookup)  # type: ignore[arg-type]


def test_a_real_queue_and_a_user_who_leaves(
    acme: RequestContext,
    globex: RequestContext,
    ring: KeyRing,
    members: Members,
    tmp_path: Path,
) -> None:
    """Huey with its own consumer; the queue is a file, so what rests there is read back too."""
    queue = SqliteHuey(filename=str(tmp_path / "queue.db"))
    ran: list[str | None] = []

    @queue.task()  # type: ignore[untyped-decorator]
    def report(envelope: str) -> str:
        with bind(
            open_sealed(envelope, "report", keys=ring, membership=lambda u: members.get(u, []))
        ):
            ran.append(require_tenant().tenant_id)
        return "left bound" if current() else "done"

    jobs = [report(seal(who, "report", HOUR, keys=ring)) for who in (acme, globex, acme)]
    at_rest = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"report" in at_rest
    assert not any(value in at_rest for value in (b"acme", b"alice", b"globex", b"bob"))
    members["bob"] = []
    consumer = queue.create_consumer(workers=1, periodic=False, initial_delay=0.01)
    consumer.start()
    try:
        assert jobs[0].get(blocking=True, timeout=60) == "done"
        with pytest.raises(Exception, match="no member of the tenant any more"):
            jobs[1].get(blocking=True, timeout=60)
        assert jobs[2].get(blocking=True, timeout=60) == "done"
    finally:
        consumer.stop(graceful=True)
    assert ran == ["acme", "acme"]
