"""Values of secrets without a maker's mark: what people, password managers, devices and programs choose."""

import base64
import hashlib
import json
import random
import string
import struct
from collections.abc import Callable
from typing import Final

from benchmarks.held_out._identifiers import DIGITS, UPPER, chars
from benchmarks.held_out._secrets import ALNUM, HEX

Maker = Callable[[random.Random], str]
LOWER: Final = string.ascii_lowercase
LOWNUM: Final = LOWER + DIGITS
URL: Final = ALNUM + "-_"
BASE64: Final = ALNUM + "+/"
BASE58: Final = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"

_NAMES: Final = (
    "rosebud", "Galatasaray", "pumpkin", "Nirvana", "biscuit", "Juventus", "matrix", "Herbst", "sunflower", "Zidane",
    "Mittwoch", "chocolate", "Valencia", "shadow", "Printemps", "tequila", "Malaga", "snowball", "Kraken", "dezember",
    "Corazon", "lighthouse", "Arsenal", "Pikachu", "Warszawa", "caramel", "Gandalf", "Benfica", "turtle", "Schatzi",
)  # fmt: skip
_PLAIN: Final = (
    "acorn", "bridge", "copper", "drizzle", "engine", "feather", "glacier", "hammock", "insect", "jacket", "kernel",
    "lagoon", "marble", "nectar", "oyster", "pebble", "quiver", "raccoon", "sponge", "thimble", "urchin", "vessel",
    "walnut", "yonder", "zipper", "meadow", "cobalt", "parade", "rocket", "tundra",
)  # fmt: skip
_WALKS: Final = (
    "1qaz2wsx",
    "zaq12wsx",
    "qweasd",
    "asdfgh",
    "1q2w3e4r",
    "poiuyt",
    "qazwsx",
    "zxcvbn",
)


def form(*parts: str | tuple[str, int]) -> Maker:
    """Return a maker of fixed text and drawn runs, ``(alphabet, count)``."""
    return lambda r: "".join(p if isinstance(p, str) else chars(r, *p) for p in parts)


def base64_of(count: int) -> Maker:
    """Return a maker of so many random bytes in base64."""
    return lambda r: base64.b64encode(r.randbytes(count)).decode()


def compact(value: object) -> str:
    """Return JSON without spaces, as tokens hold it."""
    return json.dumps(value, separators=(",", ":"))


def _human(r: random.Random) -> str:
    """Draw a password as somebody types it who must remember it."""
    name, plain = r.choice(_NAMES), r.choice(_PLAIN)
    number, mark = r.randrange(10, 99), r.choice("!!!?$*#.@")
    return r.choice(
        (
            f"{name}{number}{mark}",
            f"{name.capitalize()}{r.randrange(1960, 2027)}",
            f"{name.capitalize()}@{number}",
            f"{mark}{plain}{number}{plain.upper()[:2]}",
            f"{plain.capitalize()}{r.choice(_PLAIN).capitalize()}{number}",
            f"{r.choice(_WALKS)}{mark}{number}",
            f"{name.replace('a', '4').replace('i', '1').replace('e', '3').replace('o', '0')}{number}{mark}",
            f"{plain}_{name}_{r.randrange(1, 9)}",
            f"my{name.capitalize()}is#{r.randrange(1, 9)}",
            f"{plain[0].upper()}{plain[1:]}{mark}{mark}{number}",
            f"{name.lower()}{r.randrange(100, 9999)}",
        )
    )


def _manager(r: random.Random) -> str:
    """Draw what a password manager makes up; no quotes, commas or semicolons, so that it stands unquoted."""
    length = r.choice((14, 16, 18, 20, 24))
    body = chars(r, ALNUM * 3 + "!#%*+-.:=?^_~", length - 3)
    return r.choice(UPPER) + body + r.choice(DIGITS) + r.choice(LOWER)


