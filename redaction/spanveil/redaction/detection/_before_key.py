"""Secrets told before their key: `"value": "…", "name": "password"`, `use … as the password`."""

import re
from collections.abc import Iterator
from typing import Final

from spanveil.redaction._entities import SECRET
from spanveil.redaction.detection._credential_keys import Strength
from spanveil.redaction.detection._finding import Finding
from spanveil.redaction.detection._layouts import Q
from spanveil.redaction.detection._values import (
    is_chosen,
    is_random,
    is_said,
    is_secret,
    is_strong,
)

# A value before its name: `"value": "…", "name": "password"`, `set("…", forKey: "token")`
_NAMED_AFTER: Final = re.compile(
    rf"(?:\b(?:[vV]al(?:ue)?|text|content|input){Q}?\s?[:=]\s?|\(){Q}([^\"'\\\n]{{1,100}}){Q}\s?(?:,\s?|\s)(?:(?:WHERE|where)\s)?"
    rf"(?:{Q}?(?:name|key|field|id|label|type|selector|element|target|placeholder){Q}?\s?[:=]|forKey:)\s?{Q}(?:[\w-]{{0,16}}[#.])?(?:[\w-]{{0,16}}\[[a-z-]{{2,16}}[*^$]?={Q}?)?$"
)
# What a command or an expression that names a secret printed
_COMMAND_GOES_ON: Final = 120
_SHOWN: Final = re.compile(
    rf"[^\n]{{0,{_COMMAND_GOES_ON}}}\n"
    r"(?:Out\[[0-9]{1,4}\]: )?[\"']?([^\s\"'`<>]{4,512})[\"']?[ \t]{0,4}(?=\n|$)"
)
_COMMAND: Final = re.compile(
    r"(?:(?:\([\w.-]{1,20}\) )?[\w@.:~/-]{0,60}[$#] |>>> |In \[[0-9]{1,4}\]: "
    r"|(?:sudo )?(?:kubectl|aws|az|gcloud|op|bw|pass|gopass|security|vault|argocd|terraform|pulumi|cat|grep|lpass|sops|"
    r"doppler|heroku|oc|consul|docker|chamber|credstash|keyring|secret-tool|defaults|awk|psql|mysql|redis-cli)\s)"
)
_REMARK: Final = r"(?:#|//|--|/\*)[ ]?(?:[\w-]{1,16}[ ]){0,2}$"
_COMMENT: Final = re.compile(r"\s" + _REMARK)
_COMMENTED: Final = re.compile(r"([^\s\"'`=,;]{6,100})[\"'`]?[;,)]{0,2}\s{1,4}" + _REMARK)
_TYPED_AT: Final = re.compile(
    r"\b(?:enter|type|use|try|send)\s[\"'`]?([^\s\"'`]{6,100})[\"'`]?\s(?:when|if|once|at|as)\s(?:[\w']{1,12}\s){0,6}$",
    re.IGNORECASE,
)
_AS: Final = r"\s(?:as|is|for|=)\s(?:the\s|my\s|your\s|our\s|a\s|an\s)?(?:[\w-]{1,16}\s){0,2}$"
_USE: Final = re.compile(_AS)
_USED_AS: Final = re.compile(r"([^\s\"'`]{6,256})[\"'`]?" + _AS)
# COBOL, AppleScript and their like
_MOVED: Final = re.compile(
    r"\b(?:move|put|store|copy|set)\s[\"']([^\"'\n]{4,100})[\"']\s(?:to|into|in)\s$", re.IGNORECASE
)
_ORDERS: Final = ("enter", "type", "use", "try", "send")
_AROUND: Final = 120
# the name of a secret may be a path: `"value": "…", "name": "prod/db/password"`
_PATH_OF_NAME: Final = re.compile(r"(?<=[\"'])[\w-]{1,32}(?:[/.][\w-]{1,32}){0,4}[/.]$")
_USE_LENGTH: Final = 48
"""``_AS`` matches no more than 46 characters, ``_COMMENT`` no more than 38."""

