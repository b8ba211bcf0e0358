"""The words of a capitalised run: which are no part of a name, and what stands before them."""

import re
from typing import Final

from spanveil.redaction.detection._roles import ROLES
from spanveil.redaction.detection._spelling import PARTICLES, UPPER
from spanveil.redaction.detection._things import TAILS
from spanveil.redaction.detection._triggers import PARTS, TITLES, TRIGGERS
from spanveil.redaction.detection._word_marks import (
    COMMON,
    ENGLISH,
    FAMILY,
    GIVEN,
    KNOWN,
    MONTH,
    PRODUCT,
    ROLE,
    TITLE,
    USUAL,
    WORD,
)

_BEFORE: Final = 40
_GAP: Final = " \n\t.:,;=-'\"(><"
_INITIALS: Final = re.compile(
    rf"(?<![\w.'\u2019&-])(?:[{UPPER}]\.[ -]?){{1,4}}(?:(?:{'|'.join(PARTICLES)})[ ]){{0,2}}$"
)
_PARTICLES: Final = frozenset(PARTICLES) - {"die", "und", "y", "e", "st", "do", "te"}
_EDGES: Final = "\\\"'([{"
_INNER_CAPITAL: Final = re.compile(
    r"[^\W\d_]\.|(?:Mc|Mac|De|Di|Du|La|Le|Van|Von|Fitz|O|D|L|M|N|Al|El|St|Saint|Da|Del|Den|Ten|Ter)?['\u2019-]?[^\W\d_][^\W\d_A-Z]{0,30}(?:['\u2019-]\w[^\W\d_A-Z]{0,30}){0,3}\.?"
)
"""Words as `O'Brien`, `McDonald`, `Jean-Luc`."""
_FAMILY_ENDS: Final = (
    "ski|ska|cki|cka|czyk|wicz|ova|eva|escu|enko|chuk|yuk|oglu|dze|shvili|yan|sson|dottir|inen|poulos|poulou|idis|akis|kis|vic|vich|auskas|aitis|aite|iene|zadeh|nejad|swamy|"
    "mann|stein|berger|hauser|ssen|strom|gren|quist|qvist|lund|stra|sma|aerts|bakker|ini|etti|elli|ucci|eira|inho|ez|moen|stad"
)
_FAMILY_END: Final = re.compile(rf"(?:{_FAMILY_ENDS})")
_LAST_TWO: Final = frozenset(end[-2:] for end in _FAMILY_ENDS.split("|"))
PARTICLE_ENDS: Final = frozenset(f"{word} "[-3:] for word in _PARTICLES)
"""The last three characters before a run that such a word stands before, sooner looked up than it."""
MAY_LEAD: Final = USUAL | TITLE | MONTH
_TELLS_NOTHING: Final = USUAL | PRODUCT


def _by_last_word() -> dict[str, tuple[int | None, dict[str, bool]]]:
    """Return for each last word of a trigger what it says alone, and what with words before it."""
    table: dict[str, tuple[int | None, dict[str, bool]]] = {}
    for phrase, sure in (dict.fromkeys(ROLES, False) | TRIGGERS).items():
        before, _, last = phrase.rpartition(" ")
        alone, longer = table.get(last, (None, {}))
        if before:
            longer[before] = sure
        else:
            alone = 3 if sure and last in PARTS else sure + (last in TITLES)
        table[last] = alone, longer
    return table


_TRIGGERS: Final = _by_last_word()
_MISREAD: Final = str.maketrans("01345", "oieas")
"""Letters that a machine has read as digits: `G1VEN NAMES`."""


def holds_no_name(marks: list[int]) -> bool:
    """Say whether one of some words, before a family name, is a word that is no name."""
    tail = marks[-1]
    return any(
        # A product, and no given name before a family name.
        mark & WORD or (mark & PRODUCT and (not mark & GIVEN or tail & _TELLS_NOTHING))
        for mark in (marks[:-1] if marks[0] & GIVEN else marks)
    )


def behind_roles(marks: list[int]) -> int:
    """Return which word of a run is the first behind what somebody is: `GP Dr Gillian Davies`."""
    first, last = 0, len(marks) - 1
    while first < last and marks[first] & (ROLE | TITLE) and not marks[first] & GIVEN:
        first += 1
    return first


def without_words(
    value: str, words: list[str], marks: list[int]
) -> tuple[str, int, list[str], list[int]]:
    """Return a run without the words of English around a name: `Producer James Sparks`."""
    first, last = 0, len(words)
    if is_no_part(marks[0]) and marks[1] & GIVEN and not marks[1] & (ENGLISH | PRODUCT):
        first = 1
    if (
        last - first > 2
        and is_no_part(marks[-1])
        and marks[first] & GIVEN
        and words[-1].lower() not in TAILS
    ):
        last -= 1
    if last - first == len(words):
        return value, 0, words, marks
    value, offset = without(value, words[:first], words[last:])
    return value, offset, words[first:last], marks[first:last]


