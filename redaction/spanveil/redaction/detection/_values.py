"""Whether a value that stands beside a telling key is a secret, or code, or a stand-in for one."""

import math
import re
from functools import cache
from itertools import pairwise
from operator import eq
from typing import Final

from spanveil.redaction.detection._credential_keys import Strength
from spanveil.redaction.detection._letters import are_drawn_letters, is_unspeakable

_PLACEHOLDER: Final = re.compile(
    r"<|\[redacted|\$[({]|\{\{|%\(|\*{3}|\.{3}|…|x{5}|X{5}|(?:your|my|some|the)(?:[-_ ]|[a-z]{2,24}(?:$|[-_]))|[a-z_]{3,24}=$|[A-Z0-9]{12,128}/[0-9]{8}/|yourpass|example|sample|change[-_]?me"
    r"|placeholder|redacted|dummy|none$|null$|nil$|true$|false$|undefined$|string!?$|str$|text$|unknown$|optional"
    r"|lambda\b|\[filtered|sha(?:1|256|384|512):[0-9a-f]{40}|convertto-|scram-|required|sensitive\b|hidden|empty$|env[.:(\[]|os\.|process\.|self\.|config\.|settings\.|secrets?\.|vault:|arn:|ref\+|file:|input\("
    # a reference to a store, what SOPS encrypted, a prompt, what a shell says where a variable is not set
    r"|(?:op|vault|keyring|doppler|pass|[a-z]{1,16}-?(?:sm|kv|ssm|secrets?|secretsmanager|vault))://|enc\[[a-z0-9_]{1,24}(?:,|$)|[\w ]{1,24}:\s$|\?[a-z ]{1,64}$"
    r"|!(?:vault|secret|env|ref|sub|getatt|encrypted)\b|\{[\w-]{2,16}\}?$"
    # a reference of Azure and of Symfony, a mark that a script replaces, an option of a schema, a key's id
    r"|@microsoft\.keyvault\(|%env\(|(?:__)?[a-z_]{2,40}__$|\[[a-z_]{2,24}$|kid="
    # a look-up table of a mail server or a server in it, a key that is published
    r"|\[[a-z0-9-]{1,40}(?:\.[a-z0-9-]{1,40}){1,5}\](?::[a-z0-9]{2,8})?$|(?:hash|lmdb|btree|texthash|cdb|proxy|mysql|pgsql|ldap):[/a-z]|pk_(?:live|test)_|1password|_g(?:a|id|cl_au)="
    r"|\$[a-z]\w{0,40}[)},\]]|\$[A-Z_][A-Z0-9_]{2,64}(?:$|/)|\$[a-z_]{1,64}$|%[A-Za-z_]{1,64}%$|&nbsp$|varchar|char\(|(?:is|must|should|cannot|can't|was|has) "
    r"|\s{0,4}[{}()\],]{1,4}(?:\s|$)|aws4-hmac|not[ _-]|authentication\b|(?:varchar|serial|uuid|bytea)$"
    # a type of Rust, a class of characters in an expression, a pin of a board
    r"|&(?:'[a-z]{1,12} )?(?:mut )?str\b|\[\^|gpio_?[0-9]{1,3}$"
    r"|bearer$|basic$|digest$|negotiate$|sharedaccesssignature$|password(?:$| (?:updated|changed)\b)|passwd$|secret$|token$|valuefrom$|incorrect|invalid|expired|wrong|missing|reset|failed|mismatch",
    re.IGNORECASE,
)
_ESCAPED_OR_UPPER: Final = re.compile(r"\\.|[A-Z]", re.DOTALL)
# The same for a value in lower case: of its branches all are skipped whose first letter differs.
_LOWER_PLACEHOLDER: Final = re.compile(
    _ESCAPED_OR_UPPER.sub(lambda m: m[0] if m[0][0] == "\\" else m[0].lower(), _PLACEHOLDER.pattern)
)
# Each begins with a letter of its own, not a repetition: found so, ten times as soon.
_ANYWHERE: Final = re.compile(
    r"\*\*\*\*|\(\?[:=!<]|\(%s|xxxxxx|XXXXXX|\.\.\.|…|<[\w -]{1,40}>|\$\{|\{\{|\[redacted"
)
_CODE: Final = re.compile(
    r"[A-Za-z_][\w.:]*\(|\$_[A-Z]{3,8}|[A-Za-z_]+(?:\.[A-Za-z_]+)+$|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+:?=?$"
)
_SHOWN_ENDS: Final = ("EXAMPLE", "EXAMPLEKEY", "EXAMPLETOKEN")
_REPEATED: Final = re.compile(r"(.)\1{7}")
_ALGORITHM: Final = re.compile(
    r"(?:(?:ecdsa|rsa|dsa)-?with-?)?(?:sha|md|aes|rsa|rfc|utf|http|base|oauth|hs|rs|es|ed|x|v|tls|ipv|scrypt|bcrypt|argon)[-_]?[0-9./-]{1,16}(?:cbc|gcm)?",
    re.IGNORECASE,
)
_ALGORITHMS: Final = re.compile(
    r"[A-Z0-9]{2,8}(?:[-_][A-Z0-9]{2,8}){0,4}[-_](?:SHA|GCM|CBC|CTR|HMAC|RSA|AES|MD|KW|OAEP)[0-9]{0,4}(?:[-_][A-Z0-9]{2,6})?"
)
_NO_VARIABLE: Final = re.compile(r"\$[a-z]{3,20}[0-9]{1,4}[A-Z]{2,4}[!#$%&*?]?")
_COUNTED_ROW: Final = "01234567890"
_ROW: Final = 8
_PIN: Final = re.compile(
    r"(?:[A-Z]-)?[0-9]{3,4}[- ]?[0-9]{3,4}|[0-9]{3,8}|[0-9]{3}-[0-9]{2}-[0-9]{3}"
    # what is typed once, and what makes the codes
    r"|(?=[A-Z-]{0,12}[0-9])(?=[0-9-]{0,12}[A-Z])(?:[A-Z0-9]{4,6}-[A-Z0-9]{4,6}|[A-Z0-9]{6,10})|[a-z]{5}-[a-z]{5}|[A-Z2-7]{16,64}={0,6}"
)
_DEFAULT: Final = re.compile(r"\$\{[\w.-]{1,64}:[-=]?([^{}]{3,256})\}?")
_UUID: Final = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_SHORTEST: Final[dict[Strength, int]] = {
    "password": 4,
    "pin": 3,
    "token": 4,
    "weak": 16,
    "none": 16,
}
_CHOSEN: Final = 6
_STRONG: Final = 7
"""The fewest characters of a password that a person chose, and of one that is hardly a word."""

