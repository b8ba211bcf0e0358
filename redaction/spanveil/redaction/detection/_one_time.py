"""Codes that are good once: `481 920 is your code`, `Use 481920 to verify`, `code: 481920 (2FA)`."""

import re
from collections.abc import Iterator
from typing import Final

from spanveil.redaction._entities import SECRET
from spanveil.redaction.detection._finding import Confirm, Finding
from spanveil.redaction.detection._scanner import Anchor

_DIGITS: Final = r"(?:[A-Z]-)?(?:[0-9]{3}[ -][0-9]{3}|[0-9]{4,8})"
# Codes of devices and of mails have letters too, in capitals and with a digit, or in two halves.
_MIXED: Final = (
    r"(?-i:(?=[A-Z-]{0,10}[0-9])(?=[0-9-]{0,10}[A-Z])(?:[A-Z0-9]{4,5}-[A-Z0-9]{4,5}|[A-Z0-9]{6,10})"
    r"|[A-Z]{4}-[A-Z]{4}|[a-z]{5}-[a-z]{5}(?![a-z-]))"
)
_END: Final = r"(?!\w|[-%]\w|\.[0-9])"
_CODE: Final = rf"({_DIGITS}|{_MIXED}){_END}"
_IS: Final = r"(?:\s{0,2}(?:is|ist|lautet|est\sle|est|es\sel|es|\u00e8\sil|er|\u00e4r|\u00e8|\u00e9|to|je|on|:|=|-))?\s{0,2}[*`\"\[]{0,2}"
_AFTER: Final = re.compile(
    r"(?:code is|code:|code -|codice di \w{1,12}|zugangscode|best.tigungscode|sicherheitscode|anmeldecode|code secret|"
    r"code de (?:la |l')?\w{1,12}|code (?:to|for|of) (?:the |my |your )?\w{1,16}|code d'acc.s|pin-code|c.digo(?: de \w{1,14}| que(?:\s\w{1,10}){1,3}?\s(?:era|fue|foi|es|\u00e9))?|codice (?:arrivato|ricevuto|che(?:\s\w{1,12}){1,3}?)|kod \w{1,16}|verificatiecode|beveiligingscode|"
    r"verifieringskod|engangskode|(?:eng.)?ngskod(?:en)?|code)"
    + _IS + _CODE, re.IGNORECASE
)  # fmt: skip
# `the code they texted me is 922 475`
_LATER: Final = re.compile(
    r"code(?:\s[\w']{1,16}){1,7}?(?:\s(?:is|was|says|reads)|:)\s{1,2}[*`\"\[]{0,2}" + _CODE,
    re.IGNORECASE,
)
_YOURS: Final = re.compile(
    r"(?:\w{1,5}\s)?(?:code|c\u00f3digo|codice|kod|kode|k\u00f3d)(?:\s(?:is|lautet|ist|est|es|\u00e8|\u00e9|\u00e4r|er|to|je|f\u00fcr\s\w{1,16}:?))?\s?:?\s[*`\"]{0,2}"
    rf"({_DIGITS}|{_MIXED}|(?-i:(?=[A-Z]{{0,4}}[0-9])(?=[0-9]{{0,4}}[A-Z])[A-Z0-9]{{5}})){_END}",
    re.IGNORECASE,
)
_OPENING: Final = re.compile(
    rf"(?:open|unlock|view|read|access)\s[\w' -]{{1,40}}?[ ](?:enter|type|use)[ ](?:the\s)?[*`\"]{{0,2}}{_CODE}",
    re.IGNORECASE,
)
# Turkish and Indonesian, which put whose it is at the end or behind
_ISSUED: Final = re.compile(
    r"(?:kodunuz|kode (?:otp|verifikasi)(?:\s(?:anda|kamu|kakak|akun))?|nter this code)(?:\s?:|\sadalah)?\s{1,2}[*`\"]{0,2}"
    + _CODE,
    re.IGNORECASE,
)
_TAN: Final = re.compile(
    r"TAN(?:\s(?:lautet|ist|is|f.r\s[\w -]{1,28}?(?:\s(?:lautet|ist)|(?=:))))?\s{0,2}:?\s{0,2}([0-9]{6,8})"
    + _END
)
_KEYED: Final = re.compile(r"code\\{0,7}[\"']\s?:\s?\\{0,7}[\"']?([0-9]{4,8})(?![\w.-])")
_BEFORE: Final = re.compile(r"(?<![\w.-])" + rf"({_DIGITS}|{_MIXED})" + r"[*`\"]{0,2}\s{1,2}$")
_TELLING: Final = re.compile(
    r"2fa|mfa|otp|verif|authent|log[ -]?in|sign[ -]?in|one[- ]time|confirm|security|your code|<#>|do not share|don't share|"
    r"expires|device|segur|compart|acces|acess|weryf|potwierdz|reset|valid for|valid \d|expir|inv[a\u00e1]lid|marche pas|fonctionne pas|geht nicht|funciona|ung.ltig|scadut|werkt niet|lleg|cheg|arriv|text(?:ed)?\b|\bsms\b|anyone|\bbank\b|door|gate|unlock",
    re.IGNORECASE,
)
_WHOSE: Final = re.compile(
    r"is (?:your|the) [\w ]{0,40}?(?:code|otp|pin|password|passcode)\b", re.IGNORECASE
)
# `it sent me 528831 by text`, `the app shows 528 831`, `your codes do not work, the last was 338 201`
_ARRIVED: Final = re.compile(
    rf"[\w ]{{4,24}}?[ ][\"'`*]{{0,2}}({_DIGITS}){_END}(?![ ](?!is\b|was\b|as\b)[a-z]{{2,16}}s\b)",
    re.IGNORECASE,
)
# and what is not said to have arrived: it has six digits
_TYPED: Final = re.compile(
    rf"[\w ]{{4,14}}?(?:[ ]\w{{2,10}}){{0,4}}?(?:[ ]?[:=]|[ ](?:is|was))?[ ][\"'`*]{{0,2}}([0-9]{{6}}|[0-9]{{3}}[ -][0-9]{{3}}){_END}(?![ ](?!is\b|was\b|as\b)[a-z]{{2,16}}s\b)",
    re.IGNORECASE,
)
_ARRIVING: Final = re.compile(
    r"\bcodes?\b|\bby text\b|\bsms\b|text(?:ed| says| said)|log(?:ged|ging)?[ -]?in\b|sign(?:ed|ing)?[ -]?in\b|get in\b|verif|2fa|mfa|\botp\b|expired|authentic|rejects|invalid",
    re.IGNORECASE,
)
_AROUND: Final = 60


