"""How names are spelled: the parts of the expressions for people and for places."""

import re
from typing import Final

UPPER: Final = "A-Z" + "".join(c for c in map(chr, range(0xC0, 0x530)) if c.isupper())
# The rest of a capitalised word, where nothing is won by reading less of it: small letters of ASCII at
# once, which most are, else any letters at once, and one by one only where an apostrophe joins two.
_REST: Final = (
    r"(?>[a-z]{0,24}+(?![\w'\u2019])"
    r"|[^\W\d_]{0,24}+(?!['\u2019][^\W\d_])|(?:[^\W\d_]|['\u2019](?=[^\W\d_])){0,24}+)"
)
CAP: Final = rf"[{UPPER}]{_REST}"
_MORE: Final = rf"(?:-{CAP}){{0,2}}"
HYPHENATED: Final = rf"{CAP}{_MORE}"
_SHORTER: Final = rf"[{UPPER}](?:[^\W\d_]|['\u2019](?=[^\W\d_])){{0,24}}"
TOWN: Final = rf"{_SHORTER}(?:-{_SHORTER}){{0,2}}(?!\w)"
"""The same where no letter or digit follows; what stands before an apostrophe will do."""
PARTICLES: Final = (
    *("van", "von", "vom", "zu", "zur", "de", "da", "do", "dos", "das", "del", "della", "delle"),
    *("dello", "di", "du", "den", "der", "des", "la", "le", "lo", "las", "los", "ten", "ter", "te"),
    *("die", "und", "y", "e", "bin", "binti", "bt", "ibn", "dela", "al", "el", "af", "av", "st"),
)
PARTICLE: Final = rf"(?:(?:{'|'.join(PARTICLES)})\s|(?:d|l|O)['\u2019]|['\u2019][nst]\s)"
_FIRSTS: Final = "".join(sorted({particle[0] for particle in PARTICLES})) + "O'\u2019"
"""The letters that a particle begins with, which are sooner compared than all particles."""
# It begins with the capital, which is found much sooner than a place behind which one may stand.
NAME: Final = re.compile(
    rf"[{UPPER}](?<![\w@/.-].)(?<!\w['\u2019].){_REST}{_MORE}+(?:[ ]{{1,2}}(?:(?=[{_FIRSTS}])(?:{PARTICLE}){{0,3}})?(?:[{UPPER}]\.(?![^\W\d_])|{HYPHENATED})){{0,4}}+"
)
"""A capitalised run of up to five words with particles between them."""
