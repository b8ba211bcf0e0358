"""A context in an envelope, for work that another process does later."""

import base64
import binascii
import json
import secrets
import time
from collections.abc import Iterable
from datetime import timedelta
from typing import Any, Final

from spanveil.context._errors import KeyRingError, SealedContextError, TenantAccessDenied
from spanveil.context._keys import KeyRing
from spanveil.context._membership import (
    AsyncMembershipLookup,
    Membership,
    MembershipLookup,
    alook_up,
    check_id,
    look_up,
)
from spanveil.context._request import RequestContext, mint
from spanveil.context._resolver import select_membership

_VERSION: Final = "ss1"
# NIST SP 800-38D section 8.2.2: random 96-bit nonces, for at most 2**32 envelopes under one key.
_NONCE_BYTES: Final = 12
# An envelope is 4/3 of five short fields; ids are at most 1,024 characters.
_MAX_LENGTH: Final = 16_384
# Longer than any retry schedule; work that is due later than that should ask for a new credential.
_MAX_TTL: Final = timedelta(days=31)


def seal(context: RequestContext, purpose: str, ttl: timedelta, *, keys: KeyRing) -> str:
    """Put a context into a signed and encrypted envelope for a job.

    The envelope is opaque text, so a queue, its log and the telemetry of both see no id.

    Args:
        context: The context; it must have a tenant.
        purpose: What the envelope may be opened for, such as `nightly-report`.
        ttl: How long, at most 31 days. Within that time an envelope can be used more than once.
        keys: The key ring. The current key seals; every key of the ring opens.

    Raises:
        MissingTenantContext: The context has no tenant.
        ValueError: The purpose or the time is unusable.
    """
    tenant_id = context.require_tenant()
    check_id(purpose, "purpose")
    if not timedelta(0) < ttl <= _MAX_TTL:
        raise ValueError(f"ttl must be positive and at most {_MAX_TTL.days} days")
    content = {
        "purpose": purpose,
        "expires": time.time() + ttl.total_seconds(),
        "tenant_id": tenant_id,
        "user_id": context.user_id,
        "locale": context.locale,
        "request_id": context.request_id,
    }
    header = f"{_VERSION}.{keys.key_ids[0]}"
    nonce = secrets.token_bytes(_NONCE_BYTES)
    sealed = _cipher(keys, keys.key_ids[0]).encrypt(
        nonce, json.dumps(content).encode(), header.encode()
    )
    return f"{header}.{base64.urlsafe_b64encode(nonce + sealed).rstrip(b'=').decode('ascii')}"


def open_sealed(
    envelope: str, purpose: str, *, keys: KeyRing, membership: MembershipLookup
) -> RequestContext:
    """Return the context of an envelope, with the role that its user has now.

    The membership lookup is asked again: the queued job of a user who has left the tenant stops
    here.

    Args:
        envelope: What `seal` returned.
        purpose: What it is opened for.
        keys: A ring that holds the key it was sealed with.
        membership: The same lookup that `ContextResolver` uses.

    Raises:
        SealedContextError: It is forged, damaged, expired, sealed for another purpose or under an
            unknown key, or its user is no member of the tenant any more; the message says which.
        TypeError: The lookup is asynchronous; use `aopen_sealed`.
    """
    content = _opened(envelope, purpose, keys)
    return _context(content, look_up(membership, content["user_id"], "aopen_sealed"))


async def aopen_sealed(
    envelope: str,
    purpose: str,
    *,
    keys: KeyRing,
    membership: MembershipLookup | AsyncMembershipLookup,
) -> RequestContext:
    """Do the same in asynchronous code, with a membership lookup of either kind."""
    content = _opened(envelope, purpose, keys)
    return _context(content, await alook_up(membership, content["user_id"]))


def _opened(envelope: str, purpose: str, keys: KeyRing) -> dict[str, Any]:
    if not isinstance(envelope, str) or len(envelope) > _MAX_LENGTH:
        raise SealedContextError("not a sealed context")
    header, _, encoded = envelope.rpartition(".")
    version, _, key_id = header.partition(".")
    if version != _VERSION:
        raise SealedContextError("not a sealed context")
    try:
        sealed = base64.b64decode(
            (encoded + "=" * (-len(encoded) % 4)).encode("ascii"), altchars=b"-_", validate=True
        )
    except (binascii.Error, ValueError):
        raise SealedContextError("not a sealed context") from None
    try:
        cipher = _cipher(keys, key_id)
    except KeyRingError:
        raise SealedContextError("sealed with a key that this service does not hold") from None
    content = _decrypted(cipher, sealed, header)
    if content["purpose"] != purpose:
        raise SealedContextError("sealed for another purpose")
    if time.time() >= content["expires"]:
        raise SealedContextError("the sealed context has expired")
    return content


def _decrypted(cipher: Any, sealed: bytes, header: str) -> dict[str, Any]:
    from cryptography.exceptions import InvalidTag

    nonce, ciphertext = sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:]
    try:
        plain = cipher.decrypt(nonce, ciphertext, header.encode())
    except (InvalidTag, ValueError):
        raise SealedContextError("the sealed context was changed or forged") from None
    content: dict[str, Any] = json.loads(plain)
    return content


def _context(content: dict[str, Any], memberships: Iterable[Membership]) -> RequestContext:
    try:
        membership = select_membership(memberships, content["tenant_id"])
    except TenantAccessDenied:
        membership = None
    if membership is None:
        raise SealedContextError("the user is no member of the tenant any more")
    return mint(
        tenant_id=membership.tenant_id,
        user_id=content["user_id"],
        role=membership.role,
        locale=content["locale"],
        request_id=content["request_id"],
    )


def _cipher(keys: KeyRing, key_id: str) -> Any:
    # Deferred, as in the verifier: only a service with jobs pays for loading it.
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(keys.subkey("seal", key_id=key_id))
