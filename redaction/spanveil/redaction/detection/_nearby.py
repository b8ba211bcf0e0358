"""Secrets that only a sentence joins to their key: `the archive's password is the usual, Otter42!`."""

import re
from collections.abc import Iterator
from typing import Final

from spanveil.redaction._entities import SECRET
from spanveil.redaction.detection._credential_keys import Strength
from spanveil.redaction.detection._finding import Finding
from spanveil.redaction.detection._shapes import grade
from spanveil.redaction.detection._values import (
    is_chosen,
    is_placeholder,
    is_random,
    is_strong,
)

_REACH: Final = 100
_BACK: Final = 60
# Words and the signs of prose; what code, markup and paths are written with ends it.
_PROSE: Final = re.compile(r"[^\n(){}\[\]<>=;|\\/\"`$#]{0,100}")
# A word with a digit, or with a character that may be one of another script: no other is sure.
# What stands before it is a part of it: a class is looked for sooner than looked back at.
_WORD: Final = re.compile(
    r"[\s\"'`(,:](?=[^\s\"'`(),;<>{}\\|]{0,63}?[0-9\x80-\U0010ffff])"
    r"([^\s\"'`(),;<>{}\\|]{8,64})(?![^\s\"'`),;.!?:])"
)
_DRAWN: Final = 20
"""The fewest characters of a token in a sentence."""
_SIGN: Final = re.compile(r"[A-Za-z0-9][!@#$%^&*+?~=][A-Za-z0-9]?")
_PASSPHRASE: Final = re.compile(r"[a-z]{3,12}(?:[-_.][a-z]{3,12}){2,6}[-_.][0-9]{1,4}")
# What looks mixed and is the name of a thing.
_NAMED: Final = re.compile(
    r"key|passw|token|secret|sha|hmac|md[245]|aes|rsa|pbkdf|utf|base|oauth|http|rfc|ipv|java|python|win[0-9]|[a-z][0-9]{1,64}$|(?-i:[A-Z]{2,64}[0-9]{0,64}$)",
    re.IGNORECASE,
)
_KEY_WORDS: Final = re.compile(r"[A-Z]?[a-z]{1,40}|[A-Z]{1,40}(?![a-z])|[A-Z]|[0-9]{1,40}")
_ADDRESS: Final = re.compile(r"@\w{1,64}\.")
_SHUT: Final = re.compile(r"(?:[/;,|]|->|\}\s|#\s)([^\s\"'`/,;|(){}<>]{7,128})(?=[\s,;|\"')]|$)")
_DIGIT: Final = re.compile(r"[0-9]")
_POINTS: Final = re.compile(r"\s{0,2}(?:<-|<--|\u2190|\u2014|--?>?)\s(?:[\w']{1,12}\s){0,5}$")
_POINTED: Final = re.compile(r"(?<!\S)[\"'`]?([^\s\"'`]{6,100})[\"'`]?" + _POINTS.pattern)
# `was Otter41! and the new one is Maple42!`
_AND: Final = re.compile(
    r"[\"'`.]?,?\s(?:and|now|but|then)\s(?:the\s|a\s)?(?:new|old|other|second|current)\s(?:one\s|\w{2,10}\s)?(?:is|was|=)\s[\"'`]?([^\s\"'`]{6,100})"
)
# `was Otter41! but I reset it to Maple42!`, `from Otter41! to Maple42!`
_THEN: Final = re.compile(
    r"[\"'`.]?,?(?:\s(?:but|and|so|then))?(?:\s(?:i|we|they|he|she))?(?:'ve|\shave)?(?:\s(?:just|since|now))?"
    r"(?:\s(?:reset|changed|set|updated|switched|rotated)\s(?:it|that|this))?\s(?:to|auf)\s[\"'`]?([^\s\"'`]{6,100})",
    re.IGNORECASE,
)
# `PASSWORD FROM '…' TO '…'`
_TO: Final = re.compile(r"['\"]\sTO\s['\"]([^'\"\n]{4,128})(?=['\"])")
# `Access key / secret key: AKIA… / 8npq4gTx…`
# What is told of another thing of the same sentence: `the key expired, request: 3f2a…`
OF_OTHER: Final = re.compile(
    r"(?<![a-z])(?:trace|request|span|commit|build|digest|checksum|order|ticket)(?:\sid)?(?:\sis|\swas|:)?\s{0,2}[\"'`]?$",
    re.IGNORECASE,
)
_PAIRED: Final = re.compile(r"\s/\s([A-Za-z0-9+/=_-]{16,256})(?=[\s.,]|$)")


