"""Which shapes of a value may pass where no contract vouches for its content.

The rules look at form alone. They are narrow on purpose: what they turn away is replaced by its
length, what they let through is read by everybody.
"""

import re
from typing import Final

MAX_SHORT_INTEGER: Final = 999_999
"""The largest integer of an unclassified field that passes: counts, ports, codes and milliseconds.
Identifiers of people are longer: 9 digits for a US SSN (20 CFR 422.103), 7 or more for a
subscriber's number (ITU-T E.164), 8 or more for a card (ISO/IEC 7812)."""

_TOKEN: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_.:/-]{0,63}", re.ASCII)
_KEY: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_.:/-]{0,127}", re.ASCII)
_PARTS: Final = re.compile(r"[_.:/-]+")
_WORDS: Final = re.compile(
    # a word, a short number, or both in one (`gpt4`, `4o`, `k8s`, `eastus2`, `2xl`); digits that
    # change with letters more often than that are random (`7f3a9c`)
    r"[A-Za-z]{1,24}|[A-Za-z]{0,8}[0-9]{1,4}[A-Za-z]{0,8}",
    re.ASCII,
)
_INDEX: Final = re.compile(r"[0-9]{1,4}", re.ASCII)
_MAIL: Final = re.compile(r"[^\s@]@[^\s@]")
_VERSION: Final = re.compile(r"v?[0-9]{1,5}(?:[.+_-]?[A-Za-z0-9]{1,12}){0,6}", re.ASCII)
_NUMBER: Final = re.compile(r"[+-]?[0-9]{1,20}(?:\.[0-9]{1,20})?(?:[eE][+-]?[0-9]{1,3})?", re.ASCII)
_TOKEN_WORDS: Final = 6
_LABEL_LENGTH: Final = 256
_LABEL_WORDS: Final = 6
_LABEL_WORD_LENGTH: Final = 128


def is_token(text: str) -> bool:
    """Say whether a text is one identifier-like word, such as an enumeration's member.

    Each part between separators must be a word, a short number or a short mixture of both, which
    turns away random strings (keys, secrets, hashes), digits of any account, and addresses.

    >>> [is_token(t) for t in ("tool_call", "gpt-4o", "sk-live-9f8e7d6c5b4a", "a b", "555-0100-99")]
    [True, True, False, False, False]
    """
    if _TOKEN.fullmatch(text) is None or not _is_plain(text):
        return False
    # A sentence in kebab or snake case is a sentence.
    return max(text.count("-") + text.count("_"), text.count("/")) < _TOKEN_WORDS


def is_plain_key(key: str) -> bool:
    """Say whether an attribute or map key can only be a name that code chose.

    >>> [is_plain_key(k) for k in ("http.route", "Alice Smith", "a@b.example", "acct.4111111111")]
    [True, False, False, False]
    """
    if _INDEX.fullmatch(key) is not None:
        return True
    return _KEY.fullmatch(key) is not None and _is_plain(key)


def _is_plain(text: str) -> bool:
    digits = sum(map(str.isdigit, text))
    return digits <= 6 and all(
        _WORDS.fullmatch(part) is not None for part in _PARTS.split(text) if part
    )


def is_label(text: str) -> bool:
    """Say whether the text of a field that is safe by contract still looks like a label.

    A model's or a tool's name, an identifier, a version: at most six words, printable, no e-mail
    address. An application that puts prose under a safe key gets a marker.
    """
    return (
        len(text) <= _LABEL_LENGTH
        and text[:1] not in "{["
        and not text.startswith("data:")
        and text.isprintable()
        and len(words := text.split()) <= _LABEL_WORDS
        and all(len(word) <= _LABEL_WORD_LENGTH for word in words)
        and _MAIL.search(text) is None
    )


def is_number_text(text: str) -> bool:
    """Say whether a text is a decimal number."""
    return _NUMBER.fullmatch(text) is not None


def is_version(text: str) -> bool:
    """Say whether a text is a version, as of an instrumentation scope."""
    return _VERSION.fullmatch(text) is not None


def is_short_number(value: int | float) -> bool:
    """Say whether a number of an unclassified field is too small to identify anybody."""
    return -MAX_SHORT_INTEGER <= value <= MAX_SHORT_INTEGER  # False for NaN
