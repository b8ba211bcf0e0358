"""What a user tells the lint about their own code."""

from dataclasses import dataclass
from pathlib import Path

from spanveil.testing.lint import _vocabulary as words

MAX_BYTES = 2_000_000


@dataclass(frozen=True, slots=True)
class Options:
    """Names of the user's own, on top of the built-in ones.

    Attributes:
        decisions: Functions that decide.
        verifiers: Functions whose result is verified, whatever goes in.
        policies: Glob patterns of policy modules, which may not reach telemetry at all.
        exclude: Glob patterns of files and folders that are not read.
    """

    decisions: frozenset[str] = frozenset()
    verifiers: frozenset[str] = frozenset()
    policies: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()

    def decides(self, name: str) -> bool:
        """Tell whether a function of this name decides."""
        return name in self.decisions or words.DECISION.fullmatch(name) is not None

    def verifies(self, name: str) -> bool:
        """Tell whether what comes out of a function of this name is verified."""
        return name in self.verifiers or name in words.VERIFIERS

    def is_policy(self, path: Path) -> bool:
        """Tell whether a file is a policy module, by its name or the user's patterns."""
        by_name = words.POLICY_MODULE.search("/".join(path.parts[-2:])) is not None
        return by_name or any(path.match(pattern) for pattern in self.policies)

    def excludes(self, path: Path) -> bool:
        """Tell whether a file or folder is left out."""
        return any(path.match(pattern) for pattern in self.exclude)
