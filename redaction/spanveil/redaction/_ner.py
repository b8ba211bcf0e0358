"""The tier of named entities: a spaCy model of the user's, in bounds, that keeps no word.

Nothing is downloaded: the model is an installed package or a directory. It is loaded when a
redactor is made, never on a request's path, once in a process.
"""

import re
import threading
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from spanveil.redaction._budget import BudgetExhausted
from spanveil.redaction._report import Report

if TYPE_CHECKING:
    from spanveil.config import NerConfig

_SCORE: Final = 0.85
"""What Presidio gives to each entity of a spaCy model (``NerModelConfiguration``)."""

_SPEECH: Final = re.compile("[^\x00]+")
"""Between markers, which the detector hides."""
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


class _Result(NamedTuple):
    start: int
    end: int
    entity_type: str
    score: float


class NerRecognizer:
    """Find the named entities of a model; a recognizer of Presidio's kind.

    The bounds are in characters given to the model, so that a slow machine gives the same results.

    Args:
        config: The model, its labels and the bounds.

    Raises:
        ConfigError: If the model, or spaCy, is not installed.
    """

    def __init__(self, config: "NerConfig") -> None:
        self._config = config
        self._labels = dict(config.labels)
        self.supported_entities = sorted(set(self._labels.values()))
        self._model = _load(config.model, config.exclude)
        self._current = threading.local()

    def charge(self, report: Report) -> None:
        """Count what this thread scans from now on against a report's bound."""
        self._current.report = report

    def analyze(self, text: str, entities: list[str], nlp_artifacts: Any = None) -> list[_Result]:
        """Return the entities of the wanted types.

        Raises:
            BudgetExhausted: If the text, or all texts that are counted in one report together, are
                longer than the configuration admits, or if the model fails.
        """
        self._account(len(text))
        try:
            return [
                result for result in self._model.find(text, self._labels) if result[2] in entities
            ]
        except Exception:
            # What the model says of its failure may quote the text.
            raise BudgetExhausted("ner_failed") from None

    def _account(self, size: int) -> None:
        if size > self._config.max_chars:
            raise BudgetExhausted("max_ner_chars")
        report: Report | None = getattr(self._current, "report", None)
        if report is not None:
            report.model_chars += size
            if report.model_chars > self._config.max_batch_chars:
                raise BudgetExhausted("max_ner_batch_chars")


class _Model:
    """A pipeline that forgets what it read: spaCy's store of strings keeps every word for ever."""

    def __init__(self, pipeline: Any) -> None:
        self._pipeline = pipeline
        self._lock = threading.Lock()  # a memory zone is not for two threads at a time

    def find(self, text: str, labels: dict[str, str]) -> list[_Result]:
        with self._lock, self._pipeline.memory_zone():
            return list(self._entities(text, labels))

    def _entities(self, text: str, labels: dict[str, str]) -> Iterator[_Result]:
        whole = _SURROGATE.sub("\ufffd", text)  # spaCy refuses half a character
        for speech in _SPEECH.finditer(whole):
            offset = speech.start()
            for entity in self._pipeline(speech[0]).ents:
                name = labels.get(entity.label_)
                if name is not None:
                    start, end = entity.start_char + offset, entity.end_char + offset
                    yield _Result(start, end, name, _SCORE)


@cache
def _load(model: str, exclude: tuple[str, ...]) -> _Model:
    from spanveil.config import ConfigError

    key = "redaction.ner.model"
    try:
        import spacy
    except ImportError:
        raise ConfigError("configuration", key, "spaCy: pip install 'spanveil[ner]'") from None
    try:
        pipeline = spacy.load(model, exclude=list(exclude))
    except OSError:
        expected = "an installed spaCy model or a directory with one; nothing is downloaded"
        raise ConfigError("configuration", key, expected) from None
    except Exception as error:
        expected = f"a model that this spaCy loads ({type(error).__name__})"
        raise ConfigError("configuration", key, expected) from None
    return _Model(pipeline)
