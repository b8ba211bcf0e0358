"""Context words around a finding.

Presidio makes a list of all words of a text that are keywords, looks every word up in it, and walks
all tokens for each finding, which is quadratic. Here the tokens are the same, by the same tokenizer
of spaCy, and what is asked of them is asked of a few words each.
"""

import re
import threading
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from copy import copy
from functools import cached_property
from itertools import islice, pairwise
from typing import Any, Final

import spacy
from presidio_analyzer import RecognizerResult
from presidio_analyzer.context_aware_enhancers import LemmaContextAwareEnhancer
from presidio_analyzer.nlp_engine import NlpArtifacts, SpacyNlpEngine
from spacy.attrs import IS_PUNCT, IS_SPACE, IS_STOP
from spacy.tokenizer import Tokenizer

_PIECE: Final = re.compile(r"\S+")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_WORD: Final = re.compile("([A-Za-z]+)(?:(?<=[a-z])[.,])?")


def _only_word(text: str, start: int, end: int, rules: Any) -> str:
    """Return the word if a piece is one, with at most a comma or a full stop behind it.

    The tokenizer's rules for affixes leave letters alone, and split off these two behind a small
    letter; its special cases come first.
    """
    match = _WORD.fullmatch(text, start, end)
    return match[1] if match and match[0] not in rules and match[1] not in rules else ""


