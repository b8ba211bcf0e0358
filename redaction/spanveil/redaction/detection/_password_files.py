"""Files and dumps that hold passwords by their format: hashes, `.pgpass`, `.netrc`, key blocks."""

import base64
import binascii
import re
from collections.abc import Iterator
from typing import Final

from spanveil.redaction._entities import SECRET
from spanveil.redaction.detection._finding import Confirm, Finding
from spanveil.redaction.detection._prefixed import group, last, prefixed_rules
from spanveil.redaction.detection._scanner import Anchor
from spanveil.redaction.detection._values import is_drawn_word, is_placeholder, is_strong
from spanveil.redaction.detection._work import is_new

_PEM: Final = re.compile(
    r"-----BEGIN (?:[A-Za-z0-9]{1,12} ){0,3}(?:PRIVATE|SECRET|STATIC|Static) [Kk][Ee][Yy](?: BLOCK| V[0-9])?-----"
    r"|-----BEGIN [A-Z]{1,12} NKEY SEED-----|---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----",
    re.ASCII,
)
_HASH: Final = re.compile(
    r"\$(?:1|2[abxy]|5|6|7|8|9|y|apr1|md5|sha1|argon2(?:id|i|d)|pbkdf2[a-z0-9-]{0,12}|scrypt|P|H|S|bcrypt-sha256)\$"
    r"[./A-Za-z0-9$=,+-]{13,256}", re.ASCII
)  # fmt: skip
_DJANGO: Final = re.compile(
    r"(?:pbkdf2_sha(?:1|256)|bcrypt_sha256|scrypt|argon2)\$[A-Za-z0-9+/=$.,-]{24,256}"
)
# as hashcat writes what it cracks, and Werkzeug what it stores
_CRACKED: Final = re.compile(
    r"\$(?:krb5(?:tgs|asrep|pa)|DCC2|mskrb|netntlm(?:v2)?)\$[^\s\"'\\]{16,4096}", re.IGNORECASE
)
_WERKZEUG: Final = re.compile(
    r"(?:scrypt(?::[0-9]{1,9}){1,3}|pbkdf2:sha[0-9]{1,3}(?::[0-9]{1,9})?)\$[^\s$\"'\\]{4,64}\$[0-9a-f]{32,256}"
)
_POOLED: Final = re.compile(r"\" \"(md5[0-9a-f]{32})\"")
_ENCODED: Final = re.compile(r" (ENC [A-Za-z0-9+/=]{20,512})(?=\s|$)")
_SCRAM: Final = re.compile(r"SCRAM-SHA-(?:1|256|512)\$[0-9]{1,7}:[A-Za-z0-9+/=$:]{24,400}")
_MD5_ROLE: Final = re.compile(r"PASSWORD\s{1,4}'(md5[0-9a-f]{32})'", re.IGNORECASE)
_LDAP: Final = re.compile(
    r"\{(?:SSHA|SHA|SMD5|MD5|CRYPT|SSHA256|SSHA512|PBKDF2[A-Z0-9-]*)\}[A-Za-z0-9+/=.$]{20,200}"
)
_SAM: Final = re.compile(
    r"[^\s:]{1,64}:[0-9]{1,10}:(?:(?i:aad3b435b51404eeaad3b435b51404ee|\*{32}|NO PASSWORD\*{0,21}):)?([0-9A-Fa-f]{32}(?::[0-9A-Fa-f]{32})?):::",
    re.ASCII,
)
_PGPASS: Final = re.compile(
    r"(?:[0-9]{2,5}|\*):[^\s:]{1,64}:[^\s:]{1,64}:([^\s:\\\"']{3,128}+)(?!:|[ \t][a-z])"
)
_NETRC: Final = re.compile(
    r"(?:machine\s{1,8}\S{1,128}|default)\s{1,8}login\s{1,8}\S{1,128}\s{1,8}password\s{1,8}([^\s\\\"']{3,256})"
)
_IDENTIFIED: Final = re.compile(
    r"IDENTIFIED (?:WITH \S{1,40} )?(?:BY|AS) (?:PASSWORD |VALUES )?"
    r"(?:\\{0,3}[\"']([^\"'\\\n]{3,128})|(?=[^\s\"'\\]{0,128}[0-9#$_!])([^\"'\\;\s]{3,128}))", re.IGNORECASE
)  # fmt: skip
_DOCKER: Final = re.compile(
    r"(?:auth\\{0,7}\"\s{0,4}:\s{0,4}\\{0,7}\"|_auth\s{0,2}[=:]\s{0,2}\"?)([A-Za-z0-9+/]{8,512}={0,2})"
)
_MNEMONIC: Final = re.compile(
    r"(?:mnemonic|phrase|seed|words|share|backup|ledger|trezor|metamask|wallet)(?:\s[#\w]{1,12}){0,4}?(?:\s?\([^()\n]{0,40}\)(?=[\s:]))?\\{0,7}[\"')]{0,2}\s{0,3}(?:=|:|is|are|\(|\s|-|\u2013|\u2192)\s{0,3}\\{0,7}[\"'`]?"
    r"(?![^\n]{0,240}\b(?:the|and|for|are|was)\b)(?:1[.)]\s)?((?:[a-z]{3,8}(?:[ ,]{1,2}|,?\s{0,2}(?:\n|\\{1,7}n)\s{0,8}|[ \n]{1,2}[0-9]{1,2}[.)]\s)){11,24}[a-z]{3,8})(?![a-z])", re.IGNORECASE
)  # fmt: skip
# `I wrote my recovery words down, in order: …`; as many words as BIP 39 makes of 128 to 256 bits
_IN_ORDER: Final = re.compile(
    r"(?i:words|phrase|seed|mnemonic|w\u00f6rter|palabras|palavras|parole|mots|woorden)[ ,(.?!](?:[^\n:]{0,60}|[^\n:]{0,40}\n[^\n:]{0,24}):[ ]{0,2}(?:\r?\n[ \t]{0,8})?(?:(?i:sure|yes|ok|okay|alright|well)[,.:]?[ ])?[\"'`]?"
    r"(?=(?:[a-z]{3,8}[ ,]{1,2}){4})(?![^\n]{0,240}\b(?:the|and|for|are|was|with|that|this|from|have|not|you|your|can|will|has|but|all|any|our|its)\b)"
    r"((?:[a-z]{3,8},?[ ]){11,23}[a-z]{3,8})(?![a-z])(?!,?[ ][a-z])"
)
_OF_WALLET: Final = re.compile(
    r"(?:recovery|seed|backup|secret|mnemonic|wallet|ledger|trezor|bip-?39|1[258]|2[14])[ -](?:\w{1,8}[ -])?$",
    re.IGNORECASE,
)
_COUNTS: Final = frozenset({12, 15, 18, 21, 24})
_CODE: Final = r"[A-Za-z0-9]{4,12}(?:-[A-Za-z0-9]{4,12}){0,4}"
_CODES: Final = re.compile(
    r"(?:(?:recovery|backup|rescue|scratch|emergency|single-use|one-time)[ _-](?:code|key)s?|one of these)\\{0,7}[\"']?[^\n\"']{0,40}?[:=\n]"
    rf"((?:(?:\s|\\{{1,7}}[nrt]|[\[,\"'*.)\d-]){{0,8}}(?=[A-Za-z0-9-]{{0,40}}\d|(?-i:[A-Z]{{4,6}}-[A-Z]{{4,6}}-)){_CODE}(?![A-Za-z0-9])){{2,24}})",
    re.IGNORECASE,
)
_VAULTED: Final = re.compile(
    r"\$ANSIBLE_VAULT;1\.[0-9];AES(?:256)?(?:;[\w.-]{1,64})?"
    r"((?:(?:\s|\\{1,7}[nr]){1,40}[0-9a-f]{8,80}(?![0-9A-Za-z])){1,400})"
)
_NSS: Final = re.compile(r"M[A-Z][A-Za-z0-9]EEPgA{19}E[A-Za-z0-9+/]{24,2048}={0,2}")
_WIFI: Final = re.compile(r"WIFI:(?:[A-OQ-Z]:[^;\n]{0,64};){0,6}P:([^;\n]{4,128});")
_MAVEN: Final = re.compile(r"<master>\s{0,8}(\{[^{}<\s]{16,400}\})")
_DIGEST: Final = re.compile(r"Digest\s[^\n]{0,400}?\bresponse=\\{0,7}\"([0-9a-f]{32,64})")
_USE_CODE: Final = re.compile(
    r"use code ([0-9]{4,8}|[0-9]{3}[ -][0-9]{3})(?=\s[^.\n]{0,40}(?:sign|log|verif|confirm|auth|access|activat))",
    re.IGNORECASE,
)
_SMB: Final = re.compile(
    r"[^\s:]{1,64}:[0-9]{1,10}:((?:[0-9A-Fa-f]{32}|X{32}):[0-9A-Fa-f]{32}):", re.ASCII
)
_CHPASSWD: Final = re.compile(
    r"chpasswd:\s{0,4}\n(?:\s{1,8}(?:list|expire):[^\n]{0,16}\n){1,2}(?:\s{1,16}[\w.-]{1,32}:\S{1,256}(?:\n|$)){1,64}"
)
_EXTENDED: Final = re.compile(r"[xyzt]prv[1-9A-HJ-NP-Za-km-z]{96,112}")
_PPK_END: Final = re.compile(r"Private-MAC:\s{0,4}[0-9a-f]{40,64}")
# a token of Fly.io is a scheme and one or more macaroons
_FLY: Final = re.compile(
    r"FlyV1 f[mo][12]_[A-Za-z0-9+/=_-]{20,2000}(?:,f[mo][12]_[A-Za-z0-9+/=_-]{20,2000}){0,8}"
)
_GRUB: Final = re.compile(
    r"grub\.pbkdf2\.sha512\.[0-9]{1,7}\.[0-9A-Fa-f]{32,512}\.[0-9A-Fa-f]{32,512}"
)
_CHAP_REACH: Final = 1024
_CHAP: Final = re.compile(r"(?m)^(?!#)\S{1,64}[ \t]{1,16}\S{1,64}[ \t]{1,16}\"?([^\s\"]{3,128})")
_USER_LINE: Final = re.compile(
    r"\"([a-z][\w.-]{1,63})\" \"([^\s\"\\]{6,128})\"[ \t]{0,4}(?=\r?\n|$)"
)
_SERVED: Final = frozenset({"pgbouncer", "postgres", "admin", "stats", "replicator"})
_LINE: Final = 200
_MAX_KEY_BLOCK: Final = 20_000
_STAND_IN: Final = 48
_OF_KEY: Final = re.compile("[A-Za-z0-9+/=]{11}")
_NEWLINES: Final = re.compile(r"(?:\\{1,7}[nr]|[\r\n]){0,4}")
_PORTS: Final = ("5432", "5433", "6432", "3306", "*")
_MARKS: Final = (
    *("1$", "2", "5$", "6$", "7$", "8$", "9$", "y$", "apr1$", "argon2"),
    *("md5$", "sha1$", "pbkdf2", "scrypt$", "P$", "H$", "S$"),
)
_DJANGO_NAMES: Final = ("pbkdf2_sha", "bcrypt_sha256$", "scrypt$", "argon2$")
_LDAP_NAMES: Final = ("{SSHA", "{SHA}", "{SMD5}", "{MD5}", "{CRYPT}", "{PBKDF2")


