"""Bank accounts of ISO 13616, with the check digits that some countries have within."""

import random
from typing import Final

from benchmarks.held_out._outside._sums import Draw, mod97, pattern, weighted


def _spanish(body: str) -> str:
    """Set the two digits that a Spanish account number has within."""
    weights = (1, 2, 4, 8, 5, 10, 9, 7, 3, 6)
    rests = (weighted(part, weights) % 11 for part in ("00" + body[:8], body[10:]))
    return body[:8] + "".join("01987654321"[rest] for rest in rests) + body[10:]


def _french(body: str) -> str:
    """Set the last two digits, the key of a French account number."""
    return f"{body[:-2]}{97 - int(body[:-2] + '00') % 97:02}"


def _norwegian(body: str) -> str:
    """Set the last digit of a Norwegian account number, once none of ten is left."""
    rest = -weighted(body[:-1], (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)) % 11
    return f"{body[:-1]}{rest}" if rest < 10 else _norwegian(f"{int(body) + 10:011}")


_WITHIN: Final = {"ES": _spanish, "FR": _french, "NO": _norwegian}


def iban(country: str, body: str, grouped: bool) -> Draw:
    """Return what draws an account number of ISO 13616; ``body`` is a form."""

    def draw(rng: random.Random) -> str:
        account = _WITHIN.get(country, str)(pattern(rng, body))
        number = f"{country}{98 - mod97(f'{account}{country}00'):02}{account}"
        return " ".join(number[i : i + 4] for i in range(0, len(number), 4)) if grouped else number

    return draw
