"""Secrets in what a key holds as a list or a map, in Kubernetes' Secrets, and in JSON Web Keys."""

import base64
import binascii
import re
from collections.abc import Iterator
from itertools import count, pairwise
from typing import Final

from spanveil.config import split_words
from spanveil.redaction._entities import SECRET
from spanveil.redaction.detection._credential_keys import Strength
from spanveil.redaction.detection._finding import Confirm, Finding
from spanveil.redaction.detection._layouts import Q
from spanveil.redaction.detection._scanner import Anchor
from spanveil.redaction.detection._values import is_chosen, is_placeholder, is_random, is_secret
from spanveil.redaction.detection._work import spend_row

OPENING: Final = re.compile(
    rf"(?:{Q})?\]?\s{{0,3}}(?:(?:=>|[:=])\s{{0,3}}(?:\[|\{{|%\{{)|(?<=s\s)\{{)"
)
_STRING: Final = r"\\{0,7}\"([^\"\\\n]{1,512})\\{0,7}\"|\\{0,7}'([^'\\\n]{1,512})\\{0,7}'"
_ITEM: Final = re.compile(
    rf"(?:\s|\\{{1,7}}[nrt]|,){{0,24}}(?:{_STRING})(?!\\{{0,7}}[\"']?\s?[:=])"
)
_PAIR: Final = re.compile(
    rf"(?:\s|\\{{1,7}}[nrt]|,){{0,24}}{Q}?([\w.:/-]{{1,64}}){Q}?\s{{0,3}}(?:=>|[:=])\s{{0,3}}(?:{_STRING})"
)
_NESTED: Final = re.compile(r"(?:\s|\\{1,7}[nrt]|[\[,]|\}){0,24}\{")
_LISTED: Final = re.compile(
    r"(?:\\{0,7}[\"'])?:[ ]{0,2}(?P<items>(?:\n[ ]{0,16}-[ ]{1,3}[^\s:#][^\s:]{3,256}[ ]{0,2}(?=\n|$)){1,64})"
)
_DASHED: Final = re.compile(r"-[ ]{1,3}[\"']?([^\s\"']{4,256})")
# What a schema says of a field, and what names the thing and is not it.
_DESCRIBING: Final = frozenset(
    [
        *("type", "format", "title", "description", "name", "id", "kid", "alg", "algorithm", "in"),
        *("pattern", "example", "label", "placeholder", "username", "user", "url", "host"),
        *("provider", "scheme", "ref", "source", "file", "path", "required", "env", "key"),
    ]
)
_PLURALS: Final = frozenset({"tokens", "secrets", "passwords", "apikeys", "keys", "credentials"})


def contained(text: str, strength: Strength, key: str, start: int) -> Iterator[Finding]:
    """Yield the secrets in a list or a map under a telling key.

    Args:
        text: The text.
        strength: What the key says.
        key: The key.
        start: Where the list or the map was opened: past its bracket.
    """
    for place in count():
        begin = start
        if opening := _NESTED.match(text, start):
            start = opening.end()
        if item := _ITEM.match(text, start):
            number = 1 if item[1] is not None else 2
            second = place == 1 and _pairs(key) and is_chosen(item[number])
            if second or is_secret(strength, item[number], quoted=True, assigned=True):
                yield Finding(*item.span(number), SECRET, 0.8)
            start = item.end()
        elif pair := _PAIR.match(text, start):
            number = 2 if pair[2] is not None else 3
            if _is_member(strength, key, pair[1], pair[number]):
                yield Finding(*pair.span(number), SECRET, 0.8)
            start = pair.end()
        else:
            return
        spend_row(start - begin)


def listed(text: str, strength: Strength, end: int) -> Iterator[Finding]:
    """Yield the secrets in a list of YAML under a telling key.

    Args:
        text: The text.
        strength: What the key says.
        end: Where the key ends.
    """
    if match := _LISTED.match(text, end):
        for item in _DASHED.finditer(text, match.start("items"), match.end("items")):
            if is_placeholder(item[1]):
                continue
            if is_random(item[1], 16, 3.0) or (strength == "password" and is_chosen(item[1])):
                yield Finding(*item.span(1), SECRET, 0.8)


def holds_many(key: str) -> bool:
    """Say whether a key names several secrets: `tokens`, whose number is a count otherwise."""
    words = split_words(key)
    return bool(words) and words[-1] in _PLURALS


