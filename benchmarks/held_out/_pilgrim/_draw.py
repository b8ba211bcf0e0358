"""Ways to draw values: shapes of digits and letters, and the check digits of registries."""

import random
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Final

Draw = Callable[[random.Random], str]

_ALPHABETS: Final = {
    "#": "0123456789",
    "%": "123456789",
    "?": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "&": "ABCDEFGHJKLMNPRSTVWXYZ",  # without letters that many registries leave out
    "*": "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789",
    "~": "0123456789abcdef",
}


def shape(rng: random.Random, pattern: str) -> str:
    """Return the pattern with its signs drawn; whatever is no sign of ``_ALPHABETS`` stays."""
    return "".join(rng.choice(_ALPHABETS[c]) if c in _ALPHABETS else c for c in pattern)


def shapes(*patterns: str) -> Draw:
    """Return a way to draw one of the patterns."""
    return lambda rng: shape(rng, rng.choice(patterns))


def cut(value: str, *sizes: int, by: str = " ") -> str:
    """Return a value in groups of these sizes; what is left over is a last group."""
    groups, at = [], 0
    for size in sizes:
        groups.append(value[at : at + size])
        at += size
    return by.join([*groups, value[at:]] if at < len(value) else groups)


def weigh(digits: str, weights: Iterable[int]) -> int:
    """Return the sum of the digits by their weights."""
    return sum(int(d) * w for d, w in zip(digits, weights, strict=True))


def luhn(digits: str) -> str:
    """Return the digits and Luhn's check digit."""
    total = 0
    for at, digit in enumerate(reversed(digits)):
        double = int(digit) * (2 if at % 2 == 0 else 1)
        total += double - 9 if double > 9 else double
    return f"{digits}{-total % 10}"


def ean(digits: str) -> str:
    """Return twelve digits and the check digit of articles and of Swiss insurance."""
    return f"{digits}{-weigh(digits, [1, 3] * 6) % 10}"


def iso_eleven(digits: str) -> str:
    """Return the digits and the check digit of ISO 7064 mod 11, 10."""
    product = 10
    for digit in digits:
        product = ((int(digit) + product) % 10 or 10) * 2 % 11
    return f"{digits}{(11 - product) % 10}"


def passport_digit(text: str) -> str:
    """Return the check digit of a machine-readable document over digits and capitals."""
    total = sum(int(c, 36) * (7, 3, 1)[at % 3] for at, c in enumerate(text))
    return str(total % 10)


def iban(country: str, account: str) -> str:
    """Return an account with its country and the two check digits."""
    digits = "".join(str(int(c, 36)) for c in f"{account}{country}00")
    return f"{country}{98 - int(digits) % 97:02d}{account}"


def quartets(value: str) -> str:
    """Return a value in groups of four."""
    return " ".join(value[at : at + 4] for at in range(0, len(value), 4))


def born(rng: random.Random, oldest: int = 1945, youngest: int = 2005) -> date:
    """Return a day on which somebody who is grown up may have been born."""
    start = date(oldest, 1, 1)
    return start + timedelta(days=rng.randrange((date(youngest, 12, 31) - start).days))
