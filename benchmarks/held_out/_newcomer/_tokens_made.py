"""Secrets that are put together: keys with their sums, key files, tokens with a body, passwords."""

import base64
import binascii
import json
import random
from typing import Final

from benchmarks.held_out._outside._tokens_drawn import Maker, drawn, letters

_FIRST: Final = (
    "hedge", "quartz", "nimbus", "tractor", "paprika", "gondola", "otter", "basil", "turnip", "kestrel",
    "lagoon", "mosaic", "picnic", "raven", "sleet", "tulip", "violin", "willow", "yacht", "zephyr",
)  # fmt: skip


def _habit(rng: random.Random) -> str:
    """A password as people choose them."""
    one, two = rng.sample(_FIRST, 2)
    return rng.choice(
        (
            f"{one.title()}{rng.choice('!$#*?')}{rng.randint(100, 9999)}",
            f"{one}{two.title()}{rng.randint(10, 99)}{rng.choice('!*')}",
            f"{one.replace('o', '0').replace('i', '1')}_{two.upper()}{rng.randint(1, 99)}",
            f"{rng.randint(10, 99)}{one.title()}.{two}",
        )
    )


def _steady(rng: random.Random) -> str:
    """The same with letters and digits at both ends and no sign that a format would escape."""
    one, two = rng.sample(_FIRST, 2)
    return f"{one.title()}{rng.choice('_-.')}{two}{rng.randint(10, 9999)}"


def _machine(rng: random.Random) -> str:
    return letters(rng, "a", 5) + rng.choice("_-.~") + letters(rng, "a", rng.randint(6, 12))


def _lowercase(rng: random.Random) -> str:
    return "".join(rng.sample(_FIRST, 2))


def _phrase(rng: random.Random) -> str:
    return " ".join(rng.sample(_FIRST, 5))


def _block(begin: str, end: str, start: bytes, size: int, *, newline: str = "\n", width: int = 64) -> Maker:  # fmt: skip
    def draw(rng: random.Random) -> str:
        text = base64.b64encode(start + rng.randbytes(size)).decode()
        lines = [text[i : i + width] for i in range(0, len(text), width)]
        return newline.join([begin, *lines, end])

    return draw


def _ssh2(rng: random.Random) -> str:
    body = _block("", "", b"\x3f\x6f\xf9\xeb", 300, width=70)(rng)
    return f'---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\nComment: "rsa-key-20260311"{body}---- END SSH2 ENCRYPTED PRIVATE KEY ----'


def _openvpn(rng: random.Random) -> str:
    lines = [letters(rng, "h", 32) for _ in range(16)]
    return "\n".join(
        ["-----BEGIN OpenVPN Static key V1-----", *lines, "-----END OpenVPN Static key V1-----"]
    )


def _encrypted_rsa(rng: random.Random) -> str:
    body = _block("", "", b"", 1192)(rng)
    return f"-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,{letters(rng, 'H', 32)}\n{body}-----END RSA PRIVATE KEY-----"


def _nsec(rng: random.Random) -> str:
    """A private key of NIP-19, in Bech32 with its check."""
    alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
    bits = int.from_bytes(rng.randbytes(32)) << 4
    data = [bits >> shift & 31 for shift in range(255, -1, -5)]
    head = [ord(char) >> 5 for char in "nsec"] + [0] + [ord(char) & 31 for char in "nsec"]
    state = 1
    for value in [*head, *data, 0, 0, 0, 0, 0, 0]:
        top, state = state >> 25, (state & 0x1FFFFFF) << 5 ^ value
        for index, word in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            state ^= word if top >> index & 1 else 0
    state ^= 1
    check = [state >> 5 * (5 - index) & 31 for index in range(6)]
    return "nsec1" + "".join(alphabet[value] for value in [*data, *check])


def _stellar(rng: random.Random) -> str:
    """A secret seed as Stellar writes it: version, key and CRC-16 in Base32."""
    data = bytes([18 << 3]) + rng.randbytes(32)
    return base64.b32encode(data + binascii.crc_hqx(data, 0).to_bytes(2, "little")).decode()


def _url64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def _paseto(rng: random.Random) -> str:
    return f"v4.local.{_url64(rng.randbytes(150))}"


def _paseto_public(rng: random.Random) -> str:
    body = json.dumps({"sub": letters(rng, "l", 8), "exp": "2026-12-01T00:00:00+00:00"}).encode()
    return f"v4.public.{_url64(body + rng.randbytes(64))}"