def told_nearby(text: str, strength: Strength, start: int, end: int) -> Iterator[Finding]:
    """Yield what can hardly be anything but a secret in the clause of a key.

    Args:
        text: The text.
        strength: What the key says.
        start: Where the key begins.
        end: Where it ends.
    """
    begin = max(0, start - _BACK)
    before = text[begin:start]
    pointed = _POINTED.search(before) if _has_arrow(before) else None
    if pointed and is_chosen(pointed[1].rstrip(".,")) and not is_placeholder(pointed[1]):
        yield Finding(begin + pointed.start(1), begin + pointed.end(1), SECRET, 0.7)
        return
    words = _words(text, begin, start, strength) if _DIGIT.search(before) else ()
    for place, word in words:
        value = word.rstrip(".,:?")
        # What joins the key without a sign between is the key's own run: base64, `…Q+xHpw/…`.
        if (
            place + len(word) != start
            and _is_sure(strength, value)
            and _PROSE.fullmatch(text, place + len(word), start)
        ):
            yield Finding(place, place + len(value), SECRET, 0.7)
            return
    if (match := _SHUT.match(text, end)) and text[start - 1 : start] not in {"/", ".", "-"}:
        drawn = text[end] == "/" and not _begins_at_edge(text, start, end)
        if not drawn and _is_shut(strength, match[1]):
            yield Finding(*match.span(1), SECRET, 0.7)
        return
    if text[end : end + 1] not in {" ", ",", ".", ":", "'"}:
        return
    if _DIGIT.search(text, end, end + _REACH) is None:
        return
    for place, word in _words(text, end, end + _REACH, strength):
        value = word.rstrip(".,:?")
        if _is_sure(strength, value):
            if _PROSE.fullmatch(text, end, place) and not OF_OTHER.search(text[end:place]):
                yield Finding(place, place + len(value), SECRET, 0.7)
            return


def _has_arrow(before: str) -> bool:
    # To look for each costs less than to loop over them.
    if "-" in before and ("- " in before or "<-" in before or "-> " in before):
        return True
    return not before.isascii() and ("\u2190" in before or "\u2014" in before)


def _words(text: str, begin: int, end: int, strength: Strength) -> Iterator[tuple[int, str]]:
    """Yield the words of a stretch of a text that may be sure, and where each stands."""
    window = text[begin - 1 : end] if begin else " " + text[:end]
    if strength != "password" and max(map(len, window.split()), default=0) < _DRAWN:
        return  # of words that are too short none is looked at
    for match in _WORD.finditer(window):
        yield begin - 1 + match.start(1), match[1]


def told_again(text: str, end: int) -> Iterator[Finding]:
    """Yield the other secret of a sentence or a pair whose first one ends at a place."""
    if match := _AND.match(text, end):
        value = match[1].rstrip(".,!?")
        if is_chosen(value) and not is_placeholder(value):
            yield Finding(match.start(1), match.start(1) + len(value), SECRET, 0.75)
    elif (match := _THEN.match(text, end)) and grade(match[1].rstrip(".,")):
        yield Finding(match.start(1), match.start(1) + len(match[1].rstrip(".,")), SECRET, 0.75)
    elif (match := _TO.match(text, end)) and not is_placeholder(match[1]):
        yield Finding(*match.span(1), SECRET, 0.8)
    elif (match := _PAIRED.match(text, end)) and is_random(match[1], 16, 3.0):
        yield Finding(*match.span(1), SECRET, 0.75)


def _begins_at_edge(text: str, start: int, end: int) -> bool:
    """Say whether a key is made of words, and is not what two signs of base64 part by chance."""
    if text[start - 1 : start] in {"+", "="} or text[start - 1 : start].isalnum():
        return False
    key = text[start:end]
    if "-" in key or "_" in key or "." in key:
        return True  # people join words so
    *before, _ = _KEY_WORDS.findall(key) or [""]
    # `xHpw` has a word of a letter, and `8TQpw` one of a digit.
    return all(len(word) > 1 and word.isalpha() for word in before)


def _is_shut(strength: Strength, value: str) -> bool:
    """Say whether what one sign joins to a key is a secret: `password;Otter42!`."""
    if is_placeholder(value) or _ADDRESS.search(value) or "." in value:
        return False
    return is_strong(value) if strength == "password" else is_random(value, 24, 3.4)


def _is_sure(strength: Strength, value: str) -> bool:
    if strength != "password":
        drawn = is_random(value, _DRAWN, 3.4) and is_chosen(value) and not is_placeholder(value)
        return drawn and not _NAMED.search(value)
    if value.isalnum() and (value.islower() or value.isupper()):
        return False  # as most words are: neither signs nor a hyphen nor capitals within
    if _PASSPHRASE.fullmatch(value):
        return True
    signed = _SIGN.search(value) is not None
    if not signed and (not value.isalnum() or value.islower() or value.isupper()):
        return False
    if not is_chosen(value) or is_placeholder(value) or value.isdigit():
        return False
    if signed:
        return not ("/" in value or "=" in value or _ADDRESS.search(value))
    return is_random(value, 10, 3.2) and not _NAMED.search(value)