def _pairs(key: str) -> bool:
    """Say whether what a key has may be a user's name and a password."""
    return not {"auth", "credentials", "login", "basic"}.isdisjoint(split_words(key))


def _is_member(strength: Strength, key: str, name: str, value: str) -> bool:
    if not _DESCRIBING.isdisjoint(split_words(name)):
        return False
    if strength == "password":
        return is_secret(strength, value, quoted=True, assigned=True)
    return is_random(value, 16, 3.0) and not is_placeholder(value)


_BOUND: Final = 8_000
_DATA: Final = re.compile(
    r"(?:^|\n)([ \t-]{0,16})(data|stringData):[ \t]{0,4}\n((?:\1[ \t]{1,8}\S[^\n]{0,8000}(?:\n|$)){1,64})"
)
_DATA_JSON: Final = re.compile(
    rf"{Q}?(data|stringData){Q}?\s{{0,3}}:\s{{0,3}}\{{([^{{}}]{{1,8000}})"
)
_LINE: Final = re.compile(
    r"[ \t]{0,24}[\"']?[\w.-]{1,128}[\"']?:[ \t]{1,4}[\"']?([^\s\"'|>][^\n\"']{2,8000})"
)
_NAMING: Final = re.compile(
    r"\s{0,24}[\"']?[\w.-]{0,40}(?:user(?:name)?|host|port|namespace)[\"']?:", re.IGNORECASE
)
_MEMBER: Final = re.compile(
    rf"{Q}?[\w.-]{{1,128}}{Q}?\s{{0,3}}:\s{{0,3}}(?:{Q})?([^\s\"'`\\,{{}}]{{3,8000}})"
)


def _kubernetes(text: str, start: int) -> Iterator[Finding]:
    """Read what a Secret of Kubernetes holds, whatever its keys are called."""
    if re.match(rf"kind{Q}?:\s{{0,3}}{Q}?Secret(?![A-Za-z])", text[start : start + 40]) is None:
        return
    begin = max(text.rfind("\n---", max(0, start - _BOUND), start), start - _BOUND, 0)
    end = text.find("\n---", start, start + _BOUND)
    end = min(len(text), start + _BOUND) if end < 0 else end
    for block in _DATA.finditer(text, begin, end):
        for line in _LINE.finditer(text, block.start(3), block.end(3)):
            if _NAMING.match(line[0]) is None:
                yield from _kept(text, *line.span(1), encoded=block[2] == "data")
    for block in _DATA_JSON.finditer(text, begin, end):
        for member in _MEMBER.finditer(text, block.start(2), block.end(2)):
            yield from _kept(text, *member.span(1), encoded=block[1] == "data")


def _kept(text: str, start: int, end: int, *, encoded: bool) -> Iterator[Finding]:
    value = text[start:end].rstrip()
    if is_placeholder(value) or (encoded and not _is_base64(value)):
        return
    yield Finding(start, start + len(value), SECRET, 0.85)


def _is_base64(value: str) -> bool:
    try:
        return len(base64.b64decode(value, validate=True)) > 2
    except binascii.Error:
        return False


_SECTION: Final = re.compile(r"\[[a-z]{5,11}\][ \t]{0,4}(?:\r?\n|\\{1,7}n)")
_SECTION_LINE: Final = re.compile(
    r"(?:[\w.@-]{1,64}[ \t]{0,8}=[ \t]{0,8}([^\s\"'=]{4,256})[ \t]{0,4}|[#;][^\n]{0,200}|[ \t]{0,8})(?:\r?\n|\\{1,7}n|$)"
)
_SECTIONS: Final = ("[admins]", "[users]", "[passwords]", "[secrets]", "[credentials]", "[tokens]")


def _section(text: str, start: int) -> Iterator[Finding]:
    """Read the values of a section that holds nothing but secrets: `[users]` of svnserve, `[admins]` of CouchDB."""
    match = _SECTION.match(text, start)
    while match is not None:
        place = match.end()
        spend_row(place - match.start())
        match = _SECTION_LINE.match(text, place)
        if match and match[1] and is_chosen(match[1]) and not is_placeholder(match[1]):
            yield Finding(*match.span(1), SECRET, 0.75)
        if place >= len(text):
            return


_MODULE_USER: Final = re.compile(r"\buser_[\w.-]{1,64}\s?=\s?\\{0,7}\"([^\"\\\n]{4,256})")


