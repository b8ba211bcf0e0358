"""The tier of named entities, over pipelines of spaCy that are built when the tests run."""

import random
import socket
import threading
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.training import Example

from spanveil.config import Config, ConfigError, ContentClass, validate
from spanveil.redaction import Redactor
from spanveil.redaction._ner import _load

PROMPT = ContentClass.PROMPT
NAMES = ("Quendol", "Brathwyn", "Ysolvera", "Tammerin")
PLACES = ("Ostervik", "Kelmarra", "Dunhollow", "Pyresgate")


@Language.component("breaks_at_a_word")
def breaks_at_a_word(doc: Any) -> Any:
    if "breakage" in doc.text:
        raise RuntimeError(doc.text)
    return doc


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Save a pipeline that knows names by rule."""
    pipeline = spacy.blank("en")
    ruler: Any = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "PERSON", "pattern": name} for name in NAMES])
    ruler.add_patterns([{"label": "GPE", "pattern": place} for place in PLACES])
    ruler.add_patterns([{"label": "ORG", "pattern": "Glimfeather"}])
    ruler.add_patterns([{"label": "CARDINAL", "pattern": "seventeen"}])
    pipeline.add_pipe("breaks_at_a_word")
    path = tmp_path_factory.mktemp("models") / "rules"
    pipeline.to_disk(path)
    return path


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Train and save a statistical ``ner`` on sentences of one form."""
    rng = random.Random(5)  # noqa: S311
    pipeline = spacy.blank("en")
    ner: Any = pipeline.add_pipe("ner")
    ner.add_label("PERSON")
    examples = []
    for _ in range(60):
        name, verb = rng.choice(NAMES), rng.choice(["moved", "paid", "called"])
        text = f"yesterday {name} {verb} about the boat"
        doc = pipeline.make_doc(text)
        start = text.index(name)
        spans = {"entities": [(start, start + len(name), "PERSON")]}
        examples.append(Example.from_dict(doc, spans))
    optimizer = pipeline.initialize(lambda: examples)
    for _ in range(12):
        pipeline.update(examples, sgd=optimizer)
    path = tmp_path_factory.mktemp("models") / "trained"
    pipeline.to_disk(path)
    return path


def redactor(model: Path, **ner: Any) -> Redactor:
    settings = {"ner": {"model": str(model), **ner}, "names": False}
    return Redactor(validate({"redaction": settings}, "test"), profile="diagnostic")


def test_entities_go_beside_those_of_the_rules(rules: Path) -> None:
    text = "ask Quendol in Ostervik of Glimfeather, q@mail.example, about seventeen boats"
    shown, report = redactor(rules).text(text, PROMPT)
    assert shown == (
        "ask [redacted:person] in [redacted:location] of [redacted:organization],"
        " [redacted:email_address], about seventeen boats"
    )
    assert report.entities == {"PERSON": 1, "LOCATION": 1, "ORGANIZATION": 1, "EMAIL_ADDRESS": 1}
    assert redactor(rules).text(shown, PROMPT)[0] == shown


def test_off_by_default() -> None:
    shown, _ = Redactor(Config(), profile="diagnostic").text("ask quendol for boats", PROMPT)
    assert shown == "ask quendol for boats"


def test_a_trained_model(trained: Path) -> None:
    shown, report = redactor(trained).text("yesterday Brathwyn paid about the boat", PROMPT)
    assert shown == "yesterday [redacted:person] paid about the boat"
    assert report.entities == {"PERSON": 1}


def test_inside_json_and_beside_markers(rules: Path) -> None:
    text = '{"note": "for Quendol", "card": "4111 1111 1111 1111", "seat": [3, "Tammerin"]}'
    once, _ = redactor(rules).text(text, PROMPT)
    assert "Quendol" not in once
    assert "Tammerin" not in once
    assert redactor(rules).text(once, PROMPT)[0] == once


def test_labels_and_profiles_are_the_user_s(rules: Path) -> None:
    text = "ask Quendol in Ostervik"
    shown, _ = redactor(rules, labels={"GPE": "LOCATION"}).text(text, PROMPT)
    assert shown == "ask Quendol in [redacted:location]"
    shared = Redactor(
        validate({"redaction": {"ner": {"model": str(rules)}}}, "test"), profile="shared"
    )
    assert shared.text(text, PROMPT)[0] == "[redacted:prompt:23]"


def test_a_text_beyond_the_bound_is_blanked_and_counted(rules: Path) -> None:
    shown, report = redactor(rules, max_chars=40).text("a plain sentence " * 3, PROMPT)
    assert shown == "[redacted:prompt]"
    assert report.errors == {"max_ner_chars": 1}
    assert redactor(rules, max_chars=40).text("a plain sentence", PROMPT)[0] == "a plain sentence"


def test_the_texts_of_one_item_share_a_bound(rules: Path) -> None:
    own = redactor(rules, max_batch_chars=1000)
    for start in (0, 10):  # the bound is on an item, and not on what came before it
        item = {
            f"gen_ai.prompt.{i}.content": f"a plain sentence, number {i}. " * 14
            for i in range(start, start + 4)
        }
        shown, report = own.attributes(item)
        kept = [value for value in shown.values() if "plain" in value]
        assert len(kept) == 2
        assert report.errors == {"max_ner_batch_chars": 2}


def test_a_model_that_fails_blanks_the_value_and_says_nothing_of_it(rules: Path) -> None:
    shown, report = redactor(rules).text("a breakage near Quendol", PROMPT)
    assert shown == "[redacted:prompt]"
    assert report.errors == {"ner_failed": 1}
    assert "Quendol" not in repr(report)


def test_no_word_stays(rules: Path) -> None:
    redactor(rules).text("a word such as zzyzzx for Quendol", PROMPT)
    strings = _load(str(rules), ())._pipeline.vocab.strings
    assert "zzyzzx" not in strings


def test_threads_get_their_own_results(rules: Path) -> None:
    own = redactor(rules, max_batch_chars=1000)
    wrong: list[str] = []

    def work(name: str) -> None:
        for _ in range(20):
            shown, report = own.text(f"say it to {name}", PROMPT)
            if shown != "say it to [redacted:person]" or report.errors:
                wrong.append(shown)

    threads = [threading.Thread(target=work, args=(name,)) for name in NAMES]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert wrong == []


@pytest.mark.parametrize("text", ["\x00 Quendol\x00", "\ud800Quendol \udfff", "Quendol \U0001f600"])
def test_odd_characters(rules: Path, text: str) -> None:
    shown, report = redactor(rules).text(text, PROMPT)
    assert "Quendol" not in shown
    assert not report.errors


def test_a_missing_model_is_refused_and_not_fetched(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    for model in ("en_core_web_absent", str(tmp_path)):
        with pytest.raises(ConfigError, match=r"redaction\.ner\.model: expected"):
            redactor(Path(model))


@pytest.mark.parametrize(
    "settings",
    [{}, {"model": ""}, {"model": "m", "labels": {"PER": "MAYBE"}}, {"model": "m", "max_chars": 0}],
)
def test_settings_that_cannot_be_are_refused(settings: dict[str, Any]) -> None:
    with pytest.raises(ConfigError, match=r"redaction\.ner"):
        validate({"redaction": {"ner": settings}}, "test")
