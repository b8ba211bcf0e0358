"""A token is believed only when it is signed, current and meant for this service."""

import base64
import hmac
import json
import secrets
import time
from collections.abc import Callable
from datetime import timedelta

import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from spanveil.context import AuthenticationError, JwtVerifier
from tests.context.conftest import AUDIENCE, ISSUER

Token = Callable[..., str]


def _segment(content: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(content).encode()).rstrip(b"=").decode()


def test_good_token(verifier: JwtVerifier, token: Token) -> None:
    claims = verifier.verify(token("alice", locale="pt-BR"))
    assert (claims.user_id, claims.locale) == ("alice", "pt-BR")


@pytest.mark.parametrize("locale", [7, "x" * 36, "de\r\nX-Evil: 1", "../..", "", ["de"]])
def test_a_locale_that_is_no_language_tag_is_dropped(
    verifier: JwtVerifier, token: Token, locale: object
) -> None:
    assert verifier.verify(token(locale=locale)).locale is None


@pytest.mark.parametrize(
    ("claims", "reason"),
    [
        ({"exp": 1}, "has expired"),
        ({"nbf": 4_000_000_000}, "not valid yet"),
        ({"aud": "other"}, "another audience"),
        ({"iss": "https://evil.example"}, "another issuer"),
        ({"exp": None}, "required claim"),
        ({"aud": None}, "required claim"),
        ({"iss": None}, "required claim"),
    ],
)
def test_refusals_name_the_check(
    verifier: JwtVerifier, token: Token, claims: dict[str, object], reason: str
) -> None:
    with pytest.raises(AuthenticationError, match=reason):
        verifier.verify(token(**claims))


@pytest.mark.parametrize("subject", [None, 7, "", "x" * 2000])
def test_unusable_subjects(verifier: JwtVerifier, secret: str, subject: object) -> None:
    claims = {"sub": subject, "aud": AUDIENCE, "iss": ISSUER, "exp": time.time() + 60}
    credential = f"{_segment({'alg': 'HS256'})}.{_segment(claims)}"
    signature = jwt.get_algorithm_by_name("HS256").sign(credential.encode(), secret.encode())
    encoded = base64.urlsafe_b64encode(signature).rstrip(b"=").decode()
    with pytest.raises(AuthenticationError):
        verifier.verify(f"{credential}.{encoded}")


def test_another_key_and_tampering(verifier: JwtVerifier, token: Token) -> None:
    with pytest.raises(AuthenticationError, match="signature"):
        verifier.verify(token(key=secrets.token_urlsafe(48)))
    header, _, signature = token().split(".")
    forged = _segment({"sub": "bob", "aud": AUDIENCE, "iss": ISSUER, "exp": time.time() + 60})
    with pytest.raises(AuthenticationError, match="signature"):
        verifier.verify(f"{header}.{forged}.{signature}")


def test_unsigned_tokens_are_refused(verifier: JwtVerifier) -> None:
    claims = {"sub": "bob", "aud": AUDIENCE, "iss": ISSUER, "exp": time.time() + 60}
    for algorithm in ("none", "None", "NONE"):
        with pytest.raises(AuthenticationError):
            verifier.verify(f"{_segment({'alg': algorithm})}.{_segment(claims)}.")


def test_public_key_as_hmac_secret_is_refused() -> None:
    """The algorithm-confusion attack of RFC 8725 section 2.1."""
    private = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    pem = private.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    verifier = JwtVerifier(pem, audience=AUDIENCE, issuer=ISSUER, algorithms=["RS256"])
    claims = {"sub": "bob", "aud": AUDIENCE, "iss": ISSUER, "exp": int(time.time()) + 60}
    assert verifier.verify(jwt.encode(claims, private, "RS256")).user_id == "bob"
    signed = f"{_segment({'alg': 'HS256'})}.{_segment(claims)}"
    mac = base64.urlsafe_b64encode(hmac.digest(pem, signed.encode(), "sha256")).rstrip(b"=")
    with pytest.raises(AuthenticationError, match="algorithm"):
        verifier.verify(f"{signed}.{mac.decode()}")


def test_keys_from_a_key_set() -> None:
    private = ec.generate_private_key(ec.SECP256R1())
    public = json.loads(jwt.algorithms.ECAlgorithm.to_jwk(private.public_key()))
    keys = jwt.PyJWKSet.from_dict({"keys": [{**public, "kid": "a", "alg": "ES256"}]})

    class Source:
        def get_signing_key_from_jwt(self, token: str) -> jwt.PyJWK:
            kid = jwt.get_unverified_header(token).get("kid")
            found = [key for key in keys.keys if key.key_id == kid]
            if not found:
                raise jwt.PyJWKClientError(f"no key for {token}")
            return found[0]

    verifier = JwtVerifier(Source(), audience=AUDIENCE, issuer=ISSUER, algorithms=["ES256"])
    claims = {"sub": "bob", "aud": AUDIENCE, "iss": ISSUER, "exp": int(time.time()) + 60}
    good = jwt.encode(claims, private, "ES256", headers={"kid": "a"})
    assert verifier.verify(good).user_id == "bob"
    with pytest.raises(AuthenticationError, match="no signing key"):
        verifier.verify(jwt.encode(claims, private, "ES256", headers={"kid": "b"}))


HOSTILE = [
    "",
    ".",
    "..",
    "a.b.c",
    "\x00",
    "\ud800",
    "é" * 10,
    "x" * 16_385,
    "." * 16_000,
    "eyJhbGciOiJIUzI1NiJ9." + "[" * 8_000 + ".x",
    "eyJhbGciOnt9fQ.e30.e30",
    b"bytes",
    None,
    7,
]


@pytest.mark.parametrize("credential", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_credentials_are_refused_and_never_quoted(
    verifier: JwtVerifier, credential: object
) -> None:
    with pytest.raises(AuthenticationError) as refused:
        verifier.verify(credential)  # type: ignore[arg-type]
    assert refused.value.__cause__ is None
    assert refused.value.__context__ is None
    if isinstance(credential, str) and len(credential) > 2:
        assert credential not in str(refused.value)


def test_leeway(secret: str, token: Token) -> None:
    late = token(exp=int(time.time()) - 5)
    lenient = JwtVerifier(
        secret,
        audience=AUDIENCE,
        issuer=ISSUER,
        algorithms=["HS256"],
        leeway=timedelta(minutes=1),
    )
    assert lenient.verify(late).user_id == "alice"


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"algorithms": []}, "list of accepted"),
        ({"algorithms": "HS256"}, "list of accepted"),
        ({"algorithms": ["none"]}, "signature algorithms"),
        ({"algorithms": ["HS256", "RS256"]}, "cannot mix"),
        ({"algorithms": ["HS512"], "key": "k" * 63}, "shorter than the hash"),
        ({"key": object()}, "the secret itself"),
        ({"audience": ""}, "audience and an issuer"),
        ({"issuer": ""}, "audience and an issuer"),
    ],
)
def test_weak_set_ups_are_refused(secret: str, changed: dict[str, object], reason: str) -> None:
    arguments: dict[str, object] = {
        "key": secret,
        "audience": AUDIENCE,
        "issuer": ISSUER,
        "algorithms": ["HS256"],
    } | changed
    with pytest.raises(ValueError, match=reason) as refused:
        JwtVerifier(**arguments)  # type: ignore[arg-type]
    assert secret not in str(refused.value)


def test_repr_hides_the_key(secret: str, verifier: JwtVerifier) -> None:
    assert secret not in repr(verifier)
    assert "HS256" in repr(verifier)
