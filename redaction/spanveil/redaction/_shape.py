"""Which shapes of a value may pass where no contract vouches for its content.

The rules look at form alone. They are narrow on purpose: what they turn away is replaced by its
length, what they let through is read by everybody.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from spanveil.config import is_code_name, split_words

MAX_SHORT_NUMBER: Final = 999_999
"""The largest measure of an unclassified field that passes: counts, ports and milliseconds.
Identifiers of people are longer: 9 digits for a US SSN (20 CFR 422.103), 7 or more for a
subscriber's number (ITU-T E.164), 8 or more for a card (ISO/IEC 7812)."""

MAX_SAFE_NUMBER: Final = 10**9 - 1
"""The largest number of a field that is safe by contract. A subscriber's number with its country
has 10 digits or more nearly everywhere (ITU-T E.164), a card 12 or more (ISO/IEC 7812-1)."""

MAX_SAFE_SIZE: Final = 10**12 - 1
"""The same where the key names bytes, a seed or a duration."""

# Seconds since the epoch of 2020 and 2040: what a point in time lies between, in s, ms, us or ns.
# No card begins with the digits of these (ISO/IEC 7812-1: 2221 is the lowest of them).
_EPOCH: Final = (1_577_836_800, 2_208_988_800)
_EPOCH_UNITS: Final = (1, 10**3, 10**6, 10**9)
_TIME_WORDS: Final = frozenset(
    {"at", "created", "date", "end", "ended", "expires", "start", "started", "time", "timestamp"}
    | {"updated", "ms", "ns", "unix", "epoch", "nano"}
)
_SIZE_WORDS: Final = frozenset(
    {"bytes", "cost", "duration", "latency", "limit", "memory", "ms", "ns", "nanoseconds"}
    | {"elapsed", "seed", "size", "usage"}
)

_TOKEN: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_.:/-]{0,63}", re.ASCII)
_KEY: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_.:/-]{0,127}", re.ASCII)
_PARTS: Final = re.compile(r"[_.:/-]+")
_LABEL_PARTS: Final = re.compile(r"[^A-Za-z0-9]+")
_WORDS: Final = re.compile(
    # a word, a short number, or both in one (`gpt4`, `4o`, `k8s`, `eastus2`, `2xl`); digits that
    # change with letters more often than that are random (`7f3a9c`)
    r"[A-Za-z]{1,24}|[A-Za-z]{0,8}[0-9]{1,4}[A-Za-z]{0,12}|[a-z]{1,3}[0-9][a-z][0-9]",
    re.ASCII,
)
_INDEX: Final = re.compile(r"[0-9]{1,4}", re.ASCII)
_LABEL: Final = re.compile(r"[A-Za-z0-9 _.:/+()#,~@*-]+", re.ASCII)
_LABEL_START: Final = re.compile(r"[A-Za-z0-9_<(*]", re.ASCII)
_AT: Final = re.compile(r"@(?![0-9])")  # `model@20240620` is a version, anything else an address
_DATE: Final = re.compile(
    r"(?<![0-9])20[0-9]{2}([-.]?)(?:0[1-9]|1[0-2])\1(?:[0-2][0-9]|3[01])(?![0-9])"
)
_VERSION: Final = re.compile(r"v?[0-9]{1,5}(?:[.+_-]?[A-Za-z0-9]{1,12}){0,6}", re.ASCII)
_NUMBER: Final = re.compile(r"[+-]?[0-9]{1,20}(?:\.[0-9]{1,20})?(?:[eE][+-]?[0-9]{1,3})?", re.ASCII)
_UUID: Final = r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
_UUID_DASHES: Final = 4
_UUID_END: Final = re.compile(rf"{_UUID}(?:-[0-9]{{1,3}})?$", re.ASCII)
_OPAQUE: Final = re.compile(
    r"(?:(?:asst|batch|call|chatcmpl|chatcmpl-tool|cmpl|eval|evt|fc|file|fp|gen|lc_run-|msg|req|resp"
    r"|rs|run|sess|step|thread|toolu|toolu_bdrk|toolu_vrtx|tooluse|vs)[-_])*"
    rf"(?:{_UUID}(?:-[0-9]{{1,3}})?|[A-Za-z0-9]{{16,64}}|[0-9a-f]{{7,64}})",
    re.ASCII,
)
_CALL: Final = re.compile(
    r"(?:call|chatcmpl|chatcmpl-tool|fc|lc_run-|msg|resp|rs|run|toolu|toolu_bdrk|toolu_vrtx|tooluse)"
    rf"[-_](?:[0-9]{{1,6}}|[A-Za-z0-9]{{16,64}}|{_UUID}(?:-[0-9]{{1,3}})?)",
    re.ASCII,
)
_LETTERS: Final = re.compile(r"[a-z]{8,}|[A-Z]{8,}|(?:[A-Z][a-z]{3,}){2,}", re.ASCII)
_INSTANT: Final = re.compile(
    # RFC 3339, and its date alone
    r"20[23][0-9]-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
    r"(?:[T ][0-2][0-9]:[0-5][0-9](?::[0-6][0-9](?:\.[0-9]{1,9})?)?"
    r"(?:Z|[+-][0-2][0-9]:?[0-5][0-9])?)?",
    re.ASCII,
)
_RANDOM_UUID: Final = re.compile(
    r"[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[47][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}"
)
_UUID_LENGTH: Final = 36
_WORK_WORDS: Final = frozenset(
    {"attempt", "batch", "build", "call", "correlation", "deployment", "event", "execution"}
    | {"invocation", "iteration", "job", "operation", "pipeline", "request", "run", "schedule"}
    | {"span", "step", "task", "trace", "workflow"}
)
_ID_WORDS: Final = frozenset(
    {"checksum", "commit", "digest", "fingerprint", "guid", "hash", "id", "ids", "revision", "sha"}
    | {"uuid"}
)
_MAX_KEYS: Final = 4_096
_TOKEN_LENGTH: Final = 64
_KEY_LENGTH: Final = 128
_TOKEN_WORDS: Final = 6
_LABEL_LENGTH: Final = 256
_MAX_DIGITS: Final = 6