_NEAR: Final = 30
_QUOTES: Final = frozenset("\"'")
_BEFORE_NAME: Final = frozenset("\"'#=")
_NAMING: Final = (
    *(
        "name",
        "key",
        "field",
        "id",
        "label",
        "type",
        "selector",
        "element",
        "target",
        "placeholder",
    ),
    "forKey",
)
_CALLED: Final = ("al", "(", "text", "content", "input")


def told_before(text: str, strength: Strength, key_start: int, key_end: int) -> Iterator[Finding]:
    """Yield the secret that stands before a key, or that a command which has the key printed.

    Each expression is tried only where a part of it that is quickly looked up stands.

    Args:
        text: The text.
        strength: What the key says.
        key_start: Where the key begins.
        key_end: Where it ends.
    """
    begin = max(0, key_start - _AROUND)
    before = text[begin:key_start]
    if before[-1:] in {"/", "."} and (path := _PATH_OF_NAME.search(before)):
        key_start -= len(path[0])
        before = before[: -len(path[0])]
    if before[-1:] in _BEFORE_NAME:
        told = _may_be_named(before) and any(map(before.__contains__, _CALLED))
        match = _NAMED_AFTER.search(before) if told else None
        if match and is_secret(strength, match[1], quoted=True, assigned=True):
            yield Finding(begin + match.start(1), begin + match.end(1), SECRET, 0.8)
        return
    if before[-3:].lower() in {"to ", "in "} and (match := _MOVED.search(before)):
        if is_secret(strength, match[1], quoted=True, assigned=True):
            yield Finding(begin + match.start(1), begin + match.end(1), SECRET, 0.8)
        return
    # A command has printed nothing where its line goes on.
    ends = text.find("\n", key_end, key_end + _COMMAND_GOES_ON + 1) >= 0
    command = ends and _COMMAND.match(before.rpartition("\n")[2])
    shown = _SHOWN.match(text, key_end) if command else None
    if shown and (is_chosen(shown[1]) or is_random(shown[1], 16, 3.0)):
        yield Finding(*shown.span(1), SECRET, 0.75)
        return
    near = before[-_NEAR:]
    if (
        ("#" in near or "//" in near or "-- " in near or "/*" in near)
        and _COMMENT.search(before[-_USE_LENGTH:])
        and (match := _COMMENTED.search(before))
    ):
        if is_strong(match[1]) or is_random(match[1], 32 if strength == "password" else 16, 3.0):
            yield Finding(begin + match.start(1), begin + match.end(1), SECRET, 0.7)
        return
    if not before[-1:].isspace():
        return
    turns = " at " in before or " as " in before or " if " in before
    if (
        (turns or " when " in before or " once " in before)
        and any(map(before.casefold().__contains__, _ORDERS))
        and (match := _TYPED_AT.search(before))
    ):
        if is_said(strength, match[1], False):
            yield Finding(begin + match.start(1), begin + match.end(1), SECRET, 0.75)
        return
    # Without such a word the whole would be tried from each character to each.
    near = before[-_USE_LENGTH:]
    if not ("as" in near or "is" in near or "for" in near or "=" in near):
        return
    if _USE.search(near) and (match := _USED_AS.search(before)):
        start, end = (begin + place for place in match.span(1))
        if is_said(strength, text[start:end], False):
            yield Finding(start, end, SECRET, 0.75)


def _may_be_named(before: str) -> bool:
    """Say whether ``_NAMED_AFTER`` may match: before the quote stands a colon behind one of its words."""
    if before[-1] not in _QUOTES:
        return True
    joined = before[:-1].rstrip("\\").rstrip()
    if joined[-1:] != ":":
        return joined[-1:] == "="
    return joined[:-1].rstrip().rstrip("\"'`").rstrip("\\").endswith(_NAMING)
