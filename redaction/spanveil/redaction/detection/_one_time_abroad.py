"""Codes that are good once, in languages that end the word for one: `Onay kodunuz 482913`.

What says what the code is for (`onay`, `vahvistus`, `patvirtinimo`) is rarer than the word for a
code, so that it is the anchor, and the word may stand before it or behind it, or be its own end.
"""

import re
from collections.abc import Iterator
from typing import Final

from spanveil.redaction._entities import SECRET
from spanveil.redaction.detection._finding import Confirm, Finding
from spanveil.redaction.detection._scanner import Anchor

# As the scanner sees them: a letter with an accent is a question mark to it, or none at all.
_PURPOSES: Final = (
    *("do?rulama ", "onay kod", "onay ?ifre", "giri? kod", "g?venlik kod", "tek kullan?ml?k"),
    *(
        "ellen?rz?",
        "meger?s?t?",
        "bel?p?si",
        "hiteles?t?",
        "vahvistusk",
        "vahvistuss",
        "kertak?ytt?",
    ),
    *("kirjautumisk", "ov??ovac", "overovac", "potvrzovac", "p?ihla?ovac", "prihlasovac"),
    *("de verificare", "de autentificare", "de confirmare", "tau de ", "weryfikac", "autoryzac"),
    *("jednorazow", "aktywacyjn", "verifikasi", "pengesahan", "keamanan anda", "otorisasi"),
    *("uthibitisho", "za potvrdu", "za prijavu", "potvrditven", "potvrdn", "verifikacijsk"),
    *("jednokratn", "enkratn", "kinnitusk", "sisselogimisk", "patvirtinimo", "prisijungimo"),
    *(
        "vienkartin",
        "apstiprin?",
        "piek?uves",
        "vienreiz",
        "sta?festing",
        "?ryggisn",
        "innskr?ning",
    ),
    *("bekr?ftelse", "bekreftelse", "eng?ngsk", "engangsk", "sikkerhetsk", "sikkerhedsk"),
    *("verifisering", "bekr?ftelsek", "inloggningsk", "xac nhan", "xac thuc", "uwierzytelnia"),
    *("tasdiqlash", "t?sdiq", "verifikimi", "egiaztatze", "gwirio", "fior?", "beveiligingsc"),
)
_CODE: Final = re.compile(
    "kod|k\u00f3d|kood|cod|ma |otp|pin|sms|\u015fifre|sifre|parola|nambari|k\u00f3\u00f0|hesl|has[\u0142l]|jelsz"
)
_FORM: Final = re.compile(
    r"[^\W\d_]{2,24}(?:[ -][^\W\d_]{1,16}){0,5}\s?[:=]?\s{0,2}[*`\"\[]{0,2}([0-9]{4,8}|[0-9]{3}[ -][0-9]{3})(?!\w|[-%]\w|\.[0-9])"
)
_BEFORE: Final = 24
# `Kod: 482913. Nikomu go nie podawaj`
_SHORT: Final = re.compile(
    r"[^\W\d_]{3,6}\s?:\s{0,2}[*`\"]{0,2}([0-9]{4,8}|[0-9]{3}[ -][0-9]{3})(?!\w|[-%]\w|\.[0-9])"
)
_SILENCE: Final = re.compile(
    r"payla[s\u015f]ma|nikomu|nikome|nikogar|nikam|jangan (?:bagikan|beri)|jangan kongsi|kh\u00f4ng chia|ne ossza|ne adja|\u00e4l\u00e4 (?:jaa|anna|kerro)|nesd\u011bluj|nesd\u00edlej|nezdie\u013e"
    r"|nu (?:il|o|\u00eel) (?:da|comunica|divulga)|nu (?:divulga|comunica|distribui)|\u00e4rge jaga|neatskleis|nesakykite|neizpau|dela inte|del (?:ikke|aldri)|deel (?:deze|dit|hem)|usimpe|gizli tut|kimse"
    r"|weryf|potvrd|prijav|logow|giri[s\u015f]|do[g\u011f]rula",
    re.IGNORECASE,
)
_AROUND: Final = 80


def abroad_code_rules() -> list[tuple[Anchor, Confirm]]:
    """Return the rules, each with the anchor that it needs."""
    return [
        *((Anchor(word, caseless=True), _for_a_purpose) for word in _PURPOSES),
        (
            Anchor(r"(?i:kode?|cod|k[?]d|kood|koodi|kods|kodas) ?: {0,2}[0-9]", expression=True),
            _kept_to_oneself,
        ),
    ]


def _for_a_purpose(text: str, start: int) -> Iterator[Finding]:
    begin = start
    while begin and text[begin - 1].isalpha():
        begin -= 1
    match = _FORM.match(text, begin)
    if match and _CODE.search(text[max(0, begin - _BEFORE) : match.start(1)].lower()):
        yield Finding(*match.span(1), SECRET, 0.75)


def _kept_to_oneself(text: str, start: int) -> Iterator[Finding]:
    match = _SHORT.match(text, start) if not text[start - 1 : start].isalpha() else None
    if match and _SILENCE.search(text, max(0, start - _AROUND), match.end() + _AROUND):
        yield Finding(*match.span(1), SECRET, 0.7)
