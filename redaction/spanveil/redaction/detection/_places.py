"""Postal addresses, each by the form in which it begins."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from spanveil.redaction.detection._finding import Confirm, Finding
from spanveil.redaction.detection._gazetteer import Gazetteer
from spanveil.redaction.detection._lines import lines_of
from spanveil.redaction.detection._scanner import Anchor
from spanveil.redaction.detection._spelling import HYPHENATED, PARTICLE, TOWN, UPPER

_CITY: Final = rf"{HYPHENATED}(?:[ -](?:{PARTICLE}|am |an der |sur[ -]|sous[ -]|en[ -]|les[ -]|la[ -]|le[ -]|upon |on )?{HYPHENATED}){{0,3}}"
_STREET: Final = (
    r"(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Court|Ct|Boulevard|Blvd|Way|Place|Pl|Square|Sq|Terrace|Ter|Circle|Cir|Crescent|Close|Grove"
    r"|Gardens?|Park|Parkways?|Pkwy|Highways?|Roads|Avenues|Lanes|Drives|Courts|Squares|Alleys|Circles|Trails|Paths|Ridges|Mountains?|Hwy|Trail|Trl|Alley|Row|Mews|Hill|Hills|Heights|View|Views|Ridge|Run|Path|Pass|Plaza|Point|Loop|Walk|Bridge|Creek"
    r"|Crossing|Crossroad|Mountain|Mountains|Motorway|Throughway|Turnpike|Knoll|Knolls|Inlet|Island|Islands|Isle|Junction|Junctions|Lake|Lakes|Landing|Light"
    r"|Lodge|Lock|Locks|Manor|Mall|Meadow|Meadows|Mill|Mills|Mission|Mount|Neck|Orchard|Oval|Overpass|Pike|Pine|Pines|Plain|Plains|Port|Ports|Prairie|Radial"
    r"|Ramp|Ranch|Rapids?|Rest|River|Shoals?|Shore|Shores|Spring|Springs|Spur|Station|Stravenue|Stream|Streets|Summit|Trace|Track|Trafficway|Tunnel|Union|Unions"
    r"|Valley|Viaduct|Village|Ville|Vista|Walks|Wall|Well|Wells|Forge|Forges|Fork|Forks|Fort|Field|Fields|Flat|Flats|Ferry|Falls|Fall|Extension|Expressway|Estate|Estates"
    r"|Divide|Dale|Dam|Cove|Course|Corner|Corners|Common|Commons|Cliff|Cliffs|Club|Center|Centers|Causeway|Cape|Canyon|Camp|Bypass|Burg|Brook|Brooks|Branch|Bottom|Bluff|Bluffs|Bend|Beach|Bayou|Annex|Green|Greens|Glen|Glens|Gateway|Freeway|Forest|Harbor|Harbors|Haven|Hollow|Key|Keys"
    r"|Underpass|Groves|Formation|Chase|Crest|Arcade|Rise|Vale|Wharf|Quay|Parade|Esplanade|Promenade|Yard|Croft|Approach|Boardwalk|Brae|Broadway|Byway|Circus|Concourse|Copse|Cross|Dell|Edge|Elbow|End|Entrance|Fairway|Footway|Frontage|Glade|Grange|Interchange|Laneway|Lookout|Nook|Outlook|Quadrant|Quays|Ramble|Reach|Retreat|Ride|Ridgeway|Riverway|Rotary|Roundabout|Siding|Slope|Strand|Strip|Thoroughfare|Tor|Towers|Traverse|Villa|Waters|Woods|Wynd|Gate|Side|Stairs|Steps|Lea|Garth|Fold|Paddock|Paddocks|Cottages|Buildings|Courtyard|Meadowlands|Mead|Leas|Hey|Wood|Spinney|Drove|Passage|Pastures|Warren|Holt|Rigg|Vennel|Wharves|Marina|Pier)"
)
_WORDS: Final = rf"(?:{HYPHENATED}|\d{{1,3}}(?:st|nd|rd|th)|(?:de|la|le|du|des|del|der|van|von|di|da|dos|al|y|e)(?!\w))"
_TAIL: Final = (
    rf"(?:[,\s]{{1,3}}(?:(?:Apt|Apartment|Suite|Ste|Unit|Flat|Floor|Studio|Puerta|Piso|Box|#)\.? ?[\w/-]{{1,8}}))?"
    rf"(?:,\sRD \d{{1,2}}(?=,))?(?:\s?,\s?(?:\d{{1,4}},\s)?(?:\d{{4,6}},?\s)?{TOWN}(?:[ -](?:{PARTICLE}|am |im |an der |ob der |vorm |bei |sur[ -]|sous[ -]|en[ -]|les[ -]|la[ -]|le[ -]|aux[ -]|upon |on ){{0,2}}{TOWN}){{0,3}}(?: \([A-Z]{{2}}\))?){{0,3}}"
    rf"(?:,?\s(?:[A-Z]{{2}}\s)?(?:\d{{5}}(?:-\d{{3,4}})?|[A-Z]{{1,2}}\d[A-Z\d]? ?\d[A-Z]{{2}}|[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{{4}} ?[A-Z]{{2}}|\d{{4}})\b|[,-]\s?\d{{3,8}}(?:-\d{{3}})?\b)?"
    # Barros / SE after a Brazilian code, (VA) after an Italian town
    rf"(?:,?\s(?:\d{{5}}-?\d{{3}}|\d{{2}}-\d{{3}})\s(?:{PARTICLE})?{_CITY})?(?:(?<=\d{{8}})\s(?:{PARTICLE})?{_CITY})?(?:\s/\s[A-Z]{{2}}\b|\s\([A-Z]{{2}}\)|\s-\s{TOWN})?"
)
_PREFIXES: Final = (
    # French, Spanish, Italian
    "rue|avenue|boulevard|chemin|place|impasse|all.e|quai|calle|c/|plaza|paseo|avenida|av[.]|ronda|camino|cuesta|pasadizo"
    "|rambla|via|viale|piazza|corso|vicolo|strada|contrada|lungomare|localit.|borgo|rotonda|incrocio|canale|stretto"
    "|glorieta|vereda|urbanizaci.n|acceso|callej.n"
    # Polish, Portuguese
    "|ul[.]|ulica|aleja|al[.]|pl[.]|os[.]|osiedle|rua|travessa|rodovia|estrada|viaduto|viela|vila|condom.nio|fazenda"
    "|loteamento|recanto|n.cleo|conjunto|aeroporto|favela|esta..o|ch.cara|distrito|jardim|ladeira|parque|p.tio|quadra"
    "|residencial|s.tio|trevo|vale|largo|pra.a|alameda"
)
_SUFFIXES: Final = "stra(?:ss|.)e|str[.]|weg|platz|allee|gasse|ring|damm|ufer|laan|straat|plein|gatan|v.gen|gade|vej"
# 12 Oak Street Suite 4, Springfield, IL 62704
_NUMBERED: Final = re.compile(
    rf"(?<![\w.-])(?:(?:Flat|Apt|Unit|Suite|Studio) \w{{1,5}}[,\s]{{1,2}})?\d{{1,6}}[A-Za-z]?,?\s(?:{_WORDS}\s){{1,4}}{_STREET}\b{_TAIL}"
)
_FLAT: Final = re.compile(
    rf"(?<!\w)(?:Flat|Apt|Unit|Suite|Studio) \w{{1,5}}[,\s]{{1,2}}(?:{_WORDS}\s){{1,4}}{_STREET}\b{_TAIL}"
)
# Hauptstraße 12, 12345 Berlin
_SUFFIXED: Final = re.compile(
    rf"(?<!\w)(?:[{UPPER}][\w-]{{1,30}}(?:stra(?:ss|\u00df)e|str\.|weg|platz|allee|gasse|ring|damm|ufer|laan|straat|plein|gatan|v\u00e4gen|gade|vej)"
    rf"|[{UPPER}][\w-]{{2,40}}-(?:Stra(?:ss|\u00df)e|Weg|Platz|Allee|Ring|Gasse|Damm|Ufer))\s\d{{1,4}}[a-z]?(?:[-/]\d{{1,4}})?{_TAIL}"
)
# 3 bis, rue Duval; Via Roma 3; Praça Raul Souza, 29
_PREFIXED: Final = re.compile(
    rf"(?i:{_PREFIXES})"
    rf"\s(?:{_WORDS}\s?){{1,5}}(?:,?\s?\d{{1,4}}[a-z]?(?:/\d{{1,4}})?(?!\d))?(?: Piano \d{{1,4}}| Puerta \d{{1,4}}| Appartamento \d{{1,4}})?{_TAIL}"
)
_ENGLISH: Final = ("via ", "place ", "vale ", "canale ", "strada ", "borgo ")  # where lower
_NUMBER_BEFORE: Final = re.compile(r"(?<!\w)\d{1,4}(?:\s?(?:bis|ter))?,?\s$")
_MILITARY: Final = re.compile(
    r"(?<!\w)(?:PSC|Unit|USNS|USS|USNV|USCGC) [\w ]{1,24},? ?(?:Box \d{1,5}, )?(?:APO|FPO|DPO) (?:AA|AE|AP) \d{5}"
)
# 7017 Lynn Crest Apt. 061, Gregoryberg, RI 86973
_STATE: Final = re.compile(
    rf"(?<![\w.-])\d{{1,6}}\s(?:{_WORDS}\s?){{1,4}}(?:(?:Apt|Suite|Ste|Unit|Flat|#)\.? ?\w{{1,6}})?,\s(?:{_WORDS}\s?){{1,4}},\s[A-Z]{{2}}\s\d{{5}}(?!\d)"
)
# 692 Kuuse 53 Apt. 641, Grubbenvorst; the number of a flat says that it is an address
_APARTMENT: Final = re.compile(
    rf"(?<![\w.-])\d{{1,6}}\s(?:{_WORDS}\.?\s){{1,5}}(?:\d{{1,4}}[a-z]?,?\s)?(?:{_WORDS}\s){{0,2}}\s?(?:Apt|Suite|Ste|Unit|Flat)\.? ?\d{{1,5}}"
    rf"(?:[,\s>]{{1,4}}{TOWN}(?:[ -](?:{PARTICLE})?{TOWN}){{0,3}}){{0,3}}(?:[ ,]{{1,2}}(?:[A-Z]{{2}} )?(?:\d{{4,6}}|[A-Z]\d[A-Z] ?\d[A-Z]\d|[A-Z]{{1,2}}\d[A-Z\d]? ?\d[A-Z]{{2}})\b)?"
)
_UNITS: Final = ("Apt", "Suite", "Ste", "Unit", "Flat")
# H.No. 05, Manne Circle, Bhopal-717446; 74/391, Path Nagar, Indore 636083
_INDIAN: Final = re.compile(
    rf"(?<![\w.])(?:(?:H\.? ?No\.?|House No\.?|Plot(?: No\.?)?|Door No\.?|Flat(?: No\.?)?|Qtr\.? No\.?|No\.)\s?[A-Z]?-?\d{{1,5}}(?:[-/]?[A-Z0-9]{{1,3}}){{0,2}}|\d{{1,4}}/\d{{1,4}}),\s(?:(?:{_WORDS}|\d{{1,4}}[A-Z]?)[\s,]{{1,2}}){{1,9}}{HYPHENATED}[ -]{{1,3}}\d{{3}} ?\d{{3}}\b"
)
# 24, Oza Marg, Pudukkottai 641315
_INDIAN_PLAIN: Final = re.compile(
    rf"(?<![\w./-])(?:[A-Z]{{1,2}}-?)?\d{{1,4}}(?:/\d{{1,4}})?,\s(?:{_WORDS}[\s,]{{1,2}}){{1,6}}{HYPHENATED}[ -]{{1,3}}[1-9]\d{{5}}\b"
)
_UNIT_BEFORE: Final = re.compile(
    r"(?<![\w/])(?:(?:Unit|Flat|Apt|Suite|Level|Shop|Lot|Villa|Studio)\.? \w{1,5},? |\d{1,4}[A-Za-z]?/ ?)$"
)
_COUNTED: Final = frozenset({
    "Branch", "Bridge", "Center", "Centers", "Club", "Common", "Course", "Extension", "Field", "Fields", "Fork", "Forks", "Gateway", "Key",
    "Keys", "Light", "Lock", "Locks", "Loop", "Mission", "Pass", "Path", "Plain", "Point", "Port", "Ports", "Ramp", "Rest", "Row", "Run",
    "Station", "Stream", "Streams", "Track", "Trace", "Underpass", "Groves", "Formation", "Chase", "Crest", "Arcade", "Rise", "Vale", "Wharf", "Quay", "Parade", "Esplanade", "Promenade", "Yard", "Croft", "Approach", "Boardwalk", "Brae", "Broadway", "Byway", "Circus", "Concourse", "Copse", "Cross", "Dell", "Edge", "Elbow", "End", "Entrance", "Fairway", "Footway", "Frontage", "Glade", "Grange", "Interchange", "Laneway", "Lookout", "Nook", "Outlook", "Quadrant", "Quays", "Ramble", "Reach", "Retreat", "Ride", "Ridgeway", "Riverway", "Rotary", "Roundabout", "Siding", "Slope", "Strand", "Strip", "Thoroughfare", "Tor", "Towers", "Traverse", "Villa", "Waters", "Woods", "Wynd", "Gate", "Side", "Stairs", "Steps", "Lea", "Garth", "Fold", "Paddock", "Paddocks", "Cottages", "Buildings", "Courtyard", "Meadowlands", "Mead", "Leas", "Hey", "Wood", "Spinney", "Drove", "Passage", "Pastures", "Warren", "Holt", "Rigg", "Vennel", "Wharves", "Marina", "Pier", "Tunnel", "Union", "Unions", "View", "Views", "Walk", "Wall", "Well",
})  # fmt: skip
"""Words that end a street, and many another thing that is counted."""
_RURAL: Final = r"(?:Rural Route|Highway Contract(?: Route)?|Star Route|R\.?R\.?|R\.?D\.?|R\.?F\.?D\.?|HCR?|County Road|C\.?R\.?)"
_BOX: Final = re.compile(
    rf"(?<!\w)(?:P\.? ?O\.? ?Box \d{{1,6}}(?:,? {_RURAL} \d{{1,4}}(?: Box \d{{1,5}})?)?|{_RURAL} \d{{1,4}},?(?: Box \d{{1,5}})?(?=,? (?:[{UPPER}][\w.]{{1,20}},? ){{1,4}}[A-Z]{{2}} \d{{5}})){_TAIL}"
)
_AT_WORDS: Final = (
    "address(?: is)?|(?:lived?|lives|living|resides?|residing|resident|located|stay|staying|domiciled) at"
    "|(?:deliver|ship|mail|send|move|relocate)(?:ed|d)? (?:it |them |the parcel )?to|residing in|wohnhaft(?: in)?|(?:wohne|wohnt|lebe|lebt) in(?: der| dem)?|(?:umgezogen|gezogen|zieht|ziehe) (?:nach|in)(?: die| den)?|(?:geliefert|liefern|senden|schicken) (?:an|nach)"
    "|domiciliad[oa] (?:en|em)|con domicilio en|residente en|me mud. a|se mud. a|nos mudamos a|(?:env.en|enviar|entregar|mandar) a|mudou(?:-se)? para|mudei(?:-me)? para|(?:entregar|enviar) (?:em|na|no|para)|residente (?:em|na|no)"
    "|domicili.e? (?:au|.|en)|(?:livrer|envoyer|exp.dier) (?:au|.|chez)|trasferit[oa] (?:in|a)|domiciliat[oa] in|(?:consegnare|spedire) (?:in|a)|verhuisd naar|woonachtig (?:te|in|aan|op)|(?:bezorgen|leveren|sturen) (?:op|aan|naar)"
    "|zamieszka.[aey] (?:w|przy|na|pod)|przeprowadzi.(?:em|am)? si. (?:na|do)|bor (?:p.|i)|flyttat till|flyttede til|flyttet til|bosatt (?:p.|i)|asuu"
    "|(?:moro|mora|resido|vivo) (?:na|no|em)|(?:abito|abita|residente|vivo) (?:in|a)|(?:vivo|vive|resido) en(?: la| el)?"
    "|(?:habite|habitant|r.side|demeurant|demeure) (?:au|.|en)|j'habite|(?:woon|woont) (?:in|op|aan)|(?:mieszkam|mieszka) (?:w|przy|na)"
)
_AT: Final = re.compile(
    rf"\b(?i:{_AT_WORDS})\b:?\s+"
    r"([^.;\n\"<>{}|]{6,120})"
)
_IN_BRACKETS: Final = re.compile(
    r"[\w?]{3,12} \(((?=[^()]{0,60}[^\W\d_]{3})[^()\n\"=@:{}<>\[\]]{5,100})\)"
)
"""`the street (Acacia Road 7)`."""
# A number of a house or of a post office, and no part of a name or of an expression
_TOLD_NUMBER: Final = re.compile(r"(?<![\w.-])[A-Z]{0,2}\d{1,6}[A-Za-z]{0,2}(?![\w.])|\d{5}")
# and no appointment: `moved to hall B on Tuesday, 14:00`
_YEAR: Final = re.compile(r"(?:19|20)\d\d ")
_COPYRIGHT: Final = re.compile(
    r"(?i:copyright|\(c\)|\u00a9):?\s{0,4}(?:\(c\)\s{0,4})?(?:(?:19|20)\d\d ?[-,] ?){0,4}$"
)
_NO_HOME: Final = re.compile(
    r"(?i:\b(?:mac|ip|ipv4|ipv6|e-?mail|web|url|memory|base|virtual|physical|hardware|ethernet|bind|bus|link|wallet|return)[ -])$"
)
"""Of which an address is another than somebody's."""
_ABOUT: Final = re.compile(r"(?:An?|The|Your|This|Optional)\s[a-z]")
"""How a sentence about one begins: `address: A string or integer`."""
_CODE: Final = re.compile(r"[@=\[\]\\_*]|\w\(|://|[A-Z]-\d{4}-|(?<![\w:])\d{1,2}:\d{2}(?![\w:])")
_DIGIT: Final = re.compile("[0-9]")
_TITLE: Final = re.compile(
    r"(?:(?i:attn|att|c/o|fao|z\.? ?hd|to|for|mr|mrs|ms|miss|dr|prof|mme|mlle|m|herrn?|frau|familie|family|sr|sra|sig|sig\.ra|dhr|mevr|mw|pan|pani)[.:]{0,2}\s{1,2}){0,3}"
)
_LONGEST_TITLE: Final = 20
_STREETS_NUMBER: Final = re.compile(r",? ?\d{1,5}[a-z]?\s?(?:,|$)")
"""Behind a street that is named after somebody: `Alameda Enzo Pires, 438, …`."""
_BEFORE: Final = 80
_AFTER: Final = 240