_NUMBER: Final = re.compile(r"[-+]?[0-9.,:]+%?")
_JUDGED: Final = 256
"""How much of a value is judged: a key with a value of 2,048 characters may stand in every one."""

_PATH: Final = re.compile(r"(?:[A-Za-z]:\\|\.{0,2}/[\w.-]+/|https?://|[a-z]+://)")
_WHOLE_PATH: Final = re.compile(
    r"(?:~|\.{1,2})?(?:/[A-Za-z_.-]{1,64}[0-9]?){2,12}/?|/[a-z]{3,8}/\S{0,256}|[A-Za-z]:\\\S{0,256}"
)
_TIMESTAMP: Final = re.compile(r"(?:19|20)[0-9]{2}[-/.][01]?[0-9][-/.][0-3]?[0-9](?:[T ].{0,40})?")
# `12-character`, `2nd`, `256bit`: a number and what it counts
_COUNTED_THING: Final = re.compile(r"[0-9]{1,3}-?[a-z]{1,14}")
_SENTENCE: Final = re.compile(
    r"\b(?:is|are|was|be|been|must|should|cannot|required|please|your|the|not|does|did|has|have|ist|est|es)\b",
    re.IGNORECASE,
)
# A name in code: words that an underscore joins, or that name the thing again
_NAME_IN_CODE: Final = re.compile(
    r"[a-z]{1,40}(?:_[a-z]{1,40}){1,8}|[a-z]{1,40}(?:[A-Z][a-z]{1,40}){0,8}(?:Pass(?:word|wd)?|Pwd|Secret|Token|Key)"
)
# Words that a hyphen joins, or so many that an underscore does that they are hardly a name
_PASSPHRASE: Final = re.compile(
    r"[a-z]{4,12}(?:-[a-z]{4,12}){2,7}|[a-z]{4,12}(?:_[a-z]{4,12}){3,7}|[a-z]{3,12}(?:\.[a-z]{3,12}){3,7}"
)
_JOIN: Final = re.compile("[-_.]")
# Words that a sign joins; in code some signs join a class and its member, a path and its mark
_BY_SIGN: Final = re.compile(
    r"[^\W\d_]{3,16}(?P<sign>[!$*^])[^\W\d_]{3,16}(?:(?P=sign)[^\W\d_]{3,16}){0,3}[!?]{0,2}"
    r"|[A-Z\xc0-\xde][^\W\d_]{2,16}(?P<other>[#%&@+~?])[A-Z\xc0-\xde][^\W\d_]{2,16}(?:(?P=other)[A-Z\xc0-\xde][^\W\d_]{2,16}){0,3}[!?]{0,2}"
)
_WORDS_OF_CODE: Final = frozenset({
    "password", "passwords", "passphrase", "passwd", "pass", "secret", "secrets", "token", "tokens", "value", "values", "default", "field", "input",
    "string", "config", "variable", "provided", "generated", "hash", "hashed", "user", "users", "admin", "client", "server", "service", "name",
    "file", "path", "from", "with", "your", "this", "that", "only", "case", "time", "based", "word", "protected", "encrypted", "database", "master",
    "root", "prod", "production", "staging", "test", "data", "store", "vault", "manager", "policy", "reset", "login", "auth", "access", "account",
    "session", "code", "base", "self", "sensitive", "character", "characters", "long", "credential", "credentials", "private", "public", "kube",
    "system", "cluster", "node", "host", "settings", "param", "params", "setting", "type", "change", "here", "must", "have", "some", "more", "than",
    "into", "same", "length", "less", "free", "proof", "high", "level", "term", "left", "right", "every", "rotate", "rotated", "days", "never", "always", "when",
})  # fmt: skip
_CAMEL: Final = re.compile(r"[A-Za-z]?[a-z]{1,20}(?:[A-Z]{1,4}[a-z]{1,20}){1,8}[A-Z]{0,4}")
_TAKING_TURNS: Final = 5
_NAMED_NUMBER: Final = re.compile(r"[A-Za-z_]{2,32}=[0-9.]{1,16}")
_DRAWN_LETTERS: Final = 12
UUID: Final = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
"""As RFC 9562 writes it, section 4, in small letters."""
# Words that a dot joins; where they come from in a program, and what a file's name ends with.
_DOTTED: Final = re.compile(r"[A-Za-z]{3,16}(?:\.[A-Za-z]{3,16}){1,2}")
_ROOTS: Final = frozenset({
    "app", "args", "cfg", "conf", "context", "cookies", "ctx", "env", "environ", "event", "headers", "items", "json", "kwargs", "module", "obj",
    "options", "opts", "params", "payload", "process", "properties", "props", "req", "request", "res", "response", "result", "row", "state",
    "utils", "vars", "vault", "credentials", "creds", "txt", "yaml", "yml", "toml", "ini", "pem", "xml", "csv", "com", "org", "net", "local",
    "internal", "example", "enc", "gpg", "key", "keys", "pwd", "helper", "helpers", "const", "constants", "model", "models", "form", "forms",
})  # fmt: skip
_VERSIONED: Final = re.compile(r"[vV]?[0-9]{1,9}\.[0-9]")
_SIGNS: Final = frozenset("!@#$%^&*+=?~|")


