"""The form of ``data/key_words.yaml``; apart, because looking up words does not need pydantic."""

from pydantic import BaseModel, ConfigDict

from spanveil.config._vocabulary import ContentClass


class _Measures(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    last: frozenset[str]
    first: frozenset[str]


class Document(BaseModel):
    """The document."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    classes: dict[ContentClass, tuple[str, ...]]
    measures: _Measures
    kinds: frozenset[str]
    path_segments: frozenset[str]
