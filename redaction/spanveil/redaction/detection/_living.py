"""Towns behind words with which people say where they live, whether or not a list knows the town."""

import re
from collections.abc import Callable, Iterable
from typing import Final

from spanveil.redaction.detection._finding import Confirm, Finding
from spanveil.redaction.detection._scanner import Anchor, as_scanned
from spanveil.redaction.detection._spelling import UPPER

_WORDS: Final = (
    # Scandinavia and Iceland
    "hos oss i|hos meg i|hos os i|hos mig i|her hos oss i|hjemme i|hjemme hos oss i|hemma i|bor vi i|jeg bor i|jag bor i|bor her i|bor h\u00e4r i|bosatt i|bosat i|oppvokst i|uppvuxen i|opvokset i|flytta til|flyttet til|flyttade till|flyttat till|b\u00fd \u00ed|b\u00fd \u00e1|\u00e1 heima \u00ed"
    # German and its dialects, Dutch and Afrikaans
    "|wohnhaft in|wohne in|wohnt in|wohnen in|lebe in|lebt in|aufgewachsen in|gezogen nach|ziehe nach|zieht nach|chume us|chunt us|wohne z|l\u00e4be z|wohn in|woon in|woont in|wonend in|wonend te|verhuisd naar|opgegroeid in|bly in"
    # Ireland, Wales, Scotland
    "|i mo ch\u00f3na\u00ed i|i mo ch\u00f3na\u00ed in|ina ch\u00f3na\u00ed i|ina c\u00f3na\u00ed i|ina gc\u00f3na\u00ed i|i do ch\u00f3na\u00ed i|byw yn|byw ym|byw yng|a' fuireach ann an|a' fuireach an"
    # Romance
    "|vivo en|vive en|vivimos en|resido en|reside en|radico en|radicado en|me mud\u00e9 a|se mud\u00f3 a|nac\u00ed en|naci\u00f3 en|visc a|viu a|moro em|mora em|moramos em|resido em|reside em|mudei para|nasci em|nasceu em|j'habite \u00e0|habite \u00e0|habitons \u00e0|r\u00e9side \u00e0|vis \u00e0|vit \u00e0|n\u00e9 \u00e0|n\u00e9e \u00e0"
    "|abito a|abita a|abitiamo a|vivo a|vive a|risiedo a|nato a|nata a|trasferito a|trasferita a|residente a|locuiesc \u00een|locuie\u0219te \u00een|locuim \u00een|domiciliat \u00een|domiciliat\u0103 \u00een"
    # Slavic, Baltic, others of Europe
    "|mieszkam w|mieszka w|mieszkamy w|mieszkam we|zamieszka\u0142y w|zamieszka\u0142a w|bydl\u00edm v|bydl\u00edm ve|bydl\u00ed v|b\u00fdvam v|b\u00fdva v|\u017eivim u|\u017eivi u|stanujem u|stanuje u|\u017eivim v|\u017eivi v|stanujem v|dz\u012bvoju|gyvenu|elan|asun|jetoj n\u00eb|banoj n\u00eb|noqg\u0127od"
    # Asia and Africa
    "|taga|nakatira sa|nakatira ako sa|tinggal di|berdomisili di|bertempat tinggal di|s\u1ed1ng \u1edf|s\u1ed1ng t\u1ea1i|qu\u00ea \u1edf|naishi|ninaishi|anaishi|natoka|ina zaune a|yana zaune a|mo \u0144 gb\u00e9 n\u00ed|ngihlala e|ndihlala e"
    # English
    "|i live in|lives in|who lives in|residing in|resident in|residents of|resident of|hails from|born and raised in|grew up in"
)
# No letter stands before it, and behind it a town of up to three words.
_LIVING: Final = re.compile(
    rf"(?<![\w'-])(?i:{_WORDS})[ -]([{UPPER}][a-z\u00e0-\u024f\u1e00-\u1eff'\u2019]{{1,24}}(?:[ -](?:(?:am|an der|de|la|le|del|di|do|da|upon|sur) )?[{UPPER}][a-z\u00e0-\u024f\u1e00-\u1eff'\u2019]{{1,24}}){{0,2}})(?![\w@])"
)
# Swiss German says `us` for `from`, which English says of itself.
_SWISS: Final = re.compile(
    rf"(?:\b[Bb]i (?:d|de|dr|en?|ih?n)?\b|\b(?:mir sind|si isch|er isch|isch)\b)[^,.!?\n]{{0,48}}? (?:us|vo) ([{UPPER}][a-z\u00e0-\u00ff]{{2,24}}(?: am [{UPPER}][a-z]{{2,16}})?)(?![\w@])"
)
_BRANCH: Final = re.compile(
    rf"\b(?:[Bb]ranch|[Ff]iliale|[Ss]ucursal|[Aa]gence|[Aa]g\u00eancia|[Oo]ddzia\u0142|[Kk]antoor) (?:of |in |de |en |a |w |di |\u00e0 )?([{UPPER}][a-z\u00e0-\u024f]{{2,24}}(?: [{UPPER}][a-z\u00e0-\u024f]{{2,24}}){{0,2}})(?=[:,.;)]|$)"
)
_DAYS: Final = frozenset(
    {
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "montag",
        "dienstag",
        "mittwoch",
        "donnerstag",
        "freitag",
        "samstag",
        "sonntag",
        "januar",
        "februar",
        "märz",
        "mai",
        "juni",
        "juli",
        "oktober",
        "dezember",
    }
)


def living_rules(is_town: Callable[[str], bool]) -> list[tuple[Anchor, Confirm]]:
    """Return the rules.

    Args:
        is_town: Says whether a list knows a town of a name in small letters.
    """

    def lives(text: str, start: int) -> Iterable[Finding]:
        match = _LIVING.match(text, start)
        return _town(match, 0.5) if match else ()

    def swiss(text: str, start: int) -> Iterable[Finding]:
        for match in _SWISS.finditer(text, max(0, start - 64), start + 32):
            if match.start() < start < match.end():
                return _town(match, 0.5)
        return ()

    def branch(text: str, start: int) -> Iterable[Finding]:
        match = _BRANCH.match(text, start)
        return _town(match, 0.5) if match and is_town(match[1].lower()) else ()

    words = as_scanned(_WORDS).split("|")
    return [
        *(
            (Anchor(rf"(?i:{'|'.join(words[first : first + 24])})[ -][A-Z?]", expression=True), lives)
            for first in range(0, len(words), 24)
        ),
        (Anchor(r" (?:us|vo) [A-Z?][a-z?]", expression=True), swiss),
        (Anchor(r"(?:[Bb]ranch|[Ff]iliale|[Ss]ucursal|[Aa]gence|[Aa]g[?]ncia|[Oo]ddzia[?]|[Kk]antoor) [a-z?A-Z]", expression=True), branch),
    ]  # fmt: skip


def _town(match: re.Match[str], score: float) -> Iterable[Finding]:
    if match[1].split()[0].lower() in _DAYS:
        return ()
    return (Finding(*match.span(1), "LOCATION", score),)
