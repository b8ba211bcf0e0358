"""What the makers of numbers of registries share."""

import random


def birthday(rng: random.Random) -> tuple[int, int, int]:
    """Draw year, month and day of somebody of age."""
    return rng.randrange(1950, 2000), rng.randrange(1, 13), rng.randrange(1, 29)


def digits_of(text: str) -> list[int]:
    """Return the digits of a text of digits."""
    return [int(c) for c in text]


def weighted_sum(text: str, weights: tuple[int, ...]) -> int:
    """Return the sum of digits and their weights."""
    return sum(int(c) * w for c, w in zip(text, weights, strict=True))
