"""Secrets on command lines and in calls: `sshpass -p …`, `auth=("svc", "…")`, `jwt.encode(x, "…")`."""

import re
from collections.abc import Iterator
from typing import Final

from spanveil.redaction._entities import SECRET
from spanveil.redaction.detection._call_rows import CALLS
from spanveil.redaction.detection._command_rows import OPTIONS, Q
from spanveil.redaction.detection._finding import Confirm, Finding
from spanveil.redaction.detection._letters import are_drawn_letters
from spanveil.redaction.detection._scanner import Anchor
from spanveil.redaction.detection._shapes import grade
from spanveil.redaction.detection._values import (
    is_chosen,
    is_joined,
    is_passphrase,
    is_placeholder,
    is_random,
    is_strong,
)

# A space outside of a class of characters, and what stands for it between the strings of a list.
_GAPS: Final = re.compile(r"((?<!\\)\[(?:[^\]\\]|\\.){0,200}\])|\\s")
_GAP: Final = rf"(?:\s|{Q},\s?{Q})"
_STDIN: Final = re.compile(
    rf"(?:echo|printf|yes|<<<)\s(?:-\w{{1,3}}\s)?(?:{Q}%s(?:\\\\n)?{Q}\s)?{Q}?([^\"'\n|]{{4,256}}?){Q}?\s{{0,8}}\|[^|\n]{{0,80}}$"
)
_SECURED: Final = re.compile(rf"{Q}([^\"'\n]{{4,128}}){Q}\s?\|$")
_CHPASSWD: Final = re.compile(
    rf"(?:echo|printf)\s{Q}?[\w.-]{{1,32}}:([^\"'\n|]{{4,256}}?){Q}?\s{{0,8}}\|[^|\n]{{0,40}}$"
)
_READERS: Final = (
    "sudo -S",
    "| kinit",
    "| cryptsetup",
    "| smbpasswd",
    "| realm",
    "| openconnect",
    "| su ",
    "| /opt/",
    "| gcloud secrets",
    "| gpg",
    "| vault ",
    "data-file=-",
    "| passwd",
    "| wrangler",
    "| keepassxc",
)
_FLAG: Final = re.compile(rf"\s(?:-[pPw][\s=]?|/p:|/rp\s)(?:{Q})?([^\s\"'\\|;&<>]{{5,128}})")
_USER_FLAG: Final = re.compile(
    r"\s(?:-u|-U|-D|-n|-l|--user(?:name)?|/u:?|/ru|/user:|-username)|\blogin\b|\w@\w"
)
_PORTS: Final = re.compile(
    r"[\d.:]{1,64}(?:/(?:tcp|udp))?|[\w.-]{1,64}:[\w.-]{1,64}|[\w-]{1,64}=[\w-]{1,64}|[\w.~-]{0,64}/.{0,128}|[\w-]{1,64}\.\w{1,5}"
)
_DRAWN: Final = re.compile(rf"\s(?:-[kta]|auth)\s(?:{Q})?([A-Za-z0-9_=+-]{{20,256}})(?![\w./:])")
_UUID: Final = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_STORED: Final = re.compile(
    r"(?:--[a-z-]{4,16}[\s=]{1,2}|-b\s?)(?:\\{0,7}'([^'\\\n]{1,1024})|\\{0,7}\"([^\"\\\n]{1,1024})|([^\s\"'\\]{4,1024}))"
)
_STORE: Final = re.compile(
    r"secret|passw|/pass\b|_pass\b|securestring|vault|\bpw|token|credential|keyvault|api[_-]?key|private",
    re.IGNORECASE,
)
_GIVEN: Final = re.compile(
    rf"<(?:<<\s|\((?:echo|printf)\s(?:-\w{{1,3}}\s)?(?:{Q}%s(?:\\n)?{Q}\s)?)"
    rf"(?:{Q}([^\"'\n\\]{{4,256}}){Q}|([^\s\"'$|;&()<>]{{4,256}}))"
)
_WANTS: Final = re.compile(
    r"passw|passphrase|\bpass\b|secret|token|psk|private-key|crypt|kinit|realm|login|runas|-stdin|sudo|gpg|\bkey\b|\benv add\b",
    re.IGNORECASE,
)
_SENT: Final = re.compile(
    r"send\s(?:--\s)?(?:\\{0,7}[\"']([^\"'\\\n]{3,128})|(?=\S{0,64}[0-9])([^\s\"'\\;$]{5,64}))"
)
_TYPED_BY: Final = re.compile(
    r"(?:send-keys (?:-t \S{1,32} )?(?:-l )?|type (?:--\S{1,32} \S{0,8} ?)?|input text |keystroke |stuff )[\"']?([^\s\"'\\]{6,64})[\"']?"
)
_PROMPT: Final = re.compile(r"ass(?:word|phrase)|PIN", re.IGNORECASE)
# A key that stands where a name is asked for, with what a service wants for a password
_AS_USER: Final = re.compile(
    rf"-{{1,2}}u(?:ser)?[\s=]?(?:{Q})?([A-Za-z0-9_.=-]{{16,200}}):(?:[xX_]|api_token|x-oauth-basic|unused|none)?(?={Q}|\s|$)"
)
_NO_PASSWORDS: Final = frozenset({"api_token", "x-oauth-basic", "x-token-auth"})
# `…/deploy/srv-1?key=…`: who has the address may call it
_HOOK: Final = re.compile(
    r"/(?:deploys?|hooks?|webhooks?|triggers?|builds?|deploy[_-]hooks?)(?:/[\w.~-]{1,64}){0,6}$"
)
_HOOK_KEY: Final = re.compile(r"key=([A-Za-z0-9_-]{8,128})(?![\w%])")
_OAUTH_CODE: Final = re.compile(r"(?:code|key|k)=([A-Za-z0-9_./~%-]{20,512})")


