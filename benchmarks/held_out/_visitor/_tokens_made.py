"""Secrets that are put together: seeds with their sums, key blocks, signed tokens, passwords."""

import base64
import binascii
import json
import random
from typing import Final

from benchmarks.held_out._outside._tokens_drawn import Maker, drawn, letters

_WORDS: Final = (
    "acorn", "bramble", "cobalt", "dahlia", "ember", "fjord", "ginger", "heron", "indigo", "juniper", "kelp", "lemon",
    "magpie", "nutmeg", "opal", "pebble", "quill", "rowan", "sable", "thistle", "umber", "vortex", "wombat", "yarrow",
)  # fmt: skip


def _chosen(rng: random.Random) -> str:
    """A password as people choose them."""
    one, two = rng.sample(_WORDS, 2)
    return rng.choice(
        (
            f"{one.title()}{two.title()}{rng.randint(1, 99)}!",
            f"{one}{rng.choice('@#$%&')}{rng.randint(1970, 2026)}",
            f"{one.upper()}{rng.randint(10, 999)}{rng.choice('!?*')}{two}",
            f"{one.replace('e', '3').replace('a', '4').title()}_{rng.randint(10, 99)}",
            f"{one.title()}*{two}*{rng.randint(1, 9)}",
        )
    )


def _quiet(rng: random.Random) -> str:
    """The same without signs that a format would escape, and none at the ends."""
    one, two = rng.sample(_WORDS, 2)
    return rng.choice(
        (
            f"{one.title()}{rng.choice('-_.')}{two.title()}{rng.randint(10, 999)}",
            f"{one}{rng.randint(100, 9999)}{two.title()}",
            f"{two.title()}{rng.randint(1970, 2026)}{one[:3].upper()}",
        )
    )


def _generated(rng: random.Random) -> str:
    return letters(rng, "a", 4) + rng.choice("_-.~") + letters(rng, "a", rng.randint(8, 14))


def _plainword(rng: random.Random) -> str:
    return f"{rng.choice(_WORDS)}{rng.choice(_WORDS)}{rng.randint(1, 9)}"


def _diceware(rng: random.Random) -> str:
    return rng.choice("-_.").join(rng.sample(_WORDS, 4))


def _url64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def _nats_seed(rng: random.Random) -> str:
    """A seed of a NATS user: two bytes of prefix, 32 of key, CRC-16 in Base32."""
    seed, user = 18 << 3, 20 << 3
    data = bytes([seed | user >> 5, (user & 31) << 3]) + rng.randbytes(32)
    whole = data + binascii.crc_hqx(data, 0).to_bytes(2, "little")
    return base64.b32encode(whole).decode().rstrip("=")


def _block(kind: str, start: bytes, size: int, newline: str = "\n") -> Maker:
    def draw(rng: random.Random) -> str:
        text = base64.b64encode(start + rng.randbytes(size)).decode()
        lines = [text[i : i + 64] for i in range(0, len(text), 64)]
        return newline.join([f"-----BEGIN {kind}-----", *lines, f"-----END {kind}-----"])

    return draw


def _jwt_device(rng: random.Random) -> str:
    head = {"alg": "EdDSA", "kid": letters(rng, "h", 16)}
    body = {"device": letters(rng, "l", 9), "exp": rng.randint(17 * 10**8, 18 * 10**8)}
    parts = (_url64(json.dumps(part).encode()) for part in (head, body))
    return ".".join([*parts, _url64(rng.randbytes(64))])


def _basic_mail(rng: random.Random) -> str:
    return base64.b64encode(f"reporting:{_generated(rng)}".encode()).decode()


def _signed_cookie(rng: random.Random) -> str:
    return f"{_url64(rng.randbytes(48))}--{letters(rng, 'h', 40)}"


MADE: Final[dict[str, Maker]] = {
    "chosen": _chosen,
    "quiet": _quiet,
    "generated": _generated,
    "plainword": _plainword,
    "diceware": _diceware,
    "nats_seed": _nats_seed,
    "device_jwt": _jwt_device,
    "basic_reporting": _basic_mail,
    "rails_cookie": _signed_cookie,
    "ec_sec": _block("EC PRIVATE KEY", b"\x30\x77\x02\x01\x01\x04\x20", 114),
    "ed_pkcs": _block("PRIVATE KEY", b"\x30\x2e\x02\x01\x00\x30\x05\x06\x03\x2b\x65\x70\x04\x22\x04\x20", 32),
    "ed_pkcs_escaped": _block("PRIVATE KEY", b"\x30\x2e\x02\x01\x00\x30\x05\x06\x03\x2b\x65\x70\x04\x22\x04\x20", 32, "\\n"),
    "nats_creds": lambda rng: f"-----BEGIN USER NKEY SEED-----\n{_nats_seed(rng)}\n------END USER NKEY SEED------",
    "wrapped_pkcs": _block("ENCRYPTED PRIVATE KEY", b"\x30\x82\x05\x2d\x30\x57", 1290),
    "sixdigits": drawn("{d6}"),
    "fourdigits": drawn("{d4}"),
    "backup": drawn("{l4}-{l4}-{l4} | {d4} {d4} {d4}"),
    "hexquarter": drawn("{h32}"),
    "hexfull": drawn("{h64}"),
    "basefull": drawn("{b43}="),
    "blob": drawn("{a36-52}"),
    "blob_url": drawn("{a1}{w40-60}"),
    "md_crypt": drawn("$1${c8}${c22}"),
    "unix_sha": drawn("$6${c16}${c86}"),
    "bcrypt_ten": drawn("$2y$10${c53}"),
    "ms_script": drawn("$8${c14}${c43}"),
    "forti": drawn("{b76}"),
    "rdp_blob": drawn("01000000D08C9DDF0115D1118C7A00C04FC297EB{H120}"),
    "jupyter": drawn("$argon2id$v=19$m=10240,t=10,p=8${b22}${b43}"),
    "odbc": drawn("{a16}"),
    "ssid_key": drawn("{h64}"),
}  # fmt: skip
