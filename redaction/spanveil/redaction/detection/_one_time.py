"""Codes that are good once: `481 920 is your code`, `Use 481920 to verify`, `code: 481920 (2FA)`."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from spanveil.redaction._entities import SECRET
from spanveil.redaction.detection._finding import Finding
from spanveil.redaction.detection._scanner import Anchor

Confirm = Callable[[str, int], Iterator[Finding]]

_CODE: Final = r"((?:[A-Z]-)?(?:[0-9]{3}[ -][0-9]{3}|[0-9]{4,8}))(?![\w.%-])"
_AFTER: Final = re.compile(
    r"(?:code is|code:|code -|codice di \w{1,12}|zugangscode|best.tigungscode|code secret|code de \w{1,12}|pin-code)"
    r"\s{0,2}(?:is|ist|est|es|\u00e8|:|=)?\s{0,2}[*`\"]{0,2}" + _CODE, re.IGNORECASE
)  # fmt: skip
_BEFORE: Final = re.compile(r"(?<![\w.-])" + _CODE + r"[*`\"]{0,2}\s{1,2}$")
_TELLING: Final = re.compile(
    r"2fa|mfa|otp|verif|authent|log[ -]?in|sign[ -]?in|one[- ]time|confirm|security|your code|<#>|do not share|don't share|expires",
    re.IGNORECASE,
)
_WHOSE: Final = re.compile(
    r"is your [\w ]{0,40}?(?:code|otp|pin|password|passcode)\b", re.IGNORECASE
)
_AROUND: Final = 60


def code_rules() -> list[tuple[Anchor, Confirm]]:
    """Return the rules, each with the anchor that it needs."""
    rules: list[tuple[Anchor, Confirm]] = [
        (Anchor(name, caseless=True), _after(told=False))
        for name in ("code is", "code: ", "code - ")
    ]
    rules += [
        (Anchor(name, caseless=True), _after(told=True))
        for name in (
            "codice di ",
            "zugangscode",
            "code secret",
            "code de ",
            "tigungscode",
            "pin-code",
        )
    ]
    rules.append((Anchor("is your ", caseless=True), _before(_WHOSE)))
    rules += [
        (Anchor(name), _before(None))
        for name in ("to verify", "to log in", "to sign in", "to confirm")
    ]
    return rules


def _after(*, told: bool) -> Confirm:
    def confirm(text: str, start: int) -> Iterator[Finding]:
        match = _AFTER.match(text, start)
        if match is None:
            return
        if told or _TELLING.search(text, max(0, start - _AROUND), match.end() + _AROUND):
            yield Finding(*match.span(1), SECRET, 0.75)

    return confirm


def _before(what: re.Pattern[str] | None) -> Confirm:
    def confirm(text: str, start: int) -> Iterator[Finding]:
        begin = max(0, start - 16)
        match = _BEFORE.search(text[begin:start])
        if match and (what is None or what.match(text, start)):
            yield Finding(begin + match.start(1), begin + match.end(1), SECRET, 0.75)

    return confirm
