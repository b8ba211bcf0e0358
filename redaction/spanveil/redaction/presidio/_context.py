"""Context words around a finding.

Presidio makes a list of all words of a text that are keywords, looks every word up in it, and walks
all tokens for each finding, which is quadratic. Here the tokens are the same, by the same tokenizer
of spaCy, and what is asked of them is asked of a few words each.
"""

import math
import re
import threading
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from copy import copy
from functools import cached_property
from itertools import islice
from typing import Any, Final

import spacy
from presidio_analyzer import RecognizerResult
from presidio_analyzer.context_aware_enhancers import LemmaContextAwareEnhancer
from presidio_analyzer.nlp_engine import NlpArtifacts, SpacyNlpEngine
from spacy.attrs import IS_PUNCT, IS_SPACE, IS_STOP

from spanveil.redaction.presidio._tokens import Tokens, quicken

_NEAR: Final = 3
"""How many pieces before a finding are tokenised at once: the next are where they are asked for."""
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


class BlankNlpEngine(SpacyNlpEngine):  # type: ignore[misc, unused-ignore]
    """An NLP engine for English without a model: spaCy's tokenizer, and lower case for lemmas.

    What it tokenises is forgotten again: spaCy's store of strings would keep every word of every
    text for ever, so that a text is only touched within a memory zone.
    """

    def __init__(self) -> None:
        super().__init__(models=[{"lang_code": "en", "model_name": "blank"}])
        self._lock = threading.RLock()
        self._zones: ExitStack | None = None
        self._entered: list[Any] = []
        self._explained = True

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
        quicken(lean)
        self.tokens = Tokens(lean.tokenizer, lambda text: self._enter(lean).tokenizer(text))

    def get_supported_entities(self) -> list[str]:
        """Return none: there is no model."""
        return []

    @contextmanager
    def zone(self, *, explained: bool = True) -> Iterator[None]:
        """Forget what is tokenised within. A zone is not for two threads at a time.

        Args:
            explained: Whether results of texts within say how they came about.
        """
        with self._lock, ExitStack() as zones:
            outer, self._explained = self._explained, explained
            is_inner = self._zones is not None  # a recognizer calls its analyzer
            if not is_inner:
                self._zones = zones
            try:
                yield
            finally:
                self._explained = outer
                if not is_inner:
                    self._zones = None
                    self._entered.clear()

    def _enter(self, nlp: Any) -> Any:
        """Enter the memory zone of a language before its first use within ``zone``."""
        if self._zones is not None and nlp not in self._entered:
            self._zones.enter_context(nlp.memory_zone())
            self._entered.append(nlp)
        return nlp

    def get_nlp(self, language: str) -> Any:
        """Return the tokenizer; what it is given within ``zone`` is forgotten."""
        return self._enter(super().get_nlp(language))

    def process_text(self, text: str, language: str) -> NlpArtifacts:
        """Return what stands for the tokens of a text until somebody asks for them."""
        if language != "en":
            raise ValueError("the exact mode knows English only")
        return LazyArtifacts(self, text, explained=self._explained)

    def process_at_once(self, text: str) -> NlpArtifacts:
        """Return Presidio's own artifacts."""
        self.get_nlp("en")
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
    """Presidio's artifacts, made when a recognizer first reads them.

    Attributes:
        explained: Whether results are to say how they came about.
    """

    def __init__(self, engine: BlankNlpEngine, text: str, *, explained: bool) -> None:
        self.nlp_engine: Any = engine
        self.explained = explained
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
    """The words of a text, tokenised where they are asked for."""

    def __init__(self, engine: BlankNlpEngine, text: str) -> None:
        self._engine = engine
        self._text = text
        self._known: dict[str, list[tuple[int, str]]] = {}
        self._keywords: dict[str, bool] = {}
        self._around: dict[tuple[int, int], list[str]] = {}

    @cached_property
    def lower(self) -> str:
        """The text in lower case."""
        return self._text.lower()

    @cached_property
    def _pieces(self) -> tuple[list[int], list[int]]:
        """Where each piece that is tokenised alone starts, and where it ends."""
        pieces = list(self._engine.tokens.pieces(self._text))
        return [start for start, _ in pieces], [end for _, end in pieces]

    def prepare(self, starts: Iterable[int]) -> None:
        """Tokenise at once what is next to some offsets."""
        begins, ends = self._pieces
        near: set[int] = set()
        for start in starts:
            place = bisect_right(ends, start)
            near.update(range(max(0, place - _NEAR), min(place + 2, len(ends))))
        unknown = {self._text[begins[i] : ends[i]] for i in near} | self._with_colon
        self._known |= self._engine.tokens.split(unknown - self._known.keys())

    def around(self, start: int, before: int, after: int) -> list[str]:
        """Return the keywords next to the token at an offset, that token's own included.

        Args:
            start: The offset.
            before: How many to return of those up to the token.
            after: How many to return of those from the token on.

        Raises:
            ValueError: If no token stands there.
        """
        begins, ends = self._pieces
        piece = bisect_right(ends, start)
        if piece == len(ends):
            raise ValueError("a finding lies behind the last token")
        within = start - begins[piece]
        token = bisect_right(self._tokens(piece), within, key=lambda token: token[0])
        known = self._around.get((piece, token))
        if known is None:
            known = self._around[piece, token] = [
                *islice(filter(self._is_keyword, self._backwards(piece, token)), before),
                *islice(filter(self._is_keyword, self._forwards(piece, token)), after),
            ]
        return known

    def _tokens(self, piece: int) -> list[tuple[int, str]]:
        """Return where each token of a piece ends in it, and the token in lower case."""
        begins, ends = self._pieces
        text = self._text[begins[piece] : ends[piece]]
        if text not in self._known:
            self._known |= self._engine.tokens.split([text])
        return self._known[text]

    def _backwards(self, piece: int, token: int) -> Iterator[str]:
        yield from (word for _, word in self._tokens(piece)[token::-1])
        while piece:
            piece -= 1
            yield from (word for _, word in reversed(self._tokens(piece)))

    def _forwards(self, piece: int, token: int) -> Iterator[str]:
        yield from (word for _, word in self._tokens(piece)[token:])
        for following in range(piece + 1, len(self._pieces[0])):
            yield from (word for _, word in self._tokens(following))

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
    def _with_colon(self) -> set[str]:
        """The pieces of which a token may hold a colon."""
        if ":" not in self._text:
            return set()
        pieces = {self._text[start:end] for start, end in zip(*self._pieces, strict=True)}
        return {piece for piece in pieces if ":" in piece}

    @cached_property
    def _parts(self) -> frozenset[str]:
        self._known |= self._engine.tokens.split(self._with_colon - self._known.keys())
        words = {word for piece in self._with_colon for _, word in self._known[piece]}
        return frozenset(
            p for w in words if len(w) > 1 and ":" in w and self._is_plain(w) for p in w.split(":")
        )


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
        contexts = {recognizer.id: recognizer.context for recognizer in recognizers}
        present: dict[str, _Telling] = {}
        results: list[RecognizerResult] = []
        told: list[tuple[RecognizerResult, _Telling]] = []
        # Of what is sure already, a context word changes nothing but the explanation.
        sure = math.inf if getattr(nlp_artifacts, "explained", True) else self.MAX_SCORE
        for result in raw_results:
            metadata: dict[str, Any] = result.recognition_metadata or {}
            name = metadata.get(RecognizerResult.RECOGNIZER_IDENTIFIER_KEY, "")
            if name not in present:
                present[name] = _present(contexts.get(name) or (), words.lower, given)
            results.append(_copy(result))
            enhanced = metadata.get(RecognizerResult.IS_SCORE_ENHANCED_BY_CONTEXT_KEY)
            if present[name] and not enhanced and result.score < sure:
                told.append((results[-1], present[name]))
        if told:
            words.prepare(result.start for result, _ in told)
        for result, telling in told:
            self._enhance(result, telling, words, given)
        return results

    def _enhance(
        self, result: RecognizerResult, telling: "_Telling", words: Words, given: list[str]
    ) -> None:
        # The token itself counts, on both sides.
        around = words.around(
            result.start, self.context_prefix_count + 1, self.context_suffix_count + 1
        )
        around = [*around, *given] if given else around
        joined = "\n".join(around).lower()
        if not any(lower in joined for _, lower in telling):
            return
        word = self._find_supportive_word_in_context(
            around, [word for word, _ in telling], self.context_matching_mode
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


_Telling = list[tuple[str, str]]
"""Context words that can be found at all, as they are and in lower case."""


def _copy(result: RecognizerResult) -> RecognizerResult:
    if type(result) is not RecognizerResult:
        return copy(result)
    made = RecognizerResult.__new__(RecognizerResult)
    vars(made).update(vars(result))
    return made


def _present(context: Iterable[str], lower: str, given: list[str]) -> _Telling:
    """Return the context words that can be found at all, in their order."""
    pairs = [(word, word.lower()) for word in context]
    if not lower.isascii():  # letters whose lower case depends on the letters around them
        return pairs
    return [
        (word, small)
        for word, small in pairs
        if small in lower or any(small in other for other in given)
    ]
