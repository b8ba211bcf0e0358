"""Presidio as it is, without a model: the oracle of the exact mode."""

from functools import cache
from typing import Any

import tldextract
from presidio_analyzer import AnalyzerEngine, EntityRecognizer, RecognizerRegistry, RecognizerResult
from presidio_analyzer.predefined_recognizers import EmailRecognizer

from benchmarks.presidio_engine import BlankEngine

_SUFFIXES = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)


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
