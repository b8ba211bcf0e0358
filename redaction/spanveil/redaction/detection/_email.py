"""E-mail addresses."""

import re
from collections.abc import Callable, Iterable
from typing import Final

from spanveil.redaction.detection._finding import Finding
from spanveil.redaction.detection._scanner import Anchor

Confirm = Callable[[str, int], Iterable[Finding]]

_LOCAL: Final = re.compile(r"[\w.!#$%&'*+=?^`{|}~-]{1,64}")
_DOMAIN: Final = re.compile(
    r"(?:[^\W_][\w-]{0,62}+(?<![_-])\.){1,8}(?:xn--[a-z0-9-]{2,59}|[^\W\d_]{2,24})(?![\w@])"
)
_NO_TLD: Final = frozenset(
    {"png", "jpg", "jpeg", "gif", "svg", "webp", "js", "css", "tar", "zip", "whl", "html", "json"}
)


def email_rules() -> list[tuple[Anchor, Confirm]]:
    """Return the rules for addresses, as they are written and percent-encoded."""
    return [(Anchor("@"), _email), (Anchor("%40"), _encoded_email)]


def _email(text: str, at: int) -> Iterable[Finding]:
    return _address(text, at, at + 1)


def _encoded_email(text: str, at: int) -> Iterable[Finding]:
    return _address(text, at, at + 3)


def _address(text: str, at: int, after: int) -> Iterable[Finding]:
    domain = _DOMAIN.match(text, after)
    if domain is None:
        return ()
    local = _LOCAL.match(text[max(0, at - 64) : at][::-1])
    if local is None:
        return ()
    start = at - local.end()
    # A `\n` of a JSON text, or a query's `key=`, is no part of the address.
    if start and text[start - 1] == "\\" and text[start] in "nrt" and at - start > 1:
        start += 1
    start = max(start, text.rfind("=", start, at) + 1)
    while start < at and text[start] in "'`.*{|":
        start += 1
    end = domain.end()
    if start < at and text[text.rfind(".", after, end) + 1 : end].lower() not in _NO_TLD:
        return (Finding(start, end, "EMAIL_ADDRESS", 1.0),)
    return ()
