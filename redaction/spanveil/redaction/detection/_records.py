"""Names and addresses in records whose format says what each field is: vCard, HL7, bookings."""

import re
from collections.abc import Iterator
from typing import Final

from spanveil.redaction.detection._finding import Confirm, Finding
from spanveil.redaction.detection._lines import lines_of
from spanveil.redaction.detection._scanner import Anchor

_BREAK: Final = r"(?:^|\n|\\{1,8}[nr])"
# RFC 6350: the name in its parts, the name as it is shown, an address, a label for one.
_CARD: Final = re.compile(
    r"\s{0,2}(?P<key>N|FN|ADR|LABEL|NICKNAME)(?:;[^:\n]{0,80})?:(?P<value>[^\n]{2,200})"
)
_PARTS: Final = re.compile(r"[^;,\s][^;\n]{0,80}")
# HL7 v2: names and addresses have their parts between carets.
_SEGMENT: Final = re.compile(r"(?:PID|NK1|PV1|IN1|GT1|MRG|ORC|OBR|ROL|STF)\|[^\n]{4,600}")
_PERSON: Final = re.compile(
    r"(?<=[|~^])(?P<last>[^\W\d_][^\W\d_'\u2019 -]{0,30})\^(?P<first>[^\W\d_][^\W\d_'\u2019 -]{0,30})(?:\^[^\W\d_]{1,20}){0,2}(?=[|^~\n])"
)
_PLACE: Final = re.compile(
    r"(?<=[|~])(?P<street>\d{1,6} [^|^~\n]{2,60}|[^|^~\n]{2,60} \d{1,5}[a-z]?)\^[^|^~\n]{0,40}\^(?P<town>[^|^~\n]{2,40})(?:\^[^|^~\n]{0,20}){0,3}"
)
# A booking: NOVAK/ANA MRS
_BOOKED: Final = re.compile(
    r"(?<![\w/])(?!TCP|UDP|Read/)[A-Z\u00c0-\u00de][^\W\d_]['\w-]{0,23}/[A-Z\u00c0-\u00de][^\W\d_]{1,20}(?: [^\W\d_]{2,20}){0,2} ?(?:MR|MRS|MS|MISS|MSTR|DR|CHD|INF)(?![A-Za-z])"
)

# FHIR: the kind of an identifier by HL7's table 0203, and its value.
_CODES: Final = {
    "MR": "MEDICAL_RECORD_NUMBER", "PI": "MEDICAL_RECORD_NUMBER", "SS": "US_SSN", "SB": "NATIONAL_ID", "NI": "NATIONAL_ID", "NIIP": "NATIONAL_ID", "TAX": "NATIONAL_ID",
    "DL": "US_DRIVER_LICENSE", "PPN": "US_PASSPORT", "MC": "US_HEALTH_INSURANCE_MEMBER_ID", "MB": "US_HEALTH_INSURANCE_MEMBER_ID", "DR": "MEDICAL_LICENSE",
}  # fmt: skip
_CODED: Final = re.compile(
    r"\"(?P<code>[A-Z]{2,4})\\{0,7}\"[\s,}\]]{1,80}(?:\\{0,7}\"(?:display|text|system|use)\\{0,7}\"\s?:\s?\\{0,7}\"[^\"\n]{0,60}\"[\s,}\]]{1,80}){0,3}"
    r"\\{0,7}\"value\\{0,7}\"\s?:\s?\\{0,7}\"(?P<value>(?=[A-Za-z-]{0,8}[0-9])[A-Za-z0-9 ./-]{4,30})\\{0,7}\""
)
# A document's kind by ICAO 9303 or in a word, and its number beside it.
_TYPED: Final = re.compile(
    r"\"(?P<kind>P|PP|ID|I|PASSPORT|Passport|passport|ID_CARD|IDENTITY_CARD|NATIONAL_ID)\\{0,7}\"\s?,\s{0,24}(?:\\{0,7}\"(?:country|issuer|issuingCountry|issuing_country|nationality|status)\\{0,7}\"\s?:\s?\\{0,7}\"[^\"\n]{0,40}\"\s?,\s{0,24}){0,2}"
    r"\\{0,7}\"(?:number|no|num|value|id|documentNumber|document_number|docNumber|doc_no|docNo)\\{0,7}\"\s?:\s?\\{0,7}\"(?P<value>(?=[A-Z]{0,3}[0-9])[A-Z0-9]{7,14})\\{0,7}\""
)
_TYPED_BEFORE: Final = re.compile(
    r"\"(?:number|no|num|value|documentNumber|document_number|docNumber|doc_no|docNo)\\{0,7}\"\s?:\s?\\{0,7}\"(?P<value>(?=[A-Z]{0,3}[0-9])[A-Z0-9]{7,14})\\{0,7}\"\s?,\s{0,24}"
    r"\\{0,7}\"\w{0,12}[Tt]ype\\{0,7}\"\s?:\s?\\{0,7}\"(?P<kind>P|PP|PASSPORT|Passport|passport|ID_CARD|IDENTITY_CARD|NATIONAL_ID)\\{0,7}\""
)
# ICAO 9303, part 4: both lines of a passport.
_MACHINE_READ: Final = re.compile(
    r"P[<A-Z][A-Z<]{3}[A-Z]{1,30}<[A-Z<]{8,38}(?:(?:\s|\\{1,7}n){1,3}[A-Z0-9<]{28,44})?"
)


