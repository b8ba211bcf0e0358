"""W3C Baggage, read and written by allowlist.

The stock reader decodes keys (so that `tenant%2Eid` becomes `tenant.id`), reads only the first of
several headers, logs what it cannot read, and splits with an expression that is quadratic in runs
of spaces. This one looks keys up as they are, counts all headers together, logs nothing and is
linear.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Final
from urllib.parse import quote, unquote

MAX_BYTES: Final = 8192
"""Of all headers together (W3C Baggage, section 3.3.2: at least what a platform must propagate)."""
MAX_MEMBERS: Final = 64
"""Of all headers together (likewise)."""
MAX_VALUE: Final = 256
"""Characters of one decoded value; patterns are matched against no more."""

_OWS: Final = " \t"
_BROKEN_ESCAPE: Final = re.compile(r"%(?![0-9A-Fa-f]{2})")
# baggage-octet of W3C Baggage, section 3.3.1.1, less the percent sign that quote() adds itself.
_SAFE: Final = "!#$&'()*+-./:<=>?@[]^_`{|}~"


def parse_baggage(headers: Iterable[str], allowed: Mapping[str, re.Pattern[str]]) -> dict[str, str]:
    """Read the allowlisted members of baggage headers.

    Args:
        headers: The values of every ``baggage`` header, in order.
        allowed: Keys, and the pattern that a whole decoded value has to match.

    Returns:
        At most one value a key: the first member with that key decides, also if it is not valid.
        Nothing at all where the headers exceed a limit, since a cut list is not to be believed.
    """
    values = list(headers)
    if not allowed or not values:
        return {}
    size = members = 0
    for value in values:
        size += len(value) + 1
        if size > MAX_BYTES + 1:
            return {}
        members += value.count(",") + 1
    if members > MAX_MEMBERS:
        return {}
    found: dict[str, str | None] = {}
    for value in values:
        if not any(key in value for key in allowed):
            continue
        for member in value.split(","):
            key, equals, rest = member.partition("=")
            key = key.strip(_OWS)
            if equals and key in allowed and key not in found:
                found[key] = _value(rest, allowed[key])
    return {key: text for key, text in found.items() if text is not None}


def _value(text: str, pattern: re.Pattern[str]) -> str | None:
    text = text.partition(";")[0].strip(_OWS)  # properties are dropped
    if not text or len(text) > 3 * MAX_VALUE or not text.isascii():
        return None
    if "%" in text:
        if _BROKEN_ESCAPE.search(text):
            return None
        try:
            text = unquote(text, errors="strict")
        except UnicodeDecodeError:
            return None
    return text if valid_value(text, pattern) else None


def valid_value(text: object, pattern: re.Pattern[str]) -> bool:
    """Tell whether a decoded value may pass: short, printable, and matched as a whole."""
    return (
        isinstance(text, str)
        and len(text) <= MAX_VALUE
        and text.isprintable()
        and pattern.fullmatch(text) is not None
    )


def format_baggage(members: Mapping[str, str]) -> str:
    """Write members as one header value.

    >>> format_baggage({"tier": "gold", "label": "a b"})
    'tier=gold,label=a%20b'
    """
    return ",".join(f"{key}={quote(value, safe=_SAFE)}" for key, value in members.items())