def is_no_part(mark: int) -> bool:
    return mark & ENGLISH != 0 and not mark & KNOWN


def is_a_word(mark: int) -> bool:
    return mark & (ENGLISH | WORD) != 0


def ends_as_family(word: str) -> bool:
    if len(word) < 6 or word[-2:] not in _LAST_TWO:
        return False  # as most
    match = _FAMILY_END.search(word)
    return match is not None and match.end() == len(word)


def is_spelled_as_a_thing(words: list[str], marks: list[int]) -> bool:
    """Say whether one of some words is spelled as names are not: `KubeCon Paris`, `AMD Rome`."""
    if all(map(str.isupper, words)):
        return False
    if words[0].isupper() and marks[0] & KNOWN and not marks[0] & PRODUCT:  # `DENG Chidera`
        others = [mark for mark in marks[1:] if mark & GIVEN]
        if others and not others[0] & (ENGLISH | PRODUCT | USUAL):
            return False
    for word in words:
        if len(word) > 2 and not word[1:].islower():
            if word.isupper():
                if len(word) <= 4 and word.isalpha():
                    return True
            elif not _INNER_CAPITAL.fullmatch(word):
                return True
    return False


def initials(text: str, begin: int) -> int | None:
    """Return where the initials before a capitalised run begin, ``None`` if none stand there."""
    if text[begin - 2 : begin] != ". ":
        first = particles(text, begin)
        if first == begin or text[first - 2 : first] != ". ":
            return None  # as before most runs
    match = _INITIALS.search(text, max(0, begin - 24), begin)
    return match.start() if match else None


def particles(text: str, begin: int) -> int:
    """Return where the small words begin that are part of the name behind them: `van den Velden`."""
    while text[begin - 3 : begin] in PARTICLE_ENDS:
        start = max(0, begin - 6)
        word = text[start : begin - 1].rpartition(" ")[2]
        if word not in _PARTICLES:
            break
        begin -= len(word) + 1
    return begin


def trigger(text: str, begin: int) -> int | None:
    """Say whether a name must or may follow the words before a place, ``None`` for neither.

    Returns:
        3 behind what asks for a part of a name, 2 behind a title, 1 where one must, 0 where one may.
    """
    start = begin - _BEFORE if begin > _BEFORE else 0
    space = text.rfind(" ", start, begin - 1) if text[begin - 1 : begin] == " " else -1
    if space >= 0 and (word := text[space + 1 : begin - 1]).isalpha():
        # Most names stand behind a plain word between spaces, which is sooner cut out.
        word = word.lower()
    else:
        head = text[start:begin].rstrip(_GAP)
        last = head[-1:]
        if not (last.isalpha() or last in _EDGES or last.isspace()):
            return None  # no trigger ends there
        words = head.rsplit(None, 1)
        word = words[-1].strip(_EDGES).lower() if words else ""
    entry = _TRIGGERS.get(word)
    if entry is None:
        return None
    sure, longer = entry
    if sure or not longer:
        return sure
    head = text[start:begin].rstrip(_GAP)
    words = [word.strip(_EDGES) for word in head.lower().rsplit(None, 3)[-3:-1]]
    if word in PARTS:
        words = [word.translate(_MISREAD) for word in words]
    said = [longer.get(" ".join(words[i:])) for i in range(len(words))]
    return (3 if word in PARTS else 1) if True in said else 0 if False in said else sure


def trim(marks: list[int]) -> tuple[int, int]:
    """Return which words of a run are left without those at its ends that are no part of a name."""
    first, last = 0, len(marks)
    while first < last and marks[first] & MAY_LEAD and _leads(marks, first, last):
        first += 1
    while first < last and marks[last - 1] & USUAL and _trails(marks, first, last):
        last -= 1
    return first, last


def _leads(marks: list[int], first: int, last: int) -> int | bool:
    """Say whether the first of some words is no part of the name that they hold."""
    mark = marks[first]
    if last - first == 2:
        if mark & MONTH and marks[first + 1] & FAMILY:
            return marks[first + 1] & COMMON  # `June Dodd`
        if mark & TITLE and not mark & GIVEN:
            return True  # `Madame Dupuy`
    return mark & WORD or (last - first > 2 and mark & COMMON and not mark & GIVEN)


def _trails(marks: list[int], first: int, last: int) -> int | bool:
    """Say whether the last of some words is no part of the name that they hold."""
    mark = marks[last - 1]
    if last - first == 2 and marks[first] & GIVEN and mark & WORD:
        return False  # `Leena Master`
    return mark & WORD or (last - first > 2 and mark & COMMON and not mark & FAMILY)


def without(value: str, first: list[str], last: list[str]) -> tuple[str, int]:
    """Return a run without words at its ends, and where in the run that begins."""
    kept = value
    for word in first:
        kept = kept[len(word) :].lstrip()
    begin = len(value) - len(kept)
    for word in reversed(last):
        kept = kept[: -len(word)].rstrip()
    return kept, begin