# How the first of ``_WORDS`` begins, behind the number of a house, in the scanner's ASCII.
_FIRST: Final = r"(?:[A-Z?]|[0-9]{1,3}(?:st|nd|rd|th)|(?:de|la|le|du|des|del|der|van|von|di|da|dos|al|y|e)[ \n\\])"


def address_rules() -> list[tuple[Anchor, Confirm]]:
    """Return the rules, each with the form in which its address begins."""
    here: tuple[tuple[str, tuple[re.Pattern[str], ...], float], ...] = (
        (
            r"(?:^|[^0-9A-Za-z_.-])[0-9]{1,6}[A-Za-z]?,?(?:[ \n]|\\{1,8}[nrt])" + _FIRST,
            (_NUMBERED, _STATE, _APARTMENT),
            0.8,
        ),
        (r"(?:Flat|Apt|Unit|Suite|Studio) [0-9A-Za-z]{1,5}[, \\\n]", (_FLAT,), 0.8),
        (r"(?:H[.]? ?No|House No|Plot|Door No|No)[. ]{0,2}(?:[A-Z]-?)?[0-9]", (_INDIAN,), 0.8),
        (r"[0-9]{1,4}/[0-9]{1,4}, [A-Z]", (_INDIAN,), 0.8),
        (r"P[.]? ?O[.]? ?Box [0-9]", (_BOX,), 0.8),
        (r"(?:Route|R[.]?R[.]?|RFD|HCR?) [0-9]{1,4}(?:,| Box)", (_BOX,), 0.8),
    )
    rules: list[tuple[Anchor, Confirm]] = [
        (Anchor(start, expression=True), _from_here(patterns, score))
        for start, patterns, score in here
    ]
    return [
        *rules,
        (Anchor(rf"(?i:{_AT_WORDS}):?[ \\\n]", expression=True), _at),
        *((Anchor(start, expression=True), _prefixed) for start in _prefix_anchors()),
        (Anchor(rf"(?i:{_SUFFIXES}) [0-9]", expression=True), _around(_SUFFIXED)),
        (
            Anchor(r"[a-z?][ -]{1,3}[1-9][0-9]{5}(?:[^0-9A-Za-z]|$)", expression=True),
            _around(_INDIAN_PLAIN),
        ),
        (
            Anchor(
                r"(?:street|address|Adresse|adresse|calle|rue|direcci[?]n|indirizzo|adres|adresa|domicilio) [(]",
                expression=True,
            ),
            _bracketed,
        ),
        (Anchor(r"[AFD]PO A[AEP] [0-9]{5}", expression=True), _around(_MILITARY)),
    ]


