"""Towns: by how they end, by a word before them, and what stands there that is none."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from spanveil.redaction.detection._spelling import CAP, HYPHENATED, PARTICLE, UPPER

_TOWN_ENDS: Final = (
    "ville|burgh|burg|borough|bury|stadt|town|land|fort|furt|mouth|shire|port|chester|haven"
    "|side|berg|view|heim|hausen|dorf|kirchen|grad|polis|stad|ford|bach|feld"
)
TOWN_LEADS: Final = frozenset(
    {"North", "South", "East", "West", "New", "Lake", "Port", "Fort", "Mount", "Bad", "San"}
    | {"Santa", "Saint", "Sainte", "St", "St.", "Los", "Las", "El", "La", "Le"}
)
"""The first of several words that ``PLACE_WORD`` may match; it matches one word by its ending too."""
_TOWN_ENDINGS: Final = tuple(_TOWN_ENDS.split("|"))
# Two letters, which are sooner looked up than all endings are compared.
_LAST_TWO: Final = frozenset(ending[-2:] for ending in _TOWN_ENDINGS)
PLACE_WORD: Final = re.compile(
    rf"(?:(?:North|South|East|West|New|Lake|Port|Fort|Mount|Bad|San|Santa|Sainte?|St\.?|Los|Las|El|La|Le)[ -]{HYPHENATED}"
    rf"|[{UPPER}][\w]{{2,20}}(?:{_TOWN_ENDS})(?![\w-])"
    rf"(?:[ ](?:am|an der|ob der|im|bei) {CAP})?)"
)
_IN_WORDS: Final = (
    *("in", "from", "near", "at", "to", "visiting", "our", "of", "w", "we", "z", "en", "em", "na"),
    *(
        "aus",
        "in der",
        "\u00e0",
        "nach",
        "van",
        "uit",
        "fr\u00e5n",
        "bor i",
        "bo i",
        "bor p\u00e5",
        "bosatt i",
        "fra",
        "din",
        "iz",
        "ze",
    ),
)
IN_PLACE: Final = re.compile(
    rf"\b(?:{'|'.join(_IN_WORDS)})\s({HYPHENATED}(?:[ -](?:{PARTICLE}|am |an der |sur[ -]|sous[ -]|en[ -]|la[ -]|le[ -]|les[ -]|upon )?{HYPHENATED}){{0,2}})"
)
_IN_BY_END: Final = {
    end: tuple(word for word in _IN_WORDS if word[-2:] == end)
    for end in {w[-2:] for w in _IN_WORDS}
}
_INSIDE: Final = re.compile(rf"\b(?:{'|'.join(_IN_WORDS)})\s(?=[{UPPER}])")

LANGUAGES: Final = frozenset({
    "Afrikaans", "Albanian", "Amharic", "Arabic", "Armenian", "Azerbaijani", "Azeri", "Basque", "Belarusian", "Bengali",
    "Bosnian", "Bulgarian", "Burmese", "Cantonese", "Catalan", "Cebuano", "Chinese", "Croatian", "Czech", "Danish",
    "Dutch", "English", "Esperanto", "Estonian", "Farsi", "Filipino", "Finnish", "Flemish", "French", "Gaelic",
    "Galician", "Georgian", "German", "Greek", "Gujarati", "Hausa", "Hebrew", "Hindi", "Hungarian", "Icelandic",
    "Igbo", "Indonesian", "Irish", "Italian", "Japanese", "Javanese", "Kannada", "Kazakh", "Khmer", "Kinyarwanda",
    "Korean", "Kurdish", "Kyrgyz", "Lao", "Latin", "Latvian", "Lithuanian", "Macedonian", "Malay", "Malayalam",
    "Maltese", "Mandarin", "Marathi", "Mongolian", "Nepali", "Norwegian", "Pashto", "Persian", "Polish", "Portuguese",
    "Punjabi", "Romanian", "Romansh", "Russian", "Serbian", "Sinhala", "Slovak", "Slovene", "Slovenian", "Somali",
    "Spanish", "Swahili", "Swedish", "Tagalog", "Tamil", "Telugu", "Thai", "Tibetan", "Turkish", "Ukrainian",
    "Urdu", "Uzbek", "Vietnamese", "Welsh", "Xhosa", "Yiddish", "Yoruba", "Zulu", "Deutsch", "Englisch",
    "Französisch", "Spanisch", "Italienisch", "Polnisch", "Türkisch", "Russisch", "Griechisch",
})  # fmt: skip
"""What something is said or written in, where a place might stand: `reply in Korean`."""
LEADS_TO_PLACE: Final = re.compile(
    r"\b(?:in|from|near|to|at|visiting|city of|town of|aus|nach|en|desde|da|di|em|uit|naar|w|z)\s$"
)
"""What must stand before a town's name where no person is named."""


def may_be_place(word: str) -> bool:
    """Say whether ``PLACE_WORD`` may match a capitalised word."""
    return (word[-2:] in _LAST_TWO and word.endswith(_TOWN_ENDINGS)) or (
        "-" in word and word[: word.index("-")] in TOWN_LEADS
    )


def in_places(text: str, runs: Iterable[tuple[int, str]]) -> Iterator[re.Match[str]]:
    """Yield what ``IN_PLACE.finditer`` yields, looking only at capitalised runs.

    A capital behind a space begins a run, or stands in one. There, of the words before a place,
    only ``van`` can stand too, and any behind an apostrophe.

    Args:
        text: The text.
        runs: Where each match of ``NAME`` in it begins, and what it holds, in order.
    """
    last, ends = 0, _IN_BY_END.get
    for begin, run in runs:
        words = begin > 1 and (ends(text[begin - 3 : begin - 1]) or ends(text[begin - 2]))
        joined = " " in run and ("van" in run or "'" in run or "\u2019" in run)
        if not words and not joined:
            continue  # most runs
        starts = [begin - 1 - len(w) for w in words or () if text.endswith(w, 0, begin - 1)]
        if joined:
            starts += [word.start() for word in _INSIDE.finditer(text, begin, begin + len(run))]
        for start in starts:
            if start >= last and (match := IN_PLACE.match(text, start)):
                yield match
                last = match.end()
