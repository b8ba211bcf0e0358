"""The environment variables that Spanveil reads. No other module reads the environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from spanveil.config._errors import ConfigError

_TRUE = frozenset({"1", "true", "yes", "on"})
_FALSE = frozenset({"0", "false", "no", "off"})


class Mode(StrEnum):
    """Where the process runs. Only ``DEVELOPMENT`` accepts the documented development key."""

    DEVELOPMENT = "development"
    PRODUCTION = "production"


@dataclass(frozen=True, slots=True)
class Environment:
    """What the environment says.

    Attributes:
        config: ``SPANVEIL_CONFIG``, the path of a ``spanveil.yaml``.
        mode: ``SPANVEIL_MODE``, production unless said otherwise.
        tag_keys: ``SPANVEIL_TAG_KEYS``, the text of the tag key ring; never in a ``repr``.
        sdk_disabled: ``OTEL_SDK_DISABLED`` of the OpenTelemetry specification.
    """

    config: Path | None = None
    mode: Mode = Mode.PRODUCTION
    tag_keys: str | None = field(default=None, repr=False)
    sdk_disabled: bool = False


def parse_boolean(name: str, text: str) -> bool:
    """Parse a boolean variable.

    Args:
        name: The variable, for the error.
        text: ``1/0``, ``true/false``, ``yes/no`` or ``on/off`` in any case.

    Raises:
        ConfigError: For anything else: a privacy switch that cannot be read must not be guessed.

    >>> parse_boolean("X", "On")
    True
    """
    word = text.strip().lower()
    if word in _TRUE or word in _FALSE:
        return word in _TRUE
    raise ConfigError(name, "", "one of 1/0, true/false, yes/no, on/off")


def read_environment(variables: Mapping[str, str] | None = None) -> Environment:
    """Read the variables; an empty one counts as unset (OpenTelemetry specification, "Environment
    variable specification").

    Args:
        variables: ``os.environ`` if not given.

    Raises:
        ConfigError: If a variable has a value that cannot be understood.
    """
    variables = os.environ if variables is None else variables
    config = variables.get("SPANVEIL_CONFIG")
    mode = variables.get("SPANVEIL_MODE") or Mode.PRODUCTION
    if mode not in tuple(Mode):
        raise ConfigError("SPANVEIL_MODE", "", f"one of {', '.join(Mode)}")
    disabled = variables.get("OTEL_SDK_DISABLED")
    return Environment(
        config=Path(config) if config else None,
        mode=Mode(mode),
        tag_keys=variables.get("SPANVEIL_TAG_KEYS") or None,
        sdk_disabled=bool(disabled) and parse_boolean("OTEL_SDK_DISABLED", disabled or ""),
    )
