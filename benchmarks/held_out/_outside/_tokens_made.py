"""Secrets that are put together: passwords as people choose them, hashes, keys, signed tokens."""

import base64
import hashlib
import json
import random
import string
import zlib
from typing import Final

from benchmarks.held_out._outside._tokens_drawn import Maker, drawn, letters
from benchmarks.held_out._outside._tokens_words import SEED_WORDS, WORDS

_WORDS: Final = WORDS.split()
_SEED_WORDS: Final = SEED_WORDS.split()


def _ascii(word: str) -> str:
    return word.replace("ü", "ue").replace("ñ", "n")


def _human(r: random.Random) -> str:
    """A password as people make them: words, a year or digits, signs, letters changed."""
    one, two = (_ascii(word) for word in r.sample(_WORDS, 2))
    year, sign = r.randint(1975, 2026), r.choice("!?#$*.+-")
    forms = (
        f"{one.title()}{year}{sign}",
        f"{one.title()}{two.title()}{r.randint(1, 99)}{sign}",
        f"{one}-{two}-{r.randint(10, 999)}",
        f"{one.title()}{sign}{two}{r.randint(1, 99):02}",
        f"{one.replace('a', '@').replace('o', '0').replace('e', '3').title()}{r.randint(1, 999)}{sign}",
        f"{two.upper()}_{one}{r.randint(1, 99)}{sign}",
        f"{one.title()}{sign}{year % 100:02}{two[:3].upper()}",
    )
    return r.choice(forms)


def _spoken(r: random.Random) -> str:
    """The same with nothing at its ends that a sentence could own."""
    one, two = (_ascii(word) for word in r.sample(_WORDS, 2))
    return r.choice(
        (
            f"{one.title()}{r.randint(1975, 2026)}",
            f"{one.title()}!{two.title()}{r.randint(1, 99)}",
            f"{one}#{two}{r.randint(10, 999)}",
            f"{letters(r, 'a', 5)}%{letters(r, 'a', 6)}{r.randint(1, 9)}",
            f"{one[0].upper()}{one[1:]}_{r.randint(100, 9999)}",
        )
    )


def _accented(r: random.Random) -> str:
    return f"{r.choice([w for w in _WORDS if not w.isascii()]).title()}{r.randint(10, 2026)}!"


def _phrase(r: random.Random) -> str:
    return r.choice(("-", ".", "_")).join(_ascii(word) for word in r.sample(_WORDS, 4))


def _strong(r: random.Random) -> str:
    signs = "!#%*+-.=?^_~"
    middle = "".join(
        letters(r, "a", r.randint(1, 4)) + r.choice(signs) for _ in range(r.randint(3, 5))
    )
    return letters(r, "A", 1) + middle + letters(r, "a", 2) + str(r.randint(0, 9))


def _for_urls(r: random.Random) -> str:
    return letters(r, "a", r.randint(4, 8)) + r.choice("_-.~") + letters(r, "a", r.randint(4, 9))


def _percent(r: random.Random) -> str:
    return f"{letters(r, 'a', 5)}%{r.choice(('40', '23', '2F', '21', '26'))}{letters(r, 'a', 6)}"


def _b64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _url64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def _jwt(r: random.Random, header: dict[str, str], size: int, **claims: object) -> str:
    body = {"sub": letters(r, "l", 10), "iat": r.randint(1_700_000_000, 1_780_000_000), **claims}
    parts = (_url64(json.dumps(part).encode()) for part in (header, body))
    return ".".join([*parts, _url64(r.randbytes(size))])


def _service_account(r: random.Random) -> str:
    subject = "system:serviceaccount:prod:deployer"
    kid = letters(r, "w", 43)
    return _jwt(r, {"alg": "RS256", "kid": kid}, 256, iss="kubernetes/serviceaccount", sub=subject)


def _jwe(r: random.Random) -> str:
    header = _url64(json.dumps({"alg": "RSA-OAEP-256", "enc": "A256GCM"}).encode())
    return ".".join([header, *(_url64(r.randbytes(size)) for size in (256, 12, 96, 16))])


def _saml(r: random.Random) -> str:
    name = f"_{letters(r, 'h', 32)}"
    text = f'<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="{name}" Version="2.0"><saml:Assertion ID="_{letters(r, "h", 32)}"><saml:Subject>{letters(r, "a", 24)}</saml:Subject><ds:SignatureValue>{letters(r, "b", 120)}</ds:SignatureValue></saml:Assertion></samlp:Response>'
    return _b64(text.encode())


def _pem(kind: str, start: bytes, size: int, newline: str, *, cut: bool = False) -> Maker:
    def draw(r: random.Random) -> str:
        text = _b64(start + r.randbytes(size))
        lines = [text[i : i + 64] for i in range(0, len(text), 64)]
        if cut:
            return newline.join([f"-----BEGIN {kind}-----", *lines[:-3]])
        return newline.join([f"-----BEGIN {kind}-----", *lines, f"-----END {kind}-----"])

    return draw


