"""Whether what a layout puts beside a telling key is its secret: what is assigned, and what is code."""

import re
from typing import Final

from spanveil.redaction._entities import SECRET
from spanveil.redaction.detection._credential_keys import Strength
from spanveil.redaction.detection._finding import Finding
from spanveil.redaction.detection._handed import (
    is_drawn_key,
)
from spanveil.redaction.detection._letters import are_drawn_letters
from spanveil.redaction.detection._marked_keys import is_thing
from spanveil.redaction.detection._value_bounds import begins_next, bounds
from spanveil.redaction.detection._values import (
    UUID,
    is_chosen,
    is_drawn_word,
    is_of_words,
    is_passphrase,
    is_placeholder,
    is_said,
    is_secret,
    is_strong,
    unwrapped,
)

_USER_AND: Final = re.compile(r"[\w.@+-]{1,64}:(?=[^\s/])")
_USER_BEFORE: Final = re.compile(
    r"\b(?:user(?:name)?|login|usr|uid|account|email)\b", re.IGNORECASE
)
# the next field of a connection, or the end of the element
_HOST_AFTER: Final = re.compile(
    r"\s{0,2}\n\s{0,16}(?:host|port|server|database|db|user|username|hostname)\s?[:=]|</(?:pass|pwd)",
    re.IGNORECASE,
)
_ASSIGNMENT: Final = re.compile(
    r"(?:[a-z][a-z0-9_ ]{1,40}|[A-Z][A-Z0-9_ ]{1,40}|[A-Z]?[a-z]{1,20}(?:[A-Z][a-z]{1,20}){0,4})=[^=]",
    re.ASCII,
)
_FILTERED: Final = re.compile(r"\s?(?:-?\}\}|\|)")
# Where a database is, of one that parts a server and a service so
_SERVICE: Final = re.compile(r"[\w.-]{1,64}(?::[0-9]{2,5})?/[\w.$-]{1,64}")
_HALVES: Final = re.compile(r"[0-9]{3}[ -][0-9]{3}(?![\w-])")
_TURN: Final = 160
_SECOND: Final = re.compile(r"\\{0,7}[\"']\s?,\s?[bru]?\\{0,7}[\"']")
_IS_KEY: Final = re.compile(r"\\{0,7}[\"']\s?[:=]")
# A variable of an environment and a header, whose UUID is hardly the identifier of a thing
_OF_SERVICE: Final = re.compile(
    r"[A-Z][A-Z0-9_]{1,38}_(?:KEY|PAT|AUTH|LICENSE)|(?:[xX]-)(?:[A-Za-z0-9]{1,20}-){1,3}(?:[kK]ey|[aA]uth)"
)
_UUID: Final = re.compile(UUID, re.IGNORECASE)
_AROUND: Final = 60
_BEFORE_PARAMETER: Final = frozenset({"", "\n", "?", "&", ";"})
_BRACED: Final = re.compile(r"\{([^{}\s\"']{4,128})\}")
_RADIUS: Final = re.compile(r"\bclient\s[\w.:/-]{1,64}\s{0,4}\{[^{}]{0,120}$")
_TRIPLE: Final = ('"' * 3, "'" * 3)
_PLAIN: Final = 6
"""The fewest letters of a password that are nothing but letters."""