def _initial(r: random.Random) -> str:
    """Draw what systems hand out at first: short, without look-alikes."""
    return r.choice(
        (
            lambda: chars(r, "abcdefghijkmnpqrstuvwxyz23456789", 9) + r.choice("23456789"),
            lambda: (
                "-".join(chars(r, "bcdfghjkmnpqrstvwxz", 4) for _ in range(3)) + r.choice("2345")
            ),
            lambda: r.choice(UPPER) + chars(r, LOWER, 5) + chars(r, DIGITS, 3),
            lambda: chars(r, ALNUM, 11) + "3",
        )
    )()


def _diceware(r: random.Random) -> str:
    words = r.sample(_PLAIN, r.choice((4, 5, 6)))
    return r.choice(("-", ".", "_", " ", "-")).join(words)


def _sentence(r: random.Random) -> str:
    return f"{r.choice(_PLAIN).capitalize()} {r.choice(('eats', 'sings', 'sold', 'under', 'loves'))} {r.randrange(2, 20)} {r.choice(_PLAIN)}s{r.choice('!?.')}"


def pem(kind: str, size: int, start: bytes = b"", join: str = "\n") -> Maker:
    """Return a maker of an armoured key whose bytes are drawn after a start."""

    def draw(r: random.Random) -> str:
        body = base64.b64encode(start + r.randbytes(size)).decode()
        lines = [body[i : i + 64] for i in range(0, len(body), 64)]
        return join.join([f"-----BEGIN {kind}-----", *lines, f"-----END {kind}-----"])

    return draw


_OPENSSH: Final = b"openssh-key-v1\0" + b"".join(
    struct.pack(">I", len(part)) + part for part in (b"none", b"none", b"")
)


def _bitlocker(r: random.Random) -> str:
    """Eight groups of six digits, each a multiple of eleven (Microsoft, BitLocker recovery guide)."""
    return "-".join(f"{r.randrange(1 << 16) * 11:06}" for _ in range(8))


def _jwt(r: random.Random) -> str:
    def part(value: object) -> str:
        return base64.urlsafe_b64encode(compact(value).encode()).decode().rstrip("=")

    head = {"typ": "at+jwt", "alg": r.choice(("ES256", "RS512", "PS256")), "kid": chars(r, HEX, 8)}
    body = {"iss": "https://id.example.com/", "jti": chars(r, HEX, 12), "exp": 1790000000}
    return f"{part(head)}.{part(body)}.{chars(r, URL, 86)}"


def base58check(version: bytes, size: int, tail: bytes = b"", alphabet: str = BASE58) -> Maker:
    """Return a maker of bytes with a checksum, in the alphabet of Bitcoin or another."""

    def draw(r: random.Random) -> str:
        payload = version + r.randbytes(size) + tail
        raw = payload + hashlib.sha256(hashlib.sha256(payload).digest()).digest()[:4]
        number, text = int.from_bytes(raw, "big"), ""
        while number:
            number, digit = divmod(number, 58)
            text = alphabet[digit] + text
        return text

    return draw


def basic(r: random.Random) -> str:
    """Draw the credentials of HTTP's basic scheme."""
    return base64.b64encode(f"ops:{_human(r)}".encode()).decode()


