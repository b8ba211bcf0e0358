"""How names are spelled: the parts of the expressions for people and for places."""

import re
from typing import Final

UPPER: Final = "A-Z" + "".join(c for c in map(chr, range(0xC0, 0x530)) if c.isupper())
CAP: Final = rf"[{UPPER}](?:[^\W\d_]|['\u2019](?=[^\W\d_])){{0,24}}"
HYPHENATED: Final = rf"{CAP}(?:-{CAP}){{0,2}}"
PARTICLE: Final = r"(?:(?:van|von|vom|zu|zur|de|da|do|dos|das|del|della|delle|dello|di|du|den|der|des|la|le|lo|las|los|ten|ter|te|die|und|y|e|bin|ibn|al|el|af|av|st)\s|(?:d|l|O)['\u2019])"
# A capitalised word in ``NAME``, where nothing is won by reading less of it: the letters at once, and
# one by one only where an apostrophe joins two.
_WORD: Final = rf"(?>[{UPPER}](?:[^\W\d_]{{0,24}}+(?!['\u2019][^\W\d_])|(?:[^\W\d_]|['\u2019](?=[^\W\d_])){{0,24}}+))"
_WORDS: Final = rf"{_WORD}(?:-{_WORD}){{0,2}}"
NAME: Final = re.compile(
    rf"(?<![\w@/.-])(?<!\w['\u2019]){_WORDS}(?:[ ]{{1,2}}(?:{PARTICLE}){{0,3}}(?:[{UPPER}]\.(?![^\W\d_])|{_WORDS})){{0,4}}"
)
"""A capitalised run of up to five words with particles between them."""

NAME_START: Final = r"\b[A-Z]"
"""Where it can begin, as ``Starts`` wants it."""
