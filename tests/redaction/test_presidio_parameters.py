"""Every parameter of ``AnalyzerEngine.analyze`` does in our analyzer what it does in Presidio's."""

import inspect
import re
from typing import Any

import pytest
from presidio_analyzer import (
    AnalyzerEngine,
    BatchAnalyzerEngine,
    Pattern,
    PatternRecognizer,
    RecognizerRegistry,
)
from presidio_analyzer.predefined_recognizers import CreditCardRecognizer, SpacyRecognizer

from benchmarks.presidio_engine import BlankEngine
from spanveil.redaction.presidio import Analyzer, SpanveilRecognizer

TEXT = "TKT-12345 or tkt-99999 of Heron: write to ann@mail.example, pay by 4012888888881881"
SPANISH = PatternRecognizer(
    "PEDIDO", patterns=[Pattern("pedido", r"PED-\d{4}", 0.5)], supported_language="es"
)


def registry(*languages: str) -> RecognizerRegistry:
    ticket = PatternRecognizer(
        "TICKET", patterns=[Pattern("ticket", r"TKT-\d{5}", 0.3)], context=["helpdesk"]
    )
    made = [SpanveilRecognizer(), ticket, PatternRecognizer("PROJECT", deny_list=["Heron"])]
    made += [CreditCardRecognizer(), *([SPANISH] if "es" in languages else [])]
    return RecognizerRegistry(recognizers=made, supported_languages=list(languages) or ["en"])


@pytest.fixture(scope="module")
def stock() -> AnalyzerEngine:
    engine = BlankEngine()
    engine.load()
    return AnalyzerEngine(registry=registry(), nlp_engine=engine)


@pytest.fixture(scope="module")
def ours() -> Analyzer:
    return Analyzer(registry())


def shown(results: Any) -> list[Any]:
    return sorted(
        (r.start, r.end, r.entity_type, round(r.score, 6), repr(r.analysis_explanation))
        for r in results
    )


ONCE = PatternRecognizer("VERB", deny_list=["write"])
CALLS: dict[str, list[dict[str, Any]]] = {
    "entities": [{"entities": ["TICKET"]}, {"entities": ["TICKET", "EMAIL_ADDRESS"]}],
    "correlation_id": [{"correlation_id": "a1"}],
    "score_threshold": [{"score_threshold": 0.0}, {"score_threshold": 0.6}],
    "return_decision_process": [{"return_decision_process": True}],
    "ad_hoc_recognizers": [
        {"ad_hoc_recognizers": [ONCE]},
        {"ad_hoc_recognizers": [ONCE], "entities": ["VERB"]},
    ],
    "context": [
        {"context": ["helpdesk"]},
        {"context": ["Helpdesk"], "score_threshold": 0.6},
        {"context": ["credit card"], "return_decision_process": True},
    ],
    "allow_list": [{"allow_list": ["TKT-12345", "mail.example"]}, {"allow_list": []}],
    "allow_list_match": [
        {"allow_list": ["TKT-12345"], "allow_list_match": "exact"},
        {"allow_list": [r"^tkt-\d+$", "mail"], "allow_list_match": "regex"},
        {"allow_list": ["", "12345"], "allow_list_match": "regex"},
    ],
    "regex_flags": [
        {"allow_list": [r"^tkt-9"], "allow_list_match": "regex", "regex_flags": re.DOTALL},
        {"allow_list": [r"^heron"], "allow_list_match": "regex", "regex_flags": re.IGNORECASE},
    ],
    "nlp_artifacts": [],  # below
}


@pytest.mark.parametrize(("name", "options"), [(n, o) for n, calls in CALLS.items() for o in calls])
def test_a_parameter_does_the_same(
    stock: AnalyzerEngine, ours: Analyzer, name: str, options: dict[str, Any]
) -> None:
    expected = shown(stock.analyze(TEXT, "en", **options))
    assert expected
    assert shown(ours.analyze(TEXT, "en", **options)) == expected


def test_every_parameter_of_the_installed_presidio_is_covered() -> None:
    parameters = set(inspect.signature(AnalyzerEngine.analyze).parameters)
    assert parameters - {"self", "text", "language"} == set(CALLS)


