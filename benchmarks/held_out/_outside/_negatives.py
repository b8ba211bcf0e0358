"""What must be left alone, and how its numbers are drawn."""

import random
import string
from typing import Final

from benchmarks.held_out._outside._negatives_prose import PROSE
from benchmarks.held_out._outside._negatives_technical import TECHNICAL
from benchmarks.held_out._outside._sums import Draw, digits

NEGATIVES: Final = (*TECHNICAL, *PROSE)


def _ean(rng: random.Random, head: str) -> str:
    body = head + digits(rng, 12 - len(head))
    return body + str(-sum(int(d) * (1, 3)[i % 2] for i, d in enumerate(body)) % 10)


def _isbn(rng: random.Random) -> str:
    code = _ean(rng, "9783")
    return f"{code[:3]}-{code[3]}-{code[4:8]}-{code[8:12]}-{code[12]}"


def _of(alphabet: str, count: int) -> Draw:
    return lambda rng: "".join(rng.choices(alphabet, k=count))


def _number(count: int) -> Draw:
    return lambda rng: digits(rng, count)


NEGATIVE_KINDS: Final[dict[str, Draw]] = {
    "d1": _number(1), "ean": lambda rng: _ean(rng, "40"), "isbn": _isbn,
    "low5": _of("bcdfghjklmnpqrstvwxz2456789", 5), "crock24": _of("0123456789ABCDEFGHJKMNPQRSTVWXYZ", 24),
} | {f"n{count}": _number(count) for count in range(2, 11)} | {f"hex{count}": _of("0123456789abcdef", count) for count in (2, 4, 6, 8, 10, 32)} | {
    f"alnum{count}": _of(string.ascii_letters + string.digits, count) for count in (20, 24)
}  # fmt: skip