def is_secret(strength: Strength, value: str, *, quoted: bool, assigned: bool) -> bool:
    """Say whether a value beside a key is a secret.

    Args:
        strength: What the key says.
        value: The value, without quotes.
        quoted: Whether it stood in quotes.
        assigned: Whether ``=`` stood before it, so that it is no sentence.
    """
    value = value[:_JUDGED]
    if quoted and strength in {"token", "weak"} and _is_salt(value) and value[:10] != "@Microsoft":
        return True
    # What costs least is asked first.
    if len(value) < _SHORTEST[strength] or (strength == "weak" and _UUID.fullmatch(value)):
        return False
    if strength == "token" and len(value) < 8 and not (quoted and " " in value):
        return False
    if strength == "pin" and _PIN.fullmatch(value) is None:
        return False
    if is_placeholder(value) or is_documented(value):
        return False
    if not value.isalpha() and _ALGORITHM.fullmatch(value):
        return False
    if strength == "pin":
        return not (len(value) >= _ROW and value in _COUNTED_ROW)
    if is_passphrase(value) and (strength == "password" or (strength == "token" and quoted)):
        return True
    if len(value) >= _DRAWN_LETTERS and "." in value and is_unspeakable(value):
        return True  # no name in code, however a dot parts it
    written = _CODE.match(value) or (_PATH.match(value) and strength != "password")
    if written and not ("://" not in value and is_random(value, 40, 4.0)):
        return False
    if strength == "password":
        return _is_password(value, quoted, assigned)
    if strength == "token":
        if quoted and " " in value:
            return any(map(str.isdigit, value)) and _is_password(value, True, True)
        return len(value) >= 8 and not _NUMBER.fullmatch(value) and is_random(value, 8, 2.5)
    return is_random(value, 16, 3.0)


