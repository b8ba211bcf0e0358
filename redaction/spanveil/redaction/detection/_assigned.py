"""Secrets that a telling key assigns: in configuration, code, headers, queries and sentences."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Final

from spanveil.redaction._entities import SECRET
from spanveil.redaction.detection._before_key import told_before
from spanveil.redaction.detection._containers import OPENING, contained, holds_many, listed
from spanveil.redaction.detection._credential_keys import Strength, judge_key
from spanveil.redaction.detection._finding import Finding
from spanveil.redaction.detection._handed import (
    is_derived,
    is_drawn_key,
    is_of_client,
    names_a_thing,
)
from spanveil.redaction.detection._headed import headed
from spanveil.redaction.detection._layouts import (
    FEW_WORDS,
    FOUR_GROUPS,
    JOINED,
    NAMED,
    PHRASE,
    SPOKEN,
    TURNED,
    VALUE,
)
from spanveil.redaction.detection._letters import are_drawn_letters
from spanveil.redaction.detection._marked_keys import is_thing
from spanveil.redaction.detection._nearby import OF_OTHER, told_again, told_nearby
from spanveil.redaction.detection._scanner import Anchor
from spanveil.redaction.detection._talk import spoken
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
from spanveil.redaction.detection._work import A_KEY, spend, value_cost

Confirm = Callable[[str, int], Iterable[Finding]]

_ANCHORS: Final = (
    "pass", "pwd", "secret", "token", "key", "cred", "cookie", "session", "sessid", "auth", "pin", "otp", "cvv", "cvc",
    "dsn", "psk", "pw", "jwt", "bearer", "_pat", "sid=", "sid:", "sid\"", "signature", "salt", "connectionstring",
    "verifier", "geslo", "lozinka", "jelsz", "mdp", "geheim", "kata sandi", "kata laluan", "community", "wifi", "seed", "licen",
    "p/w:", "_basic", "jeton", "chave", "chiave", "llave", "csrf", "xsrf", "pepper", "combo", "combination", " puk", "kek:", "kek=", "_sk=", "_sk:", "_sk\"", "security answer", "security word", "secret answer", "psw\"", "psw=", "psw:", "tok=", "pswd", "encrypt\"", "encrypt:", "encrypt =", "wif:", "importprivkey", "secure: ", "mfa code", "code word", "codeword",
    "ime code", "ion code", "ity code", "gin code", "ess code", "arm code", "oor code", "gate code", "ock code", "sms code", "2fa code", "mfa_code", "2fa_code", "ing code", "tup code", "ery code", "reset code", "try code", "appkey", "access\"", "refresh\"", "access\\\"", "refresh\\\"", "magic word", "safe word", "biscuit", "macaroon", "honeycomb-team", "device_code", "ion_code", "ity_code", "auth_code",
    # the word for a password in other languages
    "kodeord", "wagwoord", "salas?na", "nenosiri", "pasahitza", "fjal?kalim", "lykilor", "palabra clave", "contrase", "clave", "senha", "wachtwoord", "kennwort", "has?o", "haslo", "heslo", "parol", "l?senord", "losenord", "parool", "contrasinal",
    "salasana", "adgangskode", "?ifre", "sifre",
)  # fmt: skip
_BACK: Final = re.compile(r"[A-Za-z0-9_.-]{0,40}", re.ASCII)
_REST: Final = re.compile(r"(?:\w|[.-](?=\w)){0,32}")
_BRIEF: Final = 2
_DRAWN: Final = re.compile(r"[0-9]{1,8}[A-Za-z]")
# The word before a bare `key`: `the api key is`.
_WORD_BEFORE: Final = re.compile(r"[ ]([A-Za-z0-9_-]{2,20})", re.ASCII)
# Words that tell what a key is looked up or kept for: `cache miss for key 3f2a…`
_OF_NONE: Final = frozenset({
    *("for", "of", "by", "per", "each", "every", "same", "duplicate", "get", "set", "del", "under"),
    *("public", "redis", "kafka", "offset", "s3", "memcached", "translation"),
})  # fmt: skip
_ABOUT_IT: Final = re.compile(
    r"(?:(?<=[Kk]ey)|(?<=[Tt]oken))\s(?:ids?|IDs?|names?|fingerprints?|versions?)(?![\w-])"
)
_BARE: Final = frozenset({"key", "keys"})
# Base64 may end with the sign that ends a key, and a password may have it in its middle.
_NEXT_KEY: Final = re.compile(
    r"[a-z][a-z0-9]{0,15}(?:_[a-z0-9]{1,16}){1,6}\s=\s|(?:[a-z][a-z_.-]{0,39}|[A-Z][A-Z0-9_.-]{0,39}|[A-Z]?[a-z]{1,20}(?:[A-Z][a-z]{1,20}){1,3})[0-9]?\s?=[^=\s<]"
    r"|[\w.-]{1,40}\s?:(?:\s|$)|[A-Za-z_.-]{1,40}\s?=(?:\s|$)"
)
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
_USER_AND: Final = re.compile(r"[\w.@+-]{1,64}:(?=[^\s/])")
_USER_BEFORE: Final = re.compile(
    r"\b(?:user(?:name)?|login|usr|uid|account|email)\b", re.IGNORECASE
)
# the next field of a connection, or the end of the element
_HOST_AFTER: Final = re.compile(
    r"\s{0,2}\n\s{0,16}(?:host|port|server|database|db|user|username|hostname)\s?[:=]|</(?:pass|pwd)",
    re.IGNORECASE,
)
_CUT: Final = re.compile(r"&(?=[\w.-]{1,40}=)|,(?=$|[\w.-]{1,40}[=:])")
_ASSIGNMENT: Final = re.compile(
    r"(?:[a-z][a-z0-9_ ]{1,40}|[A-Z][A-Z0-9_ ]{1,40}|[A-Z]?[a-z]{1,20}(?:[A-Z][a-z]{1,20}){0,4})=[^=]",
    re.ASCII,
)
_FILTERED: Final = re.compile(r"\s?(?:-?\}\}|\|)")
_INDEXED: Final = re.compile(r"(?<=[\[(])[\"']")
_MEASURE: Final = re.compile(r"[a-z]{3,16}(?:_[a-z]{2,12}){0,3}=[0-9]{1,6}")
# Where a database is, of one that parts a server and a service so
_SERVICE: Final = re.compile(r"[\w.-]{1,64}(?::[0-9]{2,5})?/[\w.$-]{1,64}")
_HALVES: Final = re.compile(r"[0-9]{3}[ -][0-9]{3}(?![\w-])")
# A sentence that tells a secret has a digit or a sign, or quotes it.
_TELLS: Final = re.compile(r"[0-9!#$%&*^\"'`\u201c\u201e\u00ab\u300c]")
_SENTENCE: Final = 240
_TURN: Final = 160
_PREPOSITIONS: Final = frozenset({"to", "in", "on", "en", "a", "na", "su", "con", "til", "till"})
_VARIABLE: Final = re.compile(r"\$\{?([A-Za-z_]\w{0,31})(?!\w)\}?(?![\w({\[:-])")
_SCRIPT: Final = 240
_SECOND: Final = re.compile(r"\\{0,7}[\"']\s?,\s?[bru]?\\{0,7}[\"']")
_IS_KEY: Final = re.compile(r"\\{0,7}[\"']\s?[:=]")
# A variable of an environment and a header, whose UUID is hardly the identifier of a thing
_OF_SERVICE: Final = re.compile(
    r"[A-Z][A-Z0-9_]{1,38}_(?:KEY|PAT|AUTH|LICENSE)|(?:[xX]-)(?:[A-Za-z0-9]{1,20}-){1,3}(?:[kK]ey|[aA]uth)"
)
_UUID: Final = re.compile(UUID, re.IGNORECASE)
_AROUND: Final = 60
_AROUND_KEY: Final = 120
_BEFORE_PARAMETER: Final = frozenset({"", "\n", "?", "&", ";"})
_OF_MAIL: Final = re.compile("mail|smtp|imap|app", re.IGNORECASE)
_NO_WORD: Final = re.compile(r"\b[^aeiouy\s]{4}\b")
_BRACED: Final = re.compile(r"\{([^{}\s\"']{4,128})\}")
_RADIUS: Final = re.compile(r"\bclient\s[\w.:/-]{1,64}\s{0,4}\{[^{}]{0,120}$")
_TRIPLE: Final = ('"' * 3, "'" * 3)
_PLAIN: Final = 6
"""The fewest letters of a password that are nothing but letters."""


def assigned_rules() -> list[tuple[Anchor, Confirm]]:
    """Return a rule for each part of a key that tells."""
    return [(Anchor(word, caseless=True), _keyed(word)) for word in _ANCHORS]


def _keyed(word: str) -> Confirm:
    length = len(word.rstrip('=:"'))
    brief = length <= _BRIEF

    def confirm(text: str, start: int) -> Iterable[Finding]:
        end = start + length
        if brief and _DRAWN.match(text, end):
            return ()  # two letters of a wallet's address or of base64
        before = _BACK.match(text[start - 40 if start > 40 else 0 : start][::-1])
        rest = _REST.match(text, end)
        if before is None or rest is None:
            return ()
        key_start, key_end = start - before.end(), rest.end()
        key = text[key_start:key_end].strip(".-")
        last = text[key_start - 1 : key_start]
        if last == "\\" and key[:1] in {"n", "r", "t"}:
            key = key[1:]
        while text[key_end - 1] in ".-" and key_end > end:
            key_end -= 1
        if last == ":" and "arn:" in text[max(0, key_start - 90) : key_start]:
            return ()  # a kind of resource in the name of one
        strength, many = _told_by(key)
        if strength == "none" and key.lower() in _BARE:
            strength = _of_bare(text, key, key_start, key_end)
        # Two keys of three tell nothing, and no hits are more.
        if strength == "none" and not many:
            return ()
        return _beside(text, strength, key, key_start, key_end)

    return confirm


@lru_cache(maxsize=4096)
def _told_by(key: str) -> tuple[Strength, bool]:
    """Return what a key says, and whether it names several secrets."""
    return judge_key(key), holds_many(key)


def _of_bare(text: str, key: str, key_start: int, key_end: int) -> Strength:
    """Say what a key that is nothing but `key` is the key of."""
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


def _beside(
    text: str, strength: Strength, key: str, key_start: int, key_end: int
) -> Iterator[Finding]:
    """Yield the secrets beside a key, in its list or map, and in the list below it."""
    if strength != "none":
        yield from _secret_beside(text, strength, key, key_start, key_end)
    if opening := OPENING.match(text, key_end):
        many: Strength = "token" if strength == "none" else strength
        yield from contained(text, many, key, opening.end())
    if text.find("\n", key_end, key_end + 4) >= 0:
        yield from listed(text, strength, key_end)


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


def _secret_beside(
    text: str, strength: Strength, key: str, key_start: int, key_end: int
) -> Iterator[Finding]:
    """Yield the secret that a key assigns, names or is said to be, if it does."""
    spend(A_KEY)
    if strength in {"token", "weak"} and _ABOUT_IT.match(text, key_end):
        return  # `the API key id is …`
    match = PHRASE.match(text, key_end) if strength == "password" else None
    if match is not None and not is_placeholder(match["b"]):
        yield Finding(*match.span("b"), SECRET, 0.75)
        return
    if (
        strength == "password"
        and (match := FOUR_GROUPS.match(text, key_end))
        and (_OF_MAIL.search(key) or _NO_WORD.search(match["b"]))
    ):
        yield Finding(*match.span("b"), SECRET, 0.8)
        return
    if match := VALUE.match(text, key_end):
        spend(value_cost(match.end() - key_end))
        if (
            match["b"]
            and match["b"][0] == "$"
            and (held := _held(text, strength, key_start, match))
        ):
            yield held
            return
        found = _judge(text, strength, key, key_start, match)
        if found is None and match["sep"][:1].isspace() and not _begins_next(text, match):
            found = _said(text, strength, key, match)
        if found is not None:
            yield found
            yield from told_again(text, found.end)
            return
    if match := NAMED.match(text, key_end):
        start, end, quoted = _bounds(text, match)
        if is_secret(strength, text[start:end], quoted=quoted, assigned=True):
            yield Finding(start, end, SECRET, 0.85)
            return
    if (
        strength == "password"
        and (match := JOINED.match(text, key_end))
        and is_passphrase(match["b"])
        and not is_placeholder(match["b"])
    ):
        yield Finding(*match.span("b"), SECRET, 0.75)
        return
    told = _TELLS.search(text, key_end, key_end + _SENTENCE)
    if told and strength == "password" and (match := TURNED.search(text, key_end, key_end + _TURN)):
        start, end, quoted = _bounds(text, match)
        few = FEW_WORDS.fullmatch(text, key_end, match.start())
        if few and is_said(strength, text[start:end], quoted):
            yield Finding(start, end, SECRET, 0.75)
            return
    if told and (match := SPOKEN.match(text, key_end)):
        start, end, quoted = _bounds(text, match)
        joined = text[key_end:start].rstrip("\"'` \n\r\t")
        # a key of the next line is judged by itself
        other = "\n" in joined and joined[-1] in "=:"
        # `pin the version to 4711`
        last = text[key_end:start].split()[-1:]
        other = other or (strength == "pin" and last != [] and last[0] in _PREPOSITIONS)
        # an index in code, and a measure of a log
        other = other or (not quoted and _INDEXED.match(text, end) is not None)
        other = other or _MEASURE.fullmatch(text, start, end) is not None
        other = other or OF_OTHER.search(text, key_end, start) is not None
        if not other and is_said(strength, text[start:end], quoted):
            yield Finding(start, end, SECRET, 0.8)
            return
    if strength in {"password", "token"}:
        table = list(headed(text, strength, key_start, key_end))
        if table:
            yield from table
            return
    before = list(told_before(text, strength, key_start, key_end))
    yield from before
    if not before and strength in {"password", "token"}:
        near = list(told_nearby(text, strength, key_start, key_end))
        yield from near
        if strength == "password" or (not near and key.lower() == "secret"):
            yield from spoken(text, key_start, key_end)


def _held(text: str, strength: Strength, key_start: int, match: re.Match[str]) -> Finding | None:
    """Return what a script has put into the variable that a key is given: `$p = '…'; f -Password $p`."""
    variable = _VARIABLE.match(match["b"])
    if variable is None:
        return None
    spend(A_KEY)
    begin = max(0, key_start - _SCRIPT)
    name = re.escape(variable[1])
    form = rf"(?:\$|(?<![\w$.-])){name}\s?=\s?(?:\\{{0,7}}[\"']([^\"'\\\n]{{4,128}})|([^\s\"'`$;|&]{{4,128}}))"
    for put in re.finditer(form, text[begin:key_start]):
        number = 1 if put[1] is not None else 2
        if is_secret(strength, put[number], quoted=True, assigned=True):
            return Finding(begin + put.start(number), begin + put.end(number), SECRET, 0.75)
    return None


def _begins_next(text: str, match: re.Match[str]) -> bool:
    """Say whether what follows a key is the key of the next line."""
    return "\n" in match["sep"] and _NEXT_KEY.match(text, match.end("sep")) is not None


def _judge(
    text: str, strength: Strength, key: str, key_start: int, match: re.Match[str]
) -> Finding | None:
    separator = match["sep"]
    if not separator.strip() and match["b"] and not text.startswith("--", key_start):
        return None  # words that follow a key by chance
    start, end, quoted = _bounds(text, match)
    if not quoted and _begins_next(text, match):
        return None  # nothing is assigned
    value = text[start:end]
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
    if _is_uuid_of_service(strength, key, value):
        return Finding(start, end, SECRET, 0.7)
    return None


def _is_uuid_of_service(strength: Strength, key: str, value: str) -> bool:
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


def _said(text: str, strength: Strength, key: str, match: re.Match[str]) -> Finding | None:
    """Judge the word after a key in a sentence: `user bob and password 8npq4gTx`."""
    start, end, quoted = _bounds(text, match)
    if not quoted and _INDEXED.match(text, end):
        return None
    if _is_uuid_of_service(strength, key, text[start:end]):
        return Finding(start, end, SECRET, 0.7)
    if not quoted and "|" in match["sep"] and _FILTERED.match(text, end):
        return None
    return Finding(start, end, SECRET, 0.75) if is_said(strength, text[start:end], quoted) else None


def _bounds(text: str, match: re.Match[str]) -> tuple[int, int, bool]:
    """Return where a value stands, without what only follows it, and whether it is quoted."""
    group = match.lastgroup or "b"
    start, end = match.span(group)
    if group != "b":
        return start, end, True
    joined = text.find("&", start, end) >= 0 or text.find(",", start, end) >= 0
    cut = _CUT.search(text, start, end) if joined else None
    end = cut.start() if cut else end
    while end > start and text[end - 1] in ".,:!?)}]|":
        if text[end - 1] in "!?" and not text[end : end + 1].isspace():
            break
        end -= 1
    return start, end, False