def password_file_rules() -> list[tuple[Anchor, Confirm]]:
    """Return the rules, each with the anchor that it needs."""
    rules: list[tuple[Anchor, Confirm]] = [
        (Anchor("-----BEGIN "), _pem),
        (Anchor("---- BEGIN SSH2"), _pem),
        (Anchor("PuTTY-User-Key-File"), _putty),
        (Anchor("machine "), group(_NETRC, 1)),
        (Anchor("default login"), group(_NETRC, 1)),
        (Anchor("identified ", caseless=True), last(_IDENTIFIED)),
        (Anchor("password 'md5", caseless=True), group(_MD5_ROLE, 1)),
        (Anchor("SCRAM-SHA-"), group(_SCRAM, 0)),
        *((Anchor(f"{letter}prv"), group(_EXTENDED, 0)) for letter in "xyzt"),
        (Anchor(":::"), _sam),
        (Anchor(":[U"), _smb),
        (Anchor("chpasswd:"), _lists),
        (Anchor('auth"'), _docker),
        (Anchor("auth\\"), _docker),
        (Anchor("_auth"), _docker),
        (Anchor("mnemonic", caseless=True), group(_MNEMONIC, 1)),
        (Anchor("phrase", caseless=True), group(_MNEMONIC, 1)),
        (Anchor("seed", caseless=True), group(_MNEMONIC, 1)),
        (Anchor("words", caseless=True), group(_MNEMONIC, 1)),
        *(
            (Anchor(word, caseless=True), group(_MNEMONIC, 1))
            for word in ("share #", "backup:", "ledger ", "trezor", "metamask", "wallet")
        ),
        *(
            (Anchor(word, caseless=True), _in_order)
            for word in (
                *("words", "phrase", "seed", "w?rter ", "palabras ", "palavras ", "parole "),
                *("mots ", "woorden "),
            )
        ),
        *prefixed_rules(),
        (Anchor("$ANSIBLE_VAULT;"), group(_VAULTED, 1)),
        (Anchor('" "md5'), group(_POOLED, 1)),
        (Anchor('" "'), _listed_user),
        *((Anchor(f"server{gap}secret"), _chap) for gap in (" ", "\t")),
        (Anchor("FlyV1 "), group(_FLY, 0)),
        (Anchor("grub.pbkdf2."), group(_GRUB, 0)),
        (Anchor(" ENC "), group(_ENCODED, 1)),
        (Anchor("EEPgAAAAAAAA"), _nss),
        (Anchor("use code ", caseless=True), group(_USE_CODE, 1)),
        (Anchor("WIFI:"), group(_WIFI, 1)),
        (Anchor("<master>"), group(_MAVEN, 1)),
        (Anchor("Digest "), group(_DIGEST, 1)),
    ]
    rules += [(Anchor(f":{port}:"), _pgpass) for port in _PORTS]
    rules += [(Anchor(f"${mark}"), group(_HASH, 0)) for mark in _MARKS]
    rules += [(Anchor(name), group(_DJANGO, 0)) for name in _DJANGO_NAMES]
    rules += [(Anchor(name), group(_LDAP, 0)) for name in _LDAP_NAMES]
    rules += [
        (Anchor(name, caseless=True), group(_CRACKED, 0))
        for name in ("$krb5", "$dcc2$", "$mskrb", "$netntlm")
    ]
    rules += [(Anchor(name), group(_WERKZEUG, 0)) for name in ("scrypt:", "pbkdf2:sha")]
    rules += [
        (Anchor(name, caseless=True), group(_CODES, 1))
        for name in (
            "recovery code",
            "backup code",
            "recovery key",
            "backup key",
            "rescue code",
            "scratch code",
            "emergency code",
            "one of these",
            "single-use code",
            "one-time code",
            "rescue key",
        )
    ]
    rules += [
        (Anchor(name, caseless=True), group(_CODES, 1))
        for name in ("recovery_code", "backup_code", "recovery-code", "backup-code")
    ]
    return rules


