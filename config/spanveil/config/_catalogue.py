"""The catalogue of telemetry fields: which content class a key has."""

import csv
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final, NamedTuple

from spanveil.config._key_words import GUARDED, NO_HINT, KeyWords
from spanveil.config._vocabulary import ContentClass, ValueFormat

_MEMO_ENTRIES: Final = 8192
_MEMO_KEY_LENGTH: Final = 256
_WILDCARD_SEGMENT_LENGTH: Final = 32


class CatalogueField(NamedTuple):
    """What the catalogue says of one key.

    Attributes:
        content_class: The class; ``UNKNOWN`` where no row matches.
        value_format: How conventions write the value.
        pattern: The row's key pattern, ``""`` where no row matches.
        conventions: Comma-separated names of the conventions that use the key.
    """

    content_class: ContentClass
    value_format: ValueFormat
    pattern: str
    conventions: str


WORD_ORIGIN: Final = "key word: "
"""How ``CatalogueField.conventions`` begins where a word of the key decided, not a row."""

_BAGS: Final = frozenset({ContentClass.METADATA_BAG, ContentClass.SYSTEM_INSTRUCTIONS})
"""Classes whose closing ``*`` stands for whatever else an object had: a member is as unknown as a
key without a row, so that its words may name a count, a kind or an identifier."""

UNKNOWN_FIELD: Final = CatalogueField(ContentClass.UNKNOWN, ValueFormat.TEXT, "", "")


class _Node:
    """One segment of the wildcard trie."""

    __slots__ = ("children", "field", "rest")

    def __init__(self) -> None:
        self.children: dict[str, _Node] = {}
        self.field: CatalogueField | None = None
        self.rest: CatalogueField | None = None  # a `**` row that ends here


class Catalogue:
    """Look up the content class of telemetry keys.

    A key pattern is dotted; ``*`` stands for one segment and a closing ``**`` for one or more. An
    exact row wins over a wildcard row, and the most specific wildcard over a general one. Where no
    row matches, the words of the key may say what it holds (``KeyWords``); they can only tighten.

    >>> Catalogue.shipped().classify("gen_ai.input.messages").content_class
    <ContentClass.PROMPT: 'prompt'>
    >>> Catalogue.shipped().classify("llm.input_messages.3.message.role").content_class
    <ContentClass.SAFE: 'safe'>
    """

    def __init__(self, rows: Iterable[CatalogueField], words: KeyWords | None = None) -> None:
        self._words = words
        self._exact: dict[str, CatalogueField] = {}
        self._root = _Node()
        self._memo: dict[str, CatalogueField] = {}
        self._rows = tuple(rows)
        for row in self._rows:
            if "*" in row.pattern:
                self._insert(row)
            else:
                self._exact[row.pattern] = row

    @classmethod
    def shipped(cls) -> "Catalogue":
        """Return the catalogue that the package ships (parsed once in a process)."""
        return _shipped()

    def __iter__(self) -> Iterator[CatalogueField]:
        return iter(self._rows)

    def classify(self, key: str) -> CatalogueField:
        """Return what the catalogue says of a key, ``UNKNOWN_FIELD`` where it says nothing."""
        known = self._memo.get(key)
        if known is None:
            known = self._exact.get(key) or self._by_wildcard(key) or self._by_words(key)
            # Keys can be unbounded (an application may put ids into them): start over, never grow.
            if len(key) <= _MEMO_KEY_LENGTH:
                if len(self._memo) >= _MEMO_ENTRIES:
                    self._memo.clear()
                self._memo[key] = known
        return known

    def _insert(self, row: CatalogueField) -> None:
        node = self._root
        segments = row.pattern.split(".")
        for segment in segments[:-1] if segments[-1] == "**" else segments:
            node = node.children.setdefault(segment, _Node())
        if segments[-1] == "**":
            node.rest = row
        else:
            node.field = row

    def _by_words(self, key: str) -> CatalogueField:
        if self._words is None:
            return UNKNOWN_FIELD
        hint = self._words.judge(key)
        if not hint.word:
            return UNKNOWN_FIELD
        value_format = ValueFormat.NUMBER if hint.measure else ValueFormat.TEXT
        return CatalogueField(hint.content_class, value_format, "", f"{WORD_ORIGIN}{hint.word}")

    def _by_wildcard(self, key: str) -> CatalogueField | None:
        field = self._short_wildcard(key)
        if field is None or field.content_class not in _BAGS or not field.pattern.endswith("*"):
            return field
        return self._member_of(field, key)

    def _member_of(self, bag: CatalogueField, key: str) -> CatalogueField:
        """Judge a member of a bag by its words, where they say more than the bag's row."""
        hint = self._words.judge(key) if self._words is not None else NO_HINT
        names = hint.content_class in GUARDED and bag.content_class is ContentClass.METADATA_BAG
        if not hint.word or not (names or hint.content_class is ContentClass.UNKNOWN):
            return bag
        value_format = ValueFormat.NUMBER if hint.measure else ValueFormat.TEXT
        origin = f"{bag.conventions}; {WORD_ORIGIN}{hint.word}"
        return CatalogueField(hint.content_class, value_format, bag.pattern, origin)

    def _short_wildcard(self, key: str) -> CatalogueField | None:
        field = self._find_wildcard(key)
        if field is None or field.content_class is not ContentClass.SAFE:
            return field
        # A `*` stands for an index or a short name. An application chooses what stands there, so
        # that a key with a long segment must not inherit a row's `safe`.
        longest = max(map(len, key.split(".")))
        return field if longest <= _WILDCARD_SEGMENT_LENGTH else None

    def _find_wildcard(self, key: str) -> CatalogueField | None:
        segments = key.split(".")
        best: CatalogueField | None = None
        # Breadth first over at most two branches (the literal and `*`) a segment; the number of
        # branches is bounded by the catalogue's own shape, not by the key.
        level = [self._root]
        for index, segment in enumerate(segments):
            for node in level:
                if node.rest is not None and (
                    best is None or len(node.rest.pattern) > len(best.pattern)
                ):
                    best = node.rest
            branches = [
                node.children[name]
                for node in level
                for name in (segment, "*")
                if name in node.children
            ]
            if not branches:
                return best
            if index == len(segments) - 1:
                # Literals come before `*`: the first full match is the most specific one.
                return next((node.field for node in branches if node.field is not None), best)
            level = branches
        return best


@cache
def _shipped() -> Catalogue:
    from importlib.resources import files  # it takes longer to import than this module

    text = (files("spanveil.config") / "data" / "catalogue.tsv").read_text("utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    fields = (
        CatalogueField(
            ContentClass(row["content_class"]),
            ValueFormat(row["value_format"]),
            row["key_pattern"],
            row["conventions"],
        )
        for row in rows
    )
    return Catalogue(fields, KeyWords.shipped())
