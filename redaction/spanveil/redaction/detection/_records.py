"""Names and addresses in records whose format says what each field is: vCard, HL7, bookings."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from spanveil.redaction.detection._finding import Finding
from spanveil.redaction.detection._lines import lines_of
from spanveil.redaction.detection._scanner import Anchor

Confirm = Callable[[str, int], Iterable[Finding]]

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


def record_rules() -> list[tuple[Anchor, Confirm]]:
    """Return the rules, each with the form in which its field begins."""
    return [
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


def _booked(text: str, start: int) -> Iterator[Finding]:
    begin = max(0, start - 60)
    if "/" not in text[begin : start + 3]:
        return
    for match in _BOOKED.finditer(text, begin, start + 90):
        if match.start() <= start < match.end():
            yield Finding(*match.span(), "PERSON", 0.75)
            return
