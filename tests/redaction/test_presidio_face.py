"""A user's own recognizers and ours, in Presidio's registry, under its anonymizer."""

import socket
from typing import Any

import pytest
from presidio_analyzer import (
    AnalyzerEngine,
    EntityRecognizer,
    Pattern,
    PatternRecognizer,
    RecognizerRegistry,
)
from presidio_analyzer.predefined_recognizers import EmailRecognizer
from presidio_anonymizer import AnonymizerEngine

from benchmarks.presidio_engine import BlankEngine
from spanveil.config import ContentClass
from spanveil.redaction import Redactor
from spanveil.redaction.presidio import Analyzer, ExactAnalyzer, SpanveilRecognizer
from tests.redaction.secretgen import Generator, tokens

FAR = "opened yesterday morning after several quiet weeks without trouble, totalled"
TEXT = f"the badge 40312 of Team Osprey {FAR} 40312 orders: write to ann@mail.example"


def registry() -> RecognizerRegistry:
    made: list[EntityRecognizer] = [
        SpanveilRecognizer(),
        PatternRecognizer(
            "BADGE", patterns=[Pattern("badge", r"\b\d{5}\b", 0.2)], context=["badge"]
        ),
        PatternRecognizer("PROJECT", deny_list=["Team Osprey", "Heron"]),
    ]
    return RecognizerRegistry(recognizers=made)


def stock() -> AnalyzerEngine:
    engine = BlankEngine()
    engine.load()
    return AnalyzerEngine(registry=registry(), nlp_engine=engine)


def exact() -> ExactAnalyzer:
    return ExactAnalyzer(registry())


@pytest.fixture(params=[stock, exact])
def analyzer(request: pytest.FixtureRequest) -> AnalyzerEngine:
    made: AnalyzerEngine = request.param()
    return made


def found(analyzer: AnalyzerEngine, text: str = TEXT, **options: Any) -> list[tuple[str, str]]:
    results = analyzer.analyze(text, "en", **options)
    return [(r.entity_type, text[r.start : r.end]) for r in sorted(results)]


def test_all_in_one_registry(analyzer: AnalyzerEngine) -> None:
    secret = tokens()["github"](Generator(9))
    assert found(analyzer, f"{TEXT} with {secret}", score_threshold=0.3) == [
        ("BADGE", "40312"),
        ("PROJECT", "Team Osprey"),
        ("EMAIL_ADDRESS", "ann@mail.example"),
        ("SECRET", secret),
    ]


def test_a_context_word_raises_the_score_beside_it_alone(analyzer: AnalyzerEngine) -> None:
    scores = [r.score for r in sorted(analyzer.analyze(TEXT, "en", entities=["BADGE"]))]
    assert scores == [pytest.approx(0.55), pytest.approx(0.2)]
    given = analyzer.analyze("40312", "en", entities=["BADGE"], context=["Badge"])
    assert [r.score for r in given] == [pytest.approx(0.55)]


def test_entities_thresholds_and_recognizers_for_one_call(analyzer: AnalyzerEngine) -> None:
    assert found(analyzer, entities=["PROJECT"]) == [("PROJECT", "Team Osprey")]
    assert ("BADGE", "40312") not in found(analyzer, score_threshold=0.6)
    once = PatternRecognizer("VERB", deny_list=["write"])
    assert ("VERB", "write") in found(analyzer, ad_hoc_recognizers=[once])
    assert ("VERB", "write") not in found(analyzer)


def test_an_allowed_text_exempts_itself_alone(analyzer: AnalyzerEngine) -> None:
    text = "ann@mail.example and joann@mail.example"
    assert found(analyzer, text, allow_list=["ann@mail.example"]) == [
        ("EMAIL_ADDRESS", "joann@mail.example")
    ]


def test_the_anonymizer(analyzer: AnalyzerEngine) -> None:
    results: Any = analyzer.analyze(TEXT, "en", score_threshold=0.3)
    engine: Any = AnonymizerEngine
    assert engine().anonymize(TEXT, results).text == (
        f"the badge <BADGE> of <PROJECT> {FAR} 40312 orders: write to <EMAIL_ADDRESS>"
    )


def test_supported_entities(analyzer: AnalyzerEngine) -> None:
    assert {"BADGE", "PROJECT", "SECRET", "US_SSN"} <= set(analyzer.get_supported_entities("en"))
    kinds = {type(r) for r in analyzer.get_recognizers("en")}
    assert kinds == {SpanveilRecognizer, PatternRecognizer}


def test_no_recognizer_reaches_for_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was asked for")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    emails = EmailRecognizer()
    text = "write to ann@mail.example.com or to bob@nowhere.invalidsuffix"
    registry = RecognizerRegistry(recognizers=[emails])
    (found,) = Analyzer(registry).analyze(text, language="en")
    assert text[found.start : found.end] == "ann@mail.example.com"
    redactor = Redactor(profile="diagnostic", recognizers=[emails])
    redacted, report = redactor.text(text, ContentClass.PROMPT)
    assert not report.errors
    assert "ann@" not in redacted
    assert "validate_result" not in vars(emails)  # the user's own object stays as it is
