"""What stands beside a telling key, by one layout after the other."""

import re
from collections.abc import Iterator
from typing import Final

from spanveil.redaction._entities import SECRET
from spanveil.redaction.detection._assigned_values import is_uuid_of_service, judge_assigned
from spanveil.redaction.detection._before_key import told_before
from spanveil.redaction.detection._credential_keys import Strength
from spanveil.redaction.detection._finding import Finding
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
from spanveil.redaction.detection._nearby import OF_OTHER, told_again, told_nearby
from spanveil.redaction.detection._talk import spoken
from spanveil.redaction.detection._value_bounds import begins_next, bounds
from spanveil.redaction.detection._values import (
    is_passphrase,
    is_placeholder,
    is_said,
    is_secret,
)
from spanveil.redaction.detection._work import A_KEY, spend, value_cost

_ABOUT_IT: Final = re.compile(
    r"(?:(?<=[Kk]ey)|(?<=[Tt]oken))\s(?:ids?|IDs?|names?|fingerprints?|versions?)(?![\w-])"
)
# `learned to pass "--quiet"`, `pass it down to …`; between `to` and a colon stands a secret.
_TO_HAND: Final = re.compile(
    r"(?<![A-Za-z])(?:to|can|could|should|must|may|might|not|don't|we|you|they|which|that|would|then)\s$",
    re.IGNORECASE,
)
_HANDED_OVER: Final = re.compile(
    r"\s(?:it|them|this|that|these|those|down|along|through)\s(?!is\b|was\b)[^:=]{0,40}(?:$|[:=.\n])",
    re.IGNORECASE,
)
_FILTERED: Final = re.compile(r"\s?(?:-?\}\}|\|)")
_INDEXED: Final = re.compile(r"(?<=[\[(])[\"']")
_MEASURE: Final = re.compile(r"[a-z]{3,16}(?:_[a-z]{2,12}){0,3}=[0-9]{1,6}")
# A sentence that tells a secret has a digit or a sign, or quotes it.
_TELLS: Final = re.compile(r"[0-9!#$%&*^\"'`\u201c\u201e\u00ab\u300c]")
_SENTENCE: Final = 240
_TURN: Final = 160
_PREPOSITIONS: Final = frozenset({"to", "in", "on", "en", "a", "na", "su", "con", "til", "till"})
_VARIABLE: Final = re.compile(r"\$\{?([A-Za-z_]\w{0,31})(?!\w)\}?(?![\w({\[:-])")
_SCRIPT: Final = 240
_OF_MAIL: Final = re.compile("mail|smtp|imap|app", re.IGNORECASE)
_NO_WORD: Final = re.compile(r"\b[^aeiouy\s]{4}\b")


def secret_beside(
    text: str, strength: Strength, key: str, key_start: int, key_end: int
) -> Iterator[Finding]:
    """Yield the secret that a key assigns, names or is said to be, if it does.

    Args:
        text: The text.
        strength: What the key says.
        key: The key.
        key_start: Where it begins.
        key_end: Where it ends.
    """
    spend(A_KEY)
    if key.lower() == "pass" and _is_handing_over(text, key_start, key_end):
        return
    if text.startswith((f" = {key}[", f" = {key}."), key_end):
        return  # a part of what it was
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
        found = judge_assigned(text, strength, key, key_start, match)
        if found is None and match["sep"][:1].isspace() and not begins_next(text, match):
            found = _said(text, strength, key, match)
        if found is not None:
            yield found
            yield from told_again(text, found.end)
            return
    if match := NAMED.match(text, key_end):
        start, end, quoted = bounds(text, match)
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
        start, end, quoted = bounds(text, match)
        few = FEW_WORDS.fullmatch(text, key_end, match.start())
        if few and is_said(strength, text[start:end], quoted):
            yield Finding(start, end, SECRET, 0.75)
            return
    if told and (match := SPOKEN.match(text, key_end)):
        start, end, quoted = bounds(text, match)
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


def _said(text: str, strength: Strength, key: str, match: re.Match[str]) -> Finding | None:
    """Judge the word after a key in a sentence: `user bob and password 8npq4gTx`."""
    start, end, quoted = bounds(text, match)
    if not quoted and _INDEXED.match(text, end):
        return None
    if is_uuid_of_service(strength, key, text[start:end]):
        return Finding(start, end, SECRET, 0.7)
    if not quoted and "|" in match["sep"] and _FILTERED.match(text, end):
        return None
    return Finding(start, end, SECRET, 0.75) if is_said(strength, text[start:end], quoted) else None


def _is_handing_over(text: str, key_start: int, key_end: int) -> bool:
    """Say whether `pass` is what is done with something, and no word for a secret."""
    if text[key_end : key_end + 1] not in {" ", "\n"}:
        return False
    return (
        _TO_HAND.search(text, max(0, key_start - 8), key_start) is not None
        or _HANDED_OVER.match(text, key_end) is not None
    )
