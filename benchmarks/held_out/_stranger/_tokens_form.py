"""Draw values from a form: literal text, ``[a-z0-9]{40}`` for letters drawn, ``||`` between choices."""

import random
import re
from collections.abc import Callable
from typing import Final

Maker = Callable[[random.Random], str]

_DRAWN: Final = re.compile(r"\[([^\]]+)\]\{(\d+)(?:,(\d+))?\}")
_RANGE: Final = re.compile(r"(\w)-(\w)")


def drawn(form: str) -> Maker:
    """Return a maker of values of a form.

    Args:
        form: Text with classes of characters and how many of each, as in regular expressions; only
            ``[...]{n}`` and ``[...]{n,m}`` mean something, and a hyphen stands at a class's end.
    """
    choices = form.split("||")

    def make(rng: random.Random) -> str:
        return _DRAWN.sub(lambda part: _letters(rng, part), rng.choice(choices))

    return make


def letters(rng: random.Random, alphabet: str, count: int) -> str:
    """Return letters of an alphabet."""
    return "".join(rng.choices(alphabet, k=count))


def _letters(rng: random.Random, part: re.Match[str]) -> str:
    alphabet = _RANGE.sub(
        lambda ends: "".join(map(chr, range(ord(ends[1]), ord(ends[2]) + 1))), part[1]
    )
    least = int(part[2])
    return letters(rng, alphabet, rng.randint(least, int(part[3] or least)))
