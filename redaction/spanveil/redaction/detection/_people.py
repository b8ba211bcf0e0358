"""Names of people and places: by key, by trigger word, by form, by gazetteer.

No model: a name is taken for one because of what stands beside it, or because census or GeoNames
know a part of it. Each kind of evidence has its score, so that a profile can ask for more.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from spanveil.config import split_words
from spanveil.redaction.detection._finding import Finding
from spanveil.redaction.detection._starts import Starts, find_from

_UPPER: Final = "A-Z" + "".join(c for c in map(chr, range(0xC0, 0x530)) if c.isupper())
_CAP: Final = rf"[{_UPPER}](?:[^\W\d_]|['\u2019](?=[^\W\d_])){{0,24}}"
_HYPHENATED: Final = rf"{_CAP}(?:-{_CAP}){{0,2}}"
_PARTICLE: Final = r"(?:(?:van|von|vom|zu|zur|de|da|do|dos|das|del|della|delle|dello|di|du|den|der|des|la|le|lo|las|los|ten|ter|te|die|und|y|e|bin|ibn|al|el|af|av|st)\s|(?:d|l|O)['\u2019])"
_NAME: Final = re.compile(
    rf"(?<![\w@/.-])(?<!\w['\u2019]){_HYPHENATED}(?:[ ](?:{_PARTICLE}){{0,3}}(?:{_HYPHENATED}|[{_UPPER}]\.)){{0,4}}"
)
_LOWER_NAME: Final = re.compile(
    r"[^\W\d_]{2,20}(?: (?!(?:and|but|from|i|in|is|at|my|on|with|the|of|to|you|please|can|here|calling)\b)[^\W\d_]{2,20}){0,2}"
)
_OWN: Final = re.compile(
    r"\b(?:my (?:full )?name(?: is|'s)|i am called|name is)\s{1,2}", re.IGNORECASE
)
_BEFORE: Final = 40
_PAIR: Final = re.compile(
    r"(?<![\w.-])([A-Za-z_][\w.-]{0,40})\\{0,7}[\"']?\s{0,3}(?::|=>|=)\s{0,3}(\\{0,7}[\"'])?"
)
_DATA: Final = ("given", "family", "places", "words", "products")
# The head of a table from its end backwards: one try for a line, where forwards there are many.
_HEAD: Final = re.compile(r"[a-z_]{2,30}(?: ?,[a-z_]{2,30}){1,30}")
_HEAD_LENGTH: Final = 31 * 32
_DIGIT: Final = re.compile("[0-9]")
_SPACED: Final = re.compile(r"\S+")
# Bounded: without a bound a text of backslashes alone takes the square of its length.
_ESCAPES: Final = re.compile(r"\\{1,31}[nrt]")
_PAIR_END: Final = re.compile(r"\\{0,7}[\"']")
_PERSON_KEYS: Final = frozenset(
    {
        "person",
        "patient",
        "customer",
        "contact",
        "author",
        "beneficiary",
        "holder",
        "recipient",
        "sender",
        "employee",
        "owner",
        "assignee",
        "surname",
        "fullname",
        "firstname",
        "lastname",
        "username",
        "displayname",
        "nickname",
        "applicant",
        "guest",
        "member",
        "manager",
        "attendee",
        "attendees",
        "participants",
        "signatory",
        "payee",
        "payer",
        "cardholder",
    }
)
_PERSON_NAMES: Final = frozenset(
    {
        "full",
        "first",
        "last",
        "middle",
        "given",
        "family",
        "maiden",
        "display",
        "user",
        "customer",
        "client",
        "contact",
        "patient",
        "person",
        "employee",
        "account",
        "holder",
        "legal",
        "real",
        "billing",
        "shipping",
        "owner",
        "author",
        "sender",
        "recipient",
        "member",
        "guest",
        "beneficiary",
        "cardholder",
        "applicant",
        "student",
        "manager",
        "doctor",
        "preferred",
        "nick",
        "birth",
        "sur",
    }
)
_PLACE_KEYS: Final = frozenset(
    {
        "address",
        "addr",
        "street",
        "city",
        "town",
        "village",
        "hometown",
        "birthplace",
        "line1",
        "line2",
        "location",
        "residence",
        "county",
        "district",
        "suburb",
        "municipality",
        "postcode",
        "zip",
        "zipcode",
        "postal",
        "locality",
        "neighborhood",
        "neighbourhood",
        "apartment",
        "domicile",
    }
)

_STREET: Final = (
    r"(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Court|Ct|Boulevard|Blvd|Way|Place|Pl|Square|Sq|Terrace|Ter|Circle|Cir|Crescent|Close|Grove"
    r"|Gardens?|Park|Parkway|Pkwy|Highway|Hwy|Trail|Trl|Alley|Row|Mews|Hill|Hills|Heights|View|Views|Ridge|Run|Path|Pass|Plaza|Point|Loop|Walk|Bridge|Creek"
    r"|Crossing|Crossroad|Mountain|Mountains|Motorway|Throughway|Turnpike|Knoll|Knolls|Inlet|Island|Islands|Isle|Junction|Junctions|Lake|Lakes|Landing|Light"
    r"|Lodge|Lock|Locks|Manor|Mall|Meadow|Meadows|Mill|Mills|Mission|Mount|Neck|Orchard|Oval|Overpass|Pike|Pine|Pines|Plain|Plains|Port|Ports|Prairie|Radial"
    r"|Ramp|Ranch|Rapids?|Rest|River|Shoal|Shore|Shores|Spring|Springs|Spur|Station|Stravenue|Stream|Streets|Summit|Trace|Track|Trafficway|Tunnel|Union|Unions"
    r"|Valley|Viaduct|Village|Ville|Vista|Walks|Wall|Well|Wells|Forge|Forges|Fork|Forks|Fort|Field|Fields|Flat|Flats|Ferry|Falls|Fall|Extension|Expressway|Estate|Estates"
    r"|Divide|Dale|Dam|Cove|Course|Corner|Corners|Common|Commons|Cliff|Cliffs|Club|Center|Centers|Causeway|Cape|Canyon|Camp|Bypass|Burg|Brook|Brooks|Branch|Bottom|Bluff|Bluffs|Bend|Beach|Bayou|Annex|Green|Greens|Glen|Glens|Gateway|Freeway|Forest|Harbor|Harbors|Haven|Hollow|Key|Keys)"
)
_SMALL: Final = r"\d{1,3}(?:st|nd|rd|th)|de|la|le|du|des|del|der|van|von|di|da|dos|al|y|e"
_WORDS: Final = rf"(?:{_HYPHENATED}|{_SMALL})"
_TAIL: Final = (
    rf"(?:[,\s]{{1,3}}(?:(?:Apt|Apartment|Suite|Ste|Unit|Flat|Floor|Studio|Puerta|Piso|Box|#)\.? ?[\w/-]{{1,8}}))?"
    rf"(?:\s?,\s?(?:\d{{1,4}},\s)?(?:\d{{4,6}},?\s)?{_HYPHENATED}(?:[ -](?:{_PARTICLE}|am |im |an der |ob der |vorm |bei |sur |sous |en |les |upon |on ){{0,2}}{_HYPHENATED}){{0,3}}(?: \([A-Z]{{2}}\))?){{0,3}}"
    rf"(?:,?\s(?:[A-Z]{{2}}\s)?(?:\d{{5}}(?:-\d{{4}})?|[A-Z]{{1,2}}\d[A-Z\d]? ?\d[A-Z]{{2}}|[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{{4}} ?[A-Z]{{2}})\b|,\s\d{{4,6}}\b)?"
)
_GERMAN: Final = (
    rf"(?:[{_UPPER}][\w-]{{1,30}}(?:stra(?:ss|\u00df)e|str\.|weg|platz|allee|gasse|ring|damm|ufer|laan|straat|plein|gatan|v\u00e4gen|gade|vej)"
    rf"|[{_UPPER}][\w-]{{2,40}}-(?:Stra(?:ss|\u00df)e|Weg|Platz|Allee|Ring|Gasse|Damm|Ufer))"
)
_HOUSE: Final = r"\d{1,4}(?:\s?(?:bis|ter))?,?\s"
_ROMANCE: Final = (
    r"(?:[Rr]ue|[Aa]venue|[Bb]oulevard|[Cc]hemin|[Pp]lace|[Ii]mpasse|[Aa]ll\u00e9e|[Qq]uai|[Cc]alle|[Cc]/|[Pp]laza|[Pp]aseo|[Aa]venida|[Aa]v\.|[Rr]onda|[Cc]amino|[Cc]uesta|[Pp]asadizo"
    r"|[Rr]ambla|[V]ia|[Vv]iale|[Pp]iazza|[Cc]orso|[Vv]icolo|[Ss]trada|[Cc]ontrada|[Bb]orgo|[Rr]otonda|[Ii]ncrocio|[Cc]anale|[Ss]tretto|[Gg]lorieta|[Vv]ereda|[Uu]rbanizaci\u00f3n|[Aa]cceso|[Cc]allej\u00f3n|[Uu]l\.|[Uu]lica|[Aa]leja|[Aa]l\.|[Pp]l\.|[Rr]ua|[Tt]ravessa|[Ll]argo|[Pp]ra\u00e7a|[Aa]lameda)"
)
_MILITARY: Final = "(?:PSC|Unit|USNS|USS|USNV|USCGC) "
_DOOR: Final = r"(?:Flat|Apt|Unit|Suite|Studio) \w"
_ADDRESSES: Final = (
    # 12 Oak Street Suite 4, Springfield, IL 62704
    re.compile(
        rf"(?<![\w.-])(?:{_DOOR}{{1,5}}[,\s]{{1,2}})?\d{{1,6}}[A-Za-z]?,?\s(?:{_WORDS}\s){{1,4}}{_STREET}\b{_TAIL}"
    ),
    re.compile(rf"(?<!\w){_DOOR}{{1,5}}[,\s]{{1,2}}(?:{_WORDS}\s){{1,4}}{_STREET}\b{_TAIL}"),
    # Hauptstraße 12, 12345 Berlin
    re.compile(rf"(?<!\w){_GERMAN}\s\d{{1,4}}[a-z]?(?:[-/]\d{{1,4}})?{_TAIL}"),
    # Via Roma 3; rue Duval
    re.compile(
        rf"(?<!\w)(?:{_HOUSE})?{_ROMANCE}\s(?:{_WORDS}\s?){{1,5}}(?:,?\s?\d{{1,4}}[a-z]?(?:/\d{{1,4}})?(?!\d))?(?: Piano \d+| Puerta \d+| Appartamento \d+)?{_TAIL}"
    ),
    re.compile(
        rf"(?<!\w){_MILITARY}[\w ]{{1,24}},? ?(?:Box \d{{1,5}}, )?(?:APO|FPO|DPO) (?:AA|AE|AP) \d{{5}}"
    ),
    # 7017 Lynn Crest Apt. 061, Gregoryberg, RI 86973
    re.compile(
        rf"(?<![\w.-])\d{{1,6}}\s(?:{_WORDS}\s?){{1,4}}(?:(?:Apt|Suite|Ste|Unit|Flat|#)\.? ?\w{{1,6}})?,\s(?:{_WORDS}\s?){{1,4}},\s[A-Z]{{2}}\s\d{{5}}(?!\d)"
    ),
    re.compile(r"(?<!\w)P\.? ?O\.? ?Box \d{1,6}" + _TAIL),
)
_STAYS: Final = r"\b(?:[Aa]ddress(?: is)?|(?:live|lives|living|reside|resides|located|stay|staying) at|(?:[Dd]eliver|[Ss]hip|[Mm]ail)(?:ed)? (?:it )?to)\b"
_AT: Final = re.compile(_STAYS + r":?\s+([^.;\n\"<>{}|]{6,120})")
_PLACE_WORD: Final = re.compile(
    rf"(?:(?:North|South|East|West|New|Lake|Port|Fort|Mount|Bad|San|Santa|Sainte?|St\.?|Los|Las|El|La|Le)[ -]{_HYPHENATED}"
    rf"|[{_UPPER}][\w]{{2,20}}(?:ville|burgh|burg|borough|bury|stadt|town|land|fort|furt|mouth|shire|port|chester|haven|side|berg|view|heim|hausen|dorf|kirchen|grad|polis|stad|ford|bach|feld)(?![\w-])"
    rf"(?:[ ](?:am|an der|ob der|im|bei) {_CAP})?)"
)
_IN_PLACE: Final = re.compile(
    rf"(?:\b(?:in|from|near|at|to|visiting|born in|live in|lives in|living in|based in|moved to|our))\s({_HYPHENATED}(?:[ -](?:{_PARTICLE}|am |an der |sur |upon )?{_HYPHENATED}){{0,2}})"
)

# Where each of the above can begin, as ``Starts`` wants it; the word before a place may be its last.
_NUMBERED: Final = rf"\b[0-9]{{1,6}}[A-Za-z]?,?\s(?:[A-Z]|{_SMALL})"
_STARTS: Final = {
    "name": r"\b[A-Z]",
    "pair": r"\b[A-Za-z_][\w.-]{0,40}\\{0,7}[\"']?\s{0,3}[:=]",
    "head": r"[a-z_]{2}, ?[a-z_]{2,30}\n",
    "own": r"\b(?i:my (?:full )?name|i am called|name is)\b",
    "at": _STAYS,
    "in": r"\b(?:in|from|near|at|to|visiting|our)\s[A-Z]",
}
_ADDRESS_STARTS: Final = (
    (_NUMBERED, rf"\b{_DOOR}"),
    (rf"\b{_DOOR}",),
    (rf"\b{_GERMAN}\s[0-9]",),
    (rf"\b{_ROMANCE}\s", rf"\b{_HOUSE}{_ROMANCE}\s"),
    (rf"\b{_MILITARY}",),
    (_NUMBERED,),
    (r"\bP\.? ?O\.? ?Box [0-9]",),
)
_GERMAN_LENGTH: Final = 48


def _lines(name: str) -> frozenset[str]:
    rows = (files("spanveil.redaction.detection") / "data" / name).read_text("utf-8").splitlines()
    return frozenset(row for row in rows if row and not row.startswith("#"))


class People:
    """Find names of people and places.

    Args:
        given: Given names in lower case.
        family: Family names in lower case.
        places: Names of places as they are written.
        words: Words in lower case that are no names although they stand capitalised.
        products: Names of products, languages and peoples in lower case.
    """

    def __init__(
        self,
        given: frozenset[str],
        family: frozenset[str],
        places: frozenset[str],
        words: frozenset[str],
        products: frozenset[str],
    ) -> None:
        self._words, self._products = words, products
        self._no_place = words | products | given
        self._given = given - words
        self._family = family - words
        self._places = frozenset(p for p in places if p.lower() not in words | products)
        self._starts = Starts([*((start,) for start in _STARTS.values()), *_ADDRESS_STARTS])

    @classmethod
    def shipped(cls) -> "People":
        """Return the gazetteer that the package ships (read once in a process)."""
        return _shipped()

    def find(self, text: str) -> list[Finding]:
        """Return names in a text, overlapping ones included."""
        if "\\" in text:
            text = _ESCAPES.sub(_space_out, text)
        names, pairs, heads, own, at, near, *addresses = self._starts.of(text)
        addresses[2] = _capitals_from(addresses[2], names)
        found = []
        if _DIGIT.search(text):
            for pattern, starts in zip(_ADDRESSES, addresses, strict=True):
                matches = find_from(pattern, text, starts)
                found += [Finding(*m.span(), "LOCATION", 0.8) for m in matches]
        found += [
            Finding(*m.span(1), "LOCATION", 0.6)
            for m in find_from(_AT, text, at)
            if any(map(str.isdigit, m[1])) and any(map(str.isupper, m[1])) and "@" not in m[1]
        ]
        found += self._by_key(text, pairs)
        if heads is None or heads:
            found += self._by_column(text)
        found += self._by_own_word(text, own)
        found += self._by_form(text, names)
        if any(finding.entity == "PERSON" for finding in found):
            found += self._places_near_people(text, near)
        return found

    def _by_column(self, text: str) -> Iterator[Finding]:
        """Read comma-separated rows by the names in their head."""
        heads = [
            (begin, end + 1, kinds)
            for begin, end in _table_heads(text)
            if any(kinds := [key_kind(name.strip()) for name in text[begin:end].split(",")])
        ]
        # Rows end where the next head begins, so that each is read once.
        ends = [*(begin for begin, _, _ in heads), len(text)][1:]
        for (_, start, kinds), end in zip(heads, ends, strict=True):
            for row in text[start : min(end, start + 20_000)].split("\n"):
                fields = row.split(",")
                if len(fields) != len(kinds):
                    break
                place = start
                for kind, field in zip(kinds, fields, strict=True):
                    if kind and any(map(str.isupper, field)) and not any(map(str.isdigit, field)):
                        entity = "LOCATION" if kind == "LOCATION" else "PERSON"
                        shown = field.rstrip(' "}]\\')
                        yield Finding(place, place + len(shown), entity, 0.7)
                    place += len(field) + 1
                start += len(row) + 1

    def _by_key(self, text: str, starts: list[int] | None) -> Iterator[Finding]:
        for match in find_from(_PAIR, text, starts):
            kind = key_kind(match[1])
            if not kind:
                continue
            start = match.end()
            if match[2]:
                close = _PAIR_END.search(text, start, start + 300)
                end = close.start() if close else start
                value = text[start:end]
                if kind == "PERSON" and not _is_personal(value):
                    continue
                if kind == "NAME" and not (_is_personal(value) and self._knows(value)):
                    continue
                if kind == "LOCATION" and not any(c.isalpha() and c.isupper() for c in value):
                    continue
                if value:
                    yield Finding(start, end, "LOCATION" if kind == "LOCATION" else "PERSON", 0.85)
                continue
            name = _NAME.match(text, start) if kind != "LOCATION" else None
            if name and (kind == "PERSON" or self._knows(name[0])):
                yield Finding(*self._trim(text, *name.span()), "PERSON", 0.8)

    def _knows(self, value: str) -> bool:
        words = re.split(r"[ -]", value.lower())
        if len(words) == 1:
            return words[0] in self._given
        return all(word not in self._words for word in words)

    def _by_own_word(self, text: str, starts: list[int] | None) -> Iterator[Finding]:
        """Find the name in `my name is ada lovelace`, which nobody capitalises in a chat."""
        for match in find_from(_OWN, text, starts):
            lower = _LOWER_NAME.match(text, match.end())
            if lower and lower[0].islower():
                yield Finding(*lower.span(), "PERSON", 0.7)

    def _by_trigger(self, text: str, begin: int, end: int, words: list[str]) -> Finding | None:
        """Judge a capitalised run by the words before it."""
        bare = text[max(0, begin - _BEFORE) : begin].rstrip(" \n\t.:,;=-'\"(><")
        before = [word.strip("\"'([{") for word in bare.lower().split()[-3:]]
        sure = [
            _TRIGGERS[" ".join(before[i:])]
            for i in range(len(before))
            if " ".join(before[i:]) in _TRIGGERS
        ]
        if not sure or (len(words) == 1 and words[0].isupper()):
            return None
        parts = [part for word in words for part in word.lower().strip(".,").split("-")]
        known = any(part in self._given or part in self._family for part in parts)
        if known or (any(sure) and parts[0] not in self._products) or len(words) > 1:
            return Finding(begin, end, "PERSON", 0.85 if known else 0.6)
        return None

    def _by_form(self, text: str, starts: list[int] | None) -> Iterator[Finding]:
        for match in find_from(_NAME, text, starts):
            if _PLACE_WORD.fullmatch(match[0]) and match[0].lower() not in self._words:
                yield Finding(*match.span(), "LOCATION", 0.5)
                continue
            begin, end = self._trim(text, *match.span())
            if begin >= end:
                continue
            value = text[begin:end]
            words = value.split()
            parts = [part for word in words for part in word.lower().strip(".").split("-")]
            if triggered := self._by_trigger(text, begin, end, words):
                yield triggered
                continue
            if value in self._places:
                yield Finding(begin, end, "LOCATION", 0.6)
                continue
            if len(words) < 2:
                if (
                    parts[0] in self._given
                    and begin > 0
                    and text[begin - 1] == " "
                    and text[begin - 2] not in ".!?\n"
                ) and (parts[0] not in self._family or len(parts[0]) > 4):
                    yield Finding(begin, end, "PERSON", 0.5)
                continue
            if value.isupper() and not all(p in self._given or p in self._family for p in parts):
                continue
            inner = parts[:-1] if parts[0] in self._given else parts
            if any(word in self._words or word in self._products for word in inner):
                continue
            if parts[0] in self._given or parts[-1] in self._family:
                yield Finding(begin, end, "PERSON", 0.8)
            elif (
                any(part in self._given or part in self._family for part in parts)
                or not value.isascii()
            ):
                yield Finding(begin, end, "PERSON", 0.6)
            elif len(words) <= 4 and all(
                word[1:].islower() or "-" in word or "'" in word for word in words if len(word) > 3
            ):
                yield Finding(begin, end, "PERSON", 0.45)

    def _trim(self, text: str, start: int, end: int) -> tuple[int, int]:
        """Drop words at the ends of a capitalised run that are no part of a name."""
        words = [(m.start(), m.end()) for m in _SPACED.finditer(text, start, end)]
        while words and text[slice(*words[0])].lower().strip(".,'") in self._words:
            words.pop(0)
        while words and text[slice(*words[-1])].lower().strip(".,'") in self._words:
            if len(words) == 2 and text[slice(*words[0])].lower() in self._given:
                break  # `Leena Master`
            words.pop()
        return (words[0][0], words[-1][1]) if words else (start, start)

    def _places_near_people(self, text: str, starts: list[int] | None) -> Iterator[Finding]:
        for match in find_from(_IN_PLACE, text, starts):
            begin, end = self._trim(text, *match.span(1))
            words = text[begin:end].lower().split()
            if words and self._no_place.isdisjoint(words):
                yield Finding(begin, end, "LOCATION", 0.5)


def _capitals_from(starts: list[int] | None, capitals: list[int] | None) -> list[int] | None:
    """Return the capitals at which a street with hyphens may begin (`Karl-Marx-Weg 3`)."""
    if starts is None or capitals is None:
        return None
    near: set[int] = set()
    for start in starts:
        first = bisect_left(capitals, start)
        near.update(capitals[first : bisect_left(capitals, start + _GERMAN_LENGTH, first)])
    return sorted(near)


def _table_heads(text: str) -> Iterator[tuple[int, int]]:
    """Yield where lines end in names that commas separate."""
    end = text.find("\n")
    while end >= 0:
        head = _HEAD.match(text[max(0, end - _HEAD_LENGTH) : end][::-1])
        if head is not None:
            yield end - head.end(), end
        end = text.find("\n", end + 1)


_TRIGGERS: Final = {
    # words that a name must follow, and words that a name often follows
    "am called": True,
    "applicant": True,
    "assigned to": True,
    "belongs to": True,
    "beneficiary": True,
    "best wishes": True,
    "call": True,
    "call me": True,
    "customer": True,
    "dear": True,
    "dr": True,
    "employee": True,
    "hello": True,
    "hey": True,
    "hi": True,
    "holder": True,
    "i am": True,
    "i'm": True,
    "issued to": True,
    "miss": True,
    "mr": True,
    "mrs": True,
    "ms": True,
    "mx": True,
    "name is": True,
    "named": True,
    "on behalf of": True,
    "passenger": True,
    "patient": True,
    "prof": True,
    "recipient": True,
    "regards": True,
    "signed by": True,
    "sincerely": True,
    "taxpayer": True,
    "and": False,
    "approved by": False,
    "ask": False,
    "attn": False,
    "attorney": False,
    "author": False,
    "billed to": False,
    "by": False,
    "candidate": False,
    "cc": False,
    "cheers": False,
    "client": False,
    "colleague": False,
    "contact": False,
    "doctor": False,
    "driver": False,
    "email": False,
    "fao": False,
    "for": False,
    "from": False,
    "guest": False,
    "invite": False,
    "know about": False,
    "lawyer": False,
    "madam": False,
    "manager": False,
    "meet": False,
    "meeting with": False,
    "member": False,
    "name": False,
    "notify": False,
    "nurse": False,
    "on file for": False,
    "owner": False,
    "paid to": False,
    "pay": False,
    "reach": False,
    "refund": False,
    "registered to": False,
    "remind": False,
    "reported by": False,
    "sender": False,
    "ship to": False,
    "sir": False,
    "speak with": False,
    "student": False,
    "supplier": False,
    "talk to": False,
    "tell": False,
    "tenant": False,
    "thanks": False,
    "to": False,
    "user": False,
    "verified for": False,
    "with": False,
    "witness": False,
    "written by": False,
}


@lru_cache(maxsize=4096)
def key_kind(key: str) -> str:
    """Say whether a key names a person, a place, or something with a bare ``name``."""
    words = split_words(key)
    if not words:
        return ""
    last = words[-1]
    if last.isdigit() and len(words) > 1:
        last = words[-2] + last
    if last in _PLACE_KEYS and not {
        "ip",
        "mac",
        "email",
        "mail",
        "server",
        "client",
        "host",
        "peer",
    } & set(words):
        return "LOCATION"
    if last in _PERSON_KEYS:
        return "PERSON"
    if last == "name":
        return (
            "PERSON"
            if len(words) > 1 and words[-2] in _PERSON_NAMES
            else "NAME"
            if len(words) == 1
            else ""
        )
    return ""


def _is_personal(value: str) -> bool:
    """Say whether a value has the form of a person's name."""
    words = value.split(" ")
    if not 1 <= len(words) <= 6 or len(value) > 80 or any(map(str.isdigit, value)):
        return False
    letters = all(c.isalpha() or c in " .'\u2019-\\" or unescaped(c) for c in value)
    return letters and any(word[:1].isupper() for word in words)


def unescaped(char: str) -> bool:
    """Say whether a character can only be a part of an escape in a name."""
    return char in ","


def _space_out(match: re.Match[str]) -> str:
    """Return a newline for an escaped one, in as many characters, so that offsets stay."""
    return " " * (len(match[0]) - 1) + "\n"


@cache
def _shipped() -> People:
    return People(*(_lines(f"{name}.txt") for name in _DATA))
