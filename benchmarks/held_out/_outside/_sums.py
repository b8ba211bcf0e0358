"""Check digits, written from the public descriptions of the schemes."""

import random
from collections.abc import Callable, Sequence
from typing import Final

Draw = Callable[[random.Random], str]

_TIMES: Final = (
    "0123456789", "1234067895", "2340178956", "3401289567", "4012395678",
    "5987604321", "6598710432", "7659821043", "8765932104", "9876543210",
)  # fmt: skip
_TURN: Final = (
    "0123456789", "1576283094", "5803796142", "8916043527",
    "9453126870", "4286573901", "2793806415", "7046913258",
)  # fmt: skip
_INVERSE: Final = "0432156789"


def digits(rng: random.Random, count: int, first: str = "") -> str:
    """Return that many digits; the first is one of ``first``, or not zero."""
    return rng.choice(first or "123456789") + "".join(rng.choices("0123456789", k=count - 1))


def pattern(rng: random.Random, form: str) -> str:
    """Fill a form: ``#`` a digit, ``~`` a digit that is not zero, ``@`` a capital letter."""
    drawn = {"#": "0123456789", "~": "123456789", "@": "ABCDEFGHJKLMNPRSTUVWXYZ"}
    return "".join(rng.choice(drawn.get(char, char)) for char in form)


def luhn(number: str) -> str:
    """Append the digit of ISO/IEC 7812-1, annex B."""
    doubled = (int(d) * (2 - i % 2) for i, d in enumerate(reversed(number)))
    return number + str(-sum(d // 10 + d % 10 for d in doubled) % 10)


def weighted(number: str, weights: Sequence[int]) -> int:
    """Return the sum of digits times weights."""
    return sum(int(d) * w for d, w in zip(number, weights, strict=True))


def verhoeff(number: str) -> str:
    """Append the digit of Verhoeff's dihedral scheme."""
    state = 0
    for index, digit in enumerate(reversed(number), 1):
        state = int(_TIMES[state][int(_TURN[index % 8][int(digit)])])
    return number + _INVERSE[state]


def mod97(text: str) -> int:
    """Return the remainder of ISO 7064 MOD 97-10, letters read as two digits."""
    return int("".join(str(int(char, 36)) for char in text)) % 97


def iso11_10(number: str) -> str:
    """Append the digit of ISO 7064 MOD 11,10."""
    product = 10
    for digit in number:
        product = ((product + int(digit)) % 10 or 10) * 2 % 11
    return number + str((11 - product) % 10)


def until(
    rng: random.Random, count: int, weights: tuple[int, ...], first: str = ""
) -> tuple[str, int]:
    """Draw digits whose weighted sum leaves neither 0 nor 1 modulo 11, and the remainder."""
    while True:
        number = digits(rng, count, first)
        rest = weighted(number, weights) % 11
        if rest > 1:
            return number, rest


def birthday(rng: random.Random) -> tuple[str, str, str]:
    """Return year, month and day of some birth, as digits."""
    return (
        str(rng.randrange(1941, 1999)),
        f"{rng.randrange(1, 13):02}",
        f"{rng.randrange(1, 29):02}",
    )


def form(*forms: str) -> Draw:
    """Return what draws a number of one of these forms."""
    return lambda rng: pattern(rng, rng.choice(forms))
