"""The tier of named entities, which a user turns on with a spaCy model of theirs."""

from typing import Annotated, Final

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

_LABELS: Final = {
    # OntoNotes 5 (spaCy's English models), then WikiNER (most of its other ones); Presidio's names,
    # as in its default configuration (presidio-analyzer, conf/default.yaml).
    "PERSON": "PERSON",
    "PER": "PERSON",
    "GPE": "LOCATION",
    "LOC": "LOCATION",
    "FAC": "LOCATION",
    "NORP": "NRP",
    "ORG": "ORGANIZATION",
}
_ENTITIES: Final = ("DATE_TIME", "LOCATION", "NRP", "ORGANIZATION", "PERSON")


def _known_entity(name: str) -> str:
    if name not in _ENTITIES:
        raise ValueError(f"one of {', '.join(_ENTITIES)}")
    return name


class NerConfig(BaseModel):
    """A spaCy model that looks for names in prose, beside the rules.

    It runs wherever prose is scanned, which is what ``diagnostic`` keeps. Past a bound, or where
    the model fails, the value becomes a marker.

    Attributes:
        model: The name of an installed model, or the directory of one. Nothing is downloaded.
        exclude: Components of the pipeline that are not loaded. With spaCy's own English models,
            ``tagger``, ``parser``, ``attribute_ruler`` and ``lemmatizer`` change no entity.
        labels: Presidio's entity type for each label of the model; others are left alone.
        max_chars: Characters of one text that the model is given, its key included.
        max_batch_chars: Characters of all texts of one item together: of a span, a log record, a
            request's worth of them in the gateway.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    model: str = Field(min_length=1, max_length=4096)
    exclude: tuple[str, ...] = ()
    labels: dict[str, Annotated[str, AfterValidator(_known_entity)]] = Field(
        default_factory=_LABELS.copy, min_length=1
    )
    max_chars: int = Field(default=20_000, ge=1, le=1_000_000)
    max_batch_chars: int = Field(default=200_000, ge=1, le=100_000_000)
