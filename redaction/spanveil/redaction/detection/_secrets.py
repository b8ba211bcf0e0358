"""Secrets: every rule, and the two that belong to no family: tokens and credentials in URLs."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from spanveil.redaction._entities import SECRET
from spanveil.redaction.detection._assigned import assigned_rules
from spanveil.redaction.detection._calls import call_rules
from spanveil.redaction.detection._commands import command_rules
from spanveil.redaction.detection._containers import container_rules
from spanveil.redaction.detection._doors import door_rules
from spanveil.redaction.detection._finding import Confirm, Finding
from spanveil.redaction.detection._logins import login_rules
from spanveil.redaction.detection._one_time import code_rules
from spanveil.redaction.detection._one_time_abroad import abroad_code_rules
from spanveil.redaction.detection._password_files import password_file_rules
from spanveil.redaction.detection._phrases import phrase_rules
from spanveil.redaction.detection._requests import request_rules
from spanveil.redaction.detection._scanner import Anchor
from spanveil.redaction.detection._talk import talk_rules
from spanveil.redaction.detection._tokens import TOKENS, CompiledToken, compile_tokens, starts_token
from spanveil.redaction.detection._values import is_documented, is_elided, is_random

_USERINFO: Final = re.compile(
    r"([^\s:/@\"'<>\\]{0,128}|[^\s:/@\"'<>\\]{1,64}@[\w.-]{1,64}(?=:(?![0-9]{2,5}[/@]))):([^\s\"'<>\\]{1,256})@(?=[\w\[*])"
)
_TOKENINFO: Final = re.compile(r"([A-Za-z0-9_=+/%.~!-]{6,256})@(?=[\w\[])", re.ASCII)
# How manuals write the form of an address.
_SHOWN: Final = re.compile(
    r"(?:user(?:name)?|login):(?:pass(?:word|wd)?|pwd)@(?:host(?:name)?|server|domain)(?![\w.-])",
    re.IGNORECASE,
)
# Schemes whose user is the password.
_PROXIES: Final = ("trojan", "ss", "vless", "hysteria", "hysteria2", "hy2", "tuic", "anytls")
_ORACLE: Final = re.compile(r"thin:[\w.$-]{1,64}/([^\s\"'@\\]{3,128})@")


@cache
def secret_rules() -> list[tuple[Anchor, Confirm]]:
    """Return every rule for secrets, each with the anchor that it needs; made once."""
    rules: list[tuple[Anchor, Confirm]] = [
        (Anchor(rule.anchor), _token(compiled))
        for rule, compiled in zip(TOKENS, compile_tokens(), strict=True)
    ]
    rules += [(Anchor("://"), _url_credentials), (Anchor("thin:"), _oracle)]
    return [
        *rules,
        *assigned_rules(),
        *password_file_rules(),
        *command_rules(),
        *container_rules(),
        *login_rules(),
        *call_rules(),
        *request_rules(),
        *code_rules(),
        *abroad_code_rules(),
        *talk_rules(),
        *door_rules(),
        *phrase_rules(),
    ]


def _token(rule: CompiledToken) -> Confirm:
    def confirm(text: str, start: int) -> Iterator[Finding]:
        start -= rule.lead
        if start < 0 or not (rule.public_anchor or starts_token(text, start)):
            return
        match = rule.pattern.match(text, start)
        # Twitter's begin with a row of one letter
        if match and not is_documented(match[rule.group].lstrip("A")):
            yield Finding(*match.span(rule.group), SECRET, 0.95)

    return confirm


def _url_credentials(text: str, start: int) -> Iterator[Finding]:
    after = start + 3
    if match := _USERINFO.match(text, after):
        if not is_elided(match[2]) and not _SHOWN.match(text, after):
            yield Finding(*match.span(2), SECRET, 0.95)
    elif match := _TOKENINFO.match(text, after):
        proxied = text[max(0, start - 9) : start].lower().endswith(_PROXIES)
        if is_random(match[1], 16, 3.0) or (proxied and not is_elided(match[1])):
            yield Finding(*match.span(1), SECRET, 0.95)


def _oracle(text: str, start: int) -> Iterator[Finding]:
    if match := _ORACLE.match(text, start):
        yield Finding(*match.span(1), SECRET, 0.9)
