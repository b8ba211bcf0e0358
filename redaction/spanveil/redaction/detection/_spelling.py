"""How names are spelled: the parts of the expressions for people and for places."""

import re
from typing import Final

UPPER: Final = "A-Z" + "".join(c for c in map(chr, range(0xC0, 0x530)) if c.isupper())
CAP: Final = rf"[{UPPER}](?:[^\W\d_]|['\u2019](?=[^\W\d_])){{0,24}}"
HYPHENATED: Final = rf"{CAP}(?:-{CAP}){{0,2}}"
PARTICLES: Final = (
    *("van", "von", "vom", "zu", "zur", "de", "da", "do", "dos", "das", "del", "della", "delle"),
    *("dello", "di", "du", "den", "der", "des", "la", "le", "lo", "las", "los", "ten", "ter", "te"),
    *("die", "und", "y", "e", "bin", "ibn", "al", "el", "af", "av", "st"),
)
PARTICLE: Final = rf"(?:(?:{'|'.join(PARTICLES)})\s|(?:d|l|O)['\u2019])"
# The rest of a capitalised word in ``NAME``, where nothing is won by reading less of it: the letters
# at once, and one by one only where an apostrophe joins two.
_REST: Final = r"(?>[^\W\d_]{0,24}+(?!['\u2019][^\W\d_])|(?:[^\W\d_]|['\u2019](?=[^\W\d_])){0,24}+)"
_WORD: Final = rf"[{UPPER}]{_REST}"
_MORE: Final = rf"(?:-{_WORD}){{0,2}}"
# It begins with the capital, which is found much sooner than a place behind which one may stand.
NAME: Final = re.compile(
    rf"[{UPPER}](?<![\w@/.-].)(?<!\w['\u2019].){_REST}{_MORE}(?:[ ]{{1,2}}(?:{PARTICLE}){{0,3}}(?:[{UPPER}]\.(?![^\W\d_])|{_WORD}{_MORE})){{0,4}}"
)
"""A capitalised run of up to five words with particles between them."""
