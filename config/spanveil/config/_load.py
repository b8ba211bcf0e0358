"""From a file to a validated configuration."""

from pathlib import Path

from pydantic import ValidationError

from spanveil.config._errors import ConfigError
from spanveil.config._model import Config
from spanveil.config._yaml import parse_yaml


def load(path: Path | None = None) -> Config:
    """Load a configuration.

    Args:
        path: A ``spanveil.yaml``; ``None`` for the defaults.

    Raises:
        ConfigError: If the file cannot be read, is not YAML, or does not fit the model. The first
            fault is named by file, key and expectation, and the number of further ones is given.

    >>> load().sinks[0].profile
    'shared'
    """
    if path is None:
        return Config()
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = "UTF-8 text" if isinstance(error, UnicodeDecodeError) else "a readable file"
        raise ConfigError(path, "", reason) from None
    document = parse_yaml(text, str(path))
    if document is None:
        return Config()
    if not isinstance(document, dict):
        raise ConfigError(path, "", "a mapping at the top level")
    return validate(document, str(path))


def validate(document: object, source: str) -> Config:
    """Validate a parsed document against the model.

    Raises:
        ConfigError: As ``load`` does.
    """
    try:
        return Config.model_validate(document)
    except ValidationError as error:
        faults = error.errors(include_input=False, include_url=False, include_context=False)
    first = faults[0]
    more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
    raise ConfigError(source, _dotted(first["loc"]), _expectation(first) + more) from None


def _dotted(location: tuple[int | str, ...]) -> str:
    return ".".join(str(part) for part in location)


def _expectation(fault: object) -> str:
    # pydantic's sentences speak of "Input should be ..."; ours of what was expected.
    kind, message = fault["type"], str(fault["msg"])  # type: ignore[index]
    if kind == "extra_forbidden":
        return "no such key here"
    for prefix in ("Input should be ", "Value error, "):
        message = message.removeprefix(prefix)
    return message