class BlankNlpEngine(SpacyNlpEngine):  # type: ignore[misc, unused-ignore]
    """An NLP engine for English without a model: spaCy's tokenizer, and lower case for lemmas.

    What it tokenises is forgotten again: spaCy's store of strings would keep every word of every
    text for ever, so that a text is only touched within a memory zone.
    """

    def __init__(self) -> None:
        super().__init__(models=[{"lang_code": "en", "model_name": "blank"}])
        self._lock = threading.RLock()
        self._depth = 0

    def load(self) -> None:
        """Build the tokenizer; nothing is downloaded."""
        nlp: Any = {"en": spacy.blank("en")}
        self.nlp = nlp
        # For the search for context words alone: it needs no attribute of a word but its letters.
        lean: Any = spacy.blank("en")
        self.lean = lean
        getters = lean.vocab.lex_attr_getters
        self.is_stop: Any = getters[IS_STOP]
        self.is_sign: Any = getters[IS_PUNCT]
        lean.vocab.lex_attr_getters = {IS_SPACE: getters[IS_SPACE]}
        self.borders = _special_borders(lean)

    def tokenise(self, text: str) -> tuple[list[int], list[str]]:
        """Return where each token of a text ends, and the tokens in lower case."""
        pieces = list(self._pieces(text))
        odd = list(dict.fromkeys(text[start:end] for start, end, word in pieces if not word))
        made = self._tokenise_each(odd)
        ends: list[int] = []
        words: list[str] = []
        for start, end, word in pieces:
            if word:
                ends.append(start + len(word))
                words.append(word.lower())
                if ends[-1] < end:
                    ends.append(end)
                    words.append(text[end - 1])
                continue
            for length, token in made[text[start:end]]:
                ends.append(start + length)
                words.append(token)
        return ends, words

    def _pieces(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield pieces that are tokenised alone, and the word of one that is nothing but a word."""
        rules, borders = self.lean.tokenizer.rules, self.borders
        last = 0
        waiting: tuple[int, int] | None = None
        for piece in _PIECE.finditer(text):
            start, end = piece.span()
            gap = text[last:start]
            if waiting and gap == " " and (text[last - 1], text[start]) in borders:
                waiting = (waiting[0], end)
                last = end
                continue
            if waiting:
                yield *waiting, _only_word(text, *waiting, rules)
            # A space belongs to the word before it; what else there is, is a token.
            skipped = int(bool(last) and gap[:1] == " ")
            if len(gap) > skipped:
                yield last + skipped, start, ""
            waiting, last = (start, end), end
        if waiting:
            yield *waiting, _only_word(text, *waiting, rules)
        skipped = int(bool(last) and text[last : last + 1] == " ")
        if len(text) - last > skipped:
            yield last + skipped, len(text), ""

    def _tokenise_each(self, pieces: list[str]) -> dict[str, list[tuple[int, str]]]:
        """Tokenise different pieces in one call, a line for each."""
        made: dict[str, list[tuple[int, str]]] = {piece: [] for piece in pieces}
        blank = [piece for piece in pieces if piece.isspace()]
        for piece in blank:
            made[piece].append((len(piece), piece.lower()))
        written = [piece for piece in pieces if not piece.isspace()]
        starts: list[int] = []
        start = 0
        for piece in written:
            starts.append(start)
            start += len(piece) + 1
        place, current, offset, end = -1, None, 0, 0
        for token in self.lean.tokenizer("\n".join(written)):
            if token.idx >= end:
                if token.is_space or place + 1 == len(written):
                    continue
                place += 1
                offset, end = starts[place], starts[place] + len(written[place])
                current = made[written[place]]
            if current is not None:
                current.append((token.idx + len(token) - offset, token.text.lower()))
        return made

    def get_supported_entities(self) -> list[str]:
        """Return none: there is no model."""
        return []

    @contextmanager
    def zone(self) -> Iterator[None]:
        """Forget what is tokenised within. A zone is not for two threads at a time."""
        with self._lock, ExitStack() as zones:
            self._depth += 1
            try:
                if self._depth == 1:  # else a recognizer calls its analyzer
                    zones.enter_context(self.get_nlp("en").memory_zone())
                    zones.enter_context(self.lean.memory_zone())
                yield
            finally:
                self._depth -= 1

    def process_text(self, text: str, language: str) -> NlpArtifacts:
        """Return what stands for the tokens of a text until somebody asks for them."""
        if language != "en":
            raise ValueError("the exact mode knows English only")
        return LazyArtifacts(self, text)

    def process_at_once(self, text: str) -> NlpArtifacts:
        """Return Presidio's own artifacts."""
        artifacts: NlpArtifacts = super().process_text(text, "en")
        return artifacts

    def process_batch(self, texts: Iterable[Any], language: str, *_: Any, **options: Any) -> Any:
        """Yield what ``process_text`` returns, with each text."""
        pairs = ((str(t), c) for t, c in texts) if options.get("as_tuples") else None
        if pairs is None:
            return ((str(text), self.process_text(str(text), language)) for text in texts)
        return ((text, self.process_text(text, language), context) for text, context in pairs)

    def _doc_to_nlp_artifact(self, doc: Any, language: str) -> NlpArtifacts:
        lemmas = [token.text.lower() for token in doc]
        return NlpArtifacts([], doc, [token.idx for token in doc], lemmas, self, language, [])


class LazyArtifacts(NlpArtifacts):  # type: ignore[misc, unused-ignore]
    """Presidio's artifacts, made when a recognizer first reads them."""

    def __init__(self, engine: BlankNlpEngine, text: str) -> None:
        self.nlp_engine: Any = engine
        # spaCy refuses half a character, of which JSON texts and cut ones have some.
        self.text = _SURROGATE.sub("\ufffd", text)
        self.entities: Any = []
        self.scores: Any = []
        self.words = Words(engine, self.text)

    @cached_property
    def _all(self) -> NlpArtifacts:
        made: NlpArtifacts = self.nlp_engine.process_at_once(self.text)
        return made

    def __getattr__(self, name: str) -> Any:
        if name in {"tokens", "tokens_indices", "lemmas", "keywords"}:
            return getattr(self._all, name)
        raise AttributeError(name)


class Words:
    """The words of a text, tokenised when they are first asked for."""

    def __init__(self, engine: BlankNlpEngine, text: str) -> None:
        self._engine = engine
        self._text = text
        self._keywords: dict[str, bool] = {}
        self._around: dict[int, list[str]] = {}

    @cached_property
    def lower(self) -> str:
        """The text in lower case."""
        return self._text.lower()

    @cached_property
    def _tokens(self) -> tuple[list[int], list[str]]:
        """Where each token ends, and the token in lower case."""
        return self._engine.tokenise(self._text)

    def around(self, start: int, before: int, after: int) -> list[str]:
        """Return the keywords next to the token at an offset, that token's own included.

        Args:
            start: The offset.
            before: How many to return of those up to the token.
            after: How many to return of those from the token on.

        Raises:
            ValueError: If no token stands there.
        """
        ends, words = self._tokens
        index = bisect_right(ends, start)
        if index == len(words):
            raise ValueError("a finding lies behind the last token")
        known = self._around.get(index)
        if known is None:
            backwards = map(words.__getitem__, range(index, -1, -1))
            forwards = map(words.__getitem__, range(index, len(words)))
            known = self._around[index] = [
                *islice(filter(self._is_keyword, backwards), before),
                *islice(filter(self._is_keyword, forwards), after),
            ]
        return known

    def _is_keyword(self, word: str) -> bool:
        known = self._keywords.get(word)
        if known is None:
            # Keywords are split at colons, so that none holds one; and a stop word or a sign is one
            # where it stands as a part of a word that was split.
            known = ":" not in word and (self._is_plain(word) or word in self._parts)
            self._keywords[word] = known
        return known

    def _is_plain(self, word: str) -> bool:
        engine = self._engine
        return not (engine.is_stop(word) or engine.is_sign(word) or word in {"-PRON-", "be"})

    @cached_property
    def _parts(self) -> frozenset[str]:
        split = {word for word in self._tokens[1] if ":" in word}
        return frozenset(p for w in split if self._is_plain(w) for p in w.split(":"))


class FastContextEnhancer(LemmaContextAwareEnhancer):  # type: ignore[misc, unused-ignore]
    """Presidio's enhancer over words that are tokenised where they are asked for."""

    def enhance_using_context(
        self,
        text: str,
        raw_results: list[RecognizerResult],
        nlp_artifacts: NlpArtifacts,
        recognizers: list[Any],
        context: list[str] | None = None,
    ) -> list[RecognizerResult]:
        """Raise the scores of results beside a context word of their recognizer."""
        words = getattr(nlp_artifacts, "words", None)
        if not isinstance(words, Words):  # tokens that the caller brought
            kept: list[RecognizerResult] = super().enhance_using_context(
                text, raw_results, nlp_artifacts, recognizers, context
            )
            return kept
        given = [word.lower() for word in context or ()]
        by_id = {recognizer.id: recognizer for recognizer in recognizers}
        present: dict[str, list[str]] = {}
        for name, recognizer in by_id.items():
            present[name] = _present(recognizer.context or (), words.lower, given)
        return [self._enhanced(result, present, words, given) for result in raw_results]

    def _enhanced(
        self,
        result: RecognizerResult,
        present: dict[str, list[str]],
        words: Words,
        given: list[str],
    ) -> RecognizerResult:
        result = copy(result)
        metadata: dict[str, Any] = result.recognition_metadata or {}
        telling = present.get(metadata.get(RecognizerResult.RECOGNIZER_IDENTIFIER_KEY, ""))
        if not telling or metadata.get(RecognizerResult.IS_SCORE_ENHANCED_BY_CONTEXT_KEY):
            return result
        # The token itself counts, on both sides.
        around = words.around(
            result.start, self.context_prefix_count + 1, self.context_suffix_count + 1
        )
        word = self._find_supportive_word_in_context(
            [*around, *given], telling, self.context_matching_mode
        )
        if word != "":
            raised = max(
                result.score + self.context_similarity_factor,
                self.min_score_with_context_similarity,
            )
            result.score = min(raised, self.MAX_SCORE)
            explanation = result.analysis_explanation = copy(result.analysis_explanation)
            if explanation is not None:
                explanation.set_supportive_context_word(word)
                explanation.set_improved_score(result.score)
        return result


def _present(context: Iterable[str], lower: str, given: list[str]) -> list[str]:
    """Return the context words that can be found at all, in their order."""
    if not lower.isascii():  # letters whose lower case depends on the letters around them
        return list(context)
    return [
        word
        for word in context
        if word.lower() in lower or any(word.lower() in other for other in given)
    ]


def _special_borders(language: Any) -> frozenset[tuple[str, str]]:
    """Return the characters between which a special case of the tokenizer may be cut in two.

    Special cases are compared as sequences of tokens, so that one may stand across a space, has no
    effect there, and yet keeps another that overlaps it from having its effect.
    """
    tokenizer = language.tokenizer
    plain = Tokenizer(
        language.vocab,
        prefix_search=tokenizer.prefix_search,
        suffix_search=tokenizer.suffix_search,
        infix_finditer=tokenizer.infix_finditer,
        token_match=tokenizer.token_match,
        url_match=tokenizer.url_match,
    )
    borders: set[tuple[str, str]] = set()
    for special in tokenizer.rules:
        words = [token.text for token in plain(special)]
        borders |= {(one[-1], other[0]) for one, other in pairwise(words)}
    return frozenset(borders)
