"""Base32 of many short digests at once.

The standard library writes one at a time, in the interpreter. Here the bits of all are moved into
place by arithmetic on one large number, which costs each of them next to nothing.
"""

from collections.abc import Sequence
from typing import Final

ALPHABET: Final = "abcdefghijklmnopqrstuvwxyz234567"  # RFC 4648, section 6, in lower case

_SIZE: Final = 16
"""Bytes of a digest; with zeros behind it four groups of 40 bits, each in a lane of 64."""
_FILL: Final = bytes(4)
_LANES: Final = 32
"""Bytes of the lanes of one digest, of which each becomes a character."""
_CHARS: Final = 26
_MOST: Final = 128
_CHARACTERS: Final = ALPHABET.encode() * 8  # no byte is above 31


def _everywhere(lane: int) -> int:
    return int.from_bytes(lane.to_bytes(8, "big") * (_MOST * _LANES // 8), "big")


# Which halves of a lane's groups stay, and which move up, and by how far.
_STEPS: Final = (
    (_everywhere(0xFFFFF), _everywhere(0xFFFFF00000), 12),
    (_everywhere(0x000003FF000003FF), _everywhere(0x000FFC00000FFC00), 6),
    (_everywhere(0x001F001F001F001F), _everywhere(0x03E003E003E003E0), 3),
)


def base32_of_many(digests: Sequence[bytes]) -> list[str]:
    """Return digests of 16 bytes in base32 without padding, in lower case.

    >>> base32_of_many([bytes(range(16))])
    ['aaaqeayeaudaocajbifqydiob4']
    """
    result: list[str] = []
    for start in range(0, len(digests), _MOST):
        some = digests[start : start + _MOST]
        raw = _FILL.join(some) + _FILL
        lanes = bytearray(_LANES * len(some))
        for place in range(5):
            lanes[place + 3 :: 8] = raw[place::5]
        number = int.from_bytes(lanes, "big")
        for stay, move, far in _STEPS:
            number = (number & move) << far | number & stay
        text = number.to_bytes(len(lanes), "big").translate(_CHARACTERS).decode()
        result += [text[at : at + _CHARS] for at in range(0, len(text), _LANES)]
    return result
