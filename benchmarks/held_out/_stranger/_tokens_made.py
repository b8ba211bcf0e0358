"""Secrets that are put together: signed tokens, keys as bytes and as blocks, hashes, cookies."""

import base64
import json
import random
from typing import Final

from benchmarks.held_out._stranger._tokens_form import Maker, drawn, letters

_HEX: Final = "0123456789abcdef"
_ALNUM: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"


def _segment(value: object) -> str:
    return (
        base64.urlsafe_b64encode(json.dumps(value, separators=(",", ":")).encode())
        .decode()
        .rstrip("=")
    )


def _jwt(rng: random.Random) -> str:
    head = {
        "alg": rng.choice(("HS256", "ES256", "RS256")),
        "typ": "JWT",
        "kid": letters(rng, _HEX, 8),
    }
    body = {
        "iss": "idp",
        "sub": letters(rng, _ALNUM, 12),
        "exp": rng.randint(17 * 10**8, 19 * 10**8),
    }
    size = 342 if head["alg"] == "RS256" else 86 if head["alg"] == "ES256" else 43
    return f"{_segment(head)}.{_segment(body)}.{letters(rng, _ALNUM + '-_', size)}"


def _jwe(rng: random.Random) -> str:
    head = _segment({"alg": "dir", "enc": "A256GCM"})
    return f"{head}..{letters(rng, _ALNUM, 16)}.{letters(rng, _ALNUM + '-_', 160)}.{letters(rng, _ALNUM, 22)}"


def _encoded(size: int, *, safe: bool = False) -> Maker:
    def make(rng: random.Random) -> str:
        code = base64.urlsafe_b64encode if safe else base64.b64encode
        return code(rng.randbytes(size)).decode()

    return make


def _basic(rng: random.Random) -> str:
    pair = f"deploy:{letters(rng, _ALNUM, 14)}"
    return base64.b64encode(pair.encode()).decode()


def _encoded_password(rng: random.Random) -> str:
    return base64.b64encode(letters(rng, _ALNUM, rng.randint(10, 18)).encode()).decode()


def _elastic(rng: random.Random) -> str:
    pair = f"{letters(rng, _ALNUM + '-_', 20)}:{letters(rng, _ALNUM + '-_', 22)}"
    return base64.b64encode(pair.encode()).decode()


def _tinybird(rng: random.Random) -> str:
    body = {"u": letters(rng, _HEX, 32), "id": letters(rng, _HEX, 32), "host": "eu_shared"}
    return f"p.{_segment(body)}.{letters(rng, _ALNUM + '-_', 43)}"


def _mapbox(rng: random.Random) -> str:
    body = {"u": "acme", "a": "cl" + letters(rng, "abcdefghijklmnopqrstuvwxyz0123456789", 23)}
    return f"sk.{_segment(body)}.{letters(rng, _ALNUM + '-_', 22)}"


def _docker_auth(rng: random.Random) -> str:
    return base64.b64encode(f"robot$ci:{letters(rng, _ALNUM, 32)}".encode()).decode()


def _block(label: str, first: str, size: int, *, escaped: bool = False) -> Maker:
    def make(rng: random.Random) -> str:
        body = first + base64.b64encode(rng.randbytes(size)).decode()
        lines = [body[place : place + 64] for place in range(0, len(body), 64)]
        text = "\n".join((f"-----BEGIN {label}-----", *lines, f"-----END {label}-----"))
        return text.replace("\n", "\\n") if escaped else text

    return make


def _onepassword(rng: random.Random) -> str:
    return "ops_" + _segment(
        {
            "signInAddress": "my.1password.eu",
            "secretKey": f"A3-{letters(rng, 'ABCDEFGHJKLMNPQRSTVWXYZ', 33)}",
            "muk": {"alg": "A256GCM", "k": letters(rng, _ALNUM, 43)},
            "deviceUuid": letters(rng, "abcdefghijklmnop234567", 26),
        }
    )


def _grafana_cloud(rng: random.Random) -> str:
    value = {
        "o": str(rng.randint(10**5, 10**6)),
        "n": "ship-logs",
        "k": letters(rng, _ALNUM, 24),
        "m": {"r": "eu"},
    }
    return "glc_" + base64.b64encode(json.dumps(value).encode()).decode()


def _tunnel(rng: random.Random) -> str:
    value = {
        "a": letters(rng, _HEX, 32),
        "t": letters(rng, _HEX, 36),
        "s": base64.b64encode(rng.randbytes(32)).decode(),
    }
    return base64.b64encode(json.dumps(value).encode()).decode()


def _saml(rng: random.Random) -> str:
    text = (
        f'<samlp:Response ID="_{letters(rng, _HEX, 32)}" Version="2.0"><saml:Assertion>'
        f"<ds:SignatureValue>{letters(rng, _ALNUM, 120)}</ds:SignatureValue></saml:Assertion></samlp:Response>"
    )
    return base64.b64encode(text.encode()).decode()


