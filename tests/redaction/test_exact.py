"""The exact mode equals Presidio, finding by finding; any difference fails."""

import random
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from presidio_analyzer import (
    AnalyzerEngine,
    BatchAnalyzerEngine,
    EntityRecognizer,
    Pattern,
    PatternRecognizer,
    RecognizerResult,
)
from presidio_analyzer.predefined_recognizers import PhoneRecognizer

from spanveil.redaction.presidio import ExactAnalyzer
from tests.redaction.naive import findings, make_naive, make_registry, naive
from tests.redaction.textgen import ENTITIES, JOINTS, ODD, WORDS, document


@cache
def exact() -> ExactAnalyzer:
    return ExactAnalyzer(make_registry())


def assert_equal(text: str, one: AnalyzerEngine, other: ExactAnalyzer, **options: Any) -> None:
    expected = one.analyze(text, "en", **options)
    assert findings(other.analyze(text, "en", **options)) == findings(expected)


@pytest.mark.parametrize("seed", range(40))
def test_documents(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311 - nothing is protected by it
    for _ in range(12):
        assert_equal(document(rng), naive(), exact())


@pytest.mark.parametrize("kind", ENTITIES)
def test_each_kind_is_reached(kind: str) -> None:
    rng = random.Random(7)  # noqa: S311
    for word in ("", "my number is ", "card:", "ssn ", "phone=", "x"):
        assert_equal(word + ENTITIES[kind](rng), naive(), exact())


_RNG = st.randoms(use_true_random=False)
_ENTITY = st.builds(lambda rng, kind: ENTITIES[kind](rng), _RNG, st.sampled_from(list(ENTITIES)))
_PART = st.one_of(_ENTITY, st.sampled_from(WORDS), st.sampled_from(JOINTS), st.sampled_from(ODD))
_TEXT = st.lists(_PART, min_size=1, max_size=25).map("".join)


@given(_TEXT)
@settings(max_examples=200, deadline=None)
def test_parts_in_any_order(text: str) -> None:
    assert_equal(text, naive(), exact())


@given(_TEXT, _RNG)
@settings(max_examples=200, deadline=None)
def test_changed_characters(text: str, rng: random.Random) -> None:
    chars = list(text)
    for _ in range(rng.randrange(1, 6)):
        place = rng.randrange(len(chars) + 1)
        chars[place : place + rng.randrange(2)] = rng.choice([*ODD, *"0123456789 .-:/@\n'\"(+"])
    assert_equal("".join(chars), naive(), exact())


@given(
    st.text(alphabet=st.sampled_from("0123456789 .-/()+x#,:@ab\n\u0661\uff0b\u2010"), max_size=60)
)
@settings(max_examples=200, deadline=None)
def test_numbers_and_signs(text: str) -> None:
    assert_equal(text, naive(), exact())


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n",
        "a ",
        "card 4111 1111 1111 1111 ",
        "my  \n\n phone\u2028 212-736-5000  ",
        "us: a:b to:ann us 123456789 to : 123456789",
        "a@b@c.com \x1ca@b.co\x1c a\u00a0b@c.de",
        "x.com\x1cy.org www\u0663.a.com \u212aa.com \u017fa.u\u017f",
        "He 's 10a.m . Dr . 123456789 : ) :) 123456789",
        "00491515550123 011493012345678 +999 12345678 ++12127365000 \uff0b12127365000",
        "(212) 555-0123/555-0124 x55;ext=9 [212]5550123 (020) 7946 0958)",
        "2012-01-02 08:00 12/31/1999 1-800-555-0123#",
        "1:2 :: ::ffff:1.2.3.4 1::2/64 a" * 3,
        "9" * 300,
        "12 " * 120,
        "+1 " * 60,
        "1234567890/" * 40,
        "a.b." * 40 + "com",
    ],
)
def test_edges(text: str) -> None:
    assert_equal(text, naive(), exact())


def test_half_a_character() -> None:
    text = "\ud800 ssn 399-42-8123 \udfff"
    expected = naive().analyze(
        text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"), "en"
    )
    with pytest.raises(UnicodeEncodeError):
        naive().analyze(text, "en")
    assert findings(exact().analyze(text, "en")) == findings(expected) != []


def test_a_long_text() -> None:
    rng = random.Random(3)  # noqa: S311
    assert_equal("\n".join(document(rng) for _ in range(60)), naive(), exact())


def test_where_the_phone_matcher_gives_up() -> None:
    assert_equal("1-2 " * 3_000 + "212-736-5000", naive(), exact(), entities=["PHONE_NUMBER"])


class Upper(EntityRecognizer):  # type: ignore[misc, unused-ignore]
    """A recognizer of a user's, on tokens."""

    def load(self) -> None: ...

    def analyze(self, text: str, entities: list[str], nlp_artifacts: Any = None) -> Any:
        return [
            RecognizerResult("UPPER", token.idx, token.idx + len(token), 0.3)
            for token in nlp_artifacts.tokens
            if token.is_upper and len(token) > 3
        ]


class Checked(PatternRecognizer):  # type: ignore[misc, unused-ignore]
    """A recognizer of a user's, with a check digit."""

    def validate_result(self, pattern_text: str) -> bool:
        return sum(map(int, filter(str.isdigit, pattern_text))) % 2 == 0