def code_rules() -> list[tuple[Anchor, Confirm]]:
    """Return the rules, each with the anchor that it needs."""
    rules: list[tuple[Anchor, Confirm]] = [
        (Anchor(name, caseless=True), _after(_AFTER, told=False))
        for name in (
            *("code is", "code: ", "code - ", "c?digo ", "code - ", "kod ", "code est "),
            *("code ist ", "code lautet ", "codice arrivato ", "codice ricevuto ", "codice che "),
        )
    ]
    rules += [
        (Anchor(f"{word} code ", caseless=True), _named(len(word) + 1))
        for word in ("the", "enter", "with", "use", "following", "your")
    ]
    rules += [
        (Anchor(name, caseless=True), _after(_AFTER, told=True))
        for name in (
            *("code to the ", "code for the ", "codice di ", "zugangscode", "code secret"),
            *("code de ", "tigungscode", "pin-code"),
            *("sicherheitscode", "anmeldecode", "verificatiecode", "beveiligingscode"),
            *("verifieringskod", "engangskod", "ngskod", "code d'acc"),
        )
    ]
    rules += [
        (Anchor(f"code {word} ", caseless=True), _after(_LATER, told=False))
        for word in (
            *("they", "you", "we", "i", "he", "she", "it", "with", "that", "from", "just", "on"),
            *("in", "sent", "texted", "received"),
        )
    ]
    rules += [
        (Anchor(words, caseless=True), _after(_OPENING, told=True))
        for words in (
            *("open the ", "open your ", "open this ", "open it ", "unlock the "),
            *("view the ", "view your ", "read the "),
        )
    ]
    rules += [
        (Anchor(words, caseless=True), _after(_YOURS, told=True))
        for words in (
            *("ihr code", "dein code", "votre code", "ton code", "tu c?digo", "su c?digo"),
            *("seu c?digo", "tuo codice", "suo codice", "uw code", "je code", "din kod"),
            *("din kode", "tw?j kod", "v?? k?d", "guard code"),
        )
    ]
    rules += [
        (Anchor(words, caseless=True), _arrived(_ARRIVED))
        for words in (
            *("sent me ", "texted me ", "messaged me ", "text says ", "sms says ", "message says "),
            *("app shows ", "app says ", "fob shows ", "ticator shows ", "ticator says "),
            *("got code ", "last was ", "last one was ", "latest was ", "latest is ", "newest is "),
        )
    ]
    rules += [
        (Anchor(words, caseless=True), _arrived(_TYPED))
        for words in (
            *("code came", "ication text", "i entered ", "i typed ", "rejecting ", "bank texted "),
            *("code in the ", "code from the "),
        )
    ]
    rules += [
        (Anchor(words, caseless=True), _after(_ISSUED, told=True))
        for words in ("kodunuz", "kode otp ", "kode verifikasi ", "nter this code")
    ]
    rules.append((Anchor("TAN"), _after(_TAN, told=True)))
    rules += [
        (Anchor(name), _after(_KEYED, told=False)) for name in ('code":', "code':", 'code\\":')
    ]
    rules.append((Anchor("is your ", caseless=True), _before(_WHOSE)))
    rules.append((Anchor("is the otp", caseless=True), _before(_WHOSE)))
    rules += [
        (Anchor(name), _before(None))
        for name in ("to verify", "to log in", "to sign in", "to confirm")
    ]
    return rules


def _after(form: re.Pattern[str], *, told: bool) -> Confirm:
    def confirm(text: str, start: int) -> Iterator[Finding]:
        match = form.match(text, start)
        if match is None:
            return
        if told or _TELLING.search(text, max(0, start - _AROUND), match.end() + _AROUND):
            yield Finding(*match.span(1), SECRET, 0.75)

    return confirm


def _arrived(form: re.Pattern[str]) -> Confirm:
    def confirm(text: str, start: int) -> Iterator[Finding]:
        match = form.match(text, start)
        if match and _ARRIVING.search(text, max(0, start - _AROUND), match.end() + _AROUND):
            yield Finding(*match.span(1), SECRET, 0.7)

    return confirm


def _named(lead: int) -> Confirm:
    """Return a rule for a code right behind the word: `enter the code GR57-9Q97 at …`."""
    after = _after(_AFTER, told=False)
    return lambda text, start: after(text, start + lead)


def _before(what: re.Pattern[str] | None) -> Confirm:
    def confirm(text: str, start: int) -> Iterator[Finding]:
        begin = max(0, start - 16)
        match = _BEFORE.search(text[begin:start])
        if match and (what is None or what.match(text, start)):
            yield Finding(begin + match.start(1), begin + match.end(1), SECRET, 0.75)

    return confirm
