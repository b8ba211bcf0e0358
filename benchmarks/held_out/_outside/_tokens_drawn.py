"""A small notation for the forms of tokens: ``gl_{a20}`` is ``gl_`` and 20 letters or digits."""

import random
import re
import string
import uuid
from collections.abc import Callable
from typing import Final

Maker = Callable[[random.Random], str]

_ALPHABETS: Final = {
    "a": string.ascii_letters + string.digits,
    "A": string.ascii_letters,
    "b": string.ascii_letters + string.digits + "+/",
    "B": string.ascii_uppercase + "234567",
    "c": string.ascii_letters + string.digits + "./",
    "d": string.digits,
    "h": "0123456789abcdef",
    "H": "0123456789ABCDEF",
    "l": string.ascii_lowercase + string.digits,
    "L": string.ascii_lowercase,
    "s": "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz",
    "u": string.ascii_uppercase + string.digits,
    "U": string.ascii_uppercase,
    "w": string.ascii_letters + string.digits + "_-",
}
_HOLE: Final = re.compile(r"\{(?:(uuid)|([A-Za-z])(\d+)(?:-(\d+))?)\}")


def letters(r: random.Random, alphabet: str, size: int) -> str:
    """Return random letters of an alphabet by its sign."""
    return "".join(r.choices(_ALPHABETS[alphabet], k=size))


def drawn(notation: str) -> Maker:
    """Return what draws a token of the form.

    Args:
        notation: Fixed text with holes: ``{uuid}``, or a sign of an alphabet and a length or two
            lengths between which it is, ``{h40}`` or ``{w20-30}``. ``|`` parts alternatives.
    """

    def hole(r: random.Random, match: re.Match[str]) -> str:
        if match[1]:
            return str(uuid.UUID(int=r.getrandbits(128), version=4))
        low = int(match[3])
        text = letters(r, match[2], r.randint(low, int(match[4] or low)))
        # A token never ends in a sign that a sentence could be taken to own.
        return re.sub(r"[-_./+]$", "x", text)

    def draw(r: random.Random) -> str:
        return _HOLE.sub(lambda match: hole(r, match), r.choice(notation.split(" | ")))

    return draw
