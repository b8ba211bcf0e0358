"""Secrets on command lines and in calls: `sshpass -p …`, `auth=("svc", "…")`, `jwt.encode(x, "…")`."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from spanveil.redaction._entities import SECRET
from spanveil.redaction.detection._finding import Finding
from spanveil.redaction.detection._scanner import Anchor
from spanveil.redaction.detection._values import is_chosen, is_placeholder, is_random, is_strong

Confirm = Callable[[str, int], Iterator[Finding]]

_Q: Final = r"\\{0,7}[\"']"
_WORDS: Final = r"[^\n|;&]{0,160}?"
_ARGUMENT: Final = rf"(?:{_Q}([^\"'\\\n]{{3,256}})(?={_Q})|(?:{_Q})?([^\s\"'\\|;&]{{3,256}}))"
_TYPED: Final = rf"(?:[0-9]\s)?{_ARGUMENT}"
_STRING: Final = rf"[bfru]?{_Q}([^\"'\\\n]{{3,256}}){_Q}"
# The program, and how its option for a password is written.
_OPTIONS: Final = (
    ("mysql", rf"(?:dump|admin|import|sh)?\s{_WORDS}(?<=\s)-p{_ARGUMENT}"),
    ("mariadb", rf"(?:-dump|-admin)?\s{_WORDS}(?<=\s)-p{_ARGUMENT}"),
    ("sshpass", rf"\s{{1,3}}-p\s{{0,2}}{_ARGUMENT}"),
    ("docker login", rf"{_WORDS}\s(?:-p|--password)[\s=]{_ARGUMENT}"),
    ("podman login", rf"{_WORDS}\s(?:-p|--password)[\s=]{_ARGUMENT}"),
    ("helm registry login", rf"{_WORDS}\s-p[\s=]{_ARGUMENT}"),
    ("az login", rf"{_WORDS}\s(?:-p|--password)[\s=]{_ARGUMENT}"),
    ("oc login", rf"{_WORDS}\s(?:-p|--token)[\s=]{_ARGUMENT}"),
    ("vault login", rf"\s(?:token=)?{_ARGUMENT}"),
    ("redis-cli", rf"\s{_WORDS}(?:-a|--pass)[\s=]{_ARGUMENT}"),
    ("mongo", rf"(?:sh|dump|restore|export)?\s{_WORDS}(?<=\s)-p[\s=]?{_ARGUMENT}"),
    ("sqlcmd", rf"\s{_WORDS}(?<=\s)-P\s?{_ARGUMENT}"),
    ("bcp ", rf"{_WORDS}(?<=\s)-P\s?{_ARGUMENT}"),
    ("sqlplus", rf"\s{_WORDS}[\w.-]+/(?:{_Q})?([^\s\"'\\@|;&]{{3,256}}?)(?:{_Q})?@"),
    ("openssl", rf"\s{_WORDS}(?<=\s)(?:-k\s|-pass(?:in|out)?\spass:)(?:pass:)?{_ARGUMENT}"),
    ("ldapsearch", rf"\s{_WORDS}(?<=\s)-w\s?{_ARGUMENT}"),
    ("ldapmodify", rf"\s{_WORDS}(?<=\s)-w\s?{_ARGUMENT}"),
    ("smbclient", rf"\s{_WORDS}(?<=\s)-U\s?(?:{_Q})?[^\s%]{{1,64}}%{_ARGUMENT}"),
    ("net use", rf"\s{_WORDS}/user:\S{{1,64}}\s{_ARGUMENT}"),
    ("net user", rf"\s\S{{1,64}}\s(?!/){_ARGUMENT}"),
    ("xfreerdp", rf"\s{_WORDS}/p:{_ARGUMENT}"),
    ("7z ", rf"{_WORDS}(?<=\s)-p{_ARGUMENT}"),
    ("unzip ", rf"{_WORDS}(?<=\s)-P\s?{_ARGUMENT}"),
    ("zip ", rf"{_WORDS}(?<=\s)-P\s?{_ARGUMENT}"),
    ("htpasswd", rf"\s-\w*b\w*\s{_WORDS}(?<=\s)([^\s\"'|;&]{{4,256}})\s*(?=$|\n)"),
    (
        "snmp-server host",
        rf"\s\S{{1,64}}\s(?:traps\s|informs\s)?(?:version\s[123]c?\s(?:auth\s|priv\s)?)?{_ARGUMENT}",
    ),
    ("snmp community", rf"\s{_ARGUMENT}"),
    (" -A ", rf"{_ARGUMENT}(?=\s-X|\s{_WORDS}snmp|\s\S{{1,64}}$)"),
    ("snmp", rf"\w{{2,8}}\s{_WORDS}(?<=\s)-A\s{_ARGUMENT}"),
    ("snmp", rf"\w{{2,8}}\s{_WORDS}(?<=\s)-X\s{_ARGUMENT}"),
    ("lftp", rf"\s{_WORDS}-u\s[^\s,]{{1,64}},{_ARGUMENT}"),
    ("http -a ", rf"[^\s:]{{1,64}}:{_ARGUMENT}"),
    ("--auth ", rf"[^\s:]{{1,64}}:{_ARGUMENT}"),
    ("ldappasswd", rf"\s{_WORDS}-s\s{_ARGUMENT}"),
    ("net use", rf"\s(?:\w:\s)?\\{{2,4}}\S{{1,100}}\s(?!/){_ARGUMENT}"),
    ("openssl passwd", rf"\s-\w{{1,8}}\s{_ARGUMENT}"),
    ("config http-basic", rf"\.\S{{1,100}}\s\S{{1,64}}\s{_ARGUMENT}"),
    ("+login ", rf"\S{{1,64}}\s{_ARGUMENT}"),
    (" LOGIN ", rf"\S{{1,64}}\s(?=\S{{0,64}}[0-9]){_ARGUMENT}(?=\s|$)"),
    ("AUTH ", rf"(?:\w{{1,32}}\s)?(?=\S{{0,64}}[0-9]){_ARGUMENT}\s{{0,2}}(?=\n|$)"),
    ("AuthInfo:", r"\S{1,100}\s[^\n]{0,80}\"P:([^\"\n]{3,128})"),
    ("authtoken", rf"(?:s)?\s{_ARGUMENT}"),
    ("auth init", rf"\s-t\s{_ARGUMENT}"),
    ("auth:token", rf"\s{_ARGUMENT}"),
    ("addprinc", rf"\s{_WORDS}-pw\s{_ARGUMENT}"),
    ("sp_addlogin", rf"\s{_STRING}\s{{0,3}},\s{{0,3}}{_STRING}"),
    (": EAP ", _ARGUMENT),
    (": XAUTH ", _ARGUMENT),
    (": RSA ", rf"\S{{1,128}}\s{_ARGUMENT}"),
    (" pptpd ", _ARGUMENT),
    ("-setcookie ", _ARGUMENT),
    ("snmp-server community", rf"\s{_ARGUMENT}"),
    ("snmp-server user", rf"\s{_WORDS}\sauth\s(?:md5|sha)\S{{0,6}}\s{_ARGUMENT}"),
    (
        "snmp-server user",
        rf"\s{_WORDS}\spriv\s(?:3?des|aes)\S{{0,6}}(?:\s[0-9]{{3}})?\s{_ARGUMENT}",
    ),
    ("rocommunity", rf"6?\s{{1,8}}{_ARGUMENT}"),
    ("rwcommunity", rf"6?\s{{1,8}}{_ARGUMENT}"),
    *(
        (f"snmp{verb}", rf"\s{_WORDS}(?<=\s)-c\s?{_ARGUMENT}")
        for verb in ("walk", "get", "getnext", "bulkwalk", "bulkget", "set", "trap")
    ),
    ("radius-server", rf"{_WORDS}\skey\s{_TYPED}"),
    ("tacacs-server", rf"{_WORDS}\skey\s{_TYPED}"),
    ("aaa-server", rf"[^;&]{{0,160}}?\skey\s{_TYPED}"),
    ("radius server ", rf"[^;&]{{0,160}}?\skey\s{_TYPED}"),
    ("tacacs server ", rf"[^;&]{{0,160}}?\skey\s{_TYPED}"),
    ("message-digest-key", rf"\s[0-9]{{1,3}}\smd5\s{_TYPED}"),
    ("ssid=", rf"(?:{_Q})?[^\s,;]{{1,36}}[\s,;]{{1,3}}(?:key|psk|pass\w{{0,8}})\s?=\s?{_ARGUMENT}"),
    ("requirepass", rf"\s{_ARGUMENT}"),
    ("masterauth", rf"\s{_ARGUMENT}"),
    ("az ", rf"(?<=\baz\s){_WORDS}(?<=\s)(?:-p|--admin-password)\s{_ARGUMENT}"),
    ("codecov", rf"\s{_WORDS}(?<=\s)-t\s{_ARGUMENT}"),
    ("sonar.login=", _ARGUMENT),
    ("AWS AKIA", "[A-Z0-9]{16}:([A-Za-z0-9+/=]{20,64})"),
    ("wordpress_", r"(?:logged_in|sec)_\w{1,40}=([^\s;\"'\\]{20,512})"),
    ("nickserv ", rf":?(?i:identify)\s(?:[^\s\"']{{1,32}}\s)?{_ARGUMENT}"),
    ("NickServ ", rf":?(?i:identify)\s(?:[^\s\"']{{1,32}}\s)?{_ARGUMENT}"),
    ("wpa_passphrase ", rf"(?:{_Q}[^\"'\\\n]{{1,32}}{_Q}|[^\s\"']{{1,32}})\s{_ARGUMENT}"),
    ("dockerconfigjson", rf"(?:{_Q})?:\s{{1,3}}(?:{_Q})?([A-Za-z0-9+/=]{{40,2000}})"),
    (
        "unseal_keys_",
        rf"(?:b64|hex){_Q}\s{{0,3}}:\s{{0,3}}\[((?:(?:\s|\\{{1,7}}[nrt]|,|{_Q}){{1,24}}[A-Za-z0-9+/=]{{32,100}}){{1,16}})",
    ),
    ("isakmp key", rf"\s{_TYPED}"),
    ("pre-shared-key", rf"\s(?:(?:local|remote|ascii-text|hexadecimal)\s)?{_TYPED}"),
    ("key-string", rf"\s{_TYPED}"),
    ("neighbor ", rf"\S{{1,64}}\spassword\s{_TYPED}"),
    ("Unseal Key ", rf"[0-9]{{1,2}}:\s{{0,3}}{_ARGUMENT}"),
    ("rabbitmqctl", rf"\s(?:add_user|change_password)\s\S{{1,64}}\s{_ARGUMENT}"),
    ("aws configure set", rf"\s\S{{0,32}}(?:secret|token)\S{{0,32}}\s{_ARGUMENT}"),
    ("gh auth", rf"{_WORDS}--with-token\s<<<\s{_ARGUMENT}"),
    ("-u ", rf"(?:{_Q})?(?!\S{{0,40}}://)[^\s:\"'\\]{{1,64}}:([^\s\"'\\]{{3,128}})"),
    ("--user", rf"[\s=]{{1,3}}(?:{_Q})?[^\s:\"'\\]{{1,64}}:([^\s\"'\\]{{3,128}})"),
    ("--proxy-user", rf"[\s=]{{1,3}}(?:{_Q})?[^\s:\"'\\]{{1,64}}:([^\s\"'\\]{{3,128}})"),
    ("--tlsuser", rf"\s\S{{1,64}}\s{_WORDS}--tlspassword\s{_ARGUMENT}"),
)
# A call whose argument is a key: the end of its name, and what stands before the key.
_CALLS: Final = (
    ("hmac.new(", rf"\s{{0,4}}{_STRING}"),
    ("createHmac(", rf"{_Q}[\w-]{{1,16}}{_Q}\s{{0,3}},\s{{0,3}}{_STRING}"),
    ("Fernet(", rf"\s{{0,4}}{_STRING}"),
    ("SecretKeySpec(", rf"\s{{0,4}}{_STRING}"),
    ("AES.encrypt(", rf"[^,\n]{{1,80}},\s{{0,3}}{_STRING}"),
    ("AES.decrypt(", rf"[^,\n]{{1,80}},\s{{0,3}}{_STRING}"),
    ("bcrypt.compare", rf"(?:Sync)?\(\s{{0,3}}{_STRING}"),
    ("bcrypt.hash", rf"(?:Sync|pw)?\(\s{{0,3}}{_STRING}"),
    ("password_hash(", rf"\s{{0,3}}{_STRING}"),
    ("password_verify(", rf"\s{{0,3}}{_STRING}"),
    ("AES.new(", rf"\s{{0,4}}{_STRING}"),
    ("jwt.encode(", rf"[^,\n]{{1,80}},\s{{0,3}}{_STRING}"),
    ("jwt.decode(", rf"[^,\n]{{1,80}},\s{{0,3}}{_STRING}"),
    ("jwt.sign(", rf"[^,\n]{{1,80}},\s{{0,3}}{_STRING}"),
    ("jwt.verify(", rf"[^,\n]{{1,80}},\s{{0,3}}{_STRING}"),
    ("auth", rf"\w{{0,8}}\s{{0,3}}[=:]?\s{{0,3}}\(\s{{0,3}}{_Q}[^\"'\\\n]{{1,64}}{_Q}\s{{0,3}},\s{{0,3}}{_STRING}"),
    ("Auth(", rf"\s{{0,3}}{_Q}[^\"'\\\n]{{1,64}}{_Q}\s{{0,3}},\s{{0,3}}{_STRING}"),
    ("login(", rf"\s{{0,3}}{_Q}[^\"'\\\n]{{1,64}}{_Q}\s{{0,3}},\s{{0,3}}{_STRING}"),
    ("Credential", rf"s?\(\s{{0,3}}{_Q}[^\"'\\\n]{{1,64}}{_Q}\s{{0,3}},\s{{0,3}}{_STRING}"),
    ("getConnection(", rf"[^,\n]{{1,160}},\s{{0,3}}{_Q}[^\"'\\\n]{{1,64}}{_Q}\s{{0,3}},\s{{0,3}}{_STRING}"),
    ("mysqli", rf"(?:_connect)?\([^,\n]{{1,128}},[^,\n]{{1,128}},\s{{0,3}}{_STRING}"),
    ("new PDO(", rf"[^,\n]{{1,200}},[^,\n]{{1,128}},\s{{0,3}}{_STRING}"),
    ("PlainText ", _ARGUMENT),
    ("ConvertTo-SecureString", rf"\s(?:-String\s)?{_STRING}"),
    # Composer's auth.json: a token under the name of its host
    *(
        (name, rf"{_Q}\s{{0,3}}:\s{{0,3}}\{{(?:\s|\\{{1,7}}[nrt]){{0,20}}{_Q}[\w.-]{{1,64}}{_Q}\s{{0,3}}:\s{{0,3}}{_STRING}")
        for name in ("hub-oauth", "lab-oauth", "lab-token", '\"bearer')
    ),
)  # fmt: skip
_STDIN: Final = re.compile(
    rf"(?:echo|printf|<<<)\s(?:-\w{{1,3}}\s)?{_Q}?([^\"'\n|]{{4,256}}?){_Q}?\s{{0,8}}\|[^|\n]{{0,80}}$"
)
_CHPASSWD: Final = re.compile(
    rf"(?:echo|printf)\s{_Q}?[\w.-]{{1,32}}:([^\"'\n|]{{4,256}}?){_Q}?\s{{0,8}}\|[^|\n]{{0,40}}$"
)
_READERS: Final = (
    "sudo -S",
    "| kinit",
    "| gcloud secrets",
    "| gpg",
    "| vault ",
    "data-file=-",
    "| passwd",
)
_FLAG: Final = re.compile(rf"\s(?:-[pPw][\s=]?|/p:|/rp\s)(?:{_Q})?([^\s\"'\\|;&<>]{{5,128}})")
_USER_FLAG: Final = re.compile(
    r"\s(?:-u|-U|-D|-n|-l|--user(?:name)?|/u:?|/ru|/user:|-username)|\blogin\b|\w@\w"
)
_PORTS: Final = re.compile(
    r"[\d.:]{1,64}(?:/(?:tcp|udp))?|[\w.-]{1,64}:[\w.-]{1,64}|[\w-]{1,64}=[\w-]{1,64}|[\w.~-]{0,64}/.{0,128}|[\w-]{1,64}\.\w{1,5}"
)
_DRAWN: Final = re.compile(rf"\s(?:-[kta]|auth)\s(?:{_Q})?([A-Za-z0-9_=+-]{{20,256}})(?![\w./:])")
_UUID: Final = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_STORED: Final = re.compile(
    r"(?:--[a-z-]{4,16}[\s=]{1,2}|-b\s?)(?:\\{0,7}'([^'\\\n]{1,1024})|\\{0,7}\"([^\"\\\n]{1,1024})|([^\s\"'\\]{4,1024}))"
)
_STORE: Final = re.compile(
    r"secret|passw|\bpw|token|credential|keyvault|api[_-]?key|private", re.IGNORECASE
)
_SENT: Final = re.compile(r"send\s(?:--\s)?\\{0,7}[\"']([^\"'\\\n]{3,128})")
_PROMPT: Final = re.compile(r"ass(?:word|phrase)|PIN", re.IGNORECASE)
_OAUTH_CODE: Final = re.compile(r"(?:code|key)=([A-Za-z0-9_./~%-]{20,512})")


def command_rules() -> list[tuple[Anchor, Confirm]]:
    """Return the rules, each with the anchor that it needs."""
    rules: list[tuple[Anchor, Confirm]] = [
        (Anchor(name), _argument(re.compile(re.escape(name) + form)))
        for name, form in (*_OPTIONS, *_CALLS)
    ]
    rules += [
        (Anchor("-stdin"), _piped(_STDIN)),
        (Anchor("--with-token"), _piped(_STDIN)),
        (Anchor("--passphrase-fd"), _piped(_STDIN)),
        (Anchor("chpasswd"), _piped(_CHPASSWD)),
        *((Anchor(name), _piped(_STDIN)) for name in _READERS),
        *((Anchor(f" {flag}"), _flag) for flag in ("-p", "-P", "-w", "/p:", "/rp ")),
        *(
            (Anchor(flag), _stored)
            for flag in ("--value", "--body", "--secret-string", "--literal", "-b'")
        ),
        (Anchor("send "), _sent),
        *((Anchor(flag), _drawn) for flag in (" -k ", " -t ", " -a ", " auth ")),
        (Anchor("?code="), _code),
        (Anchor("&code="), _code),
        (Anchor("?key="), _code),
        (Anchor("&key="), _code),
    ]
    return rules


def _flag(text: str, start: int) -> Iterator[Finding]:
    """Judge an option that takes a password in many programs, where another names a user."""
    match = _FLAG.match(text, start)
    if match is None or is_placeholder(match[1]) or not is_chosen(match[1]) or match[1].isdigit():
        return
    if _PORTS.fullmatch(match[1]) or match[1].startswith("-"):
        return
    begin = max(text.rfind("\n", max(0, start - 160), start), start - 160, 0)
    if is_strong(match[1]) or _USER_FLAG.search(text, begin, start):
        yield Finding(*match.span(1), SECRET, 0.75)


def _drawn(text: str, start: int) -> Iterator[Finding]:
    """Judge an option that takes a key or a token in many programs."""
    match = _DRAWN.match(text, start)
    if match and (_UUID.fullmatch(match[1]) or is_random(match[1], 20, 3.3)):
        yield Finding(*match.span(1), SECRET, 0.7)


def _stored(text: str, start: int) -> Iterator[Finding]:
    """Judge what a command puts into a store of secrets."""
    begin = max(text.rfind("\n", max(0, start - 200), start), start - 200, 0)
    match = _STORED.match(text, start)
    if match is None or not _STORE.search(text, begin, start):
        return
    number = match.lastindex or 1
    if len(match[number]) >= 4 and not is_placeholder(match[number]) and match[number][0] != "{":
        yield Finding(*match.span(number), SECRET, 0.85)


def _sent(text: str, start: int) -> Iterator[Finding]:
    """Judge what a script of expect answers to a prompt for a password."""
    match = _SENT.match(text, start)
    if match is None or is_placeholder(match[1]):
        return
    if is_strong(match[1]) or _PROMPT.search(text, max(0, start - 160), start):
        yield Finding(*match.span(1), SECRET, 0.85)


def _argument(pattern: re.Pattern[str]) -> Confirm:
    def confirm(text: str, start: int) -> Iterator[Finding]:
        match = pattern.match(text, start)
        if match is None:
            return
        value = match[match.lastindex or 1]
        if not is_placeholder(value) and not _is_plain(value):
            yield Finding(*match.span(match.lastindex or 1), SECRET, 0.85)

    return confirm


def _is_plain(value: str) -> bool:
    """Say whether a value is a word, a number or a flag: `mongo -port`, `auth("read", "orders")`."""
    return value.isalpha() or value.isdigit() or value.startswith("-") or "(" in value


def _piped(pattern: re.Pattern[str]) -> Confirm:
    def confirm(text: str, start: int) -> Iterator[Finding]:
        begin = max(0, start - 400)
        match = pattern.search(text[begin:start])
        if match is not None and not is_placeholder(match[1]):
            yield Finding(begin + match.start(1), begin + match.end(1), SECRET, 0.85)

    return confirm


def _code(text: str, start: int) -> Iterator[Finding]:
    match = _OAUTH_CODE.match(text, start + 1)
    if match is not None and is_random(match[1], 20, 3.3):
        yield Finding(*match.span(1), SECRET, 0.7)
