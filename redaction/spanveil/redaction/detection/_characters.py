"""Which characters a text has that are not ASCII: few, so that much can be ruled out by them."""

from typing import Final

_ASCII: Final = bytes(range(128))
_NONE: Final[frozenset[str]] = frozenset()


def foreign_characters(text: str) -> frozenset[str]:
    """Return the characters of a text that are not ASCII."""
    if text.isascii():
        return _NONE
    rest = text.encode("utf-8", "surrogatepass").translate(None, _ASCII)
    return frozenset(rest.decode("utf-8", "surrogatepass"))