def command_rules() -> list[tuple[Anchor, Confirm]]:
    """Return the rules, each with the anchor that it needs."""
    rules: list[tuple[Anchor, Confirm]] = [
        (
            Anchor(name),
            _argument(re.compile(re.escape(name) + (form if " " in name else _as_list(form)))),
        )
        for name, form in OPTIONS
    ]
    rules += [(Anchor(name), _argument(re.compile(re.escape(name) + form))) for name, form in CALLS]
    rules += [
        (Anchor("-stdin"), _piped(_STDIN)),
        (Anchor("--with-token"), _piped(_STDIN)),
        (Anchor("--passphrase-fd"), _piped(_STDIN)),
        (Anchor("chpasswd"), _piped(_CHPASSWD)),
        (Anchor("| ConvertTo-SecureString"), _piped(_SECURED)),
        (Anchor("<<< "), _here),
        *((Anchor(f"<({word} "), _here) for word in ("echo", "printf")),
        *((Anchor(name), _piped(_STDIN)) for name in _READERS),
        *((Anchor(f" {flag}"), _flag) for flag in ("-p", "-P", "-w", "/p:", "/rp ")),
        *(
            (Anchor(flag), _stored)
            for flag in ("--value", "--body", "--secret-string", "--literal", "-b'")
        ),
        *((Anchor(flag), _as_user) for flag in ("-u ", "-u'", '-u"', "--user ", "--user=")),
        (Anchor("send "), _sent),
        *(
            (Anchor(name), _typed)
            for name in ("send-keys ", "type '", 'type "', "input text ", "keystroke ")
        ),
        (Anchor("#key="), _code),
        (Anchor("#k="), _code),
        *((Anchor(flag), _drawn) for flag in (" -k ", " -t ", " -a ", " auth ")),
        (Anchor("?code="), _code),
        (Anchor("&code="), _code),
        (Anchor("?key="), _code),
        (Anchor("&key="), _code),
    ]
    return rules


def _as_list(form: str) -> str:
    """Return an expression for the same command as a list of strings: `["mysql", "-p…"]`."""
    form = form.replace(r"(?<=\s)", "(?<=[\\s\"'])")
    return _GAPS.sub(lambda match: match[1] or _GAP, form)


def _here(text: str, start: int) -> Iterator[Finding]:
    """Judge what a command that wants a secret is given: `vncpasswd -f <<< …`, `--password-file=<(echo …)`."""
    begin = max(text.rfind("\n", max(0, start - 160), start), start - 160, 0)
    match = _GIVEN.match(text, start)
    if match is None or not _WANTS.search(text, begin, start):
        return
    number = match.lastindex or 1
    if not is_placeholder(match[number]) and len(match[number]) >= 4:
        yield Finding(*match.span(number), SECRET, 0.8)