def is_placeholder(value: str) -> bool:
    """Say whether a value stands for a secret that is not there."""
    if value[:1] == "$" and _NO_VARIABLE.fullmatch(value):
        return False
    if value.isascii():
        stands_in = _LOWER_PLACEHOLDER.match(value.lower())
    else:
        stands_in = _PLACEHOLDER.match(value)
    # Of one character alone, as it is sooner found than by a set.
    return stands_in is not None or is_elided(value) or value == value[:1] * len(value)


def is_elided(value: str) -> bool:
    """Say whether a value is a variable or was masked, so that no secret is there."""
    # A value has hardly ever one of these, and to look for each costs less than for all at once.
    has = value.__contains__
    return (
        (has("...") or has("****") or has("{") or has("(") or has("<"))
        or (has("xxxxxx") or has("XXXXXX") or has("\u2026") or has("[redacted"))
    ) and _ANYWHERE.search(value) is not None


def is_documented(value: str) -> bool:
    """Say whether a token is one that a manual made up to be shown.

    AWS ends its own with ``EXAMPLE`` (IAM user guide); others repeat a character.
    """
    if value.endswith(_SHOWN_ENDS):
        return True
    lower = value[:_JUDGED].lower()
    if "xxxxx" in lower or "0123456789" in lower or "1234567890" in lower:
        return True
    if len(lower) < _ROW:
        return False
    # Eight equal characters in a row are equal at two places of which four divides the number.
    fourth = lower[::4]
    return any(map(eq, fourth, fourth[1:])) and _REPEATED.search(lower) is not None


def is_chosen(value: str) -> bool:
    """Say whether a word of a sentence looks like a password that a person chose."""
    if len(value) < _CHOSEN or not any(map(str.isdigit, value)):
        return False
    if _ALGORITHM.fullmatch(value) or _ALGORITHMS.fullmatch(value) or _UUID.fullmatch(value):
        return False
    if _PATH.match(value) or _CODE.match(value) or _COUNTED_THING.fullmatch(value):
        return False
    if _TIMESTAMP.fullmatch(value) or value.endswith("["):
        return False
    return any(map(str.isalpha, value)) or value.isdigit()


def is_passphrase(value: str) -> bool:
    """Say whether a value is put together of words that belong to no program: `correct-horse-staple`."""
    return (
        _PASSPHRASE.fullmatch(value) is not None
        and _WORDS_OF_CODE.isdisjoint(_JOIN.split(value))
        and len(set(_JOIN.split(value))) > 1
    )


def is_joined(value: str) -> bool:
    """Say whether a value is words that a sign joins which joins none in a text: `Copper$Puzzle`."""
    return not value.isalnum() and _BY_SIGN.fullmatch(value) is not None


def is_of_words(value: str) -> bool:
    """Say whether a value is words with a dot between them, and none of a program: `turnip.sleet`."""
    if "." not in value or _DOTTED.fullmatch(value) is None:
        return False
    words = value.lower().split(".")
    return _WORDS_OF_CODE.isdisjoint(words) and _ROOTS.isdisjoint(words)


def is_drawn_word(value: str) -> bool:
    """Say whether a word is no name in code: by its digits, its signs or its capitals."""
    return is_strong(value) or is_chosen(value) or is_unspeakable(value)


def is_strong(value: str) -> bool:
    """Say whether a word is hardly anything but a password: of three sorts of characters."""
    if not _STRONG <= len(value) <= 128:
        return False
    upper, lower = any(map(str.isupper, value)), any(map(str.islower, value))
    if upper + lower + (not _SIGNS.isdisjoint(value)) < 2:
        return False
    return is_chosen(value) and _VERSIONED.match(value) is None


