"""Our detection inside Presidio, and Presidio's recognizers inside our detection."""

from typing import Any

import pytest
from presidio_analyzer import EntityRecognizer, Pattern, PatternRecognizer, RecognizerRegistry
from presidio_anonymizer import AnonymizerEngine

from spanveil.config import ContentClass
from spanveil.redaction import DROPPED, Redactor
from spanveil.redaction.presidio import Analyzer, SpanveilRecognizer
from tests.redaction.secretgen import Generator, tokens

TICKET = PatternRecognizer("TICKET", patterns=[Pattern("ticket", r"TKT-[0-9]{5}", 0.9)])


def found(analyzer: Analyzer, text: str, **options: Any) -> list[tuple[str, str]]:
    results = analyzer.analyze(text, language="en", **options)
    return [(r.entity_type, text[r.start : r.end]) for r in results]


def test_our_recognizer_in_a_registry_beside_a_user_s() -> None:
    analyzer = Analyzer(RecognizerRegistry(recognizers=[SpanveilRecognizer(), TICKET]))
    secret = tokens()["github"](Generator(4))
    text = f"TKT-12345 ann@mail.example {secret}"
    assert found(analyzer, text) == [
        ("TICKET", "TKT-12345"),
        ("EMAIL_ADDRESS", "ann@mail.example"),
        ("SECRET", secret),
    ]
    assert found(analyzer, text, entities=["EMAIL_ADDRESS"]) == [
        ("EMAIL_ADDRESS", "ann@mail.example")
    ]
    assert found(analyzer, text, allow_list=["ann@mail.example", "TKT-12345"]) == [
        ("SECRET", secret)
    ]
    assert {"TICKET", "SECRET", "US_SSN"} <= set(analyzer.get_supported_entities())


def test_ad_hoc_recognizers_and_thresholds() -> None:
    text = "TKT-12345"
    assert found(Analyzer(), text) == []
    assert found(Analyzer(), text, ad_hoc_recognizers=[TICKET]) == [("TICKET", text)]
    assert found(Analyzer(), text, ad_hoc_recognizers=[TICKET], score_threshold=0.95) == []


def test_the_anonymizer_works_on_top() -> None:
    text = "write to ann@mail.example"
    results: Any = Analyzer().analyze(text)
    engine: Any = AnonymizerEngine
    assert engine().anonymize(text, results).text == "write to <EMAIL_ADDRESS>"


def test_a_text_beyond_the_bounds_is_covered() -> None:
    text = "x@" * 40_000
    (result,) = Analyzer().analyze(text)
    assert (result.start, result.end) == (0, len(text))


def test_a_user_s_recognizer_redacts() -> None:
    redactor = Redactor(profile="diagnostic", recognizers=[TICKET])
    shown, report = redactor.text("see TKT-12345 please", ContentClass.PROMPT)
    assert shown == "see [redacted:entity] please"
    assert report.entities == {"TICKET": 1}
    assert redactor.text(shown, ContentClass.PROMPT)[0] == shown


def test_a_recognizer_that_raises_blanks_the_value_and_is_counted() -> None:
    class Broken(EntityRecognizer):  # type: ignore[misc, unused-ignore]
        def load(self) -> None: ...

        def analyze(self, text: str, entities: list[str], nlp_artifacts: Any = None) -> Any:
            raise RuntimeError(text)

    redactor = Redactor(profile="diagnostic", recognizers=[Broken(["X"])])
    shown, report = redactor.attributes({"gen_ai.prompt": "Alice owes", "gen_ai.tool.name": "abc"})
    assert shown == {"gen_ai.prompt": DROPPED, "gen_ai.tool.name": DROPPED}
    assert report.errors == {"RuntimeError": 2}


@pytest.mark.parametrize("span", [(-1, 3), (2, 2), (0, 99)])
def test_offsets_that_cannot_be_are_refused(span: tuple[int, int]) -> None:
    class Wrong(EntityRecognizer):  # type: ignore[misc, unused-ignore]
        def load(self) -> None: ...

        def analyze(self, text: str, entities: list[str], nlp_artifacts: Any = None) -> Any:
            from presidio_analyzer import RecognizerResult

            return [RecognizerResult("X", *span, 0.9)]

    redactor = Redactor(profile="diagnostic", recognizers=[Wrong(["X"])])
    shown, report = redactor.text("a word", ContentClass.PROMPT)
    assert shown == DROPPED
    assert report.errors == {"ValueError": 1}


@pytest.mark.parametrize("score", [float("nan"), -0.1, 7.0])
def test_a_score_that_is_none_is_refused(score: float) -> None:
    class Odd(EntityRecognizer):  # type: ignore[misc, unused-ignore]
        def load(self) -> None: ...

        def analyze(self, text: str, entities: list[str], nlp_artifacts: Any = None) -> Any:
            from presidio_analyzer import RecognizerResult

            return [RecognizerResult("X", 0, 3, score)]

    redactor = Redactor(profile="diagnostic", recognizers=[Odd(["X"])])
    assert redactor.text("Zqmira is ill", ContentClass.PROMPT)[0] == DROPPED


def test_a_type_that_a_recognizer_has_not_declared_is_not_reported() -> None:
    class Quoting(EntityRecognizer):  # type: ignore[misc, unused-ignore]
        def load(self) -> None: ...

        def analyze(self, text: str, entities: list[str], nlp_artifacts: Any = None) -> Any:
            from presidio_analyzer import RecognizerResult

            start = text.find("Zqmira")
            return [RecognizerResult(text[start:], start, start + 6, 0.9)] if start >= 0 else []

    redactor = Redactor(profile="diagnostic", recognizers=[Quoting(["X"])])
    shown, report = redactor.text("see Zqmira", ContentClass.PROMPT)
    assert shown == "see [redacted:entity]"
    assert report.entities == {"ENTITY": 1}
