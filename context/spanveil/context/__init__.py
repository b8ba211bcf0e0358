"""Who the current work is for, from trusted auth alone."""

from spanveil.context._binding import Carrier, bind, current, register_carrier, require_tenant
from spanveil.context._carry import CarryingExecutor, ContextThreadPoolExecutor, carry, carry_stream
from spanveil.context._errors import (
    AuthenticationError,
    DevelopmentKeyRefused,
    KeyRingError,
    MissingTenantContext,
    TenantAccessDenied,
)
from spanveil.context._keys import KeyRing
from spanveil.context._membership import (
    AsyncMembershipLookup,
    Membership,
    MembershipLookup,
    personal_membership,
)
from spanveil.context._request import RequestContext
from spanveil.context._resolver import ContextResolver
from spanveil.context._tag import CONFLICT, UNSCOPED, TenantTag
from spanveil.context._verifier import (
    CredentialVerifier,
    JwtVerifier,
    SigningKeySource,
    VerifiedClaims,
)

__all__ = [
    "CONFLICT",
    "UNSCOPED",
    "AsyncMembershipLookup",
    "AuthenticationError",
    "Carrier",
    "CarryingExecutor",
    "ContextResolver",
    "ContextThreadPoolExecutor",
    "CredentialVerifier",
    "DevelopmentKeyRefused",
    "JwtVerifier",
    "KeyRing",
    "KeyRingError",
    "Membership",
    "MembershipLookup",
    "MissingTenantContext",
    "RequestContext",
    "SigningKeySource",
    "TenantAccessDenied",
    "TenantTag",
    "VerifiedClaims",
    "bind",
    "carry",
    "carry_stream",
    "current",
    "personal_membership",
    "register_carrier",
    "require_tenant",
]