def judge_assigned(
    text: str, strength: Strength, key: str, key_start: int, match: re.Match[str]
) -> Finding | None:
    """Return the value of an assignment, of an argument or of a cell if it is the key's secret.

    Args:
        text: The text.
        strength: What the key says.
        key: The key.
        key_start: Where it begins.
        match: What ``VALUE`` matched behind it.
    """
    separator = match["sep"]
    if not separator.strip() and match["b"] and not text.startswith("--", key_start):
        return None  # words that follow a key by chance
    start, end, quoted = bounds(text, match)
    if not quoted and begins_next(text, match):
        return None  # nothing is assigned
    value = text[start:end]
    if value[:1] == "@" and text[key_start - 1 : key_start] == "<" and separator[:1] == ">":
        return None  # the host behind a stand-in: `<user>:<password>@host`
    if strength == "pin":
        if not quoted and (halves := _HALVES.match(text, start)):
            return Finding(*halves.span(), SECRET, 0.85)
        value = value.rstrip("#*")
        end = start + len(value)
    if key == "PWD" and value.startswith("/"):
        return None  # where a shell is
    if key[-3:].lower() == "dsn" and _SERVICE.fullmatch(value):
        return None
    if quoted and separator[0] == "(" and _SECOND.match(text, end):
        return None  # a user's name, and the secret is the next argument
    if quoted and not separator.strip(" ,") and _IS_KEY.match(text, end):
        return None  # the next key of a map, or of a call
    if "\n" in separator and text[key_start - 1 : key_start] == "/":
        return None  # the name of a file, and what is in it
    if quoted and "\n" in separator and text[start - 3 : start] in _TRIPLE:
        return None  # what a function says of itself
    if ("," in separator or "|" in separator) and value.replace(" ", "").replace("-", "").isalpha():
        drawn = strength == "password" and quoted and "," in separator
        if drawn and (are_drawn_letters(value) or is_passphrase(value)):
            return Finding(start, end, SECRET, 0.8)
        return None  # the head of the next column
    if not value.strip("-|:+= "):
        return None  # the line under a head
    if quoted and value[:1] in ";,)]" and value[1:2] in {" ", ""}:
        return None  # code between two strings
    if quoted and value.startswith(" "):
        return None  # the quote that ended another string
    if not quoted and value.endswith(("(", "[")) and text[end : end + 1] in {'"', "'"}:
        return None  # a call or an index
    if not quoted and (separator == "]" or separator[0] == "?") and not is_chosen(value):
        return None
    if not quoted and separator.strip(" ?:>]").isalpha() and not is_said(strength, value, quoted):
        return None  # a sentence about the thing
    if strength == "weak" and ("auth" in key.lower() or "basic" in key.lower()):
        return _login(value, start, quoted, "=" in separator)
    if not quoted and "|" in separator and _FILTERED.match(text, end) and not is_drawn_key(value):
        return None  # a filter of a template
    if not quoted and strength == "token" and _ASSIGNMENT.match(value):
        return None  # another key, which is judged by itself
    # A parameter of an address or of a connection, and a line of a file of settings: no program
    parameter = separator == "=" and text[key_start - 1 : key_start] in _BEFORE_PARAMETER
    if parameter and not quoted and value[:1] == "{" and (braced := _BRACED.match(text, start)):
        # as ODBC and JDBC take a value whatever is in it
        if strength == "password" and is_drawn_word(braced[1]):
            return Finding(*braced.span(1), SECRET, 0.85)
        return None
    shared = strength == "token" and key == "secret" and _is_of_radius(text, key_start)
    strength = "password" if shared else strength
    if (parameter or shared) and strength == "password" and is_of_words(value):
        return Finding(start, end, SECRET, 0.8)
    inner = unwrapped(value)
    start, value = start + value.find(inner), inner
    end = start + len(inner)
    # A key's `word: Word` in a type or a schema is quoted or not; a random value needs no quotes.
    # Only a word of letters alone has to be assigned, or be beside a user.
    assigned = "=" in separator or (
        strength == "password"
        and len(value) >= _PLAIN
        and value[:_PLAIN].isalpha()
        and bool(
            _USER_BEFORE.search(text, max(0, key_start - _AROUND), key_start)
            or _HOST_AFTER.match(text, end)
        )
    )
    # Nothing is a name in code beside a variable of a shell.
    quoted = quoted or (separator == "=" and key.isupper())
    if is_secret(strength, value, quoted=quoted, assigned=assigned):
        return Finding(start, end, SECRET, 0.85)
    if is_uuid_of_service(strength, key, value):
        return Finding(start, end, SECRET, 0.7)
    return None


def is_uuid_of_service(strength: Strength, key: str, value: str) -> bool:
    """Say whether a value is a UUID, and its key so written that it is hardly the identifier of a thing."""
    return (
        strength == "weak"
        and _OF_SERVICE.fullmatch(key) is not None
        and _UUID.fullmatch(value) is not None
        and not is_thing(key)
    )


def _is_of_radius(text: str, key_start: int) -> bool:
    """Say whether a key is in what a RADIUS server has on a client, which shares a password with it."""
    return _RADIUS.search(text, max(0, key_start - _TURN), key_start) is not None


def _login(value: str, start: int, quoted: bool, assigned: bool) -> Finding | None:
    """Judge what a key for the way to log in has: `basic_auth = bob:8npq4gTx`, or a token."""
    after = _USER_AND.match(value)
    if after and not is_placeholder(value[after.end() :]):
        secret = value[after.end() :]
        if is_chosen(secret) or (quoted and len(secret) >= 8 and " " not in secret):
            return Finding(start + after.end(), start + len(value), SECRET, 0.8)
    if is_secret("weak", value, quoted=quoted, assigned=assigned) or (
        assigned and is_strong(value) and not is_placeholder(value)
    ):
        return Finding(start, start + len(value), SECRET, 0.75)
    return None
