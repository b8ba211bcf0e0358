"""Names in lists of who was there, in transcripts, and as answers to who somebody is."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from spanveil.redaction.detection._finding import Confirm, Finding
from spanveil.redaction.detection._scanner import Anchor, as_scanned
from spanveil.redaction.detection._spelling import NAME, UPPER
from spanveil.redaction.detection._work import spend_row

Knows = Callable[[str], bool]

_LIST_WORDS: Final = (
    "attendees|attending|participants|invitees|invited|present|absent|apologies|in attendance|panelists|panel|speakers|signatories|witnesses|passengers"
    "|guests|recipients|mourners|team sheet|line-?up|starting (?:xi|eleven|lineup)|squad|roster|rota|crew|shift|substitutes|subs|bench|scorers|beneficiaries|heirs"
    "|children|siblings|kids|dependants|dependents|next of kin|household members|occupants|authors|reviewers|approvers|interviewers|candidates|shortlist(?:ed)?"
    "|teilnehmer|teilnehmende|anwesend|anwesende|abwesend|entschuldigt|g.ste|kinder|participants|pr.sents?|absents?|excus.s?|invit.s|enfants|asistentes|presentes|ausentes"
    "|invitados|hijos|partecipanti|presenti|assenti|invitati|figli|participantes|convidados|filhos|deelnemers|aanwezig|afwezig|genodigden|kinderen|uczestnicy|obecni|nieobecni"
    "|dzieci|deltagare|n.rvarande|deltagere|til stede|fremm.dte|osallistujat|l.sn.|..astn.ci|p..tomni|kat.l.mc.lar"
)
_LIST: Final = re.compile(rf"(?i:{_LIST_WORDS}):[ \t]{{0,4}}\n?")
_ITEM: Final = re.compile(
    rf"[ \t]{{0,4}}(?:[-*\u2022][ ])?(?:\d{{1,2}}[.)]?[ ])?(?:and |und |et |y |e |en |i |och |og |& )?(?:(?:Dr|Mr|Mrs|Ms|Prof|Herr|Frau|Mme|Sr|Sra|Ing)\.? ){{0,2}}(?P<name>(?:[{UPPER}]\.[ -]?){{0,3}}(?:{NAME.pattern}))(?:[ ]\([^()\n]{{1,30}}\))?(?P<stop>[ ]{{0,2}}(?:[,;/\n]|&|and\b|und\b|et\b|y\b|$|[.)\"]))"
)
_ROLE: Final = (
    "agent|visitor|customer|caller|client|guest|operator|support|advisor|adviser|representative|rep|interviewer|interviewee|respondent|doctor|nurse|patient|host|moderator"
    "|officer|student|teacher|seller|buyer|mitarbeiter|kunde|kundin|berater|beraterin|conseiller|conseill.re|cliente?|agente|operador|operadora|operatore|medewerker|klant|konsultant|klient"
)
_SPOKEN: Final = re.compile(rf"(?i:{_ROLE}) (?P<name>[{UPPER}][^\W\d_]{{1,20}})(?=:)")
_SPEAKER: Final = re.compile(
    rf"(?i:speaker|participant|sprecher|locuteur|hablante|{_ROLE})(?: ?\d{{1,2}})? ?\((?P<name>{NAME.pattern})\)"
)
_LOGGED: Final = re.compile(
    rf"\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?: ?[AaPp][Mm])?\]?[ ]{{0,2}}(?:-[ ])?<?(?P<name>[{UPPER}][^\W\d_]{{1,20}}(?: [{UPPER}][^\W\d_]{{0,20}}\.?)?)(?=>|:(?![\d/]))"
)
_ASKED_BEFORE: Final = re.compile(
    r"(?i:name|called|speaking (?:with|to)|nombre|nom|cognome|nome|naam|nazwisko|namn|navn)[^?\n]{0,16}$"
)
_ASKED: Final = re.compile(
    r"\?[\"'* ]{0,2}\n[ \t>*-]{0,4}(?:[^\W\d_]{2,16}(?: ?\d)?[:>][ *]{0,3})?"
    rf"(?:(?:(?:[Yy]es|[Ss]ure|[Oo]f course|[Hh]i|[Hh]ello|[Ii]t's|[Ii]t is|[Tt]his is)[,.!:]? ){{1,2}}|)(?P<name>{NAME.pattern})(?=[ ]{{0,2}}(?:[.,!;\n\"]|$))"
)


def gathering_rules(
    is_thing: Knows, may_be_name: Knows, is_named: Knows
) -> list[tuple[Anchor, Confirm]]:
    """Return the rules.

    Args:
        is_thing: Says whether a value is made of words alone.
        may_be_name: Says whether a single word may be somebody's name.
        is_named: Says whether a value is known to be one.
    """

    def fits(name: str) -> bool:
        return may_be_name(name) if " " not in name else not is_thing(name)

    def listed(text: str, start: int) -> Iterator[Finding]:
        head = _LIST.match(text, start)
        if head is None or text[start - 1 : start].isalnum():
            return
        place = head.end()
        names: list[re.Match[str]] = []
        while (item := _ITEM.match(text, place)) is not None:
            spend_row(item.end() - place)
            names.append(item)
            place = item.end()
            if item["stop"].strip(" ") in {".", ")", '"'}:
                break
        # A word of no list is a name where another is known to be one.
        if any(is_named(item["name"]) and fits(item["name"]) for item in names):
            for item in names:
                if fits(item["name"]):
                    yield Finding(*item.span("name"), "PERSON", 0.6)

    def one(form: re.Pattern[str]) -> Confirm:
        def confirm(text: str, start: int) -> Iterable[Finding]:
            match = form.match(text, start)
            if match is None or text[start - 1 : start].isalnum() or not fits(match["name"]):
                return ()
            return (Finding(*match.span("name"), "PERSON", 0.6),)

        return confirm

    def answered(text: str, start: int) -> Iterable[Finding]:
        if _ASKED_BEFORE.search(text, max(0, start - 40), start) is None:
            return ()
        match = _ASKED.match(text, start)
        if match is None or not fits(match["name"]):
            return ()
        return (Finding(*match.span("name"), "PERSON", 0.6),)

    def logged(text: str, start: int) -> Iterable[Finding]:
        if text[start - 1 : start].isdigit():
            start -= 1
        match = _LOGGED.match(text, start)
        if match is None or not (fits(match["name"]) and is_named(match["name"])):
            return ()
        return (Finding(*match.span("name"), "PERSON", 0.6),)

    words = as_scanned(_LIST_WORDS)
    # Short, since each is looked for in every text; what goes on is asked behind a hit.
    return [
        (Anchor(rf"(?i:{words}):[ \t\n]", expression=True), listed),
        (Anchor(rf"(?i:{_ROLE}) [A-Z?][a-z?]", expression=True), one(_SPOKEN)),
        (Anchor(r"[0-9]:[0-9]{2}(?: ?[AaPp][Mm])?\]?[ ]{1,2}(?:- )?<?[A-Z?][a-z?]", expression=True), logged),
        (Anchor(rf"(?i:speaker|participant|sprecher|locuteur|hablante|{_ROLE}) ?[0-9]{{0,2}} ?\([A-Z?]", expression=True), one(_SPEAKER)),
        (Anchor(r"[?][\"'* ]{0,2}\n", expression=True), answered),
    ]  # fmt: skip
