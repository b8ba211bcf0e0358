"""Addresses and numbers as somebody says them and a transcript writes them down.

``ada dot byron at example dot org`` and ``oh two oh seven nine four six``, in the languages whose
words for the signs and the digits stand here.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from spanveil.redaction.detection._finding import Confirm, Finding
from spanveil.redaction.detection._scanner import Anchor

_DOT: Final = "dot|punkt|punto|point|ponto|kropka|tecka|te\u010dka|punct|nokta|punktum"
_AT: Final = "at|ät|arroba|arobase|chiocciola|ma\u0142pa|malpa|zavin\u00e1\u010d|zavinac|apenstaartje|snabel-a|kukac|miukumauku|monkey"
_JOINT: Final = "underscore|underline|dash|hyphen|minus|plus|tiret|gui\u00f3n|guion|trattino|unterstrich|bindestrich|podkre\u015blenie|subrayado|guion bajo"
# What a domain ends with, so that `meet me at noon dot` is none.
_ENDS: Final = (
    "com|net|org|edu|gov|info|biz|io|co|me|app|dev|eu|uk|ie|de|at|ch|li|fr|be|nl|lu|es|pt|it|pl|cz|sk|hu|ro|bg|gr|hr|si|rs|se|no|dk|fi|is|ee|lv|lt|ru|ua|tr|il"
    "|in|pk|lk|bd|np|cn|hk|tw|jp|kr|sg|my|th|vn|id|ph|au|nz|za|ke|ng|gh|eg|ma|ca|us|mx|br|ar|cl|pe|uy|ec"
)
_MAIL: Final = re.compile(
    rf"(?<![\w@.])[\w.+-]{{0,40}}\w(?: (?:{_DOT}|{_JOINT}) [\w+-]{{1,40}}){{0,4}}(?: (?:zero|oh|one|two|three|four|five|six|seven|eight|nine|\d{{1,4}})){{0,4}} (?:{_AT}) (?:[\w-]{{1,40}} (?:{_DOT}|{_JOINT}) ){{1,4}}(?<!point (?=(?:in|me|is|it|no|my|us|at|io|co|so|de)\b))(?:{_ENDS})(?:(?= (?:{_DOT}) (?:{_ENDS})(?!\w)) (?:{_DOT}) \w{{2,4}})?(?![\w])",
    re.IGNORECASE,
)
# `look at example dot org` is said of a site: a mail's name has parts, a digit, or a known host.
_OF_SOMEBODY: Final = re.compile(
    rf"^\w{{1,40}} (?:{_DOT}|{_JOINT}) |^[a-z]{{0,39}}[0-9]|^\w{{0,40}}[_.+-]| (?:{_AT}) (?:gmail|googlemail|gmx|web|outlook|hotmail|live|yahoo|ymail|icloud|me|aol|proton|protonmail|yandex|mail|qq|naver|seznam|centrum|wp|onet|interia|orange|wanadoo|free|laposte|libero|tiscali|telenet|posteo|t-online|fastmail|zoho|rediffmail) ",
    re.IGNORECASE,
)
# Of words for digits any language's own, never two languages at a time; and of them those that
# prose and code hardly have. Of ten drawn digits 97 of 100 times one is among three.
_LANGUAGES: Final = (
    (
        "zero oh nought one two three four five six seven eight nine double triple",
        "seven eight nine",
    ),
    (
        "null eins zwei zwo drei vier f\u00fcnf fuenf sechs sieben acht neun doppel",
        "sechs sieben neun",
    ),
    ("cero uno dos tres cuatro cinco seis siete ocho nueve", "cuatro siete ocho nueve"),
    (
        "zero um uma dois duas tr\u00eas tres quatro cinco seis meia sete oito nove",
        "quatro meia oito",
    ),
    ("z\u00e9ro zero un deux trois quatre cinq six sept huit neuf", "quatre huit neuf"),
    ("zero uno due tre quattro cinque sei sette otto nove", "quattro cinque sette"),
    ("nul een \u00e9\u00e9n twee drie vier vijf zes zeven acht negen", "vijf zeven negen"),
    (
        "zero jeden dwa trzy cztery pi\u0119\u0107 szesc sze\u015b\u0107 siedem osiem dziewi\u0119\u0107",
        "cztery siedem osiem",
    ),
)


def _row(words: str) -> tuple[tuple[str, ...], re.Pattern[str]]:
    any_word = "|".join(sorted(words.split(), key=len, reverse=True))
    form = (
        rf"(?<![\w-])(?:plus |\+ ?)?(?:{any_word})(?:[ ,.-]{{1,3}}(?:{any_word})){{6,14}}(?![\w-])"
    )
    return tuple(words.split()), re.compile(form, re.IGNORECASE)


_BACK: Final = 100
_LAST_DOT: Final = re.compile(rf" (?:{_DOT}) (?:{_ENDS})(?!\w)", re.IGNORECASE)
_SAID_AT: Final = re.compile(rf" (?:{_AT}) ", re.IGNORECASE)
_WORD: Final = re.compile(r"\w{1,24}")
_ENDS_PHRASE: Final = re.compile(r"\w{1,24}(?:[\s.,;:!?\"')\\]|$)(?! \w)")
"""The last digit has no other behind it."""


def spoken_rules() -> list[tuple[Anchor, Confirm]]:
    """Return the rules: a word for a dot, and a word for a digit."""
    return [
        *((Anchor(f" {dot} ", caseless=True), _mail) for dot in _DOT.split("|") if dot.isascii()),
        *(
            (Anchor(word, caseless=True, ends=True), _number(*_row(words)))
            for words, rare in _LANGUAGES
            for word in rare.split()
        ),
    ]


def _mail(text: str, start: int) -> Iterator[Finding]:
    begin = max(0, start - _BACK)
    # A dot is said in numbers too, and most of a mail's dots end no domain.
    if _LAST_DOT.match(text, start) is None or _SAID_AT.search(text, begin, start) is None:
        return
    line = text.rfind("\n", begin, start) + 1
    for match in _MAIL.finditer(text, max(begin, line), start + _BACK):
        if match.start() <= start < match.end() and _OF_SOMEBODY.search(match[0]):
            yield Finding(*match.span(), "EMAIL_ADDRESS", 0.8)
            return


def _number(digits: tuple[str, ...], form: re.Pattern[str]) -> Confirm:
    beside = re.compile(rf"\w{{1,24}}[ ,.-]{{1,3}}(?:{'|'.join(digits)})(?!\w)", re.IGNORECASE)

    def confirm(text: str, start: int) -> Iterator[Finding]:
        if text[start - 1 : start].isalpha():
            return
        begin = max(0, start - _BACK)
        if beside.match(text, start) is None and _ENDS_PHRASE.match(text, start) is None:
            return
        for match in form.finditer(text, begin, start + _BACK):
            if match.start() <= start < match.end():
                words = [*map(str.lower, _WORD.findall(match[0]))]
                if not _is_counting(words, digits):
                    yield Finding(*match.span(), "PHONE_NUMBER", 0.6)
                return

    return confirm


def _is_counting(words: list[str], digits: tuple[str, ...]) -> bool:
    """Say whether somebody counts, up or down, or says one word again and again."""
    places = [digits.index(word) for word in words if word in digits]
    steps = {after - before for before, after in pairwise(places)}
    return len(steps) == 1 or len(set(words)) < 3
