"""Numbers that open a door, a safe or a lock: `garage door code 7781#`, `der Tresor geht mit 45-15-30 auf`."""

import re
from collections.abc import Iterator
from typing import Final

from spanveil.redaction._entities import SECRET
from spanveil.redaction.detection._finding import Confirm, Finding
from spanveil.redaction.detection._scanner import Anchor

# Who has a code of their own for a till, a panel or an alarm
_ROLES: Final = (
    *("supervisor code", "supervisor override", "installer code", "engineer code", "manager code", "manager override", "cashier code", "cashier override"),
    *("override code", "manager's code", "manager's pin", "clerk code", "tablet code", "register code", "till code", "teller code", "panel code", "arming code", "disarm with"),
    *("duress code", "master code", "guest code", "cleaner code", "user code", "staff code"),
)  # fmt: skip
# Others have such codes too, which are no secrets.
_LOOSE: Final = frozenset({"guest code", "cleaner code", "user code", "staff code", "master code"})
_SECURED: Final = re.compile(
    r"alarm|panel|keypad|door|\bgate|\block|\bsafe\b|installer|duress|disarm", re.IGNORECASE
)
# What is opened or disarmed, in the languages that agents are talked to in; `?` for a letter beyond ASCII
_THINGS: Final = (
    *("door", " gate", "gate ", "alarm", "locker", "keypad", "garage", "padlock", "lockbox", "lock box", "intercom", "keybox", "key box", "safe ", "safe:"),
    *("elevator", "entry code", "building code", "combination", "buzzer", "storage unit", "bike lock", "suitcase", "briefcase", "deadbolt"),
    *("haust?r", "t?rcode", "t?r-code", "tresor", "schloss", "spind", "garagentor", "schl?sseltresor", "alarmanlage"),
    *("la porte", "porte d'ent", "de porte", "portail", "alarme", "coffre", "digicode", "casier", "cadenas", "interphone"),
    *("puerta", "port?n", "alarma", "caja fuerte", "candado", "taquilla", "telefonillo", "casillero"),
    *("porta da ", "porta do ", "della porta", "da porta", "port?o", "cofre", "cadeado", "arm?rio", "portone", "cancello", "allarme", "cassaforte", "lucchetto", "citofono"),
    *("deurcode", "de deur", "voordeur", "poort", "kluis", "hangslot", "d?rr", "porten", "larmet", "larmkod", "kassask?p", "h?ngl?s", "d?ren", "d?rkod", "d?rkode", "p? d?r", "pengeskab", "l?sen"),
    *("bram?", "bramy", "brama ", "drzwi", "sejf", "domofon", "vrata", "kapij", "k??dk", "dve??", "br?na", "br?ny", "trezor", "ajt?", "kapuk", "kapu ", "sz?f", "riaszt?", "kap?", "kasan?n", "kasa "),
    *("kiosk", "tablet unlock", "turnstile", "barrier", "immeuble", "b?timent", "r?sidence", "ascenseur", "cage d'escalier", "edificio", "edif?cio", "palazzo", "condominio", "condom?nio", "geb?ude", "hauseingang", "gebouw", "budynk", "klatk", "uppg?ng", "opgang", "disarm", "entr?e", "bo?te ? cl", "schl?sselbox", "schl?sselkasten", "portkod"),
    *_ROLES,
    *("ovikood", "oven koodi", "ulko-ov", "portti", "h?lyt", "kassakaa", "u?ii", "u?a ", "poart", "seif", "interfon", "brankas", "pintu", "gembok"),
)  # fmt: skip
# What German and its sisters put at the end of a longer word
_JOINED: Final = frozenset({"schloss", "tresor", "spind", "kluis", "h?ngl?s", "t?rcode"})
_CODE: Final = (
    r"(?:[a-z-]{0,8}code|codes?|coden|c\u00f3digo|codice|kod|koden|kodu|kode|k\u00f3d|k\u00f3dja|koodi|\u015fifresi|\u015fifre|pin|unlock|override|combination|combo|kombination|combinai[sz]on|"
    r"combinatie|combinaci\u00f3n|combina\u00e7\u00e3o|combinazione|kombinasjon|kombinacja|digicode|\u0161ifra)"
)
_IS: Final = r"(?:\s?[:=\u2192-]{1,2}|\s(?:is|was|ist|est|es|\u00e8|\u00e9|\u00e4r|er|to|je|on|este))?\s{1,2}[\"'`*]{0,2}"
_NUMBER: Final = (
    r"(?P<code>[#*]?(?:[0-9]{1,2}(?:-[0-9]{1,2}){2,4}|(?=[0-9A-D]{0,7}[0-9]{2})[0-9A-D]{4,8}|[0-9]{3})[*#]{0,2})"
    r"(?![\w%\u20ac\u00b0:]|[.,-][0-9]|\s?(?:ms|s|sec|seconds|minutes|hours|days|m|km|kg|requests|errors|tokens|items|users|times|eur|usd|px|sq\w{0,2})\b)"
)
_FEW: Final = r"(?:[ ][\w'(),./\u00c0-\u024f-]{1,14}){0,6}?"
# `garage door code 7781#`, `alarm disarm code for branch 12 is 6878`, `the code of the gate is 4482`
_TOLD: Final = re.compile(rf"\w{{0,4}}(?:{_FEW}[ ])?{_CODE}{_FEW}{_IS}{_NUMBER}", re.IGNORECASE)
_OF: Final = re.compile(
    rf"(?<![a-z]){_CODE}{_FEW}[ ](?:[\w'/]{{1,10}}[ /])?(?:(?:[dln]|(?:de|a|ne|su)ll)['\u2019])?$",
    re.IGNORECASE,
)
_THEN: Final = re.compile(
    rf"\w{{0,6}}(?:[ ][\w'\u00c0-\u024f-]{{1,12}}){{0,3}}?{_IS}{_NUMBER}", re.IGNORECASE
)
_TURNED: Final = re.compile(
    r"(?:[ ][\w'-]{1,12}){0,5}?(?:[ ]?[:=]|[ ]is)?[ ](?P<code>[0-9]{1,2}(?:[- ][0-9]{1,2}){2,3})(?![\w-])",
    re.IGNORECASE,
)
# `locker 18 opens with 0837`, `gate keypad: enter 0741`
_OPENS: Final = re.compile(
    rf"\w{{0,6}}[:,]?(?:[ ][\w'(),./-]{{1,14}}){{0,4}}?[ ](?:opens?[ ](?:with|to)|takes|wants|unlocks[ ]with|enter|punch(?:[ ]in)?|press|type|dial|geht[ ]mit|\u00f6ffnet[ ](?:man[ ])?mit|s'ouvre[ ]avec|"
    rf"se[ ]abre[ ]con|abre[ ]com|si[ ]apre[ ]con|gaat[ ]open[ ]met|\u00f6ppnas[ ]med|\u00e5pnes[ ]med|\u00e5bnes[ ]med)[ ]{_NUMBER}",
    re.IGNORECASE,
)
# The thing and its number alone
_BARE: Final = re.compile(
    r"(?:[ ]?:|[ ](?:is|-))?[ ](?P<code>[0-9](?:-[0-9]){3,5}|[0-9]{3,8}[*#]{1,2}|[*#][0-9]{3,8}[*#]?|(?<=: )[0-9]{4,6}(?=[.,;!)]|\s?(?:$|\n|/))|[0-9]{4}(?=[ ]/[ ]))"
)
# The number before the thing: `punch 7781 at the gate`, `code 4471# for the garage`
_BEFORE: Final = re.compile(
    rf"(?<![a-z])(?:{_CODE}|punch(?:[ ]in)?|enter|press|type|dial){_IS}{_NUMBER}[\"'`*]{{0,2}},?[ ](?:\w{{1,10}}[ ]){{0,4}}$",
    re.IGNORECASE,
)
_ERRORS: Final = re.compile(
    r"error|exit|status|http|zip|postal|area|country|dial(?:l?ing)? code|sort code|product|model|serial|article|fault|event|\bid\b|\bno\b|number",
    re.IGNORECASE,
)
_OF_CODE: Final = ("code", "kood", "combination", "override", "unlock", "disarm with", "kod", "pin")
# What nothing but a code is said to be: `the lockbox on the railing is 4471`
_STRONG: Final = frozenset({"lockbox", "lock box", "keybox", "key box", "padlock", "bike lock"})
_IS_SO: Final = re.compile(
    r"(?:[ ][\w'-]{1,12}){0,4}?[ ](?:is|was)[ ](?P<code>[0-9]{3,6})(?=[.,;!)]|\s?(?:$|\n))"
)
# The thing, what more is said of it, and a number with the sign that ends what is typed
_SIGNED: Final = re.compile(
    r"(?:[ ][\w'()/-]{1,14}){1,4}?[ ]?:[ ](?P<code>[0-9]{3,8}[*#]{1,2}|[*][0-9]{3,8}[*#]?|#[0-9]{3,8}[*#])(?!\w)"
)
_YEAR: Final = re.compile(r"(?:19[5-9]|20[0-4])[0-9]")
_DIGIT: Final = re.compile("[0-9]")
_REACH: Final = 90
_BACK: Final = 48
_NAME: Final = 12


