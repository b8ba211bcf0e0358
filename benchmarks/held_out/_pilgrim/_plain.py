"""What the texts draw in which nothing is to be found."""

import random
from typing import Final

from benchmarks.held_out._pilgrim._draw import Draw

_HEX: Final = "0123456789abcdef"
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
_BASE: Final = _LETTERS + "+/"


def _of(alphabet: str, size: int) -> Draw:
    return lambda rng: "".join(rng.choices(alphabet, k=size))


def _number(low: int, high: int) -> Draw:
    return lambda rng: str(rng.randrange(low, high))


def _uid(rng: random.Random) -> str:
    parts = ("".join(rng.choices(_HEX, k=size)) for size in (8, 4, 3, 3, 12))
    first, second, third, fourth, fifth = parts
    return f"{first}-{second}-4{third}-9{fourth}-{fifth}"


NEGATIVE_KINDS: Final[dict[str, Draw]] = {
    "sha": _of(_HEX, 40),
    "short": _of(_HEX, 7),
    "five": _of("bcdfghjklmnpqrstvwxz2456789", 5),
    "pod": _of("bcdfghjklmnpqrstvwxz2456789", 9),
    "eight": _of(_HEX, 8),
    "half": _of(_HEX, 16),
    "md": _of(_HEX, 32),
    "digest": _of(_HEX, 64),
    "sri": lambda rng: _of(_BASE, 86)(rng) + "==",
    "uid": _uid,
    "ulid": lambda rng: "01K" + _of("0123456789ABCDEFGHJKMNPQRSTVWXYZ", 23)(rng),
    "call": _of(_LETTERS, 24),
    "AMZ": _of("0123456789ABCDEF", 16),
    "CURSOR": lambda rng: "Cg" + _of(_LETTERS, 18)(rng),
    "LINE": _of(_BASE, 64),
    "KEYBODY": _of(_BASE, 43),
    "FINGER": _of(_BASE, 43),
    "snow": _of("0123456789", 18),
    "vec": lambda rng: f"{rng.uniform(-1, 1):.6f}",
    "hexrow": lambda rng: " ".join(_of(_HEX, 2)(rng) for _ in range(16)),
    "hexcolor": _of(_HEX, 6),
    "version": lambda rng: f"{rng.randrange(9)}.{rng.randrange(30)}.{rng.randrange(20)}",
    "stamp": _number(1_760_000_000, 1_790_000_000),
    "some": _number(2, 10),
    "many": _number(1000, 99_999),
    "lots": _number(1_000_000, 9_999_999),
    "price": lambda rng: f"{rng.randrange(20, 900)}.{rng.randrange(100):02d}",
}
