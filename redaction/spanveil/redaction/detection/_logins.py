"""A user's name and a password as a pair, without a word that says so: `root/8npq4gTx`, `bob:8npq4gTx@nas`."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from spanveil.redaction._entities import SECRET
from spanveil.redaction.detection._finding import Confirm, Finding
from spanveil.redaction.detection._scanner import Anchor
from spanveil.redaction.detection._shapes import grade
from spanveil.redaction.detection._talk import is_told
from spanveil.redaction.detection._values import (
    is_chosen,
    is_placeholder,
    is_random,
    is_strong,
    turns,
)

_Q: Final = r"\\{0,7}[\"'`]"
_PAIR: Final = (
    rf"(?:{_Q})?[\w.@+-]{{1,64}}(?:\s{{1,2}}[/:|]\s{{1,2}}|[/:]|:\s)(?!/)([^\s\"'`\\,;]{{4,128}})"
)
_CREDENTIALS: Final = re.compile(
    r"(?:cred(?:ential)?s?|basic\sauth|zugang(?:sdaten)?|anmeldedaten|identifiants?|credenciales|credenziali|credenciais)"
    r"(?:\s(?:are|is|for\s[\w.-]{1,24}))?\s?(?:\([^)\n]{0,32}\)\s?)?(?:(?:[:=?-]|->|=>|\u2192)\s{0,3}|(?<=\s))"
    r"(?:[\w' -]{1,24}[:,]\s{1,2})?" + _PAIR,
    re.IGNORECASE,
)
_LOG_IN: Final = re.compile(
    r"(?:(?:log|sign|get)[ -]?(?:in|on)\s(?:as|with|using|is|:)?|login:?)\s?(?:[\w.@+-]{1,64}\s(?:with|using)\s(?:password\s)?[\"'`]?(?=\S{0,64}[0-9])|[\w.@+-]{1,64}\s{0,2}[/:]\s{0,2}(?!/))([^\s\"'`\\,;]{6,128})",
    re.IGNORECASE,
)
_ACCOUNT: Final = re.compile(
    r"(?:root|[Aa]dmin|ADMIN|[Aa]dministrator|sa|postgres|guest|test|user)\s?[/:]\s?([^\s\"'`\\,;/]{7,64})(?=[\s\"'`,;)]|$)"
)
# read backwards from the sign: the password, the colon, the name
_BEFORE_AT: Final = re.compile(r"([^\s:/@\"'`<>\\,;(){}]{5,64}):[\w.-]{2,32}(?![\w:/.@-])")
_HOST: Final = re.compile(
    r"@(?!sha[0-9]{3}:)(?:[A-Za-z0-9-]{1,63}\.){0,5}[A-Za-z0-9-]{1,63}(?![\w@])|@tcp\("
)


_LETTERS: Final = "[A-Za-z!@#$%^&*._-]"
# `deploy / hunter22`, in a list, in brackets or where somebody speaks of an account
_BY_SIDE: Final = re.compile(
    r" (?://?|[|\u2013\u2014\u2192-]) [\"'`]?([^\s\"'`,;|()\[\]{}<>]{6,64})(?=[\s\"'`,;|)\]]|$)"
)
_USER: Final = re.compile(r"(?:^|[\s(\[:|*>\"'`-])([A-Za-z][\w.@+-]{1,40})[\"'`]?$")
_ALONE: Final = re.compile(
    r"(?:^|\n|\\n|: |\()[ \t]{0,8}(?:[-*\u2022]|[0-9]{1,2}[.)])?[ ]?(?:[\w .-]{1,32}(?:[:=|]|[ ][-\u2013\u2014])[ ])?$"
)
# Who may do all, whose name no list of things or of roles has beside such a word
_PRIVILEGED: Final = frozenset({"root", "admin", "administrator", "sysadmin", "sa", "postgres"})
_WORDS_AND_NUMBER: Final = re.compile(r"[a-z]{3,14}(?:[-_.][a-z]{3,14}){1,3}(?:[-_.]?[0-9]{2,4})")
# As makers print them: capitals and digits that take turns
_TURNS: Final = 3
_DIGEST: Final = re.compile("[0-9a-f]{7,64}")
_OF_THINGS: Final = re.compile(
    r"(?:^|[-_.])(?:workers?|pool|node|role|group|team|table|queue|index|cluster|user|viewer|editor|service|server|host|test|page|api|app|region|zone|"
    r"east|west|north|south|central|admin|config|settings|view|panel|console)(?=[-_.0-9])"
)
_IN_QUOTES: Final = re.compile(r"[\w./\\-]{2,48}:([\"'])([^\"'\n:]{4,48})\1$")
# a list of addresses with their passwords
_ADDRESS: Final = re.compile(
    r"@(?:[a-z0-9-]{1,40}+\.){1,3}+[a-z]{2,8}+[:;|]([^\s\"'`<>/:,;|]{7,64})(?=[\s,;|\"']|$)"
)
_USE: Final = re.compile(
    r"\b(?:[Uu]se|with|[Ee]nter|[Tt]ype)\s[\"'`]?([^\s\"'`]{6,80})[\"'`]?(?=\sto\s(?:log|sign))"
)
# Who somebody acts as, and with what: `as admin with 8npq4gTx`, `als admin mit …`
_AS: Final = "as|als|como|come|jako|som|kot|en|en tant que"
_WITH: Final = "with|using|via|mit|con|com|avec|met|med|has.em|heslem"
_ACTING: Final = re.compile(
    rf"[^A-Za-z0-9_]?(?:{_AS})\s[\"'`]?(?P<user>[\w.@+-]{{1,40}})[\"'`]?\s(?:{_WITH})\s"
    r"(?:(?:the\s|o\s|la\s|le\s|das\s)?(?:password|passwort|pass|pw|pwd|passphrase|senha|clave|contrase\u00f1a|mot de passe|wachtwoord|kennwort)[:\s]{1,2})?"
    r"[\"'`]?(?P<value>[^\s\"'`\\,;]{6,64})"
)
_ENTERING: Final = re.compile(
    r"log(?:g(?:ed|ing))?[ -]?(?:in|on)|sign(?:ed|ing)?[ -]?(?:in|on)|connect|ssh|authenticat|anmeld|einlog|conect|entr[aei]|acced|acess|inici[ae]|zalog|inlog|logga|logg|p.ihl|prijav",
    re.IGNORECASE,
)
_BEFORE_ACTING: Final = 48
_TOOL: Final = re.compile(r"[a-z]{2,12}[-@]?[0-9]{1,3}")
"""What somebody connects with and its version: `psql-16`."""


def login_rules() -> list[tuple[Anchor, Confirm]]:
    """Return the rules, each with the anchor that it needs."""
    rules: list[tuple[Anchor, Confirm]] = [
        (Anchor(word, caseless=True), _paired(_CREDENTIALS, is_enough=_is_paired))
        for word in ("cred", "basic auth", "zugang", "anmeldedaten", "identifiant")
    ]
    rules += [
        (Anchor(word, caseless=True), _paired(_LOG_IN, is_enough=is_chosen))
        for word in ("log in ", "login ", "login: ", "sign in ", "get in ", "sign on ", "log on ")
    ]
    rules += [
        (Anchor(name + sign), _account)
        for name in ("root", "admin", "administrator", "sa", "postgres", "ADMIN", "Administrator")
        for sign in ("/", ":", " /", " :")
    ]
    rules.append(
        (
            Anchor(
                rf"[^A-Za-z0-9_](?:{_AS}) [\"'`]?[A-Za-z0-9_.@+-]{{1,40}}[\"'`]? (?:{_WITH.replace('.', '[?l]')}) ",
                expression=True,
            ),
            _acting,
        )
    )
    rules += [(Anchor(name), _used) for name in (" to log in", " to sign in", " to login")]
    rules += [
        (
            Anchor(rf" (?://?|\||-|\?) [\"'`]?{_LETTERS}{{1,20}}[0-9]", expression=True),
            _side_by_side,
        )
    ]
    rules += [(Anchor(f"{quote}@"), _quoted) for quote in ("'", '"')]
    return [*rules, (Anchor("@"), _at_host)]


def _is_paired(value: str) -> bool:
    return (
        not value.isalpha()
        and not value.isdigit()
        and not value.startswith("-")
        and "(" not in value
    )


def _paired(pattern: re.Pattern[str], is_enough: Callable[[str], bool]) -> Confirm:
    def confirm(text: str, start: int) -> Iterator[Finding]:
        match = pattern.match(text, start)
        if match is None:
            return
        value = match[1].rstrip(".,)")
        if value.endswith("/aws4_request"):
            return  # the scope of a signature
        if not is_placeholder(value) and is_enough(value):
            yield Finding(match.start(1), match.start(1) + len(value), SECRET, 0.75)

    return confirm


def _account(text: str, start: int) -> Iterator[Finding]:
    if start and (text[start - 1].isalnum() or text[start - 1] in "/._-@"):
        return
    match = _ACCOUNT.match(text, start)
    if match is None or is_placeholder(match[1]):
        return
    value = match[1]
    # beside a stroke between spaces what is drawn is no name of a file, of a role or of content
    apart = text[match.start(1) - 2 : match.start(1)] == "/ " and not _DIGEST.fullmatch(value)
    drawn = apart and turns(value) >= _TURNS and is_random(value, 8, 2.7)
    if is_strong(value) or drawn:
        yield Finding(*match.span(1), SECRET, 0.7)


def _acting(text: str, start: int) -> Iterator[Finding]:
    """Judge with what somebody logs in as a user: `logging in as admin with 8npq4gTx`."""
    match = _ACTING.match(text, start)
    if match is None:
        return
    value = match["value"].rstrip(".,:)!?") if match["value"][-1] in ".,:)" else match["value"]
    privileged = match["user"].lower() in _PRIVILEGED
    if not privileged and not _ENTERING.search(text, max(0, start - _BEFORE_ACTING), start + 1):
        return
    drawn = privileged and is_random(value, 8, 2.7) and turns(value) >= _TURNS
    if (grade(value) or drawn) and not _TOOL.fullmatch(value) and not is_placeholder(value):
        begin = match.start("value")
        yield Finding(begin, begin + len(value), SECRET, 0.7)


def _used(text: str, start: int) -> Iterator[Finding]:
    """Judge what is used to log in: `use Otter42! to log in as bob`."""
    begin = max(0, start - 80)
    match = _USE.search(text, begin, start + len(" to sign"))
    if match and match.end() == start and grade(match[1]) and not is_placeholder(match[1]):
        yield Finding(*match.span(1), SECRET, 0.7)


def _quoted(text: str, start: int) -> Iterator[Finding]:
    """Judge a password in quotes before a host: `corp/bob:'…'@10.0.0.1`."""
    begin = max(0, start - 100)
    match = _IN_QUOTES.search(text[begin : start + 1])
    if match and _HOST.match(text, start + 1) and not is_placeholder(match[2]):
        yield Finding(begin + match.start(2), begin + match.end(2), SECRET, 0.8)


def _side_by_side(text: str, start: int) -> Iterator[Finding]:
    match = _BY_SIDE.match(text, start)
    user = _USER.search(text[max(0, start - 48) : start])
    if match is None or user is None:
        return
    value = match[1].rstrip(".,")
    sure = grade(value)
    if user[1].lower() in _PRIVILEGED and text[start + 1] in "/|\u2192":
        words = _WORDS_AND_NUMBER.fullmatch(value) and not _OF_THINGS.search(value)
        default = value.isupper() and value.isalnum() and turns(value) >= _TURNS
        if sure or default or (words and not is_placeholder(value)):
            yield Finding(match.start(1), match.start(1) + len(value), SECRET, 0.7)
        return
    begin = start - len(text[max(0, start - 48) : start]) + user.start(1)
    if not sure or (sure == 1 and grade(user[1])):
        return
    if sure > 1 or is_told(text, start) or _ALONE.search(text[max(0, begin - 48) : begin]):
        yield Finding(match.start(1), match.start(1) + len(value), SECRET, 0.7)


def _at_host(text: str, start: int) -> Iterable[Finding]:
    if match := _ADDRESS.match(text, start):
        value = match[1]
        if is_strong(value) and not is_placeholder(value):
            return (Finding(*match.span(1), SECRET, 0.7),)
    colon = text.rfind(":", max(0, start - 65), max(0, start - 5))
    if colon < 0 or text[colon + 1] in " \"'\\/" or text.find(" ", colon, start) >= 0:
        return ()
    match = _BEFORE_AT.match(text[max(0, start - 100) : start][::-1])
    if match is None or _HOST.match(text, start) is None:
        return ()
    value = match[1][::-1]
    # a host without a dot may be a tag: `npm:lodash4@latest`
    host = text[start + 1 : start + 64].split("/", 1)[0]
    enough = is_chosen(value) if "." in host or ":" in host else is_strong(value)
    if enough and not is_placeholder(value):
        return (Finding(start - len(value), start, SECRET, 0.7),)
    return ()
