"""Presidio's analyzer around our detection, without an NLP pipeline."""

from collections.abc import Iterable, Iterator
from inspect import signature
from typing import Any, Final

try:
    from presidio_analyzer import (
        AnalysisExplanation,
        AnalyzerEngine,
        EntityRecognizer,
        RecognizerRegistry,
        RecognizerResult,
    )
    from presidio_analyzer.nlp_engine import NlpArtifacts, NlpEngine
except ImportError as error:  # pragma: no cover - the environment of the tests has it
    raise ImportError("Presidio is missing: pip install 'spanveil[presidio]'") from error

from spanveil.redaction._entities import ENTITIES
from spanveil.redaction.detection import Detector, Finding, TooManyHits
from spanveil.redaction.detection._offline import offline

_NAME: Final = "SpanveilRecognizer"
_SIGNATURE: Final = signature(AnalyzerEngine.analyze)
_LISTS: Final = ("entities", "context", "allow_list")


class SpanveilRecognizer(EntityRecognizer):  # type: ignore[misc, unused-ignore]
    """Find secrets, structured personal data, names and places in one scan.

    Args:
        detector: The detector to use; one with names if ``None``.
    """

    def __init__(self, detector: Detector | None = None) -> None:
        self._detector = detector or Detector()
        super().__init__(supported_entities=sorted(ENTITIES), name=_NAME)

    def load(self) -> None:
        """Do nothing: the detector is compiled already."""

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: Any = None
    ) -> list[RecognizerResult]:
        """Return results of the given entity types, of all types if there are none.

        A text that cannot be judged within bounds is one ``SECRET`` from end to end: Presidio has
        no word for *unknown*, and leaving it would be failing open.
        """
        try:
            found = self._detector.find(text)
        except TooManyHits:
            found = (Finding(0, len(text), "SECRET", 1.0),)
        wanted = set(entities or ENTITIES)
        return [self._result(finding) for finding in found if finding.entity in wanted]

    def _result(self, finding: Finding) -> RecognizerResult:
        why = AnalysisExplanation(recognizer=_NAME, original_score=finding.score)
        return RecognizerResult(finding.entity, finding.start, finding.end, finding.score, why)


class Analyzer(AnalyzerEngine):  # type: ignore[misc, unused-ignore]
    """An ``AnalyzerEngine`` without an NLP pipeline, under ``presidio-anonymizer`` or any caller.

    Context words are those that a call gives: no words of the text are looked at, since there are
    no tokens. Recognizers that need a model find nothing unless the call gives ``nlp_artifacts``.

    Args:
        registry: The recognizers; ours alone if ``None`` or if it holds none.
        default_score_threshold: Results with a lower score are left out.
        context_aware_enhancer: An enhancer of your own; Presidio's if ``None``.
    """

    def __init__(
        self,
        registry: RecognizerRegistry | None = None,
        *,
        default_score_threshold: float = 0.0,
        context_aware_enhancer: Any = None,
    ) -> None:
        given: Any = RecognizerRegistry(recognizers=[]) if registry is None else registry
        if not given.recognizers:
            given.add_recognizer(SpanveilRecognizer())
        offline_one: Any = _OfflineRegistry(given)
        super().__init__(
            registry=offline_one,
            nlp_engine=_NoNlpEngine(given.supported_languages),
            default_score_threshold=default_score_threshold,
            supported_languages=list(given.supported_languages),
            context_aware_enhancer=context_aware_enhancer,
        )

    def analyze(self, text: str, language: str = "en", *args: Any, **options: Any) -> Any:
        """Return what the recognizers find, in order, without duplicates.

        Every parameter of ``AnalyzerEngine.analyze`` of the installed Presidio is there, in its
        order, and does what Presidio says of it.

        Raises:
            TypeError: If there is no such parameter, or a single text stands where a list of texts
                is asked for: each part of it would count as allowed.
            ValueError: If ``allow_list_match`` is neither ``exact`` nor ``regex``.
        """
        given = _SIGNATURE.bind(self, text, language, *args, **options).arguments
        for name in _LISTS:
            if isinstance(given.get(name), str):
                raise TypeError(f"{name} is a list of texts, not a text")
        if given.get("allow_list_match", "exact") not in {"exact", "regex"}:
            raise ValueError("allow_list_match is neither 'exact' nor 'regex'")
        results = super().analyze(text, language, *args, **options)
        return sorted(results, key=lambda result: (result.start, result.end))

    def get_supported_entities(self, language: str | None = None) -> list[str]:
        """Return the entity types of all recognizers, or of those for a language, sorted."""
        return sorted(super().get_supported_entities(language))


class _OfflineRegistry:
    """A registry whose recognizers stay off the network; in everything else the registry itself."""

    def __init__(self, registry: RecognizerRegistry) -> None:
        self._registry = registry

    def get_recognizers(self, *args: Any, **options: Any) -> list[Any]:
        chosen: Any = self._registry.get_recognizers(*args, **options)
        return [offline(recognizer) for recognizer in chosen]

    def __getattr__(self, name: str) -> Any:
        return getattr(self._registry, name)


class _NoNlpEngine(NlpEngine):  # type: ignore[misc, unused-ignore]
    """An NLP engine that finds no words."""

    def __init__(self, languages: Iterable[str]) -> None:
        self._languages = list(languages)

    def load(self) -> None:
        """Do nothing."""

    def is_loaded(self) -> bool:
        return True

    def process_text(self, text: str, language: str) -> NlpArtifacts:
        none: Any = []
        return NlpArtifacts(none, none, none, none, self, language)

    def process_batch(
        self,
        texts: Iterable[str],
        language: str,
        batch_size: int = 1,
        n_process: int = 1,
        **kwargs: Any,
    ) -> Iterator[tuple[str, NlpArtifacts]]:
        for text in texts:
            yield text, self.process_text(text, language)

    def is_stopword(self, word: str, language: str) -> bool:
        return False

    def is_punct(self, word: str, language: str) -> bool:
        return False

    def get_supported_entities(self) -> list[str]:
        return []

    def get_supported_languages(self) -> list[str]:
        return self._languages
