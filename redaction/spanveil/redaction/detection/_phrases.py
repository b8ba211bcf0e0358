"""Secrets that a sentence says word by word or code by code: `the drive opens with the words cactus meadow tundra`."""

import re
from collections.abc import Iterator
from typing import Final

from spanveil.redaction._entities import SECRET
from spanveil.redaction.detection._finding import Confirm, Finding
from spanveil.redaction.detection._scanner import Anchor

_RUN: Final = (
    r"[ ]{1,2}[\"'`\u201c\u201e\u00ab]?(?P<words>(?-i:(?:[a-z]{3,12}[ ]){2,11}[a-z]{3,12}))"
    r"(?=[\"'`\u201d\u00bb]?[ \t]{0,2}(?:$|[\r\n.,;!?)]))"
)
_RUN_OF_FOUR: Final = (
    r"[ ]{1,2}[\"'`\u201c\u201e\u00ab]?(?P<words>(?-i:[a-z\u00df-\u017f]{3,12}(?:[ ][a-z\u00df-\u017f]{3,12}){3,7}))"
    r"(?=[\"'`\u201d\u00bb]?[ \t]{0,2}(?:$|[\r\n.,;!?)]))"
)
_WORDS: Final = re.compile(r"(?:the|these|those)[ ]words:?" + _RUN, re.IGNORECASE)
_SAID: Final = re.compile(
    r"\w{4,12}?(?:[ ][\w'-]{1,12}){0,5}?[ ](?:is|was|lautet|ist|est|es|\u00e8|\u00e9)"
    + _RUN_OF_FOUR,
    re.IGNORECASE,
)
# `I used … as encryption passphrase`
_USED: Final = re.compile(
    r"\b(?:use|used|using|set|chose|picked|took)[ ][\"'`]?(?P<words>(?:[a-z]{3,12}[ ]){3,7}[a-z]{3,12})[\"'`]?[ ]as[ ](?:[\w-]{1,12}[ ]){0,3}\w{0,6}$"
)
_COUNTED: Final = re.compile(r"\w{3,6}[ ]words[,:]?(?:[ ]in[ ]order[,:]?)?" + _RUN, re.IGNORECASE)
_OPENS: Final = re.compile(r"\w{4,8}[ ](?:it[ ])?with" + _RUN, re.IGNORECASE)
_FEW: Final = 4
"""The fewest words that a thing is said to be opened with, where nobody says that they are words."""
# What is opened by words, and that it is opened
_LOCKED: Final = re.compile(
    r"(?<![a-z])(?:drive|disk|safe|vault|wallet|backup|volume|container|laptop|phone|tablet|account|archive|database|keepass\w{0,2}|app|stick|server|"
    r"ssd|nas|partition|unlock(?:s|ed)?|decrypt(?:s|ed)?|encrypt(?:ed)?|passphrase|pass phrase|password|recover\w{0,3}|restor\w{1,3}|secret)(?![a-z])",
    re.IGNORECASE,
)
_KEPT: Final = re.compile(
    r"(?<![a-z])(?:drive|disk|safe|vault|wallet|backup|volume|container|keepass\w{0,2}|stick|ssd|nas|partition)(?![a-z])",
    re.IGNORECASE,
)
# Words that most sentences have and hardly a passphrase
_COMMON: Final = frozenset({
    "the", "and", "for", "are", "was", "were", "with", "that", "this", "from", "have", "has", "had", "not", "you", "your", "can", "will", "would", "should",
    "must", "may", "but", "all", "any", "our", "its", "their", "them", "they", "then", "than", "when", "where", "which", "while", "who", "what", "why", "how",
    "into", "onto", "over", "under", "about", "after", "before", "again", "also", "only", "just", "more", "most", "less", "very", "each", "every", "some",
    "such", "same", "other", "another", "both", "either", "being", "been", "does", "did", "done", "make", "made", "get", "got", "let", "use", "used", "using",
    "one", "two", "three", "new", "old", "own", "out", "off", "now", "here", "there", "please", "default", "following", "standard", "file", "files", "tool",
    "tools", "settings", "option", "options", "button", "editor", "program", "application", "click", "double", "single", "minimal", "effort",
})  # fmt: skip
# One of the codes that a service hands out for the day when the telephone is lost
_CODE_NAMES: Final = (
    *("unused code", "spare code", "backup code", "recovery code", "rescue code", "scratch code", "emergency code", "backup-code"),
    *("wiederherstellungscode", "ersatzcode", "code de secours", "codes de secours", "codice di backup", "codice di recupero"),
    *("c?digo de respaldo", "c?digo de recuperaci", "c?digo de recupera", "c?digos de respaldo", "c?digos de recupera", "codici di backup", "codici di recupero", "herstelcode", "reservecode", "kod zapasowy", "z?lo?n? k?d", "reservkod"),
)  # fmt: skip
_ONE_CODE: Final = re.compile(
    r"\w{0,6}(?:[ ][\w'()]{1,12}){0,8}?(?:[ ](?:is|was|ist|lautet|est|es|era|\u00e8|\u00e9|\u00e4r|er|je|jest|to)|[ ]?[:=#-])?[ ][\"'`*]{0,2}"
    r"(?P<code>[0-9]{4}[ -][0-9]{4}|[0-9]{5}[ -][0-9]{5}|[0-9]{8,10}|(?=[a-z-]{0,10}[0-9])(?:[a-z0-9]{4,6}-){1,3}[a-z0-9]{4,6}|(?=[A-Z-]{0,10}[0-9])(?:[A-Z0-9]{4,6}-){1,3}[A-Z0-9]{4,6}"
    r"|(?=[a-z]{1,11}[0-9]|[0-9]{1,11}[a-z])[a-z0-9]{8,12}|(?=[A-Z]{1,23}[0-9]|[0-9]{1,23}[A-Z])[A-Z0-9]{8,24}"
    r"|(?=(?:[A-Za-z]{0,39}[0-9]){2})(?=[A-Z0-9]{0,39}[a-z])(?=[a-z0-9]{0,39}[A-Z])[A-Za-z0-9]{12,40})(?![\w@/-]|\.\w)"
)
_ANOTHER: Final = re.compile(
    r",?[ ](?:and|or|und|oder|et|ou|y|o|e|i|og|och)?[ ]?(?P<code>[0-9]{4}[ -][0-9]{4}|[a-z0-9]{4,6}-[a-z0-9]{4,6})(?![\w@/-]|\.\w)"
)
_DATE: Final = re.compile(r"(?:19|20)[0-9]{2}-?[01][0-9]-?[0-3][0-9]")
# How what is said of a phrase ends, and what it is said to be
_ENDINGS: Final = ("ed", "ing", "ly", "able", "iert", "ert")
_STATES: Final = frozenset({
    "too", "short", "long", "wrong", "correct", "empty", "invalid", "missing", "weak", "strong", "set", "kept", "written", "different", "unknown", "never", "always", "still",
    "case", "sensitive", "optional", "mandatory", "unique", "random", "secret", "safe", "secure", "valid", "part", "subject", "null", "true", "false", "nicht", "sehr", "noch",
    "trop", "tr\u00e8s", "pas", "plus", "muy", "demasiado", "molto", "troppo", "lang", "kurz", "falsch", "sicher", "leer", "courte", "longue", "vide", "corta", "larga",
})  # fmt: skip
_INTO: Final = re.compile(
    r"(?<![\w-])(?:typed|entered|pasted|put|gave|imported|restored)[ ](?P<words>(?:[a-z]{3,8}[ ]){11,23}[a-z]{3,8})[ ](?:in|into|to|on|with)[ ]$"
)
_COUNTS: Final = frozenset({12, 15, 18, 21, 24})
_SEED_LENGTH: Final = 260
_BACK: Final = 60


