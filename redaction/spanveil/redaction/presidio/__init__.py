"""Presidio: our detection as one of its recognizers, its recognizers inside ours, and its analyzer.

Needs ``spanveil[presidio]``. Nothing else of the engine imports this package, so that a service
that does not use Presidio pays neither for it nor for spaCy. For the other direction give
recognizers to the engine: ``Redactor(profile="diagnostic", recognizers=[MyRecognizer()])``.

>>> from presidio_analyzer import RecognizerRegistry
>>> registry = RecognizerRegistry(recognizers=[SpanveilRecognizer()])
>>> Analyzer(registry).analyze("write to ann@mail.example", language="en")
[type: EMAIL_ADDRESS, start: 9, end: 25, score: 1.0]
"""

from spanveil.redaction.presidio._analyzer import Analyzer, SpanveilRecognizer
from spanveil.redaction.presidio._exact import ExactAnalyzer

__all__ = ["Analyzer", "ExactAnalyzer", "SpanveilRecognizer"]