_SIMPLE: Final = re.compile(
    # words, and at most one part with digits: plain, found sooner than part by part
    r"(?=[A-Za-z])(?:[A-Za-z]{1,24}[_.:/-])*(?:[A-Za-z]{1,24}"
    r"|[A-Za-z]{0,8}[0-9]{1,4}[A-Za-z]{0,12}(?:[_.:/-][A-Za-z]{1,24})*)",
    re.ASCII,
)


def is_token(text: str) -> bool:
    """Say whether a text is one identifier-like word, such as an enumeration's member.

    Each part between separators must be a word, a short number or a short mixture of both, which
    turns away random strings (keys, secrets, hashes), digits of any account, and addresses.

    >>> [is_token(t) for t in ("tool_call", "gpt-4o", "sk-live-9f8e7d6c5b4a", "a b", "555-0100-99")]
    [True, True, False, False, False]
    """
    if len(text) > _TOKEN_LENGTH:
        return False
    if _SIMPLE.fullmatch(text) is None and (_TOKEN.fullmatch(text) is None or not _is_plain(text)):
        return False
    # A sentence in kebab or snake case is a sentence.
    return max(text.count("-") + text.count("_"), text.count("/")) < _TOKEN_WORDS


def is_plain_key(key: str) -> bool:
    """Say whether an attribute or map key can only be a name that code chose.

    >>> [is_plain_key(k) for k in ("http.route", "Alice Smith", "a@b.example", "acct.4111111111")]
    [True, False, False, False]
    """
    if len(key) > _KEY_LENGTH:
        return False
    if _SIMPLE.fullmatch(key) is not None or _INDEX.fullmatch(key) is not None:
        return True
    return _KEY.fullmatch(key) is not None and _is_plain(key)


def _is_plain(text: str, parts: re.Pattern[str] = _PARTS) -> bool:
    digits = sum(map(str.isdigit, text))
    return digits <= _MAX_DIGITS and all(
        _WORDS.fullmatch(part) is not None for part in parts.split(text) if part
    )


def is_label(text: str, max_words: int) -> bool:
    """Say whether the text of a field that is safe by contract still looks like a label.

    A model's or a tool's name, an enumeration's member, a version: a few words of ASCII letters and
    short numbers, and at most one date. No address, no path, no random string, no account's digits;
    an application that puts such a thing under a safe key gets a marker.

    >>> [is_label(t, 3) for t in ("claude-3-5-sonnet-20241022-v2:0", "Alice 123-45-6789", "a@b.c")]
    [True, False, False]
    """
    if len(text) > _LABEL_LENGTH:
        return False
    if max_words > 0 and _SIMPLE.fullmatch(text) is not None:
        return True
    return (
        _LABEL.fullmatch(text) is not None
        and _LABEL_START.match(text) is not None
        and "//" not in text
        and _AT.search(text) is None
        and text.count(" ") < max_words
        and _is_plain(_DATE.sub("", text, count=1), _LABEL_PARTS)
    )


def is_opaque(text: str, key: str) -> bool:
    """Say whether a text is a random identifier under a key that says it holds one.

    >>> is_opaque("chatcmpl-B9MHDbslfkBeAs8l4bebGdFOJ6PeG", "gen_ai.response.id")
    True
    """
    return names_an_id(key) and is_random(text)