def _in_order(text: str, start: int) -> Iterator[Finding]:
    match = _IN_ORDER.match(text, start)
    if match is None or len(match[1].split()) not in _COUNTS:
        return
    # so many words in a row, with nothing between, are no list of key words
    plain = "," not in match[1] and not text[start - 1 : start].isalpha()
    if plain or text[start] in "sS" or _OF_WALLET.search(text, max(0, start - 24), start):
        yield Finding(*match.span(1), SECRET, 0.85)


def _pem(text: str, start: int) -> Iterator[Finding]:
    if match := _PEM.match(text, start):
        end = text.find(
            "---- END" if match[0][4] == " " else "-----END",
            match.end(),
            match.end() + _MAX_KEY_BLOCK,
        )
        if 0 <= end - match.end() <= _STAND_IN and not _OF_KEY.search(text, match.end(), end):
            return  # `(omitted)`
        # Without an end the key was cut: everything that could belong to it goes.
        stop = text.find("----", end + 8) + 5 if end >= 0 else match.end() + _MAX_KEY_BLOCK
        tail = _NEWLINES.match(text, max(stop, match.end()))
        yield Finding(start, min(len(text), tail.end() if tail else stop), SECRET, 1.0)


def _putty(text: str, start: int) -> Iterator[Finding]:
    window = start + _MAX_KEY_BLOCK
    end = _PPK_END.search(text, start, window)
    private = text.find("Private-Lines:", start, window)
    if private >= 0:
        stop = end.end() if end else min(len(text), window)
        yield Finding(private, stop, SECRET, 1.0)