def test_parameters_stand_in_presidio_s_order(stock: AnalyzerEngine, ours: Analyzer) -> None:
    order: Any = (TEXT, "en", ["TICKET"], "id", 0.2, False, None, ["helpdesk"], ["TKT-12345"])
    assert shown(ours.analyze(*order)) == shown(stock.analyze(*order))


def test_the_parameters_change_something(ours: Analyzer) -> None:
    """The calls above would agree too if both analyzers ignored what they are given."""
    plain = shown(ours.analyze(TEXT))
    for name in ("entities", "score_threshold", "return_decision_process", "context", "allow_list"):
        assert any(shown(ours.analyze(TEXT, **options)) != plain for options in CALLS[name])
    for name in ("ad_hoc_recognizers", "allow_list_match"):
        assert all(shown(ours.analyze(TEXT, **options)) != plain for options in CALLS[name])
    sensitive, not_so = (shown(ours.analyze(TEXT, **o)) for o in CALLS["regex_flags"])
    assert sensitive != not_so


def test_a_word_given_as_context_raises_the_score(ours: Analyzer) -> None:
    def score(**options: Any) -> float:
        (result, *_) = ours.analyze(TEXT, entities=["TICKET"], **options)
        return float(result.score)

    assert score() == 0.3
    assert score(context=["the helpdesk"]) == pytest.approx(0.65)


def test_artifacts_that_are_given_are_used(stock: AnalyzerEngine, ours: Analyzer) -> None:
    text = "helpdesk wrote TKT-12345"
    artifacts = stock.nlp_engine.process_text(text, "en")
    expected = shown(stock.analyze(text, "en"))
    assert shown(ours.analyze(text, "en")) != expected
    assert shown(ours.analyze(text, "en", nlp_artifacts=artifacts)) == expected


def test_a_default_threshold(stock: AnalyzerEngine) -> None:
    high = Analyzer(registry(), default_score_threshold=0.5)
    expected = shown(stock.analyze(TEXT, "en", score_threshold=0.5))
    assert shown(high.analyze(TEXT)) == expected
    assert shown(high.analyze(TEXT, score_threshold=0)) == shown(stock.analyze(TEXT, "en"))


def test_languages_are_kept_apart() -> None:
    analyzer = Analyzer(registry("en", "es"))
    (result,) = analyzer.analyze("PED-1234 TKT-12345", "es")
    assert result.entity_type == "PEDIDO"
    assert "PEDIDO" in analyzer.get_supported_entities()
    assert "PEDIDO" not in analyzer.get_supported_entities("en")


def test_batches(stock: AnalyzerEngine, ours: Analyzer) -> None:
    def batch(analyzer: AnalyzerEngine) -> list[Any]:
        engine = BatchAnalyzerEngine(analyzer_engine=analyzer)
        lists = engine.analyze_iterator([TEXT, "Heron", 7], "en", allow_list=["Heron"])
        made = engine.analyze_dict({"helpdesk": "TKT-12345"}, "en")
        return [*map(shown, lists), *(shown(one.recognizer_results) for one in made)]

    assert batch(ours) == batch(stock)


def test_a_recognizer_without_tokens_finds_nothing() -> None:
    analyzer = Analyzer(RecognizerRegistry(recognizers=[SpacyRecognizer()]))
    assert analyzer.analyze("Ada Lovelace") == []


def test_an_empty_registry_holds_ours(ours: Analyzer) -> None:
    analyzer = Analyzer(RecognizerRegistry())
    assert [type(r) for r in analyzer.get_recognizers()] == [SpanveilRecognizer]


@pytest.mark.parametrize("name", ["entities", "context", "allow_list"])
def test_a_text_in_place_of_a_list_is_refused(ours: Analyzer, name: str) -> None:
    given: Any = {name: "write to ann@mail.example"}
    with pytest.raises(TypeError, match=f"{name} is a list") as refused:
        ours.analyze(TEXT, **given)
    assert "ann" not in str(refused.value)


def test_what_cannot_be_is_refused(ours: Analyzer) -> None:
    with pytest.raises(ValueError, match="allow_list_match"):
        ours.analyze(TEXT, allow_list_match="prefix")
    with pytest.raises(TypeError, match="allow_lst"):
        ours.analyze(TEXT, allow_lst=["x"])