def names_an_id(key: str) -> bool:
    """Say whether a key says that it holds an identifier."""
    return _names_an_id(key[-_LABEL_LENGTH:])


def is_random(text: str) -> bool:
    """Say whether a text is a random identifier."""
    return _is_random(text, _OPAQUE)


@lru_cache(_MAX_KEYS)
def _names_an_id(key: str) -> bool:
    words = split_words(key)
    return bool(words) and words[-1] in _ID_WORDS


def is_call_id(text: str) -> bool:
    """Say whether a text is what a model API issues: a known prefix and a random part.

    >>> [is_call_id(t) for t in ("call_5CsiqyM9kvKaxcDkxYZxsKgC", "msg_AliceSmithHasCancer7")]
    [True, False]
    """
    return _is_random(text, _CALL)


def _is_random(text: str, form: re.Pattern[str]) -> bool:
    if form.fullmatch(text) is None:
        return False
    uuid = _UUID_END.search(text) if text.count("-") >= _UUID_DASHES else None
    tail = uuid[0] if uuid else text[max(text.rfind("-"), text.rfind("_")) + 1 :]
    short = tail != text and len(tail) <= _MAX_DIGITS and tail.isdigit()
    # No base64 of a sentence is without digits, no random text without letters, and none has words.
    mixed = any(map(str.isdigit, tail)) and not tail.isdigit() and _LETTERS.search(tail) is None
    return short or mixed


def is_number_text(text: str) -> bool:
    """Say whether a text is a decimal number."""
    return _NUMBER.fullmatch(text) is not None


def is_version(text: str) -> bool:
    """Say whether a text is a version, as of an instrumentation scope."""
    return _VERSION.fullmatch(text) is not None and sum(map(str.isdigit, text)) <= 14


def is_short_number(value: int | float) -> bool:
    """Say whether a measure of an unclassified field is too small to identify anybody."""
    return -MAX_SHORT_NUMBER <= value <= MAX_SHORT_NUMBER  # False for NaN


def is_tiny_number(value: int | float) -> bool:
    """Say whether a number has at most three digits, which no identifier has.

    >>> [is_tiny_number(n) for n in (404, 0.5, 1000, 52.52)]
    [True, True, False, False]
    """
    return sum(map(str.isdigit, repr(value))) <= 3 + (repr(value)[-2:] == ".0") and value == value


def is_instant(value: int | float) -> bool:
    """Say whether a number is a point in time of these years, in s, ms, us or ns."""
    return any(_EPOCH[0] * unit <= value < _EPOCH[1] * unit for unit in _EPOCH_UNITS)


def is_instant_text(text: str, key: str) -> bool:
    """Say whether a text is a date or time of these years, under a key of code that says so.

    >>> is_instant_text("2024-05-01", "batch_date"), is_instant_text("1981-05-04", "batch_date")
    (True, False)
    """
    known = _INSTANT.fullmatch(text) is not None and is_code_name(key)
    return known and not _TIME_WORDS.isdisjoint(split_words(key))


def is_work_id(text: str, key: str) -> bool:
    """Say whether a text is a random UUID that a key calls the id of a piece of work.

    Versions 4 and 7 are random (RFC 9562, sections 5.4 and 5.7); nobody can have written a name
    into one, and a request or a job is no person.

    >>> is_work_id("8b1d9a0e-6f7e-4c1c-9d0e-1d2c3b4a5f60", "job_id")
    True
    """
    if len(text) != _UUID_LENGTH or _RANDOM_UUID.fullmatch(text) is None or not is_code_name(key):
        return False
    *before, last = split_words(key)
    return last in _ID_WORDS and not _WORK_WORDS.isdisjoint(before[-2:])


def is_amount(value: int | float, key: str) -> bool:
    """Say whether a number of an unclassified measure is a short one, a size or a point in time."""
    if is_short_number(value):
        return True
    words = split_words(key[-_LABEL_LENGTH:])
    return is_instant(value) if _TIME_WORDS.intersection(words) else _is_size(value, words)


def _is_size(value: int | float, words: Sequence[str]) -> bool:
    return words[-1:] == ["bytes"] and 0 <= value <= MAX_SAFE_SIZE


def is_safe_number(value: int | float, key: str) -> bool:
    """Say whether a number is plausible under a key that is safe by contract.

    >>> is_safe_number(4111111111111111, "gen_ai.usage.input_tokens")
    False
    """
    if not abs(value) > MAX_SAFE_NUMBER:  # NaN and all small numbers
        return True
    words = set(split_words(key[-_LABEL_LENGTH:]))
    if words & _TIME_WORDS and is_instant(value):
        return True
    return bool(words & _SIZE_WORDS) and abs(value) <= MAX_SAFE_SIZE