def _login_module(text: str, start: int) -> Iterator[Finding]:
    """Read the users whom a server knows by JAAS: `user_bob="…"`."""
    end = text.find(";", start, start + 2_000)
    for user in _MODULE_USER.finditer(text, start, end if end >= 0 else start + 2_000):
        if not is_placeholder(user[1]):
            yield Finding(*user.span(1), SECRET, 0.85)


_JWK_PART: Final = re.compile(
    rf"{Q}(?:d|k|p|q|dp|dq|qi){Q}\s{{0,3}}:\s{{0,3}}{Q}([\w-]{{16,2000}})"
)


def _web_key(text: str, start: int) -> Iterator[Finding]:
    """Read the private members of a JSON Web Key (RFC 7518, section 6)."""
    begin = max(0, text.rfind("{", max(0, start - 4000), start))
    end = text.find("}", start, start + 6000)
    for part in _JWK_PART.finditer(text, begin, end if end >= 0 else start + 6000):
        yield Finding(*part.span(1), SECRET, 0.95)


# A key written byte by byte, as Solana keeps it and as code has it
_OCTET: Final = r"(?:0x[0-9A-Fa-f]{1,2}|[0-9]{1,3})"
_OCTETS: Final = re.compile(
    rf"\w{{0,16}}(?:{Q})?\]?\s{{0,3}}(?::\s?[\[\]\w;&<> ]{{1,24}})?\s{{0,3}}(?:=>|:?=|:)\s{{0,3}}(?:&|new\s)?(?:[\w.:]{{1,32}}\(|\[[0-9]{{0,3}}\](?:byte|uint8))?\s?(?:{Q})?"
    rf"(?P<octets>[\[{{(]\s{{0,8}}(?:{_OCTET},\s{{0,8}}){{15,127}}{_OCTET},?\s{{0,8}}[\]}})])"
)
# `my keypair is […]`, and the file itself
_OCTETS_SAID: Final = re.compile(
    rf"[^\n\[\]{{}}\"]{{0,40}}\n?\s{{0,4}}(?P<octets>\[\s{{0,8}}(?:{_OCTET},\s{{0,8}}){{31,127}}{_OCTET}\s{{0,8}}\])"
)
_OCTETS_BEFORE: Final = re.compile(
    rf"(?P<octets>\[(?:{_OCTET},\s?){{31,127}}{_OCTET}\])[^\n\[\]]{{0,40}}$"
)
_BEFORE: Final = 700
_NUMBER: Final = re.compile(_OCTET)
_FEWEST_OCTETS: Final = 10
_KEPT_AS_OCTETS: Final = (
    *("keypair", "key_pair", "secret_key", "secretkey", "private_key", "privatekey", "signing_key"),
    *("signingkey", "masterkey", "master_key", "encryption_key", "encryptionkey", "seed", "secret"),
    *(
        "private key",
        "secret key",
        "key pair",
        "id.json",
        "solana",
        "network_key",
        "networkkey",
        "link_key",
    ),
)


def _octets(text: str, start: int) -> Iterator[Finding]:
    match = _OCTETS.match(text, start) or _OCTETS_SAID.match(text, start)
    if match is None and text.find("]", max(0, start - 48), start) >= 0:
        # `printf '[…]' > id.json`
        match = _OCTETS_BEFORE.search(text, max(0, start - _BEFORE), start)
    if match is None:
        return
    written = _NUMBER.findall(match["octets"])
    numbers = [int(number, 16 if "x" in number else 10) for number in written]
    # Neither a row of numbers nor a mask
    steps = {after - before for before, after in pairwise(numbers)}
    if max(numbers) < 256 and min(len(set(numbers)), len(steps)) >= _FEWEST_OCTETS:
        yield Finding(*match.span("octets"), SECRET, 0.85)


def container_rules() -> list[tuple[Anchor, Confirm]]:
    """Return the rules, each with the anchor that it needs."""
    return [
        (Anchor("kind: Secret"), _kubernetes),
        (Anchor('kind":'), _kubernetes),
        (Anchor('kind\\":'), _kubernetes),
        *((Anchor(name), _section) for name in _SECTIONS),
        (Anchor("LoginModule"), _login_module),
        *((Anchor(name, caseless=True), _octets) for name in _KEPT_AS_OCTETS),
        (Anchor('kty"'), _web_key),
        (Anchor('kty\\"'), _web_key),
    ]