_TYPE_LENGTH: Final = 24
"""Of a key that ends with `type`, and what joins it and its value."""


def record_rules() -> list[tuple[Anchor, Confirm]]:
    """Return the rules, each with the form in which its field begins."""
    return [
        (
            Anchor(
                r"\"(?:MR|SS|DL|PPN|NI|MC|PI|MB|SB|TAX|NIIP|DR)\\{0,7}\"[ \n]{0,3}[},]",
                expression=True,
            ),
            _coded,
        ),
        (
            Anchor(
                r"[Tt]ype\\{0,7}\"[ ]?:[ ]?\\{0,7}\"(?:P|PP|ID|I|PASSPORT|Passport|passport|ID_CARD|IDENTITY_CARD|NATIONAL_ID)\\{0,7}\"",
                expression=True,
            ),
            _typed,
        ),
        (Anchor(r"P[<A-Z][A-Z<]{3}[A-Z]{1,30}<", expression=True), _machine_read),
        (Anchor(rf"{_BREAK} ?(?:N|FN|ADR|LABEL|NICKNAME)[;:]", expression=True), _card),
        (
            Anchor(
                rf"(?:{_BREAK}|\r|\")(?:PID|NK1|PV1|IN1|GT1|MRG|ORC|OBR|ROL|STF)[|]",
                expression=True,
            ),
            _segment,
        ),
        (Anchor(r"[A-Z?]{2}/[A-Z][A-Za-z?]", expression=True), _booked),
        (Anchor(r" (?:MR|MRS|MS|MSTR|CHD|INF)(?:[^A-Za-z]|$)", expression=True), _booked),
    ]


def _card(text: str, start: int) -> Iterator[Finding]:
    window = lines_of(text[start : start + 320])
    offset = len(window) - len(window.lstrip("\n "))
    match = _CARD.match(window, offset)
    if match is None or "BEGIN:VCARD" not in text[max(0, start - 1_000) : start]:
        return
    entity = "LOCATION" if match["key"] in {"ADR", "LABEL"} else "PERSON"
    for part in _PARTS.finditer(window, *match.span("value")):
        yield Finding(start + part.start(), start + part.end(), entity, 0.85)


def _segment(text: str, start: int) -> Iterator[Finding]:
    window = lines_of(text[start : start + 700])
    segment = _SEGMENT.match(window, len(window) - len(window.lstrip('\r\n\\" ')))
    if segment is None:
        return
    for match in _PERSON.finditer(window, 0, segment.end()):
        yield Finding(start + match.start(), start + match.end(), "PERSON", 0.8)
    for match in _PLACE.finditer(window, 0, segment.end()):
        yield Finding(start + match.start(), start + match.end(), "LOCATION", 0.8)


def _coded(text: str, start: int) -> Iterator[Finding]:
    match = _CODED.match(text, start)
    if match:
        yield Finding(*match.span("value"), _CODES[match["code"]], 0.7)


def _typed(text: str, start: int) -> Iterator[Finding]:
    match = _TYPED.search(text, start, start + 240) or _TYPED_BEFORE.search(
        text, max(0, start - 120), start + _TYPE_LENGTH
    )
    if match and match.start("kind") - start < _TYPE_LENGTH:
        passport = match["kind"][0] in "Pp"
        yield Finding(*match.span("value"), "US_PASSPORT" if passport else "NATIONAL_ID", 0.6)


def _machine_read(text: str, start: int) -> Iterator[Finding]:
    match = _MACHINE_READ.match(text, start)
    if match:
        yield Finding(*match.span(), "US_PASSPORT", 0.85)


def _booked(text: str, start: int) -> Iterator[Finding]:
    begin = max(0, start - 60)
    if "/" not in text[begin : start + 3]:
        return
    for match in _BOOKED.finditer(text, begin, start + 90):
        if match.start() <= start < match.end():
            yield Finding(*match.span(), "PERSON", 0.75)
            return
