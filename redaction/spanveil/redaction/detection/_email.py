"""E-mail addresses."""

import re
from collections.abc import Iterable
from typing import Final

from spanveil.redaction.detection._finding import Confirm, Finding, found_at
from spanveil.redaction.detection._scanner import Anchor

_LOCAL: Final = re.compile(r"[\w.!#$%&'*+=?^`{|}~-]{1,64}")
_DOMAIN: Final = re.compile(
    r"(?:[^\W_][\w-]{0,62}+(?<![_-])\.){1,8}(?:xn--[a-z0-9-]{2,59}|[^\W\d_]{2,24})(?![\w@])"
)
_NO_TLD: Final = frozenset(
    {"png", "jpg", "jpeg", "gif", "svg", "webp", "js", "css", "tar", "zip", "whl", "html", "json"}
)


def email_rules() -> list[tuple[Anchor, Confirm]]:
    """Return the rules for addresses, as they are written and percent-encoded."""
    return [(Anchor(sign), _address(len(sign))) for sign in ("@", "%40")]


def _address(sign: int) -> Confirm:
    match_domain, match_local = _DOMAIN.match, _LOCAL.match

    def confirm(text: str, at: int) -> Iterable[Finding]:
        domain = match_domain(text, at + sign)
        if domain is None:
            return ()
        before = text[at - 64 if at > 64 else 0 : at]
        local = match_local(before[::-1])
        if local is None:
            return ()
        end, length = domain.end(), local.end()
        start = at - length
        # A `\n` of a JSON text, or a query's `key=`, is no part of the address.
        if start and length > 1 and text[start - 1] == "\\" and text[start] in "nrt":
            start += 1
        if "=" in before:
            start = max(start, text.rfind("=", start, at) + 1)
        while start < at and text[start] in "'`.*{|":
            start += 1
        if start < at and text[text.rfind(".", at, end) + 1 : end].lower() not in _NO_TLD:
            return (found_at((start, end, "EMAIL_ADDRESS", 1.0)),)
        return ()

    return confirm
