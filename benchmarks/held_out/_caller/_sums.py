"""Patterns and check digits that many registries share."""

import datetime
import random
import re
import string
from collections.abc import Callable, Iterable
from typing import Final

Draw = Callable[[random.Random], str]
_CLASSES: Final = {
    "#": string.digits,
    "%": string.digits[1:],
    "?": string.ascii_uppercase,
}
_RANGE: Final = re.compile(r"(.)-(.)")


def pick(rng: random.Random, *choices: str) -> str:
    """Return one of the choices."""
    return rng.choice(choices)


def filled(rng: random.Random, pattern: str) -> str:
    """Fill ``#`` with a digit, ``%`` with one that is not 0 and ``?`` with a capital."""
    return "".join(rng.choice(_CLASSES[c]) if c in _CLASSES else c for c in pattern)


def shapes(*patterns: str) -> Draw:
    """Return what fills one of the patterns."""
    return lambda rng: filled(rng, rng.choice(patterns))


def runs(form: str) -> Draw:
    """Return what fills ``[alphabet]{count}`` in a form; all else of it stays as it is."""
    parts = re.split(r"(\[[^]]+\]\{\d+\})", form)

    def draw(rng: random.Random) -> str:
        text = ""
        for part in parts:
            if match := re.fullmatch(r"\[([^]]+)\]\{(\d+)\}", part):
                letters = _RANGE.sub(lambda m: _between(m[1], m[2]), match[1])
                text += "".join(rng.choice(letters) for _ in range(int(match[2])))
            else:
                text += part
        return text

    return draw


def _between(first: str, last: str) -> str:
    return "".join(map(chr, range(ord(first), ord(last) + 1)))


def total(number: str, weights: Iterable[int]) -> int:
    """Return the weighted sum of the digits."""
    return sum(int(c) * w for c, w in zip(number, weights, strict=False))


def luhn(number: str) -> str:
    """Return the number with its Luhn digit."""
    digits = [int(c) for c in reversed(number)]
    doubled = [sum(divmod(d * 2, 10)) if i % 2 == 0 else d for i, d in enumerate(digits)]
    return number + str(-sum(doubled) % 10)


def mod_11_10(number: str) -> str:
    """Return the number with its check digit of ISO 7064, mod 11, 10."""
    product = 10
    for c in number:
        product = ((product + int(c)) % 10 or 10) * 2 % 11
    return number + str((11 - product) % 10)


def until(rng: random.Random, pattern: str, check: Callable[[str], int | None]) -> str:
    """Return a filled pattern and its check digit, drawn anew as long as it has none."""
    while True:
        body = filled(rng, pattern)
        digit = check(body)
        if digit is not None and 0 <= digit <= 9:
            return body + str(digit)


def grouped(number: str, sizes: Iterable[int], by: str) -> str:
    """Return a number cut into groups."""
    parts, at = [], 0
    for size in sizes:
        parts.append(number[at : at + size])
        at += size
    return by.join([*parts, number[at:]] if at < len(number) else parts)


def born(rng: random.Random, first: int = 1945, last: int = 2004) -> datetime.date:
    """Return a day on which somebody was born."""
    return datetime.date(first, 1, 1) + datetime.timedelta(rng.randrange((last - first) * 365))
