"""Secrets: tokens, keys in PEM, credentials in URLs, values beside telling keys, password files."""

import base64
import binascii
import re
from collections.abc import Callable, Iterator
from typing import Final

from spanveil.redaction._entities import SECRET
from spanveil.redaction.detection._finding import Finding
from spanveil.redaction.detection._scanner import Anchor
from spanveil.redaction.detection._tokens import TOKENS, CompiledToken, compile_tokens, starts_token
from spanveil.redaction.detection._values import is_random, is_secret, judge_key

Confirm = Callable[[str, int], Iterator[Finding]]

_KEY_ANCHORS: Final = (
    "pass", "pwd", "secret", "token", "key", "cred", "cookie", "session", "sessid", "auth", "pin", "otp", "cvv", "cvc",
    "dsn", "_pat", "sid=", "signature", "salt", "connectionstring",
)  # fmt: skip
_BACK: Final = re.compile(r"[A-Za-z0-9_.-]{0,40}", re.ASCII)
_REST: Final = re.compile(r"[A-Za-z0-9_.-]{0,32}", re.ASCII)
_Q: Final = r"\\{0,7}[\"'`]"
_VALUE: Final = re.compile(
    rf"(?:{_Q})?\]?\)?"
    r"(?P<sep>\s{0,4}(?:=>|:=|==?|:)\s{0,4}|\s{1,3}(?:is|was)\s{1,3}(?:now\s|set\sto\s)?:?\s?"
    r"|\s{0,3},\s{0,3}(?=\\{0,7}[\"'])|\s{1,4}(?=\\{0,7}[\"'`])|(?:\s[^<>\n]{0,60})?>|\s{1,3}(?=[^\s:=]))"
    r"(?:(?:Bearer|Basic|Token|ApiKey|Digest|bearer|basic|token)\s{1,3})?"
    rf"(?:\\{{0,7}}\"(?P<d>[^\"\\\n]{{1,2048}})|\\{{0,7}}'(?P<s>[^'\\\n]{{1,2048}})|`(?P<t>[^`\n]{{1,2048}})"
    r"|(?P<b>[^\s\"'`\\<>;]{1,2048}))"
)
_CUT: Final = re.compile(r"&(?=[\w.-]{1,40}=)|,(?=$|[\w.-]{1,40}[=:])")
_SCHEME: Final = re.compile(r"[A-Za-z0-9+.-]{1,20}", re.ASCII)
_USERINFO: Final = re.compile(r"([^\s:/@\"'<>\\]{0,128}):([^\s\"'<>\\]{1,256})@(?=[\w\[*])")
_TOKENINFO: Final = re.compile(r"([A-Za-z0-9_-]{16,256})@(?=[\w\[])", re.ASCII)
_PEM: Final = re.compile(
    r"-----BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----", re.ASCII
)
_HASH: Final = re.compile(
    r"\$(?:1|2[abxy]|5|6|7|y|apr1|md5|sha1|argon2(?:id|i|d)|pbkdf2[a-z0-9-]{0,12}|scrypt|P|H|S|bcrypt-sha256)\$"
    r"[./A-Za-z0-9$=,+-]{13,256}", re.ASCII
)  # fmt: skip
_DJANGO: Final = re.compile(
    r"(?:pbkdf2_sha(?:1|256)|bcrypt_sha256|scrypt|argon2)\$[A-Za-z0-9+/=$.,-]{24,256}"
)
_LDAP: Final = re.compile(
    r"\{(?:SSHA|SHA|SMD5|MD5|CRYPT|SSHA256|SSHA512|PBKDF2[A-Z0-9-]*)\}[A-Za-z0-9+/=.$]{20,200}"
)
_PGPASS: Final = re.compile(r"(?:[0-9]{2,5}|\*):[^\s:]{1,64}:[^\s:]{1,64}:([^\s\\\"']{3,128})")
_NETRC: Final = re.compile(
    r"(?:machine\s{1,8}\S{1,128}|default)\s{1,8}login\s{1,8}\S{1,128}\s{1,8}password\s{1,8}([^\s\\\"']{3,256})"
)
_BASIC: Final = re.compile(
    r"(?:-u|--user|--proxy-user)[\s=]{1,3}[\"']?([^\s:\"'\\]{1,64}):([^\s\"'\\]{3,128})"
)
_IDENTIFIED: Final = re.compile(
    r"IDENTIFIED (?:WITH \S{1,40} )?(?:BY|AS) (?:PASSWORD )?\\{0,3}'([^'\\]{3,128})", re.IGNORECASE
)
_DOCKER: Final = re.compile(r"auth\\{0,7}\"\s{0,4}:\s{0,4}\\{0,7}\"([A-Za-z0-9+/]{8,512}={0,2})")
_MNEMONIC: Final = re.compile(
    r"(?:mnemonic|(?:recovery|seed|backup|secret)[ _-]phrase|seed[ _-]words)\\{0,7}[\"']?\s{0,3}(?:=|:|is|\s)\s{0,3}\\{0,7}[\"']?"
    r"((?:[a-z]{3,8}[ ,]{1,2}){11,23}[a-z]{3,8})(?![a-z])", re.IGNORECASE
)  # fmt: skip
_PPK_END: Final = re.compile(r"Private-MAC:\s{0,4}[0-9a-f]{40,64}")
_MAX_KEY_BLOCK: Final = 20_000
_NEWLINES: Final = re.compile(r"(?:\\{1,7}[nr]|[\r\n]){0,4}")
_ASSIGNMENT: Final = re.compile(r"[A-Za-z][A-Za-z0-9_ ]{1,40}=[^=]", re.ASCII)


