"""What the word lists say of a word, in one look instead of one for each list."""

from typing import Final

from spanveil.redaction.detection._gazetteer import Gazetteer
from spanveil.redaction.detection._roles import ROLES
from spanveil.redaction.detection._spelling import PARTICLES
from spanveil.redaction.detection._things import HEADS, TAILS
from spanveil.redaction.detection._triggers import TRIGGERS

GIVEN: Final = 1
FAMILY: Final = 2
KNOWN: Final = 4
"""A given name or a family name."""
WORD: Final = 8
COMMON: Final = 16
USUAL: Final = 32
"""One of the words that are no names, or a word of prose."""
PRODUCT: Final = 64
MONTH: Final = 128
TITLE: Final = 256
"""A single word that a name must follow: `Madame`."""
JOINS: Final = 512
"""A particle within a name: `van`."""
ENGLISH: Final = 1024
"""A word of English in lower case, which may be a name too."""

SELDOM: Final = 2048
"""A given name that few people have, and that may be anything where it stands alone."""

ROLE: Final = 4096
"""What somebody is, which stands before a name: `Claimant`, `CTO`."""

THING: Final = 8192
"""A word of a list that begins or ends what is a thing, too: `Lake`, `Hall`, `Monte`."""

_MONTHS: Final = frozenset({"april", "may", "june", "august"})


def marks_of(gazetteer: Gazetteer) -> dict[str, int]:
    """Return for each word in lower case the marks of the lists that hold it."""
    lists = (
        (GIVEN | KNOWN, gazetteer.given),
        (GIVEN | KNOWN | SELDOM, gazetteer.seldom),
        (FAMILY | KNOWN, gazetteer.family),
        (WORD | USUAL, gazetteer.words),
        (COMMON | USUAL, gazetteer.common),
        (ENGLISH, gazetteer.english),
        (ENGLISH, gazetteer.common),
        (PRODUCT, gazetteer.products),
        (MONTH, _MONTHS),
        (TITLE, {word for word, sure in TRIGGERS.items() if sure and " " not in word}),
        (JOINS, PARTICLES),
        (ROLE, ROLES),
    )
    marks: dict[str, int] = {}
    for mark, words in lists:
        for word in words:
            marks[word] = marks.get(word, 0) | mark
    # Only of these: a word in no list has no marks.
    for word in {*HEADS, *TAILS, *(thing.partition(" ")[0] for thing in gazetteer.things)}:
        if word in marks:
            marks[word] |= THING
    return marks