def _prefix_anchors() -> Iterator[str]:
    words = _PREFIXES.split("|")
    for first in range(0, len(words), 16):  # all at once are too large an expression
        some = "|".join(words[first : first + 16])
        yield rf"(?:^|[^A-Za-z0-9_])(?i:{some}) [A-Z0-9?dl]"


def without_person(text: str, found: list[Finding]) -> list[Finding]:
    """Take the person off the begin of each address, in place: `Ada Byron, 12 Elm Road`.

    Args:
        text: The text.
        found: What was found in it.
    """
    places = [index for index, one in enumerate(found) if one[2] == "LOCATION"]
    people = {one[0]: one[1] for one in found if one[2] == "PERSON"} if places else {}
    if not people:
        return found
    starts = sorted(people)
    for index in places:
        first, last, entity, score = found[index]
        for start in starts[bisect_left(starts, first) :]:
            if start > first + _LONGEST_TITLE:
                break
            end = people[start]
            if (
                end < last
                and text[end] in ",\n"
                and _TITLE.fullmatch(text, first, start)
                and _DIGIT.search(text, first, end) is None
                and _DIGIT.search(text, end, last)
                and not _STREETS_NUMBER.match(text, end)
            ):
                begin = last - len(text[end:last].lstrip(", \n"))
                found[index] = Finding(begin, last, entity, score)
                break
    return found


