"""Presidio as it is, without a model: the oracle of the exact mode."""

from functools import cache
from typing import Any

import spacy
import tldextract
from presidio_analyzer import AnalyzerEngine, EntityRecognizer, RecognizerRegistry, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts, SpacyNlpEngine
from presidio_analyzer.predefined_recognizers import EmailRecognizer

_SUFFIXES = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)


class BlankEngine(SpacyNlpEngine):  # type: ignore[misc, unused-ignore]
    """A tokenizer alone; the lemma of a word is the word in lower case."""

    def load(self) -> None:
        nlp: Any = {"en": spacy.blank("en")}
        self.nlp = nlp

    def get_supported_entities(self) -> list[str]:
        return []

    def _doc_to_nlp_artifact(self, doc: Any, language: str) -> NlpArtifacts:
        lemmas = [token.text.lower() for token in doc]
        return NlpArtifacts([], doc, [token.idx for token in doc], lemmas, self, language, [])


def make_naive(*recognizers: EntityRecognizer) -> AnalyzerEngine:
    """Return an ``AnalyzerEngine`` with the default recognizers for English and some more."""
    engine = BlankEngine()
    engine.load()
    analyzer = AnalyzerEngine(registry=make_registry(*recognizers), nlp_engine=engine)
    for recognizer in analyzer.registry.recognizers:
        if type(recognizer) is EmailRecognizer:  # it would fetch a list of suffixes
            changed: Any = recognizer
            changed.validate_result = lambda text: _SUFFIXES(text).fqdn != ""
    return analyzer


def make_registry(*recognizers: EntityRecognizer) -> RecognizerRegistry:
    """Return a registry of the default recognizers for English and some more."""
    registry = RecognizerRegistry()
    registry.load_predefined_recognizers(languages=["en"])
    for recognizer in recognizers:
        registry.add_recognizer(recognizer)
    return registry


@cache
def naive() -> AnalyzerEngine:
    """Return the oracle with the default recognizers alone."""
    return make_naive()


def findings(results: list[RecognizerResult]) -> list[tuple[str, int, int, float]]:
    """Return what may not differ."""
    return [(r.entity_type, r.start, r.end, r.score) for r in results]
