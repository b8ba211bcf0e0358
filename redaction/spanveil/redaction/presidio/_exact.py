"""Presidio's own analyzer, finding by finding, several times as fast.

It is ``AnalyzerEngine`` with three of its parts replaced by faster ones that give the same: the NLP
engine and the enhancer (``_context``), and, around each recognizer, a gate that lets it run only
where its patterns can match (``_gates``, ``_phones``). What a recognizer does when it runs, and
what becomes of its results, is Presidio's code.
"""

import re
from collections.abc import Iterable
from contextlib import suppress
from copy import copy
from typing import Any, Final

from presidio_analyzer import (
    AnalyzerEngine,
    EntityRecognizer,
    PatternRecognizer,
    RecognizerRegistry,
    RecognizerResult,
)
from presidio_analyzer.nlp_engine import NlpArtifacts
from presidio_analyzer.predefined_recognizers import (
    EmailRecognizer,
    IbanRecognizer,
    PhoneRecognizer,
    UrlRecognizer,
)

from spanveil.redaction.detection._offline import offline
from spanveil.redaction.presidio._context import BlankNlpEngine, FastContextEnhancer
from spanveil.redaction.presidio._gates import Gates
from spanveil.redaction.presidio._matching import find_matches
from spanveil.redaction.presidio._phones import find_phones
from spanveil.redaction.presidio._pieces import Pieces

_VALID: Final = 1
"""``phonenumbers.Leniency.VALID``: with less, a number need not be valid to be found."""

_EMAIL_PATTERN: Final = (
    r"\b((([!#$%&'*+\-/=?^_`{|}~\w])|([!#$%&'*+\-/=?^_`{|}~\w][!#$%&'*+\-/=?^_`{|}~\.\w]{0,}"
    r"[!#$%&'*+\-/=?^_`{|}~\w]))[@]\w+(?:-+\w+)*(?:\.\w+(?:-+\w+)*)+)\b"
)
"""The form of ``EmailRecognizer`` for which pieces of a text may be looked at alone."""
_EMAIL_CHAR: Final = r"@!#$%&'*+\-/=?^_`{|}~.\w"
# What stands around a piece is no letter, which is all that the pattern asks of it.
_EMAIL_PIECES: Final = Pieces("@", rf"[{_EMAIL_CHAR}]*", rf"[{_EMAIL_CHAR}]*")

_URL_PATTERN: Final = re.compile(
    r"""\(\?i\)(?:\["\\'\]\()?(?:\(\?:https\?://\)|https\?://)?"""
    r"""\(\(www\\d\{0,3\}\[\.\]\)\?\[a-z0-9\.\\-\]\{1,253\}\[\.\]"""
    r"""\(\?:(?:\(\?:[a-z][a-z][a-z0-9-]*\)\|?)+\)\(\?:/\[\^\\s\(\)<>\\"'\]\*\)\?\)"""
    r"""(?:\)\["\\'\])?"""
)
"""The form of ``UrlRecognizer``'s patterns: nothing is looked at beyond the match."""
# The letters outside ASCII are those that are one in another case.
_LETTER: Final = "a-zA-Z\u017f\u0130\u0131\u212a"
_URL_PIECES: Final = Pieces(rf"\.[{_LETTER}]{{2}}", rf"[{_LETTER}\d.:/\"'-]*", r"\S*")