def _putty(r: random.Random) -> str:
    return "\n".join(letters(r, "b", 64) for _ in range(3)) + "\n" + letters(r, "b", 22) + "=="


def _basic(r: random.Random) -> str:
    user = r.choice(("deploy", "ci-bot", "svc_reports", "nagios", "webhook"))
    return _b64(f"{user}:{_human(r)}".encode())


def _session(r: random.Random) -> str:
    return r.choice(
        (drawn("s%3A{w32}.{a42}"), drawn("{l26}"), drawn("{H32}"), drawn("{a22}.{w27}"))
    )(r)


def _recovery(r: random.Random) -> str:
    return r.choice((drawn("{l5}-{l5}"), drawn("{h4}-{h4}-{h4}"), drawn("{u10}")))(r)


def _type7(r: random.Random) -> str:
    return f"{r.randint(0, 15):02}{letters(r, 'H', 2 * r.randint(7, 12))}"


def _github(r: random.Random) -> str:
    """The form of GitHub since 2021: the last six are the CRC-32 of the others in base 62."""
    body = letters(r, "a", 30)
    alphabet = string.digits + string.ascii_uppercase + string.ascii_lowercase
    return f"ghu_{body}{_digits(zlib.crc32(body.encode()), alphabet).rjust(6, '0')}"


def _extended_key(r: random.Random) -> str:
    """An extended private key as BIP-32 writes it, in Base58 with its check."""
    data = bytes.fromhex("0488ade4") + bytes(9) + r.randbytes(32) + b"\0" + r.randbytes(32)
    check = hashlib.sha256(hashlib.sha256(data).digest()).digest()[:4]
    alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
    return _digits(int.from_bytes(data + check, "big"), alphabet)


def _digits(number: int, alphabet: str) -> str:
    text = ""
    while number:
        number, digit = divmod(number, len(alphabet))
        text = alphabet[digit] + text
    return text


_RSA, _PKCS8, _EC = (
    b"\x30\x82\x04\xa4\x02\x01\x00",
    b"\x30\x82\x04\xbe\x02\x01\x00",
    b"\x30\x77\x02\x01\x01\x04\x20",
)
_OPENSSH: Final = b"openssh-key-v1\0\0\0\0\x04none\0\0\0\x04none\0\0\0\0\0\0\0\x01"

