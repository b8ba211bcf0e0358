"""What a key that is nothing but `key` is the key of: by the word before it, and by what is around it."""

import re
from typing import Final

from spanveil.redaction.detection._credential_keys import Strength, judge_key
from spanveil.redaction.detection._handed import (
    is_derived,
    is_drawn_key,
    is_of_client,
    names_a_thing,
)
from spanveil.redaction.detection._marked_keys import is_thing

# The word before a bare `key`: `the api key is`.
_WORD_BEFORE: Final = re.compile(r"[ ]([A-Za-z0-9_-]{2,20})", re.ASCII)
# Words that tell what a key is looked up or kept for: `cache miss for key 3f2a…`
_OF_NONE: Final = frozenset({
    *("for", "of", "by", "per", "each", "every", "same", "duplicate", "get", "set", "del", "under"),
    *("public", "redis", "kafka", "offset", "s3", "memcached", "translation"),
})  # fmt: skip
# What a bare `key` is the key of: its parent, its section or its table.
_PARENT: Final = re.compile(
    r"(?:(?P<p>wi-?fi|wlan|wireless|\bwep)|\baccount\s?=\s?\S{1,40}|crypt|secur|\bauth|\bapi\b|signing|cipher|secret|token|hmac|jwt|cluster|gossip|rndc|username)"
    r"[^;{}]{0,12}[^;]{0,40}$", re.IGNORECASE
)  # fmt: skip
_PARENT_WORDS: Final = (
    *("fi", "wlan", "wireless", "wep", "crypt", "secur", "auth", "api", "signing", "cipher"),
    *("secret", "token", "hmac", "jwt", "cluster", "gossip", "rndc", "username", "account"),
)
# What is done with a bare `key` a line later
_TAKES_KEY: Final = re.compile(
    r"\b(?:AES|DES3?|Fernet|ChaCha20\w{0,12}|Cipher|createCipheriv|createHmac|hmac\.new|HMAC|jwt\.\w{3,8}|SecretBox|aesgcm|AESGCM|crypto)\b[^\n]{0,40}\bkey\b"
)
_TAKING: Final = (
    *("AES", "DES", "Fernet", "ChaCha20", "Cipher", "createHmac", "hmac.new", "HMAC", "jwt."),
    *("SecretBox", "aesgcm", "crypto"),
)
_KEY_FOR: Final = re.compile(r"\s(?:for|to|of)\s[\w .'-]{2,40}(?::|\sis)\s")
# The same where nothing but a service is beside it: an argument of a call that makes a client, what a section or a
# resource of a service has, the fields beside it
_OF_CLIENT: Final = re.compile(
    r"(?<![\w.])(?P<made>[A-Z][a-z]\w{1,38}|(?:[a-z]\w{1,30}\.){1,2}[A-Z]\w{1,38})\(\s{0,4}\{?\s{0,8}(?:\w{1,24}\s?[:=]\s?(?:\\{0,7}[\"'][^\"'\n]{0,80}[\"']|[\w.]{1,24}),\s{0,8}){0,3}$"
    r"|\bconfig\s:(?P<app>[a-z]\w{1,30}),\s{0,8}(?:\w{1,24}:\s[^\n,]{1,60},\s{0,8}){0,3}$"
    r"|(?:^|\n)\[[\"']?(?P<of>[\w.-]{2,40})[\"']?\]\n(?:[\w.-]{1,40}\s?=[^\n]{0,60}\n){0,3}$"
    r"|(?:resource|provider|module)\s\"(?P<kind>[\w-]{2,40})\"[^{}]{0,60}\{\s{1,12}(?:\w{1,40}\s{0,12}=[^\n]{0,60}\n\s{0,8}){0,3}$"
)
_BESIDE_KEY: Final = re.compile(
    r"(?<![a-z])(?:service|provider|vendor|integration|plugin|connector|gateway|endpoint|(?:base_?|api_?)?url|region|host|timeout|retries|enabled|client_id)\\{0,7}[\"']?\s?[:=]",
    re.IGNORECASE,
)
_BESIDE_DIGEST: Final = re.compile(
    r"(?<![a-z])(?:service|provider|vendor|integration|connector|client_id|base_?url)\\{0,7}[\"']?\s?[:=]",
    re.IGNORECASE,
)
# What has a key to be found by
_KEPT: Final = re.compile(
    r"(?<![a-z])(?:hits?|miss|ttl|status|size|etag|value|bucket|cached?|expires)(?![a-z])",
    re.IGNORECASE,
)
_DRAWN_VALUE: Final = re.compile(
    r"[\]\"']{0,2}\s{0,12}(?:=>|[=:])\s{0,4}\\{0,7}[\"']?([A-Za-z0-9_-]{20,200}|(?=[^a-z]{0,40}[a-z])(?=[^A-Z]{0,40}[A-Z])[A-Za-z0-9+/]{40,200}={0,2})(?![\w/.+-])"
)
_LONG: Final = re.compile(r"[\]\"']{0,2}(?:\s{0,12}(?:=>|[=:])|\s)\s{0,4}[^\s]{8}")
_TURN: Final = 160
_AROUND: Final = 60
_AROUND_KEY: Final = 120


def of_bare(text: str, key: str, key_start: int, key_end: int) -> Strength:
    """Say how strongly a bare key tells, by what it is the key of.

    Args:
        text: The text.
        key: The key as it is written, `key` or `keys`.
        key_start: Where it begins.
        key_end: Where it ends.
    """
    match = _WORD_BEFORE.match(text[max(0, key_start - 24) : key_start][::-1])
    word = match[1][::-1] if match else ""
    if word.lower() in _OF_NONE:
        return "none"
    strength = judge_key(f"{word}_{key}") if word else "none"
    if strength == "none" and _KEY_FOR.match(text, key_end):
        strength = "weak"
    if strength == "none" and _LONG.match(text, key_end):
        strength = _of_parent(text, key_start)
        if strength == "none" and any(map(text[key_end : key_end + _TURN].__contains__, _TAKING)):
            strength = "weak" if _TAKES_KEY.search(text, key_end, key_end + _TURN) else "none"
        if strength == "none" and _is_of_service(text, key_start, key_end):
            strength = "weak"
    return strength


def _of_parent(text: str, key_start: int) -> Strength:
    window = text[max(0, key_start - 80) : key_start]
    lower = window.lower()
    if not any(map(lower.__contains__, _PARENT_WORDS)):
        return "none"
    parent = _PARENT.search(window)
    if parent is None:
        return "none"
    return "password" if parent["p"] else "weak"


def _is_of_service(text: str, key_start: int, key_end: int) -> bool:
    """Say whether a bare `key` has a drawn value, and nothing but a service around it that it could be the key of."""
    value = _DRAWN_VALUE.match(text, key_end)
    if value is None or not is_drawn_key(value[1]):
        return False
    before = text[max(0, key_start - _AROUND_KEY) : key_start]
    client = _OF_CLIENT.search(before.rstrip("\"'"))
    if client:
        name, made = client[client.lastgroup or 0], client["made"]
        if made is None:
            return not names_a_thing(name)
        return is_of_client(made, before[: client.start()], value[1])
    around = before + text[value.end() : value.end() + _AROUND]
    beside = _BESIDE_DIGEST if is_derived(value[1]) else _BESIDE_KEY
    return beside.search(around) is not None and not (_KEPT.search(around) or is_thing(around))