def _macaroon(rng: random.Random) -> str:
    return _url64(b"\x02\x01\x04api\x02\x28" + rng.randbytes(110))


def _biscuit(rng: random.Random) -> str:
    return "En" + _url64(rng.randbytes(130)) + "=="


def _flask_session(rng: random.Random) -> str:
    body = json.dumps({"_user_id": str(rng.randint(100, 9999)), "_fresh": True}).encode()
    return f"{_url64(body)}.{letters(rng, 'w', 6)}.{letters(rng, 'w', 26)}x"


def _jwt_hs384(rng: random.Random) -> str:
    head = json.dumps({"typ": "at+jwt", "alg": "HS384"}).encode()
    body = json.dumps({"client": letters(rng, "l", 6), "nbf": rng.randint(17 * 10**8, 18 * 10**8)})
    return ".".join((_url64(head), _url64(body.encode()), _url64(rng.randbytes(48))))


def _basic(rng: random.Random) -> str:
    user = rng.choice(("importer", "grafana-agent", "svc.billing", "ro_user"))
    return base64.b64encode(f"{user}:{_machine(rng)}".encode()).decode()


def _base64_word(rng: random.Random) -> str:
    return base64.b64encode(_steady(rng).encode()).decode()


def _jenkins(rng: random.Random) -> str:
    return f"{{AQAAABAAAA{letters(rng, 'b', 34)}==}}"


MADE: Final[dict[str, Maker]] = {
    "habit": _habit,
    "steady": _steady,
    "machine": _machine,
    "lowercase": _lowercase,
    "five_words": _phrase,
    "ssh_two": _ssh2,
    "openvpn": _openvpn,
    "encrypted_rsa": _encrypted_rsa,
    "sigstore": _block(
        "-----BEGIN ENCRYPTED SIGSTORE PRIVATE KEY-----",
        "-----END ENCRYPTED SIGSTORE PRIVATE KEY-----",
        b'{"kdf":{"name":"scrypt"',
        420,
    ),
    "rsa_spread": _block(
        "-----BEGIN RSA PRIVATE KEY-----",
        "-----END RSA PRIVATE KEY-----",
        b"\x30\x82\x04\xa4\x02\x01\x00",
        1185,
        newline="\n      ",
    ),
    "pkcs_escaped": _block(
        "-----BEGIN PRIVATE KEY-----",
        "-----END PRIVATE KEY-----",
        b"\x30\x82\x04\xbe\x02\x01\x00",
        1211,
        newline="\\n",
    ),
    "minisign": drawn("RWRTY0Iy{b200}"),
    "nostr": _nsec,
    "stellar": _stellar,
    "tezos": drawn("edsk{s50}"),
    "paseto": _paseto,
    "paseto_public": _paseto_public,
    "macaroon": _macaroon,
    "biscuit": _biscuit,
    "flask_session": _flask_session,
    "jwt_access": _jwt_hs384,
    "basic_pair": _basic,
    "base64_word": _base64_word,
    "jenkins": _jenkins,
    "jwk_oct": drawn("{w43}"),
    "machine_key": drawn("{H64}"),
    "mosquitto": drawn("$7$101${b16}${b86}=="),
    "grub": drawn("grub.pbkdf2.sha512.10000.{H128}.{H128}"),
    "sha_crypt": drawn("$6${c8}${c86}"),
    "blowfish": drawn("$2b$12${c53}"),
    "juniper": drawn("$9${a14}.{a9}"),
    "vnc": drawn("{h16}"),
    "redis_acl": drawn("{h64}"),
    "snmp_community": drawn("{L5}-{d3}{L3}"),
    "argon": drawn("$argon2id$v=19$m=19456,t=2,p=1${b22}${b43}"),
    "odoo_hash": drawn("$pbkdf2-sha512$25000${c22}${c86}"),
    "joomla_hash": drawn("$2y$10${c53}"),
    "php_session": drawn("{l26}"),
    "aspnet": drawn("CfDJ8{w180}"),
    "six": drawn("{d6}"),
    "four": drawn("{d4}"),
    "hexkey": drawn("{h64}"),
    "hexhalf": drawn("{h32}"),
    "base_key": drawn("{b43}="),
    "opaque_long": drawn("{a40-56}"),
    "ifttt": drawn("{w22}"),
    "hook_path": drawn("{a43}"),
    "make_hook": drawn("{l32}"),
}
