"""Whether a value that stands beside a telling key is a secret, or code, or a stand-in for one."""

import math
import re
from collections import Counter
from functools import lru_cache
from typing import Final, Literal

from spanveil.config import ContentClass, KeyWords, split_words

Strength = Literal["password", "pin", "token", "weak", "none"]

_PASSWORDS: Final = frozenset(
    {"password", "passwords", "passwd", "passphrase", "passcode", "pwd", "pass", "pw", "passwort"}
)
_PINS: Final = frozenset({"pin", "otp", "totp", "cvv", "cvc", "cvv2", "csc"})
_SECRET_ENDS: Final = (
    "password",
    "passwd",
    "passphrase",
    "secret",
    "token",
    "apikey",
    "secretkey",
    "accesskey",
    "privatekey",
)
_SESSIONS: Final = frozenset(
    {
        "sessionid",
        "jsessionid",
        "phpsessid",
        "sid",
        "sessid",
        "csrftoken",
        "xsrftoken",
        "authtoken",
        "sessionkey",
    }
)
# A key that ends so names something about the secret and not the secret.
_ABOUT: Final = frozenset(
    {
        "algorithm",
        "arn",
        "class",
        "count",
        "created",
        "endpoint",
        "env",
        "error",
        "expired",
        "expires",
    }
    | {
        "expiration",
        "expiry",
        "field",
        "file",
        "format",
        "header",
        "hint",
        "id",
        "ids",
        "invalid",
        "label",
    }
    | {
        "length",
        "lifetime",
        "limit",
        "link",
        "manager",
        "max",
        "min",
        "mode",
        "name",
        "names",
        "path",
        "placeholder",
    }
    | {
        "policy",
        "prefix",
        "provider",
        "ref",
        "required",
        "reset",
        "rotation",
        "scope",
        "service",
        "size",
    }
    | {
        "source",
        "status",
        "store",
        "strength",
        "tokens",
        "type",
        "uri",
        "url",
        "usage",
        "validator",
        "version",
    }
)
# Keys that are no secrets, with the word that stands before `key` in them.
_PLAIN_KEYS: Final = frozenset(
    {
        "attribute",
        "base",
        "bucket",
        "cache",
        "composite",
        "dedup",
        "dedupe",
        "deduplication",
        "dict",
        "document",
    }
    | {
        "event",
        "field",
        "foreign",
        "group",
        "hash",
        "host",
        "idempotency",
        "index",
        "item",
        "join",
        "json",
        "lookup",
    }
    | {
        "map",
        "message",
        "metric",
        "natural",
        "object",
        "order",
        "parent",
        "partition",
        "primary",
        "pub",
        "public",
    }
    | {
        "query",
        "range",
        "record",
        "registry",
        "routing",
        "row",
        "s3",
        "sort",
        "state",
        "storage",
        "surrogate",
        "tag",
    }
    | {"trace", "translation", "unique"}
)
_PLACEHOLDER: Final = re.compile(
    r"<|\[redacted|\$[({]|\{\{|%\(|\*{3}|\.{3}|…|x{5}|X{5}|(?:your|my|some|the)[-_ ]?|example|sample|change[-_]?me"
    r"|placeholder|redacted|dummy|none$|null$|nil$|true$|false$|undefined$|string$|str$|text$|unknown$|optional"
    r"|required|hidden|empty$|env[.:(\[]|os\.|process\.|self\.|config\.|settings\.|secrets?\.|vault:|arn:|ref\+|file:|input\("
    r"|bearer$|basic$|password$|passwd$|secret$|token$|incorrect|invalid|expired|wrong|missing|reset|failed|mismatch",
    re.IGNORECASE,
)
_ANYWHERE: Final = re.compile(r"\*{4}|x{6}|X{6}|\.\.\.|…|<[\w -]{1,40}>|\$\{|\{\{|\[redacted")
_CODE: Final = re.compile(
    r"[A-Za-z_][\w.]*\(|[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+$|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+:?=?$"
)
_UUID: Final = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_NUMBER: Final = re.compile(r"[-+]?[0-9.,:]+%?")
_JUDGED: Final = 256
"""How much of a value is judged: a key with a value of 2,048 characters may stand in every one."""

_PATH: Final = re.compile(r"(?:[A-Za-z]:\\|\.{0,2}/[\w.-]+/|https?://|[a-z]+://)")


@lru_cache(maxsize=4096)
def judge_key(key: str) -> Strength:
    """Say how strongly a key says that its value is a secret.

    >>> [judge_key(k) for k in ("DB_PASSWORD", "apiKey", "max_tokens", "primary_key", "DATADOG_KEY")]
    ['password', 'token', 'none', 'none', 'weak']
    """
    words = split_words(key)
    if not words or words[-1] in _ABOUT:
        return "none"
    if not _PASSWORDS.isdisjoint(words) or words[-1].endswith(("password", "passwd", "passphrase")):
        return "password"
    if words[-1] in _PINS:
        return "pin"
    hint = KeyWords.shipped().judge(key)
    if hint.measure:
        return "none"
    if words[-1] == "key" and len(words) > 1 and words[-2] in _PLAIN_KEYS:
        return "none"
    joined = "".join(words)
    if hint.content_class is ContentClass.CREDENTIAL or joined.endswith(_SECRET_ENDS):
        return "token"
    if joined in _SESSIONS or words[-1] in _SESSIONS:
        return "weak"
    return (
        "weak"
        if len(words) > 1
        and words[-1] in {"auth", "key", "pat", "hash", "salt", "license", "session"}
        else "none"
    )


def is_secret(strength: Strength, value: str, *, quoted: bool, assigned: bool) -> bool:
    """Say whether a value beside a key is a secret.

    Args:
        strength: What the key says.
        value: The value, without quotes.
        quoted: Whether it stood in quotes.
        assigned: Whether ``=`` stood before it, so that it is no sentence.
    """
    value = value[:_JUDGED]
    if _PLACEHOLDER.match(value) or _ANYWHERE.search(value) or len(set(value)) < 2:
        return False
    if strength == "pin":
        return value.isdigit() and 3 <= len(value) <= 8
    written = _CODE.match(value) or (_PATH.match(value) and strength != "password")
    if written and not ("://" not in value and is_random(value, 40, 4.0)):
        return False
    if strength == "password":
        return _is_password(value, quoted, assigned)
    if strength == "token":
        return len(value) >= 8 and not _NUMBER.fullmatch(value) and (is_random(value, 8, 2.5))
    if _UUID.fullmatch(value):
        return False
    return is_random(value, 16, 3.0)


def _is_password(value: str, quoted: bool, assigned: bool) -> bool:
    if len(value) < 4 or value.count(" ") > 3:
        return False
    if " " in value and not quoted:
        return False
    plain = value.isalpha() and (value.islower() or value.istitle() or value.isupper())
    return not plain or (quoted and len(value) >= 6) or (assigned and len(value) >= 6)


def is_random(value: str, length: int, bits: float) -> bool:
    """Say whether a text looks drawn and not written: long, with digits, of high entropy."""
    if len(value) < length or " " in value:
        return False
    digits = sum(map(str.isdigit, value))
    letters = sum(map(str.isalpha, value))
    mixed = not (value.islower() or value.isupper()) and not value.istitle()
    if not letters or not (digits or (mixed and len(value) >= 20)):
        return False
    return entropy(value) >= bits


def entropy(value: str) -> float:
    """Return Shannon's entropy in bits for each character (of at most 256)."""
    sample = value[:256]
    return -sum(n / len(sample) * math.log2(n / len(sample)) for n in Counter(sample).values())
