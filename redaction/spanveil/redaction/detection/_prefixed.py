"""Secrets behind a literal of their own: what stands before one, and the form of it."""

import re
from collections.abc import Iterator
from typing import Final

from spanveil.redaction._entities import SECRET
from spanveil.redaction.detection._finding import Confirm, Finding
from spanveil.redaction.detection._links import LINKS
from spanveil.redaction.detection._scanner import Anchor
from spanveil.redaction.detection._values import is_placeholder

_GROUPS: Final = (
    r"[^\n]{0,24}?\b(?=[A-Z0-9-]{0,30}[0-9])((?:[A-Z0-9]{4,6}-){2,6}[A-Z0-9]{4,6})(?![\w-])"
)
# What stands before a secret, and the form of it.
_FORMS: Final = (
    *LINKS,
    ("importprivkey ", r"([1-9A-HJ-NP-Za-km-z]{50,53})"),
    ("oathtool ", r"(?:-\S{1,24}\s(?:[0-9]{1,2}\s)?){1,4}[\"']?([A-Za-z0-9]{16,128}=*)"),
    *(
        (f"<{part}>", r"([A-Za-z0-9+/=\s]{20,2000})</")
        for part in ("D", "DP", "DQ", "Q", "InverseQ")
    ),
    ("Wallet(", r"[\"'`]((?:0x)?[0-9a-fA-F]{64})"),
    ("accounts", r"[\"']?\s?:\s?\[\s{0,4}[\"'`]((?:0x)?[0-9a-fA-F]{64})"),
    ("vmess://", r"([A-Za-z0-9+/=_-]{30,4000})"),
    ("AUTH PLAIN ", r"([A-Za-z0-9+/]{8,512}={0,2})(?=[\s\\\"']|$)"),
    # servers and routers: Dovecot, kickstart, HAProxy, Squid, PgBouncer, OpenWrt, FortiOS, Windows
    ("{PLAIN}", r"([^\s:\"']{4,128})"),
    ("rootpw ", r"(?:--(?:plaintext|iscrypted|allow-ssh)\s{1,4}){1,3}([^\s-]\S{3,256})"),
    ("stats auth ", r"[\w.-]{1,64}:(\S{3,128})"),
    ("login=", r"[\w.-]{1,64}:([^\s&\"':]{4,128})(?=\s|$)"),
    ("[+] ", r"[^\s:\\]{1,64}\\{1,8}[^\s:\\]{1,64}:([^\s:]{3,128})(?=\s|$)"),
    ("NTLMv2-SSP Hash", r"\s{0,8}:\s[^\s:]{1,64}::[^\s:]{0,64}:([0-9A-Fa-f:]{32,4096})"),
    ("option key ", r"'([^'\n]{4,128})'"),
    ("Key Content", r"\s{1,20}:\s(\S[^\n\r]{3,62})"),
    # a channel of conda
    ("/t/", r"(?=[\w-]{0,80}[0-9])([A-Za-z0-9_-]{32,80})(?=[/\s]|$)"),
    (
        "UGFzc3dvcmQ6",
        r"\s{1,4}(?:(?:[Cc](?:lient)?:|[<>]|->|>>>|~>)\s)?([A-Za-z0-9+/]{4,512}={0,2})(?=\s|$)",
    ),
    (" on >", r"([^\s>]{4,256})"),
    ("digest:", r"[\w.-]{1,64}:([A-Za-z0-9+/=]{20,64})"),
    ("]:", r"[0-9]{2,5}\s{1,8}[\w.@+-]{1,64}:([^\s\"':,]{4,256})"),
    ("add-mask::", r"(\S{4,512})"),
    (
        "hooks/",
        r"(?:[\w-]{1,14}/){0,3}?((?:[A-Za-z0-9]{15,23}/)?(?=[\w-]{0,200}[0-9])[A-Za-z0-9_-]{24,200})",
    ),
    ("<auth-user-pass>", r"\s{1,4}\S{1,128}\s{1,4}([^\s<]{3,256})\s{0,4}<"),
    ("AKIA", r"[A-Z0-9]{16}:([A-Za-z0-9+/=]{40})(?![A-Za-z0-9+/=])"),
    *(
        (
            kind,
            r"[A-Z0-9]{16}(?:[\"']?\s?[,;|]\s?[\"']?|\s{1,4})(?=[A-Za-z+/]{0,39}[0-9])(?=[A-Z0-9+/]{0,39}[a-z])([A-Za-z0-9+/]{40})(?![A-Za-z0-9+/=])",
        )
        for kind in ("AKIA", "ASIA")
    ),
    ("u/p", r"(?:\s?[:=])?\s[\w.@+-]{1,64}\s?[/:]\s?([^\s/:]{5,64})(?=[\s,;]|$)"),
    (
        "ecurity answer",
        r"(?:\s(?:is|was)|\s?[:=])\s{1,2}[\"']?(?=[A-Z])(\w[^\n,.;\"'{}<>()]{2,40})(?=[.,;\"'\n]|$)",
    ),
    ("login attempt [", r"(?:b')?[^/\]'\n]{1,64}'?/(?:b')?([^\]'\n]{1,128})'?\]"),
    ("<apikeys>", r"\s{0,12}<add\skey=\"[^\"]{1,200}\"\svalue=\"([^\"]{8,400})\""),
    # the sessions of Google's accounts, the answer to a challenge (RFC 7616, section 3.4)
    *((name, r"([A-Za-z0-9_-]{17})(?=[;\s\"']|$)") for name in ("; HSID=", "; SSID=")),
    ("APISID=", r"([A-Za-z0-9_/-]{30,44})(?=[;\s\"']|$)"),
    ('response="', r"([0-9a-f]{32})\""),
    ('mac="', r"([A-Za-z0-9+/]{27,43}=)\""),
    (
        "code=",
        r"(?=[A-Za-z_./~%-]{0,60}[0-9])([A-Za-z0-9_./~%-]{20,512})&(?:redirect_uri|code_verifier|grant_type|client_id|client_secret)=",
    ),
    ("hooks/catch/", r"([0-9]{4,12}/[A-Za-z0-9]{6,24})(?=[/\s\"']|$)"),
    # a link that lets in whoever has it
    *(
        (f"{sign}{name}=", r"(?=[A-Za-z_-]{0,80}[0-9])([A-Za-z0-9_.~%-]{24,512})(?=[&#\s\"'<>)]|$)")
        for sign in "?&"
        for name in (
            "ticket",
            "magic",
            "invite",
            "invitation",
            "otp",
            "jwt",
            "assertion",
            "sso",
            "login",
            "verify",
            "verification",
            "activation",
            "confirmation",
            "reset",
            "hash",
            "sess",
            "t",
            "k",
        )
    ),
    *(
        (
            f"/{name}/",
            r"(?:[\w-]{1,40}/)?(?=[A-Za-z_-]{0,80}[0-9])(?=[\w-]{0,80}[A-Za-z])([A-Za-z0-9_-]{24,200})(?=[/?#\s\"'<>)]|$)",
        )
        for name in (
            "magic",
            "magic-link",
            "invite",
            "invitation",
            "reset",
            "reset-password",
            "verify",
            "verify-email",
            "activate",
            "confirm",
            "unlock",
            "sso",
            "join",
            "unsubscribe",
        )
    ),
    ("uthorization Basic\\ ", r"([A-Za-z0-9+/]{8,512}={0,2})"),
    (" on #", r"([0-9a-f]{64})(?=\s)"),
    ("New value: ", r"(\S{8,128})(?=\s|$)"),
    ("NTLM", r"\s{0,12}:\s{1,4}([0-9A-Fa-f]{32})(?![0-9A-Fa-f])"),
    ("/ipk ", r"((?:[A-Z0-9]{5}-){4}[A-Z0-9]{5})"),
    *(
        (name, r"\W{1,24}([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?!\w)")
        for name in ("SecretID", "Secret ID", "secret_id", "secretId")
    ),
    ("update.php?", r"([\w-]{24,80}={0,2})"),
    ("otpauth-migration://", r"\w{1,16}\?data=([\w%+/=-]{20,4000})"),
    ("sv_setsteamaccount ", r"([0-9A-F]{32}|[A-Z0-9]{32})"),
    (
        "allet",
        r"[\w' :(=-]{0,40}?\b(?:pk|priv\w{0,6}|key|secret)\b[):=\s]{1,4}(?:0x)?([0-9a-fA-F]{64})(?!\w)",
    ),
    (
        "setup key",
        r"\W{1,4}((?:[a-z2-7]{4}[ ]){3,15}[a-z2-7]{4}|(?:[A-Z2-7]{4}[ ]){3,15}[A-Z2-7]{4})",
    ),
    (
        "ecret key",
        r"\W{1,4}((?:[a-z2-7]{4}[ ]){3,15}[a-z2-7]{4}|(?:[A-Z2-7]{4}[ ]){3,15}[A-Z2-7]{4})",
    ),
    *(
        (
            name,
            r"\)?\W{1,4}((?:[a-z2-7]{4}[ ]){3,15}[a-z2-7]{4}|(?:[A-Z2-7]{4}[ ]){3,15}[A-Z2-7]{4})",
        )
        for name in ("cannot scan", "can't scan", "manually", "entry key")
    ),
    ("pp password", r"[^\n]{0,40}?\W((?:[a-z]{4}[ ]){3}[a-z]{4})(?![ ]?[a-z])"),
    ("pplication password", r"[^\n]{0,40}?\W((?:[A-Za-z0-9]{4}[ ]){5}[A-Za-z0-9]{4})(?![ ]?\w)"),
    ("ecurity question", r"[^\n]{0,80}?\banswer(?:\sis|\swas|:)\s{1,2}[\"']?(\w[^\n,.;\"']{2,40})"),
    # what nodes of Erlang know each other by
    ("cookie", r"(?:_value)?\s?[=:]\s?[\"']?([A-Z]{20})(?![A-Za-z])"),
    ("ecovery key", r"[^\n]{0,40}\s{1,8}((?:[cbdefghijklnrtuv]{8}-){7}[cbdefghijklnrtuv]{8})"),
    ("itLocker", r"[^\n]{0,80}?[\s:]((?:[0-9]{6}-){7}[0-9]{6})(?![0-9-])"),
    *(
        (name, _GROUPS)
        for name in (
            "icense",
            "icence",
            "ICENSE",
            "egistration",
            "ctivation",
            "erial",
            "roduct key",
        )
    ),
)


def prefixed_rules() -> list[tuple[Anchor, Confirm]]:
    """Return a rule for each literal."""
    return [(Anchor(name), group(re.compile(re.escape(name) + form), 1)) for name, form in _FORMS]


def last(pattern: re.Pattern[str]) -> Confirm:
    """Return a rule that takes the last group of a pattern that took part."""

    def confirm(text: str, start: int) -> Iterator[Finding]:
        match = pattern.match(text, start)
        if match and not is_placeholder(match[match.lastindex or 0]):
            yield Finding(*match.span(match.lastindex or 0), SECRET, 0.9)

    return confirm


def group(pattern: re.Pattern[str], number: int) -> Confirm:
    """Return a rule that takes a group of a pattern for a secret."""

    def confirm(text: str, start: int) -> Iterator[Finding]:
        if match := pattern.match(text, start):
            yield Finding(*match.span(number), SECRET, 0.9)

    return confirm