def secret_rules() -> list[tuple[Anchor, Confirm]]:
    """Return every rule for secrets, each with the anchor that it needs."""
    rules: list[tuple[Anchor, Confirm]] = [
        (Anchor(rule.anchor), _token(compiled))
        for rule, compiled in zip(TOKENS, compile_tokens(), strict=True)
    ]
    rules += [(Anchor(word, caseless=True), _keyed(len(word))) for word in _KEY_ANCHORS]
    rules += [
        (Anchor("://"), _url_credentials),
        (Anchor("-----BEGIN "), _pem),
        (Anchor("PuTTY-User-Key-File"), _putty),
        (Anchor("machine "), _group(_NETRC, 1)),
        (Anchor("default login"), _group(_NETRC, 1)),
        (Anchor("-u "), _group(_BASIC, 2)),
        (Anchor("--user"), _group(_BASIC, 2)),
        (Anchor("identified ", caseless=True), _group(_IDENTIFIED, 1)),
        (Anchor('auth"'), _docker),
        (Anchor("auth\\"), _docker),
        (Anchor("mnemonic", caseless=True), _group(_MNEMONIC, 1)),
        (Anchor("phrase", caseless=True), _phrase),
        (Anchor("seed words", caseless=True), _group(_MNEMONIC, 1)),
    ]
    rules += [(Anchor(f":{port}:"), _pgpass) for port in ("5432", "5433", "6432", "3306", "*")]
    rules += [
        (Anchor(f"${mark}"), _group(_HASH, 0))
        for mark in ("1$", "2", "5$", "6$", "7$", "y$", "apr1$", "argon2")
    ]
    rules += [
        (Anchor(f"${mark}"), _group(_HASH, 0))
        for mark in ("md5$", "sha1$", "pbkdf2", "scrypt$", "P$", "H$", "S$")
    ]
    rules += [
        (Anchor(name), _group(_DJANGO, 0))
        for name in ("pbkdf2_sha", "bcrypt_sha256$", "scrypt$", "argon2$")
    ]
    rules += [
        (Anchor(name), _group(_LDAP, 0))
        for name in ("{SSHA", "{SHA}", "{SMD5}", "{MD5}", "{CRYPT}", "{PBKDF2")
    ]
    return rules


def _found(start: int, end: int, score: float = 0.95) -> Finding:
    return Finding(start, end, SECRET, score)


def _token(rule: CompiledToken) -> Confirm:
    def confirm(text: str, start: int) -> Iterator[Finding]:
        start -= rule.lead
        if start < 0 or not (rule.public_anchor or starts_token(text, start)):
            return
        if match := rule.pattern.match(text, start):
            yield _found(*match.span(rule.group))

    return confirm