def own_recognizers() -> list[EntityRecognizer]:
    return [
        Upper(["UPPER"]),
        Checked("EVEN", patterns=[Pattern("even", r"(?<=#)\d{4}\b", 0.4)], context=["record"]),
        PatternRecognizer("TICKET", deny_list=["etc.", "social security", "\u212aelvin"]),
        PatternRecognizer(
            "CODE",
            patterns=[
                Pattern("named", r"(?P<q>['\"])[a-z]{3,}(?P=q)", 0.5),
                Pattern("fuzzy", r"(?:passport){e<=1}", 0.2),
                Pattern("case", r"(?-i:Dr)\.", 0.2),
                Pattern("letters", r"[^\W\d_]{9,}", 0.1),
                Pattern("empty", r"(?:zzz)?", 0.1),
                Pattern("kelvin", r"k\s+u", 0.3),
                Pattern("property", r"\p{Lu}{4}", 0.1),
                Pattern("conditional", r"(<)?[a-z]+@(?(1)>|$)", 0.6),
                Pattern("possessive", r"\d++-\d", 0.2),
            ],
            context=["us"],
        ),
        PatternRecognizer("CASED", patterns=[Pattern("x", "DATE", 0.9)], global_regex_flags=0),
        PhoneRecognizer(supported_regions=("AR", "IT", "BS", "MX"), leniency=1, name="more phones"),
        PhoneRecognizer(supported_regions=("US",), leniency=0, name="possible phones"),
    ]


@cache
def with_own() -> tuple[AnalyzerEngine, ExactAnalyzer]:
    return make_naive(*own_recognizers()), ExactAnalyzer(make_registry(*own_recognizers()))


_OWN = st.sampled_from(
    [
        *("#1234", "#0011", "etc.", "'abc'", '"abc"', "pasport", "Dr.", "dr.", "k U", "<a@>", "a@"),
        *("internationally", "DATE", "date", "12-3", "ÀÉÎÕ", "\u212a \u212a", "+54 9 11 2345-6789"),
        *("02 1234567", "+39 06 12345678", "2423456", "1-242-345-6789", "record #2222"),
    ]
)


@given(st.lists(st.one_of(_OWN, _PART), min_size=1, max_size=16).map("".join))
@settings(max_examples=200, deadline=None)
def test_recognizers_of_a_user(text: str) -> None:
    assert_equal(text, *with_own())


@pytest.mark.parametrize(
    "options",
    [
        {"entities": ["PHONE_NUMBER", "US_SSN"]},
        {"score_threshold": 0.4},
        {"context": ["Passport", "card"]},
        {"allow_list": ["212-736-5000"]},
        {"allow_list": [r"\d{3}-\d{3}-\d{4}"], "allow_list_match": "regex"},
        {"ad_hoc_recognizers": [PatternRecognizer("T", patterns=[Pattern("t", "is", 0.9)])]},
    ],
)
def test_options(options: dict[str, Any]) -> None:
    text = "my phone is 212-736-5000, ssn 399-42-8123, 123456789 and 4111111111111111"
    assert_equal(text, naive(), exact(), **options)


def test_the_reasons_are_the_same() -> None:
    text = "my card 4111111111111111, call +1 212-736-5000 or 212-736-5000; ssn 399-42-8123"
    shown = []
    for analyzer in (naive(), exact()):
        results = analyzer.analyze(text, "en", return_decision_process=True)
        shown.append([str(result.analysis_explanation) for result in results])
    assert shown[0] == shown[1]
    assert len(shown[0]) > 4


def test_tokens_that_the_caller_brings() -> None:
    text = "ssn 399-42-8123"
    artifacts = naive().nlp_engine.process_text(text, "en")
    assert_equal(text, naive(), exact(), nlp_artifacts=artifacts)


def test_batches() -> None:
    texts = ["ssn 399-42-8123", "nothing", "call 212-736-5000"]
    one, other = (
        BatchAnalyzerEngine(analyzer_engine=a).analyze_iterator(texts, language="en")
        for a in (naive(), exact())
    )
    found = [findings(results) for results in one]
    assert found == [findings(results) for results in other]
    assert found[0]
    assert not found[1]


def test_a_recognizer_that_is_added_or_changed_later() -> None:
    one, other = make_naive(), ExactAnalyzer(make_registry())
    added: list[Any]
    pattern = Pattern("late", "later", 0.5)
    added = [PatternRecognizer("LATE", patterns=[pattern]) for _ in range(2)]
    for analyzer, recognizer in zip((one, other), added, strict=True):
        analyzer.registry.add_recognizer(recognizer)
    assert_equal("sooner or later", one, other)
    for recognizer in added:
        recognizer.patterns = [Pattern("sooner", "sooner", 0.5)]
    assert_equal("sooner or later", one, other)
    for analyzer in (one, other):
        analyzer.registry.remove_recognizer("LateRecognizer")
    assert_equal("sooner or later", one, other)


def test_a_recognizer_that_calls_its_analyzer() -> None:
    analyzer = ExactAnalyzer(make_registry())

    class Inner(Upper):
        def analyze(self, text: str, entities: list[str], nlp_artifacts: Any = None) -> Any:
            inner = analyzer.analyze(text, "en", entities=["US_SSN"])
            return [RecognizerResult("INNER", r.start, r.end, 0.9) for r in inner]

    analyzer.registry.add_recognizer(Inner(["INNER"]))
    found = analyzer.analyze("ssn 399-42-8123", "en")
    assert {"INNER", "US_SSN"} <= {result.entity_type for result in found}


def test_no_word_of_a_text_stays() -> None:
    analyzer = ExactAnalyzer(make_registry(Upper(["UPPER"])))
    secret = "HUNTERTWOPLUSONE"
    analyzer.analyze(f"my card {secret} 4111 1111 1111 1111", "en")
    engine: Any = analyzer.nlp_engine
    assert secret not in engine.get_nlp("en").vocab.strings
    assert secret not in engine.lean.vocab.strings
    assert secret.lower() not in engine.lean.vocab.strings


def test_another_language_is_refused() -> None:
    with pytest.raises(ValueError, match="English"):
        exact().nlp_engine.process_text("hola", "es")
