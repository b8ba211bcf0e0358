"""Digits, birthdays and the sums that registries put behind them."""

import datetime
import itertools
import random
import string
from collections.abc import Callable, Sequence
from typing import Final

Draw = Callable[[random.Random], str]

_SHAPES: Final = {"#": string.digits, "@": string.ascii_uppercase, "%": string.digits[1:]}
_DIHEDRAL: Final = (
    "0123456789", "1234067895", "2340178956", "3401289567", "4012395678",
    "5987604321", "6598710432", "7659821043", "8765932104", "9876543210",
)  # fmt: skip
_TURNS: Final = (
    "0123456789", "1576283094", "5803796142", "8916043527",
    "9453126870", "4286573901", "2793806415", "7046913258",
)  # fmt: skip


def filled(rng: random.Random, shape: str) -> str:
    """Fill ``#`` with a digit, ``%`` with a digit but zero, ``@`` with a capital letter."""
    return "".join(rng.choice(_SHAPES.get(char, char)) for char in shape)


def shaped(*shapes: str) -> Draw:
    """Return a draw of one of several shapes."""
    return lambda rng: filled(rng, rng.choice(shapes))


def grouped(text: str, *sizes: int, by: str = " ") -> str:
    """Cut a number into groups."""
    cuts = [sum(sizes[:index]) for index in range(len(sizes) + 1)]
    return by.join(text[a:b] for a, b in itertools.pairwise(cuts))


def born(rng: random.Random, first: int = 1940, last: int = 2006) -> datetime.date:
    """Return a day of birth."""
    start, end = datetime.date(first, 1, 1).toordinal(), datetime.date(last, 12, 28).toordinal()
    return datetime.date.fromordinal(rng.randint(start, end))


def dot(number: str, weights: Sequence[int]) -> int:
    """Return the weighted sum of digits."""
    return sum(int(digit) * weight for digit, weight in zip(number, weights, strict=True))


def luhn(number: str) -> str:
    """Append the check digit of ISO/IEC 7812-1."""
    total = 0
    for index, char in enumerate(reversed(number)):
        digit = int(char) * (1 if index % 2 else 2)
        total += digit - 9 if digit > 9 else digit
    return number + str(-total % 10)


def verhoeff(number: str) -> str:
    """Append Verhoeff's check digit."""
    check = 0
    for index, char in enumerate(reversed(number)):
        turned = _TURNS[(index + 1) % 8][int(char)]
        check = int(_DIHEDRAL[check][int(turned)])
    return number + str("0432156789"[check])


def mod11_10(number: str) -> str:
    """Append the check digit of ISO 7064 MOD 11,10."""
    rest = 10
    for char in number:
        rest = (rest + int(char)) % 10 or 10
        rest = rest * 2 % 11
    return number + str((11 - rest) % 10)


def ean(number: str) -> str:
    """Append the check digit of EAN-13."""
    weights = [1 if index % 2 == 0 else 3 for index in range(len(number))]
    return number + str(-dot(number, weights) % 10)


def until(draw: Callable[[random.Random], str | None]) -> Draw:
    """Draw again where a scheme has no check digit for a number."""

    def again(rng: random.Random) -> str:
        while (value := draw(rng)) is None:
            pass
        return value

    return again