def _pgpass(text: str, start: int) -> Iterator[Finding]:
    if match := _PGPASS.match(text, start + 1):
        yield Finding(*match.span(1), SECRET, 0.9)


def _nss(text: str, start: int) -> Iterator[Finding]:
    """Read a login that Firefox keeps: its first three characters tell its length."""
    if start >= 3 and (match := _NSS.match(text, start - 3)):
        yield Finding(*match.span(), SECRET, 0.95)


def _sam(text: str, start: int) -> Iterator[Finding]:
    """Read a line of a Windows hash dump backwards from the colons that end it."""
    line = text.rfind("\n", max(0, start - 160), start) + 1 or max(0, start - 160)
    if match := _SAM.search(text, line, start + 3):
        yield Finding(*match.span(1), SECRET, 0.9)


def _docker(text: str, start: int) -> Iterator[Finding]:
    match = _DOCKER.match(text, start)
    if match is None:
        return
    try:
        decoded = base64.b64decode(match[1] + "=" * (-len(match[1]) % 4))
    except binascii.Error:
        return
    if b":" in decoded and decoded.isascii():
        yield Finding(*match.span(1), SECRET, 0.95)


def _chap(text: str, start: int) -> Iterator[Finding]:
    """Read the secrets of PPP by the remark that stands above them: a client, a server, the secret."""
    if not is_new("chap", start & -_CHAP_REACH):
        return
    head = text.find("\n", start, start + 60)
    for line in _CHAP.finditer(text, head + 1, head + _CHAP_REACH) if head >= 0 else ():
        if not is_placeholder(line[1]):
            yield Finding(*line.span(1), SECRET, 0.85)