def phrase_rules() -> list[tuple[Anchor, Confirm]]:
    """Return the rules, each with the anchor that it needs."""
    return [
        *((Anchor(words, caseless=True), _spelt) for words in ("the words", "these words")),
        *(
            (Anchor(f"{number} words", caseless=True), _counted)
            for number in ("three", "four", "five", "six", "seven", "eight")
        ),
        *((Anchor(word, caseless=True), _said) for word in ("phrase", "contrase?a ")),
        *(
            (Anchor(word, caseless=True), _typed_into)
            for word in ("metamask", "phantom", "trezor", "electrum", "my wallet", "the wallet")
        ),
        *(
            (Anchor(words, caseless=True), _opened)
            for words in ("opens with ", "unlocks with ", "unlock it with ", "mounts with ")
        ),
        *((Anchor(name, caseless=True), _one_code(len(name))) for name in _CODE_NAMES),
    ]


def _spelt(text: str, start: int) -> Iterator[Finding]:
    match = _WORDS.match(text, start)
    if match and _LOCKED.search(text, max(0, start - _BACK), start) and _is_phrase(match["words"]):
        yield Finding(*match.span("words"), SECRET, 0.75)


def _opened(text: str, start: int) -> Iterator[Finding]:
    match = _OPENS.match(text, start)
    if match is None or not _KEPT.search(text, max(0, start - _BACK), start):
        return
    if len(match["words"].split()) >= _FEW and _is_phrase(match["words"]):
        yield Finding(*match.span("words"), SECRET, 0.7)


def _counted(text: str, start: int) -> Iterator[Finding]:
    match = _COUNTED.match(text, start)
    if match and _LOCKED.search(text, max(0, start - _BACK), start) and _is_phrase(match["words"]):
        yield Finding(*match.span("words"), SECRET, 0.7)


def _said(text: str, start: int) -> Iterator[Finding]:
    match = _SAID.match(text, start)
    if match is None and text[start - 1 : start].isalnum():
        match = _USED.search(text, max(0, start - _BACK - _BACK), start)
    if match is None or not _is_phrase(match["words"]):
        return
    # `the passphrase is stored encrypted inside …`
    if not any(word.endswith(_ENDINGS) or word in _STATES for word in match["words"].split()):
        yield Finding(*match.span("words"), SECRET, 0.7)


def _typed_into(text: str, start: int) -> Iterator[Finding]:
    """Read back the words of a wallet that somebody typed: `I typed … into metamask`."""
    match = _INTO.search(text, max(0, start - _SEED_LENGTH), start)
    if match is None:
        return
    count = len(match["words"].split())
    if count in _COUNTS and _is_phrase(match["words"]):
        yield Finding(*match.span("words"), SECRET, 0.8)


def _is_phrase(words: str) -> bool:
    each = words.split()
    return _COMMON.isdisjoint(each) and len(set(each)) == len(each)


def _one_code(length: int) -> Confirm:
    def confirm(text: str, start: int) -> Iterator[Finding]:
        match = _ONE_CODE.match(text, start + length)
        while match and not _DATE.fullmatch(match["code"]):
            yield Finding(*match.span("code"), SECRET, 0.75)
            match = _ANOTHER.match(text, match.end())

    return confirm
