"""Whether a value that stands beside a telling key is a secret, or code, or a stand-in for one."""

import math
import re
from collections import Counter
from functools import lru_cache
from typing import Final, Literal

from spanveil.config import ContentClass, KeyWords, split_words

Strength = Literal["password", "pin", "token", "weak", "none"]

_PASSWORDS: Final = frozenset(
    {"password", "passwords", "passwd", "passphrase", "passcode", "pwd", "pass", "pw", "psk"}
    # other languages; a word with a letter beyond ASCII is looked up joined
    | {
        "passwort",
        "kennwort",
        "passe",
        "contrasena",
        "contrase\u00f1a",
        "clave",
        "senha",
        "wachtwoord",
    }
    | {
        "haslo",
        "has\u0142o",
        "heslo",
        "parola",
        "losenord",
        "l\u00f6senord",
        "salasana",
        "adgangskode",
    }
    | {"sifre", "\u015fifre"}
)
_NO_PASSES: Final = ("bypass", "compass", "overpass", "surpass", "trespass", "underpass")
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
        "session",
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
# Words that say in which form a key's value stands, and nothing of what it is.
_CARRIERS: Final = frozenset(
    {"data", "value", "val", "text", "string", "str", "raw", "b64", "base64", "hex", "plain"}
    | {"plaintext", "default", "base", "bytes", "material"}
)
_ONE_TIME: Final = frozenset(
    {
        "time",
        "verification",
        "security",
        "login",
        "access",
        "auth",
        "authentication",
        "confirmation",
    }
    | {"alarm", "door", "gate"}
    | {"sms", "2fa", "mfa", "otp", "pass", "activation", "unlock", "pin", "validation"}
)
# A key that ends so names something about the secret and not the secret.
_ABOUT: Final = frozenset(
    {
        "algorithm",
        "arn",
        "at",
        "class",
        "count",
        "created",
        "date",
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
# Keys that are secrets though their words do not say so: of Azure, and of Windows' WLAN profiles.
_NAMED_KEYS: Final[dict[str, Strength]] = {
    "instrumentationkey": "token",
    "keymaterial": "password",
}
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
        "surrogate",
        "tag",
    }
    | {"trace", "translation", "unique"}
)
_PLACEHOLDER: Final = re.compile(
    r"<|\[redacted|\$[({]|\{\{|%\(|\*{3}|\.{3}|…|x{5}|X{5}|(?:your|my|some|the)(?:[-_ ]|(?=[a-z]))|example|sample|change[-_]?me"
    r"|placeholder|redacted|dummy|none$|null$|nil$|true$|false$|undefined$|string$|str$|text$|unknown$|optional"
    r"|required|hidden|empty$|env[.:(\[]|os\.|process\.|self\.|config\.|settings\.|secrets?\.|vault:|arn:|ref\+|file:|input\("
    r"|!(?:vault|secret|env|ref|sub|getatt|encrypted)\b|\{[\w-]{2,16}\}?$"
    r"|bearer$|basic$|digest$|negotiate$|sharedaccesssignature$|password$|passwd$|secret$|token$|valuefrom$|incorrect|invalid|expired|wrong|missing|reset|failed|mismatch",
    re.IGNORECASE,
)
# Each begins with a letter of its own, not a repetition: found so, ten times as soon.
_ANYWHERE: Final = re.compile(
    r"\*\*\*\*|xxxxxx|XXXXXX|\.\.\.|…|<[\w -]{1,40}>|\$\{|\{\{|\[redacted"
)
_CODE: Final = re.compile(
    r"[A-Za-z_][\w.]*\(|[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+$|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+:?=?$"
)
_SHOWN_ENDS: Final = ("EXAMPLE", "EXAMPLEKEY", "EXAMPLETOKEN")
_COUNTED: Final = ("xxxxx", "0123456789", "1234567890")
_REPEATED: Final = re.compile(r"(.)\1{7}")
_ALGORITHM: Final = re.compile(
    r"(?:sha|md|aes|rsa|rfc|utf|http|base|oauth|hs|rs|es|ed|x|v|tls|ipv|scrypt|bcrypt|argon)[-_]?[0-9./-]{1,16}(?:cbc|gcm)?",
    re.IGNORECASE,
)
_PIN: Final = re.compile(r"(?:[A-Z]-)?[0-9]{3,4}[- ]?[0-9]{3,4}|[0-9]{3,8}")
_DEFAULT: Final = re.compile(r"\$\{[\w.-]{1,64}:[-=]?([^{}]{3,256})\}?")
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
    if named := _NAMED_KEYS.get("".join(words)):
        return named
    while len(words) > 1 and words[-1] in _CARRIERS:
        words.pop()
    if not words or words[-1] in _ABOUT:
        return "none"
    if len(words) > 1 and words[-1] == "key" and words[-2] in _PASSWORDS:
        return "weak"  # the name under which a password is kept elsewhere
    ends_so = words[-1].endswith(("password", "passwd", "passphrase", "pass"))
    ends_so = ends_so and not words[-1].endswith(_NO_PASSES)
    if not _PASSWORDS.isdisjoint([*words, "".join(words)]) or ends_so:
        return "password"
    if words[-1] in _PINS or (words[-1] == "code" and not _ONE_TIME.isdisjoint(words[:-1])):
        return "pin"
    hint = KeyWords.shipped().judge("_".join(words))
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
    if quoted and strength in {"token", "weak"} and _is_salt(value):
        return True
    if is_placeholder(value) or is_documented(value):
        return False
    if strength == "pin":
        return _PIN.fullmatch(value) is not None
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


def is_placeholder(value: str) -> bool:
    """Say whether a value stands for a secret that is not there."""
    stands_in = _PLACEHOLDER.match(value) or _ANYWHERE.search(value)
    return stands_in is not None or len(set(value)) < 2


def is_elided(value: str) -> bool:
    """Say whether a value is a variable or was masked, so that no secret is there."""
    return _ANYWHERE.search(value) is not None


def is_documented(value: str) -> bool:
    """Say whether a token is one that a manual made up to be shown.

    AWS ends its own with ``EXAMPLE`` (IAM user guide); others repeat a character.
    """
    if value.endswith(_SHOWN_ENDS):
        return True
    lower = value[:_JUDGED].lower()
    return any(shown in lower for shown in _COUNTED) or _REPEATED.search(lower) is not None


def is_chosen(value: str) -> bool:
    """Say whether a word of a sentence looks like a password that a person chose."""
    if len(value) < 6 or _ALGORITHM.fullmatch(value) or _UUID.fullmatch(value):
        return False
    if _PATH.match(value) or _CODE.match(value):
        return False
    digits, letters = any(map(str.isdigit, value)), any(map(str.isalpha, value))
    return digits and (letters or value.isdigit())


def unwrapped(value: str) -> str:
    """Return the default in `${DB_PASSWORD:the default}`, and any other value as it is."""
    match = _DEFAULT.fullmatch(value)
    return match[1] if match else value


def _is_salt(value: str) -> bool:
    """Say whether a quoted value is drawn from all printable characters, as WordPress' salts are."""
    signs = sum(not char.isalnum() and char != " " for char in value)
    return len(value) >= 32 and 6 * signs >= len(value) and entropy(value) >= 4.4


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
