"""Digits, birthdays and the sums that registries put behind them."""

import datetime
import itertools
import random
import string
from collections.abc import Callable
from typing import Final

from benchmarks.held_out._outside._sums import Draw, weighted

_SHAPES: Final = {"#": string.digits, "@": string.ascii_uppercase, "%": string.digits[1:]}


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


def ean(number: str) -> str:
    """Append the check digit of EAN-13."""
    weights = [1 if index % 2 == 0 else 3 for index in range(len(number))]
    return number + str(-weighted(number, weights) % 10)


def until(draw: Callable[[random.Random], str | None]) -> Draw:
    """Draw again where a scheme has no check digit for a number."""

    def again(rng: random.Random) -> str:
        while (value := draw(rng)) is None:
            pass
        return value

    return again
