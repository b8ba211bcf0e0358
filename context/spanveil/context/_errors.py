"""Every way in which trusted context is refused; no message contains an id, credential or key.

PermissionError
 ├── AuthenticationError     the credential does not prove who the caller is
 ├── TenantAccessDenied      the caller is known, but is no member of the tenant that was asked for
 ├── MissingTenantContext    tenant-scoped work was reached without a tenant
 ├── SealedContextError      a job's envelope is forged, expired, for another purpose, or its user
 was revoked └── DecisionDenied          a policy decision said no
ValueError
 └── KeyRingError            tag keys that cannot be used
      └── DevelopmentKeyRefused
"""


class AuthenticationError(PermissionError):
    """The credential was refused; the message gives the reason and never the credential."""


class TenantAccessDenied(PermissionError):
    """The verified caller asked for a tenant that the membership lookup did not return."""


class MissingTenantContext(PermissionError):
    """Tenant-scoped work was reached while no tenant was bound."""


class SealedContextError(PermissionError):
    """A sealed context was refused; the message gives the reason and never the content."""


class DecisionDenied(PermissionError):
    """A policy decision denied the request."""


class KeyRingError(ValueError):
    """Tag keys are unusable; the message names the entry by position and never quotes it."""


class DevelopmentKeyRefused(KeyRingError):
    """The shared development key was used outside development mode."""
