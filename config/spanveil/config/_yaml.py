"""YAML in, plain values out, with errors that never quote the text."""

from collections.abc import Hashable

import yaml

from spanveil.config._errors import ConfigError

MAX_CHARS = 1_000_000
"""A larger configuration is a mistake (a trace dump, a binary), not a configuration."""


class _UniqueKeys(yaml.constructor.SafeConstructor):
    """Refuse a repeated key, where PyYAML lets the last one win silently."""

    def construct_mapping(
        self, node: yaml.MappingNode, deep: bool = False
    ) -> dict[Hashable, object]:
        seen: set[object] = set()
        for key_node, _ in node.value:
            if isinstance(key_node, yaml.ScalarNode):
                if key_node.value in seen:
                    raise yaml.constructor.ConstructorError(
                        problem="each key once", problem_mark=key_node.start_mark
                    )
                seen.add(key_node.value)
        return super().construct_mapping(node, deep)


class _UniqueKeyLoader(_UniqueKeys, yaml.SafeLoader):
    pass


class _ShippedLoader(_UniqueKeys, getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    pass


def parse_shipped(text: str) -> object:
    """Parse a YAML document of this package, by libyaml where PyYAML was built with it.

    Not for a user's: libyaml reads some texts otherwise, and a deeply nested one ends the process.
    """
    return yaml.load(text, _ShippedLoader)  # noqa: S506 - a SafeLoader


def parse_yaml(text: str, source: str) -> object:
    """Parse one YAML document.

    Args:
        text: The document, at most ``MAX_CHARS`` characters.
        source: Its name, for errors.

    Raises:
        ConfigError: If it is too long, is not YAML, or repeats a key; with line and column, and
            without the text itself (PyYAML's own message quotes it).
    """
    if len(text) > MAX_CHARS:
        raise ConfigError(source, "", f"at most {MAX_CHARS} characters")
    try:
        return yaml.load(text, _UniqueKeyLoader)  # noqa: S506 - a SafeLoader
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = f"line {mark.line + 1}, column {mark.column + 1}" if mark else ""
        once = (
            isinstance(error, yaml.constructor.ConstructorError)
            and error.problem == "each key once"
        )
        raise ConfigError(source, where, "each key once" if once else "valid YAML") from None
    except (yaml.YAMLError, RecursionError, ValueError):
        raise ConfigError(source, "", "valid YAML") from None
