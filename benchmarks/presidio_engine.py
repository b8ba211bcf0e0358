"""Presidio as it is, for what is measured or tested beside it."""

from typing import Any

import spacy
import tldextract
from presidio_analyzer import AnalyzerEngine
from presidio_analyzer.nlp_engine import NlpArtifacts, SpacyNlpEngine


class BlankEngine(SpacyNlpEngine):  # type: ignore[misc, unused-ignore]
    """Presidio's engine over spaCy's tokenizer alone; the lemma of a word is its lower case."""

    def load(self) -> None:
        nlp: Any = {"en": spacy.blank("en")}
        self.nlp = nlp

    def get_supported_entities(self) -> list[str]:
        return []

    def _doc_to_nlp_artifact(self, doc: Any, language: str) -> NlpArtifacts:
        lemmas = [token.text.lower() for token in doc]
        return NlpArtifacts([], doc, [token.idx for token in doc], lemmas, self, language, [])


class ModelEngine(SpacyNlpEngine):  # type: ignore[misc, unused-ignore]
    """Presidio's engine over an installed spaCy model, which it would otherwise fetch."""

    def __init__(self, model: str) -> None:
        super().__init__()
        self._model = model

    def load(self) -> None:
        nlp: Any = {"en": spacy.load(self._model)}
        self.nlp = nlp


def stock_analyzer(model: str | None = None) -> AnalyzerEngine:
    """Return Presidio's analyzer with its own patterns, and with a spaCy model if one is named."""
    # Its e-mail recognizer fetches a list of suffixes otherwise.
    tldextract.tldextract.TLD_EXTRACTOR = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
    tldextract.extract = tldextract.tldextract.TLD_EXTRACTOR  # type: ignore[assignment, unused-ignore]
    engine = ModelEngine(model) if model else BlankEngine()
    engine.load()
    return AnalyzerEngine(nlp_engine=engine, supported_languages=["en"])
