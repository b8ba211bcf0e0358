"""Profiles cover every class, and the strict one is never looser than the shared one."""

import pytest
from pydantic import ValidationError

from spanveil.config import (
    SHIPPED_PROFILES,
    ConfigError,
    ContentClass,
    Profile,
    Treatment,
    shipped_profile,
)


@pytest.mark.parametrize("name", SHIPPED_PROFILES)
def test_shipped(name: str) -> None:
    profile = shipped_profile(name)
    assert profile.name == name
    assert set(profile.treatments) == set(ContentClass)
    assert profile.treatments[ContentClass.CREDENTIAL] is Treatment.DROP


def test_strict_keeps_only_safe_fields() -> None:
    strict = shipped_profile("strict").treatments
    assert [c for c, t in strict.items() if t not in (Treatment.MARKER, Treatment.DROP)] == ["safe"]


def test_shared_keeps_text_of_no_content_class() -> None:
    shared = shipped_profile("shared").treatments
    assert [c for c, t in shared.items() if t is Treatment.KEEP] == ["safe"]
    assert [c for c, t in shared.items() if t is Treatment.TOKEN] == ["unknown"]


def test_unknown_name() -> None:
    with pytest.raises(ConfigError, match=r"one of .*shared"):
        shipped_profile("../../etc/passwd")


def test_a_class_without_a_treatment_is_refused() -> None:
    treatments = dict.fromkeys(ContentClass, Treatment.MARKER)
    del treatments[ContentClass.PROMPT]
    with pytest.raises(ValidationError, match="treatments lacks prompt"):
        Profile(name="mine", treatments=treatments)


def test_a_profile_cannot_be_changed() -> None:
    profile = shipped_profile("strict")
    with pytest.raises(TypeError):
        profile.treatments[ContentClass.PROMPT] = Treatment.KEEP  # type: ignore[index]