def _window(text: str, start: int) -> tuple[str, int]:
    """Return what stands around a place, and where that begins."""
    begin = max(0, start - _BEFORE)
    return lines_of(text[begin : start + _AFTER]), begin


def _from_here(patterns: tuple[re.Pattern[str], ...], score: float) -> Confirm:
    def confirm(text: str, start: int) -> Iterable[Finding]:
        window, begin = _window(text, start)
        sign = text[start]
        # Each begins with a letter or a digit behind none, so that it can begin at one place only.
        at = start - begin + (not sign.isalnum() and sign != "_")
        found = []
        for pattern in patterns:
            if pattern is _APARTMENT and not any(map(window.__contains__, _UNITS)):
                continue  # as around most numbers
            if (
                (match := pattern.match(window, at))
                and not _is_counted(match[0])
                and not (_YEAR.match(match[0]) and _COPYRIGHT.search(window, max(0, at - 48), at))
            ):
                unit = _UNIT_BEFORE.search(window, max(0, at - 16), at)
                first = unit.start() if unit else match.start()
                place = first + begin, match.end() + begin
                found.append(Finding(*place, "LOCATION", score))
        return found

    return confirm


def _is_counted(value: str) -> bool:
    """Say whether a number counts things: `12 Critical Path`, `9 Feature Branch`."""
    words = value.split()
    if "," in value or words[-1] not in _COUNTED:
        return False
    english = _english()
    return all(word.lower() in english for word in words[1:-1])