VALUES: Final[dict[str, Maker]] = {
    "human": _human,
    "manager": _manager,
    "initial": _initial,
    "diceware": _diceware,
    "sentence": _sentence,
    "alnum_short": lambda r: chars(r, ALNUM, 15) + r.choice("23456789"),
    "alnum_middle": lambda r: chars(r, ALNUM, 27) + r.choice("23456789"),
    "alnum_long": lambda r: chars(r, ALNUM, 47) + r.choice("23456789"),
    "urlsafe": lambda r: chars(r, URL, 42) + r.choice("23456789"),
    "hex_short": form((HEX, 20)),
    "hex_key": form((HEX, 32)),
    "hex_sha": form((HEX, 40)),
    "hex_big": form((HEX, 64)),
    "hex_upper": form(("0123456789ABCDEF", 32)),
    "b_sixteen": base64_of(16),
    "b_twentyfour": base64_of(24),
    "b_thirtytwo": base64_of(32),
    "b_sixtyfour": base64_of(64),
    "ceph": lambda r: "AQ" + chars(r, BASE64, 35) + "==",
    "b_fortyeight": base64_of(48),
    "uuid_secret": lambda r: f"{chars(r, HEX, 8)}-{chars(r, HEX, 4)}-4{chars(r, HEX, 3)}-{r.choice('89ab')}{chars(r, HEX, 3)}-{chars(r, HEX, 12)}",
    "pin_four": form((DIGITS, 4)),
    "pin_six": form((DIGITS, 6)),
    "pin_eight": form((DIGITS, 8)),
    "pin_spaced": lambda r: f"{chars(r, DIGITS, 3)} {chars(r, DIGITS, 3)}",
    "homekit": form((DIGITS, 3), "-", (DIGITS, 2), "-", (DIGITS, 3)),
    "combination": lambda r: "-".join(f"{r.randrange(10, 99)}" for _ in range(3)),
    "base_thirtytwo": form((UPPER + "234567", 26)),
    "base_thirtytwo_spaced": lambda r: " ".join(chars(r, LOWER + "234567", 4) for _ in range(8)),
    "app_password": lambda r: " ".join(chars(r, LOWER, 4) for _ in range(4)),
    "app_specific": lambda r: "-".join(chars(r, LOWER, 4) for _ in range(4)),
    "bitlocker": _bitlocker,
    "filevault": lambda r: "-".join(chars(r, UPPER + "23456789", 4) for _ in range(6)),
    "modhex": lambda r: "-".join(chars(r, "cbdefghijklnrtuv", 8) for _ in range(8)),
    "slip": lambda r: " ".join(r.choices(_PLAIN, k=20)),
    "seed_fifteen": lambda r: " ".join(r.choices(_PLAIN, k=15)),
    "seed_commas": lambda r: ", ".join(r.choices(_PLAIN, k=12)),
    "backup_lines": lambda r: "\n".join(chars(r, LOWNUM, 10) for _ in range(4)),
    "sixtyfour_numbers": lambda r: "[" + ",".join(str(r.randrange(256)) for _ in range(64)) + "]",
    "sixteen_numbers": lambda r: "[" + ", ".join(str(r.randrange(256)) for _ in range(16)) + "]",
    "jwt_access": _jwt,
    "basic_pair": basic,
    "openssh_key": pem("OPENSSH PRIVATE KEY", 220, _OPENSSH),
    "openssh_flat": pem("OPENSSH PRIVATE KEY", 220, _OPENSSH, "\\n"),
    "private_flat": pem("PRIVATE KEY", 118, b"", "\\n"),
    "private_spaced": pem("PRIVATE KEY", 150, b"", " "),
    "ec_key": pem("EC PRIVATE KEY", 90),
    "encrypted_key": pem("ENCRYPTED PRIVATE KEY", 240),
    "pem_body": lambda r: "MIIEvQIBADANBgkqhkiG9w0BAQEFAASC" + chars(r, BASE64, 160) + "==",
    "wif_old": base58check(b"\x80", 32),
    "wif_new": base58check(b"\x80", 32, b"\x01"),
    "sha_crypt": lambda r: f"$5$rounds=5000${chars(r, ALNUM, 12)}${chars(r, ALNUM + './', 43)}",
    "bcrypt_hash": lambda r: f"$2y$1{r.randrange(3)}${chars(r, ALNUM + './', 53)}",
    "argon_hash": lambda r: f"$argon2i$v=19$m=4096,t=3,p=1${chars(r, BASE64, 22)}${chars(r, BASE64, 43)}",
    "apr_hash": lambda r: f"$apr1${chars(r, ALNUM, 8)}${chars(r, ALNUM + './', 22)}",
    "ldap_hash": lambda r: "{SSHA512}" + base64_of(72)(r),
    "pbkdf_hash": lambda r: f"{base64_of(16)(r)}:{base64_of(64)(r)}",
    "keycloak_hash": base64_of(64),
    "caching_hash": lambda r: f"$A$005${chars(r, ALNUM, 20)}{chars(r, ALNUM + './', 43)}",
}  # fmt: skip
"""Kinds that say nothing of their maker. Shapes are those that the tools of each print."""
