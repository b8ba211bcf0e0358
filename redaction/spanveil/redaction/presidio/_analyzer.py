"""Presidio: our detection as one of its recognizers, and its recognizers inside our detection.

Needs ``spanveil[presidio]``. Nothing else of the engine imports this module, so that a service that
does not use Presidio pays neither for it nor for spaCy. For the other direction give recognizers to
the engine: ``Redactor(profile="diagnostic", recognizers=[MyRecognizer()])``.

>>> from presidio_analyzer import RecognizerRegistry
>>> registry = RecognizerRegistry(recognizers=[SpanveilRecognizer()])
>>> Analyzer(registry).analyze("write to ann@mail.example", language="en")
[type: EMAIL_ADDRESS, start: 9, end: 25, score: 1.0]
"""

from collections.abc import Sequence
from typing import Any

try:
    from presidio_analyzer import EntityRecognizer, RecognizerRegistry, RecognizerResult
except ImportError as error:  # pragma: no cover - the environment of the tests has it
    raise ImportError("Presidio is missing: pip install 'spanveil[presidio]'") from error

from spanveil.redaction._entities import ENTITIES
from spanveil.redaction.detection import Detector, Finding, TooManyHits
from spanveil.redaction.detection._offline import offline

__all__ = ["Analyzer", "SpanveilRecognizer"]


class SpanveilRecognizer(EntityRecognizer):  # type: ignore[misc, unused-ignore]
    """Find secrets, structured personal data, names and places in one scan.

    Args:
        detector: The detector to use; one with names if ``None``.
    """

    def __init__(self, detector: Detector | None = None) -> None:
        self._detector = detector or Detector()
        super().__init__(supported_entities=sorted(ENTITIES), name="SpanveilRecognizer")

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
        return [
            RecognizerResult(f.entity, f.start, f.end, f.score) for f in found if f.entity in wanted
        ]


class Analyzer:
    """An ``AnalyzerEngine`` without an NLP pipeline: the same call, the same results' type.

    It satisfies ``presidio-anonymizer`` and whatever else calls ``analyze``. Recognizers that need
    spaCy's tokens get none.

    Args:
        registry: The recognizers; ours alone if ``None``.
    """

    def __init__(self, registry: RecognizerRegistry | None = None) -> None:
        self.registry = registry or RecognizerRegistry(recognizers=[SpanveilRecognizer()])

    def get_supported_entities(self, language: str = "en") -> list[str]:
        """Return the entity types of all recognizers for a language."""
        recognizers = self.registry.get_recognizers(language=language, all_fields=True)
        return sorted({entity for r in recognizers for entity in r.supported_entities})

    def analyze(
        self,
        text: str,
        language: str = "en",
        entities: list[str] | None = None,
        score_threshold: float = 0.0,
        ad_hoc_recognizers: Sequence[EntityRecognizer] = (),
        allow_list: Sequence[str] = (),
        **_: object,
    ) -> list[RecognizerResult]:
        """Return what the recognizers find, in order, without duplicates.

        Args:
            text: The text.
            language: Only recognizers for this language run.
            entities: The types to return; all if ``None``.
            score_threshold: Results with a lower score are left out.
            ad_hoc_recognizers: Recognizers for this call alone.
            allow_list: Texts that are no findings, matched as a whole.
        """
        registered = self.registry.get_recognizers(
            language=language, entities=entities, all_fields=not entities
        )
        results: list[RecognizerResult] = []
        none: Any = None  # no tokens, since there is no NLP pipeline
        for recognizer in [*registered, *ad_hoc_recognizers]:
            wanted = entities or recognizer.supported_entities
            results += offline(recognizer).analyze(text, wanted, none) or []
        kept = [
            r
            for r in EntityRecognizer.remove_duplicates(results)
            if r.score >= score_threshold and text[r.start : r.end] not in allow_list
        ]
        return sorted(kept, key=lambda r: (r.start, r.end))
