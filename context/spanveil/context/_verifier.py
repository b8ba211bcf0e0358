"""From a credential to verified claims."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final, Protocol, runtime_checkable

from spanveil.context._errors import AuthenticationError
from spanveil.context._membership import check_id

# RFC 7518 section 3.2: a key of the same size as the hash output, or larger, MUST be used with
# HMAC.
_HMAC_KEY_BYTES: Final = {"HS256": 32, "HS384": 48, "HS512": 64}
# RFC 7518 section 3.1 and RFC 8037: the signature algorithms, without "none".
_SIGNATURES: Final = frozenset(
    {"RS256", "RS384", "RS512", "ES256", "ES384", "ES512", "PS256", "PS384", "PS512", "EdDSA"}
)
# A bearer token travels in one header, and common servers refuse headers over 8 to 16 KiB.
_MAX_CREDENTIAL_LENGTH: Final = 16_384


@dataclass(frozen=True, slots=True)
class VerifiedClaims:
    """What a verifier vouches for.

    Attributes:
        user_id: The subject, as the issuer names it.
        locale: A language tag (BCP 47), if the issuer gave one.
    """

    user_id: str
    locale: str | None = None

    def __post_init__(self) -> None:
        """Raise `ValueError` for an unusable id; the message does not quote it."""
        check_id(self.user_id, "VerifiedClaims.user_id")

    def __repr__(self) -> str:
        return "VerifiedClaims(user_id=<present>)"


class CredentialVerifier(Protocol):
    """Whatever proves who is calling: a JWT, a session store, a client certificate."""

    def verify(self, credential: str) -> VerifiedClaims:
        """Return the verified claims.

        Raises:
            AuthenticationError: The credential proves nothing.
        """
        ...


@runtime_checkable
class SigningKeySource(Protocol):
    """Where the issuer's public keys come from; `jwt.PyJWKClient` is one."""

    def get_signing_key_from_jwt(self, token: str) -> Any:
        """Return an object whose `key` verifies this token."""
        ...


class JwtVerifier:
    """Verify a JWT (RFC 7519) with audience, issuer and algorithms pinned, as RFC 8725 asks.

    Args:
        key: The secret, the public key in PEM, or a `SigningKeySource` such as
            `jwt.PyJWKClient(url)`.
        audience: The `aud` that a token must carry.
        issuer: The `iss` that a token must carry.
        algorithms: The accepted `alg` values. HMAC and public-key algorithms cannot be mixed (RFC
            8725 section 2.1).
        leeway: Tolerated clock difference.

    Raises:
        ValueError: An argument is missing, or weaker than the RFCs allow.
    """

    __slots__ = ("_algorithms", "_audience", "_issuer", "_key", "_leeway")

    def __init__(
        self,
        key: str | bytes | SigningKeySource,
        *,
        audience: str,
        issuer: str,
        algorithms: Sequence[str],
        leeway: timedelta = timedelta(0),
    ) -> None:
        if not audience or not issuer:
            raise ValueError("JwtVerifier needs an audience and an issuer")
        self._algorithms = _checked_algorithms(key, algorithms)
        self._key = key
        self._audience = audience
        self._issuer = issuer
        self._leeway = leeway

    def __repr__(self) -> str:
        return f"JwtVerifier(algorithms={list(self._algorithms)})"

    def verify(self, credential: str) -> VerifiedClaims:
        """Return the claims of a token that is signed, current, and meant for this service.

        Raises:
            AuthenticationError: It is not; the message says which check failed.
        """
        claims, refusal = self._decode(credential)
        # Raised here, outside every `except` block, so that the library's error, whose arguments
        # may quote the token, hangs on ours neither as cause nor as context.
        if refusal is not None:
            raise AuthenticationError(f"the credential was refused: {refusal}")
        locale = claims.get("locale")
        try:
            return VerifiedClaims(claims["sub"], locale if _is_language_tag(locale) else None)
        except ValueError as error:
            reason = str(error)
        raise AuthenticationError(f"the credential was refused: {reason}")

    def _decode(self, credential: str) -> tuple[dict[str, Any], str | None]:
        # Deferred: it loads `cryptography`, which a process that verifies nothing does not need.
        import jwt

        if not isinstance(credential, str) or not 0 < len(credential) <= _MAX_CREDENTIAL_LENGTH:
            return {}, "it is empty, too long or not text"
        try:
            key = self._key
            if isinstance(key, SigningKeySource):
                key = key.get_signing_key_from_jwt(credential).key
            claims: dict[str, Any] = jwt.decode(
                credential,
                key,
                algorithms=list(self._algorithms),
                audience=self._audience,
                issuer=self._issuer,
                leeway=self._leeway,
                options={"require": ["exp", "iss", "aud", "sub"]},
            )
        except (
            Exception
        ) as error:  # whatever a parser of hostile text raises is a refusal, never a crash
            return {}, _reason(error)
        return claims, None


def _checked_algorithms(key: object, algorithms: Sequence[str]) -> tuple[str, ...]:
    if isinstance(algorithms, str) or not algorithms:
        raise ValueError("JwtVerifier needs a list of accepted algorithms")
    named = tuple(algorithms)
    if not set(named) <= _SIGNATURES | _HMAC_KEY_BYTES.keys():
        raise ValueError(
            "JwtVerifier accepts only the signature algorithms of RFC 7518 and RFC 8037"
        )
    hmac = [name for name in named if name in _HMAC_KEY_BYTES]
    if hmac and len(hmac) != len(named):
        raise ValueError("JwtVerifier cannot mix HMAC with public-key algorithms")
    if hmac:
        if not isinstance(key, str | bytes):
            raise ValueError("JwtVerifier needs the secret itself for HMAC algorithms")
        size = len(key.encode() if isinstance(key, str) else key)
        if size < max(_HMAC_KEY_BYTES[name] for name in hmac):
            raise ValueError(
                "JwtVerifier: the secret is shorter than the hash output (RFC 7518 section 3.2)"
            )
    return named


def _reason(error: Exception) -> str:
    import jwt

    reasons: tuple[tuple[type[Exception], str], ...] = (
        (jwt.ExpiredSignatureError, "it has expired"),
        (jwt.ImmatureSignatureError, "it is not valid yet"),
        (jwt.InvalidAudienceError, "it is for another audience"),
        (jwt.InvalidIssuerError, "it is from another issuer"),
        (jwt.MissingRequiredClaimError, "a required claim is missing (exp, iss, aud, sub)"),
        (jwt.InvalidAlgorithmError, "its algorithm is not accepted"),
        (jwt.InvalidSignatureError, "its signature does not verify"),
        (jwt.PyJWKClientError, "no signing key of the issuer matches it"),
    )
    for kind, reason in reasons:
        if isinstance(error, kind):
            return reason
    return "it is not a valid token"


def _is_language_tag(value: object) -> bool:
    # The shape of a BCP 47 tag, not its registry: what does not even have it is dropped, not
    # carried along.
    return (
        isinstance(value, str)
        and len(value) <= 35
        and value.isascii()
        and value.replace("-", "").isalnum()
    )
