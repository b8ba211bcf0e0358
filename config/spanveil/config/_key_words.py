"""What the words of a key say of its value, for keys that no convention has named."""

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final, NamedTuple, cast

from spanveil.config._vocabulary import ContentClass

_MAX_KEY: Final = 512
_MEMO_ENTRIES: Final = 8192
_WORDS: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+|[^\W\d_]+")


class WordHint(NamedTuple):
    """What the words of a key say.

    Attributes:
        content_class: The class, ``UNKNOWN`` where no word says one.
        word: The word that said so, from the list and so never from an application.
        measure: The key names a measure of the thing, so that its value is a number or a flag.
        guarded: The thing is an identifier or a credential, whose measure is a small number.
    """

    content_class: ContentClass
    word: str
    measure: bool
    guarded: bool = False


GUARDED: Final = frozenset(
    {
        ContentClass.CREDENTIAL,
        ContentClass.NETWORK_ADDRESS,
        ContentClass.SESSION_IDENTIFIER,
        ContentClass.TENANT_IDENTIFIER,
        ContentClass.USER_IDENTIFIER,
    }
)
"""Classes of identifiers and credentials."""

_TOKEN_OF_TEXT: Final = frozenset({"each", "first", "per"})
NO_HINT: Final = WordHint(ContentClass.UNKNOWN, "", False)


class KeyWords:
    """Judge keys by their words.

    >>> KeyWords.shipped().judge("smtpPassword").content_class
    <ContentClass.CREDENTIAL: 'credential'>
    >>> KeyWords.shipped().judge("password_count")[1:]
    ('count', True, True)
    """

    def __init__(self, document: Mapping[str, object]) -> None:
        from spanveil.config._key_words_document import Document

        parsed = Document.model_validate(document)
        self._rank = {content_class: rank for rank, content_class in enumerate(parsed.classes)}
        self._class = {word: c for c, words in parsed.classes.items() for word in words}
        self._last, self._first = parsed.measures.last, parsed.measures.first
        self._kinds = parsed.kinds
        self.words: frozenset[str] = frozenset(
            word
            for source in (self._class, self._last, self._first, self._kinds, parsed.path_segments)
            for entry in source
            for word in split_words(entry)
        )
        self.path_segments: frozenset[str] = parsed.path_segments
        self._known = lru_cache(_MEMO_ENTRIES)(self._judge)

    @classmethod
    def shipped(cls) -> "KeyWords":
        """Return the words that the package ships (parsed once in a process)."""
        return _shipped()

    def judge(self, key: str) -> WordHint:
        """Say what a key's words say. A key longer than 512 characters is judged by its end."""
        # The catalogue asks, and then whoever treats the value.
        return self._known(key[-_MAX_KEY:])

    def _judge(self, key: str) -> WordHint:
        words = _without_index(split_words(key))
        if not words:
            return NO_HINT
        word = self._strictest(words)
        content_class = self._class[word] if word else ContentClass.UNKNOWN
        measure = self._measure(key, words)
        if measure:
            return WordHint(ContentClass.UNKNOWN, measure, True, content_class in GUARDED)
        if words[-1] in self._kinds and content_class not in GUARDED:
            return WordHint(ContentClass.UNKNOWN, words[-1], False)
        return WordHint(content_class, word, False)

    def _measure(self, key: str, words: list[str]) -> str:
        """Return the word that makes a key a measure's, ``""`` if there is none."""
        for last in (words[-1], " ".join(words[-2:])):
            if last in self._last:
                return last
        if self._first.isdisjoint(words):
            return ""
        # `agent.max_steps` is a measure as `max_steps` is: the last segment names it.
        own = split_words(key.rpartition(".")[2])
        return own[0] if len(own) > 1 and own[0] in self._first else ""

    def _strictest(self, words: list[str]) -> str:
        pairs = (f"{first} {second}" for first, second in pairwise(words))
        singles = words
        if words[-1] == "token" and len(words) > 1 and words[-2] in _TOKEN_OF_TEXT:
            singles = words[:-1]  # `time_to_first_token`: a model's token, and no secret
        known: Iterable[str] = (word for word in (*pairs, *singles) if word in self._class)
        return min(known, key=lambda word: self._rank[self._class[word]], default="")


def _without_index(words: list[str]) -> list[str]:
    """Leave out what numbers the members of a list (``prompt_tokens.0`` is a count as well)."""
    end = len(words)
    while end > 1 and words[end - 1].isdigit():
        end -= 1
    return words[:end]


def split_words(key: str) -> list[str]:
    """Return the words of a key in lower case.

    >>> split_words("smtpAPIKey.user-name_2")
    ['smtp', 'api', 'key', 'user', 'name', '2']
    """
    return [word.lower() for word in _WORDS.findall(key)]


@cache
def _shipped() -> KeyWords:
    from importlib.resources import files  # it takes longer to import than this module

    from spanveil.config._yaml import parse_shipped

    source = files("spanveil.config") / "data" / "key_words.yaml"
    document = parse_shipped(source.read_text("utf-8"))
    return KeyWords(cast("Mapping[str, object]", document))
