"""Secrets in headers of requests: of any scheme of `Authorization`, and in any cookie."""

import re
from collections.abc import Iterator
from typing import Final

from spanveil.redaction._entities import SECRET
from spanveil.redaction.detection._finding import Confirm, Finding
from spanveil.redaction.detection._scanner import Anchor
from spanveil.redaction.detection._values import is_placeholder, is_random
from spanveil.redaction.detection._work import spend_row

_Q: Final = r"\\{0,7}[\"'`]"
# RFC 9110, 11.6.2: a scheme, then a token or parameters
_AUTHORIZATION: Final = re.compile(
    rf"uthorization(?:{_Q})?\s?[:=,]\s?(?:{_Q})?(?:value{_Q}\s?:\s?{_Q})?[A-Za-z][\w-]{{1,24}}\s{{1,2}}([A-Za-z0-9_.~+/=:-]{{8,4096}})"
)
# as clients of REST write it: a user's name and a password, not yet encoded
_BASIC: Final = re.compile(
    r"uthorization\s?:\s?Basic\s[\w.@-]{1,64}[ :]([^\s\"'{}<>]{4,128})(?=\s|$)"
)
_PARAMETER: Final = re.compile(
    r"\b(?:mac|response|signature|token|password|secret|nonce_mac|oauth_\w{1,16})=\\{0,7}\"([^\"\\\n]{12,2048})"
)
_UUID: Final = re.compile(r"[\w!.@-]{0,40}=?[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_COOKIE: Final = re.compile(r"\s{0,2}([\w.$-]{1,64})=([^\s;\"'\\,]{1,4096});?")
_MEASURING: Final = (
    "_g",
    "_fb",
    "_hj",
    "__utm",
    "_pk",
    "amplitude",
    "optimizely",
    "intercom-id",
    "ajs_",
)
_PROTOCOL: Final = re.compile(r"Protocol:\s?[\w.-]{1,40},\s?([A-Za-z0-9_.-]{20,2048})")


def request_rules() -> list[tuple[Anchor, Confirm]]:
    """Return the rules, each with the anchor that it needs."""
    return [
        (Anchor("uthorization"), _authorization),
        (Anchor("ookie: "), _cookies),
        (Anchor("Protocol: "), _protocol),
    ]


def _authorization(text: str, start: int) -> Iterator[Finding]:
    if (match := _BASIC.match(text, start)) and not is_placeholder(match[1]):
        yield Finding(*match.span(1), SECRET, 0.9)
    match = _AUTHORIZATION.match(text, start)
    if match is None:
        return
    value = match[1]
    whole = "=" not in value.rstrip("=") and is_random(value, 16, 3.0)
    if not is_placeholder(value) and (whole or _UUID.fullmatch(value)):
        yield Finding(*match.span(1), SECRET, 0.9)
        return
    for parameter in _PARAMETER.finditer(text, match.start(1), match.start(1) + 1_000):
        yield Finding(*parameter.span(1), SECRET, 0.85)


def _cookies(text: str, start: int) -> Iterator[Finding]:
    place = start + len("ookie: ")
    while (match := _COOKIE.match(text, place)) is not None:
        spend_row(match.end() - place)
        name, value = match[1].lower(), match[2]
        if not name.startswith(_MEASURING) and is_random(value, 20, 3.3):
            yield Finding(*match.span(2), SECRET, 0.8)
        place = match.end()


def _protocol(text: str, start: int) -> Iterator[Finding]:
    match = _PROTOCOL.match(text, start)
    if match and is_random(match[1], 20, 3.3):
        yield Finding(*match.span(1), SECRET, 0.8)
