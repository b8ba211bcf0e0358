"""Names by their shape alone: `Hyun-woo Deng`, `T. A. N. A. K. A`, `the Szalai family`, `ada byron, and her number`."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from spanveil.redaction.detection._finding import Confirm, Finding
from spanveil.redaction.detection._scanner import Anchor
from spanveil.redaction.detection._spelling import UPPER

Knows = Callable[[str], bool]

# What given names of Korea and of Taiwan are made of, as passports write them
_SYLLABLES: Final = (
    *("ah", "bae", "beom", "bin", "bok", "bum", "byeong", "byung", "chae", "chan", "chang", "cheol", "chul", "chun", "dae", "deok", "dong", "duk", "eun", "geon", "geun", "gon", "goo"),
    *("guk", "gwang", "gyeong", "gyu", "hae", "han", "hee", "heon", "ho", "hong", "hoon", "hui", "hun", "hwa", "hwan", "hye", "hyeok", "hyeon", "hyo", "hyuk", "hyun", "hyung", "il"),
    *("ja", "jae", "jeong", "ji", "jin", "jong", "joo", "joon", "ju", "jun", "jung", "keun", "ki", "koo", "kook", "kwang", "kwon", "kyeong", "kyu", "kyung", "mi", "min", "moon", "myeong", "myung"),
    *("nam", "ra", "rae", "ran", "ri", "rim", "rin", "ryeol", "ryong", "sang", "seo", "seok", "seon", "seong", "seop", "seung", "shik", "shin", "sik", "sin", "sol", "sook", "soon", "su", "sub"),
    *("suk", "sun", "sung", "tae", "taek", "uk", "won", "woo", "yang", "gil", "wook", "woong", "ye", "yeol", "yeon", "yeong", "yong", "yoo", "yoon", "young", "yu", "yul", "yun"),
    *("chen", "cheng", "chi", "chia", "chieh", "chien", "chih", "chin", "ching", "chiung", "chu", "fang", "fen", "feng", "hao", "hsiang", "hsiao", "hsien", "hsin", "hsiu", "hsuan", "hsueh"),
    *("hua", "huei", "hung", "jen", "jui", "jung", "kai", "kuang", "kuei", "kuo", "lan", "lin", "ling", "mei", "min", "ming", "pei", "pin", "ping", "sheng", "shih", "shu", "szu", "ting"),
    *("tse", "tsai", "tsung", "tzu", "wei", "wen", "yen", "yi", "yin", "ying", "yueh", "yung", "zhen"),
)  # fmt: skip
_KNOWN: Final = frozenset(_SYLLABLES)
_JOINED: Final = re.compile(r"(?<![\w@/.-])([A-Z][a-z]{1,6})-([a-z]{2,6})(?![\w@/-]|\.\w|'(?!s))")
_BEFORE: Final = re.compile(rf"(?:^|(?<=[^\w.-]))([{UPPER}][^\W\d_]{{1,20}}),? $")
_BEHIND: Final = re.compile(
    rf"(?: [{UPPER}]\.)?(?: (?P<last>[{UPPER}][^\W\d_]{{1,24}}(?:-[{UPPER}][^\W\d_]{{1,20}})?))?"
)
# Letter by letter, as people spell at a telephone
_SPELT: Final = re.compile(
    rf"(?<![\w.-])[{UPPER}](?:\. [{UPPER}]){{3,20}}\.?+(?![\w-]| [A-Z][a-z])|(?<![\w.-])[{UPPER}](?:[ -][{UPPER}]){{3,20}}(?![\w-])|(?<![\w.-])[{UPPER}](?:, [{UPPER}]){{3,20}}(?![\w-])"
)
_SPELLS: Final = re.compile(
    r"(?i:\b(?:spell|spelt|surname|forename|last name|first name|family name|my name|his name|her name|buchstabier|nachname|vorname|épel|nom de famille|prénom|deletre|apellido|nombre|cognome|sobrenome|spelled))"
)
_AROUND: Final = 90
_FAMILY: Final = re.compile(
    rf"(?:[Tt]he|[Oo]ur) ([{UPPER}][^\W\d_]{{2,24}}(?:-[{UPPER}][^\W\d_]{{2,24}})?) (?:family|household|residence|twins|siblings|kids|children)(?![\w-]| of\b| tree\b|[^.\n]{{0,30}}\b(?:font|model|chip|processor|CPU|protocol|device|product|cipher|standard)s?\b)"
)
_LOWER: Final = re.compile(r"(?<![\w.-])([^\W\d_]{3,20}) ([^\W\d_]{3,20})$")


def shape_rules(
    may_be_name: Knows, is_named: Knows, is_lower_name: Callable[[list[str]], bool]
) -> list[tuple[Anchor, Confirm]]:
    """Return the rules.

    Args:
        may_be_name: Says whether a single word may be somebody's name.
        is_named: Says whether a value is known to be one.
        is_lower_name: Says whether words in lower case are a first and a last name.
    """

    def joined(text: str, start: int) -> Iterator[Finding]:
        match = _JOINED.match(text, start)
        if match is None:
            return
        first, second = match[1].lower(), match[2]
        if first == second or first not in _KNOWN or second not in _KNOWN:
            return
        begin, end = match.span()
        before = _BEFORE.search(text, max(0, begin - 24), begin)
        if before and may_be_name(before[1]) and is_named(before[1]):
            begin = before.start(1)
        elif (
            (behind := _BEHIND.match(text, end)) and behind["last"] and may_be_name(behind["last"])
        ):
            end = behind.end()
        yield Finding(begin, end, "PERSON", 0.65)

    def spelt(text: str, start: int) -> Iterator[Finding]:
        match = _SPELT.match(text, start)
        if match and _SPELLS.search(text, max(0, start - _AROUND), match.end() + _AROUND):
            yield Finding(start, match.end() - match[0].endswith("."), "PERSON", 0.6)

    def family(text: str, start: int) -> Iterator[Finding]:
        match = _FAMILY.match(text, start)
        if match and may_be_name(match[1]) and is_named(match[1]):
            yield Finding(*match.span(1), "PERSON", 0.6)

    def lower(text: str, start: int) -> Iterator[Finding]:
        match = _LOWER.search(text, max(0, start - 44), start)
        if match and match[0].islower() and is_lower_name([match[1], match[2]]):
            yield Finding(*match.span(), "PERSON", 0.55)

    some = "|".join(sorted(_KNOWN))
    return [
        (Anchor(rf"[A-Z][a-z]{{1,6}}-(?:{some})[^a-z-]", expression=True), joined),
        (Anchor(r"[A-Z?](?:[.,]? |-)[A-Z?](?:[.,]? |-)[A-Z?](?:[.,]? |-)[A-Z?][^a-z]", expression=True), spelt),
        (Anchor(r"(?:[Tt]he|[Oo]ur) [A-Z?][A-Za-z?-]{2,40} (?:family|household|residence|twins|siblings|kids|children)", expression=True), family),
        (Anchor(r",? and (?:his|her|their) (?:number|phone|mobile|cell|email|e-mail|address|plate|reg|insurance)", expression=True), lower),
    ]  # fmt: skip


_REVERSED_LEAD: Final = re.compile(r"[A-Z][a-z]{2,12} (?=[A-Z])")


def without_lead(run: str, is_lead: Knows) -> int:
    """Return how long the word is before a family name at the begin of a run: `Book Quispe`."""
    match = _REVERSED_LEAD.match(run)
    if match is None or " " in run[match.end() :] or not is_lead(match[0].strip().lower()):
        return 0
    return match.end()
