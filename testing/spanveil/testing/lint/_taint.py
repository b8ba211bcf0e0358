"""Labels that travel with values, and what is known of a function after it was read."""

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """A place where telemetry is read."""

    kind: str
    line: int


@dataclass(frozen=True, slots=True, order=True)
class Parameter:
    """Whatever the caller passes at this position."""

    index: int


Label = Source | Parameter
Labels = frozenset[Label]
NONE: Labels = frozenset()


@dataclass(slots=True)
class Summary:
    """How values pass through a function.

    Attributes:
        returns: What its result may carry.
        sinks: For a parameter, the rules that it would break, and how.
    """

    returns: Labels = NONE
    sinks: dict[int, frozenset[tuple[str, str]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Callee:
    """A function that was read: its summary and the names of its parameters, in order."""

    summary: Summary
    parameters: tuple[str, ...]


class Environment:
    """What the variables of a function carry, by path: `x`, `self.tenant`, `request.state`."""

    __slots__ = ("_roots",)

    def __init__(self, held: dict[str, Labels] | None = None) -> None:
        # By the first name of the path, since a look-up concerns one of them.
        self._roots: dict[str, dict[str, Labels]] = {}
        for path, labels in (held or {}).items():
            self._roots.setdefault(path.partition(".")[0], {})[path] = labels

    def copy(self) -> "Environment":
        """Return an independent copy."""
        copied = Environment()
        copied._roots = {root: dict(paths) for root, paths in self._roots.items()}
        return copied

    def read(self, path: str) -> Labels:
        """Return what the path, what it is part of, or a part of it carries."""
        found: Labels = NONE
        for held, labels in self._under(path).items():
            related = held == path or held.startswith(f"{path}.") or path.startswith(f"{held}.")
            if labels and related:
                found |= labels
        return found

    def holds(self, path: str) -> bool:
        """Tell whether exactly this path was assigned."""
        return path in self._under(path)

    def write(self, path: str, labels: Labels) -> None:
        """Replace what the path carried."""
        kept = {
            held: carried
            for held, carried in self._under(path).items()
            if not held.startswith(f"{path}.")
        }
        kept[path] = labels
        self._roots[path.partition(".")[0]] = kept

    def add(self, path: str, labels: Labels) -> None:
        """Let the path carry this too."""
        paths = self._roots.setdefault(path.partition(".")[0], {})
        paths[path] = paths.get(path, NONE) | labels

    def join(self, branches: Iterable["Environment"]) -> None:
        """Become what may hold after any of the branches."""
        joined = Environment()
        for branch in branches:
            for paths in branch._roots.values():
                for path, labels in paths.items():
                    joined.add(path, labels)
        self._roots = joined._roots

    def escaping(self, roots: set[str]) -> dict[str, Labels]:
        """Return the paths under these roots, with the sources, and only those, that they carry."""
        return {
            path: frozenset(sources_of(labels))
            for root in roots & self._roots.keys()
            for path, labels in self._roots[root].items()
        }

    def _under(self, path: str) -> dict[str, Labels]:
        return self._roots.get(path.partition(".")[0], {})


def sources_of(labels: Labels) -> frozenset[Source]:
    """Return the labels that are telemetry for certain."""
    return frozenset(label for label in labels if isinstance(label, Source))