def is_said(strength: Strength, value: str, quoted: bool) -> bool:
    """Say whether a word of a sentence about a secret is the secret.

    Args:
        strength: What the sentence's key says.
        value: The word.
        quoted: Whether it stood in quotes.
    """
    # What most words lack is asked first: a digit, or what joins several words.
    if strength == "password" and not (quoted and " " in value):
        joined = "-" in value or "_" in value or is_joined(value)
        if len(value) < _CHOSEN or not (
            joined or any(map(str.isdigit, value)) or are_drawn_letters(value)
        ):
            return False
    elif strength not in {"pin", "password"} and not (
        # Neither is what most words of a sentence are, and to say so costs less than the rest.
        is_random(value, 16, 3.0)
        or (strength == "token" and (is_strong(value) or _is_mingled(value)))
    ):
        return False
    if _NAMED_NUMBER.fullmatch(value):
        return False
    if value.startswith("//") or not is_secret(strength, value, quoted=quoted, assigned=False):
        return False
    return (
        strength != "password"
        or (quoted and " " in value)
        or is_chosen(value)
        or is_passphrase(value)
        or is_joined(value)
        or are_drawn_letters(value)
    )


def unwrapped(value: str) -> str:
    """Return the default in `${DB_PASSWORD:the default}`, and any other value as it is.

    What Jira sets in `{{…}}` is no variable if no name is written so.
    """
    if value[:1] not in {"{", "<", "$"}:
        return value  # as most are: nothing is around it
    if (
        value.startswith("{{")
        and value.endswith("}}")
        and " " not in value
        and is_strong(value[2:-2])
    ):
        return value[2:-2]
    inner = value[1:-1]
    bracketed = value[:1] in {"<", "{"} and value[-1:] in {">", "}"} and inner.isalnum()
    if bracketed and is_strong(inner) and is_random(inner, 10, 3.2):
        return inner  # a word between brackets is a stand-in, but hardly one that is drawn
    match = _DEFAULT.fullmatch(value)
    return match[1] if match else value


def _is_salt(value: str) -> bool:
    """Say whether a quoted value is drawn from all printable characters, as WordPress' salts are."""
    if len(value) < 32:
        return False
    signs = sum(not char.isalnum() and char != " " for char in value)
    return 6 * signs >= len(value) and entropy(value) >= 4.4


def _is_password(value: str, quoted: bool, assigned: bool) -> bool:
    if len(value) < 4 or value.count(" ") > 5:
        return False
    if " " in value and (not quoted or _SENTENCE.search(value)):
        return False
    if ("/" in value or "\\" in value) and _WHOLE_PATH.fullmatch(value):
        return False
    if value[0] in "12" and _TIMESTAMP.fullmatch(value):
        return False
    if not quoted and _NAME_IN_CODE.fullmatch(value) and not is_passphrase(value):
        return False
    plain = value.isalpha() and (value.islower() or value.istitle() or value.isupper())
    return not plain or (quoted and len(value) >= 6) or (assigned and len(value) >= 6)


def is_random(value: str, length: int, bits: float) -> bool:
    """Say whether a text looks drawn and not written: long, with digits, of high entropy."""
    if len(value) < length or " " in value:
        return False
    if not any(map(str.isalpha, value)):
        return False
    if not any(map(str.isdigit, value)):
        mixed = not (value.islower() or value.isupper()) and not value.istitle()
        if not mixed or not (
            is_unspeakable(value) or (len(value) >= 20 and not _CAMEL.fullmatch(value))
        ):
            return False
    return entropy(value) >= bits


def _is_mingled(value: str) -> bool:
    """Say whether letters and digits take turns too often for a name: `9a8b7c6d5e4f`."""
    return value.isalnum() and turns(value) >= _TAKING_TURNS and is_random(value, 10, 2.8)


def turns(value: str) -> int:
    """Return how often letters and digits take turns."""
    digits = list(map(str.isdigit, value))
    return sum(one != other for one, other in pairwise(digits))


def entropy(value: str) -> float:
    """Return Shannon's entropy in bits for each character (of at most 256)."""
    sample = value[:256]
    # Hardly any sample has more than 64 characters, so that a count for each is sooner than a loop.
    # Exactly summed: the order of a set is another one in each process.
    return -math.fsum(map(_bits(len(sample)).__getitem__, map(sample.count, set(sample))))


@cache
def _bits(size: int) -> tuple[float, ...]:
    """Return by how often a character stands in a text of a size how much it adds."""
    shares = (count / size for count in range(1, size + 1))
    return (0.0, *(share * math.log2(share) for share in shares))
