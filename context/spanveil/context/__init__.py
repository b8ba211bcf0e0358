"""Who the current work is for, from trusted auth alone."""

from spanveil.context._binding import Carrier, bind, current, register_carrier, require_tenant
from spanveil.context._carry import CarryingExecutor, ContextThreadPoolExecutor, carry, carry_stream
from spanveil.context._errors import (
    AuthenticationError,
    DecisionDenied,
    DevelopmentKeyRefused,
    KeyRingError,
    MissingTenantContext,
    SealedContextError,
    TenantAccessDenied,
)
from spanveil.context._isolation import isolated
from spanveil.context._keys import KeyRing
from spanveil.context._membership import (
    AsyncMembershipLookup,
    Membership,
    MembershipLookup,
    personal_membership,
)
from spanveil.context._policy import (
    Decision,
    Fact,
    PolicyEngine,
    PolicyInput,
    Resource,
    Subject,
    authorize,
    decide,
)
from spanveil.context._request import RequestContext
from spanveil.context._resolver import ContextResolver
from spanveil.context._seal import aopen_sealed, open_sealed, seal
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
    "Decision",
    "DecisionDenied",
    "DevelopmentKeyRefused",
    "Fact",
    "JwtVerifier",
    "KeyRing",
    "KeyRingError",
    "Membership",
    "MembershipLookup",
    "MissingTenantContext",
    "PolicyEngine",
    "PolicyInput",
    "RequestContext",
    "Resource",
    "SealedContextError",
    "SigningKeySource",
    "Subject",
    "TenantAccessDenied",
    "TenantTag",
    "VerifiedClaims",
    "aopen_sealed",
    "authorize",
    "bind",
    "carry",
    "carry_stream",
    "current",
    "decide",
    "isolated",
    "open_sealed",
    "personal_membership",
    "register_carrier",
    "require_tenant",
    "seal",
]
