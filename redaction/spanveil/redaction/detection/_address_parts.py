"""What is left of an address when most of it is found: parts before and behind it.

A rule for each country's order finds a street with its number, and there are more orders than
rules. But what goes on behind a found address is alike everywhere: what is behind the number of the
house, a part of the house, a postal code with a town, a county or a country, each behind a comma.
"""

import re
from typing import Final

from spanveil.redaction.detection._finding import Finding
from spanveil.redaction.detection._spelling import UPPER

_WORD: Final = rf"[{UPPER}][\w'\u2019.-]{{1,24}}"
_TOWN: Final = rf"{_WORD}(?:[ -](?:(?:am|an|der|den|de|la|le|les|del|di|da|do|sur|upon|on|of|nad|pod|lui|cel|u|v) )?(?:{_WORD}|[IVX]{{1,4}}(?!\w))){{0,3}}"
# Great Britain and Canada, Ireland
MIXED_CODE: Final = (
    r"(?:[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|[A-Z]\d[A-Z] \d[A-Z]\d|[A-Z]\d[A-Z] \d[A-Z]{2}"
    r"|[AC-FHKNPRTV-Y]\d[0-9W] ?[0-9AC-FHKNPRTV-Y]{4})(?![\w-])"
)
_CODE: Final = r"(?:[A-Z]{1,3}[- ])?(?:\d{5,7}|(?!(?:19|20)\d\d[^\w-])\d{4}|\d{3} \d{2,3}|\d{4} ?[A-Z]{2}|\d{2}-\d{3}|\d{4}-\d{3}|\d{3}-\d{4})(?![\w-]|[.,]\d)"
_COUNTRIES: Final = (
    "USA|U\\.S\\.A\\.|United States|United Kingdom|UK|U\\.K\\.|England|Scotland|Wales|Northern Ireland|Ireland|Canada|Australia|New Zealand|India|Singapore|Malaysia|Germany|Deutschland|France|Spain|Espa\u00f1a|Italy|Italia"
    "|Portugal|Netherlands|Nederland|Belgium|Belgi\u00eb|Belgique|Austria|\u00d6sterreich|Switzerland|Schweiz|Suisse|Poland|Polska|Sweden|Sverige|Norway|Norge|Denmark|Danmark|Finland|Suomi|T\u00fcrkiye|Turkey|M\u00e9xico|Mexico"
    "|Brasil|Brazil|Argentina|Chile|Colombia|Per\u00fa|Peru|Japan|Philippines|Indonesia|Vietnam|Vi\u1ec7t Nam|Kenya|Nigeria|Ghana|South Africa|Israel|Greece|Romania|Rom\u00e2nia|Hungary|Magyarorsz\u00e1g|Czechia|\u010cesko|Luxembourg|Malta|Cyprus"
)
PARTS_OF_HOUSE: Final = (
    "Hinterhaus|Vorderhaus|Seitenfl\u00fcgel|Quergeb\u00e4ude|Gartenhaus|Erdgeschoss|Dachgeschoss|Souterrain|EG|DG|OG|HH|VH|\\d{1,2}\\. ?(?:OG|Stock|Etage|Obergeschoss|Stiege|sal|tv|th|mf)\\.?|(?:[Ll]inks|[Rr]echts|[Mm]itte)"
    "|[Bb]atiment|[Bb]\u00e2timent|[Ee]scalier|[\u00c9\u00e9E]tage|[Pp]orte|[Aa]ppartement|[Rr]\u00e9sidence|[Ee]scalera|[Pp]lanta|[Bb]ajo|[\u00c1A]tico|[Pp]uerta|[Pp]iso|[Dd]pto\\.?|[Dd]epto\\.?|[Dd]epartamento|[Aa]partamento|[Tt]orre|[Ee]tapa|[Cc]onjunto|[Mm]anzana|[Ll]ote"
    "|[Bb]loque|[Ii]nterior|[Ss]ala|[Bb]loco|[Cc]asa|[Aa]ndar|[Ff]ra\u00e7\u00e3o|[Ii]nterno|[Ss]cala|[Pp]iano|Unit|[Aa]pp\\.?|Apt\\.?|Apartment|Suite|Ste\\.?|Flat|Floor|Level|Block|Blk|Tower|Room|Rm\\.?|PH|Penthouse|Bsmt|Basement|esc\\.?|pta\\.?|m\\.|lok\\.|bl\\.|sc\\.|et\\.|ap\\.|D|Kat|Daire|Blok|No"
)
_DOOR: Final = r"(?:[A-Z]\w{0,3}|izq|izqda|izda|dcha|dcho|der|ctro|cto|esq|dto|dta|frente|fte|int|ext|sx|dx)\.?(?=[, ]|$)"
_ON: Final = re.compile(
    r"(?:"
    # behind the number of the house, or behind what a full stop cut off
    r"-(?:[IVX]{1,4}|\d{1,4}[a-z]?|[A-H]|hs|bis|huis|bg|boven)(?!\w)"
    r"| (?:Pte|Ote|Nte|Norte|Sur|Poniente|Oriente|NE|NW|SE|SW|[NSEW]|North|South|East|West)\.?(?=,)"
    # the floor of which the number was taken for one of a house
    rf"|(?<=\d)\.?[\u00ba\u00aa\u00b0](?:[ -]?{_DOOR})?|(?<=[\u00ba\u00aa\u00b0])[ -]?{_DOOR}"
    rf"|, r/c(?: {_DOOR})?"
    rf"|/(?:[{UPPER}][^\W\d_]{{2,24}}(?!\w)|\d{{1,4}}[A-Za-z]?(?![\w/]))"
    rf"|(?<=\bCo)\. {_WORD}"
    r"| ?[-\u2013] ?\d{5,6}(?![\w-])| \d{1,3}[A-Z]?(?= #\d)|,? ?#[A-Z]?\d{1,3}-\d{1,4}(?!\w)(?:,? (?:Singapore|S) ?\(?\d{6}\)?)?"
    rf"|, \d{{1,2}}\.?[\u00ba\u00aa\u00b0](?:[ -]?{_DOOR})?"
    r"|(?:,? \d{1,2}\.?|(?<=\d\.)|(?<=\d)\.?)[\u00ba\u00aa\u00b0](?:\.? ?(?:Esq|Dto|Dt\u00ba|Fte|Dir|Izq|Izda|Dcha|Int|Ext|Frente|[A-Z])\.?(?=,| ))?|/RW \d{1,3}|, CDMX(?!\w)"
    # a province in brackets, a house without a number, the storey and the door of Hungary
    rf"| \([{UPPER}][\w\u2019' -]{{1,20}}\)(?=,? \d|,? [A-Z]\d)|(?:,? |(?<= ))s/n(?=[,.\s]|$)| \d{{1,4}}(?:-[A-Z0-9]{{1,3}})?(?=, )|,[ \n]{_TOWN} \([{UPPER}][\w\u2019' -]{{1,20}}\),? (?:{MIXED_CODE}|{_CODE})|(?<=-\d{{5}}), {_TOWN}| (?:[IVX]{{1,4}}|\d{{1,2}})\.? ?/ ?\d{{1,3}}\.?(?=,)| \d{{1,2}}\. ?em(?:elet)?\.? ?(?:\d{{1,3}}\.?(?: ?ajt\u00f3)?)?"
    # the quarter of a town or its code behind it, and a town behind its code
    r"|(?<=[a-z\u00df-\u024f]) \d{1,2}(?=[,.;\n\"<)]|$)(?:, [A-Z]\d{2} [A-Z\d]{4}(?!\w))?"
    r"|(?<=[a-z\u00df-\u024f]) \d{5,6}(?!\w|[.,:]\d)|(?<=[a-z\u00df-\u024f]) \d{3,4}(?=[,;\n\"<)]|$|\.\s|\.$)"
    rf"|(?<=[A-Z]-\d{{4}}) {_TOWN}"
    rf"|\.?,[ \n](?:{_TOWN},[ \n]){{0,2}}{_TOWN} \d{{1,3}}(?:, {MIXED_CODE})?(?=[,.;\n\"<)]|$)"
    rf"|,? (?:{PARTS_OF_HOUSE})(?=[ ,]|$)[ .:]{{0,2}}(?:[A-Z]?\d{{1,4}}[A-Za-z]?(?:-\d{{1,4}})?(?!\w)|[A-Z](?!\w))?(?: (?:apartamento|depto|dpto|piso|casa|interior) \d{{1,5}})?"
    rf"|\.?,[ \n]{_CODE}(?: {_TOWN})?"
    rf"|,? {MIXED_CODE}"
    rf"|\.?,[ \n](?:{_TOWN},[ \n]){{0,2}}(?:{_TOWN}(?:,? (?:[A-Z]{{2}} )?{_CODE}|,? (?:[A-Z]{{2}} )?{MIXED_CODE}| [-\u2013] \d{{5,6}}(?!\w))|Co\.? {_WORD}|(?:[A-Z]\.){{2,4}}|(?:{_COUNTRIES})(?!\w)|{_CODE} {_TOWN})"
    r"|,[ \n](?:[A-Z]\.){2,4}"
    rf"|\.?, (?:Col|Colonia|Fracc|Fraccionamiento|Bo|Barrio|Urb|Jud|Bairro|Localidad|Kel|Kec|Brgy|Barangay)\.? {_TOWN}"
    r"){1,6}"
)
# How what goes on begins: most addresses are followed by prose, and soon refused.
_GOES_ON: Final = re.compile(
    rf"[-/\u2013.\u00ba\u00aa\u00b0]|s/n|, ?\n?[{UPPER}0-9#mlbsear]| (?:[-\u2013(#0-9mlsea]|b[la]|[{UPPER}]|(?<=[\u00ba\u00aa\u00b0] )[a-z])"
)
# A flat or a quarter before the street: `H.No. 47-B, Sector 60, `, `Yenimahalle, `
_BEFORE: Final = re.compile(
    rf"(?<![\w-])(?:(?:Blk|Block|H\.? ?No|House No|Door No|D\. ?No|Plot(?: No)?|Flat(?: No)?|Apt|Unit|Studio|Villa|Shop(?: No)?|Room|Suite|Tower|Wing|Qtr(?: No)?|Bungalow|Apartment|Appt?|Lot|Erf|Stand|House|Level|No)[.:]{{0,2}} (?:[A-Z]?-?\d{{1,5}}[A-Za-z]?(?:[-/][0-9A-Z]{{1,4}}){{0,2}},? (?:(?:{_WORD} ){{0,3}}(?:{_WORD}|\d{{1,3}}),? ){{0,2}})?"
    rf"|(?:(?:R\u00e9sidence|R\u00e9sid\.|Immeuble|B\u00e2timent|B\u00e2t\.|Lotissement|Edificio|Edif\.|Urbanizaci\u00f3n|Urb\.|Condominio|Conjunto|Quinta|Torre|Palazzo|Haus|Villa) (?:{_WORD} ?|[A-Z0-9]{{1,3}} ?){{1,4}}, ){{1,3}}"
    rf"|\d{{1,3}}F(?:-\d{{1,2}})?, |(?:[A-Z]{{1,2}}-)?(?!(?:19|20)\d\d )\d{{4,6}} {_TOWN}, "
    rf"|[{UPPER}]\w{{2,24}}(?:mahalle|mahallesi|mah\.|k\u00f6y|k\u00f6y\u00fc|vil\u00e1g),? |(?:{_WORD} ){{1,2}}(?:Mah\.|Mahallesi|Mh\.),? )$"
)
_FLATS: Final = frozenset({
    "Blk", "Block", "No", "No.", "No:", "Plot", "Flat", "Apt", "Apt.", "Unit", "Studio", "Villa", "Shop", "Room", "Suite", "Tower", "Wing",
    "Bungalow", "Apartment", "Lot", "Erf", "Stand", "House", "App", "Appt", "Mah.", "Mahallesi", "Mh.",
})  # fmt: skip
_LAST_WORD: Final = re.compile(r"[A-Za-z]{2,12}[.:]?$")
_LONGEST: Final = 14
_BACK: Final = 70
_DIGIT: Final = re.compile("[0-9]")
_NO_NUMBER: Final = re.compile(r"(?:,? |(?<= ))s/n(?!\w)")


def whole_addresses(text: str, found: list[Finding]) -> list[Finding]:
    """Make each address as long as it is, in place.

    Args:
        text: The text.
        found: What was found in it.
    """
    places = [index for index, one in enumerate(found) if one[2] == "LOCATION"]
    for index in places:
        start, end, entity, score = found[index]
        if _DIGIT.search(text, start, end) is None and _NO_NUMBER.match(text, end) is None:
            continue
        on = _ON.match(text, end) if _GOES_ON.match(text, end) else None
        before = (
            _BEFORE.search(text, max(0, start - _BACK), start) if _is_led(text, start) else None
        )
        if on or before:
            first = before.start() if before else start
            found[index] = Finding(first, on.end() if on else end, entity, score)
    return found


def _is_led(text: str, start: int) -> bool:
    """Say whether a part of an address may stand right before a place."""
    if text[start - 1 : start] != " ":
        return False
    if text[start - 2 : start - 1] == ",":
        return True
    last = _LAST_WORD.search(text, max(0, start - _LONGEST), start - 1)
    return last is not None and last[0] in _FLATS