class ExactAnalyzer(AnalyzerEngine):  # type: ignore[misc, unused-ignore]
    """Find what ``AnalyzerEngine`` finds without a model: types, offsets, scores, context words.

    The reference is an ``AnalyzerEngine`` over ``spacy.blank("en")`` with lower case for lemmas and
    ``tldextract``'s own list of suffixes. Recognizers of any kind may be in the registry: those
    made of patterns run only where they can match, any other runs as it is. Nothing is fetched from
    a network, and no word of a text stays in spaCy's memory.

    Two things are not the same: a pattern that runs into Presidio's time limit (which is wall time)
    is skipped there and may be finished here, and a text beyond spaCy's limit of a million
    characters is refused there.

    Args:
        registry: The recognizers; Presidio's default ones for English if ``None``.
        default_score_threshold: Results with a lower score are left out.
        context_aware_enhancer: An enhancer of your own; one that equals Presidio's if ``None``.
    """

    def __init__(
        self,
        registry: RecognizerRegistry | None = None,
        *,
        default_score_threshold: float = 0.0,
        context_aware_enhancer: Any = None,
    ) -> None:
        engine = BlankNlpEngine()
        given: Any = registry
        super().__init__(
            registry=given,
            nlp_engine=engine,
            default_score_threshold=default_score_threshold,
            supported_languages=["en"],
            context_aware_enhancer=context_aware_enhancer or FastContextEnhancer(),
        )
        self._engine = engine
        gated: Any = _GatedRegistry(self.registry)
        self.registry = gated

    def analyze(self, text: str, language: str = "en", *args: Any, **options: Any) -> Any:
        """Return what ``AnalyzerEngine.analyze`` returns, for the same arguments."""
        with self._engine.zone(explained=self._is_explained(args, options)):
            return super().analyze(text, language, *args, **options)

    def _is_explained(self, args: tuple[Any, ...], options: dict[str, Any]) -> bool:
        """Say whether anybody can see how a result came about."""
        return bool(
            args
            or options.get("return_decision_process")
            or options.get("ad_hoc_recognizers")
            or self.log_decision_process
            or type(self.context_aware_enhancer) is not FastContextEnhancer
            or any(map(_enhances_itself, self.registry.recognizers))
        )

    def get_recognizers(self, language: str | None = None) -> list[EntityRecognizer]:
        """Return the recognizers, as they were registered."""
        registry: Any = self.registry
        found: set[EntityRecognizer] = set()
        for spoken in [language] if language else self.supported_languages:
            found |= set(registry.as_registered(language=spoken, all_fields=True))
        return list(found)

    def _enhance_using_context(
        self,
        text: str,
        raw_results: list[RecognizerResult],
        nlp_artifacts: NlpArtifacts,
        recognizers: list[Any],
        context: list[str] | None = None,
    ) -> list[RecognizerResult]:
        if any(_enhances_itself(recognizer) for recognizer in recognizers):
            results: list[RecognizerResult] = super()._enhance_using_context(
                text, raw_results, nlp_artifacts, recognizers, context
            )
            return results
        enhanced: list[RecognizerResult] = self.context_aware_enhancer.enhance_using_context(
            text=text,
            raw_results=raw_results,
            nlp_artifacts=nlp_artifacts,
            recognizers=recognizers,
            context=context,
        )
        return enhanced


def _enhances_itself(recognizer: Any) -> bool:
    own = type(getattr(recognizer, "recognizer", recognizer)).enhance_using_context
    return own is not EntityRecognizer.enhance_using_context


class _GatedRegistry:
    """A registry whose recognizers come with a gate; in everything else the registry itself."""

    def __init__(self, registry: RecognizerRegistry) -> None:
        self._registry = registry
        self._compiled: tuple[list[tuple[int, Any]], dict[int, _Gated]] = ([], {})
        self._gated()

    def get_recognizers(self, *args: Any, **options: Any) -> list[Any]:
        """Return what the registry returns; recognizers for one call only have no gate."""
        gated = self._gated()
        chosen = self.as_registered(*args, **options)
        return [gated.get(id(recognizer), recognizer) for recognizer in chosen]

    def as_registered(self, *args: Any, **options: Any) -> list[Any]:
        """Return what the registry returns."""
        chosen: Any = self._registry.get_recognizers(*args, **options)
        return list(chosen)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._registry, name)

    def _gated(self) -> "dict[int, _Gated]":
        """Return the gates, compiled anew where recognizers or their patterns have changed."""
        signature = [(id(r), _signature(r)) for r in self._registry.recognizers]
        known, gated = self._compiled
        if known != signature:
            gated = _compile(self._registry.recognizers)
            self._compiled = (signature, gated)
        return gated


def _signature(recognizer: Any) -> Any:
    own = isinstance(recognizer, PatternRecognizer)
    return _pattern_signature(recognizer) if own else None


def _pattern_signature(recognizer: Any) -> Any:
    return [recognizer.global_regex_flags, *(p.regex for p in recognizer.patterns)]


def _compile(recognizers: Iterable[Any]) -> "dict[int, _Gated]":
    patterns: list[tuple[str, int]] = []
    first: dict[int, int] = {}
    gated: dict[int, _Gated] = {}
    made: list[Any] = list(recognizers)
    for recognizer in made:
        if _is_made_of_patterns(recognizer) and _pieces(recognizer) is None:
            first[id(recognizer)] = len(patterns)
            flags = int(recognizer.global_regex_flags or 0)
            patterns += [(pattern.regex, flags) for pattern in recognizer.patterns]
    gates = _Hits(Gates(patterns))
    for recognizer in made:
        if type(recognizer) is PhoneRecognizer and (recognizer.leniency or 0) >= _VALID:
            gated[id(recognizer)] = _Phones(recognizer)
        elif (pieces := _pieces(recognizer)) is not None:
            gated[id(recognizer)] = _InPieces(recognizer, pieces)
        elif id(recognizer) in first:
            gated[id(recognizer)] = _Patterns(recognizer, gates, first[id(recognizer)])
    return gated