def door_rules() -> list[tuple[Anchor, Confirm]]:
    """Return the rules, each with the anchor that it needs."""
    return [(Anchor(word, caseless=True), _opened(word)) for word in dict.fromkeys(_THINGS)]


def _opened(word: str) -> Confirm:
    joins = word in _JOINED
    loose = word in _LOOSE
    length, is_code = len(word), word.endswith(_OF_CODE)

    def confirm(text: str, start: int) -> Iterator[Finding]:
        if (
            not joins
            and text[start - 1 : start].isalpha()
            and text[start].isalpha()
            and not text[start].isupper()
        ):
            return
        if loose and not _SECURED.search(text, max(0, start - _REACH), start):
            return
        lead = text[start] == " "
        end = start + length - (text[start + length - 1] == " ")
        if _DIGIT.search(text, end, end + _REACH):
            begin = max(0, start - _BACK)
            forms = [_TOLD, _OPENS, _BARE, _SIGNED]
            if word in _STRONG:
                forms.append(_IS_SO)
            of = _OF.search(text, begin, start)
            if is_code or (of and _DIGIT.search(of[0]) is None and not _ERRORS.search(of[0])):
                forms.insert(0, _TURNED if word == "combination" else _THEN)
            for form in forms:
                match = form.match(text, end)
                if match and _is_code(match["code"], text[start : match.start("code")]):
                    yield Finding(*match.span("code"), SECRET, 0.7)
                    return
        start += lead
        begin = max(0, start - _BACK)
        told = _DIGIT.search(text, begin, start) is not None
        before = _BEFORE.search(text[begin:start]) if told else None
        if before is None:
            return
        what = text[max(0, begin + before.start() - _NAME) : begin + before.end()]
        if _is_code(before["code"], what):
            yield Finding(begin + before.start("code"), begin + before.end("code"), SECRET, 0.7)

    return confirm


def _is_code(code: str, between: str) -> bool:
    return not _YEAR.fullmatch(code) and not _ERRORS.search(between) and len(set(code)) > 1
