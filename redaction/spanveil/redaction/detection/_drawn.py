"""Keys that no row of the tables knows: long, drawn, and behind a prefix or beside a telling word."""

import math
import re
from collections.abc import Iterator
from typing import Final

from spanveil.redaction._entities import SECRET
from spanveil.redaction.detection._finding import Finding
from spanveil.redaction.detection._handed import LEAST, unmarked_key
from spanveil.redaction.detection._marked_keys import marked_key
from spanveil.redaction.detection._values import entropy, is_documented
from spanveil.redaction.detection._whole_forms import grouped_keys, in_capitals, whole_form

# One letter for every character of such a run, so that a run is found as a literal is.
_IN_RUN: Final = bytes(
    ord("a") if (chr(code).isalnum() and code < 128) or chr(code) in "_-" else ord(" ")
    for code in range(256)
)
_DIGITS: Final = tuple(range(ord("0"), ord("9") + 1))
_LEAST: Final = 28
_RUN: Final = b"a" * LEAST
_LONGEST: Final = 200
_TOKEN: Final = re.compile(r"[A-Za-z0-9_-]{28,200}(?:[+/][A-Za-z0-9+/]{0,200})?={0,2}")
# A service's mark: one to four short words of one case, then what was drawn
_PREFIXED: Final = re.compile(
    r"(?:[a-z][a-z0-9]{0,11}|[A-Z][A-Z0-9]{1,7})(?:[_-](?:[a-z]{1,10}[0-9]{0,2}|[A-Z]{2,6}|[0-9]{1,4})){0,3}[_-](?P<body>[A-Za-z0-9_-]{28,200}={0,2})"
)
_POINTED: Final = re.compile(
    r"(?:[A-Za-z]{1,8}[0-9]{0,2}(?:\.[a-z0-9]{1,4})?|0\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[MNO][A-Za-z0-9_-]{23,25}\.[\w-]{6})\.$"
)
# Sanity's, which nothing else is as long as; Ably's has the names of its app and of itself before it
_LONG: Final = re.compile("sk[A-Za-z0-9]{150,198}")
_NAMED_BEFORE: Final = re.compile(r"(?<![\w.-])[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{6}:$")
_OF_ABLY: Final = 43
# A second part behind a colon, and more parts of a token behind dots
# Laravel numbers its tokens before what is drawn, of 40 characters and since its tenth version of a checksum
_NUMBERED: Final = re.compile(r"(?<![\w.|])[0-9]{1,10}\|$")
_OF_LARAVEL: Final = (40, 48)
_PUBLIC: Final = re.compile(r"(?:public|verify(?:ing)?|host)[ _-]?key|fingerprint", re.IGNORECASE)
_PRIVATE: Final = re.compile("private|secret|token|passw|api", re.IGNORECASE)
_TAIL: Final = re.compile(
    r":[A-Za-z0-9+/]{16,40}={0,2}|(?:\.(?=[A-Za-z_-]{0,40}[0-9])[A-Za-z0-9_-]{12,1000}){1,8}(?![\w.])"
)
# Identifiers of things, and what is derived from content: nobody is let in with them
_NAMES: Final = re.compile(
    r"(?:cus|ch|pi|py|price|prod|sub|in|ii|il|si|pm|src|card|ba|acct|txn|po|seti|dp|tr|or|cs_test|cs_live|(?:chat)?cmpl|call|toolu|msg|resp|run|thread|asst|file|batch|req|rs|fc|ws|ft|item|conv|session|trace|span|event|evt|user|usr|org|team|proj|prj|dpl|"
    r"job|task|step|node|img|image|doc|page|cursor|etag|hash|sha[0-9]{0,3}|md5|digest|commit|build|cache|chunk|asset|static|bundle|main|vendor|index|"
    r"styles?|css|js|pk|pub|public|ssh|arn|urn|id|uid|uuid|guid|ref|obj|node_modules|v[0-9]|gen|fp|snap|vol|subnet|sg|vpc|pod|deploy\w{0,6}|dpg|space|rev)[_.-]|[a-z_]{2,24}_01[A-Za-z0-9]{20,24}$",
    re.IGNORECASE,
)
# How the key of such an identifier ends, or what is in it; read backwards from the value
_KEY_OF: Final = re.compile(r"[\"'`(]{0,2}\s?[:=]?\s?[\"'`]{0,2}([A-Za-z0-9_]{2,24})")
_ENDINGS: Final = (
    *("id", "ids", "etag", "hash", "digest", "checksum", "integrity", "sha1", "sha256", "sha512", "revision", "version", "fingerprint", "thumbprint"),
    *("content", "data", "image", "src", "href", "signature", "nonce", "cid", "address", "addr", "wallet", "tx", "block", "blob", "path", "kid"),
    *("fbclid", "gclid", "checkpoint"),
)  # fmt: skip
_WITHIN: Final = ("page", "continuation", "sync", "cursor", "thought", "public")
# A line of a block of base64: a certificate, a public key
_IN_BLOCK: Final = re.compile(
    r"-----\s{0,4}$|[A-Za-z0-9+/]{40}(?:\r?\n|\\{1,7}n)[ \t]{0,16}$|ssh-\w{2,10}\s$"
)
_TELLING: Final = re.compile(
    r"(?<![a-z])(?:api|key|token|secret|auth\w{0,12}|cred\w{0,8}|leak\w{0,4}|commit(?:ted)|rotat\w{1,4}|revok\w{1,3}|expired|40[13]|bearer|webhook|password|passwd|pwd|signing|hmac|"
    r"licen[cs]e|schl\u00fcssel|cl\u00e9|clave|chave|chiave|klucz|cookie|sandbox|private)s?(?![a-z])",
    re.IGNORECASE,
)
_LOWER_TELLING: Final = re.compile(_TELLING.pattern)
"""The same for ASCII in lower case: a branch is skipped whose first letter differs."""
_LOWER: Final = re.compile("[a-z]").search
_UPPER: Final = re.compile("[A-Z]").search
_DIGIT: Final = re.compile("[0-9]").search
_SHARE: Final = 0.83
_MOST: Final = 4.8
_AROUND: Final = 60
_FEWEST: Final = 3.9
_FEWEST_SIGNS: Final = math.ceil(2**_FEWEST)
"""Fewer different characters have less entropy."""
# What words have and what is drawn has seldom
_WRITTEN: Final = re.compile("[aeiou]{2}|[a-z]{7}|[A-Z][a-z]{4}")