def _group(pattern: re.Pattern[str], group: int) -> Confirm:
    def confirm(text: str, start: int) -> Iterator[Finding]:
        if match := pattern.match(text, start):
            yield _found(*match.span(group), 0.9)

    return confirm


def _keyed(length: int) -> Confirm:
    def confirm(text: str, start: int) -> Iterator[Finding]:
        end = start + length
        while text[end - 1 : end] in {"=", ":"}:
            end -= 1
        before = _BACK.match(text[max(0, start - 40) : start][::-1])
        rest = _REST.match(text, end)
        if before is None or rest is None:
            return
        key_start, key_end = start - before.end(), rest.end()
        key = text[key_start:key_end].strip(".-")
        if text[key_start - 1 : key_start] == "\\" and key[:1] in {"n", "r", "t"}:
            key = key[1:]
        yield from secret_beside(text, key, key_start, key_end)

    return confirm


def secret_beside(text: str, key: str, key_start: int, key_end: int) -> Iterator[Finding]:
    """Yield the secret that a key assigns, if it does."""
    strength = judge_key(key)
    if strength == "none":
        return
    match = _VALUE.match(text, key_end)
    if match is None:
        return
    separator = match["sep"]
    if not separator.strip() and match["b"] and not text.startswith("--", key_start):
        return  # words that follow a key by chance
    group = match.lastgroup or "b"
    start, end = match.span(group)
    if group == "b":
        joined = text.find("&", start, end) >= 0 or text.find(",", start, end) >= 0
        cut = _CUT.search(text, start, end) if joined else None
        end = cut.start() if cut else end
        while end > start and text[end - 1] in ".,:!?)}]|":
            end -= 1
    value = text[start:end]
    if group == "b" and strength == "token" and _ASSIGNMENT.match(value):
        return  # another key, which is judged by itself
    # A key's `word: Word` in a type or a schema is quoted or not; a random value needs no quotes.
    quoted = group != "b"
    if is_secret(strength, value, quoted=quoted, assigned="=" in separator):
        yield _found(start, end, 0.85)


def _url_credentials(text: str, start: int) -> Iterator[Finding]:
    after = start + 3
    if match := _USERINFO.match(text, after):
        yield _found(*match.span(2))
    elif (match := _TOKENINFO.match(text, after)) and is_random(match[1], 16, 3.0):
        yield _found(*match.span(1))


def _pem(text: str, start: int) -> Iterator[Finding]:
    if match := _PEM.match(text, start):
        end = text.find("-----END", match.end(), match.end() + _MAX_KEY_BLOCK)
        # Without an end the key was cut: everything that could belong to it goes.
        stop = text.find("-----", end + 8) + 5 if end >= 0 else match.end() + _MAX_KEY_BLOCK
        tail = _NEWLINES.match(text, max(stop, match.end()))
        yield _found(start, min(len(text), tail.end() if tail else stop), 1.0)


def _putty(text: str, start: int) -> Iterator[Finding]:
    window = start + _MAX_KEY_BLOCK
    end = _PPK_END.search(text, start, window)
    private = text.find("Private-Lines:", start, window)
    if private >= 0:
        yield _found(private, end.end() if end else min(len(text), window), 1.0)


def _pgpass(text: str, start: int) -> Iterator[Finding]:
    if match := _PGPASS.match(text, start + 1):
        yield _found(*match.span(1), 0.9)


def _docker(text: str, start: int) -> Iterator[Finding]:
    match = _DOCKER.match(text, start)
    if match is None:
        return
    try:
        decoded = base64.b64decode(match[1] + "=" * (-len(match[1]) % 4))
    except binascii.Error:
        return
    if b":" in decoded and decoded.isascii():
        yield _found(*match.span(1))


def _phrase(text: str, start: int) -> Iterator[Finding]:
    for lead in ("recovery", "seed", "backup", "secret"):
        begin = start - len(lead) - 1
        if begin < 0 or text[begin : start - 1].lower() != lead:
            continue
        if match := _MNEMONIC.match(text, begin):
            yield _found(*match.span(1), 0.9)
