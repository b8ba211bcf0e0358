"""Redaction profiles: content class to treatment, as data."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from spanveil.config._errors import ConfigError
from spanveil.config._vocabulary import ContentClass, Treatment
from spanveil.config._yaml import parse_shipped

SHIPPED_PROFILES = ("shared", "strict", "diagnostic")
"""Names of the profiles that the package ships, each a YAML file under ``profiles/``."""


class Profile(BaseModel):
    """How one sink's readers may see each content class.

    Attributes:
        name: What a sink refers to.
        description: One sentence on who may read a sink with this profile.
        min_score: Findings of detection with a lower score stay (Presidio's sense of a score).
        label_words: How many words a text of a field that is safe by contract may have.
        names: Whether names of spans, events and scopes may be any word that looks like code's
            (``token``), or only such as the closed vocabulary of code forms (``known``).
        keys: The same of the words of attribute keys that no row of the catalogue spells out.
        treatments: One treatment for every content class; a missing class is an error, so that a
            new class can never fall through to something looser than its author meant.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    name: str = Field(pattern=r"^[a-z][a-z0-9-]{0,31}$")
    description: str = ""
    min_score: float = Field(default=0.4, ge=0, le=1)
    label_words: int = Field(default=3, ge=1, le=6)
    names: Literal["token", "known"] = "token"
    keys: Literal["token", "known"] = "known"
    treatments: Annotated[Mapping[ContentClass, Treatment], AfterValidator(MappingProxyType)]

    @model_validator(mode="after")
    def _covers_every_class(self) -> "Profile":
        missing = sorted(set(ContentClass) - set(self.treatments))
        if missing:
            raise ValueError(f"treatments lacks {', '.join(missing)}")
        return self


@cache
def shipped_profile(name: str) -> Profile:
    """Return a profile that the package ships.

    Args:
        name: One of ``SHIPPED_PROFILES``.

    Raises:
        ConfigError: If no profile of that name is shipped.
    """
    if name not in SHIPPED_PROFILES:
        raise ConfigError("profile", "name", f"one of {', '.join(SHIPPED_PROFILES)}")
    source = files("spanveil.config") / "profiles" / f"{name}.yaml"
    return Profile.model_validate(parse_shipped(source.read_text("utf-8")))
