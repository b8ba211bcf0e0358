"""A user's own rules: which keys to keep, to redact, or to treat as another class.

What decides, for attributes, events, log bodies' fields and metrics alike, first to last:

1. a ``redact`` rule;
2. a ``classify`` rule;
3. a ``keep`` rule;
4. the catalogue's row for the key, an exact one before a wildcard;
5. the words of the key;
6. the class ``unknown``.

A rule with conditions, and a rule for a tenant, can only tighten: the stricter of what it says and
of what the others say counts. Telemetry decides whether a condition holds, and telemetry may never
select a looser treatment. ``keep`` never switches detection off; only ``allow`` exempts, and only
the text that it matches as a whole.
"""

import re
from typing import Annotated, Final

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    model_validator,
)

from spanveil.config._catalogue import Catalogue
from spanveil.config._profile import SHIPPED_PROFILES, shipped_profile
from spanveil.config._strictness import Action, stricter
from spanveil.config._vocabulary import ContentClass

_PATTERN: Final = re.compile(r"(?:[^\s.*]{1,64}|\*)(?:\.(?:[^\s.*]{1,64}|\*))*(?:\.\*\*)?|\*\*")


def _known_pattern(pattern: str) -> str:
    if _PATTERN.fullmatch(pattern) is None:
        raise ValueError("a dotted key, with * for one segment and a closing .** for the rest")
    return pattern


def _safe_key(key: str) -> str:
    if Catalogue.shipped().classify(key).content_class is not ContentClass.SAFE:
        raise ValueError("conditions on keys that the catalogue calls safe")
    return key


KeyPattern = Annotated[str, AfterValidator(_known_pattern)]
SafeKey = Annotated[str, AfterValidator(_safe_key)]


def _as_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


class KeyRule(BaseModel):
    """One rule.

    Attributes:
        keys: Key patterns, ``*`` for one segment and a closing ``**`` for one or more.
        action: What to do.
        content_class: The class to treat the keys as (``class`` in YAML), with ``classify``.
        when: Conditions on safe fields of the same item, all of which must hold. With ``keep``
            there can be none.
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", hide_input_in_errors=True, populate_by_name=True
    )

    keys: Annotated[tuple[KeyPattern, ...], BeforeValidator(_as_list)] = Field(min_length=1)
    action: Action
    content_class: ContentClass | None = Field(default=None, alias="class")
    when: dict[SafeKey, str | int | bool] = {}

    @model_validator(mode="after")
    def _consistent(self) -> "KeyRule":
        if (self.action is Action.CLASSIFY) != (self.content_class is not None):
            raise ValueError("a class with classify, and only there")
        if self.action is Action.KEEP and self.when:
            raise ValueError("no conditions with keep: telemetry must not loosen a treatment")
        if self.when and self.content_class is not None:
            _refuse_loosening(self.keys, self.content_class)
        return self


class TenantRule(KeyRule):
    """A rule for one tenant, which can only tighten."""

    @model_validator(mode="after")
    def _only_tightens(self) -> "TenantRule":
        if self.action is Action.KEEP:
            raise ValueError("redact or classify: a tenant's rule can only tighten")
        if self.content_class is not None:
            _refuse_loosening(self.keys, self.content_class)
        return self


def _refuse_loosening(keys: tuple[str, ...], content_class: ContentClass) -> None:
    """Refuse a class that some profile would treat more loosely than the key's own.

    Raises:
        ValueError: If one would. A wildcard is held to that when it is applied.
    """
    if content_class in (ContentClass.SAFE, ContentClass.UNKNOWN):
        raise ValueError("a class of content: telemetry can only tighten")
    for key in (key for key in keys if "*" not in key):
        base = Catalogue.shipped().classify(key).content_class
        for name in SHIPPED_PROFILES:
            treatments = shipped_profile(name).treatments
            if stricter(treatments[base], treatments[content_class]) != treatments[content_class]:
                raise ValueError("a class that no profile treats more loosely than the key's own")