def _is_made_of_patterns(recognizer: Any) -> bool:
    """Say whether a recognizer finds nothing where none of its patterns matches."""
    kind: Any = type(recognizer)
    return kind is IbanRecognizer or kind.analyze is PatternRecognizer.analyze


def _pieces(recognizer: Any) -> Pieces | None:
    """Return the pieces of a text outside which a recognizer cannot match, if there are such."""
    kind: Any = type(recognizer)
    if kind is EmailRecognizer:
        fits = [p.regex for p in recognizer.patterns] == [_EMAIL_PATTERN]
        return _EMAIL_PIECES if fits else None
    if kind is UrlRecognizer:
        fits = all(_URL_PATTERN.fullmatch(p.regex) for p in recognizer.patterns)
        return _URL_PIECES if fits else None
    return None


class _Hits:
    """Which patterns may match, remembered for the text at hand."""

    def __init__(self, gates: Gates) -> None:
        self._gates = gates

    def of(self, text: str, artifacts: Any) -> set[int]:
        """Return the patterns that may match; one scan for each call of the analyzer."""
        known: Any = getattr(artifacts, "hits", None)
        if known is None or known[0] is not self or known[1] is not text:
            known = (self, text, self._gates.open(text))
            if artifacts is not None:
                artifacts.hits = known
        hits: set[int] = known[2]
        return hits


class _Gated:
    """A recognizer behind a gate; in everything but ``analyze`` the recognizer itself."""

    __slots__ = ("__dict__", "recognizer")

    def __init__(self, recognizer: Any) -> None:
        self.recognizer = recognizer
        # Its attributes are asked for with each text, and are found so without a call.
        self.__dict__ = vars(recognizer)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.recognizer, name)


class _Patterns(_Gated):
    __slots__ = ("_first", "_hits")

    def __init__(self, recognizer: Any, hits: _Hits, first: int) -> None:
        super().__init__(recognizer)
        self._hits = hits
        self._first = first

    def analyze(self, text: str, entities: list[str], nlp_artifacts: Any) -> Any:
        hits = self._hits.of(text, nlp_artifacts)
        patterns = self.recognizer.patterns
        open_ones = [p for i, p in enumerate(patterns, self._first) if i in hits]
        return _matches(self.recognizer, open_ones, text, nlp_artifacts) if open_ones else []


def _matches(recognizer: Any, patterns: list[Any], text: str, artifacts: Any) -> Any:
    if type(recognizer).analyze is PatternRecognizer.analyze:
        explained = getattr(artifacts, "explained", True)
        with suppress(TimeoutError):  # what is to be done then, Presidio knows
            return find_matches(recognizer, patterns, text, explained=explained)
    if len(patterns) < len(recognizer.patterns):
        recognizer = copy(recognizer)
        recognizer.patterns = patterns
    return recognizer.analyze(text=text, entities=[], nlp_artifacts=artifacts)


class _Phones(_Gated):
    __slots__ = ()

    def analyze(self, text: str, entities: list[str], nlp_artifacts: Any) -> Any:
        return find_phones(self.recognizer, text, nlp_artifacts)


class _InPieces(_Gated):
    """A recognizer that is shown the pieces of a text in which it may find something."""

    __slots__ = ("_needs", "_pieces")

    def __init__(self, recognizer: Any, pieces: Pieces) -> None:
        super().__init__(recognizer)
        self._pieces = pieces
        self._needs = [_needs(pattern.regex) for pattern in recognizer.patterns]

    def analyze(self, text: str, entities: list[str], nlp_artifacts: Any) -> Any:
        results: list[RecognizerResult] = []
        recognizer = offline(self.recognizer)
        for start, piece in self._pieces.of(text):
            patterns = [
                pattern
                for pattern, needs in zip(recognizer.patterns, self._needs, strict=True)
                if all(any(sign in piece for sign in signs) for signs in needs)
            ]
            found = _matches(recognizer, patterns, piece, nlp_artifacts)
            for result in found:
                result.start += start
                result.end += start
            results += found
        return results


def _needs(source: str) -> list[tuple[str, ...]]:
    """Return what a pattern needs in a piece, of each group one."""
    if not _URL_PATTERN.fullmatch(source):
        return []
    quoted = source.startswith("(?i)[")
    schemed = "https?://" in source[: source.index("www")]
    return [('"', "'")] * quoted + [("://",)] * schemed