@cache
def _english() -> frozenset[str]:
    lists = Gazetteer.shipped()
    return (lists.english | lists.common | lists.words) - lists.family


def _around(pattern: re.Pattern[str]) -> Confirm:
    def confirm(text: str, start: int) -> Iterator[Finding]:
        window, begin = _window(text, start)
        for match in pattern.finditer(window):
            if match.start() <= start - begin < match.end():
                yield Finding(match.start() + begin, match.end() + begin, "LOCATION", 0.8)
                return

    return confirm


def _prefixed(text: str, start: int) -> Iterator[Finding]:
    window, begin = _window(text, start)
    at = start - begin
    if match := _PREFIXED.match(window, at + 1) or _PREFIXED.match(window, at):
        number = _NUMBER_BEFORE.search(window, max(0, match.start() - 12), match.start())
        first = number.start() if number else match.start()
        if not number and match[0].startswith(_ENGLISH):
            return
        yield Finding(first + begin, match.end() + begin, "LOCATION", 0.8)


def _bracketed(text: str, start: int) -> Iterator[Finding]:
    match = _IN_BRACKETS.match(text, start)
    alone = text[start - 1 : start] not in {"_", "-", "."} and not text[start - 1 : start].isalnum()
    if match and alone and any(map(str.isupper, match[1])) and _TOLD_NUMBER.search(match[1]):
        yield Finding(*match.span(1), "LOCATION", 0.6)


def _at(text: str, start: int) -> Iterator[Finding]:
    window, begin = _window(text, start)
    match = _AT.match(window, start - begin)
    if match is None:
        return
    value = match[1]
    if _NO_HOME.search(window, max(0, match.start() - 12), match.start()) or _ABOUT.match(value):
        return
    if _TOLD_NUMBER.search(value) and any(map(str.isupper, value)) and not _CODE.search(value):
        yield Finding(match.start(1) + begin, match.end(1) + begin, "LOCATION", 0.6)