def drawn_secrets(text: str, shadow: bytes) -> Iterator[Finding]:
    """Yield the long drawn words of a text that carry a service's mark, or stand where keys are spoken of.

    Args:
        text: The text.
        shadow: The same as ASCII of the same length.
    """
    if not any(map(shadow.__contains__, _DIGITS)):
        return  # one looked for after the other is found sooner than any of them
    marked = shadow.translate(_IN_RUN)
    start = marked.find(_RUN)
    while start >= 0:
        end = marked.find(b" ", start)
        end = len(marked) if end < 0 else end
        if end - start < _LEAST:
            finding = unmarked_key(text, start, end) if _DIGIT(text, start, end) else None
            if finding is not None:
                yield finding
            start = marked.find(_RUN, end)
            continue
        if end - start <= _LONGEST:
            # In the order in which they refuse most: paths and names in code, what is hexadecimal.
            run = shadow[start:end]
            mixed = run.lower() != run and _DIGIT(text, start, end) and run.upper() != run
            finding = (
                (_judged(text, start) if mixed else None)
                or marked_key(text, start, end)
                or unmarked_key(text, start, end)
                or whole_form(text, start, end)
            )
            if finding is None and not mixed and not text[start].islower():
                finding = in_capitals(text, start, end)
            if finding is not None:
                yield finding
        start = marked.find(_RUN, end)
    yield from grouped_keys(text, marked)


def _judged(text: str, start: int) -> Finding | None:
    if text[start - 1 : start] in {"+", "/", "%"}:
        return None  # a part of base64 or of a path
    match = _TOKEN.match(text, start)
    if match is None:
        return None
    value = match[0]
    if text[match.end() : match.end() + 1] in {"+", "/", "%"} or _names(value):
        return None
    # Most others are names in code, and have few letters.
    if len(set(value)) < _FEWEST_SIGNS or entropy(value) < _FEWEST:
        return None
    begin = start
    prefixed = _PREFIXED.fullmatch(value)
    body = prefixed["body"] if prefixed else value
    if prefixed is None and text[start - 1 : start] == ".":
        lead = _POINTED.search(text[max(0, start - 48) : start])
        edge = start - len(lead[0]) if lead else 0
        if lead and not (
            text[edge - 1 : edge].isalnum() or text[edge - 1 : edge] in {"_", "-", "."}
        ):
            begin, prefixed = edge, lead
            if _NAMES.match(lead[0]):
                return None
        else:
            return None
    if text[start - 1 : start] == ":" and len(value) == _OF_ABLY:
        begin -= 14 if (lead := _NAMED_BEFORE.search(text, max(0, start - 16), start)) else 0
        prefixed = lead or prefixed
    if text[start - 1 : start] == "|" and len(value) in _OF_LARAVEL and prefixed is None:
        prefixed = _NUMBERED.search(text, max(0, start - 12), start)
        begin = prefixed.start() if prefixed else begin
    if not _is_drawn(body) or is_documented(value):
        return None
    before = text[max(0, begin - _AROUND) : begin]
    if _PUBLIC.search(before) and not _PRIVATE.search(before):
        return None
    if _is_identifier(before) or _IN_BLOCK.search(before):
        return None
    if prefixed is None and not (
        _LONG.fullmatch(value)
        or (
            len(value) <= 100
            and (_tells(before) or _tells(text[match.end() - 1 : match.end() + _AROUND], place=1))
        )
    ):
        return None
    tail = _TAIL.match(text, match.end())
    return Finding(begin, tail.end() if tail else match.end(), SECRET, 0.65)


def _tells(around: str, place: int = 0) -> bool:
    """Say whether what stands beside a value speaks of keys, from a place of it on."""
    if around.isascii():
        return _LOWER_TELLING.search(around.lower(), place) is not None
    return _TELLING.search(around, place) is not None


def _names(value: str) -> bool:
    """Say whether a value names a thing, and holds no secret of it: Stripe joins both, `pi_…_secret_…`."""
    return _NAMES.match(value) is not None and "_secret_" not in value


def _is_identifier(before: str) -> bool:
    """Say whether the key that stands before a value names a thing, or what is derived from content."""
    match = _KEY_OF.match(before[::-1])
    if match is None:
        return False
    key = match[1][::-1].lower()
    return key.endswith(_ENDINGS) or any(map(key.__contains__, _WITHIN))


def _is_drawn(body: str) -> bool:
    """Say whether no word, no number and no name in code is in it."""
    if len(body) < _LEAST or not (_UPPER(body) and _DIGIT(body) and _LOWER(body)):
        return False
    # One in a hundred drawn of 62 characters has less.
    return len(_WRITTEN.findall(body)) <= 1 + len(body) // 12 and (
        entropy(body) >= min(_MOST, _SHARE * math.log2(len(body)))
    )