def _smb(text: str, start: int) -> Iterator[Finding]:
    """Read a line of Samba's smbpasswd backwards from its flags."""
    line = text.rfind("\n", max(0, start - 200), start) + 1 or max(0, start - 200)
    if match := _SMB.search(text, line, start + 1):
        yield Finding(*match.span(1), SECRET, 0.9)


def _listed_user(text: str, start: int) -> Iterator[Finding]:
    """Read a line of PgBouncer's list of users, which is nothing but a name and a password in quotes."""
    begin = text.rfind("\n", max(0, start - _LINE), start) + 1
    line = _USER_LINE.match(text, begin) if begin or start < _LINE else None
    if line is None or not is_drawn_word(line[2]):
        return
    other = _USER_LINE.match(text, line.end() + 1)
    above = text.rfind("\n", max(0, begin - 1 - 2 * _LINE), max(0, begin - 1)) + 1
    other = other or (_USER_LINE.match(text, above) if begin else None)
    if line[1] in _SERVED or (other and (other[1] in _SERVED or is_strong(other[2]))):
        yield Finding(*line.span(2), SECRET, 0.8)


def _lists(text: str, start: int) -> Iterator[Finding]:
    """Read the users and passwords that cloud-init hands to chpasswd."""
    if block := _CHPASSWD.match(text, start):
        for line in re.finditer(
            r"(?m)^\s{1,16}[\w.-]{1,32}:([^\s:]{4,256})$", text[: block.end()][start:]
        ):
            yield Finding(start + line.start(1), start + line.end(1), SECRET, 0.85)
