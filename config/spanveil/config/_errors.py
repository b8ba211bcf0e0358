"""The one exception of start-up."""

from pathlib import Path


class ConfigError(ValueError):
    """Refuse to start on a configuration that cannot be trusted.

    The text names the source, the key and what was expected, and never the value: a configuration
    holds keys and headers, and its errors end up in logs.

    Args:
        source: The file or environment variable at fault.
        key: The dotted path inside it, or ``""`` where the source as a whole is at fault.
        expected: What would have been accepted, as a sentence fragment.

    >>> str(ConfigError("spanveil.yaml", "sinks.0.profile", "one of strict, shared"))
    'spanveil.yaml: sinks.0.profile: expected one of strict, shared'
    """

    def __init__(self, source: str | Path, key: str, expected: str) -> None:
        self.source = str(source)
        self.key = key
        self.expected = expected
        where = f"{self.source}: {key}" if key else self.source
        super().__init__(f"{where}: expected {expected}")
