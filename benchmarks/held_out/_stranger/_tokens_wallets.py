"""Keys of wallets and of identities, with their sums, and phrases they are restored from.

The words of phrases are of the English list of BIP 39; the sum in the last word is not kept.
"""

import base64
import hashlib
import json
import random
from typing import Final

from benchmarks.held_out._stranger._tokens_form import Maker, drawn

_BASE_58: Final = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_BECH: Final = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_SEED: Final = (
    "abandon ability absorb acoustic adjust agent airport album alley amateur anchor apology april arctic "
    "arrow asthma august avocado bamboo banner basket beauty bicycle blanket bonus bridge bronze butter "
    "cabbage canyon carbon casino cereal cherry cinnamon citizen clever coconut copper coyote crystal "
    "cushion daughter decade denial desert dinosaur dolphin dragon eager eagle elbow elephant engine "
    "erosion exhaust fabric famous festival flavor fortune fragile gadget galaxy garlic ginger giraffe "
    "goddess gravity guitar hamster harvest hazard hobby horizon humble hurdle impact indoor insect "
    "jaguar jealous jungle kangaroo kitchen ladder lecture lizard lobster lunar machine mango marble "
    "muffin mushroom napkin network notable oblige october olympic orchard oxygen panther parade peanut "
    "pelican pumpkin quantum rabbit raccoon ribbon salmon scissors shrimp spider sunset thunder ticket "
    "tomato trumpet umbrella unicorn vacuum velvet violin walnut whisper window wrestle yellow zebra"
)


def _seed(count: int) -> Maker:
    def make(rng: random.Random) -> str:
        return " ".join(rng.sample(_SEED.split(), count))

    return make


def _fifty_eight(data: bytes) -> str:
    number, out = int.from_bytes(data, "big"), ""
    while number:
        number, rest = divmod(number, 58)
        out = _BASE_58[rest] + out
    return _BASE_58[0] * (len(data) - len(data.lstrip(b"\0"))) + out


def _checked(data: bytes) -> str:
    check = hashlib.sha256(hashlib.sha256(data).digest()).digest()[:4]
    return _fifty_eight(data + check)


def _wif(rng: random.Random) -> str:
    return _checked(b"\x80" + rng.randbytes(32) + b"\x01")


def _xprv(rng: random.Random) -> str:
    head = bytes.fromhex("0488ade4") + b"\x03" + rng.randbytes(4) + bytes(4)
    return _checked(head + rng.randbytes(32) + b"\0" + rng.randbytes(32))


def _solana(rng: random.Random) -> str:
    return _fifty_eight(rng.randbytes(64))


def _solana_list(rng: random.Random) -> str:
    return json.dumps(list(rng.randbytes(64)), separators=(",", ":"))


def _bech(prefix: str, data: bytes) -> str:
    bits = "".join(f"{byte:08b}" for byte in data)
    bits += "0" * (-len(bits) % 5)
    values = [int(bits[place : place + 5], 2) for place in range(0, len(bits), 5)]
    spread = [ord(char) >> 5 for char in prefix] + [0] + [ord(char) & 31 for char in prefix]
    check = 1
    for value in [*spread, *values, 0, 0, 0, 0, 0, 0]:
        top, check = check >> 25, (check & 0x1FFFFFF) << 5 ^ value
        for place, part in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            check ^= part if top >> place & 1 else 0
    check ^= 1
    values += [check >> 5 * (5 - place) & 31 for place in range(6)]
    return f"{prefix}1" + "".join(_BECH[value] for value in values)


def _stellar(rng: random.Random) -> str:
    data, check = bytes([18 << 3]) + rng.randbytes(32), 0
    for byte in data:
        check ^= byte << 8
        for _ in range(8):
            check = (check << 1 ^ 0x1021 if check & 0x8000 else check << 1) & 0xFFFF
    return base64.b32encode(data + check.to_bytes(2, "little")).decode()


WALLETS: Final[dict[str, Maker]] = {
    "wif": _wif,
    "xprv": _xprv,
    "solana": _solana,
    "solana_list": _solana_list,
    "stellar": _stellar,
    "nostr": lambda rng: _bech("nsec", rng.randbytes(32)),
    "age": lambda rng: _bech("age-secret-key-", rng.randbytes(32)).upper(),
    "ethereum": drawn("0x[0-9a-f]{64}"),
    "macaroon": drawn("0201036c6e6402f801030a10[0-9a-f]{300}"),
    "seed_twelve": _seed(12),
    "seed_many": _seed(24),
}