def _flag(text: str, start: int) -> Iterator[Finding]:
    """Judge an option that takes a password in many programs, where another names a user."""
    match = _FLAG.match(text, start)
    if match is None or is_placeholder(match[1]) or match[1].isdigit():
        return
    worded = are_drawn_letters(match[1]) or is_joined(match[1]) or is_passphrase(match[1])
    if not worded and not is_chosen(match[1]):
        return
    if _PORTS.fullmatch(match[1]) or match[1].startswith("-"):
        return
    begin = max(text.rfind("\n", max(0, start - 160), start), start - 160, 0)
    if is_strong(match[1]) or _USER_FLAG.search(text, begin, start):
        yield Finding(*match.span(1), SECRET, 0.75)


def _drawn(text: str, start: int) -> Iterator[Finding]:
    """Judge an option that takes a key or a token in many programs."""
    match = _DRAWN.match(text, start)
    if match and (_UUID.fullmatch(match[1]) or is_random(match[1], 20, 3.3)):
        yield Finding(*match.span(1), SECRET, 0.7)


def _stored(text: str, start: int) -> Iterator[Finding]:
    """Judge what a command puts into a store of secrets."""
    begin = max(text.rfind("\n", max(0, start - 200), start), start - 200, 0)
    match = _STORED.match(text, start)
    if match is None or not _STORE.search(text, begin, start):
        return
    number = match.lastindex or 1
    if len(match[number]) >= 4 and not is_placeholder(match[number]) and match[number][0] != "{":
        yield Finding(*match.span(number), SECRET, 0.85)


def _sent(text: str, start: int) -> Iterator[Finding]:
    """Judge what a script of expect answers to a prompt for a password."""
    match = _SENT.match(text, start)
    number = (match.lastindex or 1) if match else 1
    if match is None or is_placeholder(match[number]):
        return
    asked = _PROMPT.search(text, max(0, start - 160), start)
    if asked or (number == 1 and is_strong(match[1])):
        yield Finding(*match.span(number), SECRET, 0.85)


def _typed(text: str, start: int) -> Iterator[Finding]:
    """Judge what a script types where nobody says what it is."""
    match = _TYPED_BY.match(text, start)
    if match and grade(match[1]):
        yield Finding(*match.span(1), SECRET, 0.7)


def _argument(pattern: re.Pattern[str]) -> Confirm:
    def confirm(text: str, start: int) -> Iterator[Finding]:
        match = pattern.match(text, start)
        if match is None:
            return
        value = match[match.lastindex or 1]
        if not is_placeholder(value) and not _is_plain(value):
            yield Finding(*match.span(match.lastindex or 1), SECRET, 0.85)

    return confirm


def _is_plain(value: str) -> bool:
    """Say whether a value is a word, a number or a flag: `mongo -port`, `auth("read", "orders")`."""
    return (
        (value.isalpha() and not are_drawn_letters(value))
        or value.isdigit()
        or value.startswith("-")
        or "(" in value
        or value in _NO_PASSWORDS
    )


def _piped(pattern: re.Pattern[str]) -> Confirm:
    def confirm(text: str, start: int) -> Iterator[Finding]:
        begin = max(0, start - 400)
        # the anchor of some readers is the pipe itself
        end = start + (text[start] == "|")
        match = pattern.search(text[begin:end])
        if match is not None and not is_placeholder(match[1]):
            yield Finding(begin + match.start(1), begin + match.end(1), SECRET, 0.85)

    return confirm


def _code(text: str, start: int) -> Iterator[Finding]:
    match = _OAUTH_CODE.match(text, start + 1)
    if match is not None and is_random(match[1], 20, 3.3):
        yield Finding(*match.span(1), SECRET, 0.7)
        return
    hook = _HOOK_KEY.match(text, start + 1)
    if hook is None or hook[1].islower() or hook[1].isupper() or is_placeholder(hook[1]):
        return
    if _HOOK.search(text[max(0, start - 160) : start]):
        yield Finding(*hook.span(1), SECRET, 0.75)


def _as_user(text: str, start: int) -> Iterator[Finding]:
    match = _AS_USER.match(text, start)
    if match and is_random(match[1], 16, 3.0) and not is_placeholder(match[1]):
        yield Finding(*match.span(1), SECRET, 0.8)