MADE: Final[dict[str, Maker]] = {
    "jwt": _jwt,
    "jwe": _jwe,
    "paseto": drawn("v4.local.[A-Za-z0-9_-]{150}||v4.public.[A-Za-z0-9_-]{160}"),
    "basic": _basic,
    "docker_auth": _docker_auth,
    "key_sixteen": _encoded(16),
    "key_thirty_two": _encoded(32),
    "key_sixty_four": _encoded(64),
    "fernet": _encoded(32, safe=True),
    "encoded_password": _encoded_password,
    "elastic": _elastic,
    "tinybird": _tinybird,
    "mapbox": _mapbox,
    "azure_function": drawn("[A-Za-z0-9_-]{44}AzFu[A-Za-z0-9_-]{5}[AQgw]{1}=="),
    "azure_storage": drawn("[A-Za-z0-9+/]{76}+ASt[A-Za-z0-9+/]{5}[AQgw]{1}=="),
    "cosmos": drawn("[A-Za-z0-9+/]{76}ACDb[A-Za-z0-9+/]{5}[AQgw]{1}=="),
    "service_bus": drawn("[A-Za-z0-9+/]{33}+ASb[A-Za-z0-9+/]{5}[AEIMQUYcgkosw048]{1}="),
    "device": drawn("[A-Za-z0-9+/]{33}AIoT[A-Za-z0-9+/]{5}[AEIMQUYcgkosw048]{1}="),
    "hex_thirty_two": drawn("[0-9a-f]{32}"),
    "hex_forty": drawn("[0-9a-f]{40}"),
    "hex_sixty_four": drawn("[0-9a-f]{64}"),
    "hex_long": drawn("[0-9a-f]{128}"),
    "machine_key": drawn("[0-9A-F]{128}"),
    "uuid": drawn("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-b[0-9a-f]{3}-[0-9a-f]{12}"),
    "onepassword": _onepassword,
    "grafana_cloud": _grafana_cloud,
    "tunnel": _tunnel,
    "saml": _saml,
    "aws_secret": drawn("[A-Za-z0-9/+]{40}"),
    "aws_session": drawn("IQoJb3JpZ2luX2Vj[A-Za-z0-9/+]{240}=="),
    "ses_smtp": drawn("B[A-Za-z0-9+/]{43}"),
    "signature_hex": drawn("[0-9a-f]{64}"),
    "signature_long": drawn("[0-9a-f]{512}"),
    "signature_safe": drawn("[A-Za-z0-9~-]{342}__"),
    "sas": drawn("[A-Za-z0-9]{41}%2B%3D"),
    "bcrypt": drawn("$2y$12$[A-Za-z0-9./]{53}"),
    "shadow": drawn(
        "$6$[A-Za-z0-9./]{16}$[A-Za-z0-9./]{86}||$y$j9T$[A-Za-z0-9./]{22}$[A-Za-z0-9./]{43}"
    ),
    "argon": drawn("$argon2id$v=19$m=65536,t=3,p=4$[A-Za-z0-9+/]{22}$[A-Za-z0-9+/]{43}"),
    "django_hash": lambda rng: (
        f"pbkdf2_sha256$870000${letters(rng, _ALNUM, 22)}${_encoded(32)(rng)}"
    ),
    "phpass": drawn("$P$B[A-Za-z0-9./]{30}"),
    "scram": lambda rng: (
        f"SCRAM-SHA-256$4096:{_encoded(16)(rng)}${_encoded(32)(rng)}:{_encoded(32)(rng)}"
    ),
    "mysql_hash": drawn("*[0-9A-F]{40}"),
    "ssha": lambda rng: "{SSHA}" + _encoded(24)(rng),
    "apr": drawn("$apr1$[A-Za-z0-9./]{8}$[A-Za-z0-9./]{22}"),
    "nt_hash": drawn("[0-9a-f]{32}"),
    "werkzeug": drawn("scrypt:32768:8:1$[A-Za-z0-9]{16}$[0-9a-f]{128}"),
    "cisco_nine": drawn("$9$[A-Za-z0-9./]{14}$[A-Za-z0-9./]{43}"),
    "cisco_eight": drawn("$8$[A-Za-z0-9./]{14}$[A-Za-z0-9./]{43}"),
    "fortinet": lambda rng: _encoded(48)(rng),
    "openssh": _block("OPENSSH PRIVATE KEY", "b3BlbnNzaC1rZXktdjEAAAAABG5vbmUA", 240),
    "openssh_escaped": _block(
        "OPENSSH PRIVATE KEY", "b3BlbnNzaC1rZXktdjEAAAAABG5vbmUA", 240, escaped=True
    ),
    "pkcs_eight": _block("PRIVATE KEY", "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49", 105),
    "pkcs_eight_escaped": _block(
        "PRIVATE KEY", "MIIEvAIBADANBgkqhkiG9w0BAQEFAASC", 900, escaped=True
    ),
    "dsa": _block("DSA PRIVATE KEY", "MIIBuwIBAAKBgQD", 320),
    "pgp": _block("PGP PRIVATE KEY BLOCK", "\nlQVYBG", 480),
    "openvpn_static": lambda rng: "\n".join(letters(rng, _HEX, 32) for _ in range(16)),
    "ppk": lambda rng: "\n".join(letters(rng, _ALNUM + "+/", 64) for _ in range(3)),
    "pfx": lambda rng: "MIIKPAIBAzCC" + _encoded(600)(rng),
    "django_key": drawn("[a-z0-9!@#$%^&*(_=+)-]{50}"),
    "salt": drawn("[A-Za-z0-9!@#%^&*()_+=|;:,.?~-]{64}"),
    "session_short": drawn("[a-z0-9]{26}"),
    "express": drawn("s%3A[A-Za-z0-9_-]{32}.[A-Za-z0-9%]{43}"),
    "jsession": drawn("[0-9A-F]{32}"),
}
