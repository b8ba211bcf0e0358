"""How people give their own name in languages whose words for it are no triggers of single words.

Some join it to the name (`ngu-Noxolo`), some put it behind (`Nagy Anna vagyok`). What says a name is
sure; what says only who speaks, as English `I am`, is followed by a name of two words. The words are
our own list.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from spanveil.redaction.detection._finding import Confirm, Finding
from spanveil.redaction.detection._scanner import Anchor, as_scanned
from spanveil.redaction.detection._spelling import PARTICLES

Knows = Callable[[str], bool]

_SAYS_NAME: Final = (
    # Southern and Eastern Africa
    *("igama lami ngu", "igama lami ngingu", "igama lam ngu", "igama lami u", "ngingu", "ndingu"),
    *("lebitso la ka ke", "lebitso laka ke", "leina la me ke", "leina la ka ke", "vito ra mina i"),
    *("zita rangu ndi", "zita rangu ndinonzi", "ndinonzi", "dzina langa ndi", "dzina langa ndine"),
    *("jina langu ni", "jina langu", "ninaitwa", "naitwa", "nitwa", "amazina yanjye ni"),
    *("magacaygu waa", "magaceygu waa", "ny anarako dia", "maqaan koo"),
    # Western and Central Africa
    *("or\u00fak\u1ecd mi ni", "oruko mi ni", "aha m b\u1ee5", "aha m bu", "sunana", "suna na", "me din de"),
    *("y\u025bfr\u025b me", "sama tur", "maa ngi tudd", "nkombo na ngai ezali", "nkombo na ngai"),
    # Germanic, Celtic and Romance languages and their dialects
    *("mi name isch", "min name isch", "ich heisse", "i heisse", "ig heisse", "i heiss", "i hoass"),
    *("m\u00e4in numm ass", "my naam is", "\u00e9g heiti", "eg heiti", "eg eiti", "nafn mitt er"),
    *("fy enw i yw", "fy enw i ydy", "f'enw i yw", "fy enw yw", "is \u00e9 mo ainm", "is e mo ainm", "ch\u00e1mome"),
    *("em diuen", "mwen rele", "non mwen se", "mon non c'est", "mi yam", "a mi n\u00f2m \u00e9"),
    # Slavic, Baltic, Albanian, Greek in Latin, Maltese, Basque, Esperanto
    *("moje jm\u00e9no je", "jm\u00e9no m\u00e9 je", "emri im \u00ebsht\u00eb", "emri im eshte", "quhem", "jisimni", "nire izena"),
    *("mia nomo estas", "me lene"),
    # Turkic, Iranian, Mongolian and Kurdish
    *("mening ismim", "ismim", "isim-sharifim", "nav\u00ea min", "nam\u0259 m\u0259nim"),
    # South East Asia and the Pacific
    *("nama saya", "nama aku", "namaku", "nami abdi", "asmane kula", "jenengku", "jeneng kula", "wastan titiang"),
    *("pangalan ko ay", "ang pangalan ko", "ngalan ko", "akong ngalan kay", "ako po si", "ako si", "nagan ko"),
    *("t\u00ean t\u00f4i l\u00e0", "t\u00ean c\u1ee7a t\u00f4i l\u00e0", "t\u00ean em l\u00e0", "t\u00ean m\u00ecnh l\u00e0", "t\u00f4i t\u00ean l\u00e0", "m\u00ecnh t\u00ean l\u00e0", "em t\u00ean l\u00e0", "t\u00f4i t\u00ean", "m\u00ecnh t\u00ean", "em t\u00ean"),
    *("t\u014dku ingoa ko", "toku ingoa ko", "ko t\u014dku ingoa ko", "o lo'u igoa o", "o lou igoa o", "sutiymi", "che r\u00e9ra"),
)  # fmt: skip
_SAYS_WHO: Final = (
    *("is mise", "i bi d", "i bi de", "i bi dr", "i bi", "ich bi de", "ich bi d", "ig bi", "i bin da", "i bin de", "i bin d'", "ech sinn de", "ech sinn d'"),
    *("mimi ni", "\u00e8mi ni", "emi ni", "ab\u1ee5 m", "ek is", "un\u00eb jam", "waxaan ahay", "ke nna"),
    *("t\u00f4i l\u00e0", "m\u00ecnh l\u00e0", "em l\u00e0", "anh l\u00e0", "ch\u1ecb l\u00e0", "saya", "mi estas"),
    *("s\u00f3c en", "s\u00f3c la", "jaz sem", "ja som", "j\u00e1 jsem", "es esmu", "a\u0161 esu", "mina olen", "ma olen", "min\u00e4 olen"),
    *("dwi'n", "jien", "y'all speak with", "u praat met", "du schw\u00e4tzt mat"),
)  # fmt: skip
_BEHIND: Final = (
    *(" vagyok", " a nevem", " naiz", " is ainm dom", " is ainm dhom", " ahau", " t\u014dku ingoa", " ko'u inoa"),
)  # fmt: skip
_THIS_IS: Final = re.compile(
    r"(?<!\w)[Ss]i (?P<name>[^\n,.;:()\"]{2,60}?) (?:po ito|ito po|ito)(?!\w)"
)
_JOINED: Final = ("ngu", "gingu", "dingu", " u")
_WORD: Final = r"[^\W\d_][\w\u0300-\u036f'\u2019-]{0,24}"
_NAME: Final = re.compile(
    rf"{_WORD}(?:[ ](?:(?:{'|'.join(PARTICLES)})[ ]){{0,2}}(?:[^\W\d_]\.|{_WORD})){{0,4}}"
)
_BACK: Final = 64


def _of(phrases: Iterable[str]) -> re.Pattern[str]:
    longest = sorted(phrases, key=len, reverse=True)
    return re.compile(
        rf"(?P<said>(?i:{'|'.join(map(re.escape, longest))}))(?P<gap>[ :,\u2013-]{{0,3}})"
    )


_NAMES, _WHO = _of(_SAYS_NAME), _of(_SAYS_WHO)


def introduction_rules(is_thing: Knows) -> list[tuple[Anchor, Confirm]]:
    """Return the rules.

    Args:
        is_thing: Says whether a value is made of words alone.
    """

    def before(form: re.Pattern[str], least: int, score: float) -> Confirm:
        def confirm(text: str, start: int) -> Iterator[Finding]:
            match = form.match(text, start)
            if match is None or text[start - 1 : start].isalpha():
                return
            joined = not match["gap"].strip(",") or match["gap"][-1:] == "-"
            if joined and not match["said"].lower().endswith(_JOINED):
                return
            end = _end_of_name(text, match.end(), least)
            if end > match.end() and not is_thing(text[match.end() : end]):
                yield Finding(match.end(), end, "PERSON", score)

        return confirm

    def behind(text: str, start: int) -> Iterator[Finding]:
        begin = max(0, start - _BACK)
        words = text[begin:start].split(" ")
        name: list[str] = []
        while words and words[-1][:1].isupper() and words[-1][-1:].isalpha() and len(name) < 4:
            name.insert(0, words.pop())
        value = " ".join(name)
        if name and "\n" not in value and not is_thing(value):
            yield Finding(start - len(value), start, "PERSON", 0.7)

    def this_is(text: str, start: int) -> Iterator[Finding]:
        for match in _THIS_IS.finditer(text, max(0, start - _BACK), start + 8):
            end = _end_of_name(text, match.start("name"), 1)
            if end == match.end("name"):
                yield Finding(*match.span("name"), "PERSON", 0.7)

    return [
        *((Anchor(rf"(?i:{some})[^a-z]", expression=True), before(_NAMES, 1, 0.75)) for some in _some(_SAYS_NAME)),
        *((Anchor(rf"(?i:{some})[^a-z]", expression=True), before(_WHO, 2, 0.6)) for some in _some(_SAYS_WHO)),
        (Anchor(rf"(?:{'|'.join(map(as_scanned, _BEHIND))})[^a-z]", expression=True), behind),
        (Anchor(" ito", ends=True), this_is),
    ]  # fmt: skip


def _some(phrases: tuple[str, ...]) -> Iterator[str]:
    for at in range(0, len(phrases), 16):
        yield "|".join(map(as_scanned, phrases[at : at + 16]))


def _end_of_name(text: str, start: int, least: int) -> int:
    """Return where the capitalised words end that begin at a place, the place if they are too few."""
    match = _NAME.match(text, start)
    end, count = start, 0
    for word in re.finditer(r"[^ ]+", match[0]) if match else ():
        if word[0][0].isupper():
            end, count = start + word.end(), count + 1
        elif word[0] not in PARTICLES:
            break
    return end if count >= least else start