CHECKED: Final[dict[str, Maker]] = {
    "github_user_to_server": _github,
    "extended_private_key": _extended_key,
}
MADE: Final[dict[str, Maker]] = {
    "human": _human,
    "spoken": _spoken,
    "accented": _accented,
    "phrase": _phrase,
    "strong": _strong,
    "for_urls": _for_urls,
    "percent": _percent,
    "letters12": drawn("{a12-18}"),
    "short_pin": drawn("{d6}"),
    "hex32": drawn("{h32}"),
    "hex64": drawn("{h64}"),
    "opaque": drawn("{a32-44}"),
    "opaque_url": drawn("{w43}"),
    "base64_32": drawn("{b43}="),
    "base64_64": drawn("{b86}=="),
    "base64_password": lambda r: _b64(_human(r).encode()),
    "base64_token": lambda r: _b64(letters(r, "a", 32).encode()),
    "basic": _basic,
    "docker_auth": lambda r: _b64(f"robot:{letters(r, 'a', 24)}".encode()),
    "jwt": lambda r: _jwt(r, {"alg": "HS512", "typ": "JWT"}, 64, scope="orders:write"),
    "jwt_es": lambda r: _jwt(r, {"alg": "ES256", "kid": letters(r, "l", 8)}, 64, aud="api"),
    "jwt_service_account": _service_account,
    "jwe": _jwe,
    "saml": _saml,
    "rsa": _pem("RSA PRIVATE KEY", _RSA, 1185, "\n"),
    "rsa_escaped": _pem("RSA PRIVATE KEY", _RSA, 1185, "\\n"),
    "rsa_escaped_twice": _pem("RSA PRIVATE KEY", _RSA, 1185, "\\\\n"),
    "rsa_cut": _pem("RSA PRIVATE KEY", _RSA, 1185, "\n", cut=True),
    "pkcs8_escaped": _pem("PRIVATE KEY", _PKCS8, 1211, "\\n"),
    "pkcs8_escaped_cut": _pem("PRIVATE KEY", _PKCS8, 1211, "\\n", cut=True),
    "pkcs8_crlf": _pem("PRIVATE KEY", _PKCS8, 1211, "\r\n"),
    "pkcs8_indented": _pem("PRIVATE KEY", _PKCS8, 1211, "\n    "),
    "pkcs8_one_line": _pem("PRIVATE KEY", _PKCS8, 1211, " "),
    "ec": _pem("EC PRIVATE KEY", _EC, 114, "\n"),
    "ec_escaped": _pem("EC PRIVATE KEY", _EC, 114, "\\n"),
    "openssh": _pem("OPENSSH PRIVATE KEY", _OPENSSH, 300, "\n"),
    "openssh_escaped": _pem("OPENSSH PRIVATE KEY", _OPENSSH, 300, "\\n"),
    "openssh_quoted": _pem("OPENSSH PRIVATE KEY", _OPENSSH, 300, "\n> "),
    "dsa": _pem("DSA PRIVATE KEY", b"\x30\x82\x03\x56\x02\x01\x00", 850, "\n"),
    "pgp": _pem("PGP PRIVATE KEY BLOCK", b"\x95\x03\x98\x04", 700, "\n"),
    "base64_pem": lambda r: _b64(_pem("PRIVATE KEY", _PKCS8, 300, "\n")(r).encode()),
    "putty": _putty,
    "seed12": lambda r: " ".join(r.choices(_SEED_WORDS, k=12)),
    "seed24": lambda r: " ".join(r.choices(_SEED_WORDS, k=24)),
    "session": _session,
    "recovery": _recovery,
    "totp": drawn("{B16} | {B32}"),
    "totp_spaced": drawn("{L4} {L4} {L4} {L4} {L4} {L4} {L4} {L4}"),
    "wireguard": drawn("{b42}A="),
    "bcrypt": drawn("$2b$12${c53} | $2y$10${c53} | $2a$10${c53}"),
    "argon2": drawn(
        "$argon2id$v=19$m=65536,t=3,p=4${b22}${b43} | $argon2i$v=19$m=4096,t=3,p=1${b22}${b43}"
    ),
    "sha512crypt": drawn("$6${c16}${c86} | $6$rounds=656000${c16}${c86}"),
    "sha256crypt": drawn("$5${c16}${c43}"),
    "yescrypt": drawn("$y$j9T${c22}${c43}"),
    "apr1": drawn("$apr1${c8}${c22}"),
    "sha_htpasswd": drawn("{SHA}{b27}="),
    "ntlm": drawn("{h32}"),
    "passlib_scrypt": drawn("$scrypt$ln=16,r=8,p=1${b22}${b43}"),
    "django_pbkdf2": drawn("pbkdf2_sha256$600000${a22}${b43}= | pbkdf2_sha256$260000${a12}${b43}="),
    "werkzeug": drawn("scrypt:32768:8:1${a16}${h128} | pbkdf2:sha256:600000${a16}${h64}"),
    "phpass": drawn("$P$B{c30}"),
    "drupal": drawn("$S$E{c51}"),
    "mysql_native": drawn("*{H40}"),
    "ssha": drawn("{SSHA}{b32} | {SSHA}{b38}=="),
    "scram": drawn("SCRAM-SHA-256$4096:{b22}==${b43}=:{b43}="),
    "postgres_md5": drawn("md5{h32}"),
    "cisco_type9": drawn("$9${c14}${c43}"),
    "cisco_type7": _type7,
    "aws_key": drawn("{b40}"),
    "aws_id": drawn("AKIA{B16} | ASIA{B16}"),
    "aws_signature": drawn("{h64}"),
    "aws_session": drawn("IQoJb3JpZ2luX2Vj{b260}=="),
    "sas_signature": drawn("{a20}%2B{a21}%3D"),
    "google_signature": drawn("{h512}"),
    "slack_hook": drawn("{a24}"),
    "erlang_cookie": drawn("{U20}"),
    "kubeadm": drawn("{l6}.{l16}"),
    "uuid": drawn("{uuid}"),
    "otp_code": drawn("{d6}"),
    "digest": drawn("{h32}"),
    "wsse": drawn("{b27}="),
    "snmp": drawn("{L4}{d4}{A3}"),
    "wifi": _phrase,
    "hex_split": drawn("{h40}"),
    "fernet": drawn("{w43}="),
    "mac_key": drawn("0x{h64}"),
    # Drawn for the texts without a secret.
    "sha1": drawn("{h40}"),
    "fingerprint": drawn("{b43}"),
    "sum": drawn("{h64}"),
    "sha256": drawn("{h64}"),
    "base64_digest": drawn("{b43}="),
    "sha512_digest": drawn("{b86}=="),
    "short_sha": drawn("{h7}"),
    "word32": drawn("{a32}"),
    "public_key": drawn("AAAAC3NzaC1lZDI1NTE5AAAAI{b43}"),
    "certificate": _pem("CERTIFICATE", b"\x30\x82\x03", 700, "\n"),
    "public_pem": _pem("PUBLIC KEY", b"\x30\x82\x01\x22\x30", 280, "\n"),
    "image": drawn("iVBORw0KGgoAAAANSUhEUgAA{b160}=="),
    "digits": drawn("{d6}"),
}
